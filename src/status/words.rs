//! The words of the status that its forms share, in English and in Georgian.

use super::{AgencyStatus, FileState, SentFile, Status};
use crate::diagnostic::Wording;
use crate::model::date::Date;
use crate::model::text::Text;
use crate::report::language::Language;
use crate::say;

/// The words of one language.
pub(super) struct Words<'l>(pub(super) &'l Language);

impl Words<'_> {
    fn pick(&self, wording: Wording) -> String {
        wording.get(self.0.code()).to_owned()
    }

    /// A text of the plan or of an agency in this language, else in another.
    pub(super) fn any<'t>(&self, text: &'t Text) -> &'t str {
        text.any(self.0.code())
    }

    pub(super) fn title(&self, status: &Status<'_>) -> String {
        let (name, days) = (status.period, self.0.days(status.covers));
        self.pick(say!("Submissions for {name} ({days})", "ინფორმაციის მიწოდება: {name} ({days})"))
    }

    /// A day in a narrow column.
    pub(super) fn short_day(&self, day: Date) -> String {
        self.pick(say!("{day}", "{dotted}", dotted = day.dotted()))
    }

    /// When files could be sent.
    pub(super) fn window(&self, status: &Status<'_>) -> String {
        let name = status.period;
        let Some(due) = status.due.map(|due| self.0.date_table(due)) else {
            return self.pick(say!(
                "`reports/{name}/report.yaml` names no last day for sending, so it is not known what came in time.",
                "ფაილში `reports/{name}/report.yaml` ბოლო ვადა მითითებული არ არის, ამიტომ დროულობა უცნობია."
            ));
        };
        match status.opens.map(|opens| self.0.date_table(opens)) {
            Some(opens) => self.pick(say!("To be sent between {opens} and {due}.", "ინფორმაციის მიწოდების პერიოდი: {opens} – {due} (ჩათვლით).")),
            None => self.pick(say!("To be sent by {due}.", "ინფორმაციის მიწოდების ბოლო ვადა: {due} (ჩათვლით).")),
        }
    }

    /// How late the silent agencies are on the day that was given.
    pub(super) fn delay(&self, status: &Status<'_>) -> Option<String> {
        let day = self.0.date_table(status.as_of?);
        let days = status.days_past_due?;
        let noun = if days.abs() == 1 { "day" } else { "days" };
        Some(self.pick(match days {
            0 => say!("{day} is the last day for sending", "{day} – ინფორმაციის მიწოდების ბოლო დღე"),
            1.. => say!("overdue by {days} {noun} on {day}", "{day}: ვადა გადაცილებულია {days} დღით"),
            _ => say!("{left} {noun} left on {day}", "{day}: ბოლო ვადამდე დარჩენილია {left} დღე", left = -days),
        }))
    }

    pub(super) fn who_sent(&self) -> String {
        self.pick(say!("Who has sent", "ვინ მოაწოდა ინფორმაცია"))
    }

    pub(super) fn nobody(&self) -> String {
        self.pick(say!("Nobody has sent anything.", "ინფორმაცია არცერთ უწყებას არ მოუწოდებია."))
    }

    pub(super) fn agency(&self) -> String {
        self.pick(say!("Agency", "უწყება"))
    }

    pub(super) fn file(&self) -> String {
        self.pick(say!("File", "ფაილი"))
    }

    pub(super) fn received(&self) -> String {
        self.pick(say!("Received", "მიღების თარიღი"))
    }

    pub(super) fn in_time(&self) -> String {
        self.pick(say!("In time", "დროულად"))
    }

    pub(super) fn rows(&self) -> String {
        self.pick(say!("Rows", "სტრიქონები"))
    }

    pub(super) fn set_aside(&self) -> String {
        self.pick(say!("Set aside", "ცალკე გამოტანილი"))
    }

    pub(super) fn findings(&self) -> String {
        self.pick(say!("Findings", "ხარვეზები"))
    }

    pub(super) fn errors(&self) -> String {
        self.pick(say!("Errors", "შეცდომა"))
    }

    pub(super) fn warnings(&self) -> String {
        self.pick(say!("Warnings", "გაფრთხილება"))
    }

    /// Whether the first version came in time; `None` is 'not known'.
    pub(super) fn on_time(&self, on_time: Option<bool>) -> String {
        self.pick(match on_time {
            Some(true) => say!("in time", "დროულად"),
            Some(false) => say!("late", "დაგვიანებით"),
            None => say!("not known", "უცნობია"),
        })
    }

    /// Rows received of expected, or why none are counted.
    pub(super) fn rows_of(&self, agency: &AgencyStatus<'_>) -> String {
        let (received, expected, sent) = (agency.rows_received, agency.rows_expected, agency.rows_sent);
        if !agency.nil.is_empty() && sent == 0 {
            return self.nil();
        }
        if expected > 0 {
            return self.0.of(received, expected);
        }
        match agency.has_duties() {
            true => self.pick(say!("{sent}, none due", "{sent}, მოსალოდნელი არ იყო")),
            false => self.pick(say!("{sent}, no duties", "{sent}, ვალდებულება არ ჰქონდა")),
        }
    }

    pub(super) fn nil(&self) -> String {
        self.pick(say!("nil return", "ნულოვანი ანგარიში"))
    }

    pub(super) fn counted_aside(&self, count: usize) -> Option<String> {
        (count > 0).then(|| self.pick(say!("{count} set aside", "{count} ცალკე გამოტანილი")))
    }

    pub(super) fn counted_errors(&self, count: usize) -> Option<String> {
        let noun = if count == 1 { "error" } else { "errors" };
        (count > 0).then(|| self.pick(say!("{count} {noun}", "{count} შეცდომა")))
    }

    pub(super) fn counted_warnings(&self, count: usize) -> Option<String> {
        let noun = if count == 1 { "warning" } else { "warnings" };
        (count > 0).then(|| self.pick(say!("{count} {noun}", "{count} გაფრთხილება")))
    }

    /// What became of a file, unless it is the one that counts.
    pub(super) fn state(&self, file: &SentFile<'_>) -> Option<String> {
        match file.state {
            FileState::Counts => None,
            FileState::Replaced => Some(self.pick(say!("earlier version", "წინა ვერსია"))),
            FileState::Unreadable => Some(self.pick(say!("cannot be read", "არ იკითხება"))),
        }
    }

    /// Name of a file without its folder, unless it is that of another period.
    pub(super) fn file_name(&self, status: &Status<'_>, file: &SentFile<'_>) -> String {
        let name = file.path.rsplit('/').next().unwrap_or(file.path);
        if file.period == status.period { name.to_owned() } else { format!("{}/{name}", file.period) }
    }

    pub(super) fn legend(&self) -> String {
        self.pick(say!(
            "Rows: received of expected, one for each indicator of the activities that the agency leads in the period. Whether a file came in time is judged by its first version.",
            "სტრიქონები: მოსალოდნელიდან მიღებული; ერთი სტრიქონია მოსალოდნელი ყოველ ინდიკატორზე იმ საქმიანობებში, რომლებშიც უწყება ამ პერიოდში ძირითადია. დროულობა პირველი მოწოდებული ფაილით განისაზღვრება."
        ))
    }

    pub(super) fn shared(&self) -> String {
        self.pick(say!("Files of several agencies, or of none that is known", "რამდენიმე უწყების ფაილები ან ფაილები, რომელთა უწყებაც უცნობია"))
    }

    pub(super) fn nil_returns(&self) -> String {
        self.pick(say!("Nil returns", "ნულოვანი ანგარიშები"))
    }

    pub(super) fn missing(&self) -> String {
        self.pick(say!("Missing from those who have sent", "რა აკლია მოწოდებულ ინფორმაციას"))
    }

    pub(super) fn no_row(&self) -> String {
        self.pick(say!("no row", "სტრიქონი არ არის"))
    }

    pub(super) fn no_value(&self) -> String {
        self.pick(say!("no value", "მაჩვენებელი არ არის"))
    }

    /// The heading above agencies that have not sent: those that lead an activity, or those that only support some.
    pub(super) fn not_sent(&self, status: &Status<'_>, lead: bool) -> String {
        let count = status.silent(lead).len();
        if !lead {
            return self.pick(say!("Have not sent and only support: {count}", "ინფორმაცია არ მოაწოდა {count} უწყებამ, რომელიც მხოლოდ დამხმარეა"));
        }
        let heading = self.pick(say!("Have not sent: {count}", "ინფორმაცია არ მოაწოდა {count} უწყებამ"));
        match self.delay(status) {
            Some(delay) => format!("{heading} ({delay})"),
            None => heading,
        }
    }

    /// What stands instead of the lists of those who have not sent.
    pub(super) fn all_sent(&self, status: &Status<'_>) -> String {
        if status.totals.agencies == 0 {
            return self.pick(say!("No activity of the plan falls into this period.", "გეგმის არცერთი საქმიანობის ვადა ამ პერიოდს არ ემთხვევა."));
        }
        self.pick(say!(
            "Every agency with duties in the period has sent its file.",
            "ინფორმაცია ყველა უწყებამ მოაწოდა, რომელსაც ამ პერიოდში ვალდებულება აქვს."
        ))
    }

    pub(super) fn leads(&self) -> String {
        self.pick(say!("leads", "ძირითადია"))
    }

    pub(super) fn supports(&self) -> String {
        self.pick(say!("supports", "დამხმარეა"))
    }

    /// The last line.
    pub(super) fn totals(&self, status: &Status<'_>) -> String {
        let totals = status.totals;
        let (of, sent, errors, leads, leads_sent) = (totals.agencies, totals.sent, totals.with_errors, totals.leads, totals.leads_sent);
        let known = totals.on_time + totals.late;
        let time = match (known, totals.on_time) {
            (0, _) if sent > 0 => say!("in time: not known", "დროულობა უცნობია"),
            (known, on_time) if known < sent => {
                say!("{on_time} in time (of {known} whose day is known)", "დროულად – {on_time} (თარიღი ცნობილია {known} უწყებისთვის)")
            }
            (_, on_time) => say!("{on_time} in time", "დროულად – {on_time}"),
        };
        let noun = if of == 1 { "agency" } else { "agencies" };
        self.pick(say!(
            "{sent} of {of} {noun} sent (of those that lead an activity {leads_sent} of {leads}), {en}, {errors} with errors.",
            "{of} უწყებიდან ინფორმაცია მოაწოდა {sent} უწყებამ (ძირითადი უწყებები: {leads}-დან {leads_sent}); {ka}; შეცდომით – {errors}.",
            en = &time.en,
            ka = &time.ka
        ))
    }
}

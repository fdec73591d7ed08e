//! A judged file in plain text: the findings, then the lines that answer 'may I send it?'.

use super::{Account, Validated};
use crate::diagnostic::{Wording, sheet, short, visible};
use crate::model::plan::ActivityIx;
use crate::model::text::Language;
use crate::say;

/// A list of activities has so many at most.
const LISTED: usize = 30;

/// The findings with excerpts, and the closing lines.
pub fn full(validated: &Validated, language: Language) -> String {
    sheet::render(validated.findings(), &validated.checked.loaded.sources, language) + &closing(validated).get(language)
}

/// A line for each finding, and the closing lines.
pub fn short(validated: &Validated, language: Language) -> String {
    let sources = &validated.checked.loaded.sources;
    short::render(validated.findings(), sources, language) + &closing(validated).get(language)
}

/// Whose file it is, what becomes of its rows, what is missing, and whether it may be sent; each line ends with a line break.
pub fn closing(validated: &Validated) -> Closing {
    let account = &validated.account;
    let mut lines = Vec::new();
    if validated.submission().is_some() {
        lines.push(whose(validated));
        lines.push(rows(account));
        lines.extend(missing(validated));
    }
    lines.push(verdict(account));
    Closing(lines)
}

/// The closing lines.
pub struct Closing(Vec<Wording>);

impl Closing {
    /// The lines in a language.
    pub fn get(&self, language: Language) -> String {
        self.0.iter().map(|line| format!("{}\n", visible(line.get(language)))).collect()
    }

    /// The lines one by one.
    pub fn lines(&self) -> &[Wording] {
        &self.0
    }
}

fn whose(validated: &Validated) -> Wording {
    let (plan, account) = (validated.plan(), &validated.account);
    let period = &account.period;
    match account.agency.map(|ix| plan.agency(ix)) {
        Some(agency) => say!(
            "Checked as the file of {en} (`{id}`) for {period}.",
            "შემოწმდა, როგორც ამ უწყების ფაილი: {ka} (`{id}`); საანგარიშო პერიოდი: {period}.",
            en = agency.name.any(Language::EN),
            ka = agency.name.any(Language::KA),
            id = &agency.id
        ),
        None => say!("Checked for {period}.", "შემოწმდა; საანგარიშო პერიოდი: {period}."),
    }
}

fn rows(account: &Account) -> Wording {
    let Account { rows, accepted, set_aside, not_filled_in, .. } = account;
    let noun = if *rows == 1 { "row" } else { "rows" };
    let mut line =
        say!("{rows} {noun}: {accepted} accepted, {set_aside} set aside", "{rows} სტრიქონი: {accepted} მიღებულია, {set_aside} ცალკეა გამოტანილი");
    if *not_filled_in > 0 {
        line.en += &format!("; {not_filled_in} more not filled in");
        line.ka += &format!("; კიდევ {not_filled_in} შევსებული არ არის");
    }
    if account.nil_returns > 0 {
        line.en += "; nothing to report, with a reason";
        line.ka += "; ნულოვანი ანგარიში, მიზეზი მითითებულია";
    }
    line.en.push('.');
    line.ka.push('.');
    line
}

/// What the agency owes and did not report.
fn missing(validated: &Validated) -> Vec<Wording> {
    let plan = validated.plan();
    let list = |activities: &[ActivityIx]| {
        let mut ids: Vec<&str> = activities.iter().take(LISTED).map(|ix| plan.activity(*ix).id.as_str()).collect();
        if activities.len() > LISTED {
            ids.push("…");
        }
        ids.join(", ")
    };
    let account = &validated.account;
    let mut lines = Vec::new();
    if !account.missing.is_empty() {
        let (ids, count) = (list(&account.missing), account.missing.len());
        lines.push(match count {
            1 => say!("Not reported: {ids} (you lead it).", "ინფორმაცია არ არის: {ids} (ძირითადი უწყება თქვენ ხართ)."),
            2 => say!("Not reported: {ids} (you lead both).", "ინფორმაცია არ არის: {ids} (ორივეს ძირითადი უწყება თქვენ ხართ)."),
            _ => say!("Not reported: {ids} (you lead all {count}).", "ინფორმაცია არ არის: {ids} (ყველას ძირითადი უწყება თქვენ ხართ)."),
        });
    }
    if !account.missing_support.is_empty() {
        let ids = list(&account.missing_support);
        lines
            .push(say!("Nothing on activities that you support: {ids}.", "ინფორმაცია არ არის საქმიანობებზე, რომლებშიც დამხმარე უწყება ხართ: {ids}."));
    }
    lines
}

fn verdict(account: &Account) -> Wording {
    let [errors, warnings, _] = account.levels;
    let noun = if errors == 1 { "error" } else { "errors" };
    if errors > 0 {
        return say!("The file cannot be sent yet: {errors} {noun}.", "ფაილის გაგზავნა ჯერ არ შეიძლება: {errors} შეცდომა.");
    }
    if !account.is_ready() {
        return say!("There is nothing to send yet: no row is filled in.", "გასაგზავნი ჯერ არაფერია: არც ერთი სტრიქონი შევსებული არ არის.");
    }
    let rows = account.rows;
    let noun = if rows == 1 { "row" } else { "rows" };
    if rows == 0 && warnings == 0 {
        return say!("The file is ready to send: it says that there is nothing to report.", "ფაილი მზად არის გასაგზავნად: მასში ნულოვანი ანგარიშია.");
    }
    match warnings {
        0 => say!("The file is ready to send: {rows} {noun}, no errors.", "ფაილი მზად არის გასაგზავნად: {rows} სტრიქონი, შეცდომა არ არის."),
        1 => say!(
            "The file can be sent: {rows} {noun}, no errors. Look at the warning first.",
            "ფაილის გაგზავნა შეიძლება: {rows} სტრიქონი, შეცდომა არ არის. ჯერ გაფრთხილება ნახეთ."
        ),
        _ => say!(
            "The file can be sent: {rows} {noun}, no errors. Look at the {warnings} warnings first.",
            "ფაილის გაგზავნა შეიძლება: {rows} სტრიქონი, შეცდომა არ არის. ჯერ {warnings} გაფრთხილება ნახეთ."
        ),
    }
}

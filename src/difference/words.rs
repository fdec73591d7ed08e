//! The sentences about what differs, in English and in Georgian. Not here: which of them are said, see `sections`.

use super::AssessmentChange;
use crate::diagnostic::Wording;
use crate::report::language::Language;
use crate::say;

/// The words of one language.
pub(super) struct Words<'l>(pub(super) &'l Language);

impl Words<'_> {
    pub(super) fn pick(&self, wording: Wording) -> String {
        wording.get(self.0.code()).to_owned()
    }

    pub(super) fn title(&self) -> String {
        self.pick(say!("Two reports compared", "ორი ანგარიშის შედარება"))
    }

    /// The one sentence when nothing that is compared differs.
    pub(super) fn nothing(&self) -> String {
        self.pick(say!(
            "Nothing differs: statuses, overdue activities, rates, agencies, figures, the plan, the secretariat's ratings and texts, and the number of rows set aside are the same.",
            "განსხვავება არ არის: სტატუსები, ვადაგადაცილებული საქმიანობები, მაჩვენებლები, უწყებები, გეგმა, სამდივნოს შეფასებები და ტექსტები, ცალკე გამოტანილი სტრიქონების რაოდენობა ერთნაირია."
        ))
    }

    pub(super) fn compared(&self) -> String {
        self.pick(say!("Reports", "ანგარიშები"))
    }

    pub(super) fn report(&self, second: bool, title: &str) -> String {
        self.pick(if second {
            say!("Second report: {title}", "მეორე ანგარიში: {title}")
        } else {
            say!("First report: {title}", "პირველი ანგარიში: {title}")
        })
    }

    pub(super) fn labelled(&self, term: &str, text: &str) -> String {
        format!("{}: {text}", self.0.term(term))
    }

    /// The day of the approval, or that it is a draft.
    pub(super) fn state(&self, approved: Option<String>) -> String {
        match approved {
            Some(day) => self.pick(say!("approved on {day}", "დამტკიცებულია, {day}")),
            None => self.0.term("draft").to_owned(),
        }
    }

    pub(super) fn same_plan(&self) -> String {
        self.pick(say!("Both reports rest on the same version of the plan.", "ორივე ანგარიში გეგმის ერთსა და იმავე ვერსიას ეყრდნობა."))
    }

    pub(super) fn other_version(&self) -> String {
        self.pick(say!("The reports rest on different versions of the plan.", "ანგარიშები გეგმის სხვადასხვა ვერსიას ეყრდნობა."))
    }

    pub(super) fn other_plan(&self, one: &str, other: &str) -> String {
        self.pick(say!("The plans have different titles: “{one}” and “{other}”.", "გეგმების სახელწოდებები განსხვავდება: „{one}“ და „{other}“."))
    }

    pub(super) fn moved(&self, count: usize, from: &str, to: &str) -> String {
        let noun = self.activities(count);
        self.pick(say!("{noun} moved from “{from}” to “{to}”", "{noun}: იყო „{from}“, გახდა „{to}“"))
    }

    fn activities(&self, count: usize) -> String {
        let (number, noun) = (self.0.integer(count), if count == 1 { "activity" } else { "activities" });
        self.pick(say!("{number} {noun}", "{number} საქმიანობა"))
    }

    pub(super) fn overdue(&self) -> String {
        self.pick(say!("Overdue activities", "ვადაგადაცილებული საქმიანობები"))
    }

    pub(super) fn newly_overdue(&self, count: usize) -> String {
        self.pick(say!("Newly overdue: {count}", "ვადაგადაცილებული გახდა {count} საქმიანობა"))
    }

    pub(super) fn no_longer_overdue(&self, count: usize) -> String {
        self.pick(say!("No longer overdue: {count}", "ვადაგადაცილებული აღარ არის {count} საქმიანობა"))
    }

    /// A rate in both reports; `points` is nothing where a denominator is empty.
    pub(super) fn rate(&self, name: &str, before: &str, after: &str, points: Option<String>) -> String {
        let points = match points {
            Some(points) => self.pick(say!("{points} percentage points", "{points} პროცენტული პუნქტი")),
            None => self.0.term("not_applicable").to_owned(),
        };
        self.pick(say!(
            "{name}: first report {before}, second report {after}; difference {points}",
            "{name}: პირველი ანგარიში – {before}, მეორე ანგარიში – {after}; სხვაობა: {points}"
        ))
    }

    pub(super) fn agencies(&self) -> String {
        self.pick(say!("Agencies", "უწყებები"))
    }

    pub(super) fn began(&self, count: usize) -> String {
        self.pick(say!("Newly reported (only for the second report): {count}", "ინფორმაცია მხოლოდ მეორე ანგარიშისთვის მოაწოდა {count} უწყებამ"))
    }

    pub(super) fn stopped(&self, count: usize) -> String {
        self.pick(say!("Stopped reporting (only for the first report): {count}", "ინფორმაცია მხოლოდ პირველი ანგარიშისთვის მოაწოდა {count} უწყებამ"))
    }

    pub(super) fn figures(&self) -> String {
        self.pick(say!("Figures", "ინდიკატორების მაჩვენებლები"))
    }

    pub(super) fn no_data(&self) -> String {
        self.pick(say!("no data", "მონაცემი არ არის"))
    }

    /// A value of one year in both reports.
    pub(super) fn revised(&self, year: i32, before: &str, after: &str) -> String {
        self.pick(say!("{year}: was {before}, now {after}", "{year}: იყო {before}, ახლა – {after}"))
    }

    /// Values of two years.
    pub(super) fn two_years(&self, years: (i32, i32), before: &str, after: &str) -> String {
        let (one, other) = years;
        format!("{one}: {before}; {other}: {after}")
    }

    pub(super) fn quoted(&self, text: &str) -> String {
        self.pick(say!("“{text}”", "„{text}“"))
    }

    pub(super) fn other_parts_of_plan(&self) -> String {
        self.pick(say!("The activities are the same; another part of the plan differs.", "საქმიანობები უცვლელია; შეიცვალა გეგმის სხვა ნაწილი."))
    }

    pub(super) fn added(&self, count: usize) -> String {
        self.pick(say!("Added: {count}", "დაემატა {count} საქმიანობა"))
    }

    pub(super) fn removed(&self, count: usize) -> String {
        self.pick(say!("No longer in the plan's files: {count}", "გეგმის ფაილებში აღარ არის {count} საქმიანობა"))
    }

    pub(super) fn withdrawn(&self, count: usize) -> String {
        self.pick(say!("Withdrawn from the plan: {count}", "გეგმიდან ამოღებულია {count} საქმიანობა"))
    }

    pub(super) fn restored(&self, count: usize) -> String {
        self.pick(say!("No longer withdrawn from the plan: {count}", "გეგმიდან ამოღებული აღარ არის {count} საქმიანობა"))
    }

    pub(super) fn amended(&self, count: usize) -> String {
        self.pick(say!("Amended: {count}", "ცვლილება შევიდა {count} საქმიანობაში"))
    }

    /// A part of an activity or of the secretariat's words by its key in the export.
    pub(super) fn part(&self, key: &str) -> String {
        self.pick(match key {
            "number" => say!("number", "ნომერი"),
            "title" => say!("title", "სახელწოდება"),
            "lead" => say!("lead agencies", "ძირითადი უწყებები"),
            "support" => say!("supporting agencies", "დამხმარე უწყებები"),
            "partners" => say!("partners", "პარტნიორი ორგანიზაციები"),
            "deadline" => say!("deadline", "განხორციელების ვადა"),
            "indicators" => say!("indicators", "ინდიკატორები"),
            "budget" => say!("budget", "ბიუჯეტი"),
            "links" => say!("what it answers to", "რას პასუხობს"),
            "amended" => say!("acts of amendment", "ცვლილების აქტები"),
            "withdrawn" => say!("act of withdrawal", "გეგმიდან ამოღების აქტი"),
            "successor" => say!("successor", "ჩამნაცვლებელი საქმიანობა"),
            "note" => say!("note", "შენიშვნა"),
            "introduction" => say!("introduction", "შესავალი"),
            "findings" => say!("findings", "მიგნებები"),
            "recommendations" => say!("recommendations", "რეკომენდაციები"),
            "follow_up" => say!("follow-up of recommendations", "რეკომენდაციების შესრულება"),
            "words" => say!("texts of the chapters", "თავების ტექსტები"),
            other => say!("{other}", "{other}"),
        })
    }

    /// A deadline before and after, as a part of an activity that is not the same.
    pub(super) fn deadline(&self, before: &str, after: &str) -> String {
        let name = self.part("deadline");
        self.pick(say!("{name} (was {before}, now {after})", "{name} (იყო {before}, ახლა – {after})"))
    }

    pub(super) fn assessments(&self) -> String {
        self.pick(say!("The secretariat's ratings", "სამდივნოს შეფასებები"))
    }

    pub(super) fn assessments_added(&self, count: usize) -> String {
        self.pick(say!("Added: {count}", "სამდივნომ შეაფასა კიდევ {count} საქმიანობა"))
    }

    pub(super) fn assessments_changed(&self, count: usize) -> String {
        self.pick(say!("Changed: {count}", "შეფასება შეიცვალა {count} საქმიანობაში"))
    }

    pub(super) fn assessments_removed(&self, count: usize) -> String {
        self.pick(say!("Removed: {count}", "შეფასება აღარ აქვს {count} საქმიანობას"))
    }

    /// A rating before and after, by the labels of the statuses.
    pub(super) fn assessment(&self, change: &AssessmentChange<'_>, before: &str, after: &str) -> String {
        self.pick(match (change.before, change.after) {
            (None, _) => say!("“{after}”", "„{after}“"),
            (Some(_), None) => say!("was “{before}”", "იყო „{before}“"),
            (Some(one), Some(other)) if one == other => say!("“{after}”, with another reason", "„{after}“, შეიცვალა საფუძველი"),
            _ => say!("was “{before}”, now “{after}”", "იყო „{before}“, გახდა „{after}“"),
        })
    }

    pub(super) fn texts(&self) -> String {
        self.pick(say!("The secretariat's texts", "სამდივნოს ტექსტები"))
    }

    pub(super) fn texts_differ(&self, parts: &str) -> String {
        self.pick(say!("Not the same: {parts}", "განსხვავდება: {parts}"))
    }

    pub(super) fn set_aside(&self) -> String {
        self.pick(say!("Rows set aside", "ცალკე გამოტანილი სტრიქონები"))
    }

    pub(super) fn counts(&self, (before, after): (usize, usize)) -> String {
        let (before, after) = (self.0.integer(before), self.0.integer(after));
        self.pick(say!("First report: {before}; second report: {after}", "პირველი ანგარიში: {before}; მეორე ანგარიში: {after}"))
    }
}

//! The columns of a submission: one table from which reading, hints and documentation follow.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::{Language, folded};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Field {
    Activity,
    Indicator,
    Status,
    Value,
    Narrative,
    Obstacles,
    DelayReason,
    Expected,
    Evidence,
    Agency,
    Source,
    ActivityTitle,
    Role,
    Deadline,
    IndicatorName,
    Unit,
    Target,
    LastYear,
    LastState,
    Period,
}

impl Field {
    /// How many fields there are.
    pub const COUNT: usize = Self::Period as usize + 1;
}

/// One column.
#[derive(Debug)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// Heading in English; also the canonical one.
    pub heading: &'static str,
    /// Headings in Georgian; the first is printed in forms.
    pub georgian: &'static [&'static str],
    /// Other accepted headings.
    pub aliases: &'static [&'static str],
    /// Whether a file must have it.
    pub required: bool,
    /// Whether it may come once per language, as `narrative_ka` and `narrative_en`.
    pub per_language: bool,
    /// Whether a form fills it for the person to read; what stands there is not taken into the report.
    pub for_reading: bool,
    /// What it means, in one sentence.
    pub means: &'static str,
    /// An example of its content.
    pub example: &'static str,
}

/// Every column, in the order of forms (`terms.md` 1.10); dimensions of the plan come on top.
pub const COLUMNS: &[Column] = &[
    Column {
        field: Field::Activity,
        heading: "activity",
        georgian: &["საქმიანობა", "საქმიანობის ნომერი", "აქტივობა", "ღონისძიება", "ნომერი", "№"],
        aliases: &["activity number", "number"],
        required: true,
        per_language: false,
        for_reading: false,
        means: "Id or printed number of the activity.",
        example: "2.1.10",
    },
    Column {
        field: Field::Indicator,
        heading: "indicator",
        georgian: &["ინდიკატორი", "ინდიკატორის დასახელება"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: false,
        means: "Id or name of the indicator; empty when the row speaks of the whole activity.",
        example: "participants",
    },
    Column {
        field: Field::Status,
        heading: "status",
        georgian: &["სტატუსი", "შესრულების სტატუსი", "შესრულების მდგომარეობა"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: false,
        means: "A code, label or alias of the status scale; belongs to the activity, once (repeats must agree).",
        example: "in-progress",
    },
    Column {
        field: Field::Value,
        heading: "value",
        georgian: &["მაჩვენებელი", "მიღწეული მაჩვენებელი", "მნიშვნელობა", "რაოდენობა", "რიცხვი"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: false,
        means: "By the indicator's kind a number, yes or no, or a text; `<5` is a suppressed small count, from 1 to 4.",
        example: "24",
    },
    Column {
        field: Field::Narrative,
        heading: "narrative",
        georgian: &["შესრულების აღწერა", "აღწერა", "გაწეული სამუშაო", "განხორციელებული ღონისძიებები"],
        aliases: &["description"],
        required: false,
        per_language: true,
        for_reading: false,
        means: "What was done, as plain text; line breaks are kept.",
        example: "Six trainings were held.",
    },
    Column {
        field: Field::Obstacles,
        heading: "obstacles",
        georgian: &["შემაფერხებელი გარემოებები", "დაბრკოლებები", "ხელისშემშლელი ფაქტორები", "გამოწვევები"],
        aliases: &["obstacle"],
        required: false,
        per_language: true,
        for_reading: false,
        means: "What stood in the way.",
        example: "Borders were closed.",
    },
    Column {
        field: Field::DelayReason,
        heading: "delay_reason",
        georgian: &["დაგვიანების მიზეზი", "ვადის გადაცილების მიზეზი", "შეფერხების მიზეზი"],
        aliases: &["reason for delay"],
        required: false,
        per_language: false,
        for_reading: false,
        means: "Why it is late, by a code of the plan's list.",
        example: "epidemic",
    },
    Column {
        field: Field::Expected,
        heading: "expected",
        georgian: &["მოსალოდნელი თარიღი", "შესრულების მოსალოდნელი თარიღი", "ახალი ვადა"],
        aliases: &["new date", "expected date"],
        required: false,
        per_language: false,
        for_reading: false,
        means: "When it will be done: a day or a period in the notation of deadlines.",
        example: "2021-H1",
    },
    Column {
        field: Field::Evidence,
        heading: "evidence",
        georgian: &["დამადასტურებელი მასალა", "დადასტურების წყარო", "მტკიცებულება", "ბმული"],
        aliases: &["link", "links"],
        required: false,
        per_language: false,
        for_reading: false,
        means: "Web addresses or references to documents, separated by blanks, `;` or line breaks.",
        example: "https://example.org/report.pdf",
    },
    Column {
        field: Field::Agency,
        heading: "agency",
        georgian: &["უწყება", "პასუხისმგებელი უწყება"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: false,
        means: "Who reports; only in a file that holds several agencies.",
        example: "moia",
    },
    Column {
        field: Field::Source,
        heading: "source",
        georgian: &["წყარო", "გარე წყარო"],
        aliases: &[],
        required: false,
        per_language: true,
        for_reading: false,
        means: "Who publishes the observation; only in files of `external/`.",
        example: "GRETA",
    },
    Column {
        field: Field::ActivityTitle,
        heading: "activity_title",
        georgian: &["საქმიანობის სახელწოდება"],
        aliases: &["title"],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: title of the activity.",
        example: "Information campaign",
    },
    Column {
        field: Field::Role,
        heading: "agency_role",
        georgian: &["უწყების როლი"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: whether the agency leads or supports the activity.",
        example: "lead",
    },
    Column {
        field: Field::Deadline,
        heading: "deadline",
        georgian: &["განხორციელების ვადა", "შესრულების ვადა"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: deadline of the activity.",
        example: "2020-H2",
    },
    Column {
        field: Field::IndicatorName,
        heading: "indicator_name",
        georgian: &["ინდიკატორის სახელწოდება"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: name of the indicator.",
        example: "Number of participants",
    },
    Column {
        field: Field::Unit,
        heading: "unit",
        georgian: &["საზომი ერთეული"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: what is counted.",
        example: "people",
    },
    Column {
        field: Field::Target,
        heading: "target",
        georgian: &["სამიზნე მაჩვენებელი"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: target of the indicator for the year.",
        example: "24..40",
    },
    Column {
        field: Field::LastYear,
        heading: "last_year",
        georgian: &["წინა წლის მაჩვენებელი"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: value that was reported for the year before.",
        example: "18",
    },
    Column {
        field: Field::LastState,
        heading: "last_state",
        georgian: &["წინა პერიოდის სტატუსი"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "For reading: status before the period, and whether the activity is overdue.",
        example: "in progress; overdue since 2019",
    },
    Column {
        field: Field::Period,
        heading: "period",
        georgian: &["საანგარიშო პერიოდი"],
        aliases: &[],
        required: false,
        per_language: false,
        for_reading: true,
        means: "The period that the form is for; a file is checked for this period.",
        example: "2020",
    },
];

/// What stands in the column `activity` of a row that says 'nothing to report': the row is ticked in the column `value` and
/// gives its reason in `narrative`. The first is that of forms in English, the second that of forms in Georgian.
pub const NIL: [&str; 5] = ["nil", "ნულოვანი ანგარიში", "nil return", "nothing to report", "ნულოვანი"];

/// Endings by which a heading names its language, folded.
const ENDINGS: [(&str, Language); 6] = [
    (" ka", Language::KA),
    (" en", Language::EN),
    (" (ქართულად)", Language::KA),
    (" (ინგლისურად)", Language::EN),
    (" ქართულად", Language::KA),
    (" ინგლისურად", Language::EN),
];

/// The column with this heading, and the language that the heading names (`narrative_ka`, `შესრულების აღწერა (ინგლისურად)`).
pub fn find(heading: &str) -> Option<(&'static Column, Option<Language>)> {
    find_folded(&folded(heading))
}

/// The same for a heading that is folded already.
pub fn find_folded(heading: &str) -> Option<(&'static Column, Option<Language>)> {
    static BY_HEADING: LazyLock<HashMap<String, &'static Column>> = LazyLock::new(|| {
        let headings = |column: &'static Column| std::iter::once(&column.heading).chain(column.georgian).chain(column.aliases);
        COLUMNS.iter().flat_map(|column| headings(column).map(move |heading| (folded(heading), column))).collect()
    });
    if let Some(column) = BY_HEADING.get(heading) {
        return Some((column, None));
    }
    ENDINGS.iter().find_map(|(ending, language)| {
        let column = BY_HEADING.get(heading.strip_suffix(ending)?).filter(|column| column.per_language)?;
        Some((*column, Some(*language)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_both_languages() {
        let field = |heading| find(heading).map(|(column, language)| (column.field, language));
        assert_eq!(field("  Delay Reason "), Some((Field::DelayReason, None)));
        assert_eq!(field("სტატუსი"), Some((Field::Status, None)));
        assert_eq!(field("narrative_ka"), Some((Field::Narrative, Some(Language::KA))));
        assert_eq!(field("შესრულების აღწერა (ინგლისურად)"), Some((Field::Narrative, Some(Language::EN))));
        assert_eq!(field("ეროვნება"), None);
    }

    #[test]
    fn no_heading_names_two_columns() {
        let mut seen = std::collections::BTreeMap::new();
        for column in COLUMNS {
            for heading in std::iter::once(&column.heading).chain(column.georgian).chain(column.aliases) {
                assert_eq!(seen.insert(folded(heading), column.heading), None, "{heading}");
            }
        }
    }
}

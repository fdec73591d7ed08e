//! The checks: each is one file with its documentation, one pure function and its wording in two languages.
//!
//! To add one: a file here with `declare_check!`, a line in [`CHECKS`] and a fixture `tests/checks/<name>.md`.
//! The self-tests below and in `tests/suite` say what is missing.

mod cell;
mod consequences;
mod waivers;
mod words;

use crate::diagnostic::{self, Diagnostic, Label, Level, Wording};
use crate::disclosure::{Published, Withheld};
use crate::model::date::Date;
use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::model::text::Language;
use crate::place::Place;
use crate::problem::Problem;
use crate::source::Sources;

pub use waivers::accept;

/// What a check looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Files as such: bytes, syntax, keys.
    Files,
    /// The plan.
    Plan,
    /// What agencies sent.
    Submissions,
    /// What an edition for the public shows; looked at only when one is compiled.
    Edition,
    /// Accepted findings.
    Waivers,
}

/// One check.
#[derive(Debug)]
pub struct Check {
    /// Name; reads well after the word 'allow'.
    pub name: &'static str,
    /// Level of its findings.
    pub level: Level,
    /// What it looks at.
    pub about: About,
    /// Documentation in English: a line that says what is wrong, then why, an example and what to do, in Markdown.
    pub english: &'static str,
    /// The same in Georgian.
    pub georgian: &'static str,
    /// Adds the findings.
    pub run: fn(&Context<'_>, &mut Findings),
}

/// The first line of a check's documentation, which says what is wrong, without its full stop; nothing for an unknown name.
pub fn headline(name: &str, language: Language) -> &'static str {
    let text = find(name).map_or("", |check| if language == Language::KA { check.georgian } else { check.english });
    text.trim_start().lines().next().unwrap_or_default().trim_end_matches('.')
}

/// An edition for the public; the periods are as it shows them.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// Number of the period of the report.
    pub period: usize,
    /// The numbers that it does not show.
    pub withheld: &'a [Withheld],
    /// What editions that are out say of figures.
    pub earlier: &'a [Published<'a>],
}

impl Edition<'_> {
    /// The periods of whose rows it speaks, with their numbers: what was said before stands beside what is said now.
    fn shown<'p>(&self, periods: &'p [ReportingPeriod]) -> impl Iterator<Item = (usize, &'p ReportingPeriod)> {
        let end = |period: &ReportingPeriod| period.covers.map(|covers| covers.end());
        let last = periods.get(self.period).and_then(end);
        periods.iter().enumerate().filter(move |(_, period)| end(period) <= last)
    }
}

/// What a check may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The reporting periods.
    pub periods: &'a [ReportingPeriod],
    /// What reading found.
    pub problems: &'a [Problem],
    /// The files, for their paths.
    pub sources: &'a Sources,
    /// Today.
    pub as_of: Date,
    /// The edition for the public that is compiled, if one is.
    pub edition: Option<Edition<'a>>,
    /// How many findings each waiver of [`Context::waivers`] accepts; known only to the checks of waivers, empty for others.
    pub accepted: &'a [usize],
}

impl<'a> Context<'a> {
    /// All waivers: those of the plan, then those of each period.
    pub fn waivers(&self) -> impl Iterator<Item = &'a crate::model::plan::Waiver> {
        self.plan.waivers.iter().chain(self.periods.iter().flat_map(|period| &period.waivers))
    }
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Diagnostic>,
}

impl Findings {
    /// Adds a finding of a check; label, notes and help are set on what it returns.
    pub fn add(&mut self, check: &'static Check, place: Place, message: Wording) -> &mut Diagnostic {
        let at = self.list.len();
        self.list.push(Diagnostic {
            check: check.name,
            level: check.level,
            message,
            primary: Label { place, text: Wording::default() },
            others: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            secret: false,
            agency: None,
            activity: None,
        });
        &mut self.list[at]
    }
}

/// A `static` check whose English documentation is its doc comment.
macro_rules! declare_check {
    ($(#[doc = $doc:literal])* $vis:vis static $ident:ident = $name:literal, $level:ident, $about:ident, $run:path, ka: $georgian:literal;) => {
        $(#[doc = $doc])*
        $vis static $ident: $crate::checks::Check = $crate::checks::Check {
            name: $name,
            level: $crate::diagnostic::Level::$level,
            about: $crate::checks::About::$about,
            english: concat!($($doc, "\n"),*),
            georgian: $georgian,
            run: $run,
        };
    };
}

/// Names of checks and their statics, one module each, sorted by name.
macro_rules! checks {
    ($($module:ident :: $ident:ident,)*) => {
        $(mod $module;)*
        /// Every check, sorted by name.
        pub static CHECKS: &[&Check] = &[$(&$module::$ident),*];
    };
}

checks! {
    activity_not_of_agency::ACTIVITY_NOT_OF_AGENCY,
    activity_without_indicator::ACTIVITY_WITHOUT_INDICATOR,
    activity_without_lead::ACTIVITY_WITHOUT_LEAD,
    agency_in_two_roles::AGENCY_IN_TWO_ROLES,
    agency_without_duty::AGENCY_WITHOUT_DUTY,
    alias_of_two_agencies::ALIAS_OF_TWO_AGENCIES,
    ambiguous_activity::AMBIGUOUS_ACTIVITY,
    assessment_given_twice::ASSESSMENT_GIVEN_TWICE,
    assessment_not_on_scale::ASSESSMENT_NOT_ON_SCALE,
    breakdown_not_asked::BREAKDOWN_NOT_ASKED,
    column_without_heading::COLUMN_WITHOUT_HEADING,
    data_before_period_end::DATA_BEFORE_PERIOD_END,
    date_not_understood::DATE_NOT_UNDERSTOOD,
    deadline_outside_period::DEADLINE_OUTSIDE_PERIOD,
    deadline_reversed::DEADLINE_REVERSED,
    direction_mark_in_text::DIRECTION_MARK_IN_TEXT,
    duplicate_column::DUPLICATE_COLUMN,
    duplicate_id::DUPLICATE_ID,
    duplicate_key::DUPLICATE_KEY,
    duplicate_number::DUPLICATE_NUMBER,
    duplicate_row::DUPLICATE_ROW,
    earlier_edition_differs::EARLIER_EDITION_DIFFERS,
    empty_file::EMPTY_FILE,
    empty_goal::EMPTY_GOAL,
    encoded_line_break::ENCODED_LINE_BREAK,
    evidence_not_a_link::EVIDENCE_NOT_A_LINK,
    external_without_source::EXTERNAL_WITHOUT_SOURCE,
    file_of_no_chapter::FILE_OF_NO_CHAPTER,
    file_of_nobody::FILE_OF_NOBODY,
    formula_in_cell::FORMULA_IN_CELL,
    garbled_text::GARBLED_TEXT,
    heading_not_in_first_row::HEADING_NOT_IN_FIRST_ROW,
    id_not_under_parent::ID_NOT_UNDER_PARENT,
    incomplete_scale::INCOMPLETE_SCALE,
    indicator_without_unit::INDICATOR_WITHOUT_UNIT,
    lead_not_a_public_body::LEAD_NOT_A_PUBLIC_BODY,
    long_row::LONG_ROW,
    look_alike_heading::LOOK_ALIKE_HEADING,
    lost_text::LOST_TEXT,
    markup_shown_as_text::MARKUP_SHOWN_AS_TEXT,
    missing_column::MISSING_COLUMN,
    missing_file::MISSING_FILE,
    missing_key::MISSING_KEY,
    missing_translation::MISSING_TRANSLATION,
    nil_return_incomplete::NIL_RETURN_INCOMPLETE,
    nil_return_with_rows::NIL_RETURN_WITH_ROWS,
    no_rows::NO_ROWS,
    old_font_text::OLD_FONT_TEXT,
    other_agency::OTHER_AGENCY,
    other_period::OTHER_PERIOD,
    percent_as_fraction::PERCENT_AS_FRACTION,
    percent_over_100::PERCENT_OVER_100,
    period_not_understood::PERIOD_NOT_UNDERSTOOD,
    personal_data::PERSONAL_DATA,
    repeated_choice::REPEATED_CHOICE,
    row_not_filled_in::ROW_NOT_FILLED_IN,
    row_without_activity::ROW_WITHOUT_ACTIVITY,
    second_sheet::SECOND_SHEET,
    short_row::SHORT_ROW,
    small_count::SMALL_COUNT,
    spreadsheet_error_in_text::SPREADSHEET_ERROR_IN_TEXT,
    status_disagrees::STATUS_DISAGREES,
    suppressed_value::SUPPRESSED_VALUE,
    target_out_of_range::TARGET_OUT_OF_RANGE,
    text_after_quote::TEXT_AFTER_QUOTE,
    text_given_twice::TEXT_GIVEN_TWICE,
    truncated_cell::TRUNCATED_CELL,
    two_files_of_one_agency::TWO_FILES_OF_ONE_AGENCY,
    unclosed_quote::UNCLOSED_QUOTE,
    unknown_activity::UNKNOWN_ACTIVITY,
    unknown_activity_in_report::UNKNOWN_ACTIVITY_IN_REPORT,
    unknown_agency::UNKNOWN_AGENCY,
    unknown_breakdown::UNKNOWN_BREAKDOWN,
    unknown_check::UNKNOWN_CHECK,
    unknown_choice::UNKNOWN_CHOICE,
    unknown_column::UNKNOWN_COLUMN,
    unknown_delay_reason::UNKNOWN_DELAY_REASON,
    unknown_dimension::UNKNOWN_DIMENSION,
    unknown_indicator::UNKNOWN_INDICATOR,
    unknown_key::UNKNOWN_KEY,
    unknown_recommendation::UNKNOWN_RECOMMENDATION,
    unknown_status::UNKNOWN_STATUS,
    unknown_table::UNKNOWN_TABLE,
    unquoted_id::UNQUOTED_ID,
    unreadable_encoding::UNREADABLE_ENCODING,
    utf16_file::UTF16_FILE,
    value_after_withdrawal::VALUE_AFTER_WITHDRAWAL,
    value_of_wrong_kind::VALUE_OF_WRONG_KIND,
    value_without_indicator::VALUE_WITHOUT_INDICATOR,
    waiver_expired::WAIVER_EXPIRED,
    waiver_unused::WAIVER_UNUSED,
    withheld_number_in_text::WITHHELD_NUMBER_IN_TEXT,
    wrong_kind_of_value::WRONG_KIND_OF_VALUE,
    yaml_syntax::YAML_SYNTAX,
    zero_byte_in_cell::ZERO_BYTE_IN_CELL,
}

/// Runs the checks; those of waivers are left to [`run_on_waivers`], those of an edition to [`run_on_edition`].
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    run_where(context, |about| !matches!(about, About::Waivers | About::Edition))
}

/// Runs the checks of an edition for the public.
pub fn run_on_edition(context: &Context<'_>) -> Vec<Diagnostic> {
    run_where(context, |about| about == About::Edition)
}

/// Runs the checks of waivers, once it is known what each waiver accepts.
pub fn run_on_waivers(context: &Context<'_>) -> Vec<Diagnostic> {
    run_where(context, |about| about == About::Waivers)
}

fn run_where(context: &Context<'_>, wanted: impl Fn(About) -> bool) -> Vec<Diagnostic> {
    let broken = consequences::Broken::new(context);
    let mut all = Vec::new();
    for check in CHECKS.iter().filter(|check| wanted(check.about)) {
        let mut findings = Findings::default();
        (check.run)(context, &mut findings);
        all.extend(findings.list.into_iter().filter(|finding| !broken.explains(check.about, finding)));
    }
    diagnostic::secret::hide(&mut all);
    all
}

/// The check with this name.
pub fn find(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name).copied()
}

/// `a`, `b` and `c` in backticks, joined by commas.
fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_sorted_and_documented() {
        assert!(CHECKS.is_sorted_by(|a, b| a.name < b.name), "sort the list in src/checks/mod.rs by name");
        for check in CHECKS {
            let name = check.name;
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{name}");
            for heading in ["## Why", "## Example", "## What to do"] {
                assert!(check.english.contains(heading), "the documentation of {name} lacks {heading}");
            }
            for heading in ["## რატომ", "## მაგალითი", "## რა უნდა გააკეთოთ"] {
                assert!(check.georgian.contains(heading), "the Georgian documentation of {name} lacks {heading}");
            }
        }
    }
}

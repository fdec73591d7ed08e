//! A form as a table: its columns, and each cell in the language of the form.

use super::Given;
use super::rows::{Before, Line, Role};
use crate::merge::progress::Merged;
use crate::model::agency::AgencyIx;
use crate::model::column::{self, COLUMNS, Field, NIL};
use crate::model::indicator::{Merge, Number, Target};
use crate::model::plan::{Choice, Plan};
use crate::model::submission::Value;
use crate::model::text::{Language as Code, folded};
use crate::report::language::Language;
use crate::say;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A field of a submission.
    Field(Field),
    /// A dimension of the plan, by its number.
    Dimension(u8),
}

/// A column of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub slot: Slot,
    /// Its heading.
    pub heading: String,
}

/// What a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Subject {
    Activity,
    Indicator,
    Breakdown,
    NothingToReport,
}

impl Subject {
    /// Whether a person writes into this column of such a row.
    pub fn asks_for(self, slot: Slot) -> bool {
        use Field::{DelayReason, Evidence, Expected, Narrative, Obstacles, Status, Value};
        let Slot::Field(field) = slot else { return false };
        match self {
            Self::Activity => matches!(field, Status | Narrative | Obstacles | DelayReason | Expected | Evidence),
            Self::Indicator | Self::Breakdown => matches!(field, Value | Narrative | Evidence),
            Self::NothingToReport => matches!(field, Value | Narrative),
        }
    }
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it speaks of.
    pub subject: Subject,
    /// One cell for each column; empty where a person writes.
    pub cells: Vec<String>,
}

/// The form of one agency.
#[derive(Debug)]
pub struct Form<'a> {
    /// What it was made from.
    pub given: &'a Given<'a>,
    /// Whose it is.
    pub agency: AgencyIx,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; the last one is for an agency that has nothing to report.
    pub rows: Vec<Row>,
}

/// The columns before the dimensions, between them and what is filled in, what is filled in, and whose form it is.
const ORDER: [&[Field]; 4] = [
    &[Field::Activity, Field::ActivityTitle, Field::Role, Field::Deadline, Field::LastState, Field::Indicator, Field::IndicatorName, Field::Unit],
    &[Field::Target, Field::LastYear],
    &[Field::Status, Field::Value, Field::Narrative, Field::Obstacles, Field::DelayReason, Field::Expected, Field::Evidence],
    &[Field::Agency, Field::Period],
];

impl<'a> Form<'a> {
    /// Writes the rows of an agency out.
    pub(super) fn new(given: &'a Given<'a>, before: Option<&Before<'_>>, agency: AgencyIx, lines: &[Line]) -> Self {
        let columns = columns(given.plan, given.languages[0].code(), lines);
        let cells = Cells { given, before, agency, words: &given.languages[0] };
        let mut rows: Vec<Row> = lines
            .iter()
            .map(|line| {
                let subject = match (line.indicator, line.breakdown.is_empty()) {
                    (None, _) => Subject::Activity,
                    (Some(_), true) => Subject::Indicator,
                    (Some(_), false) => Subject::Breakdown,
                };
                Row { subject, cells: columns.iter().map(|column| cells.cell(line, column.slot)).collect() }
            })
            .collect();
        let cells = columns.iter().map(|column| cells.nothing_to_report(column.slot)).collect();
        rows.push(Row { subject: Subject::NothingToReport, cells });
        Self { given, agency, columns, rows }
    }

    /// The language of the form.
    pub fn language(&self) -> Code {
        self.given.languages[0].code()
    }

    /// Name of its file: agency and period.
    pub fn file_name(&self, format: super::Format) -> String {
        format!("{}-{}.{}", self.given.plan.agency(self.agency).id, self.given.name, format.ending())
    }

    /// What may be chosen as a status, in the order of the scale.
    pub fn statuses(&self) -> Vec<String> {
        let scale = &self.given.plan.scale;
        let words = scale.by_word();
        let entered = scale.iter().filter(|(_, status)| !status.counts.is_derived());
        let word = entered.map(|(ix, status)| {
            let label = status.label.any(self.language());
            if words.get(&folded(label)) == Some(&ix) { label } else { &status.code }
        });
        word.map(str::to_owned).collect()
    }

    /// What may be chosen as a reason for delay.
    pub fn delay_reasons(&self) -> Vec<String> {
        let reasons = &self.given.plan.delay_reasons;
        (0..reasons.len()).map(|at| word(reasons, at, self.language())).collect()
    }
}

/// The columns that these rows need, in the order in which a person reads them.
fn columns(plan: &Plan, language: Code, lines: &[Line]) -> Vec<Column> {
    let [what, how_much, filled, whose] = ORDER;
    let indicators = lines.iter().filter_map(|line| plan.activity(line.activity).indicators.get(usize::from(line.indicator?)));
    let mut used: Vec<u8> = indicators.flat_map(|indicator| indicator.dimensions.iter().copied()).collect();
    used.sort_unstable();
    used.dedup();
    let dimensions = used.into_iter().map(|at| Column { slot: Slot::Dimension(at), heading: heading_of_dimension(plan, at, language) });
    let fields = |fields: &'static [Field]| fields.iter().filter_map(|field| heading(plan, *field, language));
    fields(what).chain(dimensions).chain(fields(how_much)).chain(fields(filled)).chain(fields(whose)).collect()
}

/// The column of a field; a column for reading makes way for a dimension of the same name.
fn heading(plan: &Plan, field: Field, language: Code) -> Option<Column> {
    let column = COLUMNS.iter().find(|column| column.field == field)?;
    let georgian = column.georgian.first().filter(|_| language == Code::KA);
    let heading = georgian.copied().unwrap_or(column.heading);
    let taken = column.for_reading && dimension_called(plan, heading).is_some();
    (!taken).then(|| Column { slot: Slot::Field(field), heading: heading.to_owned() })
}

/// The name of a dimension where it leads back to it, else its id.
fn heading_of_dimension(plan: &Plan, at: u8, language: Code) -> String {
    let Some(dimension) = plan.dimensions.get(usize::from(at)) else { return String::new() };
    let name = dimension.name.any(language);
    let is_column = column::find(name).is_some_and(|(column, _)| !column.for_reading);
    let clear = !is_column && dimension_called(plan, name) == Some(usize::from(at));
    if clear { name.to_owned() } else { dimension.id.clone() }
}

/// The dimension that a heading names, as `load` finds it.
fn dimension_called(plan: &Plan, heading: &str) -> Option<usize> {
    let heading = folded(heading);
    plan.dimensions.iter().position(|dimension| {
        let names = dimension.name.all().map(|(_, name)| name).chain(dimension.aliases.iter().map(String::as_str));
        names.chain([dimension.id.as_str()]).any(|name| folded(name) == heading)
    })
}

/// The name of a choice where it leads back to it, else its id.
fn word(choices: &[Choice], at: usize, language: Code) -> String {
    let Some(choice) = choices.get(at) else { return String::new() };
    let name = choice.name.any(language);
    let wanted = folded(name);
    let is = |choice: &Choice| {
        let names = choice.name.all().map(|(_, name)| name).chain(choice.aliases.iter().map(String::as_str));
        names.chain([choice.id.as_str()]).any(|word| folded(word) == wanted)
    };
    let found = choices.iter().position(|choice| choice.id == name).or_else(|| choices.iter().position(is));
    if found == Some(at) { name.to_owned() } else { choice.id.clone() }
}

/// What the cells of a form are made from.
struct Cells<'a> {
    given: &'a Given<'a>,
    before: Option<&'a Before<'a>>,
    agency: AgencyIx,
    words: &'a Language,
}

impl Cells<'_> {
    fn cell(&self, line: &Line, slot: Slot) -> String {
        let (plan, language) = (self.given.plan, self.words.code());
        let activity = plan.activity(line.activity);
        let indicator = line.indicator.and_then(|at| activity.indicators.get(usize::from(at)));
        let field = match slot {
            Slot::Field(field) => field,
            Slot::Dimension(dimension) => {
                let value = line.breakdown.iter().find(|(known, _)| *known == dimension).map(|(_, value)| usize::from(*value));
                let values = plan.dimensions.get(usize::from(dimension)).map_or(&[][..], |dimension| &dimension.values);
                return value.map(|at| word(values, at, language)).unwrap_or_default();
            }
        };
        match field {
            Field::Activity => activity.id.clone(),
            Field::ActivityTitle => activity.title.any(language).to_owned(),
            Field::Role => match line.role {
                Role::Lead => say!("lead", "ძირითადი").get(language).to_owned(),
                Role::Support => say!("support", "დამხმარე").get(language).to_owned(),
            },
            Field::Deadline => activity.deadline.map(|deadline| self.words.period(deadline)).unwrap_or_default(),
            Field::LastState => self.last_state(line),
            Field::Indicator => indicator.map(|indicator| indicator.id.clone()).unwrap_or_default(),
            Field::IndicatorName => indicator.map(|indicator| indicator.name.any(language).to_owned()).unwrap_or_default(),
            Field::Unit => indicator.map(|indicator| indicator.unit.any(language).to_owned()).unwrap_or_default(),
            // Targets are of totals.
            Field::Target if line.breakdown.is_empty() => {
                let target = indicator.and_then(|indicator| indicator.targets.get(&self.given.covers.end().year()));
                target.map(|target| self.target(target)).unwrap_or_default()
            }
            Field::LastYear => self.last_year(line).unwrap_or_default(),
            Field::Agency | Field::Period => self.whose(field),
            _ => String::new(),
        }
    }

    /// The row for an agency that has nothing to report.
    fn nothing_to_report(&self, slot: Slot) -> String {
        let georgian = self.words.code() == Code::KA;
        match slot {
            Slot::Field(Field::Activity) => NIL[usize::from(georgian)].to_owned(),
            Slot::Field(Field::ActivityTitle) => say!(
                "Nothing to report in this period: put x into the column \"value\" and write the reason into \"narrative\"",
                "თუ საანგარიშო პერიოდში მოსაწოდებელი ინფორმაცია არ არის: სვეტში „მაჩვენებელი“ ჩაწერეთ x, სვეტში „შესრულების აღწერა“ – მიზეზი"
            )
            .get(self.words.code())
            .to_owned(),
            Slot::Field(field @ (Field::Agency | Field::Period)) => self.whose(field),
            _ => String::new(),
        }
    }

    /// On every row, so that a file that was given another name still says whose it is.
    fn whose(&self, field: Field) -> String {
        if field == Field::Agency { self.given.plan.agency(self.agency).id.clone() } else { self.given.name.to_owned() }
    }

    /// The status when the period began, and whether the activity was overdue; once for an activity.
    fn last_state(&self, line: &Line) -> String {
        let was = self.before.and_then(|before| before.of(line.activity)).filter(|_| line.indicator.is_none());
        let Some(was) = was else { return String::new() };
        let language = self.words.code();
        let status = self.given.plan.scale.statuses.get(usize::from(was.now.status.0));
        let status = status.map(|status| status.label.any(language)).unwrap_or_default();
        let Some(overdue) = was.overdue else { return status.to_owned() };
        say!("{status}; overdue since {due}", "{status}; ვადაგადაცილებულია {due} წლიდან", due = overdue.due).get(language).to_owned()
    }

    /// What the agency itself reported for the year before, else what was merged.
    fn last_year(&self, line: &Line) -> Option<String> {
        let before = self.before?;
        let figure = before.figure(line)?;
        let own: Vec<&Value> = figure
            .said
            .iter()
            .filter(|said| said.agency == Some(self.agency) && before.year_of(said.period) == Some(before.year()))
            .filter_map(|said| said.value)
            .collect();
        if let [value] = own[..] {
            return Some(self.value(value));
        }
        let language = self.words.code();
        let merged = match figure.by_year.get(&before.year())? {
            Merged::Value(value) => self.value(value),
            Merged::Sum(number) => self.number(*number),
            Merged::Between(least, most) => self.between(*least, *most),
            Merged::Conflict => return Some(say!("agencies disagree", "უწყებების მონაცემები ერთმანეთს არ ემთხვევა").get(language).to_owned()),
        };
        let indicator = self.given.plan.activity(line.activity).indicators.get(usize::from(line.indicator?))?;
        let of_all = own.is_empty() && indicator.merge == Merge::Sum;
        Some(if of_all { say!("{merged} (all agencies)", "{merged} (ყველა უწყება)").get(language).to_owned() } else { merged })
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Number(number) => self.number(*number),
            Value::Below(limit) => format!("<{limit}"),
            Value::Withheld => String::new(),
            Value::YesNo(_) => self.words.value(value),
            Value::Text(text) => text.to_string(),
        }
    }

    /// Without groups of digits, so that what is copied into the column `value` can be read in one way only.
    fn number(&self, number: Number) -> String {
        number.to_string().replace('.', self.words.term("format.decimal"))
    }

    fn target(&self, target: &Target) -> String {
        match target.max {
            Some(most) => self.between(target.min, most),
            None => self.number(target.min),
        }
    }

    /// In words: a spreadsheet takes 2-4 for a date.
    fn between(&self, least: Number, most: Number) -> String {
        let (least, most) = (self.number(least), self.number(most));
        say!("{least} to {most}", "{least}-დან {most}-მდე").get(self.words.code()).to_owned()
    }
}

//! `submissions/*.csv` and `external/*.csv`: rows to the model, each with all that is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use super::file_name::{agency, stem_and_date};
use super::lookup::Lookup;
use super::repeats::Repeats;
use super::row::{Cells, read_row, sender};
use super::set_aside::cells_of;
use super::table::Heading;
use super::text;
use crate::model::agency::AgencyIx;
use crate::model::column::{Field, NIL};
use crate::model::date::Date;
use crate::model::plan::{ActivityIx, Waiver};
use crate::model::submission::{NilReturn, Row, Submission};
use crate::model::text::folded;
use crate::parse::csv;
use crate::place::{At, Place};
use crate::problem::{Problem, ProblemKind};
use crate::source::{Source, SourceId, Table};

/// What is known of a file before it is read.
pub(super) struct File<'a> {
    pub(super) source: SourceId,
    pub(super) text: &'a Source,
    pub(super) external: bool,
    /// Texts are only looked at, not kept: the file is judged, not merged.
    pub(super) judged_only: bool,
    /// Who sends it, when the caller knows.
    pub(super) agency: Option<AgencyIx>,
    /// Name of the period it is read for.
    pub(super) period: &'a str,
    /// Accepted findings of the period.
    pub(super) waivers: &'a [Waiver],
    /// Today, for waivers that expire.
    pub(super) as_of: Date,
}

/// A row of a submission has at least so many bytes; a shorter one only costs moving those that were read.
const SHORTEST_ROW: usize = 32;

/// Reads one file.
pub(super) fn read(file: &File<'_>, lookup: &Lookup<'_>, problems: &mut Vec<Problem>) -> Submission {
    let name = file.text.path.rsplit('/').next().unwrap_or_default();
    let (stem, dated) = stem_and_date(name);
    let agency = if file.external { None } else { file.agency.or_else(|| self::agency(stem, lookup)) };
    let mut reading = Reading {
        file,
        lookup,
        agency,
        // Memory is only taken when it is written to.
        rows: Vec::with_capacity(file.text.text.len() / SHORTEST_ROW),
        nil: Vec::new(),
        unfilled: Vec::new(),
        bad: BTreeSet::new(),
        values_alone: false,
        speakers: Speakers::Nobody,
        repeats: Repeats::default(),
        zero_bytes: memchr::memchr(0, file.text.text.as_bytes()).is_some(),
        on_duty: None,
        problems,
    };
    reading.read();
    let Reading { mut rows, nil, unfilled, bad, speakers, .. } = reading;
    let speaks_for = if let Speakers::One(agency) = speakers { Some(agency) } else { None };
    if !bad.is_empty() {
        rows.retain(|row| !bad.contains(&row.row));
    }
    rows.shrink_to_fit();
    let set_aside = cells_of(file.text, &bad);
    Submission {
        source: file.source,
        agency,
        speaks_for,
        dated,
        external: file.external,
        replaced: false,
        unreadable: false,
        rows,
        nil,
        unfilled,
        set_aside,
    }
}

/// For whom the rows of a file speak.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speakers {
    Nobody,
    One(AgencyIx),
    Several,
}

impl Speakers {
    fn add(&mut self, agency: Option<AgencyIx>) {
        *self = match (*self, agency) {
            (Self::Nobody, Some(agency)) => Self::One(agency),
            (Self::One(known), Some(agency)) if known != agency => Self::Several,
            (known, _) => known,
        };
    }
}

struct Reading<'a, 'p> {
    file: &'a File<'a>,
    lookup: &'a Lookup<'a>,
    agency: Option<AgencyIx>,
    rows: Vec<Row>,
    nil: Vec<NilReturn>,
    /// Rows of a form that nobody filled in.
    unfilled: Vec<u32>,
    /// Rows with an error, as a spreadsheet counts them.
    bad: BTreeSet<u32>,
    /// Some row has a value although the file has no column for indicators.
    values_alone: bool,
    speakers: Speakers,
    repeats: Repeats,
    /// The text holds a zero byte.
    zero_bytes: bool,
    /// Who was last found to take part in which activity.
    on_duty: Option<(AgencyIx, ActivityIx)>,
    problems: &'p mut Vec<Problem>,
}

impl Reading<'_, '_> {
    fn read(&mut self) {
        let text = self.file.text.text.as_str();
        let source = self.file.source;
        if text.trim().is_empty() {
            self.whole_file(ProblemKind::EmptyFile);
            return;
        }
        let Some(table) = &self.file.text.table else { return };
        let mut heading = Heading::read(table, &self.lookup.headings, source, self.problems);
        let mut above = 0;
        let mut other_period: Option<(String, usize)> = None;
        let mut last_activity = None;
        let before = self.problems.len();
        let mut data_rows = 0;
        csv::for_each_row(text, table, |row| {
            if row.row <= table.heading.1 {
                let filled = row.cells.iter().any(|cell| !cell.trim().is_empty());
                above += usize::from(row.row < table.heading.0 && filled);
                return;
            }
            if row.cells.iter().all(|cell| cell.trim().is_empty()) {
                return;
            }
            data_rows += 1;
            heading.count(row);
            let cells = Cells { row, heading: &heading, source, zero_bytes: false, keep_texts: false };
            let said = cells.get(Field::Period);
            if !said.is_empty() && said != self.file.period {
                other_period.get_or_insert_with(|| (said.to_owned(), 0)).1 += 1;
                self.bad.insert(row.row);
            }
            self.row(&heading, row, &mut last_activity);
        });
        if above > 0 || table.heading.0 < table.heading.1 {
            let kind = ProblemKind::HeadingBelow { rows: table.heading, above };
            self.problems.push(Problem { place: Place::row(source, table.heading.0), kind, row: None });
        }
        if let Some((found, cells)) = other_period {
            let place = heading.place_of(Field::Period, source);
            let kind = ProblemKind::OtherPeriod { found, period: self.file.period.to_owned(), cells };
            self.problems.push(Problem { place, kind, row: None });
        }
        heading.unknown(&self.lookup.headings, source, self.problems);
        self.belongs_to_somebody(&heading);
        self.nil_returns_stand_alone();
        if let Some(&first) = self.unfilled.first() {
            let kind = ProblemKind::RowsNotFilledIn { rows: self.unfilled.clone() };
            self.problems.push(Problem { place: Place::row(source, first), kind, row: None });
        }
        let faults = csv::quote_faults(text, table);
        if data_rows == 0 && faults.is_empty() {
            self.whole_file(ProblemKind::NoRows);
        }
        self.quotes(&faults, table, before);
    }

    /// A cell that is never closed, or whose mark closes it before its end, may have swallowed rows.
    fn quotes(&mut self, faults: &[csv::QuoteFault], table: &Table, before: usize) {
        if faults.is_empty() {
            return;
        }
        let source = self.file.source;
        let starts = csv::row_starts(&self.file.text.text, table);
        let found = self.problems.split_off(before);
        let mut swallowing = BTreeSet::new();
        for fault in faults {
            let Some(row) = csv::row_at(&starts, fault.open).map(|row| row.row) else { continue };
            let bytes = fault.open..fault.open + 1;
            if fault.close.is_some() && fault.lines == 0 {
                // The cell ends in its row; only its marks are lost.
                self.problems.push(Problem { place: Place::bytes(source, bytes), kind: ProblemKind::TextAfterQuote, row: None });
                continue;
            }
            self.problems.push(Problem {
                place: Place::bytes(source, bytes),
                kind: ProblemKind::UnclosedQuote { rows: fault.lines },
                row: Some(row),
            });
            swallowing.insert(row);
        }
        // What else is wrong with such a row only follows from the mark.
        self.problems.extend(found.into_iter().filter(|problem| !matches!(problem.place.at, At::Cell { row, .. } if swallowing.contains(&row))));
        self.bad.extend(swallowing);
    }

    fn whole_file(&mut self, kind: ProblemKind) {
        self.problems.push(Problem { place: Place::file(self.file.source), kind, row: None });
    }

    /// A file must say who sends it, by its name or in a column.
    fn belongs_to_somebody(&mut self, heading: &Heading<'_>) {
        if self.file.external {
            if !heading.has(Field::Source) {
                self.whole_file(ProblemKind::ExternalWithoutSource);
            }
        } else if self.agency.is_none() && !heading.has(Field::Agency) {
            // A column that stands twice was reported already.
            if !heading.names(Field::Agency) {
                self.whole_file(ProblemKind::FileOfNobody);
            }
            self.bad.extend(self.rows.iter().map(|row| row.row));
        }
    }

    fn row(&mut self, heading: &Heading<'_>, row: &csv::Row, last_activity: &mut Option<String>) {
        if !heading.has(Field::Activity) {
            // Reported once, at the headings.
            self.bad.insert(row.row);
            return;
        }
        let (expected, columns) = (heading.width, heading.columns.len());
        if row.cells.len() < expected {
            self.bad_row(row.row, Place::row(self.file.source, row.row), ProblemKind::ShortRow { found: row.cells.len(), expected });
            return;
        }
        // Empty cells may follow without end.
        let beyond = row.cells.iter().enumerate().skip(columns).rfind(|(_, cell)| !cell.trim().is_empty());
        if let Some((last, _)) = beyond {
            let filled = last + 1;
            let place = Place::cell(self.file.source, row.row, u32::try_from(columns).unwrap_or(u32::MAX));
            self.bad_row(row.row, place, ProblemKind::LongRow { found: filled, expected });
            return;
        }
        let cells = Cells { row, heading, source: self.file.source, zero_bytes: self.zero_bytes, keep_texts: !self.file.judged_only };
        if is_nil(cells.get(Field::Activity)) {
            self.nil_return(&cells);
            return;
        }
        if !heading.has(Field::Indicator) && cells.is_filled(Field::Value) {
            // Reported once, at the heading; a column that stands twice was reported already.
            if !heading.names(Field::Indicator) && !self.values_alone {
                let place = heading.place_of(Field::Value, self.file.source);
                self.problems.push(Problem { place, kind: ProblemKind::ValuesWithoutIndicators, row: None });
            }
            self.values_alone = true;
            self.bad.insert(row.row);
            return;
        }
        let before = self.problems.len();
        let read = read_row(&cells, self.lookup, self.agency, self.file.external, last_activity, self.problems);
        text::keep_the_cause(&cells, self.problems, before);
        for problem in &self.problems[before..] {
            self.bad.extend(problem.row);
        }
        let Some(mut read) = read else { return };
        self.speakers.add(read.agency);
        if !cells.says_something() {
            if !self.bad.contains(&row.row) {
                self.unfilled.push(row.row);
            }
            return;
        }
        self.check_duty(&cells, &mut read);
        if self.bad.contains(&row.row) {
            // What it repeats cannot be known.
            return;
        }
        self.check_repeats(&cells, &read);
        self.rows.push(read);
    }

    /// 'Nothing to report': a tick and a reason; neither of them in a form that was left as it came.
    fn nil_return(&mut self, cells: &Cells<'_>) {
        let row = cells.row.row;
        let before = self.problems.len();
        text::examine(cells, self.problems);
        if self.problems[before..].iter().any(|problem| problem.row.is_some()) {
            self.bad.insert(row);
            return;
        }
        let agency = sender(cells, self.lookup, self.agency, self.problems);
        self.speakers.add(agency);
        let ticked = [Field::Value, Field::Status].into_iter().any(|field| !matches!(folded(cells.get(field)).as_str(), "" | "no" | "არა" | "0"));
        let reason = cells.text(Field::Narrative);
        match (ticked, reason.is_empty()) {
            (false, true) => {}
            (true, false) if agency.is_some() => self.nil.push(NilReturn { row, agency, reason }),
            (true, false) => {
                self.bad.insert(row);
            }
            _ => {
                let place = cells.place(if ticked { Field::Narrative } else { Field::Value });
                self.bad_row(row, place, ProblemKind::NilReturnIncomplete { ticked });
            }
        }
    }

    /// An agency that has nothing to report reports nothing.
    fn nil_returns_stand_alone(&mut self) {
        let Some(first) = self.rows.iter().map(|row| row.row).chain(self.bad.iter().copied()).min() else { return };
        let mut own_rows = BTreeMap::new();
        for row in if self.nil.is_empty() { &[][..] } else { &self.rows } {
            own_rows.entry(row.agency).or_insert(row.row);
        }
        for nil in std::mem::take(&mut self.nil) {
            let own = own_rows.get(&nil.agency).copied();
            let other = if self.agency.is_some() { Some(own.unwrap_or(first)) } else { own };
            match other {
                None => self.nil.push(nil),
                Some(other) => self.bad_row(nil.row, Place::row(self.file.source, nil.row), ProblemKind::NilReturnWithRows { other }),
            }
        }
    }

    fn bad_row(&mut self, row: u32, place: Place, kind: ProblemKind) {
        self.problems.push(Problem { place, kind, row: Some(row) });
        self.bad.insert(row);
    }

    /// The plan must name the agency for the activity, unless the secretariat accepted the row.
    fn check_duty(&mut self, cells: &Cells<'_>, row: &mut Row) {
        let Some(agency) = row.agency else { return };
        let plan = self.lookup.plan;
        let activity = plan.activity(row.activity);
        if self.on_duty == Some((agency, row.activity)) || plan.takes_part(agency, activity) {
            self.on_duty = Some((agency, row.activity));
            return;
        }
        let id = &plan.agency(agency).id;
        let accepts = |waiver: &&Waiver| {
            waiver.check == "activity-not-of-agency"
                && waiver.agency.as_ref() == Some(id)
                && waiver.activity.as_ref() == Some(&activity.id)
                && waiver.until.is_none_or(|until| self.file.as_of <= until)
        };
        let accepted = self.file.waivers.iter().any(|waiver| accepts(&waiver));
        let kind = ProblemKind::ActivityNotOfAgency {
            agency: id.clone(),
            activity: activity.id.clone(),
            leads: activity.lead.iter().map(|named| named.written.to_string()).collect(),
        };
        let place = cells.place(Field::Activity);
        if accepted {
            row.outside = true;
            self.problems.push(Problem { place, kind, row: None });
        } else {
            self.bad_row(row.row, place, kind);
        }
    }

    /// What may stand once stands once, and a status that is repeated agrees; otherwise both rows are set aside.
    fn check_repeats(&mut self, cells: &Cells<'_>, row: &Row) {
        // Rows of which nobody knows who sent them are set aside already, and need not be of one agency.
        if row.agency.is_none() && !self.file.external {
            return;
        }
        if let Some(first) = self.repeats.row(row, &self.rows) {
            self.bad.insert(first);
            let kind = ProblemKind::DuplicateRow { first: Place::row(self.file.source, first), first_row: first };
            self.bad_row(row.row, cells.place(Field::Activity), kind);
        }
        let Some(status) = row.status else { return };
        let (known, first) = self.repeats.status(row, status);
        if known != status {
            self.bad.insert(first);
            let scale = &self.lookup.plan.scale;
            let kind = ProblemKind::StatusDisagrees {
                activity: self.lookup.plan.activity(row.activity).id.clone(),
                first: Place::row(self.file.source, first),
                first_row: first,
                one: scale.get(known).code.clone(),
                other: scale.get(status).code.clone(),
            };
            self.bad_row(row.row, cells.place(Field::Status), kind);
        }
    }
}

/// Whether a cell says 'nothing to report' in place of an activity.
pub(super) fn is_nil(cell: &str) -> bool {
    !cell.starts_with(|c: char| c.is_ascii_digit()) && NIL.contains(&folded(cell).as_str())
}

//! Plans to report on: the real one, and a small one in which everything happens that the real one spares us.

#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::path::Path;

use super::build::{Context, SetAsideRow, back, front};
use super::json::{self, Reported};
use super::language::Language;
use super::markdown;
use super::template::{TemplateError, Templates};
use super::view::{Back, Front};
use crate::load::{File, Loaded, is_read, load};
use crate::merge::course::Course;
use crate::merge::merge;
use crate::model::date::{Date, Period};
use crate::model::text::{Language as Code, Text};
use crate::problem::Problem;

const PLAN: &str = r#"
title: {ka: გეგმა, en: Plan}
period: 2019..2020
languages: [ka, en]
council: a
secretariat: {ka: სამდივნო, en: Secretariat}
dimensions:
  - {id: sex, name: {ka: სქესი, en: sex}, values: [{id: female, name: {ka: ქალი, en: women}}, {id: male, name: {ka: კაცი, en: men}}]}
delay_reasons:
  - {id: funding, name: {ka: დაფინანსება, en: funding}}
agencies:
  - {id: a, name: {ka: უწყება ა, en: Agency A}, short: {ka: ა, en: A}, kind: ministry, renamed: [{from: Old A, date: 2020-02-01}]}
  - {id: b, name: {ka: უწყება ბ, en: Agency B}, kind: fund}
  - {id: c, name: {ka: უწყება გ, en: Agency C}, kind: lepl}
  - {id: ngo, name: {ka: ორგანიზაცია, en: NGO}, kind: civil-society}
"#;

const GOAL: &str = r#"
id: "1"
title: {ka: მიზანი, en: The goal}
objectives:
  - id: "1.1"
    title: {ka: ამოცანა, en: The objective}
    activities:
      - id: "1.1.1"
        title: {ka: ორი უწყება, en: Two agencies}
        lead: [a, b]
        deadline: 2019..2021
        budget: 12 | 13 <GEL>
        links: ["https://www.coe.int/greta", SDG 5.2]
        amended: [{date: 2020-03-12, act: Decree 5, what: {ka: ვადა, en: the deadline}}]
        indicators:
          - {id: same, name: {ka: ერთი, en: The same}, kind: count, unit: {ka: ც, en: pieces}, merge: same, baseline: 4}
          - {id: sum, name: {ka: ჯამი, en: The sum}, kind: count, unit: {ka: ც, en: pieces}, merge: sum, dimensions: [sex], sensitive: true,
             targets: {2019: 10, 2020: 24..40}}
      - {id: "1.1.2", title: {ka: ადრე, en: Done before}, lead: [a], deadline: 2019}
      - {id: "1.1.3", title: {ka: გვიან, en: Later}, lead: [a], deadline: 2021-H2}
      - {id: "1.1.4", title: {ka: გაუქმდა, en: Given up}, lead: [b], deadline: 2020}
      - {id: "1.1.5", title: {ka: ამოღებულია, en: Withdrawn}, lead: [b], deadline: 2020, withdrawn: {date: 2020-06-01, act: Decree 9}, successor: "1.1.6"}
      - {id: "1.1.6", number: "1.1.5", title: {en: "Only *English* | [title](x)"}, lead: [a], partners: [ngo], deadline: 2019-H1..2019-H2}
  - id: "1.2"
    title: {ka: მეორე, en: The second}
    activities:
      - {id: "1.2.1", title: {ka: დუმილი, en: Silence}, lead: [c], deadline: 2020}
"#;

const REPORT: &str = r#"
kind: annual
covers: 2020
window: {opens: 2021-01-10, due: 2021-02-01}
received: {a.csv: 2021-01-20, b.csv: 2021-02-05}
state: approved
approved: {date: 2021-03-01, act: {ka: ოქმი, en: Minutes 3}, by: {ka: მინისტრი, en: The Minister}, published: 2021-03-05}
comments: {until: 2021-02-20, to: x@example.org}
introduction: {en: "First paragraph.\n\nSecond paragraph."}
findings: [{ka: ქართული მიგნება}]
recommendations: [{text: {ka: მოაწოდონ, en: Report}, to: [c], due: 2021-H1}]
assessments:
  - {activity: "1.1.6", status: in-progress, reason: {en: "Only | begun."}}
"#;

const A: &str = "activity,indicator,status,value,sex,narrative_ka,narrative_en,obstacles,delay_reason,expected,evidence
1.1.1,,implemented,,,გაკეთდა,\"First line
second | line

- not a list <script>alert(1)</script> :smile: \",,,,https://x.example/a_(b)
1.1.1,same,,12,,,,,,,
1.1.1,sum,,30,,,,,,,decree-7|8
1.1.1,sum,,<5,female,,,,,,
1.1.6,,implemented,,,,Done,Money,funding,2021-H1,
";
const B: &str = "activity,indicator,status,value,sex,narrative_en
1.1.1,,partially-implemented,,,Half
1.1.1,same,,15,,
1.1.1,sum,,12,,
1.1.1,sum,,7,female,
1.1.4,,cancelled,,,
";
const NGO: &str = "activity,indicator,value,status,source,narrative
1.1.1,sum,50,,Watch & Co,
1.1.1,,,not-implemented,Watch & Co,Nothing seen
";
const EARLIER: &str = "activity,indicator,status,value
1.1.2,,implemented,
1.1.1,,in-progress,
1.1.1,sum,,25
";

/// Files that were read, and the rows that were set aside.
pub(super) struct World {
    loaded: Loaded,
    set_aside: Vec<SetAsideRow>,
    as_of: Date,
    /// What reading found wrong.
    pub(super) problems: Vec<Problem>,
}

/// A report in both its forms.
pub(super) struct Written {
    /// The parts of the Markdown.
    pub(super) parts: Vec<String>,
    /// The export.
    pub(super) json: String,
}

impl World {
    /// The small plan.
    pub(super) fn small() -> Self {
        Self::small_with(&[])
    }

    /// The small plan with further files.
    pub(super) fn small_with(more: &[(&str, &str)]) -> Self {
        let files = [
            ("plan/plan.yaml", PLAN),
            ("plan/goals/1.yaml", GOAL),
            ("reports/2019/submissions/a.csv", EARLIER),
            ("reports/2020/report.yaml", REPORT),
            ("reports/2020/submissions/a.csv", A),
            ("reports/2020/submissions/b.csv", B),
            ("reports/2020/external/ngo.csv", NGO),
        ];
        let mut reason = Text::default();
        reason.set(Code::EN, "unknown activity");
        let row = SetAsideRow {
            path: "reports/2020/submissions/a.csv".into(),
            row: 1234,
            cells: vec!["9.9.9".into(), String::new(), "a|b\nc".into()],
            reason,
        };
        let files = files.iter().chain(more).map(|(path, text)| File { path: (*path).into(), bytes: (*text).into() });
        Self::of(files.collect(), vec![row])
    }

    /// The plan of this repository.
    pub(super) fn real() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        let mut folders = vec![root.join("plan"), root.join("reports")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                if path.is_dir() {
                    folders.push(path);
                } else if is_read(&name) {
                    files.push(File { path: name, bytes: std::fs::read(path).unwrap() });
                }
            }
        }
        Self::of(files, Vec::new())
    }

    fn of(files: Vec<File>, set_aside: Vec<SetAsideRow>) -> Self {
        let as_of = Date::new(2021, 3, 1).unwrap();
        let outcome = load(files, as_of);
        Self { loaded: outcome.value, set_aside, as_of, problems: outcome.problems }
    }

    /// The names of its periods.
    pub(super) fn periods(&self) -> Vec<String> {
        self.loaded.periods.iter().map(|period| period.name.clone()).collect()
    }

    /// Its plan.
    pub(super) fn plan(&self) -> &crate::model::plan::Plan {
        &self.loaded.plan
    }

    /// The report on a period.
    pub(super) fn report(&self, name: &str, code: Code) -> Written {
        self.report_with(name, code, Vec::new()).unwrap()
    }

    /// The report on a period, with templates of the user.
    pub(super) fn report_with(&self, name: &str, code: Code, given: Vec<(String, String)>) -> Result<Written, TemplateError> {
        self.see(name, code, |data, language| {
            let templates = Templates::new(language, given, data.plan.activities.len());
            let parts = markdown(&Context::new(data, language), &templates)?;
            Ok(Written { parts, json: json::export(data.plan, Some(&data)).unwrap() })
        })
    }

    /// What stands before and after the implementation, as templates see it.
    pub(super) fn views(&self, name: &str) -> (Front, Back) {
        self.see(name, Code::EN, |data, language| {
            let context = Context::new(data, language);
            (front(&context), back(&context))
        })
    }

    fn see<T>(&self, name: &str, code: Code, see: impl FnOnce(Reported<'_>, &Language) -> T) -> T {
        let Loaded { sources, plan, periods } = &self.loaded;
        let report = periods.iter().find(|period| period.name == name).unwrap();
        let progress = merge(plan, periods, &report.covers.unwrap_or(Period::year(2020)));
        let course = Course::new(plan, periods, &progress, None);
        let language = Language::load(code, None).unwrap();
        let (set_aside, as_of) = (&self.set_aside, self.as_of);
        let stamp = Some("abc123");
        see(Reported { plan, progress: &progress, course: &course, periods, report, sources, set_aside, as_of, stamp, public: false }, &language)
    }
}

/// A length, and a text in proportion to a length.
pub(super) type Long = (usize, fn(usize) -> String);

/// How many times as long the text is whose time [`takes_linear_time`] compares.
pub(super) const TIMES: usize = 16;

/// Fails if one long text takes much longer than [`TIMES`] texts that are together as long. Linear work takes as long, quadratic
/// work [`TIMES`] times as long.
///
/// No time is too long by itself. Both sides are the same amount of work and take turns, so a busy machine slows down both; the least
/// of several times counts, and there are more rounds while they are far apart.
#[track_caller]
#[allow(clippy::disallowed_methods, reason = "growth is measured in time")]
pub(super) fn takes_linear_time(length: usize, text: impl Fn(usize) -> String, work: impl Fn(&str)) {
    let sides = [(TIMES, text(length)), (1, text(TIMES * length))];
    let mut least = [f64::INFINITY; 2];
    for round in 1..=20 {
        for ((times, text), least) in sides.iter().zip(&mut least) {
            let start = std::time::Instant::now();
            (0..*times).for_each(|_| work(text));
            *least = least.min(start.elapsed().as_secs_f64());
        }
        if round > 1 && least[1] < 6.0 * least[0] {
            return;
        }
    }
    let begin: String = sides[0].1.chars().take(40).collect();
    panic!("{begin:?}: one text takes {:.1} times as long as {TIMES} that are together as long", least[1] / least[0]);
}

//! Over messy files: a repair loses nothing, invents nothing, and has nothing left to do the second time.

use std::collections::BTreeMap;

use plan::Checked;
use plan::diagnostic::Level;
use plan::fix::{fix, text};
use plan::load::{self, Candidate, File};
use plan::model::submission::Row;
use plan::model::text::Language;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::fix::{files, request, today};

const PATH: &str = "moia.csv";

/// A column of a messy file: what its heading may be, and what may stand below.
const COLUMNS: [(&[&str], &[&str]); 12] = [
    (
        &["activity", " Activity Number", "№", "საქმიანობა", "ღონისძიება", "ACTIVITY\u{a0}"],
        &["1.1.1", "1.1.2", " 1.1. 1.", "№ 1.1.1", "N 1.1.2-a", "1.1.2-A", "01.01.2001", "9.9.9", "", "nil", "ნულოვანი", "x\ny"],
    ),
    (
        &["indicator", "Indicator ", "ინდიკატორის დასახელება"],
        &["participants", "Number of  participants", "წილი", "spent", "ADOPTED", "title", "events", "none", "", "", " "],
    ),
    (
        &["status", "STATUS", "სტატუსი", "შესრულების სტატუსი"],
        &["done", "In Progress", "in-progress", "შესრულდა", "ᲓᲐᲡᲠᲣᲚᲓᲐ", "განხორციელების პროცესშია.", "no report", "Dnoe", "", "", "N/A"],
    ),
    (
        &["value", "Value", "მაჩვენებელი", "რაოდენობა"],
        &[
            "24",
            "1 234",
            "1\u{a0}234\u{202f}567",
            "45%",
            "45,5 %",
            "12.50",
            "1.234,5",
            "1,234",
            "0001.234",
            "< 5",
            "<1",
            "-3",
            "yes",
            "კი",
            "1",
            "0",
            "TRUE",
            "-",
            "#REF!",
            "1E+15",
            "24 people",
            " „ა“ ",
            "_x000D_7",
            "",
            "",
        ],
    ),
    (&["sex", "SEX", "სქესი"], &["female", "ქალი", "WOMEN", "მდედრობითი", "men.", "other", "", "", ""]),
    (&["delay_reason", "reason for delay", "დაგვიანების  მიზეზი"], &["funding", " Funding.", "დაფინანსება", "weather", "", ""]),
    (&["expected", "New date", "ახალი ვადა"], &["2021-H1", "30.06.2021", "2021-06-30 00:00", "30.06.2021 or so", "2020..2021", "soon", "", ""]),
    (&["agency", "უწყება"], &["moia", "შსს", "MIA ", "Ministry of Internal Affairs", "fund", "nobody", "", ""]),
    (&["narrative", "Description", "აღწერა", "გაწეული სამუშაო"], TEXTS),
    (&["narrative_en", "Narrative-EN", "აღწერა (ინგლისურად)"], TEXTS),
    (&["evidence", "link", "ბმული"], &["https://a.ge/1; order 5 ", "order_x000A_7", "javascript:x", "minutes", ""]),
    (&["remark", "Remark ", "", "title", "unit"], TEXTS),
];

const UNKNOWN: [&str; 3] = ["remark", "Remark ", ""];

const TEXTS: &[&str] = &[
    "",
    "",
    "x",
    " two  blanks ",
    "a; b, c\td",
    "say \"x\"",
    "\"x\" said",
    "line\nbreak",
    "\nline\n\n",
    "a_x000D_\nb_x000D_",
    "_x005F_x000D_",
    "=1+1",
    "\u{200b}=1+1",
    "'=1+1",
    "????? ??????",
    "01001012345",
    "ტელ. 599 12 34 56\u{a0}",
    "status",
    "value",
    "sep=,",
    "a\0b",
    "#N/A",
    "\u{feff}mark",
    "tqafe ZrwjRJ",
];

/// A messy file: its separator, what stands above the headings, its columns and its rows of cells.
#[derive(Clone, Debug)]
struct Messy {
    separator: char,
    above: Vec<&'static str>,
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    /// Cells that each row has too many or too few.
    uneven: Vec<i8>,
    quoted: bool,
    crlf: bool,
}

fn messy() -> impl Strategy<Value = Messy> {
    let columns = proptest::sample::subsequence((1..COLUMNS.len()).collect::<Vec<_>>(), 1..COLUMNS.len()).prop_shuffle();
    columns.prop_flat_map(|mut columns| {
        columns.insert(columns.len() / 2, 0);
        let headings: Vec<_> = columns.iter().map(|&at| select(COLUMNS[at].0)).collect();
        let cells: Vec<_> = columns.iter().map(|&at| prop_oneof![40 => select(COLUMNS[at].1).prop_map(str::to_owned), 1 => "\\PC{0,12}"]).collect();
        (
            select(vec![';', ',', '\t', '|']),
            vec(select(vec!["Report of the Ministry", "", ";;", "\"Report; 2020\""]), 0..3),
            headings,
            vec(cells, 0..12),
            vec(prop_oneof![12 => Just(0i8), 1 => -2i8..4], 12),
            any::<bool>(),
            any::<bool>(),
        )
            .prop_map(|(separator, above, headings, rows, uneven, quoted, crlf)| Messy {
                separator,
                above,
                headings,
                rows,
                uneven,
                quoted,
                crlf,
            })
    })
}

impl Messy {
    fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        if self.separator == '|' {
            lines.push("sep=|".to_owned());
        }
        lines.extend(self.above.iter().map(|line| (*line).to_owned()));
        lines.push(self.line(&self.headings));
        for (at, (row, uneven)) in self.rows.iter().zip(&self.uneven).enumerate() {
            let mut row = row.clone();
            match usize::try_from(*uneven) {
                Ok(more) => row.extend((0..more).map(|at| if at == 2 { "more".to_owned() } else { String::new() })),
                Err(_) => row.truncate(row.len().saturating_sub(usize::from(uneven.unsigned_abs())).max(1)),
            }
            lines.push(self.line(&row));
            if at % 5 == 4 {
                lines.push(String::new());
            }
        }
        lines.join(if self.crlf { "\r\n" } else { "\n" })
    }

    fn line(&self, cells: &[impl AsRef<str>]) -> String {
        let special = |cell: &str| self.quoted || cell.contains([self.separator, '"', '\n']);
        let written = |cell: &str| if special(cell) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() };
        cells.iter().map(|cell| written(cell.as_ref())).collect::<Vec<_>>().join(&self.separator.to_string())
    }
}

/// The file as it is read, with its texts, and its findings.
fn read(files: &[File], bytes: &[u8]) -> Checked {
    let candidate = Candidate { file: File { path: PATH.to_owned(), bytes: bytes.to_vec() }, period: None, agency: None, keep_texts: true };
    let (outcome, _) = load::load_candidate(files.to_vec(), candidate, today());
    let mut findings = plan::validate::validate(files.to_vec(), request(PATH, bytes), today()).unwrap().checked.findings;
    findings.retain(|finding| finding.diagnostic.level == Level::Error);
    Checked { loaded: outcome.value, findings }
}

/// What the accepted rows say, 'nothing to report', and how many rows say nothing or are set aside.
fn says(checked: &Checked) -> (Vec<String>, Vec<String>, usize, usize) {
    let file = &checked.loaded.periods[0].submissions[0];
    let row = |row: &Row| {
        let Row { agency, activity, indicator, breakdown, status, value, words, outside, .. } = row;
        format!("{agency:?} {activity:?} {indicator:?} {breakdown:?} {status:?} {value:?} {words:?} {outside}")
    };
    let nil = file.nil.iter().map(|nil| format!("{:?} {:?}", nil.agency, nil.reason));
    (file.rows.iter().map(row).collect(), nil.collect(), file.unfilled.len(), file.set_aside.len())
}

fn errors(checked: &Checked) -> BTreeMap<&'static str, usize> {
    let mut errors = BTreeMap::new();
    for finding in &checked.findings {
        *errors.entry(finding.diagnostic.check).or_default() += 1;
    }
    errors
}

/// The cells below a heading that nobody knows, of every row that is not blank.
fn unknown_cells(checked: &Checked) -> Vec<String> {
    let (_, source) = checked.loaded.sources.iter().last().unwrap();
    let table = source.table.as_ref().unwrap();
    let mut cells = Vec::new();
    let column = table.headings.iter().position(|heading| heading.trim() == "remark" || heading.trim() == "Remark");
    plan::parse::csv::for_each_row(&source.text, table, |row| {
        if row.row > table.heading.1 && row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            cells.extend(column.map(|at| row.cells.get(at).unwrap_or_default().to_owned()));
        }
    });
    cells
}

/// Everything that must hold of a repair.
pub(super) fn holds(files: &[File], bytes: &[u8]) -> Result<Vec<u8>, TestCaseError> {
    let fixed = fix(files.to_vec(), request(PATH, bytes), today()).map_err(|refusal| TestCaseError::fail(refusal.0.en))?;
    for language in [Language::EN, Language::KA] {
        prop_assert!(!text::render(&fixed, language).is_empty());
    }
    let (before, after) = (read(files, bytes), read(files, &fixed.bytes));
    prop_assert_eq!(says(&before), says(&after));
    prop_assert_eq!(unknown_cells(&before), unknown_cells(&after));
    let known = errors(&before);
    for (check, count) in errors(&after) {
        prop_assert!(known.get(check).is_some_and(|known| count <= *known), "{} is new or more", check);
    }
    let twice = fix(files.to_vec(), request(PATH, &fixed.bytes), today()).map_err(|refusal| TestCaseError::fail(refusal.0.en))?;
    prop_assert_eq!(String::from_utf8_lossy(&fixed.bytes), String::from_utf8_lossy(&twice.bytes));
    prop_assert_eq!(&twice.changes, &[]);
    Ok(fixed.bytes)
}

#[test]
fn every_case_of_an_agencys_file_is_repaired_or_refused() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let plan = ["plan.yaml", "agencies.yaml", "goals/2.yaml", "goals/3.yaml", "goals/5.yaml"].map(|name| format!("plan/{name}"));
    let mut files: Vec<File> = plan.into_iter().map(|path| File { bytes: std::fs::read(folder.join(&path)).unwrap(), path }).collect();
    // The agency of the file that is repaired takes the place of that of the cases.
    files.iter_mut().filter(|file| file.path == "plan/agencies.yaml").for_each(|file| {
        file.bytes = String::from_utf8(file.bytes.clone()).unwrap().replace("aliases: [", "aliases: [moia, ").into_bytes();
    });
    let mut refused = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let Ok(bytes) = std::fs::read(entry.path().join("input.csv")) else { continue };
        if let Err(error) = holds(&files, &bytes) {
            refused.push((entry.file_name().to_string_lossy().into_owned(), error.to_string()));
        }
    }
    refused.sort();
    let expected = [("enc-cp1252", "it is not in UTF-8"), ("enc-xlsx-as-csv", "an Excel workbook")];
    assert_eq!(refused.len(), expected.len(), "{refused:?}");
    for ((case, reason), (name, words)) in refused.iter().zip(expected) {
        assert!(case == name && reason.contains(words), "{case}: {reason}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_repaired_file_says_the_same(messy in messy()) {
        // One known heading below other rows is no heading row.
        prop_assume!(messy.above.is_empty() || messy.headings.iter().filter(|heading| !UNKNOWN.contains(heading)).count() > 1);
        let text = messy.text();
        holds(&files(), text.as_bytes())?;
    }

    #[test]
    fn marks_that_do_not_close_change_nothing_else(messy in messy(), at in any::<prop::sample::Index>()) {
        let mut text = messy.text();
        let heading = text.find("\r\n").or_else(|| text.find('\n')).unwrap_or(0);
        let at = text.floor_char_boundary(heading + at.index(text.len() - heading));
        text.insert(at, '"');
        // What its cells are may not be certain any more.
        if fix(files(), request(PATH, text.as_bytes()), today()).is_ok() {
            holds(&files(), text.as_bytes())?;
        }
    }

    #[test]
    fn no_bytes_break_it(bytes in vec(any::<u8>(), 0..200), line in "(activity|status|value|narrative|[;,\t\"\n|]|sep=|1\\.1\\.1|\\PC){0,40}") {
        for bytes in [bytes.clone(), line.clone().into_bytes(), [b"activity;status\n1.1.1;".to_vec(), bytes].concat()] {
            for path in [PATH, "x.xlsx", ""] {
                if let Ok(fixed) = fix(files(), request(path, &bytes), today()) {
                    text::render(&fixed, Language::KA);
                }
            }
        }
        if fix(files(), request(PATH, line.as_bytes()), today()).is_ok() {
            holds(&files(), line.as_bytes())?;
        }
    }
}

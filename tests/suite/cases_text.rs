//! The cases of `tests/cases` that speak of what a text cell may hold, and the plan's own words against false alarms.

use super::cases::{FILE, check, check_as, found, narratives, said, says, submission, values};

#[test]
fn lost_text_is_to_be_sent_again() {
    let checked = check("enc-question-marks");
    assert_eq!(found(&checked), ["2:28 error lost-text", "3:35 error lost-text"]);
    assert_eq!(values(&checked), ["2"]);
    assert_eq!(submission(&checked).set_aside.len(), 2);
}

#[test]
fn old_fonts_are_shown_and_not_converted() {
    let checked = check("uni-legacy-font");
    let expected = ["2:28 warning old-font-text", "3:25 error unknown-status", "3:25 warning old-font-text", "3:40 warning old-font-text"];
    assert_eq!(found(&checked), expected);
    says(&checked, &["ტრენინგი ჩატარდა 24 თანამშრომლისთვის", "Type \"მიმდინარეობს\"", "ანგარიში გამოქვეყნდა საიტზე"]);
    assert_eq!(narratives(&checked)[0], "treningi Catarda 24 TanamSromlisTvis");
}

#[test]
fn formulas_stay_texts_and_negative_numbers_numbers() {
    let checked = check("num-formula-cell");
    assert_eq!(found(&checked), ["2:23 warning formula-in-cell", "3:22 warning personal-data", "4:21 warning formula-in-cell"]);
    assert!(!said(&checked).contains("555 00"), "{}", said(&checked));
    assert_eq!(values(&checked), ["-12", "-3", "4"]);
    assert_eq!(narratives(&checked)[0], "=HYPERLINK(\"https://example.org\",\"open\")");
}

#[test]
fn codes_of_line_breaks_are_line_breaks() {
    let checked = check("csv-x000d");
    assert_eq!(found(&checked), ["2:28 note encoded-line-break"]);
    assert_eq!(narratives(&checked)[0], "ტრენინგი 24 თანამშრომელმა გაიარა\nანგარიში ვებგვერდზე გამოქვეყნდა");
}

#[test]
fn no_output_of_findings_holds_a_personal_number() {
    let text = "activity,status,narrative,note\n2.1.1,01001012345,01001012345 =A1,\"ა 01001012345\"\n2.1.1,done,\"=1+01001012345\",\n";
    let checked = check_as(FILE, text.as_bytes().to_vec());
    let sources = &checked.loaded.sources;
    for language in [plan::model::text::Language::EN, plan::model::text::Language::KA] {
        let json = plan::diagnostic::json::render(&checked.findings, sources, language);
        let short = plan::diagnostic::short::render(&checked.findings, sources, language);
        assert!(json.contains("01•••••••••") && short.contains("01•••••••••"));
        for output in [json, short, said(&checked)] {
            assert!(!output.contains("01001012345"), "{output}");
        }
    }
}

/// The Georgian texts of the adopted plan and of what agencies sent, and the English ones.
fn real_texts() -> [Vec<String>; 2] {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = [Vec::new(), Vec::new()];
    for folder in ["plan/goals", "reports/2019/submissions", "reports/2020/submissions"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for part in text.split(['\n', '"']).map(str::trim).filter(|part| part.split_whitespace().count() > 3 && !part.contains("://")) {
                let georgian = part.chars().filter(|c| ('ა'..='ჰ').contains(c)).count();
                let latin = part.chars().filter(char::is_ascii_alphabetic).count();
                if georgian > 10 * latin {
                    texts[0].push(part.to_owned());
                } else if georgian == 0 {
                    texts[1].push(part.to_owned());
                }
            }
        }
    }
    texts
}

#[test]
fn real_texts_typed_for_an_old_font_are_known_and_english_is_not() {
    const KEYS: &[u8; 33] = b"abgdevzTiklmnopJrstufqRySCcZwWxjh";
    let key = |c: char| if ('ა'..='ჰ').contains(&c) { char::from(KEYS[(u32::from(c) - u32::from('ა')) as usize]) } else { c };
    let [georgian, english] = real_texts();
    let warned = |texts: &[String]| {
        let rows: String = texts.iter().map(|text| format!("2.1.1,\"{}\"\n", text.replace('"', ""))).collect();
        let checked = check_as(FILE, format!("activity,narrative\n{rows}").into_bytes());
        checked.findings.iter().filter(|finding| finding.diagnostic.check == "old-font-text").count()
    };
    let typed: Vec<String> = georgian.iter().map(|text| text.chars().map(key).collect()).collect();
    assert!(georgian.len() > 100 && english.len() > 100, "{} {}", georgian.len(), english.len());
    assert_eq!((warned(&georgian), warned(&english)), (0, 0));
    let known = warned(&typed);
    assert!(known * 100 >= typed.len() * 95, "{known} of {}", typed.len());
}

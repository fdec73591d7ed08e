//! Whole reports: what stands in them, and what must hold for every one.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use super::anchor;
use super::testing::World;
use crate::model::text::Language as Code;
use crate::problem::ProblemKind;

fn english() -> String {
    World::small().report("2020", Code::EN).parts.concat()
}

/// The line that holds all of these.
fn line<'a>(report: &'a str, all: &[&str]) -> &'a str {
    let found = report.lines().find(|line| all.iter().all(|part| line.contains(part)));
    found.unwrap_or_else(|| panic!("no line holds {all:?} in\n{report}"))
}

#[test]
fn anchors_hold_safe_characters_and_differ() {
    assert_eq!(anchor("a", "4.2.5-b"), "a-4.2.5-b");
    assert_eq!(anchor("a", "4.2 ბ\">"), "a-4.2_20__10d1__22__3e_");
}

#[test]
fn the_small_world_is_read_without_loss() {
    // Some of its texts are in one language on purpose.
    let lost = World::small().problems.into_iter().filter(|problem| !matches!(problem.kind, ProblemKind::MissingTranslation { .. }));
    assert_eq!(lost.collect::<Vec<_>>(), []);
}

#[test]
fn cover_and_summary() {
    let report = english();
    assert!(report.contains("# <a id=\"cover\"></a><!--.kind-->Annual implementation report 2020<!--/--><br>Plan\n"));
    line(&report, &["**Document status:** approved on 1 March 2021: Minutes 3"]);
    line(&report, &["**Signed by:** The Minister"]);
    line(&report, &["**Published:** 5 March 2021"]);
    assert!(!report.contains("for comment") && !report.contains("x@example.org"), "approved");
    line(&report, &["**Commit:** `abc123`"]);
    line(&report, &["At the end of 2020, 1 of the plan's 6 activities was fully implemented. There is no report on 1 activity;"]);
    line(&report, &["**Execution rate**<br>**25.0%**<br>1 of 4 activities<br><!--.muted-->2019: 66.7% (2 of 3)<!--/-->"]);
    line(&report, &["| **Total** | **6** | **6** |"]);
    line(&report, &["Withdrawn from the plan and not counted here: [1.1.5](#a-1.1.5)."]);
    line(&report, &["[Goal 1.](#g-1) The goal | 6 | ■ 1 · "]);
    line(&report, &["**Overdue**<br>**[3](#overdue)**<br>due 2019: 1, 2020: 2<br><!--.muted-->of these, carried over: 1<!--/-->"]);
    line(&report, &["| From ↓ to → | ■ fully | ◧ partially | ▣ in progress | ⊟ cancelled | □ not due | ▨ no report | Total |"]);
    line(&report, &["| ▣ in progress | | [1](#change-1) | | | | | 1 |"]);
    line(&report, &["| <a id=\"change-1\"></a>▣ in progress | ◧ partially | 1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ | [1.1.1](#a-1.1.1) |"]);
    line(&report, &["| 2019 | 66.7% (2 of 3) ▇▇▇▇▇▇▇▇▇▇▇▇▇▇ | "]);
    line(&report, &["| 2020 | 25.0% (1 of 4) ▇▇▇▇▇ | "]);
    line(&report, &["| [A](#ag-a) | 1 | ◧ 1 |"]);
    line(&report, &["Lead agencies without a file: [Agency C](#ag-c)."]);
    line(&report, &["- <a id=\"finding-1\"></a><!--ka-->ქართული მიგნება<!--/-->"]);
}

#[test]
fn a_draft_asks_for_comments() {
    let report =
        "covers: 2019\ncomments: {until: 2020-02-20, to: {ka: სამდივნო, en: \"Secretariat, <x@example.org>\"}}\nnote: {ka: შენიშვნა, en: A note}\n";
    let world = World::small_with(&[("reports/2019/report.yaml", report)]);
    let text = world.report("2019", Code::EN).parts.concat();
    assert!(text.starts_with("<!-- div notice -->\n\n**Draft, for comment. This report has not been approved.** Comments are taken up to and including 20 February 2020. Where to send them: Secretariat, \\<x@example.org>\n\nA note\n\n<!-- /div -->\n"), "{text}");
    line(&text, &["**Document status:** draft, for comment"]);
    let without = World::small().report("2019", Code::EN).parts.concat();
    assert!(without.starts_with("<!-- div notice -->\n\n**Draft, for comment. This report has not been approved.**\n\n<!-- /div -->\n"), "{without}");
    line(&without, &["The plan has no earlier year to compare with."]);
}

#[test]
fn a_final_report_shows_mid_term_and_end_of_term() {
    let report = World::small_with(&[("reports/2019-2020/report.yaml", "covers: 2019..2020\n")]).report("2019-2020", Code::EN).parts.concat();
    line(&report, &["### Change since mid-term"]);
    line(
        &report,
        &[
            "| Goal, end of the year | ■ fully | ◧ partially | ▣ in progress | ⊟ cancelled | □ not due | ▨ no report | Total | Overdue | Carried over |",
        ],
    );
    line(&report, &["| [Goal 1.](#g-1) The goal | | | | | | | | | |"]);
    line(&report, &["| Mid-term: 2019 | 1 | | 1 | | 4 | 1 | 7 | 1 | 0 |"]);
    line(&report, &["| End of term: 2020 | 1 | 1 | 1 | 1 | 1 | 1 | 6 | 3 | 1 |"]);
    line(&report, &["| 2019-2020 | 6 | ■ 1 · ◧ 1 · ▣ 1 · ⊟ 1 · □ 1 · ▨ 1 |"]);
    assert!(!World::small().report("2020", Code::EN).parts.concat().contains("Mid-term"), "a year has no middle");
}

#[test]
fn both_statuses_stand_side_by_side() {
    let report = english();
    let conflict = "| A:<br>■ fully implemented<br>Agency B:<br>◧ partially implemented<br><!--.flag-->[conflict](#c-1)<!--/--> | <!--.muted-->not rated; the less advanced one counts<!--/--> |";
    line(&report, &[conflict]);
    line(&report, &["| ■ fully implemented | **▣ in progress** <!--.flag-->changed<!--/--> |"]);
    line(&report, &["| ▨ no report | **■ fully implemented** <!--.muted-->implemented earlier (2019)<!--/--> |"]);
    line(&report, &["| **⊟ cancelled** | <!--.muted-->not rated<!--/--> |"]);
    line(&report, &["**Secretariat's reason.** Only \\| begun."]);
    line(&report, &["**Rating by others:** Watch & Co, **☒ not implemented** (<!--.src-->2020: ngo.csv, row 3<!--/-->)"]);
}

#[test]
fn every_figure_has_its_source() {
    let report = english();
    line(
        &report,
        &[
            "| The same (pieces) <!--.flag-->[conflict](#c-",
            "| 4 | – | – | A: 12<br>Agency B: 15 | 2020: a.csv, row 3: 12<br>2020: b.csv, row 3: 15 |",
        ],
    );
    line(
        &report,
        &[
            "| The sum (pieces) ",
            "[disagreement](#c-",
            "| – | 2019: 10<br>2020: 24-40 | 25 | 42 (sum) | 2019: a.csv, row 4<br>2020: a.csv, row 4: 30 \\[2\\]<br>2020: b.csv, row 4: 12 |",
        ],
    );
    line(&report, &["| – women | – | – | – | 7-11 (sum) | 2020: a.csv, row 5: \\<5<br>2020: b.csv, row 5: 7 |"]);
    line(&report, &["| Watch & Co: The sum", "| – | – | – | 50 | 2020: ngo.csv, row 2 |"]);
    line(&report, &["- \\[1\\] [x.example/…](https://x.example/a_%28b%29)"]);
    line(&report, &["- \\[2\\] decree-7\\|8"]);
    line(&report, &["| Total <!--.flag-->[disagreement](#c-", "| 25 ▇▇▇▇▇▇▇▇▇▇▇▇ | 42 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ | +17 (+68.0%) |"]);
}

#[test]
fn words_of_others_mean_nothing_but_themselves() {
    let report = english();
    assert!(report.contains("**A** (<!--.src-->2020: a.csv, row 2 [\\[1\\]](https://x.example/a_%28b%29)<!--/-->): First line\\\nsecond \\| line\n\n\\- not a list \\<script>alert(1)\\</script> :\u{2060}smile:\n"));
    line(&report, &["- **Budget:** 12 \\| 13 \\<GEL>"]);
    line(&report, &["- **Answers to:** [www\\.coe.int/…](https://www.coe.int/greta), SDG 5.2"]);
    line(&report, &["| <a id=\"r-1\"></a>reports/2020/submissions/a.csv | 1234 | unknown activity | 9.9.9 · a\\|b<br>c |"]);
    let georgian = World::small().report("2020", Code::KA).parts.concat();
    line(&georgian, &["##### <a id=\"a-1.1.6\"></a>[1.1.6](#a-1.1.6) <!--en-->Only \\*English\\* \\| \\[title\\](x)<!--/-->"]);
    assert!(georgian.contains("<!-- lang en -->\n\nFirst paragraph.\n\nSecond paragraph.\n\n<!-- /lang -->"));
    line(&georgian, &["**უწყება ბ** (<!--.src-->2020: b.csv, სტრიქონი 2<!--/-->): <!--en-->Half<!--/-->"]);
}

#[test]
fn a_nil_return_is_a_submission_and_its_activities_stay_without_a_report() {
    let nil = "activity,agency,value,narrative_ka\nnil,c,x,სხდომა *არ* ჩატარდა\n";
    let world = World::small_with(&[("reports/2020/submissions/several.csv", nil)]);
    let report = world.report("2020", Code::EN);
    let text = report.parts.concat();
    line(&text, &["Every lead agency sent its file."]);
    line(&text, &["There is no report on 1 activity;"]);
    line(&text, &["Files came from 3 of 3 lead agencies."]);
    line(&text, &["| <a id=\"ag-c\"></a>Agency C<br>nil return: <!--ka-->სხდომა \\*არ\\* ჩატარდა<!--/--> | 1 | 0 |"]);
    let georgian = world.report("2020", Code::KA).parts.concat();
    line(&georgian, &["<br>ნულოვანი ანგარიში: სხდომა \\*არ\\* ჩატარდა | 1 | 0 |"]);
    let json: serde_json::Value = serde_json::from_str(&report.json).unwrap();
    let agency = json["progress"]["agencies"].as_array().unwrap().iter().find(|agency| agency["id"] == "c").unwrap();
    assert_eq!(
        agency["nil"],
        serde_json::json!([{"file": "reports/2020/submissions/several.csv", "row": 2, "reason": {"ka": "სხდომა *არ* ჩატარდა"}}])
    );
}

#[test]
fn lists_changes_and_agencies() {
    let report = english();
    line(&report, &["Due by the end of the reporting period and not implemented: 3 activities. Of these, 1 was carried over from earlier years."]);
    line(&report, &["| [1.1.6](#a-1.1.6) Only", "| A: funding; new date: first half of 2021 |"]);
    line(&report, &["| [1.1.5](#a-1.1.5) Withdrawn | 1 June 2020 | Decree 9 | [1.1.6](#a-1.1.6) |"]);
    line(&report, &["| [1.1.1](#a-1.1.1) Two agencies | 12 March 2020 | Decree 5 | the deadline |"]);
    line(&report, &["- [A](#ag-a): former name: Old A; renamed on 1 February 2020"]);
    line(&report, &["- **1.1.5:** [1.1.5](#a-1.1.5) Withdrawn<br>[1.1.6](#a-1.1.6)"]);
    line(&report, &["| Report | [Agency C](#ag-c) | first half of 2021 |"]);
    line(&report, &["Files came from 2 of 3 lead agencies. On time: 50.0% (1 of 2)."]);
    line(&report, &["| [A](#ag-a) | reports/2020/submissions/a.csv | 20 January 2021 | yes | 5 | 0 |"]);
    line(&report, &["| funding | 1 | [1.1.6](#a-1.1.6) |"]);
}

#[test]
fn templates_of_the_user_come_first_and_their_faults_have_a_place() {
    let own = |name: &str, text: &str| World::small().report_with("2020", Code::EN, vec![(name.into(), text.into())]);
    let report = own("goal.md", "### {{ title }}!\n").unwrap().parts;
    assert!(report.iter().any(|part| part == "\n### The goal!\n"));
    let fault = own("summary.md", "one\n{{ summary.tottal }}\n").map(|_| ()).unwrap_err();
    assert_eq!((fault.template.as_str(), fault.line), ("summary.md", Some(2)));
    assert_eq!(&fault.text.unwrap()[fault.range.unwrap()], "summary.tottal");
    let fault = own("goal.md", "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}").map(|_| ()).unwrap_err();
    assert!(fault.message.contains("fuel"), "{}", fault.message);
}

#[test]
fn the_export_holds_numbers_and_rows() {
    let json: serde_json::Value = serde_json::from_str(&World::small().report("2020", Code::EN).json).unwrap();
    let activity = &json["progress"]["activities"][0];
    assert_eq!(json["schema"], "plan/1");
    assert_eq!(json["plan"]["goals"][0]["objectives"][0]["activities"][0]["title"]["ka"], "ორი უწყება");
    assert_eq!((activity["id"].as_str(), activity["status"].as_str()), (Some("1.1.1"), Some("partially-implemented")));
    assert_eq!(activity["figures"][1]["by_year"]["2020"]["sum"], 42);
    assert_eq!(activity["figures"][2]["said"][0]["value"]["below"], 5);
    assert_eq!(activity["figures"][2]["by_year"]["2020"]["between"], serde_json::json!([7, 11]));
    assert_eq!(activity["figures"][0]["said"][1]["row"], 3);
    assert_eq!(json["progress"]["set_aside"][0]["reason"]["en"], "unknown activity");
}

#[test]
fn every_report_is_sound_markdown() {
    for world in [World::small(), World::real()] {
        for period in world.periods() {
            for code in [Code::KA, Code::EN] {
                let report = world.report(&period, code).parts.concat();
                let again = world.report(&period, code).parts.concat();
                assert_eq!(report, again, "{period} {code}: not the same twice");
                is_sound(&report, &format!("{period} {code}"));
            }
        }
    }
}

/// Lines, anchors, tables, headings and comments of a report.
fn is_sound(report: &str, name: &str) {
    assert!(report.ends_with('\n') && !report.ends_with("\n\n") && !report.contains("\n\n\n"), "{name}: blank lines");
    for line in report.lines() {
        assert_eq!(line.trim_end(), line, "{name}: trailing blank");
        assert!(!line.starts_with("<!--") || line.starts_with("<!-- "), "{name}: a line begins with a mark: {line}");
        assert!(!line.contains("{{") && !line.contains("  |") && !line.contains("||"), "{name}: {line}");
    }
    let mut anchors = BTreeSet::new();
    for id in report.split("<a id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(anchors.insert(id), "{name}: {id} twice");
    }
    for id in report.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        assert!(anchors.contains(id), "{name}: nothing at #{id}");
    }
    for chapter in ["cover", "summary", "method", "situation", "implementation", "overdue", "not-due", "cancelled", "obstacles"] {
        assert!(anchors.contains(chapter), "{name}: no {chapter}");
    }
    for chapter in ["agencies", "changes", "recommendations", "annex-plan", "annex-conflicts", "annex-set-aside", "annex-sources"] {
        assert!(anchors.contains(chapter), "{name}: no {chapter}");
    }
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<&str> = report.lines().collect();
    for pair in lines.windows(2).filter(|pair| pair.iter().all(|line| line.starts_with('|'))) {
        assert_eq!(columns(pair[0]), columns(pair[1]), "{name}: {}", pair[1]);
    }
    let blocks: Vec<&str> = lines.iter().copied().filter(|line| !line.is_empty() && !line.starts_with("<!-- ")).collect();
    let level = |line: &str| line.find(|c| c != '#').filter(|level| *level > 0);
    for pair in blocks.windows(2) {
        if let (Some(above), Some(below)) = (level(pair[0]), level(pair[1])) {
            assert!(below > above, "{name}: nothing under {}", pair[0]);
        }
    }
    let opened = |kind: &str| lines.iter().filter(|line| line.starts_with(&format!("<!-- {kind} "))).count();
    for (kind, end) in [("section", "<!-- /section -->"), ("div", "<!-- /div -->"), ("article", "<!-- /article -->"), ("lang", "<!-- /lang -->")] {
        assert_eq!(opened(kind), lines.iter().filter(|line| **line == end).count(), "{name}: {kind}");
    }
}

#[test]
fn every_directive_becomes_html() {
    use super::{build, html, language::Language};
    let world = World::real();
    for code in [Code::KA, Code::EN] {
        let signs = build::signs(world.plan(), &Language::load(code, None).unwrap());
        for part in world.report("2020", code).parts {
            let page = html::fragment(&part, &signs);
            for stray in ["&lt;!--", "&lt;a id", "&lt;br", "**"] {
                assert!(!page.contains(stray), "{stray} in\n{part}");
            }
        }
    }
}

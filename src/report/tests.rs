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
    line(&report, &["| [A](#ag-a) | 2 | ◧ 1 · "]);
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
    let both = |agency: &str, secretariat: &str| {
        let cards = format!("\n- Agency's rating:<br>{agency}\n- Secretariat's rating:<br>{secretariat}\n");
        assert!(report.contains(&cards), "{cards}");
    };
    both(
        "A:<br>■ fully implemented<br>Agency B:<br>◧ partially implemented<br><!--.flag-->[conflict](#c-1)<!--/-->",
        "<!--.muted-->not rated; the less advanced one counts<!--/-->",
    );
    both("■ fully", "**▣ in progress** <!--.flag-->changed<!--/-->");
    both("▨ no report", "**■ fully implemented** <!--.muted-->implemented earlier (2019)<!--/-->");
    both("**⊟ cancelled**", "<!--.muted-->not rated<!--/-->");
    line(&report, &["**Secretariat's reason.** Only \\| begun."]);
    line(&report, &["- Rating by others: Watch & Co<br>☒ not implemented <!--.src-->2020: [ngo.csv](#f-2), row 3<!--/-->"]);
}

#[test]
fn an_outcome_table_has_every_rating_and_names_those_without_one() {
    let report = english();
    line(&report, &["| Activity | Agency's rating | Secretariat's rating | Rating by others |"]);
    line(&report, &["| [1.1.1](#a-1.1.1) | A:<br>■ fully<br>", "| Watch & Co:<br>☒ not implemented |"]);
    line(&report, &["| [1.1.6](#a-1.1.6) | ■ fully | **▣ in progress** <!--.flag-->changed<!--/--> | – |"]);
    line(&report, &["Other activities: **□ not due** 1 · **▨ no report** 1"]);
    assert_eq!(report.matches("Outcome table").count(), 1, "an objective with one activity that is rated has none");
}

#[test]
fn a_card_without_a_status_is_short() {
    let report = english();
    let silence = report.split("<!-- article activity -->").find(|card| card.contains("<a id=\"a-1.2.1\">")).unwrap();
    assert!(silence.contains("<!-- div verdict no-report -->\n\n**▨ no report**\n\n<!-- /div -->\n"), "{silence}");
    assert!(!silence.split("<!-- /article -->").next().unwrap().contains('|'), "{silence}");
}

#[test]
fn no_word_of_a_row_is_lost() {
    let mut words = 0;
    for world in [World::small(), World::real()] {
        for period in world.periods() {
            let report = world.report(&period, Code::EN);
            let text = report.parts.concat();
            let json: serde_json::Value = serde_json::from_str(&report.json).unwrap();
            for activity in json["progress"]["activities"].as_array().unwrap() {
                let said = ["said", "external"].iter().flat_map(|kind| activity[kind].as_array().into_iter().flatten());
                for statement in said {
                    for kind in ["narrative", "obstacles"] {
                        let Some(said) = statement[kind]["en"].as_str() else { continue };
                        let line = said.lines().next().unwrap();
                        words += 1;
                        assert!(text.contains(&super::escape::markdown_escape(line)), "{period}: {line}");
                    }
                    for item in statement["evidence"].as_array().into_iter().flatten() {
                        let reference = super::link::reference(item.as_str().unwrap());
                        assert!(text.contains(&format!("</a>{reference}\n")), "{period}: {reference}");
                    }
                }
            }
        }
    }
    assert!(words > 50, "{words}");
}

#[test]
fn every_figure_has_its_source() {
    let report = english();
    line(
        &report,
        &[
            "| The same (pieces) <!--.flag-->[conflict](#c-",
            "| 4 | – | – | A: 12<br>Agency B: 15 | 2020: [a.csv](#f-3), row 3: 12<br>2020: [b.csv](#f-4), row 3: 15 |",
        ],
    );
    line(
        &report,
        &[
            "| The sum (pieces) ",
            "[disagreement](#c-",
            "| – | 2019: 10<br>2020: 24-40 | 25 | 42 (sum) | 2019: [a.csv](#f-1), row 4<br>2020: [a.csv](#f-3), row 4: 30 [\\[1\\]](#e-1)<br>2020: [b.csv](#f-4), row 4: 12 |",
        ],
    );
    line(&report, &["| women | – | 8-11 (sum) | – | 2020: [a.csv](#f-3), row 5: \\<5<br>2020: [b.csv](#f-4), row 5: 7 |"]);
    line(&report, &["| [1.1.1](#a-1.1.1) Total <!--.flag-->[disagreement](#c-", "| – | 50 | 2020: [ngo.csv](#f-2), row 2 |"]);
    line(&report, &["1. <a id=\"e-1\"></a>decree-7\\|8"]);
    line(&report, &["2. <a id=\"e-2\"></a>[https\\://x.example/a\\_(b)](https://x.example/a_%28b%29)"]);
    line(&report, &["| <a id=\"f-3\"></a>reports/2020/submissions/a.csv | [A](#ag-a) | 5 | `"]);
    line(&report, &["| Total <!--.flag-->[disagreement](#c-", "| 25 ▇▇▇▇▇▇▇▇▇▇▇▇ | 42 (sum) ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ | +17 (+68.0%) |"]);
}

#[test]
fn no_card_has_a_row_that_says_nothing() {
    let mut elsewhere = 0;
    for period in World::real().periods() {
        let report = World::real().report(&period, Code::EN).parts.concat();
        for card in report.split("<!-- article activity -->").skip(1).map(|rest| rest.split("<!-- /article -->").next().unwrap()) {
            let rows: Vec<&str> = card.lines().filter(|line| line.starts_with("| ")).collect();
            for pair in rows.windows(2).filter(|pair| !pair[1].starts_with("| – ")) {
                let says = pair[0].trim_matches('|').split(" | ").skip(1).any(|cell| !matches!(cell.trim(), "–" | ""));
                assert!(says || pair[0].contains("<!--.tag-->"), "{period}: {}", pair[0]);
            }
            elsewhere += card.matches("(persons/services): [Situation and trends](#situation)").count();
        }
    }
    assert!(elsewhere > 0);
}

#[test]
fn a_value_of_an_agency_that_the_plan_does_not_name_stands_with_its_name() {
    let report = World::real().report("2020", Code::EN).parts.concat();
    line(
        &report,
        &[
            "minors (0-17)<br><!--.src-->2020, General Prosecutor's Office: 12 (the plan does not name this agency here)<!--/-->",
            "| – | – | – | 2020: [gpo.csv]",
        ],
    );
}

#[test]
fn parts_that_do_not_add_up_say_so() {
    let said = |rows: &str| {
        let rows: String = rows.lines().map(|row| format!("1.1.1,sum,{row},Ours\n")).collect();
        let other = format!("activity,indicator,value,sex,source\n{rows}");
        let report = World::small_with(&[("reports/2020/external/ours.csv", &other)]).report("2020", Code::EN).parts.concat();
        let remarks = report.split("<!--.src-->").skip(1).map(|rest| rest.split("<!--").next().unwrap());
        let mut notes: Vec<String> =
            remarks.filter_map(|remark| Some(remark.split_once(": ")?.1.to_owned())).filter(|note| note.contains("given by")).collect();
        assert_eq!(notes.remove(0), "given by sex: 8-11 of 42", "of the agencies");
        notes
    };
    assert_eq!(said("29,\n21,female\n8,male\n"), [""; 0]);
    assert_eq!(said("29,\n21,female\n"), ["given by sex: 21 of 29"]);
    assert_eq!(said("29,\n21,female\n9,male\n"), ["the parts given by sex add up to 30, the total is 29"]);
    // A suppressed part may be anything from 1 to 4.
    assert_eq!(said("29,\n27,female\n<5,male\n"), [""; 0]);
    assert_eq!(said("29,\n20,female\n<5,male\n"), ["given by sex: 21-24 of 29"]);
    assert_eq!(said("<5,\n9,female\n"), [""; 0]);
    assert_eq!(said("21,female\n"), [""; 0]);
}

#[test]
fn words_of_others_mean_nothing_but_themselves() {
    let report = english();
    assert!(report.contains("**A** (<!--.src-->2020: [a.csv](#f-3), row 2 [\\[2\\]](#e-2)<!--/-->): First line\\\nsecond \\| line\n\n\\- not a list \\<script>alert(1)\\</script> :\u{2060}smile:\n"));
    line(&report, &["- **Budget:** 12 \\| 13 \\<GEL>"]);
    line(&report, &["- **Answers to:** [www\\.coe.int/…](https://www.coe.int/greta), SDG 5.2"]);
    line(&report, &["| <a id=\"r-1\"></a>reports/2020/submissions/a.csv | 1234 | unknown activity | 9.9.9 · a\\|b<br>c |"]);
    let georgian = World::small().report("2020", Code::KA).parts.concat();
    line(&georgian, &["##### <a id=\"a-1.1.6\"></a>[1.1.6](#a-1.1.6) <!--en-->Only \\*English\\* \\| \\[title\\](x)<!--/-->"]);
    assert!(georgian.contains("<!-- lang en -->\n\nFirst paragraph.\n\nSecond paragraph.\n\n<!-- /lang -->"));
    line(&georgian, &["**უწყება ბ** (<!--.src-->2020: [b.csv](#f-4), სტრ.\u{a0}2<!--/-->): <!--en-->Half<!--/-->"]);
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
    line(&report, &["| [A](#ag-a) | 2020: [a.csv](#f-3) | 20 January 2021 | yes | 5 | 0 |"]);
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
    assert_eq!(json["schema"], "plan/2");
    assert_eq!(json["plan"]["goals"][0]["objectives"][0]["activities"][0]["title"]["ka"], "ორი უწყება");
    assert_eq!((activity["id"].as_str(), activity["status"].as_str()), (Some("1.1.1"), Some("partially-implemented")));
    assert_eq!(activity["figures"][1]["by_year"]["2020"]["sum"], 42);
    assert_eq!(activity["figures"][2]["said"][0]["value"]["below"], 5);
    assert_eq!(activity["figures"][2]["by_year"]["2020"]["between"], serde_json::json!([8, 11]));
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
    for chapter in ["agencies", "changes", "recommendations", "annex-plan", "annex-conflicts", "annex-set-aside", "annex-sources", "annex-references"]
    {
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
fn every_table_can_be_placed() {
    let asked: String = super::html::words::TABLES.iter().map(|name| format!("Words on {name}.\n\n{{{{ table: {name} }}}}\n\n")).collect();
    let world = World::small_with(&[("reports/2020/conclusions.en.md", &asked), ("reports/2019/agencies.ka.md", &asked)]);
    for (period, code) in [("2020", Code::EN), ("2020", Code::KA), ("2019", Code::EN)] {
        let report = world.report(period, code).parts.concat();
        assert_eq!(report.matches("<!-- div placed -->").count(), super::html::words::TABLES.len());
        is_sound(&report, period);
        // What was placed in the chapter stands there once.
        let chapter = report.split_once("<a id=\"recommendations\">").unwrap().1.split_once("<!-- /section -->").unwrap().0;
        assert!(["| Report |", "| მოაწოდონ |"].iter().map(|row| chapter.matches(row).count()).sum::<usize>() <= 1, "{chapter}");
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

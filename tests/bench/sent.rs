//! One agency's file of any length, and a plan in which every row of it is right: the same length gives the same bytes.
//!
//! A row has about 270 bytes, as those of real submissions in Georgian.

use std::fmt::Write;

use plan::load::File;

const ACTIVITIES: usize = 57;
const INDICATORS: usize = 8;
const REGIONS: usize = 16;
const SEXES: [&str; 3] = ["female", "male", "not-stated"];
const AGES: [&str; 4] = ["0-13", "14-17", "18-29", "30+"];
const WORDS: [&str; 8] = ["ტრენინგი", "თანამშრომელმა", "გაიარა", "შეხვედრა", "რეგიონში", "სამუშაო", "ჯგუფი", "ანგარიში"];

/// The plan.
pub(crate) fn plan() -> Vec<File> {
    let mut text = String::from("title: {ka: სამოქმედო გეგმა, en: Action plan}\nperiod: 2019..2020\nlanguages: [ka, en]\ndimensions:\n");
    let regions: Vec<String> = (0..REGIONS).map(|region| format!("region-{region}")).collect();
    let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
    for (id, values) in [("region", &regions[..]), ("sex", &SEXES), ("age", &AGES)] {
        let _ = writeln!(text, "  - id: {id}\n    name: {{ka: ჭრილი {id}, en: By {id}}}\n    values:");
        for value in values {
            let _ = writeln!(text, "      - {{id: {value}, name: {{ka: სიდიდე {value}, en: Value {value}}}}}");
        }
    }
    text.push_str("delay_reasons:\n  - {id: funding, name: {ka: დაფინანსება, en: funding}}\n");
    let mut goal = String::from(
        "id: \"1\"\ntitle: {ka: მიზანი, en: Goal}\nobjectives:\n  - id: \"1.1\"\n    title: {ka: ამოცანა, en: Objective}\n    activities:\n",
    );
    for activity in 1..=ACTIVITIES {
        let _ = write!(
            goal,
            "      - id: \"1.1.{activity}\"\n        title: {{ka: საქმიანობა {activity}, en: Activity {activity}}}\n        lead: [agency-0]\n        deadline: 2020\n        indicators:\n"
        );
        for indicator in 0..INDICATORS {
            let _ = write!(
                goal,
                "          - id: indicator-{indicator}\n            name: {{ka: მაჩვენებელი {indicator}, en: Indicator {indicator}}}\n            kind: count\n            unit: {{ka: ადამიანი, en: people}}\n            dimensions: [region, sex, age]\n"
            );
        }
    }
    let agencies = "agencies:\n  - {id: agency-0, name: {ka: უწყება, en: Agency}, kind: ministry}\n".to_owned();
    [("plan/plan.yaml", text), ("plan/agencies.yaml", agencies), ("plan/goals/1.yaml", goal)]
        .map(|(path, text)| File { path: path.to_owned(), bytes: text.into_bytes() })
        .into()
}

/// The file, with so many rows, at most about 100,000.
pub(crate) fn file(rows: usize) -> File {
    let mut text =
        String::from("\u{feff}activity;indicator;region;sex;age;status;value;narrative;obstacles;delay_reason;expected;evidence;agency;period\r\n");
    let mut written = 0;
    'all: for activity in 1..=ACTIVITIES {
        for indicator in 0..INDICATORS {
            for breakdown in 0..(REGIONS + 1) * (SEXES.len() + 1) * (AGES.len() + 1) {
                if written == rows {
                    break 'all;
                }
                row(&mut text, activity, indicator, breakdown);
                written += 1;
            }
        }
    }
    File { path: "agency-0.csv".to_owned(), bytes: text.into_bytes() }
}

fn row(text: &mut String, activity: usize, indicator: usize, breakdown: usize) {
    let (region, rest) = (breakdown % (REGIONS + 1), breakdown / (REGIONS + 1));
    let (sex, age) = (rest % (SEXES.len() + 1), rest / (SEXES.len() + 1));
    let region = if region == 0 { String::new() } else { format!("region-{}", region - 1) };
    let pick = |values: &[&'static str], at: usize| if at == 0 { "" } else { values[at - 1] };
    let (sex, age) = (pick(&SEXES, sex), pick(&AGES, age));
    let seed = activity * 31 + indicator * 7 + breakdown;
    let narrative: Vec<&str> = (0..7).map(|at| WORDS[(seed * 5 + at * 3) % WORDS.len()]).collect();
    let narrative = match seed % 4 {
        0 => format!("\"{}; {}\"", narrative.join(" "), seed % 60),
        1 => format!("\"{}, „{}“\"", narrative[..4].join(" "), narrative[4..].join("\r\n")),
        _ => narrative.join(" "),
    };
    let status = if breakdown == 0 { "სრულად შესრულდა" } else { "" };
    let delay = if seed.is_multiple_of(9) { "funding" } else { "" };
    let expected = if seed.is_multiple_of(9) { "30.06.2021" } else { "" };
    let evidence = if seed.is_multiple_of(3) { format!("https://example.org/{activity}/{breakdown}") } else { String::new() };
    let _ = write!(
        text,
        "1.1.{activity};indicator-{indicator};{region};{sex};{age};{status};{};{narrative};;{delay};{expected};{evidence};agency-0;2020\r\n",
        seed % 997
    );
}

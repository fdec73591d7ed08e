//! A plan of any size with its submissions, made up by a rule: the same size gives the same bytes.

use std::fmt::Write;

use plan::load::File;

const GOALS: usize = 10;
const OBJECTIVES: usize = 10;
const AGENCIES: usize = 20;
/// Regions that a plan has, and by which figures are broken down unless fewer are asked for.
pub(crate) const REGIONS: usize = 4;
const WORDS: [&str; 8] = ["ტრენინგი", "თანამშრომელმა", "გაიარა", "შეხვედრა", "რეგიონში", "სამუშაო", "ჯგუფი", "ანგარიში"];
const STATUSES: [&str; 5] = ["implemented", "mostly-implemented", "partially-implemented", "in-progress", "not-implemented"];

/// The files of a repository with so many activities (a multiple of 100). Each has a row and two figures, broken down by so many regions:
/// ten rows with four of them, three with none; the real plan has two.
pub(crate) fn repository(activities: usize, regions: usize) -> Vec<File> {
    let each = activities.div_ceil(GOALS * OBJECTIVES);
    let mut files = vec![file("plan/plan.yaml", plan_file()), file("plan/agencies.yaml", agencies())];
    let mut rows = vec![String::from("activity,indicator,status,value,region,narrative,evidence\n"); AGENCIES];
    for goal in 1..=GOALS {
        let mut text = format!("id: \"{goal}\"\ntitle: {{ka: მიზანი {goal}, en: Goal {goal}}}\nobjectives:\n");
        for objective in 1..=OBJECTIVES {
            let _ = writeln!(text, "  - id: \"{goal}.{objective}\"\n    title: {{ka: ამოცანა, en: Objective}}\n    activities:");
            for number in 1..=each {
                let id = format!("{goal}.{objective}.{number}");
                let lead = (goal * 7 + objective * 3 + number) % AGENCIES;
                activity(&mut text, &id, lead, number);
                submit(&mut rows[lead], &id, goal + objective + number, regions);
            }
        }
        files.push(file(&format!("plan/goals/{goal}.yaml"), text));
    }
    for (agency, rows) in rows.into_iter().enumerate() {
        files.push(file(&format!("reports/2020/submissions/agency-{agency}.csv"), rows));
    }
    files
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}

fn plan_file() -> String {
    let mut text = String::from("title: {ka: სამოქმედო გეგმა, en: Action plan}\nperiod: 2019..2020\nlanguages: [ka, en]\n");
    text.push_str("dimensions:\n  - id: region\n    name: {ka: რეგიონი, en: region}\n    values:\n");
    for region in 0..REGIONS {
        let _ = writeln!(text, "      - {{id: region-{region}, name: {{ka: რეგიონი {region}, en: Region {region}}}}}");
    }
    text
}

fn agencies() -> String {
    let mut text = String::from("agencies:\n");
    for agency in 0..AGENCIES {
        let _ = writeln!(text, "  - {{id: agency-{agency}, name: {{ka: უწყება {agency}, en: Agency {agency}}}, kind: ministry}}");
    }
    text
}

fn activity(text: &mut String, id: &str, lead: usize, number: usize) {
    let support = (lead + 1) % AGENCIES;
    let title = words(number, 6);
    let _ = write!(
        text,
        "      - id: \"{id}\"
        title:
          ka: {title}
          en: Activity {id} of the generated plan
        lead: [agency-{lead}]
        support: [agency-{support}]
        deadline: 2019..2020
        indicators:
          - id: trainings
            name: {{ka: ტრენინგების რაოდენობა, en: Number of trainings}}
            kind: count
            unit: {{ka: ტრენინგი, en: trainings}}
            targets: {{2020: {number}}}
            dimensions: [region]
          - id: participants
            name: {{ka: მონაწილეთა რაოდენობა, en: Number of participants}}
            kind: count
            unit: {{ka: მონაწილე, en: participants}}
            dimensions: [region]
"
    );
}

fn submit(rows: &mut String, id: &str, seed: usize, regions: usize) {
    let _ = writeln!(rows, "{id},,{},,,{},https://example.org/{id}", STATUSES[seed % STATUSES.len()], words(seed, 8));
    for (at, indicator) in ["trainings", "participants"].into_iter().enumerate() {
        let _ = writeln!(rows, "{id},{indicator},,{},,{},", seed % 97 + at, words(seed + at, 4));
        for region in 0..regions.saturating_sub(at) {
            let _ = writeln!(rows, "{id},{indicator},,{},region-{region},,", seed % 23);
        }
    }
}

fn words(seed: usize, count: usize) -> String {
    let words: Vec<&str> = (0..count).map(|at| WORDS[(seed * 5 + at * 3) % WORDS.len()]).collect();
    words.join(" ")
}

//! Two readers of YAML must see the same in every valid plan: ours, which keeps places, and the one of the wider world.

use plan::load::{File, load};
use plan::model::date::Date;
use plan::model::text::Language;
use plan::parse::yaml::{self, Kind, Node};
use plan::problem::ProblemKind;
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

/// Whether a node is the value; a plain number or truth is compared as it reads, a text letter by letter.
fn same(node: &Node, value: &Value) -> bool {
    match (&node.kind, value) {
        (Kind::Null, Value::Null) => true,
        (Kind::Scalar { text, .. }, Value::String(expected)) => text == expected,
        (Kind::Scalar { text, plain: true }, Value::Number(_) | Value::Bool(_)) => {
            serde_yaml::from_str::<Value>(text).is_ok_and(|read| read == *value)
        }
        (Kind::Sequence(items), Value::Sequence(values)) => {
            items.len() == values.len() && items.iter().zip(values).all(|(item, value)| same(item, value))
        }
        (Kind::Map(entries), Value::Mapping(values)) => {
            let mut pairs = entries.iter().zip(values);
            entries.len() == values.len() && pairs.all(|(entry, (key, value))| is_key(&entry.key, key) && same(&entry.value, value))
        }
        _ => false,
    }
}

fn is_key(written: &str, key: &Value) -> bool {
    key.as_str().map_or_else(|| serde_yaml::from_str::<Value>(written).is_ok_and(|read| read == *key), |key| key == written)
}

/// Texts that YAML readers are known to take for something else. Not U+0085 and U+2028: line ends in YAML 1.1, letters in 1.2.
fn text() -> impl Strategy<Value = String> {
    let words = [
        "მიზანი",
        "Train staff",
        "5.10",
        "010",
        "1e3",
        "0x1f",
        "no",
        "yes",
        "on",
        "null",
        "~",
        "true",
        ".inf",
        "2020-06-30",
        "- a",
        "a: b",
        "a:",
        "#c",
        " # c",
        "„ღია“",
        "'",
        "\"",
        "\\",
        "\\n",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "&a",
        "*a",
        "!a",
        "%",
        "@",
        "`",
        "[",
        "]",
        "{",
        "}",
        ",",
        "?",
        "|",
        ">",
        "\u{a0}",
        "\n\u{a0}",
        "\u{feff}",
        "é",
        "e\u{301}",
        "😀",
        "---",
        "\n--- ",
        "...",
        "<<",
        "=",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..6).prop_map(|words| words.concat())
}

fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Mapping(entries.into_iter().map(|(key, value)| (string(key), value)).collect::<Mapping>())
}

fn both(text: &str) -> Value {
    map([("ka", string(text)), ("en", string(text))])
}

/// A goal with one objective and an activity for each title, whose indicator has the title for its name and unit.
fn goal(title: &str, titles: &[String]) -> Value {
    let activities = titles.iter().enumerate().map(|(at, title)| {
        let targets = Value::Mapping(Mapping::from_iter([(Value::Number(2020.into()), Value::Number(at.into()))]));
        let indicator = map([
            ("id", string("held")),
            ("name", string(title)),
            ("kind", string("count")),
            ("unit", both(title)),
            ("sensitive", Value::Bool(at % 2 == 0)),
            ("targets", targets),
            ("baseline", if at == 1 { Value::Null } else { Value::Number(serde_yaml::Number::from(12.5)) }),
        ]);
        map([
            ("id", string(&format!("1.1.{}", at + 1))),
            ("title", both(title)),
            ("lead", Value::Sequence(vec![string("no")])),
            ("deadline", Value::Number(2020.into())),
            ("indicators", Value::Sequence(vec![indicator])),
        ])
    });
    let activities = Value::Sequence(activities.collect());
    let objective = map([("id", string("1.1")), ("title", both(title)), ("activities", activities)]);
    map([("id", string("1")), ("title", both(title)), ("objectives", Value::Sequence(vec![objective]))])
}

/// The same in one line, with every text in quotation marks.
fn flow(value: &Value) -> String {
    match value {
        Value::String(text) => serde_json::to_string(text).unwrap(),
        Value::Sequence(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Mapping(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", key.as_str().map_or_else(|| flow(key), str::to_owned), flow(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        other => serde_yaml::to_string(other).unwrap().trim_end().to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_readers_agree(title in text(), titles in prop::collection::vec(text(), 0..4)) {
        let value = goal(&title, &titles);
        for written in [serde_yaml::to_string(&value).unwrap(), flow(&value)] {
            let oracle: Value = serde_yaml::from_str(&written).unwrap();
            prop_assert_eq!(&oracle, &value, "the oracle reads back what it was given:\n{}", written);
            let (tree, faults) = yaml::parse(&written);
            prop_assert!(faults.is_empty(), "{:?}\n{}", faults, written);
            prop_assert!(same(&tree.unwrap(), &oracle), "{}", written);
            let files = [
                ("plan/plan.yaml", "title: Plan\nperiod: 2019..2020\nlanguages: [ka, en]\n"),
                ("plan/agencies.yaml", "agencies: [{id: no, name: National Office, kind: ministry}]\n"),
                ("plan/goals/1.yaml", written.as_str()),
            ];
            let files = files.map(|(path, text)| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() });
            let loaded = load(files.to_vec(), Date::new(2021, 3, 1).unwrap());
            // A goal without activities and a blank title are read well enough.
            let told = |kind: &ProblemKind| matches!(kind, ProblemKind::NothingIn { .. } | ProblemKind::MissingTranslation { .. });
            let lost: Vec<_> = loaded.problems.into_iter().filter(|problem| !told(&problem.kind)).collect();
            prop_assert_eq!(lost, vec![], "{}", written);
            let read: Vec<&str> = loaded.value.plan.activities.iter().map(|activity| activity.title.any(Language::EN)).collect();
            prop_assert_eq!(read, titles.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}

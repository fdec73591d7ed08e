//! The check `wrong-kind-of-value`.

use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::date::{Date, Period};
use crate::model::indicator::Number;
use crate::model::spelling;
use crate::model::text::Language;
use crate::problem::{Expected, ProblemKind};
use crate::say;

declare_check! {
    /// A value in a YAML file is of another kind than its key takes.
    ///
    /// ## Why
    ///
    /// The program does not guess: a deadline that it cannot read would leave the activity without one.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    ///   lead: moia
    ///   deadline: 2019-2020
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the value in the form that the message shows: `lead: [moia]`, `deadline: 2019..2020`.
    pub(super) static WRONG_KIND_OF_VALUE = "wrong-kind-of-value", Error, Files, run,
    ka: "\
YAML-ფაილში სხვა სახის მნიშვნელობა წერია, ვიდრე გასაღები იღებს.

## რატომ

პროგრამა არაფერს გამოიცნობს: ვადა, რომელიც ვერ იკითხება, საქმიანობას ვადის გარეშე დატოვებდა.

## მაგალითი

```yaml
- id: \"2.1.3\"
  lead: moia
  deadline: 2019-2020
```

## რა უნდა გააკეთოთ

მნიშვნელობა ჩაწერეთ ისე, როგორც შეტყობინება გიჩვენებთ: `lead: [moia]`, `deadline: 2019..2020`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::WrongKind { expected, found } = &problem.kind else { continue };
        let (noun, help) = (noun(*expected), help(*expected));
        let shown = shown(found);
        let finding = findings.add(
            &WRONG_KIND_OF_VALUE,
            problem.place.clone(),
            Wording {
                en: format!("{} is expected here, not {}", noun.en, shown.en),
                ka: format!("აქ უნდა იყოს {}; წერია {}", noun.ka, shown.ka),
            },
        );
        if let Some(meant) = meant(*expected, found) {
            finding.label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"));
        }
        finding.help(help);
    }
}

fn noun(expected: Expected) -> Wording {
    match expected {
        Expected::Text => say!("a text", "ტექსტი"),
        Expected::TextOrLanguages => say!("a text, or one for each language,", "ტექსტი ან თითო ტექსტი თითო ენაზე"),
        Expected::List => say!("a list", "სია"),
        Expected::Map => say!("a key with its value", "გასაღები თავისი მნიშვნელობით"),
        Expected::WholeNumber => say!("a whole number", "მთელი რიცხვი"),
        Expected::Number => say!("a number", "რიცხვი"),
        Expected::YesNo => say!("`true` or `false`", "`true` ან `false`"),
        Expected::Years => say!("a year or a range of years", "წელი ან წლების დიაპაზონი"),
        Expected::Deadline => say!("a period", "პერიოდი"),
        Expected::Date => say!("a day", "თარიღი"),
        Expected::Target => say!("a number or a range", "რიცხვი ან დიაპაზონი"),
        Expected::Merge => say!("`sum`, `same` or `{{from: <agency>}}`", "`sum`, `same` ან `{{from: <უწყება>}}`"),
        Expected::Language => say!("the code of a language", "ენის კოდი"),
        Expected::Year => say!("a year", "წელი"),
        Expected::Character => say!("a single character", "ერთი სიმბოლო"),
    }
}

fn help(expected: Expected) -> Wording {
    match expected {
        Expected::Text => say!(
            "Write one text; if it begins with a bracket, put it in quotation marks.",
            "ჩაწერეთ ერთი ტექსტი; თუ ის ფრჩხილით იწყება, ბრჭყალებში ჩასვით."
        ),
        Expected::TextOrLanguages => say!(
            "Write one text, or a map of languages: `{{ka: …, en: …}}`.",
            "ჩაწერეთ ერთი ტექსტი ან ტექსტები ენების მიხედვით: `{{ka: …, en: …}}`."
        ),
        Expected::List => say!(
            "Put it in square brackets, with commas between the elements.",
            "კვადრატულ ფრჩხილებში ჩასვით, ელემენტებს შორის – მძიმე."
        ),
        Expected::Map => say!(
            "Write keys with their values, each on a line of its own, such as `id: \"1\"`, with a blank after the colon.",
            "ჩაწერეთ გასაღებები მნიშვნელობებით, თითო სტრიქონში თითო, მაგალითად `id: \"1\"`; ორწერტილის შემდეგ ინტერვალია."
        ),
        Expected::WholeNumber => say!("Write digits only, such as `5`.", "ჩაწერეთ მხოლოდ ციფრები, მაგალითად `5`."),
        Expected::Number => say!("Write digits, with a point before decimals: `12.5`.", "ჩაწერეთ ციფრები, ათწილადში – წერტილი: `12.5`."),
        Expected::YesNo => say!("Write `true` or `false`.", "ჩაწერეთ `true` ან `false`."),
        Expected::Years => say!("Write `2020`, or `2019..2020` for several years.", "ჩაწერეთ `2020`, ხოლო რამდენიმე წლისთვის – `2019..2020`."),
        Expected::Deadline => say!(
            "Write a year (`2020`), a half-year (`2020-H2`), a quarter (`2020-Q3`), a day (`2020-06-30`) or a range (`2019..2020`).",
            "ჩაწერეთ წელი (`2020`), ნახევარი წელი (`2020-H2`), კვარტალი (`2020-Q3`), დღე (`2020-06-30`) ან დიაპაზონი (`2019..2020`)."
        ),
        Expected::Date => say!("Write year, month and day: `2020-06-30`.", "ჩაწერეთ წელი, თვე და დღე: `2020-06-30`."),
        Expected::Target => say!("Write a number such as `24`, or a range such as `24..40`.", "ჩაწერეთ რიცხვი, მაგალითად `24`, ან დიაპაზონი, მაგალითად `24..40`."),
        Expected::Merge => say!(
            "Write `sum` if agencies count different things, `same` if they must agree, `{{from: <agency>}}` if one of them counts.",
            "ჩაწერეთ `sum`, თუ უწყებები სხვადასხვა რამეს ითვლიან, `same`, თუ მაჩვენებელი ყველასთვის ერთია, `{{from: <უწყება>}}`, თუ ერთის მონაცემი ითვლება."
        ),
        Expected::Language => say!("Write two small letters, such as `ka` or `en`.", "ჩაწერეთ ორი პატარა ასო, მაგალითად `ka` ან `en`."),
        Expected::Year => say!("Write four digits, such as `2020`.", "ჩაწერეთ ოთხი ციფრი, მაგალითად `2020`."),
        Expected::Character => say!("Write one character in quotation marks, such as `\"■\"`.", "ჩაწერეთ ერთი სიმბოლო ბრჭყალებში, მაგალითად `\"■\"`."),
    }
}

/// What stands there, cut to a readable length.
fn shown(found: &str) -> Wording {
    match found {
        "" => say!("nothing", "არაფერი"),
        "[…]" => say!("a list", "სია"),
        "{…}" => say!("a map", "გასაღებები მნიშვნელობებით"),
        _ => {
            let mut text: String = found.chars().take_while(|&c| c != '\n').take(40).collect();
            if text.len() < found.len() {
                text.push('…');
            }
            say!("`{text}`", "`{text}`")
        }
    }
}

/// The value that was probably meant, in the form that is read.
fn meant(expected: Expected, found: &str) -> Option<String> {
    let range = |is: &dyn Fn(&str) -> bool| {
        let (first, last) = [" - ", "–", "—", "-", "/"].iter().find_map(|mark| found.split_once(mark))?;
        Some(format!("{}..{}", first.trim(), last.trim())).filter(|range| is(range))
    };
    let day = || Date::from_typed(found).map(|day| day.to_string());
    let point = || Some(found.replace(',', ".").replace([' ', '\u{a0}'], "")).filter(|text| Number::parse(text).is_some());
    match expected {
        Expected::List if !matches!(found, "" | "[…]" | "{…}") && found.len() < 60 => Some(format!("[{found}]")),
        Expected::Map => {
            let (key, value) = found.split_once(':')?;
            let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            (is_key && !value.starts_with("//") && found.len() < 60).then(|| format!("{key}: {value}"))
        }
        Expected::Years | Expected::Deadline => {
            let upper = || Some(found.to_ascii_uppercase()).filter(|text| Period::parse(text).is_some());
            let spelt = || spelling::period(found).map(|period| period.to_string());
            day().or_else(upper).or_else(|| range(&|range| Period::parse(range).is_some())).or_else(spelt)
        }
        Expected::Date => day(),
        Expected::Number => point(),
        Expected::Target => point().or_else(|| {
            range(&|range| range.split_once("..").is_some_and(|(min, max)| Number::parse(min).is_some() && Number::parse(max).is_some()))
        }),
        Expected::YesNo => match found.to_lowercase().as_str() {
            "yes" | "on" | "კი" | "true" => Some("true".into()),
            "no" | "off" | "არა" | "false" => Some("false".into()),
            _ => None,
        },
        Expected::Language => match found.to_ascii_lowercase().as_str() {
            "ge" | "geo" | "kat" => Some("ka".into()),
            "eng" => Some("en".into()),
            code => Language::from_code(code).map(|language| language.to_string()),
        },
        _ => None,
    }
}

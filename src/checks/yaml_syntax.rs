//! The check `yaml-syntax`.

use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::place::At;
use crate::problem::{ProblemKind, YamlFault};
use crate::say;

declare_check! {
    /// A YAML file breaks off: its structure cannot be read on.
    ///
    /// ## Why
    ///
    /// What stands behind the place is not read. References (`&name`, `*name`) and types (`!name`) are not read at all, so that
    /// every value stands where it belongs and no file can grow when it is read.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// title: Goal 2: open data
    /// ```
    ///
    /// ## What to do
    ///
    /// Mend the line that the message shows; most often a text needs quotation marks: `title: "Goal 2: open data"`.
    pub(super) static YAML_SYNTAX = "yaml-syntax", Error, Files, run,
    ka: "\
YAML-ფაილი წყდება: მისი აგებულება აღარ იკითხება.

## რატომ

ამ ადგილის შემდეგ დაწერილი არ იკითხება. მითითებები (`&name`, `*name`) და ტიპები (`!name`) საერთოდ არ იკითხება, რათა ყოველი მნიშვნელობა თავის ადგილას იდგეს და ფაილი წაკითხვისას არ გაიზარდოს.

## მაგალითი

```yaml
title: მიზანი 2: ღია მონაცემები
```

## რა უნდა გააკეთოთ

შეასწორეთ სტრიქონი, რომელსაც შეტყობინება გიჩვენებთ; ყველაზე ხშირად ტექსტს ბრჭყალები სჭირდება: `title: \"მიზანი 2: ღია მონაცემები\"`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::Syntax { fault, more } = problem.kind else { continue };
        let At::Bytes(bytes) = &problem.place.at else { continue };
        let source = context.sources.get(problem.place.source);
        let found: String = source.slice(bytes.clone()).chars().take(40).collect();
        let quoted = quoted_line(&source.text, bytes.start);
        let [message, mut label, help] = wording(fault, &found, quoted);
        if more > 0 {
            label.en.push_str(&format!("; the same in {more} more places"));
            label.ka.push_str(&format!("; იგივე კიდევ {more} ადგილას"));
        }
        findings.add(&YAML_SYNTAX, problem.place.clone(), message).label(label).help(help);
    }
}

/// Message, label and help.
fn wording(fault: YamlFault, found: &str, quoted: Option<String>) -> [Wording; 3] {
    match fault {
        YamlFault::ColonInText => [
            say!("a text with a colon in it has no quotation marks", "ტექსტი, რომელშიც ორწერტილია, ბრჭყალებში არ დგას"),
            say!("this colon reads as the end of a key", "ეს ორწერტილი გასაღების ბოლოდ იკითხება"),
            match quoted {
                Some(line) => say!("Put the text in quotation marks: `{line}`.", "ტექსტი ბრჭყალებში ჩასვით: `{line}`."),
                None => say!("Put the text in quotation marks.", "ტექსტი ბრჭყალებში ჩასვით."),
            },
        ],
        YamlFault::BlankAfterColon => [
            say!("a blank is missing after the colon", "ორწერტილის შემდეგ ინტერვალი აკლია"),
            say!("key and value read as one word", "გასაღები და მნიშვნელობა ერთ სიტყვად იკითხება"),
            say!("Put a blank after the colon.", "ორწერტილის შემდეგ ინტერვალი ჩასვით."),
        ],
        YamlFault::KeyWithoutColon => [
            say!("this line has no key", "ამ სტრიქონს გასაღები არ აქვს"),
            say!("a key with a colon, or a dash, is expected here", "აქ უნდა იყოს გასაღები ორწერტილით ან ტირე"),
            say!(
                "Write `key: value`; if the line goes on with the text above, begin it with more blanks than that text's key.",
                "ჩაწერეთ `გასაღები: მნიშვნელობა`; თუ სტრიქონი ზედა ტექსტს აგრძელებს, დასაწყისში მეტი ინტერვალი დატოვეთ, ვიდრე იმ ტექსტის გასაღებს აქვს."
            ),
        ],
        YamlFault::NoKeys => [
            say!("the file holds no keys", "ფაილში გასაღებები არ არის"),
            say!("a key with a colon is expected here", "აქ უნდა იყოს გასაღები ორწერტილით"),
            say!("Write keys with their values, each on a line of its own: `title: …`.", "ჩაწერეთ გასაღებები მნიშვნელობებით, თითო სტრიქონში თითო: `title: …`."),
        ],
        YamlFault::Tab => [
            say!("a tab stands where only blanks can", "ტაბულაცია დგას იქ, სადაც მხოლოდ ინტერვალი შეიძლება იყოს"),
            say!("this is a tab", "ეს ტაბულაციაა"),
            say!(
                "Replace it by blanks, as many as the lines beside it begin with.",
                "მის ნაცვლად იმდენი ინტერვალი ჩასვით, რამდენითაც მეზობელი სტრიქონები იწყება."
            ),
        ],
        YamlFault::NoBreakSpace => [
            say!("a no-break space stands where a plain blank must", "უწყვეტი ინტერვალი დგას იქ, სადაც ჩვეულებრივი უნდა იყოს"),
            say!("looks like a blank and is another character (U+00A0)", "ინტერვალს ჰგავს, მაგრამ სხვა სიმბოლოა (U+00A0)"),
            say!(
                "Delete it and type plain blanks; it probably came with text copied from a page.",
                "წაშალეთ და ჩვეულებრივი ინტერვალი აკრიფეთ; სავარაუდოდ, გვერდიდან გადმოტანილ ტექსტს მოჰყვა."
            ),
        ],
        YamlFault::Indentation => [
            say!("this line does not begin where its neighbours do", "ეს სტრიქონი იქ არ იწყება, სადაც მეზობელი სტრიქონები"),
            say!("nothing begins or goes on here", "აქ არც ახალი ჩანაწერი იწყება და არც წინა გრძელდება"),
            say!(
                "Begin it with as many blanks as the lines that it belongs to; an element of a list begins with a dash.",
                "დასაწყისში იმდენი ინტერვალი დატოვეთ, რამდენიც იმავე ჩანაწერის სხვა სტრიქონებს აქვს; სიის ელემენტი ტირეთი იწყება."
            ),
        ],
        YamlFault::UnclosedQuote => [
            say!("the quotation mark opened here is not closed where its text ends", "აქ გახსნილი ბრჭყალი ტექსტის ბოლოს არ იხურება"),
            say!("what follows reads as part of the text", "შემდეგი სტრიქონები ამ ტექსტის ნაწილად იკითხება"),
            say!("Close it or delete it.", "დახურეთ ან წაშალეთ."),
        ],
        YamlFault::TextAfterQuote => [
            say!("the text goes on after its closing quotation mark", "ტექსტი დამხურავი ბრჭყალის შემდეგაც გრძელდება"),
            say!("closes the text", "ტექსტს აქ ხურავს"),
            say!(
                "Write inner marks as „…“, or put the whole text in marks of the other sort, `'…'` or `\"…\"`.",
                "შიდა ბრჭყალები ჩაწერეთ როგორც „…“ ან მთელი ტექსტი სხვა სახის ბრჭყალებში ჩასვით: `'…'` ან `\"…\"`."
            ),
        ],
        YamlFault::BadEscape => [
            say!("`{found}` means nothing in quotation marks `\"…\"`", "`{found}` ბრჭყალებში `\"…\"` არაფერს ნიშნავს"),
            say!("this sign begins the code of a character", "ამ ნიშნით სიმბოლოს კოდი იწყება"),
            say!("Write the sign twice (`\\\\`), or put the text in `'…'`.", "ეს ნიშანი ორჯერ ჩაწერეთ (`\\\\`) ან ტექსტი `'…'` ბრჭყალებში ჩასვით."),
        ],
        YamlFault::UnclosedBracket => {
            let close = if found == "{" { "}" } else { "]" };
            [
                say!("the bracket opened here is not closed", "აქ გახსნილი ფრჩხილი არ იხურება"),
                say!("`{close}` is missing", "`{close}` აკლია"),
                say!(
                    "Close it with `{close}`; if it belongs to a text, put the text in quotation marks.",
                    "დახურეთ: `{close}`; თუ ფრჩხილი ტექსტისაა, ტექსტი ბრჭყალებში ჩასვით."
                ),
            ]
        }
        YamlFault::ExtraBracket => [
            say!("this bracket closes nothing", "ეს ფრჩხილი არაფერს ხურავს"),
            Wording::default(),
            say!("Delete it; if it belongs to a text, put the text in quotation marks.", "წაშალეთ; თუ ფრჩხილი ტექსტისაა, ტექსტი ბრჭყალებში ჩასვით."),
        ],
        YamlFault::MissingComma => [
            say!("a comma is missing between two elements", "ორ ელემენტს შორის მძიმე აკლია"),
            say!("the next element begins here", "აქ შემდეგი ელემენტი იწყება"),
            say!("Put a comma before it.", "მის წინ მძიმე დასვით."),
        ],
        YamlFault::ReservedCharacter => [
            say!("a text that begins with `{found}` has no quotation marks", "ტექსტი, რომლის დასაწყისია `{found}`, ბრჭყალებში არ დგას"),
            say!("has a meaning of its own here", "აქ თავისი მნიშვნელობა აქვს"),
            if found == "-" {
                say!("Put the text in quotation marks; a list begins on the line after its key.", "ტექსტი ბრჭყალებში ჩასვით; სია გასაღების შემდეგ სტრიქონში იწყება.")
            } else {
                say!("Put the whole text in quotation marks.", "მთელი ტექსტი ბრჭყალებში ჩასვით.")
            },
        ],
        YamlFault::TooDeep => [
            say!("lists and maps stand too deep inside one another", "სიები და ჩანაწერები ერთმანეთში ზედმეტად ღრმად არის ჩასმული"),
            say!("more than 64 levels", "64 დონეზე მეტია"),
            say!("A plan needs ten levels; look for brackets or dashes repeated by mistake.", "გეგმას ათი დონე ჰყოფნის; ნახეთ, ფრჩხილი ან ტირე შემთხვევით ხომ არ მეორდება."),
        ],
        YamlFault::Alias => [
            say!("`{found}` refers to another place of the file", "`{found}` ფაილის სხვა ადგილზე მიუთითებს"),
            say!("the value itself is expected here", "აქ თავად მნიშვნელობა უნდა იყოს"),
            say!("Write the value itself; a text that begins with `*` needs quotation marks.", "თავად მნიშვნელობა ჩაწერეთ; ტექსტს, რომელიც `*`-ით იწყება, ბრჭყალები სჭირდება."),
        ],
        YamlFault::Anchor => [
            say!("`{found}` names a value so that other places can refer to it", "`{found}` მნიშვნელობას სახელს არქმევს, რათა სხვა ადგილიდან მიეთითოს"),
            say!("references are not read", "მითითებები არ იკითხება"),
            say!("Delete `{found}`; a text that begins with `&` needs quotation marks.", "წაშალეთ `{found}`; ტექსტს, რომელიც `&`-ით იწყება, ბრჭყალები სჭირდება."),
        ],
        YamlFault::Tag => [
            say!("`{found}` gives a value a type", "`{found}` მნიშვნელობას ტიპს ანიჭებს"),
            say!("types are not read", "ტიპები არ იკითხება"),
            say!("Delete `{found}`; a text that begins with `!` needs quotation marks.", "წაშალეთ `{found}`; ტექსტს, რომელიც `!`-ით იწყება, ბრჭყალები სჭირდება."),
        ],
        YamlFault::SecondDocument => [
            say!("a second document begins here", "აქ მეორე დოკუმენტი იწყება"),
            say!("what follows is not read", "შემდეგი ნაწილი არ იკითხება"),
            say!("Keep one document in a file: delete this line, or move what follows to a file of its own.", "ფაილში ერთი დოკუმენტი დატოვეთ: წაშალეთ ეს სტრიქონი ან შემდეგი ნაწილი ცალკე ფაილში გადაიტანეთ."),
        ],
        YamlFault::KeyNotText => [
            say!("this key is not a word", "ეს გასაღები სიტყვა არ არის"),
            say!("a word is expected before the colon", "ორწერტილამდე სიტყვა უნდა იყოს"),
            say!("Write a word before the colon; a text that begins with a bracket needs quotation marks.", "ორწერტილამდე სიტყვა ჩაწერეთ; ტექსტს, რომელიც ფრჩხილით იწყება, ბრჭყალები სჭირდება."),
        ],
        YamlFault::ControlCharacter => {
            let code = found.chars().next().map_or(0, u32::from);
            [
                say!("an invisible character (U+{code:04X}) stands in the file", "ფაილში უხილავი სიმბოლოა (U+{code:04X})"),
                say!("stands here", "აქ დგას"),
                say!("Delete it; it probably came with text copied from elsewhere.", "წაშალეთ; სავარაუდოდ, სხვაგნიდან გადმოტანილ ტექსტს მოჰყვა."),
            ]
        }
        YamlFault::Other => [
            say!("the file cannot be read on from here", "აქედან ფაილი აღარ იკითხება"),
            Wording::default(),
            say!(
                "Compare this line and the one above with their neighbours: blanks at the start, colons, brackets, quotation marks.",
                "ეს და ზედა სტრიქონი მეზობლებს შეადარეთ: ინტერვალი დასაწყისში, ორწერტილი, ფრჩხილი, ბრჭყალი."
            ),
        ],
    }
}

/// The line of a key with its text in quotation marks, where that is all it holds.
fn quoted_line(text: &str, at: usize) -> Option<String> {
    let at = crate::source::floor_boundary(text, at);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?.trim().trim_start_matches("- ");
    let (key, value) = line.split_once(": ")?;
    let value = value.trim();
    let is_key = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !is_key || value.is_empty() || value.starts_with(['[', '{', '"', '\'']) || line.len() > 200 {
        return None;
    }
    match (value.contains(['"', '\\']), value.contains('\'')) {
        (false, _) => Some(format!("{key}: \"{value}\"")),
        (true, false) => Some(format!("{key}: '{value}'")),
        (true, true) => None,
    }
}

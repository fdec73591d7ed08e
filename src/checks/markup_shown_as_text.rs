//! The check `markup-shown-as-text`.

use super::{Context, Findings, words};
use crate::report::html::words::FaultKind;
use crate::say;

declare_check! {
    /// A file with the secretariat's words holds something that the report does not show as it was meant.
    ///
    /// ## Why
    ///
    /// A report must look the same on every page on which it is published and must fetch nothing from elsewhere. So HTML and
    /// blocks of code are shown as text, comments are left out, and of pictures and other links only the words remain.
    ///
    /// ## Example
    ///
    /// ```markdown
    /// The number <u>fell</u>.
    ///
    /// ![Chart](chart.png)
    ///
    /// [Annex](annex.docx)
    /// ```
    ///
    /// ## What to do
    ///
    /// Use what the report shows: headings, lists, quotes, tables, footnotes, `*emphasis*`, `**bold**`, and links to pages that
    /// begin with `https://` or to a place in the report such as `#a-2.1.3`.
    pub(super) static MARKUP_SHOWN_AS_TEXT = "markup-shown-as-text", Warning, Plan, run,
    ka: "\
სამდივნოს ტექსტის ფაილში არის რაღაც, რასაც ანგარიში ისე ვერ აჩვენებს, როგორც ჩაფიქრებული იყო.

## რატომ

ანგარიში ყველა გვერდზე, სადაც ქვეყნდება, ერთნაირად უნდა გამოიყურებოდეს და გარედან არაფერს უნდა იწერდეს. ამიტომ HTML და კოდის ბლოკები ტექსტად ჩანს, კომენტარები არ იბეჭდება, სურათებიდან და სხვა ბმულებიდან კი მხოლოდ სიტყვები რჩება.

## მაგალითი

```markdown
რაოდენობა <u>შემცირდა</u>.

![დიაგრამა](chart.png)

[დანართი](annex.docx)
```

## რა უნდა გააკეთოთ

გამოიყენეთ ის, რასაც ანგარიში აჩვენებს: სათაურები, სიები, ციტატები, ცხრილები, სქოლიოები, `*დახრილი*` და `**მუქი**` შრიფტი და ბმულები გვერდებზე, რომლებიც `https://`-ით იწყება, ან ანგარიშის ადგილებზე, მაგალითად `#a-2.1.3`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for (place, kind) in words::faults(context) {
        let (message, help) = match kind {
            FaultKind::Html => (
                say!("this HTML is shown as text", "ეს HTML ტექსტად ჩანს"),
                say!("Write it in Markdown, for example `**bold**`.", "ჩაწერეთ Markdown-ით, მაგალითად `**მუქი**`."),
            ),
            FaultKind::Comment => (
                say!("this comment is not in the report", "ეს კომენტარი ანგარიშში არ აისახება"),
                say!("Delete it; notes may stand in `README.md`.", "წაშალეთ; ჩანაწერები შეიძლება ფაილში `README.md` იყოს."),
            ),
            FaultKind::Code => (
                say!("this block of code is shown as text", "კოდის ეს ბლოკი ტექსტად ჩანს"),
                say!(
                    "Delete the marks, or the four blanks before the lines if none are meant.",
                    "წაშალეთ ნიშნები ან სტრიქონების წინ ოთხი ინტერვალი, თუ ისინი შემთხვევით მოხვდა."
                ),
            ),
            FaultKind::Picture => (
                say!("this picture is not in the report; its description stands in its place", "ეს სურათი ანგარიშში არ აისახება; მის ადგილას მისი აღწერა დგას"),
                say!("Describe in words or in a table what it shows.", "რაც სურათზეა, სიტყვებით ან ცხრილით აღწერეთ."),
            ),
            FaultKind::Address(address) => (
                say!("the address `{address}` is not linked; only its words stand in the report", "მისამართი `{address}` ბმული არ არის; ანგარიშში მხოლოდ სიტყვები რჩება"),
                say!(
                    "Write an address that begins with `https://`, or a place in the report such as `#a-2.1.3`.",
                    "ჩაწერეთ მისამართი, რომელიც `https://`-ით იწყება, ან ანგარიშის ადგილი, მაგალითად `#a-2.1.3`."
                ),
            ),
            FaultKind::UnknownTable(_) | FaultKind::TableNotAlone => continue,
        };
        findings.add(&MARKUP_SHOWN_AS_TEXT, place, message).help(help);
    }
}

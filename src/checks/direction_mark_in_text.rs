//! The check `direction-mark-in-text`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A text holds invisible characters that turn the direction of reading.
    ///
    /// ## Why
    ///
    /// They come from texts in Arabic or Hebrew and from web pages. One that is not closed turns round all that follows it, and
    /// can hide what a text really says. The report shows the text without them.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,report [U+202E]published
    /// ```
    ///
    /// ## What to do
    ///
    /// Type the text of the cell again, or paste it as plain text; read it once more in its order.
    pub(super) static DIRECTION_MARK_IN_TEXT = "direction-mark-in-text", Warning, Submissions, run,
    ka: "\
ტექსტში უხილავი სიმბოლოებია, რომლებიც წაკითხვის მიმართულებას ცვლის.

## რატომ

ასეთი სიმბოლოები არაბული და ებრაული ტექსტებიდან და ვებგვერდებიდან მოდის. თუ სიმბოლო დახურული არ არის, მის შემდეგ მთელი ტექსტი შებრუნებულად იკითხება და შეიძლება ტექსტის ნამდვილი შინაარსი დაიფაროს. ანგარიშში ტექსტი მათ გარეშე აისახება.

## მაგალითი

```csv
activity,narrative
2.1.3,report [U+202E]published
```

## რა უნდა გააკეთოთ

უჯრის ტექსტი ხელახლა ჩაწერეთ ან ჩასვით უბრალო ტექსტად და წაიკითხეთ, სწორად არის თუ არა დალაგებული.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::DirectionMarks { found } = &problem.kind else { continue };
        let codes: Vec<String> = found.iter().map(|&mark| format!("U+{:04X}", u32::from(mark))).collect();
        let codes = codes.join(", ");
        let message = match found.len() {
            1 => say!(
                "the text holds an invisible character that turns the direction of reading: {codes}",
                "ტექსტში უხილავი სიმბოლოა, რომელიც წაკითხვის მიმართულებას ცვლის: {codes}"
            ),
            _ => say!(
                "the text holds invisible characters that turn the direction of reading: {codes}",
                "ტექსტში უხილავი სიმბოლოებია, რომლებიც წაკითხვის მიმართულებას ცვლის: {codes}"
            ),
        };
        findings
            .add(&DIRECTION_MARK_IN_TEXT, problem.place.clone(), message)
            .note(say!("The report shows the text without them.", "ანგარიშში ტექსტი მათ გარეშე აისახება."))
            .help(say!(
                "Type the text again, or paste it as plain text, and read it once more.",
                "ტექსტი ხელახლა ჩაწერეთ ან ჩასვით უბრალო ტექსტად და კიდევ ერთხელ წაიკითხეთ."
            ))
            .about(sender(context, problem.place.source), None);
    }
}

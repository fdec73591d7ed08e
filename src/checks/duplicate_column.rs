//! The check `duplicate-column`.

use super::cell::{heading, row, sender};
use super::{Context, Findings};
use crate::place::Place;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Two columns of a file hold the same thing.
    ///
    /// ## Why
    ///
    /// It is not known which of the two counts, so nothing is taken from either.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,სტატუსი
    /// 1.1.1,implemented,in progress
    /// ```
    ///
    /// ## What to do
    ///
    /// Delete one of the columns, or correct its heading.
    pub(super) static DUPLICATE_COLUMN = "duplicate-column", Error, Submissions, run,
    ka: "\
ფაილის ორი სვეტი ერთსა და იმავეს შეიცავს.

## რატომ

არ ჩანს, ორიდან რომელი ითვლება, ამიტომ არც ერთი არ იკითხება.

## მაგალითი

```csv
activity,status,სტატუსი
1.1.1,implemented,in progress
```

## რა უნდა გააკეთოთ

ერთ-ერთი სვეტი წაშალეთ ან მისი სათაური შეასწორეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::DuplicateColumn { heading: again, first } = &problem.kind else { continue };
        let place = &problem.place;
        let (source, column) = (place.source, first.saturating_sub(1));
        let again = again.trim();
        let earlier = heading(context, source, column).unwrap_or_default();
        let message = if earlier == again {
            say!("the column \"{again}\" stands twice", "სვეტი „{again}“ ორჯერ წერია")
        } else {
            say!("the columns \"{earlier}\" and \"{again}\" hold the same thing", "სვეტები „{earlier}“ და „{again}“ ერთსა და იმავეს შეიცავს")
        };
        findings
            .add(&DUPLICATE_COLUMN, place.clone(), message)
            .label(say!("the second one", "მეორე"))
            .other(Place::cell(source, row(place), column), say!("the first one", "პირველი"))
            .note(say!("Nothing is taken from either of them.", "არც ერთი მათგანი არ იკითხება."))
            .help(say!("Delete one of the two columns, or correct its heading.", "ერთ-ერთი სვეტი წაშალეთ ან მისი სათაური შეასწორეთ."))
            .about(sender(context, source), None);
    }
}

//! The check `repeated-choice`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Two values of a dimension, or two reasons for delay, have the same id.
    ///
    /// ## Why
    ///
    /// Rows name a value by its id, so the second one could never be meant, and its figures would be counted under the first.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// values:
    ///   - {id: labour, name: labour exploitation}
    ///   - {id: labour, name: forced labour}
    /// ```
    ///
    /// ## What to do
    ///
    /// Give each its own id. Another word for the same value belongs in its `aliases`.
    pub(super) static REPEATED_CHOICE = "repeated-choice", Error, Files, run,
    ka: "\
ჭრილის ორ მნიშვნელობას ან დაგვიანების ორ მიზეზს ერთი იდენტიფიკატორი აქვს.

## რატომ

სტრიქონი მნიშვნელობას იდენტიფიკატორით ასახელებს. მეორეს ვერავინ იგულისხმებდა და მისი მაჩვენებლები პირველს მიეთვლებოდა.

## მაგალითი

```yaml
values:
  - {id: labour, name: შრომითი ექსპლუატაცია}
  - {id: labour, name: იძულებითი შრომა}
```

## რა უნდა გააკეთოთ

თითოეულს თავისი იდენტიფიკატორი მიეცით. იმავე მნიშვნელობის სხვა სახელწოდება სიაში `aliases` ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::RepeatedChoice { id, first } = &problem.kind else { continue };
        findings
            .add(
                &REPEATED_CHOICE,
                problem.place.clone(),
                say!("the id `{id}` is already taken in this list", "იდენტიფიკატორი `{id}` ამ სიაში უკვე არის"),
            )
            .label(say!("taken", "დაკავებულია"))
            .other(first.clone(), say!("by this one", "უკვე აქ წერია"))
            .help(say!(
                "Give it another id; another word for the same value belongs in `aliases`.",
                "სხვა იდენტიფიკატორი მიეცით; იმავე მნიშვნელობის სხვა სახელწოდება სიაში `aliases` ჩაწერეთ."
            ));
    }
}

//! The check `earlier-edition-differs`.

use std::collections::BTreeMap;

use super::cell::{cell_or_row, field_column, reporter};
use super::{Context, Findings};
use crate::disclosure::{Published, sensitive};
use crate::model::column::Field;
use crate::model::plan::ActivityIx;
use crate::model::submission::{Breakdown, Value};
use crate::say;

declare_check! {
    /// An edition for the public that is out shows a figure that is withheld now, or withholds one that is shown now.
    ///
    /// ## Why
    ///
    /// What is published cannot be taken back. Which figures give a small count away depends on all the others, so a correction or
    /// a new submission can change what has to be withheld; whoever has both editions sees what either of them shows. The check runs when
    /// `plan report --public` compiles an edition, and compares it with the files `reports/<period>/public/report.json` as they were before.
    ///
    /// ## Example
    ///
    /// The edition of 2019 showed 29 victims, among them 27 women. With the men, who are reported a year later, the women are withheld.
    ///
    /// ## What to do
    ///
    /// Compare both editions and judge whether a small count can be computed from the two together. If it can, withdraw the earlier one
    /// or leave the figure out. If it cannot, accept the warning with a waiver in `report.yaml`.
    pub(super) static EARLIER_EDITION_DIFFERS = "earlier-edition-differs", Warning, Edition, run,
    ka: "\
უკვე გამოქვეყნებულ საჯარო გამოცემაში ჩანს მაჩვენებელი, რომელიც ახლა დაფარულია, ან დაფარულია ის, რომელიც ახლა ჩანს.

## რატომ

რაც გამოქვეყნდა, უკან ვეღარ დაბრუნდება. მცირე რიცხვს რომელი მაჩვენებელი გაამჟღავნებს, ყველა დანარჩენზეა დამოკიდებული; ამიტომ შესწორებამ ან ახალმა ინფორმაციამ შეიძლება შეცვალოს, რა უნდა დაიფაროს, ვისაც კი ორივე გამოცემა აქვს, ორივეში ნაჩვენებს ხედავს. შემოწმება სრულდება, როცა `plan report --public` საჯარო გამოცემას ადგენს, და მას ადარებს ფაილებს `reports/<period>/public/report.json`, როგორიც ისინი მანამდე იყო.

## მაგალითი

2019 წლის გამოცემაში 29 მსხვერპლი ჩანდა, მათ შორის 27 ქალი. ერთი წლის შემდეგ კაცების რაოდენობაც მოწოდებულია და ქალების რაოდენობა დაფარულია.

## რა უნდა გააკეთოთ

ორივე გამოცემა შეადარეთ და შეაფასეთ, გამოითვლება თუ არა მათგან მცირე რიცხვი. თუ გამოითვლება, წინა გამოცემა ამოიღეთ ან ეს მაჩვენებელი გამოტოვეთ; თუ არა, გაფრთხილება `report.yaml` ფაილში გამონაკლისით დაუშვით.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let Some(edition) = context.edition.filter(|edition| !edition.earlier.is_empty()) else { return };
    let mut earlier: BTreeMap<(ActivityIx, u16, &Breakdown, usize), Vec<&Published<'_>>> = BTreeMap::new();
    for one in edition.earlier {
        earlier.entry((one.activity, one.indicator, &one.breakdown, one.period)).or_default().push(one);
    }
    for (at, period) in edition.shown(context.periods) {
        for file in period.submissions.iter().filter(|file| !file.replaced) {
            for row in &file.rows {
                let Some(((_, indicator), _)) = sensitive(context.plan, row) else { continue };
                let shown = match &row.value {
                    Some(Value::Number(_)) => true,
                    Some(Value::Below(_) | Value::Withheld) => false,
                    _ => continue,
                };
                let Some(published) = earlier.get(&(row.activity, indicator, &row.breakdown, at)) else { continue };
                // Where two publishers gave different values, both were shown or none.
                let Some(other) = published.iter().find(|one| one.shown != shown) else { continue };
                let path = other.path;
                let message = if shown {
                    say!("this figure is shown now, while `{path}` withholds it", "ეს მაჩვენებელი ახლა ჩანს, ფაილში `{path}` კი დაფარულია")
                } else {
                    say!("this figure is withheld now, while `{path}` shows it", "ეს მაჩვენებელი ახლა დაფარულია, ფაილში `{path}` კი ჩანს")
                };
                findings
                    .add(&EARLIER_EDITION_DIFFERS, cell_or_row(file.source, row.row, field_column(context, file.source, Field::Value)), message)
                    .help(say!(
                        "If the edition is out, judge what can be computed from both together.",
                        "თუ ეს გამოცემა უკვე გამოქვეყნებულია, შეაფასეთ, რა გამოითვლება ორივედან ერთად."
                    ))
                    .about(reporter(context, row), Some(&context.plan.activity(row.activity).id));
            }
        }
    }
}

//! The check `withheld-number-in-text`.

use super::cell::{cell_or_row, field_column, reporter, text_column};
use super::{Context, Findings};
use crate::diagnostic::{Diagnostic, Wording};
use crate::disclosure::{About, Index, Told, Withheld};
use crate::model::column::Field;
use crate::model::submission::{Row, Value};
use crate::model::text::{Language, Text};
use crate::place::Place;
use crate::say;
use crate::source::SourceId;

declare_check! {
    /// A text tells a number that the edition for the public withholds.
    ///
    /// ## Why
    ///
    /// The edition for the public hides small counts of victims, and figures from which they could be computed. Texts are printed as
    /// they were written; one that quotes such a figure undoes this. The check runs when `plan report --public` compiles the edition. It
    /// looks for hidden numbers of the period, or of a year that the text names, in digits and in words up to twenty: in words about an
    /// activity for all of its own; elsewhere where the sentence names what is counted, or the number stands before a part of it. Notes to figures that quote a hidden
    /// number of their indicator are left out without a warning.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// findings:
    ///   - {ka: გამოვლინდა 7 მსხვერპლი., en: Seven victims were detected.}
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the text without the number. If it is another number, or one that is public already and gives nobody away, accept the
    /// warning with a waiver in `report.yaml`.
    pub(super) static WITHHELD_NUMBER_IN_TEXT = "withheld-number-in-text", Warning, Edition, run,
    ka: "\
ტექსტი ასახელებს რიცხვს, რომელიც საჯარო გამოცემაში დაფარულია.

## რატომ

საჯარო გამოცემა ფარავს მსხვერპლთა მცირე რიცხვებსა და იმ მაჩვენებლებს, რომლებითაც ისინი გამოითვლება. ტექსტები ისე იბეჭდება, როგორც დაწერილია; თუ ტექსტი ასეთ მაჩვენებელს ასახელებს, დაფარვას აზრი ეკარგება. შემოწმება სრულდება, როცა `plan report --public` საჯარო გამოცემას ადგენს. ის ეძებს ამ პერიოდის ან ტექსტში დასახელებული წლის დაფარულ რიცხვებს – ციფრებითა და, ოცამდე, სიტყვებით დაწერილს: საქმიანობის ტექსტში – ყველა მის დაფარულ რიცხვს, სხვა ტექსტებში კი იმ რიცხვებს, რომელთა წინადადებაში აღრიცხვის ობიექტიცაა დასახელებული ან რომლებსაც მისი ნაწილის სახელი მოსდევს. მაჩვენებლის განმარტება, რომელიც იმავე ინდიკატორის დაფარულ რიცხვს შეიცავს, გაფრთხილების გარეშე გამოტოვებულია. გაფრთხილება მაჩვენებელსაც ეხება, თუ სხვა საქმიანობაში იმავე სახელის ტოლი მაჩვენებელი დაფარულია.

## მაგალითი

```yaml
findings:
  - {ka: გამოვლინდა 7 მსხვერპლი., en: Seven victims were detected.}
```

## რა უნდა გააკეთოთ

ტექსტი ამ რიცხვის გარეშე დაწერეთ. თუ ეს სხვა რიცხვია ან უკვე საჯაროა და პირის იდენტიფიცირებას არ იწვევს, გაფრთხილება `report.yaml` ფაილში გამონაკლისით დაუშვით.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let Some(edition) = context.edition else { return };
    let index = Index::new(context.plan, context.periods, edition.withheld);
    let Some(report) = context.periods.get(edition.period).filter(|_| !index.is_empty()) else { return };
    let mut reader = Reader { context, index, findings };
    reader.words_of_the_secretariat(edition.period);
    for (at, period) in edition.shown(context.periods) {
        if report.covers.zip(period.covers).is_some_and(|(whole, part)| whole.contains(&part)) {
            reader.decisions(at);
        }
        reader.rows(at);
    }
}

/// Looks at one text after the other.
struct Reader<'r, 'a> {
    context: &'r Context<'a>,
    index: Index<'a>,
    findings: &'r mut Findings,
}

impl Reader<'_, '_> {
    /// Note, introduction, findings, recommendations and the chapters in files of their own.
    fn words_of_the_secretariat(&mut self, at: usize) {
        let period = &self.context.periods[at];
        let about = About { activity: None, covers: period.covers };
        if let Some(root) = &period.place {
            self.text(&root.key("note"), &period.note, about);
            self.text(&root.key("introduction"), &period.introduction, about);
            for (number, text) in period.findings.iter().enumerate() {
                self.text(&root.key("findings").index(number), text, about);
            }
        }
        for said in &period.recommendations {
            self.text(&said.place.key("text"), &said.text, about);
        }
        for said in &period.follow_up {
            self.text(&said.place.key("text"), &said.text, about);
        }
        for file in &period.words {
            let mut start = 0;
            for paragraph in self.context.sources.get(file.source).text.split("\n\n") {
                let place = Place::bytes(file.source, start..start + paragraph.trim_end().len());
                self.words(place, paragraph, about);
                start += paragraph.len() + 2;
            }
        }
    }

    /// Reasons of ratings and of decisions between values.
    fn decisions(&mut self, at: usize) {
        let period = &self.context.periods[at];
        let assessments = period.assessments.iter().map(|it| (&it.place, &it.activity, &it.reason));
        let settled = period.settled.iter().map(|it| (&it.place, &it.activity, &it.reason));
        for (place, activity, reason) in assessments.chain(settled) {
            self.text(&place.key("reason"), reason, About { activity: self.context.plan.activity_ix(activity), covers: period.covers });
        }
    }

    /// What agencies and others say in their rows.
    fn rows(&mut self, at: usize) {
        let period = &self.context.periods[at];
        for file in period.submissions.iter().filter(|file| !file.replaced) {
            for row in &file.rows {
                let about = About { activity: Some(row.activity), covers: period.covers };
                let whose = (file.source, row.row, reporter(self.context, row));
                if let Some(words) = &row.words {
                    self.cell(whose, Field::Narrative, &words.narrative, about);
                    self.cell(whose, Field::Obstacles, &words.obstacles, about);
                    words.evidence.iter().for_each(|text| self.cell(whose, Field::Evidence, &Text::plain(text), about));
                }
                match &row.value {
                    Some(Value::Text(text)) => self.cell(whose, Field::Value, &Text::plain(text), about),
                    Some(Value::Number(_)) => self.figure(whose, row, at),
                    _ => {}
                }
            }
            for nil in &file.nil {
                let agency = nil.agency.map(|agency| self.context.plan.agency(agency).id.as_str());
                self.cell((file.source, nil.row, agency), Field::Narrative, &nil.reason, About { activity: None, covers: period.covers });
            }
        }
    }

    /// A text of a row, in each of its languages.
    fn cell(&mut self, (source, row, agency): (SourceId, u32, Option<&str>), field: Field, text: &Text, about: About) {
        for (language, text) in text.all() {
            let told = self.index.told(text, about);
            if !told.is_empty() {
                let place = cell_or_row(source, row, text_column(self.context, source, field, language));
                tell(self.context, self.findings, place, &told).about(agency, about.activity.map(|ix| self.context.plan.activity(ix).id.as_str()));
            }
        }
    }

    /// A figure that is shown although another activity's figure of the same name is withheld.
    fn figure(&mut self, (source, row, agency): (SourceId, u32, Option<&str>), given: &Row, at: usize) {
        let same = self.index.elsewhere(self.context.plan, given, at);
        if same.is_empty() {
            return;
        }
        let message = say!(
            "this figure may tell what the edition for the public withholds under another activity",
            "ამ მაჩვენებელმა შეიძლება გაამჟღავნოს, რაც საჯარო გამოცემაში სხვა საქმიანობაშია დაფარული"
        );
        let place = cell_or_row(source, row, field_column(self.context, source, Field::Value));
        self.findings
            .add(&WITHHELD_NUMBER_IN_TEXT, place, message)
            .note(withheld_in(self.context, &same))
            .help(say!(
                "If both speak of the same persons, leave this figure out or write why both may be known in a waiver in `report.yaml`.",
                "თუ ორივე ერთსა და იმავე პირებს ეხება, ეს მაჩვენებელი ამოიღეთ ან `report.yaml` ფაილის გამონაკლისში მიუთითეთ, რატომაა გამჟღავნება დასაშვები."
            ))
            .about(agency, Some(&self.context.plan.activity(given.activity).id));
    }

    /// A text of `report.yaml`, in each of its languages.
    fn text(&mut self, place: &Place, text: &Text, about: About) {
        for (language, text) in text.all() {
            let place = language.map_or_else(|| place.clone(), |language| place.key(language.to_string()));
            self.words(place, text, about);
        }
    }

    fn words(&mut self, place: Place, text: &str, about: About) {
        let told = self.index.told(text, about);
        if !told.is_empty() {
            tell(self.context, self.findings, place, &told).about(None, about.activity.map(|ix| self.context.plan.activity(ix).id.as_str()));
        }
    }
}

/// One finding for one text, with every number that it tells.
fn tell<'f>(context: &Context<'_>, findings: &'f mut Findings, place: Place, told: &[Told<'_>]) -> &'f mut Diagnostic {
    let quoted = |open, close| told.iter().map(|told| format!("{open}{}{close}", told.written)).collect::<Vec<_>>().join(", ");
    let message = say!(
        "this text may tell what the edition for the public withholds: {en}",
        "ტექსტმა შეიძლება გაამჟღავნოს, რაც საჯარო გამოცემაში დაფარულია: {ka}",
        en = quoted("\"", "\""),
        ka = quoted("„", "“")
    );
    let finding = findings.add(&WITHHELD_NUMBER_IN_TEXT, place, message);
    for told in told {
        let withheld = withheld_in(context, &told.withheld);
        finding.note(say!("\"{number}\": {en}", "„{number}“ – {ka}", number = told.written, en = withheld.en, ka = withheld.ka));
    }
    finding.help(say!("Write the text without the number.", "ტექსტი ამ რიცხვის გარეშე დაწერეთ.")).help(say!(
        "If it is another number, or may be known, accept it with a waiver in `report.yaml`.",
        "თუ ეს სხვა რიცხვია ან მისი გამჟღავნება დასაშვებია, `report.yaml` ფაილში გამონაკლისი დაუშვით."
    ))
}

/// Where a number is withheld.
fn withheld_in(context: &Context<'_>, withheld: &[&Withheld]) -> Wording {
    /// More than this many would not be read.
    const MOST: usize = 3;
    let list = |language: Language| {
        let mut list: Vec<String> = Vec::new();
        for one in withheld.iter().take(MOST) {
            let activity = context.plan.activity(one.activity);
            let value = |(dimension, value): &(u8, u8)| {
                Some(context.plan.dimensions.get(usize::from(*dimension))?.values.get(usize::from(*value))?.name.any(language))
            };
            let mut names: Vec<&str> = one.breakdown.iter().filter_map(value).collect();
            if names.is_empty() {
                names.extend(activity.indicators.get(usize::from(one.indicator)).map(|indicator| indicator.name.any(language)));
            }
            names.extend(one.period.and_then(|at| context.periods.get(at)).map(|period| period.name.as_str()));
            list.push(format!("{} ({})", activity.id, names.join(", ")));
        }
        list.extend((withheld.len() > MOST).then(|| "…".to_owned()));
        list.join("; ")
    };
    say!("withheld in {en}", "დაფარულია აქ: {ka}", en = list(Language::EN), ka = list(Language::KA))
}

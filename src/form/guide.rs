//! What the workbook explains: its first sheet, and a note for each column that is filled in, in both languages.

use super::table::{Form, Slot};
use crate::diagnostic::Wording;
use crate::model::column::Field;
use crate::model::date::Period;
use crate::model::text::Language as Code;
use crate::report::language::Language;
use crate::say;

/// Name of the sheet that explains.
pub(super) fn name_of_guide() -> Wording {
    say!("How to fill in", "როგორ შევავსოთ")
}

/// Name of the sheet that is filled in.
pub(super) fn name_of_table() -> Wording {
    say!("Report", "ანგარიში")
}

/// The explanations in this language. Sheets and columns are called as they are in the form, whatever its language.
pub(super) fn lines(form: &Form<'_>, words: &Language) -> Vec<String> {
    let (given, code) = (form.given, words.code());
    let plan = given.plan;
    let agency = plan.agency(form.agency);
    let sheet = name_of_table();
    let sheet = sheet.get(form.language());
    let column = |field| form.columns.iter().find(|column| column.slot == Slot::Field(field)).map_or("", |column| column.heading.as_str());
    let (value, narrative) = (column(Field::Value), column(Field::Narrative));
    let mut lines = vec![
        say!(
            "Form for: {agency}. Reporting period: {period}.",
            "ფორმა უწყებისთვის: {agency}. საანგარიშო პერიოდი: {period}.",
            agency = agency.name.any(code),
            period = words.period_text(given.covers),
        ),
        say!(
            "Fill in the yellow cells of the sheet \"{sheet}\". All other cells are for reading and locked.",
            "შეავსეთ ფურცლის „{sheet}“ ყვითელი უჯრები. დანარჩენი უჯრები წასაკითხია და ჩაკეტილია.",
        ),
        say!(
            "Each activity begins with a row in bold: choose its status there and say what was done. Below it stand its indicators: write the total first, then its parts.",
            "თითოეული საქმიანობა მსხვილი შრიფტით გამოყოფილი სტრიქონით იწყება: იქ აირჩიეთ სტატუსი და აღწერეთ, რა გაკეთდა. ქვემოთ მისი ინდიკატორებია: ჯერ ჯამური მაჩვენებელი ჩაწერეთ, შემდეგ – ნაწილები.",
        ),
        say!(
            "Status and reason for delay come from a list: click the cell, then the arrow beside it.",
            "სტატუსი და დაგვიანების მიზეზი სიიდან აირჩიეთ: დააწკაპუნეთ უჯრაზე, შემდეგ კი მის გვერდით ისარზე.",
        ),
        say!("Rows about which there is nothing to say may stay empty.", "თუ სტრიქონის შესახებ ინფორმაცია არ გაქვთ, ის ცარიელი დატოვეთ."),
        say!(
            "Instead of a small count of victims write <{limit}: it means fewer than {limit}, so that nobody can be identified.",
            "მსხვერპლთა მცირე რიცხვის ნაცვლად ჩაწერეთ <{limit}: ეს ნიშნავს {limit}-ზე ნაკლებს და პირის იდენტიფიცირებას გამორიცხავს.",
            limit = plan.small_count.max(2),
        ),
        say!(
            "Nothing to report at all: in the last row put x into the column \"{value}\" and write the reason into \"{narrative}\".",
            "თუ მოსაწოდებელი ინფორმაცია საერთოდ არ არის: ბოლო სტრიქონში, სვეტში „{value}“, ჩაწერეთ x, სვეტში „{narrative}“ კი – მიზეზი.",
        ),
        say!(
            "A breakdown has no row here: take off the protection (Review, Unprotect Sheet; there is no password) and add a row at the end.",
            "თუ საჭირო ჩაშლის სტრიქონი აქ არ არის: მოხსენით ფურცლის დაცვა (Review, Unprotect Sheet; პაროლი არ არის) და ბოლოში დაამატეთ სტრიქონი.",
        ),
        say!(
            "To check the file: plan validate {file}",
            "ფაილის შესამოწმებლად გაუშვით ბრძანება: plan validate {file}",
            file = form.file_name(super::Format::Xlsx),
        ),
    ];
    let secretariat = plan.secretariat.any(code);
    if !secretariat.is_empty() {
        lines.push(say!("Send the file to: {secretariat}.", "ფაილის ადრესატი: {secretariat}."));
    }
    if let Some(due) = given.due {
        lines.push(say!("Last day for sending: {due}.", "ინფორმაციის მიწოდების ბოლო ვადა: {due}.", due = words.date_line(due)));
    }
    lines.iter().map(|line| line.get(code).to_owned()).collect()
}

/// What to write into a column; short enough for the message that a spreadsheet shows beside a cell.
pub(super) fn note(field: Field, covers: &Period) -> Option<Wording> {
    let year = covers.end().year() + 1;
    Some(match field {
        Field::Status => say!("The status at the end of the period; choose it from the list.", "სტატუსი პერიოდის ბოლოს; აირჩიეთ სიიდან."),
        Field::Value => say!(
            "Only the number, without the unit; yes or no; or a short text. Small counts of victims: <5.",
            "მხოლოდ რიცხვი, ერთეულის გარეშე; კი ან არა; ან მოკლე ტექსტი. მსხვერპლთა მცირე რიცხვი: <5."
        ),
        Field::Narrative => say!(
            "What was done. No names of victims, no personal or telephone numbers.",
            "რა გაკეთდა. არ მიუთითოთ მსხვერპლთა სახელები, პირადი და ტელეფონის ნომრები."
        ),
        Field::Obstacles => say!("What stood in the way, if anything did.", "რა იყო შემაფერხებელი გარემოება, თუ ასეთი იყო."),
        Field::DelayReason => {
            say!("If the activity is late: the reason, from the list.", "თუ საქმიანობა დაგვიანდა: მიზეზი; აირჩიეთ სიიდან.")
        }
        Field::Expected => say!(
            "If the activity is late, when it will be done: 30.06.{year}, or {year}-H1 for the first half of the year.",
            "თუ საქმიანობა დაგვიანდა, როდის დასრულდება: 30.06.{year} ან {year}-H1 (წლის პირველი ნახევარი)."
        ),
        Field::Evidence => say!(
            "Web addresses, or numbers and dates of documents, separated by a semicolon.",
            "ვებმისამართები ან დოკუმენტების ნომრები და თარიღები; გამყოფი – წერტილ-მძიმე."
        ),
        _ => return None,
    })
}

/// What is said about a word that is not in the list.
pub(super) fn not_in_list() -> Wording {
    say!("Choose from the list.", "აირჩიეთ სიიდან.")
}

/// Both languages, that of the form first.
pub(super) fn both(wording: &Wording, first: Code) -> String {
    let (first, second) = if first == Code::KA { (&wording.ka, &wording.en) } else { (&wording.en, &wording.ka) };
    format!("{first}\n{second}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::column::COLUMNS;

    #[test]
    fn every_column_that_is_filled_in_has_a_note_that_fits() {
        use super::super::table::Subject;
        for column in COLUMNS {
            let asked = [Subject::Activity, Subject::Indicator].iter().any(|subject| subject.asks_for(Slot::Field(column.field)));
            let note = note(column.field, &Period::year(2020));
            assert_eq!(note.is_some(), asked, "{}", column.heading);
            // Excel cuts titles at 32 and messages at 255 characters.
            assert!(note.is_none_or(|note| both(&note, Code::KA).encode_utf16().count() <= 255), "{}", column.heading);
            assert!(!asked || column.georgian.iter().take(1).all(|heading| heading.encode_utf16().count() <= 32), "{}", column.heading);
        }
    }
}

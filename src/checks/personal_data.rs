//! The check `personal-data`.

use super::cell::sender;
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::problem::{PersonalData, ProblemKind};
use crate::say;

declare_check! {
    /// A cell probably holds what can identify a person.
    ///
    /// ## Why
    ///
    /// The report is public. A personal number, a telephone number, a person's e-mail address, a date of birth or a passport number
    /// in it can lead to a victim. Messages show only the first two characters; in excerpts of the cell
    /// every number and address is starred.
    ///
    /// Looked for are: 11 digits in one or in the groups 2-3-6; mobile numbers (nine digits that begin with 5), numbers with +995 or
    /// another country's code, 032 numbers and any number behind a word such as `tel.`; e-mail addresses at a provider open to all or
    /// with a person's name; a full date beside a word such as `born`; two digits, two Latin letters and five digits. Web addresses,
    /// hotlines, addresses of offices such as `info@`, money and numbers of documents and cases are left alone.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,Call me: 599 12 34 56
    /// ```
    ///
    /// ## What to do
    ///
    /// Delete it. If it is something else, leave it as it is.
    pub(super) static PERSONAL_DATA = "personal-data", Warning, Submissions, run,
    ka: "\
უჯრაში, სავარაუდოდ, არის მონაცემი, რომლითაც პირის იდენტიფიცირებაა შესაძლებელი.

## რატომ

ანგარიში საჯაროა. პირადი ნომერი, ტელეფონის ნომერი, პირის ელფოსტის მისამართი, დაბადების თარიღი ან პასპორტის ნომერი მსხვერპლის ვინაობას გაამჟღავნებს. შეტყობინება მხოლოდ პირველ ორ სიმბოლოს აჩვენებს; უჯრის ამონარიდში რიცხვებისა და მისამართების ნაცვლად ვარსკვლავებია.

მოწმდება: 11 ციფრი ერთად ან ჯგუფებად 2-3-6; მობილურის ნომერი (5-ით დაწყებული ცხრა ციფრი), ნომერი +995-ით ან სხვა ქვეყნის კოდით, 032-ით დაწყებული ნომერი და ნომერი ისეთი სიტყვის შემდეგ, როგორიცაა „ტელ.“; ელფოსტის მისამართი, თუ ის ყველასთვის ღია სერვისისაა ან პირის სახელს შეიცავს; სრული თარიღი ისეთ სიტყვასთან, როგორიცაა „დაბადებული“; ორი ციფრი, ორი ლათინური ასო და ხუთი ციფრი. ვებმისამართი, ცხელი ხაზი, უწყების ელფოსტა (მაგალითად, `info@`), თანხა, დოკუმენტისა და საქმის ნომერი არ მოწმდება.

## მაგალითი

```csv
activity,narrative
2.1.3,დამირეკეთ: 599 12 34 56
```

## რა უნდა გააკეთოთ

ეს მონაცემი წაშალეთ. თუ ეს სხვა რამეა, უცვლელად დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::PersonalData { what, masked, count } = &problem.kind else { continue };
        let (one, several, help) = words(*what);
        let message = match count {
            1 => say!("the cell probably holds {en} ({masked})", "უჯრაში, სავარაუდოდ, {ka}ა ({masked})", en = one.en, ka = one.ka),
            _ => say!(
                "the cell probably holds {count} {en} (the first: {masked})",
                "უჯრაში, სავარაუდოდ, {count} {ka}ა (პირველი: {masked})",
                en = several,
                ka = one.ka,
            ),
        };
        findings
            .add(&PERSONAL_DATA, problem.place.clone(), message)
            .note(say!(
                "The report is public and must hold no personal data.",
                "ანგარიში საჯაროა და პერსონალურ მონაცემებს არ უნდა შეიცავდეს.",
            ))
            .help(help)
            .help(say!("If it is something else, leave it as it is.", "თუ ეს სხვა რამეა, უცვლელად დატოვეთ."))
            .about(sender(context, problem.place.source), None)
            .secret();
    }
}

/// The name of one such thing, the English name of several, and what to do; the Georgian one stands before „ა“ and numbers alike.
fn words(what: PersonalData) -> (Wording, &'static str, Wording) {
    let number = || say!("Delete the number.", "ნომერი წაშალეთ.");
    match what {
        PersonalData::PersonalNumber => (say!("a personal number", "პირადი ნომერი"), "personal numbers", number()),
        PersonalData::Telephone => (say!("a telephone number", "ტელეფონის ნომერი"), "telephone numbers", number()),
        PersonalData::Passport => (say!("a passport number", "პასპორტის ნომერი"), "passport numbers", number()),
        PersonalData::Email => (
            say!("a person's e-mail address", "პირის ელფოსტის მისამართი"),
            "e-mail addresses of persons",
            say!("Delete the address; an address of the office may stay.", "მისამართი წაშალეთ; უწყების მისამართი შეგიძლიათ დატოვოთ."),
        ),
        PersonalData::DateOfBirth => (
            say!("a date of birth", "დაბადების თარიღი"),
            "dates of birth",
            say!("Delete the date; where the age matters, write the age.", "თარიღი წაშალეთ; თუ ასაკი მნიშვნელოვანია, ასაკი ჩაწერეთ."),
        ),
    }
}

//! The check `unreadable-encoding`.

use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::place::At;
use crate::problem::{EncodingFault, ProblemKind};
use crate::say;

declare_check! {
    /// The bytes of a file are not readable text.
    ///
    /// ## Why
    ///
    /// A file in another encoding would put wrong letters into names and figures without a word. The program reads UTF-8
    /// (tables also in UTF-16) and never guesses.
    ///
    /// ## Example
    ///
    /// A table saved by Excel as "CSV (Comma delimited)", a workbook or web page that was only renamed to `moia.csv`, a workbook
    /// that is locked with a password.
    ///
    /// ## What to do
    ///
    /// In the spreadsheet program choose "Save As", type "CSV UTF-8". In an editor choose "Save with Encoding", "UTF-8".
    pub(super) static UNREADABLE_ENCODING = "unreadable-encoding", Error, Files, run,
    ka: "\
ფაილის ტექსტი არ იკითხება.

## რატომ

სხვა კოდირების ფაილი სახელებსა და მაჩვენებლებში შეუმჩნევლად სხვა ასოებს ჩაწერდა. პროგრამა UTF-8-ს კითხულობს (ცხრილებისთვის UTF-16-საც) და კოდირებას არასოდეს გამოიცნობს.

## მაგალითი

ცხრილი, რომელიც Excel-მა შეინახა ტიპით „CSV (Comma delimited)“; სამუშაო წიგნი ან ვებგვერდი, რომელსაც მხოლოდ სახელი შეეცვალა: `moia.csv`; პაროლით დაცული სამუშაო წიგნი.

## რა უნდა გააკეთოთ

ცხრილის პროგრამაში აირჩიეთ „Save As“ („შენახვა როგორც“), ტიპი – „CSV UTF-8“. ტექსტის რედაქტორში აირჩიეთ შენახვა კოდირებით UTF-8.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::Encoding { fault, cell } = &problem.kind else { continue };
        let path = context.sources.get(problem.place.source).path.as_str();
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_table = [".csv", ".xlsx", ".xlsm", ".txt", ".tsv"].iter().any(|ending| name.to_lowercase().ends_with(ending));
        let finding = findings.add(&UNREADABLE_ENCODING, problem.place.clone(), message(*fault, name, is_table));
        if matches!(problem.place.at, At::Bytes(_)) {
            finding.label(match cell {
                Some((row, heading)) if !heading.is_empty() => {
                    say!("the first such place: row {row}, column \"{heading}\"", "პირველი ასეთი ადგილი: სტრიქონი {row}, სვეტი „{heading}“")
                }
                Some((row, _)) => say!("the first such place: row {row}", "პირველი ასეთი ადგილი: სტრიქონი {row}"),
                None => say!("the first such place", "პირველი ასეთი ადგილი"),
            });
        }
        finding.help(help(*fault, is_table));
    }
}

fn message(fault: EncodingFault, name: &str, is_table: bool) -> Wording {
    match fault {
        EncodingFault::Utf16 if is_table => say!("the file is in UTF-16 and breaks off or is damaged", "ფაილის კოდირება UTF-16-ია და ტექსტი წყდება ან დაზიანებულია"),
        EncodingFault::Utf16 => say!("the file is in UTF-16, not in UTF-8", "ფაილის კოდირება UTF-16-ია და არა UTF-8"),
        EncodingFault::Workbook if is_table => {
            say!("{name} is not a CSV file but an Excel workbook", "{name} CSV-ფაილი არ არის, ეს Excel-ის სამუშაო წიგნია")
        }
        EncodingFault::Workbook => {
            say!("{name} is not a text file but a workbook or an archive", "{name} ტექსტური ფაილი არ არის, ეს სამუშაო წიგნი ან არქივია")
        }
        EncodingFault::Password => say!(
            "{name} is locked with a password, or is a workbook of an older Excel",
            "{name} პაროლითაა დაცული ან Excel-ის ძველი ვერსიის სამუშაო წიგნია"
        ),
        EncodingFault::Damaged => say!("{name} is damaged and cannot be opened", "{name} დაზიანებულია და არ იხსნება"),
        EncodingFault::WebPage => say!("{name} is not a table but a web page", "{name} ცხრილი არ არის, ეს ვებგვერდია"),
        EncodingFault::Pdf => say!("{name} is not a table but a PDF document", "{name} ცხრილი არ არის, ეს PDF-დოკუმენტია"),
        EncodingFault::NotUtf8 => say!("the text of the file cannot be read: it is not in UTF-8", "ფაილის ტექსტი არ იკითხება: კოდირება UTF-8 არ არის"),
    }
}

fn help(fault: EncodingFault, is_table: bool) -> Wording {
    match (fault, is_table) {
        (EncodingFault::Workbook, true) => say!(
            "Open it in Excel and save it as \"Excel Workbook (.xlsx)\" or \"CSV UTF-8\"; changing the name is not enough.",
            "გახსენით Excel-ში და შეინახეთ ტიპით „Excel Workbook (.xlsx)“ ან „CSV UTF-8“; სახელის შეცვლა საკმარისი არ არის."
        ),
        (EncodingFault::Workbook | EncodingFault::WebPage | EncodingFault::Pdf, false) => {
            say!("Put a text file in its place.", "მის ადგილას ტექსტური ფაილი მოათავსეთ.")
        }
        (EncodingFault::Password, _) => say!(
            "Open it in Excel, take the password off, and save it as \"Excel Workbook (.xlsx)\".",
            "გახსენით Excel-ში, მოხსენით პაროლი და შეინახეთ ტიპით „Excel Workbook (.xlsx)“."
        ),
        (EncodingFault::Damaged, _) => say!(
            "Open it in Excel; if it opens, save it under another name. If not, fill in the form anew.",
            "გახსენით Excel-ში; თუ გაიხსნა, სხვა სახელით შეინახეთ. თუ არა, ფორმა ხელახლა შეავსეთ."
        ),
        (EncodingFault::WebPage | EncodingFault::Pdf, true) => say!(
            "Open the sheet in a spreadsheet program and save it as \"CSV UTF-8\" or \"Excel Workbook (.xlsx)\".",
            "ცხრილი ცხრილის პროგრამაში გახსენით და შეინახეთ ტიპით „CSV UTF-8“ ან „Excel Workbook (.xlsx)“."
        ),
        (_, true) => say!(
            "In the spreadsheet program choose \"Save As\", type \"CSV UTF-8\".",
            "ცხრილის პროგრამაში აირჩიეთ „Save As“ („შენახვა როგორც“), ტიპი – „CSV UTF-8“."
        ),
        (_, false) => say!("In the editor, save the file with the encoding UTF-8.", "ტექსტის რედაქტორში ფაილი შეინახეთ კოდირებით UTF-8."),
    }
}

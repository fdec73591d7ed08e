//! The check `unreadable-encoding`.

use super::{Context, Findings};
use crate::problem::{EncodingFault, ProblemKind};
use crate::say;

declare_check! {
    /// The bytes of a file are not readable text.
    ///
    /// ## Why
    ///
    /// A file in another encoding would put wrong letters into names and figures without a word. The program reads UTF-8
    /// and never guesses.
    ///
    /// ## Example
    ///
    /// A table saved by Excel as "Unicode Text" or "CSV (Comma delimited)", or a workbook that was only renamed to `moia.csv`.
    ///
    /// ## What to do
    ///
    /// In the spreadsheet program choose "Save As", type "CSV UTF-8". In an editor choose "Save with Encoding", "UTF-8".
    pub(super) static UNREADABLE_ENCODING = "unreadable-encoding", Error, Files, run,
    ka: "\
ფაილის ტექსტი არ იკითხება.

## რატომ

სხვა კოდირების ფაილი სახელებსა და მაჩვენებლებში შეუმჩნევლად სხვა ასოებს ჩაწერდა. პროგრამა UTF-8-ს კითხულობს და კოდირებას არასოდეს გამოიცნობს.

## მაგალითი

ცხრილი, რომელიც Excel-მა შეინახა ტიპით „Unicode Text“ ან „CSV (Comma delimited)“; სამუშაო წიგნი, რომელსაც მხოლოდ სახელი შეეცვალა: `moia.csv`.

## რა უნდა გააკეთოთ

ცხრილის პროგრამაში აირჩიეთ „Save As“ („შენახვა როგორც“), ტიპი – „CSV UTF-8“. ტექსტის რედაქტორში აირჩიეთ შენახვა კოდირებით UTF-8.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::Encoding { fault, cell } = &problem.kind else { continue };
        let path = context.sources.get(problem.place.source).path.as_str();
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_table = name.to_lowercase().ends_with(".csv");
        let message = match fault {
            EncodingFault::Utf16 => say!("the file is in UTF-16, not in UTF-8", "ფაილის კოდირება UTF-16-ია და არა UTF-8"),
            EncodingFault::Workbook if is_table => {
                say!("{name} is not a CSV file but an Excel workbook", "{name} CSV-ფაილი არ არის, ეს Excel-ის სამუშაო წიგნია")
            }
            EncodingFault::Workbook => {
                say!("{name} is not a text file but a workbook or an archive", "{name} ტექსტური ფაილი არ არის, ეს სამუშაო წიგნი ან არქივია")
            }
            EncodingFault::NotUtf8 => {
                say!("the text of the file cannot be read: it is not in UTF-8", "ფაილის ტექსტი არ იკითხება: კოდირება UTF-8 არ არის")
            }
        };
        let finding = findings.add(&UNREADABLE_ENCODING, problem.place.clone(), message);
        match (fault, cell) {
            (EncodingFault::NotUtf8, Some((row, heading))) if !heading.is_empty() => {
                finding.label(say!(
                    "the first such place: row {row}, column \"{heading}\"",
                    "პირველი ასეთი ადგილი: სტრიქონი {row}, სვეტი „{heading}“"
                ));
            }
            (EncodingFault::NotUtf8, Some((row, _))) => {
                finding.label(say!("the first such place: row {row}", "პირველი ასეთი ადგილი: სტრიქონი {row}"));
            }
            (EncodingFault::NotUtf8, None) => {
                finding.label(say!("the first such place", "პირველი ასეთი ადგილი"));
            }
            (EncodingFault::Utf16, _) if is_table => {
                finding.note(say!("Excel saves so when the type is \"Unicode Text\".", "Excel ასე ინახავს, როცა ტიპია „Unicode Text“."));
            }
            _ => {}
        }
        finding.help(match (fault, is_table) {
            (EncodingFault::Workbook, true) => say!(
                "Open it in Excel and save it as \"CSV UTF-8\"; changing the name is not enough.",
                "გახსენით Excel-ში და შეინახეთ ტიპით „CSV UTF-8“; სახელის შეცვლა საკმარისი არ არის."
            ),
            (EncodingFault::Workbook, false) => say!("Put a text file in its place.", "მის ადგილას ტექსტური ფაილი მოათავსეთ."),
            (_, true) => say!(
                "In the spreadsheet program choose \"Save As\", type \"CSV UTF-8\".",
                "ცხრილის პროგრამაში აირჩიეთ „Save As“ („შენახვა როგორც“), ტიპი – „CSV UTF-8“."
            ),
            (_, false) => say!("In the editor, save the file with the encoding UTF-8.", "ტექსტის რედაქტორში ფაილი შეინახეთ კოდირებით UTF-8."),
        });
    }
}

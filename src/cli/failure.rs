//! Failures of the tool itself, which end it with exit code 2. What is wrong with a user's file is a finding, not a failure.

use std::io;

use plan::compile::Refusal;
use plan::diagnostic::Wording;
use plan::model::text::Language;
use plan::say;

/// A result whose error ends the program.
pub(super) type Result<T> = anyhow::Result<T>;

/// A failure in words for the user.
#[derive(Debug)]
struct Failure(Wording);

/// A failure that says this.
pub(super) fn failure(wording: Wording) -> anyhow::Error {
    anyhow::Error::new(Failure(wording))
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.en)
    }
}

impl std::error::Error for Failure {}

/// The failure in the user's language.
pub(super) fn message(error: &anyhow::Error, language: Language) -> String {
    match error.downcast_ref::<Failure>() {
        Some(failure) => failure.0.get(language).to_owned(),
        None => match error.downcast_ref::<Refusal>() {
            Some(refusal) => refusal.0.get(language).to_owned(),
            None => error.to_string(),
        },
    }
}

/// Whether the reader of the output went away, which is not a failure.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Why the system refused, in words.
pub(super) fn reason(error: &io::Error) -> Wording {
    match error.kind() {
        io::ErrorKind::NotFound => say!("there is no such file or folder", "ასეთი ფაილი ან საქაღალდე არ არსებობს"),
        io::ErrorKind::PermissionDenied => say!("no permission", "წვდომის უფლება არ არის"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => say!("no space left on the device", "დისკზე ადგილი აღარ არის"),
        io::ErrorKind::ReadOnlyFilesystem => say!("the device can only be read", "დისკზე ჩაწერა შეუძლებელია"),
        io::ErrorKind::NotADirectory => say!("a part of the path is not a folder", "მისამართის ნაწილი საქაღალდე არ არის"),
        io::ErrorKind::IsADirectory => say!("it is a folder", "ეს საქაღალდეა"),
        _ => say!("{error}", "{error}"),
    }
}

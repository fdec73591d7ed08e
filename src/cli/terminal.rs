//! The terminal: language, colour, and the two streams. The one place that prints.

use std::ffi::OsString;
use std::io::Write;

use anstream::ColorChoice;
use plan::model::text::Language;

use super::failure::Result;

/// Columns at which long excerpts are cut.
pub(super) const WIDTH: usize = 140;

/// The language of messages: `--lang`, else the locale, else English. It is needed before the arguments are parsed, for help.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let asked = joined.or_else(|| words.iter().position(|&word| word == "--lang").and_then(|at| words.get(at + 1)).copied());
    match asked {
        Some("ka") => Language::KA,
        Some(_) => Language::EN,
        None => locale(),
    }
}

#[allow(clippy::disallowed_methods)]
fn locale() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    if set.is_some_and(|value| value.starts_with("ka")) { Language::KA } else { Language::EN }
}

/// Whether findings are drawn in colour: only on a terminal, and never when NO_COLOR is set.
pub(super) fn colour() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != ColorChoice::Never
}

/// Prints data to standard output.
pub(super) fn print(text: &str) -> Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Prints what is not data to standard error; there is nobody to tell when that fails.
pub(super) fn complain(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

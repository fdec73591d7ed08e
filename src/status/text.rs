//! The status for the terminal: a table of those who have sent, what is missing, who has not sent, and the sums.

use super::table::{lines, one_line, paragraph, table};
use super::words::Words;
use super::{AgencyStatus, SentFile, Status};
use crate::report::language::Language;

/// Widths of the columns: with the blanks between them, eighty characters.
const LIMITS: [usize; 5] = [19, 18, 11, 11, 13];

/// The status in plain text.
pub fn text(status: &Status<'_>, language: &Language) -> String {
    let words = Words(language);
    let mut out = paragraph(&words.title(status), 0, 0);
    out.push_str(&paragraph(&words.window(status), 0, 0));
    out.push('\n');
    let sent = || status.agencies.iter().filter(|agency| agency.sent);
    let headings = [words.agency(), words.file(), words.received(), words.rows(), words.findings()];
    let headings: [&str; 5] = std::array::from_fn(|at| headings[at].as_str());
    let rows: Vec<[String; 5]> = sent().map(|agency| row(&words, status, agency)).collect();
    if rows.is_empty() && status.shared.is_empty() {
        out.push_str(&paragraph(&words.nobody(), 0, 0));
    }
    if !rows.is_empty() {
        out.push_str(&table(headings, LIMITS, &rows));
        out.push('\n');
        out.push_str(&paragraph(&words.legend(), 0, 0));
    }
    if !status.shared.is_empty() {
        heading(&mut out, &words.shared());
        for file in &status.shared {
            out.push_str(&paragraph(&shared(&words, status, file), 2, 4));
        }
    }
    nil_returns(&mut out, &words, status);
    if sent().any(|agency| !agency.missing.is_empty()) {
        heading(&mut out, &words.missing());
        for agency in sent().filter(|agency| !agency.missing.is_empty()) {
            out.push_str(&paragraph(&name(&words, agency), 2, 4));
            missing(&mut out, &words, agency);
        }
    }
    not_sent(&mut out, &words, status);
    out.push('\n');
    out.push_str(&paragraph(&words.totals(status), 0, 0));
    out
}

fn heading(out: &mut String, text: &str) {
    out.push('\n');
    out.push_str(&paragraph(text, 0, 0));
}

fn name(words: &Words<'_>, agency: &AgencyStatus<'_>) -> String {
    format!("{} ({})", one_line(words.any(agency.name)), agency.id)
}

/// The row of an agency; each of its files begins on a line of its own, beside its day.
fn row(words: &Words<'_>, status: &Status<'_>, agency: &AgencyStatus<'_>) -> [String; 5] {
    let (mut files, mut days) = (Vec::new(), Vec::new());
    for (at, file) in agency.files.iter().enumerate() {
        files.extend(lines(&shown(words, status, file), LIMITS[1]));
        days.extend(file.received.map(|day| words.short_day(day)));
        // The first version decides; of a day without a due day there is nothing to say.
        if at == 0 && (file.received.is_none() || agency.on_time.is_some()) {
            days.extend(lines(&words.on_time(agency.on_time), LIMITS[2]));
        }
        let height = files.len().max(days.len());
        files.resize(height, String::new());
        days.resize(height, String::new());
    }
    let found = joined([words.counted_errors(agency.errors), words.counted_warnings(agency.warnings)]);
    [
        one_line(words.any(agency.name)),
        files.join("\n"),
        days.join("\n"),
        joined([Some(words.rows_of(agency)), words.counted_aside(agency.rows_set_aside)]),
        if found.is_empty() { "-".to_owned() } else { found },
    ]
}

fn joined(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Name and state of a file.
fn shown(words: &Words<'_>, status: &Status<'_>, file: &SentFile<'_>) -> String {
    let name = one_line(&words.file_name(status, file));
    words.state(file).map_or(name.clone(), |state| format!("{name} ({state})"))
}

fn shared(words: &Words<'_>, status: &Status<'_>, file: &SentFile<'_>) -> String {
    let counts = [words.counted_aside(file.rows_set_aside), words.counted_errors(file.errors), words.counted_warnings(file.warnings)];
    let parts = file.received.map(|day| words.short_day(day)).into_iter().chain(counts.into_iter().flatten());
    let parts: Vec<String> = std::iter::once(shown(words, status, file)).chain(parts).collect();
    parts.join(", ")
}

fn nil_returns(out: &mut String, words: &Words<'_>, status: &Status<'_>) {
    if status.agencies.iter().all(|agency| agency.nil.is_empty()) {
        return;
    }
    heading(out, &words.nil_returns());
    for agency in &status.agencies {
        for reason in &agency.nil {
            out.push_str(&paragraph(&format!("{}: {}", name(words, agency), one_line(words.any(reason))), 2, 4));
        }
    }
}

/// Activities without a row in one line, then one line for each activity without some of its values.
fn missing(out: &mut String, words: &Words<'_>, agency: &AgencyStatus<'_>) {
    let silent: Vec<&str> = agency.missing.iter().filter(|missing| missing.no_row).map(|missing| missing.activity).collect();
    if !silent.is_empty() {
        out.push_str(&paragraph(&format!("{}: {}", words.no_row(), silent.join(", ")), 4, 6));
    }
    for missing in agency.missing.iter().filter(|missing| !missing.no_row) {
        let indicators: Vec<&str> = missing.indicators.iter().map(|indicator| indicator.id).collect();
        out.push_str(&paragraph(&format!("{}, {}: {}", missing.activity, words.no_value(), indicators.join(", ")), 4, 6));
    }
}

fn not_sent(out: &mut String, words: &Words<'_>, status: &Status<'_>) {
    let (leads, supports) = (status.silent(true), status.silent(false));
    if leads.is_empty() && supports.is_empty() {
        heading(out, &words.all_sent(status));
    }
    if !leads.is_empty() {
        heading(out, &words.not_sent(status, true));
    }
    for agency in leads {
        out.push_str(&paragraph(&name(words, agency), 2, 4));
        for (what, ids) in [(words.leads(), &agency.leads), (words.supports(), &agency.supports)] {
            if !ids.is_empty() {
                out.push_str(&paragraph(&format!("{what}: {}", ids.join(", ")), 4, 6));
            }
        }
    }
    if !supports.is_empty() {
        heading(out, &words.not_sent(status, false));
    }
    for agency in supports {
        out.push_str(&paragraph(&format!("{}: {}", name(words, agency), agency.supports.join(", ")), 2, 4));
    }
}

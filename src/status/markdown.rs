//! The status as Markdown, with the directives that [`html`](super::html()) needs for captions and classes.

use super::words::Words;
use super::{AgencyStatus, Missing, SentFile, Status};
use crate::model::text::Text;
use crate::report::escape::{cell, markdown_escape};
use crate::report::language::Language;

/// The status in Markdown.
pub fn markdown(status: &Status<'_>, language: &Language) -> String {
    let words = Words(language);
    let mut out = format!("<!-- section - -->\n\n# {}\n\n{}\n\n", line(&words.title(status)), words.window(status));
    let sent = || status.agencies.iter().filter(|agency| agency.sent);
    out.push_str(&format!("**{}**\n\n", words.totals(status)));
    if sent().next().is_none() && status.shared.is_empty() {
        out.push_str(&format!("{}\n\n", words.nobody()));
    }
    if sent().next().is_some() {
        let headings =
            [words.agency(), words.file(), words.received(), words.in_time(), words.rows(), words.set_aside(), words.errors(), words.warnings()];
        begin_table(&mut out, &words.who_sent(), &words.legend(), &headings, 5);
        for agency in sent() {
            row(&mut out, &words, status, agency);
        }
        out.push('\n');
    }
    if !status.shared.is_empty() {
        let headings = [words.file(), words.received(), words.set_aside(), words.errors(), words.warnings()];
        begin_table(&mut out, &words.shared(), "", &headings, 2);
        for file in &status.shared {
            let day = file.received.map_or("–".to_owned(), |day| words.0.date_table(day));
            let [aside, errors, warnings] = [file.rows_set_aside, file.errors, file.warnings].map(|count| words.0.integer(count));
            out.push_str(&format!("| {} | {day} | {aside} | {errors} | {warnings} |\n", shown(&words, status, file)));
        }
        out.push('\n');
    }
    nil_returns(&mut out, &words, status);
    if sent().any(|agency| !agency.missing.is_empty()) {
        heading(&mut out, 2, &words.missing());
        for agency in sent().filter(|agency| !agency.missing.is_empty()) {
            heading(&mut out, 3, &name(&words, agency));
            agency.missing.iter().for_each(|missing| out.push_str(&item(&words, missing)));
            out.push('\n');
        }
    }
    not_sent(&mut out, &words, status);
    out.push_str("<!-- /section -->\n");
    out
}

fn heading(out: &mut String, level: usize, text: &str) {
    out.push_str(&format!("{} {text}\n\n", "#".repeat(level)));
}

/// Caption and head of a table whose columns from number `right` on hold numbers.
fn begin_table(out: &mut String, caption: &str, note: &str, headings: &[String], right: usize) {
    out.push_str(&format!("<!-- table stack -->\n\n**{caption}**\n"));
    if !note.is_empty() {
        out.push_str(&format!("{note}\n"));
    }
    let rules: String = (0..headings.len()).map(|at| if at < right { "---|" } else { "--:|" }).collect();
    out.push_str(&format!("\n| {} |\n|{rules}\n", headings.join(" | ")));
}

fn row(out: &mut String, words: &Words<'_>, status: &Status<'_>, agency: &AgencyStatus<'_>) {
    let files: Vec<String> = agency.files.iter().map(|file| shown(words, status, file)).collect();
    let days: Vec<String> = agency.files.iter().map(|file| file.received.map_or("–".to_owned(), |day| words.0.date_table(day))).collect();
    let [aside, errors, warnings] = [agency.rows_set_aside, agency.errors, agency.warnings].map(|count| words.0.integer(count));
    let (name, on_time, rows) = (name(words, agency), words.on_time(agency.on_time), words.rows_of(agency));
    let (files, days) = (files.join("<br>"), days.join("<br>"));
    out.push_str(&format!("| {name} | {files} | {days} | {on_time} | {rows} | {aside} | {errors} | {warnings} |\n"));
}

fn shown(words: &Words<'_>, status: &Status<'_>, file: &SentFile<'_>) -> String {
    let name = markdown_escape(&words.file_name(status, file));
    words.state(file).map_or(name.clone(), |state| format!("{name} ({state})"))
}

fn name(words: &Words<'_>, agency: &AgencyStatus<'_>) -> String {
    format!("{} ({})", text(words, agency.name), markdown_escape(agency.id))
}

/// A text of others in one line, marked with its language if that is another one.
fn text(words: &Words<'_>, text: &Text) -> String {
    let shown = words.0.show(text);
    match shown.other {
        Some(language) => format!("<!--{language}-->{}<!--/-->", markdown_escape(shown.text)),
        None => markdown_escape(shown.text),
    }
}

fn line(text: &str) -> String {
    markdown_escape(text)
}

fn item(words: &Words<'_>, missing: &Missing<'_>) -> String {
    let what = if missing.no_row {
        words.no_row()
    } else {
        let named = |indicator: &super::MissingIndicator<'_>| format!("{} ({})", text(words, indicator.name), markdown_escape(indicator.id));
        format!("{}: {}", words.no_value(), missing.indicators.iter().map(named).collect::<Vec<_>>().join("; "))
    };
    format!("- **{}** {}<br>{what}\n", markdown_escape(missing.activity), text(words, missing.title))
}

fn nil_returns(out: &mut String, words: &Words<'_>, status: &Status<'_>) {
    if status.agencies.iter().all(|agency| agency.nil.is_empty()) {
        return;
    }
    heading(out, 2, &words.nil_returns());
    for agency in &status.agencies {
        for reason in &agency.nil {
            out.push_str(&format!("- **{}:** {}\n", name(words, agency), text(words, reason)));
        }
    }
    out.push('\n');
}

fn not_sent(out: &mut String, words: &Words<'_>, status: &Status<'_>) {
    let ids = |ids: &[&str]| if ids.is_empty() { "–".to_owned() } else { cell(&ids.join(", ")) };
    let (leads, supports) = (status.silent(true), status.silent(false));
    if leads.is_empty() && supports.is_empty() {
        out.push_str(&format!("{}\n\n", words.all_sent(status)));
    }
    if !leads.is_empty() {
        begin_table(out, &words.not_sent(status, true), "", &[words.agency(), words.leads(), words.supports()], 3);
        for agency in leads {
            out.push_str(&format!("| {} | {} | {} |\n", name(words, agency), ids(&agency.leads), ids(&agency.supports)));
        }
        out.push('\n');
    }
    if !supports.is_empty() {
        begin_table(out, &words.not_sent(status, false), "", &[words.agency(), words.supports()], 2);
        for agency in supports {
            out.push_str(&format!("| {} | {} |\n", name(words, agency), ids(&agency.supports)));
        }
        out.push('\n');
    }
}

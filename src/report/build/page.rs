//! The cover, and what the page around the report needs.

use super::{Context, summary};
use crate::model::date::Period;
use crate::model::period::State;
use crate::model::plan::{Plan, ReportKind};
use crate::report::anchor;
use crate::report::html::{Sign, Signs};
use crate::report::language::Language;
use crate::report::view::{Approval, Cover, Page, TocEntry};

/// Chapters after the implementation: anchor and term of the heading.
const CHAPTERS_AFTER: [(&str, &str); 12] = [
    ("overdue", "lists.title"),
    ("not-due", "lists.not_due"),
    ("cancelled", "lists.cancelled"),
    ("obstacles", "obstacles.title"),
    ("agencies", "agencies.title"),
    ("changes", "changes.title"),
    ("recommendations", "recommendations.title"),
    ("annex-plan", "annex_plan.title"),
    ("annex-conflicts", "annex_conflicts.title"),
    ("annex-set-aside", "annex_set_aside.title"),
    ("annex-sources", "annex_sources.title"),
    ("annex-references", "annex_references.title"),
];

/// Chapters up to the implementation.
const CHAPTERS_BEFORE: [(&str, &str); 5] = [
    ("summary", "summary.title"),
    ("method", "method.title"),
    ("course", "course.title"),
    ("situation", "situation.title"),
    ("implementation", "implementation.title"),
];

pub(super) fn cover(context: &Context<'_>) -> Cover {
    let (plan, report, language) = (context.plan(), context.given.report, context.language());
    let council = plan.council.as_deref().and_then(|id| plan.agency_ix(id));
    Cover {
        until: report.comments.until.map(|day| language.date_line(day)),
        to: context.written(&report.comments.to),
        note: context.written(&report.note),
        kind: kind(context),
        title: context.phrase(&plan.title),
        period: language.days(context.covers),
        years: plan.years.map(|(first, last)| language.period(years(first, last))),
        goals: plan.goals.len(),
        objectives: plan.objectives.len(),
        activities: plan.activities.len(),
        council: council.map(|ix| context.phrase(&plan.agency(ix).name)),
        secretariat: context.written(&plan.secretariat),
        approved: match &report.state {
            State::Draft => None,
            State::Approved { date, act, by, published } => Some(Approval {
                date: language.date_line(*date),
                act: context.phrase(act),
                by: context.written(by),
                published: published.map(|day| language.date_line(day)),
            }),
        },
        as_of: language.date_line(context.given.as_of),
        version: context.short_version(),
        stamp: context.given.stamp.map(str::to_owned),
        public: context.given.public,
    }
}

fn years(first: i32, last: i32) -> Period {
    let last = (last != first).then_some(crate::model::date::Span::Year(last));
    Period { last, ..Period::year(first) }
}

/// Kind of the report with its period.
fn kind(context: &Context<'_>) -> String {
    let (kind, language) = (context.given.report.kind, context.language());
    let period = match kind {
        ReportKind::Annual => language.period(context.covers),
        _ => language.period_text(context.covers),
    };
    language.fill(&format!("kind.{}", kind.name()), &[("period", &period)])
}

/// What the page around the report needs.
pub fn page(context: &Context<'_>) -> Page {
    let (plan, language) = (context.plan(), context.language());
    let title = context.phrase(&plan.title).text;
    let chapter = |(id, term): &(&str, &str)| TocEntry { href: format!("#{id}"), text: language.term(term).to_owned(), level: 2 };
    let opened =
        !context.given.report.introduction.is_empty() || super::words(context).get("introduction").is_some_and(|words| !words.pieces.is_empty());
    let introduction = opened.then_some(("introduction", "introduction"));
    let goals = plan.goals.iter().map(|goal| {
        let number = language.fill("implementation.goal", &[("number", &goal.number)]);
        let text = format!("{number} {}", context.title(&goal.title).text);
        TocEntry { href: format!("#{}", anchor("g", &goal.id)), text, level: 3 }
    });
    let before = introduction.iter().chain(&CHAPTERS_BEFORE).map(chapter);
    let is_draft = matches!(context.given.report.state, State::Draft);
    let kind = if context.given.public { language.fill("page.public", &[("kind", &kind(context))]) } else { kind(context) };
    let footer = if is_draft { "page.footer_draft" } else { "page.footer" };
    Page {
        lang: language.code().to_string(),
        title: language.fill("page.title", &[("kind", &kind), ("plan", &title)]),
        description: summary::first_sentence(context),
        toc: before.chain(goals).chain(CHAPTERS_AFTER.iter().map(chapter)).collect(),
        years: context.headings(),
        footer_left: language.fill(footer, &[("version", &context.short_version())]),
        running_title: kind,
        draft: is_draft.then(|| language.term("draft").to_owned()),
    }
}

/// The signs of the plan's scale, as the HTML writer looks for them.
pub fn signs(plan: &Plan, language: &Language) -> Signs {
    let sign = |status: &crate::model::scale::Status| {
        let labels = [&status.label, &status.short].map(|label| label.any(language.code()).to_owned());
        Sign { sign: status.sign, code: status.code.clone(), labels: labels.to_vec() }
    };
    Signs { list: plan.scale.statuses.iter().map(sign).collect() }
}

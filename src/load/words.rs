//! The Markdown files beside `report.yaml`: which chapter and which language one is. What stands in them is the report's business.

use crate::model::period::{Chapter, ReportingPeriod, WordsFile};
use crate::model::plan::Plan;
use crate::model::text::{Language, nearest};
use crate::place::Place;
use crate::problem::{Problem, ProblemKind};
use crate::source::{Source, SourceId};

/// Whether a Markdown file beside `report.yaml` is none of the secretariat's words: the finished report, or what GitHub shows of a folder.
pub(super) fn is_another(name: &str) -> bool {
    name.starts_with("report.") || name.eq_ignore_ascii_case("readme.md")
}

/// Notes a file as words of its period; one whose name says no chapter, or no language of the plan, is a problem.
pub(super) fn read(source: SourceId, file: &Source, plan: &Plan, period: &mut ReportingPeriod, problems: &mut Vec<Problem>) {
    let mut problem = |kind| problems.push(Problem { place: Place::file(source), kind, row: None });
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let Some((chapter, language)) = named(name, plan) else {
        return problem(ProblemKind::FileOfNoChapter { nearest: meant(name, plan) });
    };
    if file.text.trim().is_empty() {
        return problem(ProblemKind::EmptyFile);
    }
    period.words.push(WordsFile { chapter, language, source });
    let place = |wanted: Language| plan.languages.iter().position(|language| *language == wanted);
    period.words.sort_by_key(|file| (file.chapter, place(file.language)));
}

fn named(name: &str, plan: &Plan) -> Option<(Chapter, Language)> {
    let (chapter, language) = name.strip_suffix(".md")?.split_once('.')?;
    let chapter = Chapter::ALL.iter().find(|(known, _)| *known == chapter).map(|(_, chapter)| *chapter)?;
    let language = plan.languages.iter().find(|known| known.code() == language)?;
    Some((chapter, *language))
}

/// The name of a misspelt chapter; the language is nobody's to guess.
fn meant(name: &str, plan: &Plan) -> Option<String> {
    let (chapter, language) = name.get(..name.len() - ".md".len())?.rsplit_once('.')?;
    let language = plan.languages.iter().find(|known| known.code().eq_ignore_ascii_case(language))?;
    let chapter = nearest(chapter, Chapter::ALL.iter().map(|(name, _)| *name))?;
    Some(format!("{chapter}.{language}.md"))
}

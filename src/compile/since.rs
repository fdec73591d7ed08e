//! The period with which a report is asked to compare itself.

use super::{Refusal, days};
use crate::model::date::Period;
use crate::{Checked, say};

/// The days of the period named by `since`, or a refusal if there is nothing with which a report on `covers` could be compared.
pub(super) fn since(checked: &Checked, covers: Period, since: &str) -> Result<Period, Refusal> {
    let period = days(checked, since)?;
    if period.end() >= covers.end() {
        return Err(Refusal(say!(
            "cannot compare with {since}: it does not end before the report's own period does ({end})",
            "{since} პერიოდთან შედარება შეუძლებელია: იგი საანგარიშო პერიოდზე ({end}) ადრე არ მთავრდება",
            end = covers.end().dotted()
        )));
    }
    if let Some((first, _)) = checked.loaded.plan.years.filter(|(first, _)| period.end() < Period::year(*first).start()) {
        return Err(Refusal(say!(
            "cannot compare with {since}: the plan begins in {first}",
            "{since} პერიოდთან შედარება შეუძლებელია: გეგმა {first} წელს იწყება"
        )));
    }
    let sent = checked.loaded.periods.iter().filter(|known| known.submissions.iter().any(|file| !file.external && !file.unreadable));
    let earlier: Vec<_> = sent.filter(|known| known.covers.is_some_and(|known| known.end() < covers.end())).collect();
    if earlier.iter().any(|known| known.covers.is_some_and(|known| known.end() <= period.end())) {
        return Ok(period);
    }
    let names: Vec<&str> = earlier.iter().map(|known| known.name.as_str()).collect();
    let names = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    Err(Refusal(say!(
        "cannot compare with {since}: nothing was submitted until its end; earlier periods with submissions: {names}",
        "{since} პერიოდთან შედარება შეუძლებელია: მის ბოლომდე ინფორმაცია მოწოდებული არ ყოფილა; ადრინდელი პერიოდები, რომლებზეც ინფორმაცია არის: {names}"
    )))
}

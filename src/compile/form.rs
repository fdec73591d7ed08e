//! From checked files to forms: which agencies, and what was known before the period.

use super::{Refusal, broken, days, errors_of_plan};
use crate::model::plan::Plan;
use crate::model::text::{Language, nearest};
use crate::report::language;
use crate::{Checked, form, say};

/// Which forms are asked for.
#[derive(Clone, Debug)]
pub struct FormRequest {
    /// Name of the period, as for a report.
    pub period: String,
    /// Id of the agency, or nothing for all that have duties in the period.
    pub agency: Option<String>,
    /// How they are written.
    pub format: form::Format,
    /// Their language: Georgian or English.
    pub language: Language,
}

/// The file of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFile {
    /// Its name, for example `moia-2020.xlsx`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The forms of one agency or of all, in the order of the register.
pub fn forms(checked: &Checked, request: &FormRequest) -> Result<Vec<FormFile>, Refusal> {
    let errors = errors_of_plan(checked, None);
    if errors > 0 {
        let noun = if errors == 1 { "error" } else { "errors" };
        return Err(Refusal(say!(
            "cannot make forms: the plan has {errors} {noun}; `plan check` shows them",
            "ფორმა ვერ შედგა: გეგმაში {errors} შეცდომაა; მათ `plan check` გიჩვენებთ",
        )));
    }
    let (plan, periods, name) = (&checked.loaded.plan, checked.loaded.periods.as_slice(), request.period.as_str());
    let covers = days(checked, name)?;
    let due = periods.iter().find(|period| period.name == name).and_then(|period| period.window).and_then(|(_, due)| due);
    let other = if request.language == Language::KA { Language::EN } else { Language::KA };
    let words = |code| language::Language::load(code, None).map_err(|error| broken(&error.file, error.line, &error.message));
    let languages = [words(request.language)?, words(other)?];
    let given = form::Given { plan, periods, name, covers, due, languages: &languages };
    let agencies = match &request.agency {
        Some(id) => vec![plan.agency_ix(id).ok_or_else(|| unknown_agency(plan, id))?],
        None => plan.agencies().map(|(ix, _)| ix).collect(),
    };
    let forms = form::forms(&given, &agencies);
    if forms.is_empty() {
        let members = |id: &String| plan.agency_ix(id).map(|ix| plan.agency(ix).members.join(", ")).filter(|members| !members.is_empty());
        return Err(Refusal(match &request.agency {
            Some(id) if members(id).is_some() => say!(
                "`{id}` is a group; its members fill in the forms: {members}",
                "`{id}` უწყებათა ჯგუფია; ფორმებს მისი წევრები ავსებენ: {members}",
                members = members(id).unwrap_or_default()
            ),
            Some(id) => say!(
                "`{id}` neither leads nor supports an activity in {name}, so it has no form",
                "`{id}` უწყება {name} პერიოდში არც ერთ საქმიანობაში არ მონაწილეობს, ამიტომ მისი ფორმა არ არის"
            ),
            None => say!(
                "no agency leads or supports an activity in {name}; the deadlines of the plan do not touch this period",
                "{name} პერიოდში არც ერთი უწყება არ მონაწილეობს საქმიანობაში; გეგმის ვადები ამ პერიოდს არ ემთხვევა"
            ),
        }));
    }
    let file = |form: &form::table::Form<'_>| {
        let bytes = form::written(form, request.format).map_err(Refusal)?;
        Ok(FormFile { name: form.file_name(request.format), bytes })
    };
    forms.iter().map(file).collect()
}

pub(crate) fn unknown_agency(plan: &Plan, id: &str) -> Refusal {
    match nearest(id, plan.agencies.iter().map(|agency| agency.id.as_str())) {
        Some(meant) => Refusal(say!(
            "`{id}` is not in the register of agencies; did you mean `{meant}`?",
            "`{id}` უწყებების რეესტრში არ არის; ხომ არ გულისხმობდით `{meant}`-ს?"
        )),
        None => Refusal(say!(
            "`{id}` is not in the register of agencies; choose one of {known}",
            "`{id}` უწყებების რეესტრში არ არის; აირჩიეთ: {known}",
            known = known_agencies(plan)
        )),
    }
}

/// The ids of the register, for messages.
pub fn known_agencies(plan: &Plan) -> String {
    plan.agencies.iter().filter(|agency| agency.members.is_empty()).map(|agency| agency.id.as_str()).collect::<Vec<_>>().join(", ")
}

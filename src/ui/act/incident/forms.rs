//! Forms about the incident as a whole.

use crate::incident::{Command, HeaderCommand, StepCommand, StepKind};
use crate::lang::{Lang, vars};
use crate::ui::asking::{Answer, line, reason, sends};
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;

pub fn hold(lang: Lang) -> Form<Answer> {
    let form = reason(lang, "ask-hold", |reason| Command::Header(HeaderCommand::Hold { reason }));
    form.about(lang.say("ask-hold-about"))
}

/// Asks when work resumes, by default as planned.
pub fn end_day(view: &View<'_>, lang: Lang) -> Form<Answer> {
    let planned = view.incident.steps.iter().find(|step| step.is_waiting() && step.kind.is_day_end());
    let planned = match planned.map(|step| step.kind) {
        Some(StepKind::DayEnd { resume, .. }) => resume.format("%H:%M").to_string(),
        _ => "08:00".to_owned(),
    };
    let mut rows = Rows::new(lang);
    let resume = rows.line("ask-resume", &planned);
    let form = sends("ask-end-day", rows, move |answers| {
        Ok(Command::Step(StepCommand::EndDay { resume: Some(answers.time(resume)?) }))
    });
    form.about(lang.say("ask-end-day-about"))
}

pub fn retitle(view: &View<'_>, lang: Lang) -> Form<Answer> {
    let now = view.incident.title.as_str();
    line(lang, "ask-retitle", ("ask-title", now), |title| Command::Header(HeaderCommand::Retitle { title }))
}

/// Asks for the situation. An untouched row changes nothing, so that no one overwrites another.
pub fn describe(view: &View<'_>, lang: Lang) -> Form<Answer> {
    let now = &view.incident.situation;
    let mut rows = Rows::new(lang);
    let what = rows.prose("ask-what", now.what.as_str());
    let since = rows.line("ask-since", now.since.as_str());
    let impact = rows.prose("ask-impact", now.impact.as_str());
    sends("ask-describe", rows, move |answers| {
        Ok(Command::Header(HeaderCommand::Describe {
            what: answers.is_changed(what).then(|| answers.optional_prose(what)),
            since: answers.is_changed(since).then(|| answers.optional_line(since)),
            impact: answers.is_changed(impact).then(|| answers.optional_prose(impact)),
        }))
    })
}

pub fn close(view: &View<'_>, lang: Lang) -> Form<Answer> {
    let left = lang.left(&view.incident.left(view.now)).unwrap_or_else(|| lang.say("ask-close-nothing"));
    let form = reason(lang, "ask-close", |reason| Command::Header(HeaderCommand::Close { reason }));
    form.about(lang.say_with("ask-close-about", &vars![left]))
}

pub fn reopen(lang: Lang) -> Form<Answer> {
    reason(lang, "ask-reopen", |reason| Command::Header(HeaderCommand::Reopen { reason }))
}

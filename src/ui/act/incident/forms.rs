//! What is asked about the incident as a whole.

use crate::incident::{Command, HeaderCommand, Refusal, StepCommand, StepKind};
use crate::lang::Lang;
use crate::ui::asking::{Asking, sends, while_open};
use crate::ui::view::View;
use crate::ui::widget::form::rows::Rows;

pub fn hold(view: &View<'_>, lang: Lang) -> Asking {
    while_open(view)?;
    let mut rows = Rows::new(lang);
    let reason = rows.line("ask-reason", "");
    let form = sends("ask-hold", rows, move |answers| {
        Ok(Command::Header(HeaderCommand::Hold { reason: answers.optional_line(reason) }))
    });
    Ok(form.about(lang.say("ask-hold-about")))
}

/// Asks when work resumes: as planned, at first.
pub fn end_day(view: &View<'_>, lang: Lang) -> Asking {
    while_open(view)?;
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
    Ok(form.about(lang.say("ask-end-day-about")))
}

pub fn retitle(view: &View<'_>, lang: Lang) -> Asking {
    while_open(view)?;
    let mut rows = Rows::new(lang);
    let title = rows.line("ask-title", view.incident.title.as_str());
    Ok(sends("ask-retitle", rows, move |answers| {
        Ok(Command::Header(HeaderCommand::Retitle { title: answers.line(title)? }))
    }))
}

/// Asks for the situation. A row that was left alone changes nothing, so that nobody overwrites another.
pub fn describe(view: &View<'_>, lang: Lang) -> Asking {
    while_open(view)?;
    let now = &view.incident.situation;
    let mut rows = Rows::new(lang);
    let what = rows.prose("ask-what", now.what.as_str());
    let since = rows.line("ask-since", now.since.as_str());
    let impact = rows.prose("ask-impact", now.impact.as_str());
    Ok(sends("ask-describe", rows, move |answers| {
        Ok(Command::Header(HeaderCommand::Describe {
            what: answers.is_changed(what).then(|| answers.optional_prose(what)),
            since: answers.is_changed(since).then(|| answers.optional_line(since)),
            impact: answers.is_changed(impact).then(|| answers.optional_prose(impact)),
        }))
    }))
}

pub fn close(view: &View<'_>, lang: Lang) -> Asking {
    while_open(view)?;
    let open = view.incident.tasks().filter(|(_, task)| !task.state.is_over()).count();
    let mut rows = Rows::new(lang);
    let reason = rows.line("ask-reason", "");
    let form = sends("ask-close", rows, move |answers| {
        Ok(Command::Header(HeaderCommand::Close { reason: answers.optional_line(reason) }))
    });
    Ok(form.about(lang.say_with("ask-close-about", &[("open", open.into())])))
}

pub fn reopen(view: &View<'_>, lang: Lang) -> Asking {
    if !view.incident.is_closed() {
        return Err(Refusal::NotClosed);
    }
    let mut rows = Rows::new(lang);
    let reason = rows.line("ask-reason", "");
    Ok(sends("ask-reopen", rows, move |answers| {
        Ok(Command::Header(HeaderCommand::Reopen { reason: answers.optional_line(reason) }))
    }))
}

//! Forms about phases, breaks and ends of days.

use crate::incident::{Command, Incident, Planned, StepCommand, StepId, StepKind};
use crate::lang::{Lang, vars};
use crate::ui::asking::{Answer, Asking, line, sends, while_open};
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::{Handle, Rows};

pub fn skip(view: &View<'_>, lang: Lang, step: &StepId) -> Asking {
    while_open(view)?;
    let (about, step) = (title(view.incident, step), step.clone());
    let skip = move |reason| Command::Step(StepCommand::Skip { step: step.clone(), reason });
    Ok(line(lang, "ask-skip-step", ("ask-reason", ""), skip).about(about))
}

pub fn extend(view: &View<'_>, lang: Lang, step: &StepId) -> Asking {
    while_open(view)?;
    let now = view.incident.step(step).and_then(|step| step.kind.planned());
    let now = now.map(|planned| planned.to_string()).unwrap_or_default();
    let mut rows = Rows::new(lang);
    let planned = rows.hinted_line("ask-planned", "ask-planned-hint", &now);
    let (about, step) = (title(view.incident, step), step.clone());
    let form = sends("ask-extend", rows, move |answers| {
        Ok(Command::Step(StepCommand::Extend { step: step.clone(), planned: answers.planned(planned)? }))
    });
    Ok(form.about(about))
}

pub fn add_phase(view: &View<'_>, lang: Lang) -> Form<Answer> {
    add_planned(view, lang, "ask-add-phase", |planned| StepKind::Phase { planned })
}

pub fn add_break(view: &View<'_>, lang: Lang) -> Form<Answer> {
    add_planned(view, lang, "ask-add-break", |planned| StepKind::Break { planned })
}

/// Asks for a step with a planned duration.
fn add_planned(view: &View<'_>, lang: Lang, heading: &str, kind: fn(Planned) -> StepKind) -> Form<Answer> {
    let mut rows = Rows::new(lang);
    let title = rows.line("ask-title", "");
    let planned = rows.hinted_line("ask-planned", "ask-planned-hint", "");
    let (place, places) = place(view.incident, &mut rows);
    sends(heading, rows, move |answers| {
        let title = answers.line(title)?;
        let kind = kind(answers.planned(planned)?);
        Ok(Command::Step(StepCommand::Add { title, kind, after: answers.pick(place, &places)? }))
    })
}

pub fn add_day_end(view: &View<'_>, lang: Lang) -> Form<Answer> {
    let mut rows = Rows::new(lang);
    let title = rows.line("ask-title", "");
    let at = rows.line("ask-at", "18:00");
    let resume = rows.line("ask-resume", "08:00");
    let (place, places) = place(view.incident, &mut rows);
    sends("ask-add-day-end", rows, move |answers| {
        let title = answers.line(title)?;
        let kind = StepKind::DayEnd { at: answers.time(at)?, resume: answers.time(resume)? };
        Ok(Command::Step(StepCommand::Add { title, kind, after: answers.pick(place, &places)? }))
    })
}

/// Adds a choice of places in the plan, by default after what runs.
fn place(incident: &Incident, rows: &mut Rows) -> (Handle, Vec<Option<StepId>>) {
    let lang = rows.lang();
    let after: Vec<Option<StepId>> =
        std::iter::once(None).chain(incident.steps.iter().map(|step| Some(step.id.clone()))).collect();
    let runs = incident.steps.iter().rev().find(|step| !step.is_waiting()).map(|step| step.id.clone());
    let at = after.iter().position(|after| *after == runs).unwrap_or(0);
    let options = after.iter().map(|after| match after {
        None => lang.say("ask-first"),
        Some(id) => lang.say_with("ask-behind", &vars![step = title(incident, id)]),
    });
    (rows.choice("ask-place", options.collect(), at), after)
}

fn title(incident: &Incident, step: &StepId) -> String {
    incident.step(step).map(|step| step.title.to_string()).unwrap_or_default()
}

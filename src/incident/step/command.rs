//! Steps: starting, finishing, skipping, reopening, and how the timeline itself is changed.

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{STEPS_MAX, given, one, sound, step_is, step_of, titled};
use crate::incident::{
    Context, Event, Field, Incident, Line, Planned, PlannedStep, Refusal, StepEvent, StepId, StepKind,
    StepState,
};

/// Steps of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StepCommand {
    /// Starts the next planned day end, or one of its own where the plan has none left; `resume` replaces its time.
    EndDay {
        resume: Option<NaiveTime>,
    },
    StartDay,
    #[serde(rename = "start_step")]
    Start {
        step: StepId,
    },
    #[serde(rename = "finish_step")]
    Finish {
        step: StepId,
    },
    #[serde(rename = "skip_step")]
    Skip {
        step: StepId,
        reason: Line,
    },
    #[serde(rename = "reopen_step")]
    Reopen {
        step: StepId,
    },
    #[serde(rename = "extend_step")]
    Extend {
        step: StepId,
        planned: Planned,
    },
    /// A new step behind `after`, or first.
    #[serde(rename = "add_step")]
    Add {
        title: Line,
        kind: StepKind,
        after: Option<StepId>,
    },
    #[serde(rename = "move_step")]
    Move {
        step: StepId,
        after: Option<StepId>,
    },
    /// Finishes what runs and starts the next waiting step.
    #[serde(rename = "next_step")]
    Next,
}

impl StepCommand {
    pub(in crate::incident) fn decide(
        self,
        incident: &Incident,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        match self {
            Self::EndDay { resume } => end_day(incident, resume, context),
            Self::StartDay => one(start_day(incident)),
            Self::Start { step } => one(start(incident, step)),
            Self::Finish { step } => one(finish(incident, step)),
            Self::Skip { step, reason } => one(skip(incident, step, reason)),
            Self::Reopen { step } => one(reopen(incident, step)),
            Self::Extend { step, planned } => one(extend(incident, step, planned)),
            Self::Add { title, kind, after } => one(add(incident, title, kind, after)),
            Self::Move { step, after } => one(shift(incident, step, after)),
            Self::Next => next(incident),
        }
    }

    /// Only the commander drives the timeline.
    #[expect(clippy::unused_self, reason = "one signature for every family")]
    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        asking.commander()
    }
}

/// When work goes on after a night that no plan foresaw.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("08:00 is a time of day");

fn start(incident: &Incident, step: StepId) -> Result<Event, Refusal> {
    let it = step_of(incident, &step)?;
    if !it.is_waiting() {
        return Err(step_is(it));
    }
    clocks_run(incident)?;
    Ok(Event::Step(StepEvent::Started { step }))
}

fn finish(incident: &Incident, step: StepId) -> Result<Event, Refusal> {
    let it = step_of(incident, &step)?;
    if !it.is_active() {
        return Err(step_is(it));
    }
    if incident.is_held() {
        return Err(Refusal::Held);
    }
    if !it.kind.is_day_end() {
        clocks_run(incident)?;
    }
    Ok(Event::Step(StepEvent::Finished { step }))
}

/// Only a step that has not begun can be skipped: one that runs is finished.
fn skip(incident: &Incident, step: StepId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    let it = step_of(incident, &step)?;
    if it.is_waiting() { Ok(Event::Step(StepEvent::Skipped { step, reason })) } else { Err(step_is(it)) }
}

/// A finished step runs again; a skipped one waits again.
fn reopen(incident: &Incident, step: StepId) -> Result<Event, Refusal> {
    let it = step_of(incident, &step)?;
    match it.state {
        StepState::Waiting | StepState::Active => Err(step_is(it)),
        StepState::Skipped { .. } => Ok(Event::Step(StepEvent::Reopened { step })),
        StepState::Finished => {
            clocks_run(incident)?;
            Ok(Event::Step(StepEvent::Reopened { step }))
        }
    }
}

fn extend(incident: &Incident, step: StepId, planned: Planned) -> Result<Event, Refusal> {
    sound(planned)?;
    let it = step_of(incident, &step)?;
    if !(it.is_waiting() || it.is_active()) {
        return Err(step_is(it));
    }
    match it.kind.planned() {
        None => Err(Refusal::NoRange { step: it.title.clone() }),
        Some(now) if now == planned => Err(Refusal::NoChange),
        Some(_) => Ok(Event::Step(StepEvent::Extended { step, planned })),
    }
}

fn add(incident: &Incident, title: Line, kind: StepKind, after: Option<StepId>) -> Result<Event, Refusal> {
    titled(&title)?;
    kind.planned().map_or(Ok(()), sound)?;
    if let Some(after) = &after {
        step_of(incident, after)?;
    }
    Ok(Event::Step(StepEvent::Added { step: Box::new(new_step(incident, title, kind)?), after }))
}

fn new_step(incident: &Incident, title: Line, kind: StepKind) -> Result<PlannedStep, Refusal> {
    if incident.steps.len() >= STEPS_MAX {
        return Err(Refusal::TooMany { what: Field::Steps, max: STEPS_MAX });
    }
    let id = StepId::free_for(title.as_str(), |id| incident.step(id).is_some());
    Ok(PlannedStep { id, title, kind, milestone: None, tasks: Vec::new() })
}

fn shift(incident: &Incident, step: StepId, after: Option<StepId>) -> Result<Event, Refusal> {
    let it = step_of(incident, &step)?;
    if !it.is_waiting() || after.as_ref() == Some(&step) {
        return Err(Refusal::CannotMove { step: it.title.clone() });
    }
    if let Some(after) = &after {
        step_of(incident, after)?;
    }
    let before = incident.steps.iter().take_while(|it| it.id != step).last().map(|it| &it.id);
    if before == after.as_ref() {
        Err(Refusal::NoChange)
    } else {
        Ok(Event::Step(StepEvent::Moved { step, after }))
    }
}

/// Finishes all that runs and starts what waits next. In a night it is the morning: what ran before goes on.
fn next(incident: &Incident) -> Result<Vec<Event>, Refusal> {
    if incident.is_held() {
        return Err(Refusal::Held);
    }
    let finish = |step: &StepId| Event::Step(StepEvent::Finished { step: step.clone() });
    let start = |step: &StepId| Event::Step(StepEvent::Started { step: step.clone() });
    let next = incident.next_step().map(|step| &step.id);
    if let Some(night) = incident.night() {
        let goes_on = incident.active_steps().any(|step| step.id != night.step.id);
        let next = next.filter(|_| !goes_on);
        return Ok(std::iter::once(finish(&night.step.id)).chain(next.map(start)).collect());
    }
    let events: Vec<_> =
        incident.active_steps().map(|step| finish(&step.id)).chain(next.map(start)).collect();
    if events.is_empty() { Err(Refusal::NothingNext) } else { Ok(events) }
}

/// Starts the night: the next planned day end, or one that is added behind what runs.
fn end_day(incident: &Incident, resume: Option<NaiveTime>, context: &Context) -> Result<Vec<Event>, Refusal> {
    clocks_run(incident)?;
    let planned = incident.steps.iter().find(|step| step.is_waiting() && step.kind.is_day_end());
    if let Some(step) = planned {
        let started = Event::Step(StepEvent::Started { step: step.id.clone() });
        return Ok(match (step.kind, resume) {
            (StepKind::DayEnd { at, resume: planned }, Some(resume)) if planned != resume => {
                vec![Event::Step(StepEvent::DayEndSet { step: step.id.clone(), at, resume }), started]
            }
            _ => vec![started],
        });
    }
    let local = incident.wall(context.at).with_timezone(&incident.zone).time();
    let at = NaiveTime::from_hms_opt(local.hour(), local.minute(), 0).unwrap_or(local);
    let kind = StepKind::DayEnd { at, resume: resume.unwrap_or(MORNING) };
    let known = incident.steps.iter().rev().find(|step| step.kind.is_day_end());
    let french = incident.plan.language.as_ref().is_some_and(|language| language.as_str() == "fr");
    let title = match known {
        Some(step) => step.title.clone(),
        None => Line::new(if french { "Fin de journée" } else { "End of the day" }),
    };
    let step = new_step(incident, title, kind)?;
    let started = Event::Step(StepEvent::Started { step: step.id.clone() });
    let after = incident.steps.iter().rev().find(|step| !step.is_waiting()).map(|step| step.id.clone());
    Ok(vec![Event::Step(StepEvent::Added { step: Box::new(step), after }), started])
}

fn start_day(incident: &Incident) -> Result<Event, Refusal> {
    if incident.is_held() {
        return Err(Refusal::Held);
    }
    let night = incident.night().ok_or(Refusal::NotNight)?;
    Ok(Event::Step(StepEvent::Finished { step: night.step.id.clone() }))
}

/// Steps start and finish only while the clocks run.
fn clocks_run(incident: &Incident) -> Result<(), Refusal> {
    if incident.is_held() {
        return Err(Refusal::Held);
    }
    match incident.night() {
        Some(night) => Err(Refusal::Night { step: night.step.title.clone() }),
        None => Ok(()),
    }
}

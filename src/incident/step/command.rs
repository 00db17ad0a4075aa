//! Steps: start, finish, skip, reopen, and changes of the timeline itself.

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{STEPS_MAX, changes, given, room_for, sound, step_is, step_of, titled};
use crate::incident::{
    Context, Field, Incident, Line, Planned, PlannedStep, Refusal, Step, StepEvent, StepId, StepKind, StepState,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StepCommand {
    /// Starts the next planned day end, or a new one if none is left; `resume` replaces its time.
    EndDay { resume: Option<NaiveTime> },
    /// Finishes the day end that runs.
    StartDay,
    #[serde(rename = "start_step")]
    Start { step: StepId },
    #[serde(rename = "finish_step")]
    Finish { step: StepId },
    #[serde(rename = "skip_step")]
    Skip { step: StepId, reason: Line },
    #[serde(rename = "reopen_step")]
    Reopen { step: StepId },
    #[serde(rename = "extend_step")]
    Extend { step: StepId, planned: Planned },
    /// A new step after `after`, or first.
    #[serde(rename = "add_step")]
    Add { title: Line, kind: StepKind, after: Option<StepId> },
    #[serde(rename = "move_step")]
    Move { step: StepId, after: Option<StepId> },
    /// Finishes what runs and starts the next waiting step.
    #[serde(rename = "next_step")]
    Next,
    /// Finishes the named running steps; `start` then starts the next waiting one.
    #[serde(rename = "advance_steps")]
    Advance { finish: Vec<StepId>, start: bool },
}

/// When work resumes after an unplanned night.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("08:00 is a time of day");

impl StepCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident, context: &Context) -> Result<Vec<StepEvent>, Refusal> {
        Ok(vec![match self {
            Self::EndDay { resume } => return end_day(incident, resume, context),
            Self::Next => return next(incident),
            Self::Advance { finish, start } => return advance(incident, &finish, start),
            Self::StartDay => {
                not_held(incident)?;
                StepEvent::Finished { step: incident.night().ok_or(Refusal::NotNight)?.step.id.clone() }
            }
            Self::Start { step } => {
                step_that(incident, &step, Step::is_waiting)?;
                clocks_run(incident)?;
                StepEvent::Started { step }
            }
            Self::Finish { step } => {
                let it = step_that(incident, &step, Step::is_active)?;
                if it.kind.is_day_end() { not_held(incident) } else { clocks_run(incident) }?;
                StepEvent::Finished { step }
            }
            // Only a waiting step can be skipped; a running one is finished.
            Self::Skip { step, reason } => {
                given(&reason)?;
                step_that(incident, &step, Step::is_waiting)?;
                StepEvent::Skipped { step, reason }
            }
            // A finished step runs again; a skipped one waits again.
            Self::Reopen { step } => {
                let it = step_that(incident, &step, |step| !step.is_waiting() && !step.is_active())?;
                if it.state == StepState::Finished {
                    clocks_run(incident)?;
                }
                StepEvent::Reopened { step }
            }
            Self::Extend { step, planned } => {
                sound(planned)?;
                let it = step_that(incident, &step, |step| step.is_waiting() || step.is_active())?;
                let now = it.kind.planned().ok_or_else(|| Refusal::NoRange { step: it.title.clone() })?;
                changes(now != planned)?;
                StepEvent::Extended { step, planned }
            }
            Self::Add { title, kind, after } => {
                titled(&title)?;
                kind.planned().map(sound).transpose()?;
                after.as_ref().map(|after| step_of(incident, after)).transpose()?;
                StepEvent::Added { step: Box::new(new_step(incident, title, kind)?), after }
            }
            Self::Move { step, after } => shift(incident, step, after)?,
        }])
    }

    /// Only the commander drives the timeline.
    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::EndDay { .. }
            | Self::StartDay
            | Self::Start { .. }
            | Self::Finish { .. }
            | Self::Skip { .. }
            | Self::Reopen { .. }
            | Self::Extend { .. }
            | Self::Add { .. }
            | Self::Move { .. }
            | Self::Next
            | Self::Advance { .. } => asker.commander(),
        }
    }
}

/// At night it starts the morning: what ran before continues.
fn next(incident: &Incident) -> Result<Vec<StepEvent>, Refusal> {
    not_held(incident)?;
    let Some(night) = incident.night() else {
        let running: Vec<_> = incident.active_steps().map(|step| step.id.clone()).collect();
        return advance(incident, &running, true);
    };
    let goes_on = incident.active_steps().any(|step| step.id != night.step.id);
    let next = incident.next_step().filter(|_| !goes_on);
    let started = next.map(|step| StepEvent::Started { step: step.id.clone() });
    Ok(std::iter::once(StepEvent::Finished { step: night.step.id.clone() }).chain(started).collect())
}

fn advance(incident: &Incident, finish: &[StepId], start: bool) -> Result<Vec<StepEvent>, Refusal> {
    clocks_run(incident)?;
    finish.iter().try_for_each(|step| step_that(incident, step, Step::is_active).map(drop))?;
    let ends = incident.active_steps().filter(|step| finish.contains(&step.id));
    let mut events: Vec<_> = ends.map(|step| StepEvent::Finished { step: step.id.clone() }).collect();
    match incident.next_step_after(finish) {
        Some(next) if start => events.push(StepEvent::Started { step: next.id.clone() }),
        None if start && events.is_empty() => return Err(incident.nothing_next()),
        _ => changes(!events.is_empty())?,
    }
    Ok(events)
}

/// Starts the night: the next planned day end, or a new one after what runs.
fn end_day(incident: &Incident, resume: Option<NaiveTime>, context: &Context) -> Result<Vec<StepEvent>, Refusal> {
    clocks_run(incident)?;
    let planned = incident.steps.iter().find(|step| step.is_waiting() && step.kind.is_day_end());
    if let Some(step) = planned {
        let started = StepEvent::Started { step: step.id.clone() };
        return Ok(match (step.kind, resume) {
            (StepKind::DayEnd { at, resume: planned }, Some(resume)) if planned != resume => {
                vec![StepEvent::DayEndSet { step: step.id.clone(), at, resume }, started]
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
    let started = StepEvent::Started { step: step.id.clone() };
    let after = incident.steps.iter().rev().find(|step| !step.is_waiting()).map(|step| step.id.clone());
    Ok(vec![StepEvent::Added { step: Box::new(step), after }, started])
}

fn new_step(incident: &Incident, title: Line, kind: StepKind) -> Result<PlannedStep, Refusal> {
    room_for(Field::Steps, incident.steps.len(), STEPS_MAX)?;
    let id = StepId::free_for(title.as_str(), |id| incident.step(id).is_some());
    Ok(PlannedStep { id, title, kind, milestone: None, tasks: Vec::new() })
}

fn shift(incident: &Incident, step: StepId, after: Option<StepId>) -> Result<StepEvent, Refusal> {
    let it = step_of(incident, &step)?;
    if !it.is_waiting() || after.as_ref() == Some(&step) {
        return Err(Refusal::CannotMove { step: it.title.clone() });
    }
    after.as_ref().map(|after| step_of(incident, after)).transpose()?;
    let before = incident.steps.iter().take_while(|it| it.id != step).last().map(|it| &it.id);
    changes(before != after.as_ref())?;
    Ok(StepEvent::Moved { step, after })
}

fn step_that<'a>(incident: &'a Incident, id: &StepId, allows: impl Fn(&Step) -> bool) -> Result<&'a Step, Refusal> {
    let step = step_of(incident, id)?;
    if allows(step) { Ok(step) } else { Err(step_is(step)) }
}

fn not_held(incident: &Incident) -> Result<(), Refusal> {
    if incident.is_held() { Err(Refusal::Held) } else { Ok(()) }
}

/// Steps start and finish only while the clocks run.
fn clocks_run(incident: &Incident) -> Result<(), Refusal> {
    not_held(incident)?;
    let night = incident.night().map(|night| Refusal::Night { step: night.step.title.clone() });
    night.map_or(Ok(()), Err)
}

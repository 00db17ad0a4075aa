//! `phase`: the steps of the timeline, breaks and day ends among them.

use chrono::NaiveTime;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::refusal::refused;
use super::room_command::RoomCommand;
use super::typed::{self, Json, Reason, line};
use super::{Outcome, json, table};
use crate::incident::{
    Command, Forecast, Incident, Lateness, Moment, Planned, Range, Span, Step, StepCommand, StepId, StepKind,
    StepState, forecast,
};
use crate::lang::{Lang, vars};

#[derive(Clone, Debug, Subcommand)]
pub enum Phase {
    List(Json),
    Start {
        /// By default, the next phase.
        phase: Option<String>,
    },
    Finish {
        /// By default, the running phase.
        #[arg(conflicts_with_all = ["only", "all"])]
        phase: Option<String>,
        #[command(flatten)]
        ends: Ends,
    },
    Skip {
        phase: String,
        #[command(flatten)]
        reason: Reason,
    },
    Reopen {
        phase: String,
    },
    Extend {
        phase: String,
        range: Planned,
    },
    Add {
        #[arg(required = true)]
        title: Vec<String>,
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        place: Behind,
    },
    Move {
        phase: String,
        #[command(flatten)]
        place: Behind,
    },
    Next {
        #[command(flatten)]
        ends: Ends,
        #[arg(long, conflicts_with_all = ["only", "all"])]
        keep: bool,
    },
}

/// Which of several running steps end.
#[derive(Clone, Debug, Args)]
pub struct Ends {
    #[arg(long, value_name = "PHASE", num_args = 1.., conflicts_with = "all")]
    only: Vec<String>,
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Debug, Args)]
pub struct Kind {
    #[arg(long, value_name = "RANGE", required_unless_present = "day_end")]
    planned: Option<Planned>,
    #[arg(long = "break", requires = "planned")]
    is_break: bool,
    #[arg(long, value_name = "TIME", value_parser = typed::time_of_day, requires = "resume",
        conflicts_with_all = ["planned", "is_break"])]
    day_end: Option<NaiveTime>,
    #[arg(long, value_name = "TIME", value_parser = typed::time_of_day, requires = "day_end")]
    resume: Option<NaiveTime>,
}

/// Where a step goes; at the end where nothing is said.
#[derive(Clone, Debug, Args)]
pub struct Behind {
    #[arg(long, value_name = "PHASE", conflicts_with = "first")]
    after: Option<String>,
    #[arg(long)]
    first: bool,
}

/// The end of a day, and its start.
#[derive(Clone, Debug, Subcommand)]
pub enum Day {
    End {
        #[arg(long, value_name = "TIME", value_parser = typed::time_of_day)]
        resume: Option<NaiveTime>,
    },
    Start,
}

impl Day {
    pub fn command(&self) -> Command {
        Command::Step(match self {
            Self::End { resume } => StepCommand::EndDay { resume: *resume },
            Self::Start => StepCommand::StartDay,
        })
    }
}

impl Phase {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        let outcome = room.carry_out(self.command(room)).await;
        if let Self::Next { .. } | Self::Finish { .. } = self { with_what_is_left(outcome, room) } else { outcome }
    }

    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(Command::Step(match self {
            Self::Start { phase } => StepCommand::Start { step: started(room, phase.as_deref())? },
            Self::Finish { phase, ends } => match ends.steps(room)? {
                Some(finish) => StepCommand::Advance { finish, start: false },
                None => StepCommand::Finish { step: finished(room, phase.as_deref())? },
            },
            Self::Skip { phase, reason } => StepCommand::Skip { step: room.step_id(phase)?, reason: reason.line() },
            Self::Reopen { phase } => StepCommand::Reopen { step: room.step_id(phase)? },
            Self::Extend { phase, range } => StepCommand::Extend { step: room.step_id(phase)?, planned: *range },
            Self::Add { title, kind, place } => {
                StepCommand::Add { title: line(title), kind: kind.step(), after: place.resolve(room)? }
            }
            Self::Move { phase, place } => {
                StepCommand::Move { step: room.step_id(phase)?, after: place.resolve(room)? }
            }
            Self::Next { ends, keep } => match ends.steps(room)? {
                Some(finish) => StepCommand::Advance { finish, start: true },
                None if *keep => StepCommand::Advance { finish: Vec::new(), start: true },
                None => next(room)?,
            },
            Self::List(Json { json }) => return Err(shown(room, *json)),
        }))
    }
}

/// Adds the tasks left open by finished steps, if any.
fn with_what_is_left(mut outcome: Outcome, room: &RoomCommand<'_>) -> Outcome {
    let after = room.newest();
    let finished =
        |step: &&Step| after.incident.step(&step.id).is_some_and(|step| matches!(step.state, StepState::Finished));
    let open: usize = room
        .incident()
        .active_steps()
        .filter(finished)
        .map(|step| {
            let (over, all) = step.progress();
            all.saturating_sub(over)
        })
        .sum();
    if outcome.code == 0 && open > 0 {
        outcome.stdout += &room.lang.say_with("phase-left-open", &vars![count = open]);
        outcome.stdout.push('\n');
    }
    outcome
}

impl Ends {
    /// Returns the named steps, or `None` if no option names any.
    fn steps(&self, room: &RoomCommand<'_>) -> Result<Option<Vec<StepId>>, Outcome> {
        match (self.all, &self.only[..]) {
            (true, _) => Ok(Some(running(room)?)),
            (false, []) => Ok(None),
            (false, only) => only.iter().map(|step| room.step_id(step)).collect::<Result<_, _>>().map(Some),
        }
    }
}

/// The running steps, at least one.
fn running(room: &RoomCommand<'_>) -> Result<Vec<StepId>, Outcome> {
    let running: Vec<_> = room.incident().active_steps().map(|step| step.id.clone()).collect();
    if running.is_empty() { Err(Outcome::refused(room.lang.say("verb-nothing-runs"))) } else { Ok(running) }
}

/// The named step, or the only running one.
fn finished(room: &RoomCommand<'_>, phase: Option<&str>) -> Result<StepId, Outcome> {
    if let Some(phase) = phase {
        return room.step_id(phase);
    }
    match &running(room)?[..] {
        [step] => Ok(step.clone()),
        several => Err(room.several("verb-several-finish", several)),
    }
}

/// At night, or with at most one running step, there is nothing to choose.
fn next(room: &RoomCommand<'_>) -> Result<StepCommand, Outcome> {
    let running: Vec<_> = room.incident().active_steps().map(|step| &step.id).collect();
    if running.len() > 1 && room.incident().night().is_none() {
        return Err(room.several("verb-several-next", &running));
    }
    Ok(StepCommand::Next)
}

fn started(room: &RoomCommand<'_>, phase: Option<&str>) -> Result<StepId, Outcome> {
    match (phase, room.incident().next_step()) {
        (Some(phase), _) => room.step_id(phase),
        (None, Some(next)) => Ok(next.id.clone()),
        (None, None) => Err(refused(&room.incident().nothing_next(), room.incident().zone, room.lang)),
    }
}

impl Kind {
    fn step(&self) -> StepKind {
        let planned = self.planned.unwrap_or(Planned::exactly(3_600));
        match (self.day_end, self.resume) {
            (Some(at), Some(resume)) => StepKind::DayEnd { at, resume },
            _ if self.is_break => StepKind::Break { planned },
            _ => StepKind::Phase { planned },
        }
    }
}

impl Behind {
    fn resolve(&self, room: &RoomCommand<'_>) -> Result<Option<StepId>, Outcome> {
        match &self.after {
            Some(after) => room.step_id(after).map(Some),
            None if self.first => Ok(None),
            None => Ok(room.incident().steps.last().map(|step| step.id.clone())),
        }
    }
}

fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (lang, incident, now) = (room.lang, room.incident(), room.now());
    let forecast = forecast(incident, now);
    if json {
        let steps = incident.steps.iter().map(|step| value(incident, step, &forecast, now));
        return Outcome::json(&steps.collect());
    }
    let rows = incident.steps.iter().map(|step| row(incident, step, &forecast, now, lang)).collect();
    let columns = ["number", "id", "title", "kind", "state", "elapsed", "planned", "when", "tasks"];
    Outcome::done(table::titled(lang, &columns, rows))
}

pub fn row(incident: &Incident, step: &Step, forecast: &Forecast, now: Moment, lang: Lang) -> Vec<String> {
    let clock = incident.step_clock(step, now);
    let planned = match (clock.allotted, step.kind) {
        (Some(allotted), _) => lang.allotted(allotted),
        (None, StepKind::DayEnd { at, resume }) => {
            format!("{} → {}", at.format("%H:%M"), resume.format("%H:%M"))
        }
        (None, _) => String::new(),
    };
    let elapsed = if step.runs.is_empty() { String::new() } else { lang.duration(clock.elapsed) };
    let expected = forecast.step(&step.id);
    let when = match (&step.state, expected) {
        (StepState::Skipped { reason }, _) => reason.to_string(),
        (StepState::Waiting, Some(expected)) => {
            let start = when(incident, expected.start, now, lang);
            lang.say_with("phase-expected", &vars![when = start])
        }
        (StepState::Active, Some(expected)) if clock.left.is_none() => {
            let end = when(incident, expected.end, now, lang);
            lang.say_with("phase-until", &vars![when = end])
        }
        (StepState::Active, _) if clock.lateness == Lateness::Late => {
            lang.say_with("phase-over", &vars![over = lang.duration(clock.over())])
        }
        (StepState::Active, _) => clock
            .left
            .map_or_else(String::new, |left| lang.say_with("phase-left", &vars![left = lang.duration(left.max)])),
        (StepState::Finished, _) => match clock.slip {
            Some(slip) if slip >= Span::minutes(1) => lang.slip(slip),
            _ => step.ended_at().map_or_else(String::new, |at| when(incident, Range { min: at, max: at }, now, lang)),
        },
        (StepState::Waiting, None) => String::new(),
    };
    let (over, all) = step.progress();
    vec![
        number(incident, step).to_string(),
        step.id.to_string(),
        step.title.to_string(),
        lang.step_kind(step.kind),
        lang.step_state(&step.state),
        elapsed,
        planned,
        when,
        if all == 0 { String::new() } else { format!("{over}/{all}") },
    ]
}

/// By the machine's clock.
pub fn when(incident: &Incident, range: Range<Moment>, now: Moment, lang: Lang) -> String {
    let wall = Range { min: incident.wall(range.min), max: incident.wall(range.max) };
    lang.time_range(wall, incident.wall(now), incident.zone)
}

/// The number of a step in the list, from 1.
fn number(incident: &Incident, step: &Step) -> usize {
    incident.steps.iter().take_while(|it| it.id != step.id).count() + 1
}

pub fn value(incident: &Incident, step: &Step, forecast: &Forecast, now: Moment) -> Value {
    let clock = incident.step_clock(step, now);
    let (kind, at, resume) = match step.kind {
        StepKind::Phase { .. } => ("phase", None, None),
        StepKind::Break { .. } => ("break", None, None),
        StepKind::DayEnd { at, resume } => ("day_end", Some(at), Some(resume)),
    };
    let reason = match &step.state {
        StepState::Skipped { reason } => Some(reason),
        _ => None,
    };
    let lateness = match clock.lateness {
        Lateness::Calm => "calm",
        Lateness::Due => "due",
        Lateness::Late => "late",
    };
    let (over, all) = step.progress();
    let time = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    json!({
        "id": step.id,
        "number": number(incident, step),
        "kind": kind,
        "title": step.title,
        "state": step.state.name(),
        "reason": reason,
        "planned": json::optional(step.kind.planned(), json::planned),
        "first_planned": json::optional(step.first_planned, json::planned),
        "at": at.map(time),
        "resume": resume.map(time),
        "started_at": json::optional(step.started_at(), json::moment),
        "ended_at": json::optional(step.ended_at(), json::moment),
        "elapsed": clock.elapsed.num_seconds(),
        "left": json::optional(clock.left, json::spans),
        "over": clock.over().num_seconds(),
        "slip": clock.slip.map(|slip| slip.num_seconds()),
        "lateness": lateness,
        "forecast": json::optional(forecast.step(&step.id), |it| {
            json!({ "start": json::moments(it.start), "end": json::moments(it.end) })
        }),
        "tasks": { "over": over, "total": all },
    })
}

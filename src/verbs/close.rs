//! `close`: the crisis is over.

use clap::Args;

use super::Outcome;
use super::room_command::RoomCommand;
use super::typed::Reason;
use crate::incident::{Command, HeaderCommand, Health, Incident, StepKind, StepState};
use crate::lang::Lang;

#[derive(Clone, Debug, Args)]
pub struct Close {
    #[command(flatten)]
    reason: Reason,
}

impl Close {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        let outcome = room.ask(Command::Header(HeaderCommand::Close { reason: self.reason.line() })).await;
        if outcome.code == 0 { outcome.noting(left(&room.newest().incident, room.lang)) } else { outcome }
    }
}

/// What was not finished, and how to go on with it.
fn left(incident: &Incident, lang: Lang) -> String {
    let steps = incident.steps.iter();
    let phases = steps
        .filter(|step| matches!(step.kind, StepKind::Phase { .. }) && step.state == StepState::Waiting)
        .count();
    let counted = [
        ("close-tasks", incident.tasks().filter(|(_, task)| !task.state.is_over()).count()),
        ("close-phases", phases),
        ("close-services", incident.services.iter().filter(|it| it.health != Health::Up).count()),
    ];
    let left: Vec<_> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| lang.say_with(key, &[("count", count.into())]))
        .collect();
    let message = if left.is_empty() {
        String::new()
    } else {
        lang.say_with("close-left", &[("what", left.join(", ").into())]) + "\n"
    };
    let command = format!("warroom reopen --incident {}", incident.id);
    message + &lang.say_with("close-back", &[("command", command.into())])
}

//! `close`: the end of an incident, and what it leaves open.

use clap::Args;

use super::Outcome;
use super::refusal::not_done;
use super::room_command::RoomCommand;
use super::typed::{Json, Reason};
use crate::incident::{Command, HeaderCommand, Left, Refusal, Seq};
use crate::lang::vars;
use crate::room::AskError;

/// A closing, or only what it would leave open.
#[derive(Clone, Debug, Args)]
pub struct Close {
    #[command(flatten)]
    reason: Reason,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    json: Json,
}

impl Close {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Result<Outcome, Outcome> {
        let lang = room.lang;
        let left = room.incident().left(room.now());
        let words = lang.left(&left);
        if self.dry_run && room.incident().is_closed() {
            let closed = AskError::Refused(Refusal::Closed);
            return Err(not_done(&closed, Some(&room.incident().id), room.incident().zone, lang));
        }
        if self.dry_run {
            let said = || Outcome::done(words.unwrap_or_else(|| lang.say("close-nothing")));
            return Ok(if self.json.json { value(None, &left) } else { said() });
        }
        let last = room.last_of(Command::Header(HeaderCommand::Close { reason: self.reason.line() })).await?;
        if self.json.json {
            return Ok(value(Some(last), &left));
        }
        let command = format!("warroom reopen --incident {}", room.incident().id);
        let notes = words.into_iter().chain([lang.say_with("close-back", &vars![command])]);
        Ok(Outcome::done(room.recorded(last)).noting(notes.collect::<Vec<_>>().join("\n")))
    }
}

fn value(closed: Option<Seq>, left: &Left) -> Outcome {
    Outcome::json(&serde_json::json!({
        "closed": closed.is_some(),
        "seq": closed,
        "open": {
            "steps": left.steps,
            "tasks": left.tasks,
            "services": left.services,
            "audiences": left.audiences,
            "calls": left.calls,
            "actions": left.actions,
        },
    }))
}

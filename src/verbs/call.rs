//! `call`: for help, until someone answers.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{Json, line};
use super::{Outcome, json, table};
use crate::incident::{Command, HelpCall, HelpCommand, Line, Seq};

#[derive(Clone, Debug, Subcommand)]
pub enum Call {
    List(Json),
    Ask {
        #[arg(required = true)]
        text: Vec<String>,
        #[arg(long)]
        task: Option<String>,
    },
    Take(Which),
    Release(Which),
    Reply {
        #[command(flatten)]
        which: Which,
        #[arg(long)]
        text: String,
    },
    #[command(alias = "answer")]
    Resolve(Which),
}

#[derive(Clone, Debug, Args)]
pub struct Which {
    /// By default, the only open call.
    #[arg(value_name = "SEQ")]
    call: Option<u64>,
}

impl Which {
    fn seq(&self, room: &RoomCommand<'_>) -> Result<Seq, Outcome> {
        room.only(self.call, room.incident().calls.iter().map(|call| call.seq), "verb-no-calls")
    }
}

impl Call {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(Command::Help(match self {
            Self::List(Json { json }) => return Err(shown(room, *json)),
            Self::Ask { text, task } => {
                HelpCommand::Ask { text: line(text), task: task.as_deref().map(|task| room.task(task)).transpose()? }
            }
            Self::Take(which) => HelpCommand::Take { call: which.seq(room)? },
            Self::Release(which) => HelpCommand::Release { call: which.seq(room)? },
            Self::Reply { which, text } => HelpCommand::Reply { call: which.seq(room)?, text: Line::new(text) },
            Self::Resolve(which) => HelpCommand::Answer { call: which.seq(room)? },
        }))
    }
}

fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    let columns = &["number", "when", "assignee", "task", "text", "taken_by"];
    table::List { lang, json, none: "verb-no-calls", columns }.of(
        &incident.calls,
        |call| value(call),
        |call| {
            vec![
                call.seq.to_string(),
                lang.date_time(incident.wall(call.at), incident.zone),
                format!("@{}", call.by),
                call.task.as_ref().map_or_else(String::new, ToString::to_string),
                call.text.to_string(),
                call.taken_by.as_ref().map_or_else(String::new, |by| format!("@{by}")),
            ]
        },
    )
}

pub fn value(call: &HelpCall) -> Value {
    json!({
        "seq": call.seq,
        "by": call.by,
        "at": json::moment(call.at),
        "text": call.text,
        "task": call.task,
        "taken_by": call.taken_by,
        "reply": call.reply.as_ref().map(|(by, text)| json!({ "by": by, "text": text })),
    })
}

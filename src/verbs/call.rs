//! `call`: for help, until someone answers.

use clap::Subcommand;
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{Json, line};
use super::{Outcome, json, table};
use crate::incident::{Command, HelpCall, HelpCommand};

#[derive(Clone, Debug, Subcommand)]
pub enum Call {
    List(Json),
    Ask {
        #[arg(required = true)]
        text: Vec<String>,
        #[arg(long)]
        task: Option<String>,
    },
    Answer {
        /// By default, the only open call.
        #[arg(value_name = "SEQ")]
        call: Option<u64>,
    },
}

impl Call {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(Command::Help(match self {
            Self::List(Json { json }) => return Err(shown(room, *json)),
            Self::Ask { text, task } => {
                HelpCommand::Ask { text: line(text), task: task.as_deref().map(|task| room.task(task)).transpose()? }
            }
            Self::Answer { call } => {
                let open = room.incident().calls.iter().map(|call| call.seq);
                HelpCommand::Answer { call: room.only(*call, open, "verb-no-calls")? }
            }
        }))
    }
}

fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    let columns = &["number", "when", "assignee", "task", "text"];
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
    })
}

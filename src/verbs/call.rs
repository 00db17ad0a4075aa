//! `call`: for help, until somebody answers.

use clap::Subcommand;
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::line;
use super::{Outcome, json, table};
use crate::incident::{Command, HelpCall, HelpCommand, Seq};

#[derive(Clone, Debug, Subcommand)]
pub enum Call {
    List {
        #[arg(long)]
        json: bool,
    },
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
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.carry_out(self.command(room)).await
    }

    /// What to ask of the room, or what there is to say without asking.
    fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(match self {
            Self::List { json } => return Err(shown(room, *json)),
            Self::Ask { text, task } => Command::Help(HelpCommand::Ask {
                text: line(text),
                task: task.as_deref().map(|task| room.task(task)).transpose()?,
            }),
            Self::Answer { call: Some(call) } => Command::Help(HelpCommand::Answer { call: Seq(*call) }),
            Self::Answer { call: None } => match &room.incident().calls[..] {
                [] => return Err(Outcome::refused(room.lang.say("verb-no-calls"))),
                [call] => Command::Help(HelpCommand::Answer { call: call.seq }),
                calls => {
                    let numbers =
                        calls.iter().map(|call| call.seq.to_string()).collect::<Vec<_>>().join(", ");
                    return Err(Outcome::refused(
                        room.lang.say_with("verb-which", &[("ids", numbers.into())]),
                    ));
                }
            },
        })
    }
}

fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    if json {
        return Outcome::json(&incident.calls.iter().map(|call| value(call)).collect());
    }
    if incident.calls.is_empty() {
        return Outcome::done(lang.say("verb-no-calls"));
    }
    let rows: Vec<_> = incident
        .calls
        .iter()
        .map(|call| {
            let task = call.task.as_ref().map_or_else(String::new, ToString::to_string);
            vec![
                call.seq.to_string(),
                lang.date_time(incident.wall(call.at), incident.zone),
                format!("@{}", call.by),
                task,
                call.text.to_string(),
            ]
        })
        .collect();
    let columns = ["number", "when", "assignee", "task", "text"];
    Outcome::done(table::render(&table::headings(lang, &columns), &rows))
}

/// A call for help, for other programs.
pub fn value(call: &HelpCall) -> Value {
    json!({
        "seq": call.seq,
        "by": call.by,
        "at": json::moment(call.at),
        "text": call.text,
        "task": call.task,
    })
}

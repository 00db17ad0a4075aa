//! `finding`: what the review found.

use clap::Subcommand;
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{Reason, prose};
use super::{Outcome, json, table};
use crate::incident::{self, Command, FindingId, ReviewCommand};

#[derive(Clone, Debug, Subcommand)]
pub enum Finding {
    List {
        /// With those that were dropped.
        #[arg(long)]
        all: bool,
        #[arg(long)]
        json: bool,
    },
    Add {
        #[arg(required = true)]
        text: Vec<String>,
        /// The phase that it speaks of.
        #[arg(long, value_name = "PHASE")]
        about: Option<String>,
    },
    Correct {
        finding: FindingId,
        #[arg(required = true)]
        text: Vec<String>,
    },
    Drop {
        finding: FindingId,
        #[command(flatten)]
        reason: Reason,
    },
}

impl Finding {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.carry_out(self.command(room)).await
    }

    /// What to ask of the room, or what there is to say without asking.
    fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(match self {
            Self::List { all, json } => return Err(shown(room, *all, *json)),
            Self::Add { text, about } => Command::Review(ReviewCommand::AddFinding {
                text: prose(text),
                about: about.as_deref().map(|phase| room.step_id(phase)).transpose()?,
            }),
            Self::Correct { finding, text } => {
                Command::Review(ReviewCommand::CorrectFinding { finding: *finding, text: prose(text) })
            }
            Self::Drop { finding, reason } => {
                Command::Review(ReviewCommand::DropFinding { finding: *finding, reason: reason.line() })
            }
        })
    }
}

fn shown(room: &RoomCommand<'_>, all: bool, json: bool) -> Outcome {
    let (lang, incident) = (room.lang, room.incident());
    let findings: Vec<_> = incident.findings.iter().filter(|it| all || it.dropped.is_none()).collect();
    if json {
        return Outcome::json(&findings.iter().map(|it| value(it)).collect());
    }
    if findings.is_empty() {
        return Outcome::done(lang.say("review-no-findings-yet"));
    }
    let rows: Vec<_> = findings
        .iter()
        .map(|it| {
            let about = it.about.as_ref().map_or_else(String::new, ToString::to_string);
            let text = it.text.first_line().to_owned();
            let text = match &it.dropped {
                Some(dropped) => {
                    let words = [("text", text.into()), ("reason", dropped.reason.as_str().into())];
                    lang.say_with("review-dropped", &words)
                }
                None => text,
            };
            vec![it.id.to_string(), about, it.by.to_string(), text]
        })
        .collect();
    Outcome::done(table::render(&table::headings(lang, &["id", "phase", "by", "text"]), &rows))
}

/// A finding, for other programs.
fn value(finding: &incident::Finding) -> Value {
    json!({
        "id": finding.id,
        "text": finding.text,
        "about": finding.about,
        "by": finding.by,
        "at": json::moment(finding.at),
        "corrected_at": json::optional(finding.corrected.as_ref(), |(at, _)| json::moment(*at)),
        "corrected_by": finding.corrected.as_ref().map(|(_, by)| by),
        "dropped_at": json::optional(finding.dropped.as_ref(), |dropped| json::moment(dropped.at)),
        "dropped_by": finding.dropped.as_ref().map(|dropped| &dropped.by),
        "reason": finding.dropped.as_ref().map(|dropped| &dropped.reason),
    })
}

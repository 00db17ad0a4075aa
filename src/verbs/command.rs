//! `command`: who drives the crisis, and how that changes hands.

use clap::Subcommand;
use serde_json::json;

use super::room_command::RoomCommand;
use super::typed::Reason;
use super::{Outcome, duty};
use crate::incident::{self, Duty};

#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    Show {
        #[arg(long)]
        json: bool,
    },
    Offer {
        person: String,
        /// By default, drawn from the state.
        briefing: Vec<String>,
    },
    Accept,
    Decline,
    Withdraw,
    Take {
        #[command(flatten)]
        reason: Reason,
    },
}

impl Command {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.carry_out(self.command(room)).await
    }

    /// What to ask of the room, or what there is to say without asking.
    fn command(&self, room: &RoomCommand<'_>) -> Result<incident::Command, Outcome> {
        Ok(match self {
            Self::Show { json } => return Err(shown(room, *json)),
            Self::Offer { person, briefing } => room.offer(Duty::Command, person, briefing)?,
            Self::Accept => incident::Command::Duty(incident::DutyCommand::Accept { duty: Duty::Command }),
            Self::Decline | Self::Withdraw => {
                incident::Command::Duty(incident::DutyCommand::DropOffer { duty: Duty::Command })
            }
            Self::Take { reason } => {
                incident::Command::Duty(incident::DutyCommand::TakeCommand { reason: reason.line() })
            }
        })
    }
}

fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    let commander = &incident.commander;
    let is_present = room.snapshot.present.iter().any(|it| it.person == *commander);
    let (is_gone, offer) = (room.commander_gone(), incident.offer(&Duty::Command));
    if json {
        return Outcome::json(&json!({
            "commander": commander,
            "present": is_present,
            "gone": is_gone,
            "offer": offer.map(duty::value),
        }));
    }
    let presence = if is_present {
        "here"
    } else if is_gone {
        "gone"
    } else {
        "away"
    };
    let message = lang
        .say_with("command-shown", &[("person", commander.as_str().into()), ("presence", presence.into())]);
    let message = std::iter::once(message).chain(offer.map(|offer| room.offered(offer)));
    Outcome::done(message.collect::<Vec<_>>().join("\n"))
}

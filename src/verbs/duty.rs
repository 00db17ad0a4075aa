//! `command` and `role`: who has a duty, and how it changes hands. It is offered, accepted, declined or withdrawn.

use clap::Subcommand;
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{Json, Reason, prose};
use super::{Outcome, json, table};
use crate::incident::{Command, Duty, DutyCommand, Offer, PersonName, Prose, Role, RoleId};
use crate::lang::vars;

/// Who drives the crisis.
#[derive(Clone, Debug, Subcommand)]
pub enum CommandVerb {
    Show(Json),
    Offer {
        person: String,
        /// By default, drawn from the state.
        briefing: Vec<String>,
    },
    Accept,
    Decline,
    Withdraw,
    Take(Reason),
}

impl CommandVerb {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(Command::Duty(match self {
            Self::Show(Json { json }) => return Err(commander(room, *json)),
            Self::Offer { person, briefing } => room.offer(Duty::Command, person, briefing)?,
            Self::Accept => DutyCommand::Accept { duty: Duty::Command },
            Self::Decline | Self::Withdraw => DutyCommand::DropOffer { duty: Duty::Command },
            Self::Take(reason) => DutyCommand::TakeCommand { reason: reason.line() },
        }))
    }
}

fn commander(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    let commander = &incident.commander;
    let is_present = room.snapshot.present.iter().any(|it| it.person == *commander);
    let (is_gone, offer) = (room.commander_gone(), incident.offer(&Duty::Command));
    if json {
        return Outcome::json(&json!({
            "commander": commander,
            "present": is_present,
            "gone": is_gone,
            "offer": offer.map(value),
        }));
    }
    let presence = if is_present {
        "here"
    } else if is_gone {
        "gone"
    } else {
        "away"
    };
    let message = lang.say_with("command-shown", &vars![person = commander.as_str(), presence]);
    let message = std::iter::once(message).chain(offer.map(|offer| room.offered(offer)));
    Outcome::done(message.collect::<Vec<_>>().join("\n"))
}

/// Who has which role.
#[derive(Clone, Debug, Subcommand)]
pub enum RoleVerb {
    List(Json),
    Offer {
        role: String,
        person: String,
        /// By default, drawn from the state.
        briefing: Vec<String>,
    },
    Accept {
        role: String,
    },
    Decline {
        role: String,
    },
    Withdraw {
        role: String,
    },
    Revoke {
        role: String,
        person: String,
    },
}

impl RoleVerb {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        let duty = |role: &str| room.role(role).map(Duty::Role);
        Ok(Command::Duty(match self {
            Self::List(Json { json }) => return Err(roles(room, *json)),
            Self::Offer { role, person, briefing } => room.offer(duty(role)?, person, briefing)?,
            Self::Revoke { role, person } => DutyCommand::RevokeRole {
                role: room.role(role)?,
                person: PersonName::new(person.strip_prefix('@').unwrap_or(person)),
            },
            Self::Accept { role } => DutyCommand::Accept { duty: duty(role)? },
            Self::Decline { role } | Self::Withdraw { role } => DutyCommand::DropOffer { duty: duty(role)? },
        }))
    }
}

/// Who has tasks of a role to their name, or took it over here.
fn people<'a>(room: &'a RoomCommand<'_>, role: &RoleId) -> Vec<&'a PersonName> {
    let incident = room.incident();
    let assigned = incident.tasks().filter(|(_, task)| task.role == *role && !task.state.is_over());
    let assigned = assigned.filter_map(|(_, task)| task.assignee.as_ref());
    let mut people: Vec<_> = incident.takers(role).chain(assigned).collect();
    people.sort();
    people.dedup();
    people
}

fn roles(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    let open = |role: &RoleId| incident.tasks().filter(|(_, task)| task.role == *role && !task.state.is_over()).count();
    if json {
        let value_of = |role: &Role| -> Value {
            json!({
                "id": role.id,
                "name": role.name,
                "open_tasks": open(&role.id),
                "people": people(room, &role.id),
                "taken_over_by": incident.takers(&role.id).collect::<Vec<_>>(),
                "offer": incident.offer(&Duty::Role(role.id.clone())).map(value),
            })
        };
        return Outcome::json(&incident.roles().iter().map(value_of).collect());
    }
    let rows = incident
        .roles()
        .iter()
        .map(|role| {
            let people = people(room, &role.id).into_iter().map(|it| format!("@{it}"));
            vec![
                role.id.to_string(),
                role.name.to_string(),
                open(&role.id).to_string(),
                people.collect::<Vec<_>>().join(" "),
            ]
        })
        .collect();
    let columns = ["id", "name", "open-tasks", "assignee"];
    let mut parts = vec![table::titled(lang, &columns, rows)];
    parts.extend(incident.offers.iter().filter_map(|offer| match &offer.duty {
        Duty::Role(role) => {
            let name = incident.role(role).map_or(role.as_str(), |role| role.name.as_str());
            let offered = vars![what = name, reason = room.offered(offer)];
            Some(format!("\n{}", lang.say_with("log-because", &offered)))
        }
        Duty::Command => None,
    }));
    Outcome::done(parts.join("\n"))
}

impl RoomCommand<'_> {
    /// Offers a duty; where nothing is said of it, the briefing is drawn from the state.
    pub fn offer(&self, duty: Duty, to: &str, briefing: &[String]) -> Result<DutyCommand, Outcome> {
        let to = self.taker(to)?;
        let briefing = match prose(briefing) {
            briefing if briefing.is_empty() => Prose::new(&self.briefing()),
            briefing => briefing,
        };
        Ok(DutyCommand::Offer { duty, to, briefing })
    }

    /// What someone who takes over has to know, in the language of who asks.
    pub fn briefing(&self) -> String {
        self.lang.briefing(self.incident(), self.now())
    }

    /// An open offer, in one sentence and what there is to know.
    pub fn offered(&self, offer: &Offer) -> String {
        let incident = self.incident();
        let at = self.lang.date_time(incident.wall(offer.at), incident.zone);
        let message = self.lang.say_with(
            "duty-offered",
            &vars![
                from = offer.from.as_str(),
                to = offer.to.as_str(),
                at,
                span = self.lang.duration(self.now() - offer.at)
            ],
        );
        let briefing = offer.briefing.as_str().lines().filter(|line| !line.is_empty());
        std::iter::once(message).chain(briefing.map(|line| format!("  {line}"))).collect::<Vec<_>>().join("\n")
    }
}

pub fn value(offer: &Offer) -> Value {
    json!({
        "seq": offer.seq,
        "duty": offer.duty,
        "from": offer.from,
        "to": offer.to,
        "at": json::moment(offer.at),
        "briefing": offer.briefing,
    })
}

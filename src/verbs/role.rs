//! `role`: who has which, and how one is handed over.

use clap::Subcommand;
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::{Outcome, duty, table};
use crate::incident::{Command, Duty, DutyCommand, PersonName, RoleId};

#[derive(Clone, Debug, Subcommand)]
pub enum Role {
    List {
        #[arg(long)]
        json: bool,
    },
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

impl Role {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.carry_out(self.command(room)).await
    }

    /// What to ask of the room, or what there is to say without asking.
    fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        let duty = |role: &str| room.role(role).map(Duty::Role);
        Ok(match self {
            Self::List { json } => return Err(shown(room, *json)),
            Self::Offer { role, person, briefing } => room.offer(duty(role)?, person, briefing)?,
            Self::Revoke { role, person } => Command::Duty(DutyCommand::RevokeRole {
                role: room.role(role)?,
                person: PersonName::new(person.strip_prefix('@').unwrap_or(person)),
            }),
            Self::Accept { role } => Command::Duty(DutyCommand::Accept { duty: duty(role)? }),
            Self::Decline { role } | Self::Withdraw { role } => {
                Command::Duty(DutyCommand::DropOffer { duty: duty(role)? })
            }
        })
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

fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    let open = |role: &RoleId| {
        incident.tasks().filter(|(_, task)| task.role == *role && !task.state.is_over()).count()
    };
    if json {
        let value = |role: &crate::incident::Role| -> Value {
            json!({
                "id": role.id,
                "name": role.name,
                "open_tasks": open(&role.id),
                "people": people(room, &role.id),
                "taken_over_by": incident.takers(&role.id).collect::<Vec<_>>(),
                "offer": incident.offer(&Duty::Role(role.id.clone())).map(duty::value),
            })
        };
        return Outcome::json(&incident.roles().iter().map(value).collect());
    }
    let rows: Vec<_> = incident
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
    let mut parts = vec![table::render(&table::headings(lang, &columns), &rows)];
    parts.extend(incident.offers.iter().filter_map(|offer| match &offer.duty {
        Duty::Role(role) => {
            let name = incident.role(role).map_or(role.as_str(), |role| role.name.as_str());
            let offered = [("what", name.into()), ("reason", room.offered(offer).into())];
            Some(format!("\n{}", lang.say_with("log-because", &offered)))
        }
        Duty::Command => None,
    }));
    Outcome::done(parts.join("\n"))
}

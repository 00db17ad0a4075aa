//! `service`: what is up, degraded or down.

use clap::Subcommand;
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{self, Json};
use super::{Outcome, json, table};
use crate::incident::{self, BadPast, Command, Health, Moment, ServiceCommand, Span, TypedPast, read_seconds};
use crate::lang::vars;

#[derive(Clone, Debug, Subcommand)]
pub enum Service {
    List(Json),
    Add {
        #[arg(required = true)]
        name: Vec<String>,
        #[arg(long, default_value_t = 1, value_parser = typed::number::<u8>(1, 9))]
        priority: u8,
        #[arg(long, value_name = "DURATION", value_parser = read_seconds)]
        rto: Option<u32>,
        #[arg(long, value_name = "DURATION", value_parser = read_seconds)]
        rpo: Option<u32>,
        #[arg(long, default_value = "up", value_parser = typed::one_of(&Health::ALL, Health::name))]
        state: Health,
    },
    Set {
        service: String,
        #[arg(value_parser = typed::one_of(&Health::ALL, Health::name))]
        state: Health,
    },
    /// The moment that its restored data are of.
    Point {
        service: String,
        #[arg(required = true, value_name = "TIME", allow_hyphen_values = true)]
        time: Vec<String>,
    },
}

impl Service {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(Command::Service(match self {
            Self::List(Json { json }) => return Err(shown(room, *json)),
            Self::Add { name, priority, rto, rpo, state } => ServiceCommand::Add {
                name: typed::line(name),
                priority: *priority,
                rto: *rto,
                rpo: *rpo,
                health: *state,
            },
            Self::Set { service, state } => {
                ServiceCommand::SetHealth { service: room.service(service)?, health: *state }
            }
            Self::Point { service, time } => {
                let service = room.service(service)?;
                let typed: TypedPast = time.join(" ").parse().map_err(|bad: BadPast| {
                    Outcome::misuse(room.lang.say_with("verb-bad-past", &vars![text = bad.0.as_str()]))
                })?;
                let incident = room.incident();
                let wall = typed.resolve(incident.wall(room.now()), incident.zone);
                ServiceCommand::SetRestorePoint { service, at: wall - incident.wall_offset() }
            }
        }))
    }
}

fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (lang, incident) = (room.lang, room.incident());
    let now = incident.counted_to(room.now());
    let mut services: Vec<_> = incident.services.iter().collect();
    if !json {
        services.sort_by_key(|it| it.priority);
    }
    let length =
        |seconds: Option<u32>| seconds.map_or_else(String::new, |seconds| lang.duration(Span::seconds(seconds.into())));
    let columns = &["id", "priority", "state", "downtime", "rto", "left", "rpo", "loss", "name"];
    table::List { lang, json, none: "verb-no-services", columns }.of(
        services,
        |it| value(it, now),
        |it| {
            let downtime = it.downtime(now);
            vec![
                it.id.to_string(),
                it.priority.to_string(),
                lang.health_of(it),
                if downtime.is_zero() { String::new() } else { lang.duration(downtime) },
                length(it.rto),
                it.rto_left(now).map_or_else(String::new, |left| lang.duration(left)),
                length(it.rpo),
                it.data_loss().map_or_else(String::new, |loss| lang.duration(loss)),
                it.name.to_string(),
            ]
        },
    )
}

fn value(service: &incident::Service, now: Moment) -> Value {
    json!({
        "id": service.id,
        "name": service.name,
        "priority": service.priority,
        "state": service.health.name(),
        "reported": service.reported,
        "since": json::moment(service.since),
        "rto": service.rto,
        "rpo": service.rpo,
        "downtime": service.downtime(now).num_seconds(),
        "restored_to": json::optional(service.restored_to, json::moment),
        "data_loss": json::optional(service.data_loss(), |loss| loss.num_seconds().into()),
        "rpo_left": json::optional(service.rpo_left(), |left| left.num_seconds().into()),
        "rto_left": json::optional(service.rto_left(now), |left| left.num_seconds().into()),
    })
}

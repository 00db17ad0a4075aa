//! `attention`: what needs someone now, most urgent first.

use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::{Outcome, json, table};
use crate::incident::{Duty, Matter, Urgency, forecast};
use crate::lang::vars;
use crate::room::Health;
use crate::session::unrecorded;

/// Longer lists are cut.
const MOST: usize = 50;

pub fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    if json {
        return Outcome::json(&values(room).into());
    }
    let lines = lines(room);
    Outcome::done(if lines.is_empty() {
        format!("{}\n", room.lang.say("attention-none"))
    } else {
        table::align(&lines)
    })
}

/// One row a matter.
pub fn lines(room: &RoomCommand<'_>) -> Vec<Vec<String>> {
    values(room)
        .iter()
        .map(|matter| vec![String::new(), matter["text"].as_str().unwrap_or_default().to_owned()])
        .collect()
}

pub fn values(room: &RoomCommand<'_>) -> Vec<Value> {
    let (incident, now, lang) = (room.incident(), room.now(), room.lang);
    let forecast = forecast(incident, now);
    let value = |kind: &str, text: String, action: String, urgency: &Urgency| {
        json!({
            "kind": kind,
            "text": text,
            "action": action,
            "incident": incident.id,
            "since": json::optional(urgency.since, json::moment),
            "due": json::optional(urgency.due, json::moment),
            "who": (!urgency.who.is_empty()).then_some(&urgency.who),
        })
    };
    let nobody = Urgency::default();
    let journal = match room.snapshot.health {
        Health::Writing => None,
        Health::ReadOnly(why) => {
            let text = unrecorded(why, incident.id.as_str(), lang);
            Some(value("journal", text, format!("verify {}", incident.id), &nobody))
        }
    };
    let away = (room.commander_gone() && !incident.is_closed()).then(|| {
        let text = lang.say_with("attention-commander-away", &vars![person = incident.commander.as_str()]);
        value("commander_away", text, "command take".to_owned(), &nobody)
    });
    let matters = incident.attention(&forecast, now);
    let matters = matters.iter().map(|matter| {
        let text = lang.matter(incident, matter, &forecast, now);
        value(matter.kind(), text, action(matter), &incident.urgency(matter, &forecast, now))
    });
    journal.into_iter().chain(away).chain(matters).take(MOST).collect()
}

/// The command that sees to it.
fn action(matter: &Matter) -> String {
    match matter {
        Matter::Call(seq) => format!("call take {seq}"),
        Matter::UpdateLate(id) | Matter::UpdateDue(id) => format!("update --audience {id}"),
        Matter::RtoAtRisk(id) => format!("service set {id}"),
        Matter::PhaseLate(id) => format!("phase finish {id}"),
        Matter::Blocked(id) => format!("task unblock {id}"),
        Matter::DayEndLate(_) => "day end".to_owned(),
        Matter::Offer(Duty::Command) => "command accept".to_owned(),
        Matter::Offer(Duty::Role(id)) => format!("role accept {id}"),
        Matter::Proposal(seq) => format!("update approve {seq}"),
        Matter::TargetFailed(target) => format!("notify test {target}"),
    }
}

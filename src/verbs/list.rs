//! `list`: the incidents of this machine.

use serde_json::{Value, json};

use super::{Caller, Outcome, json, table};
use crate::incident::Status;
use crate::room::{Rooms, Summary};

pub async fn run(json: bool, caller: &Caller, rooms: &Rooms) -> Outcome {
    let list = rooms.list().await;
    if json {
        return Outcome::json(&list.iter().map(value).collect());
    }
    if list.is_empty() {
        return Outcome::done(caller.lang.say("verb-no-incidents"));
    }
    Outcome::done(table::incidents(&list, caller.lang))
}

pub fn value(incident: &Summary) -> Value {
    json!({
        "id": incident.id,
        "title": incident.title,
        "severity": incident.severity,
        "kind": incident.kind,
        "status": status(&incident.status),
        "opened_at": json::moment(incident.opened_at),
        "at": json::moment(incident.at),
        "zone": incident.zone.name(),
        "seq": incident.seq,
        "damaged_record": incident.damage.map(|damage| damage.record),
    })
}

pub const fn status(status: &Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Held { .. } => "held",
        Status::Closed { .. } => "closed",
    }
}

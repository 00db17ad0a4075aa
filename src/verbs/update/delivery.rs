//! A delivery and a text, as a line of a list and as data.

use serde_json::{Value, json};

use crate::incident::{AudienceId, Delivery, DeliveryState, Incident, Moment, Range};
use crate::verbs::room_command::RoomCommand;
use crate::verbs::{json, phase};

pub fn delivery_text(room: &RoomCommand<'_>, delivery: &Delivery) -> String {
    let lang = room.lang;
    match &delivery.state {
        DeliveryState::Pending => lang.say("update-delivery-pending"),
        DeliveryState::Delayed { reason } => {
            lang.say_with("update-delivery-delayed", &[("reason", reason.as_str().into())])
        }
        DeliveryState::Delivered { at, repeat } => {
            let repeat = if *repeat { "yes" } else { "no" };
            let named = [("at", when(room, *at).into()), ("repeat", repeat.into())];
            lang.say_with("update-delivery-delivered", &named)
        }
        DeliveryState::Failed { at, reason } => {
            let named = [("at", when(room, *at).into()), ("reason", reason.as_str().into())];
            lang.say_with("update-delivery-failed", &named)
        }
    }
}

pub fn delivery_value(delivery: &Delivery) -> Value {
    let (at, reason, repeat) = match &delivery.state {
        DeliveryState::Pending => (None, None, None),
        DeliveryState::Delayed { reason } => (None, Some(reason), None),
        DeliveryState::Delivered { at, repeat } => (Some(*at), None, Some(*repeat)),
        DeliveryState::Failed { at, reason } => (Some(*at), Some(reason), None),
    };
    json!({
        "target": delivery.target,
        "state": delivery.state.name(),
        "at": json::optional(at, json::moment),
        "reason": reason,
        "repeat": repeat,
    })
}

/// A first line without its mark, as much of it as a row holds.
pub fn heading(line: &str) -> String {
    const MAX: usize = 60;
    let line = line.trim_start_matches(['#', '-', ' ']).replace("**", "");
    match line.char_indices().nth(MAX) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

pub fn name(incident: &Incident, id: &AudienceId) -> String {
    incident.audience(id).map_or_else(|| id.to_string(), |audience| audience.name.to_string())
}

pub fn when(room: &RoomCommand<'_>, at: Moment) -> String {
    phase::when(room.incident(), Range { min: at, max: at }, room.now(), room.lang)
}

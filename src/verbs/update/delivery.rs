//! How a message gets to its target, as a line of a list and as data.

use serde_json::{Value, json};

use crate::incident::{
    AudienceId, Delivery, DeliveryState, Entry, Event, Incident, Line, Moment, Range, TargetName, UpdateEvent,
};
use crate::lang::vars;
use crate::verbs::json;
use crate::verbs::room_command::RoomCommand;

/// A delivery as the state has it, or as the log says that it ended.
pub struct Way<'a> {
    target: &'a TargetName,
    state: &'static str,
    at: Option<Moment>,
    /// The reading of the machine's clock then.
    wall: Option<Moment>,
    reason: Option<&'a Line>,
    repeat: Option<bool>,
}

impl<'a> Way<'a> {
    pub fn of(delivery: &'a Delivery, incident: &Incident) -> Self {
        let (at, reason, repeat) = match &delivery.state {
            DeliveryState::Pending => (None, None, None),
            DeliveryState::Delayed { reason } => (None, Some(reason), None),
            DeliveryState::Delivered { at, repeat } => (Some(*at), None, Some(*repeat)),
            DeliveryState::Failed { at, reason } => (Some(*at), Some(reason), None),
        };
        let wall = at.map(|at| incident.wall(at));
        Self { target: &delivery.target, state: delivery.state.name(), at, wall, reason, repeat }
    }

    /// `None` if the entry does not end a delivery.
    pub fn ended(entry: &'a Entry) -> Option<Self> {
        let (target, state, reason, repeat) = match &entry.event {
            Event::Update(UpdateEvent::Failed { target, reason, .. }) => (target, "failed", Some(reason), None),
            Event::Update(UpdateEvent::Delivered { target, repeat, .. }) => (target, "delivered", None, Some(*repeat)),
            _ => return None,
        };
        let at = Some(entry.wall);
        Some(Self { target, state, at, wall: at, reason, repeat })
    }

    pub fn text(&self, room: &RoomCommand<'_>) -> String {
        let at = self.wall.map_or_else(String::new, |wall| when_wall(room, wall));
        let repeat = if self.repeat == Some(true) { "yes" } else { "no" };
        let reason = self.reason.map_or("", Line::as_str);
        room.lang.say_with(&format!("update-delivery-{}", self.state), &vars![at, reason, repeat])
    }

    pub fn value(&self) -> Value {
        json!({
            "target": self.target,
            "state": self.state,
            "at": json::optional(self.at, json::moment),
            "reason": self.reason,
            "repeat": self.repeat,
        })
    }
}

/// A first line without its mark, cut to a row.
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
    when_wall(room, room.incident().wall(at))
}

/// A local time, with its day if that is not today.
pub fn when_wall(room: &RoomCommand<'_>, wall: Moment) -> String {
    let incident = room.incident();
    room.lang.time_range(Range { min: wall, max: wall }, incident.wall(room.now()), incident.zone)
}

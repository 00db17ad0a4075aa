//! Automatic messages, sent without an update.

use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::super::room_command::RoomCommand;
use super::super::{Outcome, json};
use super::delivery::{delivery_text, delivery_value, heading, name};
use crate::incident::{Delivery, Entry, Event, Incident, Moment, Pushed, Seq, TargetName, UpdateEvent};

/// One of them, and what is known of its way: the state forgets it once it has arrived, the log does not.
pub struct AutomaticMessage<'a> {
    entry: &'a Entry,
    pushed: &'a Pushed,
    way: Way<'a>,
}

enum Way<'a> {
    Under(&'a Delivery),
    /// How it ended.
    Over(&'a Entry),
    Unknown,
}

/// The push of a record.
pub fn of(incident: &Incident, seq: Seq) -> Option<AutomaticMessage<'_>> {
    let entry = incident.log.get(seq)?;
    let Event::Update(UpdateEvent::Pushed(pushed)) = &entry.event else { return None };
    if pushed.text.is_empty() {
        return None;
    }
    let ended = || incident.log.iter().rev().take_while(|it| it.seq > seq).find(|it| ends(&it.event, seq));
    let under_way = incident.pushes.iter().find(|push| push.seq == seq);
    let way = under_way.map(|push| Way::Under(&push.delivery)).or_else(|| ended().map(Way::Over));
    let way = way.unwrap_or(Way::Unknown);
    Some(AutomaticMessage { entry, pushed, way })
}

fn ends(event: &Event, seq: Seq) -> bool {
    match event {
        Event::Update(UpdateEvent::Delivered { message, .. } | UpdateEvent::Failed { message, .. }) => {
            *message == seq
        }
        _ => false,
    }
}

/// The newest of each target.
pub fn newest(incident: &Incident) -> Vec<AutomaticMessage<'_>> {
    let mut newest: BTreeMap<&TargetName, Seq> = BTreeMap::new();
    if incident.pushed.is_empty() {
        return Vec::new();
    }
    for entry in incident.log.iter() {
        if let Event::Update(UpdateEvent::Pushed(pushed)) = &entry.event
            && !pushed.text.is_empty()
        {
            newest.insert(&pushed.target, entry.seq);
        }
    }
    newest.into_values().filter_map(|seq| of(incident, seq)).collect()
}

impl AutomaticMessage<'_> {
    pub fn row(&self, room: &RoomCommand<'_>) -> Vec<String> {
        vec![
            self.entry.seq.to_string(),
            when(room, self.entry.wall),
            self.pushed.target.to_string(),
            self.pushed.audience.to_string(),
            self.state_text(room),
            heading(self.pushed.text.first_line()),
        ]
    }

    pub fn full(&self, room: &RoomCommand<'_>) -> Outcome {
        let incident = room.incident();
        let named = [
            ("seq", self.entry.seq.0.into()),
            ("target", self.pushed.target.as_str().into()),
            ("audience", name(incident, &self.pushed.audience).into()),
            ("at", room.lang.date_time(self.entry.wall, incident.zone).into()),
        ];
        let head = room.lang.say_with("update-push-head", &named);
        let way = format!("{}  {}", self.pushed.target, self.state_text(room));
        Outcome::done(format!("{head}\n\n{}\n\n{way}", self.pushed.text))
    }

    pub fn value(&self) -> Value {
        let delivery = match &self.way {
            Way::Under(delivery) => delivery_value(delivery),
            Way::Over(end) => {
                let (state, reason, repeat) = match &end.event {
                    Event::Update(UpdateEvent::Failed { reason, .. }) => ("failed", Some(reason), None),
                    Event::Update(UpdateEvent::Delivered { repeat, .. }) => {
                        ("delivered", None, Some(*repeat))
                    }
                    _ => ("unknown", None, None),
                };
                json!({
                    "target": self.pushed.target,
                    "state": state,
                    "at": json::moment(end.wall),
                    "reason": reason,
                    "repeat": repeat,
                })
            }
            Way::Unknown => Value::Null,
        };
        json!({
            "seq": self.entry.seq,
            "at": json::moment(self.entry.wall),
            "by": self.entry.by.person,
            "target": self.pushed.target,
            "audience": self.pushed.audience,
            "text": self.pushed.text,
            "delivery": delivery,
        })
    }

    fn state_text(&self, room: &RoomCommand<'_>) -> String {
        let end = match &self.way {
            Way::Under(delivery) => return delivery_text(room, delivery),
            Way::Over(end) => end,
            Way::Unknown => return String::new(),
        };
        let at = when(room, end.wall);
        match &end.event {
            Event::Update(UpdateEvent::Failed { reason, .. }) => room
                .lang
                .say_with("update-delivery-failed", &[("at", at.into()), ("reason", reason.as_str().into())]),
            event => {
                let is_repeat = matches!(event, Event::Update(UpdateEvent::Delivered { repeat: true, .. }));
                let repeat = if is_repeat { "yes" } else { "no" };
                room.lang
                    .say_with("update-delivery-delivered", &[("at", at.into()), ("repeat", repeat.into())])
            }
        }
    }
}

/// A time of the wall clock, with its day where that is not today.
fn when(room: &RoomCommand<'_>, wall: Moment) -> String {
    let incident = room.incident();
    let day = |moment: Moment| moment.with_timezone(&incident.zone).date_naive();
    if day(wall) == day(incident.wall(room.now())) {
        room.lang.time(wall, incident.zone)
    } else {
        room.lang.date_time(wall, incident.zone)
    }
}

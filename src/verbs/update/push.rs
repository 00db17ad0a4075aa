//! Automatic messages, sent without an update.

use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::super::room_command::RoomCommand;
use super::super::{Outcome, json};
use super::delivery::{Way, heading, name, when_wall};
use crate::incident::{Entry, Event, Incident, Pushed, Seq, TargetName, UpdateEvent};
use crate::lang::vars;

/// An automatic message and its delivery: the state forgets it once it has arrived, the log does not.
pub struct AutomaticMessage<'a> {
    entry: &'a Entry,
    pushed: &'a Pushed,
    way: Option<Way<'a>>,
}

pub fn of(incident: &Incident, seq: Seq) -> Option<AutomaticMessage<'_>> {
    let entry = incident.log.get(seq)?;
    let pushed = with_text(entry)?;
    let under_way = incident.pushes.iter().find(|push| push.seq == seq);
    let later = || incident.log.iter().rev().take_while(|it| it.seq > seq);
    let way = match under_way {
        Some(push) => Some(Way::of(&push.delivery, incident)),
        None => later().find(|it| ends(&it.event, seq)).and_then(Way::ended),
    };
    Some(AutomaticMessage { entry, pushed, way })
}

fn with_text(entry: &Entry) -> Option<&Pushed> {
    match &entry.event {
        Event::Update(UpdateEvent::Pushed(pushed)) if !pushed.text.is_empty() => Some(pushed),
        _ => None,
    }
}

fn ends(event: &Event, seq: Seq) -> bool {
    match event {
        Event::Update(UpdateEvent::Delivered { message, .. } | UpdateEvent::Failed { message, .. }) => *message == seq,
        _ => false,
    }
}

/// The newest of each target.
pub fn newest(incident: &Incident) -> Vec<AutomaticMessage<'_>> {
    if incident.pushed.is_empty() {
        return Vec::new();
    }
    let pushed = incident.log.iter().filter_map(|entry| Some((&with_text(entry)?.target, entry.seq)));
    let newest: BTreeMap<&TargetName, Seq> = pushed.collect();
    newest.into_values().filter_map(|seq| of(incident, seq)).collect()
}

impl AutomaticMessage<'_> {
    pub fn row(&self, room: &RoomCommand<'_>) -> Vec<String> {
        vec![
            self.entry.seq.to_string(),
            when_wall(room, self.entry.wall),
            self.pushed.target.to_string(),
            self.pushed.audience.to_string(),
            self.way_text(room),
            heading(self.pushed.text.first_line()),
        ]
    }

    pub fn full(&self, room: &RoomCommand<'_>) -> Outcome {
        let incident = room.incident();
        let named = vars![
            seq = self.entry.seq.0,
            target = self.pushed.target.as_str(),
            audience = name(incident, &self.pushed.audience),
            at = room.lang.date_time(self.entry.wall, incident.zone)
        ];
        let head = room.lang.say_with("update-push-head", &named);
        let way = format!("{}  {}", self.pushed.target, self.way_text(room));
        Outcome::done(format!("{head}\n\n{}\n\n{way}", self.pushed.text))
    }

    pub fn value(&self) -> Value {
        json!({
            "seq": self.entry.seq,
            "at": json::moment(self.entry.wall),
            "by": self.entry.by.person,
            "target": self.pushed.target,
            "audience": self.pushed.audience,
            "text": self.pushed.text,
            "delivery": self.way.as_ref().map(Way::value),
        })
    }

    fn way_text(&self, room: &RoomCommand<'_>) -> String {
        self.way.as_ref().map_or_else(String::new, |way| way.text(room))
    }
}

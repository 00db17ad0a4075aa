//! A verb carried out on one room, and its result.

use std::sync::Arc;

use super::context::Caller;
use super::outcome::Outcome;
use super::refusal::{ResolvedIncident, not_done, not_found};
use crate::incident::{Command, Incident, Moment, Seq};
use crate::lang::Lang;
use crate::room::{Room, Rooms, Snapshot};

/// A person at the command line, and the room that their verb acts on.
pub struct RoomCommand<'a> {
    pub lang: Lang,
    pub caller: &'a Caller,
    room: Room,
    pub snapshot: Arc<Snapshot>,
}

impl<'a> RoomCommand<'a> {
    /// Opens the room of the incident whose id begins with `id`, or of the only open one.
    pub async fn open(id: Option<&str>, caller: &'a Caller, rooms: &Rooms) -> Result<Self, Outcome> {
        let room = rooms.find(id).await.map_err(|error| not_found(&error, caller.lang))?;
        let snapshot = room.snapshot();
        Ok(Self { lang: caller.lang, caller, room, snapshot })
    }

    /// As [`RoomCommand::open`]; with no id and none open, the incident that was closed last, and a note which one it is.
    pub async fn open_or_last_closed(
        id: Option<&str>,
        caller: &'a Caller,
        rooms: &Rooms,
    ) -> Result<(Self, String), Outcome> {
        let found = ResolvedIncident::find(id, rooms, caller.lang).await;
        let (ResolvedIncident { id, note }, _) = found.map_err(|error| not_found(&error, caller.lang))?;
        Ok((Self::open(Some(id.as_str()), caller, rooms).await?, note))
    }

    pub fn incident(&self) -> &Incident {
        &self.snapshot.incident
    }

    pub fn now(&self) -> Moment {
        self.room.now()
    }

    /// The state after the command.
    pub fn newest(&self) -> Arc<Snapshot> {
        self.room.snapshot()
    }

    pub fn commander_gone(&self) -> bool {
        self.room.commander_gone()
    }

    /// Asks for a command, or prints what needs no asking.
    pub async fn carry_out(&self, command: Result<Command, Outcome>) -> Outcome {
        match command {
            Ok(command) => self.ask(command).await,
            Err(outcome) => outcome,
        }
    }

    /// Asks for a command, and prints its entries of the log.
    pub async fn ask(&self, command: Command) -> Outcome {
        self.last_of(command).await.map_or_else(|outcome| outcome, |last| Outcome::done(self.recorded(last)))
    }

    /// Asks for a command, and returns its last record.
    pub async fn last_of(&self, command: Command) -> Result<Seq, Outcome> {
        let asked = self.room.ask(self.caller.who.clone(), command).await;
        asked.map_err(|error| not_done(&error, Some(&self.incident().id), self.incident().zone, self.lang))
    }

    /// The entries of the act that ended with record `last`, one a line.
    pub fn recorded(&self, last: Seq) -> String {
        let snapshot = self.room.snapshot();
        let incident = &snapshot.incident;
        let act = incident.newest_act(&self.caller.who.by.person).filter(|act| act.last == last);
        let first = act.map_or(last, |act| act.first);
        let entries = (first.0..=last.0).filter_map(|seq| incident.log.get(Seq(seq)));
        let lines = entries.map(|entry| {
            let described = self.lang.entry(incident, entry);
            let label = if described.what.is_empty() { String::new() } else { format!("{} ", described.what) };
            format!("{}  {} {label}{}", entry.seq, entry.by.person, described.text)
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

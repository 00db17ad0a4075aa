//! A person who acts on one room, and what comes of it.

use chrono_tz::Tz;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Caller, Cli, Outcome, table};
use crate::incident::{Command, Incident, IncidentId, Moment, Refusal, Seq};
use crate::lang::Lang;
use crate::room::{AskError, FindError, ReadOnly, Room, Rooms, Snapshot, Summary};
use crate::session::{no_folder, unrecorded};

/// Somebody at the command line, and the room that they act on.
pub struct Asker<'a> {
    pub lang: Lang,
    pub caller: &'a Caller,
    pub room: Room,
    /// What there was to see when the verb began.
    pub snapshot: Arc<Snapshot>,
}

impl<'a> Asker<'a> {
    /// At the room that the command line names, or the only open one.
    pub async fn find(cli: &Cli, caller: &'a Caller, rooms: &Rooms) -> Result<Self, Outcome> {
        Self::at(cli.room(), caller, rooms).await
    }

    /// At the room of the incident whose id begins so.
    pub async fn at(id: Option<&str>, caller: &'a Caller, rooms: &Rooms) -> Result<Self, Outcome> {
        let room = rooms.find(id).await.map_err(|error| not_found(&error, caller.lang))?;
        let snapshot = room.snapshot();
        Ok(Self { lang: caller.lang, caller, room, snapshot })
    }

    pub fn incident(&self) -> &Incident {
        &self.snapshot.incident
    }

    pub fn now(&self) -> Moment {
        self.room.now()
    }

    /// Asks for a command, where there is one; else says what there is to say without asking.
    pub async fn carry_out(&self, command: Result<Command, Outcome>) -> Outcome {
        match command {
            Ok(command) => self.ask(command).await,
            Err(outcome) => outcome,
        }
    }

    /// Asks for a command, and says what the log says of it.
    pub async fn ask(&self, command: Command) -> Outcome {
        match self.room.ask(self.caller.who.clone(), command).await {
            Ok(last) => Outcome::done(self.recorded(last)),
            Err(error) => not_done(&error, Some(&self.incident().id), self.incident().zone, self.lang),
        }
    }

    /// The entries of the act that ended with record `last`, one a line.
    fn recorded(&self, last: Seq) -> String {
        let snapshot = self.room.snapshot();
        let incident = &snapshot.incident;
        let act = incident.last_act(&self.caller.who.by.person).filter(|act| act.last == last);
        let first = act.map_or(last, |act| act.first);
        let entries = (first.0..=last.0).filter_map(|seq| incident.log.get(Seq(seq)));
        let lines = entries.map(|entry| {
            let telling = self.lang.entry(incident, entry);
            let label = if telling.what.is_empty() { String::new() } else { format!("{} ", telling.what) };
            format!("{}  {} {label}{}", entry.seq, entry.by.person, telling.text)
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Why a command was not done, of the incident where there is one.
pub fn not_done(error: &AskError, of: Option<&IncidentId>, zone: Tz, lang: Lang) -> Outcome {
    let id = of.map_or("ID", IncidentId::as_str);
    match error {
        // Nobody comes to a closed incident but by its id.
        AskError::Refused(refusal @ Refusal::Closed) => {
            let command = format!("warroom reopen --incident {id}");
            let hint = lang.say_with("verb-try", &[("command", command.into())]);
            Outcome::refused(format!("{}\n{hint}", lang.refusal_in(refusal, zone)))
        }
        AskError::Refused(refusal) => refused(refusal, zone, lang),
        // A rule, and no failure: nothing is wrong with the disk.
        AskError::ReadOnly(why @ ReadOnly::Copy) => Outcome::refused(unrecorded(*why, id, lang)),
        AskError::ReadOnly(why) => Outcome::unavailable(unrecorded(*why, id, lang)),
        AskError::NoFolder { folder, why } => Outcome::unavailable(no_folder(folder, why, lang)),
        AskError::Gone => Outcome::unavailable(lang.say("unrecorded-gone")),
    }
}

/// Why the rules do not allow it, and the command that helps.
pub fn refused(refusal: &Refusal, zone: Tz, lang: Lang) -> Outcome {
    let told = lang.refusal_in(refusal, zone);
    Outcome::refused(match remedy(refusal) {
        Some(command) => {
            format!("{told}\n{}", lang.say_with("verb-try", &[("command", command.into())]))
        }
        None => told,
    })
}

/// The command that does what a refusal advises, where one is plain.
fn remedy(refusal: &Refusal) -> Option<String> {
    let plain = match refusal {
        Refusal::Closed => "reopen",
        Refusal::Held => "resume",
        Refusal::Night { .. } => "day start",
        Refusal::NoSuchStep { .. } | Refusal::StepIs { .. } | Refusal::CannotMove { .. } => "phase list",
        Refusal::NoSuchTask { .. } => "task list",
        Refusal::NoSuchService { .. } => "service list",
        Refusal::NoSuchEntry { .. } | Refusal::NotCorrectable { .. } | Refusal::ChangedSince { .. } => "log",
        Refusal::NothingNext => "close",
        Refusal::NoSuchCall { .. } => "call list",
        Refusal::NoSuchFinding { .. } | Refusal::FindingDropped { .. } => "finding list",
        Refusal::NoSuchAction { .. } | Refusal::ActionIs { state: "open", .. } => "action list",
        Refusal::ActionIs { action, .. } => return Some(format!("warroom action reopen {action}")),
        Refusal::NoSuchOffer { role: None } | Refusal::CommanderThere { .. } => "command show",
        Refusal::NoSuchOffer { role: Some(_) } | Refusal::NotTakenOver { .. } => "role list",
        Refusal::NoSuchAudience { .. } | Refusal::NoSuchProposal { .. } | Refusal::NothingToRetry => {
            "update list"
        }
        Refusal::TaskIs { task, state, .. } => {
            let verb = match *state {
                "todo" => "start",
                "doing" => "done",
                "blocked" => "unblock",
                _ => "reopen",
            };
            return Some(format!("warroom task {verb} {task}"));
        }
        _ => return None,
    };
    Some(format!("warroom {plain}"))
}

/// The incident that a verb of the time after a crisis means.
pub struct Meant {
    pub id: IncidentId,
    /// Which one it is, where nobody named it and none is open.
    pub note: String,
}

impl Meant {
    /// The only open incident; where none is open, the one that was closed last.
    pub fn among(found: Result<IncidentId, FindError>, lang: Lang) -> Result<Self, FindError> {
        match found {
            Ok(id) => Ok(Self { id, note: String::new() }),
            Err(FindError::NoneOpen { mut closed }) if !closed.is_empty() => {
                let Summary { id, title, .. } = closed.swap_remove(0);
                let named = [("id", id.to_string().into()), ("title", title.as_str().to_owned().into())];
                Ok(Self { note: lang.say_with("verb-last-closed", &named), id })
            }
            Err(error) => Err(error),
        }
    }

    /// The incident that is named, or as [`Meant::among`].
    pub async fn find(id: Option<&str>, rooms: &Rooms, lang: Lang) -> Result<(Self, PathBuf), FindError> {
        match rooms.journal(id).await {
            Ok((id, journal)) => Ok((Self { id, note: String::new() }, journal)),
            Err(error) => {
                let meant = Self::among(Err(error), lang)?;
                let (_, journal) = rooms.journal(Some(meant.id.as_str())).await?;
                Ok((meant, journal))
            }
        }
    }
}

/// Why no room was found, and which there are.
pub fn not_found(error: &FindError, lang: Lang) -> Outcome {
    let among = |key: &str, list: &[Summary]| {
        Outcome::refused(format!("{}\n{}", lang.say(key), table::incidents(list, lang)))
    };
    match error {
        FindError::NoneOpen { closed } if closed.is_empty() => {
            Outcome::refused(lang.say("verb-no-incidents"))
        }
        FindError::NoneOpen { closed } => {
            // Those that somebody may still mean.
            const SHOWN: usize = 5;
            let refused = among("verb-none-open", &closed[..closed.len().min(SHOWN)]);
            let command = format!("warroom status --incident {}", closed[0].id);
            let hint = lang.say_with("verb-none-open-try", &[("command", command.into())]);
            Outcome::refused(format!("{}{hint}", refused.stderr))
        }
        FindError::Several(list) => among("verb-several-open", list),
        FindError::Ambiguous(list) => among("verb-ambiguous", list),
        FindError::NotFound { id } => {
            Outcome::refused(lang.say_with("verb-no-such-incident", &[("id", id.as_str().into())]))
        }
        FindError::Unreadable { id, why } => Outcome::unavailable(
            lang.say_with("verb-unreadable", &[("id", id.as_str().into()), ("why", why.to_string().into())]),
        ),
        FindError::Unlisted(why) => {
            Outcome::unavailable(lang.say_with("verb-unlisted", &[("why", why.to_string().into())]))
        }
    }
}

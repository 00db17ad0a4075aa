//! Refusals and errors: why nothing was done, and what to do instead.

use std::io::{Error, ErrorKind};

use chrono_tz::Tz;
use fluent_bundle::FluentValue;

use super::{Lang, vars};
use crate::incident::{Line, PersonName, Refusal, Whom};

impl Lang {
    /// Why a command was refused, and what to do instead, in one or two sentences.
    pub fn refusal(self, refusal: &Refusal) -> String {
        self.refused(refusal, None)
    }

    /// As [`Lang::refusal`], with the time of the act that prevents it.
    pub fn refusal_in(self, refusal: &Refusal, zone: Tz) -> String {
        self.refused(refusal, Some(zone))
    }

    /// Each refusal has a message of its name.
    fn refused(self, refusal: &Refusal, zone: Option<Tz>) -> String {
        let name: &str = match refusal {
            Refusal::NotYours { whom } => return self.ask_whom(whom),
            Refusal::NoSuchOffer { role: None } => "no-offer",
            Refusal::NoSuchOffer { role: Some(_) } => "no-offer-of-role",
            Refusal::NotTakenOver { takers, .. } if takers.is_empty() => "taken-over-by-nobody",
            Refusal::NoSuchAudience { known, .. } if known.is_empty() => "no-audience",
            other => other.into(),
        };
        let text = self.say_with(&format!("refusal-{name}"), &self.variables(refusal, zone));
        if matches!(refusal, Refusal::Empty { .. }) { capital(&text) } else { text }
    }

    /// The variables of a refusal's message.
    fn variables(self, refusal: &Refusal, zone: Option<Tz>) -> Vec<(&'static str, FluentValue<'_>)> {
        match refusal {
            Refusal::Night { step }
            | Refusal::NoSuchStep { step }
            | Refusal::NotAPhase { step }
            | Refusal::NoRange { step }
            | Refusal::OnlyEarlier { step }
            | Refusal::CannotMove { step } => vec![("step", step.into())],
            Refusal::StepIs { step, state } => vec![("step", step.into()), ("state", (*state).into())],
            Refusal::NoSuchTask { task } => vec![("task", task.into())],
            Refusal::TaskIs { task: _, title, state, by } => {
                let by = by.as_ref().map_or_else(String::new, |(at, person)| {
                    self.done_by(person, zone.map(|zone| self.time(*at, zone)))
                });
                vec![("title", title.into()), ("state", (*state).into()), ("by", by.into())]
            }
            Refusal::NoSuchService { service } => vec![("service", service.into())],
            Refusal::NoSuchRole { role, known } => {
                vec![("role", role.into()), ("known", listed(known, Line::as_str))]
            }
            Refusal::NoSuchEntry { entry }
            | Refusal::NotCorrectable { entry }
            | Refusal::NotUndoable { entry }
            | Refusal::Sent { entry } => vec![("entry", entry.into())],
            Refusal::ChangedSince { entry, by } => vec![("entry", entry.into()), ("by", by.into())],
            Refusal::Empty { what } => vec![("what", self.field(*what).into())],
            Refusal::TooLong { what, max } | Refusal::TooMany { what, max } => {
                vec![("what", self.field(*what).into()), ("max", (*max).into())]
            }
            Refusal::ReadsOnly { commander } | Refusal::CommanderThere { commander } => {
                vec![("commander", commander.into())]
            }
            Refusal::NoSuchCall { call } => vec![("call", call.into())],
            Refusal::NoSuchOffer { role } => role.iter().map(|role| ("role", role.into())).collect(),
            Refusal::NotTakenOver { role, person, takers } => {
                let takers = listed(takers, PersonName::as_str);
                vec![("role", role.into()), ("person", person.into()), ("takers", takers)]
            }
            Refusal::NoSuchAudience { audience, known } => {
                vec![("audience", audience.into()), ("known", listed(known, Line::as_str))]
            }
            Refusal::NoSuchProposal { proposal } => vec![("proposal", proposal.into())],
            Refusal::NoSuchLanguage { language } => vec![("language", language.into())],
            Refusal::NotOnItsWay { message } => vec![("message", message.into())],
            _ => self.variables_of_review(refusal, zone),
        }
    }

    fn variables_of_review(self, refusal: &Refusal, zone: Option<Tz>) -> Vec<(&'static str, FluentValue<'_>)> {
        let by =
            |by: &(_, PersonName)| FluentValue::from(self.done_by(&by.1, zone.map(|zone| self.date_time(by.0, zone))));
        match refusal {
            Refusal::NoSuchFinding { finding } => vec![("finding", finding.into())],
            Refusal::FindingDropped { finding, by: who } => {
                vec![("finding", finding.into()), ("by", by(who))]
            }
            Refusal::NoSuchAction { action } => vec![("action", action.into())],
            Refusal::ActionIs { action, state, by: who } => {
                let by = who.as_ref().map_or_else(|| "".into(), by);
                vec![("action", action.into()), ("state", (*state).into()), ("by", by)]
            }
            Refusal::BadDue { due } => vec![("due", self.calendar_day(*due).into())],
            Refusal::InTheFuture { at } => {
                let zone = zone.unwrap_or(Tz::UTC);
                let day = self.calendar_day(at.with_timezone(&zone).date_naive());
                let words = vars![date = day, time = self.time(*at, zone)];
                vec![("time", self.say_with("date-time", &words).into())]
            }
            _ => Vec::new(),
        }
    }

    fn done_by(self, person: &PersonName, time: Option<String>) -> String {
        match time {
            None => self.say_with("refusal-by", &vars![person]),
            Some(time) => self.say_with("refusal-by-at", &vars![person, time]),
        }
    }

    fn ask_whom(self, whom: &Whom) -> String {
        match whom {
            Whom::Commander(person) => self.say_with("refusal-ask-commander", &vars![commander = person]),
            Whom::Person(person) => self.say_with("refusal-ask-person", &vars![person]),
            Whom::Role { role, holders, commander } => {
                let key = if holders.is_empty() { "refusal-ask-role" } else { "refusal-ask-holders" };
                let holders = listed(holders, PersonName::as_str);
                self.say_with(key, &vars![role, commander, holders])
            }
        }
    }

    /// The meaning of a system error; rare ones in the system's English.
    pub fn why(self, error: &Error) -> String {
        let key = match error.kind() {
            ErrorKind::PermissionDenied => "host-io-forbidden",
            ErrorKind::NotFound => "host-io-missing",
            ErrorKind::AlreadyExists => "host-io-exists",
            ErrorKind::AddrInUse => "host-io-address-in-use",
            ErrorKind::AddrNotAvailable => "host-io-address-not-here",
            ErrorKind::StorageFull => "host-io-full",
            ErrorKind::ReadOnlyFilesystem => "host-io-read-only",
            ErrorKind::NotADirectory => "host-folder-not-folder",
            _ => return error.to_string(),
        };
        self.say(key)
    }
}

fn listed<'a, T>(all: &[T], name: impl Fn(&T) -> &str) -> FluentValue<'a> {
    all.iter().map(name).collect::<Vec<_>>().join(", ").into()
}

/// Capitalises the first letter, for a sentence that begins with a variable.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests;

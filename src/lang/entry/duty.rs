//! Entries about duties that change hands.

use crate::incident::{Duty, DutyEvent, Entry, Event, Incident, PersonName, Seq};
use crate::lang::Lang;

impl Lang {
    pub(super) fn duty_sentence(self, incident: &Incident, entry: &Entry, event: &DutyEvent) -> String {
        match event {
            DutyEvent::Offered { duty, to, .. } => self.of_duty("log-offered", incident, duty, to),
            DutyEvent::OfferDropped { duty } => self.offer_dropped(incident, entry, duty),
            DutyEvent::HandedOver { duty, from, .. } => self.of_duty("log-handed-over", incident, duty, from),
            DutyEvent::RoleRevoked { role, from } => {
                let role = incident.role(role).map_or(role.as_str(), |role| role.name.as_str());
                self.say_with("log-role-revoked", &[("role", role.into()), ("person", from.as_str().into())])
            }
            DutyEvent::CommandTaken { from, reason } => {
                let told = self.say_with("log-command-taken", &[("from", from.as_str().into())]);
                self.because(told, reason)
            }
        }
    }

    /// A duty that goes to or comes from a person.
    fn of_duty(self, key: &str, incident: &Incident, duty: &Duty, person: &PersonName) -> String {
        let (kind, role) = named_duty(incident, duty);
        self.say_with(
            key,
            &[("duty", kind.into()), ("role", role.into()), ("person", person.as_str().into())],
        )
    }

    /// Withdrawn by who had made the offer, or declined by who could have accepted it.
    fn offer_dropped(self, incident: &Incident, entry: &Entry, duty: &Duty) -> String {
        let before = (1..entry.seq.0).rev().filter_map(|seq| incident.log.get(Seq(seq)));
        let offered = before.map(|entry| &entry.event).find_map(|event| match event {
            Event::Duty(DutyEvent::Offered { duty: offered, to, .. }) if offered == duty => Some(to),
            _ => None,
        });
        let key =
            if offered == Some(&entry.by.person) { "log-offer-declined" } else { "log-offer-withdrawn" };
        let (kind, role) = named_duty(incident, duty);
        self.say_with(key, &[("duty", kind.into()), ("role", role.into())])
    }
}

/// The label that stands out before the sentence; empty for most.
pub(super) const fn label(event: &DutyEvent) -> &'static str {
    match event {
        DutyEvent::HandedOver { duty: Duty::Command, .. } | DutyEvent::CommandTaken { .. } => "command",
        _ => "",
    }
}

/// What messages select a duty by, and the name of its role.
fn named_duty<'a>(incident: &'a Incident, duty: &'a Duty) -> (&'static str, &'a str) {
    match duty {
        Duty::Command => ("command", ""),
        Duty::Role(role) => ("role", incident.role(role).map_or(role.as_str(), |role| role.name.as_str())),
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(event: &DutyEvent, each: &mut impl FnMut(&str)) {
    match event {
        DutyEvent::Offered { to, briefing, .. } => {
            each(to.as_str());
            each(briefing.as_str());
        }
        DutyEvent::HandedOver { from, .. } | DutyEvent::RoleRevoked { from, .. } => {
            each(from.as_str());
        }
        DutyEvent::CommandTaken { from, reason } => {
            each(from.as_str());
            each(reason.as_str());
        }
        DutyEvent::OfferDropped { .. } => {}
    }
}

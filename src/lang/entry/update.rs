//! Entries about updates and their delivery.

use fluent_bundle::FluentValue;

use super::Sentence;
use crate::incident::{
    AudienceId, Cadence, Incident, Posted, Prose, Pushed, Seq, Severity, Span, TargetName, UpdateEvent,
};
use crate::lang::{Lang, vars};

impl Lang {
    /// How often an audience gets an update: `every 30m`, `30m at SEV1, 1h at SEV2`, `no cadence`.
    pub fn cadence(self, cadence: Cadence) -> String {
        let every = |seconds: u32| self.duration(Span::seconds(seconds.into())).into();
        let given: Vec<_> = Severity::ALL
            .into_iter()
            .filter_map(|severity| cadence.seconds(severity).map(|seconds| (severity, seconds)))
            .collect();
        match given[..] {
            [] => self.say("cadence-never"),
            [(_, seconds), ref others @ ..]
                if others.len() == 3 && others.iter().all(|(_, other)| *other == seconds) =>
            {
                self.say_with("cadence-always", &[("every", every(seconds))])
            }
            ref some => {
                let part = |&(severity, seconds): &(Severity, u32)| {
                    let severity = self.severity(severity).into();
                    self.say_with("cadence-at", &[("every", every(seconds)), ("severity", severity)])
                };
                some.iter().map(part).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

impl Sentence<'_> {
    pub(super) fn update(&self, event: &UpdateEvent) -> String {
        match event {
            UpdateEvent::AudienceSet { audience } => {
                let every = self.lang.cadence(audience.every);
                self.say("log-audience-set", &vars![audience = &audience.name, every])
            }
            UpdateEvent::Proposed { audience, text, .. } => self.of_update("log-update-proposed", audience, text, &[]),
            UpdateEvent::Dropped { proposal } => self.say("log-update-dropped", &vars![entry = proposal]),
            UpdateEvent::Posted(posted) => {
                let Posted { audience, text, proposal, .. } = posted.as_ref();
                let proposer = proposal.and_then(|seq| self.incident.log.get(seq)).map(|it| &it.by.person);
                match proposer.filter(|proposer| **proposer != self.entry.by.person) {
                    Some(person) => self.of_update("log-update-approved", audience, text, &vars![person]),
                    None => self.of_update("log-update-posted", audience, text, &[]),
                }
            }
            UpdateEvent::Addressed { update, targets } => {
                let targets: Vec<_> = targets.iter().map(TargetName::as_str).collect();
                let key = if targets.is_empty() { "log-update-unaddressed" } else { "log-update-addressed" };
                self.say(key, &vars![message = update, targets = targets.join(", ")])
            }
            UpdateEvent::Pushed(pushed) => {
                let Pushed { target, through, text, .. } = pushed.as_ref();
                if text.is_empty() {
                    self.say("log-push-begins", &vars![target, entry = through])
                } else {
                    self.say("log-pushed", &vars![target, text])
                }
            }
            UpdateEvent::SendBegun { message, target } => self.of_message("log-send-begun", *message, target, &[]),
            UpdateEvent::PartSent { message, target, part, .. } => {
                self.of_message("log-part-sent", *message, target, &vars![part = u64::from(*part)])
            }
            UpdateEvent::Delivered { message, target, repeat } => {
                let key = if *repeat { "log-delivered-repeat" } else { "log-delivered" };
                self.of_message(key, *message, target, &[])
            }
            UpdateEvent::Delayed { message, target, reason, .. } => {
                self.of_message("log-delivery-delayed", *message, target, &vars![reason])
            }
            UpdateEvent::Failed { message, target, reason } => {
                self.of_message("log-delivery-failed", *message, target, &vars![reason])
            }
            UpdateEvent::Retried { message, target } => self.of_message("log-delivery-retried", *message, target, &[]),
        }
    }

    fn of_update(&self, key: &str, to: &AudienceId, text: &Prose, more: &[(&str, FluentValue<'_>)]) -> String {
        let audience = name_of(self.incident, to);
        self.say(key, &[&vars![audience, text], more].concat())
    }

    fn of_message(&self, key: &str, seq: Seq, to: &TargetName, more: &[(&str, FluentValue<'_>)]) -> String {
        let kind = if self.incident.update(seq).is_some() { "update" } else { "push" };
        self.say(key, &[&vars![message = &seq, kind, target = to], more].concat())
    }
}

/// The name of an audience, or its id if an undo removed it.
pub(super) fn name_of<'a>(incident: &'a Incident, id: &'a AudienceId) -> &'a str {
    incident.audience(id).map_or(id.as_str(), |audience| audience.name.as_str())
}

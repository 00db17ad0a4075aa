//! Entries about updates: what an audience was told, and whether it arrived.

use fluent_bundle::FluentValue;

use crate::incident::{AudienceId, Cadence, Entry, Incident, Seq, Severity, Span, TargetName, UpdateEvent};
use crate::lang::Lang;

impl Lang {
    /// How often an audience is told: `every 30m`, `30m at SEV1, 1h at SEV2`, `no cadence`.
    pub fn cadence(self, cadence: Cadence) -> String {
        let told = |seconds: u32| self.duration(Span::seconds(seconds.into()));
        let given: Vec<_> = Severity::ALL
            .into_iter()
            .filter_map(|severity| cadence.seconds(severity).map(|seconds| (severity, seconds)))
            .collect();
        match given[..] {
            [] => self.say("cadence-never"),
            [(_, every), ref others @ ..]
                if others.len() == 3 && others.iter().all(|(_, other)| *other == every) =>
            {
                self.say_with("cadence-always", &[("every", told(every).into())])
            }
            ref some => {
                let parts: Vec<String> = some
                    .iter()
                    .map(|(severity, every)| {
                        self.say_with(
                            "cadence-at",
                            &[("every", told(*every).into()), ("severity", self.severity(*severity).into())],
                        )
                    })
                    .collect();
                parts.join(", ")
            }
        }
    }

    pub(super) fn update_sentence(self, incident: &Incident, entry: &Entry, event: &UpdateEvent) -> String {
        let target = |key: &str, message: Seq, target: &TargetName, more: &[(&str, FluentValue<'_>)]| {
            let kind = if incident.update(message).is_some() { "update" } else { "push" };
            let named: [(&str, FluentValue<'_>); 3] =
                [("message", message.0.into()), ("kind", kind.into()), ("target", target.as_str().into())];
            self.say_with(key, &[&named, more].concat())
        };
        match event {
            UpdateEvent::AudienceSet { audience } => self.say_with(
                "log-audience-set",
                &[
                    ("audience", audience.name.as_str().into()),
                    ("every", self.cadence(audience.every).into()),
                ],
            ),
            UpdateEvent::Proposed { audience, text, .. } => {
                self.of_update("log-update-proposed", incident, audience, text.as_str())
            }
            UpdateEvent::Dropped { proposal } => {
                self.say_with("log-update-dropped", &[("entry", proposal.0.into())])
            }
            UpdateEvent::Posted(posted) => {
                let text = posted.text.as_str();
                let proposer = posted.proposal.and_then(|seq| incident.log.get(seq)).map(|it| &it.by.person);
                match proposer.filter(|proposer| **proposer != entry.by.person) {
                    Some(proposer) => self.say_with(
                        "log-update-approved",
                        &[
                            ("audience", name_of(incident, &posted.audience).into()),
                            ("person", proposer.as_str().into()),
                            ("text", text.into()),
                        ],
                    ),
                    None => self.of_update("log-update-posted", incident, &posted.audience, text),
                }
            }
            UpdateEvent::Addressed { update, targets } => {
                let targets: Vec<_> = targets.iter().map(TargetName::as_str).collect();
                let key = if targets.is_empty() { "log-update-unaddressed" } else { "log-update-addressed" };
                self.say_with(key, &[("message", update.0.into()), ("targets", targets.join(", ").into())])
            }
            UpdateEvent::Pushed(pushed) if pushed.text.is_empty() => self.say_with(
                "log-push-begins",
                &[("target", pushed.target.as_str().into()), ("entry", pushed.through.0.into())],
            ),
            UpdateEvent::Pushed(pushed) => self.say_with(
                "log-pushed",
                &[("target", pushed.target.as_str().into()), ("text", pushed.text.as_str().into())],
            ),
            UpdateEvent::SendBegun { message, target: to } => target("log-send-begun", *message, to, &[]),
            UpdateEvent::PartSent { message, target: to, part, .. } => {
                target("log-part-sent", *message, to, &[("part", u64::from(*part).into())])
            }
            UpdateEvent::Delivered { message, target: to, repeat: false } => {
                target("log-delivered", *message, to, &[])
            }
            UpdateEvent::Delivered { message, target: to, repeat: true } => {
                target("log-delivered-repeat", *message, to, &[])
            }
            UpdateEvent::Delayed { message, target: to, reason, .. } => {
                target("log-delivery-delayed", *message, to, &[("reason", reason.as_str().into())])
            }
            UpdateEvent::Failed { message, target: to, reason } => {
                target("log-delivery-failed", *message, to, &[("reason", reason.as_str().into())])
            }
            UpdateEvent::Retried { message, target: to } => target("log-delivery-retried", *message, to, &[]),
        }
    }

    fn of_update(self, key: &str, incident: &Incident, audience: &AudienceId, text: &str) -> String {
        self.say_with(key, &[("audience", name_of(incident, audience).into()), ("text", text.into())])
    }
}

/// The name of an audience, or the id of one that an undo has taken away.
fn name_of<'a>(incident: &'a Incident, id: &'a AudienceId) -> &'a str {
    incident.audience(id).map_or(id.as_str(), |audience| audience.name.as_str())
}

/// The label that stands out before the sentence; empty for most.
pub(super) const fn label(event: &UpdateEvent) -> &'static str {
    match event {
        UpdateEvent::Posted(_) => "update",
        UpdateEvent::Proposed { .. } => "proposal",
        UpdateEvent::Failed { .. } => "failed",
        _ => "",
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(incident: &Incident, event: &UpdateEvent, each: &mut impl FnMut(&str)) {
    match event {
        UpdateEvent::AudienceSet { audience } => {
            each(audience.name.as_str());
        }
        UpdateEvent::Proposed { audience, text, .. } => {
            each(audience_name(incident, audience));
            each(text.as_str());
        }
        UpdateEvent::Posted(posted) => {
            each(audience_name(incident, &posted.audience));
            each(posted.text.as_str());
        }
        UpdateEvent::Addressed { targets, .. } => {
            for target in targets {
                each(target.as_str());
            }
        }
        UpdateEvent::Pushed(pushed) => {
            each(pushed.target.as_str());
            each(pushed.text.as_str());
        }
        UpdateEvent::SendBegun { target, .. }
        | UpdateEvent::PartSent { target, .. }
        | UpdateEvent::Delivered { target, .. }
        | UpdateEvent::Retried { target, .. } => {
            each(target.as_str());
        }
        UpdateEvent::Delayed { target, reason, .. } | UpdateEvent::Failed { target, reason, .. } => {
            each(target.as_str());
            each(reason.as_str());
        }
        UpdateEvent::Dropped { .. } => {}
    }
}

fn audience_name<'a>(incident: &'a Incident, id: &'a AudienceId) -> &'a str {
    incident.audience(id).map_or(id.as_str(), |audience| audience.name.as_str())
}

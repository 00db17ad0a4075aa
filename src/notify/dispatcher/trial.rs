//! Messages before they are real: previews, tests, and what a check prints.

use std::sync::Arc;

use super::settings::InEffect;
use super::transport::Transport;
use crate::incident::{AudienceId, Incident, Line, Preview, Prose, Severity, TargetName};
use crate::lang::vars;
use crate::notify::compose;
use crate::notify::kind::Kind;
use crate::notify::message::{Message, Part, Topic};
use crate::notify::settings::Place;
use crate::notify::split::split;
use crate::notify::target::Target;
use crate::notify::web::{Verdict, Web};

/// A message as it would be sent to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub name: TargetName,
    pub kind: Option<Kind>,
    pub host: Line,
    /// The error says why it cannot be used.
    pub parts: Result<Vec<Sheet>, Line>,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// In the target's own syntax.
    pub text: String,
    /// What is sent, without secrets.
    pub body: String,
}

pub fn previews(transport: &Arc<Transport>, incident: &Incident, audience: &AudienceId, text: &Prose) -> Vec<Preview> {
    let in_effect = transport.in_effect();
    let message = compose::draft(incident, audience, text.clone(), &transport.context());
    let places = in_effect.settings.targets.iter().filter(|place| place.audiences.contains(audience));
    let preview = |place: &Place| {
        let (kind, host) = in_effect.about(place);
        let (parts, note) = match in_effect.target(place) {
            Ok(target) => {
                let parts = split(&message, target);
                let in_parts = vars![count = parts.len()];
                let note = (parts.len() > 1).then(|| transport.lang.say_with("notify-in-parts", &in_parts));
                let parts = parts.iter().map(|part| Prose::new(&target.print(part))).collect();
                (parts, note.map(|note| Line::new(&note)))
            }
            Err(why) => (Vec::new(), Some(why.clone())),
        };
        let kind = Line::new(kind.map_or("", Kind::name));
        Preview { target: place.name.clone(), kind, host, parts, notes: note.into_iter().collect() }
    };
    places.map(preview).collect()
}

pub async fn test(transport: &Arc<Transport>, name: Option<&TargetName>) -> Vec<(TargetName, Verdict)> {
    let in_effect = transport.in_effect();
    let mut tests = Vec::new();
    for place in chosen(&in_effect, name).cloned() {
        let (transport, web) = (transport.clone(), in_effect.web.clone());
        let name = place.name.clone();
        tests.push((name, tokio::spawn(async move { try_out(&transport, &place, &web).await })));
    }
    let mut verdicts = Vec::new();
    for (name, test) in tests {
        let failed = |_| Verdict::Refused { reason: transport.lang.say("notify-failed") };
        verdicts.push((name, test.await.unwrap_or_else(failed)));
    }
    verdicts
}

async fn try_out(transport: &Arc<Transport>, place: &Place, web: &Web) -> Verdict {
    let target = match transport.open(place).await {
        Ok(target) => target,
        Err(why) => return Verdict::Refused { reason: why.to_string() },
    };
    for part in split(&sample(transport, None), target.as_ref()) {
        match transport.deliver(Arc::clone(&target), part, web.clone()).await {
            Verdict::Delivered => {}
            verdict => return verdict,
        }
    }
    Verdict::Delivered
}

/// The bodies of the parts that would be sent to each target, without secrets.
pub fn check(transport: &Arc<Transport>, name: Option<&TargetName>, text: Option<&Prose>) -> Vec<Checked> {
    let in_effect = transport.in_effect();
    let sample = sample(transport, text);
    let checked = |place: &Place| {
        let (kind, host) = in_effect.about(place);
        let sheets = |target: &dyn Target| {
            let sheet = |part: Part| Sheet { text: target.print(&part), body: target.body(&part) };
            split(&sample, target).into_iter().map(sheet).collect()
        };
        let parts = in_effect.target(place).map(sheets).map_err(Clone::clone);
        Checked { name: place.name.clone(), kind, host, parts }
    };
    chosen(&in_effect, name).map(checked).collect()
}

fn chosen<'a>(in_effect: &'a InEffect, name: Option<&TargetName>) -> impl Iterator<Item = &'a Place> {
    in_effect.settings.targets.iter().filter(move |place| name.is_none_or(|name| place.name == *name))
}

/// Returns a message that belongs to no incident.
fn sample(transport: &Arc<Transport>, text: Option<&Prose>) -> Arc<Message> {
    let now = transport.clock.wall();
    let lang = transport.lang;
    Arc::new(Message {
        key: format!("test-{}", now.timestamp_millis()),
        topic: Topic::Update,
        incident: "test".parse().expect("it is an id"),
        title: Line::new(&lang.say("notify-test-title")),
        text: text.cloned().unwrap_or_else(|| Prose::new(&lang.say("notify-test-text"))),
        lang,
        at: now,
        exercise: true,
        severity: Severity::Sev4,
        audience: Line::new(&lang.say("notify-test-audience")),
    })
}

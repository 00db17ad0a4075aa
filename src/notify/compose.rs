//! Composes messages.

use std::sync::Arc;

use super::message::{Message, Topic};
use crate::draft;
use crate::incident::{Audience, AudienceId, Incident, IncidentId, Kind, Line, Moment, PendingDelivery, Prose, Seq};
use crate::lang::{Lang, vars};

/// What the host adds to a message.
#[derive(Clone, Debug)]
pub struct HostContext {
    /// The language of audiences that have none of their own.
    pub lang: Lang,
    /// Names masked in external messages, in addition to the incident's people.
    pub people: Arc<[Line]>,
}

/// The message of a pending delivery; it and its key are the same after a restart.
pub fn message(incident: &Incident, pending: &PendingDelivery, host: &HostContext) -> Arc<Message> {
    let topic = if pending.occasion.is_some() { Topic::Update } else { Topic::Push };
    let audience = &pending.audience;
    let at = incident.wall(pending.at);
    Arc::new(written(incident, audience, topic, pending.message, at, pending.text.clone(), host))
}

/// An update as it would be sent.
pub fn draft(incident: &Incident, audience: &AudienceId, text: Prose, host: &HostContext) -> Arc<Message> {
    let next = incident.seq.next();
    Arc::new(written(incident, audience, Topic::Update, next, incident.wall(incident.at), text, host))
}

/// The language of an audience: its own, the plan's, or the host's.
pub fn lang_of(incident: &Incident, audience: Option<&Audience>, host: Lang) -> Lang {
    let own = audience.and_then(|audience| audience.language.as_ref());
    own.or(incident.plan.language.as_ref()).map_or(host, |code| Lang::of_locale(code.as_str()))
}

fn written(
    incident: &Incident,
    audience: &AudienceId,
    topic: Topic,
    number: Seq,
    at: Moment,
    text: Prose,
    host: &HostContext,
) -> Message {
    let known = incident.audience(audience).map(AsRef::as_ref);
    let lang = lang_of(incident, known, host.lang);
    let shown = |text: &str| draft::readable_by(incident, known, host.people.iter().map(Line::as_str), text);
    let title = lang.say_with(
        "notify-title",
        &vars![severity = lang.severity(incident.severity), title = shown(incident.title.as_str())],
    );
    let name = if known.is_some_and(|it| !it.outside) { incident.id.clone() } else { nameless(&incident.id) };
    // A person's text is sent as written: they were warned of the names in it.
    let text = if topic == Topic::Push { Prose::new(&shown(text.as_str())) } else { text };
    Message {
        key: format!("{name}-{number}"),
        topic,
        incident: name,
        title: Line::new(&title),
        text,
        lang,
        at,
        exercise: incident.kind == Kind::Exercise,
        severity: incident.severity,
        audience: known.map_or_else(|| Line::new(audience.as_str()), |audience| audience.name.clone()),
    }
}

/// An incident's id without the words of its title: date and letters.
fn nameless(id: &IncidentId) -> IncidentId {
    let text = id.as_str();
    let ends = text.split_once('-').zip(text.rsplit_once('-'));
    let short = ends.and_then(|((date, _), (_, letters))| format!("{date}-{letters}").parse().ok());
    short.unwrap_or_else(|| id.clone())
}

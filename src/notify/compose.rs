//! The message of an errand.

use std::sync::Arc;

use super::message::{Message, Topic};
use crate::incident::{Audience, AudienceId, Errand, Incident, Kind, Line, Moment, Prose, Seq};
use crate::lang::Lang;

/// What goes out for an errand. It is the same after a restart, and so is its key.
pub fn message(incident: &Incident, errand: &Errand, lang: Lang) -> Arc<Message> {
    let topic = if errand.occasion.is_some() { Topic::Update } else { Topic::Push };
    let audience = &errand.audience;
    let at = incident.wall(errand.at);
    Arc::new(written(incident, audience, topic, errand.message, at, errand.text.clone(), lang))
}

/// An update as it would go out, had somebody posted it.
pub fn draft(incident: &Incident, audience: &AudienceId, text: Prose, lang: Lang) -> Arc<Message> {
    let next = incident.seq.next();
    Arc::new(written(incident, audience, Topic::Update, next, incident.wall(incident.at), text, lang))
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
    host: Lang,
) -> Message {
    let known = incident.audience(audience).map(AsRef::as_ref);
    let lang = lang_of(incident, known, host);
    let title = lang.say_with(
        "desk-title",
        &[("severity", lang.severity(incident.severity).into()), ("title", incident.title.as_str().into())],
    );
    Message {
        key: format!("{}-{number}", incident.id),
        topic,
        incident: incident.id.clone(),
        title: Line::new(&title),
        text,
        lang,
        at,
        exercise: incident.kind == Kind::Exercise,
        severity: incident.severity,
        audience: known.map_or_else(|| Line::new(audience.as_str()), |audience| audience.name.clone()),
    }
}

//! Updates as text and data: sent, waiting for approval, and due.

use serde_json::{Value, json};

use super::super::room_command::RoomCommand;
use super::super::{Outcome, json, table};
use super::delivery::{Way, heading, name, when};
use super::push;
use crate::incident::{
    Audience, AudienceId, Delivery, DeliveryState, Due, Event, Fault, Incident, Moment, Occasion, PersonName, Proposal,
    Seq, TargetName, Update, UpdateEvent,
};
use crate::lang::{Lang, vars};

/// Of more updates the older ones are left to the log.
const SHOWN: usize = 20;

/// The audiences with their clocks, what waits for approval, and what was sent.
pub fn list(room: &RoomCommand<'_>, json: bool) -> Outcome {
    let (incident, lang) = (room.incident(), room.lang);
    if json {
        let mut value = value(room);
        value["updates"] = incident.updates.iter().map(|it| update_value(it, incident)).collect();
        value["pushes"] = push::newest(incident).into_iter().map(|it| it.value()).collect();
        return Outcome::json(&value);
    }
    let mut parts = Vec::new();
    if incident.audiences.is_empty() {
        parts.push(lang.say("update-no-audience"));
    } else {
        let rows = incident.audiences.iter().map(|it| audience_row(room, it)).collect();
        let columns = ["audience", "name", "language", "every", "approval", "last-update", "next-update"];
        parts.push(table::titled(lang, &columns, rows));
    }
    let section = |key: &str, columns: &[&str], rows: Vec<Vec<String>>| {
        let is_shown = !rows.is_empty();
        is_shown.then(|| format!("{}\n{}", lang.say(key), table::titled(lang, columns, rows)))
    };
    let rows = incident.proposals.iter().map(|it| proposal_row(room, it)).collect();
    let columns = ["number", "when", "assignee", "audience", "occasion", "text"];
    parts.extend(section("update-proposals", &columns, rows));
    let older = incident.updates.len().saturating_sub(SHOWN);
    let rows = incident.updates.iter().skip(older).map(|it| update_row(room, it)).collect();
    let columns = ["number", "when", "assignee", "audience", "occasion", "delivery", "text"];
    parts.extend(section("update-posted", &columns, rows));
    if older > 0 {
        parts.push(lang.say_with("update-older", &vars![count = older]));
    }
    let rows = push::newest(incident).iter().map(|it| it.row(room)).collect();
    let columns = ["number", "when", "target", "audience", "delivery", "text"];
    parts.extend(section("update-pushes", &columns, rows));
    let to_fix: Vec<_> = to_fix(room)
        .map(|(target, fault)| {
            let (target, reason) = (target.as_str(), fault.reason.as_str());
            lang.say_with("update-to-fix", &vars![target, reason])
        })
        .collect();
    if !to_fix.is_empty() {
        parts.push(to_fix.join("\n"));
    }
    Outcome::done(parts.join("\n\n"))
}

/// The lines of `status` on updates: the next one of each audience, proposals, failed deliveries.
pub fn facts(room: &RoomCommand<'_>) -> Vec<(&'static str, String)> {
    let (incident, now) = (room.incident(), room.now());
    let due = incident.audiences.iter().filter_map(|audience| {
        let due = incident.next_update(audience, now)?;
        Some((due.at, format!("{} {}", audience.name, due_text(room, due))))
    });
    let mut due: Vec<_> = due.collect();
    due.sort();
    let due = due.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(", ");
    let waiting = incident.proposals.iter().map(|it| format!("{} ({})", it.seq, it.audience));
    let waiting = waiting.collect::<Vec<_>>().join(", ");
    let to_fix = to_fix(room).map(|(target, fault)| format!("{target} ({})", fault.reason));
    let to_fix = to_fix.collect::<Vec<_>>().join(", ");
    let facts = [("status-updates", due), ("status-to-approve", waiting), ("status-to-fix", to_fix)];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The same for other programs.
pub fn value(room: &RoomCommand<'_>) -> Value {
    let incident = room.incident();
    let to_fix = to_fix(room)
        .map(|(target, fault)| json!({ "target": target, "reason": fault.reason, "at": json::moment(fault.at) }));
    json!({
        "audiences": incident.audiences.iter().map(|it| audience_value(room, it)).collect::<Vec<_>>(),
        "proposals": incident.proposals.iter().map(|it| proposal_value(it)).collect::<Vec<_>>(),
        "to_fix": to_fix.collect::<Vec<_>>(),
    })
}

/// The targets to fix that are still set up.
fn to_fix<'a>(room: &'a RoomCommand<'_>) -> impl Iterator<Item = (&'a TargetName, &'a Fault)> {
    let followed = room.caller.dispatcher.as_ref().filter(|dispatcher| dispatcher.trouble().is_none());
    let set_up = followed.map(crate::notify::Dispatcher::facts);
    let is_set_up =
        move |target: &TargetName| set_up.as_ref().is_none_or(|facts| facts.iter().any(|fact| fact.name == *target));
    room.incident().to_fix().filter(move |(target, _)| is_set_up(target))
}

/// One update, proposal or automatic message in full; by default the newest update.
pub fn one(room: &RoomCommand<'_>, seq: Option<Seq>, json: bool) -> Result<Outcome, Outcome> {
    let (incident, lang) = (room.incident(), room.lang);
    let Some(seq) = seq.or_else(|| incident.updates.last().map(|it| it.seq)) else {
        return Err(Outcome::refused(lang.say("update-none")));
    };
    if let Some(update) = incident.update(seq) {
        return Ok(if json { Outcome::json(&update_value(update, incident)) } else { full(room, update) });
    }
    if let Some(push) = push::of(incident, seq) {
        return Ok(if json { Outcome::json(&push.value()) } else { push.full(room) });
    }
    let Some(proposal) = incident.proposal(seq) else {
        return Err(Outcome::refused(what_became(incident, seq, lang)));
    };
    if json {
        return Ok(Outcome::json(&proposal_value(proposal)));
    }
    let head = head(room, proposal.seq, &proposal.audience, proposal.occasion, proposal.at, &proposal.by);
    let waits = lang.say_with("update-waits", &vars![seq = proposal.seq.0]);
    Ok(Outcome::done(format!("{head}\n\n{}\n\n{waits}", proposal.text)))
}

/// Why there is nothing to show: a proposal was sent under another number, or was dropped.
fn what_became(incident: &Incident, seq: Seq, lang: Lang) -> String {
    let proposed = incident.log.get(seq).filter(|it| matches!(it.event, Event::Update(UpdateEvent::Proposed { .. })));
    let Some(proposed) = proposed else {
        return lang.say_with("update-no-such", &vars![seq = seq.0]);
    };
    let later = incident.log.iter().rev().take_while(|entry| entry.seq > seq);
    let end = later.filter(|entry| entry.undone.is_none()).find_map(|entry| match &entry.event {
        Event::Update(UpdateEvent::Posted(posted)) if posted.proposal == Some(seq) => Some(("update-became", entry)),
        Event::Update(UpdateEvent::Dropped { proposal }) if *proposal == seq => Some(("update-dropped", entry)),
        _ => None,
    });
    let (key, entry) = end.unwrap_or(("update-taken-back", proposed));
    let by = entry.by.person.as_str();
    lang.say_with(key, &vars![seq = seq.0, entry = entry.seq.0, by])
}

fn full(room: &RoomCommand<'_>, update: &Update) -> Outcome {
    let lang = room.lang;
    let head = head(room, update.seq, &update.audience, update.occasion, update.at, &update.by);
    let row = |it: &Delivery| [it.target.to_string(), Way::of(it, room.incident()).text(room)];
    let rows: Vec<_> = update.deliveries.iter().map(row).collect();
    let deliveries = if rows.is_empty() {
        lang.say(if update.addressed { "update-nowhere" } else { "update-unaddressed" })
    } else {
        table::align(&rows)
    };
    Outcome::done(format!("{head}\n\n{}\n\n{deliveries}", update.text))
}

fn head(
    room: &RoomCommand<'_>,
    seq: Seq,
    audience: &AudienceId,
    occasion: Occasion,
    at: Moment,
    by: &PersonName,
) -> String {
    let incident = room.incident();
    room.lang.say_with(
        "update-head",
        &vars![
            seq = seq.0,
            audience = name(incident, audience),
            occasion = room.lang.occasion(occasion),
            at = room.lang.date_time(incident.wall(at), incident.zone),
            by = by.as_str()
        ],
    )
}

fn audience_row(room: &RoomCommand<'_>, audience: &Audience) -> Vec<String> {
    let (incident, lang, now) = (room.incident(), room.lang, room.now());
    let every = audience.every.at(incident.severity);
    let last = incident.last_update(&audience.id).map(|it| when(room, it.at));
    vec![
        audience.id.to_string(),
        audience.name.to_string(),
        Lang::of(audience, incident).code().to_owned(),
        every.map_or_else(|| lang.say("update-never"), |every| lang.duration(every)),
        lang.say_with("update-approval", &vars![needed = if audience.approval { "yes" } else { "no" }]),
        last.unwrap_or_default(),
        incident.next_update(audience, now).map_or_else(String::new, |due| due_text(room, due)),
    ]
}

fn due_text(room: &RoomCommand<'_>, due: Due) -> String {
    let left = room.lang.duration(due.left.abs());
    room.lang.say_with("update-due", &vars![at = when(room, due.at), left, state = due.state.name()])
}

fn proposal_row(room: &RoomCommand<'_>, proposal: &Proposal) -> Vec<String> {
    vec![
        proposal.seq.to_string(),
        when(room, proposal.at),
        format!("@{}", proposal.by),
        proposal.audience.to_string(),
        room.lang.occasion(proposal.occasion),
        heading(proposal.text.first_line()),
    ]
}

fn update_row(room: &RoomCommand<'_>, update: &Update) -> Vec<String> {
    vec![
        update.seq.to_string(),
        when(room, update.at),
        format!("@{}", update.by),
        update.audience.to_string(),
        room.lang.occasion(update.occasion),
        summary(room.lang, update),
        heading(update.text.first_line()),
    ]
}

/// How many of its targets an update has reached.
fn summary(lang: Lang, update: &Update) -> String {
    let all = update.deliveries.len();
    if all == 0 {
        return lang.say(if update.addressed { "update-no-target" } else { "update-pending" });
    }
    let count = |wanted: fn(&DeliveryState) -> bool| {
        update.deliveries.iter().filter(|delivery| wanted(&delivery.state)).count()
    };
    let delivered = count(|state| matches!(state, DeliveryState::Delivered { .. }));
    let failed = count(|state| matches!(state, DeliveryState::Failed { .. }));
    lang.say_with("update-delivered", &vars![delivered, all, failed])
}

fn audience_value(room: &RoomCommand<'_>, audience: &Audience) -> Value {
    let (incident, now) = (room.incident(), room.now());
    json!({
        "id": audience.id,
        "name": audience.name,
        "language": Lang::of(audience, incident).code(),
        "every": audience.every,
        "approval": audience.approval,
        "outside": audience.outside,
        "nights": audience.nights,
        "last": json::optional(incident.last_update(&audience.id), |it| json!({
            "seq": it.seq,
            "at": json::moment(it.at),
        })),
        "next": json::optional(incident.next_update(audience, now), |due| json!({
            "at": json::moment(due.at),
            "left": due.left.num_seconds(),
            "state": due.state.name(),
        })),
    })
}

fn proposal_value(proposal: &Proposal) -> Value {
    json!({
        "seq": proposal.seq,
        "at": json::moment(proposal.at),
        "by": proposal.by,
        "audience": proposal.audience,
        "occasion": proposal.occasion,
        "text": proposal.text,
    })
}

fn update_value(update: &Update, incident: &Incident) -> Value {
    let deliveries = update.deliveries.iter().map(|it| Way::of(it, incident).value());
    json!({
        "seq": update.seq,
        "at": json::moment(update.at),
        "by": update.by,
        "audience": update.audience,
        "occasion": update.occasion,
        "text": update.text,
        "addressed": update.addressed,
        "deliveries": deliveries.collect::<Vec<_>>(),
    })
}

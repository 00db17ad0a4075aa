//! `status`: the state of an incident.

use serde_json::{Map, Value, json};

use super::room_command::RoomCommand;
use super::{Outcome, attention, call, duty, json, list, phase, table, update};
use crate::incident::{Health, Incident, Kind, Moment, Range, Status as State, Step, forecast};
use crate::lang::{Lang, vars};
use crate::room::Health as RoomHealth;
use crate::session::unrecorded;

/// The states of tasks, in the order of the line that counts them.
const TASKS: [&str; 5] = ["done", "doing", "blocked", "todo", "skipped"];

fn count(incident: &Incident, state: &str) -> usize {
    incident.tasks().filter(|(_, task)| task.state.name() == state).count()
}

pub fn shown(room: &RoomCommand<'_>, json: bool) -> Outcome {
    if json { Outcome::json(&value(room)) } else { Outcome::done(text(room)) }
}

fn value(room: &RoomCommand<'_>) -> Value {
    let (incident, now) = (room.incident(), room.now());
    let clocks = incident.clocks(now);
    let forecast = forecast(incident, now);
    let step = |step: &Step| phase::value(incident, step, &forecast, now);
    let reason = match &incident.status {
        State::Open => None,
        State::Held { reason, .. } | State::Closed { reason, .. } => Some(reason),
    };
    let tasks: Map<_, _> = TASKS.map(|state| (state.to_owned(), count(incident, state).into())).into_iter().collect();
    let services = |health: Health| incident.services.iter().filter(|it| it.health == health).count();
    json!({
        "id": incident.id,
        "title": incident.title,
        "severity": incident.severity,
        "kind": incident.kind,
        "speed": incident.pace.speed,
        "status": list::status(&incident.status),
        "reason": reason,
        "situation": incident.situation,
        "commander": incident.commander,
        "zone": incident.zone.name(),
        "opened_at": json::moment(incident.opened_at),
        "now": json::moment(now),
        "day": incident.day(now),
        "seq": incident.seq,
        "writable": room.snapshot.health == RoomHealth::Writing,
        "damaged_record": room.snapshot.damage(),
        "clocks": {
            "elapsed": clocks.elapsed.num_seconds(),
            "active": clocks.active.num_seconds(),
            "planned": json::spans(clocks.planned),
            "running": clocks.running,
        },
        "forecast": {
            "end": json::moments(forecast.end),
            "slip": forecast.slip.num_seconds(),
        },
        "running": incident.active_steps().map(step).collect::<Vec<_>>(),
        "next": incident.next_step().map(step),
        "night": json::optional(incident.night(), |night| {
            json!({ "step": night.step.id, "since": json::moment(night.since), "resume": json::moment(night.resume) })
        }),
        "tasks": tasks,
        "services": {
            "up": services(Health::Up),
            "degraded": services(Health::Degraded),
            "down": services(Health::Down),
        },
        "attention": attention::values(room),
        "calls": incident.calls.iter().map(|call| call::value(call)).collect::<Vec<_>>(),
        "offers": incident.offers.iter().map(|offer| duty::value(offer)).collect::<Vec<_>>(),
        "updates": update::value(room),
        "present": room.snapshot.present.iter().map(|it| it.person.as_str()).collect::<Vec<_>>(),
    })
}

fn text(room: &RoomCommand<'_>) -> String {
    let (lang, incident, now) = (room.lang, room.incident(), room.now());
    let forecast = forecast(incident, now);
    // A room that cannot record comes first: everything below may be outdated.
    let mut parts = match room.snapshot.health {
        RoomHealth::Writing => Vec::new(),
        RoomHealth::ReadOnly(why) => vec![format!("{}\n", unrecorded(why, incident.id.as_str(), lang))],
    };
    parts.push(head(incident, lang));
    let attention = attention::lines(room);
    if !attention.is_empty() {
        parts.push(format!("\n{}\n{}", lang.say("status-attention"), table::align(&attention)));
    }
    parts.push(facts(room, now));
    let running: Vec<_> = incident
        .active_steps()
        .chain(incident.next_step().filter(|_| !incident.is_closed()))
        .map(|step| [vec![String::new()], phase::row(incident, step, &forecast, now, lang)].concat())
        .collect();
    if !running.is_empty() {
        parts.push(format!("\n{}\n{}", lang.say("status-steps"), table::align(&running)));
    }
    parts.join("\n")
}

/// Which incident it is, on one line.
fn head(incident: &Incident, lang: Lang) -> String {
    let kind = match incident.kind {
        Kind::Real => lang.kind(Kind::Real),
        Kind::Exercise => format!("{} ×{}", lang.kind(Kind::Exercise), incident.pace.speed),
    };
    format!("{}  {}  {}  {kind}", incident.id, incident.title, lang.severity(incident.severity))
}

fn facts(room: &RoomCommand<'_>, now: Moment) -> String {
    let (lang, incident) = (room.lang, room.incident());
    let (clocks, forecast) = (incident.clocks(now), forecast(incident, now));
    let zone = incident.zone;
    let state = match &incident.status {
        State::Open => lang.status(&incident.status),
        State::Held { since: at, reason } | State::Closed { at, reason } => {
            let since = lang.date_time(incident.wall(*at), zone);
            let status = lang.status(&incident.status);
            let since = lang.say_with("status-since", &vars![status, since]);
            if reason.is_empty() {
                since
            } else {
                lang.say_with("log-because", &vars![what = since, reason = reason.as_str()])
            }
        }
    };
    let night = incident.night().map(|night| {
        let time = phase::when(incident, Range { min: night.resume, max: night.resume }, now, lang);
        lang.say_with("status-night", &vars![step = night.step.title.as_str(), time])
    });
    let first = incident.log.at(0).map_or(&incident.commander, |opened| &opened.by.person);
    let opened = lang.say_with(
        "status-opened-by",
        &vars![
            date = lang.long_date(incident.opened_at, zone),
            time = lang.time(incident.opened_at, zone),
            person = first.as_str()
        ],
    );
    let clock = lang.say_with(
        "status-clock-text",
        &vars![
            elapsed = lang.clock(clocks.elapsed),
            active = lang.clock(clocks.active),
            planned = lang.span_range(clocks.planned)
        ],
    );
    let end = phase::when(incident, forecast.end, now, lang);
    let slip = if forecast.slip.is_zero() { lang.say("status-on-plan") } else { lang.slip(forecast.slip) };
    let end = lang.say_with("status-end-text", &vars![end, slip]);
    let tasks = TASKS.into_iter().filter_map(|state| {
        let count = count(incident, state);
        (count > 0).then(|| lang.say_with(&format!("count-{state}"), &vars![count]))
    });
    let tasks = tasks.collect::<Vec<_>>().join(", ");
    let mut rows = vec![("status-state", state)];
    rows.extend(night.map(|night| ("status-day", night)));
    rows.push(("status-opened", opened));
    rows.push(("status-commander", incident.commander.to_string()));
    rows.push(("status-clock", clock));
    rows.push((if incident.is_closed() { "status-ended" } else { "status-end" }, end));
    rows.push(("status-tasks", tasks));
    let situation = incident.situation.what.first_line();
    if !situation.is_empty() {
        rows.push(("status-situation", situation.to_owned()));
    }
    rows.extend(update::facts(room));
    let rows: Vec<_> = rows.into_iter().map(|(key, text)| vec![lang.say(key), text]).collect();
    table::align(&rows)
}

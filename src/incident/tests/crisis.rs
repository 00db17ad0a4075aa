//! A small crisis, and commands as lines: `karim: block_task task=a.dsi.1 reason=VPN`.

use serde_json::{Map, Value};

use crate::incident::{
    Audience, Cadence, Command, Context, Event, Health, History, Incident, Kind, Moment, Open, Pace, PersonName, Plan,
    Planned, PlannedService, PlannedStep, PlannedTask, Recorded, Refusal, Right, Rights, Role, Seq, Severity,
    Signature, Situation, Span, StepKind, Who, decide, open,
};

pub(super) struct Crisis {
    pub incident: Incident,
    pub history: History,
    pub now: Moment,
}

fn at(minute: i64) -> Moment {
    "2026-11-22T10:00:00Z".parse::<Moment>().unwrap() + Span::minutes(minute)
}

/// Alice opened it; Karim is a deputy, Inès is a member with the role `dsi`, Zoé may command.
fn who(name: &str) -> Who {
    let (right, roles) = match name {
        "alice" => (Right::Owner, vec![]),
        "karim" => (Right::Deputy, vec![]),
        "zoe" => (Right::Commander, vec![]),
        "ines" => (Right::Member, vec!["dsi".parse().unwrap()]),
        "system" => return Who::system(),
        other => panic!("nobody is called {other}"),
    };
    Who { by: Signature::new(name, "test"), rights: Rights { right, roles } }
}

/// Phases `a` (two tasks), `b` and `c`, a break, and a night; two services, two audiences.
fn plan() -> Plan {
    let role = |id: &str| Role { id: id.parse().unwrap(), name: id.to_uppercase().as_str().into() };
    let task = |id: &str, role: &str| PlannedTask {
        id: id.parse().unwrap(),
        role: role.parse().unwrap(),
        title: id.into(),
        planned: Some(Planned::minutes(5, 15)),
    };
    let step =
        |id: &str, kind, tasks| PlannedStep { id: id.parse().unwrap(), title: id.into(), kind, milestone: None, tasks };
    let phase = |min, max| StepKind::Phase { planned: Planned::minutes(min, max) };
    let (evening, morning) = ("18:00:00".parse().unwrap(), "08:00:00".parse().unwrap());
    let service = |id: &str, health| PlannedService {
        id: id.parse().unwrap(),
        name: id.into(),
        priority: 1,
        rto: Some(7200),
        rpo: Some(900),
        restored_by: None,
        health,
    };
    let audience = |id: &str, approval| Audience {
        id: id.parse().unwrap(),
        name: id.into(),
        language: None,
        every: Cadence::always(3600),
        approval,
        outside: approval,
        nights: false,
    };
    Plan {
        title: "Plan".into(),
        roles: vec![role("dsi"), role("dev")],
        steps: vec![
            step("a", phase(10, 30), vec![task("a.dsi.1", "dsi"), task("a.dev.1", "dev")]),
            step("b", phase(20, 40), vec![]),
            step("rest", StepKind::Break { planned: Planned::minutes(15, 15) }, vec![]),
            step("night", StepKind::DayEnd { at: evening, resume: morning }, vec![]),
            step("c", phase(60, 120), vec![]),
        ],
        services: vec![service("mail", Health::Down), service("web", Health::Up)],
        audiences: vec![audience("team", false), audience("clients", true)],
        ..Plan::default()
    }
}

/// Reads `name key=value …`; a value is JSON where it can be, else text, with `~` for a space.
pub(super) fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut fields = Map::new();
    fields.insert("type".into(), words.next().unwrap().into());
    for word in words {
        let (key, value) = word.split_once('=').unwrap_or_else(|| panic!("{line}: {word}"));
        let value = serde_json::from_str(value).unwrap_or_else(|_| Value::String(value.replace('~', " ")));
        fields.insert(key.into(), value);
    }
    serde_json::from_value(Value::Object(fields)).unwrap_or_else(|error| panic!("{line}: {error}"))
}

impl Crisis {
    pub(super) fn opened() -> Self {
        let what = Open {
            incident: "20261122-x-aaaa".parse().unwrap(),
            title: "Crisis".into(),
            severity: Severity::Sev2,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: at(0) },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan: plan(),
        };
        let by = Signature::new("alice", "test");
        let event = open(what, &Context::owner(at(0), by.clone())).unwrap();
        let incident = Incident::begin(&Recorded { seq: Seq(1), at: at(0), by, act: None, event }).unwrap();
        let history = History::begin(&incident);
        Self { incident, history, now: at(0) }
    }

    /// After all these lines, ten minutes apart.
    pub(super) fn after(lines: &str) -> Self {
        let mut crisis = Self::opened();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            crisis.asks(line).unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
        }
        crisis
    }

    /// Asks for a line, ten minutes after the last.
    pub(super) fn asks(&mut self, line: &str) -> Result<Vec<Event>, Refusal> {
        let (name, line) = line.split_once(": ").unwrap_or(("alice", line));
        self.now += Span::minutes(10);
        let who = who(name);
        let context = Context { commander_gone: true, ..Context::new(self.now, who.clone()) };
        let events = decide(&self.incident, command(line), &context)?;
        self.records(&who.by, &events);
        Ok(events)
    }

    pub(super) fn records(&mut self, by: &Signature, events: &[Event]) {
        let first = self.incident.seq.next();
        for event in events {
            let seq = self.incident.seq.next();
            let act = (seq != first).then_some(first);
            let record = Recorded { seq, at: self.now, by: by.clone(), act, event: event.clone() };
            self.history.follow(&mut self.incident, &record);
        }
    }

    /// The state as `state.json` has it, without what every record changes.
    pub(super) fn state(&self) -> Value {
        let mut state = serde_json::to_value(&self.incident).unwrap();
        for field in ["at", "seq", "people"] {
            state.as_object_mut().unwrap().remove(field).unwrap();
        }
        state
    }

    pub(super) fn person(name: &str) -> PersonName {
        PersonName::new(name)
    }
}

//! The table of rights: who may ask for what.

use std::fmt::Write;

use std::collections::BTreeSet;

use super::crisis::command;
use super::json::{COMMANDS, tags};
use crate::incident::{
    ActionId, Command, Context, Duty, DutyEvent, Event, FindingId, HelpEvent, Incident, IncidentId, Kind, LogEvent,
    Moment, NewAction, Occasion, Open, Pace, PersonName, Plan, Planned, PlannedStep, PlannedTask, Prose, Recorded,
    Refusal, ReviewEvent, Right, Rights, Role, Seq, Severity, Signature, Situation, StepEvent, StepKind, TaskEvent,
    UpdateEvent, Who, Whom, authorise, decide, open,
};

const TABLE: &str = include_str!("rights.txt");

/// The columns of the table: what the asker, `me`, is trusted with and has to do with it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Asker {
    Observer,
    Member,
    RoleHolder,
    Assigned,
    TookOver,
    Deputy,
    DeputyAlone,
    Commander,
    Owner,
    InCommand,
    System,
}

const ASKERS: [(Asker, Right); 11] = [
    (Asker::Observer, Right::Observer),
    (Asker::Member, Right::Member),
    (Asker::RoleHolder, Right::Member),
    (Asker::Assigned, Right::Member),
    (Asker::TookOver, Right::Member),
    (Asker::Deputy, Right::Deputy),
    (Asker::DeputyAlone, Right::Deputy),
    (Asker::Commander, Right::Commander),
    (Asker::Owner, Right::Owner),
    (Asker::InCommand, Right::Member),
    (Asker::System, Right::System),
];

fn at() -> Moment {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

fn record(incident: &mut Incident, person: &str, event: Event) {
    let (seq, by) = (incident.seq.next(), Signature::new(person, "test"));
    incident.apply(&Recorded { seq, at: at(), by, act: None, event });
}

/// An incident in which `alice` commands, seen by `me` as one of the columns.
fn incident(asker: Asker) -> Incident {
    let role = |id: &str| Role { id: id.parse().unwrap(), name: id.into() };
    let task =
        PlannedTask { id: "a.dsi.1".parse().unwrap(), role: "dsi".parse().unwrap(), title: "X".into(), planned: None };
    let kind = StepKind::Phase { planned: Planned::minutes(5, 10) };
    let step =
        PlannedStep { id: "a".parse().unwrap(), title: "A".into(), kind, milestone: None, tasks: vec![task.clone()] };
    let what = Open {
        incident: "20261122-x-aaaa".parse::<IncidentId>().unwrap(),
        title: "X".into(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: at() },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        plan: Plan { roles: vec![role("dsi"), role("dev")], steps: vec![step], ..Plan::default() },
    };
    let by = Signature::new("alice", "test");
    let event = open(what, &Context::owner(at(), by.clone())).unwrap();
    let mut incident = Incident::begin(&Recorded { seq: Seq(1), at: at(), by, act: None, event }).unwrap();
    let me = PersonName::new("me");
    if asker == Asker::InCommand {
        incident.commander = me.clone();
    }
    if asker == Asker::TookOver {
        incident.takers.insert(task.role.clone(), [me.clone()].into());
    }
    let person = if asker == Asker::Assigned { &me } else { &PersonName::new("ines") };
    let given = Event::Task(TaskEvent::Assigned { task: task.id, person: Some(person.clone()) });
    let offered = |duty, to| Event::Duty(DutyEvent::Offered { duty, to, briefing: Prose::default() });
    record(&mut incident, "me", Event::Log(LogEvent::Noted { text: "x".into() }));
    record(&mut incident, "ines", Event::Log(LogEvent::Noted { text: "x".into() }));
    record(&mut incident, "me", Event::Help(HelpEvent::Asked { text: "x".into(), task: None }));
    record(&mut incident, "ines", Event::Help(HelpEvent::Asked { text: "x".into(), task: None }));
    record(&mut incident, "alice", given);
    record(&mut incident, "alice", offered(Duty::Command, me));
    record(&mut incident, "ines", offered(Duty::Role(task.role), PersonName::new("zoe")));
    for person in ["me", "ines"] {
        let (audience, occasion) = ("board".parse().unwrap(), Occasion::Progress);
        record(&mut incident, person, Event::Update(UpdateEvent::Proposed { audience, occasion, text: "x".into() }));
    }
    for (person, finding) in [("me", FindingId(1)), ("ines", FindingId(2))] {
        record(
            &mut incident,
            person,
            Event::Review(ReviewEvent::FindingAdded { finding, text: "x".into(), about: None }),
        );
    }
    for (person, action, owner) in
        [("me", ActionId(1), "ines"), ("ines", ActionId(2), "me"), ("ines", ActionId(3), "ines")]
    {
        let owner = Some(PersonName::new(owner));
        let new = NewAction { action, title: "x".into(), owner, due: None, finding: None };
        record(&mut incident, person, Event::Review(ReviewEvent::ActionAdded(Box::new(new))));
    }
    incident
}

fn context(asker: Asker, right: Right) -> Context {
    let roles = if asker == Asker::RoleHolder { "dsi" } else { "dev" };
    let rights = Rights { right, roles: vec![roles.parse().unwrap()] };
    let who = Who { by: Signature::new("me", "test"), rights };
    Context { commander_gone: asker == Asker::DeputyAlone, ..Context::new(at(), who) }
}

/// The rows: who may, and what.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|line| line.split_once("  ").unwrap_or_else(|| panic!("{line}")))
}

#[test]
fn everyone_may_what_the_table_says_and_nothing_else() {
    let mut wrong = String::new();
    for (expected, line) in rows() {
        let command = command(line);
        let letter = |(asker, right): (Asker, Right)| {
            let allowed = authorise(&incident(asker), &command, &context(asker, right)).is_ok();
            if allowed { format!("{asker:?}").chars().next().unwrap() } else { '·' }
        };
        let found: String = ASKERS.into_iter().map(letter).collect();
        if found != expected {
            writeln!(wrong, "{found}  {line}\n{expected}  in the table").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_command_is_in_the_table() {
    let in_table: BTreeSet<String> = rows().map(|(_, line)| line.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(in_table, tags(COMMANDS, "type"));
}

#[test]
fn what_is_not_allowed_is_not_decided_either() {
    for (_, line) in rows() {
        let command = command(line);
        for (asker, right) in ASKERS {
            let (incident, context) = (incident(asker), context(asker, right));
            if let Err(refusal) = authorise(&incident, &command, &context) {
                assert_eq!(decide(&incident, command.clone(), &context), Err(refusal), "{line} {asker:?}");
            }
        }
    }
}

#[test]
fn a_refusal_names_the_person_to_ask() {
    let refused = |asker, line| {
        let right = ASKERS.into_iter().find(|(it, _)| *it == asker).unwrap().1;
        authorise(&incident(asker), &command(line), &context(asker, right)).unwrap_err()
    };
    let alice = PersonName::new("alice");
    assert_eq!(refused(Asker::Observer, "resume"), Refusal::ReadsOnly { commander: alice.clone() });
    let whom = Whom::Commander(alice.clone());
    assert_eq!(refused(Asker::Deputy, "next_step"), Refusal::NotYours { whom });
    let holders = vec![PersonName::new("ines")];
    let whom = Whom::Role { role: "dsi".into(), holders, commander: alice.clone() };
    assert_eq!(refused(Asker::Member, "finish_task task=a.dsi.1"), Refusal::NotYours { whom });
    let there = Refusal::CommanderThere { commander: alice };
    assert_eq!(refused(Asker::Deputy, "take_command reason=x"), there);
}

#[test]
fn what_was_done_in_command_is_undone_only_in_command() {
    let mut incident = incident(Asker::Member);
    record(&mut incident, "me", Event::Step(StepEvent::Started { step: "a".parse().unwrap() }));
    let allowed =
        |incident: &Incident, asker, right| authorise(incident, &Command::Undo, &context(asker, right)).is_ok();
    assert!(!allowed(&incident, Asker::Member, Right::Member));
    assert!(!allowed(&incident, Asker::Commander, Right::Commander));
    incident.commander = PersonName::new("me");
    assert!(allowed(&incident, Asker::Member, Right::Member));
}

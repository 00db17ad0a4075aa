//! Every event and every command as it is stored: the files hold one of each, byte for byte.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::incident::{
    Command, DutyCommand, DutyEvent, Event, HeaderCommand, HeaderEvent, HelpCommand, HelpEvent, LogCommand, LogEvent,
    ReviewCommand, ReviewEvent, ServiceCommand, ServiceEvent, StepCommand, StepEvent, SystemCommand, TaskCommand,
    TaskEvent, UpdateCommand, UpdateEvent,
};

pub(super) const EVENTS: &str = include_str!("events.jsonl");
pub(super) const COMMANDS: &str = include_str!("commands.jsonl");

/// The types of a family: for an unknown one, serde lists them.
fn types<F: DeserializeOwned>(tag: &str) -> Vec<String> {
    let unknown = format!(r#"{{"{tag}":"?"}}"#);
    let Err(error) = serde_json::from_str::<F>(&unknown) else { panic!("an unknown type is read") };
    let error = error.to_string();
    let (_, known) = error.split_once("expected").unwrap();
    known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

pub(super) fn tags(lines: &str, tag: &str) -> BTreeSet<String> {
    let values = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    values.filter_map(|value| value.get(tag).and_then(Value::as_str).map(str::to_owned)).collect()
}

#[test]
fn every_event_is_stored_as_ever() {
    for line in EVENTS.lines() {
        let event = Event::read(line.as_bytes()).unwrap();
        let is_known = !matches!(event, Event::Unknown(_));
        assert_eq!(is_known, !line.contains("of_tomorrow"), "{line}");
        assert_eq!(serde_json::to_string(&event).unwrap(), line);
    }
}

#[test]
fn every_command_is_written_as_ever() {
    for line in COMMANDS.lines() {
        let command: Command = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(serde_json::to_string(&command).unwrap(), line);
    }
}

#[test]
fn every_event_has_its_line() {
    let families = [
        types::<HeaderEvent>("type"),
        types::<StepEvent>("type"),
        types::<TaskEvent>("type"),
        types::<LogEvent>("type"),
        types::<ServiceEvent>("type"),
        types::<HelpEvent>("type"),
        types::<DutyEvent>("type"),
        types::<UpdateEvent>("type"),
        types::<ReviewEvent>("type"),
        vec!["undone".to_owned(), "of_tomorrow".to_owned()],
    ];
    assert_eq!(tags(EVENTS, "type"), families.into_iter().flatten().collect());
}

#[test]
fn every_command_has_its_line() {
    let families = [
        types::<HeaderCommand>("type"),
        types::<StepCommand>("type"),
        types::<TaskCommand>("type"),
        types::<LogCommand>("type"),
        types::<ServiceCommand>("type"),
        types::<HelpCommand>("type"),
        types::<DutyCommand>("type"),
        types::<UpdateCommand>("type"),
        types::<ReviewCommand>("type"),
        vec!["undo".to_owned(), "house".to_owned()],
    ];
    assert_eq!(tags(COMMANDS, "type"), families.into_iter().flatten().collect());
    assert_eq!(tags(COMMANDS, "fact"), types::<SystemCommand>("fact").into_iter().collect());
}

#[test]
fn an_event_is_read_wherever_its_type_stands() {
    let last = r#"{"task":"a.dsi.1","reason":"VPN","type":"task_blocked"}"#;
    let event = Event::read(last.as_bytes()).unwrap();
    assert!(matches!(event, Event::Task(TaskEvent::Blocked { .. })), "{event:?}");
    let more = r#"{"type":"resumed","with":[1,{"a":null}]}"#;
    assert_eq!(Event::read(more.as_bytes()).unwrap(), Event::Header(HeaderEvent::Resumed));
}

#[test]
fn what_does_not_fit_its_type_is_kept_as_it_is() {
    for line in [
        r#"{"type":"task_done"}"#,
        r#"{"type":"task_done","task":7}"#,
        r#"{"type":"held","reason":null}"#,
        r#"{"type":"undone"}"#,
        r#"{"type":""}"#,
        r#"{"type":null,"task":"a.dsi.1"}"#,
        r#"{"task":"a.dsi.1"}"#,
        "{}",
    ] {
        let event = Event::read(line.as_bytes()).unwrap();
        let Event::Unknown(fields) = &event else { panic!("{line}: {event:?}") };
        assert_eq!(Value::Object(fields.clone()), serde_json::from_str::<Value>(line).unwrap());
    }
    for bad in ["", "{", "[]", "7", "null", r#"{"type":"resumed"}}"#, r#"{"type":"resumed"} x"#] {
        assert!(Event::read(bad.as_bytes()).is_err(), "{bad}");
    }
}

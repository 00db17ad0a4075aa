//! Events as other programs and damaged disks may write them: each is read as it was meant, or kept as it is.

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::json::EVENTS;
use crate::incident::{Event, Moment, Recorded, Seq, Signature};

fn read(json: &str) -> Event {
    Event::read(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// The fields of a line in this order; the same are left out that are named.
fn rewritten(line: &str, order: impl Fn(&mut Vec<(String, Value)>)) -> String {
    let fields: Map<String, Value> = serde_json::from_str(line).unwrap();
    let mut fields: Vec<_> = fields.into_iter().collect();
    order(&mut fields);
    let fields: Vec<_> = fields.iter().map(|(key, value)| format!("{}: {value}", Value::from(key.as_str()))).collect();
    format!("{{ {} }}", fields.join(" , "))
}

#[test]
fn the_type_may_be_anywhere_and_spaced() {
    for line in EVENTS.lines() {
        let event = read(line);
        let last = rewritten(line, |fields| fields.sort_by_key(|(key, _)| key == "type"));
        let first = rewritten(line, |fields| fields.sort_by_key(|(key, _)| key != "type"));
        assert_eq!(read(&last), event, "{last}");
        assert_eq!(read(&first), event, "{first}");
    }
}

#[test]
fn the_type_may_be_escaped() {
    let plain = r#"{"type":"task_done","task":"a.dsi.1"}"#;
    for escaped in [r#"{"type":"task\u005fdone","task":"a.dsi.1"}"#, r#"{"t\u0079pe":"task_done","task":"a.dsi.1"}"#] {
        assert_eq!(read(escaped), read(plain), "{escaped}");
    }
}

#[test]
fn what_a_known_type_lacks_or_has_wrong_is_kept_as_it_is() {
    let cases = [
        r#"{"type":"task_done"}"#,
        r#"{"type":"task_done","task":3}"#,
        r#"{"type":"task_done","task":"A B"}"#,
        r#"{"type":"undone","act":-1}"#,
        r#"{"type":"undone","act":1.5}"#,
        r#"{"type":"closed","reason":null}"#,
        r#"{"type":"step_extended","step":"a","planned":{"min":1}}"#,
        r#"{"type":"severity_set","severity":"sev9"}"#,
        r#"{"type":"of_tomorrow","x":[1,{"y":null}]}"#,
        r#"{"type":null}"#,
        r#"{"type":["task_done"],"task":"a.dsi.1"}"#,
        r#"{"x":1}"#,
        "{}",
    ];
    for json in cases {
        let Event::Unknown(fields) = read(json) else { panic!("{json} is read") };
        assert_eq!(Value::Object(fields), serde_json::from_str::<Value>(json).unwrap(), "{json}");
    }
}

#[test]
fn a_field_of_a_newer_version_does_not_hide_the_event() {
    let newer = r#"{"type":"task_done","task":"a.dsi.1","by_hand":true}"#;
    assert_eq!(read(newer), read(r#"{"type":"task_done","task":"a.dsi.1"}"#));
}

#[test]
fn of_two_types_the_last_holds_as_for_other_readers() {
    let twice = r#"{"type":"task_done","task":"a.dsi.1","type":"task_started"}"#;
    assert_eq!(read(twice), read(r#"{"type":"task_started","task":"a.dsi.1"}"#));
}

#[test]
fn what_is_no_object_is_no_event() {
    for json in [
        "",
        "[]",
        "3",
        "null",
        r#""task_done""#,
        r#"{"type":"resumed""#,
        r#"{"type":"resumed"} x"#,
        "{\"type\":\"\u{0}\"}",
    ] {
        assert!(Event::read(json.as_bytes()).is_err(), "{json}");
    }
    assert!(Event::read(b"{\"type\":\"resumed\",\"x\":\"\xff\"}").is_err());
}

#[test]
fn a_time_beyond_any_calendar_is_noticed_in_every_field_that_has_one() {
    let at: Moment = "2026-11-22T10:00:00Z".parse().unwrap();
    let is_reckonable = |json: &str| {
        let (by, event) = (Signature::new("alice", "test"), read(json));
        assert!(!matches!(event, Event::Unknown(_)), "{json}");
        Recorded { seq: Seq(2), at, by, act: None, event }.is_reckonable()
    };
    let cases = [
        r#"{"type":"restore_point_set","service":"mail","to":"DATET00:00:00Z"}"#,
        r#"{"type":"action_added","action":"A1","title":"x","due":"DATE"}"#,
        r#"{"type":"action_changed","action":"A1","due":"DATE"}"#,
    ];
    for json in cases {
        assert!(is_reckonable(&json.replace("DATE", "2026-12-01")), "{json}");
        assert!(is_reckonable(&json.replace("DATE", "+20000-12-31")), "{json}");
        assert!(!is_reckonable(&json.replace("DATE", "+20001-01-01")), "{json}");
        assert!(!is_reckonable(&json.replace("DATE", "-20001-01-01")), "{json}");
    }
    assert!(is_reckonable(r#"{"type":"action_changed","action":"A1","due":null}"#));
    assert!(is_reckonable(r#"{"type":"action_changed","action":"A1"}"#));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_order_of_the_fields_is_the_same_event(seed: u64) {
        for line in EVENTS.lines() {
            let shuffled = rewritten(line, |fields| {
                for (n, field) in (0_u64..).zip(fields.iter_mut()) {
                    // The order of a key follows from the seed alone.
                    let key: u64 = field.0.bytes().fold(seed ^ n, |sum, b| sum.wrapping_mul(31).wrapping_add(b.into()));
                    field.0.insert_str(0, &format!("{key:020} "));
                }
                fields.sort_by(|(a, _), (b, _)| a.cmp(b));
                for (key, _) in fields.iter_mut() {
                    key.replace_range(..21, "");
                }
            });
            prop_assert_eq!(read(&shuffled), read(line));
        }
    }

    #[test]
    fn a_line_that_is_cut_anywhere_is_no_event(place in 1_usize..400) {
        for line in EVENTS.lines().filter(|line| line.len() > place && line.is_char_boundary(place)) {
            prop_assert!(Event::read(&line.as_bytes()[..place]).is_err(), "{}", &line[..place]);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = Event::read(&bytes);
    }
}

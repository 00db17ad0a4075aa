use std::fmt::Write;

use super::*;
use crate::incident::{Kind, Moment, Opened, Pace, Plan, Recorded, Seq, Severity, Signature, Situation};

fn recorded(seq: u64, event: Event) -> Recorded {
    Recorded { seq: Seq(seq), at: Moment::UNIX_EPOCH, by: Signature::new("alice", "local"), act: None, event }
}

fn read(json: &str) -> Event {
    let event = Event::read(json.as_bytes()).unwrap();
    assert!(!matches!(event, Event::Unknown(_)), "{json}");
    event
}

/// An incident with a step, a task, a service, an audience, a finding and an action.
fn incident() -> Incident {
    let plan: Plan = serde_json::from_str(
        r#"{"title":"Plan","roles":[{"id":"dsi","name":"DSI"}],
            "steps":[{"id":"a","title":"Restore","kind":"phase","planned":{"min":60,"max":60},
                      "tasks":[{"id":"a.dsi.1","role":"dsi","title":"Tapes"}]}],
            "services":[{"id":"mail","name":"Mailbox","priority":1}],
            "audiences":[{"id":"team","name":"Staff"}]}"#,
    )
    .unwrap();
    let opened = Opened {
        incident: "20261122-x-aaaa".parse().unwrap(),
        title: "Crisis".into(),
        severity: Severity::Sev1,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: Moment::UNIX_EPOCH },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        commander: PersonName::new("alice"),
        plan,
    };
    let mut incident = Incident::begin(&recorded(1, Event::Header(HeaderEvent::Opened(Box::new(opened))))).unwrap();
    incident.apply(&recorded(2, read(r#"{"type":"action_added","action":"A1","title":"Drill","owner":"karim"}"#)));
    incident
}

/// The words of an event that is recorded now.
fn words(json: &str) -> Vec<String> {
    let mut incident = incident();
    incident.apply(&recorded(3, read(json)));
    words_of(&incident, Seq(3))
}

fn words_of(incident: &Incident, seq: Seq) -> Vec<String> {
    let mut words = Vec::new();
    entry_words(incident, incident.log.get(seq).unwrap(), &mut |word| words.push(word.to_owned()));
    assert_eq!(words.remove(0), "alice", "the author comes first");
    words.retain(|word| !word.is_empty());
    words.sort();
    words
}

#[test]
fn an_entry_is_found_by_what_it_says_and_by_what_it_is_about() {
    let cases: &[(&str, &[&str])] = &[
        (r#"{"type":"retitled","title":"Fire"}"#, &["Fire"]),
        (r#"{"type":"severity_set","severity":"sev1"}"#, &[]),
        (r#"{"type":"situation_set","situation":{"what":"Smoke","since":"3h","impact":"All"}}"#, &["All", "Smoke"]),
        (r#"{"type":"held","reason":"Lunch"}"#, &["Lunch"]),
        (r#"{"type":"closed","reason":"Over"}"#, &["Over"]),
        (r#"{"type":"reopened","reason":"Again"}"#, &["Again"]),
        (r#"{"type":"log_moved","reason":"Lost"}"#, &["Lost"]),
        (r#"{"type":"step_started","step":"a"}"#, &["Restore"]),
        (r#"{"type":"step_skipped","step":"a","reason":"Late"}"#, &["Late", "Restore"]),
        (r#"{"type":"step_late","step":"a"}"#, &["Restore"]),
        (r#"{"type":"step_moved","step":"a","after":null}"#, &["Restore"]),
        (r#"{"type":"step_started","step":"gone"}"#, &[]),
        (r#"{"type":"task_started","task":"a.dsi.1"}"#, &["Tapes"]),
        (r#"{"type":"task_blocked","task":"a.dsi.1","reason":"VPN"}"#, &["Tapes", "VPN"]),
        (r#"{"type":"task_assigned","task":"a.dsi.1","person":"zoe"}"#, &["Tapes", "zoe"]),
        (r#"{"type":"task_assigned","task":"a.dsi.1","person":null}"#, &["Tapes"]),
        (r#"{"type":"task_commented","task":"a.dsi.1","text":"Soon"}"#, &["Soon", "Tapes"]),
        (r#"{"type":"task_done","task":"gone.dsi.1"}"#, &[]),
        (r#"{"type":"noted","text":"Hello"}"#, &["Hello"]),
        (r#"{"type":"fact_recorded","text":"Smoke"}"#, &["Smoke"]),
        (r#"{"type":"decided","text":"Cut","why":"Spread","objections":"Cost"}"#, &["Cost", "Cut", "Spread"]),
        (r#"{"type":"service_set","service":"mail","health":"up"}"#, &["Mailbox"]),
        (r#"{"type":"restore_point_set","service":"mail","to":"2026-11-22T01:00:00Z"}"#, &["Mailbox"]),
        (r#"{"type":"help_asked","text":"Hands","task":"a.dsi.1"}"#, &["Hands", "Tapes"]),
        (r#"{"type":"help_asked","text":"Hands"}"#, &["Hands"]),
        (r#"{"type":"offered","duty":"command","to":"zoe","briefing":"Well"}"#, &["Well", "zoe"]),
        (r#"{"type":"handed_over","duty":"command","from":"ines","to":"zoe"}"#, &["ines"]),
        (r#"{"type":"command_taken","from":"ines","reason":"Asleep"}"#, &["Asleep", "ines"]),
        (r#"{"type":"role_revoked","role":"dsi","from":"ines"}"#, &["ines"]),
        (r#"{"type":"audience_set","audience":{"id":"board","name":"Board"}}"#, &["Board"]),
        (r#"{"type":"update_proposed","audience":"team","occasion":"progress","text":"On"}"#, &["On", "Staff"]),
        (r#"{"type":"update_posted","audience":"team","occasion":"progress","text":"On"}"#, &["On", "Staff"]),
        (r#"{"type":"update_posted","audience":"gone","occasion":"progress","text":"On"}"#, &["On", "gone"]),
        (r#"{"type":"update_addressed","update":9,"targets":["chat","mail"]}"#, &["chat", "mail"]),
        (r#"{"type":"pushed","target":"chat","audience":"team","through":2,"text":"New"}"#, &["New", "chat"]),
        (r#"{"type":"delivery_failed","message":9,"target":"chat","reason":"Gone"}"#, &["Gone", "chat"]),
        (r#"{"type":"delivered","message":9,"target":"chat"}"#, &["chat"]),
        (r#"{"type":"finding_added","finding":"F1","text":"Slow"}"#, &["Slow"]),
        (r#"{"type":"finding_dropped","finding":"F1","reason":"Wrong"}"#, &["Wrong"]),
        (r#"{"type":"action_added","action":"A2","title":"Test","owner":"zoe"}"#, &["Test", "zoe"]),
        (r#"{"type":"action_changed","action":"A1","title":"Train","owner":"ines"}"#, &["Train", "Train", "ines"]),
        (r#"{"type":"action_changed","action":"A1","owner":null}"#, &["Drill"]),
        (r#"{"type":"action_finished","action":"A1","outcome":"Good"}"#, &["Drill", "Good"]),
        (r#"{"type":"action_reopened","action":"A1"}"#, &["Drill"]),
        (r#"{"type":"undone","act":2}"#, &[]),
    ];
    let mut wrong = String::new();
    for (json, expected) in cases {
        let found = words(json);
        if found != *expected {
            writeln!(wrong, "{json}\n  {found:?}\n  instead of {expected:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_title_is_found_as_it_is_now_and_a_corrected_text_in_both_forms() {
    let mut incident = incident();
    incident.apply(&recorded(3, read(r#"{"type":"task_done","task":"a.dsi.1"}"#)));
    incident.apply(&recorded(4, read(r#"{"type":"task_retitled","task":"a.dsi.1","title":"Disks"}"#)));
    incident.apply(&recorded(5, read(r#"{"type":"noted","text":"Fire"}"#)));
    incident.apply(&recorded(6, read(r#"{"type":"corrected","entry":5,"text":"Smoke"}"#)));
    assert_eq!(words_of(&incident, Seq(3)), ["Disks"]);
    assert_eq!(words_of(&incident, Seq(5)), ["Fire", "Smoke"]);
    assert_eq!(words_of(&incident, Seq(6)), ["Smoke"]);
}

//! Undo, noun by noun: an act is undone without a trace in the state, unless someone has built on it.

use std::fmt::Write;

use super::crisis::Crisis;
use crate::incident::Seq;

/// Lines that are done before, and the act that is undone.
type Case = (&'static str, &'static str);

/// The numbers of findings and actions are not given twice, and so differ.
fn leave_no_trace(cases: &[Case]) {
    let mut wrong = String::new();
    for (lines, line) in cases {
        let mut crisis = Crisis::after(lines);
        let before = crisis.state();
        crisis.asks(line).unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
        let first = crisis.incident.last_act(&Crisis::person("alice")).unwrap().first;
        let (name, _) = line.split_once(": ").unwrap_or(("alice", line));
        crisis.asks(&format!("{name}: undo")).unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
        if crisis.state() != before {
            writeln!(wrong, "{lines} | {line}\n  {}\n  {before}", crisis.state()).unwrap();
        }
        assert!(crisis.incident.log.get(first).unwrap().undone.is_some(), "{line}");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_incident_as_a_whole() {
    leave_no_trace(&[
        ("", "retitle title=Other"),
        ("retitle title=Other", "retitle title=Third"),
        ("", "set_severity severity=sev1"),
        ("", "describe what=Mail impact=All"),
        ("", "set_zone zone=Europe/Paris"),
        ("", "hold reason=x"),
        ("hold reason=x", "resume"),
    ]);
}

#[test]
fn steps() {
    leave_no_trace(&[
        ("", "start_step step=a"),
        ("start_step step=a", "finish_step step=a"),
        ("start_step step=a\nfinish_step step=a", "reopen_step step=a"),
        ("", "skip_step step=a reason=x"),
        ("skip_step step=a reason=x", "reopen_step step=a"),
        ("", r#"extend_step step=a planned={"min":60,"max":60}"#),
        ("", r#"add_step title=D kind={"kind":"break","planned":{"min":60,"max":60}} after=a"#),
        ("", "move_step step=c"),
        ("move_step step=c", "move_step step=b"),
        ("", "end_day"),
        ("", "end_day resume=07:30:00"),
        ("skip_step step=night reason=x", "end_day"),
        ("end_day", "start_day"),
        ("start_step step=a", "next_step"),
        ("start_step step=a\nstart_step step=b", r#"advance_steps finish=["a","b"] start=true"#),
    ]);
}

#[test]
fn tasks() {
    leave_no_trace(&[
        ("", "start_task task=a.dsi.1"),
        ("", "finish_task task=a.dsi.1"),
        ("start_task task=a.dsi.1", "finish_task task=a.dsi.1"),
        ("start_task task=a.dsi.1", "block_task task=a.dsi.1 reason=VPN"),
        ("start_task task=a.dsi.1\nblock_task task=a.dsi.1 reason=VPN", "unblock_task task=a.dsi.1"),
        ("", "skip_task task=a.dsi.1 reason=x"),
        ("finish_task task=a.dsi.1", "reopen_task task=a.dsi.1"),
        ("assign_task task=a.dsi.1 person=ines", "assign_task task=a.dsi.1 person=zoe"),
        ("", "retitle_task task=a.dsi.1 title=Z"),
        ("", "comment_task task=a.dsi.1 text=x"),
        ("", "add_task step=a role=dsi title=Y"),
        // What another task has become since stays as it is.
        ("finish_task task=a.dev.1", "finish_task task=a.dsi.1"),
    ]);
}

#[test]
fn services_help_duties_and_audiences() {
    leave_no_trace(&[
        ("", "set_service service=mail health=up"),
        ("", "set_service service=mail health=down"),
        ("", "set_restore_point service=mail at=2026-11-22T09:00:00Z"),
        ("", "add_service name=ERP priority=2 health=up"),
        ("", "ask_help text=x"),
        ("ask_help text=x\nask_help text=y", "answer_help call=2"),
        ("ask_help text=x", "take_help call=2"),
        ("ask_help text=x\ntake_help call=2", "release_help call=2"),
        ("ask_help text=x\nask_help text=y", "reply_help call=2 text=z"),
        ("", "offer duty=command to=zoe briefing=x"),
        ("offer duty=command to=zoe briefing=x", "offer duty=command to=ines briefing=x"),
        ("offer duty=command to=zoe briefing=x", "drop_offer duty=command"),
        (
            "ines: offer duty={\"role\":\"dsi\"} to=zoe briefing=x\nzoe: accept_offer duty={\"role\":\"dsi\"}",
            "revoke_role role=dsi person=zoe",
        ),
        ("", r#"set_audience audience={"id":"board","name":"Board"}"#),
        ("", r#"set_audience audience={"id":"team","name":"All"}"#),
        ("", "propose_update audience=team occasion=progress text=x"),
        ("ines: propose_update audience=team occasion=progress text=x", "drop_update proposal=2"),
    ]);
}

#[test]
fn the_log_and_the_review() {
    leave_no_trace(&[
        ("", "note text=x"),
        ("", "record_fact text=x"),
        ("", "decide text=x why=y objections="),
        ("note text=x", "correct entry=2 text=y"),
        ("", "add_finding text=x"),
        ("add_finding text=x", "correct_finding finding=F1 text=y"),
        ("add_finding text=x", "drop_finding finding=F1 reason=y"),
        ("", "add_action title=x"),
        ("add_action title=x", "change_action action=A1 title=y owner=ines due=2026-12-01"),
        ("add_action title=x", "finish_action action=A1 outcome=Good"),
        ("add_action title=x\nfinish_action action=A1 outcome=", "reopen_action action=A1"),
        ("add_action title=x", "drop_action action=A1 reason=y"),
    ]);
}

#[test]
fn what_somebody_has_built_on_stays() {
    let cases = [
        ("start_task task=a.dsi.1\nkarim: finish_task task=a.dsi.1", "ChangedSince { entry: Seq(3)"),
        ("add_finding text=x\nkarim: add_action title=y finding=F1", "ChangedSince { entry: Seq(3)"),
        ("add_task step=a role=dsi title=Y\nines: start_task task=a.dsi.2", "ChangedSince { entry: Seq(3)"),
        ("hold reason=x\nkarim: note text=y", ""),
        ("set_service service=mail health=up\nkarim: set_service service=mail health=down", "ChangedSince"),
        ("note text=x\nkarim: correct entry=2 text=y", ""),
        ("post_update audience=team occasion=progress text=x", "Sent { entry: Seq(2)"),
        ("offer duty=command to=karim briefing=\nkarim: accept_offer duty=command\nkarim: undo", "NotUndoable"),
    ];
    for (lines, expected) in cases {
        let (name, lines) = match lines.rsplit_once("\nkarim: undo") {
            Some((lines, _)) => ("karim", lines),
            None => ("alice", lines),
        };
        let found = Crisis::after(lines).asks(&format!("{name}: undo"));
        match found {
            Ok(events) => assert!(expected.is_empty(), "{lines}: {events:?}"),
            Err(refusal) => {
                let refusal = format!("{refusal:?}");
                assert!(!expected.is_empty() && refusal.starts_with(expected), "{lines}: {refusal}");
            }
        }
    }
}

#[test]
fn acts_are_undone_one_after_the_other_and_only_ones_own() {
    let mut crisis = Crisis::after("retitle title=B\nkarim: note text=x\nretitle title=C");
    assert!(crisis.asks("undo").is_ok());
    assert_eq!(crisis.incident.title.as_str(), "B");
    assert!(crisis.asks("undo").is_ok());
    assert_eq!(crisis.incident.title.as_str(), "Crisis");
    assert_eq!(format!("{:?}", crisis.asks("undo")), "Err(NothingToUndo)");
    assert!(crisis.incident.log.get(Seq(3)).unwrap().undone.is_none());
    assert!(crisis.asks("karim: undo").is_ok());
    assert!(crisis.incident.log.get(Seq(3)).unwrap().undone.is_some());
}

#[test]
fn a_closing_is_taken_back_by_whoever_closed_and_what_it_ended_goes_on() {
    let lines = "start_step step=a\nines: ask_help text=Key\nkarim: take_help call=3\nkarim: reply_help call=3 text=Soon\noffer duty=command to=karim briefing=x\nhold reason=y";
    for back in ["undo", "reopen reason=Mistake", "zoe: reopen reason=Mistake"] {
        let mut crisis = Crisis::after(lines);
        let before = crisis.incident.clone();
        let active = before.active.at(crisis.now);
        crisis.asks("close reason=x").unwrap();
        crisis.asks("note text=Later").unwrap();
        if back == "undo" {
            // What came after it is undone first.
            crisis.asks(back).unwrap();
            assert!(crisis.incident.is_closed());
        }
        if back.starts_with("zoe") {
            crisis.asks("zoe: take_command reason=away").unwrap();
        }
        crisis.asks(back).unwrap();
        let now = &crisis.incident;
        assert_eq!(now.active_steps().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["a"], "{back}");
        assert_eq!(now.calls, before.calls, "{back}");
        assert!(now.is_held(), "{back}");
        // The time between is nobody's.
        assert_eq!(now.active.at(crisis.now), active, "{back}");
        // Only who made an offer makes it again.
        assert_eq!(now.offers.len(), usize::from(!back.starts_with("zoe")), "{back}");
        // The next undo goes past both: nothing closes again by it.
        crisis.asks("undo").ok();
        assert!(!crisis.incident.is_closed(), "{back}");
    }
}

#[test]
fn a_night_that_a_closing_ended_goes_on() {
    let mut crisis = Crisis::after("start_step step=a\nend_day\nclose reason=x\nundo");
    assert!(crisis.incident.night().is_some());
    assert!(!crisis.incident.active.is_running());
    crisis.asks("start_day").unwrap();
    assert_eq!(crisis.incident.active_steps().count(), 1);
}

#[test]
fn nobody_else_takes_a_closing_back_by_an_undo() {
    let mut crisis = Crisis::after("karim: note text=x\nclose reason=x");
    for line in ["karim: undo", "zoe: undo"] {
        assert!(crisis.asks(line).is_err(), "{line}");
    }
}

#[test]
fn fifty_acts_are_kept_and_no_more() {
    let mut crisis = Crisis::opened();
    for n in 0..60 {
        crisis.asks(&format!("retitle title=T{n}")).unwrap();
    }
    for _ in 0..50 {
        crisis.asks("undo").unwrap();
    }
    assert_eq!(crisis.incident.title.as_str(), "T9");
    assert_eq!(format!("{:?}", crisis.asks("undo")), "Err(NothingToUndo)");
}

#[test]
fn what_was_done_in_command_is_not_undone_without_it() {
    let mut crisis = Crisis::after("karim: take_command reason=x\nkarim: retitle title=B\nzoe: take_command reason=y");
    let refused = format!("{:?}", crisis.asks("karim: undo"));
    assert!(refused.starts_with("Err(NotYours { whom: Commander"), "{refused}");
}

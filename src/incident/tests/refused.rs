//! What each noun refuses, and in which words of the code.

use std::fmt::Write;

use super::crisis::Crisis;

/// Lines that are done before, one that is refused, and the name of its refusal.
type Case = (&'static str, &'static str, &'static str);

fn refuse(cases: &[Case]) {
    let mut wrong = String::new();
    for (lines, line, expected) in cases {
        let mut crisis = Crisis::after(lines);
        let before = crisis.state();
        let found = match crisis.asks(line) {
            Ok(events) => format!("{events:?}"),
            Err(refusal) => format!("{refusal:?}"),
        };
        if !found.starts_with(expected) {
            writeln!(wrong, "{lines} | {line}\n  {found}\n  instead of {expected}").unwrap();
        }
        assert!(!expected.is_empty() && crisis.state() == before, "{line}");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_incident_as_a_whole() {
    refuse(&[
        ("", "retitle title=Crisis", "NoChange"),
        ("", "retitle title=", "Empty { what: Title"),
        ("", "set_severity severity=sev2", "NoChange"),
        ("", "set_zone zone=UTC", "NoChange"),
        ("", "describe", "NoChange"),
        ("", "resume", "NotHeld"),
        ("hold reason=x", "hold reason=y", "Held"),
        ("", "reopen reason=x", "NotClosed"),
        ("close reason=x", "close reason=x", "Closed"),
        ("close reason=x", "retitle title=Other", "Closed"),
        ("retitle title=B\nclose reason=x", "karim: undo", "Closed"),
        ("", "karim: retitle title=Other", "NotYours"),
        ("", "system: retitle title=Other", "SystemOnly"),
        ("", "house fact=note_late step=a", "SystemOnly"),
    ]);
}

#[test]
fn steps() {
    refuse(&[
        ("", "start_step step=x", "NoSuchStep"),
        ("start_step step=a", "start_step step=a", "StepIs"),
        ("", "finish_step step=a", "StepIs"),
        ("start_step step=a\nhold reason=x", "finish_step step=a", "Held"),
        ("hold reason=x", "start_step step=a", "Held"),
        ("end_day", "start_step step=a", "Night"),
        ("start_step step=a", "skip_step step=a reason=x", "StepIs"),
        ("", "skip_step step=a reason=", "Empty { what: Reason"),
        ("", "reopen_step step=a", "StepIs"),
        ("", r#"extend_step step=a planned={"min":600,"max":1800}"#, "NoChange"),
        ("", r#"extend_step step=a planned={"min":9,"max":1}"#, "BadRange"),
        ("", r#"extend_step step=a planned={"min":0,"max":0}"#, "BadRange"),
        ("", r#"extend_step step=night planned={"min":1,"max":1}"#, "NoRange"),
        ("start_step step=a\nfinish_step step=a", r#"extend_step step=a planned={"min":1,"max":1}"#, "StepIs"),
        ("", "move_step step=b after=a", "NoChange"),
        ("", "move_step step=b after=b", "CannotMove"),
        ("start_step step=b", "move_step step=b", "CannotMove"),
        ("", "move_step step=b after=x", "NoSuchStep"),
        ("", "start_day", "NotNight"),
        ("hold reason=x", "next_step", "Held"),
        ("hold reason=x", "end_day", "Held"),
        ("", "ines: next_step", "NotYours"),
        ("", r#"advance_steps finish=["x"] start=true"#, "NoSuchStep"),
        ("start_step step=a", r#"advance_steps finish=["a","b"] start=true"#, "StepIs"),
        ("start_step step=a", "advance_steps finish=[] start=false", "NoChange"),
        ("start_step step=a\nhold reason=x", r#"advance_steps finish=["a"] start=true"#, "Held"),
        ("start_step step=a\nend_day", r#"advance_steps finish=["a"] start=true"#, "Night"),
        ("start_step step=c", "advance_steps finish=[] start=true", "OnlyEarlier"),
        ("start_step step=c\nfinish_step step=c", "next_step", "OnlyEarlier"),
        ("start_step step=a", "system: house fact=note_late step=a", "NoChange"),
        ("", "system: house fact=note_late step=a", "StepIs"),
    ]);
}

#[test]
fn tasks() {
    refuse(&[
        ("", "start_task task=x.dsi.1", "NoSuchTask"),
        ("start_task task=a.dsi.1", "start_task task=a.dsi.1", "TaskIs"),
        ("finish_task task=a.dsi.1", "finish_task task=a.dsi.1", "TaskIs"),
        ("finish_task task=a.dsi.1", "block_task task=a.dsi.1 reason=x", "TaskIs"),
        ("block_task task=a.dsi.1 reason=x", "block_task task=a.dsi.1 reason=x", "NoChange"),
        ("", "block_task task=a.dsi.1 reason=", "Empty { what: Reason"),
        ("", "unblock_task task=a.dsi.1", "TaskIs"),
        ("skip_task task=a.dsi.1 reason=x", "skip_task task=a.dsi.1 reason=x", "TaskIs"),
        ("", "reopen_task task=a.dsi.1", "TaskIs"),
        ("", "assign_task task=a.dsi.1", "NoChange"),
        ("", "retitle_task task=a.dsi.1 title=a.dsi.1", "NoChange"),
        ("", "comment_task task=a.dsi.1 text=", "Empty { what: Text"),
        ("", "add_task step=rest role=dsi title=x", "NotAPhase"),
        ("", "add_task step=a role=x title=x", "NoSuchRole"),
        ("", "add_task step=x role=dsi title=x", "NoSuchStep"),
        ("", "ines: start_task task=a.dev.1", "NotYours { whom: Role"),
        ("", "ines: add_task step=a role=dev title=x", "NotYours { whom: Role"),
    ]);
}

#[test]
fn services_and_the_log() {
    refuse(&[
        ("", "set_service service=x health=up", "NoSuchService"),
        ("set_service service=mail health=up", "set_service service=mail health=up", "NoChange"),
        ("", "set_restore_point service=x at=2026-11-22T09:00:00Z", "NoSuchService"),
        ("", "set_restore_point service=mail at=2026-11-22T23:00:00Z", "InTheFuture"),
        (
            "set_restore_point service=mail at=2026-11-22T09:00:00Z",
            "set_restore_point service=mail at=2026-11-22T09:00:00Z",
            "NoChange",
        ),
        ("", "add_service name= priority=1 health=up", "Empty { what: Name"),
        ("", "ines: set_service service=mail health=up", "NotYours { whom: Commander"),
        ("", "note text=", "Empty { what: Text"),
        ("", "correct entry=9 text=x", "NoSuchEntry"),
        ("", "correct entry=1 text=x", "NotCorrectable"),
        ("note text=x", "correct entry=2 text=x", "NoChange"),
        ("note text=x\nundo", "correct entry=2 text=y", "NotCorrectable"),
        ("note text=x\ncorrect entry=2 text=y", "correct entry=2 text=y", "NoChange"),
        ("note text=x", "ines: correct entry=2 text=y", "NotYours { whom: Person"),
        ("", "ines: decide text=x why= objections=", "NotYours { whom: Commander"),
    ]);
}

#[test]
fn help_and_duties() {
    refuse(&[
        ("", "ask_help text=", "Empty { what: Text"),
        ("", "ask_help text=x task=x.dsi.1", "NoSuchTask"),
        ("", "answer_help call=2", "NoSuchCall"),
        ("", "take_help call=9", "NoSuchCall"),
        ("ask_help text=x\ntake_help call=2", "take_help call=2", "NoChange"),
        ("ask_help text=x", "release_help call=2", "NoChange"),
        ("ask_help text=x", "reply_help call=2 text=", "Empty"),
        ("ask_help text=x", "ines: take_help call=2", "NotYours"),
        ("ask_help text=x", "ines: answer_help call=2", "NotYours { whom: Commander"),
        ("close reason=x", "ask_help text=x", "Closed"),
        ("", "offer duty=command to=alice briefing=", "ToOneself"),
        ("", "offer duty=command to= briefing=", "Empty { what: Name"),
        ("offer duty=command to=zoe briefing=x", "offer duty=command to=zoe briefing=x", "NoChange"),
        ("", r#"offer duty={"role":"x"} to=zoe briefing="#, "NoSuchRole"),
        ("", "zoe: accept_offer duty=command", "NoSuchOffer"),
        ("offer duty=command to=zoe briefing=x", "karim: accept_offer duty=command", "NotYours { whom: Person"),
        ("offer duty=command to=zoe briefing=x", "karim: drop_offer duty=command", "NotYours { whom: Person"),
        ("", "drop_offer duty=command", "NoSuchOffer { role: None"),
        ("", "karim: offer duty=command to=zoe briefing=", "NotYours { whom: Commander"),
        ("", r#"ines: offer duty={"role":"dev"} to=zoe briefing="#, "NotYours { whom: Role"),
        ("", "revoke_role role=dsi person=zoe", "NotTakenOver"),
        ("", "take_command reason=x", "NoChange"),
        ("", "karim: take_command reason=", "Empty { what: Reason"),
        ("", "ines: take_command reason=x", "NotYours { whom: Commander"),
    ]);
}

#[test]
fn updates() {
    const SENT: &str =
        "post_update audience=team occasion=progress text=x\nsystem: house fact=address update=2 targets=[\"chat\"]";
    refuse(&[
        ("", "post_update audience=x occasion=progress text=x", "NoSuchAudience"),
        ("", "post_update audience=team occasion=progress text=", "Empty { what: Text"),
        (
            "propose_update audience=team occasion=progress text=x",
            "propose_update audience=team occasion=progress text=x",
            "NoChange",
        ),
        ("", "approve_update proposal=2", "NoSuchProposal"),
        ("", "drop_update proposal=2", "NoSuchProposal"),
        (
            "propose_update audience=team occasion=progress text=x",
            "ines: drop_update proposal=2",
            "NotYours { whom: Commander",
        ),
        ("", "retry_delivery", "NothingToRetry"),
        (
            r#"set_audience audience={"id":"team","name":"T"}"#,
            r#"set_audience audience={"id":"team","name":"T"}"#,
            "NoChange",
        ),
        ("", r#"set_audience audience={"id":"team","name":"T","language":"de"}"#, "NoSuchLanguage"),
        ("", r#"set_audience audience={"id":"team","name":"T","every":{"sev1":1}}"#, "BadInterval"),
        ("", r#"system: house fact=address update=2 targets=["chat"]"#, "NotOnItsWay"),
        (SENT, r#"system: house fact=address update=2 targets=["chat"]"#, "NotOnItsWay"),
        (SENT, "system: house fact=part_sent message=2 target=chat part=2 repeat=false", "NotOnItsWay"),
        (SENT, "system: house fact=deliver message=2 target=mail repeat=false", "NotOnItsWay"),
        ("", "system: house fact=push target=chat audience=team through=9 text=x", "NotOnItsWay"),
        (
            "system: house fact=push target=chat audience=team through=1 text=x",
            "system: house fact=push target=chat audience=team through=2 text=x",
            "NoChange",
        ),
    ]);
}

#[test]
fn the_review() {
    refuse(&[
        ("", "add_finding text=", "Empty { what: Text"),
        ("", "add_finding text=x about=x", "NoSuchStep"),
        ("", "correct_finding finding=F1 text=x", "NoSuchFinding"),
        ("add_finding text=x", "correct_finding finding=F1 text=x", "NoChange"),
        ("add_finding text=x\ndrop_finding finding=F1 reason=y", "correct_finding finding=F1 text=z", "FindingDropped"),
        ("add_finding text=x", "drop_finding finding=F1 reason=", "Empty { what: Reason"),
        ("add_finding text=x", "ines: drop_finding finding=F1 reason=y", "NotYours { whom: Person"),
        ("", "add_action title=", "Empty { what: Title"),
        ("", "add_action title=x due=2020-01-01", "BadDue"),
        ("", "add_action title=x due=2200-01-01", "BadDue"),
        ("", "add_action title=x finding=F1", "NoSuchFinding"),
        ("", "finish_action action=A1 outcome=", "NoSuchAction"),
        ("add_action title=x", "change_action action=A1 title=x", "NoChange"),
        ("add_action title=x", "change_action action=A1 owner=null", "NoChange"),
        ("add_action title=x", "reopen_action action=A1", "ActionIs"),
        ("add_action title=x\nfinish_action action=A1 outcome=", "finish_action action=A1 outcome=", "ActionIs"),
        ("add_action title=x\nfinish_action action=A1 outcome=", "change_action action=A1 title=y", "ActionIs"),
        ("add_action title=x owner=karim", "ines: finish_action action=A1 outcome=", "NotYours { whom: Person"),
    ]);
}

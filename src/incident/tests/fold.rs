//! What the events of each noun make of the state, as `state.json` has it.

use std::fmt::Write;

use serde_json::Value;

use super::crisis::Crisis;
use crate::incident::{Event, HeaderEvent, MarkKind, Moment, Seq, Signature, Span, TaskEvent};

/// Lines that are asked one after the other, a place in the state, and what is there then.
type Case = (&'static str, &'static str, &'static str);

/// All that differs is shown at once.
fn hold(cases: &[Case]) {
    let mut wrong = String::new();
    for (lines, place, expected) in cases {
        let state = Crisis::after(lines).state();
        let found = state.pointer(place).cloned().unwrap_or(Value::Null);
        let expected: Value = serde_json::from_str(expected).unwrap_or_else(|error| panic!("{expected}: {error}"));
        if found != expected {
            writeln!(wrong, "{lines}\n  {place}: {found}\n  instead of {expected}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_incident_as_a_whole() {
    hold(&[
        ("retitle title=Other", "/title", r#""Other""#),
        ("set_severity severity=sev1", "/severity", r#""sev1""#),
        ("describe what=Mail", "/situation", r#"{"what":"Mail","since":"","impact":""}"#),
        ("describe what=Mail\ndescribe impact=All", "/situation/what", r#""Mail""#),
        ("set_zone zone=Europe/Paris", "/zone", r#""Europe/Paris""#),
        ("hold reason=Lunch", "/status", r#"{"status":"held","since":"2026-11-22T10:10:00Z","reason":"Lunch"}"#),
        ("hold reason=Lunch\nresume", "/status", r#"{"status":"open"}"#),
        ("close reason=Over", "/status/status", r#""closed""#),
        ("close reason=Over\nreopen reason=Again", "/status", r#"{"status":"open"}"#),
    ]);
}

#[test]
fn the_active_clock_stops_for_holds_nights_and_closings() {
    const HELD: &str = "hold reason=Lunch";
    hold(&[
        ("note text=x", "/active", r#"{"before":0,"running_since":"2026-11-22T10:00:00Z"}"#),
        (HELD, "/active", r#"{"before":600000,"running_since":null}"#),
        ("hold reason=Lunch\nresume", "/active", r#"{"before":600000,"running_since":"2026-11-22T10:20:00Z"}"#),
        ("end_day", "/active/running_since", "null"),
        ("end_day\nstart_day", "/active", r#"{"before":600000,"running_since":"2026-11-22T10:20:00Z"}"#),
        ("close reason=x", "/active", r#"{"before":600000,"running_since":null}"#),
        ("close reason=x\nreopen reason=y", "/active/running_since", r#""2026-11-22T10:20:00Z""#),
    ]);
}

#[test]
fn steps() {
    hold(&[
        ("start_step step=a", "/steps/0/state", r#"{"state":"active"}"#),
        ("start_step step=a\nfinish_step step=a", "/steps/0/state", r#"{"state":"finished"}"#),
        ("start_step step=a\nfinish_step step=a", "/steps/0/runs/0/active_to", "1200000"),
        ("start_step step=a\nhold reason=x\nresume\nfinish_step step=a", "/steps/0/runs/0/active_to", "1800000"),
        ("start_step step=a\nfinish_step step=a\nreopen_step step=a", "/steps/0/runs/1/to", "null"),
        ("skip_step step=b reason=x", "/steps/1/state", r#"{"state":"skipped","reason":"x"}"#),
        ("skip_step step=b reason=x\nreopen_step step=b", "/steps/1/state", r#"{"state":"waiting"}"#),
        (r#"extend_step step=a planned={"min":60,"max":60}"#, "/steps/0/planned", r#"{"min":60,"max":60}"#),
        (r#"extend_step step=a planned={"min":60,"max":60}"#, "/steps/0/first_planned", r#"{"min":600,"max":1800}"#),
        ("move_step step=c after=a", "/steps/1/id", r#""c""#),
        ("move_step step=c", "/steps/0/id", r#""c""#),
        (r#"add_step title=D kind={"kind":"break","planned":{"min":60,"max":60}} after=a"#, "/steps/1/id", r#""d""#),
        (r#"add_step title=A kind={"kind":"break","planned":{"min":60,"max":60}}"#, "/steps/0/id", r#""a-2""#),
        ("end_day resume=07:30:00", "/steps/3/resume", r#""07:30:00""#),
        ("end_day", "/steps/3/state", r#"{"state":"active"}"#),
        ("next_step", "/steps/0/state", r#"{"state":"active"}"#),
        ("next_step\nnext_step", "/steps/0/state", r#"{"state":"finished"}"#),
        ("next_step\nnext_step", "/steps/1/state", r#"{"state":"active"}"#),
        // Only what is named ends; what follows is never a step that stands before it.
        ("next_step\nadvance_steps finish=[] start=true", "/steps/0/state", r#"{"state":"active"}"#),
        ("next_step\nadvance_steps finish=[] start=true", "/steps/1/state", r#"{"state":"active"}"#),
        ("start_step step=b\nadvance_steps finish=[\"b\"] start=true", "/steps/0/state", r#"{"state":"waiting"}"#),
        ("start_step step=b\nadvance_steps finish=[\"b\"] start=true", "/steps/2/state", r#"{"state":"active"}"#),
        ("start_step step=b\nfinish_step step=b\nnext_step", "/steps/2/state", r#"{"state":"active"}"#),
        (
            "start_step step=a\nstart_step step=c\nadvance_steps finish=[\"a\"] start=true",
            "/steps/1/state",
            r#"{"state":"active"}"#,
        ),
        (
            "start_step step=a\nstart_step step=c\nadvance_steps finish=[\"a\"] start=true",
            "/steps/4/state",
            r#"{"state":"active"}"#,
        ),
        (
            "start_step step=a\nstart_step step=b\nadvance_steps finish=[\"b\",\"a\",\"b\"] start=false",
            "/steps/2/state",
            r#"{"state":"waiting"}"#,
        ),
        ("start_step step=a\nclose reason=x", "/steps/0/state", r#"{"state":"finished"}"#),
    ]);
}

#[test]
fn tasks() {
    const STATE: &str = "/steps/0/tasks/0/state";
    hold(&[
        ("start_task task=a.dsi.1", STATE, r#"{"state":"doing"}"#),
        ("start_task task=a.dsi.1", "/steps/0/tasks/0/started_at", r#""2026-11-22T10:10:00Z""#),
        ("finish_task task=a.dsi.1", STATE, r#"{"state":"done"}"#),
        ("finish_task task=a.dsi.1", "/steps/0/tasks/0/changed", r#"["2026-11-22T10:10:00Z","alice"]"#),
        ("ines: finish_task task=a.dsi.1", "/steps/0/tasks/0/changed/1", r#""ines""#),
        ("block_task task=a.dsi.1 reason=VPN", STATE, r#"{"state":"blocked","reason":"VPN","was_doing":false}"#),
        (
            "start_task task=a.dsi.1\nblock_task task=a.dsi.1 reason=VPN\nblock_task task=a.dsi.1 reason=Disk",
            STATE,
            r#"{"state":"blocked","reason":"Disk","was_doing":true}"#,
        ),
        ("block_task task=a.dsi.1 reason=VPN\nunblock_task task=a.dsi.1", STATE, r#"{"state":"todo"}"#),
        (
            "start_task task=a.dsi.1\nblock_task task=a.dsi.1 reason=VPN\nunblock_task task=a.dsi.1",
            STATE,
            r#"{"state":"doing"}"#,
        ),
        ("skip_task task=a.dsi.1 reason=x", STATE, r#"{"state":"skipped","reason":"x"}"#),
        ("finish_task task=a.dsi.1\nreopen_task task=a.dsi.1", STATE, r#"{"state":"todo"}"#),
        (
            "start_task task=a.dsi.1\nfinish_task task=a.dsi.1\nreopen_task task=a.dsi.1",
            "/steps/0/tasks/0/started_at",
            "null",
        ),
        ("assign_task task=a.dsi.1 person=zoe", "/steps/0/tasks/0/assignee", r#""zoe""#),
        ("assign_task task=a.dsi.1 person=zoe\nassign_task task=a.dsi.1", "/steps/0/tasks/0/assignee", "null"),
        ("retitle_task task=a.dsi.1 title=Z", "/steps/0/tasks/0/title", r#""Z""#),
        ("comment_task task=a.dsi.1 text=x", "/steps/0/tasks/0/comments/0/text", r#""x""#),
        ("add_task step=a role=dsi title=Y", "/steps/0/tasks/2/id", r#""a.dsi.2""#),
        ("add_task step=b role=dev title=Y", "/steps/1/tasks/0/id", r#""b.dev.1""#),
    ]);
}

#[test]
fn services() {
    hold(&[
        ("set_service service=mail health=up", "/services/0/health", r#""up""#),
        ("set_service service=mail health=up", "/services/0/down_before", "600000"),
        ("set_service service=mail health=down", "/services/0/reported", "true"),
        ("set_service service=mail health=down", "/services/0/since", r#""2026-11-22T10:00:00Z""#),
        ("set_service service=web health=down", "/services/1/outage", r#""2026-11-22T10:10:00Z""#),
        (
            "set_service service=web health=down\nset_service service=web health=degraded",
            "/services/1/outage",
            r#""2026-11-22T10:10:00Z""#,
        ),
        (
            "set_service service=mail health=up\nset_service service=mail health=down",
            "/services/0/outage",
            r#""2026-11-22T10:20:00Z""#,
        ),
        (
            "set_restore_point service=mail at=2026-11-22T09:00:00Z",
            "/services/0/restored_to",
            r#""2026-11-22T09:00:00Z""#,
        ),
        (
            "set_restore_point service=mail at=2026-11-22T09:00:00Z\nset_service service=mail health=up\nset_service service=mail health=down",
            "/services/0/restored_to",
            "null",
        ),
        ("add_service name=ERP priority=2 health=up", "/services/2/id", r#""erp""#),
        ("add_service name=Mail priority=2 health=up", "/services/2/id", r#""mail-2""#),
    ]);
}

#[test]
fn help_and_duties() {
    const OFFER: &str = "offer duty=command to=zoe briefing=All~well";
    const ACCEPTED: &str = "offer duty=command to=zoe briefing=x\nzoe: accept_offer duty=command";
    const ROLE: &str = r#"ines: offer duty={"role":"dsi"} to=zoe briefing=x
        zoe: accept_offer duty={"role":"dsi"}"#;
    hold(&[
        ("ines: ask_help text=Help", "/calls/0/by", r#""ines""#),
        ("ask_help text=Help task=a.dsi.1", "/calls/0/task", r#""a.dsi.1""#),
        ("ask_help text=Help\nanswer_help call=2", "/calls", "[]"),
        ("ines: ask_help text=Help\nkarim: take_help call=2", "/calls/0/taken_by", r#""karim""#),
        ("ines: ask_help text=Help\nkarim: take_help call=2\ntake_help call=2", "/calls/0/taken_by", r#""alice""#),
        ("ines: ask_help text=Help\nkarim: reply_help call=2 text=Soon", "/calls/0/reply", r#"["karim","Soon"]"#),
        ("ask_help text=Help\nclose reason=x", "/calls", "[]"),
        (OFFER, "/offers/0/briefing", r#""All well""#),
        (OFFER, "/commander", r#""alice""#),
        ("offer duty=command to=zoe briefing=x\noffer duty=command to=ines briefing=x", "/offers/0/to", r#""ines""#),
        ("offer duty=command to=zoe briefing=x\nzoe: drop_offer duty=command", "/offers", "[]"),
        (ACCEPTED, "/commander", r#""zoe""#),
        (ACCEPTED, "/offers", "[]"),
        (ROLE, "/takers", r#"{"dsi":["zoe"]}"#),
        (
            "assign_task task=a.dsi.1 person=ines\nines: offer duty={\"role\":\"dsi\"} to=zoe briefing=x\nzoe: accept_offer duty={\"role\":\"dsi\"}",
            "/steps/0/tasks/0/assignee",
            r#""zoe""#,
        ),
        (
            "ines: offer duty={\"role\":\"dsi\"} to=zoe briefing=x\nzoe: accept_offer duty={\"role\":\"dsi\"}\nrevoke_role role=dsi person=zoe",
            "/takers",
            "{}",
        ),
        ("karim: take_command reason=Asleep", "/commander", r#""karim""#),
        ("offer duty=command to=zoe briefing=x\nkarim: take_command reason=Asleep", "/offers", "[]"),
    ]);
}

#[test]
fn updates_and_their_delivery() {
    const POSTED: &str = "post_update audience=team occasion=progress text=x";
    const ADDRESSED: &str = r#"post_update audience=team occasion=progress text=x
        system: house fact=address update=2 targets=["chat","mail"]"#;
    let delivery = |line: &str| -> &'static str { Box::leak(format!("{ADDRESSED}\nsystem: house {line}").into()) };
    let state = "/updates/0/deliveries/0/state";
    hold(&[
        (POSTED, "/updates/0/addressed", "false"),
        (ADDRESSED, "/updates/0/deliveries/1/target", r#""mail""#),
        (ADDRESSED, state, r#""pending""#),
        (delivery("fact=begin_send message=2 target=chat"), "/updates/0/deliveries/0/begun", "true"),
        (delivery("fact=part_sent message=2 target=chat part=1 repeat=false"), "/updates/0/deliveries/0/parts", "1"),
        (delivery("fact=deliver message=2 target=chat repeat=false"), state, r#""delivered""#),
        (
            delivery("fact=delay message=2 target=chat reason=Busy maybe_sent=true"),
            "/updates/0/deliveries/0/begun",
            "true",
        ),
        (
            delivery("fact=delay message=2 target=chat reason=Busy maybe_sent=false"),
            "/updates/0/deliveries/0/begun",
            "false",
        ),
        (delivery("fact=fail message=2 target=chat reason=Gone"), "/faults/chat/reason", r#""Gone""#),
        (delivery("fact=fail message=2 target=chat reason=Gone\nretry_delivery"), "/faults", "{}"),
        ("post_update audience=clients occasion=progress text=x", "/proposals", "[]"),
        ("ines: post_update audience=clients occasion=progress text=x", "/proposals/0/by", r#""ines""#),
        (
            "ines: propose_update audience=team occasion=progress text=x\napprove_update proposal=2",
            "/updates/0/text",
            r#""x""#,
        ),
        (
            "ines: propose_update audience=team occasion=progress text=x\napprove_update proposal=2 text=y",
            "/updates/0/text",
            r#""y""#,
        ),
        ("ines: propose_update audience=team occasion=progress text=x\ndrop_update proposal=2", "/proposals", "[]"),
        (
            "system: house fact=push target=chat audience=team through=1 text=x",
            "/pushes/0/delivery/target",
            r#""chat""#,
        ),
        ("system: house fact=push target=chat audience=team through=1 text=", "/pushes", "[]"),
        ("system: house fact=push target=chat audience=team through=1 text=", "/pushed/chat", "1"),
        (r#"set_audience audience={"id":"board","name":"Board"}"#, "/audiences/2/id", r#""board""#),
        (r#"set_audience audience={"id":"team","name":"All"}"#, "/audiences/0/name", r#""All""#),
    ]);
}

#[test]
fn the_review() {
    const FINDING: &str = "add_finding text=x about=a";
    hold(&[
        (FINDING, "/findings/0/id", r#""F1""#),
        (FINDING, "/findings/0/about", r#""a""#),
        ("add_finding text=x\ncorrect_finding finding=F1 text=y", "/findings/0/text", r#""y""#),
        ("add_finding text=x\nkarim: correct_finding finding=F1 text=y", "/findings/0/corrected/1", r#""karim""#),
        ("add_finding text=x\ndrop_finding finding=F1 reason=Wrong", "/findings/0/dropped/reason", r#""Wrong""#),
        ("add_action title=x owner=ines", "/actions/0/owner", r#""ines""#),
        ("add_action title=x owner=ines\nchange_action action=A1 owner=null", "/actions/0/owner", "null"),
        ("add_action title=x\nchange_action action=A1 due=2026-12-01", "/actions/0/due", r#""2026-12-01""#),
        ("add_action title=x\nchange_action action=A1 title=y", "/actions/0/title", r#""y""#),
        ("add_action title=x\nfinish_action action=A1 outcome=Good", "/actions/0/outcome", r#""Good""#),
        (
            "add_action title=x\nfinish_action action=A1 outcome=\nreopen_action action=A1",
            "/actions/0/state",
            r#""open""#,
        ),
        ("add_action title=x\ndrop_action action=A1 reason=Wrong", "/actions/0/state", r#""dropped""#),
        ("add_action title=x\nundo\nadd_action title=y", "/actions/0/id", r#""A2""#),
    ]);
}

#[test]
fn an_event_about_nothing_that_is_there_changes_nothing_but_the_log() {
    let before = Crisis::opened();
    for line in super::json::EVENTS.lines() {
        let line = line.replace("a.dsi", "x.dsi").replace(r#""a""#, r#""x""#).replace(r#""mail""#, r#""x""#);
        let is_about_something = [
            "step_",
            "task_",
            "service_set",
            "restore",
            "_dropped",
            "delivered",
            "delivery_",
            "finding_corrected",
            "finding_dropped",
            "action_changed",
            "action_finished",
            "action_reopened",
            "action_dropped",
            "part_sent",
            "send_begun",
            "corrected",
            "help_answered",
            "help_taken",
            "help_released",
            "help_replied",
            "undone",
            "offer_dropped",
            "update_addressed",
            "update_dropped",
        ]
        .iter()
        .any(|kind| line.contains(&format!(r#""type":"{kind}"#)) || line.contains(kind));
        let adds = ["added", "posted", "held", "closed", "opened", "night", "step_moved", "log_moved"];
        if !is_about_something || adds.iter().any(|kind| line.contains(kind)) {
            continue;
        }
        let mut crisis = Crisis::opened();
        let event = Event::read(line.as_bytes()).unwrap();
        crisis.records(&Signature::new("alice", "test"), &[event]);
        assert_eq!(crisis.state(), before.state(), "{line}");
        assert_eq!(crisis.incident.log.len(), 2, "{line}");
    }
}

#[test]
fn the_clock_of_the_machine_moves_times_of_day_alone() {
    let mut crisis = Crisis::opened();
    let jump = Event::Header(HeaderEvent::ClockJumped { by: 3_600_000 });
    crisis.records(&Signature::system(), &[jump]);
    assert_eq!(crisis.incident.wall_offset(), Span::hours(1));
    assert_eq!(crisis.incident.at, crisis.now);
    assert_eq!(crisis.incident.people.len(), 1);
    let shown: Moment = crisis.incident.log.get(Seq(2)).unwrap().wall;
    assert_eq!(shown, crisis.now + Span::hours(1));
}

#[test]
fn each_noun_leaves_its_marks_in_the_history() {
    let cases = [
        ("start_step step=a", vec![MarkKind::Phase]),
        ("decide text=x why= objections=", vec![MarkKind::Decision]),
        ("block_task task=a.dsi.1 reason=VPN", vec![MarkKind::Blocker]),
        ("post_update audience=team occasion=progress text=x", vec![MarkKind::Update]),
        ("karim: take_command reason=x", vec![MarkKind::Command]),
        ("hold reason=x\nresume", vec![MarkKind::Hold]),
        ("end_day\nstart_day", vec![MarkKind::Phase, MarkKind::Night]),
        ("set_severity severity=sev1", vec![MarkKind::Severity]),
        ("set_service service=web health=down", vec![MarkKind::Service]),
        ("close reason=x\nreopen reason=y", vec![MarkKind::Closed, MarkKind::Reopened]),
        ("note text=x\nadd_finding text=x\nask_help text=x", vec![]),
        ("hold reason=x\nundo", vec![]),
        ("set_severity severity=sev1\nundo", vec![]),
    ];
    for (lines, expected) in cases {
        let marks: Vec<_> = Crisis::after(lines).history.marks.iter().map(|mark| mark.kind).collect();
        assert_eq!(marks, expected, "{lines}");
    }
}

#[test]
fn what_lasts_ends_where_its_end_is_recorded() {
    let crisis = Crisis::after(
        "hold reason=x\nresume\nblock_task task=a.dsi.1 reason=VPN\nfinish_task task=a.dsi.1\nset_service service=mail health=up",
    );
    let (history, now) = (&crisis.history, crisis.now);
    assert_eq!(history.holds[0].length(now), Span::minutes(10));
    assert_eq!(history.blockers[0].length(now), Span::minutes(10));
    assert_eq!(history.outages[0].length(now), Span::minutes(50));
    assert!([history.holds[0].lasts(), history.blockers[0].lasts(), history.outages[0].lasts()] == [false; 3]);
}

#[test]
fn a_task_event_of_a_task_twice_added_is_of_the_first() {
    let mut crisis = Crisis::after("add_task step=a role=dsi title=Y");
    let added = crisis.incident.log.get(Seq(2)).unwrap().event.clone();
    assert!(matches!(added, Event::Task(TaskEvent::Added { .. })));
    crisis.records(&Signature::new("alice", "test"), &[added]);
    assert_eq!(crisis.incident.steps[0].tasks.len(), 3);
}

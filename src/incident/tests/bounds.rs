//! What an incident holds at most: the last one fits, one more is refused.

use super::crisis::Crisis;

/// A command for each number, and the refusal of one too many.
fn hold_at_most(max: usize, before: &str, refusal: &str, line: impl Fn(usize) -> String) {
    let mut crisis = Crisis::after(before);
    for n in 0..max {
        crisis.asks(&line(n)).unwrap_or_else(|refused| panic!("{}: {refused:?}", line(n)));
    }
    let refused = format!("{:?}", crisis.asks(&line(max)));
    assert!(refused.starts_with(&format!("Err({refusal}")), "{}: {refused}", line(max));
}

#[test]
fn lists_have_an_end() {
    hold_at_most(100, "", "TooMany { what: Calls, max: 100", |n| format!("ask_help text=x{n}"));
    hold_at_most(30, "", "TooMany { what: Audiences, max: 32", |n| {
        format!(r#"set_audience audience={{"id":"a{n}","name":"A"}}"#)
    });
    hold_at_most(100, "", "TooMany { what: Proposals, max: 100", |n| {
        format!("propose_update audience=team occasion=progress text=x{n}")
    });
    hold_at_most(500, "", "TooMany { what: Findings, max: 500", |n| format!("add_finding text=x{n}"));
    hold_at_most(500, "", "TooMany { what: Actions, max: 500", |n| format!("add_action title=x{n}"));
    hold_at_most(498, "", "TooMany { what: Services, max: 500", |n| {
        format!("add_service name=S{n} priority=1 health=up")
    });
    hold_at_most(495, "", "TooMany { what: Steps, max: 500", |n| {
        format!(r#"add_step title=S{n} kind={{"kind":"break","planned":{{"min":60,"max":60}}}}"#)
    });
    hold_at_most(100, "", "TooMany { what: Targets, max: 100", |n| {
        format!("system: house fact=push target=t{n} audience=team through=1 text=x")
    });
}

#[test]
fn a_list_that_was_full_has_room_again() {
    let mut crisis = Crisis::opened();
    for n in 0..100 {
        crisis.asks(&format!("ask_help text=x{n}")).unwrap();
    }
    crisis.asks("ask_help text=y").unwrap_err();
    crisis.asks("answer_help call=2").unwrap();
    crisis.asks("ask_help text=y").unwrap();
    // An undo makes room as well: the numbers go on, the places do not.
    for n in 0..500 {
        crisis.asks(&format!("add_finding text=x{n}")).unwrap();
    }
    crisis.asks("undo").unwrap();
    crisis.asks("add_finding text=y").unwrap();
    assert_eq!(crisis.incident.findings.last().map(|finding| finding.id.0), Some(501));
}

#[test]
fn an_address_names_each_target_once_and_a_hundred_at_most() {
    let targets = |count: usize| {
        let names: Vec<_> = (0..count).map(|n| format!(r#""t{}""#, n % 101)).collect();
        format!("system: house fact=address update=2 targets=[{}]", names.join(","))
    };
    let mut crisis = Crisis::after("post_update audience=team occasion=progress text=x");
    let refused = format!("{:?}", crisis.asks(&targets(101)));
    assert!(refused.starts_with("Err(TooMany { what: Targets"), "{refused}");
    let mut crisis = Crisis::after("post_update audience=team occasion=progress text=x");
    let twice = targets(100).replace('[', r#"["t0","t1","#);
    crisis.asks(&twice).unwrap();
    assert_eq!(crisis.incident.updates[0].deliveries.len(), 100);
}

/// A text of so many characters, which are longer than a byte.
fn long(characters: usize) -> String {
    "é".repeat(characters)
}

#[test]
fn texts_are_counted_in_what_their_bound_is_in() {
    // Lines in characters, texts in bytes: field, line, the longest that fits.
    let cases = [
        ("Title", "retitle title=", "", 200),
        ("Reason", "hold reason=", "", 1000),
        ("Reason", "block_task task=a.dsi.1 reason=", "", 1000),
        ("Title", "retitle_task task=a.dsi.1 title=", "", 200),
        ("Name", "assign_task task=a.dsi.1 person=", "", 200),
        ("Text", "ask_help text=", "", 1000),
        ("Text", "note text=", "", 32 * 1024),
        ("Text", "decide text=x why= objections=", "", 32 * 1024),
        ("Situation", "describe what=", "", 32 * 1024),
        ("Reason", "describe since=", "", 1000),
        ("Briefing", "offer duty=command to=zoe briefing=", "", 32 * 1024),
        ("Name", "offer duty=command briefing= to=", "", 200),
        ("Text", "post_update audience=team occasion=progress text=", "", 32 * 1024),
        ("Text", "add_finding text=", "", 32 * 1024),
        ("Name", "add_action title=x owner=", "", 200),
        ("Reason", "add_action title=x", "finish_action action=A1 outcome=", 1000),
        ("Name", "add_service priority=1 health=up name=", "", 200),
    ];
    for (field, line, second, max) in cases {
        let (before, line) = if second.is_empty() { ("", line) } else { (line, second) };
        let fits = Crisis::after(before).asks(&format!("{line}{}", long(max)));
        assert!(fits.is_ok(), "{line}: {fits:?}");
        let refused = format!("{:?}", Crisis::after(before).asks(&format!("{line}{}", long(max + 1))));
        assert!(refused.starts_with(&format!("Err(TooLong {{ what: {field}")), "{line}: {refused}");
    }
}

#[test]
fn a_reason_of_a_target_is_cut_and_not_refused() {
    const SENT: &str =
        "post_update audience=team occasion=progress text=x\nsystem: house fact=address update=2 targets=[\"chat\"]";
    let mut crisis = Crisis::after(SENT);
    let failed = format!("system: house fact=fail message=2 target=chat reason={}", long(5000));
    crisis.asks(&failed).unwrap();
    let reason = &crisis.incident.faults.values().next().unwrap().reason;
    assert_eq!(reason.as_str().chars().count(), 1000);
}

#[test]
fn a_planned_time_is_between_a_second_and_a_year() {
    let year = 366 * 86_400;
    let cases = [
        ((0, 1), true),
        ((1, 1), true),
        ((0, year), true),
        ((year, year), true),
        ((0, 0), false),
        ((2, 1), false),
        ((0, year + 1), false),
        ((u32::MAX, u32::MAX), false),
    ];
    for ((min, max), fits) in cases {
        for line in ["extend_step step=a", "add_task step=a role=dsi title=x"] {
            let line = format!(r#"{line} planned={{"min":{min},"max":{max}}}"#);
            let found = Crisis::opened().asks(&line);
            assert_eq!(found.is_ok(), fits, "{line}: {found:?}");
        }
    }
}

#[test]
fn an_interval_is_between_a_minute_and_a_year() {
    for (seconds, fits) in [(59, false), (60, true), (31_622_400, true), (31_622_401, false)] {
        let line = format!(r#"set_audience audience={{"id":"team","name":"T","every":{{"sev3":{seconds}}}}}"#);
        let found = Crisis::opened().asks(&line);
        assert_eq!(found.is_ok(), fits, "{line}: {found:?}");
    }
}

#[test]
fn a_task_gets_the_first_free_number_of_its_role() {
    let mut crisis = Crisis::after("add_task step=a role=dsi title=x\nadd_task step=a role=dsi title=y\nundo");
    crisis.asks("add_task step=a role=dev title=z").unwrap();
    crisis.asks("add_task step=a role=dsi title=z").unwrap();
    let ids: Vec<_> = crisis.incident.steps[0].tasks.iter().map(|task| task.id.to_string()).collect();
    assert_eq!(ids, ["a.dsi.1", "a.dev.1", "a.dsi.2", "a.dev.2", "a.dsi.3"]);
}

//! Two moments of an incident compared: what is different at the later one, and nothing else.

use super::crisis::Crisis;
use crate::incident::{Comparison, Health, Span, TaskState, compare};

/// Compares the state after some lines with the state after some more.
fn compared(before: &str, after: &str) -> Comparison {
    let one = Crisis::after(before);
    let other = Crisis::after(&format!("{before}\n{after}"));
    let comparison = compare((&one.incident, one.now), (&other.incident, other.now));
    // In whichever order the two are given.
    let turned = compare((&other.incident, other.now), (&one.incident, one.now));
    assert_eq!(comparison, turned, "{after}");
    comparison
}

#[test]
fn nothing_changes_between_a_moment_and_itself() {
    let comparison = compared("note text=x\nstart_step step=a\nblock_task task=a.dsi.1 reason=VPN", "");
    assert!(comparison.is_empty());
    assert!(comparison.services.is_empty() && comparison.blockers.is_empty() && comparison.calls.is_empty());
    assert!(comparison.steps.is_empty() && comparison.tasks.is_empty() && comparison.updates.is_empty());
    assert!(comparison.entries.is_empty() && comparison.people.is_empty() && comparison.facts.is_empty());
}

#[test]
fn time_alone_moves_the_clocks_and_changes_no_thing() {
    let crisis = Crisis::after("start_step step=a");
    let later = crisis.now + Span::days(2);
    let comparison = compare((&crisis.incident, crisis.now), (&crisis.incident, later));
    assert!(comparison.is_empty() && comparison.services.is_empty());
    assert!(comparison.after.slip > comparison.before.slip);
    assert_eq!(comparison.after.at - comparison.before.at, Span::days(2));
}

#[test]
fn what_was_changed_and_changed_back_is_no_change() {
    let there_and_back = [
        "block_task task=a.dsi.1 reason=VPN\nunblock_task task=a.dsi.1",
        "set_service service=web health=down\nset_service service=web health=up",
        "ask_help text=x\nanswer_help call=2",
        "assign_task task=a.dsi.1 person=zoe\nassign_task task=a.dsi.1",
        "skip_step step=b reason=x\nreopen_step step=b",
        "decide text=x why= objections=\nundo",
    ];
    for lines in there_and_back {
        let comparison = compared("", lines);
        assert!(!comparison.is_empty(), "{lines}");
        assert!(comparison.services.is_empty() && comparison.calls.is_empty(), "{lines}");
        assert!(comparison.blockers.is_empty() && comparison.tasks.is_empty(), "{lines}");
        assert!(comparison.steps.is_empty() && comparison.decisions.is_empty(), "{lines}");
        // Written down it was all the same.
        assert_eq!(comparison.people.iter().map(|(_, count)| count).sum::<usize>(), 2, "{lines}");
    }
}

#[test]
fn blockers_come_and_go() {
    let come = compared(
        "block_task task=a.dev.1 reason=Disk",
        "block_task task=a.dsi.1 reason=VPN\nunblock_task task=a.dev.1",
    );
    let reasons: Vec<_> = come.blockers.iter().map(|it| it.reason.as_ref().map(ToString::to_string)).collect();
    assert_eq!(reasons, [Some("VPN".to_owned()), None], "what is missing comes first");
    assert_eq!((come.before.blocked, come.after.blocked), (1, 1));
    assert!(come.tasks.is_empty(), "a blocker is not listed among the tasks again");
    let done = compared("block_task task=a.dsi.1 reason=VPN", "finish_task task=a.dsi.1");
    assert_eq!(done.blockers[0].after, TaskState::Done);
    assert_eq!((done.before.done, done.after.done), ((0, 2), (1, 2)));
}

#[test]
fn the_worst_service_comes_first_with_its_time_down() {
    let comparison = compared(
        "",
        "set_service service=mail health=up\nset_service service=web health=down\nadd_service name=ERP priority=1 health=degraded",
    );
    let found: Vec<_> = comparison
        .services
        .iter()
        .map(|it| (it.name.to_string(), it.before, it.after, it.down.num_minutes()))
        .collect();
    let expected = [
        ("web".to_owned(), Some(Health::Up), Health::Down, 10),
        ("ERP".to_owned(), None, Health::Degraded, 0),
        ("mail".to_owned(), Some(Health::Down), Health::Up, 10),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_was_written_reads_as_it_does_now() {
    let comparison = compared(
        "note text=before",
        "decide text=cut why=x objections=\ncorrect entry=3 text=cut~now\nrecord_fact text=smoke\nkarim: note text=y",
    );
    let texts = |all: &[crate::incident::NewText]| all.iter().map(|it| it.text.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(&comparison.decisions), ["cut now"]);
    assert_eq!(texts(&comparison.facts), ["smoke"]);
    let entries: Vec<_> = comparison.entries.iter().map(|(kind, count)| (kind.name(), *count)).collect();
    assert_eq!(entries, [("note", 2)]);
    let people: Vec<_> = comparison.people.iter().map(|(person, count)| (person.as_str(), *count)).collect();
    assert_eq!(people, [("alice", 3), ("karim", 1)]);
}

#[test]
fn steps_tasks_calls_and_updates_have_their_lines() {
    let comparison = compared(
        "",
        "start_step step=a\nextend_step step=b planned={\"min\":60,\"max\":60}\nassign_task task=a.dsi.1 person=zoe\nadd_task step=a role=dev title=Y\nask_help text=Hurry\npost_update audience=team occasion=progress text=x",
    );
    let steps: Vec<_> =
        comparison.steps.iter().map(|it| (it.step.as_str(), it.after.name(), it.planned.is_some())).collect();
    assert_eq!(steps, [("a", "active", false), ("b", "waiting", true)]);
    let tasks: Vec<_> =
        comparison.tasks.iter().map(|it| (it.task.as_str(), it.before.is_some(), it.assignee.is_some())).collect();
    assert_eq!(tasks, [("a.dsi.1", true, true), ("a.dev.2", false, false)]);
    assert_eq!(comparison.calls[0].1.as_str(), "Hurry");
    assert_eq!(comparison.updates[0].audience.as_str(), "team");
}

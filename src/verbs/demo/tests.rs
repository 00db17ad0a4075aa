//! The story is the same in both languages, and shows a living room.

use super::*;
use crate::incident::{DueState, StepState, TaskState};
use chrono_tz::Europe::Paris;

#[test]
fn the_story_is_the_same_in_every_language_and_shows_a_living_room() {
    for lang in Lang::ALL {
        let now = "2026-11-22T12:34:56Z".parse().unwrap();
        let (clock, _) = Clock::fixed(now);
        let folder = tempfile::tempdir().unwrap();
        let id = seed(folder.path(), &clock, Paris, lang).unwrap();

        let mut incident: Option<Incident> = None;
        let path = folder.path().join(id.as_str()).join("journal.jsonl");
        let journal = FileJournal::open(&path, &mut |record| match &mut incident {
            Some(incident) => incident.apply(&record),
            None => incident = Incident::begin(&record),
        });
        assert_eq!(journal.unwrap().head().seq, incident.as_ref().unwrap().seq);
        let incident = incident.unwrap();

        assert!(incident.at <= now && incident.kind == Kind::Exercise && !incident.is_held());
        let over = incident.steps.iter().filter(|step| step.state == StepState::Finished).count();
        assert_eq!(over, 5);
        let running: Vec<_> = incident.active_steps().map(|step| step.id.as_str()).collect();
        assert_eq!(running, ["degraded", "rebuild"]);
        let blocked = incident.tasks().filter(|(_, task)| task.state.is_blocked()).count();
        assert_eq!(blocked, 1);
        assert!(incident.tasks().any(|(_, task)| task.state == TaskState::Doing));
        assert!(incident.assignees().len() >= 4);
        let due = |audience: &std::sync::Arc<_>| incident.next_update(audience, now).map(|due| due.state);
        let due: Vec<_> = incident.audiences.iter().filter_map(due).collect();
        assert_eq!(due, [DueState::Calm, DueState::Soon, DueState::Calm]);
        assert!(!incident.has_unsent());
        assert!(incident.log.iter().all(|entry| !entry.text().is_some_and(|text| text.as_str().contains("demo-"))));
    }
}

/// The lines of the script that ask for something, as words.
fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    SCRIPT.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split(' ').collect())
}

#[test]
fn the_script_goes_forward_and_ends_before_now() {
    let times: Vec<_> = lines().map(|words| span(words[0])).collect();
    assert!(times.is_sorted() && times.len() > 70);
    assert!(*times.last().unwrap() < span(LENGTH));
    assert_eq!((span("0:00:40"), span("6:24:30")), (Span::seconds(40), Span::seconds(23_070)));
}

#[test]
fn every_message_of_the_demo_is_in_the_story_in_both_languages() {
    let said: std::collections::BTreeSet<_> =
        lines().flatten().filter_map(|word| word.split_once("=@")).map(|(_, key)| format!("demo-{key}")).collect();
    for lang in Lang::ALL {
        for key in &said {
            assert!(lang.knows(key), "{key}");
        }
    }
    assert!(said.len() > 15);
}

#[test]
fn the_same_moment_gives_the_same_journal() {
    let read = |lang| {
        let (clock, _) = Clock::fixed("2026-03-29T03:30:00Z".parse().unwrap());
        let folder = tempfile::tempdir().unwrap();
        let id = seed(folder.path(), &clock, Paris, lang).unwrap();
        std::fs::read(folder.path().join(id.as_str()).join("journal.jsonl")).unwrap()
    };
    for lang in Lang::ALL {
        // On the night when the clocks go forward.
        assert_eq!(read(lang), read(lang));
    }
    assert_ne!(read(Lang::En), read(Lang::Fr));
}

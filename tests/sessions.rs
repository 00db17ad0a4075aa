//! Four sessions that are over, as frozen journals: what a room wrote once is read for ever.
//!
//! Each `tests/sessions/*.jsonl` was written from the story beside it. To write them anew, for a part of the program that
//! they should show too: `UPDATE_SESSIONS=1 cargo test --test sessions`, and read what changed before keeping it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "sessions/telling.rs"]
mod telling;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use warroom::incident::{Event, Incident, Recorded, Seq, StepState};
use warroom::journal::{FileJournal, Journal, verify};

const NAMES: [&str; 4] = ["mars", "juin", "octobre", "august"];

fn path(name: &str, ext: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions").join(name).with_extension(ext)
}

#[expect(clippy::disallowed_methods, reason = "asked for by the person who runs the test")]
fn update_asked() -> bool {
    std::env::var_os("UPDATE_SESSIONS").is_some()
}

#[test]
fn every_story_can_still_be_told() {
    for name in NAMES {
        let story = std::fs::read_to_string(path(name, "story")).unwrap();
        let records = telling::records(&story);
        if !update_asked() {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let written = folder.path().join("journal.jsonl");
        FileJournal::create(&written).unwrap().append(Seq::ZERO, &records).unwrap();
        std::fs::copy(written, path(name, "jsonl")).unwrap();
    }
}

/// The records of a frozen journal, and the state that they fold to.
fn session(name: &str) -> (Vec<Recorded>, Incident) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("journal.jsonl");
    std::fs::copy(path(name, "jsonl"), &copy).unwrap();
    let mut records = Vec::new();
    FileJournal::open(&copy, &mut |recorded| records.push(recorded)).unwrap();
    let mut incident = Incident::begin(&records[0]).unwrap();
    records[1..].iter().for_each(|recorded| incident.apply(recorded));
    (records, incident)
}

/// How long each phase and break took, in minutes, holds and nights left out.
#[test]
fn the_frozen_journals_fold_to_what_their_stories_tell() {
    let told = [
        ("mars", "52 72 70 61 35 185 140 187 - 100 210 45 50 - 85 65 105 60 80 100"),
        ("juin", "64 58 50 55 60 130 115 130 - 75 170 60 55 30 - 75 50 90 - - 70"),
        ("octobre", "98 65 47 60 46 153 131 151 - 135 45 190 50 65 - 160 55 115 45 55 80"),
        ("august", "70 55 49 65 30 140 130 150 - 90 170 40 50 - 80 60 90 60 70 80"),
    ];
    for (name, times) in told {
        assert!(verify(std::fs::read(path(name, "jsonl")).unwrap().as_slice()).is_ok(), "{name}");
        let (_, incident) = session(name);
        assert!(incident.is_closed(), "{name}");
        let steps = incident.steps.iter().map(|step| {
            let took = incident.step_clock(step, incident.at).elapsed.num_minutes();
            if step.state == StepState::Finished && !step.kind.is_day_end() {
                took.to_string()
            } else {
                "-".to_owned()
            }
        });
        assert_eq!(steps.collect::<Vec<_>>().join(" "), times, "{name}");
    }
}

#[test]
fn nearly_every_kind_of_event_happens_in_one_of_them() {
    let mut seen = BTreeSet::new();
    for name in NAMES {
        let (records, _) = session(name);
        assert!(records.len() > 150, "{name} has {} records", records.len());
        seen.extend(records.iter().map(|recorded| kind(&recorded.event)));
    }
    // Kinds that came later than these crises are no fault of theirs.
    assert!(seen.len() >= 60, "{} kinds: {seen:?}", seen.len());
}

fn kind(event: &Event) -> String {
    serde_json::to_value(event).unwrap()["type"].as_str().unwrap().to_owned()
}

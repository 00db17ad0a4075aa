//! Four sessions that are over, as frozen journals: what a room wrote once is read for ever.
//!
//! Each `tests/sessions/*.jsonl` was written from the story beside it. To write them again, for a part of the program that
//! they should show too: `UPDATE_SESSIONS=1 cargo test --test it sessions`, and read what changed before keeping it.

mod playing;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use warroom::draft::Readers;
use warroom::incident::{Event, Incident, Planned, Recorded, Seq, StepState};
use warroom::journal::{FileJournal, Journal, verify};
use warroom::lang::Lang;
use warroom::replay::Limit;
use warroom::report::{Options, Report, StepOutcome};
use warroom::runbook::{Past, Revision, builtin};

const NAMES: [&str; 4] = ["mars", "juin", "octobre", "august"];

fn path(name: &str, ext: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions").join(name).with_extension(ext)
}

#[expect(clippy::disallowed_methods, reason = "asked for by the person who runs the test")]
fn update_asked() -> bool {
    std::env::var_os("UPDATE_SESSIONS").is_some()
}

#[test]
fn every_story_can_still_be_folded() {
    for name in NAMES {
        let story = std::fs::read_to_string(path(name, "story")).unwrap();
        let records = playing::records(&story);
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
    let figures = [
        ("mars", "52 72 70 61 35 185 140 187 - 100 210 45 50 - 85 65 105 60 80 100"),
        ("juin", "64 58 50 55 60 130 115 130 - 75 170 60 55 30 - 75 50 90 - - 70"),
        ("octobre", "98 65 47 60 46 153 131 151 - 135 45 190 50 65 - 160 55 115 45 55 80"),
        ("august", "70 55 49 65 30 140 130 150 - 90 170 40 50 - 80 60 90 60 70 80"),
    ];
    for (name, times) in figures {
        assert!(verify(std::fs::read(path(name, "jsonl")).unwrap().as_slice()).is_ok(), "{name}");
        let (_, incident) = session(name);
        assert!(incident.is_closed(), "{name}");
        let steps = incident.steps.iter().map(|step| {
            let took = incident.step_clock(step, incident.at).elapsed.num_minutes();
            if step.state == StepState::Finished && !step.kind.is_day_end() { took.to_string() } else { "-".to_owned() }
        });
        assert_eq!(steps.collect::<Vec<_>>().join(" "), times, "{name}");
    }
}

/// What the report calls real is what a plan learns from: whoever has the reports can do the sums.
#[test]
fn a_plan_is_revised_by_the_times_that_the_reports_tell() {
    let read = |name: &str| {
        let file = std::fs::File::open(path(name, "jsonl")).unwrap();
        warroom::replay::read(file, Limit::default()).unwrap()
    };
    let sessions = ["mars", "juin", "octobre"].map(read);
    let reports = sessions.each_ref().map(|session| {
        let readers = Readers::Internal;
        Report::of(session, &Options { lang: Lang::Fr, readers, people: Vec::new(), today: None })
    });
    let past = sessions.each_ref().map(|it| Past { incident: &it.incident, history: &it.history });
    let plan = builtin()[0].plan();
    let revision = Revision::of(&plan, &past).unwrap();
    assert_eq!(revision.steps.len(), 18);
    for step in &revision.steps {
        let figures = reports.iter().filter_map(|report| report.steps.iter().find(|it| it.id == step.id));
        let minutes: Vec<u32> = figures
            .filter(|it| it.state == StepOutcome::Finished)
            .filter_map(|it| it.took?.num_minutes().try_into().ok())
            .collect();
        assert_eq!(step.times.iter().map(|time| time.minutes).collect::<Vec<_>>(), minutes, "{}", step.id);
        let (least, most) = (minutes.iter().min().unwrap() / 5 * 5, minutes.iter().max().unwrap().div_ceil(5) * 5);
        let Planned { min, max } = step.planned;
        let by_hand = match minutes.len() {
            1 | 2 => Planned { min: min.min(least * 60), max: max.max(most * 60) },
            _ => Planned::minutes(least, most),
        };
        assert_eq!(step.proposed, by_hand, "{}", step.id);
    }
    for service in &revision.services {
        let figures = reports.iter().filter_map(|report| report.services.iter().find(|it| it.id == service.service));
        let minutes: Vec<i64> = figures.map(|it| it.down.num_minutes()).filter(|minutes| *minutes > 0).collect();
        let learnt: Vec<i64> = service.times.iter().map(|time| time.minutes.into()).collect();
        assert_eq!(learnt, minutes, "{}", service.service);
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

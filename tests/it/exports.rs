//! What other tools are given, as files: `.ci/after` has those tools read them.
//!
//! With `UPDATE_EXPORTS=1` the files are written again: read the difference before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use warroom::draft::Readers;
use warroom::incident::{
    Event, HeaderEvent, History, Incident, Kind, Moment, Opened, Pace, PersonName, Recorded, Seq, Severity, Signature,
    Situation,
};
use warroom::journal::Head;
use warroom::lang::Lang;
use warroom::replay::{self, Limit, Recording};
use warroom::report::csv::Tool;
use warroom::report::{Options, Report, calendar, csv, mermaid};
use warroom::runbook;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn recorded(name: &str) -> Recording {
    let journal = fs::read(folder("sessions").join(name)).unwrap();
    replay::read(journal.as_slice(), Limit::default()).unwrap()
}

/// An incident that was just opened by a plan whose every word means something to someone.
fn hostile() -> Recording {
    let source = fs::read_to_string(folder("exports/hostile.toml")).unwrap();
    let plan = runbook::read(&source, "hostile.toml").unwrap_or_else(|it| panic!("{}", it[0].render(Lang::En)));
    let at: Moment = "2026-12-01T07:00:00Z".parse().unwrap();
    let opened = Opened {
        incident: "20261201-hostile-aaaa".parse().unwrap(),
        title: plan.title.clone(),
        severity: Severity::Sev1,
        kind: Kind::Exercise,
        pace: Pace { speed: 1, real_start: at },
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        commander: PersonName::new("alice"),
        plan,
    };
    let by = Signature::new("alice", "local");
    let event = Event::Header(HeaderEvent::Opened(Box::new(opened)));
    let first = Recorded { seq: Seq(1), at, by, act: None, event };
    let incident = Incident::begin(&first).unwrap();
    let history = History::begin(&incident);
    Recording { incident, history, head: Head { seq: Seq(1), ..Head::default() }, records: 1, damage: None }
}

#[expect(clippy::disallowed_methods, reason = "a switch of this test alone")]
fn is_updating() -> bool {
    std::env::var_os("UPDATE_EXPORTS").is_some()
}

#[test]
fn other_tools_are_given_what_they_were_given_before() {
    let mut wrong = Vec::new();
    let mut check = |name: &str, found: &str| {
        let path = folder("exports").join(name);
        if is_updating() {
            fs::write(&path, found).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(found) {
            wrong.push(name.to_owned());
        }
    };
    let recordings = [
        ("mars", Lang::Fr, Readers::Internal, recorded("mars.jsonl")),
        ("august", Lang::En, Readers::External, recorded("august.jsonl")),
        ("hostile", Lang::En, Readers::Internal, hostile()),
    ];
    for (name, lang, readers, recording) in recordings {
        // Those outside get no tasks: a table for them holds its headings alone.
        let inside = Report::of(&recording, &Options { lang, ..Options::default() });
        let report = Report::of(&recording, &Options { lang, readers, ..Options::default() });
        check(&format!("{name}.csv"), &csv::print(&inside, None));
        for tool in Tool::ALL {
            check(&format!("{name}.{}.csv", tool.name()), &csv::print(&inside, Some(tool)));
        }
        check(&format!("{name}.mmd"), &mermaid::print(&report));
        check(&format!("{name}.ics"), &calendar::print(&report));
    }
    assert!(wrong.is_empty(), "these are not as they were: {}", wrong.join(", "));
}

//! The path of an act: decided, folded, made durable, alone and with others.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use divan::{Bencher, counter::ItemsCount};
use std::path::Path;
use tokio::runtime::Runtime;
use warroom::clock::Clock;
use warroom::incident::{
    Command, Context, Incident, Kind, LogCommand, Moment, Open, Pace, Plan, Planned, PlannedStep, PlannedTask,
    Recorded, RoleId, Seq, Severity, Signature, Situation, Span, StepKind, TaskCommand, TaskId, Who, decide, open,
};
use warroom::journal::{FileJournal, Journal};
use warroom::room::{Rooms, Start};

fn main() {
    divan::main();
}

fn plan() -> Plan {
    let role: RoleId = "dsi".parse().unwrap();
    let step = |id: &str| PlannedStep {
        id: id.parse().unwrap(),
        title: id.into(),
        kind: StepKind::Phase { planned: Planned::minutes(45, 90) },
        milestone: None,
        tasks: (1..=5)
            .map(|n| PlannedTask {
                id: TaskId::nth(&id.parse().unwrap(), &role, n),
                role: role.clone(),
                title: format!("Tâche {n}").into(),
                planned: None,
            })
            .collect(),
    };
    Plan { title: "Plan".into(), steps: ["a", "b", "c"].map(step).into(), ..Plan::default() }
}

fn context(at: Moment) -> Context {
    Context::owner(at, Signature::new("alice", "bench"))
}

fn opened() -> Recorded {
    let Context { at, who: Who { by, .. }, .. } = context(Moment::UNIX_EPOCH);
    let asked = Open {
        incident: "x".parse().unwrap(),
        title: "X".into(),
        severity: Severity::Sev1,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: at },
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        plan: plan(),
    };
    let event = open(asked, &context(at)).unwrap();
    Recorded { seq: Seq(1), at, by, act: None, event }
}

/// Notes, and tasks that are started, done and reopened.
fn command(n: u64) -> Command {
    let task = "a.dsi.1".parse().unwrap();
    match n % 4 {
        0 => Command::Task(TaskCommand::Start { task }),
        1 => Command::Task(TaskCommand::Finish { task }),
        2 => Command::Task(TaskCommand::Reopen { task }),
        _ => Command::Log(LogCommand::Note {
            text: "Le pare-feu bloque tout depuis 03:41, vu avec l'équipe réseau".into(),
        }),
    }
}

/// So many records of an ordinary history.
fn history(records: u64) -> Vec<Recorded> {
    let mut history = vec![opened()];
    let mut incident = Incident::begin(&history[0]).unwrap();
    for n in 0.. {
        let at = Moment::UNIX_EPOCH + Span::seconds(n);
        let by = context(at).who.by;
        for event in decide(&incident, command(n.cast_unsigned()), &context(at)).unwrap() {
            let recorded = Recorded { seq: incident.seq.next(), at, by: by.clone(), act: None, event };
            incident.apply(&recorded);
            history.push(recorded);
        }
        if history.len() as u64 >= records {
            break;
        }
    }
    history
}

fn fold(history: &[Recorded]) -> Incident {
    let mut incident = Incident::begin(&history[0]).unwrap();
    history[1..].iter().for_each(|recorded| incident.apply(recorded));
    incident
}

#[divan::bench]
fn fold_100_000_events(bencher: Bencher) {
    let history = history(100_000);
    bencher.counter(ItemsCount::new(history.len())).bench_local(|| fold(&history));
}

#[divan::bench]
fn open_a_journal_of_100_000_records(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.jsonl");
    let history = history(100_000);
    FileJournal::create(&path).unwrap().append(Seq::ZERO, &history).unwrap();
    bencher.counter(ItemsCount::new(history.len())).bench_local(|| {
        let mut incident = None;
        FileJournal::open(&path, &mut |recorded| match &mut incident {
            None => incident = Incident::begin(&recorded),
            Some(incident) => incident.apply(&recorded),
        })
        .unwrap();
        incident
    });
}

#[divan::bench]
fn decide_and_apply(bencher: Bencher) {
    let mut incident = fold(&history(1000));
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let context = context(incident.at);
        for event in decide(&incident, command(4 * n + 3), &context).unwrap() {
            let (seq, at) = (incident.seq.next(), context.at);
            incident.apply(&Recorded { seq, at, by: context.who.by.clone(), act: None, event });
        }
    });
}

#[divan::bench]
fn append_with_fdatasync_alone(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = FileJournal::create(&folder.path().join("journal.jsonl")).unwrap();
    let mut record = opened();
    bencher.bench_local(|| {
        let head = journal.append(Seq(record.seq.0 - 1), std::slice::from_ref(&record)).unwrap();
        record.seq = head.seq.next();
    });
}

/// How many acts each of the writers has acknowledged, one after the other.
const ACTS: u64 = 100;

#[divan::bench(args = [1, 64], sample_count = 20, sample_size = 1)]
fn acknowledged_through_a_room(bencher: Bencher, writers: u64) {
    let runtime = Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let room = runtime.block_on(start(folder.path()));
    bencher.counter(ItemsCount::new(writers * ACTS)).bench_local(|| {
        runtime.block_on(async {
            let writers = (0..writers).map(|_| {
                let room = room.clone();
                tokio::spawn(async move {
                    for _ in 0..ACTS {
                        room.ask(Who::owner(Signature::new("alice", "bench")), command(3)).await.unwrap();
                    }
                })
            });
            for writer in writers.collect::<Vec<_>>() {
                writer.await.unwrap();
            }
        });
    });
}

async fn start(incidents: &Path) -> warroom::room::Room {
    let start = Start {
        title: "X".into(),
        severity: Severity::Sev1,
        kind: Kind::Real,
        speed: 1,
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        plan: plan(),
    };
    Rooms::new(incidents.to_owned(), Clock::machine())
        .start(start, Who::owner(Signature::new("alice", "bench")))
        .await
        .unwrap()
}

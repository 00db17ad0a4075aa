//! A session of 1,000,000 records: its first moment, all of it, any moment, and the frame of any moment.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use warroom::incident::{
    Event, HeaderEvent, Kind, LogEvent, Moment, Opened, Pace, PersonName, Recorded, Seq, Severity, Signature,
    Situation, Span, StepEvent, TaskEvent, TaskId, Who,
};
use warroom::journal::{FileJournal, Journal};
use warroom::replay::{Limit, Replay};
use warroom::ui::replay::{Motion, Playback, Silence};
use warroom::ui::{Input, Screen, Settings, View, World};

const RECORDS: u64 = 1_000_000;

fn main() {
    divan::main();
    // Nothing drops what is static.
    std::fs::remove_dir_all(FOLDER.as_path()).ok();
}

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| tempfile::tempdir().unwrap().keep());

static JOURNAL: LazyLock<PathBuf> = LazyLock::new(|| {
    let path = FOLDER.join("journal.jsonl");
    write(&path);
    path
});

static READ: LazyLock<Replay> = LazyLock::new(|| {
    let replay = open();
    replay.wait_until_read();
    replay
});

/// Notes, decisions, and tasks of the whole plan that are started, done and reopened, every two seconds.
fn write(path: &Path) {
    let plan = warroom::runbook::builtin()[0].plan();
    let tasks: Vec<TaskId> = plan.steps.iter().flat_map(|step| &step.tasks).map(|task| task.id.clone()).collect();
    let steps: Vec<_> = plan.steps.iter().map(|step| step.id.clone()).collect();
    let at = |n: u64| Moment::UNIX_EPOCH + Span::seconds(2 * n.cast_signed());
    let opened = Opened {
        incident: "19700101-x-aaaa".parse().unwrap(),
        title: "X".into(),
        severity: Severity::Sev1,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: at(1) },
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        commander: PersonName::new("alice"),
        plan,
    };
    let event = |n: u64| {
        let nth = |len: usize, n: u64| usize::try_from(n).unwrap() % len;
        let task = tasks[nth(tasks.len(), n / 4)].clone();
        match n % 8 {
            _ if n == 1 => Event::Header(HeaderEvent::Opened(Box::new(opened.clone()))),
            0 => Event::Task(TaskEvent::Started { task }),
            2 => Event::Task(TaskEvent::Done { task }),
            4 => Event::Task(TaskEvent::Reopened { task }),
            5 if n % 5000 == 5 => Event::Step(StepEvent::Started { step: steps[nth(steps.len(), n / 5000)].clone() }),
            6 if n % 4000 == 6 => {
                let text = "Couper le VPN".into();
                Event::Log(LogEvent::Decided { text, why: "il propage".into(), objections: "aucune".into() })
            }
            _ => Event::Log(LogEvent::Noted { text: format!("Serveur {n} contrôlé avec l'équipe réseau").into() }),
        }
    };
    let person = |n: u64| ["alice", "karim", "ines", "zoe"][usize::try_from(n % 4).unwrap()];
    let record = |n: u64| {
        let by = Signature::new(person(n), "local");
        Recorded { seq: Seq(n), at: at(n), by, act: None, event: event(n) }
    };
    let mut journal = FileJournal::create(path).unwrap();
    for first in (1..=RECORDS).step_by(10_000) {
        let records: Vec<_> = (first..(first + 10_000).min(RECORDS + 1)).map(record).collect();
        journal.append(Seq(first - 1), &records).unwrap();
    }
}

fn open() -> Replay {
    let file = File::open(JOURNAL.as_path()).unwrap();
    let bytes = file.metadata().unwrap().len();
    Replay::open(file, Some(bytes), Limit::default()).unwrap()
}

/// Moments all over the session, none near the one before it.
fn moments() -> impl FnMut() -> Moment {
    let mut n = 0_u64;
    move || {
        n = (n + 618_033_989) % (2 * RECORDS);
        Moment::UNIX_EPOCH + Span::seconds(n.cast_signed())
    }
}

#[divan::bench]
fn first_moment(bencher: Bencher<'_, '_>) {
    LazyLock::force(&JOURNAL);
    bencher.bench_local(open);
}

#[divan::bench(sample_count = 3)]
fn all_is_read(bencher: Bencher<'_, '_>) {
    LazyLock::force(&JOURNAL);
    bencher.bench_local(|| open().wait_until_read());
}

#[divan::bench(sample_count = 1000)]
fn any_moment(bencher: Bencher<'_, '_>) {
    LazyLock::force(&READ);
    let mut next = moments();
    bencher.bench_local(|| READ.at(next()));
}

#[divan::bench(sample_count = 1000)]
fn any_moment_drawn(bencher: Bencher<'_, '_>) {
    LazyLock::force(&READ);
    let mut next = moments();
    let who = Who::owner(Signature::new("alice", "bench"));
    let (mut screen, mut buffer) = (Screen::new(Settings::default()), Buffer::empty(Rect::new(0, 0, 160, 48)));
    let (history, newest) = (READ.history(), READ.newest());
    bencher.bench_local(|| {
        let frame = READ.at(next());
        let count = |from, to| READ.activity(from, to);
        let playback = Playback {
            from: newest.opened_at,
            to: newest.at,
            motion: Motion::Playing,
            goes_on: false,
            speed: 60,
            silence: Silence::Played,
            history: &history,
            newest: &newest,
            activity: &count,
            loading: None,
            cut: None,
            follow: None,
            a: None,
            b: None,
        };
        let view = View { playback: Some(&playback), ..View::new(&frame.incident, frame.at, &who) };
        screen.update(World::Room(&view), Input::Changed);
        buffer.reset();
        screen.render(World::Room(&view), &mut buffer);
    });
}

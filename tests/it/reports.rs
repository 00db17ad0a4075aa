//! What a report says: figures that are computed by hand here, documents as they were read last, and words of people that
//! stay words.
//!
//! With `UPDATE_REPORTS=1` the files in `tests/reports` are written again: read the difference before you commit it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use pulldown_cmark::{Event as Piece, Options as Flavour, Parser, Tag};
use warroom::draft::Readers;
use warroom::incident::{
    Audience, Cadence, Event, HeaderEvent, Health, History, Incident, Kind, Line, LogEvent, Milestone, Moment,
    Occasion, Opened, Pace, PersonName, Plan, Planned, PlannedService, PlannedStep, PlannedTask, Posted, Prose,
    Recorded, ReviewEvent, Role, Seq, ServiceEvent, Severity, Signature, Situation, Span, StepEvent, StepKind,
    TaskEvent, UpdateEvent,
};
use warroom::journal::Head;
use warroom::lang::Lang;
use warroom::replay::{self, Limit, Recording};
use warroom::report::{Basis, OpenKind, Options, Point, Report, calendar, csv, mermaid};

fn at(time: &str) -> Moment {
    format!("2026-11-22T{time}:00Z").parse().unwrap()
}

/// What people wrote, in every place where they can.
type Words<'a> = &'a dyn Fn(&str) -> String;

fn plain(place: &str) -> String {
    format!("the {place}")
}

/// Four hours with a hold, a blocker, a phase that is late, one update too late and one that was never sent.
fn small(words: Words<'_>) -> Recording {
    let (line, prose) = (|place: &str| Line::new(&words(place)), |place: &str| Prose::new(&words(place)));
    let role = Role { id: "ops".parse().unwrap(), name: line("role") };
    let step = |id: &str, (min, max), milestone, tasks| PlannedStep {
        id: id.parse().unwrap(),
        title: line(&format!("phase {id}")),
        kind: StepKind::Phase { planned: Planned::minutes(min, max) },
        milestone: Some(milestone),
        tasks,
    };
    let task =
        PlannedTask { id: "a.ops.1".parse().unwrap(), role: role.id.clone(), title: line("task"), planned: None };
    let mail = PlannedService {
        id: "mail".parse().unwrap(),
        name: line("service"),
        priority: 1,
        rto: Some(2 * 3600),
        rpo: Some(3600),
        restored_by: None,
        health: Health::Down,
    };
    let team = Audience {
        id: "team".parse().unwrap(),
        name: line("audience"),
        language: None,
        every: Cadence::always(3600),
        approval: false,
        outside: true,
        nights: false,
    };
    let plan = Plan {
        title: line("plan"),
        roles: vec![role],
        steps: vec![
            step("a", (60, 90), Milestone::Degraded, vec![task]),
            step("b", (60, 60), Milestone::Restored, vec![]),
        ],
        services: vec![mail],
        audiences: vec![team],
        ..Plan::default()
    };
    let opened = Event::Header(HeaderEvent::Opened(Box::new(Opened {
        incident: "20261122-mail-aaaa".parse().unwrap(),
        title: line("title"),
        severity: Severity::Sev2,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: at("10:00") },
        situation: Situation { what: prose("what"), since: "09:30".into(), impact: prose("impact") },
        zone: chrono_tz::UTC,
        commander: PersonName::new("alice"),
        plan,
    })));
    let step = |id: &str| id.parse().unwrap();
    let task = || "a.ops.1".parse().unwrap();
    let posted = Posted {
        audience: "team".parse().unwrap(),
        occasion: Occasion::Degraded,
        text: prose("update"),
        proposal: None,
    };
    let decided = |place: &str| {
        Event::Log(LogEvent::Decided { text: prose(place), why: prose("why"), objections: prose("objections") })
    };
    let events = vec![
        ("10:00", opened),
        ("10:05", Event::Step(StepEvent::Started { step: step("a") })),
        ("10:10", Event::Task(TaskEvent::Blocked { task: task(), reason: line("blocker") })),
        ("10:40", Event::Task(TaskEvent::Done { task: task() })),
        ("10:45", decided("decision")),
        ("10:46", decided("hasty decision")),
        ("10:47", Event::Undone { act: Seq(6) }),
        ("11:00", Event::Header(HeaderEvent::Held { reason: line("hold") })),
        ("11:30", Event::Header(HeaderEvent::Resumed)),
        ("12:05", Event::Step(StepEvent::Finished { step: step("a") })),
        ("12:05", Event::Step(StepEvent::Started { step: step("b") })),
        ("12:20", Event::Service(ServiceEvent::HealthSet { service: "mail".parse().unwrap(), health: Health::Up })),
        ("12:20", Event::Service(ServiceEvent::RestorePointSet { service: "mail".parse().unwrap(), to: at("08:45") })),
        ("12:30", Event::Update(UpdateEvent::Posted(Box::new(posted)))),
        ("12:40", Event::Task(TaskEvent::Commented { task: task(), text: prose("comment") })),
        ("12:45", Event::Log(LogEvent::Noted { text: prose("note") })),
        ("13:25", Event::Step(StepEvent::Finished { step: step("b") })),
        ("14:00", Event::Header(HeaderEvent::Closed { reason: line("closing") })),
        (
            "15:00",
            Event::Review(ReviewEvent::FindingAdded {
                finding: "F1".parse().unwrap(),
                text: prose("finding"),
                about: None,
            }),
        ),
    ];
    recording(events)
}

fn recording(events: Vec<(&str, Event)>) -> Recording {
    let by = |event: &Event| {
        Signature::new(if matches!(event, Event::Log(LogEvent::Noted { .. })) { "bob" } else { "alice" }, "local")
    };
    let mut records = events.into_iter().zip(1..).map(|((time, event), seq)| Recorded {
        seq: Seq(seq),
        at: at(time),
        by: by(&event),
        act: None,
        event,
    });
    let mut incident = Incident::begin(&records.next().unwrap()).unwrap();
    let mut history = History::begin(&incident);
    records.for_each(|recorded| history.follow(&mut incident, &recorded));
    let head = Head { seq: incident.seq, ..Head::default() };
    Recording { records: incident.seq.0, incident, history, head, damage: None }
}

fn recorded(name: &str) -> Recording {
    let path = folder("sessions").join(name).with_extension("jsonl");
    replay::read(fs::File::open(path).unwrap(), Limit::default()).unwrap()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn internal(lang: Lang) -> Options {
    Options { lang, ..Options::default() }
}

fn external(lang: Lang) -> Options {
    Options { lang, readers: Readers::External, ..Options::default() }
}

#[test]
fn the_figures_are_those_that_a_reader_computes() {
    let report = Report::of(&small(&plain), &internal(Lang::En));
    let m = Span::minutes;
    let verdict = &report.verdict;
    // 10:00 to 14:00, of which half an hour of hold.
    assert_eq!((verdict.elapsed, verdict.active), (m(240), m(210)));
    // 60–90 and 60 minutes from 10:00 on: 12:00 to 12:30.
    assert_eq!((verdict.planned_end.min, verdict.planned_end.max), (at("12:00"), at("12:30")));
    assert_eq!(verdict.slip, m(90));

    let points: Vec<_> = report
        .figures
        .iter()
        .map(|it| (it.point, it.basis, it.planned.map(|planned| planned.max), it.real, it.after, it.slip))
        .collect();
    let expected = [
        (Point::Began, Basis::Stated, None, Some(at("09:30")), None, None),
        (Point::Opened, Basis::Record, None, Some(at("10:00")), Some(m(30)), None),
        (Point::Engaged, Basis::Work, None, Some(at("10:05")), Some(m(5)), None),
        (Point::Degraded, Basis::Phase, Some(at("11:30")), Some(at("12:05")), Some(m(125)), Some(m(35))),
        (Point::Restored, Basis::Phase, Some(at("12:30")), Some(at("13:25")), Some(m(205)), Some(m(55))),
        (Point::Closed, Basis::Record, Some(at("12:30")), Some(at("14:00")), Some(m(240)), Some(m(90))),
    ];
    assert_eq!(points, expected);

    // Down from 10:00 to 12:20 against two hours; its data are of 08:45, against one hour.
    let mail = &report.services[0];
    assert_eq!((mail.down, mail.rto_left), (m(140), Some(m(-20))));
    assert_eq!((mail.data_loss, mail.rpo_left), (Some(m(75)), Some(m(-15))));
    assert_eq!((verdict.rto.known, verdict.rto.missed), (1, 1));
    assert_eq!(verdict.rto.worst.as_ref().unwrap().by, m(20));
    assert_eq!(verdict.rpo.worst.as_ref().unwrap().by, m(15));

    // Two hours by the clock, 90 minutes of work; then 80 minutes for 60.
    let [a, b] = report.steps.as_slice() else { panic!("two phases") };
    assert_eq!((a.took, a.slip, a.blockers, a.blocked), (Some(m(90)), Some(m(0)), 1, m(30)));
    assert_eq!(a.runs[0].over_from, None);
    assert_eq!((b.took, b.slip), (Some(m(80)), Some(m(20))));
    assert_eq!(b.runs[0].over_from, Some(at("13:05")));

    let ops = &report.roles[0];
    assert_eq!((ops.phases, ops.planned.max, ops.took, ops.slip), (1, m(90), m(90), Some(m(0))));
    assert_eq!((ops.blockers, ops.blocked), (1, m(30)));
    assert_eq!((report.blockers[0].lasted, report.holds[0].lasted), (m(30), m(30)));

    // Due an hour after the opening; then an hour after the update, before the closing.
    let update = &report.updates[0];
    assert_eq!((update.due, update.late), (Some(at("11:00")), Some(m(90))));
    let team = &report.audiences[0];
    assert_eq!((team.sent, team.late, team.owed), (1, 1, Some(at("13:30"))));

    let decisions: Vec<_> = report.decisions.iter().map(|it| (it.text.as_str(), it.undone)).collect();
    assert_eq!(decisions, [("the decision", false), ("the hasty decision", true)]);
    // It is over: no one waits for the update that was owed.
    assert_eq!(report.open, []);
}

#[test]
fn a_late_action_is_one_of_those_open() {
    let mars = recorded("mars");
    let open = |today: &str| {
        let today = today.parse().unwrap();
        let report = Report::of(&mars, &Options { today: Some(today), ..internal(Lang::En) });
        assert_eq!(report.today, Some(today));
        let late = report.actions.iter().filter(|action| action.overdue).count();
        let open = report.open.iter().find(|open| open.what == OpenKind::Actions).unwrap();
        assert_eq!((open.late, open.count), (late, open.named.len()));
        open.late
    };
    assert_eq!(open("2026-03-20"), 0);
    assert!(open("2027-03-20") > 0);
    let report = Report::of(&mars, &Options { today: "2027-03-20".parse().ok(), ..internal(Lang::En) });
    assert!(report.markdown().contains(" late"));
    assert!(report.markdown().contains("as of 20 Mar 2027"));
}

#[test]
fn a_report_says_what_is_still_open() {
    let whole = small(&plain);
    let mut events = Vec::new();
    for entry in whole.incident.log.iter().take(5) {
        let time = entry.wall.format("%H:%M").to_string();
        events.push((time, entry.event.clone()));
    }
    let events = events.iter().map(|(time, event)| (time.as_str(), event.clone()));
    let events: Vec<_> = events.filter(|(_, event)| !matches!(event, Event::Task(TaskEvent::Done { .. }))).collect();
    let report = Report::of(&recording(events), &internal(Lang::En));
    assert!(!report.incident.closed);
    let open: Vec<_> = report.open.iter().map(|open| (open.what, open.count)).collect();
    let expected = [
        (OpenKind::Incident, 1),
        (OpenKind::Services, 1),
        (OpenKind::Blockers, 1),
        (OpenKind::Steps, 2),
        (OpenKind::Tasks, 1),
    ];
    assert_eq!(open, expected);
    // Down for 45 of 120 minutes: the objective is neither kept nor missed yet.
    assert_eq!((report.verdict.rto.known, report.verdict.rto.unknown), (0, 1));
    assert!(report.figures.iter().all(|it| it.real.is_none() || it.point <= Point::Engaged));
    assert!(report.markdown().contains("not closed"));
}

/// A report in every form that it has.
fn in_every_form(recording: &Recording) {
    for options in [internal(Lang::Fr), external(Lang::En)] {
        let report = Report::of(recording, &options);
        for text in [report.markdown(), report.html(), report.json(), mermaid::print(&report)] {
            assert!(!text.is_empty());
        }
        assert!(!calendar::print(&report).is_empty() && !csv::print(&report, None).is_empty());
    }
}

#[test]
fn a_clock_that_was_set_back_while_a_phase_ran_ends_no_report() {
    let opened = small(&plain).incident.log.iter().next().unwrap().event.clone();
    let step = || "a".parse().unwrap();
    in_every_form(&recording(vec![
        ("10:00", opened),
        ("10:05", Event::Step(StepEvent::Started { step: step() })),
        ("10:15", Event::Header(HeaderEvent::ClockJumped { by: -3_600_000 })),
        ("10:20", Event::Step(StepEvent::Finished { step: step() })),
    ]));
}

#[expect(clippy::disallowed_methods, reason = "a switch of this test alone")]
fn is_updating() -> bool {
    std::env::var_os("UPDATE_REPORTS").is_some()
}

#[test]
fn documents_read_as_they_did() {
    let mut wrong = Vec::new();
    let mut compare = |name: &str, text: &str| {
        let path = folder("reports").join(name);
        if is_updating() {
            fs::write(&path, text).unwrap();
        }
        let before = fs::read_to_string(&path).unwrap_or_default();
        let differs = before.lines().zip(text.lines()).position(|(before, now)| before != now);
        if before != text {
            wrong.push(format!("{name}: line {}", differs.map_or(0, |line| line + 1)));
        }
    };
    let august = recorded("august");
    compare("august.md", &Report::of(&august, &internal(Lang::En)).markdown());
    compare("august.outside.md", &Report::of(&august, &external(Lang::En)).markdown());
    compare("mars.outside.fr.md", &Report::of(&recorded("mars"), &external(Lang::Fr)).markdown());
    compare("small.json", &Report::of(&small(&plain), &internal(Lang::En)).json());
    compare("small.outside.json", &Report::of(&small(&plain), &external(Lang::En)).json());
    compare("small.fr.html", &Report::of(&small(&plain), &internal(Lang::Fr)).html());
    assert!(wrong.is_empty(), "UPDATE_REPORTS=1 writes them anew:\n{}", wrong.join("\n"));
}

#[test]
fn external_readers_get_nothing_internal() {
    let inside = ["alice", "bob", "the blocker", "the hold", "the decision", "the why", "the comment", "the note"];
    let more = ["the task", "the role", "the closing", "the finding", "20261122-mail"];
    let recording = small(&plain);
    let report = Report::of(&recording, &external(Lang::En));
    for text in [report.markdown(), report.html(), report.json()] {
        for word in inside.iter().chain(&more) {
            assert!(!text.contains(word), "{word} in {text}");
        }
        assert!(text.contains("the service") && text.contains("the update"));
    }
    // What was left undone is no secret: the end was in plan for neither reader.
    let cut = |mut recording: Recording| {
        let last = recording.incident.steps.len() - 1;
        let mut step = (*recording.incident.steps[last]).clone();
        step.state = warroom::incident::StepState::Waiting;
        recording.incident.steps[last] = step.into();
        recording
    };
    for options in [internal(Lang::En), external(Lang::En)] {
        let august = Report::of(&cut(recorded("august")), &options).markdown();
        assert!(!august.contains("within the plan ✔"), "{august}");
    }
    // Ids are made of titles.
    let json = report.json();
    for id in ["mail", "team", "a", "b"] {
        assert!(!json.contains(&format!("\"{id}\"")), "{id} in {json}");
    }
    assert!(json.contains("\"id\": \"step-2\"") && json.contains("\"step\": \"step-1\""), "{json}");
    for name in ["mars", "juin", "octobre", "august"] {
        let recording = recorded(name);
        let report = Report::of(&recording, &external(Lang::Fr));
        let text = report.markdown() + &report.html() + &report.json();
        let words: BTreeSet<_> = text.split(|c: char| !(c.is_alphanumeric() || c == '-')).collect();
        for person in recording.incident.people.iter() {
            assert!(!words.contains(person.as_str()), "{person} in the report of {name}");
        }
    }
}

/// What a reader of Markdown makes of it, without the words.
fn structure(markdown: &str) -> Vec<String> {
    let flavour = Flavour::ENABLE_TABLES | Flavour::ENABLE_STRIKETHROUGH | Flavour::ENABLE_MATH;
    let piece = |piece: Piece<'_>| match piece {
        Piece::Start(Tag::Link { .. }) => Some("link".to_owned()),
        Piece::Start(Tag::Image { .. }) => Some("image".to_owned()),
        Piece::Start(tag) => Some(format!("{tag:?}")),
        Piece::Html(_) | Piece::InlineHtml(_) => Some("html".to_owned()),
        Piece::Code(_) => Some("code".to_owned()),
        Piece::Rule => Some("rule".to_owned()),
        Piece::InlineMath(_) | Piece::DisplayMath(_) => Some("math".to_owned()),
        _ => None,
    };
    Parser::new_ext(markdown, flavour).filter_map(piece).collect()
}

/// The tags of a page, with their attributes but for the words in them.
fn tags(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    for rest in html.split('<').skip(1) {
        let tag = rest.split_once('>').unwrap().0;
        let parts = tag.split('"').step_by(2).collect::<Vec<_>>().join("\"");
        tags.push(parts);
    }
    tags
}

const NASTY: [&str; 24] = [
    "<script>alert(1)</script>",
    "a | b",
    "`code` ``x``",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "![x](http://x/y.png)",
    "<http://example.org>",
    "http://example.org www.example.org",
    "a@example.org @all",
    "**strong** __em__ ~~gone~~",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "---",
    "===",
    "|---|---|",
    "$x^2$ $$y$$",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "\" onload=\"alert(1)",
    "' onload='alert(1)",
    "--> <!-- ]]>",
    "مرحبا بالعالم | שלום",
    "</svg></style><img src=x onerror=alert(1)>",
];

fn check(words: Words<'_>) {
    let (hostile, benign) = (small(words), small(&plain));
    for lang in Lang::ALL {
        for options in [internal(lang), external(lang)] {
            let (hostile, benign) = (Report::of(&hostile, &options), Report::of(&benign, &options));
            let markdown = hostile.markdown();
            assert_eq!(structure(&markdown), structure(&benign.markdown()), "{markdown}");
            assert!(!markdown.replace("\\://", "").contains("://") && !markdown.contains("@a"), "{markdown}");
            assert_eq!(tags(&hostile.html()), tags(&benign.html()));
            let back: serde_json::Value = serde_json::from_str(&hostile.json()).unwrap();
            assert_eq!(back["format"], 1);
        }
    }
}

#[test]
fn words_of_people_stay_words() {
    for nasty in NASTY {
        check(&|_| nasty.to_owned());
        check(&|place| format!("{place} {nasty} {place}"));
    }
    let long = "très long ".repeat(400);
    check(&|_| long.clone());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_stay_words(
        parts in prop::collection::vec(prop_oneof![
            2 => prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
            1 => "[\\\\`*_{}\\[\\]<>()#+.!|~&@$:/ a0-]{1,12}",
            1 => "\\PC{1,6}",
        ], 1..5)
    ) {
        // One line, and never none: how many lines there are is a part of the structure.
        let words = format!("x{}", parts.concat());
        check(&|_| words.clone());
    }
}

#[test]
fn every_variant_is_one_page_that_fetches_nothing() {
    let mut ids = BTreeSet::new();
    for name in ["mars", "juin", "octobre", "august"] {
        let recording = recorded(name);
        for lang in Lang::ALL {
            for options in [internal(lang), external(lang)] {
                let html = Report::of(&recording, &options).html();
                for word in ["<script", "http://", "https://", "src=", "@import", "url(//", "<link", "<iframe"] {
                    assert!(!html.contains(word), "{word} in {name}");
                }
                ids.clear();
                for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                    assert!(ids.insert(id.to_owned()), "{id} twice in {name}");
                }
            }
        }
    }
}

/// Events of a recording in an order and at times that no room would have them.
fn shuffled(all: &[Event], picks: &[(usize, i64)]) -> Recording {
    let opened = all[0].clone();
    let mut at: Moment = "2026-03-17T01:58:00Z".parse().unwrap();
    let by = Signature::new("alice", "local");
    let first = Recorded { seq: Seq(1), at, by: by.clone(), act: None, event: opened };
    let mut incident = Incident::begin(&first).unwrap();
    let mut history = History::begin(&incident);
    for (pick, minutes) in picks {
        at += Span::minutes(*minutes);
        let event = match pick {
            0 => Event::Header(HeaderEvent::ClockJumped { by: -minutes * 600_000 }),
            1 => Event::Header(HeaderEvent::ClockJumped { by: i64::MAX }),
            pick => all[pick % all.len()].clone(),
        };
        let act = Some(Seq(u64::try_from(*minutes).unwrap())).filter(|_| pick % 7 == 0);
        let seq = incident.seq.next();
        history.follow(&mut incident, &Recorded { seq, at, by: by.clone(), act, event });
    }
    let head = Head { seq: incident.seq, ..Head::default() };
    Recording { records: incident.seq.0, incident, history, head, damage: None }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_log_in_which_nothing_fits_is_reported_all_the_same(
        picks in prop::collection::vec((0..400_usize, 0..600_i64), 0..60)
    ) {
        let all: Vec<Event> = recorded("mars").incident.log.iter().map(|entry| entry.event.clone()).collect();
        in_every_form(&shuffled(&all, &picks));
    }
}

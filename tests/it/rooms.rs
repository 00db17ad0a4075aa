//! Rooms from outside: what is asked, what is on disk, what a second opening finds.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use warroom::clock::{Clock, Hand};
use warroom::incident::{
    Audience, Cadence, Command, DueState, DutyCommand, Event, HeaderCommand, HeaderEvent, Incident, Kind, LogCommand,
    Moment, PersonName, Plan, Planned, PlannedStep, PlannedTask, Refusal, Right, Rights, Role, RoleId, Seq, Severity,
    Signature, Situation, Span, StepCommand, StepKind, TaskCommand, TaskId, Who,
};
use warroom::journal::{OpenError, fold, verify};
use warroom::room::{AskError, FindError, Health, IncidentStore, ReadOnly, Room, Rooms, Start};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

fn start(title: &str) -> Start {
    let step = |id: &str| PlannedStep {
        id: id.parse().unwrap(),
        title: id.into(),
        kind: StepKind::Phase { planned: Planned::minutes(45, 90) },
        milestone: None,
        tasks: vec![],
    };
    Start {
        title: title.into(),
        severity: Severity::Sev1,
        kind: Kind::Real,
        speed: 1,
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        plan: Plan { title: "Plan".into(), steps: vec![step("a"), step("b")], ..Plan::default() },
    }
}

fn alice() -> Who {
    Who::owner(Signature::new("alice", "test"))
}

fn note(text: &str) -> Command {
    Command::Log(LogCommand::Note { text: text.into() })
}

/// A directory of incidents, and a clock that stands until its hand is moved.
struct Place {
    folder: tempfile::TempDir,
    clock: Clock,
    hand: Arc<Hand>,
}

impl Place {
    fn new() -> Self {
        let (clock, hand) = Clock::fixed(moment("2026-11-22T03:00:00Z"));
        Self { folder: tempfile::tempdir().unwrap(), clock, hand }
    }

    fn incidents(&self) -> PathBuf {
        self.folder.path().join("incidents")
    }

    fn rooms(&self) -> Rooms {
        Rooms::new(self.incidents(), self.clock.clone())
    }

    fn file(&self, room: &Room, name: &str) -> PathBuf {
        self.incidents().join(room.id().as_str()).join(name)
    }

    fn saved(&self, room: &Room) -> serde_json::Value {
        serde_json::from_slice(&fs::read(self.file(room, "state.json")).unwrap()).unwrap()
    }
}

fn folded(journal: &Path) -> Incident {
    let mut incident = None;
    let bytes = fs::read(journal).unwrap();
    fold(bytes.as_slice(), &mut |recorded| match &mut incident {
        None => incident = Incident::begin(&recorded),
        Some(incident) => incident.apply(&recorded),
    })
    .unwrap();
    incident.unwrap()
}

fn json(incident: &Incident) -> serde_json::Value {
    serde_json::to_value(incident).unwrap()
}

fn jumps(room: &Room) -> Vec<i64> {
    let snapshot = room.snapshot();
    let jump = |event: &Event| {
        if let Event::Header(HeaderEvent::ClockJumped { by }) = event { Some(*by) } else { None }
    };
    snapshot.incident.log.iter().filter_map(|entry| jump(&entry.event)).collect()
}

#[tokio::test]
async fn an_act_is_published_and_on_disk_when_it_is_answered() {
    let place = Place::new();
    let room = place.rooms().start(start("Cyberattaque"), alice()).await.unwrap();
    assert_eq!(room.id().as_str(), "20261122-cyberattaque-aaaa");
    let mut changes = room.changes();
    assert_eq!(room.ask(alice(), note("un")).await.unwrap(), Seq(2));
    assert!(changes.has_changed().unwrap());
    assert_eq!(changes.borrow_and_update().incident.seq, Seq(2));
    assert_eq!(folded(&place.file(&room, "journal.jsonl")).seq, Seq(2));
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(place.incidents().join(room.id().as_str())), 0o700);
    assert_eq!(mode(place.file(&room, "journal.jsonl")), 0o600);
}

#[tokio::test]
async fn the_records_of_one_act_name_the_first_of_them() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    room.ask(alice(), Command::Step(StepCommand::Next)).await.unwrap();
    assert_eq!(room.ask(alice(), Command::Step(StepCommand::Next)).await.unwrap(), Seq(4));
    let mut acts = Vec::new();
    let bytes = fs::read(place.file(&room, "journal.jsonl")).unwrap();
    fold(bytes.as_slice(), &mut |recorded| acts.push(recorded.act)).unwrap();
    assert_eq!(acts, [None, None, None, Some(Seq(3))]);
}

#[tokio::test]
async fn a_refusal_says_why_and_leaves_no_record() {
    let place = Place::new();
    let room = place.rooms().start(start("X"), alice()).await.unwrap();
    assert_eq!(
        room.ask(alice(), Command::Header(HeaderCommand::Resume)).await,
        Err(AskError::Refused(Refusal::NotHeld))
    );
    assert_eq!(room.snapshot().incident.seq, Seq(1));
}

#[tokio::test]
async fn many_ask_at_once_and_each_gets_a_record_of_their_own() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    let asks = (0..500).map(|n| {
        let room = room.clone();
        tokio::spawn(async move { room.ask(alice(), note(&format!("{n}"))).await.unwrap() })
    });
    let mut numbers = Vec::new();
    for ask in asks.collect::<Vec<_>>() {
        numbers.push(ask.await.unwrap().0);
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (2..=501).collect::<Vec<_>>());
    assert_eq!(verify(fs::read(place.file(&room, "journal.jsonl")).unwrap().as_slice()).unwrap().seq.0, 501);
}

#[tokio::test]
async fn a_room_opened_again_is_as_it_was_and_state_json_says_the_same() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    room.ask(alice(), Command::Step(StepCommand::Next)).await.unwrap();
    place.hand.pass(Span::minutes(70));
    room.ask(alice(), note("« une note »")).await.unwrap();
    rooms.shutdown().await;
    assert_eq!(room.ask(alice(), note("late")).await, Err(AskError::Gone));

    let live = json(&room.snapshot().incident);
    let again = place.rooms().find(None).await.unwrap();
    assert_eq!(json(&again.snapshot().incident), live);
    let saved = place.saved(&room);
    assert_eq!(saved["incident"], live);
    assert_eq!(saved["seq"], 3);
    let journal = fs::read(place.file(&room, "journal.jsonl")).unwrap();
    assert_eq!(saved["hash"], verify(journal.as_slice()).unwrap().hash.to_string());
}

#[tokio::test]
async fn a_state_json_that_is_missing_or_wrong_is_written_anew() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    rooms.shutdown().await;
    let path = place.file(&room, "state.json");
    let right = fs::read(&path).unwrap();
    for wrong in [&b""[..], b"{}", b"\xff", &right[..right.len() - 9]] {
        fs::write(&path, wrong).unwrap();
        let rooms = place.rooms();
        assert_eq!(rooms.list().await[0].title.as_str(), "X");
        rooms.find(None).await.unwrap();
        rooms.shutdown().await;
        assert_eq!(fs::read(&path).unwrap(), right);
    }
    fs::remove_file(&path).unwrap();
    let rooms = place.rooms();
    rooms.find(None).await.unwrap();
    rooms.shutdown().await;
    assert_eq!(fs::read(&path).unwrap(), right);
}

#[tokio::test]
async fn a_list_does_not_trust_a_state_json_that_is_behind() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    rooms.shutdown().await;
    let old = fs::read(place.file(&room, "state.json")).unwrap();
    let rooms = place.rooms();
    rooms
        .find(None)
        .await
        .unwrap()
        .ask(alice(), Command::Header(HeaderCommand::Retitle { title: "Y".into() }))
        .await
        .unwrap();
    rooms.shutdown().await;
    fs::write(place.file(&room, "state.json"), old).unwrap();
    assert_eq!(place.rooms().list().await[0].title.as_str(), "Y");
}

#[tokio::test]
async fn setting_the_machines_clock_changes_no_elapsed_time_and_is_noted_once() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    for (set, offset) in [(-3_600, -3_600), (90_000, 86_400)] {
        let before = room.now();
        place.hand.pass(Span::minutes(10));
        place.hand.set_wall(Span::seconds(set));
        assert_eq!(room.now() - before, Span::minutes(10));
        room.ask(alice(), note("after")).await.unwrap();
        room.ask(alice(), note("and again")).await.unwrap();
        let incident = &room.snapshot().incident;
        assert_eq!(incident.at - before, Span::minutes(10));
        assert_eq!(incident.wall(incident.at), place.clock.wall());
        assert_eq!(incident.wall_offset(), Span::seconds(offset));
    }
    assert_eq!(jumps(&room), [-3_600_000, 90_000_000]);
    // A second or two is what any clock is corrected by.
    place.hand.set_wall(Span::seconds(2));
    room.ask(alice(), note("drift")).await.unwrap();
    assert_eq!(jumps(&room).len(), 2);

    // Opened again, the incident's time continues from there.
    rooms.shutdown().await;
    place.hand.pass(Span::minutes(5));
    let again = place.rooms().find(None).await.unwrap();
    assert_eq!(again.now() - room.snapshot().incident.at, Span::minutes(5) + Span::seconds(2));
}

#[tokio::test]
async fn a_clock_set_back_between_two_openings_turns_no_time_back() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    place.hand.pass(Span::hours(2));
    room.ask(alice(), note("two hours in")).await.unwrap();
    let last = room.snapshot().incident.at;
    rooms.shutdown().await;
    place.hand.set_wall(Span::days(-20_000));
    let again = place.rooms().find(None).await.unwrap();
    assert_eq!(again.now(), last);
    place.hand.pass(Span::minutes(1));
    again.ask(alice(), note("in 1972")).await.unwrap();
    let incident = &again.snapshot().incident;
    assert_eq!(incident.at - last, Span::minutes(1));
    assert_eq!(incident.wall(incident.at), place.clock.wall());
}

#[tokio::test]
async fn an_exercise_runs_faster_and_goes_on_at_its_speed() {
    let place = Place::new();
    let rooms = place.rooms();
    let drill = Start { kind: Kind::Exercise, speed: 3600, ..start("Drill") };
    let room = rooms.start(drill, alice()).await.unwrap();
    let opened = room.now();
    place.hand.pass(Span::seconds(10));
    assert_eq!(room.now() - opened, Span::hours(10));
    room.ask(alice(), note("ten hours in")).await.unwrap();
    rooms.shutdown().await;
    place.hand.pass(Span::seconds(2));
    let room = place.rooms().find(None).await.unwrap();
    assert_eq!(room.now() - opened, Span::hours(12));
    place.hand.set_wall(Span::minutes(5));
    room.ask(alice(), note("the clock was set")).await.unwrap();
    assert_eq!(jumps(&room), [300_000]);
    assert_eq!(room.now() - opened, Span::hours(12));
    assert_eq!(room.snapshot().incident.wall(room.now()) - room.now(), Span::minutes(5));
}

#[tokio::test]
async fn a_torn_end_is_noted_in_the_log_of_the_room() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    rooms.shutdown().await;
    let journal = place.file(&room, "journal.jsonl");
    fs::OpenOptions::new().append(true).open(&journal).unwrap().write_all(b"{\"format\":1,\"seq\":2").unwrap();
    assert_eq!(place.rooms().list().await[0].damage, None);
    let room = place.rooms().find(None).await.unwrap();
    room.ask(alice(), note("after")).await.unwrap();
    let snapshot = room.snapshot();
    let entry = snapshot.incident.log.get(Seq(2)).unwrap();
    assert_eq!(
        (&entry.event, entry.by.person.as_str()),
        (&Event::Header(HeaderEvent::TailSetAside { bytes: 19 }), "warroom")
    );
    assert_eq!(snapshot.incident.seq, Seq(3));
}

#[tokio::test]
async fn a_damaged_journal_is_shown_up_to_the_bad_record() {
    let place = Place::new();
    let rooms = place.rooms();
    let room = rooms.start(start("X"), alice()).await.unwrap();
    for text in ["un", "deux", "trois"] {
        room.ask(alice(), note(text)).await.unwrap();
    }
    rooms.shutdown().await;
    let journal = place.file(&room, "journal.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replace("deux", "onze")).unwrap();
    fs::remove_file(place.file(&room, "state.json")).unwrap();
    let rooms = place.rooms();
    assert_eq!(rooms.list().await[0].damage.unwrap().record, 3);
    let room = rooms.find(None).await.unwrap();
    let damaged = ReadOnly::Damaged { record: 3 };
    assert_eq!(room.snapshot().health, Health::ReadOnly(damaged));
    assert_eq!(room.snapshot().incident.seq, Seq(2));
    assert_eq!(room.ask(alice(), note("more")).await, Err(AskError::ReadOnly(damaged)));
    assert_eq!(rooms.list().await[0].damage.unwrap().record, 3);
}

#[tokio::test]
async fn the_incident_that_was_closed_last_is_the_one_whose_closing_is_newest() {
    let place = Place::new();
    let rooms = place.rooms();
    let close = || Command::Header(HeaderCommand::Close { reason: "x".into() });
    let first = rooms.start(start("First"), alice()).await.unwrap();
    let drill = Start { kind: Kind::Exercise, speed: 60, ..start("Drill") };
    let drill = rooms.start(drill, alice()).await.unwrap();
    let last = rooms.start(start("Last"), alice()).await.unwrap();
    for room in [&first, &drill, &last] {
        place.hand.pass(Span::hours(1));
        room.ask(alice(), close()).await.unwrap();
    }
    place.hand.pass(Span::hours(1));
    // What is remembered later does not close it again; and an hour of the exercise was a minute.
    first.ask(alice(), note("remembered")).await.unwrap();
    for rooms in [&rooms, &place.rooms()] {
        let Err(FindError::NoneOpen { closed }) = rooms.find(None).await else { panic!("one is open") };
        let titles: Vec<_> = closed.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles, ["Last", "Drill", "First"]);
    }
}

#[tokio::test]
async fn the_time_of_a_damaged_journal_stands_still() {
    let place = Place::new();
    let rooms = place.rooms();
    let every = Cadence::always(3600);
    let audience = Audience {
        id: "direction".parse().unwrap(),
        name: "Direction".into(),
        language: None,
        every,
        approval: false,
        outside: false,
        nights: false,
    };
    let mut starting = start("X");
    starting.plan.audiences = vec![audience];
    let room = rooms.start(starting, alice()).await.unwrap();
    for text in ["un", "deux", "trois"] {
        place.hand.pass(Span::minutes(5));
        room.ask(alice(), note(text)).await.unwrap();
    }
    let last_whole = moment("2026-11-22T03:05:00Z");
    rooms.shutdown().await;
    let journal = place.file(&room, "journal.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replace("deux", "onze")).unwrap();
    // The state beside it is of before, and older.
    let written = fs::metadata(place.file(&room, "state.json")).unwrap().modified().unwrap();
    let file = fs::File::options().append(true).open(&journal).unwrap();
    file.set_modified(written + std::time::Duration::from_secs(1)).unwrap();
    place.hand.pass(Span::days(2));

    let rooms = place.rooms();
    assert_eq!(rooms.list().await[0].damage.unwrap().record, 3);
    let room = rooms.find(None).await.unwrap();
    assert_eq!(room.now(), last_whole);
    place.hand.pass(Span::days(2));
    assert_eq!(room.now(), last_whole);
    assert!(!room.commander_gone());
    let incident = &room.snapshot().incident;
    let due = incident.next_update(&incident.audiences[0], room.now()).unwrap();
    assert_eq!((due.left, due.state), (Span::minutes(55), DueState::Calm));
    assert!(incident.clocks(room.now()).elapsed == Span::minutes(5));
}

#[tokio::test]
async fn an_incident_is_found_by_any_beginning_of_its_name_that_no_other_has() {
    let place = Place::new();
    let rooms = place.rooms();
    assert!(matches!(rooms.find(None).await, Err(FindError::NoneOpen { .. })));
    let first = rooms.start(start("Cyberattaque"), alice()).await.unwrap();
    assert_eq!(rooms.find(None).await.unwrap().id(), first.id());
    place.hand.pass(Span::minutes(1));
    let second = rooms.start(start("Cyclone"), alice()).await.unwrap();
    let Err(FindError::Several(open)) = rooms.find(None).await else { panic!("two are open") };
    assert_eq!(open.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(), ["Cyclone", "Cyberattaque"]);
    assert_eq!(rooms.find(Some("20261122-cyc")).await.unwrap().id(), second.id());
    assert_eq!(rooms.find(Some(first.id().as_str())).await.unwrap().id(), first.id());
    assert!(matches!(rooms.find(Some("2026")).await, Err(FindError::Ambiguous(list)) if list.len() == 2));
    for nowhere in ["x", "..", "../incidents", "/etc/passwd", "\x1b[2J", "20261122-cyc/"] {
        assert!(matches!(rooms.find(Some(nowhere)).await, Err(FindError::NotFound { .. })), "{nowhere:?}");
    }
    second.ask(alice(), Command::Header(HeaderCommand::Close { reason: "over".into() })).await.unwrap();
    assert_eq!(rooms.find(None).await.unwrap().id(), first.id());
    let list = rooms.list().await;
    assert_eq!(list.iter().map(warroom::room::Summary::is_closed).collect::<Vec<_>>(), [false, true]);
}

#[tokio::test]
async fn what_is_not_an_incident_is_passed_over() {
    let place = Place::new();
    let rooms = place.rooms();
    rooms.start(start("X"), alice()).await.unwrap();
    fs::create_dir(place.incidents().join("Not One")).unwrap();
    fs::create_dir(place.incidents().join("20261122-empty-aaaa")).unwrap();
    fs::create_dir(place.incidents().join("20261122-nothing-aaaa")).unwrap();
    fs::write(place.incidents().join("20261122-nothing-aaaa/journal.jsonl"), "").unwrap();
    fs::write(place.incidents().join("20261122-file-aaaa"), "").unwrap();
    assert_eq!(rooms.list().await.len(), 1);
    fs::create_dir(place.incidents().join("20261122-junk-aaaa")).unwrap();
    fs::write(place.incidents().join("20261122-junk-aaaa/journal.jsonl"), "junk\n").unwrap();
    let list = rooms.list().await;
    assert_eq!(list.len(), 2);
    assert_eq!(list[1].damage.unwrap().record, 1);
    assert!(rooms.find(None).await.is_ok());
    let junk = rooms.find(Some("20261122-junk")).await;
    assert!(matches!(junk, Err(FindError::Unreadable { why: OpenError::Damaged(_), .. })));
}

#[tokio::test]
async fn a_second_host_cannot_open_the_same_incident() {
    let place = Place::new();
    let (one, other) = (place.rooms(), place.rooms());
    let room = one.start(start("X"), alice()).await.unwrap();
    assert!(matches!(other.find(None).await, Err(FindError::Unreadable { why: OpenError::Locked, .. })));
    one.shutdown().await;
    other.find(None).await.unwrap().ask(alice(), note("now it can")).await.unwrap();
    drop(room);
}

#[tokio::test]
async fn who_joins_is_present_until_they_leave() {
    let place = Place::new();
    let room = place.rooms().start(start("X"), alice()).await.unwrap();
    let names = |room: &Room| {
        let snapshot = room.snapshot();
        snapshot.present.iter().map(|it| it.person.as_str().to_owned()).collect::<Vec<_>>()
    };
    let first = room.join(PersonName::new("alice"), "local");
    let second = room.join(PersonName::new("bob"), "ssh");
    let mut changes = room.changes();
    let third = room.join(PersonName::new("bob"), "ssh");
    assert!(changes.has_changed().unwrap());
    changes.mark_unchanged();
    assert_eq!(names(&room), ["alice", "bob", "bob"]);
    drop(second);
    assert!(changes.has_changed().unwrap());
    room.ask(alice(), note("who is here stays listed")).await.unwrap();
    assert_eq!(names(&room), ["alice", "bob"]);
    drop((first, third));
    assert_eq!(names(&room), Vec::<String>::new());
}

#[tokio::test]
async fn whoever_comes_back_knows_when_they_left_and_what_they_had_seen() {
    let place = Place::new();
    let room = place.rooms().start(start("Crise"), alice()).await.unwrap();
    let karim = || room.join(PersonName::new("karim"), "ssh");
    let (first, second) = (karim(), karim());
    assert_eq!((first.last_seen(), second.last_seen()), (None, None));
    second.look_at(&"log".into());
    let looks_at: Vec<_> = room.snapshot().present.iter().map(|it| it.looks_at.as_str().to_owned()).collect();
    assert_eq!(looks_at, ["", "log"]);

    drop(first);
    assert!(room.snapshot().seen.is_empty(), "one screen is left");
    drop(second);
    place.hand.pass(Span::minutes(5));
    room.ask(alice(), note("un")).await.unwrap();
    room.ask(alice(), note("deux")).await.unwrap();
    let back = karim().last_seen().unwrap();
    assert_eq!((back.at, back.seq), (moment("2026-11-22T03:00:00Z"), Seq(1)));
    assert_eq!(room.snapshot().incident.log.len() as u64 - back.seq.0, 2);
}

#[tokio::test]
async fn a_deputy_takes_command_once_the_commander_has_been_away_for_long_enough() {
    let place = Place::new();
    let room = place.rooms().start(Start { speed: 60, ..start("Exercice") }, alice()).await.unwrap();
    let take = || Command::Duty(DutyCommand::TakeCommand { reason: "alice ne répond plus".into() });
    let deputy = |name| {
        let rights = Rights { right: Right::Deputy, roles: vec![] };
        Who { by: Signature::new(name, "ssh"), rights }
    };
    let there = |person| Refusal::CommanderThere { commander: PersonName::new(person) };
    let refused = async |name| match room.ask(deputy(name), take()).await {
        Err(AskError::Refused(refusal)) => Some(refusal),
        _ => None,
    };
    assert_eq!(refused("bob").await, Some(there("alice")));

    // At a screen, however idle, she is there.
    let screen = room.join(PersonName::new("alice"), "local");
    place.hand.pass(Span::hours(8));
    assert!(!room.commander_gone());
    assert_eq!(refused("bob").await, Some(there("alice")));
    drop(screen);
    place.hand.pass(Span::minutes(9));
    assert!(!room.commander_gone());
    // So is who asks for something by a command line.
    room.ask(alice(), note("j'arrive")).await.unwrap();
    place.hand.pass(Span::minutes(9));
    assert_eq!(refused("bob").await, Some(there("alice")));
    place.hand.pass(Span::minutes(1));
    assert!(room.commander_gone());

    // Of two who take it at once, one has it.
    let (bob, zoe) = tokio::join!(room.ask(deputy("bob"), take()), room.ask(deputy("zoe"), take()));
    assert!(bob.is_ok());
    assert_eq!(zoe, Err(AskError::Refused(there("bob"))));
    assert!(!room.commander_gone());
    assert_eq!(room.snapshot().incident.commander, PersonName::new("bob"));
}

#[tokio::test]
async fn of_two_who_tick_one_task_at_once_the_second_learns_who_was_first() {
    let place = Place::new();
    let mut what = start("Crise");
    let (role, task): (RoleId, TaskId) = ("dsi".parse().unwrap(), "a.dsi.1".parse().unwrap());
    what.plan.roles.push(Role { id: role.clone(), name: "DSI".into() });
    what.plan.steps[0].tasks.push(PlannedTask { id: task.clone(), role, title: "X".into(), planned: None });
    let room = place.rooms().start(what, alice()).await.unwrap();
    let member = |name| {
        let rights = Rights { right: Right::Member, roles: vec!["dsi".parse().unwrap()] };
        Who { by: Signature::new(name, "ssh"), rights }
    };
    let tick = || Command::Task(TaskCommand::Finish { task: task.clone() });
    let (karim, ines) = tokio::join!(room.ask(member("karim"), tick()), room.ask(member("ines"), tick()));
    assert_eq!(karim, Ok(Seq(2)));
    let Err(AskError::Refused(Refusal::TaskIs { state, by, .. })) = ines else { panic!("{ines:?}") };
    assert_eq!((state, by.unwrap().1), ("done", PersonName::new("karim")));
    assert_eq!(room.snapshot().incident.seq, Seq(2), "nothing is overwritten");
}

#[tokio::test]
async fn an_incident_is_opened_by_who_may() {
    let place = Place::new();
    for right in [Right::Observer, Right::Member] {
        let who = Who { by: Signature::new("karim", "ssh"), rights: Rights { right, roles: vec![] } };
        let refused = place.rooms().start(start("Crise"), who).await;
        assert!(matches!(refused, Err(AskError::Refused(Refusal::MayNotOpen))), "{right:?}");
    }
    assert!(!place.incidents().exists(), "nothing is left behind");
    let rights = Rights { right: Right::Deputy, roles: vec![] };
    let who = Who { by: Signature::new("carla", "ssh"), rights };
    let room = place.rooms().start(start("Crise"), who).await.unwrap();
    assert_eq!(room.snapshot().incident.commander, PersonName::new("carla"));
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_is_named() {
    let place = Place::new();
    fs::write(place.incidents(), "a file").unwrap();
    let refused = place.rooms().start(start("X"), alice()).await.unwrap_err();
    let AskError::NoFolder { folder, .. } = refused else { panic!("{refused}") };
    assert!(folder.starts_with(place.incidents()));
}

#[tokio::test]
async fn incidents_that_cannot_be_listed_are_not_said_to_be_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("incidents");
    let (clock, _) = Clock::fixed(moment("2026-11-22T03:00:00Z"));
    // As with too many open files: a folder that does not open.
    std::fs::write(&path, "").unwrap();
    let rooms = Rooms::new(path.clone(), clock.clone());
    assert!(matches!(rooms.find(None).await, Err(FindError::Unlisted(_))));
    assert!(matches!(rooms.find(Some("2026")).await, Err(FindError::Unlisted(_))));
    assert!(matches!(IncidentStore::new(path.clone()).find("2026"), Err(FindError::Unlisted(_))));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(rooms.find(None).await, Err(FindError::NoneOpen { .. })));
}

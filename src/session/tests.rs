//! A session as a terminal sees it.

use std::io;
use std::sync::Arc;

use tokio::sync::{mpsc, watch};

use super::subject::Subject;
use super::{Entrance, ExitReason, FromDoor, Output, Visitor, run};
use crate::clock::{Clock, Hand};
use crate::config::Config;
use crate::incident::{
    Command, HelpCommand, IncidentId, Kind, LogCommand, Moment, PersonName, Right, Severity, Signature, Situation,
    StepCommand, Who,
};
use crate::lang::Lang;
use crate::people::{Access, Known, People, Proof, Trouble, What};
use crate::room::{Room, Rooms, Start};
use crate::terminal::{Background, Depth, KnownTerminals, Remembered, Size, control, query};

/// A terminal in a test: it takes a frame when the test says so.
struct Slow {
    frames: mpsc::UnboundedSender<(Vec<u8>, Option<IncidentId>)>,
    taken: mpsc::UnboundedReceiver<()>,
}

impl Output for Slow {
    async fn show(&mut self, frame: &[u8], place: Option<&IncidentId>) -> io::Result<()> {
        self.frames.send((frame.to_vec(), place.cloned())).map_err(io::Error::other)?;
        self.taken.recv().await.ok_or_else(|| io::ErrorKind::BrokenPipe.into())
    }
}

/// A person in a room of their own.
struct Stage {
    _folder: tempfile::TempDir,
    hand: Arc<Hand>,
    rooms: Rooms,
    room: Room,
    door: mpsc::Sender<FromDoor>,
    frames: mpsc::UnboundedReceiver<(Vec<u8>, Option<IncidentId>)>,
    take: mpsc::UnboundedSender<()>,
    ending: watch::Sender<bool>,
    session: tokio::task::JoinHandle<(ExitReason, Option<Slow>)>,
    terminal: vt100::Parser,
    /// How many notifications its terminal was sent.
    alarms: usize,
}

pub fn visitor(access: Access) -> Visitor {
    Visitor {
        access,
        lang: Lang::En,
        zone: chrono_tz::Europe::Paris,
        size: Size { width: 120, height: 36 },
        depth: Depth::True,
        term: "xterm".to_owned(),
        background: None,
        terminals: KnownTerminals::default(),
        config: Config::default(),
        themes: Vec::new(),
        plans: Vec::new(),
        templates: watch::channel(Arc::default()).1,
        dispatcher: None,
        notice: None,
    }
}

/// Rooms in a folder of their own, at a fixed clock.
pub fn rooms() -> (tempfile::TempDir, Rooms, Arc<Hand>) {
    let folder = tempfile::tempdir().unwrap();
    let (clock, hand) = Clock::fixed("2026-11-22T04:00:00Z".parse::<Moment>().unwrap());
    let rooms = Rooms::new(folder.path().join("incidents"), clock);
    (folder, rooms, hand)
}

pub fn opener() -> Who {
    Who::owner(Signature::new("opener", "local"))
}

pub fn start(title: &str) -> Start {
    Start {
        title: title.into(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        speed: 1,
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        plan: crate::runbook::builtin()[1].plan(),
    }
}

impl Stage {
    async fn new() -> Self {
        Self::of(Access::owner(Signature::new("alice", "local"))).await
    }

    async fn of(access: Access) -> Self {
        Self::at(access, KnownTerminals::default(), None).await
    }

    async fn at(access: Access, terminals: KnownTerminals, theme: Option<String>) -> Self {
        let (folder, rooms, hand) = rooms();
        let room = rooms.start(start("Mail down"), opener()).await.unwrap();
        let visitor = Visitor { terminals, config: Config { theme, ..Config::default() }, ..visitor(access) };
        let (door, input) = mpsc::channel(4);
        let (send, frames) = mpsc::unbounded_channel();
        let (take, taken) = mpsc::unbounded_channel();
        let (ending, hear) = watch::channel(false);
        let output = Slow { frames: send, taken };
        let session = tokio::spawn(run(visitor, input, output, rooms.clone(), Entrance::Room(room.clone()), hear));
        let terminal = vt100::Parser::new(36, 120, 0);
        Self { _folder: folder, hand, rooms, room, door, frames, take, ending, session, terminal, alarms: 0 }
    }

    async fn press(&self, keys: &str) {
        self.door.send(FromDoor::Bytes(keys.into())).await.unwrap();
    }

    /// The next frame, which the terminal does not take yet.
    async fn frame(&mut self) -> Vec<u8> {
        let (frame, _) = self.frames.recv().await.expect("the session goes on");
        self.terminal.process(&frame);
        self.alarms += frame.windows(4).filter(|bytes| bytes == b"\x1b]9;").count();
        frame
    }

    fn takes(&self) {
        self.take.send(()).unwrap();
    }

    /// Takes frames until the terminal shows a text.
    async fn sees(&mut self, text: &str) {
        while !self.terminal.screen().contents().contains(text) {
            self.frame().await;
            self.takes();
        }
    }
}

#[tokio::test]
async fn a_terminal_that_takes_nothing_gets_one_frame_and_then_the_newest() {
    let mut stage = Stage::new().await;
    stage.sees("Mail down").await;
    let note = |n: usize| Command::Log(LogCommand::Note { text: format!("entry {n} of many").as_str().into() });
    let bob = Who::owner(Signature::new("bob", "local"));
    stage.room.ask(bob.clone(), note(0)).await.unwrap();
    stage.sees("entry 0").await;
    stage.room.ask(bob.clone(), note(1)).await.unwrap();
    while !stage.terminal.screen().contents().contains("entry 1") {
        stage.frame().await;
        if !stage.terminal.screen().contents().contains("entry 1") {
            stage.takes();
        }
    }
    // That frame is not taken: nothing more comes, whatever happens.
    for n in 2..100 {
        stage.room.ask(bob.clone(), note(n)).await.unwrap();
        stage.press("j").await;
    }
    assert!(stage.frames.try_recv().is_err());
    stage.takes();
    stage.frame().await;
    assert!(stage.terminal.screen().contents().contains("entry 99"));
}

#[tokio::test]
async fn a_call_of_another_room_is_seen_rings_once_and_leads_there() {
    let mut stage = Stage::new().await;
    stage.sees("Mail down").await;
    let other = stage.rooms.start(start("Other crisis"), opener()).await.unwrap();
    let ines = Who::owner(Signature::new("ines", "local"));
    let call = Command::Help(HelpCommand::Ask { text: "Nobody has the key".into(), task: None });
    other.ask(ines.clone(), call).await.unwrap();
    stage.sees("CALL FOR HELP in “Other crisis”").await;
    assert_eq!(stage.alarms, 1);
    // Its key leads there; neither what happens nor who comes and goes rings again.
    stage.press("v").await;
    stage.sees("CALL FOR HELP  05:00 ines").await;
    other.ask(ines.clone(), Command::Log(LogCommand::Note { text: "still".into() })).await.unwrap();
    stage.press("o").await;
    stage.sees("Open incidents").await;
    stage.sees("CALL FOR HELP in “Other crisis”").await;
    assert_eq!(stage.alarms, 1);
    let call = other.snapshot().incident.calls[0].seq;
    other.ask(ines, Command::Help(HelpCommand::Answer { call })).await.unwrap();
    while stage.terminal.screen().contents().contains("CALL FOR HELP") {
        stage.frame().await;
        stage.takes();
    }
}

const LIGHT_BLUE: &[u8] = b"2;11;95;192";
const DARK_BLUE: &[u8] = b"2;108;182;255";

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn alice() -> Access {
    Access::owner(Signature::new("alice", "local"))
}

#[tokio::test]
async fn the_first_frame_is_for_the_background_that_the_terminal_says_and_later_ones_follow_it() {
    let mut stage = Stage::new().await;
    assert_eq!(stage.frame().await, query::ASK);
    stage.takes();
    for piece in ["\x1b", "]11;rgb:ff", "ff/ffff/f", "fff\x1b", "\\\x1b[?6", "2;4c"] {
        stage.press(piece).await;
    }
    let first = stage.frame().await;
    assert!(has(&first, LIGHT_BLUE) && !has(&first, DARK_BLUE));
    assert!(stage.terminal.screen().contents().contains("Mail down"));
    stage.takes();
    stage.press("\x1b[?997;1n").await;
    while !has(&stage.frame().await, DARK_BLUE) {
        stage.takes();
    }
    // None of it was a key.
    assert!(stage.terminal.screen().contents().contains("Mail down"));
}

#[tokio::test]
async fn a_terminal_without_an_answer_gets_the_dark_one_and_is_waited_for_once() {
    let terminals = KnownTerminals::default();
    let mut stage = Stage::at(alice(), terminals.clone(), None).await;
    assert_eq!(stage.frame().await, query::ASK);
    stage.takes();
    let first = stage.frame().await;
    assert!(has(&first, DARK_BLUE) && !has(&first, query::ASK));
    stage.takes();
    let mut stage = Stage::at(alice(), terminals.clone(), None).await;
    let first = stage.frame().await;
    assert!(has(&first, DARK_BLUE) && has(&first, query::ASK));
    stage.takes();
    // It comes late, and is known for the next time.
    stage.press("\x1b]11;#ffffff\x07").await;
    while !has(&stage.frame().await, LIGHT_BLUE) {
        stage.takes();
    }
    let known = terminals.of(&PersonName::new("alice"), "xterm");
    assert_eq!(known, Some(Remembered::Background(Background::Light)));
}

#[tokio::test]
async fn a_theme_that_somebody_chose_asks_nobody() {
    let theme = Some("dark".to_owned());
    let mut stage = Stage::at(alice(), KnownTerminals::default(), theme).await;
    let first = stage.frame().await;
    assert!(has(&first, DARK_BLUE) && !has(&first, query::ASK));
    stage.takes();
    stage.press("\x1b]11;#ffffff\x07n").await;
    // The next that it shows is what the key led to.
    assert!(!has(&stage.frame().await, LIGHT_BLUE));
}

#[tokio::test]
async fn a_person_who_leaves_early_leaves_no_answer_behind() {
    let mut stage = Stage::new().await;
    assert_eq!(stage.frame().await, query::ASK);
    stage.takes();
    stage.press("q").await;
    stage.press("\x1b]11;#ffffff\x07\x1b[?6").await;
    stage.press("c").await;
    while stage.frame().await != *control::RESTORE {
        stage.takes();
    }
    stage.takes();
    assert_eq!(stage.session.await.unwrap().0, ExitReason::Left);
    assert!(stage.door.is_closed());
}

#[tokio::test]
async fn what_is_overdue_in_another_room_is_shown_to_those_who_may_act() {
    let stage = Stage::new().await;
    let other = stage.rooms.start(start("Other crisis"), opener()).await.unwrap();
    other.ask(opener(), Command::Step(StepCommand::Next)).await.unwrap();
    let live = stage.rooms.live().borrow().clone();
    let owner = Who::owner(Signature::new("alice", "local"));
    let mut subject = Subject::start(Vec::new(), Vec::new(), &owner);
    assert!(!subject.update_overdue(&live, &owner));
    stage.hand.pass(crate::incident::Span::hours(9));
    assert!(subject.update_overdue(&live, &owner) && !subject.update_overdue(&live, &owner));
    let late = |subject: &Subject| match subject {
        Subject::Start(start) => start.overdue.iter().map(|it| it.describe(Lang::En)).collect::<Vec<_>>(),
        Subject::Room(_) | Subject::Replayed(_) => Vec::new(),
    };
    let start = "▲ Late in “Other crisis” – ";
    assert!(late(&subject).iter().any(|it| it.starts_with(start)), "{:?}", late(&subject));
    let right = Right::Member;
    let member = Who { rights: crate::incident::Rights { right, roles: Vec::new() }, ..owner };
    assert!(subject.update_overdue(&live, &member) && late(&subject).is_empty());
}

#[tokio::test]
async fn a_frame_says_which_room_it_shows() {
    let mut stage = Stage::new().await;
    let (_, place) = stage.frames.recv().await.unwrap();
    assert_eq!(place.as_ref(), Some(stage.room.id()));
}

#[tokio::test]
async fn leaving_restores_the_terminal() {
    let mut stage = Stage::new().await;
    stage.sees("Mail down").await;
    stage.press("q").await;
    while stage.frame().await != *control::RESTORE {
        stage.takes();
    }
    stage.takes();
    assert_eq!(stage.session.await.unwrap().0, ExitReason::Left);
    assert!(stage.room.snapshot().present.is_empty());
}

fn known(source: &str, trouble: Option<Trouble>) -> Arc<Known> {
    let people = People::read(source, "people.toml").unwrap();
    Arc::new(Known { people: Some(Arc::new(people)), trouble })
}

#[tokio::test]
async fn who_somebody_is_follows_the_people_file_to_the_end() {
    let karim = "[[person]]\nname = 'karim'\nright = 'commander'\nunix = ['kb']\n";
    let (people, hear) = watch::channel(known(karim, None));
    let proof = Proof::Account { account: PersonName::new("kb") };
    let mut stage = Stage::of(Access::new(hear, proof, "local")).await;
    stage.sees("Mail down").await;
    let present = |stage: &Stage| stage.room.snapshot().present[0].person.to_string();
    assert_eq!(present(&stage), "karim");

    let trouble = Trouble { file: "people.toml".into(), what: What::Gone };
    people.send_replace(known(&karim.replace("'karim'", "'kb-2'"), Some(trouble)));
    stage.sees("the file has been removed").await;
    assert_eq!(present(&stage), "kb-2");
    // A key takes it from what lies below.
    stage.press("j").await;
    while stage.terminal.screen().contents().contains("the file has been removed") {
        stage.frame().await;
        stage.takes();
    }

    people.send_replace(known("", None));
    while stage.frame().await != *control::RESTORE {
        stage.takes();
    }
    stage.takes();
    assert_eq!(stage.session.await.unwrap().0, ExitReason::Withdrawn);
    assert!(stage.room.snapshot().present.is_empty());
}

#[tokio::test]
async fn a_person_without_access_sees_nothing() {
    let (_people, hear) = watch::channel(Arc::default());
    let mut stage = Stage::of(Access::new(hear, Proof::Key { blob: vec![1].into() }, "ssh")).await;
    assert_eq!(stage.session.await.unwrap().0, ExitReason::Withdrawn);
    assert!(stage.frames.recv().await.is_none());
}

#[tokio::test]
async fn the_end_of_the_host_and_a_closed_door_end_a_session() {
    let stage = Stage::new().await;
    stage.ending.send(true).unwrap();
    drop(stage.take);
    assert_eq!(stage.session.await.unwrap().0, ExitReason::Ending);
    let stage = Stage::new().await;
    drop(stage.door);
    assert_eq!(stage.session.await.unwrap().0, ExitReason::Gone);
}

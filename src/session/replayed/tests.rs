//! What a live screen showed, and what a replay of the same journal shows.

use std::fs::File;
use std::sync::Arc;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use tokio::sync::watch;

use super::*;
use crate::clock::{Clock, Hand};
use crate::config::Config;
use crate::incident::{
    Command, Duty, DutyCommand, HeaderCommand, Health, Kind, LogCommand, PersonName, Seq, ServiceCommand, Severity,
    Signature, Situation, StepCommand, StepKind, TaskCommand, TaskId,
};
use crate::people::Access;
use crate::replay::Limit;
use crate::room::Start;
use crate::session::Visitor;
use crate::session::subject::Subject;
use crate::terminal::{Depth, KnownTerminals, Size};
use crate::ui::replay::Motion;
use crate::ui::{Input, Screen, World};

/// The row of the header that says who is here.
const PEOPLE: usize = 1;
const SIZE: Size = Size { width: 140, height: 44 };

/// A crisis through the whole bundled plan, in a real room, with a screen of each commander's.
struct Crisis {
    folder: tempfile::TempDir,
    hand: Arc<Hand>,
    rooms: Rooms,
    room: Room,
    /// Who sits at a screen all the time.
    screens: Vec<(Who, Subject, Screen)>,
    /// What the commander saw, and when.
    seen: Vec<(Moment, Vec<Row>)>,
}

fn who(name: &str) -> Who {
    Who::owner(Signature::new(name, "local"))
}

fn visitor(name: &str) -> Visitor {
    Visitor {
        access: Access::owner(Signature::new(name, "local")),
        lang: Lang::Fr,
        zone: chrono_tz::Europe::Paris,
        size: SIZE,
        depth: Depth::True,
        term: String::new(),
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

impl Crisis {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (clock, hand) = Clock::fixed("2026-11-22T02:00:00Z".parse().unwrap());
        let rooms = Rooms::new(folder.path().join("incidents"), clock);
        let plan = crate::runbook::builtin().iter().find(|it| it.name == "cyberattack-recovery.fr").unwrap();
        let start = Start {
            title: "Cyberattaque".into(),
            severity: Severity::Sev1,
            kind: Kind::Real,
            speed: 1,
            situation: Situation::default(),
            zone: chrono_tz::Europe::Paris,
            plan: plan.plan(),
        };
        let room = rooms.start(start, who("alice")).await.unwrap();
        let sit = |name| {
            let visitor = visitor(name);
            let subject = Subject::of_room(room.clone(), &who(name).by, &visitor);
            (who(name), subject, Screen::new(visitor.settings(None)))
        };
        let screens = ["alice", "karim", "inès"].map(sit).into();
        Self { folder, hand, rooms, room, screens, seen: Vec::new() }
    }

    fn incident(&self) -> Incident {
        self.room.snapshot().incident.clone()
    }

    async fn ask(&self, name: &str, command: Command) {
        let asked = self.room.ask(who(name), command.clone()).await;
        assert!(asked.is_ok(), "{command:?}: {asked:?}");
    }

    fn pass(&self, minutes: i64) {
        // Not to the second, as life is.
        self.hand.pass(Span::minutes(minutes) + Span::milliseconds(minutes * 137));
    }

    /// What the commander sees now.
    fn look(&mut self) {
        let commander = self.incident().commander;
        let screen = self.screens.iter_mut().find(|(who, ..)| who.by.person == commander);
        let (who, subject, screen) = screen.expect("whoever commands has a screen");
        subject.refresh(Lang::Fr);
        let frame = subject.show(who, |world| frame(screen, world, SIZE));
        self.seen.push((self.room.now(), frame));
        // What comes next is not of that moment.
        self.hand.pass(Span::milliseconds(400));
    }

    /// Goes through the plan to its end.
    async fn unfold(&mut self) {
        let task = |step: &str, role: &str| -> TaskId { format!("{step}.{role}.1").parse().unwrap() };
        self.look();
        self.pass(3);
        let steps = self.incident().steps;
        for (place, step) in steps.iter().enumerate() {
            let commander = if place < 6 { "alice" } else { "karim" };
            match place {
                3 => {
                    self.ask("alice", Command::Header(HeaderCommand::Hold { reason: "Coupure de courant".into() }))
                        .await;
                    self.pass(25);
                    self.look();
                    self.ask("alice", Command::Header(HeaderCommand::Resume)).await;
                }
                6 => {
                    let (duty, to) = (Duty::Command, PersonName::new("karim"));
                    let briefing = "La sauvegarde est saine.".into();
                    self.ask("alice", Command::Duty(DutyCommand::Offer { duty: duty.clone(), to, briefing })).await;
                    self.pass(2);
                    self.look();
                    self.ask("karim", Command::Duty(DutyCommand::Accept { duty })).await;
                }
                10 => {
                    self.ask("inès", Command::Duty(DutyCommand::TakeCommand { reason: "Karim dort".into() })).await;
                }
                11 => {
                    self.ask("karim", Command::Duty(DutyCommand::TakeCommand { reason: "De retour".into() })).await;
                }
                _ => {}
            }
            let is_running = self.incident().steps[place].is_active();
            if !is_running {
                self.ask(commander, Command::Step(StepCommand::Start { step: step.id.clone() })).await;
            }
            if step.kind.is_phase() {
                self.work(place, step.id.as_str(), commander, task(step.id.as_str(), "sysadmin")).await;
            }
            let planned = step.kind.planned().map(|planned| planned.max().num_minutes());
            match (step.kind, planned) {
                (StepKind::DayEnd { .. }, _) => {
                    self.pass(9 * 60);
                    self.look();
                    self.pass(8 * 60);
                    self.ask(commander, Command::Step(StepCommand::StartDay)).await;
                }
                // Every fourth runs over.
                (_, Some(planned)) => {
                    self.pass(if place.is_multiple_of(4) { planned + 17 } else { planned * 3 / 4 });
                    if place.is_multiple_of(4) || place % 5 == 1 {
                        self.look();
                    }
                }
                _ => {}
            }
            if self.incident().steps[place].is_active() {
                self.ask(commander, Command::Step(StepCommand::Finish { step: step.id.clone() })).await;
            }
        }
        self.pass(11);
        self.look();
        self.ask("karim", Command::Header(HeaderCommand::Close { reason: "Retour à la normale".into() })).await;
        self.pass(1);
        self.look();
    }

    async fn work(&mut self, place: usize, step: &str, commander: &str, task: TaskId) {
        self.pass(2);
        let (text, nothing) = ("Couper le VPN".into(), crate::incident::Prose::default);
        self.ask(commander, Command::Log(LogCommand::Decide { text, why: "il propage".into(), objections: nothing() }))
            .await;
        if self.incident().task(&task).is_some() {
            let person = Some(PersonName::new("inès"));
            self.ask(commander, Command::Task(TaskCommand::Assign { task: task.clone(), person })).await;
            self.ask("inès", Command::Task(TaskCommand::Start { task: task.clone() })).await;
            self.pass(5);
            self.ask("inès", Command::Task(TaskCommand::Block { task: task.clone(), reason: "pas d'accès".into() }))
                .await;
            if place.is_multiple_of(3) {
                self.look();
            }
            self.ask("inès", Command::Task(TaskCommand::Unblock { task: task.clone() })).await;
            self.ask("inès", Command::Task(TaskCommand::Finish { task: task.clone() })).await;
            if place % 3 == 1 {
                self.ask("inès", Command::Undo).await;
            }
        }
        let service = self.incident().services[place % 3].id.clone();
        let health = [Health::Down, Health::Degraded, Health::Up][place % 3];
        if self.incident().service(&service).unwrap().health != health {
            self.ask(commander, Command::Service(ServiceCommand::SetHealth { service, health })).await;
        }
        self.ask(commander, Command::Log(LogCommand::Note { text: format!("Dans {step}").into() })).await;
    }

    fn journal(&self) -> std::path::PathBuf {
        self.folder.path().join("incidents").join(self.room.id().as_str()).join("journal.jsonl")
    }
}

/// A row of a frame: its text, and how each cell looks.
#[derive(Debug, PartialEq)]
struct Row {
    text: String,
    styles: Vec<Style>,
}

fn frame(screen: &mut Screen, world: World<'_>, size: Size) -> Vec<Row> {
    screen.update(world, Input::Changed);
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    screen.render(world, &mut buffer);
    let row = |row: Rect| {
        let (mut text, mut styles) = (String::new(), Vec::new());
        let mut x = 0;
        while x < row.width {
            let cell = &buffer[(x, row.y)];
            text.push_str(cell.symbol());
            styles.push(cell.style());
            x += cell.symbol().cell_width().max(1);
        }
        Row { text, styles }
    };
    buffer.area.rows().map(row).collect()
}

/// A line that says “you” to the commander, as one says it who only reads: the one thing in which a replay's words
/// differ, because no one who sees it is the person through whose eyes it is seen. It is put in their words and no more.
fn of_another(line: &str, commander: &PersonName) -> String {
    let offers = format!("{commander} propose ");
    line.replace(" (Dir. crise, vous)", " (Dir. crise)").replace(" Vous proposez ", &format!(" {offers}"))
}

/// A line without what a key would do, which is nothing in a replay but to read.
fn without_offers(line: &str) -> String {
    let offers = ["v examiner", "v rédiger", "v répondre", "v voir", "v lire"];
    without_presence(&offers.iter().fold(line.to_owned(), |line, offer| line.replace(offer, "")))
}

/// A line without who is at a screen, which no journal holds, and the room that saying so takes.
fn without_presence(line: &str) -> String {
    line.replace(" · 3 présents", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_moment_that_does_not_exist_is_refused_and_the_replay_stays_at_the_opening() {
    let journal = File::open("tests/sessions/mars.jsonl").unwrap();
    let replay = Replay::open(journal, None, Limit::default()).unwrap();
    replay.wait_until_read();
    for (typed, why) in [("J99 09:00", BadMoment::Outside), ("#99999", BadMoment::NoRecord)] {
        let showing = Showing { from: Some(typed.to_owned()), ..Showing::new(replay.clone()) };
        assert_eq!(showing.check(), Err(why.clone()));
        let replayed = Replayed::new(showing.clone(), Back::Out, None, Lang::En);
        assert_eq!(replayed.player.at(), replay.opened_at());
        assert_eq!(replayed.refused, Some(why.say(&showing.recording(), Lang::En)));
    }
    let showing = Showing { from: Some("+900h".to_owned()), ..Showing::new(replay.clone()) };
    let replayed = Replayed::new(showing, Back::Out, None, Lang::En);
    assert_eq!((replayed.player.at(), replayed.refused.as_deref()), (replay.end(), None));
}

#[tokio::test]
async fn a_replay_shows_what_the_live_screen_showed() {
    let mut crisis = Crisis::new().await;
    crisis.unfold().await;
    assert!(crisis.seen.len() >= 20, "{} moments", crisis.seen.len());
    let history = &crisis.journal();
    let replay = Replay::open(File::open(history).unwrap(), None, Limit::default()).unwrap();
    replay.wait_until_read();
    let marks = replay.history();
    assert!(!marks.holds.is_empty() && !marks.nights.is_empty() && marks.commands.len() > 2);
    let mut replayed = Replayed::new(Showing::new(replay), Back::Out, None, Lang::Fr);
    let mut screen = Screen::new(visitor("anybody").settings(None));
    // Forwards and backwards: a moment does not depend on where one comes from.
    let there = crisis.seen.iter();
    let mut spoken = 0;
    for (at, live) in there.clone().chain(there.rev()) {
        replayed.play(Play::Seek(*at));
        let tall = Size { height: SIZE.height + 2, ..SIZE };
        let again = replayed.show(|view| frame(&mut screen, World::Room(view), tall));
        let hints = usize::from(SIZE.height) - 1;
        for (row, (live, again)) in live.iter().zip(&again).enumerate().take(hints) {
            let commander = &replayed.player.incident().commander;
            let to_another = of_another(&live.text, commander);
            spoken += usize::from(to_another != live.text);
            if row == PEOPLE {
                assert_eq!(without_presence(&to_another), without_presence(&again.text), "row {row} at {at}");
            } else if to_another != live.text {
                assert_eq!(without_offers(&to_another), without_offers(&again.text), "row {row} at {at}");
            } else if without_offers(&live.text) != without_presence(&live.text) {
                // What asks for someone below the header: in a replay its key does nothing, or leads to what is read.
                assert_eq!(without_offers(&live.text), without_offers(&again.text), "row {row} at {at}");
            } else {
                assert_eq!(live, again, "row {row} at {at}");
            }
        }
    }
    assert!(spoken > 0, "somebody was spoken to");
    crisis.rooms.shutdown().await;
}

/// Takes in what a room has written meanwhile, once it is read up to a record.
async fn reads_up_to(replayed: &mut Replayed, seq: Seq) {
    let mut news = replayed.player.replay.changes();
    news.wait_for(|records| *records >= seq.0).await.unwrap();
    replayed.refresh();
}

#[tokio::test]
async fn the_replay_of_an_open_incident_grows_and_shows_what_the_room_shows() {
    let crisis = Crisis::new().await;
    crisis.pass(3);
    let replay = Replay::follow(&crisis.journal(), Limit::default()).unwrap();
    let mut replayed = Replayed::new(Showing::new(replay), Back::Out, Some(crisis.rooms.clone()), Lang::Fr);
    reads_up_to(&mut replayed, crisis.incident().seq).await;
    replayed.player.replay.wait_until_read();
    replayed.refresh();
    let state = |replayed: &Replayed| {
        replayed.show(|view| {
            let playback = view.playback.unwrap();
            (view.now, view.incident.seq, playback.motion, playback.goes_on)
        })
    };
    let opened = crisis.incident().opened_at;
    assert_eq!(state(&replayed), (opened, Seq(1), Motion::Paused, true));

    // At the live edge it is what time it is in the room, and what is done there is seen.
    replayed.play(Play::End);
    assert_eq!(state(&replayed), (crisis.room.now(), crisis.incident().seq, Motion::Live, true));
    crisis.pass(5);
    crisis.ask("alice", Command::Log(LogCommand::Note { text: "Première note".into() })).await;
    reads_up_to(&mut replayed, crisis.incident().seq).await;
    assert_eq!(state(&replayed), (crisis.room.now(), crisis.incident().seq, Motion::Live, true));
    crisis.pass(2);
    replayed.go_on(Instant::now());
    assert_eq!(state(&replayed).0, crisis.room.now());

    // Going back, one looks at that in peace, while it continues.
    replayed.play(Play::SeekRecord(Seq(1)));
    crisis.ask("alice", Command::Log(LogCommand::Note { text: "Deuxième note".into() })).await;
    reads_up_to(&mut replayed, crisis.incident().seq).await;
    assert_eq!(state(&replayed), (opened, Seq(1), Motion::Paused, true));
    assert_eq!(replayed.player.next_frame(), None);

    // Its end is learnt by who follows it; and should it be reopened, it continues.
    replayed.play(Play::End);
    crisis.pass(1);
    crisis.ask("alice", Command::Header(HeaderCommand::Close { reason: "Fini".into() })).await;
    reads_up_to(&mut replayed, crisis.incident().seq).await;
    let closed = crisis.incident();
    assert_eq!(state(&replayed), (closed.at, closed.seq, Motion::Paused, false));
    crisis.pass(1);
    crisis.ask("alice", Command::Header(HeaderCommand::Reopen { reason: "Pas fini".into() })).await;
    reads_up_to(&mut replayed, crisis.incident().seq).await;
    assert!(state(&replayed).3);
    replayed.play(Play::End);
    assert_eq!(state(&replayed), (crisis.room.now(), crisis.incident().seq, Motion::Live, true));
    crisis.rooms.shutdown().await;
}

#[tokio::test]
async fn who_plays_up_to_the_present_stays_there() {
    let crisis = Crisis::new().await;
    crisis.pass(3);
    let replay = Replay::follow(&crisis.journal(), Limit::default()).unwrap();
    replay.wait_until_read();
    let showing = Showing { plays: true, speed: 60, ..Showing::new(replay) };
    let mut replayed = Replayed::new(showing, Back::Out, Some(crisis.rooms.clone()), Lang::Fr);
    replayed.pass(Span::seconds(2));
    assert_eq!(replayed.player.motion, Motion::Playing);
    replayed.pass(Span::seconds(2));
    assert_eq!((replayed.player.motion, replayed.player.at()), (Motion::Live, crisis.room.now()));
    // It is looked at in steps of a second of the incident's.
    assert!(replayed.player.next_frame().unwrap() <= Span::seconds(1));
    // What has no next record stays; a pause stands still.
    replayed.play(Play::NextEvent);
    assert_eq!(replayed.player.motion, Motion::Live);
    replayed.play(Play::Toggle);
    let stood = replayed.player.at();
    crisis.pass(1);
    replayed.go_on(Instant::now());
    assert_eq!((replayed.player.motion, replayed.player.at()), (Motion::Paused, stood));
    crisis.rooms.shutdown().await;
}

//! One person at one screen, whatever the door: bytes in, frames out.
//!
//! ```text
//!   bytes ──Decoder──▶ Input ──Screen::update──▶ Effect ──▶ the room
//!   the room's newest state ──Screen::render──▶ cells ──Painter──▶ bytes
//! ```
//!
//! A session waits for whatever comes first, and draws when nothing more waits. One frame is under way at a time: a
//! slow terminal misses frames and sees the newest state next, and costs neither memory nor anybody else's time.

pub mod cast;
mod player;
mod replayed;
mod reported;
mod scene;
mod timer;
mod visitor;

pub use replayed::{Showing, growth};
pub use reported::{Origin, whole};
pub use visitor::Visitor;

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until};

use crate::config::Config;
use crate::incident::{Command, IncidentId, Line, Right, Seq, Who};
use crate::replay::Replay;
use crate::room::{AskError, FindError, OpenCall, Room, Rooms};
use crate::terminal::{Background, Decoded, Decoder, Painted, Painter, Remembered, Size, control, query};
use crate::ui::{Effect, Elsewhere, Input, Opening, Reported, Screen};
use replayed::Back;
use reported::Wanted;
use scene::Scene;
use timer::Timer;

/// A second frame comes no sooner after the first, but for what a person has typed.
const PACE: Duration = Duration::from_millis(16);
/// How many inputs are taken before the screen is drawn again.
const BATCH: usize = 256;
/// How many acts of one person may wait for their answer.
const WISHES_MAX: usize = 64;
/// How long a terminal has to take the last frame.
const LAST_FRAME: Duration = Duration::from_secs(1);
/// How long a notice of the session's own stays.
const NOTICE: Duration = Duration::from_secs(6);
/// How long what is wrong with the people file stays.
const TROUBLE: Duration = Duration::from_secs(30);
/// How often the start screen looks for what others have opened or closed, in seconds.
const LIST_EVERY: u8 = 5;
/// How often a screen looks what is late in other rooms, in seconds.
const LOOK_EVERY: u8 = 5;

/// What comes through a door; when its sender is dropped, the person is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromDoor {
    Bytes(Vec<u8>),
    Resized(Size),
    /// The terminal may show something else.
    Redraw,
}

/// The way to one terminal.
pub trait Output: Send + 'static {
    /// Sends a frame, and returns once the terminal has taken it; `place` is the room it shows.
    fn show(
        &mut self,
        frame: &[u8],
        place: Option<&IncidentId>,
    ) -> impl Future<Output = io::Result<()>> + Send;
}

/// Why a session is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitReason {
    /// The person left.
    Left,
    /// The door closed.
    Gone,
    /// The host ends.
    Ending,
    /// The person is no longer among those whom the host lets in.
    Withdrawn,
    /// The screen failed; the room is well.
    Crashed,
}

/// Where a session begins.
#[derive(Clone, Debug)]
pub enum Entrance {
    Start,
    Room(Room),
    /// A session that is played again, with nothing else behind it.
    Replay(Box<Showing>),
}

/// Runs a session to its end; the output comes back for what the door has to say last.
pub async fn run<O: Output>(
    visitor: Visitor,
    mut input: mpsc::Receiver<FromDoor>,
    output: O,
    rooms: Rooms,
    entrance: Entrance,
    ending: watch::Receiver<bool>,
) -> (ExitReason, Option<O>) {
    let Some(who) = visitor.access.who() else { return (ExitReason::Withdrawn, Some(output)) };
    let mut session = Session::new(visitor, who, rooms, output);
    match entrance {
        Entrance::Start => session.leave_room().await,
        Entrance::Room(room) => session.enter(room),
        Entrance::Replay(showing) => session.replay(*showing, Back::Out),
    }
    session.tell_trouble();
    let farewell = session.live(&mut input, ending).await;
    (farewell, session.say_farewell(farewell, input).await)
}

struct Session<O> {
    visitor: Visitor,
    /// Who the visitor is, as of the newest people.
    who: Who,
    rooms: Rooms,
    screen: Screen,
    scene: Scene,
    decoder: Decoder,
    /// What lies behind the text of the terminal, as far as it is known.
    background: Option<Background>,
    /// Until when the first frame waits for the terminal's answer.
    held: Option<Instant>,
    /// When the terminal was asked last.
    asked: Option<Instant>,
    painter: Painter,
    size: Size,
    /// The way out; none while a frame is under way.
    output: Option<O>,
    under_way: Option<Pending<Delivered<O>>>,
    /// What the next frame brings besides cells.
    aside: Aside,
    title: String,
    notice: Option<(String, Instant)>,
    /// When the screen is to be drawn next, where something has changed.
    due: Option<Due>,
    drawn: Option<Instant>,
    wishes: VecDeque<Wish>,
    answer: Option<Pending<Answer>>,
    /// The report that is being made, which nothing else waits for.
    report: Option<Pending<Made>>,
    /// The newest one that was asked for meanwhile.
    next_report: Option<IncidentId>,
    ticks_to_list: u8,
    ticks_to_look: u8,
    /// All rooms that are open here.
    live: watch::Receiver<Arc<[Room]>>,
    /// Calls for help of all rooms.
    calls: watch::Receiver<Arc<[OpenCall]>>,
    /// Those of them that there were when they were last looked at: each rings once.
    rung: Vec<(IncidentId, Seq)>,
    over: Option<ExitReason>,
}

/// What became of a report.
type Made = (IncidentId, Result<Box<Reported>, String>);

type Pending<T> = Pin<Box<dyn Future<Output = T> + Send>>;

struct Delivered<O> {
    output: O,
    frame: Vec<u8>,
    result: io::Result<()>,
}

/// What goes to the terminal beside the cells, the newest of each.
#[derive(Debug, Default)]
struct Aside {
    set_up: bool,
    /// What the terminal is like is to be asked.
    ask: bool,
    copy: Option<String>,
    alarm: Option<String>,
}

impl Aside {
    const fn is_empty(&self) -> bool {
        !self.set_up && !self.ask && self.copy.is_none() && self.alarm.is_none()
    }
}

/// What the screen has asked for and is done in order.
enum Wish {
    Send(Command),
    Open(Box<Opening>),
    Enter(IncidentId),
    Replay(IncidentId),
}

enum Answer {
    Sent(Result<(), AskError>),
    Opened(Result<Room, AskError>),
    Found(Result<Room, FindError>),
    Replayed(Result<Replay, String>),
}

/// What a session waited for.
enum Happening<O> {
    Ending,
    Door(Option<FromDoor>),
    Delivered(Delivered<O>),
    Answer(Answer),
    Reported(Made),
    Changed,
    /// Who may do what.
    People,
    /// Somebody calls for help in some room, or was answered.
    Calls,
    Tick,
    Silence,
    Due,
}

/// A frame to draw.
#[derive(Clone, Copy)]
struct Due {
    at: Instant,
    extent: Extent,
}

/// How much of the screen may have changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    /// What shows seconds.
    Clocks,
    Whole,
}

/// How soon the screen is drawn again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Haste {
    AtOnce,
    InPace,
}

impl<O: Output> Session<O> {
    fn new(visitor: Visitor, who: Who, rooms: Rooms, output: O) -> Self {
        let notice = visitor.notice.clone().map(|notice| (notice, Instant::now() + NOTICE));
        let background = match visitor.terminals.of(&who.by.person, &visitor.term) {
            Some(Remembered::Background(background)) => Some(background),
            Some(Remembered::Silent) | None => visitor.background,
        };
        Self {
            screen: Screen::new(visitor.settings(background)),
            scene: Scene::start(Vec::new(), Vec::new(), &who),
            decoder: Decoder::default(),
            background,
            held: None,
            asked: None,
            painter: Painter::new(visitor.depth),
            size: visitor.size.clamped(),
            output: Some(output),
            under_way: None,
            aside: Aside { set_up: true, ask: true, ..Aside::default() },
            title: String::new(),
            notice,
            due: None,
            drawn: None,
            wishes: VecDeque::new(),
            answer: None,
            report: None,
            next_report: None,
            ticks_to_list: LIST_EVERY,
            ticks_to_look: LOOK_EVERY,
            live: rooms.live(),
            calls: rooms.calls(),
            rung: Vec::new(),
            over: None,
            visitor,
            who,
            rooms,
        }
    }

    async fn live(
        &mut self,
        input: &mut mpsc::Receiver<FromDoor>,
        mut ending: watch::Receiver<bool>,
    ) -> ExitReason {
        self.hear_others();
        self.resize(self.size);
        self.ask_first();
        if self.held.is_none() {
            self.draw();
        }
        let mut tick = Timer::after(self.scene.to_next_second());
        let mut silence = None;
        loop {
            let happening = self.happening(input, &mut ending, &tick, silence).await;
            match happening {
                Happening::Ending => return ExitReason::Ending,
                Happening::Door(message) => {
                    self.take(message);
                    let mut taken = 0;
                    while taken < BATCH && self.takes_more() {
                        match input.try_recv() {
                            Ok(message) => self.take(Some(message)),
                            Err(mpsc::error::TryRecvError::Empty) => break,
                            Err(mpsc::error::TryRecvError::Disconnected) => {
                                self.take(None);
                                break;
                            }
                        }
                        taken += 1;
                    }
                    silence = self.decoder.patience().map(|patience| Instant::now() + patience);
                }
                Happening::Delivered(delivered) => self.delivered(delivered),
                Happening::Answer(answer) => {
                    self.answer = None;
                    self.answered(answer).await;
                }
                Happening::Reported((of, reported)) => {
                    self.report = None;
                    self.update(Input::Reported(of, reported), Haste::AtOnce);
                }
                Happening::Changed => {
                    self.scene.refresh(self.visitor.lang);
                    self.tell_refused();
                    self.update(Input::Changed, Haste::InPace);
                }
                Happening::People => self.look_who(),
                Happening::Calls => {
                    self.hear_others();
                    self.update(Input::Changed, Haste::InPace);
                }
                Happening::Tick => {
                    self.tick().await;
                    tick.set(self.scene.to_next_second());
                }
                Happening::Silence => {
                    silence = None;
                    let mut decoded = Vec::new();
                    self.decoder.expire(|one| decoded.push(one));
                    for decoded in decoded {
                        self.hear(decoded);
                    }
                }
                Happening::Due => {}
            }
            if let Some(farewell) = self.over {
                return farewell;
            }
            self.next_wish();
            self.make_report();
            self.release();
            if self.held.is_none()
                && self.due.is_some_and(|due| due.at <= Instant::now())
                && self.output.is_some()
            {
                self.draw();
            }
        }
    }

    async fn happening(
        &mut self,
        input: &mut mpsc::Receiver<FromDoor>,
        ending: &mut watch::Receiver<bool>,
        tick: &Timer,
        silence: Option<Instant>,
    ) -> Happening<O> {
        let takes_more = self.takes_more();
        let due = self.due.map(|due| self.held.unwrap_or(due.at)).filter(|_| self.output.is_some());
        tokio::select! {
            biased;
            _ = ending.wait_for(|ending| *ending) => Happening::Ending,
            () = self.visitor.access.changed() => Happening::People,
            message = input.recv(), if takes_more => Happening::Door(message),
            answer = pending(&mut self.answer) => Happening::Answer(answer),
            made = pending(&mut self.report) => Happening::Reported(made),
            () = self.scene.changed() => Happening::Changed,
            () = changed(&mut self.calls) => Happening::Calls,
            delivered = pending(&mut self.under_way) => Happening::Delivered(delivered),
            () = until(silence) => Happening::Silence,
            () = until(due) => Happening::Due,
            () = tick.goes_off() => Happening::Tick,
        }
    }

    /// Whoever asks faster than a disk can write waits.
    fn takes_more(&self) -> bool {
        self.wishes.len() < WISHES_MAX
    }

    fn take(&mut self, message: Option<FromDoor>) {
        match message {
            None => self.over = Some(ExitReason::Gone),
            Some(FromDoor::Bytes(bytes)) => {
                let mut decoded = Vec::new();
                self.decoder.feed(&bytes, |one| decoded.push(one));
                for decoded in decoded {
                    self.hear(decoded);
                }
            }
            Some(FromDoor::Resized(size)) => self.resize(size),
            Some(FromDoor::Redraw) => self.redraw(),
        }
    }

    fn hear(&mut self, decoded: Decoded) {
        match decoded {
            Decoded::Key(key) => self.enter_input(Input::Key(key)),
            Decoded::Mouse(mouse) => self.enter_input(Input::Mouse(mouse)),
            Decoded::Paste(text) => self.enter_input(Input::Paste(text)),
            Decoded::Background(background) => self.stand_before(background),
            Decoded::Identity => self.held = None,
        }
    }

    fn enter_input(&mut self, input: Input) {
        // The notice covers the keys and their answers: a pressed key means that it was read.
        self.notice = None;
        self.update(input, Haste::AtOnce);
    }

    /// Takes the colours that can be read on such a background.
    fn stand_before(&mut self, background: Background) {
        self.held = None;
        if !self.visitor.follows_background() {
            return;
        }
        self.remember(Remembered::Background(background));
        if self.background.replace(background) != Some(background) {
            self.screen.wear(self.visitor.theme(Some(background)));
            self.hasten(Haste::AtOnce);
        }
    }

    fn remember(&self, known: Remembered) {
        self.visitor.terminals.remember(&self.who.by.person, &self.visitor.term, known);
    }

    /// Asks the terminal what it is like, ahead of the first frame where it is likely to answer.
    fn ask_first(&mut self) {
        if !self.visitor.follows_background() {
            return;
        }
        if self.visitor.terminals.of(&self.who.by.person, &self.visitor.term) == Some(Remembered::Silent) {
            return;
        }
        let Some(output) = self.output.take() else { return };
        self.aside.ask = false;
        self.await_answer();
        self.held = self.asked.map(|asked| asked + query::FIRST_FRAME);
        self.send(output, query::ASK.to_vec());
    }

    fn await_answer(&mut self) {
        self.asked = Some(Instant::now());
        self.decoder.await_answer(true);
    }

    /// Waits no longer for an answer than is good.
    fn release(&mut self) {
        let now = Instant::now();
        if self.held.is_some_and(|held| held <= now) {
            self.held = None;
            self.remember(Remembered::Silent);
        }
        if self.asked.is_some_and(|asked| asked + query::ANSWER <= now) {
            self.asked = None;
            self.decoder.await_answer(false);
        }
    }

    fn resize(&mut self, size: Size) {
        self.size = size.clamped();
        let Size { width, height } = self.size;
        self.update(Input::Resize { width, height }, Haste::InPace);
    }

    fn redraw(&mut self) {
        self.aside = Aside { set_up: true, ask: true, ..std::mem::take(&mut self.aside) };
        self.painter.forget();
        self.hasten(Haste::InPace);
    }

    async fn tick(&mut self) {
        if self.notice.as_ref().is_some_and(|(_, until)| *until <= Instant::now()) {
            self.notice = None;
            self.hasten(Haste::AtOnce);
        }
        if self.scene.is_start() {
            self.ticks_to_list -= 1;
            if self.ticks_to_list == 0 {
                self.ticks_to_list = LIST_EVERY;
                if self.scene.list(self.rooms.list().await) {
                    self.update(Input::Changed, Haste::AtOnce);
                }
            }
        }
        self.ticks_to_look -= 1;
        if self.ticks_to_look == 0 && self.look_around() {
            self.update(Input::Changed, Haste::AtOnce);
        }
        self.tell(Input::Tick);
        self.draw_at(Instant::now(), Extent::Clocks);
    }

    /// Looks who the visitor is now.
    fn look_who(&mut self) {
        let Some(who) = self.visitor.access.who() else {
            self.over = Some(ExitReason::Withdrawn);
            return;
        };
        let known_as = std::mem::replace(&mut self.who, who).by;
        self.scene.know(&self.visitor.access.known());
        self.hear_others();
        match self.scene.in_room().cloned() {
            // The others see them under the new name.
            Some(room) if known_as != self.who.by => self.enter(room),
            _ => self.update(Input::Changed, Haste::AtOnce),
        }
        self.tell_trouble();
    }

    /// Looks what is late in other rooms; whether that is something else than before.
    fn look_around(&mut self) -> bool {
        self.ticks_to_look = LOOK_EVERY;
        let rooms = Arc::clone(&self.live.borrow_and_update());
        self.scene.look_around(&rooms, &self.who)
    }

    /// Shows what other rooms ask for, and rings for the calls for help that are new.
    fn hear_others(&mut self) {
        self.look_around();
        let calls = Arc::clone(&self.calls.borrow_and_update());
        let lang = self.visitor.lang;
        let rung = &self.rung;
        let elsewhere = self.scene.hear(&calls, &self.who);
        let new = |call: &&Elsewhere| !rung.iter().any(|(id, seq)| *id == call.incident && *seq == call.call);
        if let Some(call) = elsewhere.iter().rfind(new) {
            self.aside.alarm = Some(call.tell(lang));
        }
        self.rung = calls.iter().map(|it| (it.incident.clone(), it.call.seq)).collect();
    }

    /// Tells whoever may command what is wrong with the people file.
    fn tell_trouble(&mut self) {
        let leads = self.who.rights.right >= Right::Commander
            || self
                .scene
                .in_room()
                .is_some_and(|room| room.snapshot().incident.commander == self.who.by.person);
        if let Some(trouble) = self.visitor.access.known().trouble.as_ref().filter(|_| leads) {
            self.notice = Some((trouble.say(self.visitor.lang), Instant::now() + TROUBLE));
            self.hasten(Haste::AtOnce);
        }
    }

    fn update(&mut self, input: Input, haste: Haste) {
        self.hasten(haste);
        self.tell(input);
    }

    fn tell(&mut self, input: Input) {
        let (screen, scene, who) = (&mut self.screen, &self.scene, &self.who);
        let effects = guarded(|| scene.show(who, |world| screen.update(world, input)));
        match effects {
            Some(effects) => effects.into_iter().for_each(|effect| self.follow(effect)),
            None => self.over = Some(ExitReason::Crashed),
        }
        self.scene.look_at(self.screen.looks_at());
    }

    fn follow(&mut self, effect: Effect) {
        match effect {
            Effect::Send(command) => self.wishes.push_back(Wish::Send(command)),
            Effect::Open(opening) => self.wishes.push_back(Wish::Open(opening)),
            Effect::Enter(id) => self.wishes.push_back(Wish::Enter(id)),
            Effect::Leave | Effect::Quit if self.scene.in_replay().is_some() => self.leave_replay(),
            Effect::Leave => {
                self.scene = Scene::start(Vec::new(), self.visitor.plans(), &self.who);
                self.hear_others();
                // The list is read on the next tick at the latest.
                self.ticks_to_list = 1;
            }
            Effect::Preview(written) => {
                let previews = self.scene.previews(&written);
                self.update(Input::Previews(previews), Haste::AtOnce);
            }
            Effect::Copy(text) => self.aside.copy = Some(text),
            // What was urgent then is not so now.
            Effect::Alarm(_) if self.scene.in_replay().is_some() => {}
            Effect::Alarm(text) => self.aside.alarm = Some(text),
            Effect::Redraw => self.redraw(),
            Effect::Play(play) => {
                if let Some(replayed) = self.scene.in_replay() {
                    replayed.play(play);
                    self.update(Input::Changed, Haste::AtOnce);
                }
            }
            Effect::Compare(one, other) => {
                if let Some(replayed) = self.scene.in_replay() {
                    let compared = Box::new(replayed.compare(one, other));
                    self.update(Input::Compared(compared), Haste::AtOnce);
                }
            }
            Effect::Report(id) => self.next_report = Some(id),
            Effect::Replay(id) => self.wishes.push_back(Wish::Replay(id)),
            Effect::Quit => self.over = Some(ExitReason::Left),
        }
    }

    /// Begins what the screen has asked for first, one at a time.
    fn next_wish(&mut self) {
        if self.answer.is_some() {
            return;
        }
        let Some(wish) = self.wishes.pop_front() else { return };
        let Some(who) = self.visitor.access.who() else {
            self.over = Some(ExitReason::Withdrawn);
            return;
        };
        let rooms = self.rooms.clone();
        self.answer = Some(match (wish, self.scene.in_room()) {
            (Wish::Send(command), Some(room)) => {
                let room = room.clone();
                Box::pin(async move { Answer::Sent(room.ask(who, command).await.map(|_| ())) })
            }
            (Wish::Send(_), None) => Box::pin(async { Answer::Sent(Err(AskError::Gone)) }),
            (Wish::Open(opening), _) => {
                let start = scene::start_of(*opening, self.visitor.zone);
                Box::pin(async move { Answer::Opened(rooms.start(start, who).await) })
            }
            (Wish::Enter(id), _) => {
                Box::pin(async move { Answer::Found(rooms.find(Some(id.as_str())).await) })
            }
            (Wish::Replay(id), _) => {
                let lang = self.visitor.lang;
                Box::pin(async move { Answer::Replayed(replayed::open(&rooms, id.as_str(), lang).await) })
            }
        });
    }

    /// Begins the report that was asked for last, once the former one is made.
    fn make_report(&mut self) {
        if self.report.is_some() {
            return;
        }
        let Some(of) = self.next_report.take() else { return };
        let wanted = Wanted {
            of: of.clone(),
            origin: self.scene.in_replay().and_then(|replayed| replayed.origin.clone()),
            people: self.visitor.templates.borrow().hidden_people().map(str::to_owned).collect(),
            lang: self.visitor.lang,
            via: self.who.by.via.as_str().to_owned(),
        };
        let rooms = self.rooms.clone();
        self.report = Some(Box::pin(async move { (of, wanted.make(rooms).await) }));
    }

    async fn answered(&mut self, answer: Answer) {
        let lang = self.visitor.lang;
        match answer {
            Answer::Sent(result) => {
                // What was recorded is seen with its answer, not after it.
                self.scene.refresh(lang);
                let result = result.map_err(|error| scene::unanswered(&error, lang));
                self.update(Input::Answer(result), Haste::AtOnce);
            }
            Answer::Opened(Ok(room)) => {
                self.update(Input::Answer(Ok(())), Haste::AtOnce);
                self.enter(room);
            }
            Answer::Opened(Err(error)) => {
                let unanswered = scene::unanswered(&error, lang);
                self.update(Input::Answer(Err(unanswered)), Haste::AtOnce);
            }
            Answer::Found(Ok(room)) => self.enter(room),
            Answer::Replayed(Ok(replay)) => {
                let back = self.scene.in_room().cloned().map_or(Back::Start, Back::Room);
                self.replay(Showing::new(replay), back);
            }
            Answer::Replayed(Err(why)) => {
                self.notice = Some((why, Instant::now() + NOTICE));
                self.hasten(Haste::AtOnce);
            }
            Answer::Found(Err(error)) => {
                tracing::warn!(%error, "a room could not be entered");
                self.notice = Some((lang.say("session-no-room"), Instant::now() + NOTICE));
                self.leave_room().await;
            }
        }
    }

    fn enter(&mut self, room: Room) {
        self.scene = Scene::room(room, &self.who.by, &self.visitor);
        self.scene.know(&self.visitor.access.known());
        self.hear_others();
        self.update(Input::Changed, Haste::AtOnce);
    }

    fn replay(&mut self, showing: Showing, back: Back) {
        self.scene = Scene::replayed(showing, back, &self.visitor, self.rooms.clone());
        self.tell_refused();
        self.hear_others();
        self.update(Input::Changed, Haste::AtOnce);
    }

    /// Tells why a replay does not begin where somebody asked for.
    fn tell_refused(&mut self) {
        if let Some(why) = self.scene.in_replay().and_then(|replayed| replayed.refused.take()) {
            self.notice = Some((why, Instant::now() + NOTICE));
        }
    }

    fn leave_replay(&mut self) {
        let Some(replayed) = self.scene.in_replay() else { return };
        match std::mem::replace(&mut replayed.back, Back::Out) {
            Back::Out => self.over = Some(ExitReason::Left),
            Back::Room(room) => self.enter(room),
            Back::Start => {
                self.scene = Scene::start(Vec::new(), self.visitor.plans(), &self.who);
                self.hear_others();
                self.ticks_to_list = 1;
            }
        }
    }

    async fn leave_room(&mut self) {
        self.scene = Scene::start(self.rooms.list().await, self.visitor.plans(), &self.who);
        self.ticks_to_list = LIST_EVERY;
        self.hear_others();
        self.update(Input::Changed, Haste::AtOnce);
    }

    fn hasten(&mut self, haste: Haste) {
        let now = Instant::now();
        let at = match (haste, self.drawn) {
            (Haste::InPace, Some(drawn)) => now.max(drawn + PACE),
            _ => now,
        };
        self.draw_at(at, Extent::Whole);
    }

    fn draw_at(&mut self, at: Instant, extent: Extent) {
        self.due = Some(match self.due {
            Some(due) => Due { at: due.at.min(at), extent: due.extent.max(extent) },
            None => Due { at, extent },
        });
    }

    /// Draws the newest state, and sends what of it the terminal does not show yet.
    fn draw(&mut self) {
        let Some(output) = self.output.take() else { return };
        let extent = self.due.take().map_or(Extent::Whole, |due| due.extent);
        let now = Instant::now();
        self.drawn = Some(now);
        if let Some(next) = self.scene.in_replay().and_then(|replayed| replayed.go_on(now)) {
            self.draw_at(now + next, Extent::Whole);
        }
        let mut frame = Vec::new();
        match guarded(|| self.paint(extent, &mut frame)) {
            Some(Painted::Whole) => {}
            Some(Painted::Part) => self.draw_at(now, Extent::Whole),
            None => {
                self.over = Some(ExitReason::Crashed);
                self.output = Some(output);
                return;
            }
        }
        if frame.is_empty() {
            self.output = Some(output);
            return;
        }
        self.send(output, frame);
    }

    fn send(&mut self, output: O, bytes: Vec<u8>) {
        let place = self.scene.in_room().map(|room| room.id().clone());
        self.under_way = Some(Box::pin(deliver(output, bytes, place)));
    }

    fn paint(&mut self, extent: Extent, frame: &mut Vec<u8>) -> Painted {
        let area = Rect::new(0, 0, self.size.width, self.size.height);
        let mut buffer = SCRATCH.take();
        buffer.resize(area);
        let clocks = match extent {
            Extent::Clocks => self.paint_clocks(&mut buffer),
            Extent::Whole => None,
        };
        let areas = clocks.unwrap_or_else(|| {
            self.put_aside(frame);
            let (screen, who) = (&mut self.screen, &self.who);
            buffer.reset();
            self.scene.show(who, |world| screen.render(world, &mut buffer));
            if let Some((notice, _)) = &self.notice {
                put_notice(&mut buffer, notice);
            }
            vec![area]
        });
        let painted = self.painter.paint(&buffer, &areas, frame);
        SCRATCH.set(buffer);
        painted
    }

    /// Draws the clocks alone, where nothing else is to be shown or said.
    fn paint_clocks(&self, buffer: &mut Buffer) -> Option<Vec<Rect>> {
        if self.notice.is_some() || !self.aside.is_empty() || !self.painter.shows(buffer.area) {
            return None;
        }
        self.scene.show(&self.who, |world| self.screen.render_clocks(world, buffer))
    }

    fn put_aside(&mut self, out: &mut Vec<u8>) {
        let aside = std::mem::take(&mut self.aside);
        if aside.set_up {
            control::set_up(out, self.visitor.config.mouse);
            self.title.clear();
        }
        if aside.ask && self.visitor.follows_background() {
            out.extend_from_slice(query::ASK);
            self.await_answer();
        }
        let (screen, who) = (&self.screen, &self.who);
        let title = self.scene.show(who, |world| screen.title(world));
        if title != self.title {
            control::title(out, &title);
            self.title = title;
        }
        if let Some(text) = aside.copy {
            control::copy(out, &text);
        }
        if let Some(text) = aside.alarm {
            let Config { bell, notify, .. } = self.visitor.config;
            if notify {
                control::notify(out, &Line::new(&text));
            }
            if bell {
                control::bell(out);
            }
        }
    }

    fn delivered(&mut self, delivered: Delivered<O>) {
        self.under_way = None;
        self.output = Some(delivered.output);
        drop(delivered.frame);
        if delivered.result.is_err() {
            self.over = Some(ExitReason::Gone);
        }
    }

    /// Gives the terminal back as it was, where it still takes anything.
    async fn say_farewell(mut self, farewell: ExitReason, mut input: mpsc::Receiver<FromDoor>) -> Option<O> {
        if farewell == ExitReason::Gone {
            return self.output;
        }
        let answer = async {
            while self.decoder.awaits_answer() {
                match input.recv().await {
                    Some(FromDoor::Bytes(bytes)) => self.decoder.feed(&bytes, |_| ()),
                    Some(_) => {}
                    None => return,
                }
            }
        };
        tokio::time::timeout(query::LAST_ANSWER, answer).await.ok();
        let last = async {
            if let Some(under_way) = &mut self.under_way {
                self.output = Some(under_way.await.output);
            }
            let mut output = self.output.take()?;
            output.show(control::RESTORE, None).await.ok()?;
            Some(output)
        };
        tokio::time::timeout(LAST_FRAME, last).await.ok().flatten()
    }
}

thread_local! {
    /// The cells of one frame: drawing never waits, so that one buffer serves all sessions of a thread.
    static SCRATCH: std::cell::RefCell<Buffer> = std::cell::RefCell::default();
}

async fn deliver<O: Output>(mut output: O, frame: Vec<u8>, place: Option<IncidentId>) -> Delivered<O> {
    let result = output.show(&frame, place.as_ref()).await;
    Delivered { output, frame, result }
}

/// Waits for what is under way, or for ever where nothing is.
async fn pending<T>(under_way: &mut Option<Pending<T>>) -> T {
    match under_way {
        Some(future) => future.await,
        None => std::future::pending().await,
    }
}

/// Waits for a newer value; for ever where none comes any more.
async fn changed<T>(values: &mut watch::Receiver<T>) {
    if values.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Waits until a moment; for ever where there is none.
async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

/// Runs a part of the screen; none where it panicked, which the panic hook has told the log.
fn guarded<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

fn put_notice(buffer: &mut Buffer, notice: &str) {
    let area = buffer.area;
    let row = area.height - 1;
    buffer.set_style(Rect::new(0, row, area.width, 1), Style::new().add_modifier(Modifier::REVERSED));
    let text = format!(" {notice} ");
    let filled = format!("{text:<width$}", width = usize::from(area.width));
    buffer.set_stringn(0, row, filled, area.width.into(), Style::new().add_modifier(Modifier::REVERSED));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Clock, Hand};
    use crate::config::Choice;
    use crate::incident::{Kind, Moment, PersonName, Severity, Signature, Situation};
    use crate::lang::Lang;
    use crate::people::{Access, Known, People, Proof, Trouble, What};
    use crate::room::Start;
    use crate::terminal::{Depth, KnownTerminals};
    use std::sync::Arc;

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

    fn opener() -> Who {
        Who::owner(Signature::new("opener", "local"))
    }

    fn start(title: &str) -> Start {
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
            Self::at(access, KnownTerminals::default(), Choice::Auto).await
        }

        async fn at(access: Access, terminals: KnownTerminals, theme: Choice<String>) -> Self {
            let folder = tempfile::tempdir().unwrap();
            let (clock, hand) = Clock::fixed("2026-11-22T04:00:00Z".parse::<Moment>().unwrap());
            let rooms = Rooms::new(folder.path().join("incidents"), clock);
            let room = rooms.start(start("Mail down"), opener()).await.unwrap();
            let visitor = Visitor {
                access,
                lang: Lang::En,
                zone: chrono_tz::Europe::Paris,
                size: Size { width: 120, height: 36 },
                depth: Depth::True,
                term: "xterm".to_owned(),
                background: None,
                terminals,
                config: Config { theme, ..Config::default() },
                themes: Vec::new(),
                plans: Vec::new(),
                templates: watch::channel(Arc::default()).1,
                dispatcher: None,
                notice: None,
            };
            let (door, input) = mpsc::channel(4);
            let (send, frames) = mpsc::unbounded_channel();
            let (take, taken) = mpsc::unbounded_channel();
            let (ending, hear) = watch::channel(false);
            let output = Slow { frames: send, taken };
            let session =
                tokio::spawn(run(visitor, input, output, rooms.clone(), Entrance::Room(room.clone()), hear));
            let terminal = vt100::Parser::new(36, 120, 0);
            Self {
                _folder: folder,
                hand,
                rooms,
                room,
                door,
                frames,
                take,
                ending,
                session,
                terminal,
                alarms: 0,
            }
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
        let note = |n: usize| Command::Note { text: format!("entry {n} of many").as_str().into() };
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
        let call = Command::AskHelp { text: "Nobody has the key".into(), task: None };
        other.ask(ines.clone(), call).await.unwrap();
        stage.sees("CALL FOR HELP in “Other crisis”").await;
        assert_eq!(stage.alarms, 1);
        // Its key leads there; neither what happens nor who comes and goes rings again.
        stage.press("v").await;
        stage.sees("CALL FOR HELP  05:00 ines").await;
        other.ask(ines.clone(), Command::Note { text: "still".into() }).await.unwrap();
        stage.press("o").await;
        stage.sees("Open incidents").await;
        stage.sees("CALL FOR HELP in “Other crisis”").await;
        assert_eq!(stage.alarms, 1);
        let call = other.snapshot().incident.calls[0].seq;
        other.ask(ines, Command::AnswerHelp { call }).await.unwrap();
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
        let mut stage = Stage::at(alice(), terminals.clone(), Choice::Auto).await;
        assert_eq!(stage.frame().await, query::ASK);
        stage.takes();
        let first = stage.frame().await;
        assert!(has(&first, DARK_BLUE) && !has(&first, query::ASK));
        stage.takes();
        let mut stage = Stage::at(alice(), terminals.clone(), Choice::Auto).await;
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
        let theme = Choice::Set("dark".to_owned());
        let mut stage = Stage::at(alice(), KnownTerminals::default(), theme).await;
        let first = stage.frame().await;
        assert!(has(&first, DARK_BLUE) && !has(&first, query::ASK));
        stage.takes();
        stage.press("\x1b]11;#ffffff\x07n").await;
        // The next that it shows is what the key led to.
        assert!(!has(&stage.frame().await, LIGHT_BLUE));
    }

    #[tokio::test]
    async fn whoever_leaves_at_once_leaves_no_answer_behind() {
        let mut stage = Stage::new().await;
        assert_eq!(stage.frame().await, query::ASK);
        stage.takes();
        stage.press("q").await;
        stage.press("\x1b]11;#ffffff\x07\x1b[?6").await;
        stage.press("c").await;
        while stage.frame().await != control::RESTORE {
            stage.takes();
        }
        stage.takes();
        assert_eq!(stage.session.await.unwrap().0, ExitReason::Left);
        assert!(stage.door.is_closed());
    }

    #[tokio::test]
    async fn what_is_late_in_another_room_is_known_to_whoever_sees_to_it() {
        let stage = Stage::new().await;
        let other = stage.rooms.start(start("Other crisis"), opener()).await.unwrap();
        other.ask(opener(), Command::NextStep).await.unwrap();
        let live = stage.rooms.live().borrow().clone();
        let owner = Who::owner(Signature::new("alice", "local"));
        let mut scene = Scene::start(Vec::new(), Vec::new(), &owner);
        assert!(!scene.look_around(&live, &owner));
        stage.hand.pass(crate::incident::Span::hours(9));
        assert!(scene.look_around(&live, &owner) && !scene.look_around(&live, &owner));
        let late = |scene: &Scene| match scene {
            Scene::Start(start) => start.overdue.iter().map(|it| it.tell(Lang::En)).collect::<Vec<_>>(),
            Scene::Room(_) | Scene::Replayed(_) => Vec::new(),
        };
        let told = "▲ Late in “Other crisis” – ";
        assert!(late(&scene).iter().any(|it| it.starts_with(told)), "{:?}", late(&scene));
        let right = Right::Member;
        let member = Who { rights: crate::incident::Rights { right, roles: Vec::new() }, ..owner };
        assert!(scene.look_around(&live, &member) && late(&scene).is_empty());
    }

    #[tokio::test]
    async fn a_frame_says_which_room_it_shows() {
        let mut stage = Stage::new().await;
        let (_, place) = stage.frames.recv().await.unwrap();
        assert_eq!(place.as_ref(), Some(stage.room.id()));
    }

    #[tokio::test]
    async fn whoever_leaves_gets_the_terminal_back() {
        let mut stage = Stage::new().await;
        stage.sees("Mail down").await;
        stage.press("q").await;
        while stage.frame().await != control::RESTORE {
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
        stage.sees("it is no longer there").await;
        assert_eq!(present(&stage), "kb-2");
        // A key takes it from what lies below.
        stage.press("j").await;
        while stage.terminal.screen().contents().contains("it is no longer there") {
            stage.frame().await;
            stage.takes();
        }

        people.send_replace(known("", None));
        while stage.frame().await != control::RESTORE {
            stage.takes();
        }
        stage.takes();
        assert_eq!(stage.session.await.unwrap().0, ExitReason::Withdrawn);
        assert!(stage.room.snapshot().present.is_empty());
    }

    #[tokio::test]
    async fn whoever_is_nobody_sees_nothing() {
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

    #[test]
    fn a_panic_of_the_screen_is_the_end_of_that_screen_alone() {
        assert_eq!(guarded(|| -> u8 { panic!("a test of panics") }), None);
        assert_eq!(guarded(|| 1), Some(1));
    }
}

//! One person at one screen, over any door: bytes in, frames out.
//!
//! ```text
//!   bytes ──Listener──▶ Input ──Shown──▶ Effect ──Requests──▶ the room
//!   the room's newest state ──Shown──▶ cells ──Display──▶ bytes
//! ```
//!
//! A session handles each event, carries out the screen's effects, and draws when no input is left. One frame is under
//! way at a time: a slow terminal skips frames and shows the newest state next, at no cost to anyone else.

pub mod cast;
mod display;
mod door;
mod listener;
mod neighbours;
mod out_of_band;
mod pace;
mod pending;
mod player;
mod replayed;
mod reported;
mod requests;
mod shown;
mod subject;
mod timer;
mod unrecorded;
mod visitor;

pub use door::{ExitReason, FromDoor, Output};
pub use replayed::{Showing, growth};
pub use reported::{Origin, whole};
pub use unrecorded::{no_folder, unrecorded};
pub use visitor::Visitor;

use std::convert::Infallible;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::time::Instant;

use crate::replay::Replay;
use crate::room::{AskError, Room, Rooms};
use crate::terminal::{Background, Decoded, Remembered, Size};
use crate::ui::{Effect, Input, Screen};
use display::Display;
use neighbours::{LIST_EVERY, Neighbours};
use pace::Urgency;
use replayed::Back;
use requests::{Answer, Request, Requests};
use shown::{NOTICE, Shown};
use subject::Subject;
use timer::Timer;
use unrecorded::unanswered;
use visitor::Person;

/// The maximum number of inputs between two frames.
const BATCH: usize = 256;
/// How long an error of the people file is shown.
const TROUBLE: Duration = Duration::from_secs(30);

#[derive(Clone, Debug)]
pub enum Entrance {
    Start,
    Room(Room),
    /// A recorded incident, with nothing else behind it.
    Replay(Box<Showing>),
}

/// Runs a session to its end, and returns its output for the door's last word.
pub async fn run<O: Output>(
    mut visitor: Visitor,
    input: mpsc::Receiver<FromDoor>,
    output: O,
    rooms: Rooms,
    entrance: Entrance,
    ending: watch::Receiver<bool>,
) -> (ExitReason, Option<O>) {
    let notice = visitor.notice.take();
    let Some(person) = Person::new(visitor) else { return (ExitReason::Withdrawn, Some(output)) };
    let screen = Screen::new(person.visitor.settings(person.background()));
    let subject = Subject::start(Vec::new(), Vec::new(), &person.who);
    let mut session = Session {
        tick: Timer::after(subject.to_next_second()),
        shown: Shown::new(screen, subject),
        display: Display::new(&person, output),
        requests: Requests::new(rooms.clone()),
        neighbours: Neighbours::new(rooms.clone()),
        person,
        rooms,
        input,
        ending,
    };
    if let Some(notice) = notice {
        session.shown.show_notice(notice, NOTICE);
    }
    let Err(reason) = session.live(entrance).await;
    (reason, session.display.close(reason, session.input).await)
}

struct Session<O> {
    person: Person,
    rooms: Rooms,
    shown: Shown,
    display: Display<O>,
    requests: Requests,
    neighbours: Neighbours,
    input: mpsc::Receiver<FromDoor>,
    ending: watch::Receiver<bool>,
    tick: Timer,
}

enum Event {
    Ending,
    Door(Option<FromDoor>),
    Answer(Answer),
    Changed,
    People,
    /// A call for help in some room was made or resolved.
    Calls,
    /// A frame was taken or is due, or unfinished input was decoded.
    Display(Result<Vec<Decoded>, ExitReason>),
    Tick,
}

impl<O: Output> Session<O> {
    async fn live(&mut self, entrance: Entrance) -> Result<Infallible, ExitReason> {
        self.begin(entrance).await?;
        self.tick.set(self.shown.subject.to_next_second());
        loop {
            let event = self.next().await;
            self.handle(event).await?;
        }
    }

    async fn begin(&mut self, entrance: Entrance) -> Result<(), ExitReason> {
        match entrance {
            Entrance::Start => self.leave_room().await?,
            Entrance::Room(room) => self.enter(room)?,
            Entrance::Replay(showing) => self.replay(*showing, Back::Out)?,
        }
        self.show_trouble();
        self.resize(self.display.size)?;
        if self.person.asks_first() {
            self.display.ask_first(&self.shown);
        }
        self.go_on()
    }

    async fn next(&mut self) -> Event {
        let takes_more = self.requests.takes_more();
        tokio::select! {
            biased;
            _ = self.ending.wait_for(|ending| *ending) => Event::Ending,
            () = self.person.visitor.access.changed() => Event::People,
            message = self.input.recv(), if takes_more => Event::Door(message),
            answer = self.requests.answered() => Event::Answer(answer),
            () = self.shown.subject.changed() => Event::Changed,
            () = self.neighbours.changed() => Event::Calls,
            decoded = self.display.wait() => Event::Display(decoded),
            () = self.tick.goes_off() => Event::Tick,
        }
    }

    async fn handle(&mut self, event: Event) -> Result<(), ExitReason> {
        match event {
            Event::Ending => return Err(ExitReason::Ending),
            Event::Door(message) => self.take_all(message)?,
            Event::Answer(answer) => self.take_answer(answer).await?,
            Event::Changed => {
                self.shown.subject.refresh(self.person.visitor.lang);
                self.show_refused();
                self.update(Input::Changed, Urgency::Paced)?;
            }
            Event::People => self.refresh_identity()?,
            Event::Calls => {
                self.update_neighbours();
                self.update(Input::Changed, Urgency::Paced)?;
            }
            Event::Display(decoded) => self.take_decoded(decoded?)?,
            Event::Tick => {
                self.tick().await?;
                self.tick.set(self.shown.subject.to_next_second());
            }
        }
        self.go_on()
    }

    /// Carries out what is asked for, and draws what is due.
    fn go_on(&mut self) -> Result<(), ExitReason> {
        self.carry_out()?;
        self.requests.begin(&self.person, &self.shown.subject)?;
        if self.display.listener.give_up(Instant::now()) {
            self.person.remember(Remembered::Silent);
        }
        self.display.draw_if_due(&mut self.shown, &self.person)
    }

    /// Takes all available messages of the door.
    fn take_all(&mut self, first: Option<FromDoor>) -> Result<(), ExitReason> {
        self.take(first.ok_or(ExitReason::Gone)?)?;
        for _ in 0..BATCH {
            if !self.requests.takes_more() {
                break;
            }
            match self.input.try_recv() {
                Ok(message) => self.take(message)?,
                Err(mpsc::error::TryRecvError::Empty) => break,
                Err(mpsc::error::TryRecvError::Disconnected) => return Err(ExitReason::Gone),
            }
        }
        self.display.listener.wait_for_rest(Instant::now());
        Ok(())
    }

    fn take(&mut self, message: FromDoor) -> Result<(), ExitReason> {
        match message {
            FromDoor::Bytes(bytes) => {
                let decoded = self.display.listener.decode(&bytes);
                self.take_decoded(decoded)
            }
            FromDoor::Resized(size) => self.resize(size),
            FromDoor::Redraw => {
                self.display.redraw();
                Ok(())
            }
        }
    }

    fn take_decoded(&mut self, decoded: Vec<Decoded>) -> Result<(), ExitReason> {
        for decoded in decoded {
            match decoded {
                Decoded::Key(key) => self.take_input(Input::Key(key))?,
                Decoded::Mouse(mouse) => self.take_input(Input::Mouse(mouse))?,
                Decoded::Paste(text) => self.take_input(Input::Paste(text))?,
                Decoded::Background(background) => self.apply_background(background),
                Decoded::Identity => self.display.listener.held = None,
            }
        }
        Ok(())
    }

    fn take_input(&mut self, input: Input) -> Result<(), ExitReason> {
        // The notice covers the keys and their answers: whoever presses a key has read it.
        self.shown.notice = None;
        self.update(input, Urgency::Immediate)?;
        // The next input is for the result of this one.
        self.carry_out()
    }

    fn resize(&mut self, size: Size) -> Result<(), ExitReason> {
        self.display.resize(size);
        let Size { width, height } = self.display.size;
        self.update(Input::Resize { width, height }, Urgency::Paced)
    }

    /// Chooses readable colours for a background.
    fn apply_background(&mut self, background: Background) {
        self.display.listener.held = None;
        if !self.person.visitor.follows_background() {
            return;
        }
        self.person.remember(Remembered::Background(background));
        if self.display.listener.set_background(background) {
            self.shown.set_theme(self.person.visitor.theme(Some(background)));
            self.display.request_draw(Urgency::Immediate);
        }
    }

    async fn tick(&mut self) -> Result<(), ExitReason> {
        if self.shown.expire_notice(Instant::now()) {
            self.display.request_draw(Urgency::Immediate);
        }
        if self.neighbours.tick(&mut self.shown.subject, &self.person.who).await {
            self.update(Input::Changed, Urgency::Immediate)?;
        }
        self.shown.feed(Input::Tick, &self.person.who)?;
        self.display.request_clocks();
        Ok(())
    }

    fn refresh_identity(&mut self) -> Result<(), ExitReason> {
        let known_as = self.person.refresh().ok_or(ExitReason::Withdrawn)?.by;
        self.shown.subject.update_people(&self.person.visitor.access.known());
        self.update_neighbours();
        match self.shown.subject.room().cloned() {
            // The others see them under the new name.
            Some(room) if known_as != self.person.who.by => self.enter(room)?,
            _ => self.update(Input::Changed, Urgency::Immediate)?,
        }
        self.show_trouble();
        Ok(())
    }

    /// Shows what is urgent in other rooms, and rings for new calls for help.
    fn update_neighbours(&mut self) {
        let lang = self.person.visitor.lang;
        if let Some(call) = self.neighbours.update(&mut self.shown.subject, &self.person.who, lang) {
            self.display.out_of_band.alarm = Some(call);
        }
    }

    /// Shows an error of the people file to those who may command.
    fn show_trouble(&mut self) {
        let commander = self.shown.subject.room().map(|room| room.snapshot().incident.commander.clone());
        let commands = commander.as_ref() == Some(&self.person.who.by.person);
        if let Some(trouble) = self.person.trouble(commands) {
            self.shown.show_notice(trouble, TROUBLE);
            self.display.request_draw(Urgency::Immediate);
        }
    }

    /// Shows why a replay does not begin at the requested moment.
    fn show_refused(&mut self) {
        if let Some(why) = self.shown.subject.recording().and_then(|replayed| replayed.refused.take()) {
            self.shown.show_notice(why, NOTICE);
        }
    }

    fn update(&mut self, input: Input, urgency: Urgency) -> Result<(), ExitReason> {
        self.display.request_draw(urgency);
        self.shown.feed(input, &self.person.who)
    }

    /// Carries out what the screen has asked for, and what that leads to.
    fn carry_out(&mut self) -> Result<(), ExitReason> {
        while let Some(effect) = self.shown.effects.pop_front() {
            self.follow(effect)?;
        }
        Ok(())
    }

    fn follow(&mut self, effect: Effect) -> Result<(), ExitReason> {
        match effect {
            Effect::Send(command) => self.requests.waiting.push_back(Request::Send(command)),
            Effect::Open(opening) => self.requests.waiting.push_back(Request::Open(opening)),
            Effect::Enter(id) => self.requests.waiting.push_back(Request::Enter(id)),
            Effect::Replay(id) => self.requests.waiting.push_back(Request::Replay(id)),
            Effect::Report(id) => self.requests.next_report = Some(id),
            Effect::Leave | Effect::Quit if self.shown.subject.is_recording() => return self.leave_replay(),
            Effect::Leave => self.show_list_soon(),
            Effect::Quit => return Err(ExitReason::Left),
            Effect::Preview(written) => {
                let previews = self.shown.subject.previews(&written);
                return self.update(Input::Previews(previews), Urgency::Immediate);
            }
            Effect::Copy(text) => self.display.out_of_band.copy = Some(text),
            // It is no longer urgent.
            Effect::Alarm(_) if self.shown.subject.is_recording() => {}
            Effect::Alarm(text) => self.display.out_of_band.alarm = Some(text),
            Effect::Redraw => self.display.redraw(),
            Effect::Play(play) => {
                let Some(replayed) = self.shown.subject.recording() else { return Ok(()) };
                replayed.play(play);
                return self.update(Input::Changed, Urgency::Immediate);
            }
            Effect::Compare(one, other) => {
                let Some(replayed) = self.shown.subject.recording() else { return Ok(()) };
                let compared = Box::new(replayed.compare(one, other));
                return self.update(Input::Compared(compared), Urgency::Immediate);
            }
        }
        Ok(())
    }

    async fn take_answer(&mut self, answer: Answer) -> Result<(), ExitReason> {
        let lang = self.person.visitor.lang;
        match answer {
            Answer::Sent(result) => {
                // The new record is shown together with the answer.
                self.shown.subject.refresh(lang);
                self.show_answer(result)
            }
            Answer::Opened(Ok(room)) => {
                self.show_answer(Ok(()))?;
                self.carry_out()?;
                self.enter(room)
            }
            Answer::Opened(Err(error)) => self.show_answer(Err(error)),
            Answer::Found(Ok(room)) => self.enter(room),
            Answer::Found(Err(error)) => {
                tracing::warn!(%error, "a room could not be entered");
                self.shown.show_notice(lang.say("session-no-room"), NOTICE);
                self.leave_room().await
            }
            Answer::Replayed(replay) => self.take_replay(replay),
            Answer::Reported(of, reported) => self.update(Input::Reported(of, reported), Urgency::Immediate),
        }
    }

    fn show_answer(&mut self, result: Result<(), AskError>) -> Result<(), ExitReason> {
        let id = self.shown.subject.room().map(Room::id);
        let result = result.map_err(|error| unanswered(&error, id, self.person.visitor.lang));
        self.update(Input::Answer(result), Urgency::Immediate)
    }

    fn take_replay(&mut self, replay: Result<Replay, String>) -> Result<(), ExitReason> {
        match replay {
            Ok(replay) => {
                let back = self.shown.subject.room().cloned().map_or(Back::Start, Back::Room);
                self.replay(Showing::new(replay), back)
            }
            Err(why) => {
                self.shown.show_notice(why, NOTICE);
                self.display.request_draw(Urgency::Immediate);
                Ok(())
            }
        }
    }

    fn enter(&mut self, room: Room) -> Result<(), ExitReason> {
        self.shown.subject = Subject::of_room(room, &self.person.who.by, &self.person.visitor);
        self.shown.subject.update_people(&self.person.visitor.access.known());
        self.update_neighbours();
        self.update(Input::Changed, Urgency::Immediate)
    }

    fn replay(&mut self, showing: Showing, back: Back) -> Result<(), ExitReason> {
        self.shown.subject = Subject::replayed(showing, back, &self.person.visitor, self.rooms.clone());
        self.show_refused();
        self.update_neighbours();
        self.update(Input::Changed, Urgency::Immediate)
    }

    fn leave_replay(&mut self) -> Result<(), ExitReason> {
        let Some(replayed) = self.shown.subject.recording() else { return Ok(()) };
        match std::mem::replace(&mut replayed.back, Back::Out) {
            Back::Out => return Err(ExitReason::Left),
            Back::Room(room) => self.enter(room)?,
            Back::Start => self.show_list_soon(),
        }
        Ok(())
    }

    /// Opens the start screen; its list is read in the next second.
    fn show_list_soon(&mut self) {
        self.shown.subject = Subject::start(Vec::new(), self.person.visitor.plans(), &self.person.who);
        self.update_neighbours();
        self.neighbours.seconds_to_list = 1;
    }

    async fn leave_room(&mut self) -> Result<(), ExitReason> {
        let incidents = self.rooms.list().await;
        self.shown.subject = Subject::start(incidents, self.person.visitor.plans(), &self.person.who);
        self.neighbours.seconds_to_list = LIST_EVERY;
        self.update_neighbours();
        self.update(Input::Changed, Urgency::Immediate)
    }
}

#[cfg(test)]
mod tests;

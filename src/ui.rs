//! The screen, pure: inputs become changes of the screen and effects as data, and the state is drawn into cells.
//!
//! ```text
//!   Input ──Screen::update(&World)──▶ Vec<Effect>        Screen::render(&World) ──▶ cells
//! ```

mod act;
pub mod action;
mod alarm;
mod ask;
mod banner;
pub mod cursor;
mod duty;
mod effect;
mod field;
pub mod keymap;
mod layout;
pub mod log_list;
mod may;
mod mention;
mod mine;
mod notice;
mod overlay;
mod plain;
mod point;
mod region;
pub mod replay;
mod review;
#[cfg(test)]
mod scenario;
pub mod scene;
mod start;
mod still;
mod updates;
mod view;
mod walk;
mod world;

use std::cell::RefCell;
use std::collections::VecDeque;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::incident::{Command, IncidentId, Lateness, Refusal, Right};
use crate::lang::Lang;

use crate::theme::Meaning;
use crate::theme::Theme;
use action::{Action, Place};
use alarm::Alarms;
use ask::{Answer, Question};
use banner::{Attention, Banner, Told};
use cursor::Cursor;
use keymap::{Key, Keymap};
use log_list::LogList;
use notice::{Notice, Tone};
use overlay::reader::{Reader, Reading};
use overlay::report::Report;
use overlay::{Choice, Overlay, Stage, Turn};
use replay::bar;
use replay::bar::Bar;
use scene::{Dial, Hint, Hits, Look, Scene};
use still::Still;

pub use effect::{Effect, Input, Unanswered};
pub use overlay::composer::Written;
pub use overlay::report::Reported;
pub use view::{Elsewhere, Left, Overdue, Person, View};
pub use world::{Listed, ListedPlan, Opening, Start, World};

/// How one person's screen is set up.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub lang: Lang,
    pub theme: Theme,
    pub keymap: Keymap,
}

/// One person's screen.
pub struct Screen {
    look: Look,
    keymap: Keymap,
    cursor: Cursor,
    log: LogList,
    hints: Vec<Hint>,
    overlay: Option<Overlay>,
    /// What comes back when the overlay above it is gone.
    behind: Vec<Overlay>,
    notice: Option<Notice>,
    hits: RefCell<Hits>,
    /// What was asked of the world and not answered yet, oldest first.
    asked: VecDeque<Asked>,
    alarms: Alarms,
    attention: Attention,
    /// The banner that was looked at last.
    attended: Option<Banner>,
    /// The banners of the frame.
    banners: Vec<Banner>,
    /// The incident that the cursor and the list are of.
    room: Option<Site>,
    /// The last whole frame, where it was a page with nothing above it.
    still: Option<Still>,
    /// Why the journal that is played is not played to its end, as it was told.
    cut: Option<replay::CutBy>,
    /// The clocks on it.
    dials: RefCell<Vec<Dial>>,
    /// The selected line of the start screen.
    row: usize,
    clicked: Option<Clicked>,
}

/// A room that can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Site {
    Live(IncidentId),
    Replay(IncidentId),
}

impl Site {
    fn of(view: &View<'_>) -> Self {
        let id = view.incident.id.clone();
        if view.playback.is_some() { Self::Replay(id) } else { Self::Live(id) }
    }
}

/// Something that the world has not answered yet.
#[derive(Debug)]
struct Asked {
    /// The window it came from, which comes back when it is refused.
    window: Option<Overlay>,
    opens: bool,
}

/// The last click: a second one at its place soon after is a double click.
#[derive(Clone, Copy, Debug)]
struct Clicked {
    column: u16,
    row: u16,
    ticks: u8,
}

impl Screen {
    pub fn new(settings: Settings) -> Self {
        Self {
            look: Look { lang: settings.lang, theme: settings.theme },
            keymap: settings.keymap,
            cursor: Cursor::default(),
            log: LogList::default(),
            hints: Vec::new(),
            overlay: None,
            behind: Vec::new(),
            notice: None,
            hits: RefCell::default(),
            asked: VecDeque::new(),
            alarms: Alarms::default(),
            attention: Attention::default(),
            attended: None,
            banners: Vec::new(),
            room: None,
            still: None,
            cut: None,
            dials: RefCell::default(),
            row: 0,
            clicked: None,
        }
    }

    /// What the terminal's title says.
    pub fn title(&self, world: World<'_>) -> String {
        match world {
            World::Start(_) => "warroom".to_owned(),
            World::Room(view) => {
                let incident = view.incident;
                let late = incident
                    .active_steps()
                    .any(|step| incident.step_clock(step, view.now).lateness == Lateness::Late);
                let replay = self.look.lang.say("playback-badge");
                let (sign, end) = match view.playback {
                    Some(_) => ("", replay.as_str()),
                    None if late => ("⚠ ", "warroom"),
                    None => ("", "warroom"),
                };
                format!("{sign}{} · {} · {end}", incident.title, self.look.lang.severity(incident.severity))
            }
        }
    }

    /// Everything is drawn in these colours from now on.
    pub fn wear(&mut self, theme: Theme) {
        self.look.theme = theme;
        self.still = None;
    }

    pub fn update(&mut self, world: World<'_>, input: Input) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let (Input::Tick, World::Room(view)) = (&input, world)
            && self.is_still(view)
        {
            self.count_click();
            return effects;
        }
        self.follow(world);
        match input {
            Input::Key(key) if key.kind == KeyEventKind::Release => {}
            Input::Key(key) => self.key(world, &key, &mut effects),
            Input::Mouse(mouse) => self.mouse(world, mouse, &mut effects),
            Input::Paste(text) => {
                if let Some(overlay) = &mut self.overlay {
                    let turn = overlay.paste(&text);
                    self.turn(world, turn, &mut effects);
                }
            }
            Input::Resize { .. } | Input::Changed => {}
            Input::Compared(comparison) => {
                self.overlay = Some(Overlay::Reader(Reader::new(Reading::Compared(comparison))));
            }
            Input::Reported(of, reported) => self.reported(&of, reported),
            Input::Tick => self.tick(world, &mut effects),
            Input::Answer(answer) => self.answered(world, answer),
            Input::Previews(previews) => {
                if let Some(Overlay::Composer(composer)) = &mut self.overlay {
                    composer.take_previews(previews);
                }
            }
        }
        self.follow(world);
        match world {
            // Whatever led to it: nothing is done to a session that is over.
            World::Room(view) if view.playback.is_some() => {
                effects.retain(|effect| !matches!(effect, Effect::Send(_) | Effect::Open(_)));
                self.asked.clear();
            }
            World::Room(view) => self.listen(view, &mut effects),
            World::Start(_) => {}
        }
        effects
    }

    /// Tells what others have just asked of whoever looks.
    fn listen(&mut self, view: &View<'_>, effects: &mut Vec<Effect>) {
        for told in self.attention.follow(view, self.look.lang) {
            let (Told::Shown(text) | Told::Said(text)) = &told;
            effects.push(Effect::Alarm(text.clone()));
            if let Told::Said(text) = told {
                self.tell(Tone::Bad, format!("⚠ {text}"));
            }
        }
    }

    /// Says once why a journal is not played to its end, which may come about while it is followed.
    fn tell_cut(&mut self, view: &View<'_>) {
        let cut = view.playback.and_then(|playback| playback.cut);
        let by = cut.map(|cut| cut.by);
        if let Some(cut) = cut.filter(|_| self.cut != by) {
            self.tell(Tone::Bad, format!("⚠ {}", cut.why));
        }
        self.cut = by;
    }

    /// Takes in the state as it is now, and leaves what belonged to another room.
    fn follow(&mut self, world: World<'_>) {
        match world {
            World::Start(start) => {
                if self.room.take().is_some() {
                    self.leave_room();
                }
                self.row = self.row.min(start::rows(start).saturating_sub(1));
            }
            World::Room(view) => {
                let site = Site::of(view);
                if self.room.as_ref() != Some(&site) {
                    self.leave_room();
                    self.room = Some(site);
                    self.cut = None;
                    // Whoever has tasks to do, and nothing to drive, begins with them.
                    if view.who.rights.right == Right::Member && !view.is_in_command() {
                        self.cursor.page = cursor::Page::Mine;
                    }
                }
                self.tell_cut(view);
                let listed = self.log.len();
                self.log.follow(view.incident);
                // A log that is scrolled back stays where it is read.
                if self.cursor.log_back > 0 {
                    self.cursor.log_back += self.log.len().saturating_sub(listed);
                }
                self.cursor.settle(view.incident);
                self.cursor.log_back = self.cursor.log_back.min(self.log.len().saturating_sub(1));
                let rows = match self.cursor.page {
                    cursor::Page::People => cursor::people(view).len(),
                    cursor::Page::Updates => updates::rows(view).len(),
                    _ => view.incident.services.len(),
                };
                self.cursor.row = self.cursor.row.min(rows.saturating_sub(1));
            }
        }
    }

    fn leave_room(&mut self) {
        self.cursor = Cursor::default();
        self.log = LogList::default();
        self.alarms = Alarms::default();
        self.attention = Attention::default();
        self.attended = None;
        self.overlay = None;
        self.behind.clear();
        self.notice = None;
        self.clicked = None;
    }

    fn key(&mut self, world: World<'_>, key: &KeyEvent, effects: &mut Vec<Effect>) {
        self.clicked = None;
        if self.notice.as_ref().is_some_and(Notice::is_bad) {
            self.notice = None;
        }
        let key_of = Key::of(key);
        if let Some(overlay) = &mut self.overlay {
            // Whoever is lost presses Ctrl-C: it closes what is open, then leaves.
            let escape = KeyEvent::from(KeyCode::Escape);
            let key = if key_of.is_interrupt() { &escape } else { key };
            let turn = overlay.key(&self.look, &self.keymap, key);
            return self.turn(world, turn, effects);
        }
        if key_of.is_interrupt() {
            return effects.push(Effect::Quit);
        }
        let place = self.place();
        let action = match world.playback() {
            Some(_) => self.keymap.action_in_replay(place, key_of),
            None => self.keymap.action(place, key_of),
        };
        if let Some(action) = action {
            self.act(world, action, effects);
        }
    }

    /// What became of the overlay.
    fn turn(&mut self, world: World<'_>, turn: Turn, effects: &mut Vec<Effect>) {
        match turn {
            Turn::Stay => {}
            Turn::Close => self.overlay = self.behind.pop(),
            Turn::Choose(choice) => {
                self.overlay = self.behind.pop();
                self.choose(world, choice, effects);
            }
            Turn::Answer(Answer::Play(play)) => {
                self.overlay = self.behind.pop();
                effects.push(Effect::Play(play));
            }
            Turn::Answer(answer) => {
                let window = std::mem::replace(&mut self.overlay, self.behind.pop());
                let opens = matches!(answer, Answer::Open(_));
                self.asked.push_back(Asked { window, opens });
                effects.push(match answer {
                    Answer::Send(command) => Effect::Send(command),
                    Answer::Open(opening) => Effect::Open(opening),
                    Answer::Play(play) => Effect::Play(play),
                });
            }
            Turn::Draft(occasion) => {
                if let World::Room(view) = world {
                    self.draft(view, occasion);
                }
            }
            Turn::Preview => self.preview(effects),
            Turn::Above(above) => {
                let below = self.overlay.replace(*above);
                self.behind.extend(below);
            }
            Turn::Copy(text) => {
                effects.push(Effect::Copy(text));
                self.tell(Tone::Good, self.look.lang.say("ask-report-copied"));
            }
            Turn::Filter(filter) => {
                if let World::Room(view) = world {
                    self.filter(view, filter);
                }
            }
        }
    }

    fn choose(&mut self, world: World<'_>, choice: Choice, effects: &mut Vec<Effect>) {
        match choice {
            Choice::Act(action) => return self.act(world, action, effects),
            Choice::Play(play) => return effects.push(Effect::Play(play)),
            Choice::ShowChapter(chapter) => {
                if let Some(Overlay::Report(report)) = &mut self.overlay {
                    report.show_chapter(chapter);
                }
                return;
            }
            _ => {}
        }
        let World::Room(view) = world else { return };
        match choice {
            Choice::Act(_) | Choice::Play(_) | Choice::ShowChapter(_) => {}
            Choice::Send(command) => self.send(command, effects),
            Choice::Ask(question) => self.ask(view, question),
            Choice::MoveStep(step) => self.pick_place_of(view, &step),
            Choice::Filter(filter) => self.filter(view, filter),
            Choice::Offer(duty, to) => self.offer(view, duty, to),
            Choice::ShowTask(task) => {
                self.cursor.page = cursor::Page::Room;
                self.cursor.pane = cursor::Pane::Tasks;
                self.cursor.select_task(view.incident, &task);
            }
            Choice::ShowStep(step) => {
                self.cursor.step = Some(step);
                if self.cursor.page != cursor::Page::Timeline {
                    self.cursor.page = cursor::Page::Room;
                    self.cursor.pane = cursor::Pane::Timeline;
                }
            }
        }
    }

    /// Opens the report of an incident, which is still to be made.
    fn open_report(&mut self, of: &IncidentId, effects: &mut Vec<Effect>) {
        self.overlay = Some(Overlay::Report(Box::new(Report::of(of.clone()))));
        effects.push(Effect::Report(of.clone()));
    }

    /// Hands a report to the window that waits for it; whoever has closed that meanwhile is left alone.
    fn reported(&mut self, of: &IncidentId, reported: Result<Box<Reported>, String>) {
        let Some(Overlay::Report(report)) = &mut self.overlay else { return };
        match reported {
            _ if !report.awaits(of) => {}
            Ok(reported) => report.take(reported),
            Err(why) => {
                self.overlay = self.behind.pop();
                self.tell(Tone::Bad, why);
            }
        }
    }

    fn send(&mut self, command: Command, effects: &mut Vec<Effect>) {
        self.asked.push_back(Asked { window: None, opens: false });
        effects.push(Effect::Send(command));
    }

    fn ask(&mut self, view: &View<'_>, question: Question) {
        if let Some(refusal) = question.refusal(view.incident) {
            return self.tell_refusal(view, &refusal);
        }
        let names = cursor::people(view).into_iter().map(|somebody| somebody.name.to_string()).collect();
        let form = question.form(view.incident, self.look.lang).naming(names);
        self.overlay = Some(Overlay::Form(Box::new(form)));
    }

    fn tell_refusal(&mut self, view: &View<'_>, refusal: &Refusal) {
        let why = self.look.lang.refusal_in(refusal, view.incident.zone);
        self.tell(Tone::Bad, why);
    }

    fn answered(&mut self, world: World<'_>, answer: Result<(), Unanswered>) {
        let Some(asked) = self.asked.pop_front() else { return };
        let lang = self.look.lang;
        let why = match (answer, world) {
            (Ok(()), World::Room(view)) if !asked.opens => return self.tell_done(view),
            (Ok(()), _) => return,
            (Err(Unanswered::Refused(refusal)), World::Room(view)) => {
                lang.refusal_in(&refusal, view.incident.zone)
            }
            (Err(Unanswered::Refused(refusal)), World::Start(_)) => lang.refusal(&refusal),
            (Err(Unanswered::ReadOnly(why)), _) => why,
        };
        match asked.window.and_then(|window| window.refused(&why)) {
            // What was typed comes back, above whatever was opened since.
            Some(window) => {
                let former = self.overlay.replace(window);
                self.behind.extend(former);
            }
            None => self.tell(Tone::Bad, why),
        }
    }

    fn tick(&mut self, world: World<'_>, effects: &mut Vec<Effect>) {
        self.count_click();
        self.notice.take_if(|notice| !notice.stays());
        if let World::Room(view) = world
            && view.playback.is_none()
        {
            for alarm in self.alarms.look(view, self.look.lang) {
                self.tell(Tone::Bad, format!("⚠ {alarm}"));
                effects.push(Effect::Alarm(alarm));
            }
        }
    }

    fn count_click(&mut self) {
        if let Some(clicked) = &mut self.clicked {
            clicked.ticks = clicked.ticks.saturating_add(1);
        }
    }

    /// What the others are told that this screen looks at: the name of a page.
    pub const fn looks_at(&self) -> &'static str {
        self.cursor.page.name()
    }

    /// Where the cursor is, for what keys mean.
    fn place(&self) -> Place {
        use cursor::{Page, Pane};
        if self.room.is_none() {
            return Place::Start;
        }
        match (self.cursor.page, self.cursor.pane) {
            (Page::Room, Pane::Tasks) | (Page::Board, _) => Place::Tasks,
            (Page::Room, Pane::Timeline) | (Page::Timeline, _) => Place::Timeline,
            (Page::Room, Pane::Log) | (Page::Log, _) => Place::Log,
            (Page::People, _) => Place::People,
            (Page::Services, _) => Place::Services,
            (Page::Mine, _) => Place::Mine,
            (Page::Updates, _) => Place::Updates,
            (Page::Review, _) => Place::Review,
        }
    }

    /// Draws only what a passing second changes, and gives the areas that it drew: the rest of `buffer` holds anything.
    ///
    /// None where more has changed since the last whole frame. It costs a fraction of one, and an idle screen needs
    /// nothing else for most of a minute.
    pub fn render_clocks(&self, world: World<'_>, buffer: &mut Buffer) -> Option<Vec<Rect>> {
        let World::Room(view) = world else { return None };
        self.is_still(view).then(|| still::render(&self.dials.borrow(), view, self.look.lang, buffer))
    }

    /// Nothing but the clocks of the last whole frame has changed.
    fn is_still(&self, view: &View<'_>) -> bool {
        self.is_plain(view) && self.still.as_ref().is_some_and(|still| still.holds(view))
    }

    fn scene<'a>(&'a self, view: &'a View<'a>, noticed: u16) -> Scene<'a> {
        Scene {
            view,
            cursor: &self.cursor,
            look: &self.look,
            log: &self.log,
            keymap: &self.keymap,
            hints: &self.hints,
            noticed,
            banners: &self.banners,
            attention: &self.attention,
            hits: &self.hits,
            dials: &self.dials,
        }
    }

    /// Nothing lies above the page but perhaps an alarm, which stays as it is until a key.
    fn is_plain(&self, view: &View<'_>) -> bool {
        let stays = self.notice.as_ref().is_none_or(Notice::is_bad);
        // In a replay that moves, more moves than the clocks.
        let stands = view.playback.is_none_or(|playback| playback.motion == replay::Motion::Paused);
        self.overlay.is_none() && stays && view.read_only.is_none() && stands
    }

    /// Draws the whole screen.
    pub fn render(&mut self, world: World<'_>, buffer: &mut Buffer) {
        self.still = match world {
            World::Room(view) if self.is_plain(view) && layout::fits(buffer.area) => Some(Still::new(view)),
            _ => None,
        };
        self.follow(world);
        self.hits.borrow_mut().clear();
        self.dials.borrow_mut().clear();
        let area = buffer.area;
        if area.is_empty() {
            return;
        }
        if !layout::fits(area) {
            buffer.set_style(area, self.look.theme.style(Meaning::Text));
            return region::too_small(&self.look, buffer);
        }
        let place = self.place();
        self.hints = self.live_hints(world, place);
        self.banners = match world {
            World::Room(view) => self.attention.banners(view),
            World::Start(_) => Vec::new(),
        };
        // What is played again is drawn as if the terminal ended above its bar.
        let above = match world.playback() {
            Some(_) => Rect { height: area.height - bar::ROWS, ..area },
            None => area,
        };
        buffer.resize(above);
        self.render_above(world, place, buffer);
        buffer.resize(area);
        if let (World::Room(view), Some(playback)) = (world, world.playback()) {
            let below = Rect { y: above.bottom(), height: bar::ROWS, ..area };
            let bar = Bar { view, playback, look: &self.look, keymap: &self.keymap };
            bar.render(below, buffer, &mut self.hits.borrow_mut());
        }
    }

    /// Draws what is on all of `buffer`.
    fn render_above(&mut self, world: World<'_>, place: Place, buffer: &mut Buffer) {
        let area = buffer.area;
        let strip = self.strip(world, area);
        let noticed = strip.as_ref().map_or(0, |strip| strip.beside_hints(area));
        match world {
            World::Start(start) => self.render_start(start, noticed, buffer),
            World::Room(view) => {
                region::render(&self.scene(view, noticed), buffer);
            }
        }
        if let Some(overlay) = &mut self.overlay {
            // What is said of the keys here is said to whoever reads a report below it.
            let is_read = matches!(self.behind.last(), Some(Overlay::Report(_)));
            let place = if is_read { Place::Report } else { place };
            let stage = Stage { world, look: &self.look, keymap: &self.keymap, place };
            let area = layout::below_banners(area, self.banners.len());
            overlay.render(area, buffer, &stage, &mut self.hits.borrow_mut());
        }
        if let Some(strip) = strip {
            self.render_strip(&strip, buffer);
        }
    }

    fn live_hints(&self, world: World<'_>, place: Place) -> Vec<Hint> {
        let hint = |action: &Action| {
            let key = self.keymap.keys(*action).next()?.spelled(self.look.lang);
            Some(Hint { action: *action, key, label: action.word(self.look.lang) })
        };
        if world.playback().is_some() {
            let both = |action: &Action| {
                let hint = hint(action)?;
                // One hint for both ways.
                let back = action.back().and_then(|back| self.keymap.keys(back).next());
                let key = back.map(|key| format!("{} {}", key.spelled(self.look.lang), hint.key));
                Some(Hint { key: key.unwrap_or(hint.key), ..hint })
            };
            return Place::Replay.hints().iter().filter_map(both).collect();
        }
        // A chosen step keeps the panes from following what runs: the way back comes first.
        let holds = matches!(place, Place::Tasks | Place::Timeline) && self.cursor.step.is_some();
        let back = holds.then_some(&Action::Follow);
        let is_over = matches!(world, World::Room(view) if view.incident.is_closed());
        let is_open = |action: &&Action| match world {
            World::Room(view) if **action == Action::RetryDelivery && !self.can_retry(view) => false,
            World::Room(view) if !self.fits_review(view, **action) => false,
            World::Room(view) => self.may(view, **action).is_ok(),
            World::Start(start) => self.fits_start(start, **action),
        };
        // Of which moment restored data are is often known only then.
        let later = (is_over && place == Place::Services).then_some(&Action::SetRestorePoint);
        let hints = if is_over && place != Place::Review { &Action::AFTER } else { place.hints() };
        later.into_iter().chain(back).chain(hints).filter(is_open).filter_map(hint).collect()
    }
}

//! The screen, pure: inputs become changes of the screen and effects as data, and the state is drawn into cells.
//!
//! ```text
//!   Input ──Screen::update(&World)──▶ Vec<Effect>        Screen::render(&World) ──▶ cells
//! ```

mod act;
pub mod action;
pub mod alarm;
mod asking;
mod banner;
mod canvas;
mod choose;
pub mod cursor;
mod effect;
mod help;
mod hints;
pub mod keymap;
mod layout;
pub mod log_list;
mod may;
mod mention;
mod mouse;
mod notice;
mod overlay;
mod page;
mod reading;
mod region;
pub mod replay;
mod run;
pub mod scene;
mod stage;
mod state;
#[cfg(test)]
mod tests;
mod text;
mod validity;
mod view;
mod widget;
mod world;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::incident::{Lateness, Right};
use crate::lang::Lang;
use crate::theme::Theme;

use action::{Page, Place};
use alarm::Alarms;
use banner::{Announcement, Banner};
use canvas::Canvas;
use choose::{answered, reported, settle};
use keymap::{Key, Keymap};
use notice::{Notice, Strip, Tone};
use overlay::Overlay;
use page::{component, start};
use replay::bar::{self, Bar};
use replay::compared::Compared;
use replay::{CutBy, Motion};
use run::run;
use scene::{ClockCell, Hint, Look, Scene};
use stage::Stage;
use state::{Site, State};
use validity::FrameValidity;

pub use alarm::overdue;
pub use effect::{Effect, Input, Reported, Unanswered, Written};
pub use view::{Elsewhere, Left, Overdue, Person, View};
pub use world::{Listed, ListedPlan, Opening, Start, World};

#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub lang: Lang,
    pub theme: Theme,
    pub keymap: Keymap,
}

pub struct Screen {
    state: State,
    alarms: Alarms,
    /// Why the replayed journal ends early, as last shown.
    cut: Option<CutBy>,
    banners: Vec<Banner>,
    hints: Vec<Hint>,
    clocks: Vec<ClockCell>,
    /// How long the last frame stays valid except for its clocks; `None` if it was not a page alone.
    validity: Option<FrameValidity>,
}

impl Screen {
    pub fn new(settings: Settings) -> Self {
        let look = Look { lang: settings.lang, theme: settings.theme };
        Self {
            state: State::new(look, settings.keymap),
            alarms: Alarms::default(),
            cut: None,
            banners: Vec::new(),
            hints: Vec::new(),
            clocks: Vec::new(),
            validity: None,
        }
    }

    /// The terminal's title.
    pub fn title(&self, world: World<'_>) -> String {
        match world {
            World::Start(_) => "warroom".to_owned(),
            World::Room(view) => {
                let incident = view.incident;
                let late =
                    incident.active_steps().any(|step| incident.step_clock(step, view.now).lateness == Lateness::Late);
                let replay = self.state.look.lang.say("playback-badge");
                let (sign, end) = match view.playback {
                    Some(_) => ("", replay.as_str()),
                    None if late => ("⚠ ", "warroom"),
                    None => ("", "warroom"),
                };
                format!("{sign}{} · {} · {end}", incident.title, self.state.look.lang.severity(incident.severity))
            }
        }
    }

    /// Draws everything in other colours from now on.
    pub fn set_theme(&mut self, theme: Theme) {
        self.state.look.theme = theme;
        self.validity = None;
    }

    pub fn update(&mut self, world: World<'_>, input: Input) -> Vec<Effect> {
        if let (Input::Tick, World::Room(view)) = (&input, world)
            && self.is_still(view)
        {
            self.count_click();
            return Vec::new();
        }
        self.follow(world);
        self.take(world, input);
        self.follow(world);
        match world {
            // Nothing is sent to a replay.
            World::Room(view) if view.playback.is_some() => {
                let sends = |effect: &Effect| matches!(effect, Effect::Send(_) | Effect::Open(_));
                self.state.effects.retain(|effect| !sends(effect));
                self.state.asked.clear();
            }
            World::Room(view) => self.listen(view),
            World::Start(_) => {}
        }
        std::mem::take(&mut self.state.effects)
    }

    fn take(&mut self, world: World<'_>, input: Input) {
        let state = &mut self.state;
        match input {
            Input::Key(key) if key.kind == KeyEventKind::Release => {}
            Input::Key(key) => self.key(world, &key),
            Input::Mouse(event) => mouse::mouse(state, world, event),
            Input::Paste(text) => {
                if let Some(overlay) = &mut state.overlay {
                    let turn = overlay.paste(&text);
                    settle(state, world, turn);
                }
            }
            Input::Resize { .. } | Input::Changed => {}
            Input::Compared(comparison) => state.read(Compared(comparison)),
            Input::Reported(of, report) => reported(state, &of, report),
            Input::Tick => self.tick(world),
            Input::Answer(answer) => answered(state, world, answer),
            Input::Previews(previews) => {
                if let Some(Overlay::Composer(composer)) = &mut state.overlay {
                    composer.take_previews(previews);
                }
            }
        }
    }

    /// Rings for new requests of others to the person.
    fn listen(&mut self, view: &View<'_>) {
        for announcement in self.state.attention.follow(view, self.state.look.lang) {
            let (Announcement::Repeated(text) | Announcement::Alone(text)) = &announcement;
            self.state.request(Effect::Alarm(text.clone()));
            if let Announcement::Alone(text) = announcement {
                self.state.show_notice(Tone::Bad, format!("⚠ {text}"));
            }
        }
    }

    /// Shows once why a journal is not replayed to its end, which may happen while it is followed.
    fn show_cut(&mut self, view: &View<'_>) {
        let cut = view.playback.and_then(|playback| playback.cut);
        let by = cut.map(|cut| cut.by);
        if let Some(cut) = cut.filter(|_| self.cut != by) {
            self.state.show_notice(Tone::Bad, format!("⚠ {}", cut.why));
        }
        self.cut = by;
    }

    /// Updates to the current state, and leaves what belonged to another room.
    fn follow(&mut self, world: World<'_>) {
        let view = match world {
            World::Start(list) => {
                if self.state.room.take().is_some() {
                    self.leave_room();
                }
                self.state.start_row = self.state.start_row.min(start::rows(list).saturating_sub(1));
                return;
            }
            World::Room(view) => view,
        };
        let site = Site::of(view);
        if self.state.room.as_ref() != Some(&site) {
            self.leave_room();
            self.state.room = Some(site);
            self.cut = None;
            // A member has tasks to do and nothing to drive.
            if view.who.rights.right == Right::Member && !view.is_in_command() {
                self.state.cursor.page = Page::Mine;
            }
        }
        self.show_cut(view);
        let State { log, cursor, .. } = &mut self.state;
        let listed = log.len();
        log.follow(view.incident);
        // A log scrolled back keeps its place.
        if cursor.log_back > 0 {
            cursor.log_back += log.len().saturating_sub(listed);
        }
        cursor.settle(view.incident);
        cursor.log_back = cursor.log_back.min(log.len().saturating_sub(1));
        cursor.row = cursor.row.min(component(cursor.page).rows(view).saturating_sub(1));
    }

    fn leave_room(&mut self) {
        self.state.leave_room();
        self.alarms = Alarms::default();
    }

    fn key(&mut self, world: World<'_>, key: &KeyEvent) {
        let state = &mut self.state;
        state.clicked = None;
        if state.notice.as_ref().is_some_and(Notice::is_bad) {
            state.notice = None;
        }
        let key_of = Key::of(key);
        if let Some(overlay) = &mut state.overlay {
            // Ctrl-C closes what is open, then leaves.
            let escape = KeyEvent::from(KeyCode::Escape);
            let key = if key_of.is_interrupt() { &escape } else { key };
            let turn = overlay.key(&state.look, &state.keymap, key);
            settle(state, world, turn);
            return;
        }
        if key_of.is_interrupt() {
            state.request(Effect::Quit);
            return;
        }
        let place = state.place();
        let action = match world.playback() {
            Some(_) => state.keymap.action_in_replay(place, key_of),
            None => state.keymap.action(place, key_of),
        };
        if let Some(action) = action {
            run(state, world, action);
        }
    }

    fn tick(&mut self, world: World<'_>) {
        self.count_click();
        self.state.notice.take_if(|notice| !notice.stays());
        if let World::Room(view) = world
            && view.playback.is_none()
        {
            for alarm in self.alarms.look(view, self.state.look.lang) {
                self.state.show_notice(Tone::Bad, format!("⚠ {alarm}"));
                self.state.request(Effect::Alarm(alarm));
            }
        }
    }

    const fn count_click(&mut self) {
        if let Some(clicked) = &mut self.state.clicked {
            clicked.ticks = clicked.ticks.saturating_add(1);
        }
    }

    pub const fn looks_at(&self) -> &'static str {
        self.state.cursor.page.name()
    }

    /// Draws only the clocks and returns their areas; the rest of `buffer` is undefined.
    ///
    /// `None` if more has changed since the last whole frame. It costs a fraction of one, and is all that an idle
    /// screen needs for most of a minute.
    pub fn render_clocks(&self, world: World<'_>, buffer: &mut Buffer) -> Option<Vec<Rect>> {
        let World::Room(view) = world else { return None };
        self.is_still(view).then(|| validity::render(&self.clocks, view, self.state.look.lang, buffer))
    }

    /// Whether only the clocks have changed since the last whole frame.
    fn is_still(&self, view: &View<'_>) -> bool {
        self.is_plain(view) && self.validity.as_ref().is_some_and(|validity| validity.holds(view))
    }

    /// Whether nothing covers the page, except an alarm, which stays until a key.
    fn is_plain(&self, view: &View<'_>) -> bool {
        let stays = self.state.notice.as_ref().is_none_or(Notice::is_bad);
        // A replay that moves changes more than the clocks.
        let is_paused = view.playback.is_none_or(|playback| playback.motion == Motion::Paused);
        self.state.overlay.is_none() && stays && view.read_only.is_none() && is_paused
    }

    pub fn render(&mut self, world: World<'_>, buffer: &mut Buffer) {
        let area = buffer.area;
        let fits = layout::fits(area);
        self.validity = match world {
            World::Room(view) if self.is_plain(view) && fits => Some(FrameValidity::new(view)),
            _ => None,
        };
        self.follow(world);
        if fits {
            self.hints = hints::hints(&self.state, world);
            self.banners = match world {
                World::Room(view) => self.state.attention.banners(view, self.state.look.lang),
                World::Start(_) => Vec::new(),
            };
        }
        let mut overlay = self.state.overlay.take();
        let canvas = Canvas::new(&self.state.look, std::mem::take(buffer));
        if fits {
            self.render_all(world, overlay.as_mut(), &canvas);
        } else if !area.is_empty() {
            page::render_too_small(&canvas);
        }
        let drawn;
        (*buffer, drawn) = canvas.into_parts();
        (self.state.hits, self.clocks) = (drawn.hits, drawn.clocks);
        self.state.overlay = overlay;
    }

    /// Draws the page and its windows; a replay's bar takes the bottom of the terminal.
    fn render_all(&self, world: World<'_>, overlay: Option<&mut Overlay>, canvas: &Canvas<'_>) {
        let area = canvas.area();
        let below = if world.playback().is_some() { bar::ROWS } else { 0 };
        let above = Rect { height: area.height - below, ..area };
        canvas.resize(above);
        self.render_above(world, overlay, canvas);
        canvas.resize(area);
        if let (World::Room(view), Some(playback)) = (world, world.playback()) {
            let bar = Bar { view, playback, keymap: &self.state.keymap, canvas };
            bar.render(Rect { y: above.bottom(), height: below, ..area });
        }
    }

    /// Draws what is on all of the canvas.
    fn render_above(&self, world: World<'_>, overlay: Option<&mut Overlay>, canvas: &Canvas<'_>) {
        let area = canvas.area();
        let state = &self.state;
        let is_searching = matches!(overlay, Some(Overlay::Search(_)));
        let read_only = match world {
            World::Room(view) => view.read_only,
            World::Start(_) => None,
        };
        let strip = Strip::of(state.notice.as_ref(), read_only, is_searching, area);
        let noticed = strip.as_ref().map_or(0, |strip| strip.beside_hints(area));
        self.render_page(world, noticed, canvas);
        if let Some(overlay) = overlay {
            // Help above a report is about the report's keys.
            let above_report = matches!(state.behind.last(), Some(Overlay::Report(_)));
            let place = if above_report { Place::Report } else { state.place() };
            let of_window = Stage { world, look: &state.look, keymap: &state.keymap, place };
            overlay.render(layout::below_banners(area, self.banners.len()), canvas, &of_window);
        }
        if let Some(strip) = strip {
            strip.render(canvas);
        }
    }

    fn render_page(&self, world: World<'_>, noticed: u16, canvas: &Canvas<'_>) {
        let (state, hints) = (&self.state, &self.hints);
        match world {
            World::Start(start) => {
                start::Scene { start, row: state.start_row, hints, noticed, canvas }.render();
            }
            World::Room(view) => {
                let scene = Scene {
                    view,
                    cursor: &state.cursor,
                    log: &state.log,
                    keymap: &state.keymap,
                    hints,
                    noticed,
                    banners: &self.banners,
                    attention: &state.attention,
                };
                page::render(&scene, canvas);
            }
        }
    }
}

//! The state of a screen between two inputs.

use std::collections::VecDeque;

use super::action::{Page, Place};
use super::asking::{Answer, Asking};
use super::banner::{Attention, Banner};
use super::cursor::Cursor;
use super::effect::Effect;
use super::keymap::Keymap;
use super::log_list::{Filter, LogList};
use super::notice::{Notice, Tone};
use super::overlay::Overlay;
use super::overlay::report::Report;
use super::overlay::turn::Choice;
use super::reading::{Reading, Topic};
use super::scene::{Hits, Look};
use super::view::View;
use super::widget::form::Form;
use super::widget::picker::{Item, Picker};
use crate::incident::{Command, IncidentId, Refusal};
use crate::lang::Lang;

use super::page::people::rows::people;

pub struct State {
    pub look: Look,
    pub keymap: Keymap,
    pub cursor: Cursor,
    pub log: LogList,
    pub overlay: Option<Overlay>,
    pub behind: Vec<Overlay>,
    pub notice: Option<Notice>,
    pub attention: Attention,
    /// The banner that was opened last.
    pub attended: Option<Banner>,
    pub hits: Hits,
    /// Unanswered requests, oldest first.
    pub asked: VecDeque<Asked>,
    /// The incident of the cursor and the log; `None` at the start screen.
    pub room: Option<Site>,
    /// The selected line of the start screen.
    pub start_row: usize,
    pub clicked: Option<Clicked>,
    /// Effects of the current input.
    pub effects: Vec<Effect>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Site {
    Live(IncidentId),
    Replay(IncidentId),
}

impl Site {
    pub fn of(view: &View<'_>) -> Self {
        let id = view.incident.id.clone();
        if view.playback.is_some() { Self::Replay(id) } else { Self::Live(id) }
    }
}

/// An unanswered request.
#[derive(Debug)]
pub struct Asked {
    /// Its window, which comes back if it is refused.
    pub window: Option<Overlay>,
    pub opens: bool,
}

/// The last click: a second one at its place soon after is a double click.
#[derive(Clone, Copy, Debug)]
pub struct Clicked {
    pub column: u16,
    pub row: u16,
    pub ticks: u8,
}

impl State {
    pub fn new(look: Look, keymap: Keymap) -> Self {
        Self {
            look,
            keymap,
            cursor: Cursor::default(),
            log: LogList::default(),
            overlay: None,
            behind: Vec::new(),
            notice: None,
            attention: Attention::default(),
            attended: None,
            hits: Hits::default(),
            asked: VecDeque::new(),
            room: None,
            start_row: 0,
            clicked: None,
            effects: Vec::new(),
        }
    }

    pub fn leave_room(&mut self) {
        self.cursor = Cursor::default();
        self.log = LogList::default();
        self.attention = Attention::default();
        self.attended = None;
        self.overlay = None;
        self.behind.clear();
        self.notice = None;
        self.clicked = None;
    }

    /// The place of the cursor, for the meaning of keys.
    pub const fn place(&self) -> Place {
        if self.room.is_none() { Place::Start } else { self.cursor.place() }
    }

    pub fn request(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub fn send(&mut self, command: Command) {
        self.asked.push_back(Asked { window: None, opens: false });
        self.request(Effect::Send(command));
    }

    pub fn show_notice(&mut self, tone: Tone, text: String) {
        self.notice = Some(Notice::new(tone, text));
    }

    /// Shows a message that says why nothing was done.
    pub fn warn(&mut self, key: &str) {
        self.show_notice(Tone::Bad, self.look.lang.say(key));
    }

    pub fn refuse(&mut self, view: &View<'_>, refusal: &Refusal) {
        let why = self.look.lang.refusal_in(refusal, view.incident.zone);
        self.show_notice(Tone::Bad, why);
    }

    /// Says that a replay changes nothing.
    pub fn refuse_in_replay(&mut self) {
        self.warn("playback-off");
    }

    pub fn open(&mut self, overlay: Overlay) {
        self.overlay = Some(overlay);
    }

    /// Opens a window above the current one, which comes back when it closes.
    pub fn open_above(&mut self, overlay: Overlay) {
        let below = self.overlay.replace(overlay);
        self.behind.extend(below);
    }

    pub fn read(&mut self, topic: impl Topic + 'static) {
        self.open(Overlay::Reading(Reading::new(topic)));
    }

    pub fn pick(&mut self, title: String, items: Vec<Item<Choice>>) {
        self.open(Overlay::Picker(Picker::new(title, items)));
    }

    /// Opens a form, or shows why no answer to it would be accepted.
    pub fn ask(&mut self, view: &View<'_>, question: impl FnOnce(&View<'_>, Lang) -> Asking) {
        match question(view, self.look.lang) {
            Ok(form) => self.fill_in(view, form),
            Err(refusal) => self.refuse(view, &refusal),
        }
    }

    /// Opens a form whose texts can mention people.
    pub fn fill_in(&mut self, view: &View<'_>, form: Form<Answer>) {
        let names = people(view).into_iter().map(|somebody| somebody.name.to_string()).collect();
        self.open(Overlay::Form(Box::new(form.naming(names))));
    }

    /// Opens the report of an incident, still to be made.
    pub fn open_report(&mut self, of: &IncidentId) {
        self.open(Overlay::Report(Box::new(Report::of(of.clone()))));
        self.request(Effect::Report(of.clone()));
    }

    pub fn show_page(&mut self, page: Page) {
        if page != self.cursor.page {
            self.cursor.row = 0;
        }
        self.cursor.page = page;
    }

    /// Lists the log by a filter, from its newest entry.
    pub fn filter(&mut self, view: &View<'_>, filter: Filter) {
        self.cursor.entry = None;
        self.cursor.log_back = 0;
        self.log.set(filter, view.incident);
    }
}

//! Something of the room to read in full; it is read again at each frame.

use std::fmt::Debug;

use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::action::{Action, Place};
use super::canvas::Canvas;
use super::keymap::{Key, Keymap};
use super::stage::Stage;
use super::widget::Outcome;
use super::widget::details::Details;
use super::widget::scroll::Scroll;
use super::widget::window::{Position, height, roomy, scrolled, window};
use crate::theme::Meaning;

/// The maximum width of a text to read.
const WIDEST: u16 = 84;

/// A subject to read: a task, an entry, an update, …
pub trait Topic: Debug + Send {
    /// Where the keys of its actions are looked up.
    fn place(&self) -> Place {
        Place::Anywhere
    }

    /// The actions available in the window.
    fn actions(&self) -> &'static str {
        ""
    }

    /// Its current content.
    fn details(&mut self, stage: &Stage<'_>) -> Details;
}

/// A window on a topic.
#[derive(Debug)]
pub struct Reading {
    topic: Box<dyn Topic>,
    scroll: Scroll,
}

impl Reading {
    pub fn new(topic: impl Topic + 'static) -> Self {
        Self { topic: Box::new(topic), scroll: Scroll::default() }
    }

    /// Handles a key: an action of the topic closes the window and runs.
    pub fn key(&mut self, keymap: &Keymap, key: &KeyEvent) -> Outcome<Action> {
        if matches!(key.code, KeyCode::Escape | KeyCode::Enter) {
            return Outcome::Close;
        }
        if self.scroll.key(key) {
            return Outcome::Stay;
        }
        match keymap.action(self.topic.place(), Key::of(key)) {
            Some(action) if Action::listed(self.topic.actions()).any(|it| it == action) => {
                return Outcome::Done(action);
            }
            Some(Action::Quit | Action::Help | Action::Back | Action::Open) => return Outcome::Close,
            Some(action) => scroll_by(&mut self.scroll, action),
            None => {}
        }
        Outcome::Stay
    }

    pub fn go(&mut self, by: isize) {
        self.scroll.by(by);
    }

    pub fn render(&mut self, area: Rect, canvas: &Canvas<'_>, stage: &Stage<'_>) {
        let details = self.topic.details(stage);
        let width = roomy(area, WIDEST);
        let lines = details.lines(width.saturating_sub(4));
        let size = (width, height(lines.len(), 2).clamp(5, area.height.max(5)));
        let keys = canvas.say("ask-reader-keys");
        let inside = window(canvas, area, Position::Middle, size, (&details.title, &keys));
        let more = Rect { y: inside.bottom(), width: inside.width / 3, height: inside.height.min(1), ..inside };
        scrolled(canvas, inside, &lines, &self.scroll, more);
    }
}

/// Scrolls for an action that moves.
pub fn scroll_by(scroll: &mut Scroll, action: Action) {
    match action {
        Action::Up => scroll.by(-1),
        Action::Down => scroll.by(1),
        Action::PageUp => scroll.by(-scroll.page()),
        Action::PageDown => scroll.by(scroll.page()),
        Action::First => scroll.show(0),
        Action::Last => scroll.show(usize::MAX),
        _ => {}
    }
}

pub fn keys(details: &mut Details, keymap: &Keymap, actions: impl Iterator<Item = Action>) {
    let lang = details.lang();
    details.heading("ask-task-keys");
    for action in actions {
        details.named(keymap.spelled(action, lang), action.sentence(lang), Meaning::OverlayKey);
    }
}

//! Something of the room to read in full; it is read anew at each frame.

use std::fmt::Debug;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::action::{Action, Place};
use super::keymap::{Key, Keymap};
use super::scene::Hits;
use super::stage::Stage;
use super::widget::details::Details;
use super::widget::scroll::Scroll;
use super::widget::{Outcome, reader};
use crate::theme::Meaning;

/// What is read: a task, an entry, an update, …
pub trait Topic: Debug + Send {
    /// Where the keys of its actions are looked up.
    fn place(&self) -> Place {
        Place::Anywhere
    }

    /// What can be done with it from the window.
    fn actions(&self) -> &'static [Action] {
        &[]
    }

    /// How it reads now.
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

    /// Takes a key: one of the topic's actions closes the window and is done.
    pub fn key(&mut self, keymap: &Keymap, key: &KeyEvent) -> Outcome<Action> {
        if matches!(key.code, KeyCode::Escape | KeyCode::Enter) {
            return Outcome::Close;
        }
        if self.scroll.key(key) {
            return Outcome::Stay;
        }
        match keymap.action(self.topic.place(), Key::of(key)) {
            Some(action) if self.topic.actions().contains(&action) => return Outcome::Done(action),
            Some(Action::Up) => self.scroll.by(-1),
            Some(Action::Down) => self.scroll.by(1),
            Some(Action::PageUp) => self.scroll.by(-self.scroll.page()),
            Some(Action::PageDown) => self.scroll.by(self.scroll.page()),
            Some(Action::First) => self.scroll.show_start(),
            Some(Action::Last) => self.scroll.show_end(),
            Some(Action::Quit | Action::Help | Action::Back | Action::Open) => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    pub fn go(&mut self, by: isize) {
        self.scroll.by(by);
    }

    pub fn render(&mut self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        let details = self.topic.details(stage);
        reader::render(&details, &self.scroll, area, buffer, stage.look, hits);
    }
}

/// Lists actions with their keys.
pub fn keys<'a>(details: &mut Details, keymap: &Keymap, actions: impl IntoIterator<Item = &'a Action>) {
    let lang = details.lang();
    details.heading("ask-task-keys");
    for action in actions {
        details.named(keymap.spelled(*action, lang), action.sentence(lang), Meaning::OverlayKey);
    }
}

//! The windows above a page, one at a time.

pub mod report;
pub mod search;
pub mod turn;

use ratatui::layout::Rect;
use termina::event::KeyEvent;

use super::asking::Answer;
use super::canvas::Canvas;
use super::keymap::Keymap;
use super::page::updates::composer::Composer;
use super::reading::Reading;
use super::scene::Look;
use super::stage::Stage;
use super::widget::confirm::Confirm;
use super::widget::form::Form;
use super::widget::picker::Picker;
use report::Report;
use search::Search;
use turn::{Choice, Turn};

/// A window; the topmost one has the keyboard.
#[derive(Debug)]
pub enum Overlay {
    Picker(Picker<Choice>),
    Form(Box<Form<Answer>>),
    Confirm(Confirm<Choice>),
    Reading(Reading),
    Search(Search),
    Composer(Box<Composer>),
    Report(Box<Report>),
}

impl Overlay {
    pub fn key(&mut self, look: &Look, keymap: &Keymap, key: &KeyEvent) -> Turn {
        match self {
            Self::Picker(picker) => Turn::of(picker.key(key), Turn::Choose),
            Self::Form(form) => Turn::of(form.key(key), Turn::Answer),
            Self::Confirm(confirm) => Turn::of(confirm.key(key), Turn::Choose),
            Self::Reading(reading) => Turn::of(reading.key(keymap, key), |action| Turn::Choose(Choice::Act(action))),
            Self::Search(search) => search.key(key),
            Self::Composer(composer) => composer.key(key),
            Self::Report(report) => report.key(look, keymap, key),
        }
    }

    pub fn paste(&mut self, text: &str) -> Turn {
        match self {
            Self::Picker(picker) => picker.paste(text),
            Self::Form(form) => form.paste(text),
            Self::Search(search) => return search.paste(text),
            Self::Composer(composer) => composer.paste(text),
            Self::Report(report) => report.paste(text),
            Self::Confirm(_) | Self::Reading(_) => {}
        }
        Turn::Stay
    }

    /// The window with why its answer was refused; `None` if nothing was typed in it.
    pub fn refused(self, why: &str) -> Option<Self> {
        match self {
            Self::Form(form) => Some(Self::Form(Box::new(form.refused(why.to_owned())))),
            Self::Composer(composer) => Some(Self::Composer(Box::new(composer.refused(why.to_owned())))),
            Self::Picker(_) | Self::Confirm(_) | Self::Reading(_) | Self::Search(_) | Self::Report(_) => None,
        }
    }

    pub fn click(&mut self, row: Option<usize>, column: u16, line: u16) -> Turn {
        match (self, row) {
            (Self::Picker(picker), Some(row)) => Turn::of(picker.choose(row), Turn::Choose),
            (Self::Confirm(confirm), Some(row)) => Turn::of(confirm.press(row), Turn::Choose),
            (Self::Composer(composer), Some(row)) => composer.click(row, column, line),
            (Self::Form(form), Some(row)) => {
                form.click(row, column, line);
                Turn::Stay
            }
            _ => Turn::Stay,
        }
    }

    /// A click beside a window closes it unless something is typed there.
    pub const fn click_beside(&self) -> Turn {
        match self {
            Self::Picker(_) | Self::Reading(_) | Self::Report(_) => Turn::Close,
            Self::Form(_) | Self::Confirm(_) | Self::Search(_) | Self::Composer(_) => Turn::Stay,
        }
    }

    pub fn scroll(&mut self, by: isize) {
        match self {
            Self::Picker(picker) => picker.go(by),
            Self::Reading(reading) => reading.go(by),
            Self::Confirm(confirm) => confirm.go(by),
            Self::Composer(composer) => composer.scroll(by),
            Self::Report(report) => report.go(by),
            Self::Form(_) | Self::Search(_) => {}
        }
    }

    pub fn render(&mut self, area: Rect, canvas: &Canvas<'_>, stage: &Stage<'_>) {
        match self {
            Self::Picker(picker) => picker.render(area, canvas),
            Self::Form(form) => form.render(area, canvas),
            Self::Confirm(confirm) => confirm.render(area, canvas),
            Self::Reading(reading) => reading.render(area, canvas, stage),
            Self::Search(search) => search.render(area, canvas),
            Self::Composer(composer) => composer.render(area, canvas, stage),
            Self::Report(report) => report.render(area, canvas, stage),
        }
    }
}

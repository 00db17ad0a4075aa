//! What lies above the screen, one at a time: choices, forms, questions and things to read.

pub mod composer;
pub mod confirm;
pub mod form;
pub mod frame;
pub mod picker;
pub mod reader;
pub mod report;
pub mod search;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::KeyEvent;

use super::World;
use super::action::Action;
use super::ask::{Answer, Question};
use super::keymap::Keymap;
use super::log_list::Filter;
use super::replay::Play;
use super::scene::{Hits, Look};
use crate::incident::{Command, Duty, Occasion, PersonName, StepId, TaskId};

use composer::Composer;
use confirm::Confirm;
use form::Form;
use picker::Picker;
use reader::Reader;
use report::Report;
use search::Search;

/// The one thing above the screen; it has the keyboard.
#[derive(Debug)]
pub enum Overlay {
    Picker(Picker),
    Form(Box<Form>),
    Confirm(Confirm),
    Reader(Reader),
    Search(Search),
    Composer(Box<Composer>),
    Report(Box<Report>),
}

/// What a key made of the overlay.
#[derive(Debug)]
pub enum Turn {
    /// It stays.
    Stay,
    /// It is gone, and nothing comes of it.
    Close,
    /// It is gone, and this is to be done.
    Choose(Choice),
    /// The form is answered; it comes back where the answer is refused.
    Answer(Answer),
    /// A draft is wanted, of the moment that is named or of the likely one; the overlay stays.
    Draft(Option<Occasion>),
    /// It is to be seen as each target will show it; the overlay stays.
    Preview,
    /// The log shall be listed so; the overlay stays.
    Filter(Filter),
    /// Another one lies above it until that is gone.
    Above(Box<Overlay>),
    /// A text goes to the clipboard; the overlay stays.
    Copy(String),
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Act(Action),
    ShowTask(TaskId),
    ShowStep(StepId),
    /// A chapter of the report that is read, by its place.
    ShowChapter(usize),
    Send(Command),
    Ask(Question),
    /// Which place a step goes to is still to be said.
    MoveStep(StepId),
    /// The log is listed so.
    Filter(Filter),
    /// Something for the player of a session that is played again.
    Play(Play),
    /// To whom a duty is offered; who, where nobody is named yet.
    Offer(Duty, Option<PersonName>),
}

/// What an overlay is drawn from.
pub struct Stage<'a> {
    pub world: World<'a>,
    pub look: &'a Look,
    pub keymap: &'a Keymap,
    /// Where the cursor is, for what the help tells first.
    pub place: super::action::Place,
}

impl Overlay {
    pub fn key(&mut self, look: &Look, keymap: &Keymap, key: &KeyEvent) -> Turn {
        match self {
            Self::Picker(picker) => picker.key(key),
            Self::Form(form) => form.key(key, look.lang),
            Self::Confirm(confirm) => confirm.key(key),
            Self::Reader(reader) => reader.key(keymap, key),
            Self::Search(search) => search.key(key),
            Self::Composer(composer) => composer.key(key),
            Self::Report(report) => report.key(look, keymap, key),
        }
    }

    pub fn paste(&mut self, text: &str) -> Turn {
        match self {
            Self::Picker(picker) => picker.paste(text),
            Self::Form(form) => form.paste(text),
            Self::Search(search) => search.paste(text),
            Self::Composer(composer) => composer.paste(text),
            Self::Report(report) => {
                report.paste(text);
                Turn::Stay
            }
            Self::Confirm(_) | Self::Reader(_) => Turn::Stay,
        }
    }

    /// The same with why its answer was refused, where it holds what was typed.
    pub fn refused(self, why: &str) -> Option<Self> {
        Some(match self {
            Self::Form(form) => Self::Form(Box::new(form.refused(why.to_owned()))),
            Self::Composer(composer) => Self::Composer(Box::new(composer.refused(why.to_owned()))),
            Self::Picker(_) | Self::Confirm(_) | Self::Reader(_) | Self::Search(_) | Self::Report(_) => {
                return None;
            }
        })
    }

    /// A click on one of its lines, or inside of it, where nothing is hit.
    pub fn click(&mut self, row: Option<usize>, column: u16, line: u16) -> Turn {
        match (self, row) {
            (Self::Picker(picker), Some(row)) => picker.click(row),
            (Self::Form(form), Some(row)) => form.click(row, column, line),
            (Self::Confirm(confirm), Some(row)) => confirm.click(row),
            (Self::Composer(composer), Some(row)) => composer.click(row, column, line),
            _ => Turn::Stay,
        }
    }

    /// A click beside it: what holds no text goes away.
    pub fn click_beside(&self) -> Turn {
        match self {
            Self::Picker(_) | Self::Reader(_) | Self::Report(_) => Turn::Close,
            Self::Form(_) | Self::Confirm(_) | Self::Search(_) | Self::Composer(_) => Turn::Stay,
        }
    }

    /// The wheel, in lines.
    pub fn scroll(&mut self, by: isize) {
        match self {
            Self::Picker(picker) => picker.go(by),
            Self::Reader(reader) => reader.go(by),
            Self::Confirm(confirm) => confirm.go(by),
            Self::Composer(composer) => composer.scroll(by),
            Self::Report(report) => report.go(by),
            Self::Form(_) | Self::Search(_) => {}
        }
    }

    pub fn render(&mut self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        match self {
            Self::Picker(picker) => picker.render(area, buffer, stage, hits),
            Self::Form(form) => form.render(area, buffer, stage, hits),
            Self::Confirm(confirm) => confirm.render(area, buffer, stage, hits),
            Self::Reader(reader) => reader.render(area, buffer, stage, hits),
            Self::Search(search) => search.render(area, buffer, stage, hits),
            Self::Composer(composer) => composer.render(area, buffer, stage, hits),
            Self::Report(report) => report.render(area, buffer, stage, hits),
        }
    }
}

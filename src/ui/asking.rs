//! Forms that ask for words, and their answers.

use std::fmt;
use std::sync::Arc;

use super::replay::Play;
use super::view::View;
use super::widget::form::Form;
use super::widget::form::rows::{Answers, Rows, Wrong};
use super::world::Opening;
use crate::incident::{Command, Line, Prose, Refusal};
use crate::lang::Lang;

/// What an answered form requests.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Send(Command),
    Open(Box<Opening>),
    Play(Play),
}

/// A form, or why no answer to it would be accepted now.
pub type Asking = Result<Form<Answer>, Refusal>;

type Ask = dyn Fn(&View<'_>, Lang) -> Asking + Send + Sync;

/// A form opened later, once something is chosen.
#[derive(Clone)]
pub struct Question(Arc<Ask>);

impl Question {
    pub fn new(ask: impl Fn(&View<'_>, Lang) -> Asking + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }

    pub fn ask(&self, view: &View<'_>, lang: Lang) -> Asking {
        (self.0)(view, lang)
    }
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Question")
    }
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A form whose answer is a command.
pub fn sends(
    title: &str,
    rows: Rows,
    command: impl Fn(&Answers<'_>) -> Result<Command, Wrong> + Send + 'static,
) -> Form<Answer> {
    Form::new(title, rows, move |answers| command(answers).map(Answer::Send))
}

/// A form of one required line.
pub fn line(
    lang: Lang,
    title: &str,
    (label, text): (&str, &str),
    command: impl Fn(Line) -> Command + Send + 'static,
) -> Form<Answer> {
    let mut rows = Rows::new(lang);
    let row = rows.line(label, text);
    sends(title, rows, move |answers| answers.line(row).map(&command))
}

/// A form of an optional reason.
pub fn reason(lang: Lang, title: &str, command: impl Fn(Line) -> Command + Send + 'static) -> Form<Answer> {
    let mut rows = Rows::new(lang);
    let row = rows.line("ask-reason", "");
    sends(title, rows, move |answers| Ok(command(answers.optional_line(row))))
}

/// A form of one required text.
pub fn prose(
    lang: Lang,
    title: &str,
    (label, text): (&str, &str),
    command: impl Fn(Prose) -> Command + Send + 'static,
) -> Form<Answer> {
    let mut rows = Rows::new(lang);
    let row = rows.prose(label, text);
    sends(title, rows, move |answers| answers.prose(row).map(&command))
}

/// Errors if the incident is closed.
pub fn while_open(view: &View<'_>) -> Result<(), Refusal> {
    if view.incident.is_closed() { Err(Refusal::Closed) } else { Ok(()) }
}

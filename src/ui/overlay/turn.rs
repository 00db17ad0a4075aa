//! The results of keys in windows, and the choices in them.

use crate::incident::{Command, Duty, Occasion, PersonName, StepId, TaskId};
use crate::ui::action::Action;
use crate::ui::asking::{Answer, Question};
use crate::ui::log_list::Filter;
use crate::ui::replay::Play;
use crate::ui::widget::Outcome;
use crate::ui::widget::picker::Picker;

#[derive(Debug)]
pub enum Turn {
    Stay,
    Close,
    /// It closes, and this is done.
    Choose(Choice),
    /// It closes, and comes back if the answer is refused.
    Answer(Answer),
    /// A draft is needed, for this occasion or the likely one; the window stays.
    Draft(Option<Occasion>),
    /// The previews of an update are needed; the window stays.
    Preview,
    /// The log is filtered; the window stays.
    Filter(Filter),
    /// The help opens above the window.
    Help,
    /// A picker opens above the window.
    Pick(Box<Picker<Choice>>),
    /// A text goes to the clipboard; the window stays.
    Copy(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Act(Action),
    ShowTask(TaskId),
    ShowStep(StepId),
    /// A chapter of the report that is read, by place.
    ShowChapter(usize),
    Send(Command),
    Ask(Question),
    /// Moves a step; its new place is chosen next.
    MoveStep(StepId),
    Filter(Filter),
    /// A request to the player of a recording.
    Play(Play),
    /// Offers a duty; `None` if the recipient is chosen next.
    Offer(Duty, Option<PersonName>),
}

impl Turn {
    /// Maps a widget's outcome.
    pub fn of<T>(outcome: Outcome<T>, done: impl FnOnce(T) -> Self) -> Self {
        match outcome {
            Outcome::Stay => Self::Stay,
            Outcome::Close => Self::Close,
            Outcome::Done(it) => done(it),
        }
    }
}

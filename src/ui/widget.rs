//! The parts of pages and windows. A widget knows keys, cells and the person's look; its choices and answers are types
//! of its user.

pub mod card;
pub mod confirm;
pub mod details;
pub mod field;
pub mod form;
pub mod picker;
pub mod plain;
pub mod scroll;
pub mod window;

/// The result of a key or click in a widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    Stay,
    Close,
    /// It closes with a choice or an answer.
    Done(T),
}

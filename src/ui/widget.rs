//! What pages and windows are made of. A widget knows keys, cells and the person's look, and nothing of incidents at a
//! screen: what is chosen or answered is a type of its user.

pub mod card;
pub mod confirm;
pub mod details;
pub mod field;
pub mod form;
pub mod picker;
pub mod plain;
pub mod scroll;
pub mod window;

/// What a key or a click made of a widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    Stay,
    /// It closes, and nothing comes of it.
    Close,
    /// It closes with a choice or an answer.
    Done(T),
}

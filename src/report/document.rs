//! A report as a document: sections, tables and sentences in the readers' language, for every printer alike.
//!
//! The most important comes first: a tired reader finds what happened, how long it took, whether it went as planned and
//! what is still open before the first table.

mod cards;
mod chapter;
mod head;
mod pen;
mod timing;

pub use timing::Timing;

use super::data::Report;
use crate::document::{Document, Text};
use pen::Pen;

impl Report {
    pub fn document(&self) -> Document {
        let pen = &Pen::new(self);
        Document {
            lang: self.lang,
            title: Text::quoted(&self.incident.title),
            about: head::about(pen),
            notices: head::notices(pen),
            cards: cards::cards(pen),
            sections: chapter::all(pen),
            foot: head::foot(pen),
        }
    }
}

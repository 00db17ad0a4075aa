//! A report as a document: sections, tables and sentences in the reader's language, for every printer alike.
//!
//! What matters most stands first: a tired reader finds what happened, how long it took, whether it went as planned and
//! what is still open before the first table.

mod chapters;
mod timing;

pub use timing::Timing;

use super::{Readers, Report};
pub use crate::document::{Block, Card, Column, ColumnKind, Document, Row, Section, Table, Text, Tone};

impl Report {
    pub fn document(&self) -> Document {
        chapters::document(self)
    }

    pub fn is_external(&self) -> bool {
        self.readers == Readers::External
    }
}

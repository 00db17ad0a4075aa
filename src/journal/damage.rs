//! What can be wrong with a record.

use std::fmt;

/// The first bad record of a journal, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("record {record}: {flaw}")]
pub struct Damage {
    /// The number that the record should have, from 1.
    pub record: u64,
    pub flaw: Flaw,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The line is no record.
    Unreadable,
    /// Longer than a record can be.
    TooLong,
    /// A format that this version does not know.
    Format { found: u64 },
    /// The hash does not fit the line: something in it was changed.
    Hash,
    /// The number is not the next one: lines were removed, added or put in another order.
    Seq { found: u64 },
    /// It follows another record than the one before it.
    Prev,
    /// Its time is before the previous record's.
    Time,
    /// The last line has no end: a crash cut it short.
    CutShort,
    /// There is no record at all.
    Missing,
}

impl Flaw {
    /// The message that says it to a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "journal-flaw-unreadable",
            Self::TooLong => "journal-flaw-too-long",
            Self::Format { .. } => "journal-flaw-format",
            Self::Hash => "journal-flaw-hash",
            Self::Seq { .. } => "journal-flaw-seq",
            Self::Prev => "journal-flaw-prev",
            Self::Time => "journal-flaw-time",
            Self::CutShort => "journal-flaw-cut-short",
            Self::Missing => "journal-flaw-missing",
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("the line is no record"),
            Self::TooLong => f.write_str("the line is longer than a record can be"),
            Self::Format { found } => write!(f, "format {found} is not known"),
            Self::Hash => f.write_str("the hash does not fit the line"),
            Self::Seq { found } => write!(f, "the number is {found}"),
            Self::Prev => f.write_str("it does not follow the record before it"),
            Self::Time => f.write_str("its time is before the previous record's"),
            Self::CutShort => f.write_str("the line is cut short"),
            Self::Missing => f.write_str("there is none"),
        }
    }
}

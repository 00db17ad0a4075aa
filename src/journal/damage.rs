//! What can be wrong with a record.

/// The first bad record of a journal, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("record {record}: {flaw}")]
pub struct Damage {
    /// The number that the record should have, from 1.
    pub record: u64,
    pub flaw: Flaw,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("the line is no record")]
    Unreadable,
    #[error("the line is longer than a record can be")]
    TooLong,
    /// A format that this version does not know.
    #[error("format {found} is not known")]
    Format { found: u64 },
    /// The line was changed.
    #[error("the hash does not fit the line")]
    Hash,
    /// The number is not the next one: lines were removed, added or reordered.
    #[error("the number is {found}")]
    Seq { found: u64 },
    #[error("it does not follow the record before it")]
    Prev,
    #[error("its time is before the previous record's")]
    Time,
    /// The last line has no end: a crash cut it short.
    #[error("the line is cut short")]
    CutShort,
    /// The journal has no record at all.
    #[error("there is none")]
    Missing,
}

impl Flaw {
    /// The message for a person.
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

//! Damage of a record.

/// The first bad record of a journal, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("record {record}: {flaw}")]
pub struct Damage {
    /// The number that the record should have, from 1.
    pub record: u64,
    pub flaw: Flaw,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "journal-flaw-")]
pub enum Flaw {
    #[error("the line is no record")]
    Unreadable,
    #[error("the line is longer than a record can be")]
    TooLong,
    #[error("format {found} is not known")]
    Format { found: u64 },
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
    #[error("there is none")]
    Missing,
}

impl Flaw {
    /// The key of its message.
    pub fn key(self) -> &'static str {
        self.into()
    }
}

//! What an entry of the log is about.

use serde::Serialize;

/// What an entry is about, to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    Note,
    Fact,
    Decision,
    Task,
    Step,
    Service,
    /// A call for help, or the answer to one.
    Help,
    /// A duty that is offered or changes hands.
    Duty,
    /// What an audience is sent, and whether it arrived.
    Update,
    /// What the review found, and the actions that follow.
    Review,
    Incident,
}

impl EntryKind {
    pub const ALL: [Self; 11] = [
        Self::Decision,
        Self::Fact,
        Self::Note,
        Self::Task,
        Self::Step,
        Self::Service,
        Self::Help,
        Self::Duty,
        Self::Update,
        Self::Review,
        Self::Incident,
    ];

    /// The name of the kind in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Fact => "fact",
            Self::Decision => "decision",
            Self::Task => "task",
            Self::Step => "step",
            Self::Service => "service",
            Self::Help => "help",
            Self::Duty => "duty",
            Self::Update => "update",
            Self::Review => "review",
            Self::Incident => "incident",
        }
    }
}

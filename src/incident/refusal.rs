//! Why a command is refused, and what to do instead.
//!
//! A refusal is data; the `lang` module words it. `StepIs`, `TaskIs` and `ActionIs` name the state that does not allow
//! the command.

use chrono::NaiveDate;

use crate::incident::{ActionId, FindingId, Line, Moment, PersonName, Seq, ServiceId, TaskId};

#[derive(Clone, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Refusal {
    Closed,
    NotClosed,
    Held,
    NotHeld,
    Night { step: Line },
    NotNight,
    NoSuchStep { step: Line },
    NoSuchTask { task: Line },
    NoSuchService { service: ServiceId },
    NoSuchRole { role: Line, known: Vec<Line> },
    NoSuchEntry { entry: Seq },
    StepIs { step: Line, state: &'static str },
    NotAPhase { step: Line },
    NoRange { step: Line },
    TaskIs { task: TaskId, title: Line, state: &'static str, by: Option<(Moment, PersonName)> },
    NothingNext,
    OnlyEarlier { step: Line },
    Empty { what: Field },
    TooLong { what: Field, max: usize },
    BadRange,
    CannotMove { step: Line },
    NoChange,
    NotCorrectable { entry: Seq },
    NothingToUndo,
    ChangedSince { entry: Seq, by: PersonName },
    NotYours { whom: Whom },
    ReadsOnly { commander: PersonName },
    MayNotOpen,
    CommanderThere { commander: PersonName },
    NoSuchCall { call: Seq },
    NoSuchOffer { role: Option<Line> },
    NotTakenOver { role: Line, person: PersonName, takers: Vec<PersonName> },
    ToOneself,
    NotUndoable { entry: Seq },
    NoSuchAudience { audience: Line, known: Vec<Line> },
    NoSuchProposal { proposal: Seq },
    NothingToRetry,
    Sent { entry: Seq },
    NoSuchLanguage { language: Line },
    BadInterval,
    SystemOnly,
    NotOnItsWay { message: Seq },
    NoSuchFinding { finding: FindingId },
    FindingDropped { finding: FindingId, by: (Moment, PersonName) },
    NoSuchAction { action: ActionId },
    ActionIs { action: ActionId, state: &'static str, by: Option<(Moment, PersonName)> },
    BadDue { due: NaiveDate },
    InTheFuture { at: Moment },
    TooMany { what: Field, max: usize },
}

/// The person to ask instead; of a role its known holders, or else the commander.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    Commander(PersonName),
    Role { role: Line, holders: Vec<PersonName>, commander: PersonName },
    Person(PersonName),
}

/// A text or list that a refusal names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    Title,
    Reason,
    Text,
    Name,
    Situation,
    Steps,
    Tasks,
    Services,
    Calls,
    Briefing,
    Audiences,
    Proposals,
    Targets,
    Findings,
    Actions,
}

//! Why a command is refused, and what to do instead.
//!
//! A refusal is data; the `lang` module words it.

use chrono::NaiveDate;

use crate::incident::{ActionId, FindingId, Line, Moment, PersonName, Seq, ServiceId, TaskId};

/// Why a command changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Refusal {
    Closed,
    NotClosed,
    Held,
    NotHeld,
    /// The day has ended: start the day first.
    Night {
        step: Line,
    },
    NotNight,
    NoSuchStep {
        step: Line,
    },
    NoSuchTask {
        task: Line,
    },
    NoSuchService {
        service: ServiceId,
    },
    NoSuchRole {
        role: Line,
        known: Vec<Line>,
    },
    NoSuchEntry {
        entry: Seq,
    },
    /// The step's `state` does not allow it.
    StepIs {
        step: Line,
        state: &'static str,
    },
    NotAPhase {
        step: Line,
    },
    /// A day end has a time of day instead of a planned range.
    NoRange {
        step: Line,
    },
    /// The task's state does not allow it, or is already so: who set it, and when.
    TaskIs {
        task: TaskId,
        title: Line,
        state: &'static str,
        by: Option<(Moment, PersonName)>,
    },
    NothingNext,
    /// A required text is empty.
    Empty {
        what: Field,
    },
    TooLong {
        what: Field,
        max: usize,
    },
    /// Minimum above maximum, zero, or over a year.
    BadRange,
    /// A step cannot follow itself, and one that has started stays where it is.
    CannotMove {
        step: Line,
    },
    NoChange,
    NotCorrectable {
        entry: Seq,
    },
    NothingToUndo,
    ChangedSince {
        entry: Seq,
        by: PersonName,
    },
    NotYours {
        whom: Whom,
    },
    ReadsOnly {
        commander: PersonName,
    },
    MayNotOpen,
    CommanderThere {
        commander: PersonName,
    },
    NoSuchCall {
        call: Seq,
    },
    NoSuchOffer {
        role: Option<Line>,
    },
    /// The person has not taken over the role in this incident; these have.
    NotTakenOver {
        role: Line,
        person: PersonName,
        takers: Vec<PersonName>,
    },
    ToOneself,
    /// A duty that changed hands goes back by a hand-over, not by an undo.
    NotUndoable {
        entry: Seq,
    },
    NoSuchAudience {
        audience: Line,
        known: Vec<Line>,
    },
    NoSuchProposal {
        proposal: Seq,
    },
    NothingToRetry,
    /// A sent message cannot be undone.
    Sent {
        entry: Seq,
    },
    /// Updates are written in French or in English.
    NoSuchLanguage {
        language: Line,
    },
    /// An interval is under a minute or over a year.
    BadInterval,
    /// Only the program itself reports this.
    SystemOnly,
    /// The report does not fit what is known: it was made before, or nothing was begun.
    NotOnItsWay {
        message: Seq,
    },
    NoSuchFinding {
        finding: FindingId,
    },
    FindingDropped {
        finding: FindingId,
        by: (Moment, PersonName),
    },
    NoSuchAction {
        action: ActionId,
    },
    /// The action's state does not allow it, or is already so: who set it, and when.
    ActionIs {
        action: ActionId,
        state: &'static str,
        by: Option<(Moment, PersonName)>,
    },
    /// A due date before the opening, or over a century later.
    BadDue {
        due: NaiveDate,
    },
    /// A restore point in the future.
    InTheFuture {
        at: Moment,
    },
    TooMany {
        what: Field,
        max: usize,
    },
}

/// The person to ask instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// The commander.
    Commander(PersonName),
    /// The known holders of this role, or the commander.
    Role { role: Line, holders: Vec<PersonName>, commander: PersonName },
    /// Only this person can do it.
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

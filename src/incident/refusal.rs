//! Why a command is not done, and what to do instead.
//!
//! A refusal is data; the `lang` module says it in the reader's language.

use chrono::NaiveDate;

use crate::incident::{ActionId, FindingId, Line, Moment, PersonName, Seq, ServiceId, TaskId};

/// Why a command changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Refusal {
    /// The incident is closed: reopen it first.
    Closed,
    /// It is not closed, so it cannot be reopened.
    NotClosed,
    /// The clocks are stopped: resume first.
    Held,
    NotHeld,
    /// The day has ended: start the day first.
    Night {
        step: Line,
    },
    /// No day end runs.
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
    /// The step is not in a state that allows it; `state` is what it is.
    StepIs {
        step: Line,
        state: &'static str,
    },
    /// Only a phase has tasks.
    NotAPhase {
        step: Line,
    },
    /// A day end has no planned range: it has a time of day.
    NoRange {
        step: Line,
    },
    /// The task is so already, or in a state that does not allow it: who put it there, when.
    TaskIs {
        task: TaskId,
        title: Line,
        state: &'static str,
        by: Option<(Moment, PersonName)>,
    },
    /// No step waits any more: close the incident, or add a step.
    NothingNext,
    /// A text that must not be empty is.
    Empty {
        what: Field,
    },
    TooLong {
        what: Field,
        max: usize,
    },
    /// The planned range is upside down, or nothing, or over a year.
    BadRange,
    /// A step cannot follow itself, and a step that has begun stays where it is.
    CannotMove {
        step: Line,
    },
    /// It says or is so already.
    NoChange,
    /// Only notes, facts and decisions can be corrected.
    NotCorrectable {
        entry: Seq,
    },
    /// The asker has done nothing that could be taken back.
    NothingToUndo,
    /// The thing was changed by someone else since, in record `entry`.
    ChangedSince {
        entry: Seq,
        by: PersonName,
    },
    /// Someone else has to do it, or be asked first.
    NotYours {
        whom: Whom,
    },
    /// The asker may look at everything and change nothing.
    ReadsOnly {
        commander: PersonName,
    },
    /// Members and observers open no incidents.
    MayNotOpen,
    /// A deputy takes command only when the commander is gone.
    CommanderThere {
        commander: PersonName,
    },
    /// No open call for help has this number.
    NoSuchCall {
        call: Seq,
    },
    /// Command, or the role of this name, is not offered.
    NoSuchOffer {
        role: Option<Line>,
    },
    /// The person has not taken the role over in this incident; these have.
    NotTakenOver {
        role: Line,
        person: PersonName,
        takers: Vec<PersonName>,
    },
    /// A duty cannot be handed over to oneself.
    ToOneself,
    /// A duty that has changed hands goes back by being handed over, not by an undo.
    NotUndoable {
        entry: Seq,
    },
    NoSuchAudience {
        audience: Line,
        known: Vec<Line>,
    },
    /// No update with this number waits for approval.
    NoSuchProposal {
        proposal: Seq,
    },
    /// No delivery failed or waits for another try.
    NothingToRetry,
    /// What went out cannot be taken back.
    Sent {
        entry: Seq,
    },
    /// Updates are written in French or in English.
    NoSuchLanguage {
        language: Line,
    },
    /// An interval is under a minute or over a year.
    BadInterval,
    /// That is for the program itself to say, and the program says nothing else.
    SystemOnly,
    /// What the program reports does not fit what is known: it was reported before, or never began.
    NotOnItsWay {
        message: Seq,
    },
    NoSuchFinding {
        finding: FindingId,
    },
    /// The finding was dropped by someone.
    FindingDropped {
        finding: FindingId,
        by: (Moment, PersonName),
    },
    NoSuchAction {
        action: ActionId,
    },
    /// The action is so already, or in a state that does not allow it: who put it there, when.
    ActionIs {
        action: ActionId,
        state: &'static str,
        by: Option<(Moment, PersonName)>,
    },
    /// Nothing is due before the incident opened, or a century after it.
    BadDue {
        due: NaiveDate,
    },
    /// Data of a moment that has not come yet.
    InTheFuture {
        at: Moment,
    },
    /// An incident can hold no more of these.
    TooMany {
        what: Field,
        max: usize,
    },
}

/// The person to ask for what someone may not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Who is in command.
    Commander(PersonName),
    /// Who holds the role of this name, as far as the incident knows them, or who is in command.
    Role { role: Line, holders: Vec<PersonName>, commander: PersonName },
    /// Only this person can do it.
    Person(PersonName),
}

/// Which text or list a refusal speaks of.
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

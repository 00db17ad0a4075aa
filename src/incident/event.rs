//! What became true.
//!
//! Events are stored for years: a variant is added, never changed, and one of a newer version is kept as it is. What is
//! rare and large is boxed: a log keeps every event.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::duty::Duty;
use super::ids::{
    ActionId, AudienceId, FindingId, IncidentId, PersonName, RoleId, Seq, ServiceId, StepId, TargetName,
    TaskId,
};
use super::plan::{Plan, PlannedService, PlannedStep, PlannedTask};
use super::review::Change;
use super::service::Health;
use super::state::{Kind, Pace, Severity, Situation};
use super::text::{Line, Prose};
use super::time::{Moment, Planned, is_reckonable};
use super::update::Occasion;

/// One thing that became true, as a record of the journal holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    Opened(Box<Opened>),
    Retitled {
        title: Line,
    },
    SeveritySet {
        severity: Severity,
    },
    SituationSet {
        situation: Box<Situation>,
    },
    ZoneSet {
        zone: Tz,
    },
    Held {
        reason: Line,
    },
    Resumed,
    Closed {
        reason: Line,
    },
    Reopened {
        reason: Line,
    },

    StepStarted {
        step: StepId,
    },
    StepFinished {
        step: StepId,
    },
    StepSkipped {
        step: StepId,
        reason: Line,
    },
    StepReopened {
        step: StepId,
    },
    StepExtended {
        step: StepId,
        planned: Planned,
    },
    /// A day end is planned at another time of day, or its morning is.
    DayEndSet {
        step: StepId,
        at: NaiveTime,
        resume: NaiveTime,
    },
    StepAdded {
        step: Box<PlannedStep>,
        after: Option<StepId>,
    },
    StepMoved {
        step: StepId,
        after: Option<StepId>,
    },

    TaskAdded {
        task: Box<PlannedTask>,
    },
    TaskStarted {
        task: TaskId,
    },
    TaskDone {
        task: TaskId,
    },
    TaskBlocked {
        task: TaskId,
        reason: Line,
    },
    TaskUnblocked {
        task: TaskId,
    },
    TaskSkipped {
        task: TaskId,
        reason: Line,
    },
    TaskReopened {
        task: TaskId,
    },
    TaskAssigned {
        task: TaskId,
        person: Option<PersonName>,
    },
    TaskRetitled {
        task: TaskId,
        title: Line,
    },
    TaskCommented {
        task: TaskId,
        text: Prose,
    },

    Noted {
        text: Prose,
    },
    FactRecorded {
        text: Prose,
    },
    Decided {
        text: Prose,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        why: Prose,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        objections: Prose,
    },
    /// The entry `entry` reads `text` from now on; the old text stays visible.
    Corrected {
        entry: Seq,
        text: Prose,
    },

    ServiceAdded {
        service: Box<PlannedService>,
    },
    ServiceSet {
        service: ServiceId,
        health: Health,
    },
    /// A service's restored data are of the moment `to`.
    RestorePointSet {
        service: ServiceId,
        to: Moment,
    },

    /// Somebody calls for help, about a task or in general.
    HelpAsked {
        text: Line,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task: Option<TaskId>,
    },
    /// The call that record `call` made is dealt with.
    HelpAnswered {
        call: Seq,
    },
    /// A duty is offered by the author of the record.
    Offered {
        duty: Duty,
        to: PersonName,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        briefing: Prose,
    },
    OfferDropped {
        duty: Duty,
    },
    /// The offer was accepted; open tasks of a role that were `from`'s by name are `to`'s.
    HandedOver {
        duty: Duty,
        from: PersonName,
        to: PersonName,
    },
    /// A role that `from` had taken over is theirs no longer; open tasks of it that were theirs by name are nobody's.
    RoleRevoked {
        role: RoleId,
        from: PersonName,
    },
    /// The author of the record is in command, in place of `from`.
    CommandTaken {
        from: PersonName,
        reason: Line,
    },

    AudienceSet {
        audience: Box<Audience>,
    },
    UpdateProposed {
        audience: AudienceId,
        occasion: Occasion,
        text: Prose,
    },
    /// What record `proposal` proposed is not sent.
    UpdateDropped {
        proposal: Seq,
    },
    UpdatePosted(Box<Posted>),
    /// Where the update that record `update` posted goes.
    UpdateAddressed {
        update: Seq,
        targets: Vec<TargetName>,
    },
    /// The program tells a target by itself what happened.
    Pushed(Box<Pushed>),
    /// A part of message `message` is about to be handed to a target.
    SendBegun {
        message: Seq,
        target: TargetName,
    },
    PartSent {
        message: Seq,
        target: TargetName,
        part: u16,
        /// It may have arrived twice.
        #[serde(default, skip_serializing_if = "is_false")]
        repeat: bool,
    },
    Delivered {
        message: Seq,
        target: TargetName,
        /// It may have arrived twice.
        #[serde(default, skip_serializing_if = "is_false")]
        repeat: bool,
    },
    DeliveryDelayed {
        message: Seq,
        target: TargetName,
        reason: Line,
        /// It may have arrived all the same.
        #[serde(default, skip_serializing_if = "is_false")]
        maybe_sent: bool,
    },
    DeliveryFailed {
        message: Seq,
        target: TargetName,
        reason: Line,
    },
    DeliveryRetried {
        message: Seq,
        target: TargetName,
    },
    /// A phase or break is past its planned time.
    StepLate {
        step: StepId,
    },

    /// What the review found.
    FindingAdded {
        finding: FindingId,
        text: Prose,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<StepId>,
    },
    FindingCorrected {
        finding: FindingId,
        text: Prose,
    },
    FindingDropped {
        finding: FindingId,
        reason: Line,
    },
    ActionAdded(Box<NewAction>),
    ActionChanged(Box<ActionChange>),
    ActionFinished {
        action: ActionId,
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        outcome: Line,
    },
    ActionReopened {
        action: ActionId,
    },
    ActionDropped {
        action: ActionId,
        reason: Line,
    },

    /// The act that began with record `act` is taken back.
    Undone {
        act: Seq,
    },
    /// The machine's clock left the incident's by so many milliseconds; the incident's went on evenly.
    ClockJumped {
        by: i64,
    },
    /// A write that a crash cut short was set aside when the journal was opened again.
    TailSetAside {
        bytes: u64,
    },
    /// The log was brought here from another machine, and goes on here: what was still to go out before is not sent
    /// from here, because nobody here knows what the other machine has sent since.
    LogMoved {
        reason: Line,
    },

    /// An event of a newer version: kept, shown as such, of no effect.
    #[serde(untagged)]
    Unknown(serde_json::Map<String, serde_json::Value>),
}

/// An update for an audience.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Posted {
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
    /// The record that proposed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Seq>,
}

/// What happened up to record `through`, for one target; an empty text tells it nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pushed {
    pub target: TargetName,
    pub audience: AudienceId,
    pub through: Seq,
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub text: Prose,
}

/// A follow-up action as it is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAction {
    pub action: ActionId,
    pub title: Line,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
}

/// What is different about a follow-up action from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionChange {
    pub action: ActionId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Line>,
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub owner: Change<PersonName>,
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub due: Change<NaiveDate>,
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub finding: Change<FindingId>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_false(it: &bool) -> bool {
    !*it
}

/// What an incident begins with; the whole plan, so that a journal needs no other file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    pub incident: IncidentId,
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    pub pace: Pace,
    #[serde(default)]
    pub situation: Situation,
    pub zone: Tz,
    pub commander: PersonName,
    pub plan: Plan,
}

/// The name under which the program itself writes.
const HOUSE: &str = "warroom";

/// Who did it, and through which door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub person: PersonName,
    pub via: Line,
}

impl Signature {
    pub fn new(person: &str, via: &str) -> Self {
        Self { person: PersonName::new(person), via: Line::new(via) }
    }

    /// The program itself, which tells the audiences and says what became of it.
    pub fn house() -> Self {
        Self::new(HOUSE, "notify")
    }

    /// Whether the program itself signed; no door lets anybody in under that name.
    pub fn is_house(&self) -> bool {
        self.via.as_str() == "notify" && self.person.as_str() == HOUSE
    }
}

/// An event with its place, time and author.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    pub seq: Seq,
    /// Never before the former record's.
    pub at: Moment,
    pub by: Signature,
    /// The first record of the act that this one continues; none where it begins one.
    pub act: Option<Seq>,
    pub event: Event,
}

impl Recorded {
    /// Whether all its times can be reckoned with: somebody else's log may say anything.
    pub fn is_reckonable(&self) -> bool {
        is_reckonable(&self.at)
            && match &self.event {
                Event::Opened(opened) => is_reckonable(&opened.pace.real_start),
                Event::RestorePointSet { to, .. } => is_reckonable(to),
                Event::ActionAdded(action) => action.due.as_ref().is_none_or(is_reckonable),
                Event::ActionChanged(change) => match &change.due {
                    Change::To(due) => is_reckonable(due),
                    Change::Keep | Change::Clear => true,
                },
                _ => true,
            }
    }
}

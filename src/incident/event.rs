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
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The act that began with record `act` is taken back.
    Undone { act: Seq },
    #[serde(untagged)]
    Header(HeaderEvent),
    #[serde(untagged)]
    Step(StepEvent),
    #[serde(untagged)]
    Task(TaskEvent),
    #[serde(untagged)]
    Log(LogEvent),
    #[serde(untagged)]
    Service(ServiceEvent),
    #[serde(untagged)]
    Help(HelpEvent),
    #[serde(untagged)]
    Duty(DutyEvent),
    #[serde(untagged)]
    Update(UpdateEvent),
    #[serde(untagged)]
    Review(ReviewEvent),
    /// An event of a newer version: kept, shown as such, of no effect.
    #[serde(untagged)]
    Unknown(serde_json::Map<String, serde_json::Value>),
}

/// The incident as a whole, and its log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HeaderEvent {
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
}

/// Steps of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StepEvent {
    #[serde(rename = "step_started")]
    Started { step: StepId },
    #[serde(rename = "step_finished")]
    Finished { step: StepId },
    #[serde(rename = "step_skipped")]
    Skipped { step: StepId, reason: Line },
    #[serde(rename = "step_reopened")]
    Reopened { step: StepId },
    #[serde(rename = "step_extended")]
    Extended { step: StepId, planned: Planned },
    /// A day end is planned at another time of day, or its morning is.
    DayEndSet { step: StepId, at: NaiveTime, resume: NaiveTime },
    #[serde(rename = "step_added")]
    Added { step: Box<PlannedStep>, after: Option<StepId> },
    #[serde(rename = "step_moved")]
    Moved { step: StepId, after: Option<StepId> },
    /// A phase or break is past its planned time.
    #[serde(rename = "step_late")]
    Late { step: StepId },
}

/// Tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TaskEvent {
    #[serde(rename = "task_added")]
    Added { task: Box<PlannedTask> },
    #[serde(rename = "task_started")]
    Started { task: TaskId },
    #[serde(rename = "task_done")]
    Done { task: TaskId },
    #[serde(rename = "task_blocked")]
    Blocked { task: TaskId, reason: Line },
    #[serde(rename = "task_unblocked")]
    Unblocked { task: TaskId },
    #[serde(rename = "task_skipped")]
    Skipped { task: TaskId, reason: Line },
    #[serde(rename = "task_reopened")]
    Reopened { task: TaskId },
    #[serde(rename = "task_assigned")]
    Assigned { task: TaskId, person: Option<PersonName> },
    #[serde(rename = "task_retitled")]
    Retitled { task: TaskId, title: Line },
    #[serde(rename = "task_commented")]
    Commented { task: TaskId, text: Prose },
}

/// What people write in the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LogEvent {
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
}

/// Services.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServiceEvent {
    #[serde(rename = "service_added")]
    Added { service: Box<PlannedService> },
    #[serde(rename = "service_set")]
    HealthSet { service: ServiceId, health: Health },
    /// A service's restored data are of the moment `to`.
    RestorePointSet { service: ServiceId, to: Moment },
}

/// Calls for help.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HelpEvent {
    /// Somebody calls for help, about a task or in general.
    #[serde(rename = "help_asked")]
    Asked {
        text: Line,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task: Option<TaskId>,
    },
    /// The call that record `call` made is dealt with.
    #[serde(rename = "help_answered")]
    Answered { call: Seq },
}

/// Duties that change hands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DutyEvent {
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
}

/// Updates, and their delivery.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UpdateEvent {
    AudienceSet {
        audience: Box<Audience>,
    },
    #[serde(rename = "update_proposed")]
    Proposed {
        audience: AudienceId,
        occasion: Occasion,
        text: Prose,
    },
    /// What record `proposal` proposed is not sent.
    #[serde(rename = "update_dropped")]
    Dropped {
        proposal: Seq,
    },
    #[serde(rename = "update_posted")]
    Posted(Box<Posted>),
    /// Where the update that record `update` posted goes.
    #[serde(rename = "update_addressed")]
    Addressed {
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
    #[serde(rename = "delivery_delayed")]
    Delayed {
        message: Seq,
        target: TargetName,
        reason: Line,
        /// It may have arrived all the same.
        #[serde(default, skip_serializing_if = "is_false")]
        maybe_sent: bool,
    },
    #[serde(rename = "delivery_failed")]
    Failed {
        message: Seq,
        target: TargetName,
        reason: Line,
    },
    #[serde(rename = "delivery_retried")]
    Retried {
        message: Seq,
        target: TargetName,
    },
}

/// Findings and follow-up actions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReviewEvent {
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
const SYSTEM: &str = "warroom";

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
    pub fn system() -> Self {
        Self::new(SYSTEM, "notify")
    }

    /// Whether the program itself signed; no door lets anybody in under that name.
    pub fn is_system(&self) -> bool {
        self.via.as_str() == "notify" && self.person.as_str() == SYSTEM
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
                Event::Header(HeaderEvent::Opened(opened)) => is_reckonable(&opened.pace.real_start),
                Event::Service(ServiceEvent::RestorePointSet { to, .. }) => is_reckonable(to),
                Event::Review(ReviewEvent::ActionAdded(action)) => {
                    action.due.as_ref().is_none_or(is_reckonable)
                }
                Event::Review(ReviewEvent::ActionChanged(change)) => match &change.due {
                    Change::To(due) => is_reckonable(due),
                    Change::Keep | Change::Clear => true,
                },
                _ => true,
            }
    }
}

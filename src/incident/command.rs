//! What a person asks.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::duty::Duty;
use super::event::Signature;
use super::ids::{
    ActionId, AudienceId, FindingId, IncidentId, PersonName, RoleId, Seq, ServiceId, StepId, TargetName,
    TaskId,
};
use super::plan::{Plan, StepKind};
use super::review::Change;
use super::right::Who;
use super::service::Health;
use super::state::{Kind, Pace, Severity, Situation};
use super::text::{Line, Prose};
use super::time::{Moment, Planned};
use super::update::Occasion;

/// What opens an incident; everything after it is a [`Command`].
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    pub incident: IncidentId,
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    pub pace: Pace,
    pub situation: Situation,
    pub zone: Tz,
    pub plan: Plan,
}

/// What a person asks of an open incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// What the program itself reports.
    #[serde(rename = "house")]
    System(SystemCommand),
    /// Takes the asker's own last act back.
    Undo,
    #[serde(untagged)]
    Header(HeaderCommand),
    #[serde(untagged)]
    Step(StepCommand),
    #[serde(untagged)]
    Task(TaskCommand),
    #[serde(untagged)]
    Log(LogCommand),
    #[serde(untagged)]
    Service(ServiceCommand),
    #[serde(untagged)]
    Help(HelpCommand),
    #[serde(untagged)]
    Duty(DutyCommand),
    #[serde(untagged)]
    Update(UpdateCommand),
    #[serde(untagged)]
    Review(ReviewCommand),
}

/// The incident as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HeaderCommand {
    Retitle {
        title: Line,
    },
    SetSeverity {
        severity: Severity,
    },
    /// What is not given stays as it is.
    Describe {
        what: Option<Prose>,
        since: Option<Line>,
        impact: Option<Prose>,
    },
    SetZone {
        zone: Tz,
    },
    /// All clocks stand still until `Resume`.
    Hold {
        reason: Line,
    },
    Resume,
    Close {
        reason: Line,
    },
    Reopen {
        reason: Line,
    },
}

/// Steps of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StepCommand {
    /// Starts the next planned day end, or one of its own where the plan has none left; `resume` replaces its time.
    EndDay {
        resume: Option<NaiveTime>,
    },
    StartDay,
    #[serde(rename = "start_step")]
    Start {
        step: StepId,
    },
    #[serde(rename = "finish_step")]
    Finish {
        step: StepId,
    },
    #[serde(rename = "skip_step")]
    Skip {
        step: StepId,
        reason: Line,
    },
    #[serde(rename = "reopen_step")]
    Reopen {
        step: StepId,
    },
    #[serde(rename = "extend_step")]
    Extend {
        step: StepId,
        planned: Planned,
    },
    /// A new step behind `after`, or first.
    #[serde(rename = "add_step")]
    Add {
        title: Line,
        kind: StepKind,
        after: Option<StepId>,
    },
    #[serde(rename = "move_step")]
    Move {
        step: StepId,
        after: Option<StepId>,
    },
    /// Finishes what runs and starts the next waiting step.
    #[serde(rename = "next_step")]
    Next,
}

/// Tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TaskCommand {
    #[serde(rename = "add_task")]
    Add { step: StepId, role: RoleId, title: Line, planned: Option<Planned> },
    #[serde(rename = "start_task")]
    Start { task: TaskId },
    #[serde(rename = "finish_task")]
    Finish { task: TaskId },
    #[serde(rename = "block_task")]
    Block { task: TaskId, reason: Line },
    #[serde(rename = "unblock_task")]
    Unblock { task: TaskId },
    #[serde(rename = "skip_task")]
    Skip { task: TaskId, reason: Line },
    #[serde(rename = "reopen_task")]
    Reopen { task: TaskId },
    #[serde(rename = "assign_task")]
    Assign { task: TaskId, person: Option<PersonName> },
    #[serde(rename = "retitle_task")]
    Retitle { task: TaskId, title: Line },
    #[serde(rename = "comment_task")]
    Comment { task: TaskId, text: Prose },
}

/// What people write in the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LogCommand {
    Note { text: Prose },
    RecordFact { text: Prose },
    Decide { text: Prose, why: Prose, objections: Prose },
    Correct { entry: Seq, text: Prose },
}

/// Services.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServiceCommand {
    #[serde(rename = "add_service")]
    Add { name: Line, priority: u8, rto: Option<u32>, rpo: Option<u32>, health: Health },
    #[serde(rename = "set_service")]
    SetHealth { service: ServiceId, health: Health },
    /// The moment that its restored data are of.
    SetRestorePoint { service: ServiceId, at: Moment },
}

/// Calls for help.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HelpCommand {
    /// Raises a flag that the commander cannot miss, about a task or in general.
    #[serde(rename = "ask_help")]
    Ask { text: Line, task: Option<TaskId> },
    /// Lowers the flag that record `call` raised.
    #[serde(rename = "answer_help")]
    Answer { call: Seq },
}

/// Duties that change hands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DutyCommand {
    /// Proposes to hand a duty over; it changes hands when `to` accepts.
    Offer { duty: Duty, to: PersonName, briefing: Prose },
    #[serde(rename = "accept_offer")]
    Accept { duty: Duty },
    /// Whoever made the offer withdraws it, whom it is made to declines it.
    DropOffer { duty: Duty },
    /// Takes a role back from somebody who took it over in this incident.
    RevokeRole { role: RoleId, person: PersonName },
    /// Without being offered it.
    TakeCommand { reason: Line },
}

/// Updates for audiences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UpdateCommand {
    /// A new audience, or another cadence for one that is there.
    SetAudience { audience: Box<Audience> },
    /// Sends an update; where the audience asks for approval that the asker may not give, it is proposed instead.
    #[serde(rename = "post_update")]
    Post { audience: AudienceId, occasion: Occasion, text: Prose },
    #[serde(rename = "propose_update")]
    Propose { audience: AudienceId, occasion: Occasion, text: Prose },
    /// Sends what record `proposal` proposed, with another text where one is given.
    #[serde(rename = "approve_update")]
    Approve { proposal: Seq, text: Option<Prose> },
    #[serde(rename = "drop_update")]
    Drop { proposal: Seq },
    /// Tries again what failed or waits: of one message or all, to one target or all.
    #[serde(rename = "retry_delivery")]
    Retry { message: Option<Seq>, target: Option<TargetName> },
}

/// Findings and follow-up actions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReviewCommand {
    /// What the review found, about a phase or in general.
    AddFinding {
        text: Prose,
        about: Option<StepId>,
    },
    CorrectFinding {
        finding: FindingId,
        text: Prose,
    },
    DropFinding {
        finding: FindingId,
        reason: Line,
    },
    /// What somebody does after the crisis, so that it goes better the next time.
    AddAction {
        title: Line,
        owner: Option<PersonName>,
        due: Option<NaiveDate>,
        finding: Option<FindingId>,
    },
    ChangeAction {
        action: ActionId,
        title: Option<Line>,
        #[serde(default, skip_serializing_if = "Change::is_keep")]
        owner: Change<PersonName>,
        #[serde(default, skip_serializing_if = "Change::is_keep")]
        due: Change<NaiveDate>,
        #[serde(default, skip_serializing_if = "Change::is_keep")]
        finding: Change<FindingId>,
    },
    FinishAction {
        action: ActionId,
        outcome: Line,
    },
    ReopenAction {
        action: ActionId,
    },
    DropAction {
        action: ActionId,
        reason: Line,
    },
}

/// What nobody but the program reports: where messages go, and what became of them.
///
/// A report that does not fit what is known is refused, so that one which is made twice does nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum SystemCommand {
    /// An audience as the host's settings have it.
    SetAudience { audience: Box<Audience> },
    /// Where a posted update goes.
    Address { update: Seq, targets: Vec<TargetName> },
    /// Tells a target what happened up to record `through`; an empty text tells it nothing, and it is told from there.
    Push { target: TargetName, audience: AudienceId, through: Seq, text: Prose },
    /// A part is about to be handed over: what becomes of it is not known until another report.
    BeginSend { message: Seq, target: TargetName },
    /// Part `part`, from 1, has arrived, and others follow; `repeat`: perhaps twice.
    PartSent { message: Seq, target: TargetName, part: u16, repeat: bool },
    /// All has arrived; `repeat`: some of it perhaps twice.
    Deliver { message: Seq, target: TargetName, repeat: bool },
    /// It is tried again later; `maybe_sent`: it may have arrived all the same.
    Delay { message: Seq, target: TargetName, reason: Line, maybe_sent: bool },
    /// It is not tried again by itself.
    Fail { message: Seq, target: TargetName, reason: Line },
    /// A phase or break is past its planned time.
    NoteLate { step: StepId },
}

/// When a command is decided, who asked it, and what they may do.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    pub at: Moment,
    pub who: Who,
    /// The commander has been at no screen for so long that a deputy may take command.
    pub commander_gone: bool,
}

impl Context {
    /// While the commander is there.
    pub const fn new(at: Moment, who: Who) -> Self {
        Self { at, who, commander_gone: false }
    }

    /// Asked by the account whose host it is.
    pub const fn owner(at: Moment, by: Signature) -> Self {
        Self::new(at, Who::owner(by))
    }
}

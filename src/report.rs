//! What a recording comes to: figures, delays, decisions and the proof, as plain data and as documents.
//!
//! ```text
//!   Recording ──Report::of(Options)──▶ Report ──document──▶ Markdown, HTML      Report ──▶ JSON
//! ```
//!
//! All moments of a report are what the machine's clock read, all lengths of time are in seconds in JSON. Whoever is
//! outside reads a report of which [`Report::outward`] left out what is internal: no printer has to know of it.

pub mod calendar;
pub mod csv;
mod document;
mod figures;
mod gantt;
mod html;
mod logged;
mod markdown;
pub mod mermaid;
mod outward;
mod standstill;
mod summed;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::incident::{
    ActionId, AudienceId, FindingId, Health, Kind, Milestone, Moment, Occasion, PersonName, Range, RoleId,
    Seq, ServiceId, Severity, Span, StepId, TaskId,
};
use crate::lang::Lang;
use crate::replay::Recording;

/// Who reads it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    #[default]
    Internal,
    /// Those outside of the organisation: nothing internal is told.
    External,
}

/// What a report is to be like.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub lang: Lang,
    pub readers: Readers,
    /// People whom nobody outside reads of, besides those of the incident.
    pub people: Vec<String>,
    /// The day on which it is read, against which follow-up actions are late; that of the last record where none is given,
    /// so that the report of a journal is always the same.
    pub today: Option<NaiveDate>,
}

/// A recording, as it is to be read.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub format: u32,
    #[serde(rename = "language")]
    pub lang: Lang,
    #[serde(rename = "audience")]
    pub readers: Readers,
    pub incident: About,
    pub verdict: Verdict,
    /// What is still to be done or known.
    pub open: Vec<Open>,
    pub figures: Vec<Figure>,
    pub services: Vec<ServiceFigures>,
    /// In the order of the timeline.
    pub steps: Vec<StepFigures>,
    pub roles: Vec<RoleFigures>,
    pub tasks: Vec<TaskFigures>,
    pub blockers: Vec<BlockerFigures>,
    pub holds: Vec<Lasting>,
    pub nights: Vec<Lasting>,
    pub commands: Vec<InCommand>,
    pub decisions: Vec<Decision>,
    pub audiences: Vec<AudienceFigures>,
    pub updates: Vec<UpdateFigures>,
    /// Steps and tasks that the plan did not have.
    pub added: Vec<Change>,
    pub skipped: Vec<Change>,
    /// The day as of which follow-up actions are late; none where they are not told of.
    #[serde(rename = "as_of")]
    pub today: Option<NaiveDate>,
    pub findings: Vec<FindingTold>,
    pub actions: Vec<ActionTold>,
    pub log: Vec<Logged>,
    /// Entries before those, which a very long log has in its journal alone.
    pub older_records: usize,
    pub proof: Proof,
}

/// The incident itself.
#[derive(Clone, Debug, Serialize)]
pub struct About {
    pub id: String,
    pub title: String,
    pub kind: Kind,
    /// How many times faster than real an exercise ran.
    pub speed: u32,
    pub plan: String,
    pub zone: chrono_tz::Tz,
    pub severity: Severity,
    pub worst_severity: Severity,
    pub commander: Option<PersonName>,
    pub opened: Moment,
    /// Its closing, or its last record where it is not closed.
    pub ended: Moment,
    pub closed: bool,
    pub reason: String,
    pub what: String,
    pub impact: String,
    pub people: Vec<PersonName>,
}

/// How it went, in a few figures.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    /// From the opening to the end.
    #[serde(serialize_with = "seconds")]
    pub elapsed: Span,
    /// Of that, neither held nor night.
    #[serde(serialize_with = "seconds")]
    pub active: Span,
    #[serde(serialize_with = "range")]
    pub planned_end: Range<Moment>,
    /// When it ended, or is expected to.
    #[serde(serialize_with = "range")]
    pub end: Range<Moment>,
    /// How far the end lies outside of the planned range: late above zero, early below.
    #[serde(serialize_with = "seconds")]
    pub slip: Span,
    pub rto: Objectives,
    pub rpo: Objectives,
    pub updates: usize,
    /// None where the reader is not told when updates were due.
    pub late_updates: Option<usize>,
}

/// How many services kept an objective.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Objectives {
    /// Services that were hit and of which it is known.
    pub known: usize,
    /// Services that were hit and have the objective, of which it is not known.
    pub unknown: usize,
    pub missed: usize,
    /// The service that missed it furthest, and by how much.
    pub worst: Option<Missed>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missed {
    pub service: String,
    #[serde(serialize_with = "seconds")]
    pub by: Span,
}

/// Something that is still open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    pub what: OpenKind,
    /// Of which there are so many.
    pub count: usize,
    /// What they are called, the most pressing first.
    pub named: Vec<String>,
    /// How many of them are late, as far as that is counted.
    pub late: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenKind {
    Incident,
    Services,
    Blockers,
    Calls,
    Steps,
    Tasks,
    Deliveries,
    Proposals,
    Updates,
    Actions,
}

/// A point of the recovery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    pub point: Point,
    /// What it is read from.
    pub basis: Basis,
    /// The phase that reaches it.
    pub step: Option<StepId>,
    #[serde(serialize_with = "optional_range")]
    pub planned: Option<Range<Moment>>,
    pub real: Option<Moment>,
    /// What people said of it, where no moment can be read from that.
    pub told: String,
    /// From the point that it is counted from: the beginning for the opening, the opening for all others.
    #[serde(serialize_with = "optional_seconds")]
    pub after: Option<Span>,
    #[serde(serialize_with = "optional_seconds")]
    pub slip: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Point {
    /// The harm began, as the situation tells.
    Began,
    /// Somebody opened the incident: it was detected.
    Opened,
    Engaged,
    Degraded,
    Restored,
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// What people said.
    Told,
    /// A record of the log.
    Record,
    /// The end of a phase that the plan marks.
    Phase,
    /// The first act of work, where no phase is marked.
    Work,
    /// The state of the services, where no phase is marked.
    Services,
}

#[derive(Clone, Debug, Serialize)]
pub struct ServiceFigures {
    pub id: ServiceId,
    pub name: String,
    pub priority: u8,
    /// At the end.
    pub health: Health,
    pub hit: bool,
    #[serde(serialize_with = "seconds")]
    pub down: Span,
    #[serde(serialize_with = "seconds")]
    pub degraded: Span,
    #[serde(serialize_with = "optional_seconds")]
    pub rto: Option<Span>,
    /// What was left of the objective, negative where it was missed.
    #[serde(serialize_with = "optional_seconds")]
    pub rto_left: Option<Span>,
    #[serde(serialize_with = "optional_seconds")]
    pub rpo: Option<Span>,
    pub restored_to: Option<Moment>,
    #[serde(serialize_with = "optional_seconds")]
    pub data_loss: Option<Span>,
    #[serde(serialize_with = "optional_seconds")]
    pub rpo_left: Option<Span>,
    pub outages: Vec<ServiceOutage>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ServiceOutage {
    pub health: Health,
    pub from: Moment,
    pub to: Option<Moment>,
}

#[derive(Clone, Debug, Serialize)]
pub struct StepFigures {
    pub id: StepId,
    pub title: String,
    pub kind: StepSort,
    pub milestone: Option<Milestone>,
    /// It was not in the plan.
    pub added: bool,
    /// `waiting`, `active`, `finished`, `skipped`.
    pub state: &'static str,
    /// Why it was skipped.
    pub reason: String,
    /// The range at the opening, what all delay is measured against; of a day end there is none.
    #[serde(serialize_with = "optional_span_range")]
    pub planned: Option<Range<Span>>,
    /// The range in force at the end, where it was extended.
    #[serde(serialize_with = "optional_span_range")]
    pub extended: Option<Range<Span>>,
    /// When the plan had it, counted from the opening; none where it was added.
    pub planned_start: Option<Moment>,
    pub planned_end: Option<Moment>,
    pub started: Option<Moment>,
    pub ended: Option<Moment>,
    /// Time at work, holds and nights left out; of a day end all of it.
    #[serde(serialize_with = "optional_seconds")]
    pub took: Option<Span>,
    /// Outside of the planned range: late above zero, early below.
    #[serde(serialize_with = "optional_seconds")]
    pub slip: Option<Span>,
    pub runs: Vec<StepRun>,
    pub people: Vec<PersonName>,
    pub done: usize,
    pub skipped: usize,
    pub tasks: usize,
    pub blockers: usize,
    #[serde(serialize_with = "seconds")]
    pub blocked: Span,
}

impl StepFigures {
    /// Whether it was left undone, by nobody's decision to skip it.
    pub fn is_unfinished(&self) -> bool {
        matches!(self.state, "waiting" | "active")
            || (self.state == "cut_short" && self.kind == StepSort::Phase)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepSort {
    Phase,
    Break,
    DayEnd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StepRun {
    pub from: Moment,
    pub to: Moment,
    /// When its planned most was passed within this run.
    pub over_from: Option<Moment>,
}

/// What a role was asked for, and took: the phases in which it has tasks.
#[derive(Clone, Debug, Serialize)]
pub struct RoleFigures {
    pub id: RoleId,
    pub name: String,
    pub people: Vec<PersonName>,
    /// Phases with tasks of it that were worked on.
    pub phases: usize,
    #[serde(serialize_with = "span_range")]
    pub planned: Range<Span>,
    #[serde(serialize_with = "seconds")]
    pub took: Span,
    #[serde(serialize_with = "optional_seconds")]
    pub slip: Option<Span>,
    pub done: usize,
    pub skipped: usize,
    pub tasks: usize,
    pub blockers: usize,
    #[serde(serialize_with = "seconds")]
    pub blocked: Span,
}

#[derive(Clone, Debug, Serialize)]
pub struct TaskFigures {
    pub id: TaskId,
    pub step: StepId,
    pub step_title: String,
    pub role: RoleId,
    pub role_name: String,
    pub title: String,
    /// `todo`, `doing`, `blocked`, `done`, `skipped`.
    pub state: &'static str,
    /// Why it is blocked or was skipped.
    pub reason: String,
    pub added: bool,
    pub assignee: Option<PersonName>,
    #[serde(serialize_with = "optional_span_range")]
    pub planned: Option<Range<Span>>,
    pub started: Option<Moment>,
    /// When it was done or skipped, and by whom.
    pub ended: Option<Moment>,
    pub ended_by: Option<PersonName>,
    #[serde(serialize_with = "seconds")]
    pub blocked: Span,
    pub comments: Vec<TaskComment>,
}

#[derive(Clone, Debug, Serialize)]
pub struct TaskComment {
    pub at: Moment,
    pub by: PersonName,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct BlockerFigures {
    pub task: TaskId,
    pub title: String,
    pub step_title: String,
    pub role_name: String,
    pub reason: String,
    pub by: PersonName,
    pub from: Moment,
    /// None where it was still blocked at the end.
    pub to: Option<Moment>,
    pub ended_by: Option<PersonName>,
    /// By the clock: nights and holds count.
    #[serde(serialize_with = "seconds")]
    pub lasted: Span,
}

/// A hold or a night.
#[derive(Clone, Debug, Serialize)]
pub struct Lasting {
    /// The reason of a hold, the title of a night.
    pub what: String,
    pub from: Moment,
    pub to: Option<Moment>,
    #[serde(serialize_with = "seconds")]
    pub lasted: Span,
}

#[derive(Clone, Debug, Serialize)]
pub struct InCommand {
    pub person: PersonName,
    pub from: Moment,
    /// Why they took it, where they did.
    pub taken: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    /// As it was corrected, where it was.
    pub text: String,
    pub why: String,
    pub objections: String,
    pub taken_back: bool,
}

/// How one audience was told.
#[derive(Clone, Debug, Serialize)]
pub struct AudienceFigures {
    pub id: AudienceId,
    pub name: String,
    pub outside: bool,
    pub told: usize,
    pub late: usize,
    #[serde(serialize_with = "optional_seconds")]
    pub worst: Option<Span>,
    /// An update that had been due by the end, and was not given.
    pub owed: Option<Moment>,
}

#[derive(Clone, Debug, Serialize)]
pub struct UpdateFigures {
    pub seq: Seq,
    pub at: Moment,
    pub by: Option<PersonName>,
    pub audience: AudienceId,
    pub audience_name: String,
    pub outside: bool,
    pub occasion: Occasion,
    pub text: String,
    pub due: Option<Moment>,
    #[serde(serialize_with = "optional_seconds")]
    pub late: Option<Span>,
    pub deliveries: Vec<Delivered>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Delivered {
    pub target: String,
    /// `pending`, `delayed`, `delivered`, `failed`.
    pub state: &'static str,
    pub at: Option<Moment>,
    pub reason: String,
}

/// A step or task that was added or skipped.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub at: Moment,
    pub by: PersonName,
    pub step: StepId,
    pub task: Option<TaskId>,
    pub title: String,
    pub reason: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct FindingTold {
    pub id: FindingId,
    pub text: String,
    pub about: Option<String>,
    pub by: PersonName,
    pub at: Moment,
    /// Why it was dropped, where it was.
    pub dropped: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ActionTold {
    pub id: ActionId,
    pub title: String,
    pub owner: Option<PersonName>,
    pub due: Option<NaiveDate>,
    pub finding: Option<FindingId>,
    /// `open`, `done`, `dropped`.
    pub state: &'static str,
    pub overdue: bool,
    /// When it was done or dropped.
    pub settled: Option<Moment>,
    /// What came of it, or why it was dropped.
    pub outcome: String,
}

/// An entry of the log.
#[derive(Clone, Debug, Serialize)]
pub struct Logged {
    pub seq: Seq,
    pub at: Moment,
    pub person: PersonName,
    pub via: String,
    pub kind: &'static str,
    /// Kept for whoever looks into a delivery; documents leave it out.
    pub technical: bool,
    /// `DECISION`; empty for most.
    pub label: String,
    pub text: String,
    /// What it said before it was corrected.
    pub struck: Option<String>,
    pub taken_back: bool,
}

/// What the report can be held against.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    pub records: u64,
    /// The hash of the last record.
    pub head: String,
    /// The first record that is not whole, and why.
    pub damage: Option<Damaged>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Damaged {
    pub record: u64,
    pub why: String,
}

impl OpenKind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Services => "services",
            Self::Blockers => "blockers",
            Self::Calls => "calls",
            Self::Steps => "steps",
            Self::Tasks => "tasks",
            Self::Deliveries => "deliveries",
            Self::Proposals => "proposals",
            Self::Updates => "updates",
            Self::Actions => "actions",
        }
    }
}

impl StepSort {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Break => "break",
            Self::DayEnd => "day_end",
        }
    }
}

impl Report {
    pub const FORMAT: u32 = 1;

    /// One self-contained page.
    pub fn html(&self) -> String {
        self.document().html(&self.gantt())
    }

    pub fn markdown(&self) -> String {
        self.document().markdown()
    }

    /// All of it, for other programs.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a report is made of texts and numbers")
    }

    /// The report of a recording, for those readers and in that language.
    pub fn of(recording: &Recording, options: &Options) -> Self {
        let report = summed::report(recording, options);
        match options.readers {
            Readers::Internal => report,
            Readers::External => report.outward(&recording.incident, &options.people),
        }
    }
}

fn seconds<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(span.num_seconds())
}

#[expect(clippy::ref_option, reason = "serde's signature")]
fn optional_seconds<S: Serializer>(span: &Option<Span>, serializer: S) -> Result<S::Ok, S::Error> {
    span.map(|span| span.num_seconds()).serialize(serializer)
}

#[derive(Serialize)]
struct Between<T> {
    min: T,
    max: T,
}

fn range<S: Serializer>(range: &Range<Moment>, serializer: S) -> Result<S::Ok, S::Error> {
    Between { min: range.min, max: range.max }.serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde's signature")]
fn optional_range<S: Serializer>(range: &Option<Range<Moment>>, serializer: S) -> Result<S::Ok, S::Error> {
    range.map(|range| Between { min: range.min, max: range.max }).serialize(serializer)
}

fn span_range<S: Serializer>(range: &Range<Span>, serializer: S) -> Result<S::Ok, S::Error> {
    Between { min: range.min.num_seconds(), max: range.max.num_seconds() }.serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde's signature")]
fn optional_span_range<S: Serializer>(range: &Option<Range<Span>>, serializer: S) -> Result<S::Ok, S::Error> {
    let between = |range: Range<Span>| Between { min: range.min.num_seconds(), max: range.max.num_seconds() };
    range.map(between).serialize(serializer)
}

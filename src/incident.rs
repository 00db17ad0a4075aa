//! What is true of one crisis, and the rules that make it so.
//!
//! The core is pure: no I/O, clock, randomness or environment. A [`Command`] is what a person asks, [`decide()`] turns
//! it into [`Event`]s or a [`Refusal`], and [`Incident::apply`] folds recorded events into the state and cannot fail.
//!
//! ```text
//!   Command ──decide(&Incident, &Context)──▶ Vec<Event> ──journal──▶ Recorded ──apply──▶ Incident
//! ```

mod act;
mod apply;
mod audience;
mod calendar;
mod clocks;
mod command;
mod compare;
mod decide;
mod duty;
mod event;
mod forecast;
mod history;
mod ids;
mod log;
mod plan;
mod presence;
mod reading;
mod refusal;
mod review;
mod right;
mod service;
mod state;
mod step;
mod task;
mod text;
mod time;
mod update;
mod walls;

pub use act::Act;
pub use audience::{Audience, Cadence, Due, DueState};
pub use calendar::{BadDay, BadPast, TypedDay, TypedPast, read_time_of_day};
pub use clocks::{Clocks, Lateness, StepClock};
pub use command::{
    Command, Context, DutyCommand, HeaderCommand, HelpCommand, LogCommand, Open, ReviewCommand,
    ServiceCommand, StepCommand, SystemCommand, TaskCommand, UpdateCommand,
};
pub use compare::{
    Aspect, BlockerChange, Comparison, NewText, NewUpdate, ServiceChange, StepChange, TaskChange, compare,
};
pub use decide::{decide, open};
pub use duty::{Duty, HelpCall, Offer};
pub use event::{
    ActionChange, DutyEvent, Event, HeaderEvent, HelpEvent, LogEvent, NewAction, Opened, Posted, Pushed,
    Recorded, ReviewEvent, ServiceEvent, Signature, StepEvent, TaskEvent, UpdateEvent,
};
pub use forecast::{Forecast, StepForecast, baseline, forecast};
pub use history::{Blocker, Deviation, Ended, History, InCommand, Mark, MarkKind, Outage, Stretch, Told};
pub use ids::{
    ActionId, AudienceId, FindingId, IncidentId, PersonName, RoleId, Seq, ServiceId, StepId, TargetName,
    TaskId, UnusableId, UnusableNumber,
};
pub use log::{Correction, Entry, EntryKind, Log, Numbers};
pub use plan::{Milestone, Plan, PlannedService, PlannedStep, PlannedTask, Role, StepKind};
pub use presence::Presence;
pub use refusal::{Field, Refusal, Whom};
pub use review::{Change, Dropped, Finding, FollowUp, FollowUpState};
pub use right::{Right, Rights, Who, authorise};
pub use service::{Health, Service};
pub use state::{Incident, Kind, Night, Pace, Severity, Situation, Status};
pub use step::{Allotted, Run, Step, StepState};
pub use task::{Comment, Task, TaskState};
pub use text::{Line, Prose};
pub use time::{BadPlanned, Moment, Planned, Range, Span, read_seconds, resolve_local};
pub use update::{
    Delivery, DeliveryState, Fault, Occasion, PendingDelivery, Preview, Proposal, Push, TargetFact, Update,
};
pub use walls::{Even, Walls, date, day};

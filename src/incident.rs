//! The domain model: the state of one crisis, and its rules.
//!
//! The core is pure: no I/O, clock, randomness or environment. [`decide()`] turns a [`Command`] into [`Event`]s or a
//! [`Refusal`]; [`Incident::apply`] folds recorded events into the state and cannot fail.
//!
//! ```text
//!   Command ──decide(&Incident, &Context)──▶ Vec<Event> ──journal──▶ Recorded ──apply──▶ Incident
//! ```

mod apply;
mod asker;
mod attention;
mod base;
mod checks;
mod command;
mod compare;
mod decide;
mod duty;
mod event;
mod header;
mod help;
mod history;
mod log;
mod plan;
mod presence;
mod refusal;
mod review;
mod service;
mod state;
mod step;
mod system;
mod task;
mod undo;
mod update;
mod who;

pub use attention::{Matter, RtoRisk, Urgency};
pub use base::calendar::{BadDay, BadPast, TypedDay, TypedPast, read_time_of_day};
pub use base::ids::{
    ActionId, AudienceId, FindingId, IncidentId, PersonName, RoleId, Seq, ServiceId, StepId, TargetName, TaskId,
    UnusableId, UnusableNumber,
};
pub use base::signature::Signature;
pub use base::text::{Line, Prose};
pub use base::time::{BadPlanned, Moment, Planned, Range, Span, read_seconds, resolve_local};
pub use base::wall_clock::{WallClock, date, day};
pub use command::{Command, Open};
pub use compare::{Aspect, Comparison, NewText, NewUpdate, compare};
pub use decide::{authorise, decide, open};
pub use duty::{Duty, DutyEvent, Offer, command::DutyCommand};
pub use event::{EntryKind, Event, Recorded};
pub use header::{HeaderEvent, Kind, Opened, Pace, Severity, Situation, Status, command::HeaderCommand, left::Left};
pub use help::{HelpCall, HelpEvent, command::HelpCommand};
pub use history::{Blocker, Deviation, Ended, History, InCommand, Interval, Mark, MarkKind, Outage, SentUpdate};
pub use log::{Correction, Entry, Log, LogEvent, Numbers, command::LogCommand};
pub use plan::{Health, Milestone, Plan, PlannedService, PlannedStep, PlannedTask, Role, StepKind};
pub use presence::Presence;
pub use refusal::{Field, Refusal, Whom};
pub use review::command::ReviewCommand;
pub use review::{ActionChange, Change, Dropped, Finding, FollowUp, FollowUpState, NewAction, ReviewEvent};
pub use service::{Service, ServiceEvent, command::ServiceCommand};
pub use state::{Incident, Night};
pub use step::clocks::{Clocks, Lateness, StepClock};
pub use step::forecast::{Forecast, StepForecast, baseline, forecast};
pub use step::{Allotted, Run, Step, StepEvent, StepState, command::StepCommand};
pub use system::SystemCommand;
pub use task::{Comment, Task, TaskEvent, TaskState, command::TaskCommand};
pub use undo::Act;
pub use update::command::UpdateCommand;
pub use update::due::{Due, DueState};
pub use update::{
    Audience, Cadence, Delivery, DeliveryState, Fault, Occasion, PendingDelivery, Posted, Preview, Proposal, Push,
    Pushed, TargetFact, Update, UpdateEvent,
};
pub use who::{Context, Right, Rights, Who};

#[cfg(test)]
mod tests;

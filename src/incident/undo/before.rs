//! The values that a change replaced, for an undo.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::incident::base::wall_clock::ActiveClock;
use crate::incident::{
    ActionId, Audience, AudienceId, Correction, Duty, Finding, FindingId, FollowUp, HelpCall, Line, Offer, PersonName,
    Proposal, RoleId, Seq, Service, ServiceId, Severity, Situation, Status, Step, StepId, Task, TaskId,
};

#[derive(Clone, Debug)]
pub enum Before {
    Title(Line),
    Severity(Severity),
    Situation(Situation),
    Zone(chrono_tz::Tz),
    Status(Status, ActiveClock),
    /// The same, where the incident was closed or reopened.
    Closing(Status, ActiveClock),
    Steps(Vec<StepId>),
    /// With the active clock, if the change stopped or started it.
    Step(StepId, Option<Arc<Step>>, Option<ActiveClock>),
    Task(TaskId, Option<Arc<Task>>),
    Service(ServiceId, Option<Arc<Service>>),
    /// The text of an entry before its correction.
    Correction(Seq, Option<Box<Correction>>),
    Call(Seq, Option<Arc<HelpCall>>),
    Offer(Duty, Option<Arc<Offer>>),
    Commander(PersonName),
    Takers(RoleId, BTreeSet<PersonName>),
    /// The previous takers of a role, before the commander revoked one.
    Revoked(RoleId, BTreeSet<PersonName>),
    Audience(AudienceId, Option<Arc<Audience>>),
    Proposal(Seq, Option<Arc<Proposal>>),
    Finding(FindingId, Option<Arc<Finding>>),
    Action(ActionId, Option<Arc<FollowUp>>),
    /// A message was sent, or is under way.
    Sent,
    /// Only an entry was written; undo strikes it.
    Nothing,
}

/// A part of the state: two changes of one part conflict.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Title,
    Severity,
    Situation,
    Zone,
    Status,
    Order,
    Step(StepId),
    Task(TaskId),
    Service(ServiceId),
    Entry(Seq),
    Call(Seq),
    Offer(Duty),
    Commander,
    Takers(RoleId),
    Audience(AudienceId),
    Proposal(Seq),
    Finding(FindingId),
    Action(ActionId),
}

impl Before {
    pub fn part(&self) -> Option<Part> {
        Some(match self {
            Self::Title(_) => Part::Title,
            Self::Severity(_) => Part::Severity,
            Self::Situation(_) => Part::Situation,
            Self::Zone(_) => Part::Zone,
            Self::Status(..) | Self::Closing(..) => Part::Status,
            Self::Steps(_) => Part::Order,
            Self::Step(id, ..) => Part::Step(id.clone()),
            Self::Task(id, _) => Part::Task(id.clone()),
            Self::Service(id, _) => Part::Service(id.clone()),
            Self::Correction(entry, _) => Part::Entry(*entry),
            Self::Call(seq, _) => Part::Call(*seq),
            Self::Offer(duty, _) => Part::Offer(duty.clone()),
            Self::Commander(_) => Part::Commander,
            Self::Takers(role, _) | Self::Revoked(role, _) => Part::Takers(role.clone()),
            Self::Audience(id, _) => Part::Audience(id.clone()),
            Self::Proposal(seq, _) => Part::Proposal(*seq),
            Self::Finding(id, _) => Part::Finding(*id),
            Self::Action(id, _) => Part::Action(*id),
            Self::Sent | Self::Nothing => return None,
        })
    }

    /// Whether only the commander makes such a change.
    pub const fn drives(&self) -> bool {
        matches!(
            self,
            Self::Title(_)
                | Self::Severity(_)
                | Self::Situation(_)
                | Self::Zone(_)
                | Self::Status(..)
                | Self::Closing(..)
                | Self::Steps(_)
                | Self::Step(..)
                | Self::Audience(..)
                | Self::Revoked(..)
                | Self::Offer(Duty::Command, _)
        )
    }
}

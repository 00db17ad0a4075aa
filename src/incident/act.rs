//! A person's own acts, and what each of them replaced, so that the last can be taken back.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::audience::Audience;
use super::clocks::ActiveClock;
use super::duty::{Duty, HelpCall, Offer};
use super::ids::{ActionId, AudienceId, FindingId, PersonName, RoleId, Seq, ServiceId, StepId, TaskId};
use super::log::Correction;
use super::review::{Finding, FollowUp};
use super::service::Service;
use super::state::{Incident, Severity, Situation, Status};
use super::step::Step;
use super::task::Task;
use super::text::Line;
use super::update::Proposal;

/// How many acts of one person can be taken back, one after the other.
const DEPTH: usize = 50;

/// What one command of one person did.
#[derive(Clone, Debug)]
pub struct Act {
    pub first: Seq,
    pub last: Seq,
    /// What was there before, in the order of change, and the record that had left it so.
    pub(super) before: Vec<(Before, Option<Seq>)>,
}

/// A part of the state before it was changed.
#[derive(Clone, Debug)]
pub(super) enum Before {
    Title(Line),
    Severity(Severity),
    Situation(Situation),
    Zone(chrono_tz::Tz),
    Status(Status, ActiveClock),
    Steps(Vec<StepId>),
    /// With the active clock, where the change stopped or started it.
    Step(Arc<Step>, Option<ActiveClock>),
    Task(Arc<Task>),
    Service(Arc<Service>),
    NoStep(StepId),
    NoTask(TaskId),
    NoService(ServiceId),
    /// What an entry read before it was corrected.
    Correction(Seq, Option<Box<Correction>>),
    Call(Arc<HelpCall>),
    NoCall(Seq),
    /// The offer of a duty, where there was one.
    Offer(Duty, Option<Arc<Offer>>),
    Commander(PersonName),
    /// Who had taken a role over.
    Takers(RoleId, BTreeSet<PersonName>),
    /// Who had taken a role over, before the commander took it back from one of them.
    Revoked(RoleId, BTreeSet<PersonName>),
    /// The audience of this id, where there was one.
    Audience(AudienceId, Option<Arc<Audience>>),
    Proposal(Arc<Proposal>),
    NoProposal(Seq),
    Finding(Arc<Finding>),
    NoFinding(FindingId),
    Action(Arc<FollowUp>),
    NoAction(ActionId),
    /// Something went out, or is on its way.
    Sent,
    /// The entry was only written: taking it back strikes it.
    Nothing,
}

/// The part of the state that a change touches: two changes of one part are in each other's way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
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

/// The last acts of everyone, and the last change of every part.
#[derive(Clone, Debug, Default)]
pub(super) struct Acts {
    mine: rpds::HashTrieMapSync<PersonName, Arc<VecDeque<Act>>>,
    touched: rpds::HashTrieMapSync<Part, Seq>,
}

impl Before {
    fn part(&self) -> Option<Part> {
        Some(match self {
            Self::Title(_) => Part::Title,
            Self::Severity(_) => Part::Severity,
            Self::Situation(_) => Part::Situation,
            Self::Zone(_) => Part::Zone,
            Self::Status(..) => Part::Status,
            Self::Steps(_) => Part::Order,
            Self::Step(step, _) => Part::Step(step.id.clone()),
            Self::Task(task) => Part::Task(task.id.clone()),
            Self::Service(service) => Part::Service(service.id.clone()),
            Self::NoStep(id) => Part::Step(id.clone()),
            Self::NoTask(id) => Part::Task(id.clone()),
            Self::NoService(id) => Part::Service(id.clone()),
            Self::Correction(entry, _) => Part::Entry(*entry),
            Self::Call(call) => Part::Call(call.seq),
            Self::NoCall(seq) => Part::Call(*seq),
            Self::Offer(duty, _) => Part::Offer(duty.clone()),
            Self::Commander(_) => Part::Commander,
            Self::Takers(role, _) | Self::Revoked(role, _) => Part::Takers(role.clone()),
            Self::Audience(id, _) => Part::Audience(id.clone()),
            Self::Proposal(proposal) => Part::Proposal(proposal.seq),
            Self::NoProposal(seq) => Part::Proposal(*seq),
            Self::Finding(finding) => Part::Finding(finding.id),
            Self::NoFinding(id) => Part::Finding(*id),
            Self::Action(action) => Part::Action(action.id),
            Self::NoAction(id) => Part::Action(*id),
            Self::Sent | Self::Nothing => return None,
        })
    }
}

impl Act {
    /// Whether it did what only the commander does.
    pub(super) fn drives(&self) -> bool {
        self.before.iter().any(|(before, _)| match before {
            Before::Title(_)
            | Before::Severity(_)
            | Before::Situation(_)
            | Before::Zone(_)
            | Before::Status(..)
            | Before::Steps(_)
            | Before::Step(..)
            | Before::NoStep(_)
            | Before::Audience(..)
            | Before::Revoked(..)
            | Before::Offer(Duty::Command, _) => true,
            Before::Task(_)
            | Before::Service(_)
            | Before::NoTask(_)
            | Before::NoService(_)
            | Before::Correction(..)
            | Before::Call(_)
            | Before::NoCall(_)
            | Before::Offer(Duty::Role(_), _)
            | Before::Commander(_)
            | Before::Takers(..)
            | Before::Proposal(_)
            | Before::NoProposal(_)
            | Before::Finding(_)
            | Before::NoFinding(_)
            | Before::Action(_)
            | Before::NoAction(_)
            | Before::Sent
            | Before::Nothing => false,
        })
    }

    /// Whether a duty changed hands.
    pub(super) fn hands_over(&self) -> bool {
        self.before.iter().any(|(before, _)| matches!(before, Before::Commander(_) | Before::Takers(..)))
    }

    /// Whether a message went out.
    pub(super) fn sends(&self) -> bool {
        self.before.iter().any(|(before, _)| matches!(before, Before::Sent))
    }
}

impl Acts {
    pub(super) fn last(&self, person: &PersonName) -> Option<&Act> {
        self.mine.get(person)?.back()
    }

    /// Notes what a record replaced; `act` is the first record of the act that it continues.
    pub(super) fn note(&mut self, person: &PersonName, seq: Seq, act: Option<Seq>, before: Vec<Before>) {
        let before = before.into_iter().map(|before| {
            let formerly = before.part().and_then(|part| {
                let formerly = self.touched.get(&part).copied();
                self.touched.insert_mut(part, seq);
                formerly
            });
            (before, formerly)
        });
        let before: Vec<_> = before.collect();
        if !self.mine.contains_key(person) {
            self.mine.insert_mut(person.clone(), Arc::default());
        }
        let Some(mine) = self.mine.get_mut(person) else { return };
        let mine = Arc::make_mut(mine);
        match mine.back_mut() {
            Some(last) if act == Some(last.first) => {
                last.last = seq;
                last.before.extend(before);
            }
            _ => {
                mine.push_back(Act { first: act.unwrap_or(seq), last: seq, before });
                if mine.len() > DEPTH {
                    mine.pop_front();
                }
            }
        }
    }

    /// Takes an act off its author's pile; its parts count as last changed by whoever had changed them before.
    pub(super) fn take(&mut self, person: &PersonName, first: Seq) -> Option<Act> {
        let mine = Arc::make_mut(self.mine.get_mut(person)?);
        let place = mine.iter().rposition(|act| act.first == first)?;
        let act = mine.remove(place)?;
        for (before, formerly) in act.before.iter().rev() {
            match (before.part(), formerly) {
                (Some(part), Some(seq)) => self.touched.insert_mut(part, *seq),
                (Some(part), None) => {
                    self.touched.remove_mut(&part);
                }
                (None, _) => {}
            }
        }
        Some(act)
    }

    fn last_change(&self, part: &Part) -> Option<Seq> {
        self.touched.get(part).copied()
    }
}

impl Incident {
    /// The newest later change of anything that an act changed.
    pub(super) fn changed_since(&self, act: &Act) -> Option<Seq> {
        let parts = act.before.iter().filter_map(|(before, _)| before.part());
        // An added step goes with the tasks that were put in it.
        let inside = act.before.iter().filter_map(|(before, _)| match before {
            Before::NoStep(id) => self.step(id),
            _ => None,
        });
        let inside = inside.flat_map(|step| step.tasks.iter().map(|task| Part::Task(task.id.clone())));
        // A finding stays while an action answers it.
        let answers = |action: &&Arc<FollowUp>| {
            action.finding.is_some_and(|finding| {
                act.before.iter().any(|(before, _)| matches!(before, Before::NoFinding(id) if *id == finding))
            })
        };
        let answering = self.actions.iter().filter(answers).map(|action| Part::Action(action.id));
        // Runs that began or ended since were measured by the clock as this act left it.
        let stops_or_starts =
            |before: &Before| matches!(before, Before::Status(..) | Before::Step(_, Some(_)));
        let turned_clock = act.before.iter().any(|(before, _)| stops_or_starts(before));
        let measured = self.steps.iter().filter(|_| turned_clock).map(|step| Part::Step(step.id.clone()));
        let measured = measured.chain(turned_clock.then_some(Part::Status));
        // Nobody is left waiting for an answer in an incident that is closed again.
        let closes = |before: &Before| matches!(before, Before::Status(Status::Closed { .. }, _));
        let closes = act.before.iter().any(|(before, _)| closes(before));
        let calls = self.calls.iter().map(|call| Part::Call(call.seq));
        let offers = self.offers.iter().map(|offer| Part::Offer(offer.duty.clone()));
        let waiting = calls.chain(offers).filter(|_| closes);
        parts
            .chain(inside)
            .chain(answering)
            .chain(measured)
            .chain(waiting)
            .filter_map(|part| self.acts.last_change(&part))
            .filter(|seq| *seq > act.last)
            .max()
    }

    /// Whether an act came after the incident was closed, or opened again, last.
    pub(super) fn is_since_closing(&self, act: &Act) -> bool {
        self.acts.last_change(&Part::Status).is_none_or(|seq| act.first > seq)
    }

    /// The last act of a person that can still be taken back.
    pub fn last_act(&self, person: &PersonName) -> Option<&Act> {
        self.acts.last(person)
    }
}

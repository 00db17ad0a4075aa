//! The changes between two moments of one incident, as plain data.
//!
//! Only differences at the end count: a task that was blocked and unblocked in between is none. Texts written in
//! between count all the same.

use std::collections::BTreeMap;

use crate::incident::{
    EntryKind, Health, Incident, Line, Moment, PersonName, Planned, Prose, Range, RoleId, Seq, ServiceId, Severity,
    Span, Status, StepId, StepState, TaskId, TaskState, forecast,
};

/// The changes from the earlier of two moments to the later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub before: Aspect,
    pub after: Aspect,
    pub services: Vec<ServiceChange>,
    /// Tasks blocked now and not before, and the reverse.
    pub blockers: Vec<BlockerChange>,
    /// Calls for help that were not resolved.
    pub calls: Vec<(PersonName, Line)>,
    pub decisions: Vec<NewText>,
    pub facts: Vec<NewText>,
    pub updates: Vec<NewUpdate>,
    pub steps: Vec<StepChange>,
    /// In the order of the plan, without those among the blockers.
    pub tasks: Vec<TaskChange>,
    /// The number of records by kind, most first; decisions and facts are above.
    pub entries: Vec<(EntryKind, usize)>,
    /// The number of records by author, most first.
    pub people: Vec<(PersonName, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aspect {
    pub at: Moment,
    pub wall: Moment,
    pub seq: Seq,
    pub title: Line,
    pub severity: Severity,
    pub status: Status,
    pub at_night: bool,
    pub commander: PersonName,
    /// The expected end, and its difference from the plan.
    pub end: Range<Moment>,
    pub slip: Span,
    /// Tasks that were over, and all tasks.
    pub done: (usize, usize),
    pub blocked: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceChange {
    pub service: ServiceId,
    pub name: Line,
    /// `None` if it was added.
    pub before: Option<Health>,
    pub after: Health,
    /// How much longer it has been down in all.
    pub down: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockerChange {
    pub task: TaskId,
    pub title: Line,
    pub role: RoleId,
    /// `None` if it is no longer blocked.
    pub reason: Option<Line>,
    pub after: TaskState,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewText {
    pub seq: Seq,
    pub wall: Moment,
    pub by: PersonName,
    /// As it reads at the later moment.
    pub text: Prose,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUpdate {
    pub update: Seq,
    pub wall: Moment,
    pub by: PersonName,
    pub audience: Line,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepChange {
    pub step: StepId,
    pub title: Line,
    /// `None` if it was added.
    pub before: Option<StepState>,
    pub after: StepState,
    /// The previous and the new planned range, if that changed.
    pub planned: Option<(Planned, Planned)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskChange {
    pub task: TaskId,
    pub title: Line,
    pub role: RoleId,
    /// `None` if it was added.
    pub before: Option<TaskState>,
    pub after: TaskState,
    /// The old and the new assignee, if that changed.
    pub assignee: Option<(Option<PersonName>, Option<PersonName>)>,
}

/// Compares two moments of one incident in either order, each with the state as of it.
pub fn compare(one: (&Incident, Moment), other: (&Incident, Moment)) -> Comparison {
    let ((a, from), (b, to)) = if (one.1, one.0.seq) <= (other.1, other.0.seq) { (one, other) } else { (other, one) };
    let (blockers, tasks) = tasks(a, b);
    let mut comparison = Comparison {
        before: Aspect::of(a, from),
        after: Aspect::of(b, to),
        services: services((a, from), (b, to)),
        blockers,
        calls: b
            .calls
            .iter()
            .filter(|call| call.seq > a.seq)
            .map(|call| (call.by.clone(), call.text.clone()))
            .collect(),
        decisions: Vec::new(),
        facts: Vec::new(),
        updates: b
            .updates
            .iter()
            .filter(|update| update.seq > a.seq)
            .map(|update| NewUpdate {
                update: update.seq,
                wall: b.log.get(update.seq).map_or(update.at, |entry| entry.wall),
                by: update.by.clone(),
                audience: b
                    .audience(&update.audience)
                    .map_or_else(|| Line::new(update.audience.as_str()), |audience| audience.name.clone()),
            })
            .collect(),
        steps: steps(a, b),
        tasks,
        entries: Vec::new(),
        people: Vec::new(),
    };
    comparison.read_log(a, b);
    comparison
}

impl Comparison {
    /// Whether nothing was written between the two.
    pub fn is_empty(&self) -> bool {
        self.before.seq == self.after.seq
    }

    fn read_log(&mut self, a: &Incident, b: &Incident) {
        let mut kinds: BTreeMap<&str, (EntryKind, usize)> = BTreeMap::new();
        let mut people: BTreeMap<PersonName, usize> = BTreeMap::new();
        let newer = (a.log.len()..b.log.len()).filter_map(|place| b.log.at(place));
        for entry in newer.filter(|entry| !entry.is_technical()) {
            if !entry.by.is_system() {
                *people.entry(entry.by.person.clone()).or_default() += 1;
            }
            let list = match entry.kind() {
                EntryKind::Decision => &mut self.decisions,
                EntryKind::Fact => &mut self.facts,
                kind => {
                    kinds.entry(kind.name()).or_insert((kind, 0)).1 += 1;
                    continue;
                }
            };
            if let Some(text) = entry.reads().filter(|_| entry.undone.is_none()) {
                list.push(NewText {
                    seq: entry.seq,
                    wall: entry.wall,
                    by: entry.by.person.clone(),
                    text: text.clone(),
                });
            }
        }
        self.entries = kinds.into_values().collect();
        self.entries.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        self.people = people.into_iter().collect();
        self.people.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    }
}

impl Aspect {
    fn of(incident: &Incident, at: Moment) -> Self {
        let forecast = forecast(incident, at);
        let tasks = || incident.tasks().map(|(_, task)| task);
        Self {
            at,
            wall: incident.wall(at),
            seq: incident.seq,
            title: incident.title.clone(),
            severity: incident.severity,
            status: incident.status.clone(),
            at_night: incident.night().is_some(),
            commander: incident.commander.clone(),
            end: forecast.end,
            slip: forecast.slip,
            done: (tasks().filter(|task| task.state.is_over()).count(), tasks().count()),
            blocked: tasks().filter(|task| task.state.is_blocked()).count(),
        }
    }
}

fn services((a, from): (&Incident, Moment), (b, to): (&Incident, Moment)) -> Vec<ServiceChange> {
    let changes = b.services.iter().filter_map(|service| {
        let before = a.service(&service.id);
        let change = ServiceChange {
            service: service.id.clone(),
            name: service.name.clone(),
            before: before.map(|before| before.health),
            after: service.health,
            down: service.downtime(b.counted_to(to))
                - before.map_or(Span::zero(), |before| before.downtime(a.counted_to(from))),
        };
        (change.before != Some(change.after)).then_some(change)
    });
    let mut changes: Vec<_> = changes.collect();
    // The worst first.
    changes.sort_by_key(|change| std::cmp::Reverse(change.after as u8));
    changes
}

fn steps(a: &Incident, b: &Incident) -> Vec<StepChange> {
    let changes = b.steps.iter().filter_map(|step| {
        let before = a.step(&step.id);
        let planned = before.and_then(|before| before.kind.planned()).zip(step.kind.planned());
        let change = StepChange {
            step: step.id.clone(),
            title: step.title.clone(),
            before: before.map(|before| before.state.clone()),
            after: step.state.clone(),
            planned: planned.filter(|(before, after)| before != after),
        };
        (change.before.as_ref() != Some(&change.after) || change.planned.is_some()).then_some(change)
    });
    changes.collect()
}

fn tasks(a: &Incident, b: &Incident) -> (Vec<BlockerChange>, Vec<TaskChange>) {
    let was: BTreeMap<&TaskId, _> = a.tasks().map(|(_, task)| (&task.id, task)).collect();
    let (mut blockers, mut tasks) = (Vec::new(), Vec::new());
    for (_, task) in b.tasks() {
        let before = was.get(&task.id).copied();
        let was_blocked = before.is_some_and(|before| before.state.is_blocked());
        if was_blocked != task.state.is_blocked() {
            let reason = match &task.state {
                TaskState::Blocked { reason, .. } => Some(reason.clone()),
                _ => None,
            };
            blockers.push(BlockerChange {
                task: task.id.clone(),
                title: task.title.clone(),
                role: task.role.clone(),
                reason,
                after: task.state.clone(),
            });
            continue;
        }
        let assigned = before.and_then(|before| before.assignee.clone());
        let change = TaskChange {
            task: task.id.clone(),
            title: task.title.clone(),
            role: task.role.clone(),
            before: before.map(|before| before.state.clone()),
            after: task.state.clone(),
            assignee: (assigned != task.assignee).then(|| (assigned, task.assignee.clone())),
        };
        if change.before.as_ref() != Some(&change.after) || change.assignee.is_some() {
            tasks.push(change);
        }
    }
    // New blockers come first.
    blockers.sort_by_key(|change| change.reason.is_none());
    (blockers, tasks)
}

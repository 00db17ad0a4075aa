//! What the state no longer knows once all is over: when things began and ended, and what of it is worth a mark.
//!
//! A history is folded beside the state, record by record. All moments are the incident's own, even time;
//! [`History::wall`] says what the machine's clock read then. What was taken back counts as not having happened.

use std::collections::BTreeSet;

use super::event::{
    DutyEvent, Event, HeaderEvent, LogEvent, Recorded, ServiceEvent, StepEvent, TaskEvent, UpdateEvent,
};
use super::ids::{AudienceId, PersonName, RoleId, Seq, ServiceId, StepId, TaskId};
use super::service::Health;
use super::state::{Incident, Severity, Status};
use super::step::{Step, StepState};
use super::text::Line;
use super::time::{Moment, Span};
use super::walls::Walls;

/// What happened when; empty but for the opening until records follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// In the order of time.
    pub marks: Vec<Mark>,
    pub blockers: Vec<Stretch<Blocker>>,
    /// Holds, with their reasons.
    pub holds: Vec<Stretch<Line>>,
    /// Day ends, with the step that each is.
    pub nights: Vec<Stretch<StepId>>,
    /// From each closing to the reopening that followed, with the closing's reason.
    pub closings: Vec<Stretch<Line>>,
    /// Services that were not up.
    pub outages: Vec<Stretch<Outage>>,
    /// Who was in command from when; the first is who opened.
    pub commands: Vec<InCommand>,
    /// From when which severity held; the first is that of the opening.
    pub severities: Vec<(Seq, Moment, Severity)>,
    pub told: Vec<Told>,
    /// Steps and tasks that the plan did not have.
    pub added: Vec<Stretch<Deviation>>,
    /// Steps and tasks that were skipped.
    pub skipped: Vec<Stretch<Deviation>>,
    /// When a step or task was started or finished, and by which record.
    work: Vec<(Seq, Moment)>,
    /// Steps that were given another planned time, by which record.
    extended: Vec<(Seq, StepId)>,
    /// Steps that have passed the planned time that they have now, and have their mark.
    overrun: BTreeSet<StepId>,
    pub walls: Walls,
}

/// An instant that a viewer may want to jump to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: Moment,
    /// The last record at that instant or before.
    pub seq: Seq,
    pub kind: MarkKind,
    pub step: Option<StepId>,
    pub task: Option<TaskId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// A step starts.
    Phase,
    Decision,
    Blocker,
    /// A running step passes its planned most; no record need stand there.
    Overrun,
    Update,
    /// Command changes hands.
    Command,
    Hold,
    Night,
    Severity,
    Service,
    Reopened,
    Closed,
}

/// Something that lasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<T> {
    pub what: T,
    pub from: Moment,
    pub by: PersonName,
    /// The record that began it.
    pub began: Seq,
    /// None while it lasts.
    pub ended: Option<Ended>,
}

/// When something ended, and by whose record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub at: Moment,
    pub by: PersonName,
    pub seq: Seq,
}

/// What a task was blocked by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    pub task: TaskId,
    pub role: RoleId,
    pub reason: Line,
}

/// A service that was not up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    pub service: ServiceId,
    pub health: Health,
}

/// Somebody is in command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCommand {
    pub at: Moment,
    pub seq: Seq,
    pub person: PersonName,
    /// Why they took it; none where it was handed over, or theirs from the opening.
    pub taken: Option<Line>,
}

/// An update that was posted, and when it had to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub update: Seq,
    pub audience: AudienceId,
    pub at: Moment,
    /// None where nothing was due.
    pub due: Option<Moment>,
}

/// A step or a task that was not as the plan has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    pub step: StepId,
    /// None where it is the step itself.
    pub task: Option<TaskId>,
    pub reason: Line,
}

impl MarkKind {
    pub const ALL: [Self; 12] = [
        Self::Phase,
        Self::Decision,
        Self::Blocker,
        Self::Overrun,
        Self::Update,
        Self::Command,
        Self::Hold,
        Self::Night,
        Self::Severity,
        Self::Service,
        Self::Reopened,
        Self::Closed,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Decision => "decision",
            Self::Blocker => "blocker",
            Self::Overrun => "overrun",
            Self::Update => "update",
            Self::Command => "command",
            Self::Hold => "hold",
            Self::Night => "night",
            Self::Severity => "severity",
            Self::Service => "service",
            Self::Reopened => "reopened",
            Self::Closed => "closed",
        }
    }
}

impl<T> Stretch<T> {
    /// How long it lasted, until `now` where it still does.
    pub fn length(&self, now: Moment) -> Span {
        (self.to().unwrap_or(now) - self.from).max(Span::zero())
    }

    /// How much of it lies between two moments.
    pub fn within(&self, from: Moment, to: Moment) -> Span {
        (self.to().unwrap_or(to).min(to) - self.from.max(from)).max(Span::zero())
    }

    pub const fn lasts(&self) -> bool {
        self.ended.is_none()
    }

    /// When it ended.
    pub fn to(&self) -> Option<Moment> {
        self.ended.as_ref().map(|ended| ended.at)
    }
}

impl Told {
    /// How late it was; none where it was in time, or nothing was due.
    pub fn late(&self) -> Option<Span> {
        self.due.map(|due| self.at - due).filter(|late| *late > Span::zero())
    }
}

impl History {
    /// The history of an incident that has just been opened.
    pub fn begin(incident: &Incident) -> Self {
        let (at, seq, by) = (incident.opened_at, incident.seq, &incident.commander);
        let down = incident.services.iter().filter(|service| service.health != Health::Up);
        Self {
            marks: Vec::new(),
            blockers: Vec::new(),
            holds: Vec::new(),
            nights: Vec::new(),
            closings: Vec::new(),
            outages: down
                .map(|it| {
                    let outage = Outage { service: it.id.clone(), health: it.health };
                    Stretch::begun(outage, at, by, seq)
                })
                .collect(),
            commands: vec![InCommand { at, seq, person: by.clone(), taken: None }],
            severities: vec![(seq, at, incident.severity)],
            told: Vec::new(),
            added: Vec::new(),
            skipped: Vec::new(),
            work: Vec::new(),
            extended: Vec::new(),
            overrun: BTreeSet::new(),
            walls: Walls::begin(at, incident.wall_offset()),
        }
    }

    /// When the first step or task was started or finished, whichever came first.
    pub fn work_began(&self) -> Option<Moment> {
        self.work.first().map(|(_, at)| *at)
    }

    /// Folds a record into the incident, and notes what the state will not keep.
    pub fn follow(&mut self, incident: &mut Incident, recorded: &Recorded) {
        self.note_overruns(incident, recorded.at);
        let due = due(incident, recorded);
        incident.apply(recorded);
        self.note(incident, recorded, due);
    }

    /// Whether the closing of the incident ended a step that had work left: nobody said that it was finished.
    pub fn was_cut_short(&self, step: &Step) -> bool {
        let has_left = step.tasks.is_empty() || step.tasks.iter().any(|task| !task.state.is_over());
        let ended = step.ended_at().filter(|_| step.state == StepState::Finished);
        has_left && ended.is_some_and(|ended| self.closings.iter().any(|closing| closing.from == ended))
    }

    /// What the machine's clock read at a moment of the incident's own.
    pub fn wall(&self, at: Moment) -> Moment {
        self.walls.wall(at)
    }

    /// Marks the instant at which a running step passed its planned most since the last record, up to `now`.
    fn note_overruns(&mut self, incident: &Incident, now: Moment) {
        let first = self.marks.len();
        for step in incident.active_steps() {
            let Some(left) = incident.step_clock(step, now).left else { continue };
            if left.max >= Span::zero() || self.overrun.contains(&step.id) {
                continue;
            }
            self.overrun.insert(step.id.clone());
            // A planned time that was cut short is passed by being cut short.
            let at = (now + left.max).clamp(incident.at.min(now), now);
            let (kind, step) = (MarkKind::Overrun, Some(step.id.clone()));
            self.marks.push(Mark { at, seq: incident.seq, kind, step, task: None });
        }
        self.marks[first..].sort_by_key(|mark| mark.at);
    }

    fn note(&mut self, incident: &Incident, recorded: &Recorded, due: Option<Moment>) {
        let (at, seq, by) = (recorded.at, recorded.seq, &recorded.by.person);
        match &recorded.event {
            Event::Undone { act } => self.take_back(incident, seq, *act),
            Event::Header(HeaderEvent::Held { reason }) if incident.is_held() => {
                self.holds.push(Stretch::begun(reason.clone(), at, by, seq));
                self.mark(recorded, MarkKind::Hold, None, None);
            }
            Event::Header(HeaderEvent::Closed { reason }) => {
                self.closings.push(Stretch::begun(reason.clone(), at, by, seq));
                self.mark(recorded, MarkKind::Closed, None, None);
            }
            Event::Header(HeaderEvent::Reopened { .. }) => {
                end(&mut self.closings, recorded, |_| true);
                self.mark(recorded, MarkKind::Reopened, None, None);
            }
            Event::Header(HeaderEvent::SeveritySet { severity }) => {
                self.severities.push((seq, at, *severity));
                self.mark(recorded, MarkKind::Severity, None, None);
            }
            Event::Step(StepEvent::Started { step } | StepEvent::Reopened { step }) => {
                self.step_started(incident, recorded, step);
            }
            Event::Step(StepEvent::Finished { .. }) => {
                self.work.push((seq, at));
            }
            Event::Step(StepEvent::Skipped { step, reason }) => {
                let skipped = Deviation { step: step.clone(), task: None, reason: reason.clone() };
                self.skipped.push(Stretch::begun(skipped, at, by, seq));
            }
            Event::Step(StepEvent::Extended { step, .. }) => {
                self.extended.push((seq, step.clone()));
                self.overrun.remove(step);
            }
            Event::Step(StepEvent::Added { step, .. }) => {
                let added = Deviation { step: step.id.clone(), task: None, reason: Line::default() };
                self.added.push(Stretch::begun(added, at, by, seq));
            }
            Event::Task(TaskEvent::Added { task }) => {
                if let Some((step, _)) = incident.task(&task.id) {
                    let (step, task) = (step.id.clone(), Some(task.id.clone()));
                    let added = Deviation { step, task, reason: Line::default() };
                    self.added.push(Stretch::begun(added, at, by, seq));
                }
            }
            Event::Task(
                TaskEvent::Blocked { task, .. }
                | TaskEvent::Unblocked { task }
                | TaskEvent::Started { task }
                | TaskEvent::Done { task }
                | TaskEvent::Skipped { task, .. }
                | TaskEvent::Reopened { task },
            ) => self.task_changed(incident, recorded, task),
            Event::Log(LogEvent::Decided { .. }) => self.mark(recorded, MarkKind::Decision, None, None),
            Event::Service(ServiceEvent::Added { service }) => {
                self.health_changed(recorded, &service.id, service.health);
            }
            Event::Service(ServiceEvent::HealthSet { service, health }) => {
                self.health_changed(recorded, service, *health);
            }
            Event::Update(UpdateEvent::Posted(posted)) => {
                self.told.push(Told { update: seq, audience: posted.audience.clone(), at, due });
                self.mark(recorded, MarkKind::Update, None, None);
            }
            Event::Header(HeaderEvent::ClockJumped { .. }) => self.walls.set(at, incident.wall_offset()),
            _ => {}
        }
        self.command_changed(incident, recorded);
        if !matches!(incident.status, Status::Held { .. }) {
            end(&mut self.holds, recorded, |_| true);
        }
        self.night_changed(incident, recorded);
    }

    fn step_started(&mut self, incident: &Incident, recorded: &Recorded, step: &StepId) {
        end(&mut self.skipped, recorded, |it| it.task.is_none() && it.step == *step);
        if incident.step(step).is_some_and(super::step::Step::is_active) {
            self.work.push((recorded.seq, recorded.at));
            self.mark(recorded, MarkKind::Phase, Some(step), None);
        }
    }

    fn task_changed(&mut self, incident: &Incident, recorded: &Recorded, id: &TaskId) {
        let Some((step, task)) = incident.task(id) else { return };
        end(&mut self.skipped, recorded, |it| it.task.as_ref() == Some(id));
        match &recorded.event {
            Event::Task(TaskEvent::Blocked { reason, .. }) => {
                end(&mut self.blockers, recorded, |it| it.task == *id);
                let blocker = Blocker { task: id.clone(), role: task.role.clone(), reason: reason.clone() };
                self.blockers.push(Stretch::begun(blocker, recorded.at, &recorded.by.person, recorded.seq));
                self.mark(recorded, MarkKind::Blocker, Some(&step.id), Some(id));
                return;
            }
            Event::Task(TaskEvent::Skipped { reason, .. }) => {
                let (step, task) = (step.id.clone(), Some(id.clone()));
                let skipped = Deviation { step, task, reason: reason.clone() };
                self.skipped.push(Stretch::begun(skipped, recorded.at, &recorded.by.person, recorded.seq));
            }
            Event::Task(TaskEvent::Started { .. } | TaskEvent::Done { .. }) => {
                self.work.push((recorded.seq, recorded.at));
            }
            _ => {}
        }
        end(&mut self.blockers, recorded, |it| it.task == *id);
    }

    fn health_changed(&mut self, recorded: &Recorded, service: &ServiceId, health: Health) {
        end(&mut self.outages, recorded, |it| it.service == *service);
        if health != Health::Up {
            let outage = Outage { service: service.clone(), health };
            self.outages.push(Stretch::begun(outage, recorded.at, &recorded.by.person, recorded.seq));
        }
        self.mark(recorded, MarkKind::Service, None, None);
    }

    fn command_changed(&mut self, incident: &Incident, recorded: &Recorded) {
        if self.commands.last().is_none_or(|last| last.person == incident.commander) {
            return;
        }
        let taken = match &recorded.event {
            Event::Duty(DutyEvent::CommandTaken { reason, .. }) => Some(reason.clone()),
            _ => None,
        };
        let (at, seq, person) = (recorded.at, recorded.seq, incident.commander.clone());
        self.commands.push(InCommand { at, seq, person, taken });
        self.mark(recorded, MarkKind::Command, None, None);
    }

    fn night_changed(&mut self, incident: &Incident, recorded: &Recorded) {
        let night = incident.night().map(|night| &night.step.id);
        if self.nights.last().filter(|last| last.lasts()).map(|last| &last.what) == night {
            return;
        }
        end(&mut self.nights, recorded, |_| true);
        if let Some(step) = night {
            self.nights.push(Stretch::begun(step.clone(), recorded.at, &recorded.by.person, recorded.seq));
            self.mark(recorded, MarkKind::Night, Some(step), None);
        }
    }

    /// Forgets what the act made true, and takes up again what it had ended.
    fn take_back(&mut self, incident: &Incident, undo: Seq, first: Seq) {
        let undone =
            |seq: Seq| seq >= first && incident.log.get(seq).is_some_and(|entry| entry.undone == Some(undo));
        self.take_back_overruns(incident, first, undone);
        self.marks.retain(|mark| mark.kind == MarkKind::Overrun || !undone(mark.seq));
        drop_undone(&mut self.blockers, undone);
        drop_undone(&mut self.holds, undone);
        drop_undone(&mut self.nights, undone);
        drop_undone(&mut self.closings, undone);
        drop_undone(&mut self.outages, undone);
        drop_undone(&mut self.added, undone);
        drop_undone(&mut self.skipped, undone);
        self.commands.retain(|it| !undone(it.seq));
        self.severities.retain(|(seq, ..)| !undone(*seq));
        self.work.retain(|(seq, _)| !undone(*seq));
    }

    /// Forgets the overruns that there would not have been without the act, and the times that it gave.
    fn take_back_overruns(&mut self, incident: &Incident, first: Seq, undone: impl Fn(Seq) -> bool) {
        let (given, kept): (Vec<_>, Vec<_>) = self.extended.drain(..).partition(|(seq, _)| undone(*seq));
        self.extended = kept;
        let is_over = |id: &StepId| {
            let step = incident.step(id);
            step.is_some_and(|step| incident.step_clock(step, incident.at).over() > Span::zero())
        };
        let stands = |id: &StepId| is_over(id) && given.iter().all(|(_, step)| step != id);
        let of = |mark: &Mark| mark.step.clone().filter(|_| mark.kind == MarkKind::Overrun);
        self.marks.retain(|mark| mark.seq < first || of(mark).is_none_or(|step| stands(&step)));
        let newest = |step: &StepId| {
            self.extended.iter().rfind(|(_, it)| it == step).map_or(Seq::ZERO, |(seq, _)| *seq)
        };
        self.overrun =
            self.marks.iter().filter_map(|mark| of(mark).filter(|step| mark.seq >= newest(step))).collect();
    }

    fn mark(&mut self, recorded: &Recorded, kind: MarkKind, step: Option<&StepId>, task: Option<&TaskId>) {
        let (at, seq) = (recorded.at, recorded.seq);
        self.marks.push(Mark { at, seq, kind, step: step.cloned(), task: task.cloned() });
    }
}

/// When the audience of an update that is about to be posted had to be told.
fn due(incident: &Incident, recorded: &Recorded) -> Option<Moment> {
    let Event::Update(UpdateEvent::Posted(posted)) = &recorded.event else { return None };
    let audience = incident.audience(&posted.audience)?;
    incident.next_update(audience, recorded.at).map(|due| due.at)
}

/// Ends what lasts of it.
fn end<T>(stretches: &mut [Stretch<T>], recorded: &Recorded, which: impl Fn(&T) -> bool) {
    for stretch in stretches.iter_mut().filter(|it| it.lasts() && which(&it.what)) {
        stretch.ended = Some(Ended { at: recorded.at, by: recorded.by.person.clone(), seq: recorded.seq });
    }
}

/// Forgets the stretches that were undone, and has those last again whose end was.
fn drop_undone<T>(stretches: &mut Vec<Stretch<T>>, undone: impl Fn(Seq) -> bool) {
    stretches.retain(|stretch| !undone(stretch.began));
    for stretch in stretches {
        stretch.ended.take_if(|ended| undone(ended.seq));
    }
}

impl<T> Stretch<T> {
    fn begun(what: T, from: Moment, by: &PersonName, began: Seq) -> Self {
        Self { what, from, by: by.clone(), began, ended: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        Context, HeaderEvent, IncidentId, Kind, LogEvent, Open, Pace, Plan, Planned, PlannedStep,
        PlannedTask, Role, Signature, Situation, StepEvent, StepKind, TaskEvent, open,
    };

    fn at(time: &str) -> Moment {
        format!("2026-11-22T{time}Z").parse().unwrap()
    }

    /// Two phases of at most an hour and half an hour; the first has one task.
    fn begun() -> (Incident, History) {
        let role: RoleId = "dsi".parse().unwrap();
        let task = PlannedTask {
            id: "a.dsi.1".parse().unwrap(),
            role: role.clone(),
            title: "X".into(),
            planned: None,
        };
        let step = |id: &str, most, tasks| PlannedStep {
            id: id.parse().unwrap(),
            title: id.into(),
            kind: StepKind::Phase { planned: Planned::minutes(10, most) },
            milestone: None,
            tasks,
        };
        let plan = Plan {
            title: "Plan".into(),
            roles: vec![Role { id: role, name: "DSI".into() }],
            steps: vec![step("a", 60, vec![task]), step("b", 30, vec![])],
            ..Plan::default()
        };
        let what = Open {
            incident: "20261122-x-aaaa".parse::<IncidentId>().unwrap(),
            title: "X".into(),
            severity: Severity::Sev2,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: at("10:00:00") },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan,
        };
        let by = Signature::new("alice", "test");
        let event = open(what, &Context::owner(at("10:00:00"), by.clone())).unwrap();
        let recorded = Recorded { seq: Seq(1), at: at("10:00:00"), by, act: None, event };
        let incident = Incident::begin(&recorded).unwrap();
        let history = History::begin(&incident);
        (incident, history)
    }

    fn told(events: &[(&str, Event)]) -> (Incident, History) {
        let (mut incident, mut history) = begun();
        for (time, event) in events {
            let (seq, by) = (incident.seq.next(), Signature::new("alice", "test"));
            history
                .follow(&mut incident, &Recorded { seq, at: at(time), by, act: None, event: event.clone() });
        }
        (incident, history)
    }

    #[test]
    fn no_jump_of_a_clock_leaves_the_calendar() {
        for by in [i64::MIN, i64::MAX] {
            let jump = || ("10:10:00", Event::Header(HeaderEvent::ClockJumped { by }));
            let (incident, history) =
                told(&[jump(), jump(), ("10:20:00", Event::Log(LogEvent::Noted { text: "x".into() }))]);
            let wall = incident.wall(incident.at);
            assert_eq!(wall > incident.at, by > 0);
            assert_eq!(history.wall(incident.at), wall);
            assert_eq!(incident.day(incident.at), 1);
        }
    }

    fn marks(history: &History) -> Vec<String> {
        let line =
            |mark: &Mark| format!("{} #{} {}", mark.at.format("%H:%M:%S"), mark.seq.0, mark.kind.name());
        history.marks.iter().map(line).collect()
    }

    fn start(step: &str) -> Event {
        Event::Step(StepEvent::Started { step: step.parse().unwrap() })
    }

    fn note() -> Event {
        Event::Log(LogEvent::Noted { text: "x".into() })
    }

    #[test]
    fn an_overrun_is_marked_where_it_was_though_no_record_stands_there() {
        let held = Event::Header(HeaderEvent::Held { reason: "x".into() });
        // An hour of active time: 40 minutes before the hold, 20 after it.
        let (_, history) = told(&[
            ("10:00:10", start("a")),
            ("10:40:10", held),
            ("12:00:00", Event::Header(HeaderEvent::Resumed)),
            ("12:20:00", note()),
            ("15:00:00", note()),
            ("16:00:00", note()),
        ]);
        assert_eq!(marks(&history), ["10:00:10 #2 phase", "10:40:10 #3 hold", "12:20:00 #5 overrun"]);
    }

    #[test]
    fn what_the_closing_ended_with_work_left_was_not_finished() {
        let finished = || Event::Step(StepEvent::Finished { step: "a".parse().unwrap() });
        let closed = || Event::Header(HeaderEvent::Closed { reason: "x".into() });
        let was = |events: &[(&str, Event)]| {
            let (incident, history) = told(events);
            history.was_cut_short(&incident.steps[0])
        };
        let done = Event::Task(TaskEvent::Done { task: "a.dsi.1".parse().unwrap() });
        let begun = || ("10:00:00", start("a"));
        assert!(was(&[begun(), ("10:05:00", finished()), ("10:05:00", closed())]));
        let done = [begun(), ("10:04:00", done), ("10:05:00", finished()), ("10:05:00", closed())];
        assert!(!was(&done));
        assert!(!was(&[begun(), ("10:05:00", finished()), ("10:06:00", closed())]));
        assert!(!was(&[begun(), ("10:05:00", closed())]));
    }

    #[test]
    fn a_planned_time_may_be_missed_anew_and_be_missed_by_being_cut_short() {
        let extended = |min, max| {
            Event::Step(StepEvent::Extended {
                step: "a".parse().unwrap(),
                planned: Planned::minutes(min, max),
            })
        };
        let (_, history) = told(&[
            ("10:00:00", start("a")),
            ("11:05:00", extended(60, 90)),
            ("11:10:00", extended(10, 20)),
            ("11:20:00", note()),
        ]);
        assert_eq!(marks(&history), ["10:00:00 #2 phase", "11:00:00 #2 overrun", "11:10:00 #4 overrun"]);
    }

    #[test]
    fn a_blocker_lasts_until_its_task_goes_on_and_one_taken_back_never_was() {
        let task: TaskId = "a.dsi.1".parse().unwrap();
        let blocked = || Event::Task(TaskEvent::Blocked { task: task.clone(), reason: "VPN".into() });
        let done = || Event::Task(TaskEvent::Done { task: task.clone() });
        let (incident, history) = told(&[("10:10:00", blocked()), ("10:40:00", done())]);
        assert_eq!(history.blockers[0].length(incident.at), Span::minutes(30));
        assert_eq!(history.work_began(), Some(at("10:40:00")));
        let (_, history) = told(&[("10:10:00", blocked()), ("10:12:00", Event::Undone { act: Seq(2) })]);
        assert!(history.blockers.is_empty() && history.marks.is_empty());
        let (_, history) = told(&[
            ("10:10:00", blocked()),
            ("10:40:00", done()),
            ("10:41:00", Event::Undone { act: Seq(3) }),
        ]);
        assert!(history.blockers[0].lasts());
    }

    #[test]
    fn the_wall_is_read_with_the_offset_that_held_then() {
        let (incident, history) =
            told(&[("10:10:00", Event::Header(HeaderEvent::ClockJumped { by: 60_000 }))]);
        assert_eq!(history.wall(at("10:05:00")), at("10:05:00"));
        assert_eq!(history.wall(at("10:30:00")), at("10:31:00"));
        assert_eq!(history.wall(incident.opened_at - Span::hours(1)), at("09:00:00"));
    }

    #[test]
    fn what_was_skipped_is_skipped_again_once_its_reopening_is_taken_back() {
        let task: TaskId = "a.dsi.1".parse().unwrap();
        let skipped = Event::Task(TaskEvent::Skipped { task: task.clone(), reason: "no VPN".into() });
        let events = [
            ("10:10:00", skipped),
            ("10:20:00", Event::Task(TaskEvent::Reopened { task })),
            ("10:21:00", Event::Undone { act: Seq(3) }),
        ];
        let (_, history) = told(&events[..2]);
        assert!(!history.skipped[0].lasts());
        let (_, history) = told(&events);
        let [skipped] = &history.skipped[..] else { panic!("{:?}", history.skipped) };
        assert!(skipped.lasts() && skipped.from == at("10:10:00"));
        assert_eq!(skipped.what.reason.as_str(), "no VPN");
    }

    #[test]
    fn work_that_was_taken_back_was_not_the_first() {
        let started = || Event::Task(TaskEvent::Started { task: "a.dsi.1".parse().unwrap() });
        let events = [
            ("10:05:00", started()),
            ("10:06:00", Event::Undone { act: Seq(2) }),
            ("10:40:00", started()),
            ("10:50:00", start("a")),
        ];
        assert_eq!(told(&events[..2]).1.work_began(), None);
        assert_eq!(told(&events).1.work_began(), Some(at("10:40:00")));
    }

    #[test]
    fn an_overrun_has_one_mark_whatever_is_taken_back_after_it() {
        let given = |min, max| {
            Event::Step(StepEvent::Extended {
                step: "a".parse().unwrap(),
                planned: Planned::minutes(min, max),
            })
        };
        let overruns = |events: &[(&str, Event)]| {
            let mut events = events.to_vec();
            events.push(("15:00:00", note()));
            let (_, mut history) = told(&events);
            history.marks.retain(|mark| mark.kind == MarkKind::Overrun);
            marks(&history)
        };
        let begun = ("10:00:00", start("a"));
        let undo = |time, act| (time, Event::Undone { act: Seq(act) });
        // More time, taken back.
        let events = [begun.clone(), ("11:05:00", given(60, 90)), undo("11:06:00", 3)];
        assert_eq!(overruns(&events), ["11:00:00 #2 overrun"]);
        // More time that stays, whatever else is taken back.
        let events = [begun.clone(), ("11:05:00", given(60, 90)), ("11:10:00", note()), undo("11:11:00", 4)];
        assert_eq!(overruns(&events), ["11:00:00 #2 overrun", "11:30:00 #5 overrun"]);
        // More time that was passed too, taken back.
        let passed = [begun.clone(), ("11:05:00", given(60, 90)), ("11:40:00", note()), undo("11:41:00", 3)];
        assert_eq!(overruns(&passed), ["11:00:00 #2 overrun"]);
        // Less time, which was passed at once, taken back.
        let cut = [begun, ("10:30:00", given(10, 20)), ("10:31:00", note()), undo("10:32:00", 3)];
        assert_eq!(overruns(&cut), ["11:00:00 #5 overrun"]);
    }
}

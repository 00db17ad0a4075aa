//! Folds the times at which things began and ended, which the state does not keep.
//!
//! A history is folded beside the state, record by record. Moments are in the incident's own steady time;
//! [`History::wall`] converts them to the machine's clock. What was undone counts as not having happened.

use crate::incident::{
    Blocker, Deviation, DutyEvent, Ended, Event, HeaderEvent, Health, History, InCommand, Incident, Interval, Line,
    LogEvent, Mark, MarkKind, Moment, Outage, Recorded, SentUpdate, Seq, ServiceEvent, ServiceId, Span, Status, Step,
    StepEvent, StepId, StepState, TaskEvent, TaskId, UpdateEvent, WallClock,
};

impl History {
    pub fn begin(incident: &Incident) -> Self {
        let (at, seq, by) = (incident.opened_at, incident.seq, &incident.commander);
        let down = incident.services.iter().filter(|service| service.health != Health::Up);
        Self {
            outages: down
                .map(|it| {
                    let outage = Outage { service: it.id.clone(), health: it.health };
                    Interval { what: outage, from: at, by: by.clone(), began: seq, ended: None }
                })
                .collect(),
            commands: vec![InCommand { at, seq, person: by.clone(), taken: None }],
            severities: vec![(seq, at, incident.severity)],
            wall_clock: WallClock::begin(at, incident.wall_offset()),
            ..Self::default()
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

    /// Whether the closing of the incident ended a step with work left.
    pub fn was_cut_short(&self, step: &Step) -> bool {
        let has_left = step.tasks.is_empty() || step.tasks.iter().any(|task| !task.state.is_over());
        let ended = step.ended_at().filter(|_| step.state == StepState::Finished);
        has_left && ended.is_some_and(|ended| self.closings.iter().any(|closing| closing.from == ended))
    }

    pub fn wall(&self, at: Moment) -> Moment {
        self.wall_clock.wall(at)
    }

    /// Marks the instant at which a running step passed its planned maximum since the last record, up to `now`.
    fn note_overruns(&mut self, incident: &Incident, now: Moment) {
        let first = self.marks.len();
        for step in incident.active_steps() {
            let Some(left) = incident.step_clock(step, now).left else { continue };
            if left.max >= Span::zero() || self.overrun.contains(&step.id) {
                continue;
            }
            self.overrun.insert(step.id.clone());
            // A planned time that was cut short is passed at once.
            let at = (now + left.max).clamp(incident.at.min(now), now);
            let (kind, step) = (MarkKind::Overrun, Some(step.id.clone()));
            self.marks.push(Mark { at, seq: incident.seq, kind, step, task: None });
        }
        self.marks[first..].sort_by_key(|mark| mark.at);
    }

    fn note(&mut self, incident: &Incident, recorded: &Recorded, due: Option<Moment>) {
        match &recorded.event {
            Event::Undone { act } => self.take_back(incident, recorded.seq, *act),
            Event::Header(event) => self.note_header(event, incident, recorded),
            Event::Step(event) => self.note_step(event, incident, recorded),
            Event::Task(event) => self.note_task(event, incident, recorded),
            Event::Log(LogEvent::Decided { .. }) => self.mark(recorded, MarkKind::Decision, None, None),
            Event::Service(event) => self.note_service(event, recorded),
            Event::Update(UpdateEvent::Posted(posted)) => {
                let (update, at) = (recorded.seq, recorded.at);
                self.sent.push(SentUpdate { update, audience: posted.audience.clone(), at, due });
                self.mark(recorded, MarkKind::Update, None, None);
            }
            _ => {}
        }
        self.command_changed(incident, recorded);
        if !matches!(incident.status, Status::Held { .. }) {
            end(&mut self.holds, recorded, |_| true);
        }
        self.night_changed(incident, recorded);
    }

    fn note_header(&mut self, event: &HeaderEvent, incident: &Incident, recorded: &Recorded) {
        match event {
            HeaderEvent::Held { reason } if incident.is_held() => {
                self.holds.push(Interval::begun(reason.clone(), recorded));
                self.mark(recorded, MarkKind::Hold, None, None);
            }
            HeaderEvent::Closed { reason } => {
                self.closings.push(Interval::begun(reason.clone(), recorded));
                self.mark(recorded, MarkKind::Closed, None, None);
            }
            HeaderEvent::Reopened { .. } => {
                end(&mut self.closings, recorded, |_| true);
                self.mark(recorded, MarkKind::Reopened, None, None);
            }
            HeaderEvent::SeveritySet { severity } => {
                self.severities.push((recorded.seq, recorded.at, *severity));
                self.mark(recorded, MarkKind::Severity, None, None);
            }
            HeaderEvent::ClockJumped { .. } => self.wall_clock.set(recorded.at, incident.wall_offset()),
            _ => {}
        }
    }

    fn note_step(&mut self, event: &StepEvent, incident: &Incident, recorded: &Recorded) {
        match event {
            StepEvent::Started { step } | StepEvent::Reopened { step } => {
                self.step_started(incident, recorded, step);
            }
            StepEvent::Finished { .. } => self.work.push((recorded.seq, recorded.at)),
            StepEvent::Skipped { step, reason } => {
                let skipped = Deviation { step: step.clone(), task: None, reason: reason.clone() };
                self.skipped.push(Interval::begun(skipped, recorded));
            }
            StepEvent::Extended { step, .. } => {
                self.extended.push((recorded.seq, step.clone()));
                self.overrun.remove(step);
            }
            StepEvent::Added { step, .. } => {
                let added = Deviation { step: step.id.clone(), task: None, reason: Line::default() };
                self.added.push(Interval::begun(added, recorded));
            }
            _ => {}
        }
    }

    fn step_started(&mut self, incident: &Incident, recorded: &Recorded, step: &StepId) {
        end(&mut self.skipped, recorded, |it| it.task.is_none() && it.step == *step);
        if incident.step(step).is_some_and(Step::is_active) {
            self.work.push((recorded.seq, recorded.at));
            self.mark(recorded, MarkKind::Phase, Some(step), None);
        }
    }

    fn note_task(&mut self, event: &TaskEvent, incident: &Incident, recorded: &Recorded) {
        let id = match event {
            TaskEvent::Added { task } => &task.id,
            TaskEvent::Blocked { task, .. }
            | TaskEvent::Unblocked { task }
            | TaskEvent::Started { task }
            | TaskEvent::Done { task }
            | TaskEvent::Skipped { task, .. }
            | TaskEvent::Reopened { task } => task,
            _ => return,
        };
        let Some((step, task)) = incident.task(id) else { return };
        let deviation = |reason| Deviation { step: step.id.clone(), task: Some(id.clone()), reason };
        if matches!(event, TaskEvent::Added { .. }) {
            self.added.push(Interval::begun(deviation(Line::default()), recorded));
            return;
        }
        end(&mut self.skipped, recorded, |it| it.task.as_ref() == Some(id));
        end(&mut self.blockers, recorded, |it| it.task == *id);
        match event {
            TaskEvent::Blocked { reason, .. } => {
                let blocker = Blocker { task: id.clone(), role: task.role.clone(), reason: reason.clone() };
                self.blockers.push(Interval::begun(blocker, recorded));
                self.mark(recorded, MarkKind::Blocker, Some(&step.id), Some(id));
            }
            TaskEvent::Skipped { reason, .. } => {
                self.skipped.push(Interval::begun(deviation(reason.clone()), recorded));
            }
            TaskEvent::Started { .. } | TaskEvent::Done { .. } => self.work.push((recorded.seq, recorded.at)),
            _ => {}
        }
    }

    fn note_service(&mut self, event: &ServiceEvent, recorded: &Recorded) {
        match event {
            ServiceEvent::Added { service } => self.health_changed(recorded, &service.id, service.health),
            ServiceEvent::HealthSet { service, health } => self.health_changed(recorded, service, *health),
            ServiceEvent::RestorePointSet { .. } => {}
        }
    }

    fn health_changed(&mut self, recorded: &Recorded, service: &ServiceId, health: Health) {
        end(&mut self.outages, recorded, |it| it.service == *service);
        if health != Health::Up {
            let outage = Outage { service: service.clone(), health };
            self.outages.push(Interval::begun(outage, recorded));
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
            self.nights.push(Interval::begun(step.clone(), recorded));
            self.mark(recorded, MarkKind::Night, Some(step), None);
        }
    }

    fn mark(&mut self, recorded: &Recorded, kind: MarkKind, step: Option<&StepId>, task: Option<&TaskId>) {
        let (at, seq) = (recorded.at, recorded.seq);
        self.marks.push(Mark { at, seq, kind, step: step.cloned(), task: task.cloned() });
    }
}

/// When the update about to be posted was due.
fn due(incident: &Incident, recorded: &Recorded) -> Option<Moment> {
    let Event::Update(UpdateEvent::Posted(posted)) = &recorded.event else { return None };
    let audience = incident.audience(&posted.audience)?;
    incident.next_update(audience, recorded.at).map(|due| due.at)
}

fn end<T>(intervals: &mut [Interval<T>], recorded: &Recorded, which: impl Fn(&T) -> bool) {
    for interval in intervals.iter_mut().filter(|it| it.lasts() && which(&it.what)) {
        interval.ended = Some(Ended { at: recorded.at, by: recorded.by.person.clone(), seq: recorded.seq });
    }
}

impl History {
    /// Forgets what the act did, and resumes what it had ended.
    fn take_back(&mut self, incident: &Incident, undo: Seq, first: Seq) {
        let undone = |seq: Seq| seq >= first && incident.log.get(seq).is_some_and(|entry| entry.undone == Some(undo));
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

    /// Forgets the overruns that exist only because of the act, and its extensions.
    fn take_back_overruns(&mut self, incident: &Incident, first: Seq, undone: impl Fn(Seq) -> bool) {
        let (given, kept): (Vec<_>, Vec<_>) = self.extended.drain(..).partition(|(seq, _)| undone(*seq));
        self.extended = kept;
        let is_over = |id: &StepId| {
            incident.step(id).is_some_and(|step| incident.step_clock(step, incident.at).over() > Span::zero())
        };
        let remains = |id: &StepId| is_over(id) && given.iter().all(|(_, step)| step != id);
        let of = |mark: &Mark| mark.step.clone().filter(|_| mark.kind == MarkKind::Overrun);
        self.marks.retain(|mark| mark.seq < first || of(mark).is_none_or(|step| remains(&step)));
        let newest =
            |step: &StepId| self.extended.iter().rfind(|(_, it)| it == step).map_or(Seq::ZERO, |(seq, _)| *seq);
        self.overrun = self.marks.iter().filter_map(|mark| of(mark).filter(|step| mark.seq >= newest(step))).collect();
    }
}

/// Drops undone intervals, and resumes those whose end was undone.
fn drop_undone<T>(intervals: &mut Vec<Interval<T>>, undone: impl Fn(Seq) -> bool) {
    intervals.retain(|interval| !undone(interval.began));
    for interval in intervals {
        interval.ended.take_if(|ended| undone(ended.seq));
    }
}

//! What of each noun a history keeps.

use crate::incident::{
    Blocker, Deviation, DutyEvent, Ended, Event, HeaderEvent, Health, History, InCommand, Incident, Interval,
    Line, Mark, MarkKind, Outage, Recorded, ServiceEvent, ServiceId, Step, StepEvent, StepId, TaskEvent,
    TaskId,
};

impl History {
    pub(in crate::incident) fn note_header(
        &mut self,
        event: &HeaderEvent,
        incident: &Incident,
        recorded: &Recorded,
    ) {
        let (at, seq, by) = (recorded.at, recorded.seq, &recorded.by.person);
        match event {
            HeaderEvent::Held { reason } if incident.is_held() => {
                self.holds.push(Interval::begun(reason.clone(), at, by, seq));
                self.mark(recorded, MarkKind::Hold, None, None);
            }
            HeaderEvent::Closed { reason } => {
                self.closings.push(Interval::begun(reason.clone(), at, by, seq));
                self.mark(recorded, MarkKind::Closed, None, None);
            }
            HeaderEvent::Reopened { .. } => {
                end(&mut self.closings, recorded, |_| true);
                self.mark(recorded, MarkKind::Reopened, None, None);
            }
            HeaderEvent::SeveritySet { severity } => {
                self.severities.push((seq, at, *severity));
                self.mark(recorded, MarkKind::Severity, None, None);
            }
            HeaderEvent::ClockJumped { .. } => self.walls.set(at, incident.wall_offset()),
            _ => {}
        }
    }

    pub(in crate::incident) fn note_step(
        &mut self,
        event: &StepEvent,
        incident: &Incident,
        recorded: &Recorded,
    ) {
        let (at, seq, by) = (recorded.at, recorded.seq, &recorded.by.person);
        match event {
            StepEvent::Started { step } | StepEvent::Reopened { step } => {
                self.step_started(incident, recorded, step);
            }
            StepEvent::Finished { .. } => self.work.push((seq, at)),
            StepEvent::Skipped { step, reason } => {
                let skipped = Deviation { step: step.clone(), task: None, reason: reason.clone() };
                self.skipped.push(Interval::begun(skipped, at, by, seq));
            }
            StepEvent::Extended { step, .. } => {
                self.extended.push((seq, step.clone()));
                self.overrun.remove(step);
            }
            StepEvent::Added { step, .. } => {
                let added = Deviation { step: step.id.clone(), task: None, reason: Line::default() };
                self.added.push(Interval::begun(added, at, by, seq));
            }
            StepEvent::Moved { .. } | StepEvent::DayEndSet { .. } | StepEvent::Late { .. } => {}
        }
    }

    fn step_started(&mut self, incident: &Incident, recorded: &Recorded, step: &StepId) {
        end(&mut self.skipped, recorded, |it| it.task.is_none() && it.step == *step);
        if incident.step(step).is_some_and(Step::is_active) {
            self.work.push((recorded.seq, recorded.at));
            self.mark(recorded, MarkKind::Phase, Some(step), None);
        }
    }

    pub(in crate::incident) fn note_task(
        &mut self,
        event: &TaskEvent,
        incident: &Incident,
        recorded: &Recorded,
    ) {
        let (at, seq, by) = (recorded.at, recorded.seq, &recorded.by.person);
        let id = match event {
            TaskEvent::Added { task } => &task.id,
            TaskEvent::Blocked { task, .. }
            | TaskEvent::Unblocked { task }
            | TaskEvent::Started { task }
            | TaskEvent::Done { task }
            | TaskEvent::Skipped { task, .. }
            | TaskEvent::Reopened { task } => task,
            TaskEvent::Assigned { .. } | TaskEvent::Retitled { .. } | TaskEvent::Commented { .. } => return,
        };
        let Some((step, task)) = incident.task(id) else { return };
        let deviation = |reason| Deviation { step: step.id.clone(), task: Some(id.clone()), reason };
        if matches!(event, TaskEvent::Added { .. }) {
            self.added.push(Interval::begun(deviation(Line::default()), at, by, seq));
            return;
        }
        end(&mut self.skipped, recorded, |it| it.task.as_ref() == Some(id));
        end(&mut self.blockers, recorded, |it| it.task == *id);
        match event {
            TaskEvent::Blocked { reason, .. } => {
                let blocker = Blocker { task: id.clone(), role: task.role.clone(), reason: reason.clone() };
                self.blockers.push(Interval::begun(blocker, at, by, seq));
                self.mark(recorded, MarkKind::Blocker, Some(&step.id), Some(id));
            }
            TaskEvent::Skipped { reason, .. } => {
                self.skipped.push(Interval::begun(deviation(reason.clone()), at, by, seq));
            }
            TaskEvent::Started { .. } | TaskEvent::Done { .. } => self.work.push((seq, at)),
            _ => {}
        }
    }

    pub(in crate::incident) fn note_service(&mut self, event: &ServiceEvent, recorded: &Recorded) {
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
            self.outages.push(Interval::begun(outage, recorded.at, &recorded.by.person, recorded.seq));
        }
        self.mark(recorded, MarkKind::Service, None, None);
    }

    pub(in crate::incident) fn command_changed(&mut self, incident: &Incident, recorded: &Recorded) {
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

    pub(in crate::incident) fn night_changed(&mut self, incident: &Incident, recorded: &Recorded) {
        let night = incident.night().map(|night| &night.step.id);
        if self.nights.last().filter(|last| last.lasts()).map(|last| &last.what) == night {
            return;
        }
        end(&mut self.nights, recorded, |_| true);
        if let Some(step) = night {
            self.nights.push(Interval::begun(step.clone(), recorded.at, &recorded.by.person, recorded.seq));
            self.mark(recorded, MarkKind::Night, Some(step), None);
        }
    }

    pub(in crate::incident) fn mark(
        &mut self,
        recorded: &Recorded,
        kind: MarkKind,
        step: Option<&StepId>,
        task: Option<&TaskId>,
    ) {
        let (at, seq) = (recorded.at, recorded.seq);
        self.marks.push(Mark { at, seq, kind, step: step.cloned(), task: task.cloned() });
    }
}

/// Ends what lasts of it.
pub(in crate::incident) fn end<T>(
    intervals: &mut [Interval<T>],
    recorded: &Recorded,
    which: impl Fn(&T) -> bool,
) {
    for interval in intervals.iter_mut().filter(|it| it.lasts() && which(&it.what)) {
        interval.ended = Some(Ended { at: recorded.at, by: recorded.by.person.clone(), seq: recorded.seq });
    }
}

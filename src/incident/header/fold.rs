//! Folds what happened to the incident as a whole.

use crate::incident::base::wall_clock::ActiveClock;
use crate::incident::undo::before::Before;
use crate::incident::{HeaderEvent, Incident, Moment, Recorded, Status};

impl Incident {
    pub(in crate::incident) fn fold_header(&mut self, event: &HeaderEvent, recorded: &Recorded) -> Vec<Before> {
        let at = recorded.at;
        match event {
            HeaderEvent::Retitled { title } => {
                vec![Before::Title(std::mem::replace(&mut self.title, title.clone()))]
            }
            HeaderEvent::SeveritySet { severity } => {
                vec![Before::Severity(std::mem::replace(&mut self.severity, *severity))]
            }
            HeaderEvent::SituationSet { situation } => {
                vec![Before::Situation(std::mem::replace(&mut self.situation, (**situation).clone()))]
            }
            HeaderEvent::ZoneSet { zone } => vec![Before::Zone(std::mem::replace(&mut self.zone, *zone))],
            HeaderEvent::Held { reason } => {
                let (status, active) = self.set_status(at, Status::Held { since: at, reason: reason.clone() });
                vec![Before::Status(status, active)]
            }
            HeaderEvent::Resumed => {
                let (status, active) = self.set_status(at, Status::Open);
                vec![Before::Status(status, active)]
            }
            HeaderEvent::Closed { reason } => {
                let (status, active) = self.set_status(at, Status::Closed { at, reason: reason.clone() });
                vec![Before::Closing(status, active)]
            }
            HeaderEvent::Reopened { .. } => {
                let (status, active) = self.set_status(at, Status::Open);
                vec![Before::Closing(status, active)]
            }
            HeaderEvent::LogMoved { reason } => {
                // The other machine may have sent them.
                self.give_up_deliveries(at, reason);
                self.moved = recorded.seq;
                Vec::new()
            }
            // The opening begins the state; a clock change is applied before the record gets its time of day.
            HeaderEvent::Opened(_) | HeaderEvent::ClockJumped { .. } | HeaderEvent::TailSetAside { .. } => Vec::new(),
        }
    }

    /// Returns the status and the clock as they were.
    fn set_status(&mut self, at: Moment, status: Status) -> (Status, ActiveClock) {
        let before = (std::mem::replace(&mut self.status, status), self.active);
        self.active.run(at, self.status == Status::Open && self.night().is_none());
        before
    }
}

//! The findings and actions of an incident.

use chrono::NaiveDate;

use crate::incident::{ActionId, Finding, FindingId, FollowUp, Incident, Moment};

impl Incident {
    /// What was found and not dropped since.
    pub fn standing_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().map(AsRef::as_ref).filter(|finding| finding.dropped.is_none())
    }

    pub fn finding(&self, id: FindingId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id).map(AsRef::as_ref)
    }

    pub fn action(&self, id: ActionId) -> Option<&FollowUp> {
        self.actions.iter().find(|action| action.id == id).map(AsRef::as_ref)
    }

    pub fn open_actions(&self) -> impl Iterator<Item = &FollowUp> {
        self.actions.iter().map(AsRef::as_ref).filter(|action| action.is_open())
    }

    /// Which day it is at the incident's place: what due dates are measured against. Follow-up actions are done in
    /// real days, so that an exercise which runs sixtyfold makes none of them late.
    pub fn today(&self, at: Moment) -> NaiveDate {
        let real = if self.pace.speed > 1 { self.pace.real(self.opened_at, at) } else { self.wall(at) };
        real.with_timezone(&self.zone).date_naive()
    }
}

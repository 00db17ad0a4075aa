//! The readers of a report, and what its parts are built from.

use chrono::NaiveDate;

use crate::draft::Readers;
use crate::incident::{AudienceId, Forecast, History, Incident, Moment, Range, RoleId, Status, StepId, baseline};
use crate::lang::Lang;
use crate::replay::Recording;

#[derive(Clone, Debug, Default)]
pub struct Options {
    pub lang: Lang,
    pub readers: Readers,
    /// Names masked in an external report, in addition to the incident's people.
    pub people: Vec<String>,
    /// The day against which follow-up actions are late; by default the day of the last record, so that the report of a
    /// journal is always the same.
    pub today: Option<NaiveDate>,
}

/// Builds the parts of a report for internal readers; each part is built in its own file.
pub struct Builder<'a> {
    pub incident: &'a Incident,
    pub history: &'a History,
    /// The plan as it was at the opening.
    pub plan: Forecast,
    /// The closing, or the last record.
    pub end: Moment,
    pub today: NaiveDate,
}

impl<'a> Builder<'a> {
    pub fn new(recording: &'a Recording, options: &Options) -> Self {
        let Recording { incident, history, .. } = recording;
        let end = match &incident.status {
            Status::Closed { at, .. } => *at,
            Status::Open | Status::Held { .. } => incident.at,
        };
        let today = options.today.unwrap_or_else(|| incident.today(incident.at));
        Self { incident, history, plan: baseline(incident), end, today }
    }

    pub fn wall(&self, at: Moment) -> Moment {
        self.history.wall(at)
    }

    pub fn walls(&self, range: Range<Moment>) -> Range<Moment> {
        Range { min: self.wall(range.min), max: self.wall(range.max) }
    }

    pub fn title(&self, id: &StepId) -> &'a str {
        self.incident.step(id).map_or("", |step| step.title.as_str())
    }

    pub fn role_name(&self, id: &RoleId) -> String {
        self.incident.role(id).map_or(id.as_str(), |role| role.name.as_str()).to_owned()
    }

    pub fn audience_name(&self, id: &AudienceId) -> String {
        self.incident.audience(id).map_or(id.as_str(), |audience| audience.name.as_str()).to_owned()
    }
}

//! The incident itself, and what proves the report.

use serde::Serialize;

use super::builder::Builder;
use crate::incident::{Kind, Moment, PersonName, Severity, Status};
use crate::lang::Lang;
use crate::replay::Recording;

/// The incident itself.
#[derive(Clone, Debug, Serialize)]
pub struct About {
    pub id: String,
    pub title: String,
    pub kind: Kind,
    /// How many times faster than real time an exercise ran.
    pub speed: u32,
    pub plan: String,
    pub zone: chrono_tz::Tz,
    pub severity: Severity,
    pub worst_severity: Severity,
    pub commander: Option<PersonName>,
    pub opened: Moment,
    /// Its closing, or its last record if it is not closed.
    pub ended: Moment,
    pub closed: bool,
    pub reason: String,
    pub what: String,
    pub impact: String,
    pub people: Vec<PersonName>,
}

/// What the report can be checked against.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    pub records: u64,
    /// The hash of the last record.
    pub head: String,
    /// The first damaged record, and why.
    pub damage: Option<Damaged>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Damaged {
    pub record: u64,
    pub why: String,
}

impl Builder<'_> {
    pub fn about(&self) -> About {
        let incident = self.incident;
        let worst = self.history.severities.iter().map(|(.., severity)| *severity).min();
        About {
            id: incident.id.as_str().to_owned(),
            title: incident.title.as_str().to_owned(),
            kind: incident.kind,
            speed: incident.pace.speed,
            plan: incident.plan.title.as_str().to_owned(),
            zone: incident.zone,
            severity: incident.severity,
            worst_severity: worst.unwrap_or(Severity::Sev4).min(incident.severity),
            commander: Some(incident.commander.clone()),
            opened: self.wall(incident.opened_at),
            ended: self.wall(self.end),
            closed: incident.is_closed(),
            reason: match &incident.status {
                Status::Closed { reason, .. } => reason.as_str().to_owned(),
                Status::Open | Status::Held { .. } => String::new(),
            },
            what: incident.situation.what.as_str().to_owned(),
            impact: incident.situation.impact.as_str().to_owned(),
            people: incident.people.iter().cloned().collect(),
        }
    }
}

impl Proof {
    pub fn of(recording: &Recording, lang: Lang) -> Self {
        let damage = recording.damage.as_ref();
        Self {
            records: recording.records,
            head: recording.head.hash.to_string(),
            damage: damage.map(|damage| Damaged { record: damage.record, why: lang.say(damage.flaw.key()) }),
        }
    }
}

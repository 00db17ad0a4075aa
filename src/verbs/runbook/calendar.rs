//! `runbook calendar`: a plan as events of a calendar, from a moment on.

use chrono::NaiveDateTime;
use clap::Args;

use super::plans::named;
use crate::incident::{
    Event, HeaderEvent, History, Incident, IncidentId, Kind, Opened, Pace, PersonName, Recorded, Seq, Severity,
    Signature, Situation, resolve_local,
};
use crate::journal::Head;
use crate::lang::vars;
use crate::replay::Recording;
use crate::report::{Options, Report, calendar};
use crate::verbs::{Here, Outcome};

#[derive(Clone, Debug, Args)]
pub struct Calendar {
    plan: String,
    /// `2026-12-01 08:00`, in one's own time zone.
    #[arg(long, value_name = "TIME")]
    start: String,
}

impl Calendar {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let forms = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"];
        let start = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(&self.start, form).ok());
        let bad = vars![start = self.start.as_str()];
        let start = start.ok_or_else(|| Outcome::misuse(lang.say_with("calendar-start", &bad)))?;
        let (_, plan, _) = named(&self.plan, here)?;
        // The report of an incident that opens then, before anything has happened.
        let at = resolve_local(here.zone, start);
        let by = Signature::new("warroom", "calendar");
        let opened = Opened {
            incident: IncidentId::compose(start.date(), plan.title.as_str(), "plan"),
            title: plan.title.clone(),
            severity: Severity::default(),
            kind: Kind::Exercise,
            pace: Pace { speed: 1, real_start: at },
            situation: Situation::default(),
            zone: here.zone,
            commander: PersonName::new(by.person.as_str()),
            plan,
        };
        let event = Event::Header(HeaderEvent::Opened(Box::new(opened)));
        let first = Recorded { seq: Seq(1), at, by, act: None, event };
        let incident = Incident::begin(&first).expect("the first record opens it");
        let history = History::begin(&incident);
        let recording = Recording { incident, history, head: Head::default(), records: 1, damage: None };
        let report = Report::of(&recording, &Options { lang, ..Options::default() });
        Ok(Outcome::done(calendar::print(&report)))
    }
}

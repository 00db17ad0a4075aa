//! The report for external readers.
//!
//! Left out: people, the log, decisions, tasks and roles, blockers, comments, reasons of holds, closings and skipped
//! phases, internal updates, deliveries, when updates were due, findings, follow-up actions, and the titles in ids.
//! Other texts pass the mask of drafts, which hides people and machines.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::data::Report;
use super::open::OpenKind;
use crate::draft::{self, Readers};
use crate::incident::Incident;

/// The kinds of open points that external readers see.
const SHOWN: [OpenKind; 2] = [OpenKind::Incident, OpenKind::Services];

impl Report {
    /// Returns the report without what is internal; `people` are masked in addition to the incident's.
    #[must_use]
    pub fn into_external(mut self, incident: &Incident, people: &[String]) -> Self {
        let mask = |text: &mut String| {
            *text = draft::readable_by(incident, None, people.iter().map(String::as_str), text);
        };
        self.readers = Readers::External;
        self.incident.id = nameless(&self.incident.id);
        self.incident.commander = None;
        self.incident.people.clear();
        self.incident.reason.clear();
        let about = &mut self.incident;
        [&mut about.title, &mut about.plan, &mut about.what, &mut about.impact].into_iter().for_each(mask);
        self.open.retain(|open| SHOWN.contains(&open.what));
        self.open.iter_mut().flat_map(|open| &mut open.named).for_each(mask);
        for objectives in [&mut self.verdict.rto, &mut self.verdict.rpo] {
            objectives.worst.iter_mut().for_each(|worst| mask(&mut worst.service));
        }
        self.figures.iter_mut().for_each(|figure| mask(&mut figure.stated));
        self.services.iter_mut().for_each(|service| mask(&mut service.name));
        for step in &mut self.steps {
            mask(&mut step.title);
            step.reason.clear();
            step.people.clear();
            (step.done, step.skipped, step.tasks) = (0, 0, 0);
            (step.blockers, step.blocked) = (0, chrono::TimeDelta::zero());
        }
        self.holds.iter_mut().for_each(|hold| hold.what.clear());
        self.nights.iter_mut().for_each(|night| mask(&mut night.what));
        self.updates.retain(|update| update.external);
        for update in &mut self.updates {
            update.by = None;
            (update.due, update.late) = (None, None);
            update.deliveries.clear();
            mask(&mut update.audience_name);
            mask(&mut update.text);
        }
        self.audiences.clear();
        self.verdict.updates = self.updates.len();
        self.verdict.late_updates = None;
        self.roles.clear();
        self.tasks.clear();
        self.blockers.clear();
        self.commands.clear();
        self.decisions.clear();
        self.added.clear();
        self.skipped.clear();
        self.today = None;
        self.findings.clear();
        self.actions.clear();
        self.log.clear();
        self.number_ids();
        self.older_records = 0;
        self
    }
}

impl Report {
    /// Replaces ids, which are made of titles, by numbers in the order of the report.
    fn number_ids(&mut self) {
        fn numbered<Id: FromStr>(kind: &str, place: usize) -> Id {
            let id = format!("{kind}-{}", place + 1).parse();
            id.unwrap_or_else(|_| unreachable!("a word and a number are an id"))
        }
        for figure in &mut self.figures {
            let place = self.steps.iter().position(|step| Some(&step.id) == figure.step.as_ref());
            figure.step = place.map(|place| numbered("step", place));
        }
        self.steps.iter_mut().enumerate().for_each(|(place, step)| step.id = numbered("step", place));
        for (place, service) in self.services.iter_mut().enumerate() {
            service.id = numbered("service", place);
        }
        let audiences: BTreeSet<_> = self.updates.iter().map(|update| update.audience.clone()).collect();
        for update in &mut self.updates {
            let place = audiences.iter().position(|audience| *audience == update.audience);
            update.audience = numbered("audience", place.unwrap_or_default());
        }
    }
}

/// Returns an id without the words of the title in it.
fn nameless(id: &str) -> String {
    match (id.split_once('-'), id.rsplit_once('-')) {
        (Some((date, _)), Some((_, letters))) => format!("{date}-{letters}"),
        _ => id.to_owned(),
    }
}

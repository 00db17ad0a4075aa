//! What was decided and logged, who was in command, and where the timeline still differs from the plan.

use serde::Serialize;

use super::builder::Builder;
use crate::incident::{Deviation, Entry, Event, Interval, LogEvent, Moment, PersonName, Seq, StepId, TaskId};
use crate::lang::{EntryText, Lang};

/// The maximum number of entries in a report; older ones are left out.
const ENTRIES_MAX: usize = 50_000;

#[derive(Clone, Debug, Serialize)]
pub struct Logged {
    pub seq: Seq,
    pub at: Moment,
    pub person: PersonName,
    pub via: String,
    pub kind: &'static str,
    /// Kept for investigating a delivery; documents leave it out.
    pub technical: bool,
    /// `DECISION`; empty for most.
    pub label: String,
    pub text: String,
    /// What it said before it was corrected.
    pub struck: Option<String>,
    #[serde(rename = "taken_back")]
    pub undone: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    /// The corrected text if it was corrected.
    pub text: String,
    pub why: String,
    pub objections: String,
    #[serde(rename = "taken_back")]
    pub undone: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct InCommand {
    pub person: PersonName,
    pub from: Moment,
    /// Why they took command, if they did.
    pub taken: Option<String>,
}

/// A step or task that was added or skipped.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub at: Moment,
    pub by: PersonName,
    pub step: StepId,
    pub task: Option<TaskId>,
    pub title: String,
    pub reason: String,
}

impl Builder<'_> {
    /// Returns the newest entries, and the number of older ones that are left out.
    pub fn log(&self, lang: Lang) -> (Vec<Logged>, usize) {
        let log = &self.incident.log;
        let older = log.len().saturating_sub(ENTRIES_MAX);
        let newest = (older..log.len()).filter_map(|place| log.at(place));
        (newest.map(|entry| self.logged(entry, lang)).collect(), older)
    }

    fn logged(&self, entry: &Entry, lang: Lang) -> Logged {
        let EntryText { what, text, struck } = lang.entry(self.incident, entry);
        Logged {
            seq: entry.seq,
            at: entry.wall,
            person: entry.by.person.clone(),
            via: entry.by.via.as_str().to_owned(),
            kind: entry.kind().name(),
            technical: entry.is_technical(),
            label: what,
            text,
            struck,
            undone: entry.undone.is_some(),
        }
    }

    pub fn decisions(&self) -> Vec<Decision> {
        let decided = self.incident.log.iter().filter_map(|entry| {
            let Event::Log(LogEvent::Decided { text, why, objections }) = &entry.event else { return None };
            let text = entry.correction.as_ref().map_or(text, |correction| &correction.text);
            Some(Decision {
                seq: entry.seq,
                at: entry.wall,
                by: entry.by.person.clone(),
                text: text.as_str().to_owned(),
                why: why.as_str().to_owned(),
                objections: objections.as_str().to_owned(),
                undone: entry.undone.is_some(),
            })
        });
        decided.collect()
    }

    pub fn commands(&self) -> Vec<InCommand> {
        let commands = self.history.commands.iter().map(|command| InCommand {
            person: command.person.clone(),
            from: self.wall(command.at),
            taken: command.taken.as_ref().map(|reason| reason.as_str().to_owned()),
        });
        commands.collect()
    }

    /// Returns those deviations that are still in effect.
    pub fn changes(&self, deviations: &[Interval<Deviation>]) -> Vec<Change> {
        let lasting = deviations.iter().filter(|deviation| deviation.lasts());
        lasting.filter_map(|deviation| self.change(deviation)).collect()
    }

    fn change(&self, deviation: &Interval<Deviation>) -> Option<Change> {
        let Deviation { step, task, reason } = &deviation.what;
        let title = match task {
            Some(task) => self.incident.task(task).map(|(_, task)| task.title.as_str())?,
            None => self.incident.step(step).map(|step| step.title.as_str())?,
        };
        Some(Change {
            at: self.wall(deviation.from),
            by: deviation.by.clone(),
            step: step.clone(),
            task: task.clone(),
            title: title.to_owned(),
            reason: reason.as_str().to_owned(),
        })
    }
}

//! Notes, facts, decisions, and corrections of them.

use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{bounded, changes, written};
use crate::incident::{Field, Incident, LogEvent, Prose, Refusal, Seq};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LogCommand {
    Note { text: Prose },
    RecordFact { text: Prose },
    Decide { text: Prose, why: Prose, objections: Prose },
    Correct { entry: Seq, text: Prose },
}

impl LogCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<LogEvent, Refusal> {
        let (Self::Note { text } | Self::RecordFact { text } | Self::Decide { text, .. } | Self::Correct { text, .. }) =
            &self;
        written(text)?;
        Ok(match self {
            Self::Note { text } => LogEvent::Noted { text },
            Self::RecordFact { text } => LogEvent::FactRecorded { text },
            Self::Decide { text, why, objections } => {
                bounded(&why, Field::Text)?;
                bounded(&objections, Field::Text)?;
                LogEvent::Decided { text, why, objections }
            }
            Self::Correct { entry, text } => {
                let corrected = incident.log.get(entry).ok_or(Refusal::NoSuchEntry { entry })?;
                let now = corrected.correctable().ok_or(Refusal::NotCorrectable { entry })?;
                changes(*now != text)?;
                LogEvent::Corrected { entry, text }
            }
        })
    }

    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::Note { .. } | Self::RecordFact { .. } => Ok(()),
            Self::Decide { .. } => asker.deputy(),
            Self::Correct { entry, .. } => match asker.incident.log.get(*entry) {
                Some(entry) => asker.deputy_or(&[&entry.by.person]),
                None => Ok(()),
            },
        }
    }
}

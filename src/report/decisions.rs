//! What was decided, and who was in command.

use serde::Serialize;

use super::builder::Builder;
use crate::incident::{Event, LogEvent, Moment, PersonName, Seq};

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

impl Builder<'_> {
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
}

//! What people write in the log.

use serde::{Deserialize, Serialize};

use crate::incident::{Prose, Seq};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LogEvent {
    Noted {
        text: Prose,
    },
    FactRecorded {
        text: Prose,
    },
    Decided {
        text: Prose,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        why: Prose,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        objections: Prose,
    },
    /// The entry `entry` reads `text` from now on; the old text stays visible.
    Corrected {
        entry: Seq,
        text: Prose,
    },
}

//! Inputs and effects of the screen.

use crate::document::Document;
use crate::incident::{AudienceId, Command, Comparison, IncidentId, Occasion, Preview, Prose, Refusal};

use super::replay::{Play, Shown};
use super::world::Opening;

#[derive(Clone, Debug)]
pub enum Input {
    Key(termina::event::KeyEvent),
    Mouse(termina::event::MouseEvent),
    Paste(String),
    Resize {
        width: u16,
        height: u16,
    },
    /// The room's state or the list is new.
    Changed,
    /// A second has passed.
    Tick,
    /// The answer to the oldest unanswered `Effect::Send` or `Effect::Open`.
    Answer(Result<(), Unanswered>),
    Previews(Vec<Preview>),
    /// The comparison of the last `Effect::Compare`.
    Compared(Box<Comparison>),
    /// The report of an incident, or why there is none.
    Reported(IncidentId, Result<Box<Reported>, String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    Refused(Refusal),
    /// The journal is read-only; the sentence says why.
    ReadOnly(String),
}

/// A request of the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Send(Command),
    /// Open an incident and enter its room.
    Open(Box<Opening>),
    Enter(IncidentId),
    Leave,
    /// Asks for an update as each target of an audience will show it.
    Preview(Written),
    Play(Play),
    /// Asks what changed in a replay from the first moment to the second.
    Compare(Shown, Shown),
    /// Play an incident again.
    Replay(IncidentId),
    /// Makes the report of an incident; in a replay, of the whole recording.
    Report(IncidentId),
    Copy(String),
    /// A bell, and a desktop notification with this text, if the person's configuration allows them.
    Alarm(String),
    /// Draw everything again: the terminal may show something else.
    Redraw,
    Quit,
}

/// The text of an update, to be previewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
}

#[derive(Clone, Debug)]
pub struct Reported {
    pub internal: Document,
    pub external: Document,
    /// The commands that print each into a file.
    pub commands: [String; 2],
}

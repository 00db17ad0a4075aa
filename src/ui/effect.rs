//! What reaches the screen, and what the screen asks of the world.

use crate::document::Document;
use crate::incident::{AudienceId, Command, Comparison, IncidentId, Occasion, Preview, Prose, Refusal};

use super::replay::{Play, Shown};
use super::world::Opening;

/// What reaches the screen.
#[derive(Clone, Debug)]
pub enum Input {
    Key(termina::event::KeyEvent),
    Mouse(termina::event::MouseEvent),
    Paste(String),
    Resize {
        width: u16,
        height: u16,
    },
    /// The state of the room, or the list, is a new one.
    Changed,
    /// A second has passed.
    Tick,
    /// What came of the oldest unanswered `Effect::Send` or `Effect::Open`.
    Answer(Result<(), Unanswered>),
    /// How each target will show what was last asked by `Effect::Preview`.
    Previews(Vec<Preview>),
    /// What changed between the two moments of the last `Effect::Compare`.
    Compared(Box<Comparison>),
    /// The report of an incident, or why there is none.
    Reported(IncidentId, Result<Box<Reported>, String>),
}

/// Why a command was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    Refused(Refusal),
    /// The journal cannot be written; the sentence says why.
    ReadOnly(String),
}

/// What the screen asks of the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Send(Command),
    /// Open an incident and enter its room.
    Open(Box<Opening>),
    Enter(IncidentId),
    /// Back to the start screen.
    Leave,
    /// Asks how each target of an audience will show a text.
    Preview(Written),
    /// A request for the player of a replay.
    Play(Play),
    /// Asks what changed in a replay from the first moment to the second.
    Compare(Shown, Shown),
    /// Play an incident again.
    Replay(IncidentId),
    /// Make the report of an incident; in a replay, of the whole recording.
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

/// The report of an incident, for both kinds of readers.
#[derive(Clone, Debug)]
pub struct Reported {
    pub internal: Document,
    pub external: Document,
    /// The commands that print each into a file.
    pub commands: [String; 2],
}

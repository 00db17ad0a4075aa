//! The screen, pure: inputs become changes of the screen and effects as data, and the state is drawn into cells.
//!
//! ```text
//!   Input ──Screen::update(&World)──▶ Vec<Effect>        Screen::render(&World) ──▶ cells
//! ```

pub mod action;
pub mod cursor;
pub mod field;
pub mod keymap;
pub mod layout;
pub mod log_list;
mod plain;
pub mod region;
pub mod scene;
pub mod theme;

use ratatui::buffer::Buffer;

use crate::incident::{Command, Incident, IncidentId, Kind, Moment, PersonName, Plan, Refusal, Severity};
use crate::lang::Lang;

/// What there is to see: the start screen, or a room.
#[derive(Clone, Copy)]
pub enum World<'a> {
    Start(&'a Start),
    Room(&'a View<'a>),
}

/// A room as one person sees it.
pub struct View<'a> {
    pub incident: &'a Incident,
    /// Now, in the incident's own time.
    pub now: Moment,
    pub me: &'a PersonName,
    pub present: &'a [Present],
    /// Why nothing can be written; none while all is well.
    pub read_only: Option<&'a str>,
}

/// Somebody at a screen of this room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    pub person: PersonName,
    pub via: String,
    pub since: Moment,
}

/// What the start screen lists.
#[derive(Clone, Debug, Default)]
pub struct Start {
    pub incidents: Vec<Listed>,
    pub plans: Vec<ListedPlan>,
}

/// An incident in a list, open ones first, newest first.
#[derive(Clone, Debug)]
pub struct Listed {
    pub id: IncidentId,
    pub title: String,
    pub severity: Severity,
    pub kind: Kind,
    pub opened_at: Moment,
    pub closed_at: Option<Moment>,
    pub zone: chrono_tz::Tz,
}

/// A plan that an incident can be started from.
#[derive(Clone, Debug)]
pub struct ListedPlan {
    /// What the command line calls it.
    pub name: String,
    pub plan: Plan,
}

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
    Copy(String),
    /// A bell, and a desktop notification with this text, where the person's configuration allows them.
    Alarm(String),
    /// Draw everything again: the terminal may show something else.
    Redraw,
    Quit,
}

/// An incident to open, from the form of the start screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub title: String,
    pub severity: Severity,
    pub kind: Kind,
    pub speed: u32,
    pub plan: Plan,
}

/// One person's screen.
pub struct Screen {
    pub(crate) lang: Lang,
}

impl Screen {
    pub fn update(&mut self, _world: World<'_>, _input: Input) -> Vec<Effect> {
        Vec::new()
    }

    /// Draws the whole screen.
    pub fn render(&mut self, _world: World<'_>, _buffer: &mut Buffer) {
        let _ = self.lang;
    }
}

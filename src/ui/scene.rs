//! The input of the regions, and what they leave for the mouse.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::action::{Action, Page};
use super::banner::{Attention, Banner};
use super::cursor::{Cursor, Pane};
use super::keymap::Keymap;
use super::log_list::LogList;
use super::page::review::rows::Reviewed;
use super::view::View;
use crate::incident::{Moment, Seq, ServiceId, Span, StepId, TaskId};
use crate::lang::Lang;
use crate::theme::Theme;

/// The input of a region.
///
/// The log is drawn newest first: the entry at the top of a log pane is `log.back(cursor.log_back)`, the selected one
/// is `cursor.entry`.
pub struct Scene<'a> {
    pub view: &'a View<'a>,
    pub cursor: &'a Cursor,
    /// The listed entries.
    pub log: &'a LogList,
    pub keymap: &'a Keymap,
    /// Most useful first; as many as fit are shown.
    pub hints: &'a [Hint],
    /// The cells of that line that a notice covers, from the left.
    pub noticed: u16,
    /// What asks for the person, the most urgent first.
    pub banners: &'a [Banner],
    pub attention: &'a Attention,
}

/// The results of drawing a frame.
#[derive(Debug, Default)]
pub struct Drawn {
    pub hits: Hits,
    /// The clocks with seconds.
    pub clocks: Vec<ClockCell>,
}

/// The language and colours of one person.
pub struct Look {
    pub lang: Lang,
    pub theme: Theme,
}

/// One key of the hint line, as the live keymap has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub action: Action,
    /// `espace`, `n`, `Ctrl-K`.
    pub key: String,
    /// A word or two: `cocher`, `note`.
    pub label: String,
}

/// The areas of the screen: noted while drawing, looked up by the mouse.
#[derive(Debug, Default)]
pub struct Hits(Vec<(Rect, Hit)>);

/// The target of a click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    Step(StepId),
    Task(TaskId),
    TaskBox(TaskId),
    TimelinePane,
    RolePane(usize),
    LogPane,
    LogEntry(Seq),
    /// The mark that a list continues above or below.
    More(Listing, Side),
    Page(Page),
    /// A hint, or anything else that is a button.
    Action(Action),
    Service(ServiceId),
    /// A line below the header, by place.
    Banner(usize),
    /// A line of a page's list, by place.
    Line(usize),
    ReviewRow(Reviewed),
    Scrubber,
    /// A line of a list of the overlay or of the start screen, by place.
    Row(usize),
    /// The overlay itself, outside its lines.
    Overlay,
}

/// A clock with seconds in its cells: redrawn alone while nothing else has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ClockCell {
    pub x: u16,
    pub y: u16,
    pub style: Style,
    /// The value it showed.
    pub span: Span,
    /// When it showed that; `None` if it is stopped.
    pub runs_from: Option<Moment>,
    pub counts: Counts,
}

/// The direction of a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    Up,
    /// To zero, and no further.
    Down,
}

impl ClockCell {
    /// The value after some time.
    pub fn after(&self, passed: Span) -> Span {
        match self.counts {
            Counts::Up => self.span + passed,
            Counts::Down => (self.span - passed).max(Span::zero()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    Steps,
    /// The tasks of the role at this place.
    Tasks(usize),
    /// The column of the board at this place.
    Cards(usize),
    Mine,
    /// The people, services or updates of their page.
    Rows,
    Entries,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Above,
    Below,
}

impl Scene<'_> {
    /// Whether this pane of the war room has the keyboard.
    pub fn has_keys(&self, pane: Pane) -> bool {
        self.cursor.page == Page::Room && self.cursor.pane == pane
    }
}

impl Hits {
    pub fn note(&mut self, area: Rect, hit: Hit) {
        if !area.is_empty() {
            self.0.push((area, hit));
        }
    }

    pub fn at(&self, column: u16, row: u16) -> impl Iterator<Item = &Hit> {
        let cell = Position { x: column, y: row };
        self.0.iter().rev().filter(move |(area, _)| area.contains(cell)).map(|(_, hit)| hit)
    }

    pub fn has(&self, hit: &Hit) -> bool {
        self.0.iter().any(|(_, drawn)| drawn == hit)
    }

    pub fn entries(&self) -> usize {
        self.0.iter().filter(|(_, hit)| matches!(hit, Hit::LogEntry(_))).count()
    }

    /// All areas of which something is known.
    #[cfg(test)]
    pub fn areas(&self) -> impl Iterator<Item = &Rect> {
        self.0.iter().map(|(area, _)| area)
    }

    /// Where `hit` was drawn, first of all.
    pub fn area(&self, hit: &Hit) -> Option<Rect> {
        self.0.iter().find(|(_, other)| other == hit).map(|(area, _)| *area)
    }
}

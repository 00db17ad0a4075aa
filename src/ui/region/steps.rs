//! The timeline pane: every step, its time on the axis, and its slip against the plan.
//!
//! ```text
//! ┌ Chronologie ↑2 ↓9 ──────────03:00────04:00────05:00────06:00────07:00────08:00────09:00────10:00────11:00────────────────┐
//! │ ✔ Évaluation de l'incident  ██████▓▓                       │                         1h12  45m–1h30  dans les temps │
//! │ ✔ Communication                     ██████▓                │                         1h08        1h  ▲ +8m          │
//! │ ▶ Activation du PRA                        ████████████████│░░░╌╌                     22m       45m  reste 23m      │
//! │ · Priorisation                                             │    ░░░░░░░░╌╌╌                      1h  prévu 09:15    │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::super::cursor::{Pane, shown_steps};
use super::super::layout;
use super::super::scene::{Hit, Listing, Side};
use super::axis::{Axis, SOLID};
use super::frame::{Focus, Frame};
use super::text;
use crate::incident::{Lateness, Moment, Span, Step, StepKind, StepState};
use crate::theme::Meaning;

const SIGN: u16 = 2;
/// A short duration and a gap; a full one takes more.
const ELAPSED: u16 = 6;
const ELAPSED_IN_FULL: u16 = 8;
/// At least; what was extended takes more.
const PLANNED: u16 = 10;
const STATE: u16 = 16;
/// Fewer columns than these are no bar.
const LEAST_BAR: u16 = 16;
/// A bar as long as this gives way to titles that would be cut.
const ENOUGH_BAR: u16 = 48;

/// The columns of a row; each starts at the end of the one before.
#[derive(Clone, Copy)]
pub struct Columns {
    pub title: u16,
    pub bar: u16,
    elapsed: u16,
    planned: u16,
    /// Whether durations are written in full, and both ranges of an extended step.
    in_full: bool,
}

impl Columns {
    /// For the widths of the longest title and of the longest planned time.
    fn new(width: u16, longest: u16, (planned, in_full): (u16, bool)) -> Self {
        let elapsed = if in_full { ELAPSED_IN_FULL } else { ELAPSED };
        let figures = elapsed + planned + 2 + STATE;
        let room = width.saturating_sub(SIGN + figures);
        let title = (room * 2 / 5).min(room / 8 + 26).max(20);
        if room < title + 1 + LEAST_BAR {
            return Self { title: room, bar: 0, elapsed, planned, in_full };
        }
        let title = longest.min(room.saturating_sub(1 + ENOUGH_BAR)).min(room * 3 / 5).max(title);
        Self { title, bar: room - title - 1, elapsed, planned, in_full }
    }

    /// For all steps of the timeline, in rows of so many cells.
    pub fn of(frame: &Frame<'_>, width: u16) -> Self {
        let titles = frame.incident.steps.iter().map(|step| text::width(step.title.as_str()));
        let longest = titles.max().unwrap_or(0);
        let planned = |in_full| {
            let widths = frame.incident.steps.iter().map(|step| text::width(&planned(frame, step, in_full)));
            widths.max().map_or(PLANNED, |width| (width + 2).max(PLANNED))
        };
        let full = Self::new(width, longest, (planned(true), true));
        // Where it would cost the bar, the most of each range has to do.
        if full.bar >= ENOUGH_BAR { full } else { Self::new(width, longest, (planned(false), false)) }
    }

    /// Where the bars are in a row, or in all of them.
    pub fn bar_area(self, row: Rect) -> Rect {
        Rect { x: row.x + 1 + SIGN + self.title + 1, width: self.bar, ..row }
    }
}

pub fn focus(frame: &Frame<'_>) -> Focus {
    Focus::of(frame.scene.has_keys(Pane::Timeline))
}

pub fn render(frame: &Frame<'_>, pane: Rect, buffer: &mut Buffer) {
    let focus = focus(frame);
    let inner = layout::inside(pane);
    frame.scene.hit(pane, Hit::TimelinePane);
    let steps = &frame.incident.steps;
    let rows = usize::from(inner.height);
    let first = first_row(current(frame), rows, steps.len());
    title(frame, pane, focus, first, steps.len().saturating_sub(first + rows), buffer);
    if inner.is_empty() {
        return;
    }
    let columns = Columns::of(frame, inner.width.saturating_sub(1));
    let bar = columns.bar_area(inner);
    let axis = (columns.bar > 0).then(|| Axis::new(frame, columns.bar));
    if let Some(axis) = &axis {
        axis.draw_labels(frame, Rect { y: pane.y, height: 1, ..bar }, buffer);
    }
    for (step, y) in steps.iter().skip(first).zip(inner.y..inner.bottom()) {
        let row = Rect { y, height: 1, ..inner };
        draw(frame, step, row, columns, axis.as_ref(), buffer);
        let chosen = frame.scene.cursor.step.as_ref() == Some(&step.id);
        if chosen || (focus == Focus::Here && is_selected(frame, step)) {
            buffer.set_style(row, frame.style(focus.selection()));
        }
        frame.scene.hit(row, Hit::Step(step.id.clone()));
    }
}

/// Whether a step is the chosen one, or the panes show it because it runs or comes next.
pub fn is_selected(frame: &Frame<'_>, step: &Step) -> bool {
    match &frame.scene.cursor.step {
        Some(chosen) => *chosen == step.id,
        None => shown_steps(frame.incident, frame.scene.cursor).iter().any(|shown| shown.id == step.id),
    }
}

pub fn title(frame: &Frame<'_>, pane: Rect, focus: Focus, above: usize, below: usize, buffer: &mut Buffer) {
    let x = text::title(pane, &frame.say("region-timeline"), frame.style(focus.title()), buffer);
    more(frame, pane, x, Listing::Steps, (above, below), buffer);
}

/// How much of a list is above and below what is in sight, on the upper border.
pub fn more(
    frame: &Frame<'_>,
    pane: Rect,
    mut x: u16,
    listing: Listing,
    (above, below): (usize, usize),
    buffer: &mut Buffer,
) {
    for (sign, side, count) in [("↑", Side::Above, above), ("↓", Side::Below, below)] {
        if count > 0 {
            let from = x;
            x = text::after_title(pane, x, &format!("{sign}{count}"), frame.style(Meaning::More), buffer);
            let mark = Rect { x: from, width: x - from, height: 1, ..pane };
            frame.scene.hit(mark, Hit::More(listing, side));
        }
    }
}

/// The step that must be in sight: the chosen one, else what runs, else what comes next.
pub fn current(frame: &Frame<'_>) -> usize {
    let steps = &frame.incident.steps;
    let chosen = frame.scene.cursor.step.as_ref();
    let place = |wanted: &dyn Fn(&Step) -> bool| steps.iter().position(|step| wanted(step));
    place(&|step| chosen == Some(&step.id))
        .or_else(|| place(&|step| step.is_active()))
        .or_else(|| place(&|step| step.is_waiting()))
        .unwrap_or_else(|| steps.len().saturating_sub(1))
}

/// The first row to show, so that `wanted` is in sight with some of what was before it.
pub fn first_row(wanted: usize, rows: usize, all: usize) -> usize {
    wanted.saturating_sub(rows / 3).min(all.saturating_sub(rows))
}

/// One row: sign, title, bar, and figures.
pub fn draw(
    frame: &Frame<'_>,
    step: &Step,
    row: Rect,
    columns: Columns,
    axis: Option<&Axis>,
    buffer: &mut Buffer,
) {
    let clock = frame.clock_of(step);
    let standing = frame.standing(step, &clock);
    let style = frame.style(standing.meaning);
    let x = row.x + 1;
    // What is over is over: only the words say that it was late.
    let sign = if step.state == StepState::Finished { frame.style(Meaning::PhaseDone) } else { style };
    text::put(buffer, x, row.y, SIGN, standing.sign, sign);
    text::put(buffer, x + SIGN, row.y, columns.title, step.title.as_str(), title_style(frame, step, style));
    let mut right = x + SIGN + columns.title;
    if let Some(axis) = axis {
        let bar = Rect { x: right + 1, width: columns.bar, ..row };
        draw_bar(frame, step, axis, bar, buffer);
        right = bar.right();
    }
    right += columns.elapsed;
    if !step.runs.is_empty() {
        let elapsed = if columns.in_full {
            frame.lang.duration(clock.elapsed)
        } else {
            frame.lang.duration_short(clock.elapsed)
        };
        let strong =
            if step.is_active() { frame.style(Meaning::TextStrong) } else { frame.style(Meaning::TextMuted) };
        text::put_right(buffer, right, row.y, columns.elapsed, &elapsed, strong);
    }
    right += columns.planned;
    let planned = planned(frame, step, columns.in_full);
    text::put_right(buffer, right, row.y, columns.planned - 1, &planned, frame.style(Meaning::TextMuted));
    text::put(
        buffer,
        right + 2,
        row.y,
        row.right().saturating_sub(right + 2).min(STATE),
        &standing.words,
        style,
    );
}

/// The time that a step has, or the time of day of a day end.
fn planned(frame: &Frame<'_>, step: &Step, in_full: bool) -> String {
    match (step.allotted(), step.kind) {
        (Some(allotted), _) if in_full => frame.lang.allotted(allotted),
        (Some(allotted), _) => frame.lang.allotted_short(allotted),
        (None, StepKind::DayEnd { at, .. }) => at.format("%H:%M").to_string(),
        (None, _) => String::new(),
    }
}

/// What runs is strong, what is over is muted, what is upcoming is plain.
fn title_style(frame: &Frame<'_>, step: &Step, standing: Style) -> Style {
    match (&step.state, step.kind) {
        (StepState::Active | StepState::Skipped { .. }, _) => standing,
        (StepState::Waiting, StepKind::Phase { .. }) => frame.style(Meaning::Text),
        (StepState::Finished, StepKind::Phase { .. }) => frame.style(Meaning::TextMuted),
        (_, StepKind::Break { .. }) => frame.style(Meaning::Break),
        (_, StepKind::DayEnd { .. }) => frame.style(Meaning::Night),
    }
}

/// Draws a step on the axis: what ran, what is left of it, and the range in which it may end.
pub fn draw_bar(frame: &Frame<'_>, step: &Step, axis: &Axis, row: Rect, buffer: &mut Buffer) {
    draw_marks(frame, axis, row, buffer);
    if let Some(forecast) = frame.forecast_of(step) {
        // What lies outside of the hours shown is hinted at.
        let (before, behind) =
            (axis.place(forecast.end.max) < 0.0, axis.column(forecast.start.min).is_none());
        let (x, sign) = if before { (row.x, "‹") } else { (row.right().saturating_sub(1), "›") };
        if before || (behind && axis.place(forecast.start.min) > 0.0) {
            text::put(buffer, x, row.y, 1, sign, frame.style(Meaning::More));
        }
    }
    let to_come = (step.is_active() || step.is_waiting()) && !frame.incident.is_closed();
    if to_come
        && !step.kind.is_day_end()
        && let Some(forecast) = frame.forecast_of(step)
    {
        let from = if step.is_active() { frame.minute } else { forecast.start.min };
        let (likely, latest) = (forecast.end.min.max(from), forecast.end.max);
        axis.draw_solid(
            axis.place(likely),
            axis.place(latest),
            row,
            buffer,
            "╌",
            frame.style(Meaning::BarRange),
        );
        if likely > from {
            axis.draw_solid(
                axis.place(from),
                axis.place(likely),
                row,
                buffer,
                "░",
                frame.style(Meaning::BarPlanned),
            );
        }
        draw_now(frame, axis, row, buffer);
    }
    if step.kind.is_day_end() {
        draw_night(frame, step, axis, row, buffer);
    } else {
        for run in &step.runs {
            draw_run(frame, step, axis, row, (run.from, run.to), buffer);
        }
    }
}

/// Draws what every row of the axis has: nights, and now.
pub fn draw_marks(frame: &Frame<'_>, axis: &Axis, row: Rect, buffer: &mut Buffer) {
    for column in axis.night_columns() {
        text::put(buffer, row.x + column, row.y, 1, "┊", frame.style(Meaning::BarNight));
    }
    draw_now(frame, axis, row, buffer);
}

fn draw_now(frame: &Frame<'_>, axis: &Axis, row: Rect, buffer: &mut Buffer) {
    if !frame.incident.is_closed()
        && let Some(column) = axis.column(frame.minute)
    {
        text::put(buffer, row.x + column, row.y, 1, "│", frame.style(Meaning::BarNow));
    }
}

/// What ran: calm, then due, then late.
fn draw_run(
    frame: &Frame<'_>,
    step: &Step,
    axis: &Axis,
    row: Rect,
    (from, to): (Moment, Option<Moment>),
    buffer: &mut Buffer,
) {
    let end = to.unwrap_or(frame.minute);
    let clock = frame.incident.step_clock(step, frame.minute);
    let last = step.runs.last().is_some_and(|run| run.from == from);
    // An overrun is what the last run has too much of: by what holds while it runs, by the plan once it is over.
    let over = if step.is_active() { clock.over() } else { clock.slip.unwrap_or_default().max(Span::zero()) };
    let late_from = if last { (end - over).max(from) } else { end };
    let due_from = match (clock.left, step.is_active() && last) {
        (Some(left), true) if clock.lateness != Lateness::Calm => {
            (end - (-left.min).max(Span::zero())).max(from).min(late_from)
        }
        _ => late_from,
    };
    let calm = if step.is_active() { Meaning::BarCalm } else { Meaning::BarReal };
    let (left, mut right) = (axis.place(from), axis.place(end));
    if to.is_none() {
        // The now line is the edge of what runs: the bar ends before it.
        right = right.floor().max(left.floor());
        if right <= left {
            return;
        }
    }
    axis.draw_solid(left, right, row, buffer, SOLID, frame.style(calm));
    if due_from < late_from {
        let due = axis.place(due_from).min(right - 0.5);
        axis.draw_solid(due, right, row, buffer, SOLID, frame.style(Meaning::BarDue));
    }
    if late_from < end {
        let late = axis.place(late_from).min(right - 0.5).max(left);
        axis.draw_solid(late, right.ceil(), row, buffer, "▓", frame.style(Meaning::BarLate));
    }
}

/// An end of day: a mark where work stops.
fn draw_night(frame: &Frame<'_>, step: &Step, axis: &Axis, row: Rect, buffer: &mut Buffer) {
    let style = frame.style(Meaning::Night).remove_modifier(Modifier::BOLD);
    let Some(forecast) = frame.forecast_of(step) else { return };
    if let Some(column) = axis.column(forecast.start.max) {
        axis.draw_solid(f64::from(column), axis.place(forecast.end.min), row, buffer, "▒", style);
    }
}

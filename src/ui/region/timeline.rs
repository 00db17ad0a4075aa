//! The timeline, as a pane and as a page: each step, its bar on the time axis, and its slip.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::axis::{Axis, SOLID};
use super::frame::{Focus, Frame, waiting};
use crate::incident::{Forecast, Lateness, Moment, Span, Step, StepKind, StepState, baseline};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::Page;
use crate::ui::cursor::{Pane, shown_steps};
use crate::ui::layout;
use crate::ui::scene::{Hit, Listing};
use crate::ui::text;

const SIGN: u16 = 2;
/// A short duration and a gap; a full one takes more.
const ELAPSED: u16 = 6;
const ELAPSED_IN_FULL: u16 = 8;
/// The minimum; an extended step takes more.
const PLANNED: u16 = 10;
const STATE: u16 = 16;
/// A shorter bar shows nothing: it gives way to the titles.
const LEAST_BAR: u16 = 12;
/// A longer bar gives way to durations in full.
const ENOUGH_BAR: u16 = 24;
/// A longer title is cut if it would take more than half of a row.
const TITLE_MAX: u16 = 46;

/// The columns of a row; each starts at the end of the previous one.
#[derive(Clone, Copy)]
struct Columns {
    title: u16,
    bar: u16,
    elapsed: u16,
    planned: u16,
    /// Whether durations and both ranges of an extended step are written in full.
    in_full: bool,
}

impl Columns {
    /// For the longest title and the longest planned time; titles leave the bar `least` cells.
    fn new(width: u16, longest: u16, least: u16, (planned, in_full): (u16, bool)) -> Self {
        let elapsed = if in_full { ELAPSED_IN_FULL } else { ELAPSED };
        let figures = elapsed + planned + 2 + STATE;
        let room = width.saturating_sub(SIGN + figures);
        let title = longest.min(TITLE_MAX.max(room / 2)).min(room.saturating_sub(1 + least)).max(20);
        match room.checked_sub(title + 1) {
            Some(bar) if bar >= LEAST_BAR => Self { title, bar, elapsed, planned, in_full },
            _ => Self { title: room, bar: 0, elapsed, planned, in_full },
        }
    }

    /// For all steps of the timeline.
    fn of(frame: &Frame<'_>, width: u16) -> Self {
        let titles = frame.incident.steps.iter().map(|step| text::width(step.title.as_str()));
        let longest = titles.max().unwrap_or(0);
        let planned = |in_full| {
            let widths = frame.incident.steps.iter().map(|step| text::width(&planned(frame, step, in_full)));
            widths.max().map_or(PLANNED, |width| (width + 2).max(PLANNED))
        };
        // The chart is what the page is for; in the war room it gives way to the titles.
        let least = if frame.scene.cursor.page == Page::Timeline { ENOUGH_BAR } else { 0 };
        let full = Self::new(width, longest, least, (planned(true), true));
        // If full ranges would cost the bar, only maxima are shown.
        if full.bar >= ENOUGH_BAR { full } else { Self::new(width, longest, least, (planned(false), false)) }
    }

    /// Names the figures, on the upper border.
    fn headings(self, frame: &Frame<'_>, pane: Rect) {
        let bar = if self.bar > 0 { self.bar + 1 } else { 0 };
        let elapsed = pane.x + 2 + SIGN + self.title + bar + self.elapsed;
        let planned = elapsed + self.planned;
        frame.put_right(elapsed, pane.y, self.elapsed, &frame.say("region-column-elapsed"), Meaning::TextMuted);
        frame.put_right(planned, pane.y, self.planned - 1, &frame.say("region-column-planned"), Meaning::TextMuted);
        frame.put(planned + 2, pane.y, STATE, &frame.say("region-column-state"), Meaning::TextMuted);
    }

    fn bar_area(self, row: Rect) -> Rect {
        Rect { x: row.x + 1 + SIGN + self.title + 1, width: self.bar, ..row }
    }
}

pub fn focus(frame: &Frame<'_>) -> Focus {
    Focus::of(frame.scene.cursor.page == Page::Timeline || frame.scene.has_keys(Pane::Timeline))
}

/// Draws the steps as a pane of the war room, or as the timeline page, which has a second row for each if they fit.
pub fn render(frame: &Frame<'_>, pane: Rect) {
    let focus = focus(frame);
    let inner = layout::inside(pane);
    frame.hit(pane, Hit::TimelinePane);
    let steps = &frame.incident.steps;
    let is_page = frame.scene.cursor.page == Page::Timeline;
    let each = if is_page && steps.len() * 2 <= usize::from(inner.height) { 2 } else { 1 };
    let rows = usize::from(inner.height) / each;
    let first = first_row(frame, rows);
    let x = frame.title(pane, &frame.say("region-timeline"), focus.title());
    frame.more(pane, x, Listing::Steps, (first, steps.len().saturating_sub(first + rows)));
    if inner.is_empty() {
        return;
    }
    let columns = Columns::of(frame, inner.width.saturating_sub(1));
    let bar = columns.bar_area(inner);
    let axis = (columns.bar > 0).then(|| Axis::new(frame, columns.bar));
    if let Some(axis) = &axis {
        axis.draw_labels(frame, Rect { y: pane.y, height: 1, ..bar });
    }
    columns.headings(frame, pane);
    let plan = (each == 2).then(|| baseline(frame.incident));
    let mut free = inner.rows();
    for step in steps.iter().skip(first).take(rows) {
        let Some(row) = free.next() else { break };
        draw(frame, step, row, columns, axis.as_ref());
        let below = plan.as_ref().and_then(|plan| Some((plan, free.next()?)));
        if let Some((plan, below)) = below {
            planned_row(frame, step, plan, below, columns, axis.as_ref());
        }
        let whole = Rect { height: if below.is_some() { 2 } else { 1 }, ..row };
        let chosen = frame.scene.cursor.step.as_ref() == Some(&step.id);
        if chosen || (focus == Focus::Here && is_selected(frame, step)) {
            frame.paint(whole, focus.selection());
        }
        frame.hit(whole, Hit::Step(step.id.clone()));
    }
    // Days and now are marked below the last step too.
    if let Some(axis) = axis.filter(|_| is_page) {
        for row in free {
            draw_marks(frame, &axis, columns.bar_area(row));
        }
    }
}

/// Whether a step is chosen, or shown by the panes because it runs or comes next.
fn is_selected(frame: &Frame<'_>, step: &Step) -> bool {
    match &frame.scene.cursor.step {
        Some(chosen) => *chosen == step.id,
        None => shown_steps(frame.incident, frame.scene.cursor).iter().any(|shown| shown.id == step.id),
    }
}

/// The first visible row, such that the chosen step, or what runs, or what comes next is visible with some context
/// above.
fn first_row(frame: &Frame<'_>, rows: usize) -> usize {
    let steps = &frame.incident.steps;
    let chosen = frame.scene.cursor.step.as_ref();
    let place = |wanted: &dyn Fn(&Step) -> bool| steps.iter().position(|step| wanted(step));
    let wanted = place(&|step| chosen == Some(&step.id))
        .or_else(|| place(&|step| step.is_active()))
        .or_else(|| place(&|step| step.is_waiting()))
        .unwrap_or_else(|| steps.len().saturating_sub(1));
    wanted.saturating_sub(rows / 3).min(steps.len().saturating_sub(rows))
}

/// One row: sign, title, bar, figures.
fn draw(frame: &Frame<'_>, step: &Step, row: Rect, columns: Columns, axis: Option<&Axis>) {
    let clock = frame.clock_of(step);
    let standing = frame.standing(step, &clock);
    let x = row.x + 1;
    // Once a step is finished, only the words say that it was late.
    let of_sign = if step.state == StepState::Finished { Meaning::PhaseDone } else { standing.meaning };
    frame.put(x, row.y, SIGN, standing.sign, of_sign);
    frame.put(x + SIGN, row.y, columns.title, step.title.as_str(), of_title(step, standing.meaning));
    let mut right = x + SIGN + columns.title;
    if let Some(axis) = axis {
        let bar = columns.bar_area(row);
        draw_bar(frame, step, axis, bar);
        right = bar.right();
    }
    right += columns.elapsed;
    if !step.runs.is_empty() {
        let elapsed =
            if columns.in_full { frame.lang.duration(clock.elapsed) } else { frame.lang.duration_short(clock.elapsed) };
        let strong = if step.is_active() { Meaning::TextStrong } else { Meaning::TextMuted };
        frame.put_right(right, row.y, columns.elapsed, &elapsed, strong);
    }
    right += columns.planned;
    let planned = planned(frame, step, columns.in_full);
    frame.put_right(right, row.y, columns.planned - 1, &planned, Meaning::TextMuted);
    let room = row.right().saturating_sub(right + 2).min(STATE);
    frame.put(right + 2, row.y, room, &standing.words, standing.meaning);
}

/// The planned range of a step, or the time of a day end.
fn planned(frame: &Frame<'_>, step: &Step, in_full: bool) -> String {
    match (step.allotted(), step.kind) {
        (Some(allotted), _) if in_full => frame.lang.allotted(allotted),
        (Some(allotted), _) => frame.lang.allotted_short(allotted),
        (None, StepKind::DayEnd { at, .. }) => at.format("%H:%M").to_string(),
        (None, _) => String::new(),
    }
}

/// What runs is strong, what is over is muted, what is upcoming is plain.
const fn of_title(step: &Step, standing: Meaning) -> Meaning {
    match (&step.state, step.kind) {
        (StepState::Active | StepState::Skipped { .. }, _) => standing,
        (StepState::Waiting, StepKind::Phase { .. }) => Meaning::Text,
        (StepState::Finished, StepKind::Phase { .. }) => Meaning::TextMuted,
        (_, kind) => waiting(kind),
    }
}

/// Draws a step on the axis: its runs, the rest, and the range of its end.
fn draw_bar(frame: &Frame<'_>, step: &Step, axis: &Axis, row: Rect) {
    draw_marks(frame, axis, row);
    if let Some(forecast) = frame.forecast_of(step) {
        // Parts outside the visible hours are hinted at.
        let (before, behind) = (axis.place(forecast.end.max) < 0.0, axis.column(forecast.start.min).is_none());
        let (x, sign) = if before { (row.x, "‹") } else { (row.right().saturating_sub(1), "›") };
        if before || (behind && axis.place(forecast.start.min) > 0.0) {
            frame.put(x, row.y, 1, sign, Meaning::More);
        }
    }
    let to_come = (step.is_active() || step.is_waiting()) && !frame.incident.is_closed();
    if to_come
        && !step.kind.is_day_end()
        && let Some(forecast) = frame.forecast_of(step)
    {
        let from = if step.is_active() { frame.minute } else { forecast.start.min };
        let (likely, latest) = (forecast.end.min.max(from), forecast.end.max);
        let between = |from, to| (axis.place(from), axis.place(to));
        axis.draw_solid(frame, between(likely, latest), row, "╌", Meaning::BarRange);
        if likely > from {
            axis.draw_solid(frame, between(from, likely), row, "░", Meaning::BarPlanned);
        }
        draw_now(frame, axis, row);
    }
    if step.kind.is_day_end() {
        draw_night(frame, step, axis, row);
    } else {
        for run in &step.runs {
            draw_run(frame, step, axis, row, (run.from, run.to));
        }
    }
}

/// Draws what every row has: nights, and now.
fn draw_marks(frame: &Frame<'_>, axis: &Axis, row: Rect) {
    for column in axis.night_columns() {
        frame.put(row.x + column, row.y, 1, "┊", Meaning::BarNight);
    }
    draw_now(frame, axis, row);
}

fn draw_now(frame: &Frame<'_>, axis: &Axis, row: Rect) {
    if !frame.incident.is_closed()
        && let Some(column) = axis.column(frame.minute)
    {
        frame.put(row.x + column, row.y, 1, "│", Meaning::BarNow);
    }
}

/// A run: calm, then due, then late.
fn draw_run(frame: &Frame<'_>, step: &Step, axis: &Axis, row: Rect, (from, to): (Moment, Option<Moment>)) {
    let end = to.unwrap_or(frame.minute);
    let clock = frame.incident.step_clock(step, frame.minute);
    let last = step.runs.last().is_some_and(|run| run.from == from);
    // An overrun is the excess of the last run: by the range in force while it runs, by the plan once it is over.
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
        // The bar of a running step ends before the line of now.
        right = right.floor().max(left.floor());
        if right <= left {
            return;
        }
    }
    axis.draw_solid(frame, (left, right), row, SOLID, calm);
    if due_from < late_from {
        let due = axis.place(due_from).min(right - 0.5);
        axis.draw_solid(frame, (due, right), row, SOLID, Meaning::BarDue);
    }
    if late_from < end {
        let late = axis.place(late_from).min(right - 0.5).max(left);
        axis.draw_solid(frame, (late, right.ceil()), row, "▓", Meaning::BarLate);
    }
}

/// A day end: a mark where work stops.
fn draw_night(frame: &Frame<'_>, step: &Step, axis: &Axis, row: Rect) {
    let style = frame.style(Meaning::Night).remove_modifier(Modifier::BOLD);
    let Some(forecast) = frame.forecast_of(step) else { return };
    if let Some(column) = axis.column(forecast.start.max) {
        axis.draw_solid(frame, (f64::from(column), axis.place(forecast.end.min)), row, "▒", style);
    }
}

/// The second row of a step: actual or expected times, planned times, and a bar of the plan.
fn planned_row(frame: &Frame<'_>, step: &Step, plan: &Forecast, row: Rect, columns: Columns, axis: Option<&Axis>) {
    let between =
        |from: Moment, separator: &str, to: Moment| format!("{}{separator}{}", frame.when(from), frame.until(from, to));
    let times = frame.forecast_of(step).map(|it| between(it.start.min, " → ", it.end.max));
    let mut words = times.unwrap_or_default();
    let of_plan = plan.step(&step.id).filter(|_| !step.kind.is_day_end());
    if let Some(of_plan) = of_plan {
        let between = between(of_plan.start.min, "–", of_plan.end.max);
        let plan = frame.say_with("region-planned", &vars![between]);
        // A time is shown whole or not at all.
        if text::width(&words) + 2 + text::width(&plan) <= columns.title {
            words = format!("{words}  {plan}");
        }
    }
    if let StepState::Skipped { reason } = &step.state {
        reason.as_str().clone_into(&mut words);
    }
    frame.put(row.x + 1 + SIGN, row.y, columns.title, &words, Meaning::TextMuted);
    let Some(axis) = axis else { return };
    let bar = columns.bar_area(row);
    draw_marks(frame, axis, bar);
    if let Some(of_plan) = of_plan {
        let place = |at| axis.place(at);
        let (likely, latest) = (place(of_plan.end.min), place(of_plan.end.max));
        axis.draw_solid(frame, (likely, latest), bar, "╌", Meaning::BarBaseline);
        axis.draw_solid(frame, (place(of_plan.start.min), likely), bar, "▔", Meaning::BarBaseline);
    }
}

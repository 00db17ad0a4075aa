//! The timeline page: what was planned at the opening below what happened and what is forecast.
//!
//! ```text
//! ┌─ Chronologie ─────────────────────────03:00────06:00────09:00────12:00──────J2 08:00────12:00───────────────────────────┐
//! │ ✔ Évaluation de l'incident            █████▓▓          │                    ┊             1h43  45m–1h30  ▲ +13m        │
//! │   03:12 → 04:55   plan 03:10–04:40    ▔▔▔╌╌            │                    ┊                                           │
//! │ ▶ Activation du PRA                          ██████████│░░╌                 ┊              27m       45m  reste 17m     │
//! │   06:03 → 06:48   plan 05:10–05:55                └▔▔▔▔▔▔                   ┊                                           │
//! ```
//!
//! Where two rows a step are too many, the row of the plan is left out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::incident::Incident;
use crate::incident::{Forecast, Moment, Range, Step, StepState, baseline};
use crate::theme::Meaning;
use crate::ui::action::{Action, Page};
use crate::ui::cursor::{Cursor, Pane};
use crate::ui::layout;
use crate::ui::region::axis::Axis;
use crate::ui::region::frame::{Focus, Frame};
use crate::ui::region::steps::{self, Columns};
use crate::ui::region::text;
use crate::ui::scene::Hit;
use crate::ui::scene::{Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;

use super::component::Component;
use super::list::{Middle, Way, beyond};

pub struct Timeline;

pub const HINTS: &[Action] = &[
    Action::Open,
    Action::NextStep,
    Action::StartStep,
    Action::FinishStep,
    Action::ExtendStep,
    Action::SkipStep,
    Action::Palette,
    Action::Help,
    Action::Hold,
    Action::Note,
    Action::Undo,
];

impl Component for Timeline {
    fn hints(&self, _: &Cursor) -> &'static [Action] {
        HINTS
    }

    fn walk(&self, state: &mut State, view: &View<'_>, way: Way) {
        walk(&mut state.cursor, view.incident, way);
    }

    fn turn(&self, state: &mut State, view: &View<'_>, _: Listing, side: Side) {
        turn(state, view, side);
    }

    fn open(&self, state: &mut State, view: &View<'_>) {
        open(state, view);
    }

    fn copied(&self, state: &State, view: &View<'_>) -> Option<String> {
        copied(state, view)
    }

    fn render(&self, frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
        render(frame, area, buffer);
    }
}

/// Moves along the steps, here and in the pane of the war room.
pub fn walk(cursor: &mut Cursor, incident: &Incident, way: Way) {
    let now = cursor.timeline_step(incident);
    let at = incident.steps.iter().position(|step| Some(&step.id) == now.as_ref()).unwrap_or(0);
    cursor.step = incident.steps.get(way.from(at, incident.steps.len(), 10)).map(|step| step.id.clone());
}

pub fn turn(state: &mut State, view: &View<'_>, side: Side) {
    let steps = &view.incident.steps;
    let id = |place: usize| steps[place].id.clone();
    let to = beyond(steps.len(), side, Middle::Third, |place| state.hits.has(&Hit::Step(id(place))));
    state.cursor.step = to.map(id).or_else(|| state.cursor.step.take());
}

/// Shows the tasks of the selected step in the war room.
pub fn open(state: &mut State, view: &View<'_>) {
    state.cursor.step = state.cursor.timeline_step(view.incident);
    state.cursor.page = Page::Room;
    state.cursor.pane = Pane::Tasks;
}

pub fn copied(state: &State, view: &View<'_>) -> Option<String> {
    let step = state.cursor.timeline_step(view.incident)?;
    view.incident.step(&step).map(|step| step.title.to_string())
}

fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(body);
    let steps = &frame.incident.steps;
    let each = if steps.len() * 2 <= usize::from(inner.height) { 2 } else { 1 };
    let rows = usize::from(inner.height) / each;
    let first = steps::first_row(steps::current(frame), rows, steps.len());
    steps::title(frame, body, Focus::Here, first, steps.len().saturating_sub(first + rows), buffer);
    frame.scene.hit(body, Hit::TimelinePane);
    if inner.is_empty() {
        return;
    }
    let columns = Columns::of(frame, inner.width.saturating_sub(1));
    let bar = columns.bar_area(inner);
    let axis = (columns.bar > 0).then(|| Axis::new(frame, columns.bar));
    if let Some(axis) = &axis {
        axis.draw_labels(frame, Rect { y: body.y, height: 1, ..bar }, buffer);
    }
    let plan = baseline(frame.incident);
    let mut y = inner.y;
    for step in steps.iter().skip(first).take(rows) {
        let row = Rect { y, height: 1, ..inner };
        steps::draw(frame, step, row, columns, axis.as_ref(), buffer);
        if each == 2 {
            let below = Rect { y: y + 1, ..row };
            planned(frame, step, &plan, below, columns, axis.as_ref(), buffer);
        }
        let whole = Rect { height: u16::try_from(each).unwrap_or(1), ..row };
        if steps::is_selected(frame, step) {
            buffer.set_style(whole, frame.style(Meaning::Selection));
        }
        frame.scene.hit(whole, Hit::Step(step.id.clone()));
        y += whole.height;
    }
    // What is below the last step still has its days and its now.
    if let Some(axis) = &axis {
        for y in y..inner.bottom() {
            steps::draw_marks(frame, axis, Rect { y, height: 1, ..bar }, buffer);
        }
    }
}

/// The second row of a step: when it ran or is expected, when it was planned, and that as a bar.
fn planned(
    frame: &Frame<'_>,
    step: &Step,
    plan: &Forecast,
    row: Rect,
    columns: Columns,
    axis: Option<&Axis>,
    buffer: &mut Buffer,
) {
    let muted = frame.style(Meaning::TextMuted);
    let x = row.x + 1 + 2;
    let mut words = times(frame, step);
    let of_plan = plan.step(&step.id);
    if let Some(of_plan) = of_plan.filter(|_| !step.kind.is_day_end()) {
        let between = between(frame, of_plan.start.min, of_plan.end.max);
        let plan = frame.say_with("region-planned", &[("between", between.into())]);
        // A time is shown whole or not at all.
        if text::width(&words) + 2 + text::width(&plan) <= columns.title {
            words = format!("{words}  {plan}");
        }
    }
    if let StepState::Skipped { reason } = &step.state {
        reason.as_str().clone_into(&mut words);
    }
    text::put(buffer, x, row.y, columns.title, &words, muted);
    let Some(axis) = axis else { return };
    let bar = columns.bar_area(row);
    steps::draw_marks(frame, axis, bar, buffer);
    if let Some(of_plan) = of_plan.filter(|_| !step.kind.is_day_end()) {
        let place = |range: Range<Moment>| (axis.place(range.min), axis.place(range.max));
        let (start, _) = place(of_plan.start);
        let (likely, latest) = place(of_plan.end);
        axis.draw_solid(likely, latest, bar, buffer, "╌", frame.style(Meaning::BarBaseline));
        axis.draw_solid(start, likely, bar, buffer, "▔", frame.style(Meaning::BarBaseline));
    }
}

/// When a step ran, or is forecast to run.
fn times(frame: &Frame<'_>, step: &Step) -> String {
    let Some(forecast) = frame.forecast_of(step) else { return String::new() };
    let (from, to) = (forecast.start.min, forecast.end.max);
    format!("{} → {}", frame.when(from), frame.until(from, to))
}

fn between(frame: &Frame<'_>, from: Moment, to: Moment) -> String {
    format!("{}–{}", frame.when(from), frame.until(from, to))
}

//! The timeline page: the plan at the opening below what happened and the forecast.
//!
//! If two rows a step are too many, the plan's row is omitted.

use ratatui::layout::Rect;

use super::component::Component;
use super::list::{Middle, Way, beyond};
use crate::incident::Incident;
use crate::ui::action::Page;
use crate::ui::cursor::{Cursor, Pane};
use crate::ui::region::frame::Frame;
use crate::ui::region::timeline;
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;

pub struct Timeline;

pub const HINTS: &str = "open next-step start-step finish-step extend-step skip-step palette help hold note undo";

impl Component for Timeline {
    fn hints(&self, _: &Cursor) -> &'static str {
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

    fn render(&self, frame: &Frame<'_>, area: Rect) {
        timeline::render(frame, area);
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

pub fn open(state: &mut State, view: &View<'_>) {
    state.cursor.step = state.cursor.timeline_step(view.incident);
    state.cursor.page = Page::Room;
    state.cursor.pane = Pane::Tasks;
}

pub fn copied(state: &State, view: &View<'_>) -> Option<String> {
    let step = state.cursor.timeline_step(view.incident)?;
    view.incident.step(&step).map(|step| step.title.to_string())
}

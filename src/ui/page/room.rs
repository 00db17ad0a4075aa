//! The war room: timeline, task panes, log and clocks.

use ratatui::layout::Rect;

use super::component::Component;
use super::list::{Middle, Way, beyond};
use super::{log, tasks, timeline};
use crate::ui::cursor::{Cursor, Pane, pane_tasks};
use crate::ui::layout;
use crate::ui::region::frame::{Focus, Frame};
use crate::ui::region::{self, clocks};
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;

pub struct Room;

impl Component for Room {
    fn hints(&self, cursor: &Cursor) -> &'static str {
        match cursor.pane {
            Pane::Timeline => timeline::HINTS,
            Pane::Tasks => tasks::HINTS,
            Pane::Log => log::HINTS,
        }
    }

    fn walk(&self, state: &mut State, view: &View<'_>, way: Way) {
        match state.cursor.pane {
            Pane::Timeline => timeline::walk(&mut state.cursor, view.incident, way),
            Pane::Tasks => walk_tasks(&mut state.cursor, view, way),
            Pane::Log => log::walk(state, way),
        }
    }

    fn turn(&self, state: &mut State, view: &View<'_>, listing: Listing, side: Side) {
        match listing {
            Listing::Tasks(role) => turn_tasks(state, view, role, side),
            Listing::Steps => {
                state.cursor.pane = Pane::Timeline;
                timeline::turn(state, view, side);
            }
            Listing::Entries => log::turn(state, side),
            Listing::Cards(_) | Listing::Mine | Listing::Rows => {}
        }
    }

    fn open(&self, state: &mut State, view: &View<'_>) {
        match state.cursor.pane {
            Pane::Timeline => timeline::open(state, view),
            Pane::Tasks => tasks::read(state, view),
            Pane::Log => log::open(state),
        }
    }

    fn copied(&self, state: &State, view: &View<'_>) -> Option<String> {
        match state.cursor.pane {
            Pane::Timeline => timeline::copied(state, view),
            Pane::Tasks => state.cursor.selected_task(view).map(|(_, task)| task.title.to_string()),
            Pane::Log => log::copied(state, view),
        }
    }

    fn render(&self, frame: &Frame<'_>, body: Rect) {
        let room = layout::room(body, frame.incident.steps.len(), frame.incident.roles().len());
        // Borders are shared: the focused pane's comes last, so that all of it is lit.
        let mut borders = vec![(room.timeline, region::timeline::focus(frame)), (room.log, region::log::focus(frame))];
        borders.extend(room.clocks.map(|clocks| (clocks, Focus::Away)));
        borders.extend(region::tasks::panes(frame, &room.tasks));
        borders.sort_by_key(|(_, focus)| *focus == Focus::Here);
        frame.borders(&borders);
        region::timeline::render(frame, room.timeline);
        region::tasks::render(frame, &room.tasks);
        region::log::render(frame, room.log);
        if let Some(clocks) = room.clocks {
            clocks::render(frame, clocks);
        }
    }
}

/// Moves along the tasks of a role, or from role to role.
fn walk_tasks(cursor: &mut Cursor, view: &View<'_>, way: Way) {
    let incident = view.incident;
    match way {
        Way::Left => cursor.role = cursor.role.saturating_sub(1),
        Way::Right => cursor.role = (cursor.role + 1).min(incident.roles().len().saturating_sub(1)),
        _ => {
            let tasks = pane_tasks(incident, cursor, cursor.role);
            let now = cursor.task(incident).map(|(_, task)| task.id.clone());
            let at = tasks.iter().position(|(_, task)| Some(&task.id) == now.as_ref()).unwrap_or(0);
            let to = tasks.get(way.from(at, tasks.len(), 8)).map(|(_, task)| task.id.clone());
            if let (Some(to), Some(chosen)) = (to, cursor.tasks.get_mut(cursor.role)) {
                *chosen = Some(to);
            }
        }
    }
}

fn turn_tasks(state: &mut State, view: &View<'_>, role: usize, side: Side) {
    state.cursor.pane = Pane::Tasks;
    state.cursor.role = role;
    let tasks = pane_tasks(view.incident, &state.cursor, role);
    let id = |place: usize| tasks[place].1.id.clone();
    let to = beyond(tasks.len(), side, Middle::Half, |place| state.hits.has(&Hit::Task(id(place))));
    if let (Some(to), Some(chosen)) = (to, state.cursor.tasks.get_mut(role)) {
        *chosen = Some(id(to));
    }
}

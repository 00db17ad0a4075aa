//! A page of a room: its list, its hints, its drawing.

use ratatui::layout::Rect;

use super::list::{Middle, Way, beyond};
use crate::ui::cursor::Cursor;
use crate::ui::region::frame::Frame;
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;

pub trait Component: Sync {
    /// The hint line, most useful first.
    fn hints(&self, cursor: &Cursor) -> &'static str;

    /// How many lines the list has.
    fn rows(&self, _view: &View<'_>) -> usize {
        0
    }

    /// The hit of a line of the list.
    fn hit(&self, _view: &View<'_>, place: usize) -> Hit {
        Hit::Line(place)
    }

    fn walk(&self, state: &mut State, view: &View<'_>, way: Way) {
        state.cursor.row = way.from(state.cursor.row, self.rows(view), 10);
    }

    /// Shows what a list has above or below its visible part.
    fn turn(&self, state: &mut State, view: &View<'_>, _listing: Listing, side: Side) {
        let is_drawn = |place: usize| state.hits.has(&self.hit(view, place));
        let to = beyond(self.rows(view), side, Middle::Half, is_drawn);
        state.cursor.row = to.unwrap_or(state.cursor.row);
    }

    fn open(&self, state: &mut State, view: &View<'_>);

    /// The text of the selection, for the clipboard.
    fn copied(&self, state: &State, view: &View<'_>) -> Option<String> {
        state.cursor.selected_task(view).map(|(_, task)| task.title.to_string())
    }

    fn render(&self, frame: &Frame<'_>, area: Rect);
}

//! Buttons on one line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::window::{cells, put};
use crate::theme::Meaning;
use crate::ui::scene::{Hit, Hits, Look};

/// Draws the buttons on `line`; the one at `focus` has the keyboard.
pub fn render<'a>(
    labels: impl IntoIterator<Item = &'a str>,
    focus: usize,
    line: Rect,
    buffer: &mut Buffer,
    look: &Look,
    hits: &mut Hits,
) {
    let style = look.theme.style(Meaning::Overlay);
    let mut x = line.x;
    for (place, label) in labels.into_iter().enumerate() {
        let button = format!(" {label} ");
        let width = cells(&button).min(line.right().saturating_sub(x));
        let chip = if place == focus { Meaning::ChipActive } else { Meaning::Chip };
        hits.note(Rect { x, width, ..line }, Hit::Row(place));
        x += put(buffer, x, line.y, width, &button, style.patch(look.theme.style(chip))) + 1;
    }
}

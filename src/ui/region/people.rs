//! (to be drawn)

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::{Focus, Frame};

pub fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    frame.pane(body, buffer, Focus::Here);
}

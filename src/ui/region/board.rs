//! (to be drawn)

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::Frame;

pub fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let _ = (frame, body, buffer);
}

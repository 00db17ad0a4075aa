//! The screen of a terminal that is too small.

use ratatui::buffer::Buffer;

use super::text;
use crate::theme::Meaning;
use crate::ui::layout;
use crate::ui::scene::Look;

/// Shows the size that is needed, in the middle.
pub fn render(look: &Look, buffer: &mut Buffer) {
    let area = buffer.area;
    let (width, height) = layout::SMALLEST;
    let words = look.lang.say_with(
        "region-too-small",
        &[
            ("width", width.into()),
            ("height", height.into()),
            ("now_width", area.width.into()),
            ("now_height", area.height.into()),
        ],
    );
    let lines = text::wrap(&words, area.width, area.height.into());
    let top = area.y + (area.height - u16::try_from(lines.len()).unwrap_or(area.height).min(area.height)) / 2;
    for (line, y) in lines.iter().zip(top..area.bottom()) {
        let x = area.x + (area.width - text::width(line).min(area.width)) / 2;
        text::put(buffer, x, y, area.width, line, look.theme.style(Meaning::TextStrong));
    }
}

//! The drawing of a room: one file a region, each pure, from a [`Scene`] into cells.
//!
//! The war room, by region:
//!
//! ```text
//!  header
//!  banners
//! ┌ steps ────────────────────────────────────────────────────────┐
//! ├ tasks ────────┬───────────────┬───────────────┬───────────────┤
//! ├ log ──────────┴───────────────┴──────┬ clocks ┴───────────────┤
//! └ hints ───────────────────────────────┴────────────────────────┘
//! ```
//!
//! The full screens keep the header and the hints, and fill what is between.

mod axis;
mod banner;
mod board;
mod clocks;
mod frame;
mod gantt;
mod header;
mod hints;
mod log;
mod log_page;
mod mine;
mod parts;
mod people;
mod review;
mod services;
mod steps;
mod tasks;
pub mod text;
mod updates;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cursor::Page;
use super::layout;
use super::scene::{Look, Scene};
use crate::theme::Meaning;
use frame::{Focus, Frame};

pub use frame::to_the_minute;

/// Draws the page where the person is.
pub fn render(scene: &Scene<'_>, buffer: &mut Buffer) {
    let area = buffer.area;
    buffer.set_style(area, scene.look.theme.style(Meaning::Text));
    let frame = Frame::new(scene);
    match scene.cursor.page {
        Page::Room => room(&frame, area, buffer),
        page => full(&frame, page, area, buffer),
    }
}

fn room(frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
    let room = layout::room(
        area,
        frame.scene.banners.len(),
        frame.incident.steps.len(),
        frame.incident.roles().len(),
    );
    // Borders are shared: that of the pane that has the keyboard comes last, so that all of it is lit.
    let mut borders = vec![(room.timeline, steps::focus(frame)), (room.log, log::focus(frame))];
    borders.extend(room.clocks.map(|clocks| (clocks, Focus::Away)));
    borders.extend(tasks::panes(frame, &room.tasks));
    borders.sort_by_key(|(_, focus)| *focus == Focus::Here);
    frame.borders(&borders, buffer);
    header::render(frame, room.header, buffer);
    banner::render(frame, room.banners, buffer);
    steps::render(frame, room.timeline, buffer);
    tasks::render(frame, &room.tasks, buffer);
    log::render(frame, room.log, buffer);
    if let Some(clocks) = room.clocks {
        clocks::render(frame, clocks, buffer);
    }
    hints::render(frame, room.hints, buffer);
}

fn full(frame: &Frame<'_>, page: Page, area: Rect, buffer: &mut Buffer) {
    let layout = layout::page(area, frame.scene.banners.len());
    header::render(frame, layout.header, buffer);
    banner::render(frame, layout.banners, buffer);
    if page != Page::Board {
        frame.borders(&[(layout.body, Focus::Away)], buffer);
    }
    match page {
        Page::Room => {}
        Page::Timeline => gantt::render(frame, layout.body, buffer),
        Page::Board => board::render(frame, layout.body, buffer),
        Page::Log => log_page::render(frame, layout.body, buffer),
        Page::Mine => mine::render(frame, layout.body, buffer),
        Page::People => people::render(frame, layout.body, buffer),
        Page::Services => services::render(frame, layout.body, buffer),
        Page::Updates => updates::render(frame, layout.body, buffer),
        Page::Review => review::render(frame, layout.body, buffer),
    }
    hints::render(frame, layout.hints, buffer);
}

/// Says the size that is needed, in the middle of what there is.
pub fn too_small(look: &Look, buffer: &mut Buffer) {
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

//! The pages of a room, one file each, and the start screen.
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
//! The other pages keep the header and the hints, and fill what is between. How each looks at several sizes and in both
//! languages is in `tests/screens/expected`.

pub mod board;
pub mod component;
pub mod list;
pub mod log;
pub mod mine;
pub mod people;
pub mod review;
pub mod room;
pub mod services;
pub mod start;
pub mod tasks;
pub mod timeline;
pub mod updates;

use super::action::Page;
use super::canvas::Canvas;
use super::region::frame::{Focus, Frame};
use super::region::{header, hints};
use super::scene::Scene;
use super::{layout, text};
use crate::lang::vars;
use crate::theme::Meaning;
use component::Component;

pub fn component(page: Page) -> &'static dyn Component {
    match page {
        Page::Room => &room::Room,
        Page::Timeline => &timeline::Timeline,
        Page::Board => &board::Board,
        Page::Log => &log::Log,
        Page::People => &people::People,
        Page::Services => &services::Services,
        Page::Mine => &mine::Mine,
        Page::Updates => &updates::Updates,
        Page::Review => &review::Review,
    }
}

pub fn render(scene: &Scene<'_>, canvas: &Canvas<'_>) {
    let area = canvas.area();
    canvas.paint(area, Meaning::Text);
    let frame = Frame::new(scene, canvas);
    let page = scene.cursor.page;
    let layout = layout::page(area);
    header::render(&frame, layout.header);
    header::banners(&frame, layout.banners);
    if !matches!(page, Page::Room | Page::Board) {
        frame.borders(&[(layout.body, Focus::Away)]);
    }
    component(page).render(&frame, layout.body);
    hints::render(&frame, layout.hints);
}

/// Shows the minimum size in the middle of a terminal that is too small.
pub fn render_too_small(canvas: &Canvas<'_>) {
    let area = canvas.area();
    canvas.paint(area, Meaning::Text);
    let (width, height) = layout::SMALLEST;
    let sizes = vars![width, height, now_width = area.width, now_height = area.height];
    let words = canvas.say_with("region-too-small", &sizes);
    let lines = text::wrap(&words, area.width, area.height.into());
    let above = area.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(area.height)) / 2;
    for (line, row) in lines.iter().zip(area.rows().skip(above.into())) {
        let x = area.x + area.width.saturating_sub(text::width(line)) / 2;
        canvas.put(x, row.y, area.width, line, Meaning::TextStrong);
    }
}

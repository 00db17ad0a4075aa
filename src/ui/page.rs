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
//! The other pages keep the header and the hints, and fill what is between.

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

use ratatui::buffer::Buffer;

use super::action::Page;
use super::layout;
use super::region::frame::{Focus, Frame};
use super::region::{banner, header, hints};
use super::scene::Scene;
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

/// Draws the current page.
pub fn render(scene: &Scene<'_>, buffer: &mut Buffer) {
    let area = buffer.area;
    buffer.set_style(area, scene.look.theme.style(Meaning::Text));
    let frame = Frame::new(scene);
    let page = scene.cursor.page;
    if page == Page::Room {
        component(page).render(&frame, area, buffer);
        return;
    }
    let layout = layout::page(area, scene.banners.len());
    header::render(&frame, layout.header, buffer);
    banner::render(&frame, layout.banners, buffer);
    if page != Page::Board {
        frame.borders(&[(layout.body, Focus::Away)], buffer);
    }
    component(page).render(&frame, layout.body, buffer);
    hints::render(&frame, layout.hints, buffer);
}

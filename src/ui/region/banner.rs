//! The banners: what asks for attention, a line each, until it is handled.
//!
//! ```text
//!  ⚑ APPEL À L'AIDE  06:12 ines : accès VPN refusé · Restaurer l'annuaire                  v répondre  +1
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::action::Action;
use super::super::banner::Banner;
use super::super::scene::Hit;
use super::frame::Frame;
use super::text;

pub fn render(frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
    let banners = frame.scene.banners;
    let rows = usize::from(area.height);
    for (place, (banner, y)) in banners.iter().zip(area.y..area.bottom()).enumerate() {
        let row = Rect { y, height: 1, ..area };
        let more = if place + 1 == rows { banners.len() - rows } else { 0 };
        draw(frame, (place, banner), more, row, buffer);
    }
}

fn draw(frame: &Frame<'_>, (place, banner): (usize, &Banner), more: usize, row: Rect, buffer: &mut Buffer) {
    let (words, meaning) = banner.describe(frame.scene.view, frame.lang);
    let style = frame.style(meaning);
    buffer.set_style(row, style);
    let action = if *banner == Banner::Gone { Action::TakeCommand } else { Action::Attend };
    let key = frame.scene.keymap.keys(action).next().map(|key| key.spelled(frame.lang)).unwrap_or_default();
    let hint = banner.hint(frame.scene.view, frame.lang);
    let hint = hint.map_or_else(String::new, |does| format!("{key} {does}"));
    let mut right = row.right().saturating_sub(1);
    if more > 0 {
        let more = format!("+{more}");
        text::put_right(buffer, right, row.y, 6, &more, style);
        right = right.saturating_sub(text::width(&more) + 2);
    }
    let wide = text::width(&hint).min(right.saturating_sub(row.x));
    text::put_right(buffer, right, row.y, wide, &hint, style);
    let room = right.saturating_sub(wide + 2).saturating_sub(row.x + 1);
    text::put(buffer, row.x + 1, row.y, room, &words, style);
    frame.scene.hit(row, Hit::Banner(place));
}

//! The hints: what the keys do here, on the bottom border; the pages at the right where there is room.
//!
//! ```text
//! └ espace cocher  n note  d décision  p suspendre  N phase suivante  ? aide ────────── 1 Salle 2 Chronologie 3 Tableau ─┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::cursor::Page;
use super::super::scene::Hit;
use super::frame::Frame;
use super::text;

pub const PAGES: [(Page, &str, &str); 6] = [
    (Page::Room, "1", "region-page-room"),
    (Page::Timeline, "2", "region-page-timeline"),
    (Page::Board, "3", "region-page-board"),
    (Page::Log, "4", "region-page-log"),
    (Page::People, "5", "region-page-people"),
    (Page::Services, "6", "region-page-services"),
];

pub fn render(frame: &Frame<'_>, row: Rect, buffer: &mut Buffer) {
    if row.width < 8 || row.height == 0 {
        return;
    }
    let area = Rect { x: row.x + 2, width: row.width - 4, ..row };
    let pages = if row.width >= 120 { pages(frame, area, buffer) } else { area.right() };
    let area = Rect { width: pages.saturating_sub(area.x + 1), ..area };
    let mut x = area.x - 1;
    for hint in frame.scene.hints {
        let wide = text::width(&hint.key) + text::width(&hint.label) + 3;
        if x + wide > area.right() {
            continue;
        }
        let start = x;
        x = text::put(buffer, x, area.y, area.width, " ", frame.style("hint.text"));
        x = text::put(buffer, x, area.y, area.width, &hint.key, frame.style("hint.key"));
        x = text::put(buffer, x, area.y, area.width, " ", frame.style("hint.text"));
        x = text::put(buffer, x, area.y, area.width, &hint.label, frame.style("hint.text"));
        x = text::put(buffer, x, area.y, area.width, " ", frame.style("hint.text"));
        frame.scene.hit(Rect { x: start, width: x - start, ..area }, Hit::Action(hint.action));
    }
}

/// The tabs of the full screens, at the right, and where they begin.
fn pages(frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let label = |key: &str, name: &str| format!(" {key} {} ", frame.say(name));
    let labels: Vec<String> = PAGES.iter().map(|(_, key, name)| label(key, name)).collect();
    let all: u16 = labels.iter().map(|label| text::width(label)).sum();
    if all + 60 > area.width {
        return area.right();
    }
    let mut x = area.right() - all;
    let start = x;
    for ((page, ..), label) in PAGES.iter().zip(&labels) {
        let meaning = if *page == frame.scene.cursor.page { "tab.active" } else { "tab" };
        let end = text::put(buffer, x, area.y, area.right() - x, label, frame.style(meaning));
        frame.scene.hit(Rect { x, width: end - x, ..area }, Hit::Page(*page));
        x = end;
    }
    start
}

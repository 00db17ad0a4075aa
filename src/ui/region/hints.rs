//! The hints on the bottom border, with the pages at the right if there is room.

use ratatui::layout::Rect;

use super::frame::Frame;
use crate::theme::Meaning;
use crate::ui::action::{Action, PAGES, Page, Place};
use crate::ui::scene::{Hint, Hit};
use crate::ui::text;

/// The cells reserved for hints before names of pages.
const FOR_HINTS: u16 = 48;
/// The same in a replay, whose hints are about moving.
const FOR_HINTS_OF_REPLAY: u16 = 84;

pub fn render(frame: &Frame<'_>, row: Rect) {
    // A notice covers the left.
    let noticed = frame.scene.noticed.min(row.width);
    let row = Rect { x: row.x + noticed, width: row.width - noticed, ..row };
    if row.width < 8 || row.height == 0 {
        return;
    }
    let area = Rect { x: row.x + 2, width: row.width - 4, ..row };
    let pages = pages(frame, area);
    let area = Rect { width: pages.saturating_sub(area.x + 1), ..area };
    let mut x = area.x - 1;
    let wide = |hint: &Hint| text::width(&hint.key) + text::width(&hint.label) + 3;
    // Help always fits: the others give way.
    let help = frame.scene.hints.iter().find(|hint| hint.action == Action::Help).map_or(0, wide);
    for hint in frame.scene.hints {
        let kept = if hint.action == Action::Help { 0 } else { help };
        if x + wide(hint) + kept > area.right() {
            continue;
        }
        let start = x;
        x = frame.put(x, area.y, area.width, " ", Meaning::HintText);
        x = frame.put(x, area.y, area.width, &hint.key, Meaning::HintKey);
        x = frame.put(x, area.y, area.width, &format!(" {} ", hint.label), Meaning::HintText);
        frame.hit(Rect { x: start, width: x - start, ..area }, Hit::Action(hint.action));
    }
}

/// Draws the tabs of the pages at the right, and returns where they begin.
///
/// Without room for all names, only the current page's is shown, or none.
fn pages(frame: &Frame<'_>, area: Rect) -> u16 {
    let here = frame.scene.cursor.page;
    let labels = |is_named: &dyn Fn(Page) -> bool| -> Vec<String> {
        let pages = PAGES.iter();
        let label = |(page, name, action, _): &(Page, &str, Action, Place)| {
            // A page without a key is there for the mouse.
            let key = frame.scene.keymap.first(*action, frame.lang).unwrap_or_else(|| "·".to_owned());
            // The last one keeps clear of the border.
            let end = if is_named(*page) || *page == Page::Review { " " } else { "" };
            let name =
                if is_named(*page) { format!(" {}", frame.say(&format!("region-page-{name}"))) } else { String::new() };
            format!(" {key}{name}{end}")
        };
        pages.map(label).collect()
    };
    let long = |labels: &[String]| labels.iter().map(|label| text::width(label)).sum::<u16>();
    let is_replay = frame.scene.view.playback.is_some();
    let for_hints = if is_replay { FOR_HINTS_OF_REPLAY } else { FOR_HINTS };
    let fits = |labels: &Vec<String>| long(labels) + for_hints <= area.width;
    let all = Some(labels(&|_| true)).filter(fits);
    let labels = all.or_else(|| Some(labels(&|page| page == here)).filter(fits)).unwrap_or_else(|| labels(&|_| false));
    let mut x = area.right().saturating_sub(long(&labels));
    let start = x;
    for ((page, ..), label) in PAGES.iter().zip(&labels) {
        let meaning = if *page == here { Meaning::TabActive } else { Meaning::Tab };
        let end = frame.put(x, area.y, area.right().saturating_sub(x), label, meaning);
        frame.hit(Rect { x, width: end - x, ..area }, Hit::Page(*page));
        x = end;
    }
    start
}

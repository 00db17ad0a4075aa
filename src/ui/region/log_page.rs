//! The log's full screen: what is searched and filtered, then every entry in full, newest first.
//!
//! ```text
//! ┌─ Main courante ─ 1 204 entrées ────────────────────────────────────────────────────────┐
//! │ / vpn                  décision  fait  note  tâche  étape  service  incident    alice  │
//! │─────────────────────────────────────────────────────────────────────────────────────── │
//! │ 08:44 alice          décision  DÉCISION Couper le VPN : risque de propagation          │
//! │ 08:41 ines           note      Sauvegardes lisibles                                    │
//! │                                Sauvegardes ilisibles                   (struck)        │
//! └────────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::action::Action;
use super::super::layout;
use super::super::scene::Hit;
use super::frame::{Focus, Frame};
use super::log::{self, Columns};
use super::text;
use crate::incident::EntryKind;
use crate::theme::Meaning;

pub fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(body);
    frame.scene.hit(inner, Hit::LogPane);
    let x = text::title(body, &frame.say("region-log"), frame.style(Meaning::TitleFocus), buffer);
    let all = frame.incident.log.len();
    let count = if frame.scene.log.filter().is_empty() {
        frame.say_with("region-log-count", &[("count", all.into())])
    } else {
        let listed = frame.scene.log.len();
        frame.say_with("region-log-count-of", &[("count", listed.into()), ("all", all.into())])
    };
    let x = text::after_title(body, x, &count, frame.style(Meaning::TextMuted), buffer);
    log::newer(frame, body, x, buffer);
    if inner.height < 4 {
        return;
    }
    filters(frame, Rect { height: 1, ..inner }, buffer);
    let rule = Rect { y: inner.y + 1, height: 1, ..inner };
    for x in rule.x..rule.right() {
        text::put(buffer, x, rule.y, 1, "─", frame.style(Meaning::Border));
    }
    let area = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
    let columns = match inner.width {
        0..80 => Columns { person: 9, kind: 8, lines: 6 },
        width @ 80..120 => Columns { person: log::person_column(frame, 12, width), kind: 9, lines: 8 },
        width => Columns { person: log::person_column(frame, 18, width), kind: 10, lines: 12 },
    };
    log::entries(frame, area, columns, Focus::Here, buffer);
}

/// The search, and a chip for each kind and for the person.
fn filters(frame: &Frame<'_>, line: Rect, buffer: &mut Buffer) {
    let filter = frame.scene.log.filter();
    let chips = EntryKind::ALL.iter().map(|kind| {
        let meaning = if filter.kinds.contains(kind) { Meaning::ChipActive } else { Meaning::Chip };
        (frame.lang.entry_kind(*kind), meaning, Action::FilterKind)
    });
    let person = filter
        .person
        .as_ref()
        .map(|person| (format!("@{person}"), Meaning::ChipActive, Action::FilterPerson));
    let chips: Vec<_> = person.into_iter().chain(chips).collect();
    let wide: u16 = chips.iter().map(|(label, ..)| text::width(label) + 2).sum();
    let field = line.width.saturating_sub(wide + 2).clamp(14, 40);
    let x = text::put(buffer, line.x + 1, line.y, 2, "/ ", frame.style(Meaning::HintKey));
    let (words, style) = if filter.text.is_empty() {
        (frame.say("region-log-search"), frame.style(Meaning::FieldPlaceholder))
    } else {
        (filter.text.clone(), frame.style(Meaning::Field))
    };
    text::put(buffer, x, line.y, field - 3, &words, style);
    frame.scene.hit(Rect { width: field, ..line }, Hit::Action(Action::Search));
    let mut x = line.x + field + 1;
    for (label, meaning, action) in chips {
        let label = format!(" {label} ");
        let wide = text::width(&label);
        if x + wide > line.right() {
            text::put(buffer, line.right().saturating_sub(2), line.y, 1, "…", frame.style(Meaning::More));
            break;
        }
        text::put(buffer, x, line.y, wide, &label, frame.style(meaning));
        frame.scene.hit(Rect { x, width: wide, ..line }, Hit::Action(action));
        x += wide;
    }
}

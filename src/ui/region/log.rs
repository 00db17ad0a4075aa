//! The log pane and the entries that it shares with the log's full screen: newest first, only what is in sight.
//!
//! ```text
//! ├ Main courante ───────────────────────────────────────────────────────────────────────────┬
//! │ 08:51 ines       a commencé « Préparer la mise en place du PRA »                          │
//! │ 08:44 alice      DÉCISION Couper le VPN : risque de propagation                           │
//! │ ── J1 · 22 nov. ─────────────────────────────────────────────────────────────────────── │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::cursor::Pane;
use super::super::layout;
use super::super::mention;
use super::super::page::updates::rows::in_one_line;
use super::super::scene::{Hit, Listing, Side};
use super::frame::{Focus, Frame};
use super::text;
use crate::incident::{Entry, EntryKind};
use crate::theme::Meaning;
use crate::ui::widget::plain;

/// How entries are laid out.
#[derive(Clone, Copy)]
pub struct Columns {
    pub person: u16,
    /// Nothing where kinds are not named.
    pub kind: u16,
    /// Lines of text an entry has at most.
    pub lines: usize,
}

pub fn focus(frame: &Frame<'_>) -> Focus {
    Focus::of(frame.scene.has_keys(Pane::Log))
}

pub fn render(frame: &Frame<'_>, pane: Rect, buffer: &mut Buffer) {
    let focus = focus(frame);
    let inner = layout::inside(pane);
    frame.scene.hit(pane, Hit::LogPane);
    let mut x = text::title(pane, &frame.say("region-log"), frame.style(focus.title()), buffer);
    let filter = frame.scene.log.filter().describe(frame.lang);
    if !filter.is_empty() {
        x = text::after_title(pane, x, &format!(" {filter}"), frame.style(Meaning::ChipActive), buffer);
    }
    newer(frame, pane, x, buffer);
    let person = person_column(frame, if inner.width < 60 { 8 } else { 11 }, inner.width);
    let lines = if inner.height < 4 { 1 } else { 2 };
    entries(frame, inner, Columns { person, kind: 0, lines }, focus, buffer);
}

/// How many entries are above what is in sight, on the upper border.
pub fn newer(frame: &Frame<'_>, pane: Rect, x: u16, buffer: &mut Buffer) {
    let back = frame.scene.cursor.log_back;
    if back > 0 {
        let words = frame.say_with("region-log-back", &[("count", back.into())]);
        let end = text::after_title(pane, x, &format!(" {words}"), frame.style(Meaning::More), buffer);
        let mark = Rect { x, width: end.saturating_sub(x), height: 1, ..pane };
        frame.scene.hit(mark, Hit::More(Listing::Entries, Side::Above));
    }
}

/// As wide as the longest name of the log, where lines are long enough to spare it.
///
/// All names count, not those in sight: a column does not jump while one scrolls.
pub fn person_column(frame: &Frame<'_>, least: u16, width: u16) -> u16 {
    let names = frame.incident.people.iter().map(|person| text::width(person.as_str()));
    names.max().unwrap_or(0).min(width / 5).max(least)
}

/// Draws entries from that at `cursor.log_back` on, as many as fit.
pub fn entries(frame: &Frame<'_>, area: Rect, columns: Columns, focus: Focus, buffer: &mut Buffer) {
    let incident = frame.incident;
    let mut day = incident.day(frame.now);
    let mut back = frame.scene.cursor.log_back;
    let mut y = area.y;
    if frame.scene.log.is_empty() && !area.is_empty() {
        let nothing = frame.say("region-log-nothing");
        text::put(
            buffer,
            area.x + 1,
            y,
            area.width.saturating_sub(1),
            &nothing,
            frame.style(Meaning::TextMuted),
        );
    }
    while y < area.bottom() {
        let Some(entry) = frame.scene.log.back(back).and_then(|seq| incident.log.get(seq)) else { break };
        back += 1;
        let of_day = incident.day(entry.wall - incident.wall_offset());
        if of_day != day {
            day = of_day;
            separator(frame, entry, Rect { y, height: 1, ..area }, buffer);
            y += 1;
        }
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        let height = draw(frame, entry, rest, columns, buffer);
        let drawn = Rect { height, ..rest };
        if frame.scene.cursor.entry == Some(entry.seq) {
            buffer.set_style(drawn, frame.style(focus.selection()));
        }
        frame.scene.hit(drawn, Hit::LogEntry(entry.seq));
        y += height;
    }
}

/// A line with the day of what is below it.
fn separator(frame: &Frame<'_>, entry: &Entry, line: Rect, buffer: &mut Buffer) {
    let at = entry.wall - frame.incident.wall_offset();
    let date = frame.lang.short_date(entry.wall, frame.incident.zone);
    let label = format!("── {} · {date} ", frame.day(at));
    let x = text::put(
        buffer,
        line.x + 1,
        line.y,
        line.width.saturating_sub(1),
        &label,
        frame.style(Meaning::AxisDay),
    );
    for x in x..line.right().saturating_sub(1) {
        text::put(buffer, x, line.y, 1, "─", frame.style(Meaning::Border));
    }
}

/// Draws one entry, and says how many rows it took.
fn draw(frame: &Frame<'_>, entry: &Entry, area: Rect, columns: Columns, buffer: &mut Buffer) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let right = area.right();
    let put = |buffer: &mut Buffer, x: u16, width: u16, text: &str, style: Style| {
        text::put(buffer, x, area.y, width.min(right.saturating_sub(x)), text, style);
    };
    let mut x = area.x + 1;
    let time = frame.lang.time(entry.wall, frame.incident.zone);
    put(buffer, x, 5, &time, frame.style(Meaning::LogTime));
    x += 6;
    let mine = entry.by.person == *frame.scene.view.me;
    let person = if mine { Meaning::PersonMe } else { Meaning::LogPerson };
    put(buffer, x, columns.person, entry.by.person.as_str(), frame.style(person));
    x += columns.person + 1;
    let style = frame.style(meaning(entry.kind()));
    if columns.kind > 0 {
        let kind = frame.lang.entry_kind(entry.kind());
        put(buffer, x, columns.kind, &kind, style);
        x += columns.kind + 1;
    }
    if frame.scene.attention.is_unseen(entry.seq) {
        let head = Rect { width: (x - area.x).min(area.width), height: 1, ..area };
        buffer.set_style(head, frame.style(Meaning::BannerMention));
    }
    let mut phrase = frame.lang.entry(frame.incident, entry);
    let words = Rect { x, width: right.saturating_sub(x + 1), ..area };
    if words.is_empty() {
        return 1;
    }
    let plain = match entry.kind() {
        // The label says what it is; the words are to be read.
        EntryKind::Decision | EntryKind::Fact | EntryKind::Note => frame.style(Meaning::Log),
        _ => style,
    };
    // A kind with a column of its own is not repeated.
    let what = if columns.kind > 0 { "" } else { phrase.what.as_str() };
    if entry.kind() == EntryKind::Update && columns.kind == 0 {
        // A heading follows the words that say what it is.
        phrase.text = in_one_line(&phrase.text.replacen("# ", "", 1));
    }
    let told = if what.is_empty() { phrase.text } else { format!("{what} {}", phrase.text) };
    let label = (text::width(what), style);
    let style = if entry.undone.is_some() { frame.style(Meaning::LogStruck) } else { plain };
    let mut y = lines(frame, &told, words, columns.lines, (style, Some(label)), buffer);
    if let Some(undone) = entry.undone {
        let undone = frame.say_with("region-log-undone", &[("entry", undone.0.into())]);
        if y < area.bottom() && columns.kind > 0 {
            text::put(buffer, words.x, y, words.width, &undone, frame.style(Meaning::TextMuted));
            y += 1;
        }
    }
    if let Some(struck) = phrase.struck.filter(|_| columns.kind > 0) {
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..words };
        y = lines(frame, &struck, rest, columns.lines, (frame.style(Meaning::LogStruck), None), buffer);
    }
    (y - area.y).max(1)
}

/// Draws wrapped text, its label first, and says the row below it.
fn lines(
    frame: &Frame<'_>,
    told: &str,
    area: Rect,
    most: usize,
    (style, label): (Style, Option<(u16, Style)>),
    buffer: &mut Buffer,
) -> u16 {
    let mut y = area.y;
    for line in text::wrap(told, area.width, most.min(area.height.into())) {
        text::put(buffer, area.x, y, area.width, &line, style);
        mark_matches(frame, &line, Rect { y, height: 1, ..area }, buffer);
        y += 1;
    }
    if let Some((width, style)) = label
        && y > area.y
        && width > 0
    {
        buffer.set_style(Rect { width: width.min(area.width), height: 1, ..area }, style);
    }
    y
}

/// Highlights mentions of one's own name, and the words of the search.
fn mark_matches(frame: &Frame<'_>, line: &str, area: Rect, buffer: &mut Buffer) {
    for place in mention::places(line, frame.scene.view.me) {
        let x = area.x + text::width(&line[..place.start]);
        let width = text::width(&line[place]).min(area.right().saturating_sub(x));
        buffer.set_style(Rect { x, width, ..area }, frame.style(Meaning::PersonMe));
    }
    let wanted = plain::plain(&frame.scene.log.filter().text);
    if wanted.is_empty() {
        return;
    }
    let letters: Vec<(usize, String)> =
        line.char_indices().map(|(at, letter)| (at, plain::plain(letter.encode_utf8(&mut [0; 4])))).collect();
    for word in wanted.split_whitespace() {
        let mut from = 0;
        while from < letters.len() {
            let mut to = from;
            let mut rest = word;
            while let Some(after) = letters.get(to).and_then(|(_, letter)| rest.strip_prefix(letter.as_str()))
            {
                if rest.is_empty() {
                    break;
                }
                rest = after;
                to += 1;
            }
            if rest.is_empty() {
                let (start, end) = (letters[from].0, letters.get(to).map_or(line.len(), |(at, _)| *at));
                let x = area.x + text::width(&line[..start]);
                let width = text::width(&line[start..end]).min(area.right().saturating_sub(x));
                buffer.set_style(Rect { x, width, ..area }, frame.style(Meaning::LogMatch));
            }
            from = to.max(from + 1);
        }
    }
}

/// The meaning of a kind of entry.
pub fn meaning(kind: EntryKind) -> Meaning {
    match kind {
        EntryKind::Note => Meaning::LogNote,
        EntryKind::Fact => Meaning::LogFact,
        EntryKind::Decision | EntryKind::Help | EntryKind::Update | EntryKind::Review => Meaning::LogDecision,
        EntryKind::Task => Meaning::LogTask,
        EntryKind::Step => Meaning::LogStep,
        EntryKind::Service => Meaning::LogService,
        EntryKind::Duty | EntryKind::Incident => Meaning::LogIncident,
    }
}

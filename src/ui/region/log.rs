//! The log pane, and the drawing of entries shared with the log page: newest first, only visible ones.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::frame::{Focus, Frame};
use crate::incident::{Entry, EntryKind, PersonName};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::canvas::Rest;
use crate::ui::cursor::Pane;
use crate::ui::page::updates::rows::in_one_line;
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::widget::plain;
use crate::ui::{layout, mention, text};

/// The layout of entries.
#[derive(Clone, Copy)]
pub struct Columns {
    pub person: u16,
    /// Zero if kinds are not named.
    pub kind: u16,
    /// The maximum number of text lines an entry.
    pub lines: usize,
}

pub fn focus(frame: &Frame<'_>) -> Focus {
    Focus::of(frame.scene.has_keys(Pane::Log))
}

pub fn render(frame: &Frame<'_>, pane: Rect) {
    let focus = focus(frame);
    let inner = layout::inside(pane);
    frame.hit(pane, Hit::LogPane);
    let mut x = frame.title(pane, &frame.say("region-log"), focus.title());
    let filter = frame.scene.log.filter().describe(frame.lang);
    if !filter.is_empty() {
        x = frame.after_title(pane, x, &format!(" {filter}"), Meaning::ChipActive);
    }
    newer(frame, pane, x);
    let person = person_column(frame, if inner.width < 60 { 8 } else { 11 }, inner.width);
    let lines = if inner.height < 4 { 1 } else { 2 };
    entries(frame, inner, Columns { person, kind: 0, lines }, focus);
}

/// The number of entries above, on the upper border.
pub fn newer(frame: &Frame<'_>, pane: Rect, x: u16) {
    let back = frame.scene.cursor.log_back;
    if back > 0 {
        let words = frame.say_with("region-log-back", &vars![count = back]);
        let end = frame.after_title(pane, x, &format!(" {words}"), Meaning::More);
        let mark = Rect { x, width: end.saturating_sub(x), height: 1, ..pane };
        frame.hit(mark, Hit::More(Listing::Entries, Side::Above));
    }
}

/// As wide as the longest name of the log, if lines are long enough.
///
/// All names count, not only visible ones, so that the column does not jump while scrolling.
pub fn person_column(frame: &Frame<'_>, least: u16, width: u16) -> u16 {
    let names = frame.incident.people.iter().map(PersonName::as_str);
    text::longest(width / 5, names).max(least)
}

/// Draws as many entries as fit, from `cursor.log_back` on.
pub fn entries(frame: &Frame<'_>, area: Rect, columns: Columns, focus: Focus) {
    let incident = frame.incident;
    let mut day = incident.day(frame.now);
    let mut back = frame.scene.cursor.log_back;
    let mut y = area.y;
    if frame.scene.log.is_empty() && !area.is_empty() {
        let nothing = frame.say("region-log-nothing");
        frame.put(area.x + 1, y, area.width.saturating_sub(1), &nothing, Meaning::TextMuted);
    }
    while y < area.bottom() {
        let Some(entry) = frame.scene.log.back(back).and_then(|seq| incident.log.get(seq)) else { break };
        back += 1;
        let of_day = incident.day(entry.wall - incident.wall_offset());
        if of_day != day {
            day = of_day;
            separator(frame, entry, Rect { y, height: 1, ..area });
            y += 1;
        }
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        let height = draw(frame, entry, rest, columns);
        let drawn = Rect { height, ..rest };
        if frame.scene.cursor.entry == Some(entry.seq) {
            frame.paint(drawn, focus.selection());
        }
        frame.hit(drawn, Hit::LogEntry(entry.seq));
        y += height;
    }
}

/// A line with the day of the entries below.
fn separator(frame: &Frame<'_>, entry: &Entry, line: Rect) {
    let at = entry.wall - frame.incident.wall_offset();
    let date = frame.lang.short_date(entry.wall, frame.incident.zone);
    let label = format!("── {} · {date} ", frame.day(at));
    let x = frame.put(line.x + 1, line.y, line.width.saturating_sub(1), &label, Meaning::AxisDay);
    frame.rule(x, line.right().saturating_sub(1), line.y);
}

/// Draws one entry, and returns its number of rows.
fn draw(frame: &Frame<'_>, entry: &Entry, area: Rect, columns: Columns) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let mut rest = Rest::inside(frame, Rect { height: 1, ..area }, 1);
    rest.column(5, &frame.lang.time(entry.wall, frame.incident.zone), Meaning::LogTime);
    let mine = entry.by.person == *frame.scene.view.me;
    let person = if mine { Meaning::PersonMe } else { Meaning::LogPerson };
    rest.column(columns.person, entry.by.person.as_str(), person);
    let style = frame.style(meaning(entry.kind()));
    rest.column(columns.kind, &frame.lang.entry_kind(entry.kind()), style);
    let words = Rect { height: area.height, ..rest.area };
    if frame.scene.attention.is_unseen(entry.seq) {
        frame.paint(Rect { width: words.x - area.x, height: 1, ..area }, Meaning::BannerMention);
    }
    let mut phrase = frame.lang.entry(frame.incident, entry);
    if words.is_empty() {
        return 1;
    }
    let plain = match entry.kind() {
        // The label names the kind; the words are for reading.
        EntryKind::Decision | EntryKind::Fact | EntryKind::Note => frame.style(Meaning::Log),
        _ => style,
    };
    // A kind with a column of its own is not repeated.
    let what = if columns.kind > 0 { "" } else { phrase.what.as_str() };
    if entry.kind() == EntryKind::Update && columns.kind == 0 {
        // A heading follows the words that introduce it.
        phrase.text = in_one_line(&phrase.text.replacen("# ", "", 1));
    }
    let shown = if what.is_empty() { phrase.text } else { format!("{what} {}", phrase.text) };
    let label = (text::width(what), style);
    let style = if entry.undone.is_some() { frame.style(Meaning::LogStruck) } else { plain };
    let mut y = lines(frame, &shown, words, columns.lines, (style, Some(label)));
    if let Some(undone) = entry.undone {
        let undone = frame.say_with("region-log-undone", &vars![entry = undone.0]);
        if y < area.bottom() && columns.kind > 0 {
            frame.put(words.x, y, words.width, &undone, Meaning::TextMuted);
            y += 1;
        }
    }
    if let Some(struck) = phrase.struck.filter(|_| columns.kind > 0) {
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..words };
        y = lines(frame, &struck, rest, columns.lines, (frame.style(Meaning::LogStruck), None));
    }
    (y - area.y).max(1)
}

/// Draws wrapped text after its label, and returns the next row.
fn lines(
    frame: &Frame<'_>,
    shown: &str,
    area: Rect,
    most: usize,
    (style, label): (Style, Option<(u16, Style)>),
) -> u16 {
    let mut y = area.y;
    for line in text::wrap(shown, area.width, most.min(area.height.into())) {
        frame.put(area.x, y, area.width, &line, style);
        mark_matches(frame, &line, Rect { y, height: 1, ..area });
        y += 1;
    }
    if let Some((width, style)) = label
        && y > area.y
        && width > 0
    {
        frame.paint(Rect { width: width.min(area.width), height: 1, ..area }, style);
    }
    y
}

/// Highlights mentions of one's own name, and search words.
fn mark_matches(frame: &Frame<'_>, line: &str, area: Rect) {
    for place in mention::places(line, frame.scene.view.me) {
        let x = area.x + text::width(&line[..place.start]);
        let width = text::width(&line[place]).min(area.right().saturating_sub(x));
        frame.paint(Rect { x, width, ..area }, Meaning::PersonMe);
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
            while let Some(after) = letters.get(to).and_then(|(_, letter)| rest.strip_prefix(letter.as_str())) {
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
                frame.paint(Rect { x, width, ..area }, Meaning::LogMatch);
            }
            from = to.max(from + 1);
        }
    }
}

/// The style of a kind of entry.
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

//! The header: incident, severity, time, forecast end, commander.
//!
//! Below 150 columns it takes two lines. While the incident is on hold or read-only, all of it shows that. The banners
//! follow, a line each.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::frame::{Counting, Frame};
use crate::incident::{Kind, PersonName, Presence, Span, Status};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::Action;
use crate::ui::banner::Banner;
use crate::ui::canvas::Rest;
use crate::ui::scene::Hit;
use crate::ui::text;

const GAPS: u16 = 4;
/// Cells of a name.
const NAME: u16 = 24;

/// A piece of the header.
#[derive(Clone)]
struct Piece {
    text: String,
    style: Style,
    /// The clock with seconds in it, and the cells before it.
    clock: Option<(u16, Counting)>,
}

impl Piece {
    fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, clock: None }
    }

    /// A text around a clock, which is passed to `say`.
    fn counting(frame: &Frame<'_>, style: Style, clock: Counting, say: impl FnOnce(&str) -> String) -> Self {
        let shown = frame.lang.clock(clock.span);
        let text = say(&shown);
        let before = text.find(&shown).map(|at| text::width(&text[..at]));
        Self { clock: before.map(|before| (before, clock)), ..Self::new(text, style) }
    }
}

struct End {
    /// Includes the person's name, for which no title is cut.
    says_me: bool,
    pieces: Vec<Piece>,
}

pub fn render(frame: &Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    frame.paint(area, ground(frame));
    let first = Rect { height: 1, ..area };
    let mut badges = badges(frame);
    if area.height == 1 {
        let mut end = time(frame);
        end.insert(0, Piece::new("  ", Style::new()));
        badges.extend(end);
        line(frame, first, &badges, &people(frame, Some(journal(frame))));
    } else {
        line(frame, first, &badges, &[End { says_me: false, pieces: vec![journal(frame), gap()] }]);
        let second = Rect { y: area.y + 1, height: 1, ..area };
        let indented = Rect { x: second.x + 1, width: second.width.saturating_sub(1), ..second };
        let x = pieces(frame, indented, &time(frame));
        right(frame, second, x, &people(frame, None));
    }
}

/// Draws product and title, then uncut pieces, then the widest of the right ends that fits.
fn line(frame: &Frame<'_>, area: Rect, middle: &[Piece], ends: &[End]) {
    let product = " WARROOM ";
    let x = frame.line(area, product, Meaning::HeaderProduct);
    let title = frame.incident.title.as_str();
    let middle_width = width(middle);
    let room = area.right().saturating_sub(x + 1);
    let least = text::width(title).min(16);
    let fits = |end: &End| {
        let least = if end.says_me { text::width(title) } else { least };
        middle_width + width(&end.pieces) + least + GAPS <= room
    };
    let end = ends.iter().find(|end| fits(end));
    let for_title = room.saturating_sub(middle_width + end.map_or(0, |end| width(&end.pieces)) + GAPS);
    let x = frame.put(x + 1, area.y, for_title, title, Meaning::HeaderTitle);
    let rest = Rect { x: (x + 2).min(area.right()), width: area.right().saturating_sub(x + 2), ..area };
    let x = pieces(frame, rest, middle);
    if let Some(end) = end {
        right(frame, area, x, std::slice::from_ref(end));
    }
}

/// Draws the first end that fits at the right of `from`.
fn right(frame: &Frame<'_>, area: Rect, from: u16, ends: &[End]) {
    let room = area.right().saturating_sub(from + 2);
    if let Some(end) = ends.iter().find(|end| width(&end.pieces) <= room) {
        let wide = width(&end.pieces);
        pieces(frame, Rect { x: area.right() - wide, width: wide, ..area }, &end.pieces);
    }
}

/// Draws pieces one after the other, and returns the next cell.
fn pieces(frame: &Frame<'_>, area: Rect, pieces: &[Piece]) -> u16 {
    let mut x = area.x;
    for piece in pieces {
        let room = area.right().saturating_sub(x);
        let start = x;
        x = frame.put(x, area.y, room, &piece.text, piece.style);
        if let Some((before, clock)) = piece.clock
            && text::width(&piece.text) <= room
        {
            frame.dial(start + before, area.y, clock);
        }
    }
    x
}

fn width(pieces: &[Piece]) -> u16 {
    pieces.iter().map(|piece| text::width(&piece.text)).sum()
}

fn gap() -> Piece {
    Piece::new(" ", Style::new())
}

/// The background of the whole header.
fn ground(frame: &Frame<'_>) -> Meaning {
    match frame.incident.status {
        _ if frame.scene.view.read_only.is_some() => Meaning::HeaderReadOnly,
        Status::Closed { .. } => Meaning::HeaderClosed,
        Status::Held { .. } => Meaning::HeaderHeld,
        Status::Open if frame.incident.night().is_some() => Meaning::HeaderNight,
        Status::Open => Meaning::Header,
    }
}

/// Severity, exercise, and what stops the clocks.
fn badges(frame: &Frame<'_>) -> Vec<Piece> {
    let incident = frame.incident;
    let severity = incident.severity.name().to_uppercase();
    let meaning = Meaning::of_severity(incident.severity);
    let mut badges = vec![Piece::new(format!(" {severity} "), frame.style(meaning))];
    let mut badge = |text: String, meaning: Meaning| {
        badges.push(gap());
        badges.push(Piece::new(format!(" {text} "), frame.style(meaning)));
    };
    if incident.kind == Kind::Exercise {
        let text = match incident.pace.speed {
            0 | 1 => frame.say("region-exercise"),
            speed => frame.say_with("region-exercise-speed", &vars![speed = speed.to_string()]),
        };
        badge(text, Meaning::BadgeExercise);
    }
    match &incident.status {
        Status::Closed { at, .. } => {
            badge(frame.say_with("region-closed", &vars![at = frame.day_time(*at)]), Meaning::BadgeClosed);
        }
        Status::Held { since, .. } => {
            let clock = Counting { span: frame.now - *since, runs: true };
            let held = |clock: &str| format!(" {} ", frame.say_with("region-held", &vars!["for" = clock]));
            badges.push(gap());
            badges.push(Piece::counting(frame, frame.style(Meaning::BadgeHeld), clock, held));
        }
        Status::Open => {
            if let Some(night) = incident.night() {
                let at = frame.time(night.resume);
                badge(frame.say_with("region-night", &vars![at]), Meaning::BadgeNight);
            }
        }
    }
    badges
}

/// Day, time, time since the opening, and the forecast of the end.
fn time(frame: &Frame<'_>) -> Vec<Piece> {
    let elapsed = Counting { span: frame.clocks.elapsed, runs: !frame.incident.is_closed() };
    let mut pieces = vec![
        Piece::new(frame.day_time(frame.now), frame.style(Meaning::HeaderTime)),
        Piece::new("  ", Style::new()),
        Piece::counting(frame, frame.style(Meaning::HeaderElapsed), elapsed, |clock| format!("T+{clock}")),
    ];
    if !frame.incident.is_closed() {
        let end = frame.when_between(frame.forecast.end);
        pieces.push(Piece::new("  ", Style::new()));
        let end = frame.say_with("region-end", &vars![end]);
        pieces.push(Piece::new(end, frame.style(Meaning::HeaderEnd)));
        let slip = frame.forecast.slip;
        if slip.abs() >= Span::minutes(1) {
            let meaning = if slip > Span::zero() { Meaning::SlipLate } else { Meaning::SlipEarly };
            pieces.push(Piece::new(format!(" ({})", frame.lang.slip(slip)), frame.style(meaning)));
        }
    }
    pieces
}

fn people(frame: &Frame<'_>, journal: Option<Piece>) -> Vec<End> {
    let (commander, me) = (&frame.incident.commander, frame.scene.view.me);
    let is_replay = frame.scene.view.playback.is_some();
    let name = |key: &str, person: &PersonName| {
        frame.say_with(key, &vars![name = text::cut(person.as_str(), NAME).into_owned()])
    };
    let style = frame.style(Meaning::HeaderCommander);
    let named = if is_replay {
        // The bar names the viewer; no reader of a replay is one of them.
        vec![Piece::new(name("region-commander", commander), style)]
    } else if commander == me {
        vec![Piece::new(name("region-commander-me", me), style)]
    } else {
        vec![
            Piece::new(name("region-commander", commander), style),
            Piece::new(" · ", frame.style(Meaning::Header)),
            Piece::new(name("region-me", me), frame.style(Meaning::Header)),
        ]
    };
    let only_name = [Piece::new(text::cut(commander.as_str(), NAME).into_owned(), style)];
    let commander = [Piece::new(name("region-commander", commander), style)];
    let present = Presence::persons(frame.scene.view.present);
    let present = Piece::new(frame.say_with("region-present", &vars![count = present]), frame.style(Meaning::Header));
    let dot = Piece::new(" · ", frame.style(Meaning::Header));
    let mut tail = vec![gap()];
    if let Some(journal) = journal {
        tail = vec![Piece::new("  ", Style::new()), journal, gap()];
    }
    let no_ground = |piece: Piece| Piece { style: Style { bg: None, ..piece.style }, ..piece };
    // A journal does not record who was at a screen.
    let here = if is_replay { Vec::new() } else { vec![no_ground(dot), no_ground(present)] };
    let end = |head: &[Piece]| End { says_me: false, pieces: [head, &tail].concat() };
    vec![
        End { says_me: true, ..end(&[&named[..], &here].concat()) },
        end(&[&commander[..], &here].concat()),
        end(&commander),
        end(&only_name),
        end(&[]),
    ]
}

/// Whether the journal is written.
fn journal(frame: &Frame<'_>) -> Piece {
    if let Some(by) = frame.scene.view.cut() {
        let [.., key] = by.keys();
        Piece::new(format!(" {} ", frame.say(key)), frame.style(Meaning::BadgeReadOnly))
    } else if frame.scene.view.read_only.is_some() {
        Piece::new(format!(" {} ", frame.say("region-read-only")), frame.style(Meaning::BadgeReadOnly))
    } else {
        Piece::new(frame.say("region-journal"), frame.style(Meaning::JournalWriting))
    }
}

/// Draws the banners that fit; the last says how many more there are.
pub fn banners(frame: &Frame<'_>, area: Rect) {
    let banners = frame.scene.banners;
    let rows = usize::from(area.height);
    for (place, (banner, row)) in banners.iter().zip(area.rows()).enumerate() {
        let more = if place + 1 == rows { banners.len() - rows } else { 0 };
        draw_banner(frame, banner, more, row);
        frame.hit(row, Hit::Banner(place));
    }
}

fn draw_banner(frame: &Frame<'_>, banner: &Banner, more: usize, row: Rect) {
    let (words, meaning) = banner.describe(frame.scene.view, frame.lang);
    frame.paint(row, meaning);
    let action = if *banner == Banner::Gone { Action::TakeCommand } else { Action::Attend };
    let key = frame.scene.keymap.first(action, frame.lang).unwrap_or_default();
    let mut rest = Rest::inside(frame, row, 2);
    if more > 0 {
        rest.put_right(6, &format!("+{more}"), meaning);
    }
    let hint = banner.hint(frame.scene.view, frame.lang);
    let hint = hint.map_or_else(String::new, |does| format!("{key} {does}"));
    rest.put_right(rest.area.width, &hint, meaning);
    rest.put(&words, meaning);
}

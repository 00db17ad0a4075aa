//! The header: which incident, how bad, what time it is in it, when it will end, who drives.
//!
//! ```text
//!  WARROOM  Cyberattaque, production chiffrée   SEV1   EXERCICE ×60   J1 08:52  T+05:42:10  fin 12:40–15:25 (+35m)    alice (DC) · 6 présents  ● journal
//! ```
//!
//! Below 150 columns it takes two lines. While clocks stand still, or nothing can be written, all of it says so.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::BTreeSet;

use super::frame::Frame;
use super::text;
use crate::incident::{Kind, Span, Status};

/// Cells between the title, what follows it, and the right end.
const GAPS: u16 = 4;

/// A piece of the header and its style.
type Piece = (String, Style);

pub fn render(frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    buffer.set_style(area, frame.style(ground(frame)));
    let first = Rect { height: 1, ..area };
    let mut badges = badges(frame);
    if area.height == 1 {
        let mut end = time(frame);
        end.insert(0, ("  ".into(), Style::new()));
        badges.extend(end);
        line(frame, first, &badges, &people(frame, Some(journal(frame))), buffer);
    } else {
        line(frame, first, &badges, &[vec![journal(frame), gap()]], buffer);
        let second = Rect { y: area.y + 1, height: 1, ..area };
        let x = pieces(
            Rect { x: second.x + 1, width: second.width.saturating_sub(1), ..second },
            &time(frame),
            buffer,
        );
        right(second, x, &people(frame, None), buffer);
    }
}

/// Product and title, then pieces that are never cut, then the widest of the right ends that fits.
fn line(frame: &Frame<'_>, area: Rect, middle: &[Piece], ends: &[Vec<Piece>], buffer: &mut Buffer) {
    let product = " WARROOM ";
    let x = text::put(buffer, area.x, area.y, area.width, product, frame.style("header.product"));
    let title = frame.incident.title.as_str();
    let middle_width = width(middle);
    let room = area.right().saturating_sub(x + 1);
    let least = text::width(title).min(16);
    let end = ends.iter().find(|end| middle_width + width(end) + least + GAPS <= room);
    let for_title = room.saturating_sub(middle_width + end.map_or(0, |end| width(end)) + GAPS);
    let x = text::put(buffer, x + 1, area.y, for_title, title, frame.style("header.title"));
    let rest = Rect { x: (x + 2).min(area.right()), width: area.right().saturating_sub(x + 2), ..area };
    let x = pieces(rest, middle, buffer);
    if let Some(end) = end {
        right(area, x, std::slice::from_ref(end), buffer);
    }
}

/// Draws the first of the ends that fits behind `from`, at the right.
fn right(area: Rect, from: u16, ends: &[Vec<Piece>], buffer: &mut Buffer) {
    let room = area.right().saturating_sub(from + 2);
    if let Some(end) = ends.iter().find(|end| width(end) <= room) {
        let wide = width(end);
        pieces(Rect { x: area.right() - wide, width: wide, ..area }, end, buffer);
    }
}

fn pieces(area: Rect, pieces: &[Piece], buffer: &mut Buffer) -> u16 {
    let pieces: Vec<(&str, Style)> = pieces.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    text::put_all(buffer, area, &pieces)
}

fn width(pieces: &[Piece]) -> u16 {
    pieces.iter().map(|(text, _)| text::width(text)).sum()
}

fn gap() -> Piece {
    (" ".into(), Style::new())
}

/// What all of the header says.
fn ground(frame: &Frame<'_>) -> &'static str {
    match frame.incident.status {
        _ if frame.scene.view.read_only.is_some() => "header.read-only",
        Status::Closed { .. } => "header.closed",
        Status::Held { .. } => "header.held",
        Status::Open if frame.incident.night().is_some() => "header.night",
        Status::Open => "header",
    }
}

/// Severity, exercise, and whatever stops the clocks.
fn badges(frame: &Frame<'_>) -> Vec<Piece> {
    let incident = frame.incident;
    let severity = incident.severity.name();
    let meaning = format!("severity.{severity}");
    let mut badges = vec![(format!(" {} ", severity.to_uppercase()), frame.style(&meaning))];
    let mut badge = |text: String, meaning: &str| {
        badges.push(gap());
        badges.push((format!(" {text} "), frame.style(meaning)));
    };
    if incident.kind == Kind::Exercise {
        let text = match incident.pace.speed {
            0 | 1 => frame.say("region-exercise"),
            speed => frame.say_with("region-exercise-speed", &[("speed", speed.to_string().into())]),
        };
        badge(text, "badge.exercise");
    }
    match &incident.status {
        Status::Closed { at, .. } => {
            badge(frame.say_with("region-closed", &[("at", frame.day_time(*at).into())]), "badge.closed");
        }
        Status::Held { since, .. } => {
            let held = frame.lang.clock(frame.now - *since);
            badge(frame.say_with("region-held", &[("for", held.into())]), "badge.held");
        }
        Status::Open => {
            if let Some(night) = incident.night() {
                let at = frame.time(night.resume);
                badge(frame.say_with("region-night", &[("at", at.into())]), "badge.night");
            }
        }
    }
    badges
}

/// Day, time, time since the opening, and the forecast of the end.
fn time(frame: &Frame<'_>) -> Vec<Piece> {
    let mut pieces = vec![
        (frame.day_time(frame.now), frame.style("header.time")),
        ("  ".into(), Style::new()),
        (format!("T+{}", frame.lang.clock(frame.clocks.elapsed)), frame.style("header.elapsed")),
    ];
    if !frame.incident.is_closed() {
        let end = frame.when_between(frame.forecast.end);
        pieces.push(("  ".into(), Style::new()));
        pieces.push((frame.say_with("region-end", &[("end", end.into())]), frame.style("header.end")));
        let slip = frame.forecast.slip;
        if slip.abs() >= Span::minutes(1) {
            let meaning = if slip > Span::zero() { "slip.late" } else { "slip.early" };
            pieces.push((format!(" ({})", frame.lang.slip(slip)), frame.style(meaning)));
        }
    }
    pieces
}

/// The commander and how many are here, from all that to the least that says something.
fn people(frame: &Frame<'_>, journal: Option<Piece>) -> Vec<Vec<Piece>> {
    let commander = (
        frame.say_with("region-commander", &[("name", frame.incident.commander.as_str().into())]),
        frame.style("header.commander"),
    );
    let present: BTreeSet<_> = frame.scene.view.present.iter().map(|present| &present.person).collect();
    let present =
        (frame.say_with("region-present", &[("count", present.len().into())]), frame.style("header"));
    let dot = (" · ".into(), frame.style("header"));
    let mut tail = vec![gap()];
    if let Some(journal) = journal {
        tail = vec![("  ".into(), Style::new()), journal, gap()];
    }
    let end = |head: Vec<Piece>| [head, tail.clone()].concat();
    let no_ground = |(text, style): Piece| (text, Style { bg: None, ..style });
    vec![end(vec![commander.clone(), no_ground(dot), no_ground(present)]), end(vec![commander]), tail.clone()]
}

/// Whether what happens is written down.
fn journal(frame: &Frame<'_>) -> Piece {
    if frame.scene.view.read_only.is_some() {
        (format!(" {} ", frame.say("region-read-only")), frame.style("badge.read-only"))
    } else {
        (frame.say("region-journal"), frame.style("journal.writing"))
    }
}

//! A replay as an asciicast v2, for asciinema and its web player.
//!
//! ```text
//!   {"version": 2, "width": 140, "height": 40, …}
//!   [0.0, "o", "bytes for the terminal"]
//!   [0.1, "o", "…"]
//! ```
//!
//! Screen, painter and player are those of a session. The result does not depend on when or where it is made.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::json;

use super::replayed::{Back, Replayed, Showing};
use crate::incident::{Moment, Span};
use crate::lang::Lang;
use crate::terminal::{Depth, Painted, Painter, Size, control};
use crate::ui::{Input, Screen, Settings, World};

/// The shortest time between two frames.
const FRAME: Span = Span::milliseconds(100);
/// How long the last frame stays.
const STAYS: Span = Span::seconds(3);

pub struct Cast {
    /// Read to its end.
    pub showing: Showing,
    pub from: Moment,
    pub until: Moment,
    pub size: Size,
    pub lang: Lang,
    pub settings: Settings,
}

impl Cast {
    /// Writes the cast, and calls `each` with the percentage that is done.
    pub fn write(self, out: &mut impl Write, each: &mut dyn FnMut(u8)) -> io::Result<()> {
        let Self { showing, from, until, size, lang, settings } = self;
        let Size { width, height } = size;
        let mut replayed = Replayed::new(Showing { plays: true, ..showing }, Back::Out, None, lang);
        replayed.seek(from);
        let mut film = Film { screen: Screen::new(settings), painter: Painter::new(Depth::True), out };
        let head = json!({
            "version": 2, "width": width, "height": height, "timestamp": from.timestamp(),
            "title": replayed.show(|view| view.incident.title.to_string()),
            "env": { "TERM": "xterm-256color" },
        });
        writeln!(film.out, "{head}")?;
        let mut frame = Vec::new();
        control::hide_cursor(&mut frame);
        film.input(&replayed, Input::Resize { width, height });
        let (all, mut watched) = ((until - from).num_milliseconds().max(1), Span::zero());
        loop {
            film.draw(&replayed, size, &mut frame);
            film.put(watched, &mut frame)?;
            let done = (replayed.player.at() - from).num_milliseconds() * 100 / all;
            each(u8::try_from(done.clamp(0, 100)).unwrap_or(100));
            let next = replayed.player.next_frame().filter(|_| replayed.player.at() < until);
            let Some(next) = next.map(|next| next.max(FRAME)) else { break };
            watched += next;
            replayed.pass(next);
            if replayed.player.at() > until {
                replayed.seek(until);
            }
            film.input(&replayed, Input::Changed);
        }
        control::show_cursor(&mut frame);
        film.put(watched + STAYS, &mut frame)
    }
}

/// A terminal that records what it is sent.
struct Film<'a, W> {
    screen: Screen,
    painter: Painter,
    out: &'a mut W,
}

impl<W: Write> Film<'_, W> {
    fn input(&mut self, replayed: &Replayed, input: Input) {
        // Nobody answers its effects.
        replayed.show(|view| self.screen.update(World::Room(view), input));
    }

    fn draw(&mut self, replayed: &Replayed, size: Size, frame: &mut Vec<u8>) {
        let area = Rect::new(0, 0, size.width, size.height);
        let mut buffer = Buffer::empty(area);
        replayed.show(|view| self.screen.render(World::Room(view), &mut buffer));
        while self.painter.paint(&buffer, &[area], frame) == Painted::Part {}
    }

    fn put(&mut self, watched: Span, frame: &mut Vec<u8>) -> io::Result<()> {
        if frame.is_empty() {
            return Ok(());
        }
        let micros = watched.num_microseconds().unwrap_or(i64::MAX);
        let bytes = serde_json::to_string(&String::from_utf8_lossy(frame))?;
        frame.clear();
        writeln!(self.out, "[{}.{:06}, \"o\", {bytes}]", micros / 1_000_000, micros % 1_000_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replay::{Limit, Replay};
    use crate::ui::replay::Silence;

    fn cast_of(replay: &Replay) -> Cast {
        let showing = Showing { speed: 3600, silence: Silence::Skipped, ..Showing::new(replay.clone()) };
        Cast {
            showing,
            from: replay.opened_at(),
            until: replay.end(),
            size: Size { width: 100, height: 30 },
            lang: Lang::Fr,
            settings: Settings { lang: Lang::Fr, ..Settings::default() },
        }
    }

    #[test]
    fn a_terminal_that_plays_a_cast_ends_where_the_recording_ended() {
        let journal = std::fs::File::open("tests/sessions/octobre.jsonl").unwrap();
        let replay = Replay::open(journal, None, Limit::default()).unwrap();
        replay.wait_until_read();
        let (mut cast, mut percents) = (Vec::new(), Vec::new());
        cast_of(&replay).write(&mut cast, &mut |percent| percents.push(percent)).unwrap();
        let mut again = Vec::new();
        cast_of(&replay).write(&mut again, &mut |_| {}).unwrap();
        assert_eq!(cast, again, "nothing in it depends on when it is made");
        assert!(percents.is_sorted() && percents.last() == Some(&100), "{percents:?}");

        let mut lines = std::str::from_utf8(&cast).unwrap().lines();
        let head: serde_json::Value = serde_json::from_str(lines.next().unwrap()).unwrap();
        assert_eq!((&head["version"], &head["width"], &head["height"]), (&json!(2), &json!(100), &json!(30)));
        let (mut terminal, mut last) = (vt100::Parser::new(30, 100, 0), 0.0);
        for line in lines {
            let (at, kind, bytes): (f64, String, String) = serde_json::from_str(line).unwrap();
            assert!(at >= last && kind == "o", "{line}");
            last = at;
            terminal.process(bytes.as_bytes());
        }
        let contents = terminal.screen().contents();
        assert!(contents.contains("■ fin") && contents.contains("J10 14:05:00"), "{contents}");
        assert!(contents.contains("CLÔTURÉ"), "{contents}");
        assert!(!terminal.screen().hide_cursor());
    }
}

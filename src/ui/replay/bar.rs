//! The bar of a replay, below the screen of that time: position and playback.

use ratatui::layout::Rect;

use super::mark::{self, ALWAYS, SORTS, Sort};
use super::playback::{Cut, Follow, Motion, Playback, Shown, Silence};
use super::track::{Rest, Track, rests};
use crate::incident::{Mark, MarkKind, Moment, Span};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::View;
use crate::ui::action::Action;
use crate::ui::canvas::Canvas;
use crate::ui::keymap::Keymap;
use crate::ui::scene::Hit;
use crate::ui::text;

/// Rows of the bar.
pub const ROWS: u16 = 2;

/// At most one column in this many has a mark that may be dropped.
const MARKED: u16 = 3;
/// Cells of a name.
const NAME: u16 = 20;
/// Below this width words are shorter.
const ROOMY: u16 = 80;
const GAP: u16 = 2;

/// The marks of a column of the scrubber; there may be a hundred thousand in all.
pub fn in_column<'a>(playback: &Playback<'a>, track: &Track, column: u16) -> &'a [Mark] {
    let marks = &playback.history.marks;
    let (from, to) = track.stretch(column);
    let place = |at: Moment| marks.partition_point(|mark| mark.at < at);
    marks.get(place(from)..place(to)).unwrap_or_default()
}

/// The input of the bar.
pub struct Bar<'a> {
    pub view: &'a View<'a>,
    pub playback: &'a Playback<'a>,
    pub keymap: &'a Keymap,
    pub canvas: &'a Canvas<'a>,
}

impl Bar<'_> {
    pub fn render(&self, area: Rect) {
        if area.height < ROWS {
            return;
        }
        self.scrubber(Rect { height: 1, ..area });
        self.state(Rect { y: area.y + 1, height: 1, ..area });
    }

    fn scrubber(&self, row: Rect) {
        let (playback, canvas) = (self.playback, self.canvas);
        canvas.paint(row, Meaning::ReplayTrack);
        let (first, last) = self.ends();
        let label = (Meaning::ReplayTrack, Meaning::ReplayLabel);
        let x = canvas.put(row.x + 1, row.y, row.width, &first, label);
        let end = canvas.put_right(row.right().saturating_sub(1), row.y, row.width, &last, label);
        let area = Rect { x: x + 1, width: end.saturating_sub(x + 2), ..row };
        if area.width == 0 {
            return;
        }
        canvas.hit(area, Hit::Scrubber);
        let rests = rests(playback.history, playback.to);
        let track = Track::new(playback.from, playback.to, &rests, area.width);
        self.activity(&track, &rests, area);
        self.marks(&track, area);
        for (at, letter) in [(playback.a, "A"), (playback.b, "B")] {
            if let Some(Shown { at, .. }) = at {
                canvas.put(area.x + track.column(at), area.y, 1, letter, Meaning::ReplayLetter);
            }
        }
        let x = area.x + track.column(self.view.now);
        let shown = canvas.symbol(x, area.y);
        let is_plain = shown.starts_with([' ', '░', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']);
        canvas.cell(x, area.y, if is_plain { "┃" } else { &shown }, Meaning::ReplayCursor);
    }

    /// The activity over time, on the background of its phase; rests are hatched.
    fn activity(&self, track: &Track, rests: &[Rest], area: Rect) {
        let (playback, canvas) = (self.playback, self.canvas);
        let count = |column: u16| {
            let (from, to) = track.stretch(column);
            playback.activity.count(from, to)
        };
        let counts: Vec<usize> = (0..track.width()).map(count).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let mut phase = 0;
        let here = track.column(self.view.now);
        for (column, count) in (0..track.width()).zip(&counts) {
            let marks = in_column(playback, track, column);
            phase += marks.iter().filter(|it| it.kind == MarkKind::Phase).count();
            let ground = if phase % 2 == 0 { Meaning::ReplayTrack } else { Meaning::ReplayTrackOther };
            let played = if column <= here { Meaning::ReplayPlayed } else { Meaning::ReplayAhead };
            let from = track.moment(column);
            let rests = rests.iter().any(|rest| rest.from <= from && from < rest.to);
            let (symbol, meaning) = match track.folded(column) {
                // The mark of a closing is at its beginning.
                Some((kind, true)) if kind != MarkKind::Closed => {
                    let sort = Sort::of(kind);
                    (sort.sign, Some(sort.meaning))
                }
                Some(_) => ("░", Some(Meaning::ReplayRest)),
                None if rests && *count == 0 => ("░", Some(Meaning::ReplayRest)),
                None => (level(*count, most), None),
            };
            let style = canvas.style((ground, played));
            let style = meaning.map_or(style, |meaning| style.patch(canvas.style(meaning)));
            canvas.cell(area.x + column, area.y, symbol, style);
        }
    }

    /// The marks; the least important give way to the activity.
    fn marks(&self, track: &Track, area: Rect) {
        let heaviest = |column: u16| {
            let place = mark::place(mark::heaviest(in_column(self.playback, track, column))?.kind);
            // A folded interval explains itself.
            (track.folded(column).is_none() || place < ALWAYS).then_some(place)
        };
        let mut shown: Vec<Option<usize>> = (0..track.width()).map(heaviest).collect();
        let room = usize::from(track.width() / MARKED).max(1);
        for least in (ALWAYS..SORTS.len()).rev() {
            if shown.iter().flatten().count() <= room {
                break;
            }
            for cell in &mut shown {
                cell.take_if(|place| *place >= least);
            }
        }
        for (column, place) in (0..track.width()).zip(shown) {
            if let Some(sort) = place.and_then(|place| SORTS.get(place)) {
                self.canvas.cell(area.x + column, area.y, sort.sign, sort.meaning);
            }
        }
    }

    /// Title, moment and playback, as far as there is room.
    fn state(&self, row: Rect) {
        self.canvas.paint(row, Meaning::Replay);
        let pieces = fitting(self.pieces(row.width), row.width + GAP);
        let wide = pieces.iter().map(|piece| text::width(&piece.text) + GAP).sum::<u16>();
        let first_right = pieces.iter().position(|piece| piece.is_right);
        let mut x = row.x;
        for (place, piece) in pieces.iter().enumerate() {
            if first_right == Some(place) {
                x += row.width.saturating_sub(wide);
            }
            let room = row.right().saturating_sub(x);
            let end = self.canvas.put(x, row.y, room, &piece.text, (Meaning::Replay, piece.meaning));
            if let Some(action) = piece.action {
                self.canvas.hit(Rect { x, width: end.saturating_sub(x), ..row }, Hit::Action(action));
            }
            x = end + GAP;
        }
    }

    fn pieces(&self, width: u16) -> Vec<Piece> {
        let is_roomy = width >= ROOMY;
        let (view, playback, lang) = (self.view, self.playback, self.canvas.look.lang);
        let mut pieces = Vec::new();
        let mut add = |weight, meaning, action, text| {
            pieces.push(Piece { weight, meaning, text, action, is_right: false });
        };
        add(0, Meaning::ReplayBadge, None, format!(" {} ", lang.say("playback-badge")));
        let (key, meaning) = match playback.motion {
            Motion::Live => ("playback-live", Meaning::ReplayBadge),
            Motion::Playing => ("playback-playing", Meaning::ReplayStrong),
            Motion::Paused if playback.is_over(view.shown()) => ("playback-ended", Meaning::ReplayStrong),
            Motion::Paused => ("playback-paused", Meaning::ReplayStrong),
        };
        add(0, meaning, Some(Action::PlayPause), lang.say(key));
        // The present has only one speed.
        if playback.motion != Motion::Live {
            add(1, Meaning::ReplayStrong, Some(Action::Faster), format!("×{}", playback.speed));
        }
        let wall = view.incident.wall(view.now);
        let time = lang.time_of_second(wall, view.incident.zone);
        let moment = format!("{} {time}", self.day(view.now));
        add(0, Meaning::ReplayStrong, Some(Action::Jump), moment);
        add(7, Meaning::ReplayMuted, None, lang.date(wall, view.incident.zone));
        if let Some(Cut { record, by, .. }) = playback.cut {
            let last = record.saturating_sub(1).to_string();
            let words = vars![record = record.to_string(), last];
            let [whole, short, _] = by.keys();
            let words = lang.say_with(if is_roomy { whole } else { short }, &words);
            add(2, Meaning::ReplayAlarm, None, format!(" {words} "));
        }
        if let Some(percent) = playback.loading {
            let key = if is_roomy { "playback-loading" } else { "playback-loading-short" };
            add(3, Meaning::ReplayStrong, None, lang.say_with(key, &vars![percent]));
        }
        let eyes = self.eyes(if is_roomy { NAME } else { NAME / 2 });
        add(4, Meaning::Replay, Some(Action::Watch), eyes);
        if let Some(marks) = self.letters() {
            add(5, Meaning::ReplayStrong, Some(Action::Compare), marks);
        }
        if playback.goes_on && playback.motion != Motion::Live {
            let words = vars![key = self.keymap.spelled_in_replay(Action::IncidentEnd, lang)];
            let text = lang.say_with("playback-goes-on", &words);
            add(5, Meaning::ReplayMuted, Some(Action::IncidentEnd), text);
        }
        if playback.silence == Silence::Skipped {
            add(5, Meaning::Replay, Some(Action::SkipSilence), lang.say("playback-silences-skipped"));
        }
        let mut add_right = |weight, meaning, action, text| {
            pieces.push(Piece { weight, meaning, text, action, is_right: true });
        };
        // The most important mark of this very moment.
        let marks = &playback.history.marks;
        let first = marks.partition_point(|it| it.at < view.now);
        let behind = marks.partition_point(|it| it.at <= view.now);
        if let Some(mark) = mark::heaviest(marks.get(first..behind).unwrap_or_default()) {
            let words = text::cut(&mark::describe_mark(playback, mark, lang), width / 3).into_owned();
            add_right(6, Meaning::ReplayStrong, Some(Action::NextMark), words);
        }
        if let Some(next) = marks.get(behind) {
            add_right(8, Meaning::ReplayMuted, Some(Action::NextMark), self.next(next));
        }
        let (record, all) = (view.incident.seq, playback.newest.seq);
        let words = vars![record = record.to_string(), all = all.to_string()];
        add_right(9, Meaning::ReplayMuted, None, format!("{} ", lang.say_with("playback-record", &words)));
        pieces
    }

    /// The viewer whose view is shown.
    fn eyes(&self, room: u16) -> String {
        let lang = self.canvas.look.lang;
        let (key, name) = match self.playback.follow {
            None => ("playback-seen-by-commander", self.view.incident.commander.as_str()),
            Some(Follow::Person(name)) => ("playback-seen-by", name.as_str()),
            Some(Follow::Role(id)) => {
                let role = self.view.incident.role(id);
                ("playback-seen-by-role", role.map_or(id.as_str(), |role| role.name.as_str()))
            }
        };
        lang.say_with(key, &vars![name = text::cut(name, room).into_owned()])
    }

    /// `A 08:40 · B 09:10`.
    fn letters(&self) -> Option<String> {
        let at = |letter: &str, at: Moment| format!("{letter} {}", self.when(at));
        let letters: Vec<String> = [("A", self.playback.a), ("B", self.playback.b)]
            .into_iter()
            .filter_map(|(letter, shown)| Some(at(letter, shown?.at)))
            .collect();
        (!letters.is_empty()).then(|| letters.join(" · "))
    }

    fn next(&self, mark: &Mark) -> String {
        let (lang, sort) = (self.canvas.look.lang, Sort::of(mark.kind));
        let words = vars![sign = sort.sign, kind = lang.say(sort.name), at = self.when(mark.at)];
        lang.say_with("playback-next", &words)
    }

    /// The first and the last time of the recording.
    fn ends(&self) -> (String, String) {
        let (from, to) = (self.playback.from, self.playback.to);
        let zone = self.view.incident.zone;
        let time = |at: Moment| {
            let wall = self.playback.wall(at);
            let is_short = to - from < Span::minutes(10);
            if is_short {
                self.canvas.look.lang.time_of_second(wall, zone)
            } else {
                self.canvas.look.lang.time(wall, zone)
            }
        };
        let many_days = self.playback.day(from) != self.playback.day(to);
        let end = |at: Moment| if many_days { format!("{} {}", self.day(at), time(at)) } else { time(at) };
        (end(from), end(to))
    }

    fn day(&self, at: Moment) -> String {
        self.canvas.look.lang.say_with("region-day", &vars![day = self.playback.day(at)])
    }

    /// The time, with the day if it is not the shown one.
    fn when(&self, at: Moment) -> String {
        let time = self.canvas.look.lang.time(self.playback.wall(at), self.view.incident.zone);
        if self.playback.day(at) == self.playback.day(self.view.now) {
            time
        } else {
            format!("{} {time}", self.day(at))
        }
    }
}

struct Piece {
    /// The lightest matter most.
    weight: u8,
    meaning: Meaning,
    text: String,
    action: Option<Action>,
    is_right: bool,
}

/// The pieces that fit, in their order; the important ones choose first.
fn fitting(pieces: Vec<Piece>, room: u16) -> Vec<Piece> {
    let mut places: Vec<usize> = (0..pieces.len()).collect();
    places.sort_by_key(|place| pieces[*place].weight);
    let mut left = room;
    let mut fits = vec![false; pieces.len()];
    for place in places {
        let wide = text::width(&pieces[place].text) + GAP;
        if let Some(rest) = left.checked_sub(wide) {
            left = rest;
            fits[place] = true;
        }
    }
    pieces.into_iter().zip(fits).filter(|(_, fits)| *fits).map(|(piece, _)| piece).collect()
}

/// A block as high as the activity; empty only without any.
fn level(count: usize, most: usize) -> &'static str {
    const LEVELS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    let level = match count {
        0 => 0,
        _ if most < 8 => count,
        // One record is visible beside a thousand.
        _ => 1 + (count.ilog2() * 7 / most.ilog2().max(1)) as usize,
    };
    LEVELS[level.min(8)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_record_is_seen_beside_a_thousand() {
        assert_eq!([0, 1, 2, 30, 1000].map(|count| level(count, 1000)), [" ", "▁", "▁", "▄", "█"]);
        assert_eq!([0, 1, 3].map(|count| level(count, 3)), [" ", "▁", "▃"]);
    }
}

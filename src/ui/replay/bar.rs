//! The bar of a replay, below the screen as it was: where the recording is, and how it is played.
//!
//! ```text
//!  J1 03:10 ▂▃▁▂▅┊▁▂ ▁◆▃░☾░▂▁▁!▂▃▁┃▁▂▁▁A▂▁▁▂▁┊▁▂▁▁▁▁▁▁▁▁ J2 17:05
//!   REJEU  ▶ lecture  ×60  J1 08:52:07  vu par alice              ensuite ◆ décision 08:55
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::mark::{self, ALWAYS, SORTS, Sort};
use super::playback::{Cut, Follow, Motion, Playback, Shown, Silence};
use super::track::{Rest, Track, rests};
use crate::incident::{Mark, MarkKind, Moment, Span};
use crate::theme::Meaning;
use crate::ui::View;
use crate::ui::action::Action;
use crate::ui::keymap::Keymap;
use crate::ui::region::text;
use crate::ui::scene::{Hit, Hits, Look};

/// Rows of the bar.
pub const ROWS: u16 = 2;

/// At most one column in so many has a mark that gives way to what was written.
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

/// What the bar is drawn from.
pub struct Bar<'a> {
    pub view: &'a View<'a>,
    pub playback: &'a Playback<'a>,
    pub look: &'a Look,
    pub keymap: &'a Keymap,
}

impl Bar<'_> {
    pub fn render(&self, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
        if area.height < ROWS {
            return;
        }
        self.scrubber(Rect { height: 1, ..area }, buffer, hits);
        self.state(Rect { y: area.y + 1, height: 1, ..area }, buffer, hits);
    }

    fn scrubber(&self, row: Rect, buffer: &mut Buffer, hits: &mut Hits) {
        let playback = self.playback;
        buffer.set_style(row, self.style(Meaning::ReplayTrack));
        let (first, last) = self.ends();
        let label = self.style(Meaning::ReplayTrack).patch(self.style(Meaning::ReplayLabel));
        let x = text::put(buffer, row.x + 1, row.y, row.width, &first, label);
        let wide = text::width(&last);
        let end = row.right().saturating_sub(wide + 1);
        text::put(buffer, end, row.y, wide, &last, label);
        let area = Rect { x: x + 1, width: end.saturating_sub(x + 2), ..row };
        if area.width == 0 {
            return;
        }
        hits.note(area, Hit::Scrubber);
        let rests = rests(playback.history, playback.to);
        let track = Track::new(playback.from, playback.to, &rests, area.width);
        self.activity(&track, &rests, area, buffer);
        self.marks(&track, area, buffer);
        for (at, letter) in [(playback.a, "A"), (playback.b, "B")] {
            if let Some(Shown { at, .. }) = at {
                let x = area.x + track.column(at);
                text::put(buffer, x, area.y, 1, letter, self.style(Meaning::ReplayLetter));
            }
        }
        let cell = &mut buffer[(area.x + track.column(self.view.now), area.y)];
        let is_plain = cell.symbol().starts_with([' ', '░', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']);
        if is_plain {
            cell.set_symbol("┃");
        }
        cell.set_style(self.style(Meaning::ReplayCursor));
    }

    /// How much was written when, on the ground of its phase; rests are hatched.
    fn activity(&self, track: &Track, rests: &[Rest], area: Rect, buffer: &mut Buffer) {
        let playback = self.playback;
        let count = |column: u16| {
            let (from, to) = track.stretch(column);
            playback.activity.count(from, to)
        };
        let counts: Vec<usize> = (0..track.width()).map(count).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let mut phase = 0;
        let here = track.column(self.view.now);
        for (column, count) in (0..track.width()).zip(&counts) {
            phase +=
                in_column(playback, track, column).iter().filter(|it| it.kind == MarkKind::Phase).count();
            let mut style =
                self.style(if phase % 2 == 0 { Meaning::ReplayTrack } else { Meaning::ReplayTrackOther });
            style = style.patch(self.style(if column <= here {
                Meaning::ReplayPlayed
            } else {
                Meaning::ReplayAhead
            }));
            let from = track.moment(column);
            let rest = rests.iter().find(|rest| rest.from <= from && from < rest.to);
            let symbol = match (track.folded(column), rest) {
                // The mark of a closing is at its beginning.
                (Some((kind, true)), _) if kind != MarkKind::Closed => {
                    let sort = Sort::of(kind);
                    style = style.patch(self.style(sort.meaning));
                    sort.sign
                }
                (Some(_), _) => {
                    style = style.patch(self.style(Meaning::ReplayRest));
                    "░"
                }
                (None, Some(_)) if *count == 0 => {
                    style = style.patch(self.style(Meaning::ReplayRest));
                    "░"
                }
                _ => level(*count, most),
            };
            buffer[(area.x + column, area.y)].set_symbol(symbol).set_style(style);
        }
    }

    /// The marks; if there are too many to leave the activity in sight, the least important give way.
    fn marks(&self, track: &Track, area: Rect, buffer: &mut Buffer) {
        let heaviest = |column: u16| {
            let place = mark::place(mark::heaviest(in_column(self.playback, track, column))?.kind);
            // A folded stretch says itself what it is.
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
            let Some(sort) = place.and_then(|place| SORTS.get(place)) else { continue };
            let cell = &mut buffer[(area.x + column, area.y)];
            cell.set_symbol(sort.sign).set_style(self.style(sort.meaning));
        }
    }

    /// What is played, which moment and how, as much as there is room for.
    fn state(&self, row: Rect, buffer: &mut Buffer, hits: &mut Hits) {
        let ground = self.style(Meaning::Replay);
        buffer.set_style(row, ground);
        let wide = |pieces: &[Piece]| pieces.iter().map(|piece| text::width(&piece.text) + GAP).sum::<u16>();
        let pieces = fitting(self.pieces(row.width), row.width + GAP);
        let rest = row.width.saturating_sub(wide(&pieces));
        let mut x = row.x;
        let mut is_left = true;
        for piece in &pieces {
            if piece.side == Side::Right && is_left {
                is_left = false;
                x += rest;
            }
            let end = text::put(
                buffer,
                x,
                row.y,
                row.right().saturating_sub(x),
                &piece.text,
                ground.patch(self.style(piece.meaning)),
            );
            if let Some(action) = piece.action {
                hits.note(Rect { x, width: end.saturating_sub(x), ..row }, Hit::Action(action));
            }
            x = end + GAP;
        }
    }

    fn pieces(&self, width: u16) -> Vec<Piece> {
        let is_roomy = width >= ROOMY;
        let (view, playback, lang) = (self.view, self.playback, self.look.lang);
        let mut pieces =
            vec![Piece::new(0, Meaning::ReplayBadge, format!(" {} ", lang.say("playback-badge")))];
        let (key, meaning) = match playback.motion {
            Motion::Live => ("playback-live", Meaning::ReplayBadge),
            Motion::Playing => ("playback-playing", Meaning::ReplayStrong),
            Motion::Paused if playback.is_over(view.shown()) => ("playback-ended", Meaning::ReplayStrong),
            Motion::Paused => ("playback-paused", Meaning::ReplayStrong),
        };
        pieces.push(Piece::new(0, meaning, lang.say(key)).does(Action::PlayPause));
        // The present has but one speed.
        if playback.motion != Motion::Live {
            pieces.push(
                Piece::new(1, Meaning::ReplayStrong, format!("×{}", playback.speed)).does(Action::Faster),
            );
        }
        let wall = view.incident.wall(view.now);
        let time = lang.time_of_second(wall, view.incident.zone);
        let moment = format!("{} {time}", self.day(view.now));
        pieces.push(Piece::new(0, Meaning::ReplayStrong, moment).does(Action::Jump));
        let date = lang.date(wall, view.incident.zone);
        pieces.push(Piece::new(7, Meaning::ReplayMuted, date));
        if let Some(Cut { record, by, .. }) = playback.cut {
            let words = [
                ("record", record.to_string().into()),
                ("last", record.saturating_sub(1).to_string().into()),
            ];
            let [whole, short, _] = by.keys();
            let key = if is_roomy { whole } else { short };
            let text = format!(" {} ", lang.say_with(key, &words));
            pieces.push(Piece::new(2, Meaning::ReplayAlarm, text));
        }
        if let Some(percent) = playback.loading {
            let words = [("percent", percent.into())];
            let key = if is_roomy { "playback-loading" } else { "playback-loading-short" };
            pieces.push(Piece::new(3, Meaning::ReplayStrong, lang.say_with(key, &words)));
        }
        pieces.push(
            Piece::new(4, Meaning::Replay, self.eyes(if is_roomy { NAME } else { NAME / 2 }))
                .does(Action::Watch),
        );
        if let Some(marks) = self.letters() {
            pieces.push(Piece::new(5, Meaning::ReplayStrong, marks).does(Action::Compare));
        }
        if playback.goes_on && playback.motion != Motion::Live {
            let words = [("key", self.keymap.spelled_in_replay(Action::IncidentEnd, lang).into())];
            let text = lang.say_with("playback-goes-on", &words);
            pieces.push(Piece::new(5, Meaning::ReplayMuted, text).does(Action::IncidentEnd));
        }
        if playback.silence == Silence::Skipped {
            pieces.push(
                Piece::new(5, Meaning::Replay, lang.say("playback-silences-skipped"))
                    .does(Action::SkipSilence),
            );
        }
        // What is at this very moment, the most important of it.
        let marks = &playback.history.marks;
        let (first, behind) =
            (marks.partition_point(|it| it.at < view.now), marks.partition_point(|it| it.at <= view.now));
        if let Some(mark) = mark::heaviest(marks.get(first..behind).unwrap_or_default()) {
            let words = text::cut(&mark::describe_mark(playback, mark, lang), width / 3).into_owned();
            pieces.push(Piece::new(6, Meaning::ReplayStrong, words).does(Action::NextMark).at_right());
        }
        if let Some(next) = marks.get(behind) {
            pieces
                .push(Piece::new(8, Meaning::ReplayMuted, self.next(next)).does(Action::NextMark).at_right());
        }
        let (record, all) = (view.incident.seq, playback.newest.seq);
        let words = [("record", record.to_string().into()), ("all", all.to_string().into())];
        let mut record = Piece::new(9, Meaning::ReplayMuted, lang.say_with("playback-record", &words));
        record.text.push(' ');
        pieces.push(record.at_right());
        pieces
    }

    /// Through whose eyes it is seen.
    fn eyes(&self, room: u16) -> String {
        let lang = self.look.lang;
        let (key, name) = match self.playback.follow {
            None => ("playback-seen-by-commander", self.view.incident.commander.as_str()),
            Some(Follow::Person(name)) => ("playback-seen-by", name.as_str()),
            Some(Follow::Role(id)) => {
                let role = self.view.incident.role(id);
                ("playback-seen-by-role", role.map_or(id.as_str(), |role| role.name.as_str()))
            }
        };
        lang.say_with(key, &[("name", text::cut(name, room).into_owned().into())])
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
        let (lang, sort) = (self.look.lang, Sort::of(mark.kind));
        let words = [
            ("sign", sort.sign.into()),
            ("kind", lang.say(sort.name).into()),
            ("at", self.when(mark.at).into()),
        ];
        lang.say_with("playback-next", &words)
    }

    /// The first and the last time of the recording.
    fn ends(&self) -> (String, String) {
        let (from, to) = (self.playback.from, self.playback.to);
        let zone = self.view.incident.zone;
        let time = |at: Moment| {
            let wall = self.playback.wall(at);
            let is_short = to - from < Span::minutes(10);
            if is_short { self.look.lang.time_of_second(wall, zone) } else { self.look.lang.time(wall, zone) }
        };
        let many_days = self.playback.day(from) != self.playback.day(to);
        let end = |at: Moment| if many_days { format!("{} {}", self.day(at), time(at)) } else { time(at) };
        (end(from), end(to))
    }

    fn day(&self, at: Moment) -> String {
        self.look.lang.say_with("region-day", &[("day", self.playback.day(at).into())])
    }

    /// The time, with the day where it is another than the one that is shown.
    fn when(&self, at: Moment) -> String {
        let time = self.look.lang.time(self.playback.wall(at), self.view.incident.zone);
        if self.playback.day(at) == self.playback.day(self.view.now) {
            time
        } else {
            format!("{} {time}", self.day(at))
        }
    }

    fn style(&self, meaning: Meaning) -> Style {
        self.look.theme.style(meaning)
    }
}

/// Something of the line below the scrubber.
struct Piece {
    /// The lightest matter most.
    weight: u8,
    meaning: Meaning,
    text: String,
    action: Option<Action>,
    side: Side,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

impl Piece {
    const fn new(weight: u8, meaning: Meaning, text: String) -> Self {
        Self { weight, meaning, text, action: None, side: Side::Left }
    }

    const fn does(mut self, action: Action) -> Self {
        self.action = Some(action);
        self
    }

    const fn at_right(mut self) -> Self {
        self.side = Side::Right;
        self
    }
}

/// The pieces that there is room for, in their order: the important ones choose first.
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

/// A block as high as there was activity: nothing only where nothing was written.
fn level(count: usize, most: usize) -> &'static str {
    const LEVELS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    let level = match count {
        0 => 0,
        _ if most < 8 => count,
        // One record is still seen beside a thousand.
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

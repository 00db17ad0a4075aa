//! The column of a moment on the scrubber: evenly over the recording, with nights, long holds and the time after
//! closing folded.

use crate::incident::{History, MarkKind, Moment, Span};

/// The columns of a folded interval.
const FOLDED: u16 = 3;

/// The columns of a recording.
#[derive(Clone, Debug)]
pub struct Track {
    /// Contiguous; they cover every column except perhaps the last.
    pieces: Vec<Piece>,
    width: u16,
    from: Moment,
    to: Moment,
}

/// An interval with one scale.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: Moment,
    to: Moment,
    /// Its first column, and its number of columns.
    at: u16,
    columns: u16,
    rest: Option<MarkKind>,
}

/// An interval in which the clocks did not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    pub kind: MarkKind,
    pub from: Moment,
    pub to: Moment,
}

pub fn rests(history: &History, end: Moment) -> Vec<Rest> {
    let holds = history.holds.iter().map(|it| (MarkKind::Hold, it.from, it.to()));
    let nights = history.nights.iter().map(|it| (MarkKind::Night, it.from, it.to()));
    let closings = history.closings.iter().map(|it| (MarkKind::Closed, it.from, it.to()));
    let mut all: Vec<_> = holds.chain(nights).chain(closings).collect();
    all.sort_by_key(|(_, from, _)| *from);
    let mut rests: Vec<Rest> = Vec::new();
    for (kind, from, to) in all {
        let to = to.unwrap_or(end).min(end);
        let from = rests.last().map_or(from, |last| from.max(last.to));
        if from < to {
            rests.push(Rest { kind, from, to });
        }
    }
    rests
}

impl Track {
    pub fn new(from: Moment, to: Moment, rests: &[Rest], width: u16) -> Self {
        let to = to.max(from);
        let all = milliseconds(to - from).max(1);
        let folded = folded(rests, from, all, width);
        let columns = FOLDED.saturating_mul(u16::try_from(folded.len()).unwrap_or(u16::MAX));
        let work = all - folded.iter().map(|rest| milliseconds(rest.to - rest.from)).sum::<u64>().min(all - 1);
        let share = |done: u64| {
            let columns = u64::from(width - columns) * done.min(work) / work;
            u16::try_from(columns).unwrap_or(width)
        };
        let mut pieces = Vec::new();
        let (mut at, mut done, mut start) = (0, 0, from);
        for rest in &folded {
            let before = share(done);
            done += milliseconds(rest.from - start);
            let columns = share(done) - before;
            pieces.push(Piece { from: start, to: rest.from, at, columns, rest: None });
            at += columns;
            pieces.push(Piece { from: rest.from, to: rest.to, at, columns: FOLDED, rest: Some(rest.kind) });
            at += FOLDED;
            start = rest.to;
        }
        pieces.push(Piece { from: start, to, at, columns: width.saturating_sub(at), rest: None });
        Self { pieces, width, from, to }
    }

    pub const fn width(&self) -> u16 {
        self.width
    }

    /// The column of a moment, or the nearest end.
    pub fn column(&self, at: Moment) -> u16 {
        let at = at.clamp(self.from, self.to);
        let piece = self.pieces.iter().rfind(|piece| piece.from <= at).or_else(|| self.pieces.first());
        let last = self.width.saturating_sub(1);
        piece.map_or(0, |piece| {
            let length = milliseconds(piece.to - piece.from).max(1);
            let into = milliseconds(at - piece.from).min(length) * u64::from(piece.columns) / length;
            let into = u16::try_from(into).unwrap_or(0).min(piece.columns.saturating_sub(1));
            (piece.at + into).min(last)
        })
    }

    /// The first moment of a column; after the last column, the end.
    pub fn moment(&self, column: u16) -> Moment {
        let of = |piece: &&Piece| piece.columns > 0 && piece.at <= column;
        let Some(piece) = self.pieces.iter().rfind(of) else { return self.from };
        let into = u64::from(column - piece.at);
        let length = milliseconds(piece.to - piece.from);
        let into = (length * into).div_ceil(piece.columns.into()).min(length);
        piece.from + Span::milliseconds(i64::try_from(into).unwrap_or(i64::MAX))
    }

    /// The interval of a column.
    pub fn stretch(&self, column: u16) -> (Moment, Moment) {
        let behind = self.to + Span::milliseconds(1);
        // A recording of one moment is all in its first column.
        if self.from == self.to {
            return if column == 0 { (self.from, behind) } else { (behind, behind) };
        }
        let to = if column + 1 >= self.width { behind } else { self.moment(column + 1) };
        let from = if column == 0 { self.from } else { self.moment(column) };
        (from, to)
    }

    /// The content of a folded column, and whether it is the middle one.
    pub fn folded(&self, column: u16) -> Option<(MarkKind, bool)> {
        let inside = |piece: &&Piece| (piece.at..piece.at + piece.columns).contains(&column);
        let piece = self.pieces.iter().find(inside)?;
        piece.rest.map(|kind| (kind, column - piece.at == piece.columns / 2))
    }
}

/// The folded rests, in order: the longest first, as long as folding saves columns.
fn folded(rests: &[Rest], from: Moment, all: u64, width: u16) -> Vec<Rest> {
    let mut rests: Vec<Rest> = rests.iter().filter(|rest| from <= rest.from).copied().collect();
    rests.sort_by_key(|rest| std::cmp::Reverse(rest.to - rest.from));
    let (mut columns, mut left, mut many) = (width, all, 0);
    for rest in &rests {
        let length = milliseconds(rest.to - rest.from);
        let is_long = length * u64::from(columns) > u64::from(FOLDED) * left && length < left;
        if !is_long || columns < width / 2 + FOLDED {
            break;
        }
        many += 1;
        columns -= FOLDED;
        left -= length;
    }
    rests.truncate(many);
    rests.sort_by_key(|rest| rest.from);
    rests
}

fn milliseconds(span: Span) -> u64 {
    u64::try_from(span.num_milliseconds()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minutes: i64) -> Moment {
        "2026-11-22T02:10:00Z".parse::<Moment>().unwrap() + Span::minutes(minutes)
    }

    fn night(from: i64, to: i64) -> Rest {
        Rest { kind: MarkKind::Night, from: at(from), to: at(to) }
    }

    #[test]
    fn time_is_even_where_nobody_rests() {
        let track = Track::new(at(0), at(100), &[], 50);
        assert_eq!([0, 1, 2, 50, 99, 100].map(|minutes| track.column(at(minutes))), [0, 0, 1, 25, 49, 49]);
        assert_eq!([0, 1, 25, 49, 50].map(|column| track.moment(column)), [0, 2, 50, 98, 100].map(at));
        assert_eq!([-5, 500].map(|minutes| track.column(at(minutes))), [0, 49], "outside");
    }

    #[test]
    fn a_night_takes_three_columns_however_long() {
        let track = Track::new(at(0), at(1500), &[night(500, 1400)], 63);
        assert_eq!([0, 499, 500, 1399, 1400, 1500].map(|it| track.column(at(it))), [0, 49, 50, 52, 53, 62]);
        assert_eq!(track.folded(49), None);
        assert_eq!(track.folded(51), Some((MarkKind::Night, true)));
        assert_eq!(track.folded(52), Some((MarkKind::Night, false)));
    }

    #[test]
    fn a_short_rest_and_too_many_of_them_stay_as_they_are() {
        assert_eq!(Track::new(at(0), at(1000), &[night(500, 510)], 60).folded(30), None);
        let nights: Vec<_> = (0..20).map(|day| night(day * 100, day * 100 + 90)).collect();
        let track = Track::new(at(0), at(2000), &nights, 100);
        let folded = (0..100).filter(|column| track.folded(*column).is_some()).count();
        assert_eq!(folded, 48, "half of the columns are left");
    }

    #[test]
    fn a_recording_of_one_moment_has_its_columns() {
        let track = Track::new(at(0), at(0), &[], 40);
        assert_eq!(track.moment(0), at(0));
        assert_eq!(track.moment(40), at(0));
        Track::new(at(0), at(0), &[], 0).column(at(0));
    }

    proptest! {
        #[test]
        fn columns_and_moments_belong_together(
            length in 1_i64..10_000,
            width in 1_u16..200,
            cuts in prop::collection::vec((0_i64..10_000, 1_i64..2_000), 0..6),
        ) {
            let mut rests: Vec<Rest> = Vec::new();
            let mut cuts = cuts;
            cuts.sort_unstable();
            for (from, long) in cuts {
                let from = rests.last().map_or(from, |last: &Rest| from.max((last.to - at(0)).num_minutes()));
                let to = (from + long).min(length);
                if from < to {
                    rests.push(night(from, to));
                }
            }
            let track = Track::new(at(0), at(length), &rests, width);
            for column in 0..width {
                let moment = track.moment(column);
                prop_assert!(at(0) <= moment && moment <= at(length));
                prop_assert!(moment <= track.moment(column + 1), "no column goes back");
                if length * 60_000 > i64::from(width) * 10 && moment < at(length) {
                    prop_assert_eq!(track.column(moment), column);
                }
            }
            let mut next = at(0);
            for column in 0..width {
                let (from, to) = track.stretch(column);
                prop_assert!(from == next && from <= to, "columns follow each other");
                next = to;
            }
            prop_assert!(next > at(length));
            let mut last = 0;
            for minute in 0..=length {
                let column = track.column(at(minute));
                prop_assert!(last <= column && column < width);
                last = column;
            }
        }
    }
}

//! How marks look: one row a kind.

use crate::incident::{Mark, MarkKind};

/// A kind of marks.
pub struct Sort {
    kind: MarkKind,
    /// One cell.
    pub sign: &'static str,
    /// The message that names it.
    pub name: &'static str,
    /// The theme's word for its sign.
    pub meaning: &'static str,
}

/// Those that matter most first.
pub const SORTS: [Sort; 12] = [
    row(MarkKind::Closed, "■", "playback-mark-closed", "replay.mark"),
    row(MarkKind::Reopened, "↺", "playback-mark-reopened", "replay.mark"),
    row(MarkKind::Overrun, "▲", "playback-mark-overrun", "phase.late"),
    row(MarkKind::Blocker, "!", "playback-mark-blocker", "task.blocked"),
    row(MarkKind::Decision, "◆", "playback-mark-decision", "log.decision"),
    row(MarkKind::Command, "⇄", "playback-mark-command", "replay.mark"),
    row(MarkKind::Severity, "✦", "playback-mark-severity", "replay.mark"),
    row(MarkKind::Phase, "┊", "playback-mark-phase", "replay.mark"),
    row(MarkKind::Update, "✎", "playback-mark-update", "replay.mark"),
    row(MarkKind::Service, "●", "playback-mark-service", "service.degraded"),
    row(MarkKind::Hold, "‖", "playback-mark-hold", "break"),
    row(MarkKind::Night, "☾", "playback-mark-night", "night"),
];

/// The first so many are shown wherever they are.
pub const ALWAYS: usize = 5;

const fn row(kind: MarkKind, sign: &'static str, name: &'static str, meaning: &'static str) -> Sort {
    Sort { kind, sign, name, meaning }
}

impl Sort {
    pub fn of(kind: MarkKind) -> &'static Self {
        SORTS.get(place(kind)).expect("every kind has its row")
    }
}

/// The place of a kind among all: the lower, the more it matters.
pub fn place(kind: MarkKind) -> usize {
    SORTS.iter().position(|sort| sort.kind == kind).unwrap_or(SORTS.len())
}

/// Of some marks the one that matters most, the first of its kind.
pub fn heaviest(marks: &[Mark]) -> Option<&Mark> {
    marks.iter().min_by_key(|mark| place(mark.kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::region::text;

    #[test]
    fn every_kind_has_one_row_and_a_sign_of_its_own() {
        for kind in MarkKind::ALL {
            let sort = Sort::of(kind);
            assert_eq!(SORTS.iter().filter(|other| other.kind == kind).count(), 1);
            assert_eq!(SORTS.iter().filter(|other| other.sign == sort.sign).count(), 1);
            assert_eq!(text::width(sort.sign), 1, "{}", sort.sign);
        }
    }
}

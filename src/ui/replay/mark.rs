//! The kinds of marks, one row each.

use super::playback::Playback;
use crate::incident::{Mark, MarkKind};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;

pub struct Sort {
    kind: MarkKind,
    pub sign: &'static str,
    /// The message that names it.
    pub name: &'static str,
    /// The theme's word for its sign.
    pub meaning: Meaning,
}

/// The most important first.
pub const SORTS: [Sort; 12] = [
    row(MarkKind::Closed, "■", "playback-mark-closed", Meaning::ReplayMark),
    row(MarkKind::Reopened, "↺", "playback-mark-reopened", Meaning::ReplayMark),
    row(MarkKind::Overrun, "▲", "playback-mark-overrun", Meaning::PhaseLate),
    row(MarkKind::Blocker, "!", "playback-mark-blocker", Meaning::TaskBlocked),
    row(MarkKind::Decision, "◆", "playback-mark-decision", Meaning::LogDecision),
    row(MarkKind::Command, "⇄", "playback-mark-command", Meaning::ReplayMark),
    row(MarkKind::Severity, "✦", "playback-mark-severity", Meaning::ReplayMark),
    row(MarkKind::Phase, "┊", "playback-mark-phase", Meaning::ReplayMark),
    row(MarkKind::Update, "✎", "playback-mark-update", Meaning::ReplayMark),
    row(MarkKind::Service, "●", "playback-mark-service", Meaning::ServiceDegraded),
    row(MarkKind::Hold, "‖", "playback-mark-hold", Meaning::Break),
    row(MarkKind::Night, "☾", "playback-mark-night", Meaning::Night),
];

/// The first of them are always shown.
pub const ALWAYS: usize = 5;

const fn row(kind: MarkKind, sign: &'static str, name: &'static str, meaning: Meaning) -> Sort {
    Sort { kind, sign, name, meaning }
}

impl Sort {
    pub fn of(kind: MarkKind) -> &'static Self {
        SORTS.get(place(kind)).expect("every kind has its row")
    }
}

pub fn place(kind: MarkKind) -> usize {
    SORTS.iter().position(|sort| sort.kind == kind).unwrap_or(SORTS.len())
}

/// The most important mark, the first of its kind.
pub fn heaviest(marks: &[Mark]) -> Option<&Mark> {
    marks.iter().min_by_key(|mark| place(mark.kind))
}

/// A mark in a few words: `◆ décision : Couper le VPN`.
pub fn describe_mark(playback: &Playback<'_>, mark: &Mark, lang: Lang) -> String {
    let sort = Sort::of(mark.kind);
    let newest = playback.newest;
    let about = match (&mark.task, &mark.step) {
        (Some(task), _) => newest.task(task).map(|(_, task)| task.title.to_string()),
        (None, Some(step)) => newest.step(step).map(|step| step.title.to_string()),
        (None, None) => newest.log.get(mark.seq).map(|entry| lang.entry(newest, entry).text),
    };
    let about = about.as_deref().and_then(|text| text.lines().next()).unwrap_or_default();
    lang.say_with("playback-mark-about", &vars![sign = sort.sign, kind = lang.say(sort.name), about])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text;

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

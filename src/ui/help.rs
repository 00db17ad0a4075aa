//! The help: every action with its live keys, and the signs of the screen.

use super::action::{ACTIONS, Action, Group, Place, Row};
use super::keymap::Keymap;
use super::reading::Topic;
use super::replay::mark::Sort;
use super::stage::Stage;
use super::widget::details::Details;
use crate::incident::MarkKind;
use crate::lang::Lang;
use crate::theme::Meaning;

#[derive(Debug)]
pub struct Help;

impl Topic for Help {
    fn actions(&self) -> &'static str {
        "palette"
    }

    fn details(&mut self, stage: &Stage<'_>) -> Details {
        let lang = stage.look.lang;
        match stage.place {
            Place::Report => in_report(stage.keymap, lang),
            _ if stage.world.playback().is_some() => in_replay(stage.keymap, lang),
            place => at(place, stage.keymap, lang),
        }
    }
}

/// Stands for the active clock, whose name depends on the language.
const ACTIVE: &str = "";

/// The signs of the screen, and the messages that explain them.
const SIGNS: &[(&str, &str)] = &[
    ("T+", "ask-help-elapsed"),
    (ACTIVE, "ask-help-active"),
    ("▲ +20m", "ask-help-late"),
    ("▽ −20m", "ask-help-early"),
    ("30m → 45m", "ask-help-extended"),
    ("△", "ask-help-due"),
    ("░ ╌", "ask-help-range"),
    ("☐ ▶ ! ☑ –", "ask-help-tasks"),
    ("● ◐ ▼", "ask-help-services"),
    ("✎", "ask-help-updates"),
];

/// Every action, those of the place first.
fn at(place: Place, keymap: &Keymap, lang: Lang) -> Details {
    let mut details = Details::new(lang.say("ask-help"), lang);
    details.muted("ask-help-about");
    let first = match place {
        Place::Timeline => Group::Steps,
        Place::Log => Group::Log,
        Place::People => Group::People,
        Place::Services => Group::Services,
        Place::Updates => Group::Updates,
        Place::Review => Group::Review,
        Place::Start => Group::Screen,
        Place::Replay => Group::Replay,
        _ => Group::Tasks,
    };
    let is_here = |row: &&Row| match row.place {
        Place::Anywhere => true,
        Place::Replay | Place::Report => false,
        other => (place == Place::Start) == (other == Place::Start),
    };
    let rest = Group::ALL.into_iter().filter(|group| *group != first);
    for group in std::iter::once(first).chain(rest) {
        let rows = ACTIONS.iter().filter(|row| row.group == group).filter(is_here);
        list(&mut details, Some(group), rows, |action| keymap.spelled(action, lang));
    }
    if place != Place::Start {
        signs(&mut details);
    }
    details
}

/// The keys of the report's window.
fn in_report(keymap: &Keymap, lang: Lang) -> Details {
    let mut details = Details::new(lang.say("ask-help"), lang);
    let moves = |action: Action| {
        matches!(
            action,
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last | Action::Back
        )
    };
    let rows = ACTIONS.iter().filter(|row| row.group == Group::Report || moves(row.action));
    details.heading_text(Group::Report.title(lang));
    list(&mut details, None, rows, |action| keymap.spelled(action, lang));
    details
}

/// The actions that a replay has, with their keys there, and the signs of its bar.
fn in_replay(keymap: &Keymap, lang: Lang) -> Details {
    let mut details = Details::new(lang.say("playback-help"), lang);
    details.muted("playback-help-about");
    for group in [Group::Replay, Group::Screen, Group::Log, Group::People, Group::Moving] {
        let rows = ACTIONS.iter().filter(|row| row.group == group && row.action.only_looks());
        let rows = rows.filter(|row| row.place != Place::Start);
        list(&mut details, Some(group), rows, |action| keymap.spelled_in_replay(action, lang));
        if group == Group::Replay {
            details.heading("playback-help-signs");
            for sort in MarkKind::ALL.into_iter().map(Sort::of) {
                details.named(sort.sign, lang.say(sort.name), Meaning::OverlayKey);
            }
            details.named("▂ ░", lang.say("playback-help-activity"), Meaning::OverlayKey);
        }
    }
    signs(&mut details);
    details
}

/// Lists actions with their keys below the title of their group, if there are any.
fn list<'a>(
    details: &mut Details,
    group: Option<Group>,
    rows: impl Iterator<Item = &'a Row>,
    keys: impl Fn(Action) -> String,
) {
    let lang = details.lang();
    let mut rows = rows.peekable();
    if let Some(group) = group.filter(|_| rows.peek().is_some()) {
        details.heading_text(group.title(lang));
    }
    for row in rows {
        let keys = keys(row.action);
        let keys = if keys.is_empty() && group.is_some() { "—".to_owned() } else { keys };
        details.named(keys, row.action.sentence(lang), Meaning::OverlayKey);
    }
}

fn signs(details: &mut Details) {
    let lang = details.lang();
    details.heading("ask-help-signs");
    for (sign, key) in SIGNS {
        let sign = if *sign == ACTIVE { lang.say("region-clock-incident") } else { (*sign).to_owned() };
        details.named(sign, lang.say(key), Meaning::OverlayKey);
    }
}

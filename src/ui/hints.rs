//! The hint line: the actions of the place with their live keys.

use super::action::{Action, Page, Place};
use super::may::{Asks, permitted};
use super::page::{component, start};
use super::replay::control;
use super::run::asks;
use super::scene::Hint;
use super::state::State;
use super::view::View;
use super::world::World;

/// The hints in a closed incident.
const AFTER: &str = "report replay show-review reopen palette help note search";

pub fn hints(state: &State, world: World<'_>) -> Vec<Hint> {
    let actions = match world {
        World::Start(list) => Action::listed(start::HINTS).filter(|action| start::fits(state, list, *action)).collect(),
        World::Room(view) if view.playback.is_some() => Action::listed(control::HINTS).collect(),
        World::Room(view) => in_room(state, view),
    };
    let of_replay = world.playback().is_some();
    actions.into_iter().filter_map(|action| hint(state, action, of_replay)).collect()
}

fn in_room(state: &State, view: &View<'_>) -> Vec<Action> {
    let page = state.cursor.page;
    let is_over = view.incident.is_closed();
    // A restore point is often known only afterwards.
    let later = (is_over && page == Page::Services).then_some(Action::SetRestorePoint);
    // A chosen step keeps the panes from following what runs: the way back comes first.
    let holds = matches!(state.place(), Place::Tasks | Place::Timeline) && state.cursor.step.is_some();
    let back = holds.then_some(Action::Follow);
    let hints = if is_over && page != Page::Review { AFTER } else { component(page).hints(&state.cursor) };
    let is_open = |action: &Action| {
        let asks = asks(state, view, *action);
        asks != Asks::NoSubject && permitted(view, &asks).is_ok()
    };
    later.into_iter().chain(back).chain(Action::listed(hints)).filter(is_open).collect()
}

/// A hint with its live key; in a replay one hint names both directions.
fn hint(state: &State, action: Action, of_replay: bool) -> Option<Hint> {
    let lang = state.look.lang;
    let key = |action| state.keymap.first(action, lang);
    let there = key(action)?;
    let back = action.back().filter(|_| of_replay).and_then(key);
    let key = back.map_or_else(|| there.clone(), |back| format!("{back} {there}"));
    Some(Hint { action, key, label: action.word(lang) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::ui::action::PAGES;
    use crate::ui::cursor::{Cursor, Pane};
    use crate::ui::overlay::report;

    #[test]
    fn what_is_hinted_has_its_word() {
        let mut lists = vec![AFTER, start::HINTS, control::HINTS, report::HINTS];
        for (page, ..) in PAGES {
            for pane in [Pane::Timeline, Pane::Tasks, Pane::Log] {
                lists.push(component(page).hints(&Cursor { page, pane, ..Cursor::default() }));
            }
        }
        for name in lists.into_iter().flat_map(str::split_whitespace) {
            let action = Action::find(name).unwrap_or_else(|| panic!("no action is called {name}"));
            for lang in Lang::ALL {
                assert!(action.word(lang).chars().count() <= 16, "{name}");
            }
        }
    }
}

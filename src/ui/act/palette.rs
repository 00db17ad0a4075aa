//! The palette: every action that can be done here, and every step and task to go to.

use crate::ui::action::{ACTIONS, Action, Place, Row};
use crate::ui::overlay::turn::Choice;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::picker::Item;
use crate::ui::world::World;

/// Opens it; what `is_open` denies is dimmed.
pub fn open(state: &mut State, world: World<'_>, is_open: impl Fn(&State, &View<'_>, Action) -> bool) {
    let lang = state.look.lang;
    let is_replay = world.playback().is_some();
    let items = rows(state.place(), is_replay).into_iter().map(|row| {
        let is_open = match world {
            World::Room(_) if is_replay => row.action.only_looks(),
            World::Room(view) => is_open(state, view, row.action),
            World::Start(_) => true,
        };
        let keys = if is_replay {
            state.keymap.spelled_in_replay(row.action, lang)
        } else {
            state.keymap.spelled(row.action, lang)
        };
        let item = Item::new(row.action.sentence(lang), Choice::Act(row.action));
        item.dim_unless(is_open).detail(keys).also(format!("{} {}", row.name, row.action.synonyms()))
    });
    let mut items: Vec<Item<_>> = items.collect();
    if let World::Room(view) = world {
        items.extend(view.incident.steps.iter().map(|step| {
            let item = Item::new(step.title.to_string(), Choice::ShowStep(step.id.clone()));
            item.detail(lang.step_state(&step.state)).only_found()
        }));
        items.extend(view.incident.tasks().map(|(step, task)| {
            let item = Item::new(task.title.to_string(), Choice::ShowTask(task.id.clone()));
            item.detail(step.title.to_string()).also(task.id.as_str()).only_found()
        }));
    }
    state.pick(lang.say("ask-palette"), items);
}

/// All rows except the palette itself and the keys of a report's window.
fn rows(here: Place, is_replay: bool) -> Vec<&'static Row> {
    let at_start = here == Place::Start;
    let rows = ACTIONS.iter().filter(|row| match row.place {
        Place::Start => at_start,
        Place::Anywhere => true,
        Place::Replay => is_replay,
        Place::Report => false,
        _ => !at_start,
    });
    let mut rows: Vec<_> = rows.filter(|row| row.action != Action::Palette).collect();
    if is_replay {
        // What changes something comes last, and says why it is off.
        rows.sort_by_key(|row| (!row.action.only_looks(), row.place != Place::Replay));
    }
    rows
}

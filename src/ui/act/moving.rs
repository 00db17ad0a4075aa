//! Moving around: along lists, between panes and pages, into an incident and out of it.

use crate::ui::action::{Page, Place};
use crate::ui::cursor::Pane;
use crate::ui::effect::Effect;
use crate::ui::help::Help;
use crate::ui::log_list::Filter;
use crate::ui::notice::Tone;
use crate::ui::page::list::Way;
use crate::ui::page::{component, start};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::world::World;

pub fn next_pane(state: &mut State, world: World<'_>) {
    match world {
        World::Start(list) => start::walk(state, list, Way::Lines(1)),
        World::Room(_) => turn_pane(state, 1),
    }
}

pub fn previous_pane(state: &mut State, _: &View<'_>) {
    turn_pane(state, 2);
}

/// The next pane of the war room; from any other page, the war room.
fn turn_pane(state: &mut State, by: usize) {
    const PANES: [Pane; 3] = [Pane::Timeline, Pane::Tasks, Pane::Log];
    if state.cursor.page != Page::Room {
        state.show_page(Page::Room);
        return;
    }
    let at = PANES.iter().position(|pane| *pane == state.cursor.pane).unwrap_or(0);
    state.cursor.pane = PANES[(at + by) % PANES.len()];
}

pub fn open(state: &mut State, world: World<'_>) {
    match world {
        World::Start(list) => start::open(state, list),
        World::Room(view) => component(state.cursor.page).open(state, view),
    }
}

/// Puts the text of what is selected on the clipboard.
pub fn copy(state: &mut State, view: &View<'_>) {
    if let Some(text) = component(state.cursor.page).copied(state, view) {
        state.request(Effect::Copy(text));
        state.show_notice(Tone::Good, state.look.lang.say("ask-copied"));
    }
}

/// One step back: from the log's past, the filter, a chosen step, the page.
pub fn back(state: &mut State, view: &View<'_>) {
    match state.place() {
        Place::Log if state.cursor.entry.is_some() || state.cursor.log_back > 0 => {
            state.cursor.entry = None;
            state.cursor.log_back = 0;
        }
        _ if !state.log.filter().is_empty() => state.filter(view, Filter::default()),
        Place::Tasks | Place::Timeline if state.cursor.step.is_some() => state.cursor.step = None,
        _ => state.show_page(Page::Room),
    }
}

/// The panes follow what runs again.
pub fn follow(state: &mut State, _: &View<'_>) {
    state.cursor.step = None;
}

pub fn replay(state: &mut State, world: World<'_>) {
    match world {
        World::Start(list) => start::replay(state, list),
        World::Room(view) => state.request(Effect::Replay(view.incident.id.clone())),
    }
}

pub fn report(state: &mut State, world: World<'_>) {
    match world {
        World::Start(list) => start::report(state, list),
        World::Room(view) => state.open_report(&view.incident.id),
    }
}

pub fn help(state: &mut State, _: World<'_>) {
    state.read(Help);
}

pub fn leave(state: &mut State, _: &View<'_>) {
    state.request(Effect::Leave);
}

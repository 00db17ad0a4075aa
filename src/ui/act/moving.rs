//! Moving around: along lists, between panes and pages, into an incident and out of it.

use crate::incident::Command;
use crate::ui::action::{Page, Place};
use crate::ui::cursor::Pane;
use crate::ui::effect::Effect;
use crate::ui::help::Help;
use crate::ui::log_list::Filter;
use crate::ui::may::Asks;
use crate::ui::notice::Tone;
use crate::ui::page::list::Way;
use crate::ui::page::{component, start};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::world::World;

fn walk(state: &mut State, world: World<'_>, way: Way) {
    match world {
        World::Start(list) => start::walk(state, list, way),
        World::Room(view) => component(state.cursor.page).walk(state, view, way),
    }
}

pub fn up(state: &mut State, world: World<'_>) {
    walk(state, world, Way::Lines(-1));
}

pub fn down(state: &mut State, world: World<'_>) {
    walk(state, world, Way::Lines(1));
}

pub fn page_up(state: &mut State, world: World<'_>) {
    walk(state, world, Way::Pages(-1));
}

pub fn page_down(state: &mut State, world: World<'_>) {
    walk(state, world, Way::Pages(1));
}

pub fn first(state: &mut State, world: World<'_>) {
    walk(state, world, Way::First);
}

pub fn last(state: &mut State, world: World<'_>) {
    walk(state, world, Way::Last);
}

pub fn left(state: &mut State, world: World<'_>) {
    walk(state, world, Way::Left);
}

pub fn right(state: &mut State, world: World<'_>) {
    walk(state, world, Way::Right);
}

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

/// Opens what is selected.
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

/// One step back: out of the log's past, the filter, a chosen step, the page.
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

pub fn show_room(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Room);
}

pub fn show_timeline(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Timeline);
}

pub fn show_board(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Board);
}

pub fn show_log(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Log);
}

pub fn show_people(state: &mut State, _: &View<'_>) {
    state.show_page(Page::People);
}

pub fn show_services(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Services);
}

pub fn show_mine(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Mine);
}

pub fn show_updates(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Updates);
}

pub fn show_review(state: &mut State, _: &View<'_>) {
    state.show_page(Page::Review);
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

pub fn undo(state: &mut State, _: &View<'_>) {
    state.send(Command::Undo);
}

pub fn asks_undo(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Undo)
}

pub fn help(state: &mut State, _: World<'_>) {
    state.read(Help);
}

pub fn redraw(state: &mut State, _: World<'_>) {
    state.request(Effect::Redraw);
}

pub fn leave(state: &mut State, _: &View<'_>) {
    state.request(Effect::Leave);
}

pub fn quit(state: &mut State, _: World<'_>) {
    state.request(Effect::Quit);
}

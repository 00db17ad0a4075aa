//! The mouse: a click selects, a double click opens, the wheel scrolls, a click on a button presses it.

use termina::event::{MouseButton, MouseEvent, MouseEventKind};

use super::act::{attend, tasks};
use super::action::{Action, Page, Place};
use super::choose::settle;
use super::cursor::Pane;
use super::overlay::turn::Turn;
use super::page::component;
use super::page::list::Way;
use super::page::log::details::EntryDetails;
use super::replay::control::seek_to_column;
use super::run::run;
use super::scene::Hit;
use super::state::{Clicked, State};
use super::view::View;
use super::world::World;

/// How many lines the wheel goes.
const WHEEL: isize = 3;

pub fn mouse(state: &mut State, world: World<'_>, mouse: MouseEvent) {
    let hit = state.hits.at(mouse.column, mouse.row).next().cloned();
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => press(state, world, hit.as_ref(), mouse),
        MouseEventKind::ScrollDown => wheel(state, world, hit.as_ref(), 1),
        MouseEventKind::ScrollUp => wheel(state, world, hit.as_ref(), -1),
        _ => {}
    }
}

fn press(state: &mut State, world: World<'_>, hit: Option<&Hit>, mouse: MouseEvent) {
    let again = state
        .clicked
        .take()
        .is_some_and(|last| last.column == mouse.column && last.row == mouse.row && last.ticks <= 1);
    if !again {
        state.clicked = Some(Clicked { column: mouse.column, row: mouse.row, ticks: 0 });
    }
    if state.overlay.is_some() {
        click_overlay(state, world, hit, mouse);
    } else if let (Some(Hit::Scrubber), World::Room(view)) = (hit, world) {
        state.notice = None;
        seek_to_column(state, view, mouse.column);
    } else if let Some(hit) = hit {
        click(state, world, hit, again);
    }
}

fn click_overlay(state: &mut State, world: World<'_>, hit: Option<&Hit>, mouse: MouseEvent) {
    let Some(overlay) = &mut state.overlay else { return };
    let turn = match hit {
        Some(Hit::Row(row)) => overlay.click(Some(*row), mouse.column, mouse.row),
        Some(Hit::Overlay) => overlay.click(None, mouse.column, mouse.row),
        _ => overlay.click_beside(),
    };
    if !matches!(turn, Turn::Stay) {
        // What the next click hits is something else.
        state.clicked = None;
    }
    settle(state, world, turn);
}

fn click(state: &mut State, world: World<'_>, hit: &Hit, again: bool) {
    state.notice = None;
    let view = match (world, hit) {
        (_, Hit::Action(action)) => return run(state, world, *action),
        (World::Start(_), Hit::Row(row)) => {
            state.start_row = *row;
            if again {
                run(state, world, Action::Open);
            }
            return;
        }
        (World::Start(_), _) => return,
        (World::Room(view), _) => view,
    };
    match hit {
        Hit::Page(page) => state.show_page(*page),
        Hit::Banner(place) => attend::at_place(state, view, *place),
        Hit::More(listing, side) => component(state.cursor.page).turn(state, view, *listing, *side),
        Hit::TaskBox(id) => {
            select(state, view, hit);
            if view.playback.is_some() {
                state.refuse_in_replay();
            } else if let Some((_, task)) = view.incident.task(id) {
                tasks::tick_one(state, view, task);
            }
        }
        _ => {
            select(state, view, hit);
            if again {
                open(state, world, hit);
            }
        }
    }
}

fn open(state: &mut State, world: World<'_>, hit: &Hit) {
    match hit {
        Hit::LogEntry(seq) if state.place() != Place::Log => {
            state.attention.see_entry(*seq);
            state.read(EntryDetails::new(*seq));
        }
        Hit::Step(_) | Hit::Task(_) | Hit::LogEntry(_) | Hit::Service(_) | Hit::Line(_) | Hit::ReviewRow(_) => {
            run(state, world, Action::Open);
        }
        _ => {}
    }
}

/// Moves the keyboard's focus to the mouse.
fn select(state: &mut State, view: &View<'_>, hit: &Hit) {
    let cursor = &mut state.cursor;
    let pane = match hit {
        Hit::Step(id) => {
            cursor.step = Some(id.clone());
            Some(Pane::Timeline)
        }
        Hit::Task(id) | Hit::TaskBox(id) => {
            cursor.select_task(view.incident, id);
            Some(Pane::Tasks)
        }
        Hit::TimelinePane => Some(Pane::Timeline),
        Hit::RolePane(role) => {
            cursor.role = *role;
            Some(Pane::Tasks)
        }
        Hit::LogPane => Some(Pane::Log),
        Hit::LogEntry(seq) => {
            cursor.entry = Some(*seq);
            Some(Pane::Log)
        }
        Hit::Service(id) => {
            let place = view.incident.services.iter().position(|service| service.id == *id);
            cursor.row = place.unwrap_or(0);
            None
        }
        Hit::Line(place) => {
            cursor.row = *place;
            None
        }
        Hit::ReviewRow(about) => {
            cursor.review = Some(*about);
            None
        }
        _ => None,
    };
    if let Some(pane) = pane.filter(|_| cursor.page == Page::Room) {
        cursor.pane = pane;
    }
}

fn wheel(state: &mut State, world: World<'_>, hit: Option<&Hit>, by: isize) {
    if let Some(overlay) = &mut state.overlay {
        overlay.scroll(by * WHEEL);
        return;
    }
    match world {
        World::Start(_) => run(state, world, if by > 0 { Action::Down } else { Action::Up }),
        World::Room(_) if hit == Some(&Hit::Scrubber) => {
            run(state, world, if by > 0 { Action::NextEvent } else { Action::PreviousEvent });
        }
        World::Room(view) => scroll(state, view, hit, by),
    }
}

fn scroll(state: &mut State, view: &View<'_>, hit: Option<&Hit>, by: isize) {
    let page = component(state.cursor.page);
    let in_room = state.cursor.page == Page::Room;
    match hit {
        Some(Hit::LogPane | Hit::LogEntry(_)) => state.cursor.scroll_log(&state.log, by * WHEEL),
        Some(hit @ (Hit::RolePane(_) | Hit::Task(_) | Hit::TaskBox(_))) if in_room => {
            state.cursor.role = role(view, hit).unwrap_or(state.cursor.role);
            state.cursor.pane = Pane::Tasks;
            page.walk(state, view, Way::Lines(by));
        }
        Some(Hit::TimelinePane | Hit::Step(_)) => {
            if in_room {
                state.cursor.pane = Pane::Timeline;
            }
            page.walk(state, view, Way::Lines(by));
        }
        _ if state.place() == Place::Log => state.cursor.scroll_log(&state.log, by * WHEEL),
        _ if !in_room => page.walk(state, view, Way::Lines(by)),
        _ => {}
    }
}

/// The role of a task pane, or of a task in it.
fn role(view: &View<'_>, hit: &Hit) -> Option<usize> {
    match hit {
        Hit::RolePane(role) => Some(*role),
        Hit::Task(id) | Hit::TaskBox(id) => {
            let (_, task) = view.incident.task(id)?;
            view.incident.roles().iter().position(|role| role.id == task.role)
        }
        _ => None,
    }
}

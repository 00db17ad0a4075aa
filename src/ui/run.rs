//! Does what an action says: the functions of the table, and what comes before any of them.

use super::act::{attend, duty, incident, moving, steps, tasks};
use super::action::{ACTIONS, Action, Scope, table};
use super::may::{Asks, permitted};
use super::page::{log, review, services, start, updates};
use super::replay::{Playback, control};
use super::state::State;
use super::view::View;
use super::world::{Start, World};
use crate::incident::Refusal;

/// The function of an action.
#[derive(Clone, Copy)]
enum Run {
    AtStart(fn(&mut State, &Start)),
    InRoom(fn(&mut State, &View<'_>)),
    InReplay(fn(&mut State, &View<'_>, &Playback<'_>)),
    Anywhere(fn(&mut State, World<'_>)),
    /// A window above the page does it.
    InWindow,
}

use Run::{Anywhere, AtStart, InReplay, InRoom, InWindow};

macro_rules! functions {
    ($(($action:ident, $name:literal, [$($key:literal),*], $place:ident, $group:ident, $scope:ident, $run:expr, $asks:expr);)*) => {
        const RUNS: [(Run, fn(&State, &View<'_>) -> Asks); ACTIONS.len()] = [$(($run, $asks),)*];
    };
}

table!(functions);

/// An action that every right may do, or that says itself why not.
const fn free(_: &State, _: &View<'_>) -> Asks {
    Asks::Nothing
}

pub fn run(state: &mut State, world: World<'_>, action: Action) {
    let (run, _) = RUNS[action as usize];
    match (world, run) {
        (World::Room(view), _) if !is_admitted(state, view, action) => {}
        (World::Start(start), AtStart(run)) => run(state, start),
        (World::Room(view), InRoom(run)) => run(state, view),
        (World::Room(view), InReplay(run)) => {
            if let Some(playback) = view.playback {
                run(state, view, playback);
            }
        }
        (_, Anywhere(run)) => run(state, world),
        (World::Start(_), InRoom(_) | InReplay(_)) | (World::Room(_), AtStart(_)) | (_, InWindow) => {}
    }
}

/// Whether an action can be done in this room by this person; a notice says why not.
fn is_admitted(state: &mut State, view: &View<'_>, action: Action) -> bool {
    if view.playback.is_some() && !action.only_looks() {
        state.refuse_in_replay();
        return false;
    }
    let refusal = match may(state, view, action) {
        Err(refusal) => refusal,
        Ok(()) if action.row().scope == Scope::Open && view.incident.is_closed() => Refusal::Closed,
        Ok(()) => return true,
    };
    state.refuse(view, &refusal);
    false
}

/// Why an action is refused to the person, with whom to ask instead.
pub fn may(state: &State, view: &View<'_>, action: Action) -> Result<(), Refusal> {
    permitted(view, &asks(state, view, action))
}

/// What an action would ask of the room now.
pub fn asks(state: &State, view: &View<'_>, action: Action) -> Asks {
    let (_, asks) = RUNS[action as usize];
    asks(state, view)
}

fn palette(state: &mut State, world: World<'_>) {
    super::act::palette::open(state, world, |state, view, action| may(state, view, action).is_ok());
}

//! Runs actions: the functions of the table, and the checks before them.

use super::act::{attend, duty, incident, moving, steps, tasks};
use super::action::{ACTIONS, Action, Page, Scope, table};
use super::asking::Answer;
use super::effect::Effect;
use super::may::{Asks, permitted};
use super::page::list::Way;
use super::page::{log, review, services, start, updates};
use super::replay::control::Direction;
use super::replay::{self as playback, Play, Playback, control};
use super::state::State;
use super::view::View;
use super::widget::form::Form;
use super::world::{Start, World};
use crate::incident::{
    Command, HeaderCommand, LogCommand, MarkKind, Prose, Refusal, StepCommand, Task, TaskCommand, TaskId, UpdateCommand,
};
use crate::lang::Lang;

#[derive(Clone, Copy)]
enum Run {
    AtStart(fn(&mut State, &Start)),
    InRoom(fn(&mut State, &View<'_>)),
    InReplay(fn(&mut State, &View<'_>, &Playback<'_>)),
    Anywhere(fn(&mut State, World<'_>)),
    InWindow,
    Ask(fn(&View<'_>, Lang) -> Form<Answer>),
    AskTask(fn(Lang, &Task) -> Form<Answer>),
    AskOpenTask(fn(Lang, &Task) -> Form<Answer>),
    Send(fn() -> Command),
    OnTask(fn(TaskId) -> TaskCommand),
    Player(fn(&View<'_>, &Playback<'_>) -> Play),
    ToMark(Direction, Option<MarkKind>),
    Request(fn() -> Effect),
    Show(Page),
    Walk(Way),
}

use Direction::{Next, Previous};
use Run::{
    Anywhere, Ask, AskOpenTask, AskTask, AtStart, InReplay, InRoom, InWindow, OnTask, Player, Request, Send, Show,
    ToMark, Walk,
};

macro_rules! functions {
    ($(($action:ident, $name:literal, [$($key:literal),*], $place:ident, $group:ident, $scope:ident, $run:expr, $asks:expr);)*) => {
        const RUNS: [(Run, fn(&State, &View<'_>) -> Asks); ACTIONS.len()] = [$(($run, $asks),)*];
    };
}

table!(functions);

/// For every right, or checks by itself.
const fn free(_: &State, _: &View<'_>) -> Asks {
    Asks::Nothing
}

/// For everyone but observers.
fn anyone(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Log(LogCommand::Note { text: Prose::default() }))
}

/// For deputies.
fn deputy(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Update(UpdateCommand::Retry { message: None, target: None }))
}

/// About an audience, for everyone but observers.
fn author(state: &State, view: &View<'_>) -> Asks {
    if view.incident.audiences.is_empty() { Asks::Nothing } else { anyone(state, view) }
}

/// About an audience, for the commander.
fn editor(state: &State, view: &View<'_>) -> Asks {
    if view.incident.audiences.is_empty() { Asks::Nothing } else { commander(state, view) }
}

/// About a service, for deputies.
fn restorer(state: &State, view: &View<'_>) -> Asks {
    if view.incident.services.is_empty() { Asks::Nothing } else { deputy(state, view) }
}

/// For the commander.
const fn commander(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Step(StepCommand::Next))
}

const fn undo(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Undo)
}

pub fn run(state: &mut State, world: World<'_>, action: Action) {
    let (run, _) = RUNS[action as usize];
    match world {
        World::Room(view) if is_admitted(state, view, action) => run_in_room(state, view, action, run),
        World::Room(_) => {}
        World::Start(start) => match run {
            AtStart(run) => run(state, start),
            Anywhere(run) => run(state, world),
            Walk(way) => start::walk(state, start, way),
            Request(effect) => state.request(effect()),
            _ => {}
        },
    }
}

fn run_in_room(state: &mut State, view: &View<'_>, action: Action, run: Run) {
    match (run, view.playback) {
        (InRoom(run), _) => run(state, view),
        (Anywhere(run), _) => run(state, World::Room(view)),
        (Ask(form), _) => state.fill_in(view, form(view, state.look.lang)),
        (AskTask(form), _) => tasks::ask(state, view, form),
        (AskOpenTask(form), _) => tasks::ask_unless_over(state, view, form),
        (Send(command), _) => state.send(command()),
        (OnTask(command), _) => tasks::send(state, view, command),
        (Request(effect), _) => state.request(effect()),
        (Show(page), _) => state.show_page(page),
        (Walk(way), _) => super::page::component(state.cursor.page).walk(state, view, way),
        (InReplay(run), Some(playback)) => run(state, view, playback),
        (Player(play), Some(playback)) => state.request(Effect::Play(play(view, playback))),
        (ToMark(direction, kind), Some(playback)) => {
            control::go_to_mark(state, view, playback, direction, kind, action);
        }
        (InReplay(_) | Player(_) | ToMark(..), None) | (AtStart(_) | InWindow, _) => {}
    }
}

/// Whether the person may do an action in this room; a notice says why not.
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

/// Why an action is refused to the person, and whom to ask.
pub fn may(state: &State, view: &View<'_>, action: Action) -> Result<(), Refusal> {
    permitted(view, &asks(state, view, action))
}

/// What an action would request of the room now.
pub fn asks(state: &State, view: &View<'_>, action: Action) -> Asks {
    let (_, asks) = RUNS[action as usize];
    asks(state, view)
}

fn palette(state: &mut State, world: World<'_>) {
    super::act::palette::open(state, world, |state, view, action| may(state, view, action).is_ok());
}

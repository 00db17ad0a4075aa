//! Does what an action says: the functions of the table, and what comes before any of them.

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
    Command, HeaderCommand, LogCommand, MarkKind, Prose, Refusal, StepCommand, Task, TaskCommand, TaskId,
    UpdateCommand,
};
use crate::lang::Lang;

/// What an action does.
#[derive(Clone, Copy)]
enum Run {
    AtStart(fn(&mut State, &Start)),
    InRoom(fn(&mut State, &View<'_>)),
    InReplay(fn(&mut State, &View<'_>, &Playback<'_>)),
    Anywhere(fn(&mut State, World<'_>)),
    /// A window above the page does it.
    InWindow,
    /// Opens a form.
    Ask(fn(&View<'_>, Lang) -> Form<Answer>),
    /// Opens a form about the selected task.
    AskTask(fn(Lang, &Task) -> Form<Answer>),
    /// The same, unless the task is done or skipped.
    AskOpenTask(fn(Lang, &Task) -> Form<Answer>),
    /// Sends a command.
    Send(fn() -> Command),
    /// Sends a command about the selected task.
    OnTask(fn(TaskId) -> TaskCommand),
    /// Asks something of the player.
    Player(fn(&View<'_>, &Playback<'_>) -> Play),
    /// Goes to the next mark of a kind, or of any.
    ToMark(Direction, Option<MarkKind>),
    Request(fn() -> Effect),
    Show(Page),
    Walk(Way),
}

use Direction::{Next, Previous};
use Run::{
    Anywhere, Ask, AskOpenTask, AskTask, AtStart, InReplay, InRoom, InWindow, OnTask, Player, Request, Send,
    Show, ToMark, Walk,
};

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

/// An action of everybody who does not only look on.
fn anyone(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Log(LogCommand::Note { text: Prose::default() }))
}

/// An action of a deputy.
fn deputy(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Update(UpdateCommand::Retry { message: None, target: None }))
}

/// An action about an audience, of everybody who does not only look on.
fn author(state: &State, view: &View<'_>) -> Asks {
    if view.incident.audiences.is_empty() { Asks::Nothing } else { anyone(state, view) }
}

/// An action about an audience, of the commander.
fn editor(state: &State, view: &View<'_>) -> Asks {
    if view.incident.audiences.is_empty() { Asks::Nothing } else { commander(state, view) }
}

/// An action about a service, of a deputy.
fn restorer(state: &State, view: &View<'_>) -> Asks {
    if view.incident.services.is_empty() { Asks::Nothing } else { deputy(state, view) }
}

/// An action of the commander.
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

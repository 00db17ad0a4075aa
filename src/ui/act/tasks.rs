//! What is done with a task: the selected one, on whatever page.

pub mod forms;

use crate::incident::{Command, Line, PersonName, Refusal, Span, StepId, Task, TaskCommand, TaskId, TaskState};
use crate::lang::{Lang, vars};
use crate::ui::asking::Answer;
use crate::ui::may::{Asks, open_roles};
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::page::people::rows::{about, people};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::picker::{Item, Picker};

/// A key pressed this soon after another's act was meant for the previous state.
const JUST_NOW: Span = Span::seconds(3);

pub fn tick(state: &mut State, view: &View<'_>) {
    if let Some(task) = selected(state, view) {
        tick_one(state, view, task);
    }
}

pub fn take(state: &mut State, view: &View<'_>) {
    send(state, view, |task| TaskCommand::Assign { task, person: Some(view.me.clone()) });
}

/// Picks the assignee: holders of the role first, then people present.
pub fn assign(state: &mut State, view: &View<'_>) {
    let Some(task) = selected(state, view) else { return };
    let lang = state.look.lang;
    let id = task.id.clone();
    let send =
        move |person: Option<PersonName>| Choice::Send(Command::Task(TaskCommand::Assign { task: id.clone(), person }));
    let mut people = people(view);
    let of_role = |name: &PersonName| view.roles_of(name).contains(&&task.role);
    people.sort_by_key(|it| (it.name != view.me, !of_role(it.name), it.here.is_empty()));
    let mut items: Vec<Item<_>> = people
        .iter()
        .map(|somebody| {
            let item = Item::new(somebody.name.to_string(), send(Some(somebody.name.clone())));
            let item = item.detail(about(view, somebody, lang));
            item.also(somebody.known.map_or("", |known| known.full_name.as_str()))
        })
        .collect();
    if task.assignee.is_some() {
        items.push(Item::new(lang.say("ask-nobody"), send(None)));
    }
    let title = lang.say_with("ask-assign", &vars![task = task.title.as_str()]);
    let picker = Picker::new(title, items).or_typed(move |name| send(Some(PersonName::new(name))));
    state.open(Overlay::Picker(picker));
}

/// Asks for a new task; the phase and role of the cursor are preselected.
pub fn add(state: &mut State, view: &View<'_>) {
    let incident = view.incident;
    let here = state.cursor.selected_task(view).map(|(step, _)| step.id.clone());
    let here = here.or_else(|| state.cursor.timeline_step(incident));
    let mut steps: Vec<StepId> =
        incident.steps.iter().filter(|step| step.kind.is_phase()).map(|step| step.id.clone()).collect();
    steps.sort_by_key(|step| Some(step) != here.as_ref());
    let mut roles = open_roles(view);
    let here = incident.roles().get(state.cursor.role).map(|role| &role.id);
    roles.sort_by_key(|role| Some(role) != here);
    state.fill_in(view, forms::add(view, state.look.lang, steps, roles));
}

/// Ticks a task, or reopens it. If someone else has just completed it, nothing is reopened: a notice says who was
/// first.
pub fn tick_one(state: &mut State, view: &View<'_>, task: &Task) {
    let since = task.changed.as_ref().filter(|(_, by)| by != view.me).map(|(at, _)| view.now - *at);
    let speed = i32::try_from(view.incident.pace.speed.max(1)).unwrap_or(i32::MAX);
    if task.state.is_over() && since.is_some_and(|since| since / speed < JUST_NOW) {
        state.refuse(view, &task_is(task));
        return;
    }
    state.send(ticked(task));
}

/// The refusal that a task's state allows nothing.
fn task_is(task: &Task) -> Refusal {
    let (id, title, by) = (task.id.clone(), task.title.clone(), task.changed.clone());
    Refusal::TaskIs { task: id, title, state: task.state.name(), by }
}

/// The command of a task's box.
fn ticked(task: &Task) -> Command {
    let id = task.id.clone();
    match task.state {
        TaskState::Done | TaskState::Skipped { .. } => Command::Task(TaskCommand::Reopen { task: id }),
        TaskState::Todo | TaskState::Doing | TaskState::Blocked { .. } => {
            Command::Task(TaskCommand::Finish { task: id })
        }
    }
}

/// The selected task, which stays selected: the next key must not hit its neighbour.
fn selected<'a>(state: &mut State, view: &View<'a>) -> Option<&'a Task> {
    let Some((_, task)) = state.cursor.selected_task(view) else {
        state.warn("ask-no-task");
        return None;
    };
    state.cursor.select_task(view.incident, &task.id);
    Some(task)
}

/// Sends a command about the selected task.
pub fn send(state: &mut State, view: &View<'_>, command: impl FnOnce(TaskId) -> TaskCommand) {
    if let Some(task) = selected(state, view) {
        state.send(Command::Task(command(task.id.clone())));
    }
}

pub fn ask(state: &mut State, view: &View<'_>, form: fn(Lang, &Task) -> Form<Answer>) {
    if let Some(task) = selected(state, view) {
        state.fill_in(view, form(state.look.lang, task));
    }
}

/// Opens a form about the selected task, unless it is done or skipped.
pub fn ask_unless_over(state: &mut State, view: &View<'_>, form: fn(Lang, &Task) -> Form<Answer>) {
    match selected(state, view) {
        Some(task) if task.state.is_over() => state.refuse(view, &task_is(task)),
        Some(task) => state.fill_in(view, form(state.look.lang, task)),
        None => {}
    }
}

/// Everything done with a task is under one rule.
pub fn asks(state: &State, view: &View<'_>) -> Asks {
    let task = state.cursor.selected_task(view);
    task.map_or(Asks::Nothing, |(_, task)| Asks::Command(ticked(task)))
}

pub fn asks_add(_: &State, view: &View<'_>) -> Asks {
    let roles = view.incident.roles();
    let role = view.my_roles().first().copied().or_else(|| roles.first().map(|role| &role.id));
    match (view.incident.steps.first(), role) {
        (Some(step), Some(role)) => Asks::Command(Command::Task(TaskCommand::Add {
            step: step.id.clone(),
            role: role.clone(),
            title: Line::default(),
            planned: None,
        })),
        _ => Asks::Nothing,
    }
}

//! Tasks: who may be ticked off from where.

use super::{TASKS_MAX, given, known_role, sound, step_of, title as check_title, written};
use crate::incident::event::{Event, TaskEvent};
use crate::incident::ids::{PersonName, RoleId, StepId, TaskId};
use crate::incident::plan::PlannedTask;
use crate::incident::refusal::{Field, Refusal};
use crate::incident::state::Incident;
use crate::incident::task::{Task, TaskState};
use crate::incident::text::{Line, Prose};
use crate::incident::time::Planned;

pub(super) fn add(
    incident: &Incident,
    step: &StepId,
    role: RoleId,
    title: Line,
    planned: Option<Planned>,
) -> Result<Event, Refusal> {
    check_title(&title)?;
    planned.map_or(Ok(()), sound)?;
    let step = step_of(incident, step)?;
    if !step.kind.is_phase() {
        return Err(Refusal::NotAPhase { step: step.title.clone() });
    }
    known_role(incident, &role)?;
    if incident.tasks().nth(TASKS_MAX - 1).is_some() {
        return Err(Refusal::TooMany { what: Field::Tasks, max: TASKS_MAX });
    }
    let id = TaskId::free_in(&step.id, &role, |id| step.task(id).is_some());
    Ok(Event::Task(TaskEvent::Added { task: Box::new(PlannedTask { id, role, title, planned }) }))
}

pub(super) fn start(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        Task { state: TaskState::Todo, .. } => Ok(Event::Task(TaskEvent::Started { task })),
        other => Err(task_is(other)),
    }
}

/// A blocked task that is done is no longer blocked: nobody has to say both.
pub(super) fn finish(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        it if it.state.is_over() => Err(task_is(it)),
        _ => Ok(Event::Task(TaskEvent::Done { task })),
    }
}

/// A blocked task can be blocked anew, with another reason.
pub(super) fn block(incident: &Incident, task: TaskId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    match task_of(incident, &task)? {
        it if it.state.is_over() => Err(task_is(it)),
        Task { state: TaskState::Blocked { reason: same, .. }, .. } if *same == reason => {
            Err(Refusal::NoChange)
        }
        _ => Ok(Event::Task(TaskEvent::Blocked { task, reason })),
    }
}

pub(super) fn unblock(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        it if it.state.is_blocked() => Ok(Event::Task(TaskEvent::Unblocked { task })),
        it => Err(task_is(it)),
    }
}

pub(super) fn skip(incident: &Incident, task: TaskId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    match task_of(incident, &task)? {
        it if it.state.is_over() => Err(task_is(it)),
        _ => Ok(Event::Task(TaskEvent::Skipped { task, reason })),
    }
}

pub(super) fn reopen(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        it if it.state.is_over() => Ok(Event::Task(TaskEvent::Reopened { task })),
        it => Err(task_is(it)),
    }
}

pub(super) fn assign(
    incident: &Incident,
    task: TaskId,
    person: Option<PersonName>,
) -> Result<Event, Refusal> {
    if let Some(person) = &person {
        super::named(&Line::new(person.as_str()), Field::Name)?;
    }
    match task_of(incident, &task)? {
        it if it.assignee == person => Err(Refusal::NoChange),
        _ => Ok(Event::Task(TaskEvent::Assigned { task, person })),
    }
}

pub(super) fn retitle(incident: &Incident, task: TaskId, title: Line) -> Result<Event, Refusal> {
    check_title(&title)?;
    match task_of(incident, &task)? {
        it if it.title == title => Err(Refusal::NoChange),
        _ => Ok(Event::Task(TaskEvent::Retitled { task, title })),
    }
}

pub(super) fn comment(incident: &Incident, task: TaskId, text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    task_of(incident, &task)?;
    Ok(Event::Task(TaskEvent::Commented { task, text }))
}

fn task_of<'a>(incident: &'a Incident, id: &TaskId) -> Result<&'a Task, Refusal> {
    incident.task(id).map(|(_, task)| task).ok_or_else(|| Refusal::no_such_task(id))
}

fn task_is(task: &Task) -> Refusal {
    Refusal::TaskIs {
        task: task.id.clone(),
        title: task.title.clone(),
        state: task.state.name(),
        by: task.changed.clone(),
    }
}

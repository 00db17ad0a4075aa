//! Tasks: what may be done with them, and whose they are.

use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{TASKS_MAX, given, known_role, named, one, sound, step_of, titled, written};
use crate::incident::{
    Event, Field, Incident, Line, PersonName, Planned, PlannedTask, Prose, Refusal, RoleId, StepId, Task,
    TaskEvent, TaskId, TaskState,
};

/// Tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TaskCommand {
    #[serde(rename = "add_task")]
    Add { step: StepId, role: RoleId, title: Line, planned: Option<Planned> },
    #[serde(rename = "start_task")]
    Start { task: TaskId },
    #[serde(rename = "finish_task")]
    Finish { task: TaskId },
    #[serde(rename = "block_task")]
    Block { task: TaskId, reason: Line },
    #[serde(rename = "unblock_task")]
    Unblock { task: TaskId },
    #[serde(rename = "skip_task")]
    Skip { task: TaskId, reason: Line },
    #[serde(rename = "reopen_task")]
    Reopen { task: TaskId },
    #[serde(rename = "assign_task")]
    Assign { task: TaskId, person: Option<PersonName> },
    #[serde(rename = "retitle_task")]
    Retitle { task: TaskId, title: Line },
    #[serde(rename = "comment_task")]
    Comment { task: TaskId, text: Prose },
}

impl TaskCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<Vec<Event>, Refusal> {
        one(match self {
            Self::Add { step, role, title, planned } => add(incident, &step, role, title, planned),
            Self::Start { task } => start(incident, task),
            Self::Finish { task } => finish(incident, task),
            Self::Block { task, reason } => block(incident, task, reason),
            Self::Unblock { task } => unblock(incident, task),
            Self::Skip { task, reason } => skip(incident, task, reason),
            Self::Reopen { task } => reopen(incident, task),
            Self::Assign { task, person } => assign(incident, task, person),
            Self::Retitle { task, title } => retitle(incident, task, title),
            Self::Comment { task, text } => comment(incident, task, text),
        })
    }

    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add { role, .. } => asking.holder(role),
            Self::Start { task }
            | Self::Finish { task }
            | Self::Block { task, .. }
            | Self::Unblock { task }
            | Self::Skip { task, .. }
            | Self::Reopen { task }
            | Self::Assign { task, .. }
            | Self::Retitle { task, .. }
            | Self::Comment { task, .. } => asking.owner_of(task),
        }
    }
}

fn add(
    incident: &Incident,
    step: &StepId,
    role: RoleId,
    title: Line,
    planned: Option<Planned>,
) -> Result<Event, Refusal> {
    titled(&title)?;
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

fn start(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        Task { state: TaskState::Todo, .. } => Ok(Event::Task(TaskEvent::Started { task })),
        other => Err(task_is(other)),
    }
}

/// A blocked task that is done is no longer blocked: nobody has to say both.
fn finish(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        it if it.state.is_over() => Err(task_is(it)),
        _ => Ok(Event::Task(TaskEvent::Done { task })),
    }
}

/// A blocked task can be blocked anew, with another reason.
fn block(incident: &Incident, task: TaskId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    match task_of(incident, &task)? {
        it if it.state.is_over() => Err(task_is(it)),
        Task { state: TaskState::Blocked { reason: same, .. }, .. } if *same == reason => {
            Err(Refusal::NoChange)
        }
        _ => Ok(Event::Task(TaskEvent::Blocked { task, reason })),
    }
}

fn unblock(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        it if it.state.is_blocked() => Ok(Event::Task(TaskEvent::Unblocked { task })),
        it => Err(task_is(it)),
    }
}

fn skip(incident: &Incident, task: TaskId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    match task_of(incident, &task)? {
        it if it.state.is_over() => Err(task_is(it)),
        _ => Ok(Event::Task(TaskEvent::Skipped { task, reason })),
    }
}

fn reopen(incident: &Incident, task: TaskId) -> Result<Event, Refusal> {
    match task_of(incident, &task)? {
        it if it.state.is_over() => Ok(Event::Task(TaskEvent::Reopened { task })),
        it => Err(task_is(it)),
    }
}

fn assign(incident: &Incident, task: TaskId, person: Option<PersonName>) -> Result<Event, Refusal> {
    if let Some(person) = &person {
        named(&Line::new(person.as_str()), Field::Name)?;
    }
    match task_of(incident, &task)? {
        it if it.assignee == person => Err(Refusal::NoChange),
        _ => Ok(Event::Task(TaskEvent::Assigned { task, person })),
    }
}

fn retitle(incident: &Incident, task: TaskId, title: Line) -> Result<Event, Refusal> {
    titled(&title)?;
    match task_of(incident, &task)? {
        it if it.title == title => Err(Refusal::NoChange),
        _ => Ok(Event::Task(TaskEvent::Retitled { task, title })),
    }
}

fn comment(incident: &Incident, task: TaskId, text: Prose) -> Result<Event, Refusal> {
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

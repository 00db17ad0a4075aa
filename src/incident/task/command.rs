//! Tasks: what may be done with them, and whose they are.

use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{
    TASKS_MAX, changes, given, known_role, person, room_for, sound, step_of, titled, written,
};
use crate::incident::{
    Field, Incident, Line, PersonName, Planned, PlannedTask, Prose, Refusal, RoleId, StepId, Task, TaskEvent, TaskId,
    TaskState,
};

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
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<TaskEvent, Refusal> {
        let is_open = |task: &Task| !task.state.is_over();
        Ok(match self {
            Self::Add { step, role, title, planned } => add(incident, &step, role, title, planned)?,
            Self::Start { task } => {
                task_that(incident, &task, |task| task.state == TaskState::Todo)?;
                TaskEvent::Started { task }
            }
            // A blocked task that is completed is no longer blocked.
            Self::Finish { task } => {
                task_that(incident, &task, is_open)?;
                TaskEvent::Done { task }
            }
            // A blocked task can be blocked again for another reason.
            Self::Block { task, reason } => {
                given(&reason)?;
                let it = task_that(incident, &task, is_open)?;
                let is_same = matches!(&it.state, TaskState::Blocked { reason: now, .. } if *now == reason);
                changes(!is_same)?;
                TaskEvent::Blocked { task, reason }
            }
            Self::Unblock { task } => {
                task_that(incident, &task, |task| task.state.is_blocked())?;
                TaskEvent::Unblocked { task }
            }
            Self::Skip { task, reason } => {
                given(&reason)?;
                task_that(incident, &task, is_open)?;
                TaskEvent::Skipped { task, reason }
            }
            Self::Reopen { task } => {
                task_that(incident, &task, |task| task.state.is_over())?;
                TaskEvent::Reopened { task }
            }
            Self::Assign { task, person: to } => {
                to.as_ref().map(person).transpose()?;
                changes(task_of(incident, &task)?.assignee != to)?;
                TaskEvent::Assigned { task, person: to }
            }
            Self::Retitle { task, title } => {
                titled(&title)?;
                changes(task_of(incident, &task)?.title != title)?;
                TaskEvent::Retitled { task, title }
            }
            Self::Comment { task, text } => {
                written(&text)?;
                task_of(incident, &task)?;
                TaskEvent::Commented { task, text }
            }
        })
    }

    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add { role, .. } => asker.holder(role),
            Self::Start { task }
            | Self::Finish { task }
            | Self::Block { task, .. }
            | Self::Unblock { task }
            | Self::Skip { task, .. }
            | Self::Reopen { task }
            | Self::Assign { task, .. }
            | Self::Retitle { task, .. }
            | Self::Comment { task, .. } => asker.owner_of(task),
        }
    }
}

fn add(
    incident: &Incident,
    step: &StepId,
    role: RoleId,
    title: Line,
    planned: Option<Planned>,
) -> Result<TaskEvent, Refusal> {
    titled(&title)?;
    planned.map(sound).transpose()?;
    let step = step_of(incident, step)?;
    if !step.kind.is_phase() {
        return Err(Refusal::NotAPhase { step: step.title.clone() });
    }
    known_role(incident, &role)?;
    room_for(Field::Tasks, incident.tasks().take(TASKS_MAX).count(), TASKS_MAX)?;
    let id = TaskId::free_in(&step.id, &role, |id| step.task(id).is_some());
    Ok(TaskEvent::Added { task: Box::new(PlannedTask { id, role, title, planned }) })
}

pub fn task_of<'a>(incident: &'a Incident, id: &TaskId) -> Result<&'a Task, Refusal> {
    let task = incident.task(id).map(|(_, task)| task);
    task.ok_or_else(|| Refusal::NoSuchTask { task: Line::new(id.as_str()) })
}

/// A task in a state that allows the command.
fn task_that<'a>(incident: &'a Incident, id: &TaskId, allows: impl Fn(&Task) -> bool) -> Result<&'a Task, Refusal> {
    let task = task_of(incident, id)?;
    if allows(task) {
        return Ok(task);
    }
    let (title, state, by) = (task.title.clone(), task.state.name(), task.changed.clone());
    Err(Refusal::TaskIs { task: id.clone(), title, state, by })
}

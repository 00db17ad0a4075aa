//! Folds what happened to tasks.

use std::sync::Arc;

use crate::incident::undo::{before::Before, replace};
use crate::incident::{Comment, Incident, PlannedTask, Recorded, Task, TaskEvent, TaskId, TaskState};

impl Incident {
    pub(in crate::incident) fn fold_task(&mut self, event: &TaskEvent, recorded: &Recorded) -> Vec<Before> {
        match event {
            TaskEvent::Added { task } => self.add_task(task),
            TaskEvent::Started { task } => self.set_task_state(task, recorded, |_| TaskState::Doing),
            TaskEvent::Done { task } => self.set_task_state(task, recorded, |_| TaskState::Done),
            TaskEvent::Blocked { task, reason } => self.set_task_state(task, recorded, |state| TaskState::Blocked {
                reason: reason.clone(),
                was_doing: matches!(state, TaskState::Doing | TaskState::Blocked { was_doing: true, .. }),
            }),
            TaskEvent::Unblocked { task } => self.set_task_state(task, recorded, |state| match state {
                TaskState::Blocked { was_doing: true, .. } => TaskState::Doing,
                _ => TaskState::Todo,
            }),
            TaskEvent::Skipped { task, reason } => {
                self.set_task_state(task, recorded, |_| TaskState::Skipped { reason: reason.clone() })
            }
            TaskEvent::Reopened { task } => self.set_task_state(task, recorded, |_| TaskState::Todo),
            TaskEvent::Assigned { task, person } => {
                let person = person.clone();
                self.change_task(task, |task| task.assignee = person)
            }
            TaskEvent::Retitled { task, title } => {
                let title = title.clone();
                self.change_task(task, |task| task.title = title)
            }
            TaskEvent::Commented { task, text } => {
                let comment = Comment { at: recorded.at, by: recorded.by.person.clone(), text: text.clone() };
                self.change_task(task, |task| task.comments.push(comment))
            }
        }
    }

    fn add_task(&mut self, task: &PlannedTask) -> Vec<Before> {
        let Some(step) = self.step_mut(task.id.step()) else { return Vec::new() };
        if step.task(&task.id).is_some() {
            return Vec::new();
        }
        step.tasks.push(Arc::new(Task::new(task)));
        vec![Before::Task(task.id.clone(), None)]
    }

    pub(in crate::incident) fn change_task(&mut self, id: &TaskId, by: impl FnOnce(&mut Task)) -> Vec<Before> {
        let step = self.step_mut(id.step());
        let before = step.and_then(|step| replace(&mut step.tasks, |task| task.id == *id, by));
        before.map(|task| Before::Task(id.clone(), Some(task))).into_iter().collect()
    }

    fn set_task_state(
        &mut self,
        id: &TaskId,
        recorded: &Recorded,
        state: impl FnOnce(&TaskState) -> TaskState,
    ) -> Vec<Before> {
        self.change_task(id, |task| {
            task.state = state(&task.state);
            task.changed = Some((recorded.at, recorded.by.person.clone()));
            match task.state {
                TaskState::Doing => task.started_at = task.started_at.or(Some(recorded.at)),
                TaskState::Todo => task.started_at = None,
                TaskState::Blocked { .. } | TaskState::Done | TaskState::Skipped { .. } => {}
            }
        })
    }
}

//! Entries about tasks.

use super::names::title_of;
use crate::incident::{Entry, Incident, PersonName, TaskEvent, TaskId};
use crate::lang::Lang;

impl Lang {
    pub(super) fn task_sentence(self, incident: &Incident, entry: &Entry, event: &TaskEvent) -> String {
        match event {
            TaskEvent::Added { task } => {
                let role = incident.role(&task.role).map_or(task.role.as_str(), |role| role.name.as_str());
                self.say_with(
                    "log-task-added",
                    &[("task", task.title.as_str().into()), ("role", role.into())],
                )
            }
            TaskEvent::Started { task: id } => self.of_task("log-task-started", incident, id),
            TaskEvent::Done { task: id } => self.of_task("log-task-done", incident, id),
            TaskEvent::Unblocked { task: id } => self.of_task("log-task-unblocked", incident, id),
            TaskEvent::Reopened { task: id } => self.of_task("log-task-reopened", incident, id),
            TaskEvent::Blocked { task: id, reason } => {
                self.because(self.of_task("log-task-blocked", incident, id), reason)
            }
            TaskEvent::Skipped { task: id, reason } => {
                self.because(self.of_task("log-task-skipped", incident, id), reason)
            }
            TaskEvent::Assigned { task: id, person: None } => {
                self.of_task("log-task-unassigned", incident, id)
            }
            TaskEvent::Assigned { task: id, person: Some(person) } if *person == entry.by.person => {
                self.of_task("log-task-taken", incident, id)
            }
            TaskEvent::Assigned { task, person: Some(person) } => self.assigned(incident, task, person),
            TaskEvent::Retitled { title, .. } => {
                self.say_with("log-task-retitled", &[("title", title.as_str().into())])
            }
            TaskEvent::Commented { task, text } => self.say_with(
                "log-task-commented",
                &[("task", title_of(incident, task).into()), ("text", text.as_str().into())],
            ),
        }
    }

    fn of_task(self, key: &str, incident: &Incident, id: &TaskId) -> String {
        self.say_with(key, &[("task", title_of(incident, id).into())])
    }

    fn assigned(self, incident: &Incident, task: &TaskId, person: &PersonName) -> String {
        self.say_with(
            "log-task-assigned",
            &[("task", title_of(incident, task).into()), ("person", person.as_str().into())],
        )
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(incident: &Incident, event: &TaskEvent, each: &mut impl FnMut(&str)) {
    match event {
        TaskEvent::Added { task } => {
            each(task.title.as_str());
        }
        TaskEvent::Started { task: id }
        | TaskEvent::Done { task: id }
        | TaskEvent::Unblocked { task: id }
        | TaskEvent::Reopened { task: id } => {
            each(task_title(incident, id));
        }
        TaskEvent::Blocked { task: id, reason } | TaskEvent::Skipped { task: id, reason } => {
            each(task_title(incident, id));
            each(reason.as_str());
        }
        TaskEvent::Assigned { task: id, person } => {
            each(task_title(incident, id));
            each(person.as_ref().map_or("", PersonName::as_str));
        }
        TaskEvent::Retitled { task: id, title } => {
            each(task_title(incident, id));
            each(title.as_str());
        }
        TaskEvent::Commented { task: id, text } => {
            each(task_title(incident, id));
            each(text.as_str());
        }
    }
}

fn task_title<'a>(incident: &'a Incident, id: &TaskId) -> &'a str {
    incident.task(id).map_or("", |(_, task)| task.title.as_str())
}

//! What is asked about tasks.

use crate::incident::{Command, Refusal, RoleId, StepId, TaskCommand, TaskId};
use crate::lang::Lang;
use crate::ui::asking::{Asking, sends, while_open};
use crate::ui::view::View;
use crate::ui::widget::form::rows::Rows;

pub fn comment(view: &View<'_>, lang: Lang, task: &TaskId) -> Asking {
    while_open(view)?;
    let mut rows = Rows::new(lang);
    let text = rows.prose("ask-text", "");
    let (about, task) = (title(view, task), task.clone());
    let form = sends("ask-comment", rows, move |answers| {
        Ok(Command::Task(TaskCommand::Comment { task: task.clone(), text: answers.prose(text)? }))
    });
    Ok(form.about(about))
}

pub fn block(view: &View<'_>, lang: Lang, task: &TaskId) -> Asking {
    while_open(view)?;
    not_over(view, task)?;
    let mut rows = Rows::new(lang);
    let reason = rows.line("ask-missing", "");
    let (about, task) = (title(view, task), task.clone());
    let form = sends("ask-block", rows, move |answers| {
        Ok(Command::Task(TaskCommand::Block { task: task.clone(), reason: answers.line(reason)? }))
    });
    Ok(form.about(about))
}

pub fn skip(view: &View<'_>, lang: Lang, task: &TaskId) -> Asking {
    while_open(view)?;
    not_over(view, task)?;
    let mut rows = Rows::new(lang);
    let reason = rows.line("ask-reason", "");
    let (about, task) = (title(view, task), task.clone());
    let form = sends("ask-skip-task", rows, move |answers| {
        Ok(Command::Task(TaskCommand::Skip { task: task.clone(), reason: answers.line(reason)? }))
    });
    Ok(form.about(about))
}

pub fn retitle(view: &View<'_>, lang: Lang, task: &TaskId) -> Asking {
    while_open(view)?;
    let mut rows = Rows::new(lang);
    let title = rows.line("ask-title", &title(view, task));
    let task = task.clone();
    Ok(sends("ask-retitle-task", rows, move |answers| {
        Ok(Command::Task(TaskCommand::Retitle { task: task.clone(), title: answers.line(title)? }))
    }))
}

/// Asks for a new task; the first phase and the first role are chosen.
pub fn add(view: &View<'_>, lang: Lang, steps: Vec<StepId>, roles: Vec<RoleId>) -> Asking {
    while_open(view)?;
    let incident = view.incident;
    let phases = steps.iter().filter_map(|id| incident.step(id)).map(|step| step.title.to_string());
    let names = roles.iter().filter_map(|id| incident.role(id)).map(|role| role.name.to_string());
    let mut rows = Rows::new(lang);
    let title = rows.line("ask-title", "");
    let role = rows.choice("ask-role", names.collect(), 0);
    let phase = rows.choice("ask-phase", phases.collect(), 0);
    let planned = rows.hinted_line("ask-planned", "ask-planned-hint-optional", "");
    Ok(sends("ask-add-task", rows, move |answers| {
        Ok(Command::Task(TaskCommand::Add {
            title: answers.line(title)?,
            role: answers.pick(role, &roles)?,
            step: answers.pick(phase, &steps)?,
            planned: answers.optional_planned(planned)?,
        }))
    }))
}

fn title(view: &View<'_>, task: &TaskId) -> String {
    view.incident.task(task).map(|(_, task)| task.title.to_string()).unwrap_or_default()
}

/// Errs if the task is done or skipped.
fn not_over(view: &View<'_>, task: &TaskId) -> Result<(), Refusal> {
    match view.incident.task(task) {
        Some((_, task)) if task.state.is_over() => Err(Refusal::TaskIs {
            task: task.id.clone(),
            title: task.title.clone(),
            state: task.state.name(),
            by: task.changed.clone(),
        }),
        _ => Ok(()),
    }
}

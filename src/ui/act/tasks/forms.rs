//! Forms about tasks.

use crate::incident::{Command, RoleId, StepId, Task, TaskCommand};
use crate::lang::Lang;
use crate::ui::asking::{Answer, line, prose, sends};
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;

pub fn comment(lang: Lang, of: &Task) -> Form<Answer> {
    let task = of.id.clone();
    let comment = move |text| Command::Task(TaskCommand::Comment { task: task.clone(), text });
    prose(lang, "ask-comment", ("ask-text", ""), comment).about(of.title.as_str())
}

pub fn block(lang: Lang, of: &Task) -> Form<Answer> {
    let task = of.id.clone();
    let block = move |reason| Command::Task(TaskCommand::Block { task: task.clone(), reason });
    line(lang, "ask-block", ("ask-missing", ""), block).about(of.title.as_str())
}

pub fn skip(lang: Lang, of: &Task) -> Form<Answer> {
    let task = of.id.clone();
    let skip = move |reason| Command::Task(TaskCommand::Skip { task: task.clone(), reason });
    line(lang, "ask-skip-task", ("ask-reason", ""), skip).about(of.title.as_str())
}

pub fn retitle(lang: Lang, of: &Task) -> Form<Answer> {
    let task = of.id.clone();
    let retitle = move |title| Command::Task(TaskCommand::Retitle { task: task.clone(), title });
    line(lang, "ask-retitle-task", ("ask-title", of.title.as_str()), retitle)
}

/// Asks for a new task; the first phase and the first role are chosen.
pub fn add(view: &View<'_>, lang: Lang, steps: Vec<StepId>, roles: Vec<RoleId>) -> Form<Answer> {
    let incident = view.incident;
    let phases = steps.iter().filter_map(|id| incident.step(id)).map(|step| step.title.to_string());
    let names = roles.iter().filter_map(|id| incident.role(id)).map(|role| role.name.to_string());
    let mut rows = Rows::new(lang);
    let title = rows.line("ask-title", "");
    let role = rows.choice("ask-role", names.collect(), 0);
    let phase = rows.choice("ask-phase", phases.collect(), 0);
    let planned = rows.hinted_line("ask-planned", "ask-planned-hint-optional", "");
    sends("ask-add-task", rows, move |answers| {
        Ok(Command::Task(TaskCommand::Add {
            title: answers.line(title)?,
            role: answers.pick(role, &roles)?,
            step: answers.pick(phase, &steps)?,
            planned: answers.optional_planned(planned)?,
        }))
    })
}

//! A person's tasks: those of their roles and those assigned, running ones first.

use crate::incident::{RoleId, Step, Task};
use crate::ui::view::View;

/// Why a task is on someone's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Its phase runs.
    Now,
    /// Its phase is over, the task is not.
    LeftOver,
    /// Another's task that is blocked, for the commander.
    Blocked,
    /// Its phase is the next with tasks.
    Next,
}

#[derive(Clone, Copy, Debug)]
pub struct Mine<'a> {
    pub why: Why,
    pub step: &'a Step,
    pub task: &'a Task,
}

/// The list of the person, in the order of the plan under each heading.
pub fn mine<'a>(view: &View<'a>) -> Vec<Mine<'a>> {
    let incident = view.incident;
    let roles = view.my_roles();
    let has_mine = |step: &Step| step.tasks.iter().any(|task| is_mine(view, &roles, task));
    let next = incident.steps.iter().find(|step| step.is_waiting() && has_mine(step));
    let mut tasks: Vec<Mine<'a>> = incident
        .tasks()
        .filter_map(|(step, task)| {
            let is_mine = is_mine(view, &roles, task);
            let why = if is_mine && step.is_active() {
                Why::Now
            } else if is_mine && step.ended_at().is_some() && !task.state.is_over() {
                Why::LeftOver
            } else if !is_mine && view.is_in_command() && task.state.is_blocked() {
                Why::Blocked
            } else if is_mine && next.is_some_and(|next| next.id == step.id) {
                Why::Next
            } else {
                return None;
            };
            Some(Mine { why, step, task })
        })
        .collect();
    tasks.sort_by_key(|mine| mine.why);
    tasks
}

fn is_mine(view: &View<'_>, roles: &[&RoleId], task: &Task) -> bool {
    task.assignee.as_ref() == Some(view.me) || roles.contains(&&task.role)
}

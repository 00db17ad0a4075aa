//! The cursor and the content of panes, on which drawing and keys must agree.

use super::action::{Page, Place};
use super::log_list::LogList;
use super::page::mine::rows::mine;
use super::page::review::rows::Reviewed;
use super::view::View;
use crate::incident::{Incident, Seq, Step, StepId, Task, TaskId, TaskState};

/// A pane of the war room that can have the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    Timeline,
    /// The task pane of the role at `Cursor::role`.
    #[default]
    Tasks,
    Log,
}

/// Indices may be stale after a change of the state; [`Cursor::settle`] repairs them.
#[derive(Clone, Debug, Default)]
pub struct Cursor {
    pub page: Page,
    pub pane: Pane,
    /// The step whose tasks the panes show; `None` follows what runs.
    pub step: Option<StepId>,
    pub role: usize,
    /// The selected task of each role, by the role's place.
    pub tasks: Vec<Option<TaskId>>,
    /// How many listed entries the log is scrolled back: the place of its top entry.
    pub log_back: usize,
    /// The selected entry of the log; `None` while it follows the newest.
    pub entry: Option<Seq>,
    /// The selected task of the board.
    pub board: Option<TaskId>,
    /// The selected task of one's own.
    pub mine: Option<TaskId>,
    /// What the review has selected.
    pub review: Option<Reviewed>,
    /// The selected service or person, by place.
    pub row: usize,
}

/// The steps whose tasks the panes show: the chosen one, else the running ones, else the next, else the last.
pub fn shown_steps<'a>(incident: &'a Incident, cursor: &Cursor) -> Vec<&'a Step> {
    if let Some(step) = cursor.step.as_ref().and_then(|id| incident.step(id)) {
        return vec![step];
    }
    let active: Vec<_> = incident.active_steps().filter(|step| step.kind.is_phase()).collect();
    if !active.is_empty() {
        return active;
    }
    let next = incident.steps.iter().find(|step| step.is_waiting() && step.kind.is_phase());
    next.or_else(|| incident.steps.iter().rev().find(|step| step.kind.is_phase()))
        .map(AsRef::as_ref)
        .into_iter()
        .collect()
}

pub fn pane_tasks<'a>(incident: &'a Incident, cursor: &Cursor, role: usize) -> Vec<(&'a Step, &'a Task)> {
    let Some(role) = incident.roles().get(role) else { return Vec::new() };
    let shown = shown_steps(incident, cursor);
    let left_over = |step: &Step, task: &Task| {
        cursor.step.is_none() && step.ended_at().is_some() && !step.is_active() && !task.state.is_over()
    };
    incident
        .tasks()
        .filter(|(_, task)| task.role == role.id)
        .filter(|(step, task)| shown.iter().any(|s| s.id == step.id) || left_over(step, task))
        .collect()
}

/// The columns of the board: to do, in progress, blocked and over, of all roles.
pub fn board_columns<'a>(incident: &'a Incident, cursor: &Cursor) -> [Vec<(&'a Step, &'a Task)>; 4] {
    let mut columns: [Vec<_>; 4] = Default::default();
    for role in 0..incident.roles().len() {
        for (step, task) in pane_tasks(incident, cursor, role) {
            let column = match task.state {
                TaskState::Todo => 0,
                TaskState::Doing => 1,
                TaskState::Blocked { .. } => 2,
                TaskState::Done | TaskState::Skipped { .. } => 3,
            };
            columns[column].push((step, task));
        }
    }
    columns
}

impl Cursor {
    /// The selected task of the page.
    pub fn selected_task<'a>(&self, view: &View<'a>) -> Option<(&'a Step, &'a Task)> {
        let incident = view.incident;
        match self.page {
            Page::Board => {}
            Page::Mine => return self.my_task(view),
            _ => return self.task(incident),
        }
        let columns = board_columns(incident, self);
        let mut tasks = columns.iter().flatten();
        let chosen = self.board.as_ref();
        tasks.clone().find(|(_, task)| Some(&task.id) == chosen).or_else(|| tasks.next()).copied()
    }

    pub fn my_task<'a>(&self, view: &View<'a>) -> Option<(&'a Step, &'a Task)> {
        let tasks = mine(view);
        let tasks: Vec<_> = tasks.into_iter().map(|mine| (mine.step, mine.task)).collect();
        chosen(&tasks, self.mine.as_ref())
    }

    /// The selected task: if the role's choice is gone, the first that is not over.
    pub fn task<'a>(&self, incident: &'a Incident) -> Option<(&'a Step, &'a Task)> {
        self.task_of(incident, self.role)
    }

    pub fn task_of<'a>(&self, incident: &'a Incident, role: usize) -> Option<(&'a Step, &'a Task)> {
        let tasks = pane_tasks(incident, self, role);
        chosen(&tasks, self.tasks.get(role).and_then(Option::as_ref))
    }

    /// Repairs every index after a change of the state.
    pub fn settle(&mut self, incident: &Incident) {
        let roles = incident.roles().len();
        self.role = self.role.min(roles.saturating_sub(1));
        self.tasks.resize(roles, None);
        if self.step.as_ref().is_some_and(|id| incident.step(id).is_none()) {
            self.step = None;
        }
        self.log_back = self.log_back.min(incident.log.len().saturating_sub(1));
    }

    pub const fn place(&self) -> Place {
        match (self.page, self.pane) {
            (Page::Room, Pane::Timeline) => Place::Timeline,
            (Page::Room, Pane::Log) => Place::Log,
            (page, _) => page.place(),
        }
    }

    /// Selects the entry at a place of the list, with minimal scrolling.
    pub fn show_entry(&mut self, log: &LogList, place: usize, drawn: usize) {
        self.entry = log.back(place);
        if place < self.log_back {
            self.log_back = place;
        } else if place >= self.log_back + drawn.max(1) {
            self.log_back = place + 1 - drawn.max(1);
        }
    }

    pub fn scroll_log(&mut self, log: &LogList, by: isize) {
        self.log_back = self.log_back.saturating_add_signed(by).min(log.len().saturating_sub(1));
    }

    /// The step selected on the timeline: the chosen one, else the first shown.
    pub fn timeline_step(&self, incident: &Incident) -> Option<StepId> {
        self.step.clone().or_else(|| {
            let active = incident.active_steps().next().map(|step| step.id.clone());
            active.or_else(|| shown_steps(incident, self).first().map(|step| step.id.clone()))
        })
    }

    pub fn select_task(&mut self, incident: &Incident, id: &TaskId) {
        let Some((step, task)) = incident.task(id) else { return };
        let Some(role) = incident.roles().iter().position(|role| role.id == task.role) else { return };
        let step = step.id.clone();
        self.settle(incident);
        self.role = role;
        if !pane_tasks(incident, self, role).iter().any(|(_, task)| task.id == *id) {
            self.step = Some(step);
        }
        if let Some(chosen) = self.tasks.get_mut(role) {
            *chosen = Some(id.clone());
        }
        self.board = Some(id.clone());
        self.mine = Some(id.clone());
    }

    pub fn selected_entry(&self, log: &LogList) -> Option<Seq> {
        self.entry.filter(|entry| log.place(*entry).is_some()).or_else(|| log.back(self.log_back))
    }
}

/// The chosen task; if it is gone, the first that is not over, else the first.
fn chosen<'a>(tasks: &[(&'a Step, &'a Task)], id: Option<&TaskId>) -> Option<(&'a Step, &'a Task)> {
    let is_open = |(_, task): &&(&Step, &Task)| !task.state.is_over();
    let found = tasks.iter().find(|(_, task)| Some(&task.id) == id);
    found.or_else(|| tasks.iter().find(is_open)).or_else(|| tasks.first()).copied()
}

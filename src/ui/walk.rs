//! How the cursor moves.

use super::View;
use super::cursor::{Cursor, Page, Pane, board_columns, pane_tasks, people, shown_steps};
use super::log_list::LogList;
use super::mine::mine;
use super::review;
use super::scene::{Hit, Hits, Listing, Side};
use super::updates::rows;
use crate::incident::{Incident, Seq, StepId, TaskId};

/// Where to go, one place or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// So many lines down, or up below zero.
    Lines(isize),
    /// So many screens down, or up below zero.
    Pages(isize),
    First,
    Last,
    Left,
    Right,
}

/// What a move needs to know.
pub struct Ground<'a> {
    pub view: &'a View<'a>,
    pub log: &'a LogList,
    /// What was drawn last: how much a screen is.
    pub hits: &'a Hits,
}

impl Way {
    /// The place that it leads to from `at`, of `len`.
    fn from(self, at: usize, len: usize, page: usize) -> usize {
        let page = isize::try_from(page.max(2) - 1).unwrap_or(1);
        let to = match self {
            Self::Lines(by) => at.saturating_add_signed(by),
            Self::Pages(by) => at.saturating_add_signed(by.saturating_mul(page)),
            Self::First => 0,
            Self::Last => usize::MAX,
            Self::Left | Self::Right => at,
        };
        to.min(len.saturating_sub(1))
    }
}

/// Where a list keeps what is selected, as far as its ends allow.
#[derive(Clone, Copy)]
enum Middle {
    Half,
    Third,
}

/// What to select so that a list shows what is next to the places that were drawn.
fn beyond(all: usize, side: Side, middle: Middle, is_drawn: impl Fn(usize) -> bool) -> Option<usize> {
    let first = (0..all).find(|place| is_drawn(*place))?;
    let last = (first..all).rfind(|place| is_drawn(*place))?;
    let shown = last + 1 - first;
    let before = match middle {
        Middle::Half => shown / 2,
        Middle::Third => shown / 3,
    };
    Some(match side {
        Side::Below => (last + 1 + before).min(all - 1),
        Side::Above => (first + before).saturating_sub(shown),
    })
}

impl Cursor {
    /// Goes along the page or pane that has the keyboard.
    pub fn walk(&mut self, way: Way, ground: &Ground<'_>) {
        match (self.page, self.pane) {
            (Page::Room, Pane::Tasks) => self.walk_tasks(way, ground),
            (Page::Board, _) => self.walk_board(way, ground.view),
            (Page::Timeline, _) | (Page::Room, Pane::Timeline) => self.walk_steps(way, ground.view.incident),
            (Page::Log, _) | (Page::Room, Pane::Log) => self.walk_log(way, ground),
            (Page::People, _) => self.row = way.from(self.row, people(ground.view).len(), 10),
            (Page::Mine, _) => self.walk_mine(way, ground.view),
            (Page::Updates, _) => self.row = way.from(self.row, rows(ground.view).len(), 10),
            (Page::Review, _) => {
                let rows = review::rows(ground.view);
                let to = way.from(review::place(&rows, self.review), rows.len(), 10);
                self.review = rows.get(to).map(review::Row::about);
            }
            (Page::Services, _) => self.row = way.from(self.row, ground.view.incident.services.len(), 10),
        }
    }

    /// Shows what a list has above or below what was drawn of it.
    pub fn turn_page(&mut self, listing: Listing, side: Side, ground: &Ground<'_>) {
        let (incident, hits) = (ground.view.incident, ground.hits);
        match listing {
            Listing::Tasks(role) => {
                self.pane = Pane::Tasks;
                self.role = role;
                let tasks = pane_tasks(incident, self, role);
                let id = |place: usize| tasks[place].1.id.clone();
                let to = beyond(tasks.len(), side, Middle::Half, |place| hits.has(&Hit::Task(id(place))));
                if let (Some(to), Some(chosen)) = (to, self.tasks.get_mut(role)) {
                    *chosen = Some(id(to));
                }
            }
            Listing::Cards(column) => {
                let columns = board_columns(incident, self);
                let Some(cards) = columns.get(column) else { return };
                let id = |place: usize| cards[place].1.id.clone();
                let to = beyond(cards.len(), side, Middle::Half, |place| hits.has(&Hit::Task(id(place))));
                self.board = to.map(id).or_else(|| self.board.take());
            }
            Listing::Mine => {
                let tasks = mine(ground.view);
                let id = |place: usize| tasks[place].task.id.clone();
                let to = beyond(tasks.len(), side, Middle::Half, |place| hits.has(&Hit::Task(id(place))));
                self.mine = to.map(id).or_else(|| self.mine.take());
            }
            Listing::Steps => {
                if self.page == Page::Room {
                    self.pane = Pane::Timeline;
                }
                let id = |place: usize| incident.steps[place].id.clone();
                let all = incident.steps.len();
                let to = beyond(all, side, Middle::Third, |place| hits.has(&Hit::Step(id(place))));
                self.step = to.map(id).or_else(|| self.step.take());
            }
            Listing::Rows if self.page == Page::Review => {
                let rows = review::rows(ground.view);
                let is_drawn = |place: usize| hits.has(&Hit::ReviewRow(rows[place].about()));
                let to = beyond(rows.len(), side, Middle::Half, is_drawn);
                self.review = to.map(|place| rows[place].about()).or(self.review);
            }
            Listing::Rows => {
                let page = self.page;
                let all = match page {
                    Page::People => people(ground.view).len(),
                    Page::Updates => rows(ground.view).len(),
                    _ => incident.services.len(),
                };
                let is_drawn = |place: usize| {
                    hits.has(&match page {
                        Page::People => Hit::Person(place),
                        Page::Updates => Hit::UpdateRow(place),
                        _ => Hit::Service(incident.services[place].id.clone()),
                    })
                };
                self.row = beyond(all, side, Middle::Half, is_drawn).unwrap_or(self.row);
            }
            Listing::Entries => {
                let page = isize::try_from(hits.entries().max(2) - 1).unwrap_or(1);
                self.scroll_log(ground.log, if side == Side::Above { -page } else { page });
            }
        }
    }

    fn walk_tasks(&mut self, way: Way, ground: &Ground<'_>) {
        let roles = ground.view.incident.roles().len();
        match way {
            Way::Left => self.role = self.role.saturating_sub(1),
            Way::Right => self.role = (self.role + 1).min(roles.saturating_sub(1)),
            _ => {
                let tasks = pane_tasks(ground.view.incident, self, self.role);
                let now = self.task(ground.view.incident).map(|(_, task)| task.id.clone());
                let at = tasks.iter().position(|(_, task)| Some(&task.id) == now.as_ref()).unwrap_or(0);
                let to = tasks.get(way.from(at, tasks.len(), 8)).map(|(_, task)| task.id.clone());
                if let (Some(to), Some(chosen)) = (to, self.tasks.get_mut(self.role)) {
                    *chosen = Some(to);
                }
            }
        }
    }

    fn walk_mine(&mut self, way: Way, view: &View<'_>) {
        let tasks = mine(view);
        let now = self.my_task(view).map(|(_, task)| &task.id);
        let at = tasks.iter().position(|mine| Some(&mine.task.id) == now).unwrap_or(0);
        self.mine = tasks.get(way.from(at, tasks.len(), 8)).map(|mine| mine.task.id.clone());
    }

    fn walk_board(&mut self, way: Way, view: &View<'_>) {
        let incident = view.incident;
        let columns = board_columns(incident, self);
        let now = self.selected_task(view).map(|(_, task)| task.id.clone());
        let place = columns.iter().enumerate().find_map(|(column, tasks)| {
            tasks.iter().position(|(_, task)| Some(&task.id) == now.as_ref()).map(|row| (column, row))
        });
        let Some((column, row)) = place else { return };
        let filled = |column: &usize| !columns[*column].is_empty();
        let column = match way {
            Way::Left => (0..column).rev().find(filled).unwrap_or(column),
            Way::Right => (column + 1..columns.len()).find(filled).unwrap_or(column),
            _ => column,
        };
        let tasks = &columns[column];
        self.board = tasks.get(way.from(row, tasks.len(), 8)).map(|(_, task)| task.id.clone());
    }

    fn walk_steps(&mut self, way: Way, incident: &Incident) {
        let now = self.timeline_step(incident);
        let at = incident.steps.iter().position(|step| Some(&step.id) == now.as_ref()).unwrap_or(0);
        self.step = incident.steps.get(way.from(at, incident.steps.len(), 10)).map(|step| step.id.clone());
    }

    fn walk_log(&mut self, way: Way, ground: &Ground<'_>) {
        let drawn = ground.hits.entries();
        let at = self.entry.and_then(|entry| ground.log.place(entry)).unwrap_or(self.log_back);
        let to = match (way, self.entry) {
            // The first key only shows where the keyboard is.
            (Way::Lines(by), None) if by > 0 => at,
            _ => way.from(at, ground.log.len(), drawn),
        };
        self.show_entry(ground.log, to, drawn);
    }

    /// Selects the entry at a place of the list, and scrolls no more than it takes to show it.
    pub fn show_entry(&mut self, log: &LogList, place: usize, drawn: usize) {
        self.entry = log.back(place);
        if place < self.log_back {
            self.log_back = place;
        } else if place >= self.log_back + drawn.max(1) {
            self.log_back = place + 1 - drawn.max(1);
        }
    }

    /// Scrolls the log without selecting anything.
    pub fn scroll_log(&mut self, log: &LogList, by: isize) {
        self.log_back = self.log_back.saturating_add_signed(by).min(log.len().saturating_sub(1));
    }

    /// The step that the timeline has selected: the chosen one, else the first shown.
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

    /// The entry that the log has selected, or that stands at its top.
    pub fn selected_entry(&self, log: &LogList) -> Option<Seq> {
        self.entry.filter(|entry| log.place(*entry).is_some()).or_else(|| log.back(self.log_back))
    }
}

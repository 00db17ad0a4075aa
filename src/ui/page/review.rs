//! The review page: findings, and the actions that follow from them.

use ratatui::layout::Rect;

use super::component::Component;
use super::list::{Middle, Way, beyond};
use crate::incident::{Change, Command, Line, ReviewCommand};
use crate::ui::action::Page;
use crate::ui::cursor::Cursor;
use crate::ui::may::Asks;
use crate::ui::region::frame::Frame;
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;
use details::ReviewDetails;
use rows::{Reviewed, Row, place, rows};

mod details;
mod draw;
mod forms;
pub mod rows;

pub struct Review;

impl Component for Review {
    fn hints(&self, _: &Cursor) -> &'static str {
        "add-finding add-action finish-action change-reviewed open take-action drop-reviewed \
        report palette help undo"
    }

    fn walk(&self, state: &mut State, view: &View<'_>, way: Way) {
        let rows = rows(view);
        let to = way.from(place(&rows, state.cursor.review), rows.len(), 10);
        state.cursor.review = rows.get(to).map(Row::about);
    }

    fn turn(&self, state: &mut State, view: &View<'_>, _: Listing, side: Side) {
        let rows = rows(view);
        let is_drawn = |place: usize| state.hits.has(&Hit::ReviewRow(rows[place].about()));
        let to = beyond(rows.len(), side, Middle::Half, is_drawn);
        state.cursor.review = to.map(|place| rows[place].about()).or(state.cursor.review);
    }

    fn open(&self, state: &mut State, view: &View<'_>) {
        if let Some(row) = selected(state, view) {
            state.cursor.review = Some(row.about());
            state.read(ReviewDetails(row.about()));
        }
    }

    fn copied(&self, state: &State, view: &View<'_>) -> Option<String> {
        Some(match selected(state, view)? {
            Row::Finding(finding) => finding.text.to_string(),
            Row::Action(action) => action.title.to_string(),
        })
    }

    fn render(&self, frame: &Frame<'_>, area: Rect) {
        draw::render(frame, area);
    }
}

pub fn add_finding(state: &mut State, view: &View<'_>) {
    keep_selected(state, view);
    state.fill_in(view, forms::add_finding(view, state.look.lang));
}

/// Adds an action for the selected finding, if any.
pub fn add_action(state: &mut State, view: &View<'_>) {
    let finding = match keep_selected(state, view) {
        Some(Row::Finding(finding)) if finding.dropped.is_none() => Some(finding.id),
        _ => None,
    };
    state.fill_in(view, forms::add_action(view, state.look.lang, finding));
}

/// Finishes the selected action, or reopens it.
pub fn finish(state: &mut State, view: &View<'_>) {
    match keep_selected(state, view) {
        Some(Row::Action(it)) if it.is_open() => {
            state.fill_in(view, forms::finish_action(state.look.lang, it));
        }
        Some(Row::Action(it)) => state.send(Command::Review(ReviewCommand::ReopenAction { action: it.id })),
        other => no_action(state, other),
    }
}

/// Makes the person the owner of the selected action.
pub fn take(state: &mut State, view: &View<'_>) {
    match keep_selected(state, view) {
        Some(Row::Action(it)) => {
            let owner = Change::To(view.me.clone());
            let (due, finding) = (Change::Keep, Change::Keep);
            state.send(Command::Review(ReviewCommand::ChangeAction {
                action: it.id,
                title: None,
                owner,
                due,
                finding,
            }));
        }
        other => no_action(state, other),
    }
}

pub fn change(state: &mut State, view: &View<'_>) {
    match keep_selected(state, view) {
        Some(Row::Finding(it)) => state.ask(view, |_, lang| forms::correct_finding(lang, it)),
        Some(Row::Action(it)) => state.ask(view, |view, lang| forms::change_action(view, lang, it)),
        None => no_action(state, None),
    }
}

pub fn drop(state: &mut State, view: &View<'_>) {
    match keep_selected(state, view) {
        Some(Row::Finding(it)) => state.ask(view, |_, lang| forms::drop_finding(lang, it)),
        Some(Row::Action(it)) => state.ask(view, |_, lang| forms::drop_action(lang, it)),
        None => no_action(state, None),
    }
}

fn no_action(state: &mut State, selected: Option<Row<'_>>) {
    state.warn(if selected.is_some() { "review-no-action-selected" } else { "review-nothing-selected" });
}

/// The selected line, which stays selected wherever the action moves it.
fn keep_selected<'a>(state: &mut State, view: &View<'a>) -> Option<Row<'a>> {
    let selected = selected(state, view);
    state.cursor.review = selected.map(|row| row.about()).or(state.cursor.review);
    selected
}

fn selected<'a>(state: &State, view: &View<'a>) -> Option<Row<'a>> {
    if state.cursor.page != Page::Review {
        return None;
    }
    let rows = rows(view);
    rows.get(place(&rows, state.cursor.review)).copied()
}

pub fn asks_about_any(state: &State, view: &View<'_>) -> Asks {
    let reason = Line::default();
    match selected(state, view).map(|row| row.about()) {
        Some(Reviewed::Finding(finding)) => {
            Asks::Command(Command::Review(ReviewCommand::DropFinding { finding, reason }))
        }
        Some(Reviewed::Action(action)) => Asks::Command(Command::Review(ReviewCommand::DropAction { action, reason })),
        None => Asks::NoSubject,
    }
}

pub fn asks_about_action(state: &State, view: &View<'_>) -> Asks {
    match selected(state, view) {
        Some(Row::Action(_)) => asks_about_any(state, view),
        _ => Asks::NoSubject,
    }
}

//! What the pages that list tasks share.

mod details;

use crate::ui::action::Action;
use crate::ui::state::State;
use crate::ui::view::View;
use details::TaskDetails;

pub const HINTS: &[Action] = &[
    Action::TickTask,
    Action::Note,
    Action::Decide,
    Action::Update,
    Action::BlockTask,
    Action::NextStep,
    Action::Palette,
    Action::Help,
    Action::Hold,
    Action::AskHelp,
    Action::AssignTask,
    Action::CommentTask,
    Action::Undo,
];

/// Opens the selected task.
pub fn read(state: &mut State, view: &View<'_>) {
    if let Some((_, task)) = state.cursor.selected_task(view) {
        state.read(TaskDetails(task.id.clone()));
    }
}

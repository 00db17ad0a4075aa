//! The fold: what an event makes of the state. It cannot fail, and holds no rule.

use super::event::Recorded;
use super::state::Incident;

impl Incident {
    /// The state after the first record; none where that record opens nothing.
    pub fn begin(_recorded: &Recorded) -> Option<Self> {
        None
    }

    /// Folds one more record into the state.
    pub fn apply(&mut self, _recorded: &Recorded) {}
}

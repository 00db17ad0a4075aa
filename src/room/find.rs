//! The incident that is meant if none is named.

use std::cmp::Reverse;

use super::error::FindError;
use super::summary::Summary;
use crate::incident::{IncidentId, Seq};

/// Returns the only open incident of a list.
pub(super) fn only_open(list: Vec<Summary>) -> Result<IncidentId, FindError> {
    // A copy is open elsewhere, so it must be named.
    let (mut open, mut closed): (Vec<_>, Vec<_>) =
        list.into_iter().filter(|one| one.seq > Seq::ZERO && !one.copy).partition(|one| !one.is_closed());
    closed.sort_by_key(|one| Reverse(one.closed_at()));
    match open.len() {
        0 => Err(FindError::NoneOpen { closed }),
        1 => Ok(open.remove(0).id),
        _ => Err(FindError::Several(open)),
    }
}

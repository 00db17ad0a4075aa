//! What came of sending a part of a message.

use std::time::Duration;

/// What came of sending a part. A reason is a sentence in the host's language, without secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Delivered,
    /// It may work later: not before `after`, if the target said so.
    Later {
        after: Option<Duration>,
        reason: String,
        maybe_sent: bool,
    },
    /// It will not work until someone fixes the target.
    Refused {
        reason: String,
    },
}

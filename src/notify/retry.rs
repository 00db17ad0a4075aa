//! What an answer means: delivered, later, or never.

use std::time::Duration;

use super::target::Verdict;
use super::web::Answer;
use crate::lang::Lang;

impl Answer {
    /// The verdict on an answer of which its status is all that counts.
    pub fn verdict(&self, host: &str, lang: Lang) -> Verdict {
        let reason = |key: &str| {
            let variables = [("host", host.into()), ("status", i64::from(self.status).into())];
            lang.say_with(key, &variables)
        };
        match self.status {
            200..=299 => Verdict::Delivered,
            429 => Verdict::Later {
                after: self.retry_after(),
                reason: reason("notify-later-busy"),
                maybe_sent: false,
            },
            // 503 says that nothing was done; of the others nobody knows.
            500..=599 => Verdict::Later {
                after: self.retry_after(),
                reason: reason("notify-later-broken"),
                maybe_sent: self.status != 503,
            },
            300..=399 => Verdict::Refused { reason: reason("notify-refused-elsewhere") },
            401 | 403 => Verdict::Refused { reason: reason("notify-refused-key") },
            404 | 410 => Verdict::Refused { reason: reason("notify-refused-gone") },
            413 => Verdict::Refused { reason: reason("notify-refused-size") },
            _ => Verdict::Refused { reason: reason("notify-refused-other") },
        }
    }

    /// How long the target asks to be left alone.
    pub fn retry_after(&self) -> Option<Duration> {
        self.header("retry-after")?.trim().parse().ok().map(Duration::from_secs)
    }
}

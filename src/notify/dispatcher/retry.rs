//! How long a queue waits before it tries a failed delivery again.

use std::time::Duration;

/// Before the first retry; each further one waits twice as long.
const FIRST: Duration = Duration::from_secs(2);
/// The longest pause, unless the target asks for more.
const MOST: Duration = Duration::from_mins(5);
/// The longest pause that a target may ask for.
const ASKED_MOST: Duration = Duration::from_hours(1);

/// The pause before the next try, after `tries` failures in a row.
///
/// `asked` is the target's own wish; `dice`, of a hundred, spreads the retries of many clients of one server.
pub fn pause(tries: u32, asked: Option<Duration>, dice: u32) -> Duration {
    let doubled = FIRST.saturating_mul(1 << tries.saturating_sub(1).min(10)).min(MOST);
    // Between three quarters and the whole.
    let spread = doubled * (75 + dice.min(100) / 4) / 100;
    // A pause that a target asks for is kept in full, and a little more.
    let asked = asked
        .map_or(Duration::ZERO, |asked| asked.min(ASKED_MOST) + Duration::from_millis(u64::from(dice.min(100)) * 5));
    if asked > Duration::ZERO { asked } else { spread }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_five_minutes_and_are_spread() {
        let millis = |tries, dice| pause(tries, None, dice).as_millis();
        assert_eq!(
            [1, 2, 3, 8, 9, 10_000].map(|tries| millis(tries, 100)),
            [2_000, 4_000, 8_000, 256_000, 300_000, 300_000]
        );
        assert_eq!([1, 9].map(|tries| millis(tries, 0)), [1_500, 225_000]);
    }

    #[test]
    fn what_a_target_asks_for_is_kept_within_reason() {
        let asked = |seconds| pause(1, Some(Duration::from_secs(seconds)), 0).as_secs();
        assert_eq!([1, 7, 600, 1_000_000].map(asked), [1, 7, 600, 3600]);
    }
}

//! What an answer means: delivered, later, or never.

use chrono::NaiveDateTime;
use std::time::Duration;

use super::verdict::Verdict;
use super::web::Answer;
use crate::incident::Moment;
use crate::lang::Lang;

/// The longest wait that a target can ask for.
const LONGEST: Duration = Duration::from_hours(24);

/// The formats of HTTP dates.
const DATES: [&str; 3] = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];

impl Answer {
    /// Returns the verdict on an answer by its status alone.
    pub fn verdict(&self, host: &str, lang: Lang) -> Verdict {
        match self.status {
            200..=299 if self.is_page() => self.refusal("notify-refused-page", host, lang),
            200..=299 => Verdict::Delivered,
            429 => Verdict::Later {
                after: self.retry_after(),
                reason: self.say("notify-later-busy", host, lang),
                maybe_sent: false,
            },
            // 503 says that nothing was done; after the others the outcome is unknown.
            500..=599 => Verdict::Later {
                after: self.retry_after(),
                reason: self.say("notify-later-broken", host, lang),
                maybe_sent: self.status != 503,
            },
            300..=399 => self.refusal("notify-refused-elsewhere", host, lang),
            401 | 403 => self.refusal("notify-refused-key", host, lang),
            404 | 410 => self.refusal("notify-refused-gone", host, lang),
            413 => self.refusal("notify-refused-size", host, lang),
            _ => self.refusal("notify-refused-other", host, lang),
        }
    }

    /// Returns a final rejection, with the message `key` as its reason.
    pub fn refusal(&self, key: &str, host: &str, lang: Lang) -> Verdict {
        Verdict::Refused { reason: self.say(key, host, lang) }
    }

    fn say(&self, key: &str, host: &str, lang: Lang) -> String {
        lang.say_with(key, &[("host", host.into()), ("status", i64::from(self.status).into())])
    }

    /// Returns how long the target asks to wait: seconds or a date in the header, seconds or milliseconds in the body.
    pub fn retry_after(&self) -> Option<Duration> {
        let header = || self.header("retry-after");
        let seconds = header().and_then(|text| text.trim().parse::<f64>().ok());
        seconds
            .or_else(|| header().and_then(|text| self.until(text)))
            .or_else(|| self.header("x-ratelimit-reset-after").and_then(|text| text.trim().parse().ok()))
            .or_else(|| self.field("retry_after"))
            .or_else(|| self.field("retry_after_ms").map(|ms| ms / 1_000.0))
            .filter(|seconds| !seconds.is_nan())
            .map(|seconds| Duration::from_secs_f64(seconds.clamp(0.0, LONGEST.as_secs_f64())))
    }

    /// Returns the seconds until a date, by the server's clock if it sends its time.
    fn until(&self, date: &str) -> Option<f64> {
        let now = self.header("date").and_then(read_date).unwrap_or(self.at);
        let span = read_date(date)?.signed_duration_since(now);
        Some(f64::from(i32::try_from(span.num_seconds()).unwrap_or(i32::MAX)))
    }

    fn field(&self, name: &str) -> Option<f64> {
        self.json()?.get(name)?.as_f64()
    }

    /// Returns the body, if it is JSON.
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_str(&self.body).ok()
    }

    /// Returns whether it is a page for a browser: a proxy or a portal answered in the target's place.
    fn is_page(&self) -> bool {
        self.header("content-type").is_some_and(|kind| kind.trim_start().starts_with("text/html"))
            && self.body.trim_start().starts_with('<')
    }
}

fn read_date(text: &str) -> Option<Moment> {
    let read = |form: &&str| NaiveDateTime::parse_from_str(text.trim(), form).ok();
    DATES.iter().find_map(read).map(|date| date.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-22T08:00:00Z";

    fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Answer { status, at: NOW.parse().unwrap(), headers: headers.collect(), body: body.to_owned() }
    }

    #[test]
    fn a_target_is_left_alone_as_long_as_it_asks() {
        let later = "Sun, 22 Nov 2026 08:01:30 GMT";
        for (headers, body, millis) in [
            (vec![("retry-after", "7")], "", Some(7_000)),
            (vec![("retry-after", " 0.75 ")], "", Some(750)),
            (vec![("retry-after", later)], "", Some(90_000)),
            (vec![("retry-after", "Sunday, 22-Nov-26 08:01:30 GMT")], "", Some(90_000)),
            (vec![("retry-after", "Sun Nov 22 08:01:30 2026")], "", Some(90_000)),
            (vec![("retry-after", later), ("date", "Sun, 22 Nov 2026 08:01:20 GMT")], "", Some(10_000)),
            (vec![("retry-after", "Sun, 22 Nov 2026 07:00:00 GMT")], "", Some(0)),
            (vec![], r#"{"retry_after": 64.57, "global": false}"#, Some(64_570)),
            (vec![], r#"{"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 2500}"#, Some(2_500)),
            (vec![("retry-after", "3")], r#"{"retry_after_ms": 2500}"#, Some(3_000)),
            (vec![("x-ratelimit-reset-after", "1.5")], "", Some(1_500)),
            (vec![("retry-after", "-5")], "", Some(0)),
            (vec![("retry-after", "1e300")], "", Some(24 * 3_600_000)),
            (vec![("retry-after", "NaN")], "", None),
            (vec![("retry-after", "soon")], "[]", None),
            (vec![], "<html>", None),
        ] {
            let waits = answer(429, &headers, body).retry_after();
            assert_eq!(waits, millis.map(Duration::from_millis), "{headers:?} {body}");
        }
    }

    #[test]
    fn a_status_is_a_verdict_and_its_reason_names_the_host_alone() {
        let verdict = |status| answer(status, &[], "SECRET").verdict("chat.example", Lang::En);
        assert_eq!(verdict(200), Verdict::Delivered);
        assert_eq!(verdict(202), Verdict::Delivered);
        for (status, maybe) in [(429, false), (500, true), (502, true), (503, false), (504, true)] {
            let Verdict::Later { maybe_sent, reason, .. } = verdict(status) else { panic!("{status}") };
            assert_eq!(maybe_sent, maybe, "{status}");
            assert!(reason.contains("chat.example") && reason.contains(&status.to_string()), "{reason}");
        }
        for status in [301, 302, 307, 400, 401, 403, 404, 410, 413, 418] {
            let Verdict::Refused { reason } = verdict(status) else { panic!("{status}") };
            assert!(reason.contains("chat.example") && !reason.contains("SECRET"), "{reason}");
        }
        let portal = answer(200, &[("content-type", "text/html; charset=utf-8")], "<!doctype html>");
        assert!(matches!(portal.verdict("chat.example", Lang::Fr), Verdict::Refused { .. }));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_answered_is_judged(status in 100u16..1000, header in ".{0,40}", body in ".{0,80}") {
            let answer = answer(status, &[("retry-after", &header)], &body);
            let _ = answer.verdict("chat.example", Lang::Fr);
        }
    }
}

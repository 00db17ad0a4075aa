//! Parses when the harm began, as people write a time in either language.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::incident::{Moment, Span, TypedDay, resolve_local};

/// Words to ignore.
const FILLERS: [&str; 14] =
    ["depuis", "since", "à", "a", "at", "le", "on", "from", "dès", "vers", "environ", "about", "around", "~"];
/// An earlier time is taken for something else.
const LONG_AGO: Span = Span::days(62);

/// Returns the moment that a text names, at the opening or before; a time alone is the last such before the opening.
pub fn began(text: &str, opened: Moment, zone: Tz) -> Option<Moment> {
    let text = text.to_lowercase().replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().filter(|word| !FILLERS.contains(word)).collect();
    let today = opened.with_timezone(&zone).date_naive();
    let day = |word: &str| word.parse::<TypedDay>().ok().map(|day| day.resolve_past(today));
    let (date, at) = match words.as_slice() {
        [one] => (None, time(one)?),
        [date, one] if time(one).is_some() => (Some(day(date)?), time(one)?),
        [one, date] => (Some(day(date)?), time(one)?),
        _ => return None,
    };
    let on = |date: NaiveDate| resolve_local(zone, date.and_time(at));
    let began = match date {
        Some(date) => on(date),
        None if on(today) <= opened => on(today),
        None => on(today.pred_opt()?),
    };
    (began <= opened && opened - began <= LONG_AGO).then_some(began)
}

/// `02:10`, `2h10`, `02h`, `02:10:30`.
fn time(word: &str) -> Option<NaiveTime> {
    let word = word.replace('h', ":");
    let word = word.strip_suffix(':').map(|hour| format!("{hour}:00")).unwrap_or(word);
    NaiveTime::parse_from_str(&word, "%H:%M").or_else(|_| NaiveTime::parse_from_str(&word, "%H:%M:%S")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_if_there_is_one() {
        let opened: Moment = "2026-03-17T01:58:00Z".parse().unwrap();
        let read =
            |text: &str| began(text, opened, chrono_tz::Europe::Paris).map(|at| at.format("%m-%d %H:%M").to_string());
        let cases = [
            ("02:10", Some("03-17 01:10")),
            ("depuis 2h10", Some("03-17 01:10")),
            ("about 02:10", Some("03-17 01:10")),
            ("2h", Some("03-17 01:00")),
            ("03:30", Some("03-16 02:30")),
            ("hier 22:00", Some("03-16 21:00")),
            ("22:00 yesterday", Some("03-16 21:00")),
            ("16/03 23:15", Some("03-16 22:15")),
            ("2026-03-16 23:15", Some("03-16 22:15")),
            ("31/12 23:15", None),
            ("since 16/03/2026, 23:15:30", Some("03-16 22:15")),
            ("2026-03-18 09:00", None),
            ("cette nuit", None),
            ("25:99", None),
            ("", None),
            ("le 99/99 02:10", None),
            ("Monday morning 02:10", None),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).as_deref(), expected, "{text}");
        }
    }
}

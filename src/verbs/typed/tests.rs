//! What people type, right and wrong.

use super::*;
use crate::incident::{EntryKind, Health, Occasion};
use clap::{Arg, Command};
use proptest::prelude::*;

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[test]
fn times_of_day_are_read_in_both_customs() {
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    for (text, expected) in [
        ("08:00", time(8, 0)),
        ("8:05", time(8, 5)),
        ("8h", time(8, 0)),
        ("8h30", time(8, 30)),
        ("23:59", time(23, 59)),
        ("00:00", time(0, 0)),
    ] {
        assert_eq!(time_of_day(text), Ok(expected), "{text}");
    }
    for text in ["", "24:00", "8:60", "noon", "8:00 am", "-1:00", "\u{661}:00"] {
        let bad = time_of_day(text).unwrap_err();
        assert_eq!((bad.text, bad.expected), (Line::new(text), Expected::TimeOfDay));
    }
}

#[test]
fn numbers_keep_within_their_bounds_and_a_refusal_names_them() {
    let read = number::<u8>(1, 9);
    assert_eq!((read("1"), read("9")), (Ok(1), Ok(9)));
    for text in ["0", "10", "256", "-1", "", "one", "1.5", "1 ", "\u{661}"] {
        let bad = read(text).unwrap_err();
        assert_eq!(bad.expected, Expected::Number { least: 1, most: 9 }, "{text}");
        assert_eq!(bad.text, Line::new(text));
    }
}

#[test]
fn intervals_are_durations_or_never() {
    for (text, expected) in [
        ("30m", Some(1_800)),
        ("1h30", Some(5_400)),
        (" 30M ", Some(1_800)),
        ("never", None),
        ("Jamais", None),
        ("NEVER", None),
    ] {
        assert_eq!(interval(text), Ok(Interval(expected)), "{text}");
    }
    for text in ["", "0m", "1s", "-30m", "every hour", "1000d", "nevermore"] {
        assert_eq!(interval(text).unwrap_err().expected, Expected::Interval, "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_rejected_is_quoted_clean(text in any::<String>()) {
        let rejected = [time_of_day(&text).err(), interval(&text).err(), number(1_u32, 3)(&text).err()];
        for bad in rejected.into_iter().flatten() {
            prop_assert!(!bad.text.as_str().chars().any(char::is_control));
            prop_assert!(!bad.to_string().is_empty());
        }
    }

    #[test]
    fn every_number_within_bounds_is_itself(value in 1_u32..=3600) {
        prop_assert_eq!(number(1_u32, 3600)(&value.to_string()), Ok(value));
    }
}

fn parsed<T: Clone + Send + Sync + 'static>(parser: impl TypedValueParser<Value = T>, text: &str) -> Option<T> {
    let command = Command::new("x").arg(Arg::new("it").value_parser(parser));
    command.try_get_matches_from(["x", text]).ok()?.get_one::<T>("it").cloned()
}

#[test]
fn closed_lists_take_their_names_and_no_other() {
    for health in Health::ALL {
        assert_eq!(parsed(one_of(&Health::ALL, Health::name), health.name()), Some(health));
    }
    for occasion in Occasion::ALL {
        assert_eq!(parsed(one_of(&Occasion::ALL, Occasion::name), occasion.name()), Some(occasion));
    }
    for kind in EntryKind::ALL {
        assert_eq!(parsed(one_of(&EntryKind::ALL, EntryKind::name), kind.name()), Some(kind));
    }
    for text in ["UP", "upp", "", "up ", "sev1"] {
        assert_eq!(parsed(one_of(&Health::ALL, Health::name), text), None, "{text}");
    }
    assert_eq!((parsed(lang(), "fr"), parsed(lang(), "de")), (Some(Lang::Fr), None));
}

#[test]
fn a_severity_may_be_its_number() {
    for (place, severity) in Severity::ALL.into_iter().enumerate() {
        let number = (place + 1).to_string();
        assert_eq!(parsed(super::severity(), severity.name()), Some(severity));
        assert_eq!(parsed(super::severity(), &number), Some(severity), "{number}");
    }
    for text in ["0", "5", "sev5", "SEV1", "v1", ""] {
        assert_eq!(parsed(super::severity(), text), None, "{text}");
    }
}

#[test]
fn a_reason_is_words_or_an_option() {
    let words_alone = Reason { because: words("fire in the hall"), reason: None };
    assert_eq!(words_alone.line(), Line::new("fire in the hall"));
    let option = Reason { because: Vec::new(), reason: Some("fire\nalarm".to_owned()) };
    assert_eq!(option.line(), Line::new("fire alarm"));
    assert!(Reason::default().line().is_empty());
    assert_eq!(prose(&["one\ntwo".to_owned(), "three".to_owned()]), Prose::new("one\ntwo three"));
}

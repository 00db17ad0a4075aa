//! The commands that refusals advise.

use super::*;
use crate::incident::Line;
use crate::verbs::parse;

#[test]
fn every_advised_command_is_one() {
    let refusals = [
        Refusal::Closed,
        Refusal::Held,
        Refusal::NothingNext,
        Refusal::OnlyEarlier { step: Line::new("x") },
        Refusal::NothingToRetry,
        Refusal::NoSuchStep { step: Line::new("x") },
        Refusal::NoSuchTask { task: Line::new("x") },
        Refusal::NoSuchOffer { role: None },
        Refusal::NoSuchOffer { role: Some("dsi".into()) },
    ];
    for refusal in &refusals {
        let command = remedy(refusal).unwrap_or_else(|| panic!("{refusal:?}"));
        let args: Vec<_> = command.split(' ').skip(1).map(str::to_owned).collect();
        assert!(parse(&args, Lang::En).is_ok(), "{command}");
        for lang in Lang::ALL {
            let refused = refused(refusal, chrono_tz::UTC, lang);
            assert_eq!(refused.code, Outcome::REFUSED);
            assert!(refused.stderr.trim_end().contains(&command), "{}", refused.stderr);
            assert_eq!(refused.stderr.lines().count(), 2, "{}", refused.stderr);
        }
    }
}

#[test]
fn a_closed_incident_is_reopened_by_its_id() {
    let id: IncidentId = "20261122-mail-k3f9".parse().unwrap();
    for lang in Lang::ALL {
        let error = AskError::Refused(Refusal::Closed);
        let of_one = not_done(&error, Some(&id), chrono_tz::UTC, lang).stderr;
        assert!(of_one.contains("warroom reopen --incident 20261122-mail-k3f9"), "{of_one}");
        let without = not_done(&error, None, chrono_tz::UTC, lang).stderr;
        assert!(without.contains("warroom reopen --incident ID"), "{without}");
    }
}

#[test]
fn a_rule_is_a_refusal_and_a_disk_is_none() {
    let code = |error: &AskError| not_done(error, None, chrono_tz::UTC, Lang::En).code;
    assert_eq!(code(&AskError::ReadOnly(ReadOnly::Copy)), Outcome::REFUSED);
    for why in [ReadOnly::DiskFull, ReadOnly::Failed, ReadOnly::Damaged { record: 3 }] {
        assert_eq!(code(&AskError::ReadOnly(why)), Outcome::UNAVAILABLE);
    }
    assert_eq!(code(&AskError::Gone), Outcome::UNAVAILABLE);
}

#[test]
fn nothing_found_says_what_there_is() {
    for lang in Lang::ALL {
        let none = not_found(&FindError::NoneOpen { closed: Vec::new() }, lang);
        assert_eq!(none, Outcome::refused(lang.say("verb-no-incidents")));
        let missing = not_found(&FindError::NotFound { id: "2026".into() }, lang);
        assert!(missing.code == Outcome::REFUSED && missing.stderr.contains("2026"));
    }
}

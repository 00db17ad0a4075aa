//! Wrong command lines, in both languages.

use super::*;
use crate::lang::vars;
use crate::verbs::parse;

fn misused(line: &str, lang: Lang) -> String {
    let args: Vec<_> = line.split(' ').map(str::to_owned).collect();
    let outcome = parse(&args, lang).unwrap_err();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Outcome::MISUSE, ""), "{line}");
    outcome.stderr
}

#[test]
fn a_wrong_value_says_why_and_quotes_it() {
    let table = [
        ("day end --resume 25:00", "cli-bad-time", "25:00"),
        ("phase add x --day-end noon --resume 8h", "cli-bad-time", "noon"),
        ("service add x --priority 12", "cli-bad-range", "12"),
        ("start --speed 0", "cli-bad-range", "0"),
        ("replay --speed 9999", "cli-bad-range", "9999"),
        ("replay --export a.cast --size 140", "replay-bad-size", "140"),
        ("replay --export a.cast --size 10x40", "replay-bad-size", "10x40"),
        ("replay --export a.cast --size 140x9999", "replay-bad-size", "140x9999"),
        ("action add x --due someday", "cli-bad-day", "someday"),
        ("action done B1", "cli-bad-number", "B1"),
        ("finding drop 1x why", "cli-bad-number", "1x"),
    ];
    for (line, key, text) in table {
        for lang in Lang::ALL {
            let said = misused(line, lang);
            let why = lang.say_with(key, &vars![text, least = 0, most = 0]);
            let quoted = why.split_once(text).unwrap().0.to_owned() + text;
            assert!(said.contains(&quoted), "{line}: {said}");
            assert!(said.contains(&lang.say("cli-heading-usage")), "{line}: {said}");
        }
    }
}

#[test]
fn bounds_are_named() {
    assert!(misused("service add x --priority 0", Lang::En).contains("from 1 to 9"));
    assert!(misused("replay --speed 0", Lang::En).contains("from 1 to 3600"));
}

#[test]
fn a_wrong_interval_is_a_sentence_of_its_own() {
    for lang in Lang::ALL {
        for interval in ["0m", "-5m", "soon", "400d"] {
            let said = misused(&format!("update every team {interval}"), lang);
            let sentence = lang.say_with("update-bad-interval", &vars![text = interval]);
            assert!(said.starts_with(&sentence), "{said}");
        }
    }
}

#[test]
fn a_wrong_id_offers_the_same_in_small_letters_if_that_is_one() {
    for lang in Lang::ALL {
        let said = misused("notify add https://x --audience Clients", lang);
        assert!(said.contains("clients"), "{said}");
        let said = misused("notify add https://x --audience Cli!ents", lang);
        assert!(!said.contains("cli!ents"), "{said}");
    }
}

#[test]
fn an_address_is_not_repeated_in_an_error() {
    let said = misused("notify add https://hooks.example/T0/secret --audience X! --audienc y", Lang::En);
    assert!(!said.contains("secret"), "{said}");
    let said = misused("notify add mailto://crisis@example.org/secret another --audience team", Lang::En);
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn what_is_missing_doubled_or_contradicts_is_named() {
    let table = [
        ("task done", "TASK"),
        ("task assign x ana --nobody", "--nobody"),
        ("log --decision", "TEXT"),
        ("log x --decision --fact", "--fact"),
        ("action list --open --late", "--late"),
        ("serve --socket /x", "--group"),
        ("list --json --json", "--json"),
        ("report x --format pdf", "ics"),
        ("severity sev9", "sev4"),
        ("replay --size 140x40", "--export"),
    ];
    for (line, named) in table {
        let said = misused(line, Lang::En);
        assert!(said.contains(named), "{line}: {said}");
    }
}

#[test]
fn help_is_where_the_command_was_left() {
    for (line, command) in [
        ("task done", "warroom task done --help"),
        ("--lang en task done", "warroom task done --help"),
        ("--incident a task doen x", "warroom task --help"),
        ("nothing", "warroom --help"),
    ] {
        let said = misused(line, Lang::En);
        assert!(said.contains(command), "{line}: {said}");
    }
}

#[test]
fn hostile_words_are_shown_clean() {
    let args = ["\u{1b}[31mtask\u{202e}".to_owned(), "x".to_owned()];
    for lang in Lang::ALL {
        let said = parse(&args, lang).unwrap_err().stderr;
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }
}

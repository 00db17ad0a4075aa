//! The help of every command, in both languages.

use super::*;
use crate::verbs::cli::grammar;
use clap::ValueEnum;

fn visit(command: &Command, each: &mut dyn FnMut(&Command)) {
    each(command);
    for sub in command.get_subcommands() {
        visit(sub, each);
    }
}

#[test]
fn the_grammar_is_sound() {
    grammar().debug_assert();
    describe(grammar(), Lang::Fr).debug_assert();
}

#[test]
fn every_command_and_argument_is_described_in_both_languages() {
    for lang in Lang::ALL {
        visit(&describe(grammar(), lang), &mut |command| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.starts_with("cli-"), "{}: {about}", command.get_name());
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.starts_with("cli-"), "{}: {help}", arg.get_id());
                let values = arg.get_value_names().filter(|_| arg.get_action().takes_values());
                for value in values.unwrap_or_default() {
                    let named = value.chars().all(|c| c.is_uppercase() || c == '|' || c == '-');
                    assert!(named, "{}: {value}", arg.get_id());
                }
            }
        });
    }
}

#[test]
fn what_stands_for_a_value_is_in_the_language_of_the_rest() {
    let help = |lang| {
        Help { path: vec!["task".to_owned(), "block".to_owned()] }.outcome(describe(grammar(), lang), lang).stdout
    };
    for name in ["<TÂCHE>", "[MOTIF]", "--config <FICHIER>", "--theme <NOM>"] {
        assert!(help(Lang::Fr).contains(name), "{name}");
    }
    for name in ["<TASK>", "[REASON]", "--config <FILE>", "--theme <NAME>"] {
        assert!(help(Lang::En).contains(name), "{name}");
    }
}

#[test]
fn the_language_is_known_before_the_rest_is_read() {
    let lang = |args: &[&str]| lang_of(&args.iter().map(|&arg| arg.to_owned()).collect::<Vec<_>>());
    assert_eq!(lang(&["--lang", "fr", "list"]), Some(Lang::Fr));
    assert_eq!(lang(&["list", "--lang=en"]), Some(Lang::En));
    assert_eq!(lang(&["log", "--", "--lang=en"]), None);
    assert_eq!(lang(&["--language", "fr"]), None);
    assert_eq!(lang(&["--lang"]), None);
    assert_eq!(lang(&["--lang", "de"]), None);
}

#[test]
fn every_shell_learns_every_verb() {
    for shell in Shell::value_variants() {
        let script = Completions { shell: *shell }.run(grammar(), Lang::Fr).stdout;
        for word in ["verify", "unblock", "--no-attach"] {
            assert!(script.contains(word.trim_start_matches('-')), "{shell}: {word}");
        }
    }
}

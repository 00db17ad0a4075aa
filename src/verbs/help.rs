//! Help, in the reader's language: clap's tree of commands with the texts of the message files.
//!
//! A command `task done` is described by `cli-task-done`; its argument `task` by `cli-task-done--task` where there is
//! such a message, else by `cli-arg-task`.

use clap::builder::Arg;
use clap::{Args, Command, CommandFactory};

use super::{Cli, Outcome, misuse};
use crate::lang::Lang;

/// `help task done`: as `task done --help`.
#[derive(Clone, Debug, Args)]
pub struct Help {
    #[arg(value_name = "COMMAND")]
    pub path: Vec<String>,
}

impl Help {
    pub fn outcome(&self, lang: Lang) -> Outcome {
        let mut root = localized(lang);
        root.build();
        let mut command = &mut root;
        for name in &self.path {
            if command.find_subcommand(name).is_none() {
                return misuse::unknown_command(name, command, lang);
            }
            command = command.find_subcommand_mut(name).expect("it was just found");
        }
        Outcome::done(command.render_help().to_string())
    }
}

/// The language that `--lang` asks for: help itself has to know it, before anything is parsed.
pub fn lang_of(args: &[String]) -> Option<Lang> {
    let mut args = args.iter().take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        let code = match arg.strip_prefix("--lang") {
            Some("") => args.next().map(String::as_str),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        return Lang::ALL.into_iter().find(|lang| Some(lang.code()) == code);
    }
    None
}

/// The whole grammar, described in `lang`.
pub fn localized(lang: Lang) -> Command {
    localize(Cli::command(), lang, "")
}

fn localize(command: Command, lang: Lang, path: &str) -> Command {
    let about = lang.say(&if path.is_empty() { "cli-about".to_owned() } else { format!("cli-{path}") });
    let usage = lang.say("cli-heading-usage");
    // In the order of the grammar, what every command takes behind what is its own.
    let mut order = 0;
    let command = command
        .about(about)
        .long_about(None)
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .subcommand_help_heading(lang.say("cli-heading-commands"))
        .subcommand_value_name(lang.say("cli-value-command"))
        .mut_args(|arg| {
            order += 1;
            let is_shared = arg.is_global_set() || arg.get_id() == "version";
            let order = if is_shared { 100 + order } else { order };
            describe(arg, lang, path).display_order(order)
        })
        .mut_subcommands(|sub| {
            let path = if path.is_empty() {
                sub.get_name().to_owned()
            } else {
                format!("{path}-{}", sub.get_name())
            };
            localize(sub, lang, &path)
        });
    if path.is_empty() { command.after_help(lang.say("cli-examples")) } else { command }
}

fn describe(arg: Arg, lang: Lang, path: &str) -> Arg {
    let heading =
        if arg.is_positional() { lang.say("cli-heading-arguments") } else { lang.say("cli-heading-options") };
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("cli-{path}--{name}");
    let mut help = lang.say(&if lang.knows(&own) { own } else { format!("cli-arg-{name}") });
    let takes_values = arg.get_action().takes_values();
    let values = arg.get_possible_values();
    if takes_values && !values.is_empty() {
        let values = values.iter().map(clap::builder::PossibleValue::get_name).collect::<Vec<_>>().join(", ");
        help = lang.say_with("cli-values", &[("help", help.into()), ("values", values.into())]);
    }
    let arg = arg.help(help).long_help(None).help_heading(heading);
    if !takes_values {
        return arg;
    }
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    let value = arg.get_value_names().and_then(<[_]>::first).map(|value| value_name(value, lang));
    match value {
        Some(value) => arg.value_name(value),
        None => arg,
    }
}

/// What stands for a value: `NAME` of the grammar is the message `cli-value-name`.
fn value_name(value: &str, lang: Lang) -> String {
    lang.say(&format!("cli-value-{}", value.to_lowercase().replace(['|', '_'], "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(command: &Command, each: &mut dyn FnMut(&Command)) {
        each(command);
        for sub in command.get_subcommands() {
            visit(sub, each);
        }
    }

    #[test]
    fn the_grammar_is_sound() {
        Cli::command().debug_assert();
        localized(Lang::Fr).debug_assert();
    }

    #[test]
    fn every_command_and_argument_is_described_in_both_languages() {
        for lang in Lang::ALL {
            visit(&localized(lang), &mut |command| {
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
        let help = |lang| Help { path: vec!["task".to_owned(), "block".to_owned()] }.outcome(lang).stdout;
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
}

//! `help` and `completions`: clap's tree of commands with the texts of the message files.
//!
//! A command `task done` is described by `cli-task-done`; its argument `task` by `cli-task-done--task` if there is such
//! a message, else by `cli-arg-task`.

use clap::builder::Arg;
use clap::{Args, Command};
use clap_complete::Shell;

use super::misuse;
use super::outcome::Outcome;
use crate::lang::{Lang, vars};

/// `help task done`: as `task done --help`.
#[derive(Clone, Debug, Args)]
pub struct Help {
    #[arg(value_name = "COMMAND")]
    pub path: Vec<String>,
}

impl Help {
    /// `root` is the described grammar.
    pub fn outcome(&self, mut root: Command, lang: Lang) -> Outcome {
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

/// The language of `--lang`, which help needs before anything is parsed.
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

#[derive(Clone, Debug, Args)]
pub struct Completions {
    pub shell: Shell,
}

impl Completions {
    pub fn run(&self, grammar: Command, lang: Lang) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut describe(grammar, lang), "warroom", &mut script);
        // Not cleaned: it is the program's own text, and its tabs matter.
        Outcome { stdout: String::from_utf8_lossy(&script).into_owned(), ..Outcome::default() }
    }
}

/// The whole grammar, described in `lang`.
pub fn describe(grammar: Command, lang: Lang) -> Command {
    localize(grammar, lang, "")
}

fn localize(command: Command, lang: Lang, path: &str) -> Command {
    let about = lang.say(&if path.is_empty() { "cli-about".to_owned() } else { format!("cli-{path}") });
    let usage = lang.say("cli-heading-usage");
    // In the order of the grammar; the options of every command come last.
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
            describe_arg(arg, lang, path).display_order(order)
        })
        .mut_subcommands(|sub| {
            let path = if path.is_empty() { sub.get_name().to_owned() } else { format!("{path}-{}", sub.get_name()) };
            localize(sub, lang, &path)
        });
    if path.is_empty() { command.after_help(lang.say("cli-examples")) } else { command }
}

fn describe_arg(arg: Arg, lang: Lang, path: &str) -> Arg {
    let heading = if arg.is_positional() { lang.say("cli-heading-arguments") } else { lang.say("cli-heading-options") };
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("cli-{path}--{name}");
    let mut help = lang.say(&if lang.knows(&own) { own } else { format!("cli-arg-{name}") });
    let takes_values = arg.get_action().takes_values();
    let values = arg.get_possible_values();
    if takes_values && !values.is_empty() {
        let values = values.iter().map(clap::builder::PossibleValue::get_name).collect::<Vec<_>>().join(", ");
        help = lang.say_with("cli-values", &vars![help, values]);
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

/// The placeholder of a value: `NAME` in the grammar is the message `cli-value-name`.
fn value_name(value: &str, lang: Lang) -> String {
    lang.say(&format!("cli-value-{}", value.to_lowercase().replace(['|', '_'], "-")))
}

#[cfg(test)]
mod tests;

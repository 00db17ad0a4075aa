//! A command line that cannot be parsed: what is wrong, what was probably meant, and where help is.

use std::error::Error;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::typed::{Expected, Mistyped};
use super::{Outcome, pick};
use crate::incident::{AudienceId, BadDay, BadPlanned, Line, UnusableId, UnusableNumber};
use crate::lang::{Lang, vars};

/// The output for clap's error, with the usage of the described grammar `root`; help and version are not misuse.
pub fn outcome(error: &clap::Error, args: &[String], root: Command, lang: Lang) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Outcome::done(error.render().to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            Outcome::misuse(error.render().to_string())
        }
        _ => Outcome::misuse(with_usage(&masked(sentence(error, lang), args), args, root, lang)),
    }
}

/// Masks addresses in a command line: they are secret, and errors are copied to others.
fn masked(text: String, args: &[String]) -> String {
    let addresses = args.iter().filter_map(|arg| arg.find("://").map(|at| (arg, &arg[..at])));
    addresses.fold(text, |text, (address, scheme)| text.replace(address.as_str(), &format!("{scheme}://…")))
}

pub fn unknown_command(name: &str, command: &Command, lang: Lang) -> Outcome {
    let known = command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(Command::get_name);
    let message = lang.say_with("cli-unknown-command", &vars![name = Line::new(name).as_str()]);
    Outcome::misuse(pick::meaning(message, &pick::nearest(name, known), lang))
}

fn sentence(error: &clap::Error, lang: Lang) -> String {
    let context = |kind| texts(error, kind);
    let first = |kind| context(kind).into_iter().next().unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = first(ContextKind::InvalidSubcommand);
            let message = lang.say_with("cli-unknown-command", &vars![name]);
            pick::meaning(message, &context(ContextKind::SuggestedSubcommand), lang)
        }
        ErrorKind::UnknownArgument => {
            let name = first(ContextKind::InvalidArg);
            let message = lang.say_with("cli-unknown-argument", &vars![name = name.as_str()]);
            let meant = context(ContextKind::SuggestedArg);
            if meant.is_empty() && name.starts_with('-') {
                return lang.say_with("cli-dash", &vars![message]);
            }
            pick::meaning(message, &meant, lang)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::InvalidUtf8 => invalid(error, lang),
        ErrorKind::MissingRequiredArgument => {
            let names = context(ContextKind::InvalidArg).join(", ").replace("...", "");
            lang.say_with("cli-missing-argument", &vars![names])
        }
        ErrorKind::ArgumentConflict => {
            let (name, other) = (first(ContextKind::InvalidArg), context(ContextKind::PriorArg).join(", "));
            if other.is_empty() || name == other {
                lang.say_with("cli-twice", &vars![name])
            } else {
                lang.say_with("cli-conflict", &vars![name, other])
            }
        }
        _ => lang.say("cli-misuse"),
    }
}

fn invalid(error: &clap::Error, lang: Lang) -> String {
    let context = |kind| texts(error, kind);
    let first = |kind| context(kind).into_iter().next().unwrap_or_default();
    let (name, value) = (first(ContextKind::InvalidArg), first(ContextKind::InvalidValue));
    if let Some(source) = error.source() {
        if let Some(UnusableId(id)) = source.downcast_ref() {
            let message = lang.say_with("cli-bad-id", &vars![name, id = id.as_str()]);
            let lower = id.as_str().to_lowercase();
            let is_meant = lower.parse::<AudienceId>().is_ok();
            return pick::meaning(message, is_meant.then_some(lower.as_str()).as_slice(), lang);
        }
        if let Some(Mistyped { text, expected: Expected::Interval }) = source.downcast_ref() {
            return lang.say_with("update-bad-interval", &vars![text = text.as_str()]);
        }
        if let Some(why) = reason(source, lang) {
            return lang.say_with("cli-bad-value", &vars![name, why]);
        }
    }
    if value.is_empty() {
        return lang.say_with("cli-missing-value", &vars![name]);
    }
    let message = lang.say_with("cli-invalid-value", &vars![name, value]);
    let valid = context(ContextKind::ValidValue);
    if valid.is_empty() {
        return message;
    }
    lang.say_with("cli-choose", &vars![message, values = valid.join(", ")])
}

/// Why a type rejects a text.
fn reason(source: &(dyn Error + 'static), lang: Lang) -> Option<String> {
    if let Some(bad) = source.downcast_ref::<BadPlanned>() {
        return Some(lang.bad_planned(bad));
    }
    let mut bounds = (0, 0);
    let (key, text) = if let Some(BadDay(text)) = source.downcast_ref() {
        ("cli-bad-day", text)
    } else if let Some(UnusableNumber(text)) = source.downcast_ref() {
        ("cli-bad-number", text)
    } else {
        let Mistyped { text, expected } = source.downcast_ref()?;
        let key = match *expected {
            Expected::TimeOfDay => "cli-bad-time",
            Expected::Size => "replay-bad-size",
            Expected::Interval => "update-bad-interval",
            Expected::Number { least, most } => {
                bounds = (least, most);
                "cli-bad-range"
            }
        };
        (key, text)
    };
    let (least, most) = bounds;
    Some(lang.say_with(key, &vars![text = text.as_str(), least, most]))
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    let clean = |text: &str| Line::new(text).as_str().to_owned();
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![clean(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| clean(text)).collect(),
        _ => Vec::new(),
    }
}

/// Adds the usage of the intended command, and where its help is.
fn with_usage(message: &str, args: &[String], mut root: Command, lang: Lang) -> String {
    root.build();
    let mut command = &mut root;
    let mut path = "warroom".to_owned();
    for name in named(args) {
        if command.find_subcommand(name).is_none() {
            break;
        }
        command = command.find_subcommand_mut(name).expect("it was just found");
        path = format!("{path} {name}");
    }
    let usage = command.render_usage().to_string();
    let usage = usage.split_once(' ').map_or("", |(_, usage)| usage.trim());
    let more = lang.say_with("cli-see-help", &vars![command = path]);
    format!("{message}\n\n{} {usage}\n{more}", lang.say("cli-heading-usage"))
}

/// The words that are neither options nor values of global options.
fn named(args: &[String]) -> impl Iterator<Item = &str> {
    const WITH_VALUE: [&str; 5] = ["--lang", "--incident", "--theme", "--config", "--host"];
    let mut is_value = false;
    args.iter().map(String::as_str).filter(move |arg| {
        let was_value = std::mem::replace(&mut is_value, WITH_VALUE.contains(arg));
        !was_value && !arg.starts_with('-')
    })
}

#[cfg(test)]
mod tests;

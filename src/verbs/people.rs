//! `people`: who may come in, and what they may do.

use clap::Subcommand;
use serde_json::json;
use std::path::{Path, PathBuf};

use super::context::Either;
use super::typed::Json;
use super::{Caller, Here, Outcome, file, table};
use crate::diagnostic::render_all;
use crate::incident::{Line, Right};
use crate::lang::{Lang, vars};
use crate::people::{self, People as Everybody, Person};

#[derive(Clone, Debug, Subcommand)]
pub enum People {
    /// The people of the host, which knows the file and what of it is in effect.
    List(Json),
    #[command(flatten)]
    File(PeopleFile),
}

/// A people file of the user's own.
#[derive(Clone, Debug, Subcommand)]
pub enum PeopleFile {
    Check {
        /// By default, the people file of the configuration.
        file: Option<PathBuf>,
    },
    Sample,
}

impl People {
    pub const fn split(&self) -> Either<&PeopleFile, Json> {
        match self {
            Self::List(json) => Either::Host(*json),
            Self::File(file) => Either::Client(file),
        }
    }
}

impl PeopleFile {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        match self {
            Self::Check { file } => check(file.as_deref().unwrap_or(&here.config_dir.join("people.toml")), here.lang),
            Self::Sample => Ok(Outcome::done(people::sample(here.lang))),
        }
    }
}

/// The names in the user's own people file, which external readers never see; none if it cannot be read.
pub fn hidden_people(here: &Here) -> Vec<String> {
    let content = file::read(&here.config_dir.join("people.toml")).ok();
    let people = content.and_then(|content| Everybody::read_bytes(&content, "people.toml").ok());
    let names = people.iter().flat_map(|people| people.iter()).flat_map(|person| {
        let full_name = person.full_name.as_ref().map(|name| name.as_str().to_owned());
        [Some(person.name.as_str().to_owned()), full_name]
    });
    names.flatten().collect()
}

/// Checks a people file and prints its errors.
pub fn check(path: &Path, lang: Lang) -> Result<Outcome, Outcome> {
    let content = file::read(path).map_err(|error| file::unreadable(path, &error, lang))?;
    let people = Everybody::read_bytes(&content, &path.display().to_string());
    let people = people.map_err(|problems| Outcome::refused(render_all(&problems, lang)))?;
    Ok(Outcome::done(lang.say_with("people-good", &vars![count = people.len()])))
}

pub fn list(caller: &Caller, json: bool) -> Outcome {
    let lang = caller.lang;
    let trouble = caller.known.trouble.as_ref().map(|trouble| trouble.say(lang));
    let Some(people) = &caller.known.people else {
        if json {
            return Outcome::json(&json!([]));
        }
        return Outcome::done(lang.say_with("people-none", &vars![person = caller.who.by.person.as_str()]));
    };
    let columns = &["name", "full-name", "right", "roles", "accounts", "keys", "contact"];
    let mut outcome = table::List { lang, json, none: "people-nobody", columns }.of(
        people.iter(),
        |person| value(person),
        |person| row(person, lang),
    );
    if let Some(trouble) = trouble {
        outcome.stderr = format!("{trouble}\n");
    }
    outcome
}

fn value(person: &Person) -> serde_json::Value {
    let key = |key: &people::Key| json!({ "algorithm": key.algorithm, "fingerprint": key.fingerprint(), "comment": key.comment });
    json!({
        "name": person.name,
        "full_name": person.full_name,
        "right": person.right,
        "roles": person.roles,
        "unix": person.unix,
        "ssh_keys": person.keys.iter().map(key).collect::<Vec<_>>(),
        "contact": {
            "phone": person.contact.phone,
            "mail": person.contact.mail,
            "chat": person.contact.chat,
        },
    })
}

fn row(person: &Person, lang: Lang) -> Vec<String> {
    let contact = [&person.contact.phone, &person.contact.mail, &person.contact.chat];
    let contact: Vec<_> = contact.into_iter().flatten().map(Line::as_str).collect();
    let roles: Vec<_> = person.roles.iter().map(AsRef::as_ref).collect();
    vec![
        person.name.to_string(),
        person.full_name.as_ref().map(ToString::to_string).unwrap_or_default(),
        right(person.right, lang),
        roles.join(", "),
        Line::new(&person.unix.join(", ")).to_string(),
        person.keys.len().to_string(),
        contact.join(", "),
    ]
}

fn right(right: Right, lang: Lang) -> String {
    lang.say(match right {
        Right::System => "people-right-house",
        Right::Observer => "people-right-observer",
        Right::Member => "people-right-member",
        Right::Deputy => "people-right-deputy",
        Right::Commander => "people-right-commander",
        Right::Owner => "people-right-owner",
    })
}

//! `config`: where the configuration is, and what it says.

use clap::Subcommand;
use serde_json::json;
use std::io;

use super::options::Options;
use super::start::own_plans;
use super::{Here, Outcome, file, table};
use crate::config::{self, Choice};
use crate::diagnostic::render_all;

#[derive(Clone, Debug, Subcommand)]
pub enum Config {
    Path {
        #[arg(long)]
        json: bool,
    },
    Show {
        #[arg(long)]
        json: bool,
    },
}

impl Config {
    pub fn run(&self, here: &Here) -> Outcome {
        match self {
            Self::Path { json } => paths(here, *json),
            Self::Show { json } => match read(here) {
                Ok(config) if *json => Outcome::json(&json!(config)),
                Ok(config) => Outcome::done(config.to_toml()),
                Err(outcome) => outcome,
            },
        }
    }
}

fn paths(here: &Here, json: bool) -> Outcome {
    let paths = [
        ("config", here.config_file.clone()),
        ("runbooks", own_plans(&here.config_dir)),
        ("themes", here.config_dir.join("themes")),
        ("people", here.config_dir.join("people.toml")),
        ("notify", here.config_dir.join("notify.toml")),
        ("incidents", here.state_dir.join("incidents")),
        ("socket", here.socket.clone()),
    ];
    if json {
        let paths: serde_json::Map<_, _> = paths
            .into_iter()
            .map(|(what, path)| (what.to_owned(), path.display().to_string().into()))
            .collect();
        return Outcome::json(&paths.into());
    }
    let rows = paths.map(|(what, path)| [here.lang.say(&format!("path-{what}")), path.display().to_string()]);
    Outcome::done(table::align(&rows.iter().map(|row| &row[..]).collect::<Vec<_>>()))
}

/// Reads the configuration: the defaults, then the file, then the options of the command line.
pub fn read(here: &Here) -> Result<config::Config, Outcome> {
    let Options { lang, theme, config: named, host, .. } = &here.options;
    let name = here.config_file.display().to_string();
    let mut config = match file::read(&here.config_file) {
        Ok(content) => config::Config::read_bytes(&content, &name)
            .map_err(|errors| Outcome::refused(render_all(&errors, here.lang)))?,
        // Only a file that was asked for by name has to be there.
        Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => config::Config::default(),
        Err(error) => return Err(file::unreadable(&here.config_file, &error, here.lang)),
    };
    if let Some(lang) = lang {
        config.language = Choice::Set(*lang);
    }
    if let Some(host) = host {
        config.host = Choice::Set(host.clone());
    }
    if let Some(theme) = theme {
        config.theme = Choice::named(theme);
    }
    Ok(config)
}

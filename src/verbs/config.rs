//! `config`: where the configuration is, and what it says.

use clap::Subcommand;
use serde_json::json;
use std::io;

use super::context::Options;
use super::start::own_plans;
use super::typed::Json;
use super::{Here, Outcome, file, table};
use crate::config::{self, unless_auto};
use crate::diagnostic::render_all;

#[derive(Clone, Debug, Subcommand)]
pub enum Config {
    Path(Json),
    Show(Json),
}

impl Config {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        Ok(match self {
            Self::Path(Json { json }) => paths(here, *json),
            Self::Show(Json { json: true }) => Outcome::json(&json!(read(here)?)),
            Self::Show(Json { json: false }) => Outcome::done(read(here)?.to_toml()),
        })
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
        let paths: serde_json::Map<_, _> =
            paths.into_iter().map(|(what, path)| (what.to_owned(), path.display().to_string().into())).collect();
        return Outcome::json(&paths.into());
    }
    let rows = paths.map(|(what, path)| [here.lang.say(&format!("path-{what}")), path.display().to_string()]);
    Outcome::done(table::align(&rows))
}

/// Reads the configuration: the defaults, then the file, then the options of the command line.
pub fn read(here: &Here) -> Result<config::Config, Outcome> {
    let Options { lang, theme, config: named, host, .. } = here.options.clone();
    let name = here.config_file.display().to_string();
    let mut config = match file::read(&here.config_file) {
        Ok(content) => config::Config::read_bytes(&content, &name)
            .map_err(|errors| Outcome::refused(render_all(&errors, here.lang)))?,
        // Only a file that was asked for by name has to be there.
        Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => config::Config::default(),
        Err(error) => return Err(file::unreadable(&here.config_file, &error, here.lang)),
    };
    config.language = lang.or(config.language);
    config.host = host.or(config.host);
    if let Some(theme) = theme {
        config.theme = unless_auto(&theme);
    }
    Ok(config)
}

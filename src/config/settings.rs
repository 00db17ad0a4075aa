//! The settings of one person.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

use super::choice::Choice;
use super::doors::{People, Ssh};
use crate::lang::Lang;
use crate::terminal::{Background, Depth};

/// The themes that a terminal's background chooses between.
const DARK: &str = "dark";
const LIGHT: &str = "light";

/// The settings of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    pub language: Choice<Lang>,
    /// The name of a theme; otherwise light or dark, as the terminal is.
    pub theme: Choice<String>,
    pub colour: Choice<Depth>,
    pub zone: Choice<Tz>,
    pub mouse: bool,
    pub bell: bool,
    pub notify: bool,
    /// The keys of actions, by the name of the action.
    pub keys: BTreeMap<String, Vec<String>>,
    /// The socket of a shared host; otherwise the account's own host, started if it is not running.
    pub host: Choice<PathBuf>,
    pub people: People,
    pub ssh: Ssh,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: Choice::Auto,
            theme: Choice::Auto,
            colour: Choice::Auto,
            zone: Choice::Auto,
            mouse: true,
            bell: true,
            notify: true,
            keys: BTreeMap::new(),
            host: Choice::Auto,
            people: People::default(),
            ssh: Ssh::default(),
        }
    }
}

impl Config {
    /// Returns the theme for a background; an unknown one counts as dark.
    pub fn theme_on(&self, background: Option<Background>) -> &str {
        match (&self.theme, background) {
            (Choice::Set(theme), _) => theme,
            (Choice::Auto, Some(Background::Light)) => LIGHT,
            (Choice::Auto, Some(Background::Dark) | None) => DARK,
        }
    }

    /// Returns the themes that may be shown.
    pub fn themes(&self) -> Vec<&str> {
        match &self.theme {
            Choice::Set(theme) => vec![theme],
            Choice::Auto => vec![DARK, LIGHT],
        }
    }

    /// Returns the settings as a file.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("every setting has a TOML form")
    }
}

//! What a person prefers: the defaults, then the file, then the command line.

mod doors;
mod problem;

pub use doors::{Length, Off, People, Ssh};
pub use problem::Problem;

use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::lang::Lang;
use crate::terminal::{Background, Depth};
use problem::Wrong;

/// A file that says every default.
pub const DEFAULTS: &str = include_str!("config/default.toml");

/// The settings of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    pub language: Choice<Lang>,
    /// The name of a theme; otherwise the light or the dark one, as the terminal is.
    pub theme: Choice<String>,
    pub colour: Choice<Depth>,
    pub zone: Choice<Tz>,
    pub mouse: bool,
    pub bell: bool,
    pub notify: bool,
    /// Actions by name, and the keys that replace theirs.
    pub keys: BTreeMap<String, Vec<String>>,
    /// The shared socket of a host that somebody serves; otherwise the account's own host, started where none runs.
    pub host: Choice<PathBuf>,
    pub people: People,
    pub ssh: Ssh,
}

/// A setting that may be left to what the surroundings say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice<T> {
    #[default]
    Auto,
    Set(T),
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
    /// Reads a configuration file; `name` is what a problem calls it.
    pub fn read(source: &str, name: &str) -> Result<Self, Problem> {
        let problem = |(place, wrong)| Problem::new(name, source, place, wrong);
        let table = DeTable::parse(source).map_err(|error| {
            problem((error.span().unwrap_or_default(), Wrong::Toml(error.message().to_owned())))
        })?;
        let mut config = Self::default();
        for (key, value) in table.get_ref() {
            config.set(key, value).map_err(problem)?;
        }
        Ok(config)
    }

    fn set(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), Flaw> {
        match key.get_ref().as_ref() {
            "language" => self.language = choice(value, Wrong::NotALanguage)?,
            "theme" => self.theme = Choice::named(text(value)?),
            "colour" => self.colour = choice(value, Wrong::NotADepth)?,
            "zone" => self.zone = choice(value, Wrong::NotAZone)?,
            "mouse" => self.mouse = truth(value)?,
            "bell" => self.bell = truth(value)?,
            "notify" => self.notify = truth(value)?,
            "host" => self.host = choice(value, Wrong::NotAPath)?,
            "keys" => self.keys = keys(value)?,
            "people" => self.set_people(section(value)?)?,
            "ssh" => self.set_ssh(section(value)?)?,
            other => return Err((key.span(), Wrong::UnknownSetting(other.to_owned()))),
        }
        Ok(())
    }

    fn set_people(&mut self, section: &DeTable<'_>) -> Result<(), Flaw> {
        for (key, value) in section {
            match key.get_ref().as_ref() {
                "take_after" => self.people.take_after = parsed(value, Wrong::NotALength)?,
                other => return Err((key.span(), Wrong::UnknownSetting(format!("people.{other}")))),
            }
        }
        Ok(())
    }

    fn set_ssh(&mut self, section: &DeTable<'_>) -> Result<(), Flaw> {
        let ssh = &mut self.ssh;
        for (key, value) in section {
            match key.get_ref().as_ref() {
                "listen" => ssh.listen = parsed(value, Wrong::NotAnAddress)?,
                "connections" => ssh.connections = count(value)?,
                "sessions_per_person" => ssh.sessions_per_person = count(value)?,
                "login_grace" => ssh.login_grace = parsed(value, Wrong::NotALength)?,
                "tries" => ssh.tries = count(value)?,
                "keepalive" => ssh.keepalive = parsed(value, Wrong::NotALength)?,
                "idle" => ssh.idle = parsed(value, Wrong::NotALength)?,
                other => return Err((key.span(), Wrong::UnknownSetting(format!("ssh.{other}")))),
            }
        }
        Ok(())
    }

    /// The theme on such a background; where nobody knows it, on a dark one.
    pub fn theme_on(&self, background: Option<Background>) -> &str {
        match (&self.theme, background) {
            (Choice::Set(theme), _) => theme,
            (Choice::Auto, Some(Background::Light)) => LIGHT,
            (Choice::Auto, Some(Background::Dark) | None) => DARK,
        }
    }

    /// The themes that may come to be shown.
    pub fn themes(&self) -> Vec<&str> {
        match &self.theme {
            Choice::Set(theme) => vec![theme],
            Choice::Auto => vec![DARK, LIGHT],
        }
    }

    /// The settings as a file would say them.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("every setting has a TOML form")
    }
}

impl<T> Choice<T> {
    pub fn or_else(self, surroundings: impl FnOnce() -> T) -> T {
        match self {
            Self::Auto => surroundings(),
            Self::Set(value) => value,
        }
    }
}

type Flaw = (Range<usize>, Wrong);

fn text<'a>(value: &'a Spanned<DeValue<'_>>) -> Result<&'a str, Flaw> {
    value.get_ref().as_str().ok_or_else(|| (value.span(), Wrong::ExpectedText))
}

fn truth(value: &Spanned<DeValue<'_>>) -> Result<bool, Flaw> {
    value.get_ref().as_bool().ok_or_else(|| (value.span(), Wrong::ExpectedTruth))
}

fn choice<T: for<'de> Deserialize<'de>>(
    value: &Spanned<DeValue<'_>>,
    wrong: fn(String) -> Wrong,
) -> Result<Choice<T>, Flaw> {
    let text = text(value)?;
    Choice::of(text).map_err(|_| (value.span(), wrong(text.to_owned())))
}

fn section<'a>(value: &'a Spanned<DeValue<'_>>) -> Result<&'a DeTable<'a>, Flaw> {
    value.get_ref().as_table().ok_or_else(|| (value.span(), Wrong::ExpectedSection))
}

/// A number of what there may be at once, at least one.
fn count(value: &Spanned<DeValue<'_>>) -> Result<u32, Flaw> {
    let DeValue::Integer(number) = value.get_ref() else { return Err((value.span(), Wrong::ExpectedCount)) };
    let number = number.as_str().parse().ok().filter(|number| (1..=100_000).contains(number));
    number.ok_or_else(|| (value.span(), Wrong::ExpectedCount))
}

fn parsed<T: for<'de> Deserialize<'de>>(
    value: &Spanned<DeValue<'_>>,
    wrong: fn(String) -> Wrong,
) -> Result<T, Flaw> {
    let text = text(value)?;
    let read = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(text);
    T::deserialize(read).map_err(|_| (value.span(), wrong(text.to_owned())))
}

fn keys(value: &Spanned<DeValue<'_>>) -> Result<BTreeMap<String, Vec<String>>, Flaw> {
    let table = value.get_ref().as_table().ok_or_else(|| (value.span(), Wrong::ExpectedKeys))?;
    let row = |(action, keys): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
        let keys = match keys.get_ref() {
            DeValue::String(key) => vec![key.to_string()],
            DeValue::Array(keys) => {
                keys.iter().map(|key| text(key).map(str::to_owned)).collect::<Result<_, _>>()?
            }
            _ => return Err((keys.span(), Wrong::ExpectedKeys)),
        };
        Ok((action.get_ref().to_string(), keys))
    };
    table.iter().map(row).collect()
}

const AUTO: &str = "auto";
/// The themes that a terminal's background chooses between.
const DARK: &str = "dark";
const LIGHT: &str = "light";

impl Choice<String> {
    /// A name, or what stands for leaving it to the surroundings.
    pub fn named(name: &str) -> Self {
        if name == AUTO { Self::Auto } else { Self::Set(name.to_owned()) }
    }
}

impl<T: for<'de> Deserialize<'de>> Choice<T> {
    fn of(text: &str) -> Result<Self, serde::de::value::Error> {
        if text == AUTO {
            return Ok(Self::Auto);
        }
        T::deserialize(serde::de::value::StrDeserializer::new(text)).map(Self::Set)
    }
}

impl<T: Serialize> Serialize for Choice<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Auto => serializer.serialize_str(AUTO),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Deserialize<'de> for Choice<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::of(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_file_says_the_defaults() {
        assert_eq!(Config::read(DEFAULTS, "default.toml"), Ok(Config::default()));
        let all: toml::Table = toml::from_str(DEFAULTS).unwrap();
        let own: toml::Table = toml::from_str(&Config::default().to_toml()).unwrap();
        assert_eq!(all, own);
    }

    #[test]
    fn a_file_changes_what_it_names() {
        let config = Config::read(
            "language = 'fr'\ncolour = '256'\nzone = 'Europe/Paris'\nbell = false\n[keys]\nquit = 'Q'\nundo = ['z', 'ctrl-z']",
            "config.toml",
        )
        .unwrap();
        assert_eq!(config.language, Choice::Set(Lang::Fr));
        assert_eq!(config.colour, Choice::Set(Depth::TwoHundredFiftySix));
        assert_eq!(config.zone, Choice::Set(chrono_tz::Europe::Paris));
        assert!(!config.bell && config.notify);
        assert_eq!(config.keys["undo"], ["z", "ctrl-z"]);
        assert_eq!(Config::read(&config.to_toml(), "again"), Ok(config.clone()));
        let doors =
            "[people]\ntake_after = '1h30'\n[ssh]\nlisten = '0.0.0.0:2222'\nconnections = 5\nidle = '2h'";
        let doors = Config::read(doors, "config.toml").unwrap();
        assert_eq!(doors.people.take_after.get().as_secs(), 5400);
        assert_eq!((doors.ssh.listen.value().unwrap().port(), doors.ssh.connections), (2222, 5));
        assert_eq!(doors.ssh.idle.value().unwrap().get().as_secs(), 7200);
        assert_eq!(Config::read(&doors.to_toml(), "again"), Ok(doors));
        let json = serde_json::to_string(&config).unwrap();
        assert_eq!(serde_json::from_str::<Config>(&json).unwrap(), config);
    }

    #[test]
    fn a_mistake_is_shown_where_it_stands() {
        for (source, line, expected) in [
            ("theme = 'dark'\nlangage = 'fr'", 2, "unknown setting “langage”: did you mean language?"),
            ("language = 'de'", 1, "“de” is not a language: write \"fr\", \"en\" or \"auto\""),
            ("\n\nzone = 'Paris'", 3, "“Paris” is not a time zone"),
            ("colour = 256", 1, "a quoted string"),
            ("bell = 'no'", 1, "true or false"),
            ("[keys]\nundo = 3", 2, "a key or a list of keys"),
            ("theme = ", 1, ""),
            ("[ssh]\nlisten = '2222'", 2, "“2222” is not an address"),
            ("[ssh]\ntries = 0", 2, "a whole number from 1"),
            ("[ssh]\nkeepalive = 15", 2, "a quoted string"),
            ("[ssh]\nkeepalive = '15'", 2, "“15” is not a duration"),
            ("[ssh]\nport = 1", 2, "unknown setting “ssh.port”"),
            ("[people]\ntake_aftr = '1m'", 2, "did you mean people.take_after"),
            ("ssh = 2222", 1, "expected a section"),
        ] {
            let told = Config::read(source, "config.toml").unwrap_err().tell(Lang::En);
            assert!(told.contains(&format!("config.toml:{line}:")), "{told}");
            assert!(told.contains(expected) && told.contains('^'), "{told}");
        }
    }
}

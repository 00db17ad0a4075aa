//! Reads a configuration from TOML, collecting every error on the way.

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use std::collections::BTreeMap;
use std::path::PathBuf;
use toml::de::{DeTable, DeValue};

use super::{AUTO, Config, OFF, Ssh, unless_auto};
use crate::diagnostic::{
    self, Diagnostic, DiagnosticKind, Expected, Field, Message, Table, TableKind, TomlError, TomlFormat, TomlReader,
    nearest, quoted,
};
use crate::incident::Line;
use crate::lang::Lang;
use crate::terminal::Depth;

pub(super) const FILE: TableKind = TableKind::new(
    "config",
    &["language", "theme", "colour", "zone", "mouse", "bell", "notify", "host", "keys", "people", "ssh"],
);
pub(super) const PEOPLE: TableKind = TableKind::new("config-people", &["take_after"]);
pub(super) const SSH: TableKind = TableKind::new(
    "config-ssh",
    &["listen", "connections", "sessions_per_person", "login_grace", "tries", "keepalive", "idle"],
);

const LANGUAGES: [(&str, Option<Lang>); 3] = [(AUTO, None), ("fr", Some(Lang::Fr)), ("en", Some(Lang::En))];
const DEPTHS: [(&str, Option<Depth>); 5] = [
    (AUTO, None),
    ("none", Some(Depth::None)),
    ("16", Some(Depth::Sixteen)),
    ("256", Some(Depth::TwoHundredFiftySix)),
    ("true", Some(Depth::True)),
];
const MAX_COUNT: u32 = 100_000;

const COUNT: Expected = Expected::new("config-count-expected");
const KEYS: Expected = Expected::new("config-expected-keys");

impl Config {
    pub fn read(source: &str, name: &str) -> Result<Self, Vec<ConfigDiagnostic>> {
        diagnostic::read(source, name)
    }

    pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Self, Vec<ConfigDiagnostic>> {
        diagnostic::read_bytes(bytes, name)
    }
}

impl TomlFormat for ConfigError {
    type Output = Config;

    const MAX_BYTES: usize = 256 << 10;

    fn walk(reader: &mut TomlReader<Self>, document: &DeTable<'_>) -> Option<Config> {
        let file = Table::file(document, FILE);
        reader.unknown_fields(file);
        let mut config = Config::default();
        set(&mut config.language, reader.name(file, "language", "config-language", &LANGUAGES));
        set(&mut config.theme, reader.named(file, "theme").map(|(text, _)| unless_auto(text)));
        set(&mut config.colour, reader.name(file, "colour", "config-colour", &DEPTHS));
        let zone = reader.value_or(AUTO, file, "zone", |text| {
            let near = nearest_zone(text.as_str());
            Self::Zone { text, near }
        });
        set(&mut config.zone, zone);
        set(&mut config.mouse, reader.flag(file, "mouse"));
        set(&mut config.bell, reader.flag(file, "bell"));
        set(&mut config.notify, reader.flag(file, "notify"));
        let host = reader.named(file, "host").map(|(text, _)| unless_auto(text).map(PathBuf::from));
        set(&mut config.host, host);
        set(&mut config.keys, reader.keys(file));
        if let Some(people) = reader.table(file, "people", PEOPLE) {
            reader.unknown_fields(people);
            set(&mut config.people.take_after, reader.duration(people, "take_after"));
        }
        if let Some(table) = reader.table(file, "ssh", SSH) {
            reader.ssh(table, &mut config.ssh);
        }
        Some(config)
    }
}

fn set<T>(setting: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *setting = given;
    }
}

impl TomlReader<ConfigError> {
    fn ssh(&mut self, table: Table<'_>, ssh: &mut Ssh) {
        self.unknown_fields(table);
        let listen = self.value_or(OFF, table, "listen", |text| ConfigError::Address { text });
        set(&mut ssh.listen, listen);
        set(&mut ssh.connections, self.count(table, "connections"));
        set(&mut ssh.sessions_per_person, self.count(table, "sessions_per_person"));
        set(&mut ssh.login_grace, self.duration(table, "login_grace"));
        set(&mut ssh.tries, self.count(table, "tries"));
        set(&mut ssh.keepalive, self.duration(table, "keepalive"));
        let idle = self.value_or(OFF, table, "idle", |text| ConfigError::Duration { text });
        set(&mut ssh.idle, idle);
    }

    /// Returns a text that is not blank, and its field.
    fn named<'d>(&mut self, table: Table<'d>, name: &str) -> Option<(&'d str, Field<'d>)> {
        let field = table.field(name)?;
        Some((self.filled(field)?, field))
    }

    fn name<T: Copy>(
        &mut self,
        table: Table<'_>,
        name: &str,
        key: &'static str,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        let (text, field) = self.named(table, name)?;
        self.one_of((text, field.span()), key, known)
    }

    fn duration<T: for<'de> Deserialize<'de>>(&mut self, table: Table<'_>, name: &str) -> Option<T> {
        self.value(table, name, |text| ConfigError::Duration { text })
    }

    /// Returns a value, or `None` within for the word `none`.
    #[expect(clippy::option_option, reason = "a setting that is off is not one that is missing")]
    fn value_or<T: for<'de> Deserialize<'de>>(
        &mut self,
        none: &str,
        table: Table<'_>,
        name: &str,
        error: fn(Line) -> ConfigError,
    ) -> Option<Option<T>> {
        if table.field(name)?.value.get_ref().as_str() == Some(none) {
            return Some(None);
        }
        self.value(table, name, error).map(Some)
    }

    fn value<T: for<'de> Deserialize<'de>>(
        &mut self,
        table: Table<'_>,
        name: &str,
        error: fn(Line) -> ConfigError,
    ) -> Option<T> {
        let (text, field) = self.named(table, name)?;
        let value = parsed(text);
        if value.is_none() {
            self.report(error(Line::new(text)), field.span());
        }
        value
    }

    fn count(&mut self, table: Table<'_>, name: &str) -> Option<u32> {
        let field = table.field(name)?;
        let DeValue::Integer(number) = field.value.get_ref() else {
            self.wrong_type(field, COUNT);
            return None;
        };
        let count = number.as_str().parse().ok().filter(|count| (1..=MAX_COUNT).contains(count));
        if count.is_none() {
            self.report(ConfigError::Count, field.span());
        }
        count
    }

    /// Returns the keys of each action; the names of actions are checked where they are used.
    fn keys(&mut self, file: Table<'_>) -> Option<BTreeMap<String, Vec<String>>> {
        let table = self.table(file, "keys", TableKind::new("config-keys", &[]))?;
        let mut keys = BTreeMap::new();
        for field in table.iter() {
            let listed = match field.value.get_ref() {
                DeValue::String(key) => vec![key.to_string()],
                DeValue::Array(values) => {
                    let text = |value| self.text(Field { value, ..field }, KEYS).map(str::to_owned);
                    values.iter().filter_map(text).collect()
                }
                _ => {
                    self.wrong_type(field, KEYS);
                    continue;
                }
            };
            keys.insert(field.name.get_ref().to_string(), listed);
        }
        Some(keys)
    }
}

fn parsed<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(text)).ok()
}

/// Returns the zone of a city, or the one with the most similar name.
fn nearest_zone(text: &str) -> Option<&'static str> {
    let names = || chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    let is_city = |name: &&str| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(text));
    names().find(is_city).or_else(|| nearest(text, names()))
}

pub type ConfigDiagnostic = Diagnostic<ConfigError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    Toml(TomlError),
    Zone { text: Line, near: Option<&'static str> },
    Duration { text: Line },
    Address { text: Line },
    Count,
}

impl DiagnosticKind for ConfigError {
    fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Zone { text, near } => Message::of(lang, "config-zone", &[("text", quoted(text))]).meant(lang, *near),
            Self::Duration { text } => Message::of(lang, "config-duration", &[("text", quoted(text))]),
            Self::Address { text } => Message::of(lang, "config-address", &[("text", quoted(text))]),
            Self::Count => Message::of(lang, "config-count", &[]),
        }
    }
}

impl From<TomlError> for ConfigError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

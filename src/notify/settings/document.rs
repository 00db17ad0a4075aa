//! Reads settings from TOML, collecting every error on the way.

use fluent_bundle::FluentValue;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;
use std::time::Duration;
use toml::de::DeTable;

use super::{FILE_MAX, Network, News, Place, Settings, Source};
use crate::diagnostic::{
    Diagnostic, DiagnosticKind, Expected, Field, Message, Table, TableKind, TomlError, TomlFormat, TomlReader, quoted,
    used_before,
};
use crate::incident::{AudienceId, Line, TargetName, read_seconds};
use crate::lang::Lang;
use crate::notify::kind::Kind;
use crate::runbook::{PlanError, read_audiences};

const MAX_TARGETS: usize = 100;
/// Audiences or kinds of news of one target.
const MAX_EACH: usize = 64;
/// Characters of a path or the name of a variable.
const MAX_LINE: usize = 1000;
/// How long news may be gathered, in seconds.
const GATHER: Range<u32> = 1..601;

/// Audiences are checked as those of plans.
const FILE: TableKind = TableKind::new("settings", &["format", "target", "audience", "network"]);
const TARGET: TableKind =
    TableKind::new("target", &["name", "kind", "url", "secret", "audiences", "push", "allow_local"]);
const SOURCE: TableKind = TableKind::new("secret", &["file", "env", "credential"]);
const NETWORK: TableKind = TableKind::new("network", &["proxy", "no_proxy", "ca", "gather"]);

const PLACE: Expected = Expected::new("notify-file-expected-source");

pub type SettingsDiagnostic = Diagnostic<SettingsError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsError {
    Toml(TomlError),
    Name {
        name: Line,
    },
    DuplicateName {
        name: Line,
        first: Range<usize>,
    },
    BareSecret {
        field: Line,
    },
    Credential {
        name: Line,
    },
    AudienceId {
        id: Line,
    },
    Gather {
        text: Line,
    },
    /// An error of an audience, which plans have too.
    Audience(Box<PlanError>),
}

impl DiagnosticKind for SettingsError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Name { name } => message("notify-file-name", &[("name", quoted(name))]),
            Self::DuplicateName { name, .. } => message("notify-file-same-name", &[("name", quoted(name))]),
            Self::BareSecret { field } => message("notify-file-bare", &[("field", quoted(field))]),
            Self::Credential { name } => message("notify-file-credential", &[("name", quoted(name))]),
            Self::AudienceId { id } => message("notify-file-audience", &[("id", quoted(id))]),
            Self::Gather { text } => message("notify-file-gather", &[("text", quoted(text))]),
            Self::Audience(error) => error.message(lang),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::DuplicateName { first, .. } => Some(first),
            Self::Audience(error) => error.first(),
            _ => None,
        }
    }
}

impl From<TomlError> for SettingsError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

/// The first use of each target's name.
type Names = HashMap<TargetName, Range<usize>>;

impl TomlFormat for SettingsError {
    type Output = Settings;

    const MAX_BYTES: usize = FILE_MAX;

    fn walk(reader: &mut TomlReader<Self>, document: &DeTable<'_>) -> Option<Settings> {
        let file = Table::file(document, FILE);
        reader.unknown_fields(file);
        reader.format(file);
        let mut targets = Vec::new();
        let mut names = Names::new();
        for table in reader.tables(file, "target", TARGET, MAX_TARGETS) {
            targets.extend(reader.target(table, &mut names));
        }
        let (audiences, errors) = read_audiences(document);
        for (error, span) in errors {
            reader.report(Self::Audience(Box::new(error)), span);
        }
        let network = reader.network(file);
        Some(Settings { targets, audiences, network })
    }

    /// Masks addresses: a quoted line would show a secret.
    fn shown(source: &str) -> Cow<'_, str> {
        let mut parts = source.split("://");
        let first = parts.next().unwrap_or_default().to_owned();
        let cover = |out: String, address: &str| {
            let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
            let end = address.find(is_end).unwrap_or(address.len());
            out + "://" + &"*".repeat(end) + &address[end..]
        };
        parts.fold(first, cover).into()
    }
}

impl TomlReader<SettingsError> {
    fn target(&mut self, table: Table<'_>, names: &mut Names) -> Option<Place> {
        self.unknown_fields(table);
        let name = self.target_name(table, names);
        let kinds = Kind::ALL.map(|kind| (kind.id(), kind));
        // `None` for a kind that is wrong, `Some(None)` for none given.
        let kind = table.field("kind").map_or(Some(None), |field| {
            let text = self.filled(field)?;
            self.one_of((text, field.span()), "notify-file-kind", &kinds).map(Some)
        });
        let url = table.field("url").map(|field| self.source(field));
        if url.is_none() {
            self.missing::<()>(table, "url");
        }
        let secret = table.field("secret").and_then(|field| self.source(field));
        let mut audiences = Vec::new();
        if table.field("audiences").is_none() {
            self.missing::<()>(table, "audiences");
        }
        for (text, span) in self.texts(table, "audiences", MAX_EACH) {
            match text.parse::<AudienceId>() {
                Ok(id) if !audiences.contains(&id) => audiences.push(id),
                Ok(_) => {}
                Err(_) => self.report(SettingsError::AudienceId { id: Line::new(&text) }, span),
            }
        }
        let mut push = Vec::new();
        for (text, span) in self.texts(table, "push", MAX_EACH) {
            let known = self.one_of((&text, span), "notify-file-push", &News::ALL.map(|news| (news.name(), news)));
            push.extend(known.filter(|news| !push.contains(news)));
        }
        let allow_local = self.flag(table, "allow_local").unwrap_or(false);
        Some(Place { name: name?, kind: kind?, url: url??, secret, audiences, push, allow_local })
    }

    fn target_name(&mut self, table: Table<'_>, names: &mut Names) -> Option<TargetName> {
        let Some(found) = table.field("name") else { return self.missing(table, "name") };
        let text = self.filled(found)?;
        let span = found.span();
        let Ok(name) = text.parse::<TargetName>() else {
            self.report(SettingsError::Name { name: Line::new(text) }, span);
            return None;
        };
        if let Some(first) = used_before(names, name.clone(), &span) {
            self.report(SettingsError::DuplicateName { name: Line::new(text), first }, span);
            return None;
        }
        Some(name)
    }

    fn source(&mut self, field: Field<'_>) -> Option<Source> {
        if field.value.get_ref().is_str() {
            self.report(SettingsError::BareSecret { field: field.title() }, field.span());
            return None;
        }
        let table = self.as_table(field, SOURCE, PLACE)?;
        self.unknown_fields(table);
        let given: Vec<_> = SOURCE.fields.iter().filter_map(|name| table.field(name)).collect();
        let &[one] = given.as_slice() else {
            self.wrong_type(field, PLACE);
            return None;
        };
        let text = self.short(one)?;
        match one.name.get_ref().as_ref() {
            "file" => Some(Source::File(PathBuf::from(text))),
            "env" => Some(Source::Env(text.to_owned())),
            _ if text.contains('/') || text.starts_with('.') => {
                self.report(SettingsError::Credential { name: Line::new(text) }, one.span());
                None
            }
            _ => Some(Source::Credential(text.to_owned())),
        }
    }

    fn network(&mut self, file: Table<'_>) -> Network {
        let mut network = Network::default();
        let Some(table) = self.table(file, "network", NETWORK) else { return network };
        self.unknown_fields(table);
        let mut text = |name| table.field(name).and_then(|field| self.short(field)).map(str::to_owned);
        network.proxy = text("proxy");
        network.no_proxy = text("no_proxy");
        network.ca = text("ca").map(PathBuf::from);
        if let Some(field) = table.field("gather")
            && let Some(text) = self.filled(field)
        {
            match read_seconds(text).ok().filter(|seconds| GATHER.contains(seconds)) {
                Some(seconds) => network.gather = Duration::from_secs(seconds.into()),
                None => self.report(SettingsError::Gather { text: Line::new(text) }, field.span()),
            }
        }
        network
    }

    /// Returns a text of one line, byte for byte.
    fn short<'d>(&mut self, field: Field<'d>) -> Option<&'d str> {
        let text = self.filled(field)?;
        if text.contains(char::is_control) {
            self.wrong_type(field, Expected::TEXT);
            return None;
        }
        if text.chars().count() > MAX_LINE {
            self.report(TomlError::TooLong { field: field.title(), max: MAX_LINE }, field.span());
            return None;
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests;

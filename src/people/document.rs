//! Reads people from TOML, collecting every error on the way.

use fluent_bundle::FluentValue;
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use toml::de::DeTable;

use super::key::{ALGORITHMS, BadKey, Key, RSA_BITS_MIN};
use super::person::{Contact, People, Person};
use crate::diagnostic::{
    self, Diagnostic, DiagnosticKind, Expected, Message, Table, TableKind, TomlError, TomlFormat, TomlReader, quoted,
    used_before,
};
use crate::incident::{Line, PersonName, Right, RoleId};
use crate::lang::{Lang, vars};

const MAX_PERSONS: usize = 2_000;
const MAX_EACH: usize = 64;
/// Characters of a full name or a phone number.
const MAX_LINE: usize = 200;
const MAX_NAME: usize = 32;

const FILE: TableKind = TableKind::new("people", &["format", "person"]);
const PERSON: TableKind =
    TableKind::new("person", &["name", "full_name", "right", "roles", "unix", "ssh_keys", "contact"]);
const CONTACT: TableKind = TableKind::new("contact", &["phone", "mail", "chat"]);

const RIGHTS: [(&str, Right); 4] = [
    ("commander", Right::Commander),
    ("deputy", Right::Deputy),
    ("member", Right::Member),
    ("observer", Right::Observer),
];

pub type PeopleDiagnostic = Diagnostic<PeopleError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleError {
    Toml(TomlError),
    /// A name that cannot be mentioned as `@name`.
    Name {
        name: Line,
    },
    /// The right of the host's own account, which no file gives.
    OwnerRight,
    RoleId {
        id: Line,
    },
    Account {
        account: Line,
    },
    Key(BadKey),
    /// A name, an account or a key that only one person may have; the message `key` says which.
    Duplicate {
        key: &'static str,
        text: Line,
        first: Range<usize>,
    },
}

impl DiagnosticKind for PeopleError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Name { name } => message("people-name", &[("name", quoted(name))]),
            Self::OwnerRight => message("people-owner-right", &[]),
            Self::RoleId { id } => message("people-role", &[("id", quoted(id))]),
            Self::Account { account } => message("people-account", &[("account", quoted(account))]),
            Self::Key(bad) => {
                message(bad.key(), &vars![known = ALGORITHMS.join(", "), bits = RSA_BITS_MIN.to_string()])
            }
            Self::Duplicate { key, text, .. } => message(key, &[("text", quoted(text))]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Duplicate { first, .. } => Some(first),
            _ => None,
        }
    }
}

impl From<TomlError> for PeopleError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

/// The first use of each name, account and key.
#[derive(Default)]
struct Used {
    names: HashMap<String, Range<usize>>,
    accounts: HashMap<String, Range<usize>>,
    keys: HashMap<Vec<u8>, Range<usize>>,
}

impl People {
    pub fn read(source: &str, name: &str) -> Result<Self, Vec<PeopleDiagnostic>> {
        diagnostic::read(source, name)
    }

    pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Self, Vec<PeopleDiagnostic>> {
        diagnostic::read_bytes(bytes, name)
    }
}

impl TomlFormat for PeopleError {
    type Output = People;

    const MAX_BYTES: usize = 1 << 20;

    fn walk(reader: &mut TomlReader<Self>, document: &DeTable<'_>) -> Option<People> {
        let file = Table::file(document, FILE);
        reader.unknown_fields(file);
        reader.format(file);
        let mut used = Used::default();
        let mut persons = Vec::new();
        for table in reader.tables(file, "person", PERSON, MAX_PERSONS) {
            persons.extend(reader.person(table, &mut used));
        }
        Some(People(persons))
    }
}

impl TomlReader<PeopleError> {
    fn person(&mut self, table: Table<'_>, used: &mut Used) -> Option<Person> {
        self.unknown_fields(table);
        let name = self.person_name(table, used);
        let full_name = self.line(table, "full_name", MAX_LINE);
        let right = self.right(table);
        let roles = self.texts(table, "roles", MAX_EACH);
        let roles = roles.into_iter().filter_map(|(text, span)| self.role(&text, span)).collect();
        let unix = self.texts(table, "unix", MAX_EACH);
        let unix = unix.into_iter().filter_map(|(text, span)| self.account(text, span, used)).collect();
        let keys = self.texts(table, "ssh_keys", MAX_EACH);
        let keys = keys.into_iter().filter_map(|(text, span)| self.key(&text, span, used)).collect();
        let contact = self.contact(table);
        Some(Person { name: name?, full_name, right: right?, roles, unix, keys, contact })
    }

    fn person_name(&mut self, table: Table<'_>, used: &mut Used) -> Option<PersonName> {
        let Some(found) = table.field("name") else { return self.missing(table, "name") };
        let text = self.filled(found)?;
        // It is mentioned as `@name`, and begins the log entries of its owner.
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_name = text.chars().all(fits)
            && text.starts_with(char::is_alphanumeric)
            && text.chars().count() <= MAX_NAME
            && Line::new(text).as_str() == text;
        if !is_name {
            self.report(PeopleError::Name { name: Line::new(text) }, found.span());
            return None;
        }
        let same = text.to_lowercase();
        self.unique(&mut used.names, same, ("people-same-name", text), found.span())?;
        Some(PersonName::new(text))
    }

    fn right(&mut self, table: Table<'_>) -> Option<Right> {
        let Some(found) = table.field("right") else { return self.missing(table, "right") };
        let text = self.filled(found)?;
        if text == "owner" {
            self.report(PeopleError::OwnerRight, found.span());
            return None;
        }
        self.one_of((text, found.span()), "people-right", &RIGHTS)
    }

    fn role(&mut self, text: &str, span: Range<usize>) -> Option<RoleId> {
        let role = text.parse().ok();
        if role.is_none() {
            self.report(PeopleError::RoleId { id: Line::new(text) }, span);
        }
        role
    }

    fn account(&mut self, text: String, span: Range<usize>, used: &mut Used) -> Option<String> {
        let is_account = text.chars().count() <= MAX_NAME
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ':' | '/'));
        if !is_account {
            self.report(PeopleError::Account { account: Line::new(&text) }, span);
            return None;
        }
        self.unique(&mut used.accounts, text.clone(), ("people-same-account", &text), span)?;
        Some(text)
    }

    fn key(&mut self, text: &str, span: Range<usize>, used: &mut Used) -> Option<Key> {
        let key = match Key::read(text) {
            Ok(key) => key,
            Err(bad) => {
                self.report(PeopleError::Key(bad), span);
                return None;
            }
        };
        let shown = key.to_string();
        self.unique(&mut used.keys, key.blob.clone(), ("people-same-key", &shown), span)?;
        Some(key)
    }

    fn contact(&mut self, person: Table<'_>) -> Contact {
        let Some(found) = person.field("contact") else { return Contact::default() };
        let expected = Expected::new("people-expected-contact");
        let Some(table) = self.as_table(found, CONTACT, expected) else { return Contact::default() };
        self.unknown_fields(table);
        let [phone, mail, chat] = ["phone", "mail", "chat"].map(|name| self.line(table, name, MAX_LINE));
        Contact { phone, mail, chat }
    }

    /// Reports what another person has already by the message `key`, and returns `None`.
    fn unique<K: Eq + Hash>(
        &mut self,
        used: &mut HashMap<K, Range<usize>>,
        value: K,
        (key, text): (&'static str, &str),
        span: Range<usize>,
    ) -> Option<()> {
        let Some(first) = used_before(used, value, &span) else { return Some(()) };
        self.report(PeopleError::Duplicate { key, text: Line::new(text), first }, span);
        None
    }
}

#[cfg(test)]
mod tests;

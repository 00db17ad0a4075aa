//! Tables and fields of a parsed TOML file, each with its place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::format::TableKind;
use crate::incident::Line;

/// The name of a field, and its place.
pub type Name<'d> = Spanned<Cow<'d, str>>;

#[derive(Clone, Copy)]
pub struct Table<'d> {
    pub fields: &'d DeTable<'d>,
    pub kind: TableKind,
    /// Where a missing field is reported.
    head: (usize, usize),
}

#[derive(Clone, Copy)]
pub struct Field<'d> {
    pub name: &'d Name<'d>,
    pub value: &'d Spanned<DeValue<'d>>,
}

impl<'d> Table<'d> {
    pub const fn new(fields: &'d DeTable<'d>, kind: TableKind, head: &Range<usize>) -> Self {
        Self { fields, kind, head: (head.start, head.end) }
    }

    pub const fn file(document: &'d DeTable<'d>, kind: TableKind) -> Self {
        Self::new(document, kind, &(0..0))
    }

    pub fn field(&self, name: &str) -> Option<Field<'d>> {
        let fields: &'d DeTable<'d> = self.fields;
        fields.get_key_value(name).map(|(name, value)| Field { name, value })
    }

    /// All fields, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = Field<'d>> + use<'d> {
        let fields: &'d DeTable<'d> = self.fields;
        fields.iter().map(|(name, value)| Field { name, value })
    }

    pub const fn head(&self) -> Range<usize> {
        self.head.0..self.head.1
    }

    /// Returns the same table as another kind, once its fields show which.
    #[must_use]
    pub const fn as_kind(self, kind: TableKind) -> Self {
        Self { kind, ..self }
    }

    pub fn unknown(&self) -> impl Iterator<Item = &'d Name<'d>> + use<'d> {
        let (fields, known) = (self.fields, self.kind.fields);
        fields.keys().filter(|name| !known.contains(&name.get_ref().as_ref()))
    }
}

impl Field<'_> {
    pub fn title(&self) -> Line {
        Line::new(self.name.get_ref())
    }

    pub fn span(&self) -> Range<usize> {
        self.value.span()
    }
}

/// Returns the place where `key` was used before; the first use is remembered.
pub fn used_before<K: Eq + Hash, S: BuildHasher>(
    used: &mut HashMap<K, Range<usize>, S>,
    key: K,
    span: &Range<usize>,
) -> Option<Range<usize>> {
    match used.get(&key) {
        Some(first) => Some(first.clone()),
        None => used.insert(key, span.clone()),
    }
}

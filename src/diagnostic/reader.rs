//! Reads a TOML file by walking its tables, collecting every error on the way.

use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::format::{Expected, TableKind, value_type};
use super::nearest::nearest;
use super::report::{Diagnostic, DiagnosticKind};
use super::source::Source;
use super::table::{Field, Name, Table};
use super::toml_error::TomlError;
use crate::incident::Line;

/// A format of TOML files; its errors are the shared ones and its own.
pub trait TomlFormat: DiagnosticKind {
    /// What a valid file says.
    type Output;

    const MAX_BYTES: usize;

    /// Walks a file that parsed; `None` if its errors leave nothing to return.
    fn walk(reader: &mut TomlReader<Self>, document: &DeTable<'_>) -> Option<Self::Output>;

    /// Returns what errors may quote of the file, in as many bytes.
    fn shown(source: &str) -> Cow<'_, str> {
        source.into()
    }
}

pub fn read_bytes<K: TomlFormat>(bytes: &[u8], name: &str) -> Result<K::Output, Vec<Diagnostic<K>>> {
    let whole = |error: TomlError| vec![Diagnostic::of_file(K::from(error), name)];
    if bytes.len() > K::MAX_BYTES {
        return Err(whole(TomlError::TooBig { bytes: bytes.len(), max: K::MAX_BYTES }));
    }
    // A picture or an archive: the place of its first bad byte would say little.
    if bytes.contains(&0) {
        return Err(whole(TomlError::NotText));
    }
    match std::str::from_utf8(bytes) {
        Ok(source) => read(source, name),
        Err(error) => {
            let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let at = good.len();
            let source = Source::new(name, &format!("{}\u{fffd}", K::shown(&good)));
            Err(vec![Diagnostic::new(TomlError::NotText.into(), source, at..at + 3)])
        }
    }
}

/// Reads a file; `name` is what errors call it.
pub fn read<K: TomlFormat>(source: &str, name: &str) -> Result<K::Output, Vec<Diagnostic<K>>> {
    if source.len() > K::MAX_BYTES {
        let error = TomlError::TooBig { bytes: source.len(), max: K::MAX_BYTES };
        return Err(vec![Diagnostic::of_file(error.into(), name)]);
    }
    // Some editors of Windows write a byte-order mark first.
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut reader = TomlReader { errors: Vec::new() };
    let mut last_line = None;
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        // Most further errors of a line follow from its first.
        let line = source.get(..span.start).and_then(|before| before.rfind('\n'));
        if last_line.replace(line) == Some(line) {
            continue;
        }
        reader.report(TomlError::syntax(error.message()), span);
    }
    // What a broken document seems to hold or to lack would only distract from what broke it.
    let read = if errors.is_empty() { K::walk(&mut reader, document.get_ref()) } else { None };
    match read {
        Some(read) if reader.errors.is_empty() => Ok(read),
        _ => Err(Diagnostic::all(reader.errors, name, &K::shown(source))),
    }
}

/// The errors found so far in a file.
///
/// Each format adds its own methods, in an `impl TomlReader<ItsError>`.
pub struct TomlReader<K> {
    errors: Vec<(K, Range<usize>)>,
}

impl<K: TomlFormat> TomlReader<K> {
    /// Walks a part of a parsed file; returns what it says and its errors.
    pub fn part<R>(walk: impl FnOnce(&mut Self) -> R) -> (R, Vec<(K, Range<usize>)>) {
        let mut reader = Self { errors: Vec::new() };
        (walk(&mut reader), reader.errors)
    }

    pub fn report(&mut self, error: impl Into<K>, span: Range<usize>) {
        self.errors.push((error.into(), span));
    }

    pub fn wrong_type(&mut self, field: Field<'_>, expected: Expected) {
        let found = value_type(field.value.get_ref());
        self.report(TomlError::WrongType { field: field.title(), found, expected }, field.span());
    }

    /// Reports a missing field, unless an unknown one is probably it, which is reported as such.
    pub fn missing<R>(&mut self, table: Table<'_>, field: &'static str) -> Option<R> {
        let known = || table.kind.fields.iter().copied();
        if !table.unknown().any(|name| nearest(name.get_ref(), known()) == Some(field)) {
            self.report(TomlError::Missing { field, of: table.kind }, table.head());
        }
        None
    }

    pub fn unknown_fields(&mut self, table: Table<'_>) {
        for name in table.unknown() {
            self.unknown_field(table.kind, name);
        }
    }

    pub fn unknown_field(&mut self, of: TableKind, name: &Name<'_>) {
        let near = nearest(name.get_ref(), of.fields.iter().copied());
        let field = Line::new(name.get_ref());
        self.report(TomlError::UnknownField { field, of, near }, name.span());
    }

    /// Checks the format number, if there is one.
    pub fn format(&mut self, file: Table<'_>) {
        if let Some(field) = file.field("format")
            // The only number so far.
            && !matches!(field.value.get_ref(), DeValue::Integer(number) if number.as_str() == "1")
        {
            self.report(TomlError::Format, field.span());
        }
    }

    /// Returns the tables `[[name]]`, at most `max` of them.
    pub fn tables<'d>(&mut self, file: Table<'d>, name: &'static str, kind: TableKind, max: usize) -> Vec<Table<'d>> {
        let Some(listed) = file.field(name) else { return Vec::new() };
        let expected = Expected::tables(name);
        let mut tables = Vec::new();
        for value in self.items(listed, name, expected, max) {
            tables.extend(self.as_table(Field { value, ..listed }, kind, expected));
        }
        tables
    }

    pub fn table<'d>(&mut self, file: Table<'d>, name: &'static str, kind: TableKind) -> Option<Table<'d>> {
        self.as_table(file.field(name)?, kind, Expected::table(name))
    }

    pub fn as_table<'d>(&mut self, field: Field<'d>, kind: TableKind, expected: Expected) -> Option<Table<'d>> {
        let value: &'d DeValue<'d> = field.value.get_ref();
        if let DeValue::Table(fields) = value {
            return Some(Table::new(fields, kind, &field.span()));
        }
        self.wrong_type(field, expected);
        None
    }

    /// Returns the values of a list, at most `max` of them.
    pub fn items<'d>(
        &mut self,
        field: Field<'d>,
        name: &'static str,
        expected: Expected,
        max: usize,
    ) -> impl Iterator<Item = &'d Spanned<DeValue<'d>>> + use<'d, K> {
        let value: &'d DeValue<'d> = field.value.get_ref();
        let items = value.as_array().map_or(&[][..], |items| &items[..]);
        if !value.is_array() {
            self.wrong_type(field, expected);
        }
        if items.len() > max {
            let error = TomlError::TooMany { field: name, found: items.len(), max };
            self.report(error, field.name.span());
        }
        items.iter().take(max)
    }

    /// Returns a field that is `true` or `false`; `None` if it is missing or wrong.
    pub fn flag(&mut self, table: Table<'_>, name: &str) -> Option<bool> {
        let field = table.field(name)?;
        let flag = field.value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(field, Expected::FLAG);
        }
        flag
    }

    pub fn text<'d>(&mut self, field: Field<'d>, expected: Expected) -> Option<&'d str> {
        let value: &'d DeValue<'d> = field.value.get_ref();
        if value.as_str().is_none() {
            self.wrong_type(field, expected);
        }
        value.as_str()
    }

    pub fn filled<'d>(&mut self, field: Field<'d>) -> Option<&'d str> {
        let text = self.text(field, Expected::TEXT)?;
        if text.trim().is_empty() {
            self.report(TomlError::Empty { field: field.title() }, field.span());
            return None;
        }
        Some(text)
    }

    /// Returns a text as one line of at most `max` characters; `title` is what errors call it.
    pub fn line_of(&mut self, title: Line, text: &str, span: Range<usize>, max: usize) -> Option<Line> {
        let line = Line::new(text);
        let error = if line.is_empty() {
            TomlError::Empty { field: title }
        } else if line.as_str().chars().count() > max {
            TomlError::TooLong { field: title, max }
        } else {
            return Some(line);
        };
        self.report(error, span);
        None
    }

    /// Returns a field as one line of at most `max` characters.
    pub fn line(&mut self, table: Table<'_>, name: &str, max: usize) -> Option<Line> {
        let field = table.field(name)?;
        let text = self.text(field, Expected::TEXT)?;
        self.line_of(field.title(), text, field.span(), max)
    }

    /// Returns a list of texts, each with its place; at most `max` of them.
    pub fn texts(&mut self, table: Table<'_>, name: &'static str, max: usize) -> Vec<(String, Range<usize>)> {
        let Some(listed) = table.field(name) else { return Vec::new() };
        let mut texts = Vec::new();
        for value in self.items(listed, name, Expected::TEXTS, max) {
            if let Some(text) = self.filled(Field { value, ..listed }) {
                texts.push((text.trim().to_owned(), value.span()));
            }
        }
        texts
    }

    /// Returns the value that a text names; the message `key` says that it names none.
    pub fn one_of<T: Copy>(
        &mut self,
        (text, span): (&str, Range<usize>),
        key: &'static str,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        let found = known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<_> = known.iter().map(|(name, _)| *name).collect();
            let near = nearest(text, known.iter().copied());
            self.report(TomlError::UnknownName { key, text: Line::new(text), known, near }, span);
        }
        found
    }
}

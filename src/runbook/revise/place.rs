//! The places of a plan's tables and fields in its text.

use std::ops::Range;
use toml_edit::{Array, Document, Item, TableLike, Value};

/// A plan's text, and its places.
pub(super) struct Text<'a> {
    pub source: &'a str,
    document: Document<&'a str>,
    /// Every value that is neither a list nor a table.
    values: Vec<Range<usize>>,
}

pub(super) type Table<'d> = &'d dyn TableLike;

/// A line above which a remark can stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Anchor<'a> {
    pub at: usize,
    pub indent: &'a str,
    pub newline: &'static str,
}

impl<'a> Text<'a> {
    /// `None` if it is not TOML.
    pub fn parse(source: &'a str) -> Option<Self> {
        let document = Document::parse(source).ok()?;
        let mut values = Vec::new();
        collect(document.as_item(), &mut values);
        values.sort_by_key(|span| span.start);
        Some(Self { source, document, values })
    }

    /// The tables `[[name]]`, or those of a list of that name.
    pub fn tables(&self, name: &str) -> Vec<Table<'_>> {
        match self.document.as_table().get(name) {
            Some(Item::ArrayOfTables(tables)) => tables.iter().map(|table| table as Table<'_>).collect(),
            Some(Item::Value(Value::Array(list))) => {
                list.iter().filter_map(|item| item.as_inline_table()).map(|table| table as Table<'_>).collect()
            }
            _ => Vec::new(),
        }
    }

    /// An inline list of tables.
    pub fn list(&self, name: &str) -> Option<&Array> {
        self.document.as_table().get(name)?.as_array()
    }

    /// The start of the first `[[name]]`.
    pub fn first_header(&self, name: &str) -> Option<usize> {
        let tables = self.document.as_table().get(name)?.as_array_of_tables()?;
        tables.get(0)?.span().map(|span| self.line_start(span.start))
    }

    /// Returns the line of a field, if the field is first on it.
    pub fn anchor(&self, table: Table<'_>, field: &str) -> Option<Anchor<'a>> {
        let key = table.get_key_value(field)?.0.span()?;
        let at = self.line_start(key.start);
        let before = &self.source[at..key.start];
        let path = before.trim_start();
        let indent = &before[..before.len() - path.len()];
        let alone = !path.contains(['=', '{', '[', ',', '#']);
        alone.then(|| Anchor { at, indent, newline: self.newline(key.start) })
    }

    /// The lines right above a place that begin with `mark`, outside any value.
    pub fn lines_above(&self, at: usize, mark: &str) -> Range<usize> {
        let mut start = at;
        while let Some(above) = start.checked_sub(1).map(|end| self.line_start(end)) {
            let is_value = self.is_in_a_value(above);
            if is_value || !self.source[above..start].trim_start().starts_with(mark) {
                break;
            }
            start = above;
        }
        start..at
    }

    fn is_in_a_value(&self, at: usize) -> bool {
        let before = self.values.partition_point(|span| span.start < at);
        before.checked_sub(1).is_some_and(|last| at < self.values[last].end)
    }

    pub fn line_start(&self, at: usize) -> usize {
        self.source[..at].rfind('\n').map_or(0, |place| place + 1)
    }

    /// The end of the line of a place, without its break.
    pub fn line_end(&self, at: usize) -> usize {
        let end = self.source[at..].find('\n').map_or(self.source.len(), |place| at + place);
        if end > at && self.source[..end].ends_with('\r') { end - 1 } else { end }
    }

    /// The line break at a place, or the text's first on the last line.
    pub fn newline(&self, at: usize) -> &'static str {
        let rest = &self.source[at..];
        let end = rest.find('\n').map(|place| at + place).or_else(|| self.source.find('\n'));
        if end.is_some_and(|end| self.source[..end].ends_with('\r')) { "\r\n" } else { "\n" }
    }

    /// The end of a table's content, with the comment on its last line.
    pub fn end_of(&self, table: Table<'_>) -> Option<usize> {
        table.iter().filter_map(|(_, item)| last_of(item)).max().map(|end| self.line_end(end))
    }

    /// Returns the place after the comma that follows, if one does; comments and line breaks may come between.
    pub fn behind_comma(&self, at: usize) -> Option<usize> {
        let mut place = at;
        let mut rest = &self.source[at..];
        loop {
            let trimmed = rest.trim_start();
            place += rest.len() - trimmed.len();
            if trimmed.starts_with(',') {
                return Some(place + 1);
            }
            let comment = trimmed.strip_prefix('#').map(|_| trimmed.find('\n').unwrap_or(trimmed.len()))?;
            place += comment;
            rest = &trimmed[comment..];
        }
    }
}

/// The end of the last value in an item.
fn last_of(item: &Item) -> Option<usize> {
    match item {
        Item::Value(value) => value.span().map(|span| span.end),
        Item::Table(table) => {
            let header = (!table.is_dotted()).then(|| table.span().map(|span| span.end)).flatten();
            table.iter().filter_map(|(_, item)| last_of(item)).chain(header).max()
        }
        Item::ArrayOfTables(tables) => {
            let ends = tables.iter().flat_map(|table| table.iter().filter_map(|(_, item)| last_of(item)));
            ends.max()
        }
        Item::None => None,
    }
}

fn collect(item: &Item, values: &mut Vec<Range<usize>>) {
    match item {
        Item::Value(value) => collect_value(value, values),
        Item::Table(table) => table.iter().for_each(|(_, item)| collect(item, values)),
        Item::ArrayOfTables(tables) => {
            for table in tables {
                table.iter().for_each(|(_, item)| collect(item, values));
            }
        }
        Item::None => {}
    }
}

fn collect_value(value: &Value, values: &mut Vec<Range<usize>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| collect_value(value, values)),
        Value::InlineTable(table) => table.iter().for_each(|(_, value)| collect_value(value, values)),
        other => values.extend(other.span()),
    }
}

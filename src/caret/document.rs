//! A TOML file that is walked by hand, each value with its place, noting all that is wrong on the way.
//!
//! Deserialising would stop at the first error; whoever writes a file wants all of them, in their own language, with
//! what they probably meant.

use fluent_bundle::FluentValue;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Flaw, Problem, Source, Syntax, Words, nearest, quoted};
use crate::incident::Line;
use crate::lang::Lang;

/// One format of files: what its tables hold, and what can be wrong with it beside any file's [`Slip`].
pub trait Grammar: Flaw + From<Slip<Self::Thing, Self::Expected>> {
    type Thing: Thing;
    type Expected: Expected;

    const MAX_BYTES: usize;

    /// What errors may quote of the file, as long as the file byte for byte.
    fn shown(source: &str) -> Cow<'_, str> {
        source.into()
    }
}

/// A kind of table.
pub trait Thing: Copy {
    /// The fields that it may have, as the format writes them.
    fn fields(self) -> &'static [&'static str];

    /// What it is called, where the messages of its format say it.
    fn of(self, _lang: Lang) -> String {
        String::new()
    }
}

/// What a field holds where all is well.
pub trait Expected: Copy {
    fn say(self, lang: Lang) -> String;
}

/// What can be wrong in a TOML file, whatever it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip<T, E> {
    /// The file is larger than one of its kind can be.
    TooBig {
        bytes: usize,
        max: usize,
    },
    /// It is no UTF-8 text.
    NotText,
    /// It is no TOML; `detail` is what the TOML reader says, in English.
    Syntax {
        cause: Syntax,
        detail: Line,
    },
    /// The format number is not one that this version reads.
    Format,
    Missing {
        field: &'static str,
        of: T,
    },
    WrongType {
        field: Line,
        found: Type,
        expected: E,
    },
    Empty {
        field: Line,
    },
    TooLong {
        field: Line,
        max: usize,
    },
    UnknownField {
        field: Line,
        of: T,
        near: Option<&'static str>,
    },
    TooMany {
        field: &'static str,
        found: usize,
        max: usize,
    },
    /// There is more wrong than is worth showing at once.
    More {
        count: usize,
    },
}

impl<T: Thing, E: Expected> Slip<T, E> {
    /// The sentences of it, under the keys that begin with `area`.
    pub fn words(&self, area: &str, lang: Lang) -> Words {
        let with = |name: &str, variables: &[(&str, FluentValue<'_>)]| Words {
            what: lang.say_with(&format!("{area}-{name}"), variables),
            expected: lang.say_with(&format!("{area}-{name}-expected"), variables),
            help: None,
        };
        match self {
            Self::TooBig { bytes, max } => {
                let mebibytes = bytes.div_ceil(1 << 20);
                with("too-big", &[("mebibytes", mebibytes.into()), ("max", (max >> 20).into())])
            }
            Self::NotText => with("not-text", &[]),
            Self::Syntax { cause, detail } => cause.words(detail, lang),
            Self::Format => with("format", &[]),
            Self::Missing { field, of } => {
                with("missing", &[("field", (*field).into()), ("of", of.of(lang).into())])
            }
            Self::WrongType { field, found, expected } => Words {
                what: lang.say_with(
                    &format!("{area}-type"),
                    &[("field", quoted(field)), ("found", lang.say(found.key()).into())],
                ),
                expected: expected.say(lang),
                help: None,
            },
            Self::Empty { field } => with("empty", &[("field", quoted(field))]),
            Self::TooLong { field, max } => {
                with("too-long", &[("field", quoted(field)), ("max", (*max).into())])
            }
            Self::UnknownField { field, of, near } => Words {
                help: near.map(|near| lang.say_with("caret-meant", &[("near", near.into())])),
                ..with(
                    "unknown-field",
                    &[
                        ("field", quoted(field)),
                        ("of", of.of(lang).into()),
                        ("known", of.fields().join(", ").into()),
                    ],
                )
            },
            Self::TooMany { field, found, max } => with(
                "too-many",
                &[("field", (*field).into()), ("found", (*found).into()), ("max", (*max).into())],
            ),
            Self::More { count } => with("more", &[("count", (*count).into())]),
        }
    }
}

/// The types of TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Text,
    Number,
    Boolean,
    Date,
    List,
    Table,
}

impl Type {
    pub const fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(_) => Self::Text,
            DeValue::Integer(_) | DeValue::Float(_) => Self::Number,
            DeValue::Boolean(_) => Self::Boolean,
            DeValue::Datetime(_) => Self::Date,
            DeValue::Array(_) => Self::List,
            DeValue::Table(_) => Self::Table,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Text => "caret-type-text",
            Self::Number => "caret-type-number",
            Self::Boolean => "caret-type-boolean",
            Self::Date => "caret-type-date",
            Self::List => "caret-type-list",
            Self::Table => "caret-type-table",
        }
    }
}

/// Whoever goes through a file, and what they found wrong so far.
///
/// Each format adds its own steps, in an `impl Walker<itsFault>` of its own.
pub struct Walker<F> {
    faults: Vec<(F, Range<usize>)>,
}

impl<F: Grammar> Walker<F> {
    /// Reads a file from its bytes; `name` is what the errors call it.
    pub fn read_bytes<R>(
        bytes: &[u8],
        name: &str,
        walk: impl FnOnce(&mut Self, &DeTable<'_>) -> Option<R>,
    ) -> Result<R, Vec<Problem<F>>> {
        let whole = |slip: Slip<_, _>| vec![Problem::of_file(F::from(slip), name)];
        if bytes.len() > F::MAX_BYTES {
            return Err(whole(Slip::TooBig { bytes: bytes.len(), max: F::MAX_BYTES }));
        }
        // A picture or an archive: the place of its first bad byte would say little.
        if bytes.contains(&0) {
            return Err(whole(Slip::NotText));
        }
        match std::str::from_utf8(bytes) {
            Ok(source) => Self::read(source, name, walk),
            Err(error) => {
                let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                let at = good.len();
                let source = Source::new(name, &format!("{}\u{fffd}", F::shown(&good)));
                Err(vec![Problem::new(Slip::NotText.into(), source, at..at + 3)])
            }
        }
    }

    /// Reads a file; none of the walk means that what it found wrong leaves nothing.
    pub fn read<R>(
        source: &str,
        name: &str,
        walk: impl FnOnce(&mut Self, &DeTable<'_>) -> Option<R>,
    ) -> Result<R, Vec<Problem<F>>> {
        if source.len() > F::MAX_BYTES {
            let slip = Slip::TooBig { bytes: source.len(), max: F::MAX_BYTES };
            return Err(vec![Problem::of_file(slip.into(), name)]);
        }
        // A byte-order mark is what some editors of Windows put first.
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        let (document, errors) = DeTable::parse_recoverable(source);
        let mut walker = Self { faults: Vec::new() };
        let mut last_line = None;
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            // What follows the first error of a line comes from it, mostly.
            let line = source.get(..span.start).and_then(|before| before.rfind('\n'));
            if last_line.replace(line) == Some(line) {
                continue;
            }
            let (cause, detail) = (Syntax::of(error.message()), Line::new(error.message()));
            walker.report(Slip::Syntax { cause, detail }, span);
        }
        // What a broken document seems to hold or to lack would only distract from what broke it.
        let read = if errors.is_empty() { walk(&mut walker, document.get_ref()) } else { None };
        match read {
            Some(read) if walker.faults.is_empty() => Ok(read),
            _ => Err(Problem::all(walker.faults, name, &F::shown(source))),
        }
    }

    /// What a walk through a parsed file gives, and what is wrong there.
    pub fn part<R>(walk: impl FnOnce(&mut Self) -> R) -> (R, Vec<(F, Range<usize>)>) {
        let mut walker = Self { faults: Vec::new() };
        (walk(&mut walker), walker.faults)
    }

    pub fn report(&mut self, fault: impl Into<F>, span: Range<usize>) {
        self.faults.push((fault.into(), span));
    }

    pub fn wrong_type(&mut self, field: Field<'_>, expected: F::Expected) {
        let found = Type::of(field.value.get_ref());
        self.report(Slip::WrongType { field: field.title(), found, expected }, field.value.span());
    }

    /// Reports a missing field, unless one that is there is probably meant for it and reported as such.
    pub fn lacks<R>(&mut self, table: Table<'_, F::Thing>, field: &'static str) -> Option<R> {
        let known = || table.thing.fields().iter().copied();
        if !table.unknown().any(|name| nearest(name.get_ref(), known()) == Some(field)) {
            self.report(Slip::Missing { field, of: table.thing }, table.head());
        }
        None
    }

    pub fn unknown_fields(&mut self, table: Table<'_, F::Thing>) {
        for name in table.unknown() {
            self.unknown_field(table.thing, name);
        }
    }

    pub fn unknown_field(&mut self, of: F::Thing, name: &Name<'_>) {
        let near = nearest(name.get_ref(), of.fields().iter().copied());
        self.report(Slip::UnknownField { field: Line::new(name.get_ref()), of, near }, name.span());
    }

    /// The format number, where it is said.
    pub fn format(&mut self, file: Table<'_, F::Thing>) {
        if let Some(field) = file.field("format")
            && !is_first_format(field.value.get_ref())
        {
            self.report(Slip::Format, field.value.span());
        }
    }

    /// The tables `[[name]]`, at most `max` of them.
    pub fn tables<'d>(
        &mut self,
        file: Table<'d, F::Thing>,
        name: &'static str,
        (thing, expected): (F::Thing, F::Expected),
        max: usize,
    ) -> Vec<Table<'d, F::Thing>> {
        let Some(listed) = file.field(name) else { return Vec::new() };
        let mut tables = Vec::new();
        for value in self.items(listed, name, expected, max) {
            if let DeValue::Table(fields) = value.get_ref() {
                tables.push(Table::new(fields, thing, &value.span()));
            } else {
                self.wrong_type(Field { value, ..listed }, expected);
            }
        }
        tables
    }

    /// The values of a list, at most `max` of them.
    pub fn items<'d>(
        &mut self,
        field: Field<'d>,
        name: &'static str,
        expected: F::Expected,
        max: usize,
    ) -> impl Iterator<Item = &'d Spanned<DeValue<'d>>> + use<'d, F> {
        let value: &'d DeValue<'d> = field.value.get_ref();
        let items = value.as_array().map_or(&[][..], |items| &items[..]);
        if !value.is_array() {
            self.wrong_type(field, expected);
        }
        if items.len() > max {
            self.report(Slip::TooMany { field: name, found: items.len(), max }, field.name.span());
        }
        items.iter().take(max)
    }

    /// A field that is `true` or `false`, and false where it is left out.
    pub fn flag(&mut self, table: Table<'_, F::Thing>, name: &str, expected: F::Expected) -> bool {
        let Some(field) = table.field(name) else { return false };
        if let DeValue::Boolean(flag) = field.value.get_ref() {
            return *flag;
        }
        self.wrong_type(field, expected);
        false
    }

    pub fn text<'d>(&mut self, field: Field<'d>, expected: F::Expected) -> Option<&'d str> {
        let value: &'d DeValue<'d> = field.value.get_ref();
        if value.as_str().is_none() {
            self.wrong_type(field, expected);
        }
        value.as_str()
    }

    /// A text that says something.
    pub fn filled<'d>(&mut self, field: Field<'d>, expected: F::Expected) -> Option<&'d str> {
        let text = self.text(field, expected)?;
        if text.trim().is_empty() {
            self.report(Slip::Empty { field: field.title() }, field.value.span());
            return None;
        }
        Some(text)
    }

    /// A list of texts, each with its place; what is expected of the list, and of each.
    pub fn texts(
        &mut self,
        table: Table<'_, F::Thing>,
        name: &'static str,
        (list, each): (F::Expected, F::Expected),
        max: usize,
    ) -> Vec<(String, Range<usize>)> {
        let Some(listed) = table.field(name) else { return Vec::new() };
        let mut texts = Vec::new();
        for value in self.items(listed, name, list, max) {
            if let Some(text) = self.filled(Field { value, ..listed }, each) {
                texts.push((text.trim().to_owned(), value.span()));
            }
        }
        texts
    }
}

/// Whether it is the one format number so far.
fn is_first_format(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Integer(number) if number.as_str() == "1")
}

/// Notes where something is first used; where it was used before, that place.
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

/// The name of a field, and where it stands.
pub type Name<'d> = Spanned<Cow<'d, str>>;

/// A table, and what it stands for.
#[derive(Clone, Copy)]
pub struct Table<'d, T> {
    pub fields: &'d DeTable<'d>,
    pub thing: T,
    /// Where to point when it lacks something.
    head: (usize, usize),
}

/// A field that is there: its name and its value.
#[derive(Clone, Copy)]
pub struct Field<'d> {
    pub name: &'d Name<'d>,
    pub value: &'d Spanned<DeValue<'d>>,
}

impl<'d, T: Thing> Table<'d, T> {
    pub const fn new(fields: &'d DeTable<'d>, thing: T, head: &Range<usize>) -> Self {
        Self { fields, thing, head: (head.start, head.end) }
    }

    /// The whole file.
    pub const fn file(document: &'d DeTable<'d>, thing: T) -> Self {
        Self::new(document, thing, &(0..0))
    }

    pub fn field(&self, name: &str) -> Option<Field<'d>> {
        let fields: &'d DeTable<'d> = self.fields;
        fields.get_key_value(name).map(|(name, value)| Field { name, value })
    }

    pub const fn head(&self) -> Range<usize> {
        self.head.0..self.head.1
    }

    /// The same table, now that it is known what it stands for.
    #[must_use]
    pub const fn known_as(self, thing: T) -> Self {
        Self { thing, ..self }
    }

    /// The names that it should not have.
    pub fn unknown(&self) -> impl Iterator<Item = &'d Name<'d>> + use<'d, T> {
        let (fields, known) = (self.fields, self.thing.fields());
        fields.keys().filter(|name| !known.contains(&name.get_ref().as_ref()))
    }
}

impl Field<'_> {
    pub fn title(&self) -> Line {
        Line::new(self.name.get_ref())
    }
}

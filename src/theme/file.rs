//! A theme file: TOML with `inherits`, a `[palette]` of names for colours, and a `[style]` for each meaning.
//!
//! ```toml
//! inherits = "dark"
//!
//! [palette]
//! alarm = "#ff5f5f"
//!
//! [style]
//! "phase.late" = { fg = "alarm", modifiers = ["bold"] }
//! "border" = "gray"                    # a colour alone is the foreground
//! "selection" = { bg = 236 }           # a number of the 256-colour palette
//! ```

use fluent_bundle::FluentValue;
use ratatui::style::{Color, Modifier, Style};
use std::collections::HashMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

use super::colour::{self, COLOURS, MODIFIERS};
use super::meaning::{Meaning, is_role};
use crate::diagnostic::{
    self, Diagnostic, DiagnosticKind, Expected, Field, Message, Source, Table, TableKind, TomlError, TomlFormat,
    TomlReader, nearest, quoted, render_all,
};
use crate::incident::Line;
use crate::lang::{Lang, vars};

const FILE: TableKind = TableKind::new("theme", &["inherits", "palette", "style"]);
/// Any names.
const PALETTE: TableKind = TableKind::new("palette", &[]);
/// Every meaning, and every role.
const STYLES: TableKind = TableKind::new("styles", &[]);
const STYLE: TableKind = TableKind::new("style", &["fg", "bg", "modifiers"]);

const ONE_STYLE: Expected = Expected::new("theme-expected-style");
const ONE_COLOUR: Expected = Expected::new("theme-expected-colour");
const MAX_MODIFIERS: usize = 16;

/// The content of one file, before inheritance.
#[derive(Debug, Default)]
pub struct ThemeFile {
    pub inherits: Option<Parent>,
    pub styles: Vec<(String, Style)>,
}

/// The theme that a file inherits, and where the file says so.
#[derive(Debug)]
pub struct Parent {
    pub name: String,
    place: Range<usize>,
}

impl ThemeFile {
    /// Reads a theme; its file is `theme`.toml.
    pub fn read(theme: &str, source: &str) -> Result<Self, Vec<ThemeDiagnostic>> {
        diagnostic::read(source, &format!("{theme}.toml"))
    }
}

impl Parent {
    /// The error that the inherited theme does not exist, or would inherit itself.
    pub fn unknown(self, theme: &str, source: &str, known: Vec<Line>) -> ThemeDiagnostic {
        let error = ThemeFileError::Parent { name: Line::new(&self.name), known };
        Diagnostic::new(error, Source::new(&format!("{theme}.toml"), source), self.place)
    }
}

type Palette = HashMap<String, Color>;

impl TomlFormat for ThemeFileError {
    type Output = ThemeFile;

    const MAX_BYTES: usize = 256 << 10;

    fn walk(reader: &mut TomlReader<Self>, document: &DeTable<'_>) -> Option<ThemeFile> {
        let file = Table::file(document, FILE);
        reader.unknown_fields(file);
        let inherits = file.field("inherits").and_then(|field| {
            let name = reader.filled(field)?.to_owned();
            Some(Parent { name, place: field.span() })
        });
        let mut palette = Palette::new();
        if let Some(table) = reader.table(file, "palette", PALETTE) {
            for field in table.iter() {
                let colour = reader.colour(field, &Palette::new(), ONE_COLOUR);
                // A name with an invalid colour is still known, so that its uses are not errors too.
                palette.insert(field.name.get_ref().to_string(), colour.unwrap_or_default());
            }
        }
        let mut styles = Vec::new();
        if let Some(table) = reader.table(file, "style", STYLES) {
            for field in table.iter() {
                let name = field.name.get_ref().as_ref();
                if Meaning::named(name).is_none() && !is_role(name) {
                    let near = nearest(name, Meaning::ALL.iter().map(|meaning| meaning.name()));
                    let error = Self::UnknownMeaning { name: Line::new(name), near };
                    reader.report(error, field.name.span());
                }
                styles.push((name.to_owned(), reader.style(field, &palette)));
            }
        }
        Some(ThemeFile { inherits, styles })
    }
}

impl TomlReader<ThemeFileError> {
    fn style(&mut self, field: Field<'_>, palette: &Palette) -> Style {
        if matches!(field.value.get_ref(), DeValue::String(_) | DeValue::Integer(_)) {
            return Style { fg: self.colour(field, palette, ONE_STYLE), ..Style::new() };
        }
        let Some(table) = self.as_table(field, STYLE, ONE_STYLE) else { return Style::new() };
        self.unknown_fields(table);
        let mut colour = |name| table.field(name).and_then(|field| self.colour(field, palette, ONE_COLOUR));
        let (fg, bg) = (colour("fg"), colour("bg"));
        Style { fg, bg, ..Style::new() }.add_modifier(self.modifiers(table))
    }

    fn modifiers(&mut self, style: Table<'_>) -> Modifier {
        let texts = self.texts(style, "modifiers", MAX_MODIFIERS);
        let modifiers =
            texts.iter().filter_map(|(text, span)| self.one_of((text, span.clone()), "theme-modifier", MODIFIERS));
        modifiers.fold(Modifier::empty(), |all, modifier| all | modifier)
    }

    /// `#rrggbb`, a name of the palette or of the terminal, or a number of the 256-colour palette.
    fn colour(&mut self, field: Field<'_>, palette: &Palette, expected: Expected) -> Option<Color> {
        let (text, colour) = match field.value.get_ref() {
            DeValue::Integer(number) => (number.as_str(), number.as_str().parse().ok().map(Color::Indexed)),
            DeValue::String(text) => {
                (text.as_ref(), palette.get(text.as_ref()).copied().or_else(|| colour::parse(text)))
            }
            _ => {
                self.wrong_type(field, expected);
                return None;
            }
        };
        if colour.is_none() {
            let known = palette.keys().map(String::as_str).chain(COLOURS.iter().map(|(name, _)| *name));
            let near = nearest(text, known).map(Line::new);
            self.report(ThemeFileError::Colour { text: Line::new(text), near }, field.span());
        }
        colour
    }
}

pub type ThemeDiagnostic = Diagnostic<ThemeFileError>;

/// Why there is no theme of a name.
#[derive(Clone, Debug)]
pub enum ThemeError {
    NotFound {
        name: Line,
        known: Vec<Line>,
    },
    /// The theme, or one that it inherits, has errors.
    Invalid(Vec<ThemeDiagnostic>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeFileError {
    Toml(TomlError),
    UnknownMeaning {
        name: Line,
        near: Option<&'static str>,
    },
    Colour {
        text: Line,
        near: Option<Line>,
    },
    /// The theme to inherit does not exist, or would inherit itself.
    Parent {
        name: Line,
        known: Vec<Line>,
    },
}

impl ThemeError {
    pub fn render(&self, lang: Lang) -> String {
        match self {
            Self::NotFound { name, known } => {
                let message = parent(name, known, lang);
                let help = message.help.map(|help| format!("; {help}")).unwrap_or_default();
                format!("{}: {}{help}", message.what, message.expected)
            }
            Self::Invalid(diagnostics) => render_all(diagnostics, lang),
        }
    }
}

impl DiagnosticKind for ThemeFileError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        match self {
            Self::Toml(error) => error.message(lang),
            Self::UnknownMeaning { name, near } => {
                message("theme-meaning", &[("name", quoted(name))]).meant(lang, *near)
            }
            Self::Colour { text, near } => {
                let names = COLOURS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                message("theme-colour", &vars![text = quoted(text), names]).meant(lang, near.as_ref().map(Line::as_str))
            }
            Self::Parent { name, known } => parent(name, known, lang),
        }
    }
}

impl From<TomlError> for ThemeFileError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

fn parent(name: &Line, known: &[Line], lang: Lang) -> Message {
    let listed = known.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
    let what = lang.say_with("theme-unknown", &[("name", quoted(name))]);
    let expected = lang.say_with("diagnostic-one-of", &vars![known = listed]);
    Message::new(what, expected).meant(lang, nearest(name.as_str(), known.iter().map(Line::as_str)))
}

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

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use ratatui::style::{Color, Modifier, Style};
use std::collections::HashMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::builtin::BUILTIN;
use super::meaning::{Meaning, is_role};
use crate::lang::Lang;

/// What one file says, before inheritance.
pub(super) struct File {
    pub inherits: Option<Parent>,
    pub styles: Vec<(String, Style)>,
}

/// The theme that a file inherits, and where the file says so.
pub(super) struct Parent {
    pub name: String,
    place: Range<usize>,
}

/// What is wrong with a theme, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("theme {theme}: {wrong:?}")]
pub struct ThemeError {
    pub theme: String,
    pub wrong: Wrong,
    source_text: String,
    /// Bytes of the source; none where the theme itself was not found.
    place: Option<Range<usize>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    Toml(String),
    /// Neither `inherits`, `palette` nor `style`.
    UnknownKey(String),
    UnknownMeaning {
        meaning: String,
        nearest: Option<&'static str>,
    },
    NotAStyle,
    UnknownAttribute(String),
    NotAColour(String),
    UnknownModifier(String),
    /// Another type of value was expected here.
    Expected(Expected),
    NoSuchTheme {
        name: String,
        known: Vec<String>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Table,
    List,
}

const MODIFIERS: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("crossed_out", Modifier::CROSSED_OUT),
];

/// The sixteen colours that every terminal has, and its own default.
const COLOURS: &[(&str, Color)] = &[
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("gray", Color::Gray),
    ("dark-gray", Color::DarkGray),
    ("light-red", Color::LightRed),
    ("light-green", Color::LightGreen),
    ("light-yellow", Color::LightYellow),
    ("light-blue", Color::LightBlue),
    ("light-magenta", Color::LightMagenta),
    ("light-cyan", Color::LightCyan),
    ("white", Color::White),
];

type Flaw = (Range<usize>, Wrong);

impl File {
    pub fn read(theme: &str, source: &str) -> Result<Self, ThemeError> {
        let flaw = |(place, wrong)| ThemeError {
            theme: theme.to_owned(),
            wrong,
            source_text: source.to_owned(),
            place: Some(place),
        };
        let table = DeTable::parse(source).map_err(|error| {
            flaw((error.span().unwrap_or_default(), Wrong::Toml(error.message().to_owned())))
        })?;
        Self::from_table(table.get_ref()).map_err(flaw)
    }

    fn from_table(table: &DeTable<'_>) -> Result<Self, Flaw> {
        let mut inherits = None;
        let mut palette = HashMap::new();
        let mut styles = Vec::new();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "inherits" => inherits = Some(Parent { name: text(value)?.to_owned(), place: value.span() }),
                "palette" => {
                    for (name, value) in inner(value)? {
                        palette.insert(name.get_ref().to_string(), colour(value, &HashMap::new())?);
                    }
                }
                // Read last: it speaks of the palette, wherever that stands.
                "style" => {}
                other => return Err((key.span(), Wrong::UnknownKey(other.to_owned()))),
            }
        }
        if let Some(value) = table.get("style") {
            for (meaning, value) in inner(value)? {
                let name = meaning.get_ref().as_ref();
                if Meaning::named(name).is_none() && !is_role(name) {
                    let wrong = Wrong::UnknownMeaning { meaning: name.to_owned(), nearest: nearest(name) };
                    return Err((meaning.span(), wrong));
                }
                styles.push((name.to_owned(), style(value, &palette)?));
            }
        }
        Ok(Self { inherits, styles })
    }
}

impl Parent {
    /// The error that no such theme is there, or that it would inherit itself.
    pub fn unknown(self, theme: &str, source: &str, own: &[(String, String)]) -> ThemeError {
        ThemeError {
            theme: theme.to_owned(),
            wrong: Wrong::NoSuchTheme { known: known(own, theme), name: self.name },
            source_text: source.to_owned(),
            place: Some(self.place),
        }
    }
}

impl ThemeError {
    pub(super) fn no_such_theme(name: &str, own: &[(String, String)]) -> Self {
        Self {
            theme: name.to_owned(),
            wrong: Wrong::NoSuchTheme { name: name.to_owned(), known: known(own, "") },
            source_text: String::new(),
            place: None,
        }
    }

    /// What is wrong and what was expected, with the line and a caret under it.
    pub fn tell(&self, lang: Lang) -> String {
        let what = self.wrong.tell(lang);
        let Some(place) = &self.place else { return what };
        let end = place.end.min(self.source_text.len());
        let origin = format!("{}.toml", self.theme);
        let snippet = Snippet::source(&self.source_text)
            .path(&origin)
            .annotation(AnnotationKind::Primary.span(place.start.min(end)..end));
        let level = lang.say("theme-error");
        let report = Level::ERROR.with_name(level.as_str()).primary_title(what.as_str()).element(snippet);
        Renderer::plain().render(&[report])
    }
}

impl Wrong {
    fn tell(&self, lang: Lang) -> String {
        let list = |words: &mut dyn Iterator<Item = &str>| words.collect::<Vec<_>>().join(", ");
        match self {
            Self::Toml(message) => message.clone(),
            Self::UnknownKey(key) => lang.say_with("theme-unknown-key", &[("key", key.as_str().into())]),
            Self::UnknownMeaning { meaning, nearest: Some(nearest) } => lang.say_with(
                "theme-unknown-meaning-nearest",
                &[("meaning", meaning.as_str().into()), ("nearest", (*nearest).into())],
            ),
            Self::UnknownMeaning { meaning, nearest: None } => {
                lang.say_with("theme-unknown-meaning", &[("meaning", meaning.as_str().into())])
            }
            Self::NotAStyle => lang.say("theme-not-a-style"),
            Self::UnknownAttribute(name) => {
                lang.say_with("theme-unknown-attribute", &[("name", name.as_str().into())])
            }
            Self::NotAColour(colour) => {
                let names = list(&mut COLOURS.iter().map(|(name, _)| *name));
                let variables = [("colour", colour.as_str().into()), ("names", names.into())];
                lang.say_with("theme-not-a-colour", &variables)
            }
            Self::UnknownModifier(name) => {
                let names = list(&mut MODIFIERS.iter().map(|(name, _)| *name));
                let variables = [("name", name.as_str().into()), ("names", names.into())];
                lang.say_with("theme-unknown-modifier", &variables)
            }
            Self::Expected(Expected::Text) => lang.say("theme-expected-text"),
            Self::Expected(Expected::Table) => lang.say("theme-expected-table"),
            Self::Expected(Expected::List) => lang.say("theme-expected-list"),
            Self::NoSuchTheme { name, known } => {
                let known = list(&mut known.iter().map(String::as_str));
                let variables = [("name", name.as_str().into()), ("known", known.into())];
                lang.say_with("theme-no-such-theme", &variables)
            }
        }
    }
}

fn known(own: &[(String, String)], but: &str) -> Vec<String> {
    let own = own.iter().map(|(name, _)| name.as_str());
    let mut known: Vec<_> = BUILTIN.iter().map(|(name, _)| *name).chain(own).collect();
    known.sort_unstable();
    known.dedup();
    known.into_iter().filter(|name| *name != but).map(str::to_owned).collect()
}

fn text<'a>(value: &'a Spanned<DeValue<'_>>) -> Result<&'a str, Flaw> {
    value.get_ref().as_str().ok_or_else(|| (value.span(), Wrong::Expected(Expected::Text)))
}

fn inner<'a, 'i>(value: &'a Spanned<DeValue<'i>>) -> Result<&'a DeTable<'i>, Flaw> {
    value.get_ref().as_table().ok_or_else(|| (value.span(), Wrong::Expected(Expected::Table)))
}

fn style(value: &Spanned<DeValue<'_>>, palette: &HashMap<String, Color>) -> Result<Style, Flaw> {
    match value.get_ref() {
        DeValue::String(_) | DeValue::Integer(_) => Ok(Style::new().fg(colour(value, palette)?)),
        DeValue::Table(table) => table.iter().try_fold(Style::new(), |style, (key, value)| {
            Ok(match key.get_ref().as_ref() {
                "fg" => style.fg(colour(value, palette)?),
                "bg" => style.bg(colour(value, palette)?),
                "modifiers" => style.add_modifier(modifiers(value)?),
                other => return Err((key.span(), Wrong::UnknownAttribute(other.to_owned()))),
            })
        }),
        _ => Err((value.span(), Wrong::NotAStyle)),
    }
}

fn modifiers(value: &Spanned<DeValue<'_>>) -> Result<Modifier, Flaw> {
    let DeValue::Array(list) = value.get_ref() else {
        return Err((value.span(), Wrong::Expected(Expected::List)));
    };
    list.iter().try_fold(Modifier::empty(), |all, value| {
        let name = text(value)?;
        let found = MODIFIERS.iter().find(|(known, _)| *known == name);
        let modifier = found.ok_or_else(|| (value.span(), Wrong::UnknownModifier(name.to_owned())))?.1;
        Ok(all | modifier)
    })
}

/// `#rrggbb`, a name of the palette or of the terminal, or a number of the 256-colour palette.
fn colour(value: &Spanned<DeValue<'_>>, palette: &HashMap<String, Color>) -> Result<Color, Flaw> {
    let wrong = |text: &str| (value.span(), Wrong::NotAColour(text.to_owned()));
    match value.get_ref() {
        DeValue::Integer(number) => {
            number.as_str().parse().map(Color::Indexed).map_err(|_| wrong(number.as_str()))
        }
        DeValue::String(text) => {
            if let Some(digits) = text.strip_prefix('#') {
                let hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                let rgb = hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten();
                return rgb.map(Color::from_u32).ok_or_else(|| wrong(text));
            }
            let named = COLOURS.iter().find(|(name, _)| name == text).map(|(_, colour)| *colour);
            palette.get(text.as_ref()).copied().or(named).ok_or_else(|| wrong(text))
        }
        _ => Err((value.span(), Wrong::NotAStyle)),
    }
}

/// The meaning that was probably meant: one that differs in few letters.
fn nearest(name: &str) -> Option<&'static str> {
    let distances = Meaning::ALL.iter().map(|meaning| (distance(name, meaning.name()), meaning.name()));
    distances.min().filter(|(distance, _)| *distance <= 3).map(|(_, meaning)| meaning)
}

/// How many letters must be added, removed or replaced.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;

    fn own(source: &str) -> Result<Theme, ThemeError> {
        Theme::find("mine", &[("mine".to_owned(), source.to_owned())])
    }

    #[test]
    fn every_builtin_theme_reads() {
        for (name, _) in BUILTIN {
            if let Err(error) = Theme::find(name, &[]) {
                panic!("{}", error.tell(Lang::En));
            }
        }
    }

    #[test]
    fn what_a_theme_leaves_out_is_inherited_then_found_along_the_dots() {
        let base = "[style]\ntext = \"white\"\n\"phase\" = \"blue\"\n\"phase.late\" = { fg = \"red\", modifiers = [\"bold\"] }";
        let mine = "inherits = \"base\"\n[palette]\nalarm = \"#102030\"\n[style]\n\"phase.due\" = { bg = \"alarm\", fg = 208 }";
        let own = [("base".to_owned(), base.to_owned()), ("mine".to_owned(), mine.to_owned())];
        let theme = Theme::find("mine", &own).unwrap();
        assert_eq!(theme.style(Meaning::PhaseLate), Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
        assert_eq!(
            theme.style(Meaning::PhaseDue),
            Style::new().fg(Color::Indexed(208)).bg(Color::Rgb(16, 32, 48))
        );
        assert_eq!(theme.style(Meaning::PhaseDone), Style::new().fg(Color::Blue), "falls back to phase");
        assert_eq!(theme.style(Meaning::Border), Style::new().fg(Color::White), "falls back to text");
        assert_eq!(theme.role("anything", 0), Style::new().fg(Color::White));
    }

    #[test]
    fn a_theme_may_change_the_builtin_one_of_its_name() {
        let own = [("dark".to_owned(), "inherits = \"dark\"\n[style]\nborder = \"red\"".to_owned())];
        let theme = Theme::find("dark", &own).unwrap();
        assert_eq!(theme.style(Meaning::Border), Style::new().fg(Color::Red));
        assert_eq!(theme.style(Meaning::PhaseLate), Theme::default().style(Meaning::PhaseLate));
    }

    #[test]
    fn errors_show_the_line_and_what_was_expected() {
        let cases = [
            ("[style]\n\"phase.lat\" = \"red\"", "phase.late"),
            ("[style]\nborder = \"redd\"", "light-red"),
            ("[style]\nborder = \"#12345\"", "#rrggbb"),
            ("[style]\nborder = 256", "0"),
            ("[style]\nborder = { fg = \"red\", bold = true }", "modifiers"),
            ("[style]\nborder = { modifiers = [\"blod\"] }", "bold"),
            ("[style]\nborder = true", "fg"),
            ("border = \"red\"", "inherits"),
            ("inherits = \"drak\"", "dark"),
            ("inherits = \"mine\"", "dark"),
            ("inherits = 3", "\"\""),
            ("[style\nborder = 3", "]"),
        ];
        for (source, expected) in cases {
            let told = own(source).unwrap_err().tell(Lang::En);
            assert!(told.contains(expected) && told.contains("mine.toml:") && told.contains('^'), "{told}");
        }
        let told = Theme::find("night", &[]).unwrap_err().tell(Lang::Fr);
        assert!(told.contains("high-contrast"), "{told}");
    }

    #[test]
    fn without_colour_what_had_a_background_is_reversed() {
        for (name, _) in BUILTIN {
            let theme = Theme::builtin(name).unwrap().without_colour();
            for meaning in Meaning::ALL {
                let style = theme.style(*meaning);
                assert!(style.fg.is_none() && style.bg.is_none(), "{name}: {meaning:?}");
            }
            for marked in [Meaning::Selection, Meaning::BadgeHeld, Meaning::BadgeReadOnly] {
                assert!(theme.style(marked).add_modifier.contains(Modifier::REVERSED), "{name}: {marked:?}");
            }
        }
    }
}

//! Themes: the style of each meaning on the screen.
//!
//! Code asks for a [`Meaning`], never for a colour. A theme file gives styles to meanings; what it omits comes from the
//! theme that it inherits, and a meaning without a style falls back along the dots of its name (`phase.late`, `phase`,
//! `text`).

mod colour;
mod file;
mod meaning;

pub use file::{ThemeDiagnostic, ThemeError, ThemeFileError};
pub use meaning::Meaning;

use ratatui::style::{Modifier, Style};
use std::collections::{BTreeSet, HashMap};

use crate::incident::Line;
use file::ThemeFile;

/// Name and source of the themes that are compiled in.
pub const BUILTIN: &[(&str, &str)] = &[
    ("dark", include_str!("../themes/dark.toml")),
    ("light", include_str!("../themes/light.toml")),
    ("high-contrast", include_str!("../themes/high-contrast.toml")),
    ("colour-blind", include_str!("../themes/colour-blind.toml")),
    ("ansi-16", include_str!("../themes/ansi-16.toml")),
    ("ansi-16-light", include_str!("../themes/ansi-16-light.toml")),
];

#[derive(Clone, Debug)]
pub struct Theme {
    name: String,
    /// By meaning: a frame asks hundreds of times.
    styles: Vec<Style>,
    /// By role id, for the roles that the files name.
    roles: HashMap<String, Style>,
}

impl Default for Theme {
    fn default() -> Self {
        Self::builtin("dark").expect("a test reads every built-in theme")
    }
}

impl Theme {
    pub fn builtin(name: &str) -> Option<Self> {
        Self::find(name, &[]).ok()
    }

    /// Finds a theme among a person's own (name and source), which come first, and the built-in ones.
    pub fn find(name: &str, own: &[(String, String)]) -> Result<Self, ThemeError> {
        let mut given = HashMap::new();
        let mut sources = vec![source(name, own, &[]).ok_or_else(|| not_found(name, own))?];
        while let Some(newest) = sources.last() {
            let file = ThemeFile::read(newest.0, newest.1).map_err(ThemeError::Invalid)?;
            for (name, style) in file.styles {
                given.entry(name).or_insert(style);
            }
            let Some(parent) = file.inherits else { break };
            let Some(next) = source(&parent.name, own, &sources) else {
                let error = parent.unknown(newest.0, newest.1, known(own, newest.0));
                return Err(ThemeError::Invalid(vec![error]));
            };
            sources.push(next);
        }
        let style = |meaning: &Meaning| {
            let mut known = std::iter::once(*meaning).chain(meaning.fallbacks());
            known.find_map(|meaning| given.get(meaning.name())).copied().unwrap_or_default()
        };
        let styles: Vec<_> = Meaning::ALL.iter().map(style).collect();
        let known = Meaning::ALL.iter().map(|meaning| meaning.name()).zip(&styles);
        let given = given.iter().map(|(name, style)| (name.as_str(), style));
        let role = |(name, style): (&str, &Style)| Some((name.strip_prefix("role.")?.to_owned(), *style));
        let roles = known.chain(given).filter_map(role).collect();
        Ok(Self { name: name.to_owned(), styles, roles })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn style(&self, meaning: Meaning) -> Style {
        self.styles[meaning as usize]
    }

    /// Returns the style of a role; `place` is its place in the plan, to distinguish roles that the theme does not name.
    pub fn role(&self, id: &str, place: usize) -> Style {
        let other = [Meaning::RoleOther1, Meaning::RoleOther2, Meaning::RoleOther3][place % 3];
        self.roles.get(id).copied().unwrap_or_else(|| self.style(other))
    }

    /// Returns the same theme for a terminal without colours: what had a background is reversed.
    #[must_use]
    pub fn without_colour(mut self) -> Self {
        for (style, meaning) in self.styles.iter_mut().zip(Meaning::ALL) {
            let is_marked = style.bg.is_some();
            *style = colourless(*style).add_modifier(match meaning {
                // Only one thing has the keyboard.
                Meaning::SelectionAway => Modifier::UNDERLINED,
                Meaning::BorderFocus => Modifier::BOLD,
                Meaning::TitleFocus => Modifier::REVERSED,
                // The scrubber is all signs; only its cursor is marked.
                Meaning::ReplayTrack | Meaning::ReplayTrackOther => Modifier::empty(),
                _ if is_marked => Modifier::REVERSED,
                _ => Modifier::empty(),
            });
        }
        for style in self.roles.values_mut() {
            let mark = if style.bg.is_some() { Modifier::REVERSED } else { Modifier::empty() };
            *style = colourless(*style).add_modifier(mark);
        }
        self
    }
}

const fn colourless(style: Style) -> Style {
    Style { fg: None, bg: None, underline_color: None, ..style }
}

/// Returns an unread theme: a person's own may have the name of the built-in one that it changes and inherits.
fn source<'a>(name: &str, own: &'a [(String, String)], read: &[(&'a str, &'a str)]) -> Option<(&'a str, &'a str)> {
    let own = own.iter().map(|(name, source)| (name.as_str(), source.as_str()));
    own.chain(BUILTIN.iter().copied()).find(|theme| theme.0 == name && !read.contains(theme))
}

fn not_found(name: &str, own: &[(String, String)]) -> ThemeError {
    ThemeError::NotFound { name: Line::new(name), known: known(own, "") }
}

/// The names of all themes except one, sorted.
fn known(own: &[(String, String)], except: &str) -> Vec<Line> {
    let own = own.iter().map(|(name, _)| name.as_str());
    let names: BTreeSet<_> = BUILTIN.iter().map(|(name, _)| *name).chain(own).collect();
    names.into_iter().filter(|name| *name != except).map(Line::new).collect()
}

#[cfg(test)]
mod tests;

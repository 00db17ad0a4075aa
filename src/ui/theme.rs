//! Themes: what each meaning of the screen looks like.
//!
//! Code asks for a meaning (`phase.late`), never for a colour. A theme file gives styles to meanings; what it leaves out
//! it takes from the theme that it inherits, and a meaning that neither gives falls back along the dots (`phase.late`,
//! `phase`, `text`).

mod file;
mod meaning;

pub use file::{ThemeError, Wrong};
pub use meaning::{MEANINGS, is_meaning};

use foldhash::fast::FixedState;
use ratatui::style::{Modifier, Style};
use std::collections::HashMap;

use file::File;

/// The themes that are compiled in: name and source.
pub const BUILTIN: &[(&str, &str)] = &[
    ("dark", include_str!("../../themes/dark.toml")),
    ("light", include_str!("../../themes/light.toml")),
    ("high-contrast", include_str!("../../themes/high-contrast.toml")),
    ("colour-blind", include_str!("../../themes/colour-blind.toml")),
    ("ansi-16", include_str!("../../themes/ansi-16.toml")),
    ("ansi-16-light", include_str!("../../themes/ansi-16-light.toml")),
];

/// What every meaning looks like.
#[derive(Clone, Debug)]
pub struct Theme {
    name: String,
    /// Of every meaning, and of whatever else a file names. A frame asks hundreds of times.
    styles: HashMap<String, Style, FixedState>,
}

impl Default for Theme {
    fn default() -> Self {
        Self::builtin("dark").expect("a test reads every built-in theme")
    }
}

impl Theme {
    /// A built-in theme by its name.
    pub fn builtin(name: &str) -> Option<Self> {
        Self::find(name, &[]).ok()
    }

    /// A theme by its name, among a person's own (name and source), which come first, and the built-in ones.
    pub fn find(name: &str, own: &[(String, String)]) -> Result<Self, ThemeError> {
        let mut styles = HashMap::with_hasher(FixedState::default());
        let mut sources = vec![source(name, own, &[]).ok_or_else(|| ThemeError::no_such_theme(name, own))?];
        while let Some(newest) = sources.last() {
            let file = File::read(newest.0, newest.1)?;
            for (meaning, style) in file.styles {
                styles.entry(meaning).or_insert(style);
            }
            let Some(parent) = file.inherits else { break };
            match source(&parent.name, own, &sources) {
                Some(next) => sources.push(next),
                None => return Err(parent.unknown(newest.0, newest.1, own)),
            }
        }
        for (meaning, _) in MEANINGS {
            let style = fallback(meaning, &styles);
            styles.entry((*meaning).to_owned()).or_insert(style);
        }
        Ok(Self { name: name.to_owned(), styles })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a meaning looks like.
    pub fn style(&self, meaning: &str) -> Style {
        debug_assert!(is_meaning(meaning), "{meaning} is no meaning");
        self.styles.get(meaning).copied().unwrap_or_else(|| fallback(meaning, &self.styles))
    }

    /// What a role looks like; `place` is its own in the plan, to tell roles apart that the theme does not know.
    pub fn role(&self, id: &str, place: usize) -> Style {
        let known = self.styles.get(&format!("role.{id}")).copied();
        known.unwrap_or_else(|| self.style(["role.other-1", "role.other-2", "role.other-3"][place % 3]))
    }

    /// The same theme for a terminal that shall show no colour: what had a background is reversed instead.
    #[must_use]
    pub fn without_colour(mut self) -> Self {
        for (meaning, style) in &mut self.styles {
            let marked = style.bg.is_some();
            *style = Style { fg: None, bg: None, underline_color: None, ..*style };
            *style = style.add_modifier(match meaning.as_str() {
                // Only one thing has the keyboard.
                "selection.away" => Modifier::UNDERLINED,
                "border.focus" => Modifier::BOLD,
                "title.focus" => Modifier::REVERSED,
                // The scrubber is all signs, of which one is where the session is.
                _ if meaning.starts_with("replay.track") => Modifier::empty(),
                _ if marked => Modifier::REVERSED,
                _ => Modifier::empty(),
            });
        }
        self
    }
}

/// What a meaning looks like that has no style of its own: what is before its last dot, and in the end plain text.
fn fallback(meaning: &str, styles: &HashMap<String, Style, FixedState>) -> Style {
    let mut key = meaning;
    loop {
        if let Some(style) = styles.get(key) {
            return *style;
        }
        match key.rfind('.') {
            Some(dot) => key = &key[..dot],
            None => return styles.get("text").copied().unwrap_or_default(),
        }
    }
}

/// The name and source of a theme that was not read yet: a person's own may bear the name of the built-in one that it
/// changes and inherits.
fn source<'a>(
    name: &str,
    own: &'a [(String, String)],
    read: &[(&'a str, &'a str)],
) -> Option<(&'a str, &'a str)> {
    let own = own.iter().map(|(name, source)| (name.as_str(), source.as_str()));
    own.chain(BUILTIN.iter().copied()).find(|theme| theme.0 == name && !read.contains(theme))
}

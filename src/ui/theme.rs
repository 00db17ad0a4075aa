//! Colours by meaning.

/// The styles of every meaning.
#[derive(Clone, Debug, Default)]
pub struct Theme;

impl Theme {
    pub fn style(&self, _meaning: &str) -> ratatui::style::Style {
        ratatui::style::Style::default()
    }
}

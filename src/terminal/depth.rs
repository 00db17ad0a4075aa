//! How many colours a terminal shows.

use serde::{Deserialize, Serialize};

/// The colours that a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Depth {
    #[serde(rename = "none")]
    None,
    #[default]
    #[serde(rename = "16")]
    Sixteen,
    #[serde(rename = "256")]
    TwoHundredFiftySix,
    #[serde(rename = "true")]
    True,
}

impl Depth {
    /// Returns the depth that `TERM` and `COLORTERM` claim; none if `NO_COLOR` is set.
    pub fn of(term: &str, colorterm: &str, no_color: &str) -> Self {
        if !no_color.is_empty() {
            Self::None
        } else if ["truecolor", "24bit"].contains(&colorterm)
            || term.ends_with("-direct")
            || term.contains("kitty")
        {
            Self::True
        } else if term.contains("256color") {
            Self::TwoHundredFiftySix
        } else {
            Self::Sixteen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_says_what_it_shows() {
        for (term, colorterm, no_color, depth) in [
            ("xterm-256color", "", "", Depth::TwoHundredFiftySix),
            ("xterm-256color", "truecolor", "", Depth::True),
            ("xterm-256color", "truecolor", "1", Depth::None),
            ("xterm-kitty", "", "", Depth::True),
            ("linux", "", "", Depth::Sixteen),
        ] {
            assert_eq!(Depth::of(term, colorterm, no_color), depth, "{term} {colorterm}");
        }
    }
}

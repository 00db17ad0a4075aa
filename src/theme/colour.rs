//! The names of colours and modifiers in theme files.

use ratatui::style::{Color, Modifier};

pub const MODIFIERS: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("crossed_out", Modifier::CROSSED_OUT),
];

/// The sixteen colours that every terminal has, and its own default.
pub const COLOURS: &[(&str, Color)] = &[
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

pub fn parse(text: &str) -> Option<Color> {
    if let Some(digits) = text.strip_prefix('#') {
        let is_hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        return u32::from_str_radix(digits, 16).ok().filter(|_| is_hex).map(Color::from_u32);
    }
    COLOURS.iter().find(|(name, _)| *name == text).map(|(_, colour)| *colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_six_hex_digits_or_a_name() {
        for (text, colour) in [
            ("#ff5f00", Some(Color::Rgb(255, 95, 0))),
            ("#FF5F00", Some(Color::Rgb(255, 95, 0))),
            ("light-red", Some(Color::LightRed)),
            ("default", Some(Color::Reset)),
            ("#ff5f0", None),
            ("#ff5f000", None),
            ("#+f5f00", None),
            ("#日本", None),
            ("Light-Red", None),
            ("", None),
        ] {
            assert_eq!(parse(text), colour, "{text}");
        }
    }
}

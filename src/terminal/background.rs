//! Whether a terminal is light or dark.

use serde::{Deserialize, Serialize};

/// The background of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Background {
    Light,
    Dark,
}

impl Background {
    /// Parses `COLORFGBG`, such as `15;0` or `0;default;15`: the last is the background, one of the sixteen colours. It may
    /// be inherited from another terminal.
    pub fn of_colorfgbg(said: &str) -> Option<Self> {
        match said.rsplit(';').next()?.parse().ok()? {
            7 | 9..=15 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            _ => None,
        }
    }

    /// Classifies a colour by how bright it is to the eye.
    pub fn of_rgb([r, g, b]: [u8; 3]) -> Self {
        let brightness = 299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b);
        if brightness > 127_500 { Self::Light } else { Self::Dark }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_may_say_it() {
        for (said, background) in [
            ("15;0", Some(Background::Dark)),
            ("0;15", Some(Background::Light)),
            ("0;default;15", Some(Background::Light)),
            ("12;8", Some(Background::Dark)),
            ("0;7", Some(Background::Light)),
            ("15;default", None),
            ("15;300", None),
            ("", None),
        ] {
            assert_eq!(Background::of_colorfgbg(said), background, "{said}");
        }
    }

    #[test]
    fn a_colour_is_light_or_dark_as_the_eye_has_it() {
        for (rgb, background) in [
            ([0, 0, 0], Background::Dark),
            ([255, 255, 255], Background::Light),
            ([0xfd, 0xf6, 0xe3], Background::Light),
            ([0x00, 0x2b, 0x36], Background::Dark),
            ([0, 0, 255], Background::Dark),
            ([0, 255, 0], Background::Light),
        ] {
            assert_eq!(Background::of_rgb(rgb), background, "{rgb:?}");
        }
    }
}

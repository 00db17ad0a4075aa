//! How many colours a terminal shows, and how others are mapped to them.

use ratatui::style::Color;
use serde::{Deserialize, Serialize};

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
    /// The depth that `TERM` and `COLORTERM` claim; none if `NO_COLOR` is set.
    pub fn of(term: &str, colorterm: &str, no_color: &str) -> Self {
        if !no_color.is_empty() {
            Self::None
        } else if ["truecolor", "24bit"].contains(&colorterm) || term.ends_with("-direct") || term.contains("kitty") {
            Self::True
        } else if term.contains("256color") {
            Self::TwoHundredFiftySix
        } else {
            Self::Sixteen
        }
    }
}

/// xterm's first sixteen colours, in the order of their codes; other colours are compared with them.
pub const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

pub fn fit(depth: Depth, color: Color) -> Color {
    match (depth, color) {
        (_, Color::Reset) | (Depth::None, _) => Color::Reset,
        (Depth::TwoHundredFiftySix, Color::Rgb(r, g, b)) => Color::Indexed(nearest_indexed([r, g, b])),
        (Depth::Sixteen, Color::Rgb(r, g, b)) => nearest_of_sixteen([r, g, b]),
        (Depth::Sixteen, Color::Indexed(index)) => match SIXTEEN.get(usize::from(index)) {
            Some((color, _)) => *color,
            None => nearest_of_sixteen(indexed(index)),
        },
        (_, color) => color,
    }
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    // The eye sees green best and blue least.
    a.iter().zip(b).zip([2, 4, 1]).map(|((a, b), weight)| u32::from(a.abs_diff(b)).pow(2) * weight).sum()
}

fn nearest_of_sixteen(rgb: [u8; 3]) -> Color {
    SIXTEEN.iter().min_by_key(|(_, own)| distance(*own, rgb)).map_or(Color::Reset, |(color, _)| *color)
}

/// Returns the nearest of the cube of six levels a channel and of the 24 greys.
fn nearest_indexed(rgb: [u8; 3]) -> u8 {
    let level = |v: u8| match v {
        0..48 => 0,
        48..115 => 1,
        _ => (v - 35) / 40,
    };
    let cube = 16 + 36 * level(rgb[0]) + 6 * level(rgb[1]) + level(rgb[2]);
    let mean = rgb.iter().map(|v| u16::from(*v)).sum::<u16>() / 3;
    let step = (mean.saturating_sub(3) / 10).min(23);
    let grey = 232 + u8::try_from(step).unwrap_or(23);
    if distance(indexed(grey), rgb) < distance(indexed(cube), rgb) { grey } else { cube }
}

fn indexed(index: u8) -> [u8; 3] {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match index {
        0..16 => SIXTEEN[usize::from(index)].1,
        16..232 => {
            let index = usize::from(index - 16);
            [LEVELS[index / 36], LEVELS[index / 6 % 6], LEVELS[index % 6]]
        }
        _ => [8 + 10 * (index - 232); 3],
    }
}

#[cfg(test)]
mod tests;

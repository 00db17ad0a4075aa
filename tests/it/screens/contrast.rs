//! The contrast of what is drawn: every cell of every page, after reverse, bold and dim, by the formula of WCAG 2.
//!
//! Text needs 4.5:1 and signs 3:1, in the high-contrast theme 7:1; borders and bars are no text. The background is the
//! terminal's own where a theme sets none, so each theme is measured on the two that are most in use.

use std::collections::BTreeMap;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use warroom::lang::Lang;
use warroom::theme::Theme;

use super::{draw, plan, reviewing, ugly, updating};
use crate::screens::together;

type Rgb = (u8, u8, u8);

/// The default foreground and background of a terminal.
const DARK: [(Rgb, Rgb); 2] = [((0xcc, 0xcc, 0xcc), (0x0c, 0x0c, 0x0c)), ((0xd4, 0xd4, 0xd4), (0x1e, 0x1e, 0x1e))];
const LIGHT: [(Rgb, Rgb); 2] = [((0, 0, 0), (0xff, 0xff, 0xff)), ((0x38, 0x3a, 0x42), (0xfa, 0xfa, 0xfa))];

fn luminance((r, g, b): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn rgb(colour: Color, default: Rgb) -> Rgb {
    match colour {
        Color::Reset => default,
        Color::Rgb(r, g, b) => (r, g, b),
        other => panic!("{other:?} is no colour of these themes"),
    }
}

/// What a cell needs; `None` for what is no text: blanks, borders, bars.
fn needed(symbol: &str, theme: &str) -> Option<f64> {
    let first = symbol.chars().next()?;
    let is_text = first.is_alphanumeric();
    let is_drawn = matches!(first, '\u{2500}'..='\u{259f}' | '·' | '~' | '…' | ' ');
    if is_drawn {
        return None;
    }
    Some(match (is_text, theme) {
        (true, "high-contrast") => 7.0,
        (true, _) => 4.5,
        (false, _) => 3.0,
    })
}

fn measured(cell: &Cell, (fg, bg): (Rgb, Rgb)) -> f64 {
    let (mut ink, mut paper) = (rgb(cell.fg, fg), rgb(cell.bg, bg));
    if cell.modifier.contains(Modifier::REVERSED) {
        (ink, paper) = (paper, ink);
    }
    if cell.modifier.contains(Modifier::DIM) {
        let half = |ink: u8, paper: u8| u8::try_from(u16::midpoint(ink.into(), paper.into())).unwrap();
        ink = (half(ink.0, paper.0), half(ink.1, paper.1), half(ink.2, paper.2));
    }
    contrast(ink, paper)
}

/// Each pair of colours below what is needed, with a text that it was seen in.
fn pale(theme: &str, buffer: &Buffer, terminals: [(Rgb, Rgb); 2], found: &mut BTreeMap<String, String>) {
    for row in buffer.area.rows() {
        for x in row.left()..row.right() {
            let cell = &buffer[(x, row.y)];
            let Some(needed) = needed(cell.symbol(), theme) else { continue };
            let least = terminals.map(|terminal| measured(cell, terminal)).into_iter().fold(f64::MAX, f64::min);
            if least < needed {
                let pair = format!("{theme}: {:?} on {:?} {:?}", cell.fg, cell.bg, cell.modifier);
                let near: String = (x..row.right().min(x + 24)).map(|x| buffer[(x, row.y)].symbol()).collect();
                found.entry(pair).or_insert_with(|| format!("{least:.2} of {needed}: “{near}”"));
            }
        }
    }
}

#[test]
fn every_text_stands_out_from_its_background() {
    assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 0.01);
    let stories = [together(plan()), updating(plan()), reviewing(plan()), ugly()];
    let mut found = BTreeMap::new();
    for (theme, terminals) in [("dark", DARK), ("light", LIGHT), ("high-contrast", DARK), ("colour-blind", DARK)] {
        for story in &stories {
            for keys in [
                "", "\t", "\t\t", "2", "3", "4", "5", "6", "7", "8", "9", "?", ":", "n", "u", "b", "I", "9a", "4\t",
                "t",
            ] {
                let buffer = draw(story, Theme::builtin(theme).unwrap(), Lang::Fr, keys, (120, 48));
                pale(theme, &buffer, terminals, &mut found);
            }
        }
    }
    let lines: Vec<_> = found.iter().map(|(pair, where_)| format!("{pair}: {where_}")).collect();
    assert!(lines.is_empty(), "too little contrast:\n{}", lines.join("\n"));
}

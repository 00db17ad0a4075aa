//! The colours and attributes of a terminal.

use std::fmt::{self, Write};

use crossterm::Command;
use crossterm::style::{Attribute, Color as Crossterm, Colored};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::Depth;
use super::colour::{SIXTEEN, fit};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pen {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
}

impl Pen {
    pub fn of(cell: &Cell, depth: Depth) -> Self {
        let mut modifier = cell.modifier;
        // On some terminals the last intensity wins: bold and dim becomes bold.
        if modifier.contains(Modifier::BOLD) {
            modifier -= Modifier::DIM;
        }
        Self { fg: fit(depth, cell.fg), bg: fit(depth, cell.bg), modifier }
    }
}

/// Changes the pen in one sequence. crossterm's own commands take one each for every attribute and colour.
pub struct Change {
    pub from: Pen,
    pub to: Pen,
}

/// Attributes, and what turns them off; the two intensities share it, and so do both ways of blinking.
const OFF: [(Modifier, Attribute); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), Attribute::NormalIntensity),
    (Modifier::ITALIC, Attribute::NoItalic),
    (Modifier::UNDERLINED, Attribute::NoUnderline),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), Attribute::NoBlink),
    (Modifier::REVERSED, Attribute::NoReverse),
    (Modifier::HIDDEN, Attribute::NoHidden),
    (Modifier::CROSSED_OUT, Attribute::NotCrossedOut),
];

const ON: [(Modifier, Attribute); 9] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::HIDDEN, Attribute::Hidden),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

impl Command for Change {
    fn write_ansi(&self, out: &mut impl Write) -> fmt::Result {
        let Self { from, to } = *self;
        // An empty sequence would reset all.
        if from == to && to != Pen::default() {
            return Ok(());
        }
        out.write_str("\x1b[")?;
        // Without a parameter it resets all.
        if to != Pen::default() {
            let mut parameters = Parameters { out, any: false };
            let gone = from.modifier - to.modifier;
            let mut new = to.modifier - from.modifier;
            for (attributes, off) in OFF {
                if gone.intersects(attributes) {
                    new |= to.modifier & attributes;
                    parameters.push(&off.sgr())?;
                }
            }
            for (attribute, on) in ON {
                if new.contains(attribute) {
                    parameters.push(&on.sgr())?;
                }
            }
            if from.fg != to.fg {
                parameters.colour(to.fg, Ground::Fore)?;
            }
            if from.bg != to.bg {
                parameters.colour(to.bg, Ground::Back)?;
            }
        }
        out.write_char('m')
    }
}

#[derive(Clone, Copy)]
enum Ground {
    Fore,
    Back,
}

struct Parameters<'a, W> {
    out: &'a mut W,
    any: bool,
}

impl<W: Write> Parameters<'_, W> {
    fn push(&mut self, parameter: &(impl fmt::Display + ?Sized)) -> fmt::Result {
        if std::mem::replace(&mut self.any, true) {
            self.out.write_char(';')?;
        }
        write!(self.out, "{parameter}")
    }

    fn colour(&mut self, colour: Color, ground: Ground) -> fmt::Result {
        let colour = match colour {
            Color::Indexed(index) => Crossterm::AnsiValue(index),
            Color::Rgb(r, g, b) => Crossterm::Rgb { r, g, b },
            // crossterm names the bright colours as the eighth to fifteenth of 256; a terminal of sixteen would take
            // their parameters for attributes.
            other => {
                let base = match ground {
                    Ground::Fore => 30,
                    Ground::Back => 40,
                };
                return self.push(&(base + named(other)));
            }
        };
        self.push(&match ground {
            Ground::Fore => Colored::ForegroundColor(colour),
            Ground::Back => Colored::BackgroundColor(colour),
        })
    }
}

pub fn named(colour: Color) -> u8 {
    match SIXTEEN.iter().position(|(named, _)| *named == colour).and_then(|place| u8::try_from(place).ok()) {
        Some(place @ 0..8) => place,
        Some(place) => place - 8 + 60,
        None => 9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change(from: Pen, to: Pen) -> String {
        let mut out = String::new();
        Change { from, to }.write_ansi(&mut out).unwrap();
        out.replace('\x1b', "^")
    }

    fn pen(fg: Color, bg: Color, modifier: Modifier) -> Pen {
        Pen { fg, bg, modifier }
    }

    #[test]
    fn a_change_is_one_sequence_of_what_differs() {
        const NONE: Modifier = Modifier::empty();
        let plain = Pen::default();
        let rgb = Color::Rgb(1, 20, 255);
        for (from, to, sent) in [
            (pen(rgb, rgb, Modifier::BOLD), plain, "^[m"),
            (pen(rgb, rgb, Modifier::BOLD), pen(rgb, rgb, Modifier::BOLD), ""),
            (plain, pen(rgb, Color::Reset, NONE), "^[38;2;1;20;255m"),
            (plain, pen(rgb, Color::Indexed(99), NONE), "^[38;2;1;20;255;48;5;99m"),
            (pen(rgb, rgb, NONE), pen(rgb, Color::Reset, NONE), "^[49m"),
            (plain, pen(Color::Red, Color::LightBlue, NONE), "^[31;104m"),
            (plain, pen(Color::Reset, Color::Reset, Modifier::all()), "^[1;2;3;4;5;6;7;8;9m"),
            (pen(rgb, rgb, Modifier::BOLD), pen(rgb, rgb, Modifier::DIM), "^[22;2m"),
            (pen(rgb, rgb, Modifier::BOLD | Modifier::DIM), pen(rgb, rgb, Modifier::DIM), "^[22;2m"),
            (
                pen(rgb, rgb, Modifier::ITALIC | Modifier::REVERSED),
                pen(Color::Reset, rgb, Modifier::UNDERLINED),
                "^[23;27;4;39m",
            ),
        ] {
            assert_eq!(change(from, to), sent, "{from:?} {to:?}");
        }
    }

    #[test]
    fn what_is_bold_and_dim_is_bold() {
        let mut cell = Cell::new("x");
        cell.modifier = Modifier::BOLD | Modifier::DIM | Modifier::ITALIC;
        assert_eq!(Pen::of(&cell, Depth::True).modifier, Modifier::BOLD | Modifier::ITALIC);
    }

    fn any_pen() -> impl Strategy<Value = Pen> {
        let colour = || {
            prop_oneof![
                prop::sample::select(vec![Color::Reset, Color::Red, Color::White, Color::DarkGray]),
                any::<u8>().prop_map(Color::Indexed),
                any::<[u8; 3]>().prop_map(|[r, g, b]| Color::Rgb(r, g, b)),
            ]
        };
        // Those that the terminal of the test knows.
        let modifier = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
            |(bold, italic, underlined, reversed)| {
                let flag = |on, modifier| if on { modifier } else { Modifier::empty() };
                flag(bold, Modifier::BOLD)
                    | flag(italic, Modifier::ITALIC)
                    | flag(underlined, Modifier::UNDERLINED)
                    | flag(reversed, Modifier::REVERSED)
            },
        );
        (colour(), colour(), modifier).prop_map(|(fg, bg, modifier)| pen(fg, bg, modifier))
    }

    proptest! {
        #[test]
        fn after_any_changes_a_terminal_writes_as_after_the_last_alone(pens in prop::collection::vec(any_pen(), 1..6)) {
            let shown = |pens: &[Pen]| {
                let mut terminal = vt100::Parser::new(1, 2, 0);
                let mut from = Pen::default();
                for &to in pens {
                    let mut out = String::new();
                    Change { from, to }.write_ansi(&mut out).unwrap();
                    terminal.process(out.as_bytes());
                    from = to;
                }
                terminal.process(b"x");
                let cell = terminal.screen().cell(0, 0).unwrap().clone();
                (cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.italic(), cell.underline(), cell.inverse())
            };
            prop_assert_eq!(shown(&pens), shown(&pens[pens.len() - 1..]));
        }
    }
}

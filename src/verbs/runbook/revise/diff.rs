//! The changed lines of a plan, in context.

use similar::{ChangeTag, TextDiff};
use std::fmt::Write as _;

use crate::incident::Prose;
use crate::lang::{Lang, vars};
use crate::terminal::Depth;

/// How many lines around a change are shown.
const CONTEXT: usize = 3;

/// The difference of two texts, in the terminal's own sixteen colours, which fit its background. Empty if there is
/// none.
pub(super) fn unified((old, new): (&str, &str), name: &str, colours: Depth, lang: Lang) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    unified.context_radius(CONTEXT);
    let mut out = String::new();
    for hunk in unified.iter_hunks() {
        if out.is_empty() {
            let revised = lang.say_with("revise-revised", &vars![name]);
            out.push_str(&painted(Paint::Title, &format!("--- {name}\n+++ {revised}\n"), colours));
        }
        out.push_str(&painted(Paint::Place, &format!("{}\n", hunk.header()), colours));
        for change in hunk.iter_changes() {
            let (sign, paint) = match change.tag() {
                ChangeTag::Equal => (' ', Paint::Plain),
                ChangeTag::Delete => ('-', Paint::Gone),
                ChangeTag::Insert => ('+', Paint::New),
            };
            // Someone else's plan may hold anything: its lines are cleaned before they are shown.
            let line = Prose::new(change.value());
            let mut text = format!("{sign}{line}\n");
            if change.missing_newline() {
                writeln!(text, "\\ {}", lang.say("revise-no-newline")).expect("a String takes all");
            }
            out.push_str(&painted(paint, &text, colours));
        }
    }
    out
}

/// The kind of a line, shown by its colour and its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    Plain,
    Title,
    Place,
    Gone,
    New,
}

/// Lines in a colour, each reset at its end, so that a pager may cut anywhere.
pub(super) fn painted(paint: Paint, text: &str, colours: Depth) -> String {
    let code = match paint {
        _ if colours == Depth::None => return text.to_owned(),
        Paint::Plain => return text.to_owned(),
        Paint::Title => "1",
        Paint::Place => "36",
        Paint::Gone => "31",
        Paint::New => "32",
    };
    let mut out = String::new();
    for line in text.lines() {
        writeln!(out, "\u{1b}[{code}m{line}\u{1b}[0m").expect("a String takes all");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "a = 1\r\nb = 2 # \u{202e}é\r\nc = 3";
    const NEW: &str = "a = 1\r\nb = 4 # \u{202e}é\r\nc = 3";

    #[test]
    fn a_difference_says_by_sign_and_by_colour_what_changes() {
        let plain = unified((OLD, NEW), "plan.toml", Depth::None, Lang::En);
        let expected = [
            "--- plan.toml",
            "+++ plan.toml (revised)",
            "@@ -1,3 +1,3 @@",
            " a = 1",
            "-b = 2 # é",
            "+b = 4 # é",
            " c = 3",
            "\\ No newline at the end of the file",
        ];
        assert_eq!(plain.lines().collect::<Vec<_>>(), expected);
        let coloured = unified((OLD, NEW), "plan.toml", Depth::Sixteen, Lang::En);
        assert!(coloured.contains("\u{1b}[31m-b = 2 # é\u{1b}[0m\n\u{1b}[32m+b = 4 # é\u{1b}[0m\n"));
        let mut without = coloured;
        for code in ["1", "36", "31", "32", "0"] {
            without = without.replace(&format!("\u{1b}[{code}m"), "");
        }
        assert_eq!(without, plain);
        assert_eq!(unified((OLD, OLD), "plan.toml", Depth::True, Lang::En), "");
    }
}

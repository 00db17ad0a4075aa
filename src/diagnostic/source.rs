//! A file as errors quote it: one line with a caret, safe for any terminal.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

use super::format::Message;
use crate::incident::Line;
use crate::lang::Lang;

#[derive(Debug)]
pub struct Source {
    name: Line,
    /// As many bytes as the file; every character that could control a terminal is replaced.
    text: String,
}

impl Source {
    pub fn new(name: &str, text: &str) -> Self {
        Self { name: Line::new(name), text: disarm(text) }
    }

    /// Returns the line number of a span, from 1.
    pub fn line(&self, span: &Range<usize>) -> usize {
        let start = span.start.min(self.text.len());
        1 + self.text[..start].matches('\n').count()
    }

    /// Renders an error at a span, or of the whole file; `also` is a second place with its label.
    pub fn show(
        &self,
        span: Option<&Range<usize>>,
        message: Message,
        also: Option<(Range<usize>, String)>,
        lang: Lang,
    ) -> String {
        // French sets a no-break space before the colon that the renderer puts behind a name.
        let named = |key| if lang == Lang::Fr { lang.say(key) + "\u{a0}" } else { lang.say(key) };
        let title = Level::ERROR.with_name(named("diagnostic-error")).primary_title(message.what);
        let name = self.name.as_str();
        let group = match span {
            Some(span) => {
                let here = self.quote(span);
                let group = Group::with_title(title);
                // The renderer counts columns itself, which is right only with the whole line.
                let group = if here.is_whole {
                    group.element(here.snippet(AnnotationKind::Primary, message.expected).path(name))
                } else {
                    group
                        .element(Origin::path(name).line(here.line).char_column(here.column))
                        .element(here.snippet(AnnotationKind::Primary, message.expected))
                };
                match also {
                    Some((place, label)) => {
                        group.element(self.quote(&place).snippet(AnnotationKind::Context, label).path(name))
                    }
                    None => group,
                }
            }
            None => Group::with_title(title)
                .element(Origin::path(name))
                .element(Level::NOTE.with_name(named("diagnostic-note")).message(message.expected)),
        };
        let group = match message.help {
            Some(help) => group.element(Level::HELP.with_name(named("diagnostic-help")).message(help)),
            None => group,
        };
        Renderer::plain().render(&[group])
    }
}

/// A line of the file; of a very long line, the part around the place.
struct Quote<'s> {
    text: &'s str,
    /// The span within `text`, in bytes.
    at: Range<usize>,
    /// Both from 1.
    line: usize,
    column: usize,
    is_whole: bool,
}

impl Source {
    fn quote(&self, span: &Range<usize>) -> Quote<'_> {
        /// Bytes shown of a very long line on either side of the place.
        const AROUND: usize = 120;
        let text = &self.text;
        let boundary = |mut place: usize| {
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            place
        };
        let start = boundary(span.start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let from = if start - line_start > AROUND { boundary(start - AROUND) } else { line_start };
        let to = if line_end - start > AROUND { boundary(start + AROUND) } else { line_end };
        let end = boundary(span.end.clamp(start, to));
        Quote {
            text: &text[from..to],
            at: start - from..end - from,
            line: 1 + text[..start].matches('\n').count(),
            column: 1 + text[line_start..start].chars().count(),
            is_whole: from == line_start,
        }
    }
}

impl<'s> Quote<'s> {
    fn snippet(&self, kind: AnnotationKind, label: String) -> Snippet<'s, Annotation<'s>> {
        Snippet::source(self.text).line_start(self.line).annotation(kind.span(self.at.clone()).label(label))
    }
}

/// Replaces what could control a terminal by harmless characters of as many bytes, so that places stay right.
fn disarm(text: &str) -> String {
    let harmless = |c: char| {
        c == '\n'
            || matches!(c, ' '..='~')
            || (!c.is_ascii() && Line::new(&format!("a{c}a")).as_str().len() == 2 + c.len_utf8())
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if harmless(c) {
            out.push(c);
            continue;
        }
        out.push_str(match (c, c.len_utf8()) {
            ('\t' | '\r', _) => " ",
            (_, 1) => "?",
            (_, 2) => "¿",
            (_, 3) => "\u{fffd}",
            _ => "\u{fffd}?",
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disarmed_text_is_as_long_and_harmless() {
        let hostile = "a\x1b[31m\t\u{9b}2J\u{202e}é日本\u{e0041}👩‍💻\r\nb\x07\x7f\u{2028}";
        let safe = disarm(hostile);
        assert_eq!(safe.len(), hostile.len());
        assert!(safe.chars().all(|c| c == '\n' || !c.is_control()), "{safe:?}");
        assert!(!safe.contains('\u{202e}') && !safe.contains('\u{e0041}'), "{safe:?}");
        assert!(safe.contains("é日本"), "{safe:?}");
    }

    #[test]
    fn a_quote_is_one_line_and_never_cuts_a_character() {
        let source = Source::new("x", &format!("un\n{}\ntrois", "é".repeat(5_000)));
        for start in 0..source.text.len() {
            let quote = source.quote(&(start..start + 7));
            assert!(!quote.text.contains('\n') && quote.text.len() <= 242);
            assert!(quote.text.is_char_boundary(quote.at.start) && quote.text.is_char_boundary(quote.at.end));
            assert_eq!(quote.line, source.text.as_bytes()[..start].split(|byte| *byte == b'\n').count());
        }
    }
}

//! What is wrong in a file, shown where it stands with a caret under it, and what was probably meant.

mod document;

pub use document::{Expected, Field, Grammar, Slip, Table, Thing, Type, Walker, used_before};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use fluent_bundle::FluentValue;
use std::ops::Range;
use std::sync::Arc;

use crate::incident::Line;
use crate::lang::Lang;

/// Beyond so many problems the rest is only counted.
pub const MAX_PROBLEMS: usize = 40;

/// One kind of thing that can be wrong in a file.
pub trait Flaw: PartialEq + Sized {
    fn words(&self, lang: Lang) -> Words;

    /// Where the same stands first, where that is what is wrong.
    fn first(&self) -> Option<&Range<usize>>;

    /// There is so much more wrong.
    fn more(count: usize) -> Self;
}

/// One thing that is wrong in a file.
#[derive(Clone, Debug)]
pub struct Problem<F> {
    pub fault: F,
    source: Arc<Source>,
    /// Where, in bytes; none where the whole file is meant.
    span: Option<Range<usize>>,
}

impl<F: Flaw> Problem<F> {
    pub fn new(fault: F, source: Source, span: Range<usize>) -> Self {
        Self { fault, source: Arc::new(source), span: Some(span) }
    }

    /// Wrong with a file as a whole.
    pub fn of_file(fault: F, name: &str) -> Self {
        Self { fault, source: Arc::new(Source::new(name, "")), span: None }
    }

    /// All that is wrong in a file, in its order.
    pub fn all(mut faults: Vec<(F, Range<usize>)>, name: &str, source: &str) -> Vec<Self> {
        let source = Arc::new(Source::new(name, source));
        faults.sort_by_key(|(_, span)| span.start);
        faults.dedup();
        let more = faults.len().saturating_sub(MAX_PROBLEMS);
        let problem = |fault, span| Self { fault, source: Arc::clone(&source), span };
        let shown = faults.into_iter().take(MAX_PROBLEMS).map(|(fault, span)| problem(fault, Some(span)));
        shown.chain((more > 0).then(|| problem(F::more(more), None))).collect()
    }

    /// The line it stands on, from 1; none where the whole file is meant.
    pub fn line(&self) -> Option<usize> {
        Some(self.source.line(self.span.as_ref()?))
    }

    /// What is wrong, in one line.
    pub fn what(&self, lang: Lang) -> String {
        self.fault.words(lang).what
    }

    /// The problem as a person reads it: what, file and line, the line itself with a caret, and what to write instead.
    pub fn render(&self, lang: Lang) -> String {
        let also = self.fault.first().map(|first| (first.clone(), lang.say("caret-first-here")));
        self.source.show(self.span.as_ref(), self.fault.words(lang), also, lang)
    }
}

/// A file as errors quote it.
#[derive(Debug)]
pub struct Source {
    name: Line,
    /// As long as the file byte for byte, with every character that could steer a terminal replaced.
    text: String,
}

impl Source {
    pub fn new(name: &str, text: &str) -> Self {
        Self { name: Line::new(name), text: disarm(text) }
    }

    /// The line that a span begins on, from 1.
    fn line(&self, span: &Range<usize>) -> usize {
        let start = span.start.min(self.text.len());
        1 + self.text[..start].matches('\n').count()
    }

    /// Without a span the whole file is meant; `also` is a second place that has to do with it.
    fn show(
        &self,
        span: Option<&Range<usize>>,
        words: Words,
        also: Option<(Range<usize>, String)>,
        lang: Lang,
    ) -> String {
        // French sets a no-break space before the colon that the renderer puts behind a name.
        let named = |key| if lang == Lang::Fr { lang.say(key) + "\u{a0}" } else { lang.say(key) };
        let title = Level::ERROR.with_name(named("caret-error")).primary_title(words.what);
        let name = self.name.as_str();
        let group = match span {
            Some(span) => {
                let here = self.quote(span);
                let group = Group::with_title(title);
                // The renderer counts columns itself, which is right as long as it has the whole line.
                let group = if here.is_whole {
                    group.element(here.snippet(AnnotationKind::Primary, words.expected).path(name))
                } else {
                    group
                        .element(Origin::path(name).line(here.line).char_column(here.column))
                        .element(here.snippet(AnnotationKind::Primary, words.expected))
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
                .element(Level::NOTE.with_name(named("caret-note")).message(words.expected)),
        };
        let group = match words.help {
            Some(help) => group.element(Level::HELP.with_name(named("caret-help")).message(help)),
            None => group,
        };
        Renderer::plain().render(&[group])
    }
}

/// The sentences of one problem.
#[derive(Clone, Debug)]
pub struct Words {
    pub what: String,
    pub expected: String,
    pub help: Option<String>,
}

/// What kind of error of TOML's syntax it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    DuplicateKey,
    Unclosed,
    Quotes,
    /// A character that a text cannot hold as it is.
    Character,
    NoValue,
    Nesting,
    Other,
}

impl Syntax {
    /// From what the TOML reader says.
    pub fn of(message: &str) -> Self {
        let says = |words: &str| message.contains(words);
        if says("duplicate key") {
            Self::DuplicateKey
        } else if says("recur") {
            Self::Nesting
        } else if says("must be quoted") {
            Self::Quotes
        } else if says("visible characters") || says("printable characters") {
            Self::Character
        } else if says("unclosed") || says("invalid basic string") || says("invalid multi-line") {
            Self::Unclosed
        } else if says("key with no value") || says("missing value") {
            Self::NoValue
        } else {
            Self::Other
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::DuplicateKey => "caret-syntax-duplicate",
            Self::Unclosed => "caret-syntax-unclosed",
            Self::Quotes => "caret-syntax-quotes",
            Self::Character => "caret-syntax-character",
            Self::NoValue => "caret-syntax-no-value",
            Self::Nesting => "caret-syntax-nesting",
            Self::Other => "caret-syntax",
        }
    }

    /// What to say of it; `detail` is what the TOML reader says, in English.
    pub fn words(self, detail: &Line, lang: Lang) -> Words {
        let key = self.key();
        let help = || lang.say_with("caret-syntax-detail", &[("detail", detail.as_str().to_owned().into())]);
        Words {
            what: lang.say(key),
            expected: lang.say(&format!("{key}-expected")),
            help: (self == Self::Other).then(help),
        }
    }
}

/// The one of `known` that `typed` probably stands for.
pub fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // An id is short: more than this is not a slip, and comparing it would take long.
    if typed.chars().count() > 40 {
        return None;
    }
    let typed = typed.to_lowercase();
    let likeness = |known: &&str| strsim::jaro_winkler(&typed, known);
    known.into_iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|best| likeness(best) > 0.8)
}

/// Quoted text in a sentence: a screen's width of it is enough.
pub fn quoted(line: &Line) -> FluentValue<'static> {
    const MAX: usize = 60;
    let text = line.as_str();
    match text.char_indices().nth(MAX) {
        Some((cut, _)) => format!("{}…", &text[..cut]).into(),
        None => text.to_owned().into(),
    }
}

/// A line of the file, or what a screen can hold of a very long one.
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
    /// The line that a span begins on.
    fn quote(&self, span: &Range<usize>) -> Quote<'_> {
        /// What is shown of a very long line on either side of the place.
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

/// Replaces what could steer a terminal by harmless characters of the same length in bytes, so that places stay right.
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
    fn disarmed_text_is_as_long_and_has_no_teeth() {
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

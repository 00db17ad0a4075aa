//! One error of a file with its place, and how a person reads it.

use std::ops::Range;
use std::sync::Arc;

use super::format::Message;
use super::source::Source;
use super::toml_error::TomlError;
use crate::lang::Lang;

/// Further errors are only counted.
pub const MAX_DIAGNOSTICS: usize = 40;

/// What can be wrong in one format of files.
pub trait DiagnosticKind: PartialEq + From<TomlError> {
    fn message(&self, lang: Lang) -> Message;

    /// Where the same name or value was first used, if using it twice is the error.
    fn first(&self) -> Option<&Range<usize>> {
        None
    }
}

#[derive(Clone, Debug)]
pub struct Diagnostic<K> {
    pub kind: K,
    source: Arc<Source>,
    /// The place in bytes; `None` for the file as a whole.
    span: Option<Range<usize>>,
}

impl<K: DiagnosticKind> Diagnostic<K> {
    pub fn new(kind: K, source: Source, span: Range<usize>) -> Self {
        Self { kind, source: Arc::new(source), span: Some(span) }
    }

    pub fn of_file(kind: K, name: &str) -> Self {
        Self { kind, source: Arc::new(Source::new(name, "")), span: None }
    }

    /// All errors of a file, in its order, without repetitions.
    pub fn all(mut errors: Vec<(K, Range<usize>)>, name: &str, source: &str) -> Vec<Self> {
        let source = Arc::new(Source::new(name, source));
        errors.sort_by_key(|(_, span)| span.start);
        errors.dedup();
        let more = errors.len().saturating_sub(MAX_DIAGNOSTICS);
        let diagnostic = |kind, span| Self { kind, source: Arc::clone(&source), span };
        let shown = errors.into_iter().take(MAX_DIAGNOSTICS).map(|(kind, span)| diagnostic(kind, Some(span)));
        shown.chain((more > 0).then(|| diagnostic(TomlError::More { count: more }.into(), None))).collect()
    }

    /// Returns the line number, from 1; `None` for the file as a whole.
    pub fn line(&self) -> Option<usize> {
        Some(self.source.line(self.span.as_ref()?))
    }

    pub fn what(&self, lang: Lang) -> String {
        self.kind.message(lang).what
    }

    /// Returns what is wrong, file and line, the line itself with a caret, and what to write instead.
    pub fn render(&self, lang: Lang) -> String {
        let first = self.kind.first().map(|first| (first.clone(), lang.say("diagnostic-first-here")));
        self.source.show(self.span.as_ref(), self.kind.message(lang), first, lang)
    }
}

pub fn render_all<K: DiagnosticKind>(diagnostics: &[Diagnostic<K>], lang: Lang) -> String {
    diagnostics.iter().map(|diagnostic| diagnostic.render(lang)).collect::<Vec<_>>().join("\n\n")
}

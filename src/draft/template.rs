//! One template: text with variables, read once and filled often.

use std::ops::Range;
use std::sync::Arc;

use super::error::{TemplateDiagnostic, TemplateError};
use super::external::Readers;
use super::variable::Variable;
use crate::diagnostic::{TomlError, nearest};
use crate::incident::{Line, Prose};

/// A longer file is not a message.
pub const BYTES_MAX: usize = 64 << 10;
const OPEN: &str = "{{";
const CLOSE: &str = "}}";

#[derive(Clone, Debug)]
pub struct Template {
    /// The file's name and text, which errors quote.
    name: Line,
    source: Arc<str>,
    lines: Vec<Vec<Piece>>,
}

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Variable(Variable, Range<usize>),
}

impl Template {
    /// Reads a template; `name` is what errors call it.
    pub fn read(source: &str, name: &str) -> Result<Self, Vec<TemplateDiagnostic>> {
        let mut errors = Vec::new();
        let mut lines = Vec::new();
        let mut start = 0;
        for line in source.split('\n') {
            lines.push(pieces(line, start, &mut errors));
            start += line.len() + 1;
        }
        if errors.is_empty() && source.trim().is_empty() {
            return Err(vec![TemplateDiagnostic::of_file(TemplateError::Empty, name)]);
        }
        if !errors.is_empty() {
            return Err(TemplateDiagnostic::all(errors, name, source));
        }
        Ok(Self { name: Line::new(name), source: source.into(), lines })
    }

    pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Self, Vec<TemplateDiagnostic>> {
        let whole = |error: TomlError| vec![TemplateDiagnostic::of_file(error.into(), name)];
        if bytes.len() > BYTES_MAX {
            return Err(whole(TomlError::TooBig { bytes: bytes.len(), max: BYTES_MAX }));
        }
        let source = std::str::from_utf8(bytes).map_err(|_| whole(TomlError::NotText))?;
        Self::read(&source.replace("\r\n", "\n"), name)
    }

    /// Checks that its readers may read every variable.
    pub fn check(&self, readers: Readers) -> Result<(), Vec<TemplateDiagnostic>> {
        let errors: Vec<_> = self
            .variables()
            .filter(|(variable, _)| readers == Readers::External && variable.readers() == Readers::Internal)
            .map(|(variable, span)| (TemplateError::InternalOnly { variable }, span.clone()))
            .collect();
        if errors.is_empty() { Ok(()) } else { Err(TemplateDiagnostic::all(errors, self.name.as_str(), &self.source)) }
    }

    /// Whether it uses a variable.
    pub fn names(&self, variable: Variable) -> bool {
        self.variables().any(|(named, _)| named == variable)
    }

    /// Returns who may read it.
    pub fn readers(&self) -> Readers {
        if self.check(Readers::External).is_ok() { Readers::External } else { Readers::Internal }
    }

    /// The text with the variables' values. A value alone on its line keeps its line breaks.
    pub fn fill<'v>(&self, value: impl Fn(Variable) -> &'v str) -> Prose {
        let mut out = String::new();
        for pieces in &self.lines {
            let is_silent = |piece: &Piece| matches!(piece, Piece::Variable(it, _) if value(*it).trim().is_empty());
            if pieces.iter().any(is_silent) {
                continue;
            }
            let is_alone = pieces.len() == 1;
            let mut line = String::new();
            for piece in pieces {
                match piece {
                    Piece::Text(text) => line.push_str(text),
                    Piece::Variable(it, _) if is_alone => line.push_str(value(*it)),
                    Piece::Variable(it, _) => line.push_str(Line::new(value(*it)).as_str()),
                }
            }
            let line = line.trim_end();
            // What was omitted leaves no gap.
            if line.is_empty() && (out.is_empty() || out.ends_with("\n\n")) {
                continue;
            }
            out.push_str(line);
            out.push('\n');
        }
        Prose::new(&out)
    }

    fn variables(&self) -> impl Iterator<Item = (Variable, &Range<usize>)> {
        self.lines.iter().flatten().filter_map(|piece| match piece {
            Piece::Variable(variable, span) => Some((*variable, span)),
            Piece::Text(_) => None,
        })
    }
}

/// The pieces of a line that begins at byte `start` of its file.
fn pieces(line: &str, start: usize, errors: &mut Vec<(TemplateError, Range<usize>)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(open) = rest.find(OPEN) {
        let at = start + line.len() - rest.len() + open;
        if open > 0 {
            pieces.push(Piece::Text(rest[..open].to_owned()));
        }
        let inside = &rest[open + OPEN.len()..];
        let Some(close) = inside.find(CLOSE) else {
            errors.push((TemplateError::Unclosed, at..start + line.len()));
            return pieces;
        };
        let name = inside[..close].trim();
        let span = at..at + OPEN.len() + close + CLOSE.len();
        if let Some(variable) = Variable::named(name) {
            pieces.push(Piece::Variable(variable, span));
        } else {
            let near = nearest(name, Variable::ALL.map(Variable::name));
            errors.push((TemplateError::UnknownVariable { name: Line::new(name), near }, span));
        }
        rest = &inside[close + CLOSE.len()..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn fill(source: &str) -> String {
        let template = Template::read(source, "x").unwrap();
        let filled = template.fill(|variable| match variable {
            Variable::Title => "Mail {{what}} down",
            Variable::What => "one\ntwo",
            Variable::Since => "03:41",
            _ => " ",
        });
        filled.as_str().to_owned()
    }

    #[test]
    fn a_line_without_all_its_values_leaves_no_trace() {
        assert_eq!(fill("# {{title}}\n\n{{impact}}\n\n- since {{ since }}\n"), "# Mail {{what}} down\n\n- since 03:41");
        assert_eq!(fill("{{impact}}\n\nx {{since}} {{next}}\ny\n\n\n{{next}}\n\nz"), "y\n\nz");
        assert_eq!(fill("{{impact}}"), "");
    }

    #[test]
    fn a_value_keeps_its_lines_where_it_stands_alone() {
        assert_eq!(fill("{{what}}\n- {{what}}."), "one\ntwo\n- one two.");
    }

    #[test]
    fn what_is_wrong_is_shown_where_it_stands() {
        let wrong = |source: &str| -> Vec<(Option<usize>, String)> {
            let problems = Template::read(source, "clients.opening.en.md").unwrap_err();
            problems.iter().map(|it| (it.line(), it.what(Lang::En))).collect()
        };
        assert_eq!(
            wrong("# {{titel}}\n\n{{what}} {{nothing\n{{x}}"),
            [
                (Some(1), "unknown variable “titel”".to_owned()),
                (Some(3), "unclosed variable".to_owned()),
                (Some(4), "unknown variable “x”".to_owned()),
            ]
        );
        assert_eq!(wrong(" \n "), [(None, "the template is empty".to_owned())]);
        let problems = Template::read("# {{titel}}", "clients.opening.en.md").unwrap_err();
        let shown = problems[0].render(Lang::En);
        assert!(shown.contains("^^^^^^^^^") && shown.contains("title"), "{shown}");
    }

    #[test]
    fn what_is_inside_stays_inside() {
        let template = Template::read("{{title}}\n{{blocked}} {{commander}}", "x").unwrap();
        assert_eq!(template.readers(), Readers::Internal);
        assert!(template.check(Readers::Internal).is_ok());
        let problems = template.check(Readers::External).unwrap_err();
        let lines: Vec<_> = problems.iter().map(TemplateDiagnostic::line).collect();
        assert_eq!(lines, [Some(2), Some(2)]);
        assert!(problems[0].what(Lang::Fr).contains("blocked"));
    }

    #[test]
    fn a_file_may_be_anything() {
        let fault = |bytes: &[u8]| Template::read_bytes(bytes, "x").unwrap_err().remove(0).kind;
        assert_eq!(fault(b"\xff"), TomlError::NotText.into());
        assert_eq!(
            fault(&vec![b'x'; BYTES_MAX + 1]),
            TomlError::TooBig { bytes: BYTES_MAX + 1, max: BYTES_MAX }.into()
        );
        assert_eq!(fault(b""), TemplateError::Empty);
        assert!(Template::read_bytes(b"x\r\n{{title}}\r\n", "x").is_ok());
    }

    proptest::proptest! {
        #[test]
        fn whatever_a_file_holds_is_read_or_refused(source in "([{}]{0,3}[a-z é\n]{0,6}){0,8}") {
            match Template::read(&source, "x") {
                Ok(template) => { template.fill(|it| it.name()); }
                Err(problems) => for problem in problems { problem.render(Lang::Fr); },
            }
        }
    }
}

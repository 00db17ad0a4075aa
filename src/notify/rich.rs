//! The little formatting that every target knows: headings, items, strong words.

/// A text as rows, each one line of what was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich {
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub kind: RowKind,
    pub spans: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Heading,
    Item,
    Text,
    /// An empty line, which sets paragraphs apart.
    Gap,
}

/// Some text, strong or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub strong: bool,
}

impl Rich {
    /// Reads the Markdown-like text that people write: `#` headings, `-` or `*` items, `**strong**`.
    pub fn read(text: &str) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for line in text.lines() {
            let row = Row::read(line.trim());
            if row.kind == RowKind::Gap && rows.last().is_none_or(|last| last.kind == RowKind::Gap) {
                continue;
            }
            rows.push(row);
        }
        while rows.last().is_some_and(|last| last.kind == RowKind::Gap) {
            rows.pop();
        }
        Self { rows }
    }

    /// Without any formatting but items and empty lines.
    pub fn plain(&self) -> String {
        let rows: Vec<_> = self.rows.iter().map(Row::plain).collect();
        rows.join("\n")
    }
}

impl Row {
    fn read(line: &str) -> Self {
        if line.is_empty() {
            return Self { kind: RowKind::Gap, spans: Vec::new() };
        }
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        if (1..=6).contains(&hashes)
            && let Some(text) = line[hashes..].strip_prefix(' ')
        {
            return Self { kind: RowKind::Heading, spans: spans(text.trim()) };
        }
        for mark in ["- ", "* ", "• "] {
            if let Some(text) = line.strip_prefix(mark) {
                return Self { kind: RowKind::Item, spans: spans(text.trim()) };
            }
        }
        Self { kind: RowKind::Text, spans: spans(line) }
    }

    pub fn plain(&self) -> String {
        let text: String = self.spans.iter().map(|span| span.text.as_str()).collect();
        if self.kind == RowKind::Item { format!("- {text}") } else { text }
    }
}

/// `**` opens and closes what is strong; one that nothing closes is text.
fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    let mut push = |text: &str, strong| {
        if !text.is_empty() {
            spans.push(Span { text: text.to_owned(), strong });
        }
    };
    while let Some((before, tail)) = rest.split_once("**") {
        let Some((strong, after)) = tail.split_once("**") else { break };
        push(before, false);
        push(strong, true);
        rest = after;
    }
    push(rest, false);
    spans
}

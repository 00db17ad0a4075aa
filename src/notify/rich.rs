//! The formatting that every target has: headings, items, strong words.
//!
//! A person's text never mentions anyone or becomes a link: a [`Style`] prevents that by the target's own escapes or by
//! [`unlinked`].

use unicode_segmentation::UnicodeSegmentation;

/// A text as rows, one line each.
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
    /// An empty line between paragraphs.
    Gap,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub strong: bool,
}

/// How a target writes formatted text.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Escapes what the target would interpret.
    pub escape: fn(&str) -> String,
    /// Around a heading.
    pub heading: [&'static str; 2],
    /// Around strong words.
    pub strong: [&'static str; 2],
    /// Before an item.
    pub item: &'static str,
}

impl Style {
    /// Text alone.
    pub const PLAIN: Self = Self { escape: unlinked, heading: ["", ""], strong: ["", ""], item: "- " };

    pub fn rows(&self, rows: &[Row]) -> String {
        let rows: Vec<_> = rows.iter().map(|row| self.row(row)).collect();
        rows.join("\n")
    }

    pub fn row(&self, row: &Row) -> String {
        match row.kind {
            RowKind::Heading => self.heading(&row.text()),
            RowKind::Item => format!("{}{}", self.item, self.spans(&row.spans)),
            RowKind::Text => self.spans(&row.spans),
            RowKind::Gap => String::new(),
        }
    }

    pub fn heading(&self, text: &str) -> String {
        format!("{}{}{}", self.heading[0], (self.escape)(text), self.heading[1])
    }

    fn spans(&self, spans: &[Span]) -> String {
        // A mention may span a strong word and the next: the target's mark separates them, or without a mark both are
        // escaped as one.
        if self.strong == ["", ""] {
            let text: String = spans.iter().map(|span| span.text.as_str()).collect();
            return (self.escape)(&text);
        }
        let mut out = String::new();
        for Span { text, strong } in spans {
            let word = text.trim();
            if !*strong || word.is_empty() {
                out.push_str(&(self.escape)(text));
                continue;
            }
            // No target accepts a mark with a space inside it.
            let (before, after) = text.split_once(word).expect("the word was found in it");
            out.push_str(before);
            out.push_str(self.strong[0]);
            out.push_str(&(self.escape)(word));
            out.push_str(self.strong[1]);
            out.push_str(after);
        }
        out
    }
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
}

impl Row {
    pub const GAP: Self = Self { kind: RowKind::Gap, spans: Vec::new() };

    pub fn text_of(text: &str) -> Self {
        Self { kind: RowKind::Text, spans: vec![Span { text: text.to_owned(), strong: false }] }
    }

    fn read(line: &str) -> Self {
        if line.is_empty() {
            return Self::GAP;
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

    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Splits a row before `most` visible characters, at a space if one is near. `None` if it is short enough.
    pub fn cut(&self, most: usize) -> Option<(Self, Self)> {
        let text = self.text();
        let mut clusters = text.grapheme_indices(true).skip(most.max(1));
        let (end, _) = clusters.next()?;
        let head = &text[..end];
        let near = head.char_indices().rev().take(most / 4).find(|(_, c)| c.is_whitespace());
        let at = near.map_or(end, |(place, c)| place + c.len_utf8());
        let (mut first, mut second) = (Vec::new(), Vec::new());
        let mut place = 0;
        for span in &self.spans {
            let here = at.saturating_sub(place).min(span.text.len());
            let (before, after) = span.text.split_at(here);
            for (text, spans) in [(before, &mut first), (after, &mut second)] {
                if !text.is_empty() {
                    spans.push(Span { text: text.to_owned(), strong: span.strong });
                }
            }
            place += span.text.len();
        }
        // A continuation is not a new item.
        let rest = if self.kind == RowKind::Item { RowKind::Text } else { self.kind };
        Some((Self { kind: self.kind, spans: first }, Self { kind: rest, spans: second }))
    }
}

/// `**` opens before a word and closes behind one; any other is text.
fn spans(text: &str) -> Vec<Span> {
    const MARK: &str = "**";
    let mut spans = Vec::new();
    let mut push = |text: &str, strong| {
        if !text.is_empty() {
            spans.push(Span { text: text.to_owned(), strong });
        }
    };
    let (mut rest, mut from) = (text, 0);
    while let Some(open) = rest[from..].find(MARK).map(|place| place + from) {
        let inner = open + MARK.len();
        let word = rest[inner..].split(MARK).next().unwrap_or_default();
        let close = inner + word.len();
        if close == rest.len() {
            break;
        }
        if word.is_empty() || word.trim() != word {
            from = inner;
            continue;
        }
        push(&rest[..open], false);
        push(word, true);
        (rest, from) = (&rest[close + MARK.len()..], 0);
    }
    push(rest, false);
    spans
}

/// Zero-width; ends a word for programs that look for names and addresses.
const BREAK: char = '\u{200b}';

/// Inserts an invisible break where a chat program would find a mention, an address or a link, for targets without an
/// escape for these.
pub fn unlinked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut previous = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        // Some programs find an address whatever follows the sign, but none without what precedes it.
        let is_behind_name = matches!(c, '@' | '＠') && !previous.is_whitespace();
        if is_behind_name || (c == '.' && ends_with(&out, "www")) {
            out.push(BREAK);
        }
        out.push(c);
        let ahead = rest.as_str();
        let next = ahead.chars().next();
        let breaks = match c {
            // Where the text ends, a mark of the target's may follow: `@` and `**all**` are two texts and one mention.
            '@' | '＠' | '#' | '<' | '~' => next.is_none_or(|next| !next.is_whitespace()),
            ':' => {
                let before = &out[..out.len() - c.len_utf8()];
                ahead.starts_with("//") || SCHEMES.iter().any(|scheme| ends_with(before, scheme))
            }
            ']' => matches!(next, Some('(' | '[' | ':')),
            // A domain or mailbox: the last label has two letters at least.
            '.' | '。' | '．' => {
                let mut label = ahead.chars();
                (previous.is_alphanumeric() || previous == '-')
                    && label.next().is_some_and(char::is_alphabetic)
                    && label.next().is_some_and(|c| c.is_alphanumeric() || c == '-')
            }
            _ => false,
        };
        if breaks {
            out.push(BREAK);
        }
        previous = c;
    }
    out
}

/// Schemes without `//`.
const SCHEMES: [&str; 7] = ["mailto", "xmpp", "tel", "sip", "sms", "callto", "matrix"];

fn ends_with(text: &str, tail: &str) -> bool {
    let start = text.len().checked_sub(tail.len());
    start.and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(tail))
}

/// The text with a backslash before each of `marks`.
pub fn backslashed(text: &str, marks: &[char]) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if marks.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::RowKind::{Gap, Heading, Item, Text};
    use super::*;

    const MARKDOWN: Style = Style { escape: str::to_owned, heading: ["# ", ""], strong: ["**", "**"], item: "- " };

    #[test]
    fn headings_items_and_strong_words_are_read_and_the_rest_is_text() {
        let text = "\n\n# État **grave**\n\n\n* un\n- **deux** et plus\n#3 seul, a ** b\n  [x](y)  \n\n";
        let rich = Rich::read(text);
        let kinds: Vec<_> = rich.rows.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, [Heading, Gap, Item, Item, Text, Text]);
        let printed = MARKDOWN.rows(&rich.rows);
        assert_eq!(printed, "# État grave\n\n- un\n- **deux** et plus\n#3 seul, a ** b\n[x](y)");
        let strong = |text: &str| {
            let spans = Rich::read(text).rows.remove(0).spans;
            spans.into_iter().filter(|span| span.strong).map(|span| span.text).collect::<Vec<_>>()
        };
        assert_eq!(strong("**a** b **c d**"), ["a", "c d"]);
        assert_eq!(strong("2 ** 3 ** 4 **** 5**"), [""; 0]);
    }

    #[test]
    fn a_break_stands_where_a_name_or_a_link_would_begin() {
        let shown = |text: &str| unlinked(text).replace(BREAK, "|");
        for (text, expected) in [
            ("@channel et @ ici @", "@|channel et @ ici @|"),
            ("<!here> <@U123> <#C1> a < b", "<|!here> <||@|U123> <|#|C1> a < b"),
            ("[x](javascript:alert(1))", "[x]|(javascript:alert(1))"),
            ("https://evil.example/a.b", "https:|//evil.|example/a.b"),
            ("www.evil.example mailto:x TEL:1 10:30", "www|.|evil.|example mailto:|x TEL:|1 10:30"),
            ("bob@evil.example", "bob|@|evil.|example"),
            ("v1.2.3 à 10.0.0.1, etc. Fin. p.ex.", "v1.2.3 à 10.0.0.1, etc. Fin. p.|ex."),
            ("évil.中国", "évil.|中国"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn a_row_is_cut_at_a_space_and_keeps_what_is_strong() {
        let row = Rich::read("- aaa **bbb ccc** ddd").rows.remove(0);
        let (first, second) = row.cut(9).unwrap();
        assert_eq!(MARKDOWN.row(&first), "- aaa **bbb** ");
        assert_eq!(MARKDOWN.row(&second), "**ccc** ddd");
        assert_eq!(row.cut(15), None);
        let long = Row::text_of("👩‍💻👩‍💻👩‍💻");
        let (first, second) = long.cut(0).unwrap();
        assert_eq!((first.text().as_str(), second.text().as_str()), ("👩‍💻", "👩‍💻👩‍💻"));
    }

    proptest::proptest! {
        #[test]
        fn nothing_of_a_row_is_lost_where_it_is_cut(text in ".{1,60}", most in 0usize..70) {
            for row in Rich::read(&text).rows {
                if let Some((first, second)) = row.cut(most) {
                    proptest::prop_assert_eq!(first.text() + &second.text(), row.text());
                    proptest::prop_assert!(!first.spans.is_empty() && !second.spans.is_empty());
                }
            }
        }
    }
}

//! A document as Markdown with tables, for wikis and code hosts.
//!
//! A person's text makes no link, picture, HTML, heading or table, and mentions no one.

use std::fmt::Write;

use crate::document::{Block, ColumnKind, Document, Row, Table, Text, Tone};

/// Breaks a mention or an address.
const BREAK: char = '\u{200b}';
/// Replaces a line break in a single line.
const NEW_LINE: &str = " ⏎ ";

impl Document {
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n\n{}\n", inline(&self.title), inline(&self.about));
        for notice in &self.notices {
            _ = writeln!(out, "\n> **{}**", plain(notice));
        }
        out.push('\n');
        let colon = self.lang.say("report-colon");
        for card in &self.cards {
            _ = write!(out, "- **{}**{colon}**{}**", escaped(&card.label), plain(&card.value));
            if !card.note.is_empty() {
                _ = write!(out, " — {}", inline(&card.note));
            }
            out.push('\n');
        }
        for section in &self.sections {
            _ = writeln!(out, "\n## {}", escaped(&section.title));
            for block in &section.blocks {
                self::block(&mut out, block);
            }
        }
        _ = writeln!(out, "\n---\n\n{}", inline(&self.foot));
        out
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => _ = writeln!(out, "\n{}", begun(&inline(text))),
        Block::List(items) => {
            out.push('\n');
            for item in items {
                _ = writeln!(out, "- {}", begun(&inline(item)));
            }
        }
        Block::Quote { label, text } => {
            _ = writeln!(out, "\n{}\n", begun(&inline(label)));
            for line in text.lines() {
                _ = writeln!(out, "> {}  ", begun(&escaped(line.trim())));
            }
        }
        Block::Table(table) => self::table(out, table),
        Block::Gantt => {}
    }
}

fn table(out: &mut String, table: &Table) {
    let heads: Vec<String> = table.columns.iter().map(|column| escaped(&column.title)).collect();
    let rules = table.columns.iter().map(|column| match column.kind {
        ColumnKind::Figure => "--:",
        ColumnKind::Name | ColumnKind::Words | ColumnKind::Brief => "---",
    });
    _ = writeln!(out, "\n| {} |\n| {} |", heads.join(" | "), rules.collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = match row {
            Row::Cells(cells) => cells.iter().map(inline).collect(),
            Row::Heading(title) => {
                let name = table.columns.iter().position(|it| it.kind == ColumnKind::Name).unwrap_or(0);
                let cell = |place| if place == name { format!("**{}**", escaped(title)) } else { String::new() };
                (0..table.columns.len()).map(cell).collect()
            }
        };
        _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

fn inline(text: &Text) -> String {
    let mut out = String::new();
    let on_line = |space: &str| space.replace('\n', " ");
    for (tone, words) in &text.0 {
        let bare = words.trim();
        let (before, behind) = (&words[..words.len() - words.trim_start().len()], &words[words.trim_end().len()..]);
        if bare.is_empty() {
            out += &on_line(words);
            continue;
        }
        let marked = match tone {
            Tone::Code if !bare.contains(['`', '|', '\n']) => format!("`{bare}`"),
            Tone::Strong => format!("**{}**", escaped(bare)),
            Tone::Struck => format!("~~{}~~", escaped(bare)),
            Tone::Plain | Tone::Quoted | Tone::Good | Tone::Bad | Tone::Muted | Tone::Code => escaped(bare),
        };
        out += &on_line(before);
        out += &marked;
        out += &on_line(behind);
    }
    out
}

fn plain(text: &Text) -> String {
    escaped(&text.0.iter().map(|(_, words)| words.as_str()).collect::<String>())
}

/// Escapes Markdown anywhere on a line except at its beginning.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let tail = &rest[c.len_utf8()..];
        match c {
            '\n' => out += NEW_LINE,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '@' => {
                out.push('@');
                out.push(BREAK);
            }
            // An address, or the short name of an emoji; times of day stay as they are.
            ':' if tail.starts_with(|c: char| matches!(c, '/' | '+' | '-') || c.is_alphabetic())
                || (tail.starts_with(|c: char| c.is_ascii_digit()) && !out.ends_with(|c: char| c.is_ascii_digit())) =>
            {
                out.push_str("\\:");
            }
            '.' if ends_with_www(&out) => out.push_str("\\."),
            c => out.push(c),
        }
        rest = tail;
    }
    out
}

fn ends_with_www(text: &str) -> bool {
    text.len().checked_sub(3).is_some_and(|from| text.as_bytes()[from..].eq_ignore_ascii_case(b"www"))
}

/// Escapes the beginning of a line, so that it becomes no heading, list, quote, rule or code.
fn begun(line: &str) -> String {
    let line = line.trim_start();
    if line.starts_with(['-', '+', '=']) {
        return format!("\\{line}");
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match line[digits..].chars().next() {
        Some(mark @ ('.' | ')')) if digits > 0 => {
            format!("{}\\{mark}{}", &line[..digits], &line[digits + 1..])
        }
        _ => line.to_owned(),
    }
}

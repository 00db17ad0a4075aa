//! A document as one self-contained HTML file: no script, picture, font or request.
//!
//! It is light or dark as the reader's system is, and prints on A4. A policy in its head forbids everything but its own
//! style, so a text could do nothing even if an escape were missing.

use std::fmt::Write;

use super::shorten::shortened;
use crate::document::{Block, Card, ColumnKind, Document, Row, Table, Text, Tone};

const STYLE: &str = include_str!("html/style.css");
/// The width of a title in a browser's tab.
const TITLE: usize = 60;
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

impl Document {
    /// Returns the page; `gantt` is the drawn timeline.
    pub fn html(&self, gantt: &str) -> String {
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n",
            lang = self.lang.code(),
            title = escaped(&shortened(&words(&self.title), TITLE)),
        );
        _ = writeln!(out, "<h1>{}</h1>\n<p class=\"about\">{}</p>", inline(&self.title), inline(&self.about));
        for notice in &self.notices {
            _ = writeln!(out, "<p class=\"notice\" role=\"note\">{}</p>", inline(notice));
        }
        out += "<dl class=\"cards\">\n";
        for card in &self.cards {
            self::card(&mut out, card);
        }
        out += "</dl>\n<nav><ul>\n";
        for section in &self.sections {
            _ = writeln!(out, "<li><a href=\"#{}\">{}</a></li>", section.id, escaped(&section.title));
        }
        out += "</ul></nav>\n</header>\n<main>\n";
        for section in &self.sections {
            _ = writeln!(out, "<section id=\"{}\">\n<h2>{}</h2>", section.id, escaped(&section.title));
            for block in &section.blocks {
                match block {
                    Block::Gantt => out += gantt,
                    other => self::block(&mut out, other),
                }
            }
            out += "</section>\n";
        }
        _ = writeln!(out, "</main>\n<footer><p>{}</p></footer>\n</body>\n</html>", inline(&self.foot));
        out
    }
}

fn card(out: &mut String, card: &Card) {
    _ = write!(out, "<div><dt>{}</dt><dd class=\"value\">{}</dd>", escaped(&card.label), inline(&card.value));
    if !card.note.is_empty() {
        _ = write!(out, "<dd>{}</dd>", inline(&card.note));
    }
    *out += "</div>\n";
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => _ = writeln!(out, "<p>{}</p>", inline(text)),
        Block::List(items) => {
            *out += "<ul>\n";
            for item in items {
                _ = writeln!(out, "<li>{}</li>", inline(item));
            }
            *out += "</ul>\n";
        }
        Block::Quote { label, text } => {
            _ = writeln!(
                out,
                "<div class=\"quote\">\n<p>{}</p>\n<blockquote><p dir=\"auto\">{}</p></blockquote>\n</div>",
                inline(label),
                lines(text)
            );
        }
        Block::Table(table) => self::table(out, table),
        Block::Gantt => {}
    }
}

fn table(out: &mut String, table: &Table) {
    _ = write!(out, "<div class=\"wide\"><table>\n<caption>{}</caption>\n<thead><tr>", escaped(&table.caption));
    for column in &table.columns {
        _ = write!(out, "<th scope=\"col\"{}>{}</th>", class(column.kind), escaped(&column.title));
    }
    *out += "</tr></thead>\n<tbody>\n";
    for row in &table.rows {
        match row {
            Row::Heading(title) => {
                let span = table.columns.len();
                _ = writeln!(
                    out,
                    "<tr class=\"heading\"><th scope=\"rowgroup\" colspan=\"{span}\">{}</th></tr>",
                    escaped(title)
                );
            }
            Row::Cells(cells) => {
                *out += "<tr>";
                for (cell, column) in cells.iter().zip(&table.columns) {
                    let (class, inline) = (class(column.kind), inline(cell));
                    _ = write!(out, "<td{class}>{inline}</td>");
                }
                *out += "</tr>\n";
            }
        }
    }
    *out += "</tbody>\n</table></div>\n";
}

const fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Name => " class=\"name\"",
        ColumnKind::Words => "",
        ColumnKind::Brief => " class=\"brief\"",
        ColumnKind::Figure => " class=\"figure\"",
    }
}

/// Words with their tones.
fn inline(text: &Text) -> String {
    let mut out = String::new();
    for (tone, words) in &text.0 {
        let (open, close) = match tone {
            Tone::Plain => ("", ""),
            Tone::Quoted => ("<bdi>", "</bdi>"),
            Tone::Strong => ("<strong><bdi>", "</bdi></strong>"),
            Tone::Good => ("<span class=\"good\">", "</span>"),
            Tone::Bad => ("<strong class=\"bad\">", "</strong>"),
            Tone::Muted => ("<span class=\"muted\">", "</span>"),
            Tone::Struck => ("<s><bdi>", "</bdi></s>"),
            Tone::Code => ("<code>", "</code>"),
        };
        out += open;
        out += &lines(words);
        out += close;
    }
    out
}

/// The words alone.
fn words(text: &Text) -> String {
    text.0.iter().map(|(_, words)| words.as_str()).collect()
}

fn lines(words: &str) -> String {
    escaped(words).replace('\n', "<br>")
}

/// Escapes a text for the body of a page and for an attribute.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_markup_is_left() {
        for (text, expected) in [
            ("plain", "plain"),
            ("<b>&\"'</b>", "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;"),
            ("&amp;", "&amp;amp;"),
            ("é 🚒", "é 🚒"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}

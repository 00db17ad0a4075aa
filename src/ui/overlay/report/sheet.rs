//! A document laid out in lines: a table in columns if they fit, else each of its rows as a few lines.

use crate::document::{Block, ColumnKind, Document, Row, Table, Text, Tone};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::text::{width as cells, wrap_all};
use crate::ui::widget::window::Line;

/// A document in lines, and its chapters.
#[derive(Debug, Default)]
pub struct Sheet {
    pub lines: Vec<Line>,
    /// The line of each heading, and its words.
    pub chapters: Vec<(usize, String)>,
    width: u16,
}

/// The minimum width of a text column; a narrower table has no columns.
const NARROWEST: u16 = 14;
/// The space between two columns.
const GAP: u16 = 2;

impl Sheet {
    pub fn of(document: &Document, width: u16) -> Self {
        let mut sheet = Self { width: width.max(1), ..Self::default() };
        sheet.text(&document.title, Meaning::TextStrong);
        sheet.text(&document.about, Meaning::TextMuted);
        for notice in &document.notices {
            sheet.blank();
            sheet.led("⚠ ", notice, Meaning::SlipLate);
        }
        sheet.blank();
        let labels = document.cards.iter().map(|card| cells(&card.label)).max().unwrap_or(0);
        for card in &document.cards {
            let label = format!("{}{}  ", card.label, " ".repeat((labels - cells(&card.label)).into()));
            let mut words = spans(&card.value, Meaning::TextStrong);
            if !card.note.is_empty() {
                words.push((" — ".to_owned(), Meaning::TextMuted));
                words.extend(spans(&card.note, Meaning::Overlay));
            }
            sheet.flow(&[(label, Meaning::TextMuted)], &words);
        }
        for section in &document.sections {
            sheet.heading(&section.title);
            for block in &section.blocks {
                sheet.block(block, document.lang);
            }
        }
        sheet.blank();
        sheet.text(&document.foot, Meaning::TextMuted);
        sheet
    }

    /// Adds a chapter besides the document's.
    pub fn add(&mut self, title: &str, lines: &[(&str, Meaning)]) {
        self.heading(title);
        for (text, meaning) in lines {
            self.flow(&[], &[((*text).to_owned(), *meaning)]);
        }
    }

    fn heading(&mut self, title: &str) {
        self.blank();
        self.chapters.push((self.lines.len(), title.to_owned()));
        let rest = usize::from(self.width.saturating_sub(cells(title) + 4));
        self.lines.push(vec![
            ("── ".to_owned(), Meaning::OverlayBorder),
            (title.to_owned(), Meaning::OverlayTitle),
            (format!(" {}", "─".repeat(rest)), Meaning::OverlayBorder),
        ]);
    }

    fn block(&mut self, block: &Block, lang: Lang) {
        match block {
            Block::Paragraph(text) => {
                // A text that is all bold is the heading of what follows.
                if let [(Tone::Strong, _)] = text.0[..] {
                    self.blank();
                }
                self.text(text, Meaning::Overlay);
            }
            Block::List(items) => items.iter().for_each(|item| self.led("• ", item, Meaning::TextMuted)),
            Block::Quote { label, text } => {
                self.text(label, Meaning::Overlay);
                for line in text.lines() {
                    self.flow(
                        &[("│ ".to_owned(), Meaning::OverlayBorder)],
                        &[(line.trim().to_owned(), Meaning::Overlay)],
                    );
                }
            }
            Block::Table(table) if table.rows.is_empty() => {}
            Block::Table(table) => {
                self.blank();
                match widths(table, self.width) {
                    Some(widths) => self.columns(table, &widths),
                    None => self.stacked(table, lang),
                }
                self.blank();
            }
            // The timeline has a page of its own, and the table beside it says the same.
            Block::Gantt => {}
        }
    }

    fn blank(&mut self) {
        let is_heading = self.chapters.last().is_some_and(|(at, _)| at + 1 == self.lines.len());
        if !is_heading && self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Line::new());
        }
    }

    fn text(&mut self, text: &Text, meaning: Meaning) {
        self.flow(&[], &spans(text, meaning));
    }

    fn led(&mut self, sign: &str, text: &Text, meaning: Meaning) {
        let words = spans(text, if meaning == Meaning::TextMuted { Meaning::Overlay } else { meaning });
        self.flow(&[(sign.to_owned(), meaning)], &words);
    }

    /// Wraps words after a prefix, by which further lines are indented.
    fn flow(&mut self, begin: &[(String, Meaning)], words: &[(String, Meaning)]) {
        let indent: u16 = begin.iter().map(|(text, _)| cells(text)).sum();
        // A prefix that leaves no room has a line of its own.
        let indent = if indent + NARROWEST > self.width { 2.min(self.width / 4) } else { indent };
        let mut begin = begin.to_vec();
        if begin.iter().map(|(text, _)| cells(text)).sum::<u16>() > indent {
            self.lines.push(std::mem::take(&mut begin));
        }
        for line in wrapped(words, self.width - indent) {
            let mut whole = std::mem::take(&mut begin);
            if whole.is_empty() && indent > 0 {
                whole.push((" ".repeat(indent.into()), Meaning::Overlay));
            }
            whole.extend(line);
            self.lines.push(whole);
        }
    }

    fn columns(&mut self, table: &Table, widths: &[u16]) {
        let heads = table.columns.iter().map(|column| vec![(column.title.clone(), Meaning::TextMuted)]);
        self.row(table, widths, &heads.collect::<Vec<_>>());
        for row in &table.rows {
            match row {
                Row::Heading(title) => self.flow(&[], &[(title.clone(), Meaning::TextStrong)]),
                Row::Cells(row) => {
                    let cells: Vec<_> = row.iter().map(|cell| spans(cell, Meaning::Overlay)).collect();
                    self.row(table, widths, &cells);
                }
            }
        }
    }

    fn row(&mut self, table: &Table, widths: &[u16], row: &[Line]) {
        let cell = |(cell, width): (&Line, &u16)| if *width == 0 { Vec::new() } else { wrapped(cell, *width) };
        let row: Vec<Vec<Line>> = row.iter().zip(widths).map(cell).collect();
        let high = row.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..high {
            let mut whole = Line::new();
            for ((column, cell), width) in table.columns.iter().zip(&row).zip(widths) {
                // An empty column is left out.
                if *width == 0 {
                    continue;
                }
                if !whole.is_empty() {
                    whole.push((" ".repeat(GAP.into()), Meaning::Overlay));
                }
                let line = cell.get(at).cloned().unwrap_or_default();
                let rest = width.saturating_sub(line.iter().map(|(text, _)| cells(text)).sum());
                let space = (" ".repeat(rest.into()), Meaning::Overlay);
                let is_right = column.kind == ColumnKind::Figure;
                whole.extend(is_right.then(|| space.clone()));
                whole.extend(line);
                whole.extend((!is_right).then_some(space));
            }
            self.lines.push(whole);
        }
    }

    /// Writes each row as its name, with the other columns below.
    fn stacked(&mut self, table: &Table, lang: Lang) {
        let name = table.columns.iter().position(|column| column.kind == ColumnKind::Name).unwrap_or(0);
        for row in &table.rows {
            let row = match row {
                Row::Heading(title) => {
                    self.blank();
                    self.flow(&[], &[(title.clone(), Meaning::TextStrong)]);
                    continue;
                }
                Row::Cells(row) => row,
            };
            let mut words = Line::new();
            for (place, (column, cell)) in table.columns.iter().zip(row).enumerate() {
                if place == name || cell.is_empty() {
                    continue;
                }
                if !words.is_empty() {
                    words.push((" · ".to_owned(), Meaning::TextMuted));
                }
                words.push((format!("{}{}", column.title, lang.say("report-colon")), Meaning::TextMuted));
                words.extend(spans(cell, Meaning::Overlay));
            }
            if let Some(cell) = row.get(name) {
                self.flow(&[("▪ ".to_owned(), Meaning::TextMuted)], &spans(cell, Meaning::TextStrong));
            }
            if !words.is_empty() {
                self.flow(&[("  ".to_owned(), Meaning::Overlay)], &words);
            }
        }
    }
}

/// The widths of the columns; `None` if they do not fit side by side.
fn widths(table: &Table, width: u16) -> Option<Vec<u16>> {
    let words = |at: usize| {
        let rows = table.rows.iter().filter_map(move |row| match row {
            Row::Cells(row) => row.get(at),
            Row::Heading(_) => None,
        });
        rows.map(natural).max().unwrap_or(0)
    };
    let whole: Vec<u16> = table.columns.iter().enumerate().map(|(at, _)| words(at)).collect();
    let columns = || table.columns.iter().zip(&whole);
    let whole: Vec<u16> =
        columns().map(|(column, words)| if *words == 0 { 0 } else { cells(&column.title).max(*words) }).collect();
    let least: Vec<u16> = columns()
        .zip(&whole)
        .map(|((column, _), whole)| match column.kind {
            ColumnKind::Name | ColumnKind::Words => NARROWEST.min(*whole),
            ColumnKind::Brief | ColumnKind::Figure => *whole,
        })
        .collect();
    let gaps = u16::try_from(whole.iter().filter(|width| **width > 0).count()).ok()?.saturating_sub(1) * GAP;
    let room = u32::from(width.checked_sub(gaps)?);
    let sum = |widths: &[u16]| widths.iter().map(|width| u32::from(*width)).sum::<u32>();
    if sum(&whole) <= room {
        return Some(whole);
    }
    let left = room.checked_sub(sum(&least))?;
    let wanted = sum(&whole) - sum(&least);
    // Spare width is shared by how much each column wants.
    let share = |(whole, least): (&u16, &u16)| {
        let more = u32::from(whole - least) * left / wanted.max(1);
        least + u16::try_from(more).unwrap_or(0)
    };
    Some(whole.iter().zip(&least).map(share).collect())
}

/// The cells of the longest line of a text.
fn natural(text: &Text) -> u16 {
    let whole: String = text.0.iter().map(|(_, words)| words.as_str()).collect();
    whole.lines().map(|line| cells(line.trim_end())).max().unwrap_or(0)
}

/// The words of a text; `plain` is the meaning of those without a tone.
fn spans(text: &Text, plain: Meaning) -> Line {
    let meaning = |tone| match tone {
        Tone::Plain | Tone::Quoted => plain,
        Tone::Strong => Meaning::TextStrong,
        Tone::Good => Meaning::SlipEarly,
        Tone::Bad => Meaning::SlipLate,
        Tone::Muted | Tone::Code => Meaning::TextMuted,
        Tone::Struck => Meaning::LogStruck,
    };
    text.0.iter().map(|(tone, words)| (words.clone(), meaning(*tone))).collect()
}

/// Words cut into lines, each part with its meaning.
fn wrapped(words: &[(String, Meaning)], width: u16) -> Vec<Line> {
    let whole: String = words.iter().map(|(text, _)| text.as_str()).collect();
    let mut source = words.iter().flat_map(|(text, meaning)| text.chars().map(move |c| (c, *meaning)));
    let mut lines = Vec::new();
    for text in wrap_all(whole.trim_end(), width) {
        let mut line = Line::new();
        for c in text.chars() {
            // Only spaces and breaks are dropped at line ends.
            let meaning = source.by_ref().find(|(other, _)| *other == c).map_or(Meaning::Overlay, |(_, it)| it);
            match line.last_mut() {
                Some((part, last)) if *last == meaning => part.push(c),
                _ => line.push((c.to_string(), meaning)),
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Section};

    fn said(words: &str) -> Text {
        Text::quoted(words)
    }

    fn document(cell: &str) -> Document {
        let column = |title: &str, kind| Column { title: title.to_owned(), kind };
        let columns = vec![
            column("Phase", ColumnKind::Name),
            column("Planned", ColumnKind::Figure),
            column("Nothing", ColumnKind::Brief),
            column("Who", ColumnKind::Words),
        ];
        let cells = vec![said("Restore"), said("1h–3h"), Text::default(), said(cell)];
        let table = Table { caption: "Phases".to_owned(), columns, rows: vec![Row::Cells(cells)] };
        Document {
            lang: Lang::En,
            title: said("Mail down"),
            about: said("SEV1"),
            notices: vec![said("not whole")],
            cards: Vec::new(),
            sections: vec![Section {
                id: "phases",
                title: "Phases".to_owned(),
                blocks: vec![Block::Table(table), Block::List(vec![said("one"), said("two words")])],
            }],
            foot: said("the end"),
        }
    }

    fn lines(document: &Document, width: u16) -> Vec<String> {
        let line = |line: &Line| line.iter().map(|(text, _)| text.as_str()).collect::<String>();
        Sheet::of(document, width).lines.iter().map(|it| line(it).trim_end().to_owned()).collect()
    }

    #[test]
    fn a_table_has_columns_where_they_fit_and_lines_where_they_do_not() {
        let wide = lines(&document("ines"), 40);
        assert_eq!(wide[6..8], ["Phase    Planned  Who", "Restore    1h–3h  ines"]);
        let wrapped = lines(&document("ines and karim and zoe"), 32);
        assert_eq!(wrapped[7..9], ["Restore    1h–3h  ines and karim", "                  and zoe"]);
        let narrow = lines(&document("ines and karim and zoe"), 28);
        assert_eq!(narrow[6..9], ["▪ Restore", "  Planned: 1h–3h · Who: ines", "  and karim and zoe"]);
    }

    #[test]
    fn no_line_is_wider_than_the_sheet_and_chapters_are_where_they_say() {
        let document = document("a-very-long-word-that-cannot-be-wrapped-at-all 日本語日本語日本語");
        for width in 1..120 {
            let sheet = Sheet::of(&document, width);
            for line in sheet.lines.iter().filter(|_| width > 16) {
                let wide: u16 = line.iter().map(|(text, _)| cells(text)).sum();
                assert!(wide <= width, "{width}: {line:?}");
            }
            let (at, title) = &sheet.chapters[0];
            assert_eq!(&sheet.lines[*at][1].0, title);
        }
    }
}

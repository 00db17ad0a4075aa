//! Tables of text, aligned as a terminal measures them.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::outcome::Outcome;
use crate::lang::{Lang, vars};
use crate::room::Summary;

/// How a list is printed: as JSON, as a table, or as the message `none` if it is empty.
pub struct List<'a> {
    pub lang: Lang,
    pub json: bool,
    pub none: &'a str,
    pub columns: &'a [&'a str],
}

impl List<'_> {
    pub fn of<T>(
        &self,
        items: impl IntoIterator<Item = T>,
        value: impl Fn(&T) -> Value,
        row: impl Fn(&T) -> Vec<String>,
    ) -> Outcome {
        let items = items.into_iter();
        if self.json {
            return Outcome::json(&items.map(|it| value(&it)).collect());
        }
        let rows: Vec<_> = items.map(|it| row(&it)).collect();
        Outcome::done(match rows[..] {
            [] => self.lang.say(self.none),
            _ => titled(self.lang, self.columns, rows),
        })
    }
}

/// Rows of cells below column names; empty without rows.
pub fn titled(lang: Lang, columns: &[&str], mut rows: Vec<Vec<String>>) -> String {
    if !rows.is_empty() {
        rows.insert(0, headings(lang, columns));
    }
    align(&rows)
}

/// Rows of cells, each column as wide as its widest cell.
pub fn align<R: AsRef<[String]>>(rows: &[R]) -> String {
    let rows = || rows.iter().map(AsRef::as_ref);
    let mut widths: Vec<usize> = Vec::new();
    for row in rows() {
        widths.resize(widths.len().max(row.len()), 0);
        widths.iter_mut().zip(row).for_each(|(width, cell)| *width = cell.width().max(*width));
    }
    let lines = rows().map(|row| {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.width() + 2));
        }
        line.truncate(line.trim_end().len());
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub fn incidents(list: &[Summary], lang: Lang) -> String {
    let rows = list
        .iter()
        .map(|it| {
            let status = match &it.damage {
                Some(damage) => lang.say_with("verb-list-damaged", &vars![record = damage.record]),
                None if it.copy => lang.say_with("verb-list-copy", &vars![status = lang.status(&it.status)]),
                None => lang.status(&it.status),
            };
            vec![
                it.id.to_string(),
                it.title.to_string(),
                lang.severity(it.severity).to_owned(),
                lang.kind(it.kind),
                status,
                lang.date_time(it.opened_at, it.zone),
            ]
        })
        .collect();
    titled(lang, &["id", "title", "severity", "kind", "status", "opened"], rows)
}

pub fn headings(lang: Lang, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| lang.say(&format!("column-{column}"))).collect()
}

#[cfg(test)]
mod tests;

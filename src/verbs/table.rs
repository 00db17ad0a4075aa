//! Tables of text, aligned as a terminal measures them.

use unicode_width::UnicodeWidthStr;

use crate::lang::Lang;
use crate::room::Summary;

/// Rows of cells under a heading; nothing at all where there is no row.
pub fn render(heading: &[String], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let all: Vec<&[String]> = std::iter::once(heading).chain(rows.iter().map(Vec::as_slice)).collect();
    align(&all)
}

/// Rows of cells, each column as wide as its widest cell.
pub fn align(rows: &[&[String]]) -> String {
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        })
        .collect();
    let lines = rows.iter().map(|row| {
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

/// The incidents of a list.
pub fn incidents(list: &[Summary], lang: Lang) -> String {
    let heading = ["id", "title", "severity", "kind", "status", "opened"];
    let rows: Vec<_> = list
        .iter()
        .map(|it| {
            let status = match &it.damage {
                Some(damage) => lang.say_with("verb-list-damaged", &[("record", damage.record.into())]),
                None if it.copy => {
                    lang.say_with("verb-list-copy", &[("status", lang.status(&it.status).into())])
                }
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
    render(&headings(lang, &heading), &rows)
}

/// The names of columns.
pub fn headings(lang: Lang, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| lang.say(&format!("column-{column}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_by_what_is_seen() {
        let row = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        let rows = [row(&["é", "b"]), row(&["日本", "👩‍💻", "x"]), row(&["e\u{301}t", "", ""])];
        assert_eq!(render(&row(&["a", "b", "c"]), &rows), "a     b   c\né     b\n日本  👩‍💻  x\ne\u{301}t");
        assert_eq!(render(&row(&["a"]), &[]), "");
    }
}

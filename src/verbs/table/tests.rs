//! Tables as a terminal measures them, and the three ways to print a list.

use super::*;
use proptest::prelude::*;
use serde_json::json;

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
}

#[test]
fn columns_are_as_wide_as_their_widest_cell() {
    let table = rows(&[&["a", "b", "c"], &["long", "", "end"], &["x", "yy"]]);
    assert_eq!(align(&table), "a     b   c\nlong      end\nx     yy");
    assert_eq!(align::<Vec<String>>(&[]), "");
    assert_eq!(align(&rows(&[&[]])), "");
    assert_eq!(align(&[["one".to_owned(), "two".to_owned()]]), "one  two");
}

#[test]
fn columns_align_by_what_is_seen() {
    let table = rows(&[&["a", "b", "c"], &["é", "b"], &["日本", "👩\u{200d}💻", "x"], &["e\u{301}t", "", ""]]);
    assert_eq!(align(&table), "a     b   c\né     b\n日本  👩\u{200d}💻  x\ne\u{301}t");
}

#[test]
fn wide_characters_take_two_columns_and_marks_none() {
    let table = rows(&[&["復旧", "x"], &["ab", "y"], &["e\u{301}", "z"], &["مرحبا", "w"]]);
    let lines: Vec<_> = align(&table).lines().map(str::to_owned).collect();
    let before = |line: &str, last: char| line[..line.rfind(last).unwrap()].width();
    let starts: Vec<_> = lines.iter().zip("xyzw".chars()).map(|(line, last)| before(line, last)).collect();
    assert_eq!(starts, [7; 4], "{lines:?}");
}

#[test]
fn a_list_is_data_a_table_or_a_sentence() {
    for lang in Lang::ALL {
        let list = |json| List { lang, json, none: "verb-no-calls", columns: &["id", "title"] };
        let value = |number: &u32| json!({ "number": number });
        let row = |number: &u32| vec![number.to_string(), "Mail".to_owned()];
        assert_eq!(list(false).of([], value, row), Outcome::done(lang.say("verb-no-calls")));
        assert_eq!(list(true).of([], value, row).stdout, "[]\n");
        let table = list(false).of([7, 11], value, row).stdout;
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(lines[1..], ["7   Mail", "11  Mail"]);
        assert_eq!(lines[0], format!("id  {}", lang.say("column-title")).replace("id", &lang.say("column-id")));
        let data: serde_json::Value = serde_json::from_str(&list(true).of([7, 11], value, row).stdout).unwrap();
        assert_eq!(data, json!([{ "number": 7 }, { "number": 11 }]));
    }
    assert_eq!(titled(Lang::En, &["id"], Vec::new()), "", "no heading over nothing");
}

proptest! {
    #[test]
    fn no_line_ends_in_blanks_and_every_cell_is_there(
        cells in proptest::collection::vec(proptest::collection::vec("[a-zé漢 ]{0,6}", 1..4), 1..6),
    ) {
        let text = align(&cells);
        prop_assert_eq!(text.split('\n').count(), cells.len());
        for (line, row) in text.split('\n').zip(&cells) {
            prop_assert!(!line.ends_with(' '));
            let mut rest = line;
            for cell in row.iter().map(|cell| cell.trim_end()) {
                let at = rest.find(cell);
                prop_assert!(at.is_some(), "{:?} in {:?}", cell, line);
                rest = &rest[at.unwrap_or(0) + cell.len()..];
            }
        }
    }
}

//! Texts in cells: cut, wrapped and measured, whatever the script.

use super::*;
use proptest::prelude::*;
use ratatui::layout::Rect;

#[test]
fn cutting_leaves_whole_characters_and_an_ellipsis() {
    let cases = [
        ("Évaluation", 10, "Évaluation"),
        ("Évaluation", 9, "Évaluati…"),
        ("Mise à jour", 7, "Mise à…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("👩‍💻👩‍💻", 3, "👩‍💻…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ];
    for (text, max, expected) in cases {
        assert_eq!(cut(text, max), expected);
        assert!(width(&cut(text, max)) <= max);
    }
}

#[test]
fn simple_text_is_drawn_as_any_other() {
    for text in
        ["Évaluation – « œuvre »\u{a0}: 12…", "│ ████▌░ │", "e\u{301}té", "日本 abc", "soft\u{ad}hyphen", "\u{301}"]
    {
        for width in 0..30 {
            let area = Rect::new(0, 0, 30, 1);
            let (mut drawn, mut expected) = (Buffer::empty(area), Buffer::empty(area));
            let style = Style::new().fg(ratatui::style::Color::Red);
            let end = put(&mut drawn, 3, 0, width, text, style);
            let fits = width.min(27);
            let by_ratatui = expected.set_stringn(3, 0, cut(text, fits), fits.into(), style).0;
            assert_eq!((&drawn, end), (&expected, by_ratatui), "{text:?} in {width}");
        }
    }
}

#[test]
fn wrapping_breaks_at_words_and_cuts_the_last_line() {
    assert_eq!(wrap("un deux trois", 7, 9), ["un deux", "trois"]);
    assert_eq!(wrap("un deux trois", 7, 1), ["un deu…"]);
    assert_eq!(wrap("anticonstitutionnel", 8, 9), ["anticons", "titution", "nel"]);
    assert_eq!(wrap("日本語 テキスト", 5, 9), ["日本", "語", "テキ", "スト"]);
    assert_eq!(wrap("a\n\nb", 4, 9), ["a", "", "b"]);
    assert_eq!(wrap("日", 1, 9), ["日"]);
    assert_eq!(wrap("", 4, 9), [""]);
    assert!(wrap("a", 0, 9).is_empty());
}

#[test]
fn words_that_end_a_line_leave_no_empty_line_behind() {
    let cases: &[(&str, u16, &[&str])] = &[
        ("abc ", 3, &["abc"]),
        ("abc   def", 3, &["abc", "def"]),
        ("  abc", 4, &["  ab", "c"]),
        ("  ab cd", 4, &["  ab", "cd"]),
        ("un \ndeux ", 4, &["un", "deux"]),
        ("   ", 2, &[""]),
        ("שלום עולם", 5, &["שלום", "עולם"]),
        ("👩‍💻👩‍💻 ok", 4, &["👩‍💻👩‍💻", "ok"]),
    ];
    for (text, max, expected) in cases {
        assert_eq!(wrap_all(text, *max), *expected, "{text:?} at {max}");
    }
}

#[test]
fn the_longest_of_some_texts_is_measured_in_cells() {
    assert_eq!(longest(20, ["a", "日本", "été"]), 4);
    assert_eq!(longest(3, ["a", "日本"]), 3);
    assert_eq!(longest(20, [""; 0]), 0);
}

/// Letters of one and of two cells, of two directions, marks, joined signs, spaces and breaks.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "mot",
        "é",
        "e\u{301}",
        "日",
        "本語",
        "👩‍💻",
        "🇫🇷",
        "שלום",
        " ",
        "  ",
        "\n",
        "…",
        "-",
        "\u{a0}",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_cut_fits_and_begins_as_the_text_does(text in any_text(), max in 0..30_u16) {
        let text = text.replace('\n', " ");
        let shown = cut(&text, max);
        prop_assert!(width(&shown) <= max);
        if width(&text) <= max {
            prop_assert_eq!(&shown, &text);
        } else if max > 0 {
            prop_assert!(text.starts_with(shown.strip_suffix('…').unwrap_or("no ellipsis")), "{:?}", shown);
        }
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing_but_spaces(text in any_text(), max in 2..30_u16) {
        let lines = wrap_all(&text, max);
        for line in &lines {
            prop_assert!(width(line) <= max, "{:?} at {}", line, max);
        }
        let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(words(&lines.concat()), words(&text));
        prop_assert!(lines.len() >= text.split('\n').count());
    }

    #[test]
    fn a_limit_of_lines_cuts_the_last_and_changes_none_before(
        text in any_text(),
        max in 2..30_u16,
        most in 1..5_usize,
    ) {
        let (all, some) = (wrap_all(&text, max), wrap(&text, max, most));
        prop_assert!(some.len() <= most);
        prop_assert_eq!(some.len() == most, all.len() >= most);
        let same = some.len().saturating_sub(1);
        prop_assert_eq!(&some[..same], &all[..same]);
        if all.len() <= most {
            prop_assert_eq!(some, all);
        }
    }
}

//! Texts cut to a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the text, cut with `…` if it is wider than `cells`.
pub fn shortened(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    for cluster in text.graphemes(true) {
        if out.width() + cluster.width() >= cells {
            break;
        }
        out += cluster;
    }
    format!("{}…", out.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters_and_no_wider_than_its_cells() {
        for (text, cells, expected) in [
            ("Restore", 7, "Restore"),
            ("Restore", 6, "Resto…"),
            ("Restore the data", 9, "Restore…"),
            ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
            ("👩‍🚒👩‍🚒", 3, "👩‍🚒…"),
            ("", 0, ""),
            ("x", 0, "…"),
        ] {
            assert_eq!(shortened(text, cells), expected, "{text} in {cells}");
        }
    }
}

//! Text that means nothing to a browser.

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

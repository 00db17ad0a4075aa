//! Splits a command line that came as one text.
//!
//! SSH joins the arguments with spaces and no shell splits them again. Only blanks and quotes are special. A quote
//! opens at the start of a word and closes at its end, so apostrophes stay; a shell's own quoting (`'it'"'"'s'`) is
//! understood.

/// Takes a command line apart.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(blank);
    while !rest.is_empty() {
        let (word, after) = first(rest);
        words.push(word);
        rest = after.trim_start_matches(blank);
    }
    words
}

/// A no-break space is part of a word.
fn blank(c: char) -> bool {
    c.is_ascii_whitespace()
}

fn first(text: &str) -> (String, &str) {
    let mut word = String::new();
    let mut rest = text;
    // One quoted part behind the other, as long as they touch.
    while let Some((part, after)) = quoted(rest) {
        word.push_str(&part);
        rest = after;
    }
    let end = rest.find(blank).unwrap_or(rest.len());
    word.push_str(&rest[..end]);
    (word, &rest[end..])
}

/// The quoted part that a text begins with, if it begins with one that closes.
fn quoted(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let mut part = String::new();
    let mut characters = text[1..].char_indices().peekable();
    while let Some((place, c)) = characters.next() {
        let after = &text[1 + place + c.len_utf8()..];
        if c == quote && after.chars().next().is_none_or(|c| blank(c) || matches!(c, '\'' | '"')) {
            return Some((part, after));
        }
        let escaped = characters.peek().map(|&(_, next)| next).filter(|c| matches!(c, '"' | '\\'));
        match escaped {
            Some(escaped) if quote == '"' && c == '\\' => {
                part.push(escaped);
                characters.next();
            }
            _ => part.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_quotes_are_all_there_is() {
        for (text, expected) in [
            ("", &[][..]),
            ("  status   --json ", &["status", "--json"]),
            ("log 'two words'", &["log", "two words"]),
            ("log --why \"a \\\"b\\\" c\\\\d\" x", &["log", "--why", "a \"b\" c\\d", "x"]),
            ("log On coupe l'accès, c'est décidé", &["log", "On", "coupe", "l'accès,", "c'est", "décidé"]),
            ("log 'On coupe l'accès'", &["log", "On coupe l'accès"]),
            ("log \"l'accès\" ''", &["log", "l'accès", ""]),
            (r#"log 'it'"'"'s done'"#, &["log", "it's done"]),
            ("log 'open", &["log", "'open"]),
            ("status; sh -c $(id) `id` | cat > x", &["status;", "sh", "-c", "$(id)", "`id`", "|", "cat", ">", "x"]),
            ("a\tb\nc\u{a0}: d", &["a", "b", "c\u{a0}:", "d"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}

//! Mentions in a text: `@karim` in a note, a decision, a comment or a call.

use crate::incident::{Entry, Event, HelpEvent, LogEvent, PersonName, TaskEvent};

/// Whether an entry mentions someone; one's own do not count.
pub fn speaks_to(entry: &Entry, name: &PersonName) -> bool {
    // What the program forwards was said elsewhere.
    if entry.by.person == *name || entry.by.is_system() || entry.undone.is_some() {
        return false;
    }
    match &entry.event {
        Event::Log(LogEvent::Decided { text, why, objections }) => {
            [text, why, objections].into_iter().any(|text| names(text.as_str(), name))
        }
        Event::Help(HelpEvent::Asked { text, .. }) | Event::Task(TaskEvent::Blocked { reason: text, .. }) => {
            names(text.as_str(), name)
        }
        _ => entry.text().is_some_and(|text| names(text.as_str(), name)),
    }
}

/// The byte ranges of mentions, with the sign before the name.
pub fn places<'a>(text: &'a str, name: &'a PersonName) -> impl Iterator<Item = std::ops::Range<usize>> + 'a {
    text.match_indices('@').filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        // An address is no call.
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let end = folded(&text[at + 1..], name.as_str())? + at + 1;
        let after = text[end..].chars().next();
        (!after.is_some_and(|c| c.is_alphanumeric() || c == '_')).then_some(at..end)
    })
}

fn names(text: &str, name: &PersonName) -> bool {
    places(text, name).next().is_some()
}

/// How many bytes of a text are the name, ignoring case.
fn folded(text: &str, name: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    let mut end = 0;
    for wanted in name.chars() {
        let (at, c) = rest.next()?;
        if !c.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
        end = at + c.len_utf8();
    }
    (end > 0).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_called_whole_and_whatever_its_capitals() {
        let calls = |text: &str, name: &str| names(text, &PersonName::new(name));
        for text in ["@karim", "vu avec @Karim, merci", "(@karim)", "@karim's", "@zoé @KARIM"] {
            assert!(calls(text, "karim"), "{text}");
        }
        for text in ["karim", "@karima", "@kari", "a@karim", "@ karim", "@karim2", ""] {
            assert!(!calls(text, "karim"), "{text}");
        }
        assert!(calls("merci @Marguerite Vasseur !", "Marguerite Vasseur"));
        assert!(calls("@ZOÉ", "zoé"));
        assert!(!calls("@", ""));
    }
}

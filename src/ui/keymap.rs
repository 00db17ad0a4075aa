//! Which key means which action: the defaults of the table, changed by a person's configuration.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use fluent_bundle::FluentValue;
use termina::event::{KeyCode, KeyEvent, Modifiers};

use super::action::{ACTIONS, Action, Place};
use crate::lang::{Lang, vars};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap(Vec<Binding>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Binding {
    place: Place,
    key: Key,
    action: Action,
}

/// A key with its modifiers; capital letters are themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
    alt: bool,
    shift: bool,
}

/// An error in the `[keys]` of a configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    #[error("[keys] {name}: there is no such action; `warroom config show` lists them")]
    UnknownAction { name: String },
    #[error("[keys] {action}: “{key}” is no key; write “x”, “ctrl-k”, “alt-enter”, “f5”, “space”")]
    UnknownKey { action: &'static str, key: String },
    #[error("[keys] {action}: “{key}” is already given to {other}")]
    Taken { action: &'static str, other: &'static str, key: String },
}

impl Default for Keymap {
    fn default() -> Self {
        let bindings = ACTIONS.iter().flat_map(|row| {
            row.keys.iter().map(|key| Binding {
                place: row.place,
                key: key.parse().expect("a test reads every default key"),
                action: row.action,
            })
        });
        Self(bindings.collect())
    }
}

impl Keymap {
    /// The defaults with a person's own keys; naming an action replaces its keys, and takes each new one from the
    /// action that had it by default.
    pub fn with(own: &BTreeMap<String, Vec<String>>) -> Result<Self, Vec<KeyProblem>> {
        let mut map = Self::default();
        let mut problems = Vec::new();
        let mut given: Vec<Binding> = Vec::new();
        for (name, keys) in own {
            let Some(action) = Action::find(name) else {
                problems.push(KeyProblem::UnknownAction { name: name.clone() });
                continue;
            };
            let place = action.row().place;
            map.0.retain(|binding| binding.action != action);
            for text in keys {
                let Ok(key) = text.parse::<Key>() else {
                    problems.push(KeyProblem::UnknownKey { action: action.name(), key: text.clone() });
                    continue;
                };
                let taken = given.iter().find(|other| other.key == key && other.place == place);
                if let Some(other) = taken.filter(|other| other.action != action) {
                    problems.push(KeyProblem::Taken {
                        action: action.name(),
                        other: other.action.name(),
                        key: text.clone(),
                    });
                    continue;
                }
                given.push(Binding { place, key, action });
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        map.0.retain(|binding| !given.iter().any(|own| own.key == binding.key && own.place.holds(binding.place)));
        map.0.extend(given);
        Ok(map)
    }

    /// The action of a key at the place of the cursor.
    pub fn action(&self, place: Place, key: Key) -> Option<Action> {
        let live = self.0.iter().filter(|binding| binding.key == key && binding.place.holds(place));
        // Places are ordered from the outermost.
        live.max_by_key(|binding| binding.place).map(|binding| binding.action)
    }

    /// The action of a key in a replay, whose own keys come first.
    pub fn action_in_replay(&self, place: Place, key: Key) -> Option<Action> {
        let own = self.0.iter().find(|binding| binding.key == key && binding.place == Place::Replay);
        own.map(|binding| binding.action).or_else(|| self.action(place, key))
    }

    /// The keys of an action, first the one in hints.
    pub fn keys(&self, action: Action) -> impl Iterator<Item = Key> {
        self.0.iter().filter(move |binding| binding.action == action).map(|binding| binding.key)
    }

    /// The key of an action in hints, as people read it.
    pub fn first(&self, action: Action, lang: Lang) -> Option<String> {
        self.keys(action).next().map(|key| key.spelled(lang))
    }

    /// The keys that an action has in a replay, as people read them.
    pub fn spelled_in_replay(&self, action: Action, lang: Lang) -> String {
        let place = action.row().place;
        let means = |key: &Key| self.action_in_replay(place, *key) == Some(action);
        self.keys(action).filter(means).map(|key| key.spelled(lang)).collect::<Vec<_>>().join("  ")
    }

    /// The keys of an action as people read them: `N`, `Ctrl+P`.
    pub fn spelled(&self, action: Action, lang: Lang) -> String {
        self.keys(action).map(|key| key.spelled(lang)).collect::<Vec<_>>().join("  ")
    }
}

impl Key {
    pub const fn of(event: &KeyEvent) -> Self {
        let held = event.modifiers;
        let is_letter = matches!(event.code, KeyCode::Char(_) | KeyCode::BackTab);
        Self {
            code: event.code,
            ctrl: held.contains(Modifiers::CONTROL),
            alt: held.contains(Modifiers::ALT),
            // A capital letter has its shift in it already.
            shift: held.contains(Modifiers::SHIFT) && !is_letter,
        }
    }

    /// The event of its press.
    #[cfg(test)]
    pub fn event(self) -> KeyEvent {
        let held = [(self.ctrl, Modifiers::CONTROL), (self.alt, Modifiers::ALT), (self.shift, Modifiers::SHIFT)];
        let held = held.into_iter().filter(|(held, _)| *held).map(|(_, modifier)| modifier);
        KeyEvent::new(self.code, held.fold(Modifiers::NONE, |all, one| all | one))
    }

    /// Ctrl-C, whatever it is bound to.
    pub fn is_interrupt(self) -> bool {
        self.code == KeyCode::Char('c') && self.ctrl && !self.alt
    }

    /// As people read it.
    pub fn spelled(self, lang: Lang) -> String {
        let mut text = String::new();
        for (held, name) in [(self.ctrl, "key-ctrl"), (self.alt, "key-alt"), (self.shift, "key-shift")] {
            if held {
                text.push_str(&lang.say(name));
                text.push('+');
            }
        }
        match self.code {
            KeyCode::Char(c) if self.ctrl && c != ' ' => text.extend(c.to_uppercase()),
            KeyCode::Char(c) if c != ' ' => text.push(c),
            KeyCode::Function(n) => text.extend(["F", &n.to_string()]),
            code => match NAMED.iter().find(|(_, known, _)| *known == code) {
                Some((.., sign)) if !sign.is_empty() => text.push_str(sign),
                Some((name, ..)) => text.push_str(&lang.say(&format!("key-{name}"))),
                None => {}
            },
        }
        text
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKey;

/// The named keys: in a configuration, and as people read them if that is a sign instead of the message `key-NAME`.
const NAMED: &[(&str, KeyCode, &str)] = &[
    ("space", KeyCode::Char(' '), ""),
    ("enter", KeyCode::Enter, ""),
    ("esc", KeyCode::Escape, ""),
    ("tab", KeyCode::Tab, ""),
    ("backtab", KeyCode::BackTab, ""),
    ("backspace", KeyCode::Backspace, ""),
    ("delete", KeyCode::Delete, ""),
    ("insert", KeyCode::Insert, ""),
    ("home", KeyCode::Home, ""),
    ("end", KeyCode::End, ""),
    ("pageup", KeyCode::PageUp, ""),
    ("pagedown", KeyCode::PageDown, ""),
    ("up", KeyCode::Up, "↑"),
    ("down", KeyCode::Down, "↓"),
    ("left", KeyCode::Left, "←"),
    ("right", KeyCode::Right, "→"),
];

impl FromStr for Key {
    type Err = NoKey;

    /// Reads `x`, `N`, `ctrl-k`, `alt-enter`, `f5`.
    fn from_str(text: &str) -> Result<Self, NoKey> {
        let mut key = Self { code: KeyCode::Null, ctrl: false, alt: false, shift: false };
        let mut rest = text;
        while let Some((held, tail)) = rest.split_once('-').filter(|(_, tail)| !tail.is_empty()) {
            match held.to_ascii_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(NoKey),
            }
            rest = tail;
        }
        let name = rest.to_ascii_lowercase();
        let mut letters = rest.chars();
        key.code = match (letters.next(), letters.next()) {
            // A terminal sends the same for ctrl-k and ctrl-K.
            (Some(c), None) if key.ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            (Some(c), None) if key.shift => KeyCode::Char(c.to_ascii_uppercase()),
            (Some(c), None) if !c.is_control() => KeyCode::Char(c),
            _ => {
                let function = || name.strip_prefix('f')?.parse().ok().filter(|n| (1..=12).contains(n));
                let named = NAMED.iter().find(|(known, ..)| *known == name).map(|(_, code, _)| *code);
                named.or_else(|| function().map(KeyCode::Function)).ok_or(NoKey)?
            }
        };
        if key.shift && key.code == KeyCode::Tab {
            key.code = KeyCode::BackTab;
        }
        key.shift &= !matches!(key.code, KeyCode::Char(_) | KeyCode::BackTab);
        Ok(key)
    }
}

impl fmt::Display for Key {
    /// As a configuration writes it, which [`Key::from_str`] reads back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::Char(c) if c != ' ' => write!(f, "{c}"),
            KeyCode::Function(n) => write!(f, "f{n}"),
            code => {
                let name = NAMED.iter().find(|(_, known, _)| *known == code).map_or("", |(name, ..)| name);
                f.write_str(name)
            }
        }
    }
}

impl KeyProblem {
    /// The sentence for the person whose configuration it is.
    pub fn say(&self, lang: Lang) -> String {
        let text = FluentValue::from;
        match self {
            Self::UnknownAction { name } => lang.say_with("key-unknown-action", &[("name", text(name.as_str()))]),
            Self::UnknownKey { action, key } => {
                lang.say_with("key-unknown", &vars![action = *action, key = text(key.as_str())])
            }
            Self::Taken { action, other, key } => {
                lang.say_with("key-taken", &vars![action = *action, other = *other, key = text(key.as_str())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(lines: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        lines
            .iter()
            .map(|(name, keys)| ((*name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect()))
            .collect()
    }

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn keys_are_written_as_they_are_read() {
        for text in ["x", "N", "ctrl-k", "alt-enter", "f12", "space", "-", "ctrl--", "é", "pageup", "backtab"] {
            assert_eq!(key(text).to_string(), text);
        }
        assert_eq!(key("shift-tab"), key("backtab"));
        assert_eq!(key("Ctrl-K"), key("ctrl-k"));
        assert_eq!(key("shift-n"), key("N"));
        for bad in ["", "hyper-x", "f13", "xx", "ctrl-", "\u{1b}"] {
            assert!(bad.parse::<Key>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn no_two_default_keys_are_in_each_others_way() {
        let map = Keymap::default();
        for binding in &map.0 {
            let same = map.0.iter().filter(|other| other.key == binding.key && other.place == binding.place);
            assert_eq!(same.count(), 1, "{}", binding.key);
        }
        // A pane may give a key of the room another meaning only where the room's is a way to move or to filter.
        for (place, text, action) in [
            (Place::Tasks, "space", Action::TickTask),
            (Place::Services, "space", Action::SetService),
            (Place::Log, "n", Action::Note),
            (Place::Start, "n", Action::NewIncident),
            (Place::Timeline, "q", Action::Quit),
        ] {
            assert_eq!(map.action(place, key(text)), Some(action), "{text}");
        }
        assert_eq!(map.action(Place::Start, key("d")), None);
    }

    #[test]
    fn a_persons_own_keys_replace_the_defaults() {
        let map = Keymap::with(&own(&[("note", &["d", "ctrl-n"]), ("undo", &[])])).unwrap();
        assert_eq!(map.action(Place::Tasks, key("d")), Some(Action::Note));
        assert_eq!(map.action(Place::Tasks, key("ctrl-n")), Some(Action::Note));
        assert_eq!(map.action(Place::Tasks, key("n")), None);
        assert_eq!(map.action(Place::Tasks, key("z")), None);
        assert_eq!(map.keys(Action::Decide).count(), 0);
    }

    #[test]
    fn what_cannot_be_followed_is_said() {
        let wrong = own(&[("fly", &["x"]), ("note", &["ctrl-shift-"]), ("fact", &["v"]), ("hold", &["v"])]);
        assert_eq!(
            Keymap::with(&wrong).unwrap_err(),
            [
                KeyProblem::UnknownAction { name: "fly".to_owned() },
                KeyProblem::Taken { action: "hold", other: "fact", key: "v".to_owned() },
                KeyProblem::UnknownKey { action: "note", key: "ctrl-shift-".to_owned() },
            ]
        );
    }
}

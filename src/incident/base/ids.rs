//! Ids and names: newtypes of one line, checked when made.

use std::fmt;
use std::str::FromStr;

use compact_str::{CompactString, format_compact};
use serde::{Deserialize, Deserializer, Serialize};

use crate::incident::Line;

/// The number of a record in its journal, from 1; 0 is "before the first".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub u64);

impl Seq {
    pub const ZERO: Self = Self(0);

    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Not 1 to 96 lower-case letters, digits, `-` and `_`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no id: use 1 to 96 of a-z, 0-9, “-” and “_”")]
pub struct UnusableId(pub Line);

/// Not the number of a finding or an action.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no number: write F1 for a finding, A1 for an action")]
pub struct UnusableNumber(pub Line);

const ID_MAX: usize = 96;

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= ID_MAX
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

/// A task id is ids joined by dots, so that its step can be read off it.
fn is_dotted_id(text: &str) -> bool {
    text.len() <= 3 * ID_MAX && text.split('.').all(is_id)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $is_id:path;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(CompactString);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = UnusableId;

            fn from_str(text: &str) -> Result<Self, UnusableId> {
                if $is_id(text) { Ok(Self(text.into())) } else { Err(UnusableId(Line::new(text))) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

ids! {
    /// An incident: date, slug of its title and four letters, `20261122-cyberattaque-k3f9`.
    IncidentId: is_id;
    /// A step of the timeline, `restore`.
    StepId: is_id;
    /// A role, `sysadmin`.
    RoleId: is_id;
    /// A task: `<step>.<role>.<n>`, `restore.sysadmin.1`.
    TaskId: is_dotted_id;
    /// A service, `mail`.
    ServiceId: is_id;
    /// An audience, `management`.
    AudienceId: is_id;
    /// A target of updates, by its name in the host's settings, `ops-chat`.
    TargetName: is_id;
}

macro_rules! counted {
    ($($(#[$doc:meta])* $name:ident: $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0.saturating_add(1))
            }
        }

        impl FromStr for $name {
            type Err = UnusableNumber;

            /// The letter may be left out: `1` is as good as `A1`.
            fn from_str(text: &str) -> Result<Self, UnusableNumber> {
                let digits = text.strip_prefix([$letter, $letter.to_ascii_lowercase()]).unwrap_or(text);
                let is_number = digits.bytes().all(|b| b.is_ascii_digit());
                let number = digits.parse().ok().filter(|number| is_number && *number > 0);
                number.map(Self).ok_or_else(|| UnusableNumber(Line::new(text)))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&format_compact!("{}{}", $letter, self.0))
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

counted! {
    /// A finding of a review, `F1`.
    FindingId: 'F';
    /// A follow-up action, `A1`.
    ActionId: 'A';
}

impl StepId {
    /// Makes an id from a title, numbered if it is taken.
    pub fn free_for(title: &str, taken: impl Fn(&Self) -> bool) -> Self {
        free(&slug_or(title, "step"), Self, taken)
    }
}

impl ServiceId {
    /// Makes an id from a name, numbered if it is taken.
    pub fn free_for(name: &str, taken: impl Fn(&Self) -> bool) -> Self {
        free(&slug_or(name, "service"), Self, taken)
    }
}

impl TaskId {
    pub fn nth(step: &StepId, role: &RoleId, n: u32) -> Self {
        Self(format_compact!("{step}.{role}.{n}"))
    }

    pub fn free_in(step: &StepId, role: &RoleId, taken: impl Fn(&Self) -> bool) -> Self {
        let mut n = 1;
        while taken(&Self::nth(step, role, n)) {
            n += 1;
        }
        Self::nth(step, role, n)
    }

    /// The part that names the step.
    pub fn step(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }
}

impl IncidentId {
    /// The id of an incident that opens on `date`; `letters` distinguish two of one day and title.
    pub fn compose(date: chrono::NaiveDate, title: &str, letters: &str) -> Self {
        let slug = slug_or(title, "incident");
        Self(format_compact!("{}-{slug}-{letters}", date.format("%Y%m%d")))
    }
}

/// Makes an id of `slug`, numbered if it is taken.
fn free<Id>(slug: &str, id_of: fn(CompactString) -> Id, taken: impl Fn(&Id) -> bool) -> Id {
    let (mut id, mut n) = (id_of(slug.into()), 1);
    while taken(&id) {
        n += 1;
        id = id_of(format_compact!("{slug}-{n}"));
    }
    id
}

/// The slug of a text, about 24 letters long; `default` if no letter is left.
fn slug_or(text: &str, default: &str) -> String {
    let slug = slug(text, 24);
    if slug.is_empty() { default.to_owned() } else { slug }
}

/// Keeps ASCII letters and digits in lower case, without accents; other runs become one `-`.
fn slug(text: &str, max: usize) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => "a",
            'ç' => "c",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'î' | 'ï' | 'í' | 'ì' => "i",
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => "o",
            'ù' | 'û' | 'ü' | 'ú' => "u",
            'ÿ' => "y",
            'ñ' => "n",
            'œ' => "oe",
            'æ' => "ae",
            c if c.is_ascii_alphanumeric() => {
                out.push(c);
                continue;
            }
            _ => "-",
        };
        if plain != "-" || !(out.is_empty() || out.ends_with('-')) {
            out.push_str(plain);
        }
    }
    let end = out.trim_end_matches('-').len();
    out.truncate(end);
    if end > max {
        out.truncate(word_end(&out, max).unwrap_or(max));
    }
    out
}

/// Returns the end of the word nearest to `max` letters, preferably not « de », "of" or an elided « l ».
fn word_end(slug: &str, max: usize) -> Option<usize> {
    const FURTHEST: usize = 8;
    const SAYS_NOTHING: usize = 3;
    let ends = slug.match_indices('-').map(|(end, _)| end).chain([slug.len()]);
    let ends = ends.filter(|end| (max / 3..=max + FURTHEST).contains(end));
    let says_nothing = |end: usize| {
        let begin = slug[..end].rfind('-').map_or(0, |dash| dash + 1);
        end - begin <= SAYS_NOTHING
    };
    ends.min_by_key(|end| (says_nothing(*end), end.abs_diff(max), std::cmp::Reverse(*end)))
}

/// A person, by the name in the machine's accounts or the people file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonName(Line);

impl PersonName {
    pub fn new(name: &str) -> Self {
        Self(Line::new(name))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{ActionId, FindingId, IncidentId};

    #[test]
    fn slugs_are_short_plain_and_cut_at_a_word() {
        assert_eq!(slug("Évaluation de l'incident", 24), "evaluation-de-l-incident");
        assert_eq!(slug("Cyberattaque, production chiffrée", 24), "cyberattaque-production");
        assert_eq!(slug("  ---  ", 24), "");
        assert_eq!(slug("Cœur 日本", 24), "coeur");
        assert_eq!(slug(&"x".repeat(60), 24).len(), 24);
        // The word that is nearest, even a little further on, and none that says nothing by itself.
        assert_eq!(slug("Réinitialisation des mots de passe", 24), "reinitialisation-des-mots");
        assert_eq!(slug("Le repositionnement d'équipes", 24), "le-repositionnement-d-equipes");
        assert_eq!(slug("Contrôle des accès des prestataires", 24), "controle-des-acces");
        assert_eq!(slug("La désinstitutionnalisation du parc", 24), "la-desinstitutionnalisation");
    }

    #[test]
    fn findings_and_actions_are_typed_in_either_case() {
        assert_eq!("f12".parse(), Ok(FindingId(12)));
        assert_eq!("A1".parse::<ActionId>().unwrap().to_string(), "A1");
        assert_eq!("3".parse(), Ok(ActionId(3)));
        for bad in ["", "A", "A0", "0", "+1", "A-1", "A+1", "F1", "A1 ", "A99999999999", "é1"] {
            assert!(bad.parse::<ActionId>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn ids_refuse_what_could_leave_their_folder() {
        for bad in ["", ".", "..", "a/b", "A", "é", "a b", "\x1b", &"x".repeat(97)] {
            assert!(bad.parse::<IncidentId>().is_err(), "{bad:?}");
        }
        assert!("20261122-cyberattaque-k3f9".parse::<IncidentId>().is_ok());
    }
}

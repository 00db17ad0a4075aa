//! Messages in French and English, and dates and durations as people write them.
//!
//! Every text that a person reads is a message of the Fluent files beside this one; both languages have the same
//! messages with the same variables, which a test checks.

mod began;
mod briefing;
mod entry;
mod moment;
mod name;
mod refusal;
mod span;
mod why;

pub use began::began;
pub use entry::{EntryText, entry_words};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

use crate::incident::{Audience, Incident};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    #[default]
    En,
    Fr,
}

/// The texts of one area: its name, then French and English. One file an area.
const AREAS: &[(&str, &str, &str)] = &[
    ("action", include_str!("lang/fr/action.ftl"), include_str!("lang/en/action.ftl")),
    ("ask", include_str!("lang/fr/ask.ftl"), include_str!("lang/en/ask.ftl")),
    ("briefing", include_str!("lang/fr/briefing.ftl"), include_str!("lang/en/briefing.ftl")),
    ("cli", include_str!("lang/fr/cli.ftl"), include_str!("lang/en/cli.ftl")),
    ("client", include_str!("lang/fr/client.ftl"), include_str!("lang/en/client.ftl")),
    ("config", include_str!("lang/fr/config.ftl"), include_str!("lang/en/config.ftl")),
    ("core", include_str!("lang/fr/core.ftl"), include_str!("lang/en/core.ftl")),
    ("diagnostic", include_str!("lang/fr/diagnostic.ftl"), include_str!("lang/en/diagnostic.ftl")),
    ("demo", include_str!("lang/fr/demo.ftl"), include_str!("lang/en/demo.ftl")),
    ("desk", include_str!("lang/fr/desk.ftl"), include_str!("lang/en/desk.ftl")),
    ("draft", include_str!("lang/fr/draft.ftl"), include_str!("lang/en/draft.ftl")),
    ("evidence", include_str!("lang/fr/evidence.ftl"), include_str!("lang/en/evidence.ftl")),
    ("host", include_str!("lang/fr/host.ftl"), include_str!("lang/en/host.ftl")),
    ("journal", include_str!("lang/fr/journal.ftl"), include_str!("lang/en/journal.ftl")),
    ("log", include_str!("lang/fr/log.ftl"), include_str!("lang/en/log.ftl")),
    ("notify", include_str!("lang/fr/notify.ftl"), include_str!("lang/en/notify.ftl")),
    ("people", include_str!("lang/fr/people.ftl"), include_str!("lang/en/people.ftl")),
    ("playback", include_str!("lang/fr/playback.ftl"), include_str!("lang/en/playback.ftl")),
    ("region", include_str!("lang/fr/region.ftl"), include_str!("lang/en/region.ftl")),
    ("replay", include_str!("lang/fr/replay.ftl"), include_str!("lang/en/replay.ftl")),
    ("report", include_str!("lang/fr/report.ftl"), include_str!("lang/en/report.ftl")),
    ("review", include_str!("lang/fr/review.ftl"), include_str!("lang/en/review.ftl")),
    ("runbook", include_str!("lang/fr/runbook.ftl"), include_str!("lang/en/runbook.ftl")),
    ("revise", include_str!("lang/fr/revise.ftl"), include_str!("lang/en/revise.ftl")),
    ("screen", include_str!("lang/fr/screen.ftl"), include_str!("lang/en/screen.ftl")),
    ("session", include_str!("lang/fr/session.ftl"), include_str!("lang/en/session.ftl")),
    ("ssh", include_str!("lang/fr/ssh.ftl"), include_str!("lang/en/ssh.ftl")),
    ("start", include_str!("lang/fr/start.ftl"), include_str!("lang/en/start.ftl")),
    ("theme", include_str!("lang/fr/theme.ftl"), include_str!("lang/en/theme.ftl")),
    ("update", include_str!("lang/fr/update.ftl"), include_str!("lang/en/update.ftl")),
    ("verb", include_str!("lang/fr/verb.ftl"), include_str!("lang/en/verb.ftl")),
];

type Bundle = FluentBundle<FluentResource>;

static FR: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Fr));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

fn bundle(lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![lang.code().parse().expect("both codes are language tags")]);
    // Isolation marks are invisible and would break widths.
    bundle.set_use_isolating(false);
    for (area, fr, en) in AREAS {
        let text = if lang == Lang::Fr { fr } else { en };
        let resource = FluentResource::try_new((*text).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{area}.ftl of {}: {errors:?}", lang.code()));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("{area}.ftl of {}: {errors:?}", lang.code()));
    }
    bundle
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a locale name such as `fr_FR.UTF-8`; English for all that is not French.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("fr") { Self::Fr } else { Self::En }
    }

    /// The language that an audience is told in: its own, else the plan's.
    pub fn of(audience: &Audience, incident: &Incident) -> Self {
        let own = audience.language.as_ref().or(incident.plan.language.as_ref());
        own.map_or_else(Self::default, |code| Self::of_locale(code.as_str()))
    }

    /// Whether there is a message `key`.
    pub fn knows(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    fn bundle(self) -> &'static Bundle {
        if self == Self::Fr { &FR } else { &EN }
    }

    /// The message `key`.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with its variables; a key that does not exist is shown as itself.
    pub fn say_with(self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no message {key}");
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    /// The messages of a file, each with its variables.
    fn messages(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut messages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =")
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                key = name;
                assert!(messages.insert(key, BTreeSet::new()).is_none(), "{key} twice");
            }
            for variable in line.split('$').skip(1) {
                let end = variable.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
                messages.entry(key).or_default().insert(&variable[..end.unwrap_or(variable.len())]);
            }
        }
        messages
    }

    /// Every source file of the project.
    fn sources(folder: &Path, each: &mut dyn FnMut(&str)) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, each);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                each(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_variables() {
        let mut known = BTreeSet::new();
        for (area, fr, en) in AREAS {
            assert_eq!(messages(fr), messages(en), "{area}");
            for key in messages(fr).into_keys() {
                assert!(known.insert(key), "{key} is in two areas");
            }
        }
    }

    #[test]
    fn french_keeps_its_signs_on_the_line() {
        for (area, fr, _) in AREAS {
            for line in fr.lines().filter(|line| !line.starts_with('#')) {
                let loose =
                    [" :", " ;", " !", " ?", " »", " %", "« "].iter().find(|sign| line.contains(**sign));
                assert_eq!(loose, None, "{area}: a no-break space is missing: {line}");
                assert!(!line.contains('\u{2019}'), "{area}: an apostrophe is written ': {line}");
            }
        }
    }

    #[test]
    fn code_and_messages_name_the_same_keys() {
        let mut literals = BTreeSet::new();
        let mut said = BTreeSet::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |source| {
            let words = source.split('"').map(str::to_owned);
            literals.extend(words);
            for call in [".say(\"", ".say_with(\""] {
                said.extend(
                    source.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
                );
            }
        });
        let known: BTreeSet<&str> = AREAS.iter().flat_map(|(_, fr, _)| messages(fr).into_keys()).collect();
        let missing: Vec<_> = said.iter().filter(|key| !known.contains(key.as_str())).collect();
        assert!(missing.is_empty(), "said, but in no file: {missing:?}");
        // What code puts together, as `"action-{name}"` or `"{key}-expected"`, counts as said.
        let is_key =
            |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '0'..='9'));
        let begins: Vec<&str> = literals
            .iter()
            .filter_map(|word| Some(word.split_once("-{")?.0).filter(|part| !part.is_empty() && is_key(part)))
            .collect();
        let ends: Vec<&str> = literals
            .iter()
            .filter_map(|word| Some(word.split_once("}-")?.1).filter(|part| !part.is_empty() && is_key(part)))
            .collect();
        let is_said = |key: &str| {
            let of_end = |end: &&str| {
                key.strip_suffix(end)
                    .and_then(|head| head.strip_suffix('-'))
                    .is_some_and(|head| literals.contains(head))
            };
            literals.contains(key)
                || begins.iter().any(|begin| key.starts_with(begin))
                || ends.iter().any(of_end)
        };
        let unused: Vec<_> = known.iter().filter(|key| !is_said(key)).collect();
        assert!(unused.is_empty(), "in the files, but never said: {unused:?}");
    }
}

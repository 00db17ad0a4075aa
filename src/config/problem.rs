//! What is wrong with a configuration file, and where.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::ops::Range;

use crate::incident::Line;
use crate::lang::Lang;

/// A configuration file that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {wrong:?}")]
pub struct Problem {
    name: String,
    source_text: String,
    place: Range<usize>,
    wrong: Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Toml(String),
    UnknownSetting(String),
    NotALanguage(String),
    NotADepth(String),
    NotAZone(String),
    ExpectedText,
    ExpectedTruth,
    ExpectedKeys,
    ExpectedSection,
    ExpectedCount,
    NotAPath(String),
    NotALength(String),
    NotAnAddress(String),
}

const SETTINGS: [&str; 19] = [
    "language",
    "theme",
    "colour",
    "zone",
    "mouse",
    "bell",
    "notify",
    "host",
    "keys",
    "people",
    "people.take_after",
    "ssh",
    "ssh.listen",
    "ssh.connections",
    "ssh.sessions_per_person",
    "ssh.login_grace",
    "ssh.tries",
    "ssh.keepalive",
    "ssh.idle",
];

impl Problem {
    pub(super) fn new(name: &str, source: &str, place: Range<usize>, wrong: Wrong) -> Self {
        // What is shown of the file must not steer the terminal; one character stands for one, so that places hold.
        let shown =
            source.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect::<String>();
        let same = shown.len() == source.len();
        let end = place.end.min(shown.len());
        let place = if same { place.start.min(end)..end } else { 0..0 };
        Self { name: name.to_owned(), source_text: shown, place, wrong }
    }

    /// What is wrong and what was expected, with the line and a caret under it.
    pub fn tell(&self, lang: Lang) -> String {
        let what = Line::new(&self.wrong.tell(lang));
        let snippet = Snippet::source(&self.source_text)
            .path(&self.name)
            .annotation(AnnotationKind::Primary.span(self.place.clone()));
        let level = lang.say("config-error");
        let report = Level::ERROR.with_name(level.as_str()).primary_title(what.as_str()).element(snippet);
        Renderer::plain().render(&[report])
    }
}

impl Wrong {
    fn tell(&self, lang: Lang) -> String {
        let said = |key, value: &str| lang.say_with(key, &[("value", value.into())]);
        match self {
            Self::Toml(message) => message.clone(),
            Self::UnknownSetting(name) => match nearest(name) {
                Some(nearest) => lang.say_with(
                    "config-unknown-setting-nearest",
                    &[("value", name.as_str().into()), ("nearest", nearest.into())],
                ),
                None => lang.say_with(
                    "config-unknown-setting",
                    &[("value", name.as_str().into()), ("known", SETTINGS.join(", ").into())],
                ),
            },
            Self::NotALanguage(value) => said("config-not-a-language", value),
            Self::NotADepth(value) => said("config-not-a-depth", value),
            Self::NotAZone(value) => said("config-not-a-zone", value),
            Self::ExpectedText => lang.say("config-expected-text"),
            Self::ExpectedTruth => lang.say("config-expected-truth"),
            Self::ExpectedKeys => lang.say("config-expected-keys"),
            Self::ExpectedSection => lang.say("config-expected-section"),
            Self::ExpectedCount => lang.say("config-expected-count"),
            Self::NotAPath(value) => said("config-not-a-path", value),
            Self::NotALength(value) => said("config-not-a-length", value),
            Self::NotAnAddress(value) => said("config-not-an-address", value),
        }
    }
}

/// The setting that begins as `name` does, or that it was probably meant to be.
fn nearest(name: &str) -> Option<&'static str> {
    let shared = |setting: &str| setting.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
    // What stands before the dot was typed right: three letters more are wanted.
    let least = name.find('.').map_or(0, |dot| dot + 1) + 3;
    SETTINGS.into_iter().max_by_key(|setting| shared(setting)).filter(|setting| shared(setting) >= least)
}

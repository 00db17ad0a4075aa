//! Messages in French and English, and dates and durations as people write them.
//!
//! Every text that a person reads is a message of the Fluent files beside this one; both languages have the same
//! messages with the same variables, which a test checks.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

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
    ("screen", include_str!("lang/fr/screen.ftl"), include_str!("lang/en/screen.ftl")),
    ("theme", include_str!("lang/fr/theme.ftl"), include_str!("lang/en/theme.ftl")),
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

    /// The message `key`.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with its variables; a key that does not exist is shown as itself.
    pub fn say_with(self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        let bundle: &Bundle = if self == Self::Fr { &FR } else { &EN };
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

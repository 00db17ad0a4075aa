//! Messages: the Fluent files of both languages, and values that messages take.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::incident::{ActionId, Audience, FindingId, Incident, Line, PersonName, Prose, Seq, ServiceId, TargetName};

/// The variables of a message: `vars![person, at = lang.time(at, zone), "type" = name]`.
macro_rules! vars {
    (@one $name:ident) => { (stringify!($name), fluent_bundle::FluentValue::from($name)) };
    (@one $name:ident $value:expr) => { (stringify!($name), fluent_bundle::FluentValue::from($value)) };
    (@one $name:literal $value:expr) => { ($name, fluent_bundle::FluentValue::from($value)) };
    ($($name:tt $(= $value:expr)?),* $(,)?) => { [$($crate::lang::vars!(@one $name $($value)?)),*] };
}
pub(crate) use vars;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    #[default]
    En,
    Fr,
}

macro_rules! areas {
    ($($area:ident)*) => {
        &[$((
            stringify!($area),
            include_str!(concat!("fr/", stringify!($area), ".ftl")),
            include_str!(concat!("en/", stringify!($area), ".ftl")),
        )),*]
    };
}

const AREAS: &[(&str, &str, &str)] = areas! {
    action ask attention briefing cli client config demo diagnostic draft duty evidence host incident journal log
    moment name notify people playback refusal region replay report review revise runbook service session
    span ssh start step task theme update verb
};

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
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{area}.ftl of {}: {errors:?}", lang.code()));
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

    /// The language of a locale name such as `fr_FR.UTF-8`; English if it is not French.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("fr") { Self::Fr } else { Self::En }
    }

    /// The language of an audience: its own, else the plan's.
    pub fn of(audience: &Audience, incident: &Incident) -> Self {
        let own = audience.language.as_ref().or(incident.plan.language.as_ref());
        own.map_or_else(Self::default, |code| Self::of_locale(code.as_str()))
    }

    pub fn knows(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    fn bundle(self) -> &'static Bundle {
        if self == Self::Fr { &FR } else { &EN }
    }

    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with its variables; an unknown key is returned as it is.
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

macro_rules! texts {
    ($($text:ty)*) => {
        $(impl<'a> From<&'a $text> for FluentValue<'a> {
            fn from(text: &'a $text) -> Self {
                text.as_str().into()
            }
        })*
    };
}

texts!(Line Prose PersonName ServiceId TargetName);

impl From<&Seq> for FluentValue<'_> {
    fn from(seq: &Seq) -> Self {
        seq.0.into()
    }
}

impl From<&FindingId> for FluentValue<'_> {
    fn from(finding: &FindingId) -> Self {
        finding.to_string().into()
    }
}

impl From<&ActionId> for FluentValue<'_> {
    fn from(action: &ActionId) -> Self {
        action.to_string().into()
    }
}

#[cfg(test)]
mod tests;

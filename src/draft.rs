//! Drafts of status updates: what an audience can be sent, drawn from the state.
//!
//! ```text
//!   Templates ──of(audience, occasion, language)──▶ Template ──fill(facts)──▶ Draft
//! ```
//!
//! A draft is a proposal: someone reads it, changes it and posts it. External audiences never see internal things in
//! it: internal variables are rejected in their templates, and names of people and machines are masked.

mod error;
mod external;
mod facts;
mod mask;
mod template;
mod templates;
mod variable;

pub use error::{TemplateDiagnostic, TemplateError};
pub use external::{Readers, readable_by, reveals};
pub use mask::HIDDEN;
pub use template::Template;
pub use templates::{Templates, source};
pub use variable::Variable;

use crate::incident::{Audience, Health, Incident, Moment, Occasion, Proposal, Service, Span};
use crate::lang::{Lang, vars};
use external::mask_of;
use facts::Facts;
use mask::joined;

/// A message that is longer is not read.
const LENGTH: usize = 1000;

/// An older proposal may be out of date.
const FRESH: Span = Span::minutes(30);

#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Markdown-like: `#` headings, `-` items, `**strong**`.
    pub text: String,
    /// What external readers must not see; `[…]` replaces it.
    pub hidden: Vec<String>,
    /// Why the organisation's own template was not used.
    pub trouble: Option<TemplateDiagnostic>,
}

/// How much of long texts and lists a draft takes over.
#[derive(Clone, Copy, Debug)]
struct Measure {
    /// Characters of a text.
    text: usize,
    /// Items of a list, and the characters of one.
    items: usize,
    item: usize,
}

/// From what is enough for most to what makes almost anything fit.
const MEASURES: [Measure; 7] = [
    Measure { text: 400, items: 7, item: 80 },
    Measure { text: 250, items: 6, item: 60 },
    Measure { text: 180, items: 5, item: 50 },
    Measure { text: 150, items: 4, item: 40 },
    Measure { text: 120, items: 3, item: 40 },
    Measure { text: 100, items: 2, item: 35 },
    Measure { text: 80, items: 1, item: 30 },
];

/// Drafts a message for an audience, of at most a thousand characters if the template allows.
pub fn draft(
    templates: &Templates,
    incident: &Incident,
    audience: &Audience,
    occasion: Occasion,
    now: Moment,
) -> Draft {
    let lang = Lang::of(audience, incident);
    let readers = Readers::of(audience);
    let (template, trouble) = templates.of(&audience.id, readers, occasion, lang);
    let filled = |measure| {
        let mask = (readers == Readers::External).then(|| mask_of(incident, templates.hidden_people()));
        let mut facts = Facts { lang, incident, audience, now, measure, mask };
        // Each is computed once, however often it is named.
        let values = Variable::ALL.map(|it| if template.names(it) { facts.value(it) } else { String::new() });
        let text = template.fill(|it| values[it as usize].as_str());
        match facts.mask {
            Some(mask) => (joined(text.as_str()), mask.hidden),
            None => (text.as_str().to_owned(), Vec::new()),
        }
    };
    let [most, tighter @ ..] = MEASURES;
    let (mut text, mut hidden) = filled(most);
    for measure in tighter {
        if text.chars().count() <= LENGTH {
            break;
        }
        (text, hidden) = filled(measure);
    }
    Draft { text, hidden, trouble }
}

/// Returns why a proposed text may be out of date; it may have been changed since.
pub fn outdated(incident: &Incident, proposal: &Proposal, text: &str, now: Moment, lang: Lang) -> Option<String> {
    let passed = promises(incident, proposal).into_iter().find(|(at, words)| *at < now && text.contains(words));
    if let Some((_, words)) = passed {
        return Some(lang.say_with("update-outdated-promise", &vars![promise = words]));
    }
    let age = now - proposal.at;
    let is_old = age > FRESH && text == proposal.text.as_str();
    is_old.then(|| lang.say_with("update-outdated-age", &vars![age = lang.duration(age)]))
}

/// The next update times that a draft promises, if written in the hour before it was proposed.
fn promises(incident: &Incident, proposal: &Proposal) -> Vec<(Moment, String)> {
    let Some(audience) = incident.audience(&proposal.audience) else { return Vec::new() };
    let lang = Lang::of(audience, incident);
    let [measure, ..] = MEASURES;
    let promise = |minutes| {
        let now = proposal.at - Span::minutes(minutes);
        Facts { lang, incident, audience, now, measure, mask: None }.promise()
    };
    (0..=60).step_by(5).filter_map(promise).collect()
}

/// Returns the occasion that probably comes next for an audience.
pub fn likely_occasion(incident: &Incident, audience: &Audience) -> Occasion {
    let last = incident.last_update(&audience.id).map(|update| update.occasion);
    let services = || incident.services.iter().map(AsRef::as_ref);
    let none_is = |health| services().all(|service: &Service| service.health != health);
    // A service that was never hit says nothing of how far the recovery is.
    let has_changed = services().any(|service| service.since > incident.opened_at);
    let was_down = services().any(|service| service.health == Health::Degraded && !service.down_before.is_zero());
    if incident.is_closed() {
        return Occasion::Closing;
    }
    let found = match last {
        None => return Occasion::Opening,
        Some(_) if has_changed && none_is(Health::Down) && none_is(Health::Degraded) => Occasion::Restored,
        Some(_) if was_down && none_is(Health::Down) => Occasion::Degraded,
        Some(_) => Occasion::Progress,
    };
    if last == Some(found) { Occasion::Progress } else { found }
}

#[cfg(test)]
mod tests;

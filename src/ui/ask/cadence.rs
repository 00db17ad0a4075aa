//! How often an audience is told, by severity, and what it asks for.

use super::{Wrong, seconds};
use crate::incident::{Audience, Planned, Severity};
use crate::lang::Lang;
use crate::ui::overlay::form::{Form, Row};

/// The rows of the form: a length for each severity, then approval and nights.
pub fn rows(audience: &Audience, lang: Lang) -> Vec<Row> {
    let every = Severity::ALL.iter().map(|severity| {
        let now = audience.every.seconds(*severity).map(|seconds| Planned::exactly(seconds).to_string());
        let label = lang.say_with("ask-cadence-every", &[("severity", lang.severity(*severity).into())]);
        Row::line(label, now.as_deref().unwrap_or_default()).hint(lang.say("ask-cadence-never"))
    });
    let choice = |label: &str, options: [&str; 2], second: bool| {
        let options = options.iter().map(|key| lang.say(key)).collect();
        Row::choice(lang.say(label), options, usize::from(second))
    };
    let approval = ["ask-cadence-no-approval", "ask-cadence-approval"];
    let nights = ["ask-cadence-morning", "ask-cadence-nights"];
    let choices = [
        choice("ask-cadence-approval-label", approval, audience.approval),
        choice("ask-cadence-nights-label", nights, audience.nights),
    ];
    every.chain(choices).collect()
}

/// The audience as the filled form has it.
pub fn read(audience: &Audience, form: &Form, lang: Lang) -> Result<Audience, Wrong> {
    let mut audience = audience.clone();
    for (row, severity) in Severity::ALL.iter().enumerate() {
        audience.every.set(*severity, seconds(form, row, lang)?);
    }
    audience.approval = form.chosen(Severity::ALL.len()) == 1;
    audience.nights = form.chosen(Severity::ALL.len() + 1) == 1;
    Ok(audience)
}

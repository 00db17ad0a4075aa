//! What is asked about the audiences of updates.

use crate::incident::{Audience, Command, Planned, Severity, UpdateCommand};
use crate::lang::{Lang, vars};
use crate::ui::asking::{Asking, sends, while_open};
use crate::ui::view::View;
use crate::ui::widget::form::rows::Rows;

/// Asks for the cadence of an audience by severity, and what its updates need.
pub fn cadence(view: &View<'_>, lang: Lang, audience: &Audience) -> Asking {
    while_open(view)?;
    let mut rows = Rows::new(lang);
    let every = Severity::ALL.map(|severity| {
        let now = audience.every.seconds(severity).map(|seconds| Planned::exactly(seconds).to_string());
        let label = lang.say_with("ask-cadence-every", &vars![severity = lang.severity(severity)]);
        let row = rows.labelled_line(label, now.as_deref().unwrap_or_default());
        rows.hint(row, "ask-cadence-never");
        (severity, row)
    });
    let options = |keys: [&str; 2]| keys.map(|key| lang.say(key)).to_vec();
    let approval = options(["ask-cadence-no-approval", "ask-cadence-approval"]);
    let approval = rows.choice("ask-cadence-approval-label", approval, audience.approval.into());
    let nights = options(["ask-cadence-morning", "ask-cadence-nights"]);
    let nights = rows.choice("ask-cadence-nights-label", nights, audience.nights.into());
    let (name, audience) = (audience.name.to_string(), audience.clone());
    let form = sends("ask-cadence", rows, move |answers| {
        let mut audience = audience.clone();
        for (severity, row) in every {
            *audience.every.seconds_mut(severity) = answers.optional_seconds(row)?;
        }
        audience.approval = answers.chosen(approval) == 1;
        audience.nights = answers.chosen(nights) == 1;
        Ok(Command::Update(UpdateCommand::SetAudience { audience: Box::new(audience) }))
    });
    Ok(form.about(name))
}

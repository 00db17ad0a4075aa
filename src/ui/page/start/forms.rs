//! The form that opens an incident.

use crate::incident::{Kind, Pace, Severity};
use crate::lang::Lang;
use crate::ui::asking::Answer;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;
use crate::ui::world::{ListedPlan, Opening};

/// Asks what it takes to open an incident; `plan` is chosen at first.
pub fn new_incident(plans: &[ListedPlan], plan: usize, lang: Lang) -> Form<Answer> {
    const KINDS: [Kind; 2] = [Kind::Real, Kind::Exercise];
    let names = plans.iter().map(|listed| listed.plan.title.to_string()).collect();
    let severities = Severity::ALL.iter().map(|severity| lang.severity(*severity).to_owned()).collect();
    let mut rows = Rows::new(lang);
    let title = rows.hinted_line("ask-title", "ask-title-hint", "");
    let severity = rows.choice("ask-severity", severities, 1);
    let plan = rows.choice("ask-plan", names, plan);
    let kind = rows.choice("ask-kind", KINDS.iter().map(|kind| lang.kind(*kind)).collect(), 0);
    let speed = rows.hinted_line("ask-speed", "ask-speed-hint", "1");
    rows.digits(speed);
    rows.only_at(speed, kind, 1);
    let plans: Vec<_> = plans.iter().map(|listed| listed.plan.clone()).collect();
    Form::new("ask-new-incident", rows, move |answers| {
        let title = answers.line(title)?;
        let kind = answers.pick(kind, &KINDS)?;
        let speed = match kind {
            Kind::Real => 1,
            Kind::Exercise => answers.number(speed, (1, Pace::FASTEST))?,
        };
        Ok(Answer::Open(Box::new(Opening {
            title: title.to_string(),
            severity: answers.pick(severity, &Severity::ALL)?,
            kind,
            speed,
            plan: answers.pick(plan, &plans)?,
        })))
    })
}

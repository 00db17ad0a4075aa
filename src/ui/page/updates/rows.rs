//! Status updates as the page lists them: when the next is due, where messages go, what was posted.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::FluentValue;

use crate::draft::{Templates, outdated, reveals};
use crate::incident::{
    Audience, AudienceId, Delivery, DeliveryState, Due, DueState, Event, Incident, Moment, Proposal, Right, Seq, Span,
    TargetFact, TargetName, Update, UpdateEvent,
};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::view::{View, to_the_minute};

/// What the person may do with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Power {
    Approves,
    Proposes,
}

impl Power {
    pub fn of(view: &View<'_>) -> Self {
        if view.incident.may_approve(view.who) { Self::Approves } else { Self::Proposes }
    }
}

/// Whether the person is responsible for sending updates.
pub fn sees_to_it(view: &View<'_>) -> bool {
    view.is_in_command() || view.who.rights.right >= Right::Deputy
}

#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    Audience(&'a Arc<Audience>),
    Target(Target<'a>),
    Proposal(&'a Proposal),
    Update(&'a Update),
}

/// A target of the host's settings, or known from the log only.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    pub name: &'a TargetName,
    pub fact: Option<&'a TargetFact>,
}

/// The lines of the page, in drawn order.
pub fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let incident = view.incident;
    let audiences = incident.audiences.iter().map(Row::Audience);
    let proposals = incident.proposals.iter().rev().map(|proposal| Row::Proposal(proposal));
    let updates = incident.updates.iter().rev().map(|update| Row::Update(update));
    audiences.chain(targets(view).into_iter().map(Row::Target)).chain(proposals).chain(updates).collect()
}

fn targets<'a>(view: &View<'a>) -> Vec<Target<'a>> {
    let incident = view.incident;
    let set: Vec<Target<'a>> = view.targets.iter().map(|fact| Target { name: &fact.name, fact: Some(fact) }).collect();
    let is_set = |name: &TargetName| view.targets.iter().any(|fact| fact.name == *name);
    let others: BTreeSet<&TargetName> = incident.awaited().chain(incident.faults.keys()).collect();
    let others = others.into_iter().filter(|name| !is_set(name)).map(|name| Target { name, fact: None });
    set.into_iter().chain(others).collect()
}

/// How many entries of the log are searched for a delivery.
const LOOKED_BACK: usize = 1000;

/// The state of a target: sign, words and meaning.
pub fn standing(view: &View<'_>, target: &Target<'_>, lang: Lang) -> (String, Meaning) {
    let incident = view.incident;
    let trouble = target.fact.and_then(|fact| fact.trouble.as_ref());
    let fault = incident.faults.get(target.name).map(|fault| &fault.reason);
    if let Some(reason) = trouble.or(fault) {
        let words = lang.say_with("region-target-to-fix", &vars![reason = reason.as_str()]);
        return (words, Meaning::ClockLate);
    }
    let count = incident.waiting(target.name);
    if count > 0 {
        let delayed = incident.pending_delivery(target.name).and_then(|pending| pending.delayed);
        let words = match delayed {
            Some(reason) => {
                let words = vars![count, reason = FluentValue::from(reason.as_str())];
                lang.say_with("region-target-delayed", &words)
            }
            None => lang.say_with("region-target-waiting", &vars![count]),
        };
        return (words, Meaning::ClockDue);
    }
    let pushed = incident.pushed(target.name);
    match last_delivered(incident, target.name) {
        Some(wall) => {
            let at = lang.time(wall, incident.zone);
            (lang.say_with("region-target-delivered", &vars![at]), Meaning::ServiceUp)
        }
        None if pushed > Seq::ZERO => {
            (lang.say_with("region-target-follows", &vars![entry = pushed.0]), Meaning::TextMuted)
        }
        None => (lang.say("region-target-ready"), Meaning::TextMuted),
    }
}

/// When a target last accepted anything, by the machine's clock.
fn last_delivered(incident: &Incident, target: &TargetName) -> Option<Moment> {
    let of_updates = incident.updates.iter().rev().find_map(|update| {
        let delivery = update.deliveries.iter().find(|delivery| delivery.target == *target)?;
        match delivery.state {
            DeliveryState::Delivered { at, .. } => Some(incident.wall(at)),
            _ => None,
        }
    });
    // The state forgets automatic messages once they are delivered, so the log is searched.
    let of_log = incident.log.iter().rev().take(LOOKED_BACK).find_map(|entry| match &entry.event {
        Event::Update(UpdateEvent::Delivered { target: to, .. }) if to == target => Some(entry.wall),
        _ => None,
    });
    of_updates.max(of_log)
}

pub const fn sign(delivery: &Delivery) -> (&'static str, Meaning) {
    match delivery.state {
        DeliveryState::Pending => ("…", Meaning::TextMuted),
        DeliveryState::Delayed { .. } => ("↻", Meaning::ClockDue),
        DeliveryState::Delivered { repeat: false, .. } => ("✔", Meaning::ServiceUp),
        DeliveryState::Delivered { repeat: true, .. } => ("✔²", Meaning::ServiceUp),
        DeliveryState::Failed { .. } => ("✗", Meaning::ClockLate),
    }
}

/// The state of a delivery in a sentence without its target.
pub fn describe_delivery(incident: &Incident, delivery: &Delivery, lang: Lang) -> String {
    let time = |at: Moment| FluentValue::from(lang.time(incident.wall(at), incident.zone));
    match &delivery.state {
        DeliveryState::Pending => lang.say("region-delivery-pending"),
        DeliveryState::Delayed { reason } => lang.say_with("region-delivery-delayed", &vars![reason = reason.as_str()]),
        DeliveryState::Delivered { at, repeat } => {
            let key = if *repeat { "region-delivery-repeated" } else { "region-delivery-delivered" };
            lang.say_with(key, &[("at", time(*at))])
        }
        DeliveryState::Failed { at, reason } => {
            lang.say_with("region-delivery-failed", &vars![at = time(*at), reason = reason.as_str()])
        }
    }
}

/// The internal names in a text for external readers.
pub fn revealed(view: &View<'_>, audience: &Audience, text: &str) -> Vec<String> {
    let bundled = Templates::default();
    reveals(view.templates.unwrap_or(&bundled), view.incident, audience, text)
}

pub fn audience_name<'a>(incident: &'a Incident, id: &'a AudienceId) -> &'a str {
    incident.audience(id).map_or(id.as_str(), |audience| audience.name.as_str())
}

/// The newest proposal that waits for an audience.
pub fn proposal_of<'a>(incident: &'a Incident, audience: Option<&AudienceId>) -> Option<&'a Arc<Proposal>> {
    incident.proposals.iter().rev().find(|proposal| Some(&proposal.audience) == audience)
}

/// The sentence that a proposal for an audience is waiting, so that no one sends the same twice.
pub fn already(view: &View<'_>, audience: &Audience, lang: Lang) -> Option<String> {
    let proposal = proposal_of(view.incident, Some(&audience.id))?;
    let at = lang.time(view.incident.wall(proposal.at), view.incident.zone);
    Some(lang.say_with("ask-update-already", &vars![person = FluentValue::from(proposal.by.as_str()), at]))
}

/// Why a proposal may be out of date, by its current text.
pub fn outdated_now(view: &View<'_>, seq: Seq, text: &str, lang: Lang) -> Option<String> {
    let now = to_the_minute(view.incident, view.now.max(view.incident.at));
    outdated(view.incident, view.incident.proposal(seq)?, text, now, lang)
}

/// Who proposed it, when, and how long ago.
pub fn proposed_by(view: &View<'_>, seq: Seq, lang: Lang) -> Option<String> {
    let incident = view.incident;
    let proposal = incident.proposal(seq)?;
    let at = lang.time(incident.wall(proposal.at), incident.zone);
    let minute = |at: Moment| to_the_minute(incident, at);
    let age = minute(view.now.max(incident.at)) - minute(proposal.at);
    let words = vars![
        person = FluentValue::from(proposal.by.as_str()),
        at,
        minutes = age.num_minutes(),
        age = lang.duration(age)
    ];
    Some(lang.say_with("ask-update-proposed-by", &words))
}

/// When an update is due, in words that hold for the whole minute, and its urgency.
pub fn due_words(view: &View<'_>, audience: &Audience, lang: Lang) -> (String, Meaning) {
    let now = view.now.max(view.incident.at);
    match view.incident.next_update(audience, now) {
        Some(due) => (due_in(view.incident, &due, now, lang), due_meaning(due.state)),
        None => (String::new(), Meaning::TextMuted),
    }
}

pub fn due_in(incident: &Incident, due: &Due, now: Moment, lang: Lang) -> String {
    let left = due.at - to_the_minute(incident, now);
    let minute = |span: Span| Span::minutes(span.num_minutes());
    match due.state {
        DueState::Late if left > -Span::minutes(1) => lang.say("region-update-late-now"),
        DueState::Late => lang.say_with("region-update-late", &vars![over = lang.duration(minute(-left))]),
        state => {
            // By minutes, like the times of day beside it; less than one minute counts as one.
            let left = (to_the_minute(incident, due.at) - to_the_minute(incident, now)).max(Span::minutes(1));
            let key = if state == DueState::Soon { "region-update-soon" } else { "region-in" };
            lang.say_with(key, &vars![span = lang.duration(left)])
        }
    }
}

pub const fn due_meaning(state: DueState) -> Meaning {
    match state {
        DueState::Calm => Meaning::ClockCalm,
        DueState::Soon => Meaning::ClockDue,
        DueState::Late => Meaning::ClockLate,
    }
}

/// The first line of a text below its heading.
pub fn gist(text: &str) -> String {
    let said = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let line = text.lines().map(str::trim).find(said).or_else(|| text.lines().next()).unwrap_or_default();
    line.trim_start_matches(['#', '-', ' ']).replace("**", "")
}

/// A text in one line: headings and items after each other.
pub fn in_one_line(text: &str) -> String {
    let plain = |line: &str| line.trim_start_matches(['#', '-', ' ']).replace("**", "");
    let lines = text.lines().map(plain).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gist_stands_below_the_heading_and_a_line_has_all() {
        assert_eq!(gist("# Panne\n\n**Depuis** 03:10\nautre"), "Depuis 03:10");
        assert_eq!(gist("- un\n- deux"), "un");
        assert_eq!(gist("# Panne"), "Panne");
        assert_eq!(gist(""), "");
        assert_eq!(in_one_line("# Panne\n\n- **Depuis :** 03:10\n- Suite"), "Panne · Depuis : 03:10 · Suite");
    }
}

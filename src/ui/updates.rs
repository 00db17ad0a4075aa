//! Status updates at the screen: when the next is due, what there is to see of them, and what keys do with them.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::FluentValue;

use super::action::Action;
use super::ask::Question;
use super::cursor::Page;
use super::notice::Tone;
use super::overlay::composer::{Composer, Written};
use super::overlay::picker::{Item, Picker};
use super::overlay::reader::{Reader, Reading};
use super::overlay::{Choice, Overlay};
use super::region::to_the_minute;
use super::{Effect, Screen, View};
use crate::draft::{Templates, draft, likely_occasion, outdated, reveals};
use crate::incident::{
    Audience, AudienceId, Command, Delivery, DeliveryState, Due, DueState, Event, Incident, Moment, Occasion,
    Proposal, Right, Seq, Span, TargetFact, TargetName, Update, UpdateCommand, UpdateEvent,
};
use crate::lang::Lang;
use crate::theme::Meaning;

/// What whoever looks may do with an update that needs approval.
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

/// Whether whoever looks has to see to it that others are told.
pub fn sees_to_it(view: &View<'_>) -> bool {
    view.is_in_command() || view.who.rights.right >= Right::Deputy
}

/// A line of the page.
#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    Audience(&'a Arc<Audience>),
    Target(Target<'a>),
    Proposal(&'a Proposal),
    Update(&'a Update),
}

/// Where messages go: as the host's settings have it, or known from the log alone.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    pub name: &'a TargetName,
    pub fact: Option<&'a TargetFact>,
}

/// The lines of the page, in the order in which they are drawn.
pub fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let incident = view.incident;
    let audiences = incident.audiences.iter().map(Row::Audience);
    let proposals = incident.proposals.iter().rev().map(|proposal| Row::Proposal(proposal));
    let updates = incident.updates.iter().rev().map(|update| Row::Update(update));
    audiences.chain(targets(view).into_iter().map(Row::Target)).chain(proposals).chain(updates).collect()
}

fn targets<'a>(view: &View<'a>) -> Vec<Target<'a>> {
    let incident = view.incident;
    let set: Vec<Target<'a>> =
        view.targets.iter().map(|fact| Target { name: &fact.name, fact: Some(fact) }).collect();
    let is_set = |name: &TargetName| view.targets.iter().any(|fact| fact.name == *name);
    let others: BTreeSet<&TargetName> = incident.awaited().chain(incident.faults.keys()).collect();
    let others = others.into_iter().filter(|name| !is_set(name)).map(|name| Target { name, fact: None });
    set.into_iter().chain(others).collect()
}

/// How far back in the log a delivery is looked for.
const LOOKED_BACK: usize = 1000;

/// How a target stands, in a sign and words, and what they mean.
pub fn standing(view: &View<'_>, target: &Target<'_>, lang: Lang) -> (String, Meaning) {
    let incident = view.incident;
    let trouble = target.fact.and_then(|fact| fact.trouble.as_ref());
    let fault = incident.faults.get(target.name).map(|fault| &fault.reason);
    if let Some(reason) = trouble.or(fault) {
        let words = lang.say_with("region-target-to-fix", &[("reason", reason.as_str().into())]);
        return (words, Meaning::ClockLate);
    }
    let count = incident.waiting(target.name);
    if count > 0 {
        let delayed = incident.pending_delivery(target.name).and_then(|pending| pending.delayed);
        let words = match delayed {
            Some(reason) => {
                let words = [("count", count.into()), ("reason", FluentValue::from(reason.as_str()))];
                lang.say_with("region-target-delayed", &words)
            }
            None => lang.say_with("region-target-waiting", &[("count", count.into())]),
        };
        return (words, Meaning::ClockDue);
    }
    let pushed = incident.pushed(target.name);
    match last_delivered(incident, target.name) {
        Some(wall) => {
            let at = lang.time(wall, incident.zone);
            (lang.say_with("region-target-delivered", &[("at", at.into())]), Meaning::ServiceUp)
        }
        None if pushed > Seq::ZERO => {
            (lang.say_with("region-target-follows", &[("entry", pushed.0.into())]), Meaning::TextMuted)
        }
        None => (lang.say("region-target-ready"), Meaning::TextMuted),
    }
}

/// When a target last took anything, an update or what the program tells by itself, by the machine's clock.
fn last_delivered(incident: &Incident, target: &TargetName) -> Option<Moment> {
    let of_updates = incident.updates.iter().rev().find_map(|update| {
        let delivery = update.deliveries.iter().find(|delivery| delivery.target == *target)?;
        match delivery.state {
            DeliveryState::Delivered { at, .. } => Some(incident.wall(at)),
            _ => None,
        }
    });
    // What the program told is forgotten by the state once it has arrived: the log has it.
    let of_log = incident.log.iter().rev().take(LOOKED_BACK).find_map(|entry| match &entry.event {
        Event::Update(UpdateEvent::Delivered { target: to, .. }) if to == target => Some(entry.wall),
        _ => None,
    });
    of_updates.max(of_log)
}

/// The sign of a delivery, and what it means.
pub const fn sign(delivery: &Delivery) -> (&'static str, Meaning) {
    match delivery.state {
        DeliveryState::Pending => ("…", Meaning::TextMuted),
        DeliveryState::Delayed { .. } => ("↻", Meaning::ClockDue),
        DeliveryState::Delivered { repeat: false, .. } => ("✔", Meaning::ServiceUp),
        DeliveryState::Delivered { repeat: true, .. } => ("✔²", Meaning::ServiceUp),
        DeliveryState::Failed { .. } => ("✗", Meaning::ClockLate),
    }
}

/// How far a delivery is, in a sentence without its target.
pub fn tell_delivery(incident: &Incident, delivery: &Delivery, lang: Lang) -> String {
    let time = |at: Moment| FluentValue::from(lang.time(incident.wall(at), incident.zone));
    match &delivery.state {
        DeliveryState::Pending => lang.say("region-delivery-pending"),
        DeliveryState::Delayed { reason } => {
            lang.say_with("region-delivery-delayed", &[("reason", reason.as_str().into())])
        }
        DeliveryState::Delivered { at, repeat } => {
            let key = if *repeat { "region-delivery-repeated" } else { "region-delivery-delivered" };
            lang.say_with(key, &[("at", time(*at))])
        }
        DeliveryState::Failed { at, reason } => {
            let words = [("at", time(*at)), ("reason", reason.as_str().into())];
            lang.say_with("region-delivery-failed", &words)
        }
    }
}

/// What a text names that an audience outside must not read.
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

/// That a proposal for an audience waits already, so that nobody sends the same twice.
pub fn already(view: &View<'_>, audience: &Audience, lang: Lang) -> Option<String> {
    let proposal = proposal_of(view.incident, Some(&audience.id))?;
    let at = lang.time(view.incident.wall(proposal.at), view.incident.zone);
    let words = [("person", FluentValue::from(proposal.by.as_str())), ("at", at.into())];
    Some(lang.say_with("ask-update-already", &words))
}

/// Why a proposal may hold no longer, with the text as it is now.
pub fn outdated_now(view: &View<'_>, seq: Seq, text: &str, lang: Lang) -> Option<String> {
    let now = to_the_minute(view.incident, view.now.max(view.incident.at));
    outdated(view.incident, view.incident.proposal(seq)?, text, now, lang)
}

/// Who proposed what waits, when, and how long ago.
pub fn proposed_by(view: &View<'_>, seq: Seq, lang: Lang) -> Option<String> {
    let incident = view.incident;
    let proposal = incident.proposal(seq)?;
    let at = lang.time(incident.wall(proposal.at), incident.zone);
    let minute = |at: Moment| to_the_minute(incident, at);
    let age = minute(view.now.max(incident.at)) - minute(proposal.at);
    let words = [
        ("person", FluentValue::from(proposal.by.as_str())),
        ("at", at.into()),
        ("minutes", age.num_minutes().into()),
        ("age", lang.duration(age).into()),
    ];
    Some(lang.say_with("ask-update-proposed-by", &words))
}

/// When an audience is to be told next, in words that hold for the whole minute, and how they are meant.
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
        DueState::Late => {
            lang.say_with("region-update-late", &[("over", lang.duration(minute(-left)).into())])
        }
        state => {
            // From minute to minute, as the times of day beside it are read; what is due in less than one is due in one.
            let left = (to_the_minute(incident, due.at) - to_the_minute(incident, now)).max(Span::minutes(1));
            let key = if state == DueState::Soon { "region-update-soon" } else { "region-in" };
            lang.say_with(key, &[("span", lang.duration(left).into())])
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

/// The first thing that a text says below its heading.
pub fn gist(text: &str) -> String {
    let said = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let line = text.lines().map(str::trim).find(said).or_else(|| text.lines().next()).unwrap_or_default();
    line.trim_start_matches(['#', '-', ' ']).replace("**", "")
}

/// A text in one line: its headings and items behind each other.
pub fn in_one_line(text: &str) -> String {
    let plain = |line: &str| line.trim_start_matches(['#', '-', ' ']).replace("**", "");
    let lines = text.lines().map(plain).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" · ")
}

impl Screen {
    pub(super) fn act_on_updates(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Update => self.write_update(view),
            Action::RetryDelivery => {
                let (message, target) = self.to_retry(view);
                let target = target.cloned();
                self.send(Command::Update(UpdateCommand::Retry { message, target }), effects);
            }
            Action::SetAudience => self.pick_cadence(view),
            _ => {}
        }
    }

    /// Which message, at which target, is sent again: that of the selected line, else all.
    fn to_retry<'a>(&self, view: &View<'a>) -> (Option<Seq>, Option<&'a TargetName>) {
        match self.selected_row(view) {
            Some(Row::Target(target)) => (None, Some(target.name)),
            Some(Row::Update(update)) => (Some(update.seq), None),
            _ => (None, None),
        }
    }

    /// Whether there is anything to send again of the selected line.
    pub(super) fn can_retry(&self, view: &View<'_>) -> bool {
        let (message, target) = self.to_retry(view);
        view.incident.can_retry(message, target)
    }

    /// What the page has selected.
    pub(super) fn selected_row<'a>(&self, view: &View<'a>) -> Option<Row<'a>> {
        (self.cursor.page == Page::Updates).then(|| rows(view).get(self.cursor.row).copied()).flatten()
    }

    pub(super) fn open_row(&mut self, view: &View<'_>, effects: &mut Vec<Effect>) {
        match self.selected_row(view) {
            Some(Row::Audience(_)) => self.act_in_room(view, Action::Update, effects),
            Some(Row::Target(target)) => {
                let reading = Reading::Target(target.name.clone());
                self.overlay = Some(Overlay::Reader(Reader::new(reading)));
            }
            Some(Row::Proposal(proposal)) if view.playback.is_some() => {
                self.overlay = Some(Overlay::Reader(Reader::new(Reading::Entry(proposal.seq))));
            }
            Some(Row::Proposal(proposal)) => self.show_proposal(view, proposal.seq, effects),
            Some(Row::Update(update)) => {
                self.overlay = Some(Overlay::Reader(Reader::new(Reading::Update(update.seq))));
            }
            None => {}
        }
    }

    /// What is to be said to the first of some audiences: what waits for approval, else a new update.
    pub(super) fn see_to_late(
        &mut self,
        view: &View<'_>,
        audiences: &[AudienceId],
        effects: &mut Vec<Effect>,
    ) {
        match proposal_of(view.incident, audiences.first()) {
            Some(proposal) => self.show_proposal(view, proposal.seq, effects),
            None => self.write_update_to(view, audiences.first()),
        }
    }

    /// The window of a new update: for the selected audience, else for the one that is due first.
    fn write_update(&mut self, view: &View<'_>) {
        let incident = view.incident;
        let selected = match self.selected_row(view) {
            Some(Row::Audience(audience)) => Some(audience.id.clone()),
            _ => None,
        };
        let due = || {
            let dues = incident.audiences.iter().filter_map(|audience| {
                incident.next_update(audience, view.now).map(|due| (due.at, &audience.id))
            });
            dues.min().map(|(_, id)| id.clone())
        };
        let first = selected.or_else(due);
        self.write_update_to(view, first.as_ref());
    }

    fn write_update_to(&mut self, view: &View<'_>, first: Option<&AudienceId>) {
        let incident = view.incident;
        if incident.audiences.is_empty() {
            return self.tell(Tone::Bad, self.look.lang.say("ask-no-audience"));
        }
        let place = incident.audiences.iter().position(|audience| Some(&audience.id) == first);
        let composer = Composer::new(incident.audiences.clone(), place.unwrap_or(0), Power::of(view));
        self.overlay = Some(Overlay::Composer(Box::new(composer)));
        self.draft(view, None);
    }

    /// Writes the draft of the chosen audience and moment; the likely one, where none is named.
    pub(super) fn draft(&mut self, view: &View<'_>, occasion: Option<Occasion>) {
        let Some(Overlay::Composer(composer)) = &mut self.overlay else { return };
        let Some(audience) = composer.audience().cloned() else { return };
        let occasion = occasion.unwrap_or_else(|| likely_occasion(view.incident, &audience));
        let bundled = Templates::default();
        let templates = view.templates.unwrap_or(&bundled);
        let drafted = draft(templates, view.incident, &audience, occasion, view.now);
        composer.take_draft(occasion, drafted, self.look.lang);
    }

    /// Asks how the targets will show what is written.
    pub(super) fn preview(&self, effects: &mut Vec<Effect>) {
        if let Some(Overlay::Composer(composer)) = &self.overlay
            && let Some(written) = composer.written()
        {
            effects.push(Effect::Preview(written));
        }
    }

    pub(super) fn show_proposal(&mut self, view: &View<'_>, seq: Seq, effects: &mut Vec<Effect>) {
        let incident = view.incident;
        let Some(proposal) = incident.proposal(seq) else { return };
        let Some(audience) = incident.audience(&proposal.audience) else { return };
        let (occasion, text) = (proposal.occasion, proposal.text.clone());
        let written = Written { audience: audience.id.clone(), occasion, text };
        let composer = Composer::of_proposal(seq, Arc::clone(audience), &written, Power::of(view));
        self.overlay = Some(Overlay::Composer(Box::new(composer)));
        self.preview(effects);
    }

    /// The page, at the first of some targets.
    pub(super) fn show_targets(&mut self, view: &View<'_>, targets: &[TargetName]) {
        self.show_page(Page::Updates);
        let is_one = |row: &Row<'_>| matches!(row, Row::Target(target) if targets.contains(target.name));
        self.cursor.row = rows(view).iter().position(is_one).unwrap_or(0);
    }

    /// How often the selected audience is told; away from them, which one first.
    fn pick_cadence(&mut self, view: &View<'_>) {
        let lang = self.look.lang;
        let question = |audience: &Audience| Question::Cadence(Box::new(audience.clone()));
        match (self.selected_row(view), &view.incident.audiences[..]) {
            (Some(Row::Audience(audience)), _) | (_, [audience]) => self.ask(view, question(audience)),
            (_, []) => self.tell(Tone::Bad, lang.say("ask-no-audience")),
            (_, audiences) => {
                let items = audiences
                    .iter()
                    .map(|audience| Item::new(audience.name.to_string(), Choice::Ask(question(audience))));
                let picker = Picker::new(Action::SetAudience.sentence(lang), items.collect());
                self.overlay = Some(Overlay::Picker(picker));
            }
        }
    }
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

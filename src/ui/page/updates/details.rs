//! An update with its deliveries, and a target, in full.

use super::rows::{self, Target};
use crate::incident::{AudienceId, Line, Seq, TargetName};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::{Action, Place};
use crate::ui::reading::{Topic, keys};
use crate::ui::stage::Stage;
use crate::ui::widget::details::Details;
use crate::ui::world::World;

#[derive(Debug)]
pub struct UpdateDetails(pub Seq);

impl Topic for UpdateDetails {
    fn place(&self) -> Place {
        Place::Updates
    }

    fn actions(&self) -> &'static str {
        "retry-delivery copy"
    }

    fn details(&mut self, stage: &Stage<'_>) -> Details {
        let lang = stage.look.lang;
        let World::Room(view) = stage.world else { return Details::gone(lang) };
        let incident = view.incident;
        let Some(update) = incident.update(self.0) else { return Details::gone(lang) };
        let mut details = Details::new(lang.say("ask-update-title"), lang);
        details.pair("ask-when", lang.date_time(incident.wall(update.at), incident.zone));
        details.pair("ask-person", update.by.as_str());
        details.pair("ask-update-audience", rows::audience_name(incident, &update.audience));
        details.pair("ask-update-occasion", lang.occasion(update.occasion));
        details.heading("ask-update-deliveries");
        for delivery in &update.deliveries {
            let (sign, meaning) = rows::sign(delivery);
            let words = rows::describe_delivery(incident, delivery, lang);
            details.named(format!("{sign} {}", delivery.target), words, meaning);
        }
        if update.deliveries.is_empty() {
            let key = if update.addressed { "ask-update-no-target" } else { "region-delivery-pending" };
            details.muted(key);
        }
        details.heading("ask-text");
        details.text(update.text.to_string(), Meaning::Overlay);
        let can_retry = view.playback.is_none() && incident.can_retry(Some(self.0), None);
        let fits = |action: &Action| *action != Action::RetryDelivery || can_retry;
        keys(&mut details, stage.keymap, Action::listed(self.actions()).filter(fits));
        details
    }
}

#[derive(Debug)]
pub struct TargetDetails(pub TargetName);

impl Topic for TargetDetails {
    fn place(&self) -> Place {
        Place::Updates
    }

    fn actions(&self) -> &'static str {
        "retry-delivery"
    }

    fn details(&mut self, stage: &Stage<'_>) -> Details {
        let lang = stage.look.lang;
        let World::Room(view) = stage.world else { return Details::gone(lang) };
        let (incident, name) = (view.incident, &self.0);
        let fact = view.targets.iter().find(|fact| fact.name == *name);
        let mut details = Details::new(name.to_string(), lang);
        if let Some(fact) = fact {
            let audience = |id: &AudienceId| rows::audience_name(incident, id).to_owned();
            let audiences: Vec<_> = fact.audiences.iter().map(audience).collect();
            let push: Vec<&str> = fact.push.iter().map(Line::as_str).collect();
            let push = if push.is_empty() { lang.say("ask-target-no-push") } else { push.join(", ") };
            details.pair("ask-kind", format!("{} · {}", fact.kind, fact.host));
            details.pair("ask-target-audiences", audiences.join(", "));
            details.pair("ask-target-push", push);
        } else {
            details.muted("ask-target-unknown");
        }
        let (words, meaning) = rows::standing(view, &Target { name, fact }, lang);
        details.blank();
        details.text(words, meaning);
        if let Some(fault) = incident.faults.get(name) {
            let at = lang.time(incident.wall(fault.at), incident.zone);
            let since = lang.say_with("ask-target-since", &vars![at]);
            details.text(since, Meaning::TextMuted);
        }
        if view.playback.is_none() && incident.can_retry(None, Some(name)) {
            keys(&mut details, stage.keymap, Action::listed(self.actions()));
        }
        details
    }
}

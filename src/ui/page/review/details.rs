//! A finding or an action of the review in full.

use super::rows::{self, Reviewed};
use crate::incident::{Finding, FollowUp, FollowUpState, Moment};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::action::{Action, Place};
use crate::ui::reading::{Topic, keys};
use crate::ui::stage::Stage;
use crate::ui::view::View;
use crate::ui::widget::details::Details;
use crate::ui::world::World;

#[derive(Debug)]
pub struct ReviewDetails(pub Reviewed);

impl Topic for ReviewDetails {
    fn place(&self) -> Place {
        Place::Review
    }

    fn actions(&self) -> &'static str {
        match self.0 {
            Reviewed::Finding(_) => "add-action change-reviewed drop-reviewed copy",
            Reviewed::Action(_) => "finish-action take-action change-reviewed drop-reviewed copy",
        }
    }

    fn details(&mut self, stage: &Stage<'_>) -> Details {
        let lang = stage.look.lang;
        let World::Room(view) = stage.world else { return Details::gone(lang) };
        let details = match self.0 {
            Reviewed::Finding(id) => view.incident.finding(id).map(|it| finding(view, it, lang)),
            Reviewed::Action(id) => view.incident.action(id).map(|it| action(view, it, lang)),
        };
        let Some(mut details) = details else { return Details::gone(lang) };
        let is_open = |action: &Action| view.playback.is_none() || action.only_looks();
        keys(&mut details, stage.keymap, Action::listed(self.actions()).filter(is_open));
        details
    }
}

/// When something was done, and by whom.
fn signed(view: &View<'_>, lang: Lang, at: Moment, by: &str) -> String {
    let at = lang.date_time(view.incident.wall(at), view.incident.zone);
    lang.say_with("ask-changed-by", &vars![at, by])
}

fn finding(view: &View<'_>, finding: &Finding, lang: Lang) -> Details {
    let incident = view.incident;
    let title = lang.say_with("review-finding-title", &vars![finding = finding.id.to_string()]);
    let mut details = Details::new(title, lang);
    details.text(finding.text.to_string(), Meaning::TextStrong);
    details.blank();
    if let Some(step) = finding.about.as_ref().and_then(|id| incident.step(id)) {
        details.pair("ask-phase", step.title.as_str());
    }
    details.pair("review-added", signed(view, lang, finding.at, finding.by.as_str()));
    if let Some((at, by)) = &finding.corrected {
        details.pair("review-corrected", signed(view, lang, *at, by.as_str()));
    }
    if let Some(dropped) = &finding.dropped {
        details.pair("review-was-set-aside", signed(view, lang, dropped.at, dropped.by.as_str()));
        details.pair("ask-reason", dropped.reason.as_str());
    }
    let mut actions = incident.actions.iter().filter(|action| action.finding == Some(finding.id)).peekable();
    if actions.peek().is_some() {
        details.heading("review-heading-actions");
    }
    for action in actions {
        let (sign, meaning, words) = rows::standing(action, incident.today(view.now), lang);
        details.named(format!("{sign} {}", action.id), format!("{} ({words})", action.title), meaning);
    }
    details
}

fn action(view: &View<'_>, action: &FollowUp, lang: Lang) -> Details {
    let incident = view.incident;
    let (sign, meaning, words) = rows::standing(action, incident.today(view.now), lang);
    let title = lang.say_with("review-action-title", &vars![action = action.id.to_string()]);
    let owner = action.owner.as_ref().map_or_else(|| lang.say("ask-nobody"), ToString::to_string);
    let due = action.due.map_or_else(|| lang.say("review-no-due"), |due| lang.calendar_day(due));
    let mut details = Details::new(title, lang);
    details.text(action.title.to_string(), Meaning::TextStrong);
    details.blank();
    details.text(format!("{sign} {words}"), meaning);
    details.pair("review-owner", owner);
    details.pair("review-due", due);
    if let Some(finding) = action.finding.and_then(|id| incident.finding(id)) {
        details.pair("review-finding", format!("{} {}", finding.id, finding.text));
    }
    details.pair("review-added", signed(view, lang, action.at, action.by.as_str()));
    match &action.state {
        FollowUpState::Open => {}
        FollowUpState::Done { done_at, done_by, outcome } => {
            details.pair("review-was-done", signed(view, lang, *done_at, done_by.as_str()));
            if !outcome.is_empty() {
                details.pair("review-outcome", outcome.as_str());
            }
        }
        FollowUpState::Dropped(dropped) => {
            details.pair("review-was-dropped", signed(view, lang, dropped.at, dropped.by.as_str()));
            details.pair("ask-reason", dropped.reason.as_str());
        }
    }
    details
}

//! The page of status updates: the next update, its approval, its delivery.

pub mod composer;
mod details;
mod forms;

use std::sync::Arc;

use ratatui::layout::Rect;

use super::component::Component;
use crate::draft::{self, Templates, likely_occasion};
use crate::incident::{Audience, AudienceId, Command, Occasion, Prose, Seq, TargetName, UpdateCommand};
use crate::ui::action::{Action, Page};
use crate::ui::asking::Question;
use crate::ui::cursor::Cursor;
use crate::ui::effect::Effect;
use crate::ui::effect::Written;
use crate::ui::may::{Asks, permitted};
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::page::log::details::EntryDetails;
use crate::ui::region::frame::Frame;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::picker::Item;
use composer::Composer;
use details::{TargetDetails, UpdateDetails};
use rows::{Power, Row, proposal_of, rows};

mod draw;
pub mod rows;

pub struct Updates;

impl Component for Updates {
    fn hints(&self, _: &Cursor) -> &'static str {
        "update open retry-delivery set-audience note palette help"
    }

    fn rows(&self, view: &View<'_>) -> usize {
        rows(view).len()
    }

    fn open(&self, state: &mut State, view: &View<'_>) {
        open_row(state, view);
    }

    fn copied(&self, state: &State, view: &View<'_>) -> Option<String> {
        Some(match selected_row(state, view)? {
            Row::Update(update) => update.text.to_string(),
            Row::Proposal(proposal) => proposal.text.to_string(),
            Row::Audience(audience) => audience.name.to_string(),
            Row::Target(target) => target.name.to_string(),
        })
    }

    fn render(&self, frame: &Frame<'_>, area: Rect) {
        draw::render(frame, area);
    }
}

fn open_row(state: &mut State, view: &View<'_>) {
    match selected_row(state, view) {
        Some(Row::Audience(_)) if view.playback.is_some() => state.refuse_in_replay(),
        Some(Row::Audience(audience)) => {
            let (audience, occasion, text) = (audience.id.clone(), Occasion::default(), Prose::default());
            let proposes = Command::Update(UpdateCommand::Propose { audience, occasion, text });
            match permitted(view, &Asks::Command(proposes)) {
                Ok(()) => write(state, view),
                Err(refusal) => state.refuse(view, &refusal),
            }
        }
        Some(Row::Target(target)) => {
            state.read(TargetDetails(target.name.clone()));
        }
        Some(Row::Proposal(proposal)) if view.playback.is_some() => {
            state.read(EntryDetails::new(proposal.seq));
        }
        Some(Row::Proposal(proposal)) => show_proposal(state, view, proposal.seq),
        Some(Row::Update(update)) => {
            state.read(UpdateDetails(update.seq));
        }
        None => {}
    }
}

/// Opens a new update, for the selected audience or the one due first.
pub fn write(state: &mut State, view: &View<'_>) {
    let incident = view.incident;
    let selected = match selected_row(state, view) {
        Some(Row::Audience(audience)) => Some(audience.id.clone()),
        _ => None,
    };
    let due = || {
        let dues = incident
            .audiences
            .iter()
            .filter_map(|audience| incident.next_update(audience, view.now).map(|due| (due.at, &audience.id)));
        dues.min().map(|(_, id)| id.clone())
    };
    let first = selected.or_else(due);
    write_update_to(state, view, first.as_ref());
}

fn write_update_to(state: &mut State, view: &View<'_>, first: Option<&AudienceId>) {
    let incident = view.incident;
    if incident.audiences.is_empty() {
        state.warn("ask-no-audience");
        return;
    }
    let place = incident.audiences.iter().position(|audience| Some(&audience.id) == first);
    let composer = Composer::new(incident.audiences.clone(), place.unwrap_or(0), Power::of(view));
    state.open(Overlay::Composer(Box::new(composer)));
    draft(state, view, None);
}

/// Sends again what failed: the selected message or target, else everything.
pub fn retry(state: &mut State, view: &View<'_>) {
    let (message, target) = to_retry(state, view);
    let target = target.cloned();
    state.send(Command::Update(UpdateCommand::Retry { message, target }));
}

/// The message and target of a retry: those of the selected line, or all.
fn to_retry<'a>(state: &State, view: &View<'a>) -> (Option<Seq>, Option<&'a TargetName>) {
    match selected_row(state, view) {
        Some(Row::Target(target)) => (None, Some(target.name)),
        Some(Row::Update(update)) => (Some(update.seq), None),
        _ => (None, None),
    }
}

/// Asks for the cadence of the selected audience; on other pages, for the audience first.
pub fn set_audience(state: &mut State, view: &View<'_>) {
    let lang = state.look.lang;
    let question = |audience: &Arc<Audience>| {
        let audience = Arc::clone(audience);
        Question::new(move |view, lang| forms::cadence(view, lang, &audience))
    };
    match (selected_row(state, view), &view.incident.audiences[..]) {
        (Some(Row::Audience(audience)), _) | (_, [audience]) => {
            state.ask(view, |view, lang| forms::cadence(view, lang, audience));
        }
        (_, []) => state.warn("ask-no-audience"),
        (_, audiences) => {
            let items =
                audiences.iter().map(|audience| Item::new(audience.name.to_string(), Choice::Ask(question(audience))));
            state.pick(Action::SetAudience.sentence(lang), items.collect());
        }
    }
}

/// Opens what the first late audience waits for: a proposal to approve, or a new update.
pub fn see_to_late(state: &mut State, view: &View<'_>, audiences: &[AudienceId]) {
    match proposal_of(view.incident, audiences.first()) {
        Some(proposal) => show_proposal(state, view, proposal.seq),
        None => write_update_to(state, view, audiences.first()),
    }
}

pub fn show_proposal(state: &mut State, view: &View<'_>, seq: Seq) {
    let incident = view.incident;
    let Some(proposal) = incident.proposal(seq) else { return };
    let Some(audience) = incident.audience(&proposal.audience) else { return };
    let (occasion, text) = (proposal.occasion, proposal.text.clone());
    let written = Written { audience: audience.id.clone(), occasion, text };
    let composer = Composer::of_proposal(seq, Arc::clone(audience), &written, Power::of(view));
    state.open(Overlay::Composer(Box::new(composer)));
    preview(state);
}

/// Shows the page at the first of these targets.
pub fn show_targets(state: &mut State, view: &View<'_>, targets: &[TargetName]) {
    state.show_page(Page::Updates);
    let is_one = |row: &Row<'_>| matches!(row, Row::Target(target) if targets.contains(target.name));
    state.cursor.row = rows(view).iter().position(is_one).unwrap_or(0);
}

/// Drafts a text for the chosen audience and occasion; by default the likely one.
pub fn draft(state: &mut State, view: &View<'_>, occasion: Option<Occasion>) {
    let Some(Overlay::Composer(composer)) = &mut state.overlay else { return };
    let Some(audience) = composer.audience().cloned() else { return };
    let occasion = occasion.unwrap_or_else(|| likely_occasion(view.incident, &audience));
    let bundled = Templates::default();
    let templates = view.templates.unwrap_or(&bundled);
    let drafted = draft::draft(templates, view.incident, &audience, occasion, view.now);
    composer.take_draft(occasion, drafted, state.look.lang);
}

pub fn preview(state: &mut State) {
    if let Some(Overlay::Composer(composer)) = &state.overlay
        && let Some(written) = composer.written()
    {
        state.request(Effect::Preview(written));
    }
}

fn selected_row<'a>(state: &State, view: &View<'a>) -> Option<Row<'a>> {
    (state.cursor.page == Page::Updates).then(|| rows(view).get(state.cursor.row).copied()).flatten()
}

pub fn asks_retry(state: &State, view: &View<'_>) -> Asks {
    let (message, target) = to_retry(state, view);
    if view.incident.can_retry(message, target) {
        Asks::Command(Command::Update(UpdateCommand::Retry { message: None, target: None }))
    } else {
        Asks::NoSubject
    }
}

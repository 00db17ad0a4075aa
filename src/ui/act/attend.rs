//! Opens the banners below the header, one after the other.

use super::duty::forms;
use crate::incident::{Matter, Seq};
use crate::ui::action::Page;
use crate::ui::banner::Banner;
use crate::ui::cursor::Pane;
use crate::ui::effect::Effect;
use crate::ui::log_list::Filter;
use crate::ui::notice::Tone;
use crate::ui::page::log::details::EntryDetails;
use crate::ui::page::updates::rows::sees_to_it;
use crate::ui::page::updates::{see_to_late, show_proposal, show_targets};
use crate::ui::state::State;
use crate::ui::view::{Elsewhere, Overdue, View};

use super::duty::{show_call, show_offer};

/// Opens the next banner after the one that was opened last.
pub fn next(state: &mut State, view: &View<'_>) {
    let banners = state.attention.banners(view, state.look.lang);
    let last = state.attended.as_ref().and_then(|last| banners.iter().position(|banner| banner == last));
    let next = last.map_or(0, |last| (last + 1) % banners.len());
    match banners.get(next) {
        Some(banner) => attend(state, view, banner),
        None => state.show_notice(Tone::Good, state.look.lang.say("ask-nothing-asks")),
    }
}

pub fn at_place(state: &mut State, view: &View<'_>, place: usize) {
    if let Some(banner) = state.attention.banners(view, state.look.lang).get(place) {
        attend(state, view, banner);
    }
}

fn attend(state: &mut State, view: &View<'_>, banner: &Banner) {
    state.attended = Some(banner.clone());
    state.attention.see(banner);
    if view.playback.is_some() {
        read_banner(state, view, banner);
        return;
    }
    let incident = view.incident;
    match banner {
        Banner::Offered(duty) | Banner::Offering(duty) => {
            if let Some(offer) = incident.offer(duty) {
                show_offer(state, view, offer);
            }
        }
        Banner::Call(seq) => {
            if let Some(call) = incident.call(*seq) {
                show_call(state, view, call);
            }
        }
        Banner::Elsewhere(Elsewhere { incident, .. }) | Banner::Overdue(Overdue { incident, .. }) => {
            state.request(Effect::Enter(incident.clone()));
        }
        Banner::Gone => state.fill_in(view, forms::take_command(view, state.look.lang)),
        Banner::Mention(seq) => {
            show_in_log(state, view, *seq);
            state.read(EntryDetails::new(*seq));
        }
        Banner::Missed(missed) => show_in_log(state, view, missed.from),
        Banner::Proposal(seq) | Banner::Proposing(seq) => show_proposal(state, view, *seq),
        Banner::Matter(needed) => show_matter(state, view, &needed.matter),
        Banner::ToFix(targets) => show_targets(state, view, targets),
        Banner::Unsettled => show_targets(state, view, &[]),
    }
}

/// Shows what a matter is about; whoever sends updates writes the one that is due.
fn show_matter(state: &mut State, view: &View<'_>, matter: &Matter) {
    match matter {
        Matter::UpdateLate(id) | Matter::UpdateDue(id) if sees_to_it(view) && view.playback.is_none() => {
            see_to_late(state, view, std::slice::from_ref(id));
        }
        Matter::UpdateLate(_) | Matter::UpdateDue(_) => state.show_page(Page::Updates),
        Matter::RtoAtRisk(id) => {
            state.show_page(Page::Services);
            state.cursor.row = view.incident.services.iter().position(|service| service.id == *id).unwrap_or(0);
        }
        Matter::PhaseLate(id) | Matter::DayEndLate(id) => {
            state.show_page(Page::Room);
            (state.cursor.pane, state.cursor.step) = (Pane::Timeline, Some(id.clone()));
        }
        Matter::Blocked(id) => {
            state.show_page(Page::Room);
            state.cursor.pane = Pane::Tasks;
            state.cursor.select_task(view.incident, id);
        }
        Matter::Call(_) | Matter::Offer(_) | Matter::Proposal(_) | Matter::TargetFailed(_) => {}
    }
}

/// Shows an entry on the log page, unfiltered.
fn show_in_log(state: &mut State, view: &View<'_>, seq: Seq) {
    state.show_page(Page::Log);
    state.filter(view, Filter::default());
    if let Some(place) = state.log.place(seq) {
        let drawn = state.hits.entries();
        state.cursor.show_entry(&state.log, place, drawn);
    }
}

/// Shows the subject of a banner in a replay.
fn read_banner(state: &mut State, view: &View<'_>, banner: &Banner) {
    match (banner, banner.entry(view)) {
        (Banner::Matter(needed), _) => show_matter(state, view, &needed.matter),
        (_, Some(seq)) => state.read(EntryDetails::new(seq)),
        (_, None) => state.refuse_in_replay(),
    }
}

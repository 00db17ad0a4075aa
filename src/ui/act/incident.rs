//! Actions on the incident as a whole.

pub mod forms;

use crate::incident::{Command, HeaderCommand, Refusal, Severity, StepCommand};
use crate::ui::action::Action;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::picker::{Item, Picker};

/// Puts the incident on hold, or resumes it.
pub fn hold(state: &mut State, view: &View<'_>) {
    if view.incident.is_held() {
        state.send(Command::Header(HeaderCommand::Resume));
    } else {
        state.fill_in(view, forms::hold(state.look.lang));
    }
}

/// Ends the day, or starts the next one.
pub fn end_day(state: &mut State, view: &View<'_>) {
    if view.incident.night().is_some() {
        state.send(Command::Step(StepCommand::StartDay));
    } else {
        state.fill_in(view, forms::end_day(view, state.look.lang));
    }
}

pub fn reopen(state: &mut State, view: &View<'_>) {
    if view.incident.is_closed() {
        state.fill_in(view, forms::reopen(state.look.lang));
    } else {
        state.refuse(view, &Refusal::NotClosed);
    }
}

pub fn set_severity(state: &mut State, view: &View<'_>) {
    let lang = state.look.lang;
    let items = Severity::ALL.iter().map(|severity| {
        let choice = Choice::Send(Command::Header(HeaderCommand::SetSeverity { severity: *severity }));
        Item::new(lang.severity(*severity), choice)
    });
    let at = Severity::ALL.iter().position(|severity| *severity == view.incident.severity);
    let picker = Picker::new(Action::SetSeverity.sentence(lang), items.collect()).at(at.unwrap_or(0));
    state.open(Overlay::Picker(picker));
}

pub fn set_zone(state: &mut State, view: &View<'_>) {
    let zones = chrono_tz::TZ_VARIANTS.iter();
    let items =
        zones.map(|zone| Item::new(zone.name(), Choice::Send(Command::Header(HeaderCommand::SetZone { zone: *zone }))));
    let at = chrono_tz::TZ_VARIANTS.iter().position(|zone| *zone == view.incident.zone).unwrap_or(0);
    let title = Action::SetZone.sentence(state.look.lang);
    state.open(Overlay::Picker(Picker::new(title, items.collect()).at(at)));
}

//! What is done with the incident as a whole.

mod forms;

use crate::incident::{Command, HeaderCommand, Severity, StepCommand};
use crate::ui::action::Action;
use crate::ui::may::Asks;
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
        state.ask(view, forms::hold);
    }
}

pub fn resume(state: &mut State, _: &View<'_>) {
    state.send(Command::Header(HeaderCommand::Resume));
}

/// Ends the day, or starts the next one.
pub fn end_day(state: &mut State, view: &View<'_>) {
    if view.incident.night().is_some() {
        state.send(Command::Step(StepCommand::StartDay));
    } else {
        state.ask(view, forms::end_day);
    }
}

pub fn start_day(state: &mut State, _: &View<'_>) {
    state.send(Command::Step(StepCommand::StartDay));
}

pub fn describe(state: &mut State, view: &View<'_>) {
    state.ask(view, forms::describe);
}

pub fn retitle(state: &mut State, view: &View<'_>) {
    state.ask(view, forms::retitle);
}

pub fn close(state: &mut State, view: &View<'_>) {
    state.ask(view, forms::close);
}

pub fn reopen(state: &mut State, view: &View<'_>) {
    state.ask(view, forms::reopen);
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
    let items = zones.map(|zone| {
        Item::new(zone.name(), Choice::Send(Command::Header(HeaderCommand::SetZone { zone: *zone })))
    });
    let at = chrono_tz::TZ_VARIANTS.iter().position(|zone| *zone == view.incident.zone).unwrap_or(0);
    let title = Action::SetZone.sentence(state.look.lang);
    state.open(Overlay::Picker(Picker::new(title, items.collect()).at(at)));
}

/// All of these are under one rule.
pub fn asks(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Step(StepCommand::Next))
}

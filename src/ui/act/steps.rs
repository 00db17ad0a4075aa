//! What is done with the steps of the timeline.

pub mod forms;

use fluent_bundle::FluentValue;

use crate::incident::{Command, Step, StepCommand, StepId};
use crate::lang::vars;
use crate::ui::action::{Action, Place};
use crate::ui::asking::Question;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::confirm::Confirm;
use crate::ui::widget::picker::{Item, Picker};

pub fn next(state: &mut State, view: &View<'_>) {
    let lang = state.look.lang;
    let incident = view.incident;
    let open: usize = incident.active_steps().map(Step::progress).map(|(over, all)| all - over).sum();
    let next = incident.next_step();
    let night = next.is_some_and(|step| step.kind.is_day_end());
    if incident.night().is_some() || (open == 0 && !night) || incident.is_held() || incident.is_closed() {
        state.send(Command::Step(StepCommand::Next));
        return;
    }
    let key = match next {
        Some(_) if night => "ask-next-night",
        Some(_) => "ask-next-open",
        None => "ask-next-none",
    };
    let next = next.map_or("", |step| step.title.as_str());
    let text = lang.say_with(key, &vars![open, next = FluentValue::from(next)]);
    confirm(state, Action::NextStep, text, Command::Step(StepCommand::Next));
}

pub fn start(state: &mut State, view: &View<'_>) {
    let choice = |step: StepId| Choice::Send(Command::Step(StepCommand::Start { step }));
    pick(state, view, Action::StartStep, Step::is_waiting, choice);
}

pub fn finish(state: &mut State, view: &View<'_>) {
    let choice = |step: StepId| Choice::Send(Command::Step(StepCommand::Finish { step }));
    pick(state, view, Action::FinishStep, Step::is_active, choice);
}

pub fn skip(state: &mut State, view: &View<'_>) {
    let choice = |step: StepId| Choice::Ask(Question::new(move |view, lang| forms::skip(view, lang, &step)));
    pick(state, view, Action::SkipStep, Step::is_waiting, choice);
}

pub fn reopen(state: &mut State, view: &View<'_>) {
    let is_over = |step: &Step| !(step.is_waiting() || step.is_active());
    let choice = |step: StepId| Choice::Send(Command::Step(StepCommand::Reopen { step }));
    pick(state, view, Action::ReopenStep, is_over, choice);
}

pub fn extend(state: &mut State, view: &View<'_>) {
    let fits = |step: &Step| (step.is_waiting() || step.is_active()) && step.kind.planned().is_some();
    let choice = |step: StepId| Choice::Ask(Question::new(move |view, lang| forms::extend(view, lang, &step)));
    pick(state, view, Action::ExtendStep, fits, choice);
}

/// Moves a step in the plan.
pub fn relocate(state: &mut State, view: &View<'_>) {
    pick(state, view, Action::MoveStep, Step::is_waiting, Choice::MoveStep);
}

/// Acts on the selected step if it fits, else on a picked one.
fn pick(
    state: &mut State,
    view: &View<'_>,
    action: Action,
    fits: impl Fn(&Step) -> bool,
    choice: impl Fn(StepId) -> Choice,
) {
    let lang = state.look.lang;
    let steps: Vec<&Step> = view.incident.steps.iter().map(AsRef::as_ref).filter(|step| fits(step)).collect();
    let selected = match state.place() {
        Place::Timeline => state.cursor.timeline_step(view.incident),
        _ => state.cursor.step.clone(),
    };
    let selected = selected.and_then(|id| steps.iter().find(|step| step.id == id));
    let only = || steps.first().filter(|_| steps.len() == 1 && action == Action::FinishStep);
    match selected.or_else(only) {
        Some(step) => act(state, view, step, choice(step.id.clone())),
        None if steps.is_empty() => state.warn("ask-no-step"),
        None => {
            let items = steps.iter().map(|step| {
                Item::new(step.title.to_string(), choice(step.id.clone())).detail(lang.step_state(&step.state))
            });
            state.pick(action.sentence(lang), items.collect());
        }
    }
}

/// Acts on a step; finishing one with open tasks is confirmed first.
fn act(state: &mut State, view: &View<'_>, step: &Step, choice: Choice) {
    let lang = state.look.lang;
    let (over, all) = step.progress();
    match choice {
        Choice::Send(command @ Command::Step(StepCommand::Finish { .. })) if over < all => {
            let words = vars![open = all - over, step = step.title.as_str()];
            confirm(state, Action::FinishStep, lang.say_with("ask-finish-open", &words), command);
        }
        Choice::Send(command) => state.send(command),
        Choice::Ask(question) => state.ask(view, |view, lang| question.ask(view, lang)),
        _ => pick_place_of(state, view, &step.id),
    }
}

fn confirm(state: &mut State, action: Action, text: String, command: Command) {
    let lang = state.look.lang;
    let confirm = Confirm::new(action.sentence(lang), text, Choice::Send(command), lang);
    state.open(Overlay::Confirm(confirm));
}

/// Picks the place of a step in the plan.
pub fn pick_place_of(state: &mut State, view: &View<'_>, step: &StepId) {
    let lang = state.look.lang;
    let to = |after: Option<StepId>| Choice::Send(Command::Step(StepCommand::Move { step: step.clone(), after }));
    let mut items = vec![Item::new(lang.say("ask-first"), to(None))];
    items.extend(view.incident.steps.iter().filter(|other| other.id != *step).map(|other| {
        let label = lang.say_with("ask-behind", &vars![step = other.title.as_str()]);
        Item::new(label, to(Some(other.id.clone()))).detail(lang.step_state(&other.state))
    }));
    let at = view.incident.steps.iter().take_while(|other| other.id != *step).count();
    let picker = Picker::new(Action::MoveStep.sentence(lang), items).at(at);
    state.open(Overlay::Picker(picker));
}

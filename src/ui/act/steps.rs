//! What is done with the steps of the timeline.

pub mod forms;

use fluent_bundle::FluentValue;

use crate::incident::{Command, Lateness, Moment, Step, StepCommand, StepId};
use crate::lang::{Lang, vars};
use crate::ui::action::{Action, Place};
use crate::ui::asking::Question;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::confirm::Confirm;
use crate::ui::widget::picker::{Item, Picker};

/// At night it starts the day.
pub fn next(state: &mut State, view: &View<'_>) {
    let incident = view.incident;
    let next = incident.next_step();
    let ends_the_day = next.is_some_and(|step| step.kind.is_day_end());
    end(state, view, Action::NextStep, StepCommand::Next, !ends_the_day);
}

pub fn start(state: &mut State, view: &View<'_>) {
    let choice = |step: StepId| Choice::Send(Command::Step(StepCommand::Start { step }));
    pick(state, view, Action::StartStep, Step::is_waiting, choice);
}

/// At night it starts the day.
pub fn finish(state: &mut State, view: &View<'_>) {
    let plain = match (view.incident.night(), view.incident.active_steps().next()) {
        (Some(_), _) => StepCommand::StartDay,
        (None, Some(step)) => StepCommand::Finish { step: step.id.clone() },
        (None, None) => return state.warn("ask-no-step"),
    };
    end(state, view, Action::FinishStep, plain, true);
}

/// Sends what ends at most one step without open tasks; of anything else it asks which steps end.
fn end(state: &mut State, view: &View<'_>, action: Action, plain: StepCommand, may_be_plain: bool) {
    let incident = view.incident;
    let running: Vec<&Step> = incident.active_steps().collect();
    let is_plain = may_be_plain && running.len() < 2 && running.iter().all(|step| open(step) == 0);
    match incident.night() {
        _ if incident.is_held() || incident.is_closed() => state.send(Command::Step(plain)),
        Some(night) if view.now < night.resume => ask_morning(state, view, action, night.resume, plain),
        None if !is_plain => ask_which_end(state, view, action, &running),
        _ => state.send(Command::Step(plain)),
    }
}

/// Asks whether the day starts before its time.
fn ask_morning(state: &mut State, view: &View<'_>, action: Action, resume: Moment, day: StepCommand) {
    let lang = state.look.lang;
    let at = lang.time(view.incident.wall(resume), view.incident.zone);
    let text = lang.say_with("ask-morning", &vars![at, left = lang.duration(resume - view.now)]);
    let day = Some(Choice::Send(Command::Step(day)));
    let buttons = vec![(lang.say("ask-morning-now"), day), (lang.say("ask-no"), None)];
    state.open(Overlay::Confirm(Confirm::rows(action.sentence(lang), text, buttons, 0)));
}

/// Asks which of the running steps end: one, all, or none if the next one only starts beside them.
fn ask_which_end(state: &mut State, view: &View<'_>, action: Action, running: &[&Step]) {
    let lang = state.look.lang;
    let start = action == Action::NextStep;
    let button = |key: &str, ended: &[&Step]| {
        let finish: Vec<_> = ended.iter().map(|step| step.id.clone()).collect();
        let next = view.incident.next_step_after(&finish).filter(|_| start);
        let starts = next.map_or("nothing", |step| if step.kind.is_day_end() { "night" } else { "step" });
        let next = next.map_or("", |step| step.title.as_str());
        let step = ended.first().map_or("", |step| step.title.as_str());
        let words = vars![step = step, count = ended.len(), starts = starts, next = FluentValue::from(next)];
        (lang.say_with(key, &words), Some(Choice::Send(Command::Step(StepCommand::Advance { finish, start }))))
    };
    let one = if running.len() > 1 { "ask-end-only" } else { "ask-end-one" };
    let mut buttons: Vec<_> = running.iter().map(|step| button(one, &[*step])).collect();
    if running.len() > 1 {
        buttons.push(button("ask-end-all", running));
    }
    if start && view.incident.next_step().is_some() && !running.is_empty() {
        buttons.push(button("ask-end-none", &[]));
    }
    buttons.push((lang.say("ask-no"), None));
    let lines: Vec<_> = running.iter().map(|step| standing(view, step, lang)).collect();
    let selected = state.cursor.timeline_step(view.incident).filter(|_| state.place() == Place::Timeline);
    let is_late = |step: &&Step| view.incident.step_clock(step, view.now).lateness == Lateness::Late;
    let at = running.iter().position(|step| selected.as_ref() == Some(&step.id));
    let at = at.or_else(|| running.iter().position(is_late)).unwrap_or(0);
    state.open(Overlay::Confirm(Confirm::rows(action.sentence(lang), lines.join("\n"), buttons, at)));
}

/// How late a running step is, and how many of its tasks are open.
fn standing(view: &View<'_>, step: &Step, lang: Lang) -> String {
    let clock = view.incident.step_clock(step, view.now);
    let line = lang.say_with("ask-end-open", &vars![step = step.title.as_str(), open = open(step)]);
    if clock.lateness == Lateness::Late {
        let over = lang.say_with("phase-over", &vars![over = lang.duration(clock.over())]);
        format!("{line} · {over}")
    } else {
        line
    }
}

fn open(step: &Step) -> usize {
    let (over, all) = step.progress();
    all - over
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
    match selected {
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

fn act(state: &mut State, view: &View<'_>, step: &Step, choice: Choice) {
    match choice {
        Choice::Send(command) => state.send(command),
        Choice::Ask(question) => state.ask(view, |view, lang| question.ask(view, lang)),
        _ => pick_place_of(state, view, &step.id),
    }
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

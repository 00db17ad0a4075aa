//! The result of a window: a choice, an answer, another window.

use super::act::{duty, steps};
use super::action::Page;
use super::asking::Answer;
use super::cursor::Pane;
use super::effect::{Effect, Reported, Unanswered};
use super::help::Help;
use super::notice::{self, Tone};
use super::overlay::Overlay;
use super::overlay::turn::{Choice, Turn};
use super::page::updates;
use super::reading::Reading;
use super::run::run;
use super::state::{Asked, State};
use super::view::View;
use super::world::World;
use crate::incident::IncidentId;

/// Applies the result of a key or click in a window.
pub fn settle(state: &mut State, world: World<'_>, turn: Turn) {
    match (turn, world) {
        (Turn::Close, _) => state.overlay = state.behind.pop(),
        (Turn::Choose(choice), _) => {
            state.overlay = state.behind.pop();
            choose(state, world, choice);
        }
        (Turn::Answer(answer), _) => send(state, answer),
        (Turn::Preview, _) => updates::preview(state),
        (Turn::Help, _) => state.open_above(Overlay::Reading(Reading::new(Help))),
        (Turn::Pick(picker), _) => state.open_above(Overlay::Picker(*picker)),
        (Turn::Copy(text), _) => {
            state.request(Effect::Copy(text));
            state.show_notice(Tone::Good, state.look.lang.say("ask-report-copied"));
        }
        (Turn::Draft(occasion), World::Room(view)) => updates::draft(state, view, occasion),
        (Turn::Filter(filter), World::Room(view)) => state.filter(view, filter),
        (Turn::Stay, _) | (Turn::Draft(_) | Turn::Filter(_), World::Start(_)) => {}
    }
}

/// Sends a form's answer; the window waits in case it is refused.
fn send(state: &mut State, answer: Answer) {
    let window = std::mem::replace(&mut state.overlay, state.behind.pop());
    let (effect, opens) = match answer {
        Answer::Send(command) => (Effect::Send(command), false),
        Answer::Open(opening) => (Effect::Open(opening), true),
        Answer::Play(play) => return state.request(Effect::Play(play)),
    };
    state.asked.push_back(Asked { window, opens });
    state.request(effect);
}

fn choose(state: &mut State, world: World<'_>, choice: Choice) {
    match (choice, world) {
        (Choice::Act(action), _) => run(state, world, action),
        (Choice::Play(play), _) => state.request(Effect::Play(play)),
        (Choice::ShowChapter(chapter), _) => {
            if let Some(Overlay::Report(report)) = &mut state.overlay {
                report.show_chapter(chapter);
            }
        }
        (choice, World::Room(view)) => choose_in_room(state, view, choice),
        (_, World::Start(_)) => {}
    }
}

fn choose_in_room(state: &mut State, view: &View<'_>, choice: Choice) {
    match choice {
        Choice::Send(command) => state.send(command),
        Choice::Ask(question) => state.ask(view, |view, lang| question.ask(view, lang)),
        Choice::MoveStep(step) => steps::pick_place_of(state, view, &step),
        Choice::Filter(filter) => state.filter(view, filter),
        Choice::Offer(duty, to) => duty::offer(state, view, duty, to),
        Choice::ShowTask(task) => {
            state.cursor.page = Page::Room;
            state.cursor.pane = Pane::Tasks;
            state.cursor.select_task(view.incident, &task);
        }
        Choice::ShowStep(step) => {
            state.cursor.step = Some(step);
            if state.cursor.page != Page::Timeline {
                state.cursor.page = Page::Room;
                state.cursor.pane = Pane::Timeline;
            }
        }
        Choice::Act(_) | Choice::Play(_) | Choice::ShowChapter(_) => {}
    }
}

/// Handles the answer to the oldest request: a notice, or the form again with why it was refused.
pub fn answered(state: &mut State, world: World<'_>, answer: Result<(), Unanswered>) {
    let Some(asked) = state.asked.pop_front() else { return };
    let lang = state.look.lang;
    let why = match (answer, world) {
        (Ok(()), World::Room(view)) if !asked.opens => {
            if let Some(done) = notice::done(view, lang) {
                state.show_notice(Tone::Good, done);
            }
            return;
        }
        (Ok(()), _) => return,
        (Err(Unanswered::Refused(refusal)), World::Room(view)) => lang.refusal_in(&refusal, view.incident.zone),
        (Err(Unanswered::Refused(refusal)), World::Start(_)) => lang.refusal(&refusal),
        (Err(Unanswered::ReadOnly(why)), _) => why,
    };
    match asked.window.and_then(|window| window.refused(&why)) {
        // The typed text comes back, above whatever was opened since.
        Some(window) => state.open_above(window),
        None => state.show_notice(Tone::Bad, why),
    }
}

/// Passes a report to the window that waits for it, if it is still open.
pub fn reported(state: &mut State, of: &IncidentId, reported: Result<Box<Reported>, String>) {
    let Some(Overlay::Report(report)) = &mut state.overlay else { return };
    match reported {
        _ if !report.awaits(of) => {}
        Ok(reported) => report.take(reported),
        Err(why) => {
            state.overlay = state.behind.pop();
            state.show_notice(Tone::Bad, why);
        }
    }
}

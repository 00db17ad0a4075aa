//! Requests between people: help, duties offered and accepted, command taken.

use crate::incident::{
    Command, Duty, DutyCommand, HelpCall, HelpCommand, Line, Offer, PersonName, Prose, Right, RoleId,
};
use crate::lang::vars;
use crate::ui::action::{Action, Page, Place};
use crate::ui::asking::Question;
use crate::ui::banner::{may_answer, name};
use crate::ui::may::{Asks, allowed, open_roles};
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::page::people::rows::{about, people};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::confirm::Confirm;
use crate::ui::widget::picker::Item;

pub mod forms;

pub fn offer_command(state: &mut State, view: &View<'_>) {
    offer(state, view, Duty::Command, None);
}

pub fn accept_offer(state: &mut State, view: &View<'_>) {
    match view.incident.offers.iter().find(|offer| offer.to == *view.me) {
        Some(offer) => show_offer(state, view, offer),
        None => state.warn("ask-no-offer"),
    }
}

/// Declines or withdraws an offer.
pub fn drop_offer(state: &mut State, view: &View<'_>) {
    let is_mine = |offer: &&Offer| offer.from == *view.me || offer.to == *view.me;
    match view.incident.offers.iter().map(AsRef::as_ref).find(is_mine) {
        Some(offer) => show_offer(state, view, offer),
        None => state.warn("ask-no-offer"),
    }
}

pub fn take_command(state: &mut State, view: &View<'_>) {
    if view.is_in_command() {
        state.warn("ask-in-command");
    } else {
        state.fill_in(view, forms::take_command(view, state.look.lang));
    }
}

/// The call is about the selected task, if it is not over.
pub fn ask_help(state: &mut State, view: &View<'_>) {
    let on_tasks = matches!(state.place(), Place::Tasks | Place::Mine);
    let task = state.cursor.selected_task(view).filter(|(_, task)| on_tasks && !task.state.is_over());
    let task = task.map(|(_, task)| task.id.clone());
    state.ask(view, |view, lang| forms::help(view, lang, task));
}

pub fn answer_help(state: &mut State, view: &View<'_>) {
    let lang = state.look.lang;
    let calls: Vec<&HelpCall> = view.incident.calls.iter().map(AsRef::as_ref).collect();
    let mine: Vec<_> = calls.into_iter().filter(|call| may_answer(view, call.seq)).collect();
    match mine[..] {
        [] => state.warn("ask-no-call"),
        [call] => state.send(Command::Help(HelpCommand::Answer { call: call.seq })),
        _ => {
            let items = mine.iter().map(|call| {
                let choice = Choice::Send(Command::Help(HelpCommand::Answer { call: call.seq }));
                Item::new(format!("{} : {}", call.by, call.text), choice)
            });
            state.pick(Action::AnswerHelp.sentence(lang), items.collect());
        }
    }
}

/// Picks a role to hand over, own roles first.
pub fn offer_role(state: &mut State, view: &View<'_>) {
    let mine = view.my_roles();
    let mut roles = open_roles(view);
    roles.sort_by_key(|role| !mine.contains(&role));
    if let [role] = &roles[..] {
        offer(state, view, Duty::Role(role.clone()), None);
        return;
    }
    let items = roles.iter().map(|id| {
        let name = view.incident.role(id).map_or_else(|| id.to_string(), |role| role.name.to_string());
        let holders = people(view).into_iter().filter(|it| view.roles_of(it.name).contains(&id));
        let holders: Vec<_> = holders.map(|it| it.name.to_string()).collect();
        Item::new(name, Choice::Offer(Duty::Role(id.clone()), None)).detail(holders.join(", "))
    });
    state.pick(Action::OfferRole.sentence(state.look.lang), items.collect());
}

/// Picks who loses a role, of those who took one over here.
pub fn revoke_role(state: &mut State, view: &View<'_>) {
    let lang = state.look.lang;
    let incident = view.incident;
    let items: Vec<_> = incident
        .roles()
        .iter()
        .flat_map(|role| incident.takers(&role.id).map(move |person| (role, person)))
        .map(|(role, person)| {
            let command = Command::Duty(DutyCommand::RevokeRole { role: role.id.clone(), person: person.clone() });
            Item::new(role.name.to_string(), Choice::Send(command)).detail(person.to_string())
        })
        .collect();
    if items.is_empty() {
        state.warn("ask-none-taken-over");
        return;
    }
    state.pick(Action::RevokeRole.sentence(lang), items);
}

/// Picks who gets a duty, then asks for the briefing.
pub fn offer(state: &mut State, view: &View<'_>, duty: Duty, to: Option<PersonName>) {
    let lang = state.look.lang;
    let briefing = Prose::default();
    let command = Command::Duty(DutyCommand::Offer { duty: duty.clone(), to: view.me.clone(), briefing });
    if let Err(refusal) = allowed(view, &command) {
        state.refuse(view, &refusal);
        return;
    }
    // An observer could not accept.
    let acts = |name: &PersonName| view.person(name).is_none_or(|it| it.right > Right::Observer);
    let others: Vec<_> = people(view).into_iter().filter(|it| it.name != view.me && acts(it.name)).collect();
    let selected = people(view).get(state.cursor.row).map(|it| it.name.clone());
    let selected = selected.filter(|name| state.cursor.page == Page::People && name != view.me && acts(name));
    if let Some(to) = to.or(selected) {
        state.ask(view, |view, lang| forms::offer(view, lang, duty, to));
        return;
    }
    if others.is_empty() {
        state.warn("ask-nobody-else");
        return;
    }
    let items = others.iter().map(|somebody| {
        let choice = Choice::Offer(duty.clone(), Some(somebody.name.clone()));
        Item::new(somebody.name.to_string(), choice).detail(about(view, somebody, lang))
    });
    let title = lang.say_with("ask-offer-whom", &vars![duty = name(view.incident, &duty, lang)]);
    state.pick(title, items.collect());
}

pub fn show_offer(state: &mut State, view: &View<'_>, offer: &Offer) {
    let lang = state.look.lang;
    let duty = name(view.incident, &offer.duty, lang);
    let choice = |command| Some(Choice::Send(command));
    let drop = || choice(Command::Duty(DutyCommand::DropOffer { duty: offer.duty.clone() }));
    let (key, waits, person, mut buttons) = if offer.to == *view.me {
        let accept = choice(Command::Duty(DutyCommand::Accept { duty: offer.duty.clone() }));
        let buttons = vec![(lang.say("ask-accept"), accept), (lang.say("ask-decline"), drop())];
        ("ask-offered-by", "ask-offer-to-me", &offer.from, buttons)
    } else {
        ("ask-offered-to", "ask-offer-by-me", &offer.to, vec![(lang.say("ask-withdraw"), drop())])
    };
    buttons.push((lang.say("ask-later"), None));
    let title = lang.say_with(key, &vars![person = person.as_str(), duty]);
    let briefing = if offer.briefing.is_empty() { lang.say("ask-no-briefing") } else { offer.briefing.to_string() };
    let at = lang.time(view.incident.wall(offer.at), view.incident.zone);
    let words = vars![person = person.as_str(), at, span = lang.duration(view.now - offer.at)];
    let text = format!("{}\n\n{briefing}", lang.say_with(waits, &words));
    state.open(Overlay::Confirm(Confirm::card(title, text, buttons)));
}

pub fn show_call(state: &mut State, view: &View<'_>, call: &HelpCall) {
    let lang = state.look.lang;
    let incident = view.incident;
    let at = lang.time(incident.wall(call.at), incident.zone);
    let title = lang.say_with("ask-call-of", &vars![person = call.by.as_str(), at]);
    let mut text = call.text.to_string();
    if let Some(by) = &call.taken_by {
        text = format!("{text}\n{}", lang.say_with("ask-call-taken", &vars![person = by.as_str()]));
    }
    if let Some((by, reply)) = &call.reply {
        let words = vars![person = by.as_str(), text = reply];
        text = format!("{text}\n{}", lang.say_with("ask-call-replied", &words));
    }
    let task = call.task.as_ref().and_then(|id| incident.task(id));
    if let Some((step, task)) = task {
        text = format!("{text}\n\n{} · {}", task.title, step.title);
    }
    if let Some(person) = view.person(&call.by) {
        let ways = [&person.phone, &person.chat, &person.mail].into_iter().filter(|way| !way.is_empty());
        let ways: Vec<&str> = ways.map(Line::as_str).collect();
        if !ways.is_empty() {
            text = format!("{text}\n\n{} : {}", call.by, ways.join(" · "));
        }
    }
    let mut buttons = Vec::new();
    if may_answer(view, call.seq) {
        let seq = call.seq;
        let send = |command| Some(Choice::Send(Command::Help(command)));
        if call.by != *view.me {
            let (key, command) = if call.taken_by.as_ref() == Some(view.me) {
                ("ask-call-release", HelpCommand::Release { call: seq })
            } else {
                ("ask-call-take", HelpCommand::Take { call: seq })
            };
            buttons.push((lang.say(key), send(command)));
        }
        let key = if call.by == *view.me { "ask-call-no-more" } else { "ask-call-answered" };
        buttons.push((lang.say(key), Some(Choice::Send(Command::Help(HelpCommand::Answer { call: call.seq })))));
        let reply = Question::new(move |view, lang| forms::reply(view, lang, seq));
        buttons.insert(1, (lang.say("ask-call-reply-button"), Some(Choice::Ask(reply))));
    }
    if let Some((_, task)) = task {
        buttons.push((lang.say("ask-show-task"), Some(Choice::ShowTask(task.id.clone()))));
    }
    buttons.push((lang.say("ask-later"), None));
    state.open(Overlay::Confirm(Confirm::rows(title, text, buttons, 0)));
}

pub fn asks_answer(_: &State, view: &View<'_>) -> Asks {
    let call = view.incident.calls.first();
    call.map_or(Asks::Nothing, |call| Asks::Command(Command::Help(HelpCommand::Answer { call: call.seq })))
}

pub fn asks_offer_role(_: &State, view: &View<'_>) -> Asks {
    role(view).map_or(Asks::Nothing, |role| {
        let (to, briefing) = (view.me.clone(), Prose::default());
        Asks::Command(Command::Duty(DutyCommand::Offer { duty: Duty::Role(role), to, briefing }))
    })
}

pub fn asks_revoke(_: &State, view: &View<'_>) -> Asks {
    let revoke = |role| Asks::Command(Command::Duty(DutyCommand::RevokeRole { role, person: view.me.clone() }));
    role(view).map_or(Asks::Nothing, revoke)
}

pub fn asks_command(_: &State, _: &View<'_>) -> Asks {
    Asks::Command(Command::Duty(DutyCommand::TakeCommand { reason: Line::default() }))
}

/// A role of the person, or any.
fn role(view: &View<'_>) -> Option<RoleId> {
    let own = view.my_roles().first().copied();
    own.or_else(|| view.incident.roles().first().map(|role| &role.id)).cloned()
}

//! What people ask of each other: help, a duty offered and accepted, command taken.

use super::action::Action;
use super::ask::Question;
use super::banner::{self, Banner};
use super::cursor::{self, Page};
use super::may::{allowed, open_roles};
use super::notice::Tone;
use super::overlay::confirm::Confirm;
use super::overlay::picker::{Item, Picker};
use super::overlay::reader::{Reader, Reading};
use super::overlay::{Choice, Overlay};
use super::{Effect, Elsewhere, Overdue, Screen, View};
use crate::incident::{
    Command, Duty, DutyCommand, HelpCall, HelpCommand, Line, Offer, PersonName, Prose, Right, Seq,
};

impl Screen {
    pub(super) fn act_on_people(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        let incident = view.incident;
        match action {
            Action::Attend => self.attend_to_next(view, effects),
            Action::AskHelp => self.ask_help(view),
            Action::AnswerHelp => self.answer_help(view, effects),
            Action::OfferCommand => self.offer(view, Duty::Command, None),
            Action::OfferRole => self.pick_role(view),
            Action::AcceptOffer => match incident.offers.iter().find(|offer| offer.to == *view.me) {
                Some(offer) => self.show_offer(view, offer),
                None => self.tell(Tone::Bad, self.look.lang.say("ask-no-offer")),
            },
            Action::DropOffer => {
                let me = view.me;
                match incident.offers.iter().find(|offer| offer.from == *me || offer.to == *me) {
                    Some(offer) => self.show_offer(view, offer),
                    None => self.tell(Tone::Bad, self.look.lang.say("ask-no-offer")),
                }
            }
            Action::RevokeRole => self.revoke_role(view),
            Action::TakeCommand if view.is_in_command() => {
                self.tell(Tone::Bad, self.look.lang.say("ask-in-command"));
            }
            Action::TakeCommand => self.ask(view, Question::TakeCommand),
            _ => {}
        }
    }

    /// Opens what asks for whoever looks, one after the other.
    fn attend_to_next(&mut self, view: &View<'_>, effects: &mut Vec<Effect>) {
        let banners = self.attention.banners(view);
        let last = self.attended.as_ref().and_then(|last| banners.iter().position(|banner| banner == last));
        let next = last.map_or(0, |last| (last + 1) % banners.len());
        match banners.get(next) {
            Some(banner) => self.attend_to(view, banner, effects),
            None => self.tell(Tone::Good, self.look.lang.say("ask-nothing-asks")),
        }
    }

    /// Opens one banner by its place.
    pub(super) fn attend_to_place(&mut self, view: &View<'_>, place: usize, effects: &mut Vec<Effect>) {
        if let Some(banner) = self.attention.banners(view).get(place) {
            self.attend_to(view, banner, effects);
        }
    }

    fn attend_to(&mut self, view: &View<'_>, banner: &Banner, effects: &mut Vec<Effect>) {
        self.attended = Some(banner.clone());
        self.attention.see(banner);
        if view.playback.is_some() {
            return self.read_banner(view, banner);
        }
        let incident = view.incident;
        match banner {
            Banner::Offered(duty) | Banner::Offering(duty) => {
                if let Some(offer) = incident.offer(duty) {
                    self.show_offer(view, offer);
                }
            }
            Banner::Call(seq) => {
                if let Some(call) = incident.call(*seq) {
                    self.show_call(view, call);
                }
            }
            Banner::Elsewhere(Elsewhere { incident, .. }) | Banner::Overdue(Overdue { incident, .. }) => {
                effects.push(Effect::Enter(incident.clone()));
            }
            Banner::Gone => self.ask(view, Question::TakeCommand),
            Banner::Mention(seq) => {
                self.show_in_log(view, *seq);
                self.overlay = Some(Overlay::Reader(Reader::new(Reading::Entry(*seq))));
            }
            Banner::Missed(missed) => self.show_in_log(view, missed.from),
            Banner::Proposal(seq) | Banner::Proposing(seq) => self.show_proposal(view, *seq, effects),
            Banner::Late(audiences) => self.see_to_late(view, audiences, effects),
            Banner::ToFix(targets) => self.show_targets(view, targets),
            Banner::Unsettled => self.show_targets(view, &[]),
        }
    }

    /// The log's page, at an entry, with nothing filtered out.
    fn show_in_log(&mut self, view: &View<'_>, seq: Seq) {
        self.show_page(Page::Log);
        self.filter(view, super::log_list::Filter::default());
        if let Some(place) = self.log.place(seq) {
            let drawn = self.hits.borrow().entries();
            self.cursor.show_entry(&self.log, place, drawn);
        }
    }

    fn show_offer(&mut self, view: &View<'_>, offer: &Offer) {
        let lang = self.look.lang;
        let duty = banner::name(view.incident, &offer.duty, lang);
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
        let title = lang.say_with(key, &[("person", person.as_str().into()), ("duty", duty.into())]);
        let briefing =
            if offer.briefing.is_empty() { lang.say("ask-no-briefing") } else { offer.briefing.to_string() };
        let at = lang.time(view.incident.wall(offer.at), view.incident.zone);
        let words = [
            ("person", person.as_str().into()),
            ("at", at.into()),
            ("span", lang.duration(view.now - offer.at).into()),
        ];
        let text = format!("{}\n\n{briefing}", lang.say_with(waits, &words));
        self.overlay = Some(Overlay::Confirm(Confirm::card(title, text, buttons)));
    }

    fn show_call(&mut self, view: &View<'_>, call: &HelpCall) {
        let lang = self.look.lang;
        let incident = view.incident;
        let at = lang.time(incident.wall(call.at), incident.zone);
        let title = lang.say_with("ask-call-of", &[("person", call.by.as_str().into()), ("at", at.into())]);
        let mut text = call.text.to_string();
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
        if banner::may_answer(view, call.seq) {
            let key = if call.by == *view.me { "ask-call-no-more" } else { "ask-call-answered" };
            buttons.push((
                lang.say(key),
                Some(Choice::Send(Command::Help(HelpCommand::Answer { call: call.seq }))),
            ));
        }
        if let Some((_, task)) = task {
            buttons.push((lang.say("ask-show-task"), Some(Choice::ShowTask(task.id.clone()))));
        }
        buttons.push((lang.say("ask-later"), None));
        self.overlay = Some(Overlay::Confirm(Confirm::card(title, text, buttons)));
    }

    /// A call is about the selected task, where one is selected that is not over.
    fn ask_help(&mut self, view: &View<'_>) {
        let on_tasks = matches!(self.place(), super::Place::Tasks | super::Place::Mine);
        let task = self.cursor.selected_task(view).filter(|(_, task)| on_tasks && !task.state.is_over());
        self.ask(view, Question::AskHelp(task.map(|(_, task)| task.id.clone())));
    }

    fn answer_help(&mut self, view: &View<'_>, effects: &mut Vec<Effect>) {
        let lang = self.look.lang;
        let calls: Vec<&HelpCall> = view.incident.calls.iter().map(AsRef::as_ref).collect();
        let mine: Vec<_> = calls.into_iter().filter(|call| banner::may_answer(view, call.seq)).collect();
        match mine[..] {
            [] => self.tell(Tone::Bad, lang.say("ask-no-call")),
            [call] => self.send(Command::Help(HelpCommand::Answer { call: call.seq }), effects),
            _ => {
                let items = mine.iter().map(|call| {
                    let choice = Choice::Send(Command::Help(HelpCommand::Answer { call: call.seq }));
                    Item::new(format!("{} : {}", call.by, call.text), choice)
                });
                let picker = Picker::new(Action::AnswerHelp.sentence(lang), items.collect());
                self.overlay = Some(Overlay::Picker(picker));
            }
        }
    }

    /// Which role is handed over: one's own come first.
    fn pick_role(&mut self, view: &View<'_>) {
        let mine = view.my_roles();
        let mut roles = open_roles(view);
        roles.sort_by_key(|role| !mine.contains(&role));
        if let [role] = &roles[..] {
            return self.offer(view, Duty::Role(role.clone()), None);
        }
        let items = roles.iter().map(|id| {
            let name = view.incident.role(id).map_or_else(|| id.to_string(), |role| role.name.to_string());
            let holders = cursor::people(view).into_iter().filter(|it| view.roles_of(it.name).contains(&id));
            let holders: Vec<_> = holders.map(|it| it.name.to_string()).collect();
            Item::new(name, Choice::Offer(Duty::Role(id.clone()), None)).detail(holders.join(", "))
        });
        let picker = Picker::new(Action::OfferRole.sentence(self.look.lang), items.collect());
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// From whom a role is taken back: whoever took one over here.
    fn revoke_role(&mut self, view: &View<'_>) {
        let lang = self.look.lang;
        let incident = view.incident;
        let items: Vec<_> = incident
            .roles()
            .iter()
            .flat_map(|role| incident.takers(&role.id).map(move |person| (role, person)))
            .map(|(role, person)| {
                let command =
                    Command::Duty(DutyCommand::RevokeRole { role: role.id.clone(), person: person.clone() });
                Item::new(role.name.to_string(), Choice::Send(command)).detail(person.to_string())
            })
            .collect();
        if items.is_empty() {
            return self.tell(Tone::Bad, lang.say("ask-none-taken-over"));
        }
        let picker = Picker::new(Action::RevokeRole.sentence(lang), items);
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// To whom a duty goes, then what they have to know.
    pub(super) fn offer(&mut self, view: &View<'_>, duty: Duty, to: Option<PersonName>) {
        let lang = self.look.lang;
        let briefing = Prose::default();
        let command = Command::Duty(DutyCommand::Offer { duty: duty.clone(), to: view.me.clone(), briefing });
        if let Err(refusal) = allowed(view, &command) {
            return self.tell_refusal(view, &refusal);
        }
        // Whoever only reads could not accept.
        let acts = |name: &PersonName| view.person(name).is_none_or(|it| it.right > Right::Observer);
        let people = cursor::people(view).into_iter().filter(|it| it.name != view.me && acts(it.name));
        let people: Vec<_> = people.collect();
        let selected = cursor::people(view).get(self.cursor.row).map(|it| it.name.clone());
        let selected =
            selected.filter(|name| self.cursor.page == Page::People && name != view.me && acts(name));
        if let Some(to) = to.or(selected) {
            let briefing = lang.briefing(view.incident, view.now, view.incident.zone);
            return self.ask(view, Question::Offer { duty, to, briefing });
        }
        if people.is_empty() {
            return self.tell(Tone::Bad, lang.say("ask-nobody-else"));
        }
        let items = people.iter().map(|somebody| {
            let choice = Choice::Offer(duty.clone(), Some(somebody.name.clone()));
            Item::new(somebody.name.to_string(), choice).detail(self.about(view, somebody))
        });
        let title =
            lang.say_with("ask-offer-whom", &[("duty", banner::name(view.incident, &duty, lang).into())]);
        self.overlay = Some(Overlay::Picker(Picker::new(title, items.collect())));
    }

    /// Who somebody is, beside their name in a list.
    pub(super) fn about(&self, view: &View<'_>, somebody: &cursor::Somebody<'_>) -> String {
        let lang = self.look.lang;
        let mut about = Vec::new();
        if somebody.name == view.me {
            about.push(lang.say("ask-me"));
        }
        let roles = view.roles_of(somebody.name).into_iter().filter_map(|role| view.incident.role(role));
        about.extend(roles.map(|role| role.name.to_string()));
        if about.is_empty()
            && let Some(known) = somebody.known
        {
            about.push(lang.right(known.right));
        }
        about.push(if somebody.here.is_empty() { "○".to_owned() } else { "●".to_owned() });
        about.join(" · ")
    }
}

//! Banners: calls for help, offers, an absent commander, mentions, missed entries.
//!
//! Each is a line below the header until it is handled, and rings once.

use fluent_bundle::FluentValue;

use super::may::allowed;
use super::mention::speaks_to;
use super::page::updates::rows::{audience_name, gist, proposal_of, sees_to_it};
use super::view::{Elsewhere, Overdue, View, to_the_minute};
use crate::incident::{
    AudienceId, Command, Duty, DutyCommand, DutyEvent, Entry, Event, HelpCommand, HelpEvent, Incident, Line, Matter,
    Moment, PersonName, Right, Seq, TargetName, TaskEvent, UpdateEvent, forecast,
};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Banner {
    /// A duty is offered to me.
    Offered(Duty),
    /// By record.
    Call(Seq),
    Elsewhere(Elsewhere),
    Overdue(Overdue),
    /// The commander is gone, and I may take command.
    Gone,
    /// Awaits my approval, by record.
    Proposal(Seq),
    /// Something in the incident that needs someone.
    Matter(Needed),
    /// The delivery settings were rejected, and I am responsible.
    Unsettled,
    /// Targets that accept nothing, and I am responsible.
    ToFix(Vec<TargetName>),
    Proposing(Seq),
    /// An entry that mentions me.
    Mention(Seq),
    /// My own open offer.
    Offering(Duty),
    /// What happened while I was away.
    Missed(Missed),
}

/// A second of an incident, in a language: what sentences depend on.
type Second = (Moment, Seq, i64, Lang);

/// A matter, and its sentence at the last second.
#[derive(Clone, Debug, Eq)]
pub struct Needed {
    pub matter: Matter,
    text: String,
}

impl PartialEq for Needed {
    fn eq(&self, other: &Self) -> bool {
        self.matter == other.matter
    }
}

/// Entries that others wrote while someone was away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    pub left_at: Moment,
    /// The first of them.
    pub from: Seq,
    pub count: usize,
}

/// What a screen has announced, and what is still unread.
#[derive(Debug, Default)]
pub struct Attention {
    /// The last record seen.
    heard: Option<Seq>,
    /// Unread entries that mention me.
    mentions: Vec<Seq>,
    missed: Option<Missed>,
    /// What needs someone in the incident, and at which second it was so, in which language.
    matters: (Option<Second>, Vec<Needed>),
    /// My open offers at that time.
    offering: Vec<Duty>,
    faulty: Vec<TargetName>,
}

/// An announcement with a bell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// A banner shows it too.
    Repeated(String),
    /// Nothing else shows it.
    Alone(String),
}

/// How many entries a first-time visitor's mentions are searched in.
const FIRST_LOOK: usize = 500;

impl Attention {
    /// Returns what must be announced of new entries.
    pub fn follow(&mut self, view: &View<'_>, lang: Lang) -> Vec<Announcement> {
        let incident = view.incident;
        let announcement = match self.heard.replace(incident.seq) {
            None => {
                self.come_in(view);
                Vec::new()
            }
            Some(heard) if heard < incident.seq => {
                let newer = std::iter::successors(Some(heard.next()), |seq| Some(seq.next()));
                let newer = newer.map_while(|seq| incident.log.get(seq));
                newer.filter_map(|entry| self.hear(view, entry, lang)).collect()
            }
            Some(_) => return Vec::new(),
        };
        let mine = incident.offers.iter().filter(|offer| offer.from == *view.me);
        self.offering = mine.map(|offer| offer.duty.clone()).collect();
        self.faulty = incident.faults.keys().cloned().collect();
        announcement
    }

    fn come_in(&mut self, view: &View<'_>) {
        let log = &view.incident.log;
        let since = view.left.map_or(Seq::ZERO, |left| left.seq);
        let newer = || log.iter().rev().take_while(|entry| entry.seq > since);
        let spoken = newer().take(FIRST_LOOK).filter(|entry| speaks_to(entry, view.me));
        let spoken = spoken.filter(|entry| !matches!(entry.event, Event::Help(HelpEvent::Asked { .. })));
        self.mentions = spoken.map(|entry| entry.seq).collect();
        self.mentions.reverse();
        self.missed = view.left.and_then(|left| {
            let others = newer().filter(|entry| entry.by.person != *view.me && !entry.by.is_system());
            let (count, from) = others.fold((0, None), |(count, _), entry| (count + 1, Some(entry.seq)));
            Some(Missed { left_at: left.at, from: from?, count })
        });
    }

    fn hear(&mut self, view: &View<'_>, entry: &Entry, lang: Lang) -> Option<Announcement> {
        let me = view.me;
        let by = &entry.by.person;
        if by == me || entry.undone.is_some() {
            return None;
        }
        let incident = view.incident;
        let text = |text: &str| FluentValue::from(text.to_owned());
        let person = ("person", text(by.as_str()));
        let duty = |duty: &Duty| ("duty", text(&name(incident, duty, lang)));
        let audience = |id: &AudienceId| ("audience", text(audience_name(incident, id)));
        // Whether a banner shows it too, its message and variables.
        let (is_repeated, key, words) = match &entry.event {
            Event::Help(HelpEvent::Asked { text: said, .. }) if may_answer(view, entry.seq) => {
                (true, "ask-alarm-call", vec![person, ("text", text(said.as_str()))])
            }
            Event::Duty(DutyEvent::Offered { duty: offered, to, .. }) if to == me => {
                (true, "ask-alarm-offer", vec![person, duty(offered)])
            }
            Event::Duty(DutyEvent::OfferDropped { duty: dropped }) if self.offering.contains(dropped) => {
                (false, "ask-alarm-declined", vec![person, duty(dropped)])
            }
            Event::Duty(DutyEvent::HandedOver { duty: given, from, to }) if from == me || *given == Duty::Command => {
                (false, "ask-alarm-handed-over", vec![("person", text(to.as_str())), duty(given)])
            }
            Event::Duty(DutyEvent::RoleRevoked { role, from }) if from == me => {
                (false, "ask-alarm-revoked", vec![person, duty(&Duty::Role(role.clone()))])
            }
            Event::Duty(DutyEvent::CommandTaken { from, .. }) => {
                (false, "ask-alarm-taken", vec![person, ("from", text(from.as_str()))])
            }
            Event::Task(TaskEvent::Assigned { task, person: Some(assignee) }) if assignee == me => {
                let task = incident.task(task).map_or("", |(_, task)| task.title.as_str());
                (false, "ask-alarm-assigned", vec![person, ("task", text(task))])
            }
            Event::Update(UpdateEvent::Proposed { audience: to, .. }) if incident.may_approve(view.who) => {
                (true, "ask-alarm-proposed", vec![person, audience(to)])
            }
            Event::Update(UpdateEvent::Posted(posted)) if is_by(incident, posted.proposal?, me) => {
                (false, "ask-alarm-approved", vec![person, audience(&posted.audience)])
            }
            Event::Update(UpdateEvent::Dropped { proposal }) if is_by(incident, *proposal, me) => {
                (false, "ask-alarm-dropped", vec![person])
            }
            Event::Update(UpdateEvent::Failed { target, reason, .. })
                if sees_to_it(view) && !self.faulty.contains(target) =>
            {
                self.faulty.push(target.clone());
                let words = vec![("target", text(target.as_str())), ("reason", text(reason.as_str()))];
                (true, "ask-alarm-to-fix", words)
            }
            _ if speaks_to(entry, me) => {
                let said = entry.text().map_or("", |text| text.as_str());
                (true, "ask-alarm-mention", vec![person, ("text", text(first_line(said)))])
            }
            _ => return None,
        };
        let announced = lang.say_with(key, &words);
        let announcement = if is_repeated { Announcement::Repeated(announced) } else { Announcement::Alone(announced) };
        // A call has a banner of its own.
        if speaks_to(entry, me) && !matches!(entry.event, Event::Help(HelpEvent::Asked { .. })) {
            self.mentions.push(entry.seq);
        }
        Some(announcement)
    }

    /// Whether it mentions me and is unread.
    pub fn is_unseen(&self, seq: Seq) -> bool {
        self.mentions.contains(&seq)
    }

    /// Marks it as read.
    pub fn see(&mut self, banner: &Banner) {
        match banner {
            Banner::Mention(seq) => self.mentions.retain(|other| other != seq),
            Banner::Missed(_) => self.missed = None,
            _ => {}
        }
    }

    pub fn see_entry(&mut self, seq: Seq) {
        self.see(&Banner::Mention(seq));
    }

    /// The banners, most urgent first.
    pub fn banners(&mut self, view: &View<'_>, lang: Lang) -> Vec<Banner> {
        let incident = view.incident;
        // A second is soon enough: keys come faster.
        let second = Some((incident.opened_at, incident.seq, view.now.timestamp(), lang));
        if self.matters.0 != second {
            self.matters = (second, matters(view, lang));
        }
        let offers = || incident.offers.iter();
        let to_me = offers().filter(|offer| offer.to == *view.me).map(|it| Banner::Offered(it.duty.clone()));
        let mine = offers().filter(|offer| offer.from == *view.me && offer.to != *view.me);
        let mine = mine.map(|offer| Banner::Offering(offer.duty.clone()));
        // One's own call comes after those of others.
        let (own, mut others): (Vec<_>, Vec<_>) = incident.calls.iter().partition(|call| call.by == *view.me);
        others.sort_by_key(|call| call.taken_by.is_some());
        let calls = others.into_iter().chain(own).map(|call| Banner::Call(call.seq));
        let gone = may_step_in(view).then_some(Banner::Gone);
        let approves = incident.may_approve(view.who);
        let (own, others): (Vec<_>, Vec<_>) = incident.proposals.iter().partition(|it| it.by == *view.me);
        let to_approve = others.iter().chain(&own).filter(|_| approves).map(|it| Banner::Proposal(it.seq));
        let proposing = own.iter().filter(|_| !approves).map(|it| Banner::Proposing(it.seq));
        let sees = sees_to_it(view);
        // After a damage no one knows what was sent.
        let matters = self.matters.1.iter().filter(|it| view.damaged.is_none() || !it.is_update()).cloned();
        let (updates, matters): (Vec<_>, Vec<_>) = matters.partition(Needed::is_update);
        let [updates, matters] = [updates, matters].map(|matters| matters.into_iter().map(Banner::Matter));
        let faulty = incident.faults.keys().filter(|_| sees).cloned().collect::<Vec<_>>();
        let faulty = (!faulty.is_empty()).then_some(Banner::ToFix(faulty));
        to_me
            .chain(calls)
            .chain(view.elsewhere.iter().cloned().map(Banner::Elsewhere))
            .chain(gone)
            .chain(updates)
            .chain((sees && view.unsettled.is_some()).then_some(Banner::Unsettled))
            .chain(faulty)
            .chain(to_approve)
            .chain(mine)
            .chain(matters)
            .chain(view.overdue.iter().cloned().map(Banner::Overdue))
            .chain(self.mentions.iter().map(|seq| Banner::Mention(*seq)))
            .chain(proposing)
            .chain(self.missed.map(Banner::Missed))
            .collect()
    }
}

/// What needs someone, without what a banner of its own addresses to a person.
fn matters(view: &View<'_>, lang: Lang) -> Vec<Needed> {
    let minute = to_the_minute(view.incident, view.now);
    let forecast = forecast(view.incident, minute);
    let mut matters = view.incident.attention(&forecast, view.now);
    matters.retain(|matter| {
        !matches!(matter, Matter::Call(_) | Matter::Offer(_) | Matter::Proposal(_) | Matter::TargetFailed(_))
    });
    let sentence = |matter: &Matter| lang.matter(view.incident, matter, &forecast, minute);
    matters.into_iter().map(|matter| Needed { text: sentence(&matter), matter }).collect()
}

impl Needed {
    const fn is_update(&self) -> bool {
        matches!(self.matter, Matter::UpdateLate(_) | Matter::UpdateDue(_))
    }
}

/// Whether the commander is gone and I may take command.
fn may_step_in(view: &View<'_>) -> bool {
    view.commander_gone
        && !view.is_in_command()
        && !view.incident.is_closed()
        && view.who.rights.right >= Right::Deputy
        && allowed(view, &Command::Duty(DutyCommand::TakeCommand { reason: Line::default() })).is_ok()
}

fn is_mine(view: &View<'_>, call: Seq) -> bool {
    view.incident.call(call).is_some_and(|call| call.by == *view.me)
}

fn is_taken(view: &View<'_>, call: Seq) -> bool {
    view.incident.call(call).is_some_and(|call| call.taken_by.is_some())
}

pub fn may_answer(view: &View<'_>, call: Seq) -> bool {
    allowed(view, &Command::Help(HelpCommand::Answer { call })).is_ok()
}

fn is_by(incident: &Incident, seq: Seq, person: &PersonName) -> bool {
    incident.log.get(seq).is_some_and(|entry| entry.by.person == *person)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// A duty's name in a sentence.
pub fn name(incident: &Incident, duty: &Duty, lang: Lang) -> String {
    match duty {
        Duty::Command => lang.say("ask-duty-command"),
        Duty::Role(id) => {
            let role = incident.role(id).map_or(id.as_str(), |role| role.name.as_str());
            lang.say_with("ask-duty-role", &vars![role])
        }
    }
}

impl Banner {
    /// Its line, and its tone.
    pub fn describe(&self, view: &View<'_>, lang: Lang) -> (String, Meaning) {
        match self {
            Self::Elsewhere(call) => (call.describe(lang), Meaning::BannerCall),
            Self::Overdue(overdue) => (overdue.describe(lang), Meaning::BannerQuiet),
            Self::Matter(Needed { matter, text }) => match matter {
                Matter::UpdateLate(_) => (format!("▲ {text}"), Meaning::BannerCall),
                Matter::UpdateDue(_) => (text.clone(), Meaning::BannerOffer),
                Matter::Blocked(_) => (format!("! {text}"), Meaning::BannerOffer),
                _ => (format!("▲ {text}"), Meaning::BannerOffer),
            },
            _ => match self.words(view, lang) {
                Some(words) => {
                    let (key, meaning) = self.message(view);
                    (lang.say_with(key, &words), meaning)
                }
                None => (String::new(), Meaning::Banner),
            },
        }
    }

    /// Its message and tone. In a replay no one is addressed: it says who was.
    fn message(&self, view: &View<'_>) -> (&'static str, Meaning) {
        let is_replay = view.playback.is_some();
        match self {
            Self::Offered(_) if is_replay => ("region-banner-offers", Meaning::BannerOffer),
            Self::Offered(_) => ("region-banner-offered", Meaning::BannerOffer),
            Self::Offering(_) if is_replay => ("region-banner-offers", Meaning::BannerQuiet),
            Self::Offering(_) => ("region-banner-offering", Meaning::BannerQuiet),
            Self::Call(seq) if is_taken(view, *seq) && !is_mine(view, *seq) => {
                ("region-banner-call", Meaning::BannerOffer)
            }
            Self::Call(seq) if !is_mine(view, *seq) => ("region-banner-call", Meaning::BannerCall),
            Self::Call(_) if is_replay => ("region-banner-call", Meaning::BannerOffer),
            Self::Call(_) => ("region-banner-own-call", Meaning::BannerOffer),
            Self::Gone => ("region-banner-gone", Meaning::BannerCall),
            Self::Mention(_) if is_replay => ("region-banner-mentions", Meaning::BannerMention),
            Self::Mention(_) => ("region-banner-mention", Meaning::BannerMention),
            Self::Proposal(_) => ("region-banner-proposal", Meaning::BannerOffer),
            Self::Proposing(_) if is_replay => ("region-banner-proposes", Meaning::BannerQuiet),
            Self::Proposing(_) => ("region-banner-proposing", Meaning::BannerQuiet),
            Self::Unsettled => ("region-banner-unsettled", Meaning::BannerOffer),
            Self::ToFix(_) => ("region-banner-to-fix", Meaning::BannerOffer),
            Self::Elsewhere(_) | Self::Overdue(_) | Self::Matter(_) => ("", Meaning::BannerQuiet),
            Self::Missed(_) => ("region-banner-missed", Meaning::BannerQuiet),
        }
    }

    /// The variables of its message; `None` if its subject is gone.
    fn words(&self, view: &View<'_>, lang: Lang) -> Option<Vec<(&'static str, FluentValue<'static>)>> {
        let incident = view.incident;
        let time = |at: Moment| FluentValue::from(lang.time(incident.wall(at), incident.zone));
        let text = |text: &str| FluentValue::from(text.to_owned());
        Some(match self {
            Self::Offered(duty) | Self::Offering(duty) => {
                let offer = incident.offer(duty)?;
                let (person, to) = (text(offer.from.as_str()), text(offer.to.as_str()));
                let duty = text(&name(incident, duty, lang));
                vec![("person", person), ("to", to), ("duty", duty), ("at", time(offer.at))]
            }
            Self::Call(seq) => {
                let call = incident.call(*seq)?;
                let (person, said) = (text(call.by.as_str()), text(call.text.as_str()));
                let task = call.task.as_ref().and_then(|id| incident.task(id));
                let task = task.map_or_else(String::new, |(_, task)| format!(" · {}", task.title));
                let taken = call
                    .taken_by
                    .as_ref()
                    .map_or_else(String::new, |by| lang.say_with("region-call-taken", &vars![person = by.as_str()]));
                let reply = call.reply.as_ref().map_or_else(String::new, |(by, text)| {
                    lang.say_with("region-call-reply", &vars![person = by.as_str(), text])
                });
                let words = vec![("person", person), ("text", said), ("task", task.into()), ("at", time(call.at))];
                words.into_iter().chain([("taken", taken.into()), ("reply", reply.into())]).collect()
            }
            Self::Gone => vec![("person", text(incident.commander.as_str()))],
            Self::Mention(seq) => {
                let entry = incident.log.get(*seq)?;
                let said = lang.entry(incident, entry).text;
                let (person, said) = (text(entry.by.person.as_str()), text(first_line(&said)));
                let at = lang.time(entry.wall, incident.zone).into();
                vec![("person", person), ("text", said), ("at", at), ("me", text(view.me.as_str()))]
            }
            Self::Proposal(seq) | Self::Proposing(seq) => {
                let proposal = incident.proposal(*seq)?;
                let (person, said) = (text(proposal.by.as_str()), text(&gist(proposal.text.as_str())));
                let audience = text(audience_name(incident, &proposal.audience));
                vec![("person", person), ("audience", audience), ("text", said), ("at", time(proposal.at))]
            }
            Self::Unsettled => vec![("why", text(view.unsettled.unwrap_or_default()))],
            Self::ToFix(targets) => {
                let faults = targets.iter().filter_map(|name| Some((name, incident.faults.get(name)?)));
                let faults = faults.map(|(name, fault)| format!("{name} ({})", fault.reason));
                vec![("targets", faults.collect::<Vec<_>>().join(", ").into())]
            }
            Self::Missed(missed) => vec![("count", missed.count.into()), ("at", time(missed.left_at))],
            Self::Elsewhere(_) | Self::Overdue(_) | Self::Matter(_) => return None,
        })
    }

    /// The word for its key; `None` if it has none.
    pub fn hint(&self, view: &View<'_>, lang: Lang) -> Option<String> {
        if view.playback.is_some() {
            let leads_on = matches!(self, Self::Matter(_)) || self.entry(view).is_some();
            return leads_on.then(|| lang.say("region-banner-read-only"));
        }
        Some(lang.say(match self {
            Self::Offered(_) | Self::Proposal(_) => "region-banner-read",
            Self::Matter(Needed { matter: Matter::UpdateLate(id) | Matter::UpdateDue(id), .. }) if sees_to_it(view) => {
                let is_proposed = proposal_of(view.incident, Some(id)).is_some();
                if is_proposed { "region-banner-read" } else { "region-banner-write" }
            }
            Self::Call(seq) if !is_mine(view, *seq) && may_answer(view, *seq) => "region-banner-answer",
            Self::Gone => "region-banner-take",
            Self::Elsewhere(_) | Self::Overdue(_) => "region-banner-go",
            _ => "region-banner-look",
        }))
    }

    /// The record that it is about, if there is one.
    pub fn entry(&self, view: &View<'_>) -> Option<Seq> {
        match self {
            Self::Call(seq) | Self::Mention(seq) | Self::Proposal(seq) | Self::Proposing(seq) => Some(*seq),
            Self::Offered(duty) | Self::Offering(duty) => view.incident.offer(duty).map(|offer| offer.seq),
            _ => None,
        }
    }
}

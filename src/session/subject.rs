//! The subject of a session: the start screen, a room with its newest state, or a recording.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::pending::changed;
use super::replayed::{Back, Replayed, Showing};
use super::reported::Origin;
use super::unrecorded::unrecorded;
use super::visitor::Visitor;
use crate::draft::Templates;
use crate::incident::{Line, Preview, Right, Signature, Situation, Status, TargetFact, Who};
use crate::lang::Lang;
use crate::notify::Dispatcher;
use crate::people::{self, Known};
use crate::room::{Health, Membership, OpenCall, ReadOnly, Room, Rooms, Snapshot, Start, Summary};
use crate::ui::{self, Elsewhere, Left, Listed, ListedPlan, Opening, Overdue, Person, View, World, Written, overdue};

pub enum Subject {
    Start(ui::Start),
    Room(Box<Inside>),
    Replayed(Box<Replayed>),
}

pub struct Inside {
    room: Room,
    changes: watch::Receiver<Arc<Snapshot>>,
    snapshot: Arc<Snapshot>,
    read_only: Option<String>,
    people: Option<Vec<Person>>,
    elsewhere: Vec<Elsewhere>,
    overdue: Vec<Overdue>,
    membership: Membership,
    /// The page that the others see this person on.
    looks_at: &'static str,
    delivery: Option<Delivery>,
    templates: watch::Receiver<Arc<Templates>>,
}

/// Message delivery of this host.
struct Delivery {
    dispatcher: Dispatcher,
    changes: watch::Receiver<Arc<[TargetFact]>>,
    targets: Arc<[TargetFact]>,
    troubles: watch::Receiver<Option<Line>>,
    /// Why the newest settings are not in effect.
    trouble: Option<Line>,
}

impl Subject {
    pub fn start(incidents: Vec<Summary>, plans: Vec<ListedPlan>, who: &Who) -> Self {
        let may_open = who.rights.right.may_open();
        let incidents = incidents.into_iter().map(listed).collect();
        Self::Start(ui::Start { incidents, plans, may_open, elsewhere: Vec::new(), overdue: Vec::new() })
    }

    pub fn of_room(room: Room, who: &Signature, visitor: &Visitor) -> Self {
        let membership = room.join(who.person.clone(), who.via.as_str());
        let changes = room.changes();
        let snapshot = room.snapshot();
        let delivery = visitor.dispatcher.as_ref().map(|dispatcher| Delivery {
            dispatcher: dispatcher.clone(),
            changes: dispatcher.changes(),
            targets: Arc::from([]),
            troubles: dispatcher.troubles(),
            trouble: None,
        });
        let mut inside = Inside {
            room,
            changes,
            snapshot,
            read_only: None,
            people: None,
            elsewhere: Vec::new(),
            overdue: Vec::new(),
            membership,
            looks_at: "",
            delivery,
            templates: visitor.templates.clone(),
        };
        inside.refresh(visitor.lang);
        Self::Room(Box::new(inside))
    }

    pub fn replayed(showing: Showing, back: Back, visitor: &Visitor, rooms: Rooms) -> Self {
        Self::Replayed(Box::new(Replayed::new(showing, back, Some(rooms), visitor.lang)))
    }

    pub fn recording(&mut self) -> Option<&mut Replayed> {
        let Self::Replayed(replayed) = self else { return None };
        Some(replayed)
    }

    pub fn origin(&self) -> Option<&Origin> {
        let Self::Replayed(replayed) = self else { return None };
        replayed.origin.as_ref()
    }

    pub fn is_recording(&self) -> bool {
        matches!(self, Self::Replayed(_))
    }

    pub fn is_start(&self) -> bool {
        matches!(self, Self::Start(_))
    }

    pub fn room(&self) -> Option<&Room> {
        let Self::Room(inside) = self else { return None };
        Some(&inside.room)
    }

    /// Shows a newer list; returns whether it differs.
    pub fn update_list(&mut self, incidents: Vec<Summary>) -> bool {
        let Self::Start(start) = self else { return false };
        let incidents: Vec<_> = incidents.into_iter().map(listed).collect();
        let changed = incidents != start.incidents;
        start.incidents = incidents;
        changed
    }

    /// Waits for a newer state, a change of targets, or more of a recording; for ever if nothing new can come.
    pub async fn changed(&mut self) {
        match self {
            Self::Start(_) => std::future::pending().await,
            Self::Room(inside) => inside.changed().await,
            Self::Replayed(replayed) => replayed.changed().await,
        }
    }

    /// Shows the others which page this screen is on.
    pub fn look_at(&mut self, page: &'static str) {
        if let Self::Room(inside) = self
            && inside.looks_at != page
        {
            inside.looks_at = page;
            inside.membership.look_at(&Line::new(page));
        }
    }

    /// Shows the people of the people file.
    pub fn update_people(&mut self, known: &Known) {
        if let Self::Room(inside) = self {
            inside.people = known.people.as_ref().map(|people| people.iter().map(person).collect());
        }
    }

    pub fn update_calls(&mut self, calls: &[OpenCall], who: &Who) -> &[Elsewhere] {
        let here = self.room().map(Room::id);
        let mine = |call: &&OpenCall| {
            Some(&call.incident) != here
                && call.call.by != who.by.person
                && (who.rights.right >= Right::Deputy || call.commander == who.by.person)
        };
        let theirs = calls.iter().filter(mine).map(elsewhere).collect();
        let elsewhere = match self {
            Self::Start(start) => &mut start.elsewhere,
            Self::Room(inside) => &mut inside.elsewhere,
            Self::Replayed(replayed) => &mut replayed.elsewhere,
        };
        *elsewhere = theirs;
        elsewhere
    }

    /// Returns whether what is overdue in other rooms has changed.
    pub fn update_overdue(&mut self, rooms: &[Room], who: &Who) -> bool {
        let here = self.room().map(Room::id);
        let others = rooms.iter().filter(|room| Some(room.id()) != here);
        let late = others.filter_map(|room| {
            let snapshot = room.snapshot();
            // A copy is the concern of the machine that it came from.
            let is_copy = snapshot.health == Health::ReadOnly(ReadOnly::Copy);
            let damaged = snapshot.damage();
            let view = View { damaged, ..View::new(&snapshot.incident, room.now(), who) };
            overdue(&view).filter(|_| !is_copy)
        });
        let late: Vec<_> = late.collect();
        let overdue = match self {
            Self::Start(start) => &mut start.overdue,
            Self::Room(inside) => &mut inside.overdue,
            // A replay shows the past.
            Self::Replayed(_) => return false,
        };
        let changed = *overdue != late;
        *overdue = late;
        changed
    }

    pub fn refresh(&mut self, lang: Lang) {
        match self {
            Self::Start(_) => {}
            Self::Room(inside) => inside.refresh(lang),
            Self::Replayed(replayed) => replayed.refresh(),
        }
    }

    /// Calls `use_it` with what there is to see, as of now.
    pub fn show<T>(&self, who: &Who, use_it: impl FnOnce(World<'_>) -> T) -> T {
        match self {
            Self::Start(start) => use_it(World::Start(start)),
            Self::Replayed(replayed) => replayed.show(|view| use_it(World::Room(view))),
            Self::Room(inside) => use_it(World::Room(&View {
                templates: Some(&inside.templates.borrow()),
                people: inside.people.as_deref(),
                present: &inside.snapshot.present,
                commander_gone: inside.room.commander_gone(),
                targets: inside.delivery.as_ref().map_or(&[], |delivery| &delivery.targets),
                unsettled: inside.delivery.as_ref().and_then(|delivery| delivery.trouble.as_ref()).map(Line::as_str),
                left: inside.membership.last_seen().map(|seen| Left { at: seen.at, seq: seen.seq }),
                elsewhere: &inside.elsewhere,
                overdue: &inside.overdue,
                read_only: inside.read_only.as_deref(),
                damaged: inside.snapshot.damage(),
                ..View::new(&inside.snapshot.incident, inside.room.now(), who)
            })),
        }
    }

    /// Returns how each target of an audience will show a text; none if this host sends nothing.
    pub fn previews(&self, written: &Written) -> Vec<Preview> {
        let Self::Room(inside) = self else { return Vec::new() };
        let Some(delivery) = &inside.delivery else { return Vec::new() };
        let Written { audience, text, .. } = written;
        delivery.dispatcher.previews(&inside.snapshot.incident, audience, text)
    }

    /// Returns how long the clocks show the same second.
    pub fn to_next_second(&self) -> Duration {
        const SECOND: u64 = 1000;
        let Self::Room(inside) = self else { return Duration::from_millis(SECOND) };
        let incident = &inside.snapshot.incident;
        if incident.pace.speed > 1 {
            return Duration::from_millis(SECOND);
        }
        let elapsed = inside.room.now() - incident.opened_at;
        let into = u64::try_from(elapsed.num_milliseconds()).unwrap_or(0) % SECOND;
        // A little past the second: a timer that is slightly early shows it all the same.
        Duration::from_millis(SECOND - into + 3)
    }
}

impl Inside {
    async fn changed(&mut self) {
        let delivery = async {
            let Some(delivery) = &mut self.delivery else { return std::future::pending().await };
            tokio::select! {
                () = changed(&mut delivery.changes) => {}
                () = changed(&mut delivery.troubles) => {}
            }
        };
        tokio::select! {
            () = changed(&mut self.changes) => {}
            () = delivery => {}
        }
    }

    fn refresh(&mut self, lang: Lang) {
        self.snapshot = Arc::clone(&self.changes.borrow_and_update());
        if let Some(delivery) = &mut self.delivery {
            delivery.targets = Arc::clone(&delivery.changes.borrow_and_update());
            delivery.trouble.clone_from(&delivery.troubles.borrow_and_update());
        }
        self.read_only = match self.snapshot.health {
            Health::Writing => None,
            Health::ReadOnly(why) => Some(unrecorded(why, self.snapshot.incident.id.as_str(), lang)),
        };
    }
}

fn person(person: &people::Person) -> Person {
    let line = |line: &Option<Line>| line.clone().unwrap_or_default();
    Person {
        name: person.name.clone(),
        full_name: line(&person.full_name),
        right: person.right,
        roles: person.roles.clone(),
        phone: line(&person.contact.phone),
        mail: line(&person.contact.mail),
        chat: line(&person.contact.chat),
    }
}

fn elsewhere(open: &OpenCall) -> Elsewhere {
    Elsewhere {
        incident: open.incident.clone(),
        title: open.title.clone(),
        call: open.call.seq,
        by: open.call.by.clone(),
        at: open.at,
        zone: open.zone,
        text: open.call.text.clone(),
    }
}

fn listed(summary: Summary) -> Listed {
    let closed_at = match summary.status {
        Status::Closed { at, .. } => Some(at),
        Status::Open | Status::Held { .. } => None,
    };
    let follow_ups = summary.follow_ups();
    Listed {
        id: summary.id,
        title: summary.title.as_str().to_owned(),
        severity: summary.severity,
        kind: summary.kind,
        opened_at: summary.opened_at,
        closed_at,
        zone: summary.zone,
        follow_ups,
        damaged: summary.damage.map(|damage| damage.record),
        is_copy: summary.copy,
    }
}

/// Returns how a room is started from the form of the start screen.
pub fn start_of(opening: Opening, zone: chrono_tz::Tz) -> Start {
    Start {
        title: Line::new(&opening.title),
        severity: opening.severity,
        kind: opening.kind,
        speed: opening.speed,
        situation: Situation::default(),
        zone,
        plan: opening.plan,
    }
}

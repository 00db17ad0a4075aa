//! A room as one person sees it, and what it says about people.

use super::replay::{CutBy, Playback, Shown};
use crate::draft::Templates;
use crate::incident::{
    Incident, IncidentId, Line, Moment, PersonName, Presence, Right, RoleId, Seq, Span, TargetFact, Who,
};
use crate::lang::{Lang, vars};

/// A room as one person sees it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub incident: &'a Incident,
    pub now: Moment,
    pub me: &'a PersonName,
    /// The viewer and their rights.
    pub who: &'a Who,
    /// The people known to the host; `None` without a people file.
    pub people: Option<&'a [Person]>,
    /// Sorted by person.
    pub present: &'a [Presence],
    /// The commander has been at no screen for so long that a deputy may take command.
    pub commander_gone: bool,
    /// When I was last here.
    pub left: Option<Left>,
    pub targets: &'a [TargetFact],
    /// Why the newest delivery settings are not in effect.
    pub unsettled: Option<&'a str>,
    /// `None` if only the bundled ones exist.
    pub templates: Option<&'a Templates>,
    /// Calls for help in other rooms that I may answer.
    pub elsewhere: &'a [Elsewhere],
    /// What is late in other rooms that I am responsible for.
    pub overdue: &'a [Overdue],
    /// Why nothing can be recorded.
    pub read_only: Option<&'a str>,
    /// The first bad record of the room's journal: the state is that before it.
    pub damaged: Option<u64>,
    pub playback: Option<&'a Playback<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: PersonName,
    pub full_name: Line,
    pub right: Right,
    pub roles: Vec<RoleId>,
    /// Empty if unknown, as are the others.
    pub phone: Line,
    pub mail: Line,
    pub chat: Line,
}

/// A call for help in another room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub incident: IncidentId,
    pub title: Line,
    pub call: Seq,
    pub by: PersonName,
    /// The reading of the machine's clock.
    pub at: Moment,
    pub zone: chrono_tz::Tz,
    pub text: Line,
}

impl Elsewhere {
    /// In one line, with its incident.
    pub fn describe(&self, lang: Lang) -> String {
        let words = vars![
            incident = self.title.as_str(),
            at = lang.time(self.at, self.zone),
            person = self.by.as_str(),
            text = self.text.as_str()
        ];
        lang.say_with("region-banner-elsewhere", &words)
    }
}

/// What is late in another room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    pub incident: IncidentId,
    pub title: Line,
    /// The audiences with an overdue update.
    pub audiences: Vec<Line>,
    /// The phases past their planned maximum.
    pub phases: Vec<Line>,
}

impl Overdue {
    /// In one line, with its incident.
    pub fn describe(&self, lang: Lang) -> String {
        let list = |lines: &[Line]| lines.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
        let part =
            |key: &str, lines: &[Line]| (!lines.is_empty()).then(|| lang.say_with(key, &vars![what = list(lines)]));
        let what = [part("region-overdue-updates", &self.audiences), part("region-overdue-phases", &self.phases)];
        let what = what.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        lang.say_with("region-banner-overdue", &vars![incident = self.title.as_str(), what])
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    pub at: Moment,
    pub seq: Seq,
}

impl<'a> View<'a> {
    /// The view of a person alone in a room.
    pub const fn new(incident: &'a Incident, now: Moment, who: &'a Who) -> Self {
        Self {
            incident,
            now,
            me: &who.by.person,
            who,
            people: None,
            present: &[],
            commander_gone: false,
            left: None,
            targets: &[],
            unsettled: None,
            templates: None,
            elsewhere: &[],
            overdue: &[],
            read_only: None,
            damaged: None,
            playback: None,
        }
    }

    /// What of an incident is shown.
    pub const fn shown(&self) -> Shown {
        Shown { at: self.now, seq: self.incident.seq }
    }

    /// Why a journal, live or replayed, is not shown to its end.
    pub fn cut(&self) -> Option<CutBy> {
        let damage = self.damaged.map(|_| CutBy::Damage);
        damage.or_else(|| self.playback?.cut.map(|cut| cut.by))
    }

    pub fn person(&self, name: &PersonName) -> Option<&'a Person> {
        self.people?.iter().find(|person| person.name == *name)
    }

    pub fn is_here(&self, name: &PersonName) -> bool {
        self.present.iter().any(|present| present.person == *name)
    }

    /// A person's roles in the plan's order: their own, and those taken over.
    pub fn roles_of(&self, name: &PersonName) -> Vec<&'a RoleId> {
        let own: &[RoleId] = if name == self.me {
            &self.who.rights.roles
        } else {
            self.person(name).map_or(&[], |person| &person.roles)
        };
        let holds = |role: &&RoleId| own.contains(role) || self.incident.takers(role).any(|it| it == name);
        self.incident.roles().iter().map(|role| &role.id).filter(holds).collect()
    }

    pub fn my_roles(&self) -> Vec<&'a RoleId> {
        self.roles_of(self.me)
    }

    pub fn is_in_command(&self) -> bool {
        self.incident.commander == *self.me
    }
}

/// The last whole minute, or the last record if that is later.
pub fn to_the_minute(incident: &Incident, now: Moment) -> Moment {
    let into = now.timestamp_millis().rem_euclid(60_000);
    (now - Span::milliseconds(into)).max(incident.at)
}

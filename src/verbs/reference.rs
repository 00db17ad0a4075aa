//! Typed names of steps, tasks, services, roles and people: an id, a unique part of one, or a number.

use super::Outcome;
use super::pick::{self, Picked};
use super::refusal::refused;
use super::room_command::RoomCommand;
use crate::incident::{Line, PersonName, Refusal, Right, RoleId, ServiceId, Step, StepId, TaskId};

/// How many names of people a refusal lists.
const SHOWN: usize = 20;

impl RoomCommand<'_> {
    /// A step by its id, its number in the list from 1, or the beginning of its id.
    pub fn step(&self, typed: &str) -> Result<&Step, Outcome> {
        let steps = &self.incident().steps;
        let known = || steps.iter().map(|step| step.id.as_str());
        let numbered = typed.parse::<usize>().ok().and_then(|number| steps.get(number.checked_sub(1)?));
        if let Some(step) = numbered.filter(|_| known().all(|id| id != typed)) {
            return Ok(step);
        }
        let refusal = || Refusal::NoSuchStep { step: Line::new(typed) };
        let id = self.picked(pick::by_prefix(typed, known()), refusal)?;
        Ok(steps.iter().find(|step| step.id.as_str() == id).expect("it was picked from these"))
    }

    pub fn step_id(&self, typed: &str) -> Result<StepId, Outcome> {
        Ok(self.step(typed)?.id.clone())
    }

    /// The only running step, if none is named.
    pub fn running_step(&self) -> Result<&Step, Outcome> {
        let running: Vec<_> = self.incident().active_steps().collect();
        match running[..] {
            [] => Err(Outcome::refused(self.lang.say("verb-nothing-runs"))),
            [step] => Ok(step),
            _ => {
                let ids: Vec<_> = running.iter().map(|step| step.id.as_str()).collect();
                let ids = ids.join(", ");
                Err(Outcome::refused(self.lang.say_with("verb-several-run", &[("ids", ids.into())])))
            }
        }
    }

    /// A task by its id, its end (`sysadmin.1`, first of all in the phases that run) or its beginning.
    pub fn task(&self, typed: &str) -> Result<TaskId, Outcome> {
        let incident = self.incident();
        let known = || incident.tasks().map(|(_, task)| task.id.as_str());
        let end = format!(".{typed}");
        let ends_so = |id: &&str| id.ends_with(&end);
        let running =
            || incident.tasks().filter(|(step, _)| step.is_active()).map(|(_, task)| task.id.as_str());
        let picked = if known().any(|id| id == typed) {
            Picked::One(known().find(|id| *id == typed).expect("it is there"))
        } else if let Some(picked) = some(running().filter(ends_so).collect()) {
            picked
        } else if let Some(picked) = some(known().filter(ends_so).collect()) {
            picked
        } else {
            pick::by_prefix(typed, known().collect::<Vec<_>>().into_iter())
        };
        if let (Picked::None(_), Some(role)) = (&picked, self.unknown_role(typed)) {
            return Err(refused(&self.no_such_role(role), incident.zone, self.lang));
        }
        let id = self.picked(picked, || Refusal::NoSuchTask { task: Line::new(typed) })?;
        Ok(id.parse().expect("it is a task's id"))
    }

    pub fn service(&self, typed: &str) -> Result<ServiceId, Outcome> {
        let services = &self.incident().services;
        let picked = pick::by_prefix(typed, services.iter().map(|service| service.id.as_str()));
        let unknown = || {
            let name = Line::new(typed);
            Outcome::refused(self.lang.say_with("verb-no-such-service", &[("name", name.as_str().into())]))
        };
        let id = self.chosen(picked, unknown)?;
        Ok(id.parse().expect("it is a service's id"))
    }

    pub fn role(&self, typed: &str) -> Result<RoleId, Outcome> {
        let roles = self.incident().roles();
        let picked = pick::by_prefix(typed, roles.iter().map(|role| role.id.as_str()));
        let id = self.picked(picked, || self.no_such_role(typed))?;
        Ok(id.parse().expect("it is a role's id"))
    }

    /// A person by name, with or without `@`, from the people file or the incident's log.
    ///
    /// Without a people file any name is accepted.
    pub fn person(&self, typed: &str) -> Result<PersonName, Outcome> {
        let name = PersonName::new(typed.strip_prefix('@').unwrap_or(typed));
        let Some(people) = &self.caller.known.people else { return Ok(name) };
        let acted = self.incident().people.iter();
        let mut known: Vec<_> =
            people.iter().map(|person| &person.name).chain(acted).map(PersonName::as_str).collect();
        known.push(self.caller.who.by.person.as_str());
        known.sort_unstable();
        known.dedup();
        if known.contains(&name.as_str()) {
            return Ok(name);
        }
        let unknown = || {
            let mut shown = known.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
            if known.len() > SHOWN {
                shown.push_str(", …");
            }
            let named = [("name", name.as_str().into()), ("known", shown.into())];
            Outcome::refused(self.lang.say_with("verb-no-such-person", &named))
        };
        let near = pick::nearest(name.as_str(), known.iter().copied());
        Err(self.chosen(Picked::None(near), unknown).expect_err("none was picked"))
    }

    /// A person who can accept a duty: an observer cannot.
    pub fn taker(&self, typed: &str) -> Result<PersonName, Outcome> {
        let name = self.person(typed)?;
        let person = self.caller.known.people.as_ref().and_then(|people| people.named(&name));
        if person.is_some_and(|person| person.right == Right::Observer) {
            let message = self.lang.say_with("verb-only-reads", &[("name", name.as_str().into())]);
            return Err(Outcome::refused(message));
        }
        Ok(name)
    }

    /// The role in the id of a task (`assess.cio.1`, `cio.1`), if no role has a similar name.
    fn unknown_role<'t>(&self, task: &'t str) -> Option<&'t str> {
        let (rest, number) = task.rsplit_once('.')?;
        number.parse::<u32>().ok()?;
        let role = rest.rsplit_once('.').map_or(rest, |(_, role)| role);
        let roles = self.incident().roles();
        match pick::by_prefix(role, roles.iter().map(|role| role.id.as_str())) {
            Picked::None(near) if near.is_empty() && !role.is_empty() => Some(role),
            _ => None,
        }
    }

    fn no_such_role(&self, typed: &str) -> Refusal {
        let known = self.incident().roles().iter().map(|role| Line::new(role.id.as_str())).collect();
        Refusal::NoSuchRole { role: Line::new(typed), known }
    }

    fn picked<'p>(&self, picked: Picked<'p>, refusal: impl FnOnce() -> Refusal) -> Result<&'p str, Outcome> {
        self.chosen(picked, || refused(&refusal(), self.incident().zone, self.lang))
    }

    fn chosen<'p>(&self, picked: Picked<'p>, unknown: impl FnOnce() -> Outcome) -> Result<&'p str, Outcome> {
        match picked {
            Picked::One(id) => Ok(id),
            Picked::Several(ids) => {
                let ids = ids.join(", ");
                Err(Outcome::refused(self.lang.say_with("verb-which", &[("ids", ids.into())])))
            }
            Picked::None(near) => {
                let unknown = unknown();
                if near.is_empty() {
                    return Err(unknown);
                }
                let (message, meant) = (unknown.stderr.lines().next().unwrap_or_default(), near.join(", "));
                let variables = [("told", message.into()), ("meant", meant.into())];
                Err(Outcome::refused(self.lang.say_with("cli-did-you-mean", &variables)))
            }
        }
    }
}

fn some(found: Vec<&str>) -> Option<Picked<'_>> {
    match found[..] {
        [] => None,
        [one] => Some(Picked::One(one)),
        _ => Some(Picked::Several(found)),
    }
}

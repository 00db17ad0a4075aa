//! Typed names of steps, tasks, services, roles and people: an id, a unique part of one, or a number.

use std::collections::BTreeSet;

use super::Outcome;
use super::pick::{self, Picked};
use super::refusal::refused;
use super::room_command::RoomCommand;
use crate::incident::{
    Audience, Line, PersonName, Refusal, Right, RoleId, Seq, ServiceId, Step, StepId, TargetName, TaskId,
};
use crate::lang::vars;

/// How many names of people a refusal lists.
const SHOWN: usize = 20;

impl RoomCommand<'_> {
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

    /// A step, or the only running one.
    pub fn step_or_running(&self, typed: Option<&str>) -> Result<StepId, Outcome> {
        if let Some(typed) = typed {
            return self.step_id(typed);
        }
        let running: Vec<_> = self.incident().active_steps().map(|step| step.id.as_str()).collect();
        match running[..] {
            [] => Err(Outcome::refused(self.lang.say("verb-nothing-runs"))),
            [step] => self.step_id(step),
            _ => Err(self.several("verb-several-run", &running)),
        }
    }

    /// A task by its id, its end (`sysadmin.1`, first of all in the phases that run) or its beginning.
    pub fn task(&self, typed: &str) -> Result<TaskId, Outcome> {
        let incident = self.incident();
        let known = || incident.tasks().map(|(_, task)| task.id.as_str());
        let end = format!(".{typed}");
        let ends_so = |id: &&str| id.ends_with(&end);
        let running = || incident.tasks().filter(|(step, _)| step.is_active()).map(|(_, task)| task.id.as_str());
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
        let unknown = || self.lang.say_with("verb-no-such-service", &vars![name = cleaned(typed)]);
        let id = self.chosen(picked, unknown)?;
        Ok(id.parse().expect("it is a service's id"))
    }

    /// An audience by its name, its id or the beginning of its id; the only one by default.
    pub fn audience(&self, typed: Option<&str>) -> Result<&Audience, Outcome> {
        let audiences = &self.incident().audiences;
        let ids = || audiences.iter().map(|it| it.id.as_str());
        let about = |key: &str, typed: &str| {
            let known = ids().collect::<Vec<_>>().join(", ");
            self.lang.say_with(key, &vars![audience = cleaned(typed), known])
        };
        let Some(typed) = typed else {
            return match &audiences[..] {
                [] => Err(Outcome::refused(self.lang.say("update-no-audience"))),
                [only] => Ok(only),
                _ => Err(Outcome::refused(about("update-which-audience", ""))),
            };
        };
        if audiences.is_empty() {
            return Err(Outcome::refused(self.lang.say("update-no-audience")));
        }
        let by_name = audiences.iter().find(|it| it.name.as_str().to_lowercase() == typed.to_lowercase());
        if let Some(audience) = by_name {
            return Ok(audience);
        }
        let unknown = || about("update-no-such-audience", typed);
        let id = self.chosen(pick::by_prefix(typed, ids()), unknown)?;
        Ok(audiences.iter().find(|it| it.id.as_str() == id).expect("it was picked from these"))
    }

    /// A target with a delivery, by its name or a prefix.
    pub fn target(&self, typed: &str) -> Result<TargetName, Outcome> {
        let incident = self.incident();
        let of_updates = incident.updates.iter().flat_map(|it| it.deliveries.iter().map(|it| &it.target));
        let of_pushes = incident.pushes.iter().map(|push| &push.delivery.target);
        let known: BTreeSet<&str> = of_updates.chain(of_pushes).map(TargetName::as_str).collect();
        let unknown = || self.lang.say_with("update-no-such-target", &vars![target = cleaned(typed)]);
        let name = self.chosen(pick::by_prefix(typed, known.iter().copied()), unknown)?;
        Ok(name.parse().expect("it is one of them"))
    }

    /// The typed number, or the only open one; `none` is the message if there is none.
    pub fn only(&self, typed: Option<u64>, open: impl Iterator<Item = Seq>, none: &str) -> Result<Seq, Outcome> {
        if let Some(typed) = typed {
            return Ok(Seq(typed));
        }
        let open: Vec<_> = open.collect();
        match open[..] {
            [] => Err(Outcome::refused(self.lang.say(none))),
            [only] => Ok(only),
            _ => Err(self.several("verb-which", &open.iter().map(ToString::to_string).collect::<Vec<_>>())),
        }
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
        let mut known: Vec<_> = people.iter().map(|person| &person.name).chain(acted).map(PersonName::as_str).collect();
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
            self.lang.say_with("verb-no-such-person", &vars![name = name.as_str(), known = shown])
        };
        let near = pick::nearest(name.as_str(), known.iter().copied());
        Err(self.chosen(Picked::None(near), unknown).expect_err("none was picked"))
    }

    /// A person who can accept a duty: an observer cannot.
    pub fn taker(&self, typed: &str) -> Result<PersonName, Outcome> {
        let name = self.person(typed)?;
        let person = self.caller.known.people.as_ref().and_then(|people| people.named(&name));
        if person.is_some_and(|person| person.right == Right::Observer) {
            let message = self.lang.say_with("verb-only-reads", &vars![name = name.as_str()]);
            return Err(Outcome::refused(message));
        }
        Ok(name)
    }

    /// The role in a task id (`assess.cio.1`, `cio.1`), if no role has a similar name.
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

    /// As [`RoomCommand::chosen`]; a refusal without a similar name comes with the command that helps.
    fn picked<'p>(&self, picked: Picked<'p>, refusal: impl Fn() -> Refusal) -> Result<&'p str, Outcome> {
        match picked {
            Picked::None(near) if near.is_empty() => Err(refused(&refusal(), self.incident().zone, self.lang)),
            _ => self.chosen(picked, || self.lang.refusal_in(&refusal(), self.incident().zone)),
        }
    }

    /// The matching one; `unknown` is the message if none matches.
    pub fn chosen<'p>(&self, picked: Picked<'p>, unknown: impl FnOnce() -> String) -> Result<&'p str, Outcome> {
        match picked {
            Picked::One(id) => Ok(id),
            Picked::Several(ids) => Err(self.several("verb-which", &ids)),
            Picked::None(near) => Err(Outcome::refused(pick::meaning(unknown(), &near, self.lang))),
        }
    }

    /// A refusal that lists what one may have meant.
    pub fn several<S: AsRef<str>>(&self, key: &str, ids: &[S]) -> Outcome {
        let ids: Vec<_> = ids.iter().map(AsRef::as_ref).collect();
        Outcome::refused(self.lang.say_with(key, &vars![ids = ids.join(", ")]))
    }
}

fn cleaned(typed: &str) -> String {
    Line::new(typed).to_string()
}

fn some(found: Vec<&str>) -> Option<Picked<'_>> {
    match found[..] {
        [] => None,
        [one] => Some(Picked::One(one)),
        _ => Some(Picked::Several(found)),
    }
}

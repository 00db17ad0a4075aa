//! The plans that come with the program, and how a plan is found by its name.

use super::document::read;
use crate::diagnostic::nearest;
use crate::incident::{Line, Plan};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Builtin {
    /// The stem of its file, by which one names it.
    pub name: &'static str,
    pub source: &'static str,
}

impl Builtin {
    pub fn plan(&self) -> Plan {
        read(self.source, self.name).expect("a test reads every plan that is compiled in")
    }
}

pub const fn builtin() -> &'static [Builtin] {
    &[
        Builtin {
            name: "cyberattack-recovery.fr",
            source: include_str!("../../runbooks/cyberattack-recovery.fr.toml"),
        },
        Builtin {
            name: "cyberattack-recovery.en",
            source: include_str!("../../runbooks/cyberattack-recovery.en.toml"),
        },
    ]
}

/// No plan has that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no plan is named “{name}”: there are {}", known.iter().map(Line::as_str).collect::<Vec<_>>().join(", "))]
pub struct NotFound {
    pub name: Line,
    pub near: Option<Line>,
    pub known: Vec<Line>,
}

/// Finds a plan by name among the person's own (stem and source), which come first, and the bundled ones.
pub fn find<'p>(name: &str, own: &'p [(String, String)]) -> Result<(&'p str, &'p str), NotFound> {
    let own = own.iter().map(|(stem, source)| (stem.as_str(), source.as_str()));
    let all: Vec<(&str, &str)> = own.chain(builtin().iter().map(|builtin| (builtin.name, builtin.source))).collect();
    let wanted = name.strip_suffix(".toml").unwrap_or(name);
    all.iter().copied().find(|(stem, _)| *stem == wanted).ok_or_else(|| NotFound {
        name: Line::new(name),
        near: nearest(wanted, all.iter().map(|(stem, _)| *stem)).map(Line::new),
        known: all.iter().map(|(stem, _)| Line::new(stem)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Milestone, Planned, StepKind};

    fn plans() -> Vec<Plan> {
        builtin().iter().map(Builtin::plan).collect()
    }

    #[test]
    fn the_recovery_takes_as_long_as_its_timetable_says() {
        for plan in plans() {
            let (phases, breaks) = plan.planned();
            assert_eq!(phases, Planned::minutes(18 * 60 + 30, 25 * 60 + 15));
            assert_eq!(breaks, Planned::minutes(3 * 60, 3 * 60));
            let count = |wanted: fn(&StepKind) -> bool| plan.steps.iter().filter(|step| wanted(&step.kind)).count();
            assert_eq!(count(|kind| kind.is_phase()), 15);
            assert_eq!(count(|kind| matches!(kind, StepKind::Break { .. })), 3);
            assert_eq!(count(|kind| kind.is_day_end()), 2);
        }
    }

    #[test]
    fn every_role_has_something_to_do_in_every_phase_of_the_recovery() {
        for plan in plans() {
            assert_eq!(plan.roles.len(), 5);
            for step in plan.steps.iter().filter(|step| step.kind.is_phase()) {
                for role in &plan.roles {
                    assert!(step.tasks.iter().any(|task| task.role == role.id), "{}: {}", step.id, role.id);
                }
            }
        }
    }

    #[test]
    fn both_languages_say_the_same_plan_with_the_same_ids() {
        let shape = |plan: &Plan| {
            let steps: Vec<_> = plan
                .steps
                .iter()
                .map(|step| {
                    let tasks: Vec<_> = step.tasks.iter().map(|task| (task.id.clone(), task.planned)).collect();
                    (step.id.clone(), step.kind, step.milestone, tasks)
                })
                .collect();
            let services: Vec<_> = plan
                .services
                .iter()
                .map(|service| (service.id.clone(), service.priority, service.rto, service.rpo, service.health))
                .collect();
            let roles: Vec<_> = plan.roles.iter().map(|role| role.id.clone()).collect();
            (steps, services, roles, plan.backout.as_str().lines().count())
        };
        let [fr, en] = &plans()[..] else { panic!("two plans") };
        assert_eq!(shape(fr), shape(en));
        let milestones: Vec<_> = fr.steps.iter().filter_map(|step| step.milestone).collect();
        assert_eq!(milestones, Milestone::ALL);
        assert_eq!(fr.language.as_ref().map(Line::as_str), Some("fr"));
        assert_eq!(en.language.as_ref().map(Line::as_str), Some("en"));
    }

    #[test]
    fn ones_own_plan_is_found_before_a_built_in_one() {
        let own = [("cyberattack-recovery.fr".to_owned(), "mine".to_owned())];
        assert_eq!(find("cyberattack-recovery.fr", &own).unwrap().1, "mine");
        assert_eq!(find("cyberattack-recovery.en.toml", &own).unwrap().0, "cyberattack-recovery.en");
        let missing = find("cyberatack-recovery.fr", &[]).unwrap_err();
        assert_eq!(missing.near, Some(Line::new("cyberattack-recovery.fr")));
    }
}

//! Prints a plan as the file that it would be read from.

use std::fmt::Write;

use crate::incident::{Audience, Plan, Planned, PlannedService, PlannedStep, PlannedTask, Severity, StepKind};

/// Prints a plan as TOML, which reads back as the same plan; of tasks and roles it keeps the order.
pub fn print(plan: &Plan) -> String {
    let mut out = String::from("format = 1\n");
    field(&mut out, "title", plan.title.as_str());
    if let Some(language) = &plan.language {
        field(&mut out, "language", language.as_str());
    }
    if !plan.backout.is_empty() {
        let text = plan.backout.as_str().split('\n').map(escaped).collect::<Vec<_>>().join("\n");
        put(&mut out, format_args!("\nbackout = \"\"\"\n{text}\n\"\"\"\n"));
    }
    for role in &plan.roles {
        out.push_str("\n[[role]]\n");
        field(&mut out, "id", role.id.as_str());
        field(&mut out, "name", role.name.as_str());
    }
    for it in &plan.services {
        service(&mut out, it);
    }
    for it in &plan.audiences {
        audience(&mut out, it);
    }
    for it in &plan.steps {
        step(&mut out, it);
    }
    out
}

fn service(out: &mut String, service: &PlannedService) {
    out.push_str("\n[[service]]\n");
    field(out, "id", service.id.as_str());
    field(out, "name", service.name.as_str());
    put(out, format_args!("priority = {}\n", service.priority));
    for (name, seconds) in [("rto", service.rto), ("rpo", service.rpo)] {
        if let Some(seconds) = seconds {
            field(out, name, &length(seconds));
        }
    }
    if let Some(step) = &service.restored_by {
        field(out, "restored_by", step.as_str());
    }
    field(out, "state", service.health.name());
}

fn audience(out: &mut String, audience: &Audience) {
    out.push_str("\n[[audience]]\n");
    field(out, "id", audience.id.as_str());
    field(out, "name", audience.name.as_str());
    if let Some(language) = &audience.language {
        field(out, "language", language.as_str());
    }
    let every = Severity::ALL.into_iter().filter_map(|severity| {
        let seconds = audience.every.at(severity)?.num_seconds();
        Some(format!("{} = \"{}\"", severity.name(), length(u32::try_from(seconds).unwrap_or(u32::MAX))))
    });
    let every: Vec<_> = every.collect();
    if !every.is_empty() {
        put(out, format_args!("every = {{ {} }}\n", every.join(", ")));
    }
    let flags = [("approval", audience.approval), ("outside", audience.outside), ("nights", audience.nights)];
    for (name, _) in flags.into_iter().filter(|(_, flag)| *flag) {
        put(out, format_args!("{name} = true\n"));
    }
}

fn step(out: &mut String, step: &PlannedStep) {
    out.push_str("\n[[step]]\n");
    field(out, step.kind.into(), step.title.as_str());
    field(out, "id", step.id.as_str());
    match step.kind {
        StepKind::Phase { planned } | StepKind::Break { planned } => {
            field(out, "planned", &planned.to_string());
        }
        StepKind::DayEnd { at, resume } => {
            field(out, "at", &at.format("%H:%M").to_string());
            field(out, "resume", &resume.format("%H:%M").to_string());
        }
    }
    if let Some(milestone) = step.milestone {
        field(out, "milestone", milestone.name());
    }
    let mut tasks = step.tasks.as_slice();
    while let Some(first) = tasks.first() {
        let end = tasks.iter().position(|task| task.role != first.role).unwrap_or(tasks.len());
        let (of_role, rest) = tasks.split_at(end);
        put(out, format_args!("tasks.{} = [\n", first.role));
        for it in of_role {
            task(out, it);
        }
        out.push_str("]\n");
        tasks = rest;
    }
}

fn task(out: &mut String, task: &PlannedTask) {
    let title = escaped(task.title.as_str());
    match task.planned {
        Some(planned) => put(out, format_args!("  {{ title = \"{title}\", planned = \"{planned}\" }},\n")),
        None => put(out, format_args!("  \"{title}\",\n")),
    }
}

fn field(out: &mut String, name: &str, text: &str) {
    put(out, format_args!("{name} = \"{}\"\n", escaped(text)));
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a String takes all");
}

fn length(seconds: u32) -> String {
    Planned::exactly(seconds).to_string()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => put(&mut out, format_args!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Cadence, Health, Line, Milestone, Prose, Role, StepId, TaskId};
    use crate::lang::Lang;
    use crate::runbook::{builtin, read, sample};
    use proptest::prelude::*;

    fn reads_back(plan: &Plan) {
        let printed = print(plan);
        let read = read(&printed, "printed.toml");
        let read = read.unwrap_or_else(|problems| panic!("{}\n{printed}", problems[0].render(Lang::En)));
        assert_eq!(read, *plan, "{printed}");
    }

    #[test]
    fn a_backslash_before_an_n_is_no_line_break() {
        let mut plan = builtin()[0].plan();
        plan.backout = Prose::new("Restore C:\\new\nthen call.");
        reads_back(&plan);
    }

    #[test]
    fn the_plans_that_come_along_read_back() {
        for it in builtin() {
            reads_back(&it.plan());
        }
        for lang in Lang::ALL {
            reads_back(&read(sample(lang), "sample.toml").unwrap());
        }
    }

    /// What a person may call something, quotes, backslashes and brackets included.
    fn title() -> impl Strategy<Value = Line> {
        "\\PC{0,40}".prop_map(|text| {
            let line = Line::new(&text);
            if line.is_empty() { "x".into() } else { line }
        })
    }

    fn planned() -> impl Strategy<Value = Planned> {
        (0..=90_000_u32, 1..=90_000_u32).prop_map(|(a, b)| Planned { min: a.min(b), max: a.max(b) })
    }

    fn kind() -> impl Strategy<Value = StepKind> {
        let time = || (0..24_u32, 0..60_u32).prop_map(|(h, m)| chrono::NaiveTime::from_hms_opt(h, m, 0).unwrap());
        prop_oneof![
            4 => planned().prop_map(|planned| StepKind::Phase { planned }),
            1 => planned().prop_map(|planned| StepKind::Break { planned }),
            1 => (time(), time()).prop_map(|(at, resume)| StepKind::DayEnd { at, resume }),
        ]
    }

    prop_compose! {
        fn step()(
            title in title(), kind in kind(), roles in proptest::sample::subsequence(vec![0, 1, 2], 0..=3),
            titles in proptest::collection::vec((title(), proptest::option::of(planned())), 1..3),
        ) -> (Line, StepKind, Vec<usize>, Vec<(Line, Option<Planned>)>) {
            (title, kind, roles, titles)
        }
    }

    prop_compose! {
        fn plan()(
            title in title(), names in proptest::array::uniform3(title()), backout in "(\\PC|\n){0,80}",
            first in title(), steps in proptest::collection::vec(step(), 0..6),
            times in proptest::array::uniform4(proptest::option::of(60..90_000_u32)),
            flags in proptest::array::uniform3(any::<bool>()), priority in 1..=9_u8, state in 0..3_usize,
        ) -> Plan {
            let roles: Vec<Role> = names.into_iter().enumerate()
                .map(|(n, name)| Role { id: format!("role-{n}").parse().unwrap(), name }).collect();
            let phase = (first, StepKind::Phase { planned: Planned::exactly(60) }, vec![0], vec![]);
            let steps: Vec<_> = std::iter::once(phase).chain(steps).enumerate().map(|(n, (title, kind, of, titles))| {
                let id: StepId = format!("step-{n}").parse().unwrap();
                let of = if kind.is_phase() { of } else { Vec::new() };
                let tasks = of.into_iter().flat_map(|place| {
                    let (role, id) = (&roles[place].id, &id);
                    titles.iter().zip(1..).map(move |((title, planned), n)| PlannedTask {
                        id: TaskId::nth(id, role, n), role: role.clone(), title: title.clone(), planned: *planned,
                    })
                }).collect();
                let milestone = Milestone::ALL.into_iter().nth(n).filter(|_| kind.is_phase() && flags[2]);
                PlannedStep { id, title, kind, milestone, tasks }
            }).collect();
            let [sev1, sev2, sev3, sev4] = times;
            let [approval, outside, nights] = flags;
            let service = PlannedService {
                id: "mail".parse().unwrap(), name: title.clone(), priority, rto: sev1, rpo: sev2,
                restored_by: steps.first().filter(|_| flags[0]).map(|step| step.id.clone()), health: Health::ALL[state],
            };
            let audience = Audience {
                id: "users".parse().unwrap(), name: title.clone(), language: flags[0].then(|| "fr".into()),
                every: Cadence { sev1, sev2, sev3, sev4 }, approval, outside, nights,
            };
            Plan {
                title, language: flags[1].then(|| "en".into()), roles, steps, services: vec![service],
                audiences: vec![audience], backout: Prose::new(&backout),
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn every_plan_reads_back(plan in plan()) {
            reads_back(&plan);
        }
    }
}

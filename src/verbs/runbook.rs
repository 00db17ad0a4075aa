//! `runbook`: the user's own plans and the built-in ones.

mod calendar;
mod plans;
mod revise;

use clap::{Args, Subcommand};
use serde_json::json;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::typed::Json;
use super::{Here, Outcome, file, json, table};
use crate::diagnostic::render_all;
use crate::incident::{Audience, Plan, Prose, StepKind};
use crate::lang::{Lang, vars};
use crate::runbook;
use plans::{known, named};
pub use plans::{known_audiences, planned_audiences};

#[derive(Clone, Debug, Subcommand)]
pub enum Runbook {
    List(Json),
    Show(Show),
    Check {
        file: PathBuf,
    },
    New {
        file: PathBuf,
        /// By default, a sample with a comment at every field.
        #[arg(long, value_name = "PLAN")]
        from: Option<String>,
    },
    Revise(revise::Revise),
    Calendar(calendar::Calendar),
    Schema,
}

#[derive(Clone, Debug, Args)]
pub struct Show {
    plan: String,
    /// The TOML text, to make your own copy.
    #[arg(long, conflicts_with = "json")]
    source: bool,
    #[arg(long)]
    json: bool,
}

impl Runbook {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        match self {
            Self::List(Json { json }) => Ok(list(here, *json)),
            Self::Show(show) => show.run(here),
            Self::Check { file } => check(file, here.lang),
            Self::New { file, from } => new(file, from.as_deref(), here),
            Self::Revise(revise) => revise.run(here),
            Self::Calendar(calendar) => calendar.run(here),
            Self::Schema => Ok(Outcome::done(runbook::schema())),
        }
    }
}

fn list(here: &Here, json: bool) -> Outcome {
    let lang = here.lang;
    let phases = |plan: &Plan| plan.steps.iter().filter(|step| step.kind.is_phase()).count();
    // There are always the built-in ones.
    let columns = &["name", "origin", "phases", "planned", "title"];
    table::List { lang, json, none: "", columns }.of(
        known(here),
        |listed| {
            let plan = listed.plan.as_ref().ok();
            let (planned, breaks) = plan.map(Plan::planned).unzip();
            json!({
                "name": listed.name,
                "path": listed.path,
                "readable": plan.is_some(),
                "title": plan.map(|plan| &plan.title),
                "language": plan.and_then(|plan| plan.language.as_ref()),
                "phases": plan.map(phases),
                "planned": json::optional(planned, json::planned),
                "breaks": json::optional(breaks, json::planned),
            })
        },
        |listed| {
            let origin = lang.say(if listed.path.is_some() { "list-own" } else { "list-builtin" });
            let [phases, planned, title] = match &listed.plan {
                Ok(plan) => [phases(plan).to_string(), lang.planned(plan.planned().0), plan.title.to_string()],
                Err(_) => [String::new(), String::new(), lang.say("list-unreadable")],
            };
            vec![listed.name.clone(), origin, phases, planned, title]
        },
    )
}

impl Show {
    fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let (source, plan, _) = named(&self.plan, here)?;
        Ok(if self.json {
            Outcome::json(&json!(plan))
        } else if self.source {
            Outcome::done(Prose::new(&String::from_utf8_lossy(&source)).as_str())
        } else {
            Outcome::done(text(&plan, here.lang))
        })
    }
}

fn text(plan: &Plan, lang: Lang) -> String {
    let mut out = format!("{}\n{}\n", plan.title, sums(plan, lang));
    for (place, step) in plan.steps.iter().enumerate() {
        let when = match step.kind {
            StepKind::Phase { planned } | StepKind::Break { planned } => lang.planned(planned),
            StepKind::DayEnd { at, resume } => format!("{} → {}", at.format("%H:%M"), resume.format("%H:%M")),
        };
        writeln!(out, "\n{:>2}  {} ({}, {when})", place + 1, step.title, step.id).expect("a String takes all");
        if let Some(milestone) = step.milestone {
            let reached = vars![milestone = lang.milestone(milestone)];
            writeln!(out, "    {}", lang.say_with("plan-milestone", &reached)).expect("a String takes all");
        }
        let rows: Vec<_> = step.tasks.iter().map(|task| [format!("    {}", task.id), task.title.to_string()]).collect();
        if !rows.is_empty() {
            out.push_str(&table::align(&rows));
            out.push('\n');
        }
    }
    if !plan.audiences.is_empty() {
        write!(out, "\n{}\n{}", lang.say("plan-audiences"), audiences(plan, lang)).expect("a String takes all");
    }
    out
}

/// The audiences, by the ids that targets use.
fn audiences(plan: &Plan, lang: Lang) -> String {
    let truth = |is_true: bool| lang.say_with("plan-truth", &vars![it = if is_true { "yes" } else { "no" }]);
    let row = |audience: &Audience| {
        let (id, name) = (audience.id.to_string(), audience.name.to_string());
        vec![id, name, lang.cadence(audience.every), truth(audience.approval), truth(audience.outside)]
    };
    let columns = ["id", "name", "every", "approval", "outside"];
    table::titled(lang, &columns, plan.audiences.iter().map(row).collect())
}

/// How many phases, and how long all takes.
fn sums(plan: &Plan, lang: Lang) -> String {
    let (phases, breaks) = plan.planned();
    let count = plan.steps.iter().filter(|step| step.kind.is_phase()).count();
    let tasks: usize = plan.steps.iter().map(|step| step.tasks.len()).sum();
    lang.say_with(
        "plan-sums",
        &vars![phases = count, tasks, planned = lang.planned(phases), breaks = lang.planned(breaks)],
    )
}

fn check(path: &Path, lang: Lang) -> Result<Outcome, Outcome> {
    let content = file::read(path).map_err(|error| file::unreadable(path, &error, lang))?;
    let plan = runbook::read_bytes(&content, &path.display().to_string());
    let plan = plan.map_err(|problems| Outcome::refused(render_all(&problems, lang)))?;
    let variables = vars![title = plan.title.as_str(), sums = sums(&plan, lang)];
    Ok(Outcome::done(lang.say_with("plan-good", &variables)))
}

fn new(path: &Path, from: Option<&str>, here: &Here) -> Result<Outcome, Outcome> {
    let lang = here.lang;
    let source = match from {
        None => runbook::sample(lang).as_bytes().to_vec(),
        Some(from) => named(from, here)?.0,
    };
    let written = File::create_new(path).and_then(|mut file| file.write_all(&source));
    written.map_err(|error| file::unwritten(path, &error, "plan-exists", lang))?;
    Ok(Outcome::done(file::about(path, "plan-written", lang)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_is_shown_names_its_audiences_and_their_ids() {
        let plan = |name: &str| runbook::builtin().iter().find(|it| it.name == name).unwrap().plan();
        let shown = text(&plan("cyberattack-recovery.fr"), Lang::Fr);
        let (_, message) = shown.split_once("--audience attend l'identifiant)\n").unwrap();
        let expected = "\
id         nom        cadence                                      approbation  externe
equipe     Équipe     1 h en SEV1, 1 h en SEV2, 2 h en SEV3, 4 h en SEV4  non          non
";
        let columns = |text: &str| -> Vec<Vec<String>> {
            text.lines().take(2).map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
        };
        assert_eq!(columns(message), columns(expected));
        assert!(text(&plan("cyberattack-recovery.en"), Lang::En).contains("\nclients     Clients "));
    }
}

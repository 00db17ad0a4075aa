//! `start`: opens an incident from a plan.

use clap::Args;
use std::io;
use std::path::{Path, PathBuf};

use super::refusal::not_done;
use super::{Caller, Here, Outcome, file, typed};
use crate::diagnostic::render_all;
use crate::incident::{Kind, Line, Pace, Plan, Severity, Situation};
use crate::lang::Lang;
use crate::room::{self, Rooms};
use crate::runbook::{self, NotFound};
use crate::wire::NamedFile;

#[derive(Clone, Debug, Args)]
pub struct Start {
    /// A built-in plan or one of the user's own by its stem, or a path.
    #[arg(value_name = "PLAN")]
    plan: Option<String>,
    #[arg(long)]
    title: Option<String>,
    #[arg(long, value_parser = typed::severity())]
    severity: Option<Severity>,
    #[arg(long)]
    exercise: bool,
    /// Only an exercise's clock can run fast: this makes it one.
    #[arg(long, value_name = "N", value_parser = typed::number(1, Pace::FASTEST))]
    speed: Option<u32>,
    #[arg(long)]
    no_attach: bool,
}

impl Start {
    pub async fn run(&self, caller: &Caller, rooms: &Rooms) -> Outcome {
        let plan = match self.plan(caller) {
            Ok(plan) => plan,
            Err(outcome) => return outcome,
        };
        let speed = self.speed.unwrap_or(1);
        let start = room::Start {
            title: self.title.as_deref().map_or_else(|| plan.title.clone(), Line::new),
            severity: self.severity.unwrap_or_default(),
            kind: if self.exercise || speed > 1 { Kind::Exercise } else { Kind::Real },
            speed,
            situation: Situation::default(),
            zone: caller.zone,
            plan,
        };
        match rooms.start(start, caller.who.clone()).await {
            Ok(room) => Outcome::done(room.id().as_str()),
            Err(error) => not_done(&error, None, caller.zone, caller.lang),
        }
    }

    pub const fn attaches(&self) -> bool {
        !self.no_attach
    }

    /// Reads the plan's file for the host: the path that was typed, or the user's own plan of that stem if there is one.
    pub fn files(&self, here: &Here) -> Result<Vec<NamedFile>, Outcome> {
        let Some(plan) = self.plan.as_deref() else { return Ok(Vec::new()) };
        let path = plan_file(plan, &here.config_dir);
        match file::read(&path) {
            Ok(content) => Ok(vec![NamedFile { path, content }]),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !is_path(plan) => Ok(Vec::new()),
            Err(error) => Err(file::unreadable(&path, &error, here.lang)),
        }
    }

    /// Whether the plan was typed as a path.
    pub fn names_file(&self) -> bool {
        self.plan.as_deref().is_some_and(is_path)
    }

    /// The plan among these (name and source) that was named.
    pub fn own_plan(&self, plans: &[(String, String)]) -> Vec<NamedFile> {
        let named = plans.iter().find(|(name, _)| self.plan.as_deref() == Some(name));
        let file = |(name, source): &(String, String)| NamedFile {
            path: name.into(),
            content: source.clone().into_bytes(),
        };
        named.map(file).into_iter().collect()
    }

    fn plan(&self, caller: &Caller) -> Result<Plan, Outcome> {
        let by_default = format!("cyberattack-recovery.{}", caller.lang.code());
        let name = self.plan.as_deref().unwrap_or(&by_default);
        find_plan(name, &caller.files, caller.lang).map(|(_, plan)| plan)
    }
}

/// A plan is named by its path where the name could be no stem.
pub fn is_path(plan: &str) -> bool {
    plan.contains(['/', '\\'])
        || Path::new(plan).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("toml"))
}

/// Where the file of a plan is, by its path or by its stem among one's own.
pub fn plan_file(plan: &str, config_dir: &Path) -> PathBuf {
    if is_path(plan) { PathBuf::from(plan) } else { own_plans(config_dir).join(format!("{plan}.toml")) }
}

pub fn own_plans(config_dir: &Path) -> PathBuf {
    config_dir.join("runbooks")
}

/// The source of a plan and the plan: from the file that came along, else a built-in one.
pub fn find_plan(name: &str, files: &[NamedFile], lang: Lang) -> Result<(Vec<u8>, Plan), Outcome> {
    let (source, shown) = match files.first() {
        Some(file) => (file.content.clone(), file.path.display().to_string()),
        None if is_path(name) => {
            let path = Line::new(name);
            return Err(Outcome::unavailable(
                lang.say_with("file-missing", &[("file", path.as_str().into())]),
            ));
        }
        None => match runbook::find(name, &[]) {
            Ok((name, source)) => (source.as_bytes().to_vec(), name.to_owned()),
            Err(missing) => return Err(no_such_plan(&missing, lang)),
        },
    };
    match runbook::read_bytes(&source, &shown) {
        Ok(plan) => Ok((source, plan)),
        Err(problems) => Err(Outcome::refused(render_all(&problems, lang))),
    }
}

fn no_such_plan(missing: &NotFound, lang: Lang) -> Outcome {
    let known = missing.known.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
    let variables = [("name", missing.name.as_str().into()), ("known", known.into())];
    let message = lang.say_with("verb-no-such-plan", &variables);
    Outcome::refused(match &missing.near {
        Some(near) => {
            lang.say_with("cli-did-you-mean", &[("told", message.into()), ("meant", near.as_str().into())])
        }
        None => message,
    })
}

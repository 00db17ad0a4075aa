//! `start`: opens an incident from a plan.

use clap::Args;
use std::io;
use std::path::{Path, PathBuf};

use super::refusal::not_done;
use super::{Caller, Here, Outcome, file, pick, typed};
use crate::diagnostic::render_all;
use crate::incident::{Kind, Line, Pace, Plan, Severity, Situation};
use crate::lang::{Lang, vars};
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
    pub async fn run(&self, caller: &Caller, rooms: &Rooms) -> Result<Outcome, Outcome> {
        let plan = self.plan(caller)?;
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
            Ok(room) => Ok(Outcome::done(room.id().as_str())),
            Err(error) => Err(not_done(&error, None, caller.zone, caller.lang)),
        }
    }

    pub const fn attaches(&self) -> bool {
        !self.no_attach
    }

    pub fn files(&self, here: &Here) -> Result<Vec<NamedFile>, Outcome> {
        self.plan.as_deref().map_or(Ok(Vec::new()), |plan| plan_files(plan, here))
    }

    pub fn names_file(&self) -> bool {
        self.plan.as_deref().is_some_and(is_path)
    }

    /// The plan among these (name and source) that was named.
    pub fn own_plan(&self, plans: &[(String, String)]) -> Vec<NamedFile> {
        let named = plans.iter().find(|(name, _)| self.plan.as_deref() == Some(name));
        let file =
            |(name, source): &(String, String)| NamedFile { path: name.into(), content: source.clone().into_bytes() };
        named.map(file).into_iter().collect()
    }

    fn plan(&self, caller: &Caller) -> Result<Plan, Outcome> {
        let by_default = format!("cyberattack-recovery.{}", caller.lang.code());
        let name = self.plan.as_deref().unwrap_or(&by_default);
        find_plan(name, &caller.files, caller.lang).map(|(_, plan)| plan)
    }
}

/// A plan is named by its path if the name could not be a stem.
fn is_path(plan: &str) -> bool {
    plan.contains(['/', '\\']) || Path::new(plan).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("toml"))
}

pub fn plan_files(plan: &str, here: &Here) -> Result<Vec<NamedFile>, Outcome> {
    let is_path = is_path(plan);
    let path = if is_path { plan.into() } else { own_plans(&here.config_dir).join(format!("{plan}.toml")) };
    match file::read(&path) {
        Ok(content) => Ok(vec![NamedFile { path, content }]),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !is_path => Ok(Vec::new()),
        Err(error) => Err(file::unreadable(&path, &error, here.lang)),
    }
}

pub fn own_plans(config_dir: &Path) -> PathBuf {
    config_dir.join("runbooks")
}

/// A plan and its source, from the file sent along or the bundled ones.
pub fn find_plan(name: &str, files: &[NamedFile], lang: Lang) -> Result<(Vec<u8>, Plan), Outcome> {
    let (source, shown) = match files.first() {
        Some(file) => (file.content.clone(), file.path.display().to_string()),
        None if is_path(name) => {
            return Err(Outcome::unavailable(file::about(Path::new(name), "file-missing", lang)));
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
    let message = lang.say_with("verb-no-such-plan", &vars![name = missing.name.as_str(), known]);
    Outcome::refused(pick::meaning(message, missing.near.as_ref().map(Line::as_str).as_slice(), lang))
}

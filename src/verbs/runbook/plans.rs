//! The plans that can be named: the user's own, and the built-in ones.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use crate::incident::{Audience, AudienceId, Line, Plan};
use crate::runbook;
use crate::verbs::context::Here;
use crate::verbs::file;
use crate::verbs::outcome::Outcome;
use crate::verbs::start::{find_plan, is_path, own_plans, plan_file};
use crate::wire::NamedFile;

/// A plan that can be named, or why it cannot be read.
pub struct Known {
    pub name: String,
    /// `None` if it is built in.
    pub path: Option<PathBuf>,
    pub plan: Result<Plan, Vec<runbook::PlanDiagnostic>>,
}

pub fn known(here: &Here) -> Vec<Known> {
    let builtin = runbook::builtin().iter().map(|builtin| Known {
        name: builtin.name.to_owned(),
        path: None,
        plan: runbook::read(builtin.source, builtin.name),
    });
    let mut own: Vec<PathBuf> = std::fs::read_dir(own_plans(&here.config_dir))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
        .collect();
    own.sort();
    let own = own.into_iter().filter_map(|path| {
        let name = Line::new(path.file_stem()?.to_str()?).as_str().to_owned();
        let plan = runbook::read_bytes(&file::read(&path).ok()?, &path.display().to_string());
        Some(Known { name, path: Some(path), plan })
    });
    own.chain(builtin).collect()
}

/// The source of a plan and the plan, by its path or stem.
pub fn named(name: &str, here: &Here) -> Result<(Vec<u8>, Plan), Outcome> {
    plan_and_path(name, here).map(|(source, plan, _)| (source, plan))
}

/// The source of a plan, the plan, and its file; `None` if it is built in.
pub fn plan_and_path(name: &str, here: &Here) -> Result<(Vec<u8>, Plan, Option<PathBuf>), Outcome> {
    let path = plan_file(name, &here.config_dir);
    let files = match file::read(&path) {
        Ok(content) => vec![NamedFile { path: path.clone(), content }],
        Err(error) if error.kind() == io::ErrorKind::NotFound && !is_path(name) => Vec::new(),
        Err(error) => return Err(file::unreadable(&path, &error, here.lang)),
    };
    let path = (!files.is_empty()).then_some(path);
    let (source, plan) = find_plan(name, &files, here.lang)?;
    Ok((source, plan, path))
}

/// The audiences of the plans that can be named.
pub fn known_audiences(here: &Here) -> BTreeSet<AudienceId> {
    planned_audiences(here).map(|audience| audience.id).collect()
}

/// The audiences of those plans, once for each plan that has it.
pub fn planned_audiences(here: &Here) -> impl Iterator<Item = Audience> {
    let plans = known(here).into_iter().filter_map(|known| known.plan.ok());
    plans.flat_map(|plan| plan.audiences)
}

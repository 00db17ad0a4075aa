//! The plans that can be named: the user's own, and the built-in ones.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::files::toml_files;
use crate::incident::{Audience, AudienceId, Line, Plan};
use crate::runbook;
use crate::verbs::context::Here;
use crate::verbs::file;
use crate::verbs::outcome::Outcome;
use crate::verbs::start::{find_plan, own_plans, plan_files};

/// A plan that can be named, or why it cannot be read.
pub struct Known {
    pub name: String,
    /// `None` if it is bundled.
    pub path: Option<PathBuf>,
    pub plan: Result<Plan, Vec<runbook::PlanDiagnostic>>,
}

pub fn known(here: &Here) -> Vec<Known> {
    let builtin = runbook::builtin().iter().map(|builtin| Known {
        name: builtin.name.to_owned(),
        path: None,
        plan: runbook::read(builtin.source, builtin.name),
    });
    let own = toml_files(&own_plans(&here.config_dir)).into_iter().filter_map(|path| {
        let name = Line::new(path.file_stem()?.to_str()?).as_str().to_owned();
        let plan = runbook::read_bytes(&file::read(&path).ok()?, &path.display().to_string());
        Some(Known { name, path: Some(path), plan })
    });
    own.chain(builtin).collect()
}

/// A plan with its source and its file, `None` if it is bundled; by path or stem.
pub fn named(name: &str, here: &Here) -> Result<(Vec<u8>, Plan, Option<PathBuf>), Outcome> {
    let mut files = plan_files(name, here)?;
    let (source, plan) = find_plan(name, &files, here.lang)?;
    Ok((source, plan, files.pop().map(|file| file.path)))
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

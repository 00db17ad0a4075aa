//! `start`: opens an incident from a plan.

use clap::Args;
use std::path::{Path, PathBuf};

use super::typed;
use crate::incident::Severity;

#[derive(Clone, Debug, Args)]
pub struct Start {
    /// A built-in plan or one of the user's own by its stem, or a path.
    #[arg(value_name = "PLAN")]
    pub plan: Option<String>,
    #[arg(long)]
    pub title: Option<String>,
    #[arg(long, value_parser = typed::severity())]
    pub severity: Option<Severity>,
    #[arg(long)]
    pub exercise: bool,
    /// Only an exercise's clock can run fast: this makes it one.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub speed: Option<u32>,
    #[arg(long)]
    pub no_attach: bool,
}

impl Start {
    pub const fn attaches(&self) -> bool {
        !self.no_attach
    }

    /// The path that was typed, or where one's own plan of that stem would be.
    pub fn files(&self, config_dir: &Path) -> Vec<PathBuf> {
        match self.plan.as_deref() {
            None => Vec::new(),
            Some(plan) if is_path(plan) => vec![PathBuf::from(plan)],
            Some(stem) => vec![config_dir.join("runbooks").join(format!("{stem}.toml"))],
        }
    }
}

/// A plan is named by its path where the name could be no stem.
pub(super) fn is_path(plan: &str) -> bool {
    plan.contains(['/', '\\'])
        || Path::new(plan).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("toml"))
}

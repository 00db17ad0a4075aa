//! `completions`: what a shell needs to complete the verbs.

use clap::Args;
use clap_complete::Shell;

use super::{Outcome, help};
use crate::lang::Lang;

#[derive(Clone, Debug, Args)]
pub struct Completions {
    pub shell: Shell,
}

impl Completions {
    pub fn run(&self, lang: Lang) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut help::localized(lang), "warroom", &mut script);
        // Not cleaned: it is the program's own text, and its tabs matter.
        Outcome { stdout: String::from_utf8_lossy(&script).into_owned(), ..Outcome::default() }
    }
}

//! `completions`: what a shell needs to complete the verbs.

use clap::Args;
use clap_complete::Shell;

use super::{Outcome, localized};
use crate::lang::Lang;

#[derive(Clone, Debug, Args)]
pub struct Completions {
    pub shell: Shell,
}

impl Completions {
    pub fn run(&self, grammar: clap::Command, lang: Lang) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut localized::describe(grammar, lang), "warroom", &mut script);
        // Not cleaned: it is the program's own text, and its tabs matter.
        Outcome { stdout: String::from_utf8_lossy(&script).into_owned(), ..Outcome::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    #[test]
    fn every_shell_learns_every_verb() {
        for shell in Shell::value_variants() {
            let script = Completions { shell: *shell }.run(crate::verbs::cli::grammar(), Lang::Fr).stdout;
            for word in ["verify", "unblock", "--no-attach"] {
                assert!(script.contains(word.trim_start_matches('-')), "{shell}: {word}");
            }
        }
    }
}

//! `correct`: an entry of the log reads otherwise from now on; the old text stays visible.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Correct {
    /// The number of the entry.
    #[arg(value_name = "SEQ")]
    pub entry: u64,
    #[arg(required = true)]
    pub text: Vec<String>,
}

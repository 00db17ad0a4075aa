//! warroom, an incident command console for the terminal.

use std::process::ExitCode;

fn main() -> color_eyre::Result<ExitCode> {
    color_eyre::install()?;
    warroom::app::run()
}

//! Files that a command names: reading them with the user's own rights, and what is wrong with them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Cli, Here, Outcome, Verb};
use crate::incident::Line;
use crate::lang::Lang;
use crate::wire::NamedFile;

/// More than any file that a command reads may have: the reader of the format says so itself.
const MOST: u64 = 16 << 20;

/// Reads what a command line names, in the client, to be sent along to the host.
pub fn gather(cli: &Cli, here: &Here) -> Result<Vec<NamedFile>, Outcome> {
    let Some(Verb::Start(start)) = &cli.verb else { return Ok(Vec::new()) };
    let Some(path) = start.file(&here.config_dir) else { return Ok(Vec::new()) };
    match read(&path) {
        Ok(content) => Ok(vec![NamedFile { path, content }]),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !start.names_file() => Ok(Vec::new()),
        Err(error) => Err(unreadable(&path, &error, here.lang)),
    }
}

pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(path)?.take(MOST).read_to_end(&mut content)?;
    Ok(content)
}

/// Why a file cannot be read or written.
pub fn unreadable(path: &Path, error: &io::Error, lang: Lang) -> Outcome {
    let file = Line::new(&path.display().to_string());
    let file = file.as_str();
    Outcome::unavailable(match error.kind() {
        io::ErrorKind::NotFound => lang.say_with("file-missing", &[("file", file.into())]),
        io::ErrorKind::PermissionDenied => lang.say_with("file-forbidden", &[("file", file.into())]),
        io::ErrorKind::IsADirectory => lang.say_with("file-folder", &[("file", file.into())]),
        _ => lang.say_with("file-error", &[("file", file.into()), ("why", error.to_string().into())]),
    })
}

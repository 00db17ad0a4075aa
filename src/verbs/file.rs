//! Files that a command names: read with the user's own rights, and what is wrong with them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::outcome::Outcome;
use crate::incident::Line;
use crate::lang::Lang;

/// Longer than any format allows; its reader reports that.
const MAX: u64 = 16 << 20;

/// Reads a file that a command line names.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(path)?.take(MAX).read_to_end(&mut content)?;
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

//! The organisation's own templates, read from their folder.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::template::BYTES_MAX;
use super::templates::Templates;

/// More files than these are no templates.
const FILES_MAX: usize = 1000;

impl Templates {
    /// The bundled ones and those of a folder, which need not be there.
    pub fn of_folder(folder: &Path) -> io::Result<Self> {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let mut files = Vec::new();
        for entry in entries.take(FILES_MAX) {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if name.strip_suffix(".md").is_some() && entry.path().is_file() {
                files.push((name, read(&entry.path())?));
            }
        }
        Ok(Self::with(files))
    }
}

/// As much of a file as shows that it is too long.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

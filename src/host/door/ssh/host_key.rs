//! The key by which a client recognises the host.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use russh::keys::ssh_key::LineEnding;
use russh::keys::{Algorithm, PrivateKey};

use crate::files::{Fresh, Mode, Over};
use crate::host::{BadHostKey, HostError};

/// Reads the key, or makes one where there is none yet.
pub fn open(path: &Path) -> Result<PrivateKey, HostError> {
    let failed = |bad| HostError::HostKey { path: path.to_owned(), bad };
    match fs::symlink_metadata(path) {
        Ok(about) if about.mode() & 0o077 != 0 => Err(failed(BadHostKey::Open)),
        Ok(_) => PrivateKey::read_openssh_file(path).map_err(|error| failed(BadHostKey::NoKey(error.to_string()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => make(path).map_err(|error| failed(error.into())),
        Err(error) => Err(failed(error.into())),
    }
}

/// Makes a key that is there in whole or not at all, for this account alone.
fn make(path: &Path) -> io::Result<PrivateKey> {
    let mut key =
        PrivateKey::random(&mut russh::keys::key::safe_rng(), Algorithm::Ed25519).map_err(io::Error::other)?;
    key.set_comment("warroom");
    let mut fresh = Fresh::beside(path, Mode::Private)?;
    fresh.file().write_all(key.to_openssh(LineEnding::LF).map_err(io::Error::other)?.as_bytes())?;
    fresh.keep(Over::Nothing)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_key_is_made_once_for_this_account_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ssh_host_key");
        let made = open(&path).unwrap();
        assert_eq!(open(&path).unwrap().public_key(), made.public_key());
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_key_that_others_may_read_or_that_is_none_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ssh_host_key");
        open(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(open(&path).unwrap_err().to_string().contains("readable by others"));
        fs::write(&path, "no key").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(open(&path).is_err());
    }
}

//! Why something of the machine's could not be used.

use std::io::{Error, ErrorKind};

use super::Lang;

impl Lang {
    /// What an error of the system means; a rare one as the system says it, in English.
    pub fn why(self, error: &Error) -> String {
        let key = match error.kind() {
            ErrorKind::PermissionDenied => "host-io-forbidden",
            ErrorKind::NotFound => "host-io-missing",
            ErrorKind::AlreadyExists => "host-io-exists",
            ErrorKind::AddrInUse => "host-io-address-in-use",
            ErrorKind::AddrNotAvailable => "host-io-address-not-here",
            ErrorKind::StorageFull => "host-io-full",
            ErrorKind::ReadOnlyFilesystem => "host-io-read-only",
            ErrorKind::NotADirectory => "host-folder-not-folder",
            _ => return error.to_string(),
        };
        self.say(key)
    }
}

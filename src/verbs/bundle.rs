//! What is wrong with a bundle, in a person's language.

use std::io;
use std::path::Path;

use super::{Outcome, file};
use crate::evidence::{Bad, ZipError};
use crate::incident::Line;
use crate::lang::Lang;

/// Why a bundle is rejected.
pub fn refused(bad: &Bad, path: &Path, lang: Lang) -> Outcome {
    if let Bad::Io(error) = bad {
        return file::unreadable(path, error, lang);
    }
    let file = Line::new(&path.display().to_string());
    let variables = [("file", file.as_str().to_owned().into()), ("why", reason(bad, lang).into())];
    Outcome::refused(lang.say_with("bundle-bad", &variables))
}

/// What is wrong with a bundle, where that is why reading it failed.
pub fn fault(error: &io::Error) -> Option<Bad> {
    error.get_ref()?.downcast_ref().cloned().map(Bad::Zip)
}

fn reason(bad: &Bad, lang: Lang) -> String {
    let plain = |key: &str| lang.say(key);
    let named = |key: &str, name: &str| {
        // The name comes from the file, uncleaned.
        let name = Line::new(name).as_str().chars().take(80).collect::<String>();
        lang.say_with(key, &[("name", name.into())])
    };
    match bad {
        Bad::Zip(ZipError::NotZip) => plain("bundle-not-zip"),
        Bad::Zip(ZipError::CutShort) => plain("bundle-cut-short"),
        Bad::Zip(ZipError::TooMany) => plain("bundle-too-many"),
        Bad::Zip(ZipError::Layout) => plain("bundle-layout"),
        Bad::Zip(ZipError::Encrypted(name)) => named("bundle-encrypted", name),
        Bad::Zip(ZipError::Method(name)) => named("bundle-method", name),
        Bad::Zip(ZipError::Outside(name)) => named("bundle-outside", name),
        Bad::Zip(ZipError::Special(name)) => named("bundle-special", name),
        Bad::Zip(ZipError::Doubled(name)) => named("bundle-doubled", name),
        Bad::Zip(ZipError::Length(name)) => named("bundle-length", name),
        Bad::Zip(ZipError::Checksum(name)) => named("bundle-checksum", name),
        Bad::Format { found } => lang.say_with("bundle-format", &[("found", found.to_string().into())]),
        Bad::Unknown(name) => named("bundle-unknown", name),
        Bad::Missing(name) => named("bundle-missing", name),
        Bad::TooLong(name) => named("bundle-too-long", name),
        Bad::Unreadable(name) => named("bundle-unreadable", name),
        Bad::Sum(name) => named("bundle-sum", name),
        Bad::Head(head) => lang.say_with(
            "bundle-head",
            &[("record", head.seq.0.into()), ("head", head.hash.to_string().into())],
        ),
        Bad::Incident => plain("bundle-incident"),
        Bad::Journal(damage) => {
            let why = lang.say(damage.flaw.key());
            lang.say_with("bundle-journal", &[("record", damage.record.into()), ("why", why.into())])
        }
        Bad::Io(error) => Line::new(&error.to_string()).as_str().to_owned(),
    }
}

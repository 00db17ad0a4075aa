//! A bundle as received, and whether it holds what it claims.

use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;

use super::zip::{self, Archive, Entry, Unpacked, ZipError};
use super::{Claim, HEAD, JOURNAL, PARTS, Part, SUMS};
use crate::incident::{Event, HeaderEvent, IncidentId, Recorded};
use crate::journal::{Damage, Head, salvage};

/// A bundle whose files are the expected ones; what is in them is not yet checked.
#[derive(Clone, Debug)]
pub struct Bundle {
    archive: Archive,
    claim: Claim,
}

/// The verified content of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub incident: IncidentId,
    pub head: Head,
    /// How many files were compared with their sums.
    pub files: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum Bad {
    #[error(transparent)]
    Zip(ZipError),
    #[error("a bundle of format {found}")]
    Format { found: u64 },
    #[error("unexpected file: {0}")]
    Unknown(String),
    #[error("missing file: {0}")]
    Missing(&'static str),
    #[error("too long: {0}")]
    TooLong(&'static str),
    /// `HEAD` or `SHA256SUMS` is not written as they are.
    #[error("not readable: {0}")]
    Unreadable(&'static str),
    /// A file is not the one that `SHA256SUMS` was made of.
    #[error("changed: {0}")]
    Sum(String),
    /// The journal ends with another record than `HEAD` says.
    #[error("the journal ends with record {}, {}", .0.seq, .0.hash)]
    Head(Head),
    /// The journal is one of another incident than `HEAD` says.
    #[error("the journal is of another incident")]
    Incident,
    #[error("the journal is damaged: {0}")]
    Journal(Damage),
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for Bad {
    fn from(error: io::Error) -> Self {
        match zip::fault(&error) {
            Some(fault) => Self::Zip(fault.clone()),
            None => Self::Io(error),
        }
    }
}

/// Whether a file is a bundle rather than a journal, by its first bytes.
pub fn is_bundle(file: &File) -> bool {
    let mut first = [0; 4];
    file.read_exact_at(&mut first, 0).is_ok() && zip::begins(&first)
}

impl Bundle {
    /// Reads which files there are, and what they are said to hold.
    pub fn open(file: File) -> Result<Self, Bad> {
        let archive = Archive::open(file)?;
        // A newer format may hold other files, so the format is checked first.
        let claim = match Claim::read(&text_of(&archive, HEAD)?) {
            Ok(claim) => claim,
            Err(Some(found)) => return Err(Bad::Format { found }),
            Err(None) => return Err(Bad::Unreadable(HEAD.name)),
        };
        for entry in archive.entries() {
            let Some(part) = PARTS.iter().find(|part| part.name == entry.name) else {
                return Err(Bad::Unknown(entry.name.clone()));
            };
            entry_of(&archive, *part)?;
        }
        for part in PARTS.iter().filter(|part| part.needed) {
            entry_of(&archive, *part)?;
        }
        Ok(Self { archive, claim })
    }

    pub fn incident(&self) -> &IncidentId {
        &self.claim.incident
    }

    /// The last record, as claimed.
    pub fn head(&self) -> Head {
        self.claim.head
    }

    /// The length of the journal, as claimed.
    pub fn journal_len(&self) -> u64 {
        entry_of(&self.archive, JOURNAL).map_or(0, |entry| entry.length.into())
    }

    /// Opens the journal's bytes.
    pub fn journal(&self) -> Result<Unpacked, Bad> {
        Ok(self.archive.read(entry_of(&self.archive, JOURNAL)?)?)
    }

    /// Checks everything and writes the journal to `copy`, which is worthless after an error.
    pub fn prove(&self, copy: &mut dyn Write) -> Result<Proof, Bad> {
        let sums = text_of(&self.archive, SUMS)?;
        let mut sums = read_sums(&sums).ok_or(Bad::Unreadable(SUMS.name))?;
        let mut files = 0;
        for entry in self.archive.entries().iter().filter(|entry| entry.name != SUMS.name) {
            let mut reader = Summed::new(self.archive.read(entry)?);
            if entry.name == JOURNAL.name {
                self.check_journal(Tee { reader: &mut reader, copy })?;
            }
            io::copy(&mut reader, &mut io::sink())?;
            let place = sums.iter().position(|(_, name)| *name == entry.name);
            let (expected, name) = sums.swap_remove(place.ok_or_else(|| Bad::Sum(entry.name.clone()))?);
            if expected != reader.sum() {
                return Err(Bad::Sum(name.to_owned()));
            }
            files += 1;
        }
        match sums.first() {
            Some((_, name)) => Err(Bad::Sum((*name).to_owned())),
            None => Ok(Proof { incident: self.claim.incident.clone(), head: self.claim.head, files }),
        }
    }

    fn check_journal(&self, reader: impl Read) -> Result<(), Bad> {
        let mut is_its = false;
        let read = salvage(reader, &mut |recorded: Recorded| {
            if let (1, Event::Header(HeaderEvent::Opened(opened))) = (recorded.seq.0, &recorded.event) {
                is_its = opened.incident == self.claim.incident;
            }
        })?;
        match read.damage {
            Some(damage) => Err(Bad::Journal(damage)),
            None if read.head != self.claim.head => Err(Bad::Head(read.head)),
            None if !is_its => Err(Bad::Incident),
            None => Ok(()),
        }
    }
}

fn entry_of(archive: &Archive, part: Part) -> Result<&Entry, Bad> {
    let entry = archive.entries().iter().find(|entry| entry.name == part.name).ok_or(Bad::Missing(part.name))?;
    if u64::from(entry.length) > part.most { Err(Bad::TooLong(part.name)) } else { Ok(entry) }
}

fn text_of(archive: &Archive, part: Part) -> Result<String, Bad> {
    let mut bytes = Vec::new();
    archive.read(entry_of(archive, part)?)?.read_to_end(&mut bytes)?;
    String::from_utf8(bytes).map_err(|_| Bad::Unreadable(part.name))
}

fn read_sums(text: &str) -> Option<Vec<(&str, &str)>> {
    text.lines().map(|line| line.split_once("  ")).collect()
}

/// Sums what is read.
pub(super) struct Summed<R> {
    reader: R,
    sum: Sha256,
}

impl<R> Summed<R> {
    pub fn new(reader: R) -> Self {
        Self { reader, sum: Sha256::new() }
    }

    /// In lower-case hexadecimal digits.
    pub fn sum(self) -> String {
        self.sum.finalize().iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
    }
}

impl<R: Read> Read for Summed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.sum.update(&buffer[..read]);
        Ok(read)
    }
}

struct Tee<'a, R> {
    reader: R,
    copy: &'a mut dyn Write,
}

impl<R: Read> Read for Tee<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.copy.write_all(&buffer[..read])?;
        Ok(read)
    }
}

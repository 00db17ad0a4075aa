//! Making a bundle.

use std::fs::File;
use std::io::{self, Read, Seek, Write};

use super::bundle::Summed;
use super::zip::Writer;
use super::{Bad, Bundle, Claim, HEAD, HOW, JOURNAL, PLAN, Proof, REPORT_HTML, REPORT_MD, SCRIPT, SUMS};
use crate::journal::{Damage, Flaw};
use crate::replay::Recording;

/// The script that checks a journal without warroom, the same as in the documentation.
const VERIFY: &str = include_str!("../../docs/verify.py");

/// The files of a bundle beside the journal.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub plan: String,
    pub report_html: String,
    pub report_md: String,
    pub how: String,
}

#[derive(Debug, thiserror::Error)]
pub enum NotExported {
    /// A bundle proves a log; one that is damaged proves nothing behind that record.
    #[error("the journal is damaged: {0}")]
    Damaged(Damage),
    /// The journal is not the one that was read first.
    #[error("the journal was changed meanwhile")]
    Changed,
    /// The written bundle does not pass its check.
    #[error("the bundle does not hold: {0}")]
    Bad(Bad),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes a bundle of as many records as `recording` has to an empty file, then reads it back and checks it.
///
/// `journal` is read again from its first byte; what a live incident appended since is left out.
pub fn export(recording: &Recording, texts: &Texts, journal: &mut dyn Read, out: &File) -> Result<Proof, NotExported> {
    if let Some(damage) = recording.damage.filter(|damage| damage.flaw != Flaw::CutShort) {
        return Err(NotExported::Damaged(damage));
    }
    let claim = Claim { incident: recording.incident.id.clone(), head: recording.head };
    let mut bundle = Summing { zip: Writer::new(out), sums: String::new() };
    let printed = claim.print();
    bundle.add(HEAD.name, &mut printed.as_bytes())?;
    bundle.add(JOURNAL.name, &mut Lines::new(journal, recording.records))?;
    let texts = [
        (PLAN, texts.plan.as_str()),
        (REPORT_HTML, texts.report_html.as_str()),
        (REPORT_MD, texts.report_md.as_str()),
        (HOW, texts.how.as_str()),
        (SCRIPT, VERIFY),
    ];
    for (part, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        bundle.add(part.name, &mut text.as_bytes())?;
    }
    let Summing { mut zip, sums } = bundle;
    zip.add(SUMS.name, &mut sums.as_bytes())?;
    zip.finish()?;
    out.sync_all()?;
    let written = Bundle::open(out.try_clone()?).map_err(NotExported::Bad)?;
    match written.prove(&mut io::sink()) {
        Ok(proof) => Ok(proof),
        Err(Bad::Head(_) | Bad::Journal(_)) => Err(NotExported::Changed),
        Err(bad) => Err(NotExported::Bad(bad)),
    }
}

struct Summing<W> {
    zip: Writer<W>,
    sums: String,
}

impl<W: Write + Seek> Summing<W> {
    fn add(&mut self, name: &str, content: &mut dyn Read) -> io::Result<()> {
        let mut reader = Summed::new(content);
        self.zip.add(name, &mut reader)?;
        self.sums.extend([&*reader.sum(), "  ", name, "\n"]);
        Ok(())
    }
}

/// The first lines of a reader: the journal as it was read before.
pub struct Lines<R> {
    reader: R,
    left: u64,
}

impl<R> Lines<R> {
    pub const fn new(reader: R, lines: u64) -> Self {
        Self { reader, left: lines }
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let read = self.reader.read(buffer)?;
        for (place, byte) in buffer[..read].iter().enumerate() {
            if *byte == b'\n' {
                self.left -= 1;
                if self.left == 0 {
                    return Ok(place + 1);
                }
            }
        }
        Ok(read)
    }
}

//! Evidence: a log exported as one file, which anyone can check and another machine can import.
//!
//! A bundle is a ZIP file. It holds the journal byte for byte, the plan, the report, the head, and how to check it all
//! with a Python interpreter alone. Hostile bundles are read as streams: nothing in one decides how much memory is used,
//! or where anything is written.

mod against;
mod bundle;
mod export;
mod zip;

pub use against::{Against, NotCompared, compare, find};
pub use bundle::{Bad, Bundle, Proof, is_bundle};
pub use export::{Lines, NotExported, Texts, export};
pub use zip::ZipError;

use crate::incident::IncidentId;
use crate::journal::{Hash, Head};

const FORMAT: u64 = 1;

const HEAD_LINE: &str = "warroom-bundle ";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    name: &'static str,
    /// No more is read of it.
    most: u64,
    /// Whether a bundle can do without it.
    needed: bool,
}

/// All that a bundle may hold, in its order.
const PARTS: [Part; 8] = [HEAD, JOURNAL, PLAN, REPORT_HTML, REPORT_MD, HOW, SCRIPT, SUMS];

const HEAD: Part = Part { name: "HEAD", most: 4 << 10, needed: true };
const JOURNAL: Part = Part { name: "journal.jsonl", most: crate::replay::BYTES_MAX, needed: true };
const PLAN: Part = Part { name: "plan.toml", most: 16 << 20, needed: false };
const REPORT_HTML: Part = Part { name: "report.html", most: 1 << 30, needed: false };
const REPORT_MD: Part = Part { name: "report.md", most: 1 << 30, needed: false };
const HOW: Part = Part { name: "VERIFY.md", most: 1 << 20, needed: false };
const SCRIPT: Part = Part { name: "verify.py", most: 1 << 20, needed: false };
const SUMS: Part = Part { name: "SHA256SUMS", most: 4 << 10, needed: true };

/// The claim of `HEAD`, to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Claim {
    incident: IncidentId,
    head: Head,
}

impl Claim {
    fn print(&self) -> String {
        let Self { incident, head } = self;
        format!("{HEAD_LINE}{FORMAT}\nincident {incident}\nrecords {}\nhead {}\n", head.seq, head.hash)
    }

    /// Parses the output of [`Self::print`]; the error is the number of another format.
    fn read(text: &str) -> Result<Self, Option<u64>> {
        let mut lines = text.lines();
        let format: u64 = lines.next().and_then(|it| it.strip_prefix(HEAD_LINE)?.parse().ok()).ok_or(None)?;
        if format != FORMAT {
            return Err(Some(format));
        }
        let mut field = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let claim = (|| {
            let incident = field("incident")?.parse().ok()?;
            let seq = crate::incident::Seq(field("records")?.parse().ok()?);
            let hash: Hash = field("head")?.parse().ok()?;
            Some(Self { incident, head: Head { seq, hash } })
        })();
        claim.filter(|claim| claim.print() == text).ok_or(None)
    }
}

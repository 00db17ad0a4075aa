//! The report of an incident on the screen.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::document::{Block, Document};
use crate::draft::Readers;
use crate::incident::{IncidentId, Moment};
use crate::journal::Flaw;
use crate::lang::{Lang, vars};
use crate::replay::{self, Limit, Recording, Unreadable};
use crate::report::{Options, Report};
use crate::room::{FindError, Rooms};
use crate::ui::Reported;

/// How many lines of one table are laid out at a screen.
const LINES_MAX: usize = 2000;

/// Each report takes a processor, so others wait; no room does.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A recording that is not one of the host's: how to read it again, and its name on a command line.
#[derive(Clone)]
pub struct Origin {
    pub name: String,
    pub read: Arc<dyn Fn() -> Result<Recording, String> + Send + Sync>,
    /// Names that are masked for external readers.
    pub people: Vec<String>,
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Origin").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A report that a person asked for.
pub struct Wanted {
    pub of: IncidentId,
    pub origin: Option<Origin>,
    pub people: Vec<String>,
    pub lang: Lang,
    /// The door that the person came through.
    pub via: String,
}

impl Wanted {
    /// Makes the report on other threads than the sessions', whatever the length of the log.
    pub async fn make(self, rooms: Rooms) -> Result<Box<Reported>, String> {
        let Self { of, origin, mut people, lang, via } = self;
        let gone = |_| lang.say("unrecorded-gone");
        let _turn = AT_ONCE.acquire().await.map_err(|_| lang.say("unrecorded-gone"))?;
        let now = rooms.clock().wall();
        let name = origin.as_ref().map_or_else(|| of.to_string(), |origin| quoted(&origin.name));
        let recording = if let Some(Origin { read, people: hidden, .. }) = origin {
            people.extend(hidden);
            tokio::task::spawn_blocking(move || read()).await.map_err(gone)??
        } else {
            let unknown = |error: FindError| {
                tracing::warn!(%error, "a report could not be made");
                lang.say("session-no-room")
            };
            let (_, journal) = rooms.journal(Some(of.as_str())).await.map_err(unknown)?;
            whole(&rooms, &of, journal).await.map_err(|why| why.say(lang))?
        };
        let make = move || reported(&recording, people, now, &commands(&name, &via, lang), lang);
        tokio::task::spawn_blocking(make).await.map_err(gone)
    }
}

fn reported(
    recording: &Recording,
    people: Vec<String>,
    now: Moment,
    commands: &[String; 2],
    lang: Lang,
) -> Box<Reported> {
    // Follow-up actions are late in real days, whatever the pace of an exercise.
    let today = now.with_timezone(&recording.incident.zone).date_naive();
    let internal = Options { lang, readers: Readers::Internal, people, today: Some(today) };
    let external = Options { readers: Readers::External, ..internal.clone() };
    let document = |options| shortened(Report::of(recording, options).document());
    let commands = commands.clone();
    Box::new(Reported { internal: document(&internal), external: document(&external), commands })
}

/// Cuts very long tables to their last lines, with a note, so that the document is quick to lay out.
fn shortened(mut document: Document) -> Document {
    let lang = document.lang;
    for section in &mut document.sections {
        let blocks = std::mem::take(&mut section.blocks);
        for mut block in blocks {
            if let Block::Table(table) = &mut block
                && let Some(left) = table.rows.len().checked_sub(LINES_MAX).filter(|left| *left > 0)
            {
                table.rows.drain(..left);
                let counts = vars![shown = LINES_MAX, left];
                section.blocks.push(Block::Paragraph(lang.say_with("ask-report-shortened", &counts).into()));
            }
            section.blocks.push(block);
        }
    }
    document
}

/// Returns the commands that print it into a file: for internal and for external readers.
fn commands(name: &str, via: &str, lang: Lang) -> [String; 2] {
    // By SSH the program is only at the other end, under a name that the person knows.
    let program = match via {
        "ssh" => format!("ssh {}", lang.say("ask-report-host")),
        _ => "warroom".to_owned(),
    };
    let file = lang.say("ask-report-file-name");
    ["", " --audience external"].map(|to| format!("{program} report {name}{to} --format html > {file}"))
}

/// Quotes a name for a shell.
fn quoted(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '+' | ',' | '=' | ':');
    if !name.is_empty() && !name.starts_with('-') && name.chars().all(is_plain) {
        return name.to_owned();
    }
    format!("'{}'", name.replace('\'', r"'\''"))
}

/// Reads an incident of this host from disk.
pub async fn whole(rooms: &Rooms, id: &IncidentId, journal: PathBuf) -> Result<Recording, Unreadable> {
    let recording = read(journal.clone()).await?;
    match &recording.damage {
        // The room may be writing that record; once published, it is complete.
        Some(damage) if damage.flaw == Flaw::CutShort && written(rooms, id, damage.record).await => read(journal).await,
        _ => Ok(recording),
    }
}

async fn read(journal: PathBuf) -> Result<Recording, Unreadable> {
    let read = move || replay::read(std::fs::File::open(journal)?, Limit::default());
    match tokio::task::spawn_blocking(read).await {
        Ok(recording) => recording,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

async fn written(rooms: &Rooms, id: &IncidentId, record: u64) -> bool {
    let Ok(room) = rooms.find(Some(id.as_str())).await else { return false };
    room.publishes(record).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_names_what_is_read_as_a_shell_takes_it() {
        let of = |name: &str, via| commands(&quoted(name), via, Lang::En);
        let [internal, external] = of("20261122-mail-k3f9", "local");
        assert_eq!(internal, "warroom report 20261122-mail-k3f9 --format html > report.html");
        let outward = "warroom report 20261122-mail-k3f9 --audience external --format html > report.html";
        assert_eq!(external, outward);
        assert_eq!(
            of("it's here/a b.jsonl", "replay")[0],
            r"warroom report 'it'\''s here/a b.jsonl' --format html > report.html"
        );
        assert_eq!(of("x-1", "ssh")[0], "ssh HOST report x-1 --format html > report.html");
    }
}

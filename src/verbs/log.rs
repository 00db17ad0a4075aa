//! `log`: writes an entry, or prints the log if no text is given.

use clap::Args;
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::{Outcome, json, table, typed};
use crate::incident::{Command, Entry, EntryKind, Incident, Line, LogCommand, PersonName, Prose};
use crate::lang::{EntryText, Lang, vars};

#[expect(clippy::struct_excessive_bools, reason = "flags of the command line")]
#[derive(Clone, Debug, Args)]
pub struct Log {
    text: Vec<String>,
    #[arg(long, requires = "text", conflicts_with = "fact")]
    decision: bool,
    #[arg(long, requires = "text")]
    fact: bool,
    #[arg(long, requires = "decision")]
    why: Option<String>,
    #[arg(long, requires = "decision")]
    objection: Option<String>,
    #[arg(long, value_name = "N", conflicts_with = "text")]
    last: Option<usize>,
    #[arg(long, conflicts_with = "text", value_parser = typed::one_of(&EntryKind::ALL, EntryKind::name))]
    kind: Option<EntryKind>,
    #[arg(long, conflicts_with = "text")]
    person: Option<String>,
    #[arg(long, value_name = "WORDS", conflicts_with = "text")]
    search: Option<String>,
    /// Also entries that matter only for tracing a delivery.
    #[arg(long, conflicts_with = "text")]
    all: bool,
    #[arg(long, conflicts_with = "text")]
    json: bool,
}

impl Log {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        if self.text.is_empty() {
            return Err(self.shown(room));
        }
        let text = typed::prose(&self.text);
        let prose = |text: &Option<String>| Prose::new(text.as_deref().unwrap_or_default());
        Ok(Command::Log(if self.decision {
            LogCommand::Decide { text, why: prose(&self.why), objections: prose(&self.objection) }
        } else if self.fact {
            LogCommand::RecordFact { text }
        } else {
            LogCommand::Note { text }
        }))
    }

    fn shown(&self, room: &RoomCommand<'_>) -> Outcome {
        let (lang, incident) = (room.lang, room.incident());
        let person = self.person.as_deref().map(PersonName::new);
        let words = self.search.as_deref().unwrap_or_default().to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let wanted = incident.log.iter().rev().filter(|entry| {
            (self.all || !entry.is_technical())
                && self.kind.is_none_or(|kind| entry.kind() == kind)
                && person.as_ref().is_none_or(|person| entry.by.person == *person)
        });
        // From the newest backwards, so a short look at a long log is short.
        let newest = wanted.filter_map(|entry| {
            let entry_text = lang.entry(incident, entry);
            says(&entry_text, &words).then_some((entry, entry_text))
        });
        let mut found: Vec<_> = newest.take(self.last.unwrap_or(usize::MAX)).collect();
        found.reverse();
        if self.json {
            return Outcome::json(&found.iter().map(|(entry, entry_text)| value(entry, entry_text)).collect());
        }
        if found.is_empty() {
            return Outcome::done(lang.say("verb-no-entries"));
        }
        Outcome::done(rows(incident, &found, lang))
    }
}

/// Whether an entry contains every word, in its current or original text.
fn says(entry_text: &EntryText, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let struck = entry_text.struck.as_deref().unwrap_or_default();
    let text = format!("{}\n{}\n{struck}", entry_text.what, entry_text.text).to_lowercase();
    words.iter().all(|word| text.contains(word))
}

fn rows(incident: &Incident, found: &[(&Entry, EntryText)], lang: Lang) -> String {
    let mut day = None;
    let mut lines = Vec::new();
    for (entry, entry_text) in found {
        let date = entry.wall.with_timezone(&incident.zone).date_naive();
        let time = if day.replace(date) == Some(date) {
            lang.time(entry.wall, incident.zone)
        } else {
            lang.date_time(entry.wall, incident.zone)
        };
        let label = if entry_text.what.is_empty() { String::new() } else { format!("{}  ", entry_text.what) };
        let mut text = format!("{label}{}", in_a_row(entry, &entry_text.text));
        if let Some(struck) = &entry_text.struck {
            let variables = vars![text, struck = Line::new(struck).as_str().to_owned()];
            text = lang.say_with("verb-corrected", &variables);
        }
        if entry.undone.is_some() {
            text = lang.say_with("verb-undone", &vars![text]);
        }
        lines.push([entry.seq.to_string(), time, entry.by.person.to_string(), text]);
    }
    // Numbers and times are aligned right.
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let (seq, time) = (width(0), width(1));
    let lines: Vec<_> = lines
        .into_iter()
        .map(|[number, at, person, text]| [format!("{number:>seq$}"), format!("{at:>time$}"), person, text])
        .collect();
    table::align(&lines)
}

/// The text of a row: for an update its first line, as `update show` prints the rest.
fn in_a_row(entry: &Entry, text: &str) -> Line {
    match text.trim_end().split_once('\n') {
        Some((first, _)) if entry.kind() == EntryKind::Update => {
            Line::new(&format!("{} […]", first.replacen("# ", "", 1)))
        }
        _ => Line::new(text),
    }
}

fn value(entry: &Entry, entry_text: &EntryText) -> Value {
    json!({
        "seq": entry.seq,
        "at": json::moment(entry.wall),
        "person": entry.by.person,
        "via": entry.by.via,
        "kind": entry.kind().name(),
        "text": entry_text.text,
        "event": entry.event,
        "correction": entry.correction.as_ref().map(|it| json!({
            "seq": it.seq,
            "at": json::moment(it.at),
            "by": it.by,
            "text": it.text,
        })),
        "undone": entry.undone,
    })
}

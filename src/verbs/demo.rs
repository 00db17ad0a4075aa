//! `demo`: a living room in a temporary folder. Its incident is an exercise on the bundled plan, six hours in, from a script.

use chrono_tz::Tz;
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use crate::clock::Clock;
use crate::incident::{
    Command, Context, Event, Incident, IncidentId, Kind, Line, Moment, Open, Pace, Prose, Recorded, Seq, Severity,
    Signature, Situation, Span, SystemCommand, Who, decide, open,
};
use crate::journal::{AppendError, FileJournal, Journal, OpenError};
use crate::lang::Lang;
use crate::runbook;

const SCRIPT: &str = include_str!("demo/script.txt");
/// How long after its opening the story ends: now.
const LENGTH: &str = "6:24:30";
const COMMANDER: &str = "alice";

/// Why the example room could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    #[error("the folder of the example cannot be made: {0}")]
    Folder(#[from] std::io::Error),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Append(#[from] AppendError),
}

/// Writes the example's journal under `incidents`; its story ends at this instant, and its clock continues from there.
pub fn seed(incidents: &Path, clock: &Clock, zone: Tz, lang: Lang) -> Result<IncidentId, SeedError> {
    let opened_at = clock.wall() - span(LENGTH);
    let mut story = Story::open(opened_at, &clock.letters(), zone, lang);
    for line in SCRIPT.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split(' ');
        let (at, person) = words.next().zip(words.next()).expect("a line of the script begins with both");
        let context = Context::owner(opened_at + span(at), Signature::new(person, "local"));
        story.ask(command(words, &story.incident, lang), &context);
        // The demo has no targets: its updates stay in the log.
        let posted = story.incident.unaddressed().next().map(|update| update.seq);
        if let Some(update) = posted {
            let address = Command::System(SystemCommand::Address { update, targets: Vec::new() });
            story.ask(address, &Context::new(context.at, Who::system()));
        }
    }
    let folder = incidents.join(story.incident.id.as_str());
    DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
    FileJournal::create(&folder.join("journal.jsonl"))?.append(Seq::ZERO, &story.records)?;
    Ok(story.incident.id)
}

fn span(text: &str) -> Span {
    let number = |text: &str| text.parse::<i64>().expect("the script's times are numbers");
    Span::seconds(text.split(':').fold(0, |sum, part| sum * 60 + number(part)))
}

/// Parses `note text=@note-phones`: the type of a command and its fields.
fn command<'a>(mut words: impl Iterator<Item = &'a str>, incident: &Incident, lang: Lang) -> Command {
    let mut fields = serde_json::Map::new();
    fields.insert("type".to_owned(), words.next().into());
    for word in words {
        let (name, value) = word.split_once('=').expect("a field of the script has a value");
        let value = match (value.strip_prefix('@'), value.strip_prefix('#')) {
            (Some(key), _) => lang.say(&format!("demo-{key}")),
            (_, Some(place)) => incident.audiences[place.parse::<usize>().expect("a place")].id.to_string(),
            _ => value.to_owned(),
        };
        fields.insert(name.to_owned(), value.into());
    }
    serde_json::from_value(fields.into()).expect("the script's commands are commands")
}

struct Story {
    incident: Incident,
    records: Vec<Recorded>,
}

impl Story {
    fn open(opened_at: Moment, letters: &str, zone: Tz, lang: Lang) -> Self {
        let plan = runbook::builtin().iter().find(|plan| plan.name.ends_with(lang.code()));
        let title = lang.say("demo-title");
        let date = opened_at.with_timezone(&zone).date_naive();
        let opening = Open {
            incident: IncidentId::compose(date, &title, letters),
            title: Line::new(&title),
            severity: Severity::Sev1,
            kind: Kind::Exercise,
            pace: Pace { speed: 1, real_start: opened_at },
            situation: Situation {
                what: Prose::new(&lang.say("demo-what")),
                since: Line::new(&lang.say("demo-since")),
                impact: Prose::new(&lang.say("demo-impact")),
            },
            zone,
            plan: plan.expect("there is a bundled plan in every language").plan(),
        };
        let context = Context::owner(opened_at, Signature::new(COMMANDER, "local"));
        let event = open(opening, &context).expect("a test plays the script in every language");
        let first = Recorded { seq: Seq(1), at: context.at, by: context.who.by, act: None, event };
        let incident = Incident::begin(&first).expect("the first record opens the incident");
        Self { incident, records: vec![first] }
    }

    fn ask(&mut self, command: Command, context: &Context) {
        let events = decide(&self.incident, command, context);
        let events: Vec<Event> = events.expect("a test plays the script in every language");
        let first = self.incident.seq.next();
        for event in events {
            let seq = self.incident.seq.next();
            let act = (seq != first).then_some(first);
            let record = Recorded { seq, at: context.at, by: context.who.by.clone(), act, event };
            self.incident.apply(&record);
            self.records.push(record);
        }
    }
}

#[cfg(test)]
mod tests;

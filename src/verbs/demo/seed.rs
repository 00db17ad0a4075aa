//! The incident of the demo: an exercise on the bundled plan, six hours in, from a script.

use chrono_tz::Tz;
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use crate::clock::Clock;
use crate::incident::{
    Command, Context, Event, HeaderCommand, Health, Incident, IncidentId, Kind, Line, LogCommand, Moment,
    Occasion, Open, Pace, PersonName, Prose, Recorded, Seq, ServiceCommand, ServiceId, Severity, Signature,
    Situation, Span, StepCommand, StepId, SystemCommand, TaskCommand, TaskId, UpdateCommand, Who, decide,
    open,
};
use crate::journal::{AppendError, FileJournal, Journal, OpenError};
use crate::lang::Lang;
use crate::runbook;

/// The whole story ends so long after its opening, in seconds: now.
const LENGTH: i64 = at(6, 24, 30);

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

/// Writes the example's journal under `incidents`; its story ends at this instant, and its clock goes on from there.
pub fn seed(incidents: &Path, clock: &Clock, zone: Tz, lang: Lang) -> Result<IncidentId, SeedError> {
    let now = clock.wall();
    let story = tell(now - Span::seconds(LENGTH), &clock.letters(), zone, lang);
    let folder = incidents.join(story.incident.id.as_str());
    DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
    FileJournal::create(&folder.join("journal.jsonl"))?.append(Seq::ZERO, &story.records)?;
    Ok(story.incident.id)
}

/// What one person does; texts are keys of messages.
enum Deed {
    Start(&'static str),
    Finish(&'static str),
    Begin(&'static str),
    Tick(&'static str),
    Assign(&'static str, &'static str),
    Block(&'static str, &'static str),
    Comment(&'static str, &'static str),
    Note(&'static str),
    Fact(&'static str),
    /// What is decided, and why.
    Decide(&'static str, &'static str),
    Hold(&'static str),
    Resume,
    Service(&'static str, Health),
    /// The update for the plan's audience of that number.
    Tell(usize, Occasion, &'static str),
}

use Deed::{
    Assign, Begin, Block, Comment, Decide, Fact, Finish, Hold, Note, Resume, Service, Start, Tell, Tick,
};

/// The places of the bundled plans' audiences.
const TEAM: usize = 0;
const MANAGEMENT: usize = 1;
const CLIENTS: usize = 2;

const fn at(hours: i64, minutes: i64, seconds: i64) -> i64 {
    (hours * 60 + minutes) * 60 + seconds
}

/// Four phases and a break are over, one of them early, one on time, one late; one runs past its most, the next has
/// been started beside it.
const SCRIPT: &[(i64, &str, Deed)] = &[
    // Assess: early.
    (at(0, 0, 40), COMMANDER, Start("assess")),
    (at(0, 2, 5), "lucie", Tick("assess.client.1")),
    (at(0, 3, 30), "lucie", Tick("assess.client.2")),
    (at(0, 4, 10), "karim", Assign("assess.dsi.1", "karim")),
    (at(0, 4, 20), "karim", Begin("assess.dsi.1")),
    (at(0, 9, 45), "inès", Fact("demo-fact-ransom")),
    (at(0, 12, 15), "inès", Tick("assess.sysadmin.1")),
    (at(0, 14, 0), "zoé", Tick("assess.dev.1")),
    (at(0, 17, 50), COMMANDER, Decide("demo-decide-vpn", "demo-decide-vpn-why")),
    (at(0, 18, 30), "inès", Service("network", Health::Down)),
    (at(0, 21, 0), COMMANDER, Tell(MANAGEMENT, Occasion::Opening, "demo-tell-opening")),
    (at(0, 24, 10), "karim", Tick("assess.dsi.1")),
    (at(0, 29, 30), "karim", Tick("assess.dsi.2")),
    (at(0, 31, 0), "jean-françois", Tick("assess.direction.1")),
    (at(0, 36, 20), "inès", Fact("demo-fact-backups")),
    (at(0, 38, 12), COMMANDER, Finish("assess")),
    // Inform: on time.
    (at(0, 38, 30), COMMANDER, Start("inform")),
    (at(0, 44, 0), "jean-françois", Begin("inform.direction.1")),
    (at(0, 52, 0), "lucie", Note("demo-note-phones")),
    (at(1, 3, 0), "inès", Tick("inform.sysadmin.1")),
    (at(1, 5, 0), COMMANDER, Tell(CLIENTS, Occasion::Opening, "demo-tell-opening")),
    (at(1, 9, 20), "zoé", Tick("inform.dev.1")),
    (at(1, 15, 30), "karim", Decide("demo-decide-rebuild", "demo-decide-rebuild-why")),
    (at(1, 16, 10), "karim", Tick("inform.dsi.1")),
    (at(1, 33, 40), "jean-françois", Tick("inform.direction.1")),
    (at(1, 38, 5), "lucie", Tick("inform.client.1")),
    (at(1, 38, 30), COMMANDER, Finish("inform")),
    // Activate: late.
    (at(1, 39, 0), COMMANDER, Start("activate")),
    (at(1, 44, 0), "karim", Tick("activate.dsi.1")),
    (at(1, 47, 30), "lucie", Tick("activate.client.1")),
    (at(1, 55, 0), "inès", Begin("activate.sysadmin.1")),
    (at(2, 6, 0), "inès", Note("demo-note-safe")),
    (at(2, 21, 30), "zoé", Tick("activate.dev.1")),
    (at(2, 38, 0), "inès", Tick("activate.sysadmin.1")),
    (at(2, 44, 0), "karim", Tick("activate.dsi.2")),
    (at(2, 47, 0), "jean-françois", Tick("activate.direction.1")),
    (at(2, 49, 10), COMMANDER, Finish("activate")),
    // Prioritise, with a hold in it.
    (at(2, 49, 30), COMMANDER, Start("prioritise")),
    (at(2, 58, 0), "karim", Tick("prioritise.dsi.1")),
    (at(3, 4, 20), COMMANDER, Hold("demo-hold-fire")),
    (at(3, 16, 50), COMMANDER, Resume),
    (at(3, 21, 0), COMMANDER, Decide("demo-decide-order", "demo-decide-order-why")),
    (at(3, 29, 0), "lucie", Tick("prioritise.client.1")),
    (at(3, 36, 40), "inès", Tick("prioritise.sysadmin.1")),
    (at(3, 41, 0), "zoé", Tick("prioritise.dev.1")),
    (at(3, 47, 15), "jean-françois", Tick("prioritise.direction.1")),
    (at(3, 55, 30), "karim", Tick("prioritise.dsi.2")),
    (at(3, 58, 0), COMMANDER, Finish("prioritise")),
    // The break, cut short.
    (at(3, 58, 10), COMMANDER, Start("break-1")),
    (at(4, 12, 40), COMMANDER, Finish("break-1")),
    // The degraded mode: past its most by the end.
    (at(4, 13, 0), COMMANDER, Start("degraded")),
    (at(4, 14, 0), "karim", Assign("degraded.dsi.1", "karim")),
    (at(4, 14, 10), "karim", Begin("degraded.dsi.1")),
    (at(4, 14, 40), COMMANDER, Assign("degraded.sysadmin.1", "inès")),
    (at(4, 15, 0), COMMANDER, Assign("degraded.dev.1", "zoé")),
    (at(4, 16, 0), "inès", Begin("degraded.sysadmin.1")),
    (at(4, 22, 30), "zoé", Begin("degraded.dev.1")),
    (at(4, 41, 0), "inès", Service("identity", Health::Degraded)),
    (at(4, 55, 20), "lucie", Tick("degraded.client.1")),
    (at(5, 6, 0), "inès", Service("network", Health::Degraded)),
    (at(5, 19, 45), "zoé", Fact("demo-fact-licence")),
    (at(5, 20, 30), "zoé", Block("degraded.dev.1", "demo-block-licence")),
    (at(5, 24, 0), "karim", Comment("degraded.dev.1", "demo-comment-licence")),
    (at(5, 38, 10), "inès", Tick("degraded.sysadmin.1")),
    (at(5, 40, 0), "inès", Service("identity", Health::Up)),
    (at(5, 46, 30), COMMANDER, Decide("demo-decide-overlap", "demo-decide-overlap-why")),
    (at(5, 47, 0), COMMANDER, Start("rebuild")),
    (at(5, 47, 40), COMMANDER, Assign("rebuild.sysadmin.1", "inès")),
    (at(5, 48, 0), COMMANDER, Assign("rebuild.direction.1", "jean-françois")),
    (at(5, 49, 20), "inès", Begin("rebuild.sysadmin.1")),
    (at(5, 50, 30), COMMANDER, Tell(TEAM, Occasion::Progress, "demo-tell-team")),
    (at(5, 56, 0), COMMANDER, Tell(CLIENTS, Occasion::Progress, "demo-tell-clients")),
    (at(5, 57, 30), COMMANDER, Tell(MANAGEMENT, Occasion::Progress, "demo-tell-clients")),
    (at(5, 58, 0), "lucie", Service("mail", Health::Degraded)),
    (at(6, 3, 30), "lucie", Note("demo-note-mail")),
    (at(6, 11, 0), "jean-françois", Note("demo-note-press")),
    (at(6, 19, 40), "karim", Note("demo-note-call")),
];

struct Story {
    incident: Incident,
    records: Vec<Recorded>,
}

fn tell(opened_at: Moment, letters: &str, zone: Tz, lang: Lang) -> Story {
    let plan = runbook::builtin().iter().find(|plan| plan.name.ends_with(lang.code()));
    let plan = plan.expect("there is a bundled plan in every language").plan();
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
        plan,
    };
    let context = Context::owner(opened_at, Signature::new(COMMANDER, "local"));
    let event = open(opening, &context).expect("a test tells the story in every language");
    let first = Recorded { seq: Seq(1), at: context.at, by: context.who.by.clone(), act: None, event };
    let incident = Incident::begin(&first).expect("the first record opens the incident");
    let mut story = Story { incident, records: vec![first] };
    for (seconds, person, deed) in SCRIPT {
        let context = Context::owner(opened_at + Span::seconds(*seconds), Signature::new(person, "local"));
        let events = decide(&story.incident, deed.command(&story.incident, lang), &context);
        story.record(&context, events.expect("a test tells the story in every language"));
        // The demo has no targets: its updates stay in the log.
        let told = story.incident.unaddressed().next().map(|update| update.seq);
        if let Some(update) = told {
            let context = Context::new(context.at, Who::system());
            let address = Command::System(SystemCommand::Address { update, targets: Vec::new() });
            let events = decide(&story.incident, address, &context);
            story.record(&context, events.expect("a test tells the story in every language"));
        }
    }
    story
}

impl Story {
    fn record(&mut self, context: &Context, events: Vec<Event>) {
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

impl Deed {
    fn command(&self, incident: &Incident, lang: Lang) -> Command {
        let line = |key: &str| Line::new(&lang.say(key));
        let prose = |key: &str| Prose::new(&lang.say(key));
        match *self {
            Start(step) => Command::Step(StepCommand::Start { step: step_id(step) }),
            Finish(step) => Command::Step(StepCommand::Finish { step: step_id(step) }),
            Begin(task) => Command::Task(TaskCommand::Start { task: task_id(task) }),
            Tick(task) => Command::Task(TaskCommand::Finish { task: task_id(task) }),
            Assign(task, person) => Command::Task(TaskCommand::Assign {
                task: task_id(task),
                person: Some(PersonName::new(person)),
            }),
            Block(task, reason) => {
                Command::Task(TaskCommand::Block { task: task_id(task), reason: line(reason) })
            }
            Comment(task, text) => {
                Command::Task(TaskCommand::Comment { task: task_id(task), text: prose(text) })
            }
            Note(text) => Command::Log(LogCommand::Note { text: prose(text) }),
            Fact(text) => Command::Log(LogCommand::RecordFact { text: prose(text) }),
            Decide(text, why) => Command::Log(LogCommand::Decide {
                text: prose(text),
                why: prose(why),
                objections: Prose::default(),
            }),
            Hold(reason) => Command::Header(HeaderCommand::Hold { reason: line(reason) }),
            Resume => Command::Header(HeaderCommand::Resume),
            Service(service, health) => {
                Command::Service(ServiceCommand::SetHealth { service: service_id(service), health })
            }
            Tell(audience, occasion, text) => Command::Update(UpdateCommand::Post {
                audience: incident.audiences[audience].id.clone(),
                occasion,
                text: prose(text),
            }),
        }
    }
}

fn step_id(id: &str) -> StepId {
    id.parse().expect("the script's ids are ids")
}

fn task_id(id: &str) -> TaskId {
    id.parse().expect("the script's ids are ids")
}

fn service_id(id: &str) -> ServiceId {
    id.parse().expect("the script's ids are ids")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{DueState, StepState, TaskState};
    use chrono_tz::Europe::Paris;

    #[test]
    fn the_story_is_the_same_in_every_language_and_shows_a_living_room() {
        for lang in Lang::ALL {
            let now = "2026-11-22T12:34:56Z".parse().unwrap();
            let (clock, _) = Clock::fixed(now);
            let folder = tempfile::tempdir().unwrap();
            let id = seed(folder.path(), &clock, Paris, lang).unwrap();

            let mut incident: Option<Incident> = None;
            let path = folder.path().join(id.as_str()).join("journal.jsonl");
            let journal = FileJournal::open(&path, &mut |record| match &mut incident {
                Some(incident) => incident.apply(&record),
                None => incident = Incident::begin(&record),
            });
            assert_eq!(journal.unwrap().head().seq, incident.as_ref().unwrap().seq);
            let incident = incident.unwrap();

            assert!(incident.at <= now && incident.kind == Kind::Exercise && !incident.is_held());
            let over = incident.steps.iter().filter(|step| step.state == StepState::Finished).count();
            assert_eq!(over, 5);
            let running: Vec<_> = incident.active_steps().map(|step| step.id.as_str()).collect();
            assert_eq!(running, ["degraded", "rebuild"]);
            let blocked = incident.tasks().filter(|(_, task)| task.state.is_blocked()).count();
            assert_eq!(blocked, 1);
            assert!(incident.tasks().any(|(_, task)| task.state == TaskState::Doing));
            assert!(incident.assignees().len() >= 4);
            let due = |audience: &std::sync::Arc<_>| incident.next_update(audience, now).map(|due| due.state);
            let due: Vec<_> = incident.audiences.iter().filter_map(due).collect();
            assert_eq!(due, [DueState::Calm, DueState::Soon, DueState::Calm]);
            assert!(!incident.has_unsent());
            assert!(
                incident
                    .log
                    .iter()
                    .all(|entry| !entry.text().is_some_and(|text| text.as_str().contains("demo-")))
            );
        }
    }
}

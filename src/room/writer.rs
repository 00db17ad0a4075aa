//! The one writer of an incident: decides all waiting commands, syncs once, publishes, answers.

use std::sync::{Arc, mpsc};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, oneshot, watch};

use super::calls::Calls;
use super::copy::Copy;
use super::error::AskError;
use super::folder::Folder;
use super::incident_time::IncidentTime;
use super::saved::Saver;
use super::snapshot::{Health, ReadOnly, Snapshot};
use crate::clock::Clock;
use crate::incident::{
    Command, Context, Entry, Event, Field, HeaderEvent, Incident, Moment, PersonName, Recorded, Refusal, Seq,
    Signature, Span, Who, decide,
};
use crate::journal::{AppendError, Journal};

/// How often the machine's clock is checked while someone is present; each check wakes an idle machine.
const WATCH: Duration = Duration::from_secs(5);
/// How often a full disk is retried.
const RETRY: Duration = Duration::from_secs(2);

/// A command that waits for its answer.
pub(super) struct Asked {
    pub who: Who,
    pub command: Command,
    pub answer: oneshot::Sender<Answer>,
    /// Its place in the queue, released once it is answered.
    pub _place: OwnedSemaphorePermit,
}

type Answer = Result<Seq, AskError>;

pub(super) enum Request {
    Ask(Box<Asked>),
    /// A person entered.
    Wake,
    Stop,
}

/// Owns the journal of one incident.
pub(super) struct Writer {
    pub journal: Box<dyn Journal>,
    pub clock: Clock,
    pub time: IncidentTime,
    pub snapshots: Arc<watch::Sender<Arc<Snapshot>>>,
    pub folder: Folder,
    pub saver: Arc<Saver>,
    pub calls: Arc<Calls>,
    pub take_after: Span,
    /// The length of a write that a crash cut short, until the log says so.
    pub set_aside: Option<u64>,
}

/// Decided, but not on disk yet.
struct Draft {
    incident: Incident,
    records: Vec<Recorded>,
    now: Moment,
    /// The commander when the commands came, if absent for too long.
    gone: Option<PersonName>,
}

impl Writer {
    /// Serves until it is stopped, or the last handle is dropped.
    pub(super) fn run(mut self, requests: &mpsc::Receiver<Request>) {
        let mut notice = Notice { snapshots: Arc::clone(&self.snapshots), withdrawn: false };
        if self.set_aside.is_some() {
            self.serve(Vec::new());
        }
        self.take_over();
        loop {
            let request = match self.patience() {
                Some(patience) => requests.recv_timeout(patience),
                None => requests.recv().map_err(|_| mpsc::RecvTimeoutError::Disconnected),
            };
            let mut batch = Vec::new();
            let mut stop = false;
            match request {
                Ok(Request::Ask(asked)) => batch.push(*asked),
                Ok(Request::Wake) | Err(mpsc::RecvTimeoutError::Timeout) => self.look_up(),
                Ok(Request::Stop) | Err(mpsc::RecvTimeoutError::Disconnected) => stop = true,
            }
            for request in requests.try_iter() {
                match request {
                    Request::Ask(asked) => batch.push(*asked),
                    // A copy that was taken over continues immediately.
                    Request::Wake => self.take_over(),
                    Request::Stop => stop = true,
                }
            }
            if !batch.is_empty() {
                self.serve(batch);
            }
            if stop {
                notice.withdrawn = true;
                return;
            }
        }
    }

    /// How long to wait for a request before looking up; `None` if there is nothing to look for.
    fn patience(&self) -> Option<Duration> {
        let snapshot = self.snapshots.borrow();
        match snapshot.health {
            Health::ReadOnly(ReadOnly::DiskFull) => Some(RETRY),
            Health::ReadOnly(_) => None,
            Health::Writing => (!snapshot.present.is_empty()).then_some(WATCH),
        }
    }

    /// Checks for free disk space and changes of the clock.
    fn look_up(&mut self) {
        let snapshot = Arc::clone(&self.snapshots.borrow());
        match snapshot.health {
            Health::ReadOnly(ReadOnly::DiskFull) => match self.journal.ready() {
                Ok(()) => {
                    self.publish_health(Health::Writing);
                    if self.set_aside.is_some() {
                        self.serve(Vec::new());
                    }
                }
                Err(error) => self.publish_health(Health::ReadOnly(ReadOnly::of(&error))),
            },
            Health::ReadOnly(ReadOnly::Copy) => self.take_over(),
            Health::ReadOnly(_) => {}
            Health::Writing => {
                let open = !snapshot.incident.is_closed();
                if open && self.time.jump(&snapshot.incident, self.clock.read()).is_some() {
                    self.serve(Vec::new());
                }
            }
        }
    }

    /// Continues the log of another machine, if a person has asked for that.
    fn take_over(&mut self) {
        let published = Arc::clone(&self.snapshots.borrow());
        if published.health != Health::ReadOnly(ReadOnly::Copy) {
            return;
        }
        let Some(Copy { taken_over: Some(taken_over), .. }) = Copy::read(&self.folder) else { return };
        let is_last = |entry: &Entry| matches!(entry.event, Event::Header(HeaderEvent::LogMoved { .. }));
        if published.incident.log.iter().next_back().is_some_and(is_last) {
            // A crash came between the record and here.
            self.publish_health(Health::Writing);
        } else {
            let now = self.time.at(self.clock.read().steady);
            let mut draft = Draft { incident: published.incident.clone(), records: Vec::new(), now, gone: None };
            draft.record(&taken_over.by, vec![Event::Header(HeaderEvent::LogMoved { reason: taken_over.reason })]);
            if let Err(error) = self.journal.append(published.incident.seq, &draft.records) {
                tracing::error!(incident = %published.incident.id, %error, "a copy could not be taken over");
                return;
            }
            // Before anybody may write: nothing is sent again.
            self.publish(draft.incident, published.commander_acted);
        }
        Copy::forget(&self.folder);
    }

    fn serve(&mut self, batch: Vec<Asked>) {
        let published = Arc::clone(&self.snapshots.borrow());
        if let Health::ReadOnly(read_only @ (ReadOnly::Failed | ReadOnly::Damaged { .. } | ReadOnly::Copy)) =
            published.health
        {
            return answer(batch.into_iter().map(|it| (it.answer, Err(AskError::ReadOnly(read_only)))));
        }
        let reading = self.clock.read();
        let now = self.time.at(reading.steady);
        let gone = published.commander_gone(reading.steady, self.take_after);
        let gone = gone.then(|| published.incident.commander.clone());
        let mut draft = Draft { incident: published.incident.clone(), records: Vec::new(), now, gone };
        if let Some(bytes) = self.set_aside {
            draft.note("journal", Event::Header(HeaderEvent::TailSetAside { bytes }));
        }
        if let Some(jump) = self.time.jump(&draft.incident, reading) {
            draft.note("clock", Event::Header(HeaderEvent::ClockJumped { by: jump.num_milliseconds() }));
        }
        let answers: Vec<(_, Answer)> = batch
            .into_iter()
            .map(|asked| (asked.answer, draft.decide(asked.who, asked.command).map_err(AskError::Refused)))
            .collect();
        if draft.records.is_empty() {
            return answer(answers);
        }
        match self.journal.append(published.incident.seq, &draft.records) {
            Ok(_) => {
                self.set_aside = None;
                let commander = &draft.incident.commander;
                let acts = draft.records.iter().any(|record| record.by.person == *commander && !record.by.is_system());
                let acted = if acts { reading.steady } else { published.commander_acted };
                self.publish(draft.incident, acted);
                answer(answers);
            }
            // A refusal may rest on what has not come true after all, so everyone gets this answer.
            Err(error) => {
                let error = match error {
                    AppendError::TooLong { .. } => {
                        AskError::Refused(Refusal::TooLong { what: Field::Text, max: crate::journal::LINE_MAX })
                    }
                    error => {
                        tracing::error!(incident = %published.incident.id, %error, "cannot record");
                        let read_only = ReadOnly::of(&error);
                        self.publish_health(Health::ReadOnly(read_only));
                        AskError::ReadOnly(read_only)
                    }
                };
                answer(answers.into_iter().map(|(sender, _)| (sender, Err(error.clone()))));
            }
        }
    }

    fn publish(&self, incident: Incident, commander_acted: Span) {
        self.snapshots.send_modify(|snapshot| {
            let (present, seen) = (Arc::clone(&snapshot.present), Arc::clone(&snapshot.seen));
            let health = Health::Writing;
            *snapshot = Arc::new(Snapshot { incident, health, present, seen, commander_acted });
        });
        let published = Arc::clone(&self.snapshots.borrow());
        self.calls.follow(&published.incident);
        self.saver.leave(&self.folder, published, self.journal.head());
    }

    fn publish_health(&self, health: Health) {
        publish_health(&self.snapshots, health);
    }
}

impl Draft {
    /// Records an event of the room itself.
    fn note(&mut self, via: &str, event: Event) {
        self.record(&Signature::new("warroom", via), vec![event]);
    }

    fn decide(&mut self, who: Who, command: Command) -> Result<Seq, Refusal> {
        // A commander who has just taken over is not the absent one.
        let commander_gone = self.gone.as_ref() == Some(&self.incident.commander);
        let context = Context { commander_gone, ..Context::new(self.now.max(self.incident.at), who) };
        let events = decide(&self.incident, command, &context)?;
        Ok(self.record(&context.who.by, events))
    }

    /// Records the events of one act: the further ones name the first.
    fn record(&mut self, by: &Signature, events: Vec<Event>) -> Seq {
        let first = self.incident.seq.next();
        for event in events {
            let seq = self.incident.seq.next();
            let at = self.now.max(self.incident.at);
            let recorded = Recorded { seq, at, by: by.clone(), act: (seq != first).then_some(first), event };
            self.incident.apply(&recorded);
            self.records.push(recorded);
        }
        self.incident.seq
    }
}

/// Marks the room as failed if its writer ends unexpectedly.
struct Notice {
    snapshots: Arc<watch::Sender<Arc<Snapshot>>>,
    withdrawn: bool,
}

impl Drop for Notice {
    fn drop(&mut self) {
        if !self.withdrawn {
            publish_health(&self.snapshots, Health::ReadOnly(ReadOnly::Failed));
        }
    }
}

fn publish_health(snapshots: &watch::Sender<Arc<Snapshot>>, health: Health) {
    snapshots.send_if_modified(|snapshot| {
        let changed = snapshot.health != health;
        if changed {
            Arc::make_mut(snapshot).health = health;
        }
        changed
    });
}

/// Answers everyone who still waits.
fn answer(answers: impl IntoIterator<Item = (oneshot::Sender<Answer>, Answer)>) {
    for (sender, answer) in answers {
        sender.send(answer).ok();
    }
}

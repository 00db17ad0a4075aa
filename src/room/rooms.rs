//! All incidents of one directory.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::JoinHandle;
use tokio::sync::{OnceCell, Semaphore, watch};

use super::calls::{Calls, OpenCall};
use super::copy::Copy;
use super::error::{AskError, FindError};
use super::folder::Folder;
use super::folding::folded;
use super::handle::{Inner, PLACES, Room};
use super::incident_time::IncidentTime;
use super::saved::Saver;
use super::snapshot::{Health, ReadOnly, Snapshot};
use super::store::{IncidentStore, only_open};
use super::summary::Summary;
use super::writer::Writer;
use crate::clock::Clock;
use crate::incident::{
    Context, Field, Incident, IncidentId, Kind, Line, Moment, Open, Pace, Plan, Recorded, Refusal, Seq, Severity,
    Situation, Span, Who, open,
};
use crate::journal::{AppendError, Damage, FileJournal, Flaw, Head, Journal, LINE_MAX, OpenError, ReadError, verify};

/// How long a commander is away before a deputy may take command, by default.
const TAKE_AFTER: Span = Span::minutes(10);

/// Opens, finds and lists incidents; clones share their rooms.
#[derive(Clone)]
pub struct Rooms(Arc<Shared>);

struct Shared {
    incidents: PathBuf,
    clock: Clock,
    take_after: Span,
    open: Mutex<HashMap<IncidentId, Arc<OnceCell<Room>>>>,
    writers: Mutex<Vec<JoinHandle<()>>>,
    saver: Arc<Saver>,
    live: watch::Sender<Arc<[Room]>>,
    calls: Arc<Calls>,
}

#[derive(Clone, Debug)]
pub struct Start {
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    /// How many seconds of the incident pass in a real second; more than 1 only in an exercise.
    pub speed: u32,
    pub situation: Situation,
    pub zone: chrono_tz::Tz,
    pub plan: Plan,
}

impl Rooms {
    /// The incidents of a directory, which may be missing.
    pub fn new(incidents: PathBuf, clock: Clock) -> Self {
        Self::taking_after(TAKE_AFTER, incidents, clock)
    }

    /// As [`Rooms::new`], where a deputy may take command once the commander has been away for `take_after`.
    pub fn taking_after(take_after: Span, incidents: PathBuf, clock: Clock) -> Self {
        Self(Arc::new(Shared {
            incidents,
            clock,
            take_after,
            open: Mutex::default(),
            writers: Mutex::default(),
            saver: Arc::new(Saver::start()),
            live: watch::Sender::new(Arc::from([])),
            calls: Arc::new(Calls::new()),
        }))
    }

    /// Subscribes to the open rooms of this process, the newest last.
    pub fn live(&self) -> watch::Receiver<Arc<[Room]>> {
        self.0.live.subscribe()
    }

    /// Subscribes to the open calls for help in the rooms of this process.
    pub fn calls(&self) -> watch::Receiver<Arc<[OpenCall]>> {
        self.0.calls.subscribe()
    }

    pub fn clock(&self) -> Clock {
        self.0.clock.clone()
    }

    /// Every incident: open ones first, then the newest first.
    pub async fn list(&self) -> Vec<Summary> {
        self.listed().await.unwrap_or_else(|error| {
            tracing::warn!(%error, "cannot list the incidents");
            Vec::new()
        })
    }

    async fn listed(&self) -> Result<Vec<Summary>, FindError> {
        let shared = Arc::clone(&self.0);
        blocking(move || shared.list()).await.map_err(FindError::Unlisted)
    }

    pub async fn start(&self, start: Start, who: Who) -> Result<Room, AskError> {
        let shared = Arc::clone(&self.0);
        blocking(move || shared.start(start, who)).await
    }

    /// Returns the room of the incident whose id begins with `id`, or of the only open incident.
    pub async fn find(&self, id: Option<&str>) -> Result<Room, FindError> {
        let id = self.meant(id).await?;
        let cell = Arc::clone(self.0.open().entry(id.clone()).or_default());
        let cell = if cell.get().is_some_and(|room| !room.wake()) {
            let fresh = Arc::default();
            self.0.open().insert(id.clone(), Arc::clone(&fresh));
            fresh
        } else {
            cell
        };
        let room = cell.get_or_try_init(async || {
            let (shared, id) = (Arc::clone(&self.0), id.clone());
            blocking(move || shared.enter(&id)).await
        });
        let room = room.await.cloned().map_err(|why| FindError::Unreadable { id, why })?;
        // Checks whether a copy was taken over.
        if room.is_copy() {
            room.wake();
        }
        Ok(room)
    }

    /// Returns where the journal of that incident is, as [`Rooms::find`] finds it.
    pub async fn journal(&self, id: Option<&str>) -> Result<(IncidentId, PathBuf), FindError> {
        let id = self.meant(id).await?;
        Ok((id.clone(), Folder::of(&self.0.incidents, &id).journal()))
    }

    /// Whether an incident is the log of another machine, which is read-only here.
    pub fn is_copy(&self, id: &IncidentId) -> bool {
        IncidentStore::new(self.0.incidents.clone()).is_copy(id)
    }

    /// The time in an incident by the machine's clock, whether its room is open or not.
    pub fn time_in(&self, incident: &Incident) -> Moment {
        let now = self.0.clock.read();
        IncidentTime::new(incident, now).at(now.steady).max(incident.at)
    }

    /// Verifies the journal that [`Rooms::find`] would open, and returns where it is.
    pub async fn verify(&self, id: Option<&str>) -> Result<(PathBuf, Result<Head, ReadError>), FindError> {
        let (id, journal) = self.journal(id).await?;
        let path = journal.clone();
        let check = move || File::open(&path).map_err(ReadError::Io).and_then(|file| verify(BufReader::new(file)));
        let verified = blocking(check.clone()).await;
        let room = self.0.open().get(&id).and_then(|cell| cell.get().cloned());
        if let (Err(ReadError::Damaged(Damage { record, flaw: Flaw::CutShort })), Some(room)) = (&verified, room) {
            // The room may be writing that record now; it is complete once it is published.
            if room.publishes(*record).await {
                return Ok((journal, blocking(check).await));
            }
        }
        Ok((journal, verified))
    }

    /// Closes every room once its queue is answered, and brings every `state.json` up to date.
    pub async fn shutdown(&self) {
        let shared = Arc::clone(&self.0);
        blocking(move || {
            let rooms: Vec<_> = shared.open().drain().collect();
            rooms.iter().filter_map(|(_, cell)| cell.get()).for_each(Room::stop);
            let writers = std::mem::take(&mut *lock(&shared.writers));
            for writer in writers {
                writer.join().ok();
            }
            shared.saver.finish();
        })
        .await;
    }

    async fn meant(&self, id: Option<&str>) -> Result<IncidentId, FindError> {
        let Some(name) = id else { return only_open(self.listed().await?) };
        let (shared, typed) = (Arc::clone(&self.0), name.to_owned());
        let named = move || Ok(Folder::named(Folder::all(&shared.incidents)?, &typed));
        match blocking(named).await.map_err(FindError::Unlisted)? {
            Ok(id) => Ok(id),
            Err(none) if none.is_empty() => Err(FindError::NotFound { id: Line::new(name) }),
            Err(named) => {
                let mut list = self.list().await;
                list.retain(|summary| named.contains(&summary.id));
                Err(FindError::Ambiguous(list))
            }
        }
    }
}

impl Shared {
    fn open(&self) -> MutexGuard<'_, HashMap<IncidentId, Arc<OnceCell<Room>>>> {
        lock(&self.open)
    }

    fn list(&self) -> std::io::Result<Vec<Summary>> {
        let summary = |id: IncidentId| {
            let room = self.open().get(&id).and_then(|cell| cell.get().cloned());
            match room {
                Some(room) => {
                    let snapshot = room.snapshot();
                    let mut summary = Summary::of(&snapshot.incident);
                    summary.copy = snapshot.health == Health::ReadOnly(ReadOnly::Copy);
                    summary.damage = snapshot.damage().map(|record| Damage { record, flaw: Flaw::Unreadable });
                    Some(summary)
                }
                None => Summary::read(&Folder::of(&self.incidents, &id), &id),
            }
        };
        let wall = self.clock.wall();
        let listed = Folder::all(&self.incidents)?.into_iter().filter_map(summary);
        let mut list: Vec<_> = listed.map(|summary| summary.listed_at(wall)).collect();
        list.sort_by_key(|it| (it.is_closed(), Reverse(it.opened_at), it.id.clone()));
        Ok(list)
    }

    fn start(&self, start: Start, who: Who) -> Result<Room, AskError> {
        let now = self.clock.read();
        let date = now.wall.with_timezone(&start.zone).date_naive();
        let id = IncidentId::compose(date, start.title.as_str(), &self.clock.letters());
        let speed = start.speed.clamp(1, Pace::FASTEST);
        let what = Open {
            incident: id.clone(),
            title: start.title,
            severity: start.severity,
            kind: start.kind,
            pace: Pace { speed, real_start: now.wall },
            situation: start.situation,
            zone: start.zone,
            plan: start.plan,
        };
        let context = Context::new(now.wall, who);
        let event = open(what, &context).map_err(AskError::Refused)?;
        let first = Recorded { seq: Seq(1), at: now.wall, by: context.who.by, act: None, event };
        let incident = Incident::begin(&first).ok_or(AskError::Gone)?;

        let folder = Folder::of(&self.incidents, &id);
        let no_folder =
            |why: &dyn std::fmt::Display| AskError::NoFolder { folder: folder.path().to_owned(), why: why.to_string() };
        folder.make().map_err(|error| no_folder(&error))?;
        let mut journal = FileJournal::create(&folder.journal()).map_err(|error| no_folder(&error))?;
        if let Err(error) = journal.append(Seq::ZERO, &[first]) {
            // Nothing was opened: leave nothing behind.
            std::fs::remove_dir_all(folder.path()).ok();
            return Err(match error {
                AppendError::TooLong { .. } => {
                    AskError::Refused(Refusal::TooLong { what: Field::Steps, max: LINE_MAX })
                }
                AppendError::Full(_) => AskError::ReadOnly(ReadOnly::DiskFull),
                error => no_folder(&error),
            });
        }
        let room = self.open_room(incident, Box::new(journal), Health::Writing, None, folder);
        self.open().insert(id, Arc::new(OnceCell::from(room.clone())));
        Ok(room)
    }

    /// Opens a room from the journal of its incident.
    fn enter(&self, id: &IncidentId) -> Result<Room, OpenError> {
        let folder = Folder::of(&self.incidents, id);
        let opened = folded(|each| FileJournal::open(&folder.journal(), each));
        let (incident, journal) = opened.map_err(OpenError::Damaged)?;
        let mut journal = journal?;
        let not_opened = Damage { record: 1, flaw: Flaw::Unreadable };
        let incident = incident.ok_or(OpenError::Damaged(not_opened))?;
        let set_aside = journal.tail();
        let is_copy = Copy::read(&folder).is_some() && journal.damage().is_none();
        let health = if is_copy {
            Health::ReadOnly(ReadOnly::Copy)
        } else {
            let settled = journal.settle();
            settled.map_or_else(|error| Health::ReadOnly(ReadOnly::of(&error)), |()| Health::Writing)
        };
        Ok(self.open_room(incident, Box::new(journal), health, set_aside, folder))
    }

    fn open_room(
        &self,
        incident: Incident,
        journal: Box<dyn Journal>,
        health: Health,
        set_aside: Option<u64>,
        folder: Folder,
    ) -> Room {
        let head = journal.head();
        let reading = self.clock.read();
        let time = IncidentTime::new(&incident, reading);
        let id = incident.id.clone();
        let (present, seen) = (Arc::default(), Arc::default());
        let commander_acted = reading.steady;
        self.calls.follow(&incident);
        let snapshot = Arc::new(Snapshot { incident, health, present, seen, commander_acted });
        let snapshots = Arc::new(watch::Sender::new(Arc::clone(&snapshot)));
        self.saver.leave_unless_current(&folder, snapshot, head);
        let (requests, inbox) = mpsc::channel();
        let writer = Writer {
            journal,
            clock: self.clock.clone(),
            time,
            snapshots: Arc::clone(&snapshots),
            folder,
            saver: Arc::clone(&self.saver),
            calls: Arc::clone(&self.calls),
            take_after: self.take_after,
            set_aside,
        };
        let thread = std::thread::Builder::new().name(format!("room {id}"));
        // Without a thread the inbox is dropped, and the room reports that it is closed.
        if let Ok(thread) = thread.spawn(move || writer.run(&inbox)) {
            lock(&self.writers).push(thread);
        }
        let places = Arc::new(Semaphore::new(PLACES));
        let (clock, members) = (self.clock.clone(), AtomicU64::new(0));
        let take_after = self.take_after;
        let room = Room(Arc::new(Inner { id, clock, time, requests, places, snapshots, members, take_after }));
        self.live.send_modify(|live| {
            // This replaces a room whose writer has ended.
            let others = live.iter().filter(|other| other.id() != room.id());
            *live = others.cloned().chain([room.clone()]).collect();
        });
        room
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Command, LogCommand, PersonName, Signature};
    use crate::journal::MemoryJournal;
    use std::io;

    #[derive(Clone, Copy, PartialEq)]
    enum Disk {
        Well,
        Full,
        Broken,
    }

    /// A journal on a disk that fails on demand.
    struct Faulty(MemoryJournal, Arc<Mutex<Disk>>);

    impl Journal for Faulty {
        fn head(&self) -> Head {
            self.0.head()
        }

        fn append(&mut self, expected: Seq, records: &[Recorded]) -> Result<Head, AppendError> {
            self.ready()?;
            self.0.append(expected, records)
        }

        fn ready(&mut self) -> Result<(), AppendError> {
            match *lock(&self.1) {
                Disk::Well => Ok(()),
                Disk::Full => Err(AppendError::Full(io::ErrorKind::StorageFull.into())),
                Disk::Broken => Err(AppendError::Failed(io::Error::from_raw_os_error(5))),
            }
        }
    }

    struct Bench {
        _folder: tempfile::TempDir,
        room: Room,
        disk: Arc<Mutex<Disk>>,
        rooms: Rooms,
    }

    fn bench() -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let (clock, _) = Clock::fixed(Moment::UNIX_EPOCH);
        let rooms = Rooms::new(folder.path().to_owned(), clock);
        let by = Signature::new("alice", "test");
        let at = Moment::UNIX_EPOCH;
        let what = Open {
            incident: "x".parse().unwrap(),
            title: "X".into(),
            severity: Severity::Sev1,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: at },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan: Plan::default(),
        };
        let event = open(what, &Context::owner(at, by.clone())).unwrap();
        let first = Recorded { seq: Seq(1), at, by, act: None, event };
        let mut journal = MemoryJournal::default();
        journal.append(Seq::ZERO, std::slice::from_ref(&first)).unwrap();
        let incident = Incident::begin(&first).unwrap();
        let disk = Arc::new(Mutex::new(Disk::Well));
        let journal = Box::new(Faulty(journal, Arc::clone(&disk)));
        let its = Folder::of(folder.path(), &incident.id);
        let room = rooms.0.open_room(incident, journal, Health::Writing, None, its);
        rooms.0.open().insert(room.id().clone(), Arc::new(OnceCell::from(room.clone())));
        Bench { _folder: folder, room, disk, rooms }
    }

    async fn note(room: &Room) -> Result<Seq, AskError> {
        room.ask(Who::owner(Signature::new("alice", "test")), Command::Log(LogCommand::Note { text: "note".into() }))
            .await
    }

    #[tokio::test]
    async fn a_full_disk_makes_the_room_read_only_until_there_is_space() {
        let Bench { room, disk, _folder, .. } = bench();
        assert_eq!(note(&room).await, Ok(Seq(2)));
        *lock(&disk) = Disk::Full;
        assert_eq!(note(&room).await, Err(AskError::ReadOnly(ReadOnly::DiskFull)));
        let snapshot = room.snapshot();
        assert_eq!(snapshot.health, Health::ReadOnly(ReadOnly::DiskFull));
        assert_eq!((snapshot.incident.seq, snapshot.incident.log.len()), (Seq(2), 2));
        *lock(&disk) = Disk::Well;
        assert_eq!(note(&room).await, Ok(Seq(3)));
        assert_eq!(room.snapshot().health, Health::Writing);
    }

    #[tokio::test]
    async fn space_is_found_without_anybody_asking() {
        let Bench { room, disk, _folder, .. } = bench();
        *lock(&disk) = Disk::Full;
        note(&room).await.unwrap_err();
        let mut changes = room.changes();
        *lock(&disk) = Disk::Well;
        // Joining wakes the writer; otherwise it looks up every two seconds.
        drop(room.join(PersonName::new("bob"), "test"));
        changes.wait_for(|snapshot| snapshot.health == Health::Writing).await.unwrap();
    }

    #[tokio::test]
    async fn a_disk_that_failed_is_not_trusted_again() {
        let Bench { room, disk, _folder, .. } = bench();
        *lock(&disk) = Disk::Broken;
        assert_eq!(note(&room).await, Err(AskError::ReadOnly(ReadOnly::Failed)));
        *lock(&disk) = Disk::Well;
        assert_eq!(note(&room).await, Err(AskError::ReadOnly(ReadOnly::Failed)));
        assert_eq!(room.snapshot().health, Health::ReadOnly(ReadOnly::Failed));
        assert_eq!(room.snapshot().incident.seq, Seq(1));
    }

    #[tokio::test]
    async fn everyone_who_waits_learns_that_nothing_was_recorded() {
        let Bench { room, disk, _folder, .. } = bench();
        *lock(&disk) = Disk::Full;
        let asks: Vec<_> = (0..50)
            .map(|_| {
                let room = room.clone();
                tokio::spawn(async move { note(&room).await })
            })
            .collect();
        for ask in asks {
            assert_eq!(ask.await.unwrap(), Err(AskError::ReadOnly(ReadOnly::DiskFull)));
        }
    }

    #[tokio::test]
    async fn the_end_of_the_writer_is_the_end_of_the_room() {
        let Bench { room, rooms, _folder, .. } = bench();
        rooms.shutdown().await;
        assert!(!room.wake());
        assert_eq!(note(&room).await, Err(AskError::Gone));
    }
}

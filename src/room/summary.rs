//! An incident in a list.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;

use super::copy::Copy;
use super::folder::Folder;
use super::folding::folded;
use super::saved::FORMAT;
use crate::incident::{FollowUp, Incident, IncidentId, Kind, Line, Moment, Pace, Seq, Severity, Status};
use crate::journal::{Damage, Flaw, Hash, ReadError, fold};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub id: IncidentId,
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    pub pace: Pace,
    pub status: Status,
    pub opened_at: Moment,
    pub at: Moment,
    pub zone: chrono_tz::Tz,
    pub seq: Seq,
    /// The first bad record; the state is that before it, or empty if it is the first.
    #[serde(skip)]
    pub damage: Option<Damage>,
    #[serde(skip)]
    pub copy: bool,
    #[serde(skip)]
    pub undelivered: bool,
    #[serde(skip)]
    pub actions: Vec<Arc<FollowUp>>,
    /// The date in its zone when the list was made.
    #[serde(skip)]
    pub today: NaiveDate,
}

/// As much of a `state.json` as a list needs.
#[derive(Deserialize)]
struct Saved {
    format: u64,
    hash: Hash,
    incident: SavedIncident,
}

#[derive(Deserialize)]
struct SavedIncident {
    #[serde(flatten)]
    summary: Summary,
    #[serde(default)]
    updates: Vec<SavedUpdate>,
    #[serde(default)]
    pushes: Vec<SavedPush>,
    #[serde(default)]
    actions: Vec<FollowUp>,
}

#[derive(Deserialize)]
struct SavedUpdate {
    addressed: bool,
    deliveries: Vec<SavedDelivery>,
}

#[derive(Deserialize)]
struct SavedPush {
    delivery: SavedDelivery,
}

#[derive(Deserialize)]
struct SavedDelivery {
    state: String,
}

impl SavedIncident {
    fn summary(self) -> Summary {
        let waits = |delivery: &SavedDelivery| matches!(delivery.state.as_str(), "pending" | "delayed");
        let undelivered = self.updates.iter().any(|it| !it.addressed || it.deliveries.iter().any(waits))
            || self.pushes.iter().any(|it| waits(&it.delivery));
        let actions = self.actions.into_iter().map(Arc::new).collect();
        Summary { undelivered, actions, ..self.summary }
    }
}

impl Summary {
    pub fn is_closed(&self) -> bool {
        matches!(self.status, Status::Closed { .. })
    }

    /// When it was closed in real time: an exercise may be days ahead.
    pub(super) fn closed_at(&self) -> Option<Moment> {
        match self.status {
            Status::Closed { at, .. } => Some(self.pace.real(self.opened_at, at)),
            Status::Open | Status::Held { .. } => None,
        }
    }

    /// How many follow-up actions are open, and how many of those are late.
    pub fn follow_ups(&self) -> (usize, usize) {
        let open = self.actions.iter().filter(|action| action.is_open());
        (open.clone().count(), open.filter(|action| action.is_overdue(self.today)).count())
    }

    /// The same in a list that is made at `wall`.
    pub(super) fn listed_at(self, wall: Moment) -> Self {
        Self { today: wall.with_timezone(&self.zone).date_naive(), ..self }
    }

    pub(super) fn of(incident: &Incident) -> Self {
        Self {
            id: incident.id.clone(),
            title: incident.title.clone(),
            severity: incident.severity,
            kind: incident.kind,
            pace: incident.pace,
            status: incident.status.clone(),
            opened_at: incident.opened_at,
            at: incident.at,
            zone: incident.zone,
            seq: incident.seq,
            damage: None,
            copy: false,
            undelivered: incident.has_unsent(),
            actions: incident.actions.clone(),
            today: NaiveDate::default(),
        }
    }

    /// Reads an incident without a room: from its `state.json` if that is current, else from its journal.
    pub(super) fn read(folder: &Folder, id: &IncidentId) -> Option<Self> {
        let saved = read_saved(folder, id);
        let mut summary = saved.or_else(|| Self::fold(folder, id))?;
        summary.copy = Copy::read(folder).is_some_and(|copy| copy.taken_over.is_none());
        Some(summary)
    }

    fn fold(folder: &Folder, id: &IncidentId) -> Option<Self> {
        let journal = BufReader::new(File::open(folder.journal()).ok()?);
        let (incident, damage) = match folded(|each| fold(journal, each)) {
            Ok((incident, Ok(_) | Err(ReadError::Io(_)))) => (incident, None),
            // A record that is cut short may be one being written, so it is not damage.
            Ok((incident, Err(ReadError::Damaged(damage)))) => {
                (incident, (damage.flaw != Flaw::CutShort).then_some(damage))
            }
            Err(damage) => (None, Some(damage)),
        };
        let mut summary = incident.as_ref().map_or_else(|| Self::unreadable(id), Self::of);
        summary.damage = damage;
        (incident.is_some() || damage.is_some()).then_some(summary)
    }

    fn unreadable(id: &IncidentId) -> Self {
        Self {
            id: id.clone(),
            title: Line::default(),
            severity: Severity::default(),
            kind: Kind::default(),
            pace: Pace { speed: 1, real_start: Moment::UNIX_EPOCH },
            status: Status::Open,
            opened_at: Moment::UNIX_EPOCH,
            at: Moment::UNIX_EPOCH,
            zone: chrono_tz::UTC,
            seq: Seq::ZERO,
            damage: None,
            copy: false,
            undelivered: false,
            actions: Vec::new(),
            today: NaiveDate::default(),
        }
    }
}

fn read_saved(folder: &Folder, id: &IncidentId) -> Option<Summary> {
    let saved: Saved = serde_json::from_slice(&std::fs::read(folder.state()).ok()?).ok()?;
    let (format, hash, summary) = (saved.format, saved.hash, saved.incident.summary());
    // The last hash alone does not reveal a change before it.
    let current =
        format == FORMAT && summary.id == *id && !folder.is_journal_newer() && last_hash(folder).ok()? == hash;
    current.then_some(summary)
}

/// The hash at the very end of a journal.
fn last_hash(folder: &Folder) -> io::Result<Hash> {
    const END: &str = "\"}\n";
    let mut journal = File::open(folder.journal())?;
    let len = 64 + END.len();
    journal.seek(SeekFrom::End(-i64::try_from(len).unwrap_or(0)))?;
    let mut end = String::new();
    journal.take(len as u64).read_to_string(&mut end)?;
    let hash = end.strip_suffix(END).and_then(|hex| serde_json::from_value(hex.into()).ok());
    hash.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

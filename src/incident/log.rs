//! The log (*main courante*): everything that happened, in order.

use serde::Serialize;

use super::event::{
    DutyEvent, Event, HeaderEvent, HelpEvent, LogEvent, Recorded, ReviewEvent, ServiceEvent, Signature,
    StepEvent, TaskEvent, UpdateEvent,
};
use super::ids::{PersonName, Seq};
use super::text::Prose;
use super::time::Moment;

/// All entries; cheap to clone, however long.
#[derive(Clone, Debug, Default)]
pub struct Log {
    entries: rpds::VectorSync<Entry>,
    technical: Numbers,
}

/// Records by their numbers, in order; cheap to clone.
pub type Numbers = rpds::VectorSync<Seq>;

/// One record as the log shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub seq: Seq,
    /// What the machine's clock said.
    pub wall: Moment,
    pub by: Signature,
    pub event: Event,
    pub correction: Option<Box<Correction>>,
    /// The undo that took it back.
    pub undone: Option<Seq>,
    technical: bool,
}

/// What an entry reads since it was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub text: Prose,
}

/// What an entry is about, to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    Note,
    Fact,
    Decision,
    Task,
    Step,
    Service,
    /// A call for help, or the answer to one.
    Help,
    /// A duty that is offered or changes hands.
    Duty,
    /// What an audience is told, and whether it arrived.
    Update,
    /// What the review found, and the actions that follow.
    Review,
    Incident,
}

impl EntryKind {
    pub const ALL: [Self; 11] = [
        Self::Decision,
        Self::Fact,
        Self::Note,
        Self::Task,
        Self::Step,
        Self::Service,
        Self::Help,
        Self::Duty,
        Self::Update,
        Self::Review,
        Self::Incident,
    ];

    /// The name of the kind in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Fact => "fact",
            Self::Decision => "decision",
            Self::Task => "task",
            Self::Step => "step",
            Self::Service => "service",
            Self::Help => "help",
            Self::Duty => "duty",
            Self::Update => "update",
            Self::Review => "review",
            Self::Incident => "incident",
        }
    }
}

impl Log {
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of record `seq`; records are numbered from 1 without gaps.
    pub fn get(&self, seq: Seq) -> Option<&Entry> {
        self.at(usize::try_from(seq.0).ok()?.checked_sub(1)?)
    }

    /// The entry at a place, from 0.
    pub fn at(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Entry> + DoubleEndedIterator {
        self.entries.iter()
    }

    /// The entries that are kept for whoever looks into a delivery: a list need not walk all to leave them out.
    pub const fn technical(&self) -> &Numbers {
        &self.technical
    }

    pub(super) fn push(&mut self, recorded: &Recorded, wall: Moment) {
        let technical = self.is_technical(recorded);
        if technical {
            self.technical.push_back_mut(recorded.seq);
        }
        self.entries.push_back_mut(Entry {
            seq: recorded.seq,
            wall,
            by: recorded.by.clone(),
            event: recorded.event.clone(),
            correction: None,
            undone: None,
            technical,
        });
    }

    /// Whether a record says little to who did not ask about deliveries: what the program tells by itself stands in
    /// the log already, and so does an update that only goes its way.
    fn is_technical(&self, recorded: &Recorded) -> bool {
        match &recorded.event {
            Event::Update(
                UpdateEvent::Addressed { .. }
                | UpdateEvent::Pushed(_)
                | UpdateEvent::SendBegun { .. }
                | UpdateEvent::PartSent { .. },
            ) => true,
            Event::Update(UpdateEvent::AudienceSet { .. }) => recorded.by.is_system(),
            Event::Update(
                UpdateEvent::Delivered { message, .. }
                | UpdateEvent::Delayed { message, .. }
                | UpdateEvent::Retried { message, .. },
            ) => {
                matches!(self.get(*message), Some(Entry { event: Event::Update(UpdateEvent::Pushed(_)), .. }))
            }
            _ => false,
        }
    }

    pub(super) fn change(&mut self, seq: Seq, change: impl FnOnce(&mut Entry)) {
        let Some(place) = usize::try_from(seq.0).ok().and_then(|seq| seq.checked_sub(1)) else { return };
        if let Some(entry) = self.entries.get_mut(place) {
            change(entry);
        }
    }
}

impl Entry {
    pub const fn kind(&self) -> EntryKind {
        match &self.event {
            Event::Log(LogEvent::Noted { .. } | LogEvent::Corrected { .. }) => EntryKind::Note,
            Event::Log(LogEvent::FactRecorded { .. }) => EntryKind::Fact,
            Event::Log(LogEvent::Decided { .. }) => EntryKind::Decision,
            Event::Task(
                TaskEvent::Added { .. }
                | TaskEvent::Started { .. }
                | TaskEvent::Done { .. }
                | TaskEvent::Blocked { .. }
                | TaskEvent::Unblocked { .. }
                | TaskEvent::Skipped { .. }
                | TaskEvent::Reopened { .. }
                | TaskEvent::Assigned { .. }
                | TaskEvent::Retitled { .. }
                | TaskEvent::Commented { .. },
            ) => EntryKind::Task,
            Event::Step(
                StepEvent::Started { .. }
                | StepEvent::Finished { .. }
                | StepEvent::Skipped { .. }
                | StepEvent::Reopened { .. }
                | StepEvent::Extended { .. }
                | StepEvent::DayEndSet { .. }
                | StepEvent::Added { .. }
                | StepEvent::Moved { .. }
                | StepEvent::Late { .. },
            ) => EntryKind::Step,
            Event::Service(
                ServiceEvent::Added { .. }
                | ServiceEvent::HealthSet { .. }
                | ServiceEvent::RestorePointSet { .. },
            ) => EntryKind::Service,
            Event::Help(HelpEvent::Asked { .. } | HelpEvent::Answered { .. }) => EntryKind::Help,
            Event::Duty(
                DutyEvent::Offered { .. }
                | DutyEvent::OfferDropped { .. }
                | DutyEvent::RoleRevoked { .. }
                | DutyEvent::HandedOver { .. }
                | DutyEvent::CommandTaken { .. },
            ) => EntryKind::Duty,
            Event::Update(
                UpdateEvent::AudienceSet { .. }
                | UpdateEvent::Proposed { .. }
                | UpdateEvent::Dropped { .. }
                | UpdateEvent::Posted(_)
                | UpdateEvent::Addressed { .. }
                | UpdateEvent::Pushed(_)
                | UpdateEvent::SendBegun { .. }
                | UpdateEvent::PartSent { .. }
                | UpdateEvent::Delivered { .. }
                | UpdateEvent::Delayed { .. }
                | UpdateEvent::Failed { .. }
                | UpdateEvent::Retried { .. },
            ) => EntryKind::Update,
            Event::Review(
                ReviewEvent::FindingAdded { .. }
                | ReviewEvent::FindingCorrected { .. }
                | ReviewEvent::FindingDropped { .. }
                | ReviewEvent::ActionAdded(_)
                | ReviewEvent::ActionChanged(_)
                | ReviewEvent::ActionFinished { .. }
                | ReviewEvent::ActionReopened { .. }
                | ReviewEvent::ActionDropped { .. },
            ) => EntryKind::Review,
            Event::Header(
                HeaderEvent::Opened(_)
                | HeaderEvent::Retitled { .. }
                | HeaderEvent::SeveritySet { .. }
                | HeaderEvent::SituationSet { .. }
                | HeaderEvent::ZoneSet { .. }
                | HeaderEvent::Held { .. }
                | HeaderEvent::Resumed
                | HeaderEvent::Closed { .. }
                | HeaderEvent::Reopened { .. }
                | HeaderEvent::ClockJumped { .. }
                | HeaderEvent::TailSetAside { .. }
                | HeaderEvent::LogMoved { .. },
            )
            | Event::Undone { .. }
            | Event::Unknown(_) => EntryKind::Incident,
        }
    }

    /// The words of a note, fact, decision or comment as first written; other entries have none.
    pub const fn text(&self) -> Option<&Prose> {
        match &self.event {
            Event::Log(
                LogEvent::Noted { text }
                | LogEvent::FactRecorded { text }
                | LogEvent::Decided { text, .. }
                | LogEvent::Corrected { text, .. },
            )
            | Event::Task(TaskEvent::Commented { text, .. })
            | Event::Review(
                ReviewEvent::FindingAdded { text, .. } | ReviewEvent::FindingCorrected { text, .. },
            )
            | Event::Update(UpdateEvent::Proposed { text, .. }) => Some(text),
            Event::Update(UpdateEvent::Posted(posted)) => Some(&posted.text),
            Event::Update(UpdateEvent::Pushed(pushed)) => Some(&pushed.text),
            _ => None,
        }
    }

    /// Whether it is kept for whoever looks into a delivery, and says little to anybody else.
    pub const fn is_technical(&self) -> bool {
        self.technical
    }
}

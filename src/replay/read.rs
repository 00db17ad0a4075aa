//! A whole recording at once.

use std::io::{self, Read};

use super::Limit;
use super::limited::{LimitedReader, ReadLimit};
use crate::incident::{History, Incident, Line, Recorded};
use crate::journal::{Damage, Flaw, Head, Salvaged, salvage};
use crate::lang::{Lang, vars};

/// A recording as far as its journal is whole.
#[derive(Clone, Debug)]
pub struct Recording {
    pub incident: Incident,
    pub history: History,
    pub head: Head,
    pub records: u64,
    /// The first bad record, if there is one.
    pub damage: Option<Damage>,
}

/// Why a journal cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("the journal cannot be read: {0}")]
    Io(#[from] io::Error),
    #[error("the journal is damaged: {0}")]
    Damaged(Damage),
    #[error("the journal has more than {bytes} bytes")]
    TooLong { bytes: u64 },
    #[error("the journal has more than {records} records")]
    TooMany { records: u64 },
    #[error("the host plays {recordings} other sessions")]
    Busy { recordings: usize },
}

impl Unreadable {
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Io(error) => {
                let why = Line::new(&error.to_string());
                lang.say_with("replay-failed", &vars![why = why.as_str()])
            }
            Self::Damaged(Damage { record, flaw }) => {
                lang.say_with("replay-damaged", &vars![record = *record, why = lang.say(flaw.key())])
            }
            Self::TooLong { bytes } => lang.say_with("replay-too-long", &vars![mebibytes = bytes >> 20]),
            Self::Busy { recordings } => lang.say_with("replay-busy", &vars![sessions = *recordings]),
            Self::TooMany { records } => lang.say_with("replay-too-many", &vars![records = *records]),
        }
    }
}

/// Reads a recording to its end or to the first bad record.
pub fn read(reader: impl Read, limit: Limit) -> Result<Recording, Unreadable> {
    let (reader, gate) = LimitedReader::new(reader, limit);
    let mut fold = Fold::new(limit, gate);
    let read = salvage(reader, &mut |recorded| {
        fold.take(&recorded);
    });
    fold.finish(read).map_err(|stopped| stopped.why)
}

/// Why a journal was not read to its end, and the history until then; `None` if not even the opening was read.
pub struct Stopped {
    pub why: Unreadable,
    pub history: Option<Box<History>>,
}

/// Folds records into a recording.
pub struct Fold {
    now: Option<(Incident, History)>,
    limit: Limit,
    gate: ReadLimit,
    /// Why further records are ignored.
    refused: Option<Unreadable>,
}

impl Fold {
    pub const fn new(limit: Limit, gate: ReadLimit) -> Self {
        Self { now: None, limit, gate, refused: None }
    }

    pub fn now(&self) -> Option<(&Incident, &History)> {
        self.now.as_ref().map(|(incident, history)| (incident, history))
    }

    /// As [`Fold::now`], unless further records are ignored.
    pub fn well(&self) -> Option<(&Incident, &History)> {
        self.now().filter(|_| self.refused.is_none() && !self.gate.was_too_long())
    }

    /// Folds the next record; `false` if it is one too many.
    pub fn take(&mut self, recorded: &Recorded) -> bool {
        if self.refused.is_some() {
            return false;
        }
        if recorded.seq.0 > self.limit.records {
            self.refuse(Unreadable::TooMany { records: self.limit.records });
            return false;
        }
        match &mut self.now {
            Some((incident, history)) => history.follow(incident, recorded),
            None => match Incident::begin(recorded) {
                Some(incident) => self.now = Some((incident.clone(), History::begin(&incident))),
                None => self.refuse(Unreadable::Damaged(Damage { record: 1, flaw: Flaw::Unreadable })),
            },
        }
        self.refused.is_none()
    }

    fn refuse(&mut self, why: Unreadable) {
        self.gate.close();
        self.refused = Some(why);
    }

    /// Returns the recording, once the reading is over.
    pub fn finish(self, read: io::Result<Salvaged>) -> Result<Recording, Stopped> {
        let Self { now, limit, gate, refused } = self;
        let salvaged = match (refused, read) {
            (Some(refused), _) => Err(refused),
            (None, _) if gate.was_too_long() => Err(Unreadable::TooLong { bytes: limit.bytes }),
            (None, read) => read.map_err(Unreadable::Io),
        };
        match (now, salvaged) {
            (Some((incident, history)), Ok(Salvaged { head, damage })) => {
                Ok(Recording { incident, history, head, records: head.seq.0, damage })
            }
            (now, Err(why)) => Err(Stopped { why, history: now.map(|(_, history)| Box::new(history)) }),
            (None, Ok(Salvaged { damage, .. })) => {
                let damage = damage.unwrap_or(Damage { record: 1, flaw: Flaw::Missing });
                Err(Stopped { why: Unreadable::Damaged(damage), history: None })
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::incident::{
        Event, HeaderEvent, Kind, LogEvent, Moment, Opened, Pace, PersonName, Plan, Prose, Recorded, Seq, Severity,
        Signature, Situation, Span,
    };
    use crate::journal::{FileJournal, Journal};

    /// The bytes of a journal of so many records, a second apart.
    pub fn journal(records: u64) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let mut journal = FileJournal::create(&path).unwrap();
        journal.append(Seq::ZERO, &(1..=records).map(recorded).collect::<Vec<_>>()).unwrap();
        std::fs::read(path).unwrap()
    }

    /// As [`journal`], whose last record closes the incident.
    pub fn closed_at(last: u64) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let mut records: Vec<_> = (1..=last).map(recorded).collect();
        records.last_mut().unwrap().event = Event::Header(HeaderEvent::Closed { reason: "Over".into() });
        FileJournal::create(&path).unwrap().append(Seq::ZERO, &records).unwrap();
        std::fs::read(path).unwrap()
    }

    pub fn at(seconds: u64) -> Moment {
        Moment::UNIX_EPOCH + Span::seconds(seconds.cast_signed())
    }

    /// As [`journal`], with a decision in each record but the first.
    pub fn decisions(records: u64) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let (text, why) = (|| Prose::new("x"), Prose::default);
        let decided = || Event::Log(LogEvent::Decided { text: text(), why: why(), objections: why() });
        let mut records: Vec<_> = (1..=records).map(recorded).collect();
        records[1..].iter_mut().for_each(|it| it.event = decided());
        FileJournal::create(&path).unwrap().append(Seq::ZERO, &records).unwrap();
        std::fs::read(path).unwrap()
    }

    fn recorded(n: u64) -> Recorded {
        let by = Signature::new("alice", "local");
        let event =
            if n == 1 { opened(at(n)) } else { Event::Log(LogEvent::Noted { text: format!("note {n}").into() }) };
        Recorded { seq: Seq(n), at: at(n), by, act: None, event }
    }

    fn opened(real_start: Moment) -> Event {
        Event::Header(HeaderEvent::Opened(Box::new(Opened {
            incident: "20261122-mail-k3f9".parse().unwrap(),
            title: "Mail down".into(),
            severity: Severity::Sev2,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            commander: PersonName::new("alice"),
            plan: Plan { title: "Plan".into(), ..Plan::default() },
        })))
    }

    #[test]
    fn a_session_is_read_as_far_as_its_journal_is_whole() {
        let whole = journal(50);
        let recording = read(whole.as_slice(), Limit::default()).unwrap();
        assert_eq!((recording.records, recording.incident.seq, recording.damage), (50, Seq(50), None));
        let torn = read(&whole[..whole.len() - 3], Limit::default()).unwrap();
        assert_eq!(torn.incident.seq, Seq(49));
        assert_eq!(torn.damage, Some(Damage { record: 50, flaw: Flaw::CutShort }));
        let mut changed = whole;
        let place = changed.windows(7).position(|text| text == b"note 30").unwrap();
        changed[place] = b'N';
        let recording = read(changed.as_slice(), Limit::default()).unwrap();
        assert_eq!((recording.records, recording.incident.log.len()), (29, 29));
        assert_eq!(recording.damage, Some(Damage { record: 30, flaw: Flaw::Hash }));
    }

    #[test]
    fn what_holds_no_session_is_refused() {
        let refused = |bytes: &[u8]| read(bytes, Limit::default()).unwrap_err();
        let missing = Damage { record: 1, flaw: Flaw::Missing };
        assert!(matches!(refused(b""), Unreadable::Damaged(damage) if damage == missing));
        let unreadable = Damage { record: 1, flaw: Flaw::Unreadable };
        assert!(matches!(refused(b"a letter\nto somebody\n"), Unreadable::Damaged(damage) if damage == unreadable));
        let newer = Damage { record: 1, flaw: Flaw::Format { found: 2 } };
        assert!(matches!(refused(b"{\"format\":2}\n"), Unreadable::Damaged(damage) if damage == newer));
    }

    #[test]
    fn nothing_is_read_beyond_a_limit() {
        let whole = journal(50);
        let bytes = whole.len() as u64;
        let limit = |bytes, records| read(whole.as_slice(), Limit { bytes, records });
        assert_eq!(limit(bytes, 50).unwrap().records, 50);
        assert!(matches!(limit(bytes - 1, 50), Err(Unreadable::TooLong { .. })));
        assert!(matches!(limit(bytes, 49), Err(Unreadable::TooMany { records: 49 })));
    }
}

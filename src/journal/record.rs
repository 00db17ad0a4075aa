//! One record as the bytes of a line.

use chrono::{NaiveDate, SecondsFormat};
use std::borrow::Cow;
use std::io::Write;

use super::damage::Flaw;
use super::hash::{HEX_LEN, Hash};
use crate::incident::{Event, Moment, Recorded, Seq, Signature};

/// The number of the format that is written.
pub(super) const FORMAT: u64 = 1;

/// The longest line, with its end; a longer one is no record.
pub const LINE_MAX: usize = 4 << 20;

const FORMAT_KEY: &[u8] = b"{\"format\":";
const PREV_KEY: &[u8] = b",\"prev\":\"";
const HASH_KEY: &[u8] = b",\"hash\":\"";
const PREV_LEN: usize = PREV_KEY.len() + HEX_LEN + 1;
const HASH_LEN: usize = HASH_KEY.len() + HEX_LEN + 2;

/// A parsed line whose hash matches; its place in the chain is not yet checked.
#[derive(Debug)]
pub(super) struct Line {
    pub recorded: Recorded,
    pub prev: Hash,
    pub hash: Hash,
}

/// Writes a record after the one with hash `prev`, and returns its own hash.
pub(super) fn encode(recorded: &Recorded, prev: Hash, out: &mut Vec<u8>) -> Hash {
    const INFALLIBLE: &str = "writing to memory cannot fail, and no map of an event has a key that is no text";
    let start = out.len();
    let at = recorded.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    write!(out, "{{\"format\":{FORMAT},\"seq\":{},\"at\":\"{at}\",\"by\":", recorded.seq).expect(INFALLIBLE);
    serde_json::to_writer(&mut *out, &recorded.by).expect(INFALLIBLE);
    if let Some(act) = recorded.act {
        write!(out, ",\"act\":{act}").expect(INFALLIBLE);
    }
    out.extend_from_slice(b",\"event\":");
    serde_json::to_writer(&mut *out, &recorded.event).expect(INFALLIBLE);
    out.extend_from_slice(PREV_KEY);
    prev.push_hex(out);
    out.push(b'"');
    let hash = Hash::of(&out[start..]);
    out.extend_from_slice(HASH_KEY);
    hash.push_hex(out);
    out.extend_from_slice(b"\"}\n");
    hash
}

/// Parses a line without its end.
pub(super) fn decode(line: &[u8]) -> Result<Line, Flaw> {
    if line.len() >= LINE_MAX {
        return Err(Flaw::TooLong);
    }
    let format = line.strip_prefix(FORMAT_KEY).and_then(number).ok_or(Flaw::Unreadable)?.0;
    match unchain(line) {
        // A changed digit is not a newer format.
        Some((content, _, _, hash)) if Hash::of(content) != hash => Err(Flaw::Hash),
        _ if format != FORMAT => Err(Flaw::Format { found: format }),
        Some((_, fields, prev, hash)) => Ok(Line { recorded: fields_of(fields).ok_or(Flaw::Unreadable)?, prev, hash }),
        None => Err(Flaw::Unreadable),
    }
}

/// Returns the hashed bytes, the bytes before `prev`, and both hashes.
fn unchain(line: &[u8]) -> Option<(&[u8], &[u8], Hash, Hash)> {
    let (content, hash) = line.split_at_checked(line.len().checked_sub(HASH_LEN)?)?;
    let hash = Hash::from_hex(hash.strip_prefix(HASH_KEY)?.strip_suffix(b"\"}")?)?;
    let (fields, prev) = content.split_at_checked(content.len().checked_sub(PREV_LEN)?)?;
    let prev = Hash::from_hex(prev.strip_prefix(PREV_KEY)?.strip_suffix(b"\"")?)?;
    Some((content, fields, prev, hash))
}

/// Parses the fields in their written order.
fn fields_of(fields: &[u8]) -> Option<Recorded> {
    let (_, rest) = number(fields.strip_prefix(FORMAT_KEY)?)?;
    let (seq, rest) = number(rest.strip_prefix(b",\"seq\":")?)?;
    let (at, rest) = text(rest.strip_prefix(b",\"at\":")?)?;
    let (person, rest) = text(rest.strip_prefix(b",\"by\":{\"person\":")?)?;
    let (via, rest) = text(rest.strip_prefix(b",\"via\":")?)?;
    let rest = rest.strip_prefix(b"}")?;
    let (act, rest) = match rest.strip_prefix(b",\"act\":") {
        Some(rest) => number(rest).map(|(act, rest)| (Some(Seq(act)), rest))?,
        None => (None, rest),
    };
    let event = Event::read(rest.strip_prefix(b",\"event\":")?).ok()?;
    let recorded = Recorded { seq: Seq(seq), at: moment(&at)?, by: Signature::new(&person, &via), act, event };
    recorded.is_reckonable().then_some(recorded)
}

fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let len = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let (digits, rest) = bytes.split_at(len);
    let digits = str::from_utf8(digits).ok()?;
    Some((digits.parse().ok()?, rest))
}

/// A JSON string and what follows it.
fn text(bytes: &[u8]) -> Option<(Cow<'_, str>, &[u8])> {
    let inner = bytes.strip_prefix(b"\"")?;
    let len = inner.iter().position(|b| matches!(b, b'"' | b'\\'))?;
    if inner[len] == b'"' {
        return Some((Cow::Borrowed(str::from_utf8(&inner[..len]).ok()?), &inner[len + 1..]));
    }
    let mut texts = serde_json::Deserializer::from_slice(bytes).into_iter::<String>();
    let text = texts.next()?.ok()?;
    Some((Cow::Owned(text), &bytes[texts.byte_offset()..]))
}

fn moment(text: &str) -> Option<Moment> {
    fixed_moment(text.as_bytes()).or_else(|| text.parse().ok())
}

/// Parses the written form, `2026-11-22T03:41:07.123Z`, ten times as fast as chrono parses any.
fn fixed_moment(text: &[u8]) -> Option<Moment> {
    let text: &[u8; 24] = text.try_into().ok()?;
    if (text[4], text[7], text[10], text[13], text[16], text[19], text[23])
        != (b'-', b'-', b'T', b':', b':', b'.', b'Z')
    {
        return None;
    }
    let digits = |from: usize, to: usize| {
        text[from..to]
            .iter()
            .try_fold(0, |sum: u32, b| if b.is_ascii_digit() { Some(sum * 10 + u32::from(b - b'0')) } else { None })
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(digits(0, 4)?).ok()?, digits(5, 7)?, digits(8, 10)?)?;
    Some(date.and_hms_milli_opt(digits(11, 13)?, digits(14, 16)?, digits(17, 19)?, digits(20, 23)?)?.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        ActionChange, ActionId, Change, DutyEvent, FindingId, HeaderEvent, HelpEvent, LogEvent, NewAction, ReviewEvent,
        ServiceEvent, StepEvent, TaskEvent, UpdateEvent,
    };
    use crate::incident::{
        Audience, Cadence, Duty, Health, Kind, Occasion, Opened, Pace, PersonName, Plan, Planned, PlannedService,
        PlannedStep, PlannedTask, Posted, Prose, Pushed, RoleId, Severity, Situation, StepKind, TargetName, TaskId,
    };
    use proptest::prelude::*;

    /// Whatever a person may have written.
    #[derive(Clone, Debug)]
    struct Words {
        line: crate::incident::Line,
        prose: Prose,
        number: u64,
        planned: Planned,
    }

    prop_compose! {
        fn words()(line in any::<String>(), prose in any::<String>(), number: u64, min: u32, max: u32) -> Words {
            Words { line: line.as_str().into(), prose: prose.as_str().into(), number, planned: Planned { min, max } }
        }
    }

    #[expect(clippy::too_many_lines, reason = "a list: one of each event")]
    fn one_of_each(words: &Words) -> Vec<Event> {
        let Words { line, prose, number, planned } = words.clone();
        let step = || "restore-1".parse().unwrap();
        let task = || "restore-1.sysadmin.12".parse::<TaskId>().unwrap();
        let role: RoleId = "sysadmin".parse().unwrap();
        let duty = || Duty::Role(role.clone());
        let reason = || line.clone();
        let text = || prose.clone();
        let person = PersonName::new(line.as_str());
        let zone = chrono_tz::Europe::Paris;
        let situation = Situation { what: text(), since: line.clone(), impact: Prose::default() };
        let planned_task = PlannedTask { id: task(), role: role.clone(), title: line.clone(), planned: Some(planned) };
        let planned_step = |kind| PlannedStep {
            id: step(),
            title: line.clone(),
            kind,
            milestone: None,
            tasks: vec![planned_task.clone()],
        };
        let (at, resume) = ("13:00:00".parse().unwrap(), "08:00:00".parse().unwrap());
        let kinds = [StepKind::Phase { planned }, StepKind::Break { planned }, StepKind::DayEnd { at, resume }];
        let service = PlannedService {
            id: "mail".parse().unwrap(),
            name: line.clone(),
            priority: 3,
            rto: Some(planned.max),
            rpo: None,
            restored_by: None,
            health: Health::Degraded,
        };
        let audience = Audience {
            id: "clients".parse().unwrap(),
            name: line.clone(),
            language: Some("fr".into()),
            every: Cadence { sev1: Some(1800), ..Cadence::default() },
            approval: true,
            outside: true,
            nights: true,
        };
        let to = || audience.id.clone();
        let target = || -> TargetName { "ops-chat".parse().unwrap() };
        let message = Seq(number);
        let plan = Plan {
            title: line.clone(),
            language: Some("fr".into()),
            roles: vec![crate::incident::Role { id: role.clone(), name: line.clone() }],
            steps: kinds.map(planned_step).into(),
            services: vec![service.clone()],
            audiences: vec![audience.clone()],
            backout: text(),
        };
        let newer =
            serde_json::json!({ "type": "of_tomorrow", "text": line.as_str(), "list": [1, null, { "a": number }] });
        let serde_json::Value::Object(newer) = newer else { panic!("an object") };
        vec![
            Event::Header(HeaderEvent::Opened(Box::new(Opened {
                incident: "20261122-x-abcd".parse().unwrap(),
                title: line.clone(),
                severity: Severity::Sev3,
                kind: Kind::Exercise,
                pace: Pace { speed: 60, real_start: Moment::UNIX_EPOCH },
                situation: situation.clone(),
                zone,
                commander: person.clone(),
                plan,
            }))),
            Event::Header(HeaderEvent::Retitled { title: line.clone() }),
            Event::Header(HeaderEvent::SeveritySet { severity: Severity::Sev1 }),
            Event::Header(HeaderEvent::SituationSet { situation: Box::new(situation) }),
            Event::Header(HeaderEvent::ZoneSet { zone }),
            Event::Header(HeaderEvent::Held { reason: reason() }),
            Event::Header(HeaderEvent::Resumed),
            Event::Header(HeaderEvent::Closed { reason: reason() }),
            Event::Header(HeaderEvent::Reopened { reason: reason() }),
            Event::Step(StepEvent::Started { step: step() }),
            Event::Step(StepEvent::Finished { step: step() }),
            Event::Step(StepEvent::Skipped { step: step(), reason: reason() }),
            Event::Step(StepEvent::Reopened { step: step() }),
            Event::Step(StepEvent::Extended { step: step(), planned }),
            Event::Step(StepEvent::DayEndSet { step: step(), at, resume }),
            Event::Step(StepEvent::Added { step: Box::new(planned_step(kinds[2])), after: None }),
            Event::Step(StepEvent::Moved { step: step(), after: Some(step()) }),
            Event::Task(TaskEvent::Added { task: Box::new(planned_task) }),
            Event::Task(TaskEvent::Started { task: task() }),
            Event::Task(TaskEvent::Done { task: task() }),
            Event::Task(TaskEvent::Blocked { task: task(), reason: reason() }),
            Event::Task(TaskEvent::Unblocked { task: task() }),
            Event::Task(TaskEvent::Skipped { task: task(), reason: reason() }),
            Event::Task(TaskEvent::Reopened { task: task() }),
            Event::Task(TaskEvent::Assigned { task: task(), person: Some(person.clone()) }),
            Event::Task(TaskEvent::Assigned { task: task(), person: None }),
            Event::Task(TaskEvent::Retitled { task: task(), title: line.clone() }),
            Event::Task(TaskEvent::Commented { task: task(), text: text() }),
            Event::Log(LogEvent::Noted { text: text() }),
            Event::Log(LogEvent::FactRecorded { text: text() }),
            Event::Log(LogEvent::Decided { text: text(), why: Prose::default(), objections: text() }),
            Event::Log(LogEvent::Corrected { entry: Seq(number), text: text() }),
            Event::Service(ServiceEvent::Added { service: Box::new(service) }),
            Event::Service(ServiceEvent::HealthSet { service: "mail".parse().unwrap(), health: Health::Down }),
            Event::Help(HelpEvent::Asked { text: reason(), task: None }),
            Event::Help(HelpEvent::Asked { text: reason(), task: Some(task()) }),
            Event::Help(HelpEvent::Answered { call: Seq(number) }),
            Event::Duty(DutyEvent::Offered { duty: Duty::Command, to: person.clone(), briefing: Prose::default() }),
            Event::Duty(DutyEvent::Offered { duty: duty(), to: person.clone(), briefing: text() }),
            Event::Duty(DutyEvent::OfferDropped { duty: duty() }),
            Event::Duty(DutyEvent::HandedOver { duty: Duty::Command, from: person.clone(), to: person.clone() }),
            Event::Duty(DutyEvent::RoleRevoked { role: "dsi".parse().unwrap(), from: person.clone() }),
            Event::Duty(DutyEvent::CommandTaken { from: person.clone(), reason: reason() }),
            Event::Update(UpdateEvent::AudienceSet { audience: Box::new(audience.clone()) }),
            Event::Update(UpdateEvent::Proposed { audience: to(), occasion: Occasion::Degraded, text: text() }),
            Event::Update(UpdateEvent::Dropped { proposal: message }),
            Event::Update(UpdateEvent::Posted(Box::new(Posted {
                audience: to(),
                occasion: Occasion::Opening,
                text: text(),
                proposal: Some(message),
            }))),
            Event::Update(UpdateEvent::Addressed { update: message, targets: vec![target(), target()] }),
            Event::Update(UpdateEvent::Pushed(Box::new(Pushed {
                target: target(),
                audience: to(),
                through: message,
                text: text(),
            }))),
            Event::Update(UpdateEvent::SendBegun { message, target: target() }),
            Event::Update(UpdateEvent::PartSent { message, target: target(), part: 2, repeat: true }),
            Event::Update(UpdateEvent::Delivered { message, target: target(), repeat: false }),
            Event::Update(UpdateEvent::Delivered { message, target: target(), repeat: true }),
            Event::Update(UpdateEvent::Delayed { message, target: target(), reason: reason(), maybe_sent: true }),
            Event::Update(UpdateEvent::Failed { message, target: target(), reason: reason() }),
            Event::Update(UpdateEvent::Retried { message, target: target() }),
            Event::Step(StepEvent::Late { step: step() }),
            Event::Service(ServiceEvent::RestorePointSet { service: "mail".parse().unwrap(), to: Moment::UNIX_EPOCH }),
            Event::Review(ReviewEvent::FindingAdded { finding: FindingId(1), text: text(), about: Some(step()) }),
            Event::Review(ReviewEvent::FindingCorrected { finding: FindingId(1), text: text() }),
            Event::Review(ReviewEvent::FindingDropped { finding: FindingId(u32::MAX), reason: reason() }),
            Event::Review(ReviewEvent::ActionAdded(Box::new(NewAction {
                action: ActionId(12),
                title: line.clone(),
                owner: Some(person.clone()),
                due: Some("2026-12-01".parse().unwrap()),
                finding: Some(FindingId(1)),
            }))),
            Event::Review(ReviewEvent::ActionChanged(Box::new(ActionChange {
                action: ActionId(12),
                title: None,
                owner: Change::Clear,
                due: Change::To("2027-01-31".parse().unwrap()),
                finding: Change::Keep,
            }))),
            Event::Review(ReviewEvent::ActionFinished { action: ActionId(12), outcome: reason() }),
            Event::Review(ReviewEvent::ActionReopened { action: ActionId(12) }),
            Event::Review(ReviewEvent::ActionDropped { action: ActionId(12), reason: reason() }),
            Event::Undone { act: Seq(number) },
            Event::Header(HeaderEvent::ClockJumped { by: -3_600_000 }),
            Event::Header(HeaderEvent::TailSetAside { bytes: number }),
            Event::Header(HeaderEvent::LogMoved { reason: reason() }),
            Event::Unknown(newer),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn every_event_reads_as_it_was_written(words in words(), millis in 0..253_402_300_800_000_i64, act: Option<u64>) {
            let prev = Hash::of(b"the one before");
            for event in one_of_each(&words) {
                let by = Signature { person: PersonName::new(words.line.as_str()), via: "ssh".into() };
                let at = Moment::from_timestamp_millis(millis).unwrap();
                let recorded = Recorded { seq: Seq(words.number), at, by, act: act.map(Seq), event };
                let mut line = Vec::new();
                let hash = encode(&recorded, prev, &mut line);
                let read = decode(line.strip_suffix(b"\n").unwrap()).unwrap();
                prop_assert_eq!(read.recorded, recorded);
                prop_assert_eq!((read.prev, read.hash), (prev, hash));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            prop_assert!(decode(&bytes).is_err());
        }
    }

    fn done() -> Recorded {
        let event = Event::Task(TaskEvent::Done { task: "restore.sysadmin.1".parse().unwrap() });
        let at = "2026-11-22T03:41:07.123Z".parse().unwrap();
        Recorded { seq: Seq(12), at, by: Signature::new("alice", "ssh"), act: None, event }
    }

    #[test]
    fn a_line_on_disk() {
        let mut line = Vec::new();
        encode(&Recorded { act: Some(Seq(11)), ..done() }, Hash::ZERO, &mut line);
        let prev = "0".repeat(64);
        let content = format!(
            r#"{{"format":1,"seq":12,"at":"2026-11-22T03:41:07.123Z","by":{{"person":"alice","via":"ssh"}},"act":11,"event":{{"type":"task_done","task":"restore.sysadmin.1"}},"prev":"{prev}""#
        );
        let hash = "9b5ab3b6f03c704fc07f8bcf847e2c6a64e65e54dba98f21b55a7283a7c1e329";
        assert_eq!(String::from_utf8(line).unwrap(), format!("{content},\"hash\":\"{hash}\"}}\n"));
    }

    #[test]
    fn a_newer_format_is_not_taken_for_a_changed_digit() {
        let mut line = Vec::new();
        encode(&done(), Hash::ZERO, &mut line);
        let line = String::from_utf8(line).unwrap().trim_end().replace("\"format\":1", "\"format\":2");
        assert_eq!(decode(line.as_bytes()).unwrap_err(), Flaw::Hash);
        let newer = br#"{"format":2,"and":"whatever"}"#;
        assert_eq!(decode(newer).unwrap_err(), Flaw::Format { found: 2 });
    }

    #[test]
    fn times_that_are_not_written_so_are_read_all_the_same() {
        for text in ["2026-11-22T03:41:07Z", "2026-11-22T03:41:07.123456Z", "2026-11-22T04:41:07.123+01:00"] {
            assert_eq!(moment(text), text.parse().ok(), "{text}");
        }
        for text in ["", "2026-11-22", "2026-13-22T03:41:07.123Z", "2026-11-22T03:41:0x.123Z"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_that_cannot_be_reckoned_with_is_no_record() {
        let far = ["+262142-12-31T23:59:59Z", "-262143-01-01T00:00:00Z", "+020001-01-01T00:00:00Z"];
        let due = |text: &str| text.split_once('T').unwrap().0.parse().unwrap();
        let mut records = Vec::new();
        for text in far {
            let at: Moment = text.parse().unwrap();
            let to = Event::Service(ServiceEvent::RestorePointSet { service: "mail".parse().unwrap(), to: at });
            let due =
                NewAction { action: ActionId(1), title: "x".into(), owner: None, due: Some(due(text)), finding: None };
            records.push(Recorded { at, ..done() });
            records.push(Recorded { event: to, ..done() });
            records.push(Recorded { event: Event::Review(ReviewEvent::ActionAdded(Box::new(due))), ..done() });
        }
        for recorded in records {
            let mut line = Vec::new();
            encode(&recorded, Hash::ZERO, &mut line);
            assert_eq!(decode(line.trim_ascii_end()).unwrap_err(), Flaw::Unreadable, "{recorded:?}");
        }
    }

    #[test]
    fn every_event_is_documented_for_other_programs() {
        let documented = include_str!("../../docs/journal.md");
        let planned = Planned::minutes(45, 90);
        let words = Words { line: "x".into(), prose: "x".into(), number: 1, planned };
        for event in one_of_each(&words).iter().filter(|event| !matches!(event, Event::Unknown(_))) {
            let value = serde_json::to_value(event).unwrap();
            let kind = value["type"].as_str().unwrap();
            let row = documented.lines().find(|line| line.starts_with(&format!("| `{kind}` |")));
            let row = row.unwrap_or_else(|| panic!("docs/journal.md does not document {kind}"));
            for field in value.as_object().unwrap().keys().filter(|field| *field != "type") {
                let is_named = row.contains(&format!("`{field}`")) || row.contains(&format!("`{field}?`"));
                assert!(is_named, "docs/journal.md: {kind} has {field}");
            }
        }
    }
}

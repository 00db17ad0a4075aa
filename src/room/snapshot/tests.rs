use super::*;
use crate::incident::{Context, Kind, Line, Open, Pace, Plan, Recorded, Severity, Signature, Situation, open};
use crate::journal::{Damage, Flaw};
use std::io;

fn snapshot() -> Snapshot {
    let at = Moment::UNIX_EPOCH;
    let what = Open {
        incident: "19700101-x-aaaa".parse().unwrap(),
        title: "X".into(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: at },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        plan: Plan::default(),
    };
    let by = Signature::new("alice", "test");
    let event = open(what, &Context::owner(at, by.clone())).unwrap();
    let incident = Incident::begin(&Recorded { seq: Seq(1), at, by, act: None, event }).unwrap();
    let (present, seen) = (Arc::default(), Arc::default());
    Snapshot { incident, health: Health::Writing, present, seen, commander_acted: Span::minutes(10) }
}

fn screen(person: &str) -> Presence {
    let (via, since, looks_at) = (Line::new("test"), Moment::UNIX_EPOCH, Line::default());
    Presence { person: PersonName::new(person), via, since, looks_at, number: 1 }
}

#[test]
fn a_commander_is_gone_once_neither_screen_nor_act_is_recent() {
    let after = Span::minutes(10);
    let left = |minutes| {
        let seen = Seen { at: Moment::UNIX_EPOCH, seq: Seq(1), steady: Span::minutes(minutes) };
        Arc::new(BTreeMap::from([(PersonName::new("alice"), seen)]))
    };
    // Who is present, when the commander left, now, and whether the commander is gone; the last act was at minute 10.
    let cases: [(&[&str], Option<i64>, i64, bool); 9] = [
        (&[], None, 19, false),
        (&[], None, 20, true),
        (&["karim"], None, 20, true),
        (&["alice"], None, 20, false),
        (&["alice", "karim"], Some(1), 500, false),
        // They left before they acted elsewhere, and after.
        (&[], Some(5), 19, false),
        (&[], Some(5), 20, true),
        (&[], Some(30), 39, false),
        (&[], Some(30), 40, true),
    ];
    for (present, seen, now, gone) in cases {
        let mut snapshot = snapshot();
        snapshot.present = present.iter().map(|person| screen(person)).collect();
        snapshot.seen = seen.map_or_else(Arc::default, left);
        assert_eq!(snapshot.commander_gone(Span::minutes(now), after), gone, "{present:?} {seen:?} {now}");
    }
}

#[test]
fn only_a_full_disk_is_waited_for() {
    let damage = Damage { record: 9, flaw: Flaw::Prev };
    let cases = [
        (AppendError::Full(io::ErrorKind::StorageFull.into()), ReadOnly::DiskFull),
        (AppendError::Damaged(damage), ReadOnly::Damaged { record: 9 }),
        (AppendError::Failed(io::ErrorKind::Other.into()), ReadOnly::Failed),
        (AppendError::Conflict { head: Seq(3) }, ReadOnly::Failed),
        (AppendError::TooLong { seq: Seq(3) }, ReadOnly::Failed),
    ];
    for (error, expected) in cases {
        assert_eq!(ReadOnly::of(&error), expected, "{error}");
        let snapshot = Snapshot { health: Health::ReadOnly(expected), ..snapshot() };
        assert_eq!(snapshot.damage().is_some(), matches!(error, AppendError::Damaged(_)), "{error}");
    }
    assert_eq!(snapshot().damage(), None);
}

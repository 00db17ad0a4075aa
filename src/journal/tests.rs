//! What every kind of journal promises, and what a file does with damage, crashes and strangers.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::*;
use crate::incident::{Event, LogEvent, Moment, Signature, Span};
use crate::lang::Lang;

fn note(seq: u64) -> Recorded {
    let at = Moment::UNIX_EPOCH + Span::seconds(seq.cast_signed());
    let event = Event::Log(LogEvent::Noted { text: format!("note {seq}").into() });
    Recorded { seq: Seq(seq), at, by: Signature::new("alice", "test"), act: None, event }
}

fn notes(seqs: std::ops::RangeInclusive<u64>) -> Vec<Recorded> {
    seqs.map(note).collect()
}

/// A folder with a journal of so many notes.
fn folder(records: u64) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.jsonl");
    let mut journal = FileJournal::create(&path).unwrap();
    if records > 0 {
        journal.append(Seq::ZERO, &notes(1..=records)).unwrap();
    }
    (folder, path)
}

fn read(path: &Path) -> Vec<Recorded> {
    let mut all = Vec::new();
    FileJournal::open(path, &mut |recorded| all.push(recorded)).unwrap();
    all
}

fn open(path: &Path) -> (FileJournal, usize) {
    let mut count = 0;
    let journal = FileJournal::open(path, &mut |_| count += 1).unwrap();
    (journal, count)
}

#[test]
fn memory_and_file_keep_the_same_chain() {
    let (_folder, path) = folder(0);
    fs::remove_file(&path).unwrap();
    let journals: [Box<dyn Journal>; 2] =
        [Box::new(MemoryJournal::default()), Box::new(FileJournal::create(&path).unwrap())];
    let heads = journals.map(|mut journal| {
        assert_eq!(journal.head(), Head::default());
        journal.ready().unwrap();
        let first = journal.append(Seq::ZERO, &notes(1..=2)).unwrap();
        let last = journal.append(Seq(2), &notes(3..=5)).unwrap();
        assert_eq!((first.seq, last.seq, journal.head()), (Seq(2), Seq(5), last));
        // Nothing appended is nothing changed.
        assert_eq!(journal.append(Seq(5), &[]).unwrap(), last);
        for expected in [0, 2, 4, 6] {
            let conflict = journal.append(Seq(expected), &notes(6..=6)).unwrap_err();
            assert!(matches!(conflict, AppendError::Conflict { head: Seq(5) }), "{expected}: {conflict}");
        }
        (first, last)
    });
    assert_eq!(heads[0], heads[1]);
    assert_eq!(read(&path), notes(1..=5));
}

#[test]
fn a_file_is_opened_where_it_ended() {
    let (_folder, path) = folder(3);
    let (mut journal, count) = open(&path);
    assert_eq!((journal.head().seq, count), (Seq(3), 3));
    assert_eq!((journal.damage(), journal.tail()), (None, None));
    journal.append(Seq(3), &notes(4..=4)).unwrap();
    drop(journal);
    assert_eq!(open(&path).1, 4);
    let verified = verify(std::io::BufReader::new(fs::File::open(&path).unwrap())).unwrap();
    assert_eq!(verified.seq, Seq(4));
}

#[test]
fn what_cannot_be_opened_says_why() {
    let open = |path: &Path| FileJournal::open(path, &mut |_| {}).unwrap_err();
    let (folder, empty) = folder(0);
    assert!(matches!(open(&empty), OpenError::Empty));
    assert!(matches!(open(&folder.path().join("none")), OpenError::Missing));
    assert!(matches!(FileJournal::create(&empty), Err(OpenError::Io(_))), "an old journal is never replaced");
    let with = |bytes: &[u8]| {
        let path = folder.path().join("other");
        fs::write(&path, bytes).unwrap();
        open(&path)
    };
    assert!(matches!(with(b"{\"format\":2}\n"), OpenError::Format { found: 2 }));
    assert!(matches!(with(b"a letter\n"), OpenError::Damaged(Damage { record: 1, flaw: Flaw::Unreadable })));
    assert!(matches!(with(b"{\"format\":1,\"se"), OpenError::Empty), "half a first record opened nothing");
}

#[test]
fn a_torn_tail_is_set_aside_before_anything_is_appended() {
    let (folder, path) = folder(3);
    let whole = fs::read(&path).unwrap();
    let torn = b"{\"format\":1,\"seq\":4,\"at\":\"20";
    for round in 0..3 {
        let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
        file.write_all(torn).unwrap();
        let (mut journal, count) = open(&path);
        assert_eq!((count, journal.tail()), (3, Some(torn.len() as u64)), "round {round}");
        assert_eq!(fs::read(&path).unwrap().len(), whole.len() + torn.len(), "opening writes nothing");
        journal.settle().unwrap();
        assert_eq!(journal.tail(), None);
        assert_eq!(fs::read(&path).unwrap(), whole);
    }
    let name = |n: &str| folder.path().join(format!("journal.torn-{}{n}", whole.len()));
    for kept in [name(""), name("-1"), name("-2")] {
        assert_eq!(fs::read(&kept).unwrap(), torn, "{}", kept.display());
    }
    let (mut journal, _) = open(&path);
    journal.append(Seq(3), &notes(4..=4)).unwrap();
    drop(journal);
    assert_eq!(read(&path), notes(1..=4));
}

#[test]
fn a_damaged_journal_is_read_up_to_the_damage_and_never_written() {
    let (_folder, path) = folder(5);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("note 4", "note X")).unwrap();
    let before = fs::read(&path).unwrap();
    let (mut journal, count) = open(&path);
    let damage = Damage { record: 4, flaw: Flaw::Hash };
    assert_eq!((count, journal.damage(), journal.head().seq), (3, Some(damage), Seq(3)));
    for refused in [
        journal.append(Seq(3), &notes(4..=4)).unwrap_err(),
        journal.ready().unwrap_err(),
        journal.settle().unwrap_err(),
    ] {
        assert!(matches!(refused, AppendError::Damaged(it) if it == damage), "{refused}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder(1);
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(b"{\"for").unwrap();
    open(&path).0.settle().unwrap();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.file_name());
    }
}

#[test]
fn every_flaw_is_said_in_both_languages_and_in_the_log_of_the_host() {
    let flaws = [
        Flaw::Unreadable,
        Flaw::TooLong,
        Flaw::Format { found: 7 },
        Flaw::Hash,
        Flaw::Seq { found: 9 },
        Flaw::Prev,
        Flaw::Time,
        Flaw::CutShort,
        Flaw::Missing,
    ];
    for flaw in flaws {
        let said = Lang::ALL.map(|lang| lang.say(flaw.key()));
        assert!(said.iter().all(|text| !text.is_empty()) && said[0] != said[1], "{said:?}");
        let logged = Damage { record: 12, flaw }.to_string();
        assert!(logged.starts_with("record 12: ") && logged.len() > 15, "{logged}");
    }
    assert_eq!(Damage { record: 2, flaw: Flaw::Seq { found: 9 } }.to_string(), "record 2: the number is 9");
    assert_eq!(Damage { record: 1, flaw: Flaw::Format { found: 7 } }.to_string(), "record 1: format 7 is not known");
}

#[test]
fn a_trace_is_the_number_and_the_hash_of_each_record() {
    let (_folder, path) = folder(4);
    let text = fs::read_to_string(&path).unwrap();
    let mut heads = Vec::new();
    let verified = trace(text.as_bytes(), &mut |head| heads.push(head)).unwrap();
    assert_eq!(heads.iter().map(|head| head.seq.0).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(heads.last(), Some(&verified));
    for (line, head) in text.lines().zip(&heads) {
        assert!(line.ends_with(&format!("\"hash\":\"{}\"}}", head.hash)), "{line}");
    }
}

#[test]
fn a_salvage_ends_where_the_journal_is_no_longer_whole() {
    let (_folder, path) = folder(4);
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let cases = [
        (text.clone(), 4, None),
        (String::new(), 0, Some(Damage { record: 1, flaw: Flaw::Missing })),
        ("\n".to_owned(), 0, Some(Damage { record: 1, flaw: Flaw::Unreadable })),
        (format!("{text}\n"), 4, Some(Damage { record: 5, flaw: Flaw::Unreadable })),
        (text.trim_end().to_owned(), 3, Some(Damage { record: 4, flaw: Flaw::CutShort })),
        (text.replace('\n', "\r\n"), 0, Some(Damage { record: 1, flaw: Flaw::Unreadable })),
        ([lines[0], lines[2]].concat(), 1, Some(Damage { record: 2, flaw: Flaw::Seq { found: 3 } })),
        ([lines[0], lines[0]].concat(), 1, Some(Damage { record: 2, flaw: Flaw::Seq { found: 1 } })),
        (lines[1..].concat(), 0, Some(Damage { record: 1, flaw: Flaw::Seq { found: 2 } })),
        (format!("\u{feff}{text}"), 0, Some(Damage { record: 1, flaw: Flaw::Unreadable })),
    ];
    for (text, records, damage) in cases {
        let mut count = 0;
        let salvaged = salvage(text.as_bytes(), &mut |_| count += 1).unwrap();
        assert_eq!((count, salvaged.head.seq.0, salvaged.damage), (records, records, damage), "{text:?}");
    }
}

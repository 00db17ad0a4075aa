//! Journals as a crash, a bad disk or a stranger leaves them.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use warroom::incident::{Event, LogEvent, Moment, Recorded, Seq, Signature, Span};
use warroom::journal::{AppendError, FileJournal, Flaw, Journal, OpenError, ReadError, verify};

fn note(seq: u64) -> Recorded {
    let event = Event::Log(LogEvent::Noted { text: format!("« note n° {seq} »").into() });
    let at = Moment::UNIX_EPOCH + Span::milliseconds(seq.cast_signed() * 1500);
    let act = (seq.is_multiple_of(3)).then(|| Seq(seq - 1));
    Recorded { seq: Seq(seq), at, by: Signature::new("alice", "ssh"), act, event }
}

/// A journal of so many notes in a folder of its own.
fn journal(records: u64) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.jsonl");
    let mut journal = FileJournal::create(&path).unwrap();
    let records: Vec<_> = (1..=records).map(note).collect();
    journal.append(Seq::ZERO, &records).unwrap();
    (folder, path)
}

fn damage(bytes: &[u8]) -> Option<(u64, Flaw)> {
    match verify(bytes) {
        Ok(_) => None,
        Err(ReadError::Damaged(damage)) => Some((damage.record, damage.flaw)),
        Err(error) => panic!("{error}"),
    }
}

fn side_files(path: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let mut others: Vec<_> = entries.filter(|other| other != path).collect();
    others.sort();
    others.iter().map(|other| fs::read(other).unwrap()).collect()
}

fn reopen(path: &Path) -> (FileJournal, Vec<Recorded>) {
    let mut records = Vec::new();
    let journal = FileJournal::open(path, &mut |recorded| records.push(recorded)).unwrap();
    (journal, records)
}

#[test]
fn what_was_appended_is_read_again() {
    let (_folder, path) = journal(20);
    let (mut journal, records) = reopen(&path);
    assert_eq!(records, (1..=20).map(note).collect::<Vec<_>>());
    assert_eq!(journal.head(), verify(fs::read(&path).unwrap().as_slice()).unwrap());
    journal.append(Seq(20), &[note(21)]).unwrap();
    drop(journal);
    assert_eq!(reopen(&path).1[19..], [note(20), note(21)]);
}

#[test]
fn a_crash_in_the_middle_of_a_write_costs_no_whole_record() {
    let (folder, path) = journal(5);
    let whole = fs::read(&path).unwrap();
    let ends: Vec<_> = (0..whole.len()).filter(|place| whole[*place] == b'\n').map(|place| place + 1).collect();
    // At every byte, but without a disk, in the reader's own tests.
    for cut in (ends[1]..whole.len()).step_by(41).chain([ends[2] - 1, ends[2], ends[2] + 1]) {
        fs::write(&path, &whole[..cut]).unwrap();
        let kept = ends.iter().filter(|end| **end <= cut).count();
        let torn = &whole[ends[kept - 1]..cut];
        let (mut journal, records) = reopen(&path);
        assert_eq!(records.len(), kept, "cut at {cut}");
        assert_eq!(journal.tail(), (!torn.is_empty()).then_some(torn.len() as u64));
        journal.append(Seq(kept as u64), &[note(kept as u64 + 1)]).unwrap();
        let aside = side_files(&path);
        assert_eq!(aside, if torn.is_empty() { vec![] } else { vec![torn.to_vec()] });
        assert_eq!(verify(fs::read(&path).unwrap().as_slice()).unwrap().seq.0, kept as u64 + 1);
        for file in fs::read_dir(folder.path()).unwrap() {
            fs::remove_file(file.unwrap().path()).unwrap();
        }
    }
}

#[test]
fn blocks_that_a_crash_left_empty_are_a_torn_end_too() {
    for torn in [&b"\0\0\0\0"[..], b"{\"format\":1,\"se\0\0\0\0"] {
        let (_folder, path) = journal(3);
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend_from_slice(torn);
        fs::write(&path, &bytes).unwrap();
        let (mut journal, records) = reopen(&path);
        assert_eq!((records.len(), journal.tail()), (3, Some(torn.len() as u64)));
        journal.settle().unwrap();
        assert_eq!((journal.tail(), side_files(&path)), (None, vec![torn.to_vec()]));
    }
}

#[test]
fn a_tail_set_aside_replaces_no_other() {
    let (_folder, path) = journal(3);
    for torn in ["one", "two", "three"] {
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend_from_slice(torn.as_bytes());
        fs::write(&path, &bytes).unwrap();
        reopen(&path).0.settle().unwrap();
    }
    assert_eq!(side_files(&path), [b"one".to_vec(), b"two".to_vec(), b"three".to_vec()]);
}

#[test]
fn other_damage_makes_a_journal_read_only_and_takes_nothing_away() {
    let (_folder, path) = journal(9);
    let whole = fs::read(&path).unwrap();
    let starts: Vec<_> = (0..whole.len()).filter(|at| *at == 0 || whole[at - 1] == b'\n').collect();
    // The last byte is the end of the last line: its change is no torn end.
    let places = starts[1..].iter().map(|start| start + 60).chain([whole.len() - 1]);
    for (place, record) in places.zip([2, 3, 4, 5, 6, 7, 8, 9, 9]) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x10;
        fs::write(&path, &bytes).unwrap();
        let (mut journal, records) = reopen(&path);
        assert_eq!(records.len(), record - 1, "byte {place}");
        let refused = journal.append(Seq(record as u64 - 1), &[note(record as u64)]).unwrap_err();
        let AppendError::Damaged(damage) = refused else { panic!("{refused}") };
        assert_eq!(damage.record, record as u64);
        drop(journal);
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert_eq!(side_files(&path), Vec::<Vec<u8>>::new());
    }
}

#[test]
fn what_is_no_journal_is_named_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.jsonl");
    let open = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        FileJournal::open(&path, &mut |_| {}).unwrap_err()
    };
    let flaw = |bytes: &[u8]| match open(bytes) {
        OpenError::Damaged(damage) => (damage.record, damage.flaw),
        other => panic!("{other}"),
    };
    assert!(matches!(open(b""), OpenError::Empty));
    assert!(matches!(open(b"{\"format\":1,"), OpenError::Empty));
    assert!(matches!(open(b"{\"format\":7,\"x\":1}\n"), OpenError::Format { found: 7 }));
    assert_eq!(flaw(b"\x7fELF\x02\x01\n\xff\xfe\n"), (1, Flaw::Unreadable));
    assert_eq!(flaw(&vec![b'x'; 5 << 20]), (1, Flaw::TooLong));
    assert_eq!(flaw(&[vec![b'x'; 5 << 20], b"\n".to_vec()].concat()), (1, Flaw::TooLong));
    fs::remove_file(&path).unwrap();
    assert!(matches!(FileJournal::open(&path, &mut |_| {}).unwrap_err(), OpenError::Missing));
    assert_eq!(damage(b""), Some((1, Flaw::Missing)));
}

#[test]
fn many_blocks_are_read_as_one_is() {
    let (_folder, path) = journal(12_000);
    let mut bytes = fs::read(&path).unwrap();
    assert_eq!(verify(bytes.as_slice()).unwrap().seq.0, 12_000);
    let (_, records) = reopen(&path);
    assert!(records.iter().zip(1..).all(|(recorded, seq)| *recorded == note(seq)));
    let place = bytes.len() - 700;
    bytes[place] ^= 1;
    assert_eq!(damage(&bytes).unwrap().0, 11_998);
}

/// Without a name the script takes the journal beside it, as it lies in a bundle, and otherwise says how it is used.
#[test]
fn the_script_without_an_argument_takes_the_journal_beside_it() {
    let (_folder, journal) = journal(3);
    let beside = tempfile::tempdir().unwrap();
    let script = beside.path().join("verify.py");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verify.py"), &script).unwrap();
    let run = |args: &[&str]| {
        // Where it is started from is nothing to it.
        let output = std::process::Command::new("python3").arg(&script).args(args).current_dir("/").output();
        let output = output.ok()?;
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Some((output.status.code(), text(output.stdout), text(output.stderr)))
    };
    // A machine without Python has nothing to run it with.
    let Some((code, out, why)) = run(&[]) else { return };
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(why.contains("journal.jsonl is not there") && why.contains("verify.py [journal.jsonl]"), "{why}");
    fs::copy(&journal, beside.path().join("journal.jsonl")).unwrap();
    let good = run(&[]).unwrap();
    assert!(good.0 == Some(0) && good.1.starts_with("chain intact, 3 records, head "), "{good:?}");
    assert_eq!(run(&[journal.to_str().unwrap()]).unwrap(), good);
}

/// docs/verify.py says the same in ten lines of Python: the chain needs nothing of warroom's to be checked.
#[test]
fn the_chain_can_be_checked_from_its_description_alone() {
    let (_folder, path) = journal(50);
    let mut prev = "0".repeat(64);
    for (line, number) in fs::read(&path).unwrap().split_inclusive(|b| *b == b'\n').zip(1..) {
        let record: serde_json::Value = serde_json::from_slice(line).unwrap();
        let marker = b",\"hash\":";
        let content = line.windows(marker.len()).rposition(|window| window == marker).unwrap();
        let hash = Sha256::digest(&line[..content]).iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").unwrap();
            hex
        });
        assert_eq!((record["seq"].as_u64(), record["prev"].as_str()), (Some(number), Some(prev.as_str())));
        assert_eq!(record["hash"].as_str(), Some(hash.as_str()));
        prev = hash;
    }
    assert_eq!(verify(fs::read(&path).unwrap().as_slice()).unwrap().hash.to_string(), prev);
}

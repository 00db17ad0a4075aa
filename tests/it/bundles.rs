//! Bundles as strangers send them: what is no bundle is refused with its reason, and nothing of it is kept.

mod zip;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use warroom::evidence::{self, Bundle, Texts};
use warroom::lang::Lang;
use warroom::replay::{self, Limit};
use warroom::verbs::{self, Here, Options, Outcome, Place};
use zip::{File, Zip};

const SESSION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sessions/mars.jsonl");

/// The files of a sound bundle, in their order.
fn sound() -> Vec<File> {
    static SOUND: LazyLock<Vec<File>> = LazyLock::new(exported);
    SOUND.clone()
}

fn exported() -> Vec<File> {
    let journal = fs::read(SESSION).unwrap();
    let session = replay::read(journal.as_slice(), Limit::default()).unwrap();
    let texts = Texts { plan: "format = 1\n".to_owned(), how: "# How\n".to_owned(), ..Texts::default() };
    let out = tempfile::tempfile().unwrap();
    evidence::export(&session, &texts, &mut journal.as_slice(), &out).unwrap();
    let mut files = zip::read(&out);
    assert_eq!(files[1].content, journal);
    files.sort_by_key(|file| file.name == "SHA256SUMS");
    files
}

/// A sound bundle with one of its files changed, and the sums made again.
fn with(name: &str, change: impl FnOnce(&mut File)) -> Vec<u8> {
    let mut files = sound();
    change(files.iter_mut().find(|file| file.name == name).unwrap());
    zip::sum(&mut files);
    zip(&files)
}

fn plus(file: File) -> Vec<u8> {
    let mut files = sound();
    files.insert(2, file);
    zip::sum(&mut files);
    zip(&files)
}

/// How many records the session has.
fn records() -> usize {
    static RECORDS: LazyLock<usize> = LazyLock::new(|| fs::read_to_string(SESSION).unwrap().lines().count());
    *RECORDS
}

fn without(name: &str) -> Vec<u8> {
    zip(&sound().into_iter().filter(|file| file.name != name).collect::<Vec<_>>())
}

fn replaced(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

fn zip(files: &[File]) -> Vec<u8> {
    Zip::of(files).bytes
}

/// What is sent, and what is said of it.
#[expect(clippy::too_many_lines, reason = "a table: one row a bundle")]
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let whole = zip(&sound());
    let outside = "would be written outside its folder";
    let mut rows = vec![
        ("nothing", Vec::new(), "is not a bundle. A journal"),
        ("a picture", b"\x89PNG\r\n\x1a\nrest".to_vec(), "is not a bundle. A journal"),
        ("a mere beginning", b"PK\x03\x04".to_vec(), "the bundle is truncated"),
        ("a byte too few", whole[..whole.len() - 1].to_vec(), "the bundle is truncated"),
        ("half of it", whole[..whole.len() / 2].to_vec(), "the bundle is truncated"),
        ("no file at all", zip(&[]), "“HEAD” is missing"),
        ("a byte too many", [&whole[..], b"x"].concat(), "the bundle is truncated"),
        ("something before", [b"PK\x03\x04", &whole[..]].concat(), "unexpected layout"),
        ("a link", plus(File::new("plan2", b"x").mode(0o120_777)), "is not a regular file"),
        ("a device", plus(File::new("plan2", b"").mode(0o020_666)), "is not a regular file"),
        ("a folder", plus(File::new("folder/", b"")), "is not a regular file"),
        ("a bundle in it", plus(File::new("inner.zip", &whole)), "“inner.zip” does not belong in a bundle"),
        ("a program", plus(File::new("run.sh", b"#!/bin/sh")), "“run.sh” does not belong in a bundle"),
        ("a name of escapes", plus(File::new("\x1b]0;x\x07a", b"")), "“a” does not belong in a bundle"),
        ("the journal twice", plus(File::new("journal.jsonl", b"{}")), "“journal.jsonl” appears twice"),
        ("encrypted", with("journal.jsonl", |it| it.flags = 1), "“journal.jsonl” is encrypted"),
        ("strongly encrypted", with("journal.jsonl", |it| it.method = 99), "“journal.jsonl” is encrypted"),
        ("bzip2", with("plan.toml", |it| it.method = 12), "uses a compression method"),
        (
            "another name inside",
            with("plan.toml", |it| it.local_name = Some("../plan".to_owned())),
            "unexpected layout",
        ),
        ("no journal", without("journal.jsonl"), "“journal.jsonl” is missing"),
        ("no sums", without("SHA256SUMS"), "“SHA256SUMS” is missing"),
        (
            "a declared bomb",
            with("journal.jsonl", |it| it.repeat = (1 << 32) - 5),
            "record 1 of the journal is damaged",
        ),
        (
            "an undeclared bomb",
            with("journal.jsonl", |it| {
                it.repeat = 1 << 28;
                it.declared = Some(u32::try_from(it.content.len()).unwrap());
            }),
            "the size of “",
        ),
        (
            "a bomb for a head",
            with("HEAD", |it| {
                it.repeat = 1 << 28;
                it.declared = Some(140);
            }),
            "the size of “",
        ),
        ("a head of a gigabyte", with("HEAD", |it| it.repeat = 1 << 28), "is too large for a bundle"),
        ("less than it says", with("plan.toml", |it| it.declared = Some(1 << 20)), "the size of “"),
        ("a wrong checksum", with("plan.toml", |it| it.crc = Some(7)), "is corrupted"),
        ("no deflate stream", with("plan.toml", |it| it.packed = Some(b"\xff\xff\xff\xff".to_vec())), "is corrupted"),
        (
            "an older head",
            with("HEAD", |it| {
                let text = String::from_utf8(it.content.clone()).unwrap();
                it.content = replaced(&text, &format!("records {}", records()), "records 7").into_bytes();
            }),
            "the journal ends with record",
        ),
        (
            "another's head",
            with("HEAD", |it| {
                let text = String::from_utf8(it.content.clone()).unwrap();
                it.content = replaced(&text, "incident 2026", "incident 2025").into_bytes();
            }),
            "from different incidents",
        ),
        (
            "a head that climbs",
            with("HEAD", |it| {
                let text = String::from_utf8(it.content.clone()).unwrap();
                it.content = replaced(&text, "incident ", "incident ../../").into_bytes();
            }),
            "“HEAD” is not in the format",
        ),
        ("a newer format", with("HEAD", |it| it.content = b"warroom-bundle 2\n".to_vec()), "bundle format 2"),
        ("a changed journal", with("journal.jsonl", |it| it.content[40_000] ^= 1), "of the journal is damaged"),
        (
            "a shorter journal",
            with("journal.jsonl", |it| {
                let end = it.content[..60_000].iter().rposition(|byte| *byte == b'\n').unwrap();
                it.content.truncate(end + 1);
            }),
            "which does not match HEAD",
        ),
        ("a torn journal", with("journal.jsonl", |it| it.content.truncate(60_000)), "the line is cut short"),
        (
            "a journal of tomorrow",
            with("journal.jsonl", |it| it.content = b"{\"format\":2}\n".to_vec()),
            "format not supported",
        ),
        ("no line end", with("journal.jsonl", |it| it.content = b"{".repeat(5 << 20)), "too long for a record"),
    ];
    for name in ["../evil", "a/../../evil", "/etc/evil", "..\\evil", "\\evil", "C:\\evil", "c:evil", ""] {
        rows.push(("a name that leads outside", plus(File::new(name, b"x")), outside));
    }
    // The sums are those of the sound one.
    let mut changed = sound();
    changed[2].content.push(b'#');
    rows.push(("a changed plan", zip(&changed), "“plan.toml” does not match SHA256SUMS"));
    let mut removed = sound();
    removed.remove(2);
    rows.push(("a plan removed", zip(&removed), "“plan.toml” does not match SHA256SUMS"));
    let mut added = sound();
    added.insert(2, File::new("report.md", b"# All was well"));
    rows.push(("a report added", zip(&added), "“report.md” does not match SHA256SUMS"));

    let many: Vec<File> = (0..100_000).map(|n| File::new(&format!("f{n}"), b"")).collect();
    let mut crowd = Zip::of(&many);
    rows.push(("100,000 files", crowd.bytes.clone(), "more files than a bundle can"));
    crowd.claim(u16::MAX);
    rows.push(("100,000 files as ZIP64 says it", crowd.bytes.clone(), "more files than a bundle can"));
    crowd.claim(8);
    rows.push(("100,000 files that say to be 8", crowd.bytes, "unexpected layout"));

    // The field by which some programs call a file something else than its headers do.
    let renamed = b"\x75\x70\x0e\x00\x01\x00\x00\x00\x00other.md!".to_vec();
    for place in [0, 1] {
        let bytes = with("plan.toml", |it| it.extra[place].clone_from(&renamed));
        rows.push(("another name beside the name", bytes, "unexpected layout"));
        let torn = with("plan.toml", |it| it.extra[place] = b"\x55\x54\xff\x00".to_vec());
        rows.push(("notes that go further than they do", torn, "unexpected layout"));
    }
    let behind = with("plan.toml", |it| it.behind = b"what nobody looks at".to_vec());
    rows.push(("bytes behind a file's end", behind, "“plan.toml”"));

    let mut overlapping = Zip::of(&sound());
    overlapping.overlap("plan.toml", "journal.jsonl");
    rows.push(("two files in one place", overlapping.bytes, "unexpected layout"));
    rows
}

/// A machine: its folders, and everything in them.
struct Machine(tempfile::TempDir);

impl Machine {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn run(&self, args: &[&str]) -> Outcome {
        let below = |name: &str| self.0.path().join(name);
        let here = Here {
            options: Options::default(),
            lang: Lang::En,
            config_dir: below("config"),
            config_file: below("config/config.toml"),
            state_dir: below("state"),
            socket: below("host.sock"),
            colours: warroom::terminal::Depth::None,
            zone: chrono_tz::UTC,
        };
        let args: Vec<String> = args.iter().map(|&arg| arg.to_owned()).collect();
        match verbs::parse(&args, Lang::En) {
            Ok(cli) => match cli.place() {
                Place::Client(task) => task.run(&here.with(&cli.options)),
                place => panic!("{place:?}"),
            },
            Err(outcome) => outcome,
        }
    }

    fn incident(&self) -> PathBuf {
        self.0.path().join("state/incidents/20260317-rancongiciel-lyon-m4rs")
    }

    /// All files and folders, with what is in them.
    fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.0.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let content = if path.is_dir() { Vec::new() } else { fs::read(&path).unwrap() };
                if path.is_dir() {
                    folders.push(path.clone());
                }
                found.insert(path, content);
            }
        }
        found
    }
}

#[test]
fn what_is_no_bundle_is_refused_and_leaves_nothing_behind() {
    let machine = Machine::new();
    let sent = machine.0.path().join("sent.zip");
    fs::create_dir_all(machine.0.path().join("state/incidents")).unwrap();
    for (what, bytes, why) in hostile() {
        fs::write(&sent, bytes).unwrap();
        let before = machine.everything();
        for verb in ["verify", "import"] {
            let outcome = machine.run(&[verb, &sent.display().to_string()]);
            assert_eq!((outcome.code, &*outcome.stdout), (1, ""), "{verb} {what}: {outcome:?}");
            let journal = verb == "verify" && !bytes_are_zip(&sent);
            assert!(journal || outcome.stderr.contains(why), "{verb} {what}: {}", outcome.stderr);
        }
        assert!(machine.everything() == before, "{what} left something behind");
    }
}

/// The kernel holds the program to 256 MiB of addresses: whoever asks for more is ended by it.
#[test]
fn no_bundle_decides_how_much_memory_is_used() {
    let machine = Machine::new();
    let sent = machine.0.path().join("sent.zip");
    let run = |verb: &str| {
        Command::new("sh")
            .args(["-c", "ulimit -v 262144 && exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_warroom"), verb])
            .arg(&sent)
            .env_clear()
            .env("HOME", machine.0.path())
            .output()
            .unwrap()
    };
    let mut sparse = zip(&sound());
    let directory = u32::MAX - 100;
    let end = sparse.len() - 22;
    sparse[end + 12..end + 16].copy_from_slice(&directory.to_le_bytes());
    let mut rows: Vec<_> = hostile()
        .into_iter()
        .filter(|(what, ..)| ["bomb", "gigabyte", "100,000", "line end"].iter().any(|it| what.contains(it)))
        .collect();
    assert_eq!(rows.len(), 8);
    rows.push(("a directory of four gigabytes", sparse, "unexpected layout"));
    for (what, bytes, why) in rows {
        fs::write(&sent, bytes).unwrap();
        for verb in ["verify", "import"] {
            let output = run(verb);
            let shown = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{verb} {what}: {shown}");
            assert!(shown.contains(why), "{verb} {what}: {shown}");
        }
    }
}

fn bytes_are_zip(path: &Path) -> bool {
    fs::read(path).unwrap().starts_with(b"PK")
}

#[test]
fn a_bundle_is_the_same_whenever_it_is_made_and_reads_as_it_was_written() {
    let machine = Machine::new();
    let path = |name: &str| machine.0.path().join(name).display().to_string();
    let (first, second) = (path("a.zip"), path("b.zip"));
    for to in [&first, &second] {
        let made = machine.run(&["export", SESSION, "--to", to]);
        assert_eq!(made.code, 0, "{}", made.stderr);
    }
    assert!(fs::read(&first).unwrap() == fs::read(&second).unwrap());
    // Never over a file that is there, unless asked to.
    let again = machine.run(&["export", SESSION, "--to", &first]);
    assert_eq!(again.code, 1, "{again:?}");
    assert_eq!(machine.run(&["export", SESSION, "--to", &first, "--force"]).code, 0);

    let bundle = Bundle::open(fs::File::open(&first).unwrap()).unwrap();
    let mut journal = Vec::new();
    bundle.prove(&mut journal).unwrap();
    assert!(journal == fs::read(SESSION).unwrap());
    // A bundle is a file of records as a journal is.
    let other = machine.run(&["export", &first, "--to", &path("c.zip")]);
    assert_eq!(other.code, 0, "{}", other.stderr);
    assert!(fs::read(&first).unwrap() == fs::read(path("c.zip")).unwrap());
}

#[test]
fn a_file_with_a_torn_end_is_exported_only_where_that_is_asked_for_and_said() {
    let machine = Machine::new();
    let path = |name: &str| machine.0.path().join(name).display().to_string();
    let (torn, bundle) = (path("torn.jsonl"), path("torn.zip"));
    let journal = fs::read(SESSION).unwrap();
    let whole = records() - 1;
    fs::write(&torn, &journal[..journal.len() - 20]).unwrap();
    let refused = machine.run(&["export", &torn, "--to", &bundle]);
    assert_eq!(refused.code, 1);
    let shown = format!("the last record is cut short, after {whole} complete records");
    assert!(refused.stderr.contains(&shown), "{}", refused.stderr);
    assert!(!Path::new(&bundle).exists());

    let made = machine.run(&["export", &torn, "--to", &bundle, "--whole-records"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    assert!(made.stdout.contains("The last record was cut short and is left out"), "{}", made.stdout);
    let files = zip::read(&fs::File::open(&bundle).unwrap());
    let how = files.iter().find(|file| file.name == "VERIFY.md").unwrap();
    let how = String::from_utf8(how.content.clone()).unwrap();
    assert!(how.contains(&format!("cut short, after record {whole}.")), "{how}");
    assert_eq!(machine.run(&["verify", &bundle]).code, 0);

    // The same of an incident's own log is a write under way.
    fs::create_dir_all(machine.incident()).unwrap();
    fs::write(machine.incident().join("journal.jsonl"), fs::read(&torn).unwrap()).unwrap();
    let own = machine.run(&["export", "20260317", "--to", &path("own.zip")]);
    assert_eq!((own.code, &*own.stderr), (0, ""));
    // Where none is open, the one that was closed last is meant.
    fs::write(machine.incident().join("journal.jsonl"), &journal).unwrap();
    let last = machine.run(&["export", "--to", &path("last.zip")]);
    assert_eq!(last.code, 0, "{}", last.stderr);
    assert!(last.stderr.contains("the most recently closed one, 20260317-rancongiciel-lyon-m4rs"), "{}", last.stderr);
}

#[test]
fn a_bundle_that_another_program_packed_is_read() {
    let files = sound();
    // Info-ZIP notes when a file was changed.
    let changed = b"UT\x05\x00\x01\x00\x00\x00\x00".to_vec();
    let extra = [changed.clone(), changed];
    let stored: Vec<File> = files.into_iter().map(|it| File { method: 0, extra: extra.clone(), ..it }).collect();
    let mut packed = Zip::of(&stored);
    packed.reverse_directory();
    let machine = Machine::new();
    let sent = machine.0.path().join("sent.zip");
    fs::write(&sent, packed.bytes).unwrap();
    let outcome = machine.run(&["verify", &sent.display().to_string()]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
}

#[test]
fn a_log_that_is_here_is_never_written_over() {
    let machine = Machine::new();
    let path = |name: &str| machine.0.path().join(name).display().to_string();
    let lines: Vec<String> = fs::read_to_string(SESSION).unwrap().split_inclusive('\n').map(str::to_owned).collect();
    let short = path("short.jsonl");
    fs::write(&short, lines[..200].concat()).unwrap();
    let export = |from: &str, to: &str| {
        let made = machine.run(&["export", from, "--to", &path(to)]);
        assert_eq!(made.code, 0, "{}", made.stderr);
        path(to)
    };
    let (whole, begun) = (export(SESSION, "whole.zip"), export(&short, "begun.zip"));
    let import = |bundle: &str| machine.run(&["import", bundle]);
    let here = || fs::read(machine.incident().join("journal.jsonl")).unwrap();

    assert_eq!(import(&begun).code, 0);
    assert!(machine.incident().join("copy.json").exists());
    assert!(here() == lines[..200].concat().into_bytes());
    let same = import(&begun);
    assert_eq!(same.code, 0);
    assert!(same.stdout.contains("was already imported, with the same 200 records"), "{}", same.stdout);
    let longer = import(&whole);
    assert_eq!(longer.code, 1);
    assert!(
        longer.stderr.contains(&format!("the first 200 of the bundle's {} records", records())),
        "{}",
        longer.stderr
    );
    assert!(here() == lines[..200].concat().into_bytes());

    fs::remove_dir_all(machine.incident()).unwrap();
    assert_eq!(import(&whole).code, 0);
    let older = import(&begun);
    assert_eq!(older.code, 1);
    assert!(
        older.stderr.contains(&format!("it has {} records, the bundle only the first 200", records())),
        "{}",
        older.stderr
    );
    fs::write(machine.incident().join("journal.jsonl"), b"{}\n").unwrap();
    assert!(import(&whole).stderr.contains("record 1 of its journal is damaged"));
    let folder = machine.incident().parent().unwrap().to_owned();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
}

#[test]
fn a_log_is_verified_against_what_was_kept_of_it() {
    let machine = Machine::new();
    let path = |name: &str| machine.0.path().join(name).display().to_string();
    let lines: Vec<String> = fs::read_to_string(SESSION).unwrap().split_inclusive('\n').map(str::to_owned).collect();
    let (short, bundle) = (path("short.jsonl"), path("short.zip"));
    fs::write(&short, lines[..200].concat()).unwrap();
    assert_eq!(machine.run(&["export", &short, "--to", &bundle]).code, 0);
    let hash = lines[199].trim_end().trim_end_matches("\"}").rsplit('"').next().unwrap().to_owned();
    let upper = hash.to_uppercase();
    let follow = format!("which ends with record 200: {} records follow", records() - 200);
    for kept in [&hash, &upper, &short, &bundle] {
        let outcome = machine.run(&["verify", SESSION, "--against", kept]);
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        assert!(outcome.stdout.contains(&follow), "{}", outcome.stdout);
    }
    for log in [&short, &bundle] {
        assert!(machine.run(&["verify", log, "--against", &hash]).stdout.contains("Same log"));
        let older = machine.run(&["verify", log, "--against", SESSION]);
        assert_eq!(older.code, 1);
        assert!(older.stderr.contains(&format!("is longer and ends with record {}", records())), "{}", older.stderr);
    }
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sessions/juin.jsonl");
    let foreign = machine.run(&["verify", SESSION, "--against", other, "--json"]);
    assert_eq!(foreign.code, 1);
    let shown: serde_json::Value = serde_json::from_str(&foreign.stdout).unwrap();
    assert_eq!((&shown["against"], &shown["common"]), (&"foreign".into(), &0.into()));
}

/// A program that reads the directory alone sees what a program that walks the headers sees.
#[test]
fn what_is_written_reads_back_by_its_headers_too() {
    let out = tempfile::tempfile().unwrap();
    let journal = fs::read(SESSION).unwrap();
    let session = replay::read(journal.as_slice(), Limit::default()).unwrap();
    evidence::export(&session, &Texts::default(), &mut Cursor::new(&journal), &out).unwrap();
    let names: Vec<String> = zip::read(&out).into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["HEAD", "journal.jsonl", "verify.py", "SHA256SUMS"]);
}

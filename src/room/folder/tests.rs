use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;

fn id(text: &str) -> IncidentId {
    text.parse().unwrap()
}

#[test]
fn an_incident_is_named_by_its_id_or_an_unambiguous_beginning() {
    let all = || ["20261122-mail-aaaa", "20261122-mail-aaab", "20261122-web-cccc", "2026"].map(id).to_vec();
    let cases: [(&str, Result<&str, &[&str]>); 7] = [
        ("20261122-web-cccc", Ok("20261122-web-cccc")),
        ("20261122-w", Ok("20261122-web-cccc")),
        // An id that is the beginning of others is meant itself.
        ("2026", Ok("2026")),
        ("20261122-mail", Err(&["20261122-mail-aaaa", "20261122-mail-aaab"])),
        ("20261122-mail-aaab", Ok("20261122-mail-aaab")),
        ("web", Err(&[])),
        ("", Err(&["20261122-mail-aaaa", "20261122-mail-aaab", "20261122-web-cccc", "2026"])),
    ];
    for (name, expected) in cases {
        let found = Folder::named(all(), name);
        let expected = expected.map(id).map_err(|ids| ids.iter().map(|text| id(text)).collect::<Vec<_>>());
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn only_folders_with_a_record_are_incidents() {
    let store = tempfile::tempdir().unwrap();
    let missing = store.path().join("none");
    assert_eq!(Folder::all(&missing).unwrap(), []);
    for (name, journal) in [
        ("20261122-x-aaaa", Some("x")),
        ("20261122-x-bbbb", Some("")),
        ("20261122-x-cccc", None),
        ("Not An Id", Some("x")),
    ] {
        let folder = store.path().join(name);
        fs::create_dir(&folder).unwrap();
        if let Some(journal) = journal {
            fs::write(folder.join("journal.jsonl"), journal).unwrap();
        }
    }
    fs::write(store.path().join("20261122-x-dddd"), "a file").unwrap();
    assert_eq!(Folder::all(store.path()).unwrap(), [id("20261122-x-aaaa")]);
    let file = store.path().join("20261122-x-dddd");
    assert!(Folder::all(&file).is_err(), "a file holds no incidents");
}

#[test]
fn a_new_folder_is_its_owners_alone_and_never_an_old_one() {
    let store = tempfile::tempdir().unwrap();
    let incidents = store.path().join("a/b/incidents");
    let folder = Folder::of(&incidents, &id("20261122-x-aaaa"));
    folder.make().unwrap();
    for made in [folder.path(), &incidents] {
        assert_eq!(fs::metadata(made).unwrap().permissions().mode() & 0o777, 0o700, "{}", made.display());
    }
    assert_eq!(folder.make().unwrap_err().kind(), io::ErrorKind::AlreadyExists);
}

#[test]
fn a_file_is_replaced_whole_or_stays() {
    let store = tempfile::tempdir().unwrap();
    let path = store.path().join("state.json");
    for text in ["first", "the second, which is longer", "3"] {
        replace(&path, text.as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // What a crash has left of an older try is no obstacle.
    fs::write(store.path().join("state.json.new"), "half").unwrap();
    replace(&path, b"4").unwrap();
    assert_eq!(fs::read_dir(store.path()).unwrap().count(), 1);
    // A place that cannot be written leaves nothing behind.
    let taken = store.path().join("copy.json");
    fs::create_dir(&taken).unwrap();
    assert!(replace(&taken, b"5").is_err());
    assert!(!store.path().join("copy.json.new").exists());
    assert!(replace(&store.path().join("none/state.json"), b"6").is_err());
}

#[test]
fn a_state_that_is_older_than_its_log_is_noticed() {
    let store = tempfile::tempdir().unwrap();
    let folder = Folder::at(store.path().to_owned());
    assert!(!folder.is_journal_newer(), "there is nothing to compare");
    fs::write(folder.journal(), "x").unwrap();
    assert!(!folder.is_journal_newer());
    fs::write(folder.state(), "x").unwrap();
    let written = |path: PathBuf, seconds| {
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    };
    for (journal, state, newer) in [(10, 10, false), (10, 11, false), (11, 10, true)] {
        written(folder.journal(), journal);
        written(folder.state(), state);
        assert_eq!(folder.is_journal_newer(), newer, "{journal} {state}");
    }
}

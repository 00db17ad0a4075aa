use super::*;
use crate::journal::Hash;

fn folder() -> (tempfile::TempDir, Folder) {
    let temporary = tempfile::tempdir().unwrap();
    let folder = Folder::at(temporary.path().to_owned());
    (temporary, folder)
}

fn head() -> Head {
    Head { seq: Seq(7), hash: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".parse().unwrap() }
}

#[test]
fn a_note_is_read_as_it_was_written_until_it_is_forgotten() {
    let (_temporary, folder) = folder();
    assert_eq!(Copy::read(&folder), None);
    let copy = Copy::new(head(), None);
    copy.write(&folder.copy()).unwrap();
    assert_eq!(Copy::read(&folder), Some(copy.clone()));
    let by = Signature::new("alice", "local");
    let taken = copy.taken_over_by(TakenOver { by, reason: "host lost".into() });
    taken.write(&folder.copy()).unwrap();
    assert_eq!(Copy::read(&folder), Some(taken));
    Copy::forget(&folder);
    assert_eq!(Copy::read(&folder), None);
}

#[test]
fn the_note_is_a_line_that_other_programs_read() {
    let (_temporary, folder) = folder();
    Copy::new(head(), None).write(&folder.copy()).unwrap();
    let expected = r#"{"format":1,"seq":7,"hash":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","taken_over":null}"#;
    assert_eq!(std::fs::read_to_string(folder.copy()).unwrap(), format!("{expected}\n"));
}

#[test]
fn a_note_that_cannot_be_read_still_marks_a_copy_that_nobody_took_over() {
    let notes: [&[u8]; 5] = [
        b"",
        b"{",
        b"\xff",
        br#"{"format":1}"#,
        br#"{"format":2,"seq":7,"hash":"0","taken_over":{"by":{"person":"mallory","via":"x"},"reason":""}}"#,
    ];
    for note in notes {
        let (_temporary, folder) = folder();
        std::fs::write(folder.copy(), note).unwrap();
        let copy = Copy::read(&folder).unwrap_or_else(|| panic!("{}", note.escape_ascii()));
        assert_eq!((copy.taken_over, copy.seq, copy.hash), (None, Seq::ZERO, Hash::ZERO));
    }
    let (_temporary, folder) = folder();
    std::fs::create_dir(folder.copy()).unwrap();
    assert!(Copy::read(&folder).is_some(), "something is there that is no file");
}

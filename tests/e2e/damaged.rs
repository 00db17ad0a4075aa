//! A log that someone has changed: what each verb says of it, on which stream and with which code.

use super::stage::{Stage, kill_host};

#[test]
fn a_damaged_log_is_said_to_be_so_wherever_it_is_looked_at() {
    let stage = Stage::new();
    let id = stage.open("Mail down");
    stage.done(&["log", "--decision", "Cut the VPN"]);
    stage.done(&["log", "What came after"]);
    kill_host(&stage);
    let journal = stage.path(&format!("state/warroom/incidents/{id}/journal.jsonl"));
    let log = std::fs::read_to_string(&journal).unwrap();
    let record = 1 + log.lines().position(|line| line.contains("Cut the VPN")).unwrap();
    std::fs::write(&journal, log.replace("Cut the VPN", "Cut the LAN")).unwrap();

    let both = |args: &[&str]| {
        let output = stage.run(args);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    for (lang, listed, shown, exported) in [
        (
            "en",
            format!("damaged (record {record})"),
            format!("Record {record} of the journal is damaged: only the records before it can be read"),
            format!("Record {record} of the journal is damaged: the line was changed"),
        ),
        (
            "fr",
            format!("endommagé (entrée n°\u{a0}{record})"),
            format!("L'entrée n°\u{a0}{record} du journal est endommagée\u{a0}: l'incident se lit jusque-là"),
            format!("L'entrée n°\u{a0}{record} du journal est endommagée\u{a0}: la ligne a été modifiée"),
        ),
    ] {
        let (code, out, _) = both(&["list", "--lang", lang]);
        let line = out.lines().find(|line| line.contains(&id)).unwrap();
        assert!(code == Some(0) && line.contains(&listed), "{out}");
        let (code, out, why) = both(&["status", "--incident", &id, "--lang", lang]);
        assert!(code == Some(0) && (out + &why).contains(&shown), "{why}");
        let cast = stage.path(&format!("{lang}.cast"));
        let cast = cast.to_str().unwrap();
        let (code, out, why) = both(&["replay", &id, "--export", cast, "--size", "80x24", "--lang", lang]);
        assert!(why.contains(&exported), "{why}");
        assert!(code == Some(0) && !out.contains(&exported), "{out}");
        assert!(std::fs::read_to_string(cast).unwrap().contains("\"version\":2"));
    }
    let (code, _, why) = both(&["log", "One more", "--incident", &id]);
    assert!(code == Some(3) && why.contains("nothing more is being recorded"), "{why}");
}

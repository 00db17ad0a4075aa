//! A log that goes from one machine to another, with a host that runs on both.

use super::receiver::{Answer, Receiver};
use super::stage::{Stage, eventually, kill_host};

#[test]
fn the_log_of_another_machine_is_read_replaced_by_nothing_and_notifies_nobody_again() {
    let (here, there, receiver) = (Stage::new(), Stage::new(), Receiver::new());
    let id = here.open("Mail down");
    // The machine that it comes from cannot deliver its first update, and sends nothing else.
    receiver.answers("here", vec![Answer::Status(503, ""); 100]);
    let add = |stage: &Stage, path: &str| {
        std::fs::write(stage.path("config/warroom/notify.toml"), "[network]\ngather = '1s'\n").unwrap();
        let url = receiver.url(path);
        let target = ["notify", "add", &url, "--name", "chat", "--audience", "team", "--allow-local"];
        stage.done(&[&target[..], &["--push", "opened,decision,phase_started"]].concat());
    };
    add(&here, "here");
    here.done(&["update", "Mail is down.", "--audience", "team", "--yes"]);
    here.done(&["log", "--decision", "Cut the VPN"]);
    receiver.got("here", 1);
    // Whoever takes it in knows the same target by the same name, and has a host that runs.
    add(&there, "there");
    let other = there.open("Their own");
    there.done(&["update", "Something else.", "--audience", "team", "--yes", "--incident", &other]);
    receiver.gets("there", "their own update", |got| got.iter().any(|it| it.text().contains("Something else.")));

    let bundle = here.path("bundle.zip");
    let bundle = bundle.to_str().unwrap();
    assert!(here.done(&["export", &id, "--to", bundle]).contains("records, head"));
    here.done(&["verify", bundle]);
    here.done(&["verify", &id, "--against", bundle]);
    there.done(&["import", bundle]);

    let listed = there.done(&["list"]);
    assert!(listed.lines().any(|line| line.contains(&id) && line.contains("copy")), "{listed}");
    // Whoever names nothing means what continues here.
    assert!(there.done(&["status"]).contains("Their own"));
    assert!(there.done(&["log", "--incident", &id]).contains("Cut the VPN"));
    let refused = there.run(&["log", "A note", "--incident", &id]);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("import --take-over"), "{refused:?}");
    let seat = there.screen(&["attach", &id]);
    seat.sees("read-only copy");
    drop(seat);
    // Another host finds it, and leaves it as it is.
    kill_host(&there);
    there.done(&["log", "--decision", "Go on", "--incident", &other]);
    receiver.gets("there", "their own decision", |got| got.iter().any(|it| it.text().contains("Go on")));
    let shown = |text: &str| receiver.got("there", 0).iter().any(|it| it.text().contains(text));
    assert!(!shown("Mail is down") && !shown("Cut the VPN") && !shown("Mail down"));

    // Taken over, it continues immediately, and what was before is not sent from here.
    let goes_on = there.done(&["import", "--take-over", &id]);
    assert!(
        goes_on.contains(&format!("{id} continues on this machine. This will be recorded"))
            && goes_on.contains("pending messages will then be dropped"),
        "{goes_on}"
    );
    let own = there.run(&["import", "--take-over", &other]);
    assert_eq!(own.status.code(), Some(1), "{own:?}");
    assert!(String::from_utf8_lossy(&own.stderr).contains("not a copy"), "{own:?}");
    let noted = there.done(&["log", "--decision", "Restore here", "--incident", &id]);
    assert!(noted.contains("Restore here"), "{noted}");
    receiver.gets("there", "the decision", |got| got.iter().any(|it| it.text().contains("Restore here")));
    assert!(!shown("Mail is down") && !shown("Cut the VPN"));
    let log = there.json(&["log", "--json", "--incident", &id]);
    assert!(
        log.to_string().contains("log_moved") || there.done(&["log", "--incident", &id]).contains("another machine")
    );
    assert!(there.done(&["update", "list", "--incident", &id]).contains("0/1, one failed"));
    let shown = there.json(&["update", "list", "--json", "--incident", &id]);
    assert!(shown.to_string().contains("taken over from another machine"), "{shown}");
    let verified = there.done(&["verify", &id, "--against", bundle]);
    assert!(verified.contains("It continues the earlier copy"), "{verified}");
    let again = there.run(&["import", bundle]);
    assert_eq!(again.status.code(), Some(1), "{again:?}");
    // Once more from the beginning, as ours from the first moment.
    let third = Stage::new();
    add(&third, "third");
    third.done(&["list"]);
    assert!(third.done(&["import", bundle, "--take-over"]).contains("continues on this machine"));
    eventually("the room to be ours", || third.run(&["log", "Ours", "--incident", &id]).status.success());
    third.done(&["log", "--decision", "From the third", "--incident", &id]);
    let got = receiver.gets("third", "the decision", |got| got.iter().any(|it| it.text().contains("From the third")));
    assert!(got.iter().all(|it| !it.text().contains("Mail is down") && !it.text().contains("Cut the VPN")));
}

//! What goes out of a host, to servers that answer as they like.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::receiver::{Answer, Receiver};
use super::stage::{Stage, eventually, kill};

/// A stage with a receiver, and an incident that continues.
struct Crisis {
    stage: Stage,
    receiver: Receiver,
}

impl Crisis {
    fn new() -> Self {
        let stage = Stage::new();
        stage.open("Mail down");
        Self { stage, receiver: Receiver::new() }
    }

    /// Sets a target up, which the host knows at once.
    fn add(&self, url: &str, name: &str, more: &[&str]) {
        let mut args = vec!["notify", "add", url, "--name", name, "--audience", "team", "--allow-local"];
        args.extend(more);
        self.stage.done(&args);
    }

    fn says(&self, text: &str) {
        self.stage.done(&["update", text, "--audience", "team", "--yes"]);
    }

    /// What the log says of deliveries, as the names of the events of this kind.
    fn deliveries(&self, kind: &str) -> Vec<serde_json::Value> {
        let id = self.stage.json(&["status", "--json"])["id"].as_str().unwrap().to_owned();
        let journal = self.stage.path(&format!("state/warroom/incidents/{id}/journal.jsonl"));
        let journal = std::fs::read_to_string(journal).unwrap();
        let events = journal.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        events.map(|record| record["event"].clone()).filter(|event| event["type"] == kind).collect()
    }

    /// How a target does, as the host lists it.
    fn target(&self, name: &str) -> serde_json::Value {
        let targets = self.stage.json(&["notify", "list", "--json"]);
        targets.as_array().unwrap().iter().find(|target| target["name"] == name).unwrap().clone()
    }

    /// The host dies, and whoever comes next starts another.
    fn kill_host(&self) {
        kill(self.stage.host_pid());
        eventually("another host", || self.stage.run(&["list"]).status.success());
    }
}

/// Every file below a folder that holds a text.
fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read(&path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(text)) {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn an_update_arrives_and_its_address_is_nowhere_else() {
    let crisis = Crisis::new();
    let Crisis { stage, receiver } = &crisis;
    crisis.add(&receiver.url("s3cr3t-key"), "log", &[]);
    let settings = stage.path("config/warroom/notify.toml");
    let secret = stage.path("config/warroom/secrets/log");
    for file in [&settings, &secret] {
        assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }

    crisis.says("Mail is down since 3:41.");
    let got = &receiver.got("s3cr3t-key", 1)[0];
    assert!(got.text().contains("Mail is down since 3:41."), "{got:?}");
    assert_eq!((got.json()["audience"].as_str(), got.json()["possible_repeat"].as_bool()), (Some("Team"), Some(false)));
    eventually("the record", || crisis.deliveries("delivered").len() == 1);

    receiver.answers("s3cr3t-key", [Answer::Status(404, ""), Answer::Status(500, "")]);
    let tested = stage.run(&["notify", "test"]);
    let shown = String::from_utf8(tested.stderr.clone()).unwrap();
    assert!(tested.status.code() == Some(1) && shown.contains("127.0.0.1"), "{tested:?}");
    let tested = stage.run(&["notify", "test", "log"]);
    assert!(!String::from_utf8_lossy(&tested.stderr).contains("s3cr3t"), "{tested:?}");
    assert!(stage.done(&["notify", "test"]).contains("delivered"));
    let checked = stage.done(&["notify", "check", "--json"]) + &stage.done(&["notify", "check"]);
    assert!(checked.contains("127.0.0.1") && !checked.contains("s3cr3t") && !shown.contains("s3cr3t"), "{checked}");

    stage.done(&["host", "stop"]);
    assert_eq!(holding(&stage.path(""), "s3cr3t"), std::slice::from_ref(&secret));
    stage.done(&["notify", "remove", "log"]);
    assert!(!secret.exists() && !std::fs::read_to_string(&settings).unwrap().contains("target"));
}

#[test]
fn a_host_that_dies_between_sending_and_recording_says_that_it_may_be_a_repeat() {
    let crisis = Crisis::new();
    let receiver = &crisis.receiver;
    crisis.add(&receiver.mattermost("chat"), "chat", &[]);
    crisis.add(&receiver.url("keyed"), "keyed", &[]);
    receiver.answers("hooks/chat", [Answer::Silence]);
    receiver.answers("keyed", [Answer::Silence]);
    crisis.says("The mail server is isolated.");
    receiver.got("hooks/chat", 1);
    receiver.got("keyed", 1);
    crisis.kill_host();

    // The next host finds what was under way.
    let chat = receiver.got("hooks/chat", 2);
    let may_be = "may have been sent before";
    assert!(!chat[0].body.contains(may_be) && chat[1].body.contains(may_be), "{chat:?}");
    let keyed = receiver.got("keyed", 2);
    assert_eq!(keyed[0].headers["idempotency-key"], keyed[1].headers["idempotency-key"]);
    assert_eq!(keyed[1].json()["possible_repeat"], true);
    eventually("both records", || crisis.deliveries("delivered").len() == 2);
    assert!(crisis.deliveries("delivered").iter().all(|event| event["repeat"] == true));

    // Nothing is sent a third time.
    crisis.kill_host();
    crisis.says("Mail is back.");
    let chat = receiver.got("hooks/chat", 3);
    assert!(chat[2].body.contains("Mail is back") && !chat[2].body.contains(may_be), "{chat:?}");
    assert_eq!(receiver.got("keyed", 3).len(), 3);
}

#[test]
fn a_target_that_fails_for_a_while_is_tried_again_and_holds_up_nobody_else() {
    let crisis = Crisis::new();
    let Crisis { stage, receiver } = &crisis;
    crisis.add(&receiver.url("well"), "well", &[]);
    crisis.add(&receiver.url("ill"), "ill", &[]);
    receiver.answers("ill", [Answer::Status(500, ""), Answer::Reset, Answer::Status(429, "retry-after: 1\r\n")]);
    crisis.says("First.");
    crisis.says("Second.");
    let well = receiver.got("well", 2);
    let ill = receiver.got("ill", 5);
    let texts: Vec<_> = ill.iter().map(super::receiver::Got::text).collect();
    assert_eq!(texts.iter().filter(|text| text.contains("First.")).count(), 4, "{texts:?}");
    assert!(texts[4].contains("Second."), "{texts:?}");
    assert!(well[1].at < ill[4].at);
    eventually("all records", || crisis.deliveries("delivered").len() == 4);
    assert!(!crisis.deliveries("delivery_delayed").is_empty());
    assert_eq!(crisis.target("ill")["waiting"], 0);
    stage.done(&["update", "list"]);
}

#[test]
fn a_target_that_refuses_is_to_fix_and_gets_it_once_it_is_mended() {
    let crisis = Crisis::new();
    let Crisis { stage, receiver } = &crisis;
    crisis.add(&receiver.url("gone"), "chat", &[]);
    receiver.answers("gone", [Answer::Status(404, "")]);
    crisis.says("Mail is down.");
    receiver.got("gone", 1);
    eventually("what is to fix", || crisis.target("chat")["to_fix"].is_string());
    let listed = stage.done(&["notify", "list"]);
    assert!(listed.contains("needs fixing") && listed.contains("404"), "{listed}");
    assert!(stage.done(&["update", "list"]).contains("Needs fixing: chat"));
    stage.done(&["update", "retry"]);
    assert!(receiver.got("gone", 2)[1].text().contains("Mail is down."));
    eventually("the mended target", || crisis.target("chat")["to_fix"].is_null());
    assert!(!stage.done(&["notify", "list"]).contains("silent"));

    // No one can mend a target that is gone, and one that no incident speaks to is no way to anybody.
    receiver.answers("gone", [Answer::Status(404, "")]);
    crisis.says("Mail is back.");
    eventually("what is to fix again", || crisis.target("chat")["to_fix"].is_string());
    stage.done(&["notify", "remove", "chat"]);
    stage.done(&["notify", "add", &receiver.url("lost"), "--name", "lost", "--audience", "nobody", "--allow-local"]);
    eventually("the targets as they are now", || {
        let listed = stage.done(&["notify", "list"]);
        listed.contains("silent") && !listed.contains("chat")
    });
    let listed = stage.done(&["update", "list"]);
    assert!(!listed.contains("To fix") && listed.contains("Mail is back."), "{listed}");
}

#[test]
fn a_burst_is_a_few_messages_in_order_and_nothing_of_it_is_lost() {
    let crisis = Crisis::new();
    let Crisis { stage, receiver } = &crisis;
    let file = stage.path("config/warroom/notify.toml");
    std::fs::write(&file, "[network]\ngather = '1s'\n").unwrap();
    crisis.add(&receiver.url("news"), "news", &["--push", "opened,decision,phase_started"]);
    for number in 0..60 {
        stage.done(&["log", "--decision", &format!("Decision number {number:03}.")]);
    }
    let all = |got: &[super::receiver::Got]| got.iter().map(super::receiver::Got::text).collect::<String>();
    let got = receiver.gets("news", "the last decision", |got| all(got).contains("number 059"));
    let shown = all(&got);
    let places: Vec<_> = (0..60).map(|number| shown.find(&format!("number {number:03}")).unwrap()).collect();
    assert!(places.is_sorted(), "{shown}");
    assert_eq!(shown.matches("Decision number").count(), 60, "each once: {shown}");
    assert!(shown.contains("opened the incident") && shown.contains("started the phase"), "{shown}");

    // What was pushed can be read again, and that it arrived.
    let newest = || stage.json(&["update", "list", "--json"])["pushes"][0].clone();
    eventually("that the newest arrived", || newest()["delivery"]["state"] == "delivered");
    let shown = stage.done(&["update", "show", &newest()["seq"].to_string()]);
    assert!(shown.contains("number 059") && shown.contains("delivered"), "{shown}");
    let listed = stage.done(&["update", "list"]);
    assert!(listed.contains("Sent automatically") && listed.contains("delivered"), "{listed}");
}

#[test]
fn what_is_written_at_the_screen_is_seen_as_it_goes_out_and_then_that_it_arrived() {
    let crisis = Crisis::new();
    let mut alice = crisis.stage.screen(&["attach"]);
    alice.sees("Mail down");
    alice.press("8");
    alice.sees("No channel");
    // A target that is set up while someone looks is there at once.
    crisis.add(&crisis.receiver.url("team"), "log", &[]);
    alice.sees("nothing sent");
    alice.press("u");
    alice.sees("‹ Team ›");
    alice.press("\t\tAll is quiet. \x13");
    alice.sees("log · JSON · 127.0.0.1");
    alice.press("\r");
    let got = &crisis.receiver.got("team", 1)[0];
    assert!(got.text().contains("All is quiet."), "{got:?}");
    alice.sees("✔ delivered");
    std::fs::write(crisis.stage.path("config/warroom/notify.toml"), "target = 3").unwrap();
    alice.sees("UPDATE SETTINGS INVALID");
}

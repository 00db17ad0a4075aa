//! A host with an incident and channels for its updates.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::Value;

use crate::stage::{Stage, eventually};

/// The only audience: no one has to approve.
const AUDIENCE: &str = "
[[audience]]
id = 'team'
name = 'The team'
language = 'en'
";

pub struct Post {
    pub stage: Stage,
    pub incident: String,
    secrets: Vec<String>,
}

impl Post {
    /// An incident, and targets of these names and addresses.
    pub fn new(targets: &[(&str, String)]) -> Self {
        Self::with("", targets)
    }

    /// The same with more in the settings.
    pub fn with(settings: &str, targets: &[(&str, String)]) -> Self {
        let stage = Stage::new();
        let mut post = Self { stage, incident: String::new(), secrets: Vec::new() };
        post.set_up(settings, targets);
        post.incident = post.stage.open("Mail down");
        post
    }

    /// Writes the settings, and the addresses where they say.
    pub fn set_up(&mut self, settings: &str, targets: &[(&str, String)]) {
        let folder = self.stage.path("config/warroom/secrets");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o700)).unwrap();
        let mut all = format!("{settings}\n{AUDIENCE}");
        for (name, url) in targets {
            let file = folder.join(name);
            std::fs::write(&file, url).unwrap();
            std::fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
            let target = format!("[[target]]\nname = '{name}'\nurl = {{ file = 'secrets/{name}' }}\n");
            all.extend([target.as_str(), "audiences = ['team']\nallow_local = true\n"]);
            self.secrets.push(url.clone());
        }
        // As an editor does it: the file is there in whole or not at all.
        let new = self.stage.path("config/warroom/notify.new");
        std::fs::write(&new, all).unwrap();
        std::fs::set_permissions(&new, PermissionsExt::from_mode(0o600)).unwrap();
        std::fs::rename(new, self.stage.path("config/warroom/notify.toml")).unwrap();
    }

    /// Something that must be written nowhere.
    pub fn hide(&mut self, secret: &str) {
        self.secrets.push(secret.to_owned());
    }

    pub fn publish(&self, text: &str) {
        self.stage.done(&["update", text, "--audience", "team", "--yes"]);
    }

    /// What became of the newest update at a target.
    pub fn delivery(&self, target: &str) -> Value {
        let list = self.stage.json(&["update", "list", "--json"]);
        let update = list["updates"].as_array().unwrap().last().unwrap();
        let deliveries = update["deliveries"].as_array().unwrap();
        deliveries.iter().find(|delivery| delivery["target"] == target).cloned().unwrap_or_default()
    }

    /// Waits until the newest update is in this state at a target, and says all of it.
    #[track_caller]
    pub fn becomes(&self, target: &str, state: &str) -> Value {
        let mut now = Value::Null;
        eventually(&format!("the update to {target} to be {state}"), || {
            now = self.delivery(target);
            now["state"] == state
        });
        now
    }

    /// The events of the incident, as its file has them.
    pub fn events(&self) -> Vec<Value> {
        let journal = self.stage.path("state/warroom/incidents").join(&self.incident).join("journal.jsonl");
        let journal = std::fs::read_to_string(journal).unwrap();
        journal.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["event"].clone()).collect()
    }
}

impl Drop for Post {
    /// Whatever the test did: nothing of an address is anywhere but where it belongs.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        self.stage.run(&["status"]);
        let said: Vec<u8> = [
            &["update", "list"][..],
            &["update", "list", "--json"],
            &["log", "--json"],
            &["log"],
            &["status", "--json"],
            &["briefing"],
            &["host", "status", "--json"],
            &["notify", "list"],
            &["notify", "list", "--json"],
            &["notify", "check"],
            &["notify", "check", "--json"],
        ]
        .iter()
        .flat_map(|args| {
            let output = self.stage.run(args);
            [output.stdout, output.stderr].concat()
        })
        .collect();
        self.stage.run(&["host", "stop"]);
        for secret in &self.secrets {
            // The address whole, and every word of it that could be a key.
            let words = secret.split(['/', ':', '@', '?', '&', '=', '#']);
            for word in words.filter(|word| word.len() >= 16).chain([secret.as_str()]) {
                assert!(!holds(&said, word), "a command shows {word}");
                hunt(&self.stage.path(""), word);
            }
        }
    }
}

fn hunt(folder: &Path, word: &str) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() && entry.file_name() != "secrets" {
            hunt(&entry.path(), word);
        } else if kind.is_file() {
            let bytes = std::fs::read(entry.path()).unwrap();
            assert!(!holds(&bytes, word), "{} has {word}", entry.path().display());
        }
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

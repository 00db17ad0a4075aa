use std::fs;

use super::*;
use crate::runbook;
use crate::verbs::{self, Place};

/// Adds a target as it is typed, beside settings of one's own; gives what came of it and the new settings.
fn added(args: &str, lang: Lang, folder: &Path) -> (Outcome, String) {
    let here = Here {
        options: verbs::Options::default(),
        lang,
        config_dir: folder.to_owned(),
        config_file: folder.join("config.toml"),
        state_dir: folder.join("state"),
        socket: folder.join("host.sock"),
        colours: crate::terminal::Depth::None,
        zone: chrono_tz::UTC,
    };
    let own = "format = 1\n\n[[audience]]\nid = \"board\"\nname = \"Board\"\n";
    fs::write(folder.join("notify.toml"), own).unwrap();
    let plan = runbook::builtin()[0].source.replace("id = \"clients\"", "id = \"suppliers\"");
    fs::create_dir_all(folder.join("runbooks")).unwrap();
    fs::write(folder.join("runbooks/ours.toml"), plan).unwrap();
    let args: Vec<String> = format!("notify add {args}").split(' ').map(str::to_owned).collect();
    let outcome = match verbs::parse(&args, lang) {
        Ok(cli) => match cli.place() {
            Place::Client(task) => task.run(&here),
            place => panic!("{place:?}"),
        },
        Err(misuse) => misuse,
    };
    let text = fs::read_to_string(folder.join("notify.toml")).unwrap();
    (outcome, text.strip_prefix(own).unwrap_or(&text).trim_start().to_owned())
}

/// What adding a target for these audiences warns of.
fn warned(audiences: &[&str], lang: Lang) -> String {
    let folder = tempfile::tempdir().unwrap();
    let args = audiences.iter().fold("https://example.org/hook".to_owned(), |args, id| args + " --audience " + id);
    let (outcome, _) = added(&args, lang, folder.path());
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    outcome.stderr
}

#[test]
fn the_command_line_says_all_that_the_file_can() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("address"), "https://example.org/hook\n").unwrap();
    let file = folder.path().join("address").display().to_string();
    for (args, message, written) in [
        (
            "--env CHAT_URL --kind mattermost --audience team --push decision,closed --allow-local",
            "reads its URL from its environment variable CHAT_URL",
            "[[target]]\nname = \"mattermost\"\nkind = \"mattermost\"\nurl = { env = \"CHAT_URL\" }\n\
             audiences = [\"team\"]\npush = [\"decision\", \"closed\"]\nallow_local = true\n",
        ),
        (
            "--credential chat --name ops --audience team",
            "reads its URL from the systemd credential chat",
            "[[target]]\nname = \"ops\"\nurl = { credential = \"chat\" }\naudiences = [\"team\"]\n",
        ),
        (
            &format!("--file {file} --kind generic --secret-env HOOK_KEY --audience team"),
            "Added generic: JSON at example.org, for team.",
            "[[target]]\nname = \"generic\"\nkind = \"generic\"\nurl = { file = \"address\" }\n\
             secret = { env = \"HOOK_KEY\" }\naudiences = [\"team\"]\n",
        ),
    ] {
        let (outcome, text) = added(args, Lang::En, folder.path());
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{args}");
        assert!(outcome.stdout.contains(message), "{}", outcome.stdout);
        assert_eq!(text, written);
        assert!(!folder.path().join("secrets").exists(), "no address was typed");
    }
    let (outcome, text) = added("https://hooks.slack.com/x --kind generic --audience team", Lang::Fr, folder.path());
    assert!(outcome.stdout.contains("generic est ajouté"), "{}", outcome.stdout);
    assert!(text.contains("kind = \"generic\"\nurl = { file = \"secrets/generic\" }"), "{text}");
    for (args, code) in [
        ("--audience team", Outcome::MISUSE),
        ("https://example.org --env X --audience team", Outcome::MISUSE),
        ("--env X --credential y --audience team", Outcome::MISUSE),
        ("--env X --kind slck --audience team", Outcome::MISUSE),
        ("--file /nowhere/at/all --audience team", Outcome::UNAVAILABLE),
        ("--credential ../y --audience team", Outcome::REFUSED),
    ] {
        let (outcome, text) = added(args, Lang::En, folder.path());
        assert_eq!((outcome.code, text.as_str()), (code, ""), "{args}: {}", outcome.stderr);
    }
}

#[test]
fn an_audience_that_nothing_knows_is_added_with_a_warning() {
    assert_eq!(warned(&["team", "equipe", "board", "suppliers", "clients"], Lang::En), "");
    assert_eq!(
        warned(&["team", "clinets"], Lang::En),
        "No plan on this machine and no audience in notify.toml has the ID “clinets”. This channel stays silent until an \
         incident has that audience. Known: board, clients, direction, equipe, management, suppliers, team. \
         Did you mean clients?\n"
    );
    assert!(warned(&["xyz"], Lang::Fr).contains("'identifiant «\u{a0}xyz\u{a0}»"));
}

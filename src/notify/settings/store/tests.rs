//! Settings on disk, and targets that go into a file and out of it.

use super::*;
use crate::notify::settings::News;

const OWN: &str = "format = 1\n\n[[audience]]\nid = \"board\"\nname = \"Board\"\n";

fn place(name: &str, url: Source) -> Place {
    Place {
        name: name.parse().unwrap(),
        kind: None,
        url,
        secret: None,
        audiences: vec!["board".parse().unwrap()],
        push: Vec::new(),
        allow_local: false,
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_typed_address_is_in_a_private_file_as_long_as_its_target_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify.toml");
    fs::write(&path, OWN).unwrap();
    let name = "chat".parse().unwrap();
    let chat = place("chat", Store::secret_of(&name));
    let store = || Store::open(folder.path()).unwrap();
    store().add(&chat, Some(&"https://example.org/hook".to_owned().into())).unwrap();
    let secret = folder.path().join("secrets/chat");
    assert_eq!(fs::read_to_string(&secret).unwrap(), "https://example.org/hook\n");
    assert_eq!((mode(&secret), mode(secret.parent().unwrap()), mode(&path)), (0o600, 0o700, 0o600));
    let added = store();
    assert_eq!(added.settings().place(&name).unwrap().url, chat.url);
    assert!(added.text.starts_with(OWN) && !added.text.contains("example.org"));
    assert_eq!(added.free_name("chat").as_str(), "chat-2");
    assert_eq!(added.free_name("mail").as_str(), "mail");

    store().add(&place("twin", chat.url.clone()), None).unwrap();
    store().remove(&"twin".parse().unwrap()).unwrap();
    assert!(secret.exists(), "the first target still uses it");
    store().remove(&name).unwrap();
    assert!(!secret.exists());
    assert_eq!(store().settings().targets.len(), 0);
    assert!(matches!(store().remove(&name), Err(NotRemoved::Unknown)));
}

#[test]
fn what_the_host_would_reject_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notify.toml"), OWN).unwrap();
    let bad = place("chat", Source::Credential("../x".to_owned()));
    let store = Store::open(folder.path()).unwrap();
    assert!(matches!(store.add(&bad, None), Err(StoreError::Invalid(_))));
    assert_eq!(fs::read_to_string(folder.path().join("notify.toml")).unwrap(), OWN);
    fs::write(folder.path().join("notify.toml"), "format = ").unwrap();
    assert!(matches!(Store::open(folder.path()), Err(StoreError::Invalid(_))));
}

#[test]
fn a_link_stays_one_and_the_file_behind_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real.toml");
    fs::write(&real, OWN).unwrap();
    std::os::unix::fs::symlink(&real, folder.path().join("notify.toml")).unwrap();
    let store = Store::open(folder.path()).unwrap();
    store.add(&place("chat", Source::Env("CHAT_URL".to_owned())), None).unwrap();
    assert!(fs::read_to_string(&real).unwrap().contains("CHAT_URL"));
    assert!(folder.path().join("notify.toml").is_symlink());
}

fn written(name: &str) -> Place {
    Place {
        name: name.parse().unwrap(),
        kind: None,
        url: Source::File(PathBuf::from(format!("secrets/{name}"))),
        secret: None,
        audiences: vec!["management".parse().unwrap()],
        push: vec![News::Opened, News::PhaseLate],
        allow_local: false,
    }
}

#[test]
fn what_is_put_in_is_read_back_and_taken_out_again() {
    let hand = "# ours\nformat = 1\n\n[network]\ngather = '30s'\n";
    let one = with(hand, &written("one"));
    let local = Place { allow_local: true, secret: Some(Source::Env("KEY".into())), ..written("two") };
    let two = with(&one, &local);
    let settings = Settings::read(&two, "notify.toml").unwrap();
    assert_eq!(settings.targets, [written("one"), local]);
    assert_eq!(without(&two, &"two".parse().unwrap()).unwrap(), one);
    assert_eq!(without(&one, &"one".parse().unwrap()).unwrap(), hand);
    assert_eq!(with("", &written("one")).lines().next(), Some("[[target]]"));
}

#[test]
fn what_stands_around_a_target_stays() {
    let file = "# first\n[[target]]\nname = 'a'\nurl = { file = 'x' }\naudiences = ['m']\n\n# about b\n\
                [[target]]\nname = 'b'\nurl = { file = 'y' }\naudiences = [\n  'm',\n]\n[target.secret]\nenv = 'B'\n\
                [network]\ngather = '5s'\n";
    let cut = |name: &str| without(file, &name.parse().unwrap());
    let a = cut("a").unwrap();
    assert!(a.starts_with("# first\n# about b\n[[target]]\nname = 'b'"), "{a}");
    let b = cut("b").unwrap();
    assert!(b.ends_with("# about b\n[network]\ngather = '5s'\n") && !b.contains("env"), "{b}");
    assert!(matches!(cut("c"), Err(NotRemoved::Unknown)));
    let inline = "target = [{ name = 'a', url = { file = 'x' }, audiences = ['m'] }]\n";
    assert!(matches!(without(inline, &"a".parse().unwrap()), Err(NotRemoved::Entangled)));
}

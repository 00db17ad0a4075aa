//! A target goes into the text of the file, or out of it; all else stays as somebody wrote it.

use toml::Value;
use toml::de::{DeTable, DeValue};

use super::{Place, Settings, Source};
use crate::incident::TargetName;

/// Why a target cannot be taken out of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Uncut {
    #[error("no such target")]
    Unknown,
    #[error("it is written in a way that only a person can take apart")]
    Entangled,
}

/// The file with one target more.
pub fn with(source: &str, place: &Place) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let list = |texts: Vec<&str>| Value::from(texts).to_string();
    let source_of = |source: &Source| match source {
        Source::File(path) => format!("{{ file = {} }}", quoted(&path.to_string_lossy())),
        Source::Env(name) => format!("{{ env = {} }}", quoted(name)),
        Source::Credential(name) => format!("{{ credential = {} }}", quoted(name)),
    };
    let audiences = place.audiences.iter().map(AsRef::as_ref).collect();
    let push: Vec<_> = place.push.iter().map(|news| news.name()).collect();
    let lines = [
        Some("[[target]]".to_owned()),
        Some(format!("name = {}", quoted(place.name.as_str()))),
        place.kind.map(|kind| format!("kind = {}", quoted(kind.id()))),
        Some(format!("url = {}", source_of(&place.url))),
        place.secret.as_ref().map(|secret| format!("secret = {}", source_of(secret))),
        Some(format!("audiences = {}", list(audiences))),
        (!push.is_empty()).then(|| format!("push = {}", list(push))),
        place.allow_local.then(|| "allow_local = true".to_owned()),
    ];
    let entry: Vec<String> = lines.into_iter().flatten().collect();
    let gap = match source {
        "" => "",
        source if source.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{source}{gap}{}\n", entry.join("\n"))
}

/// The file without a target.
pub fn without(source: &str, name: &TargetName) -> Result<String, Uncut> {
    let before = Settings::read(source, "").map_err(|_| Uncut::Entangled)?;
    let place = before.targets.iter().position(|place| place.name == *name).ok_or(Uncut::Unknown)?;
    let start = head(source, place).ok_or(Uncut::Entangled)?;
    let rest = &source[start..];
    let is_next = |line: &str| line.starts_with('[') && !line.trim_start_matches('[').starts_with("target.");
    let mut end = start + rest.find('\n').map_or(rest.len(), |length| length + 1);
    // What stands right above the next heading belongs to that one.
    let mut keep_from = end;
    for line in source[end..].split_inclusive('\n') {
        if is_next(line) {
            break;
        }
        end += line.len();
        let is_aside = line.trim().is_empty() || line.starts_with('#');
        if !is_aside {
            keep_from = end;
        }
    }
    let after = &source[keep_from..];
    let cut = if end == source.len() {
        format!("{}{}", source[..start].trim_end_matches('\n'), if start == 0 { "" } else { "\n" })
            + after.trim_start_matches('\n')
    } else {
        format!("{}{}", &source[..start], after.trim_start_matches('\n'))
    };
    let mut expected = before;
    expected.targets.remove(place);
    let is_clean = Settings::read(&cut, "").is_ok_and(|settings| settings == expected);
    if is_clean { Ok(cut) } else { Err(Uncut::Entangled) }
}

/// Where the heading of the target at a place begins.
fn head(source: &str, place: usize) -> Option<usize> {
    let document = DeTable::parse(source).ok()?;
    let DeValue::Array(targets) = document.get_ref().get("target")?.get_ref() else { return None };
    let start = targets.get(place)?.span().start;
    source.get(start..)?.starts_with("[[").then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notify::settings::News;
    use std::path::PathBuf;

    fn place(name: &str) -> Place {
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
        let one = with(hand, &place("one"));
        let local = Place { allow_local: true, secret: Some(Source::Env("KEY".into())), ..place("two") };
        let two = with(&one, &local);
        let settings = Settings::read(&two, "notify.toml").unwrap();
        assert_eq!(settings.targets, [place("one"), local]);
        assert_eq!(without(&two, &"two".parse().unwrap()).unwrap(), one);
        assert_eq!(without(&one, &"one".parse().unwrap()).unwrap(), hand);
        assert_eq!(with("", &place("one")).lines().next(), Some("[[target]]"));
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
        assert_eq!(cut("c"), Err(Uncut::Unknown));
        let inline = "target = [{ name = 'a', url = { file = 'x' }, audiences = ['m'] }]\n";
        assert_eq!(without(inline, &"a".parse().unwrap()), Err(Uncut::Entangled));
    }
}

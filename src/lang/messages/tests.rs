use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The messages of a file, each with its variables.
fn messages(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut messages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut key = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =")
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            key = name;
            assert!(messages.insert(key, BTreeSet::new()).is_none(), "{key} twice");
        }
        for variable in line.split('$').skip(1) {
            let end = variable.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            messages.entry(key).or_default().insert(&variable[..end.unwrap_or(variable.len())]);
        }
    }
    messages
}

/// Every source file of the project.
fn sources(folder: &Path, each: &mut dyn FnMut(&str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, each);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            each(&std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let mut known = BTreeSet::new();
    for (area, fr, en) in AREAS {
        assert_eq!(messages(fr), messages(en), "{area}");
        for key in messages(fr).into_keys() {
            assert!(known.insert(key), "{key} is in two areas");
        }
    }
}

#[test]
fn french_keeps_its_signs_on_the_line() {
    for (area, fr, _) in AREAS {
        for line in fr.lines().filter(|line| !line.starts_with('#')) {
            let loose = [" :", " ;", " !", " ?", " »", " %", "« "].iter().find(|sign| line.contains(**sign));
            assert_eq!(loose, None, "{area}: a no-break space is missing: {line}");
            assert!(!line.contains('\u{2019}'), "{area}: an apostrophe is written ': {line}");
        }
    }
}

#[test]
fn code_and_messages_name_the_same_keys() {
    let mut literals = BTreeSet::new();
    let mut said = BTreeSet::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |source| {
        let words = source.split('"').map(str::to_owned);
        literals.extend(words);
        for call in [".say(\"", ".say_with(\""] {
            said.extend(source.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    });
    let known: BTreeSet<&str> = AREAS.iter().flat_map(|(_, fr, _)| messages(fr).into_keys()).collect();
    let missing: Vec<_> = said.iter().filter(|key| !known.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "said, but in no file: {missing:?}");
    // What code puts together, as `"action-{name}"`, `"{key}-expected"` or a prefix of strum, counts as said.
    let is_key = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '0'..='9'));
    let begins: Vec<&str> = literals
        .iter()
        .filter_map(|word| word.split_once("-{").map(|(part, _)| part).or_else(|| word.strip_suffix('-')))
        .filter(|part| !part.is_empty() && is_key(part))
        .collect();
    let ends: Vec<&str> = literals
        .iter()
        .filter_map(|word| Some(word.split_once("}-")?.1).filter(|part| !part.is_empty() && is_key(part)))
        .collect();
    let is_said = |key: &str| {
        let of_end = |end: &&str| {
            key.strip_suffix(end).and_then(|head| head.strip_suffix('-')).is_some_and(|head| literals.contains(head))
        };
        literals.contains(key) || begins.iter().any(|begin| key.starts_with(begin)) || ends.iter().any(of_end)
    };
    let unused: Vec<_> = known.iter().filter(|key| !is_said(key)).collect();
    assert!(unused.is_empty(), "in the files, but never said: {unused:?}");
}

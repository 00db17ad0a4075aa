//! Finds what an abbreviated or misspelt name means.

use std::borrow::Borrow;

use crate::lang::{Lang, vars};

/// What a name means among many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked<'a> {
    One(&'a str),
    /// Several match.
    Several(Vec<&'a str>),
    /// None match; these are similar.
    None(Vec<&'a str>),
}

/// The whole name, else the one that begins with it.
pub fn by_prefix<'a>(typed: &str, known: impl Iterator<Item = &'a str> + Clone) -> Picked<'a> {
    if let Some(whole) = known.clone().find(|name| *name == typed) {
        return Picked::One(whole);
    }
    let mut found: Vec<_> = known.clone().filter(|name| !typed.is_empty() && name.starts_with(typed)).collect();
    match found.len() {
        0 => Picked::None(nearest(typed, known)),
        1 => Picked::One(found.remove(0)),
        _ => Picked::Several(found),
    }
}

/// At most three similar names, the most similar first.
pub fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    // A long text is not a misspelt name, and comparing costs its square.
    if typed.chars().count() > 100 {
        return Vec::new();
    }
    let bound = (typed.chars().count() / 3).max(1);
    let mut near: Vec<_> = known
        .map(|name| (strsim::osa_distance(typed, name), name))
        .filter(|(distance, name)| *distance <= bound || (typed.len() > 2 && name.contains(typed)))
        .collect();
    near.sort_unstable();
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

/// A message with what was probably meant.
pub fn meaning<S: Borrow<str>>(message: String, near: &[S], lang: Lang) -> String {
    if near.is_empty() {
        return message;
    }
    let meant = near.join(", ");
    lang.say_with("cli-did-you-mean", &vars![message, meant])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names() {
        let known = ["evaluation", "communication", "activation", "restore"];
        let near = |typed| nearest(typed, known.into_iter());
        assert_eq!(near("evalaution"), ["evaluation"]);
        assert_eq!(near("restroe"), ["restore"]);
        assert_eq!(near("ation").len(), 3);
        assert!(near("xyz").is_empty());
        assert!(near(&"e".repeat(100_000)).is_empty());
    }

    #[test]
    fn beginnings() {
        let known = ["restore", "restart", "check"];
        let pick = |typed| by_prefix(typed, known.into_iter());
        assert_eq!(pick("check"), Picked::One("check"));
        assert_eq!(pick("che"), Picked::One("check"));
        assert_eq!(pick("rest"), Picked::Several(vec!["restore", "restart"]));
        assert_eq!(pick("chekc"), Picked::None(vec!["check"]));
        assert_eq!(pick(""), Picked::None(vec![]));
    }
}

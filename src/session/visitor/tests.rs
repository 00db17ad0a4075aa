//! Who a person is, and what is known of their terminal.

use super::*;
use crate::config::Config;
use crate::incident::{PersonName, Signature};
use crate::people::{Access, Known, People, Proof, Trouble, What};
use crate::session::tests::visitor;
use crate::terminal::KnownTerminals;
use std::sync::Arc;
use tokio::sync::watch;

fn alice(terminals: &KnownTerminals) -> Person {
    let access = Access::owner(Signature::new("alice", "local"));
    let visitor = Visitor { terminals: terminals.clone(), background: Some(Background::Light), ..visitor(access) };
    Person::new(visitor).unwrap()
}

#[tokio::test]
async fn what_a_terminal_answered_counts_more_than_its_environment() {
    let terminals = KnownTerminals::default();
    let person = alice(&terminals);
    assert_eq!(person.background(), Some(Background::Light));
    assert!(person.asks_first());
    person.remember(Remembered::Background(Background::Dark));
    let again = alice(&terminals);
    assert_eq!(again.background(), Some(Background::Dark));
    assert!(again.asks_first());
    again.remember(Remembered::Silent);
    let silent = alice(&terminals);
    assert_eq!(silent.background(), Some(Background::Light));
    assert!(!silent.asks_first());
}

#[tokio::test]
async fn a_theme_of_their_own_choice_needs_no_question() {
    let access = Access::owner(Signature::new("alice", "local"));
    let config = Config { theme: Some("dark".to_owned()), ..Config::default() };
    let person = Person::new(Visitor { config, ..visitor(access) }).unwrap();
    assert!(!person.asks_first());
}

fn known(right: &str) -> Arc<Known> {
    let source = format!("[[person]]\nname = 'karim'\nright = '{right}'\nunix = ['kb']\n");
    let people = People::read(&source, "people.toml").unwrap();
    let trouble = Trouble { file: "people.toml".into(), what: What::Gone };
    Arc::new(Known { people: Some(Arc::new(people)), trouble: Some(trouble) })
}

#[tokio::test]
async fn who_they_are_and_what_they_are_shown_follows_the_people_file() {
    let (people, hear) = watch::channel(known("member"));
    let proof = Proof::Account { account: PersonName::new("kb") };
    let mut karim = Person::new(visitor(Access::new(hear, proof, "local"))).unwrap();
    assert_eq!(karim.trouble(false), None, "a member has nothing to mend");
    assert!(karim.trouble(true).is_some(), "but may be in command");
    people.send_replace(known("commander"));
    let before = karim.refresh().unwrap();
    assert_eq!((before.rights.right, karim.who.rights.right), (Right::Member, Right::Commander));
    assert!(karim.trouble(false).is_some_and(|trouble| trouble.contains("people.toml")));
    let nobody = People::read("", "people.toml").unwrap();
    people.send_replace(Arc::new(Known { people: Some(Arc::new(nobody)), trouble: None }));
    assert!(karim.refresh().is_none());
}

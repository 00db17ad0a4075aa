//! Who is at the screen, as of the newest people file.

use super::visitor::Visitor;
use crate::incident::{Right, Who};
use crate::terminal::{Background, Remembered};

/// A person at a screen, and who they are now.
pub struct Person {
    pub visitor: Visitor,
    pub who: Who,
}

impl Person {
    /// `None` if they have no access.
    pub fn new(visitor: Visitor) -> Option<Self> {
        let who = visitor.access.who()?;
        Some(Self { visitor, who })
    }

    /// Looks who they are now and returns who they were; `None` if they have no access any more.
    pub fn refresh(&mut self) -> Option<Who> {
        let who = self.visitor.access.who()?;
        Some(std::mem::replace(&mut self.who, who))
    }

    /// Returns the terminal's background, as it is known before the terminal is asked.
    pub fn background(&self) -> Option<Background> {
        match self.remembered() {
            Some(Remembered::Background(background)) => Some(background),
            Some(Remembered::Silent) | None => self.visitor.background,
        }
    }

    /// Whether their terminal is asked ahead of the first frame: not one that has never answered.
    pub fn asks_first(&self) -> bool {
        self.visitor.follows_background() && self.remembered() != Some(Remembered::Silent)
    }

    fn remembered(&self) -> Option<Remembered> {
        self.visitor.terminals.of(&self.who.by.person, &self.visitor.term)
    }

    pub fn remember(&self, known: Remembered) {
        self.visitor.terminals.remember(&self.who.by.person, &self.visitor.term, known);
    }

    /// Returns what is wrong with the people file, if they may command in an incident or are in command.
    pub fn trouble(&self, commands: bool) -> Option<String> {
        let leads = commands || self.who.rights.right >= Right::Commander;
        let known = self.visitor.access.known();
        known.trouble.as_ref().filter(|_| leads).map(|trouble| trouble.say(self.visitor.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Choice, Config};
    use crate::incident::{PersonName, Signature};
    use crate::people::{Access, Known, People, Proof, Trouble, What};
    use crate::session::tests::visitor;
    use crate::terminal::KnownTerminals;
    use std::sync::Arc;
    use tokio::sync::watch;

    fn alice(terminals: &KnownTerminals) -> Person {
        let access = Access::owner(Signature::new("alice", "local"));
        let visitor =
            Visitor { terminals: terminals.clone(), background: Some(Background::Light), ..visitor(access) };
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
        let config = Config { theme: Choice::Set("dark".to_owned()), ..Config::default() };
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
}

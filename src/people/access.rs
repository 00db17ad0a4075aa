//! A person at a door: what they proved, looked up in the newest people.

use std::sync::Arc;
use tokio::sync::watch;

use super::document::PeopleDiagnostic;
use super::person::{People, Person};
use crate::incident::{Line, PersonName, Rights, Signature, Who};
use crate::lang::{Lang, vars};

#[derive(Clone, Debug, Default)]
pub struct Known {
    /// `None` without a people file: only the host's own account may enter.
    pub people: Option<Arc<People>>,
    /// Why the current file was rejected.
    pub trouble: Option<Trouble>,
}

/// Why the host rejected the file; the previous people stay in effect.
#[derive(Clone, Debug)]
pub struct Trouble {
    pub file: Line,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Wrong(Arc<PeopleDiagnostic>),
    /// The file was removed.
    Gone,
    /// The file is empty, as while it is being written.
    Empty,
    /// A person has the name of the host's own account, but not that account.
    OwnersName,
    /// Every account of the machine can write to it.
    Open,
    /// The system does not allow reading it.
    Unreadable(Line),
}

impl Trouble {
    /// Returns the reason in one line.
    pub fn say(&self, lang: Lang) -> String {
        let why = match &self.what {
            What::Wrong(problem) => match problem.line() {
                Some(line) => lang.say_with("people-trouble-line", &vars![line, what = problem.what(lang)]),
                None => problem.what(lang),
            },
            What::Gone => lang.say("people-trouble-gone"),
            What::Empty => lang.say("people-trouble-empty"),
            What::OwnersName => lang.say("people-trouble-owners-name"),
            What::Open => lang.say("people-trouble-open"),
            What::Unreadable(why) => why.as_str().to_owned(),
        };
        lang.say_with("people-trouble", &vars![file = self.file.as_str(), why])
    }
}

impl PartialEq for Trouble {
    fn eq(&self, other: &Self) -> bool {
        self.say(Lang::En) == other.say(Lang::En)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The host's own account.
    Owner { account: PersonName },
    /// Another account of the machine.
    Account { account: PersonName },
    /// The private half of this key.
    Key { blob: Arc<[u8]> },
}

/// Someone at a door; who they are is looked up at each act.
#[derive(Clone, Debug)]
pub struct Access {
    known: watch::Receiver<Arc<Known>>,
    proof: Proof,
    via: Line,
}

impl Access {
    pub fn new(known: watch::Receiver<Arc<Known>>, proof: Proof, via: &str) -> Self {
        Self { known, proof, via: Line::new(via) }
    }

    /// The host's own account, without a people file.
    pub fn owner(by: Signature) -> Self {
        let (_, known) = watch::channel(Arc::default());
        Self { known, proof: Proof::Owner { account: by.person }, via: by.via }
    }

    /// Whether it is the account that runs the host, whoever the people file says that it is.
    pub const fn runs_host(&self) -> bool {
        matches!(self.proof, Proof::Owner { .. })
    }

    pub fn who(&self) -> Option<Who> {
        self.proof.who(&self.known.borrow(), &self.via)
    }

    /// Returns the newest people, and why the file was rejected.
    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.borrow())
    }

    /// Waits for the next change of the people.
    pub async fn changed(&mut self) {
        if self.known.changed().await.is_err() {
            // The host is stopping, which is announced elsewhere.
            std::future::pending::<()>().await;
        }
    }

    /// Waits until the person is no longer known.
    pub async fn withdrawn(&mut self) {
        while self.who().is_some() {
            self.changed().await;
        }
    }
}

impl People {
    pub fn by_account(&self, account: &str) -> Option<&Person> {
        self.iter().find(|person| person.unix.iter().any(|own| own == account))
    }

    /// Returns the person who has this public key, by its blob as SSH sends it.
    pub fn by_key(&self, blob: &[u8]) -> Option<&Person> {
        self.iter().find(|person| person.keys.iter().any(|key| key.blob == blob))
    }
}

impl Proof {
    fn who(&self, known: &Known, via: &Line) -> Option<Who> {
        let people = known.people.as_deref();
        let named = |account: &PersonName| people.and_then(|people| people.by_account(account.as_str()));
        let who = |person: &Person| Who {
            by: Signature { person: person.name.clone(), via: via.clone() },
            rights: Rights { right: person.right, roles: person.roles.clone() },
        };
        match self {
            Self::Owner { account } => Some(
                named(account).map_or_else(|| Who::owner(Signature { person: account.clone(), via: via.clone() }), who),
            ),
            Self::Account { account } => named(account).map(who),
            Self::Key { blob } => people?.by_key(blob).map(who),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Right;

    const PEOPLE: &str = "[[person]]\nname = 'karim'\nright = 'member'\nunix = ['kb']\nroles = ['sysadmin']\n";

    fn known(source: &str) -> Arc<Known> {
        let people = People::read(source, "people.toml").map(Arc::new);
        Arc::new(Known { people: Some(people.unwrap()), trouble: None })
    }

    fn account(account: &str) -> Proof {
        Proof::Account { account: PersonName::new(account) }
    }

    #[test]
    fn without_a_file_only_the_hosts_account_is_known() {
        let (_sender, known) = watch::channel(Arc::default());
        let owner = Proof::Owner { account: PersonName::new("root") };
        assert_eq!(Access::new(known.clone(), owner, "local").who().unwrap().rights.right, Right::Owner);
        assert_eq!(Access::new(known.clone(), account("root"), "local").who(), None);
        let key = Proof::Key { blob: vec![1].into() };
        assert_eq!(Access::new(known, key, "ssh").who(), None);
    }

    #[tokio::test]
    async fn a_removed_person_is_withdrawn_and_a_changed_one_changes_at_once() {
        let (sender, receiver) = watch::channel(known(PEOPLE));
        let mut access = Access::new(receiver, account("kb"), "local");
        let who = access.who().unwrap();
        assert_eq!((who.by.person.as_str(), who.by.via.as_str()), ("karim", "local"));
        assert_eq!((who.rights.right, who.rights.roles.len()), (Right::Member, 1));

        sender.send_replace(known(&PEOPLE.replace("member", "observer")));
        assert_eq!(access.who().unwrap().rights.right, Right::Observer);
        sender.send_replace(known(&PEOPLE.replace("'kb'", "'other'")));
        access.withdrawn().await;
        assert_eq!(access.who(), None);
    }

    #[test]
    fn the_hosts_account_is_who_the_file_says_and_the_owner_where_it_says_nothing() {
        let (_sender, receiver) = watch::channel(known(PEOPLE));
        let right = |account: &str| {
            let owner = Proof::Owner { account: PersonName::new(account) };
            Access::new(receiver.clone(), owner, "local").who().unwrap().rights.right
        };
        assert_eq!(right("kb"), Right::Member);
        assert_eq!(right("root"), Right::Owner);
    }
}

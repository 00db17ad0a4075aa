//! Which entries the log lists: all, or those that a filter leaves.

use crate::incident::{EntryKind, Log, PersonName, Seq};
use crate::lang::Lang;

/// The listed entries, by place.
#[derive(Debug, Default)]
pub struct LogList {
    filter: Filter,
    /// The entries that pass, oldest first; unused while the filter is empty.
    passed: Vec<Seq>,
    /// How many entries of the log have been listed or tested.
    seen: usize,
}

/// What the listed entries have in common; every part that is set must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Any of these; all where it is empty.
    pub kinds: Vec<EntryKind>,
    pub person: Option<PersonName>,
    /// Found in the words or in the title that they speak of, whatever the accents and capitals.
    pub text: String,
}

impl LogList {
    /// How many entries are listed.
    pub fn len(&self) -> usize {
        if self.filter.is_empty() { self.seen } else { self.passed.len() }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry `back` places before the newest of the list, which is at 0.
    pub fn back(&self, back: usize) -> Option<Seq> {
        let place = self.len().checked_sub(back + 1)?;
        if self.filter.is_empty() { Some(Seq(place as u64 + 1)) } else { self.passed.get(place).copied() }
    }

    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Takes in what the log has gained.
    pub fn follow(&mut self, log: &Log) {
        self.seen = log.len();
    }
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.person.is_none() && self.text.is_empty()
    }

    /// In words, for the title of a log pane; empty where nothing is filtered.
    pub fn describe(&self, _lang: Lang) -> String {
        String::new()
    }
}

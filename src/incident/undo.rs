//! Undo: each person's acts, and what they replaced.

pub mod before;
pub mod fold;
pub mod rules;

use std::collections::VecDeque;
use std::sync::Arc;

use crate::incident::undo::before::{Before, Part};
use crate::incident::{PersonName, Seq};

/// How many acts of one person can be taken back, one after the other.
const DEPTH: usize = 50;

/// The changes of one command of one person.
#[derive(Clone, Debug)]
pub struct Act {
    pub first: Seq,
    pub last: Seq,
    /// The previous values in the order of change, each with the record that had set it.
    before: Vec<(Before, Option<Seq>)>,
}

/// The last acts of everyone, and the last change of every part.
#[derive(Clone, Debug, Default)]
pub struct Acts {
    mine: rpds::HashTrieMapSync<PersonName, Arc<VecDeque<Act>>>,
    touched: rpds::HashTrieMapSync<Part, Seq>,
}

impl Act {
    /// Whether only the commander may do it.
    fn drives(&self) -> bool {
        self.before.iter().any(|(before, _)| before.drives())
    }

    fn hands_over(&self) -> bool {
        self.before.iter().any(|(before, _)| matches!(before, Before::Commander(_) | Before::Takers(..)))
    }

    fn closes_or_reopens(&self) -> bool {
        self.before.iter().any(|(before, _)| matches!(before, Before::Closing(..)))
    }

    fn sends(&self) -> bool {
        self.before.iter().any(|(before, _)| matches!(before, Before::Sent))
    }
}

impl Acts {
    pub fn note(&mut self, person: &PersonName, seq: Seq, act: Option<Seq>, before: Vec<Before>) {
        let before = before.into_iter().map(|before| {
            let previous = before.part().and_then(|part| {
                let previous = self.touched.get(&part).copied();
                self.touched.insert_mut(part, seq);
                previous
            });
            (before, previous)
        });
        let before: Vec<_> = before.collect();
        if !self.mine.contains_key(person) {
            self.mine.insert_mut(person.clone(), Arc::default());
        }
        let Some(mine) = self.mine.get_mut(person) else { return };
        let mine = Arc::make_mut(mine);
        match mine.back_mut() {
            Some(last) if act == Some(last.first) => {
                last.last = seq;
                last.before.extend(before);
            }
            _ => {
                mine.push_back(Act { first: act.unwrap_or(seq), last: seq, before });
                if mine.len() > DEPTH {
                    mine.pop_front();
                }
            }
        }
    }

    /// Removes an act from its author's stack; its parts count as last changed by the change before it.
    fn take(&mut self, person: &PersonName, first: Seq) -> Option<Act> {
        let mine = Arc::make_mut(self.mine.get_mut(person)?);
        let place = mine.iter().rposition(|act| act.first == first)?;
        let act = mine.remove(place)?;
        for (before, previous) in act.before.iter().rev() {
            match (before.part(), previous) {
                (Some(part), Some(seq)) => self.touched.insert_mut(part, *seq),
                (Some(part), None) => {
                    self.touched.remove_mut(&part);
                }
                (None, _) => {}
            }
        }
        Some(act)
    }

    fn last_change(&self, part: &Part) -> Option<Seq> {
        self.touched.get(part).copied()
    }
}

/// Changes an item of a list and returns its previous value; `None` if it is missing.
pub fn replace<T: Clone>(
    list: &mut [Arc<T>],
    is_it: impl Fn(&T) -> bool,
    change: impl FnOnce(&mut T),
) -> Option<Arc<T>> {
    let it = list.iter_mut().find(|it| is_it(it))?;
    let before = Arc::clone(it);
    change(Arc::make_mut(it));
    Some(before)
}

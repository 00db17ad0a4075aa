//! The entries that the log lists: all, or the filtered ones.
//!
//! Nothing walks the whole log twice: each entry is tested when it comes, a narrower filter tests only what the
//! previous one left, and an empty one lists all but what is always hidden.

use crate::incident::{Entry, EntryKind, Event, Incident, LogEvent, Numbers, PersonName, Seq};
use crate::lang::{Lang, entry_words, vars};

use super::widget::plain;

/// The listed entries, by place.
#[derive(Debug, Default)]
pub struct LogList {
    filter: Filter,
    /// The text of the filter as words, all of which must be found.
    words: Vec<String>,
    /// The entries that pass, oldest first; unused while the filter is empty.
    passed: Vec<Seq>,
    /// Technical entries, oldest first; never listed without a filter.
    technical: Numbers,
    /// How many entries of the log have been tested.
    seen: usize,
}

/// The properties of listed entries; every part that is set must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Any of these; all if empty.
    pub kinds: Vec<EntryKind>,
    pub person: Option<PersonName>,
    /// Found in the text or the title of the subject, ignoring accents and capitals.
    pub text: String,
}

impl LogList {
    pub fn len(&self) -> usize {
        if self.filter.is_empty() { self.seen - self.technical.len() } else { self.passed.len() }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry `back` places before the newest, which is at 0.
    pub fn back(&self, back: usize) -> Option<Seq> {
        let place = self.len().checked_sub(back.checked_add(1)?)?;
        if !self.filter.is_empty() {
            return self.passed.get(place).copied();
        }
        Some(Seq((place + self.technical_before(place)) as u64 + 1))
    }

    /// The number of technical entries before the entry at a place, from the oldest.
    fn technical_before(&self, place: usize) -> usize {
        // The number of listed entries older than the nth technical one.
        self.technical_until(|nth, seq| seq.saturating_sub(1 + nth) <= place)
    }

    /// The number of technical entries before the first that fails `is_so`.
    fn technical_until(&self, is_so: impl Fn(usize, usize) -> bool) -> usize {
        let (mut least, mut most) = (0, self.technical.len());
        while least < most {
            let nth = usize::midpoint(least, most);
            let seq = self.technical.get(nth).and_then(|seq| usize::try_from(seq.0).ok()).unwrap_or(usize::MAX);
            if is_so(nth, seq) { least = nth + 1 } else { most = nth }
        }
        least
    }

    /// How many places before the newest an entry is listed, or else the entry before it.
    pub fn place(&self, seq: Seq) -> Option<usize> {
        let newer = if self.filter.is_empty() {
            let seq = usize::try_from(seq.0).ok()?;
            let newer = self.technical.len() - self.technical_until(|_, it| it <= seq);
            self.seen.checked_sub(seq)?.checked_sub(newer)?
        } else {
            self.passed.len() - self.passed.partition_point(|passed| *passed <= seq)
        };
        (newer < self.len()).then_some(newer)
    }

    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Changes the filter.
    pub fn set(&mut self, filter: Filter, incident: &Incident) {
        if filter == self.filter {
            return;
        }
        // A filter by kind shows technical entries too.
        let alike = self.filter.kinds.is_empty() == filter.kinds.is_empty();
        let narrows = alike && !self.filter.is_empty() && self.filter.holds(&filter);
        self.words = plain::plain(&filter.text).split_whitespace().map(str::to_owned).collect();
        self.filter = filter;
        let mut buffer = String::new();
        if narrows {
            let mut passed = std::mem::take(&mut self.passed);
            passed.retain(|seq| incident.log.get(*seq).is_some_and(|entry| self.passes(incident, entry, &mut buffer)));
            self.passed = passed;
        } else {
            self.passed = Vec::new();
            self.seen = 0;
        }
        self.follow(incident);
    }

    /// Adds the log's new entries.
    pub fn follow(&mut self, incident: &Incident) {
        let log = &incident.log;
        if log.len() < self.seen && self.words.is_empty() {
            // A replay has gone back: what passed until then still passes.
            self.passed.truncate(self.passed.partition_point(|seq| seq.0 <= log.len() as u64));
            self.seen = log.len();
        } else if log.len() < self.seen {
            // Entries may have been corrected since.
            self.passed.clear();
            self.seen = 0;
        }
        self.technical = log.technical().clone();
        if !self.filter.is_empty() {
            let mut buffer = String::new();
            for place in self.seen..log.len() {
                let Some(entry) = log.at(place) else { break };
                if self.passes(incident, entry, &mut buffer) {
                    self.passed.push(entry.seq);
                }
                // A corrected entry may pass now.
                if let Event::Log(LogEvent::Corrected { entry: corrected, .. }) = entry.event {
                    self.test_again(incident, corrected, &mut buffer);
                }
            }
        }
        self.seen = log.len();
    }

    fn test_again(&mut self, incident: &Incident, seq: Seq, buffer: &mut String) {
        let Some(entry) = incident.log.get(seq) else { return };
        if let Err(place) = self.passed.binary_search(&seq)
            && self.passes(incident, entry, buffer)
        {
            self.passed.insert(place, seq);
        }
    }

    fn passes(&self, incident: &Incident, entry: &Entry, buffer: &mut String) -> bool {
        let kinds = &self.filter.kinds;
        if !(kinds.is_empty() || kinds.contains(&entry.kind())) {
            return false;
        }
        // A filter by updates includes these.
        if kinds.is_empty() && entry.is_technical() {
            return false;
        }
        if self.filter.person.as_ref().is_some_and(|person| *person != entry.by.person) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        buffer.clear();
        entry_words(incident, entry, &mut |text| {
            plain::push(buffer, text);
            buffer.push('\n');
        });
        self.words.iter().all(|word| buffer.contains(word.as_str()))
    }
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.person.is_none() && self.text.trim().is_empty()
    }

    /// Whether all that passes `narrower` passes this filter.
    fn holds(&self, narrower: &Self) -> bool {
        let kinds = self.kinds.is_empty()
            || (!narrower.kinds.is_empty() && narrower.kinds.iter().all(|kind| self.kinds.contains(kind)));
        let person = self.person.is_none() || self.person == narrower.person;
        kinds && person && narrower.text.starts_with(&self.text)
    }

    /// In words, for the title of a log pane; empty without a filter.
    pub fn describe(&self, lang: Lang) -> String {
        let mut parts: Vec<String> = self.kinds.iter().map(|kind| lang.entry_kind(*kind)).collect();
        parts.extend(self.person.iter().map(|person| format!("@{person}")));
        if !self.text.trim().is_empty() {
            parts.push(lang.say_with("ask-quoted", &vars![text = self.text.trim()]));
        }
        parts.join(" · ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        HeaderEvent, Kind, Line, LogEvent, Moment, Opened, Pace, Plan, Prose, Recorded, Severity, Signature, Situation,
    };

    /// An incident with one entry a line: who, and what they noted.
    fn incident(notes: &[(&str, &str)]) -> Incident {
        let at: Moment = "2026-11-22T03:00:00Z".parse().unwrap();
        let opened = Event::Header(HeaderEvent::Opened(Box::new(Opened {
            incident: "20261122-panne-aaaa".parse().unwrap(),
            title: Line::new("Panne"),
            severity: Severity::Sev2,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: at },
            situation: Situation::default(),
            zone: chrono_tz::Europe::Paris,
            commander: PersonName::new("alice"),
            plan: Plan::default(),
        })));
        let by = Signature::new("alice", "local");
        let mut incident = Incident::begin(&Recorded { seq: Seq(1), at, by, act: None, event: opened }).unwrap();
        for (who, text) in notes {
            note(&mut incident, who, Event::Log(LogEvent::Noted { text: Prose::new(text) }));
        }
        incident
    }

    fn note(incident: &mut Incident, who: &str, event: Event) {
        let (seq, at) = (incident.seq.next(), incident.at);
        incident.apply(&Recorded { seq, at, by: Signature::new(who, "local"), act: None, event });
    }

    fn listed(list: &LogList) -> Vec<u64> {
        (0..list.len()).rev().filter_map(|back| list.back(back)).map(|seq| seq.0).collect()
    }

    fn text(text: &str) -> Filter {
        Filter { text: text.to_owned(), ..Filter::default() }
    }

    #[test]
    fn every_part_of_a_filter_must_fit() {
        let incident = incident(&[("ines", "Réseau coupé"), ("karim", "Sauvegarde du réseau"), ("ines", "Café")]);
        let mut list = LogList::default();
        list.follow(&incident);
        assert_eq!(listed(&list), [1, 2, 3, 4]);
        let ines = Some(PersonName::new("ines"));
        let cases = [
            (text("RESEAU"), vec![2, 3]),
            (text("reseau sauve"), vec![3]),
            (text("karim"), vec![3]),
            (Filter { person: ines.clone(), ..text("") }, vec![2, 4]),
            (Filter { person: ines, ..text("rés") }, vec![2]),
            (Filter { kinds: vec![EntryKind::Incident], ..text("") }, vec![1]),
            (Filter { kinds: vec![EntryKind::Incident, EntryKind::Note], ..text("panne") }, vec![1]),
            (text("rien de tel"), vec![]),
            (text("  "), vec![1, 2, 3, 4]),
        ];
        for (filter, expected) in cases {
            let shown = format!("{filter:?}");
            list.set(filter, &incident);
            assert_eq!(listed(&list), expected, "{shown}");
        }
    }

    #[test]
    fn what_is_typed_letter_by_letter_lists_the_same_as_at_once() {
        let words = ["vpn coupé", "VPN rétabli", "disque plein", "le VPN, encore", "vp"];
        let notes: Vec<_> = words.iter().cycle().take(200).map(|text| ("ines", *text)).collect();
        let incident = incident(&notes);
        let mut typed = LogList::default();
        for end in 1..="vpn ret".len() {
            typed.set(text(&"vpn ret"[..end]), &incident);
        }
        let mut at_once = LogList::default();
        at_once.set(text("vpn ret"), &incident);
        assert_eq!(listed(&typed), listed(&at_once));
        assert_eq!(typed.len(), 40);
        typed.set(text("vpn"), &incident);
        assert_eq!(typed.len(), 120);
    }

    #[test]
    fn new_entries_and_corrections_join_the_list() {
        let mut incident = incident(&[("ines", "Reseau"), ("karim", "autre")]);
        let mut list = LogList::default();
        list.set(text("réseau"), &incident);
        assert_eq!(listed(&list), [2]);
        note(&mut incident, "ines", Event::Log(LogEvent::Noted { text: Prose::new("le réseau revient") }));
        note(
            &mut incident,
            "karim",
            Event::Log(LogEvent::Corrected { entry: Seq(3), text: Prose::new("le réseau aussi") }),
        );
        list.follow(&incident);
        assert_eq!(listed(&list), [2, 3, 4, 5]);
        assert_eq!(list.place(Seq(3)), Some(2));
        assert_eq!(list.place(Seq(5)), Some(0));
    }
}

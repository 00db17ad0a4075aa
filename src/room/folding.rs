//! Folds a journal of unknown origin.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::incident::{Incident, Recorded};
use crate::journal::{Damage, Flaw};

/// Folds a journal, and returns the incident with the result of `reading`.
///
/// A record on which folding panics is damage like any other, so one journal never takes the host's other rooms down.
pub(super) fn folded<T>(reading: impl FnOnce(&mut dyn FnMut(Recorded)) -> T) -> Result<(Option<Incident>, T), Damage> {
    let (mut incident, mut last) = (None, 0);
    let read = catch_unwind(AssertUnwindSafe(|| {
        reading(&mut |recorded| {
            last = recorded.seq.0;
            match &mut incident {
                None => incident = Incident::begin(&recorded),
                Some(incident) => incident.apply(&recorded),
            }
        })
    }));
    match read {
        Ok(read) => Ok((incident, read)),
        Err(_) => Err(Damage { record: last, flaw: Flaw::Unreadable }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Event, LogEvent, Moment, Seq, Signature};

    #[test]
    fn a_record_that_cannot_be_folded_is_damage() {
        let note = |seq| Recorded {
            seq: Seq(seq),
            at: Moment::UNIX_EPOCH,
            by: Signature::new("alice", "test"),
            act: None,
            event: Event::Log(LogEvent::Noted { text: "x".into() }),
        };
        let damage = folded(|each| {
            (1..=3).for_each(|seq| each(note(seq)));
            panic!("a test of panics")
        });
        assert_eq!(damage.map(|_: (_, ())| ()), Err(Damage { record: 3, flaw: Flaw::Unreadable }));
    }
}

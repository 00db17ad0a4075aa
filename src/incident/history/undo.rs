//! Forgets what an undone act had made true.

use crate::incident::{History, Incident, Interval, Mark, MarkKind, Seq, Span, StepId};

impl History {
    /// Forgets what the act made true, and takes up again what it had ended.
    pub(in crate::incident) fn take_back(&mut self, incident: &Incident, undo: Seq, first: Seq) {
        let undone =
            |seq: Seq| seq >= first && incident.log.get(seq).is_some_and(|entry| entry.undone == Some(undo));
        self.take_back_overruns(incident, first, undone);
        self.marks.retain(|mark| mark.kind == MarkKind::Overrun || !undone(mark.seq));
        drop_undone(&mut self.blockers, undone);
        drop_undone(&mut self.holds, undone);
        drop_undone(&mut self.nights, undone);
        drop_undone(&mut self.closings, undone);
        drop_undone(&mut self.outages, undone);
        drop_undone(&mut self.added, undone);
        drop_undone(&mut self.skipped, undone);
        self.commands.retain(|it| !undone(it.seq));
        self.severities.retain(|(seq, ..)| !undone(*seq));
        self.work.retain(|(seq, _)| !undone(*seq));
    }

    /// Forgets the overruns that there would not have been without the act, and the times that it gave.
    fn take_back_overruns(&mut self, incident: &Incident, first: Seq, undone: impl Fn(Seq) -> bool) {
        let (given, kept): (Vec<_>, Vec<_>) = self.extended.drain(..).partition(|(seq, _)| undone(*seq));
        self.extended = kept;
        let is_over = |id: &StepId| {
            let step = incident.step(id);
            step.is_some_and(|step| incident.step_clock(step, incident.at).over() > Span::zero())
        };
        let stands = |id: &StepId| is_over(id) && given.iter().all(|(_, step)| step != id);
        let of = |mark: &Mark| mark.step.clone().filter(|_| mark.kind == MarkKind::Overrun);
        self.marks.retain(|mark| mark.seq < first || of(mark).is_none_or(|step| stands(&step)));
        let newest = |step: &StepId| {
            self.extended.iter().rfind(|(_, it)| it == step).map_or(Seq::ZERO, |(seq, _)| *seq)
        };
        self.overrun =
            self.marks.iter().filter_map(|mark| of(mark).filter(|step| mark.seq >= newest(step))).collect();
    }
}

/// Forgets the intervals that were undone, and has those last again whose end was.
fn drop_undone<T>(intervals: &mut Vec<Interval<T>>, undone: impl Fn(Seq) -> bool) {
    intervals.retain(|interval| !undone(interval.began));
    for interval in intervals {
        interval.ended.take_if(|ended| undone(ended.seq));
    }
}

//! The incident's own time, unaffected by changes of the machine's clock.

use crate::clock::Reading;
use crate::incident::{Incident, Moment, Span};

/// A larger difference between the machine's clock and the incident's is logged.
const TOLERATED: Span = Span::seconds(2);

const LATEST: Moment = match chrono::NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(date) => date.and_time(chrono::NaiveTime::MIN).and_utc(),
    None => Moment::MAX_UTC,
};

#[derive(Clone, Copy, Debug)]
pub(super) struct IncidentTime {
    anchor: Moment,
    anchor_steady: Span,
    opened_at: Moment,
    real_start: Moment,
    speed: u32,
}

impl IncidentTime {
    /// Real time continues from the clock's reading, or from the last record if that is later.
    pub(super) fn new(incident: &Incident, now: Reading) -> Self {
        let speed = incident.pace.speed.max(1);
        let real_start = incident.pace.real_start;
        let since_opening = (incident.at - incident.opened_at).num_milliseconds() / i64::from(speed);
        let last = later(real_start, since_opening);
        let anchor = (now.wall - incident.wall_offset()).max(last);
        Self { anchor, anchor_steady: now.steady, opened_at: incident.opened_at, real_start, speed }
    }

    pub(super) fn at(&self, steady: Span) -> Moment {
        let real = (self.real(steady) - self.real_start).num_milliseconds();
        later(self.opened_at, real.saturating_mul(self.speed.into())).max(self.opened_at)
    }

    /// How far the machine's clock has moved from the incident's, if that is worth a record.
    pub(super) fn jump(&self, incident: &Incident, now: Reading) -> Option<Span> {
        let jump = now.wall - self.real(now.steady) - incident.wall_offset();
        (jump.abs() > TOLERATED).then_some(jump)
    }

    fn real(&self, steady: Span) -> Moment {
        later(self.anchor, (steady - self.anchor_steady).num_milliseconds())
    }
}

fn later(moment: Moment, millis: i64) -> Moment {
    let later = Span::try_milliseconds(millis).and_then(|span| moment.checked_add_signed(span));
    later.unwrap_or(LATEST).min(LATEST)
}

#[cfg(test)]
mod tests;

//! Entries about the incident as a whole.

use fluent_bundle::FluentValue;

use crate::incident::{HeaderEvent, Kind, Opened, Situation, Span};
use crate::lang::Lang;

impl Lang {
    pub(super) fn header_sentence(self, event: &HeaderEvent) -> String {
        match event {
            HeaderEvent::Opened(opened) => {
                let Opened { title, severity, kind, pace, plan, .. } = opened.as_ref();
                let severity = self.severity(*severity);
                let named: [(&str, FluentValue<'_>); 4] = [
                    ("title", title.as_str().into()),
                    ("severity", severity.into()),
                    ("plan", plan.title.as_str().into()),
                    ("speed", pace.speed.into()),
                ];
                match kind {
                    Kind::Real => self.say_with("log-opened", &named[..3]),
                    Kind::Exercise => self.say_with("log-opened-exercise", &named),
                }
            }
            HeaderEvent::Retitled { title } => {
                self.say_with("log-retitled", &[("title", title.as_str().into())])
            }
            HeaderEvent::SeveritySet { severity } => {
                self.say_with("log-severity-set", &[("severity", self.severity(*severity).into())])
            }
            HeaderEvent::SituationSet { situation } => {
                self.say_with("log-situation-set", &[("what", in_one_line(situation).into())])
            }
            HeaderEvent::ZoneSet { zone } => self.say_with("log-zone-set", &[("zone", zone.name().into())]),
            HeaderEvent::Held { reason } => self.because(self.say("log-held"), reason),
            HeaderEvent::Resumed => self.say("log-resumed"),
            HeaderEvent::Closed { reason } => self.because(self.say("log-closed"), reason),
            HeaderEvent::Reopened { reason } => self.because(self.say("log-reopened"), reason),
            HeaderEvent::ClockJumped { by } => {
                let by = self.slip(Span::try_milliseconds(*by).unwrap_or(Span::zero()));
                self.say_with("log-clock-jumped", &[("by", by.into())])
            }
            HeaderEvent::TailSetAside { bytes } => {
                self.say_with("log-tail-set-aside", &[("bytes", (*bytes).into())])
            }
            HeaderEvent::LogMoved { reason } => {
                self.say_with("log-moved", &[("reason", reason.as_str().into())])
            }
        }
    }
}

fn in_one_line(situation: &Situation) -> String {
    let parts = [situation.what.as_str(), situation.since.as_str(), situation.impact.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Passes on the words that a search looks into.
pub(super) fn words(event: &HeaderEvent, each: &mut impl FnMut(&str)) {
    match event {
        HeaderEvent::Opened(opened) => {
            each(opened.title.as_str());
        }
        HeaderEvent::Retitled { title } => {
            each(title.as_str());
        }
        HeaderEvent::SituationSet { situation } => {
            each(situation.what.as_str());
            each(situation.impact.as_str());
        }
        HeaderEvent::Held { reason }
        | HeaderEvent::Closed { reason }
        | HeaderEvent::Reopened { reason }
        | HeaderEvent::LogMoved { reason } => {
            each(reason.as_str());
        }
        HeaderEvent::SeveritySet { .. }
        | HeaderEvent::ZoneSet { .. }
        | HeaderEvent::Resumed
        | HeaderEvent::ClockJumped { .. }
        | HeaderEvent::TailSetAside { .. } => {}
    }
}

//! What is above and below the chapters.

use super::pen::Pen;
use crate::document::{Text, Tone};
use crate::incident::Kind;

/// What the incident is, in one line.
pub fn about(pen: &Pen<'_>) -> Text {
    let incident = &pen.report.incident;
    let mut about = Text::default();
    if incident.kind == Kind::Exercise {
        about = about.and(Tone::Strong, pen.lang.kind(incident.kind)).and(Tone::Plain, " · ");
    }
    let last = pen.lang.severity(incident.severity);
    let severity = if incident.severity == incident.worst_severity {
        last.to_owned()
    } else {
        let worst = pen.lang.severity(incident.worst_severity);
        pen.with("report-severity", &[("worst", worst.into()), ("last", last.into())])
    };
    about
        .and(Tone::Plain, severity)
        .and(Tone::Plain, " · ")
        .and(Tone::Quoted, &*incident.plan)
        .and(Tone::Plain, " · ")
        .and(Tone::Code, &*incident.id)
}

/// What a reader must know before all else.
pub fn notices(pen: &Pen<'_>) -> Vec<Text> {
    let incident = &pen.report.incident;
    let not_closed = || {
        let at = pen.timing.dated(incident.ended);
        Text::of(Tone::Bad, pen.with("report-not-closed", &[("at", at.into())]))
    };
    pen.damage().into_iter().chain((!incident.closed).then(not_closed)).collect()
}

/// What the document is, and where it comes from.
pub fn foot(pen: &Pen<'_>) -> Text {
    let key = if pen.report.is_external() { "report-foot-external" } else { "report-foot" };
    pen.with(key, &[("zone", pen.report.incident.zone.name().into())]).into()
}

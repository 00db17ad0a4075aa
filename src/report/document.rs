//! A report as a document: sections, tables and sentences in the readers' language, for every printer.
//!
//! The most important comes first: what happened, how long it took, whether it went as planned and what is still open
//! precede the first table.

mod cards;
mod chapter;
mod pen;
mod timing;

pub use timing::Timing;

use super::data::Report;
use crate::document::{Document, Text, Tone};
use crate::incident::Kind;
use crate::lang::vars;
use pen::Pen;

impl Report {
    pub fn document(&self) -> Document {
        let pen = &Pen::new(self);
        Document {
            lang: self.lang,
            title: Text::quoted(&self.incident.title),
            about: about(pen),
            notices: notices(pen),
            cards: cards::cards(pen),
            sections: chapter::all(pen),
            foot: foot(pen),
        }
    }
}

fn about(pen: &Pen<'_>) -> Text {
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
        pen.with("report-severity", &vars![worst, last])
    };
    about
        .and(Tone::Plain, severity)
        .and(Tone::Plain, " · ")
        .and(Tone::Quoted, &*incident.plan)
        .and(Tone::Plain, " · ")
        .and(Tone::Code, &*incident.id)
}

fn notices(pen: &Pen<'_>) -> Vec<Text> {
    let incident = &pen.report.incident;
    let not_closed = || {
        let at = pen.timing.dated(incident.ended);
        Text::of(Tone::Bad, pen.with("report-not-closed", &vars![at]))
    };
    pen.damage().into_iter().chain((!incident.closed).then(not_closed)).collect()
}

fn foot(pen: &Pen<'_>) -> Text {
    let key = if pen.report.is_external() { "report-foot-external" } else { "report-foot" };
    pen.with(key, &vars![zone = pen.report.incident.zone.name()]).into()
}

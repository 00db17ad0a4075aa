//! The few figures at the top.

use super::pen::Pen;
use crate::document::{Card, Text, Tone};
use crate::incident::Span;
use crate::lang::vars;
use crate::report::about::Objectives;
use crate::report::figures::Point;
use crate::report::steps::StepFigures;

/// The number of steps named as those that slipped most.
const SLIPPED: usize = 3;

/// A value and a note beside it.
type Content = (Text, Text);

pub fn cards(pen: &Pen<'_>) -> Vec<Card> {
    let verdict = &pen.report.verdict;
    let objectives = |it: &Objectives, unknown: &str| {
        (it.known + it.unknown > 0).then(|| (kept(pen, it), worst_service(pen, it, unknown)))
    };
    let all = [
        ("lasted", Some(lasted(pen))),
        ("plan", Some(end(pen))),
        ("restored", restored(pen)),
        ("rto", objectives(&verdict.rto, "report-still-down")),
        ("rpo", objectives(&verdict.rpo, "report-unknown-of")),
        ("slipped", slipped(pen)),
        ("outside", external_updates(pen)),
        ("open", open(pen)),
    ];
    let card = |(name, content): (&str, Option<Content>)| {
        let (value, note) = content?;
        Some(Card { label: pen.with("report-card", &vars![card = name]), value, note })
    };
    all.into_iter().filter_map(card).collect()
}

fn lasted(pen: &Pen<'_>) -> Content {
    let (incident, verdict) = (&pen.report.incident, &pen.report.verdict);
    let span = pen.timing.between(incident.opened, Some(incident.ended));
    let active = pen.timing.lasted(verdict.active);
    let note = pen.with("report-card-lasted", &vars![span, active]);
    (Text::of(Tone::Strong, pen.timing.lasted(verdict.elapsed)), note.into())
}

/// When it ended, against the plan.
fn end(pen: &Pen<'_>) -> Content {
    let (incident, verdict) = (&pen.report.incident, &pen.report.verdict);
    let value = match pen.timing.notable_slip(verdict.slip) {
        Some(slip) if slip > Span::zero() => Text::bad(pen.lang.slip(slip)),
        // How long the rest would have taken is unknown.
        _ if incident.closed && pen.report.steps.iter().any(StepFigures::is_unfinished) => {
            Text::bad(pen.say("report-cut-short"))
        }
        _ => Text::good(pen.say("report-in-plan")),
    };
    let key = if incident.closed { "report-card-plan" } else { "report-card-forecast" };
    let (planned, end) = (pen.timing.range(verdict.planned_end), pen.timing.range(verdict.end));
    (value, pen.with(key, &vars![planned, end]).into())
}

/// How long it took until work was possible again, which most readers look for first.
fn restored(pen: &Pen<'_>) -> Option<Content> {
    let figure = pen.report.figures.iter().find(|figure| figure.point == Point::Restored)?;
    let planned = figure.planned.map(|planned| pen.timing.range(planned)).unwrap_or_default();
    let Some((real, after)) = figure.real.zip(figure.after) else {
        let note = pen.with("report-card-planned", &vars![planned = planned.as_str()]);
        let note = if planned.is_empty() { Text::default() } else { note.into() };
        return Some((Text::of(Tone::Bad, pen.say("report-not-reached")), note));
    };
    let (after, at) = (pen.timing.lasted(after), pen.timing.when(real));
    let slip = figure.slip.and_then(|slip| pen.timing.notable_slip(slip));
    let late = slip.filter(|slip| *slip > Span::zero());
    let value = match late {
        Some(_) => Text::bad(after),
        None => Text::of(Tone::Strong, after),
    };
    if planned.is_empty() {
        return Some((value, at.into()));
    }
    let note = pen.with("report-card-restored", &vars![at, planned]);
    let late = late.map_or_else(String::new, |late| format!(" ({})", pen.lang.slip(late)));
    Some((value, format!("{note}{late}").into()))
}

/// The steps furthest beyond their plan.
fn slipped(pen: &Pen<'_>) -> Option<Content> {
    let steps = pen.report.steps.iter();
    let slips = steps.filter_map(|step| Some((step, pen.timing.notable_slip(step.slip?)?)));
    let mut late: Vec<_> = slips.filter(|(_, slip)| *slip > Span::zero()).collect();
    late.sort_by_key(|(_, slip)| -*slip);
    let (_, most) = late.first()?;
    let mut note = Text::default();
    for (place, (step, slip)) in late.iter().take(SLIPPED).enumerate() {
        let before = if place == 0 { "" } else { " · " };
        let slip = format!(" {}", pen.lang.slip(*slip));
        note = note.and(Tone::Plain, before).and(Tone::Quoted, &*step.title).and(Tone::Plain, slip);
    }
    Some((pen.timing.slip(*most), note))
}

/// How external audiences were kept informed; an external report does not say when updates were due.
fn external_updates(pen: &Pen<'_>) -> Option<Content> {
    let external: Vec<_> = pen.report.audiences.iter().filter(|audience| audience.external).collect();
    if external.is_empty() {
        return None;
    }
    let sent: usize = external.iter().map(|audience| audience.sent).sum();
    let late: usize = external.iter().map(|audience| audience.late).sum();
    let owed = external.iter().filter(|audience| audience.owed.is_some()).count();
    let words = pen.with("report-sent-external", &vars![count = sent, late]);
    let value = match (late + owed, sent) {
        (0, 0) => words.into(),
        (0, _) => Text::good(words),
        _ => Text::bad(words),
    };
    let worst = external.iter().filter_map(|it| Some((it, it.worst?))).max_by_key(|(_, worst)| *worst);
    let mut note = Text::default();
    if let Some((audience, worst)) = worst {
        note = note
            .and(Tone::Plain, pen.say("report-worst"))
            .and(Tone::Quoted, &*audience.name)
            .and(Tone::Plain, format!(" {}", pen.lang.slip(worst)));
    }
    if owed > 0 {
        let before = if note.is_empty() { "" } else { " · " };
        let owed = pen.with("report-never-sent", &vars![count = owed]);
        note = note.and(Tone::Plain, format!("{before}{owed}"));
    }
    Some((value, note))
}

fn kept(pen: &Pen<'_>, objectives: &Objectives) -> Text {
    if objectives.known == 0 {
        return pen.say("report-unknown").into();
    }
    let kept = objectives.known - objectives.missed;
    let words = pen.with("report-kept", &vars![kept, known = objectives.known]);
    if objectives.missed == 0 { Text::good(words) } else { Text::bad(words) }
}

fn worst_service(pen: &Pen<'_>, objectives: &Objectives, unknown: &str) -> Text {
    let mut text = match &objectives.worst {
        Some(worst) => Text::of(Tone::Plain, pen.say("report-worst"))
            .and(Tone::Quoted, &*worst.service)
            .and(Tone::Plain, format!(" +{}", pen.lang.duration(worst.by))),
        None if objectives.unknown == 0 => pen.say("report-all-kept").into(),
        None => Text::default(),
    };
    if objectives.unknown > 0 {
        let before = if text.is_empty() { "" } else { " · " };
        let unknown = pen.with(unknown, &vars![count = objectives.unknown]);
        text = text.and(Tone::Plain, format!("{before}{unknown}"));
    }
    text
}

fn open(pen: &Pen<'_>) -> Option<Content> {
    let open = &pen.report.open;
    let count: usize = open.iter().map(|open| open.count).sum();
    let kinds = open.iter().map(|open| pen.open_kind(open)).collect::<Vec<_>>().join(", ");
    // An external report omits points that may well be open.
    match count {
        0 if pen.report.is_external() => None,
        0 => Some((Text::good(pen.say("report-nothing-open")), kinds.into())),
        _ => Some((Text::bad(count), kinds.into())),
    }
}

//! The outcome: a summary, the points of the recovery, the services, the review.

use crate::document::{Block, Text, Tone};
use crate::incident::{Health, Moment, Span};
use crate::lang::vars;
use crate::report::blockers::Lasting;
use crate::report::document::pen::{Pen, action};
use crate::report::figures::{Figure, Point};
use crate::report::open::{Open, OpenKind};
use crate::report::review::{ActionState, ReportedAction, ReportedFinding};
use crate::report::serial::name;
use crate::report::services::ServiceFigures;

/// The number of open points named here; the chapters name all.
const NAMED: usize = 4;

/// The incident, its course and what is left to do, in sentences.
pub fn short(pen: &Pen<'_>) -> Vec<Block> {
    let incident = &pen.report.incident;
    let mut blocks = Vec::new();
    for text in [&incident.what, &incident.impact] {
        if !text.is_empty() {
            blocks.push(Block::Paragraph(Text::quoted(text)));
        }
    }
    blocks.push(Block::Paragraph(course(pen).into()));
    if !incident.reason.is_empty() {
        let reason = Text::of(Tone::Muted, pen.say("report-closing-words"));
        blocks.push(Block::Paragraph(reason.and(Tone::Quoted, &*incident.reason)));
    }
    blocks.extend(pen.list("report-still-open", pen.report.open.iter().map(|open| still_open(pen, open))));
    let actions = pen.report.actions.iter();
    let mut to_do: Vec<_> = actions.filter(|action| action.state == ActionState::Open).collect();
    to_do.sort_by_key(|action| (!action.overdue, action.due.is_none(), action.due));
    blocks.extend(pen.list("report-to-do", to_do.into_iter().map(|action| self::to_do(pen, action))));
    blocks
}

/// From the opening to the closing.
fn course(pen: &Pen<'_>) -> String {
    let (incident, verdict) = (&pen.report.incident, &pen.report.verdict);
    let at = ("at", long(pen, incident.opened).into());
    let mut sentences = vec![match pen.report.commands.first() {
        Some(first) => pen.with("report-opened-by", &[at, ("person", first.person.as_str().into())]),
        None => pen.with("report-opened", &[at]),
    }];
    if incident.closed {
        sentences.push(pen.with("report-closed", &vars![at = long(pen, incident.ended)]));
    }
    sentences.push(standstill(pen));
    if verdict.updates > 0 {
        let count = ("count", verdict.updates.into());
        sentences.push(match verdict.late_updates {
            Some(late) => pen.with("report-updates-punctual", &[count, ("late", late.into())]),
            None => pen.with("report-updates-sent", &[count]),
        });
    }
    sentences.join(" ")
}

fn to_do(pen: &Pen<'_>, it: &ReportedAction) -> Text {
    let text = action(it).and(Tone::Plain, " · ");
    let mut text = match &it.owner {
        Some(owner) => text.and(Tone::Quoted, owner.as_str()),
        None => text.and(Tone::Bad, pen.say("report-nobody")),
    };
    if let Some(due) = it.due {
        text = text.and(Tone::Plain, format!(" · {}", pen.lang.calendar_day(due)));
    }
    if it.overdue {
        let Text(state) = pen.action_state(it);
        text = text.and(Tone::Plain, " ");
        text.0.extend(state);
    }
    text
}

fn still_open(pen: &Pen<'_>, open: &Open) -> Text {
    let mut text = Text::of(Tone::Strong, pen.open_kind(open));
    // Actions have their own list below.
    let named = if open.what == OpenKind::Actions { &[][..] } else { &open.named[..] };
    for (place, name) in named.iter().take(NAMED).enumerate() {
        let before = if place == 0 { pen.say("report-colon") } else { " · ".to_owned() };
        text = text.and(Tone::Plain, before).and(Tone::Quoted, &**name);
    }
    if named.len() > NAMED {
        let more = pen.with("report-more", &vars![count = named.len() - NAMED]);
        text = text.and(Tone::Muted, format!(" {more}"));
    }
    text
}

/// How long the work took, and how long it stopped.
fn standstill(pen: &Pen<'_>) -> String {
    let sum = |all: &[Lasting]| all.iter().map(|it| it.lasted).sum::<Span>();
    let (holds, nights) = (&pen.report.holds, &pen.report.nights);
    let variables = vars![
        active = pen.timing.lasted(pen.report.verdict.active),
        holds = holds.len(),
        held = pen.timing.lasted(sum(holds)),
        nights = nights.len(),
        night = pen.timing.lasted(sum(nights))
    ];
    let key = match (holds.is_empty(), nights.is_empty()) {
        (true, true) => return pen.with("report-worked", &variables[..1]),
        (false, true) => "report-worked-holds",
        (true, false) => "report-worked-nights",
        (false, false) => "report-worked-both",
    };
    pen.with(key, &variables)
}

fn long(pen: &Pen<'_>, at: Moment) -> String {
    let (date, time) = (pen.lang.long_date(at, pen.timing.zone), pen.timing.time(at));
    pen.with("report-long-time", &vars![date, time])
}

/// The points of the recovery, planned and real.
pub fn figures(pen: &Pen<'_>) -> Vec<Block> {
    let cells = |figure: &Figure| {
        let real = match figure.real {
            Some(real) => Text::from(pen.timing.when(real)),
            None if figure.point == Point::Began => Text::quoted(&figure.stated),
            None => Text::of(Tone::Bad, pen.say("report-not-reached")),
        };
        // The opening is counted from the beginning: its duration is shown with its basis.
        let after = figure.after.filter(|_| figure.point != Point::Opened);
        vec![
            Text::of(Tone::Strong, pen.with("report-point", &vars![point = name(&figure.point)])),
            figure.planned.map(|planned| pen.timing.range(planned)).unwrap_or_default().into(),
            real,
            pen.lasted(after),
            figure.slip.map(|slip| pen.timing.slip(slip)).unwrap_or_default(),
            basis(pen, figure),
        ]
    };
    let columns = ["point", "planned", "real", "after", "slip", "basis"];
    let table = pen.table("figures", "point", &columns, pen.report.figures.iter().map(cells));
    vec![table, pen.note("report-note-figures")]
}

fn basis(pen: &Pen<'_>, figure: &Figure) -> Text {
    let basis = pen.with("report-basis", &vars![basis = name(&figure.basis)]);
    if figure.point == Point::Began && figure.real.is_some() {
        return Text::of(Tone::Muted, format!("{basis}{}", pen.say("report-colon"))).and(Tone::Quoted, &*figure.stated);
    }
    if let (Point::Opened, Some(after)) = (figure.point, figure.after) {
        let after = pen.with("report-after-began", &vars![span = pen.timing.lasted(after)]);
        return Text::of(Tone::Muted, format!("{basis}, {after}"));
    }
    let step = figure.step.as_ref().and_then(|id| pen.report.steps.iter().find(|step| step.id == *id));
    let text = Text::of(Tone::Muted, basis);
    match step {
        Some(step) => text.and(Tone::Quoted, format!(" {}", step.title)),
        None => text,
    }
}

/// Outages, and whether each objective was met.
pub fn services(pen: &Pen<'_>) -> Vec<Block> {
    let services = &pen.report.services;
    let has_data = services.iter().any(|it| it.rpo.is_some() || it.data_loss.is_some());
    let mut columns = vec!["service", "priority", "health", "down", "degraded", "rto", "kept"];
    if has_data {
        columns.extend(["data-loss", "rpo", "kept"]);
    }
    let cells = |service: &ServiceFigures| {
        let mut cells = vec![
            Text::quoted(&service.name),
            service.priority.to_string().into(),
            health(pen, service.health),
            lasted(pen, service.down),
            lasted(pen, service.degraded),
            pen.lasted(service.rto),
            rto_kept(pen, service),
        ];
        if has_data {
            cells.extend([pen.lasted(service.data_loss), pen.lasted(service.rpo), rpo_kept(pen, service)]);
        }
        cells
    };
    let mut blocks = vec![pen.table("services", "service", &columns, services.iter().map(cells))];
    let outages: Vec<_> = services.iter().filter_map(|service| outages(pen, service)).collect();
    if !outages.is_empty() {
        blocks.push(Block::List(outages));
    }
    blocks.push(pen.note(if has_data { "report-note-services-data" } else { "report-note-services" }));
    blocks
}

/// From when to when a service was down or degraded.
fn outages(pen: &Pen<'_>, service: &ServiceFigures) -> Option<Text> {
    let mut text = Text::of(Tone::Strong, &*service.name);
    let mut before = pen.say("report-colon");
    for outage in &service.outages {
        let span = pen.span(outage.from, outage.to);
        text = text.and(Tone::Plain, format!("{before}{} {span}", pen.lang.health(outage.health)));
        " · ".clone_into(&mut before);
    }
    (!service.outages.is_empty()).then_some(text)
}

fn health(pen: &Pen<'_>, health: Health) -> Text {
    match health {
        Health::Up => pen.lang.health(health).into(),
        Health::Degraded | Health::Down => Text::bad(pen.lang.health(health)),
    }
}

fn lasted(pen: &Pen<'_>, span: Span) -> Text {
    if span.is_zero() { Text::of(Tone::Muted, "0") } else { pen.timing.lasted(span).into() }
}

fn rto_kept(pen: &Pen<'_>, service: &ServiceFigures) -> Text {
    match service.rto_left {
        _ if !service.hit => Text::of(Tone::Muted, pen.say("report-not-hit")),
        Some(left) if service.health == Health::Down && left >= Span::zero() => {
            Text::bad(pen.with("report-still-left", &vars![left = pen.timing.lasted(left)]))
        }
        Some(left) => kept(pen, left),
        None => Text::default(),
    }
}

fn rpo_kept(pen: &Pen<'_>, service: &ServiceFigures) -> Text {
    match (service.rpo_left, service.rpo) {
        _ if !service.hit => Text::default(),
        (Some(left), _) => kept(pen, left),
        (None, Some(_)) => Text::of(Tone::Muted, pen.say("report-unknown")),
        (None, None) => Text::default(),
    }
}

fn kept(pen: &Pen<'_>, left: Span) -> Text {
    if left < Span::zero() {
        Text::bad(format!("{} {}", pen.say("report-no"), pen.lang.slip(-left)))
    } else {
        Text::good(pen.say("report-yes"))
    }
}

/// What was found in the review, and what follows from it.
pub fn review(pen: &Pen<'_>) -> Vec<Block> {
    let (findings, actions) = (&pen.report.findings, &pen.report.actions);
    let mut blocks = Vec::new();
    if !findings.is_empty() {
        blocks.push(Block::List(findings.iter().map(|it| finding(pen, it)).collect()));
    }
    if !actions.is_empty() {
        let cells = |it: &ReportedAction| {
            vec![
                action(it),
                it.owner.as_ref().map(|owner| Text::quoted(owner.as_str())).unwrap_or_default(),
                it.due.map(|due| pen.lang.calendar_day(due)).unwrap_or_default().into(),
                pen.action_state(it),
                Text::quoted(&it.outcome),
            ]
        };
        let columns = ["action", "owner", "due", "state", "outcome"];
        blocks.push(pen.table("review", "action", &columns, actions.iter().map(cells)));
        if let Some(today) = pen.report.today {
            let as_of = pen.with("report-as-of", &vars![day = pen.lang.calendar_day(today)]);
            blocks.push(Block::Paragraph(Text::of(Tone::Muted, as_of)));
        }
    }
    blocks
}

fn finding(pen: &Pen<'_>, finding: &ReportedFinding) -> Text {
    let tone = if finding.dropped.is_some() { Tone::Struck } else { Tone::Quoted };
    let id = Text::of(Tone::Strong, finding.id.to_string());
    let mut text = id.and(Tone::Plain, " ").and(tone, &*finding.text);
    if let Some(about) = &finding.about {
        text = text.and(Tone::Muted, format!(" ({about})"));
    }
    match &finding.dropped {
        Some(reason) => pen.because(text.and(Tone::Muted, pen.say("report-set-aside")), reason),
        None => text,
    }
}

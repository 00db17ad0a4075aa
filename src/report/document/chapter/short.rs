//! What it was, how it went and what is still to be done, in sentences.

use crate::document::{Block, Section, Text, Tone};
use crate::incident::{Moment, Span};
use crate::report::blockers::Lasting;
use crate::report::document::pen::{Pen, action};
use crate::report::open::{Open, OpenKind};
use crate::report::review::{ActionState, ReportedAction};

/// The number of open points named here; the chapters name all.
const NAMED: usize = 4;

pub fn chapter(pen: &Pen<'_>) -> Section {
    let incident = &pen.report.incident;
    let mut blocks = Vec::new();
    for text in [&incident.what, &incident.impact] {
        if !text.is_empty() {
            blocks.push(Block::Paragraph(Text::quoted(text)));
        }
    }
    blocks.push(Block::Paragraph(course(pen)));
    if !incident.reason.is_empty() {
        let reason = Text::of(Tone::Muted, pen.say("report-closing-words"));
        blocks.push(Block::Paragraph(reason.and(Tone::Quoted, &*incident.reason)));
    }
    let open = &pen.report.open;
    if !open.is_empty() {
        blocks.push(Block::Paragraph(Text::of(Tone::Strong, pen.say("report-still-open"))));
        blocks.push(Block::List(open.iter().map(|open| still_open(pen, open)).collect()));
    }
    // An action is shown with its owner and its due date: a count of them helps nobody.
    let actions = pen.report.actions.iter();
    let mut to_do: Vec<_> = actions.filter(|action| action.state == ActionState::Open).collect();
    if !to_do.is_empty() {
        to_do.sort_by_key(|action| (!action.overdue, action.due.is_none(), action.due));
        blocks.push(Block::Paragraph(Text::of(Tone::Strong, pen.say("report-to-do"))));
        blocks.push(Block::List(to_do.into_iter().map(|action| self::to_do(pen, action)).collect()));
    }
    pen.section("short", blocks)
}

/// From the opening to the closing.
fn course(pen: &Pen<'_>) -> Text {
    let (incident, verdict) = (&pen.report.incident, &pen.report.verdict);
    let at = ("at", long(pen, incident.opened).into());
    let mut sentences = vec![match pen.report.commands.first() {
        Some(first) => pen.with("report-opened-by", &[at, ("person", first.person.as_str().into())]),
        None => pen.with("report-opened", &[at]),
    }];
    if incident.closed {
        sentences.push(pen.with("report-closed", &[("at", long(pen, incident.ended).into())]));
    }
    sentences.push(standstill(pen));
    if verdict.updates > 0 {
        let count = ("count", verdict.updates.into());
        sentences.push(match verdict.late_updates {
            Some(late) => pen.with("report-updates-told", &[count, ("late", late.into())]),
            None => pen.with("report-updates-sent", &[count]),
        });
    }
    sentences.iter().enumerate().fold(Text::default(), |text, (place, sentence)| {
        text.and(Tone::Plain, if place == 0 { sentence.clone() } else { format!(" {sentence}") })
    })
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
        let more = pen.with("report-more", &[("count", (named.len() - NAMED).into())]);
        text = text.and(Tone::Muted, format!(" {more}"));
    }
    text
}

/// How long the work took, and how long it stopped.
fn standstill(pen: &Pen<'_>) -> String {
    let sum = |all: &[Lasting]| all.iter().map(|it| it.lasted).sum::<Span>();
    let (holds, nights) = (&pen.report.holds, &pen.report.nights);
    let variables = [
        ("active", pen.timing.lasted(pen.report.verdict.active).into()),
        ("holds", holds.len().into()),
        ("held", pen.timing.lasted(sum(holds)).into()),
        ("nights", nights.len().into()),
        ("night", pen.timing.lasted(sum(nights)).into()),
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
    pen.with("report-long-time", &[("date", date.into()), ("time", time.into())])
}

//! The page of status updates: when each is due, where messages go and whether they arrive, what was posted.

use ratatui::layout::Rect;

use super::rows::{Row, Target, audience_name, due_words, gist, rows, standing};
use crate::incident::{Audience, AudienceId, DeliveryState, Moment, Occasion, PersonName, Prose, Range, Update};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::canvas::Rest;
use crate::ui::region::frame::Frame;
use crate::ui::region::parts::{self, Part};
use crate::ui::scene::Hit;
use crate::ui::{layout, text};

const WIDE: u16 = 100;

/// How wide the columns are that hold names.
struct Columns {
    audience: u16,
    target: u16,
    person: u16,
    occasion: u16,
    every: u16,
    due: u16,
}

pub fn render(frame: &Frame<'_>, body: Rect) {
    let inner = layout::inside(body);
    let view = frame.scene.view;
    let x = frame.title(body, &frame.say("region-updates"), Meaning::TitleFocus);
    let count = frame.incident.updates.len();
    let count = frame.say_with("region-updates-count", &vars![count]);
    let x = frame.after_title(body, x, &count, Meaning::TextMuted);
    if inner.is_empty() {
        return;
    }
    let rows = rows(view);
    let chosen = frame.scene.cursor.row.min(rows.len().saturating_sub(1));
    let mut targets =
        Part::new("region-updates-targets", "region-updates-no-target", |row| matches!(row, Row::Target(_)));
    targets.trouble = view.unsettled.map(|why| frame.say_with("region-target-to-fix", &vars![reason = why]));
    let parts = vec![
        Part::new("region-updates-audiences", "region-updates-no-audience", |row| matches!(row, Row::Audience(_))),
        targets,
        Part::new("region-updates-posted", "region-updates-none", |row| {
            matches!(row, Row::Proposal(_) | Row::Update(_))
        }),
    ];
    let columns = Columns::of(frame, &rows, inner.width);
    parts::render(frame, (body, x), parts, (&rows, chosen), |place, line| {
        draw(frame, &rows[place], line, &columns);
        frame.hit(line, Hit::Line(place));
    });
}

impl Columns {
    fn of(frame: &Frame<'_>, rows: &[Row<'_>], width: u16) -> Self {
        let audiences = || frame.incident.audiences.iter();
        let people = rows.iter().filter_map(|row| match row {
            Row::Proposal(proposal) => Some(proposal.by.as_str()),
            Row::Update(update) => Some(update.by.as_str()),
            Row::Audience(_) | Row::Target(_) => None,
        });
        let targets = rows.iter().filter_map(|row| match row {
            Row::Target(target) => Some(target.name.as_str()),
            _ => None,
        });
        let occasions = Occasion::ALL.into_iter().map(|occasion| frame.lang.occasion(occasion));
        let dues = audiences().map(|audience| due_words(frame.scene.view, audience, frame.lang).0);
        Self {
            audience: text::longest(width / 5, audiences().map(|audience| audience.name.as_str())),
            target: text::longest(width / 4, targets),
            person: text::longest(width / 7, people),
            occasion: if width < 76 { 0 } else { text::longest(24, occasions) },
            every: text::longest(20, audiences().map(|audience| every(frame, audience))),
            due: text::longest(18, dues),
        }
    }
}

fn draw(frame: &Frame<'_>, row: &Row<'_>, line: Rect, columns: &Columns) {
    match row {
        Row::Audience(audience) => draw_audience(frame, audience, line, columns),
        Row::Target(target) => draw_target(frame, target, line, columns),
        Row::Proposal(it) => {
            let waits = [(frame.say("region-proposal"), Meaning::ClockDue)];
            let said = (it.at, &it.by, &it.audience, it.occasion, &it.text);
            draw_said(frame, said, &waits, line, columns);
        }
        Row::Update(it) => {
            let said = (it.at, &it.by, &it.audience, it.occasion, &it.text);
            draw_said(frame, said, &arrived(it), line, columns);
        }
    }
}

fn draw_audience(frame: &Frame<'_>, audience: &Audience, line: Rect, columns: &Columns) {
    let view = frame.scene.view;
    let mut rest = Rest::inside(frame, line, 2);
    rest.column(columns.audience, audience.name.as_str(), Meaning::TextStrong);
    let (due, meaning) = due_words(view, audience, frame.lang);
    rest.column(columns.due, &due, meaning);
    rest.column(columns.every, &every(frame, audience), Meaning::TextMuted);
    let served = view.targets.iter().filter(|fact| fact.audiences.contains(&audience.id));
    let mut about: Vec<_> = served.map(|fact| fact.name.to_string()).collect();
    if about.is_empty() {
        about.push(frame.say("region-audience-no-target"));
    }
    about.extend(audience.approval.then(|| frame.say("region-audience-approval")));
    about.extend(audience.outside.then(|| frame.say("region-audience-external")));
    rest.put(&about.join(" · "), Meaning::TextMuted);
}

fn every(frame: &Frame<'_>, audience: &Audience) -> String {
    match audience.every.at(frame.incident.severity) {
        Some(every) => {
            let every = frame.lang.span_range(Range { min: every, max: every });
            frame.say_with("region-audience-every", &vars![every])
        }
        None => frame.say("region-audience-never"),
    }
}

fn draw_target(frame: &Frame<'_>, target: &Target<'_>, line: Rect, columns: &Columns) {
    let mut rest = Rest::inside(frame, line, 2);
    rest.column(columns.target, target.name.as_str(), Meaning::TextStrong);
    let (words, meaning) = standing(frame.scene.view, target, frame.lang);
    if line.width >= WIDE {
        let whither = match target.fact {
            Some(fact) => {
                let to = fact.audiences.iter().map(|id| audience_name(frame.incident, id));
                format!("{} · {} → {}", fact.kind, fact.host, to.collect::<Vec<_>>().join(", "))
            }
            None => frame.say("region-target-gone"),
        };
        rest.put_right(rest.area.width / 2, &whither, Meaning::TextMuted);
    }
    rest.put(&words, meaning);
}

/// A posted or proposed update: time, author, audience, occasion.
type Said<'a> = (Moment, &'a PersonName, &'a AudienceId, Occasion, &'a Prose);

fn draw_said(
    frame: &Frame<'_>,
    (at, by, audience, occasion, text): Said<'_>,
    states: &[(String, Meaning)],
    line: Rect,
    columns: &Columns,
) {
    let mut rest = Rest::inside(frame, line, 2);
    let when = frame.when(at);
    rest.column(text::width(&when).max(5), &when, Meaning::LogTime);
    let person = if *by == *frame.scene.view.me { Meaning::PersonMe } else { Meaning::Person };
    rest.column(if line.width < 76 { 0 } else { columns.person }, by.as_str(), person);
    rest.column(columns.audience, audience_name(frame.incident, audience), Meaning::TextStrong);
    rest.column(columns.occasion, &frame.lang.occasion(occasion), Meaning::TextMuted);
    // Closer together than columns.
    rest.gap = 1;
    for (state, meaning) in states {
        rest.column(text::width(state), state, *meaning);
    }
    rest.skip(1);
    rest.put(&gist(text.as_str()), Meaning::Text);
}

/// The numbers of deliveries by state, as signs, the worst first.
fn arrived(update: &Update) -> Vec<(String, Meaning)> {
    let count = |is: fn(&DeliveryState) -> bool| update.deliveries.iter().filter(|it| is(&it.state)).count();
    let states = [
        ("✗", Meaning::ClockLate, count(|it| matches!(it, DeliveryState::Failed { .. }))),
        ("↻", Meaning::ClockDue, count(|it| matches!(it, DeliveryState::Delayed { .. }))),
        ("…", Meaning::TextMuted, count(|it| matches!(it, DeliveryState::Pending))),
        ("✔", Meaning::ServiceUp, count(|it| matches!(it, DeliveryState::Delivered { .. }))),
    ];
    if update.deliveries.is_empty() {
        let sign = if update.addressed { "–" } else { "…" };
        return vec![(sign.to_owned(), Meaning::TextMuted)];
    }
    let one = update.deliveries.len() == 1;
    let there = states.into_iter().filter(|(.., count)| *count > 0);
    let label = |sign: &str, count: usize| if one { sign.to_owned() } else { format!("{sign}{count}") };
    there.map(|(sign, meaning, count)| (label(sign, count), meaning)).collect()
}

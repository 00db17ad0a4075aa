//! The review page: findings, and actions with their owner and due date.

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use super::rows::{Row, place, rows, standing};
use crate::incident::{Finding, FollowUp, FollowUpState, PersonName};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::canvas::Rest;
use crate::ui::region::frame::Frame;
use crate::ui::region::parts::{self, Part};
use crate::ui::scene::Hit;
use crate::ui::{layout, text};

/// From this width on everything has its column.
const WIDE: u16 = 100;
/// Below this width a state is only its sign.
const NARROW: u16 = 76;

/// How wide the columns are.
struct Columns {
    id: u16,
    state: u16,
    due: u16,
    owner: u16,
}

pub fn render(frame: &Frame<'_>, body: Rect) {
    let inner = layout::inside(body);
    let view = frame.scene.view;
    let today = frame.incident.today(view.now);
    let x = frame.title(body, &frame.say("region-page-review"), Meaning::TitleFocus);
    let x = counts(frame, body, x, today);
    if inner.is_empty() {
        return;
    }
    let rows = rows(view);
    let chosen = place(&rows, frame.scene.cursor.review);
    let parts = vec![
        Part::new("review-heading-findings", "review-none-found", |row| matches!(row, Row::Finding(_))),
        Part::new("review-heading-actions", "review-none-to-do", |row| matches!(row, Row::Action(_))),
    ];
    let columns = Columns::of(frame, &rows, today, inner.width);
    parts::render(frame, (body, x), parts, (&rows, chosen), |place, line| {
        match &rows[place] {
            Row::Finding(finding) => draw_finding(frame, finding, line, &columns),
            Row::Action(action) => draw_action(frame, action, today, line, &columns),
        }
        frame.hit(line, Hit::ReviewRow(rows[place].about()));
    });
}

/// The counts after the title, in alarm while something is late.
fn counts(frame: &Frame<'_>, body: Rect, x: u16, today: NaiveDate) -> u16 {
    let incident = frame.incident;
    let open = incident.open_actions().count();
    let late = incident.open_actions().filter(|action| action.is_overdue(today)).count();
    let found = frame.say_with("review-findings", &vars![count = incident.standing_findings().count()]);
    let open = frame.say_with("review-open", &vars![count = open]);
    let mut x = x;
    if late > 0 {
        let late = frame.say_with("review-overdue", &vars![count = late]);
        x = frame.after_title(body, x, &format!("▲ {late}"), Meaning::ClockLate);
    }
    let before = if late > 0 { "· " } else { "" };
    let rest = if body.width < NARROW { open } else { format!("{open} · {found}") };
    frame.after_title(body, x, &format!("{before}{rest}"), Meaning::TextMuted)
}

impl Columns {
    fn of(frame: &Frame<'_>, rows: &[Row<'_>], today: NaiveDate, width: u16) -> Self {
        let actions = || {
            rows.iter().filter_map(|row| match row {
                Row::Action(action) => Some(*action),
                Row::Finding(_) => None,
            })
        };
        let ids = rows.iter().map(|row| match row {
            Row::Finding(finding) => finding.id.to_string(),
            Row::Action(action) => action.id.to_string(),
        });
        let states = actions().map(|it| standing(it, today, frame.lang).2);
        let owners = actions().filter_map(|it| it.owner.as_ref()).map(PersonName::as_str);
        Self {
            id: text::longest(6, ids),
            state: if width < NARROW { 0 } else { text::longest(16, states) },
            due: text::longest(14, actions().map(|it| due(frame, it, today, width))),
            owner: text::longest(if width < WIDE { width / 7 } else { width / 6 }, owners),
        }
    }
}

/// The due date of an action, with the year if there is room or if it is another year.
fn due(frame: &Frame<'_>, action: &FollowUp, today: NaiveDate, width: u16) -> String {
    action.due.map_or_else(String::new, |due| {
        let plain = due.year() == today.year() || !action.is_open();
        if width < WIDE && plain { frame.lang.short_day(due) } else { frame.lang.calendar_day(due) }
    })
}

fn draw_finding(frame: &Frame<'_>, it: &Finding, line: Rect, columns: &Columns) {
    let sign = if it.dropped.is_some() { "–" } else { " " };
    let mut rest = begin(frame, line, columns, &it.id.to_string(), (sign, Meaning::TextMuted));
    if line.width >= NARROW {
        let answers = frame.incident.actions.iter().filter(|action| action.finding == Some(it.id));
        let mut about: Vec<String> = answers.map(|action| action.id.to_string()).collect();
        if line.width >= WIDE {
            let phase = it.about.as_ref().and_then(|id| frame.incident.step(id));
            about.extend(phase.map(|step| text::cut(step.title.as_str(), 32).into_owned()));
        }
        about.push(it.by.to_string());
        rest.put_right(rest.area.width / 2, &about.join(" · "), Meaning::TextMuted);
    }
    match &it.dropped {
        Some(dropped) => {
            let words = vars![text = it.text.first_line(), reason = dropped.reason.as_str()];
            rest.put(&frame.say_with("review-dropped", &words), Meaning::TextMuted);
        }
        None => rest.put(it.text.first_line(), Meaning::Text),
    }
}

fn draw_action(frame: &Frame<'_>, it: &FollowUp, today: NaiveDate, line: Rect, columns: &Columns) {
    let (sign, meaning, words) = standing(it, today, frame.lang);
    let mut rest = begin(frame, line, columns, &it.id.to_string(), (sign, meaning));
    rest.column(columns.state, &words, meaning);
    // Without room for words, the sign alone shows the state.
    let of_due = if columns.state > 0 { Meaning::TextMuted } else { meaning };
    rest.column(columns.due, &due(frame, it, today, line.width), of_due);
    let mine = it.owner.as_ref() == Some(frame.scene.view.me);
    let owner = it.owner.as_ref().map_or("", PersonName::as_str);
    rest.column(columns.owner, owner, if mine { Meaning::PersonMe } else { Meaning::Person });
    if let Some(finding) = it.finding.filter(|_| line.width >= NARROW) {
        rest.put_right(6, &finding.to_string(), Meaning::TextMuted);
    }
    let said = match &it.state {
        FollowUpState::Done { outcome, .. } => outcome.as_str(),
        FollowUpState::Dropped(dropped) => dropped.reason.as_str(),
        FollowUpState::Open => "",
    };
    let title = if said.is_empty() { it.title.to_string() } else { format!("{} ({said})", it.title) };
    rest.put(&title, if it.is_open() { Meaning::Text } else { Meaning::TextMuted });
}

/// Writes the number and the sign at the left.
fn begin<'a>(
    frame: &'a Frame<'_>,
    line: Rect,
    columns: &Columns,
    id: &str,
    (sign, meaning): (&str, Meaning),
) -> Rest<'a> {
    let mut rest = Rest::inside(frame, line, 1);
    rest.column(columns.id, id, Meaning::TextStrong);
    rest.column(1, sign, meaning);
    rest.gap = 2;
    rest
}

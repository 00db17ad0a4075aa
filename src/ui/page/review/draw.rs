//! The review page: findings, and actions with their owner and due date.
//!
//! ```text
//! ┌─ Revue ─ 2 constats · 3 actions, 1 en retard ──────────────────────────────────────────────┐
//! │ Constats ───────────────────────────────────────────────────────────────────────────────── │
//! │ F1   La clé de secours était dans la salle touchée        A1 · Évaluation de l'incident · karim │
//! │ F2   Personne n'a appelé l'assureur                                          A2 · zoé      │
//! │ Actions ────────────────────────────────────────────────────────────────────────────────── │
//! │ A1 ▲ retard 3 j   1er déc. 2026  ines   Déposer une seconde clé à la banque            F1  │
//! │ A2 ☑ terminée     24 nov. 2026   zoé    Nommer qui appelle l'assureur                  F2  │
//! └────────────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows::{Row, place, rows, standing};
use crate::incident::{Finding, FollowUp, FollowUpState, PersonName};
use crate::theme::Meaning;
use crate::ui::layout;
use crate::ui::region::frame::Frame;
use crate::ui::region::parts::{self, Part};
use crate::ui::region::text;
use crate::ui::scene::Hit;

/// From this width on everything has its column.
const WIDE: u16 = 100;
/// Below this width a state is but its sign.
const NARROW: u16 = 76;

/// How wide the columns are.
struct Columns {
    id: u16,
    state: u16,
    due: u16,
    owner: u16,
}

pub fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(body);
    let view = frame.scene.view;
    let today = frame.incident.today(view.now);
    let x = text::title(body, &frame.say("region-page-review"), frame.style(Meaning::TitleFocus), buffer);
    let x = counts(frame, body, x, today, buffer);
    if inner.is_empty() {
        return;
    }
    let rows = rows(view);
    let chosen = place(&rows, frame.scene.cursor.review);
    let parts = vec![
        Part {
            title: "review-heading-findings",
            nothing: "review-none-found",
            holds: |row| matches!(row, Row::Finding(_)),
            trouble: None,
        },
        Part {
            title: "review-heading-actions",
            nothing: "review-none-to-do",
            holds: |row| matches!(row, Row::Action(_)),
            trouble: None,
        },
    ];
    let columns = Columns::of(frame, &rows, today, inner.width);
    parts::render(frame, (body, x), parts, (&rows, chosen), buffer, |place, line, buffer| {
        match &rows[place] {
            Row::Finding(finding) => draw_finding(frame, finding, line, &columns, buffer),
            Row::Action(action) => draw_action(frame, action, today, line, &columns, buffer),
        }
        frame.scene.hit(line, Hit::ReviewRow(rows[place].about()));
    });
}

/// How many there are, behind the title; in alarm while something is late.
fn counts(frame: &Frame<'_>, body: Rect, x: u16, today: NaiveDate, buffer: &mut Buffer) -> u16 {
    let incident = frame.incident;
    let open = incident.open_actions().count();
    let late = incident.open_actions().filter(|action| action.is_overdue(today)).count();
    let found = frame.say_with("review-findings", &[("count", incident.standing_findings().count().into())]);
    let open = frame.say_with("review-open", &[("count", open.into())]);
    let mut x = x;
    if late > 0 {
        let late = frame.say_with("review-overdue", &[("count", late.into())]);
        x = text::after_title(body, x, &format!("▲ {late}"), frame.style(Meaning::ClockLate), buffer);
    }
    let before = if late > 0 { "· " } else { "" };
    let rest = if body.width < NARROW { open } else { format!("{open} · {found}") };
    text::after_title(body, x, &format!("{before}{rest}"), frame.style(Meaning::TextMuted), buffer)
}

impl Columns {
    fn of(frame: &Frame<'_>, rows: &[Row<'_>], today: NaiveDate, width: u16) -> Self {
        let actions = || {
            rows.iter().filter_map(|row| match row {
                Row::Action(action) => Some(*action),
                Row::Finding(_) => None,
            })
        };
        let widest = |most: u16, words: &mut dyn Iterator<Item = u16>| words.max().unwrap_or(0).min(most);
        let id = |row: &Row<'_>| match row {
            Row::Finding(finding) => text::width(&finding.id.to_string()),
            Row::Action(action) => text::width(&action.id.to_string()),
        };
        let state = |it: &FollowUp| text::width(&standing(it, today, frame.lang).2);
        let owner = |it: &FollowUp| it.owner.as_ref().map_or(0, |owner| text::width(owner.as_str()));
        Self {
            id: widest(6, &mut rows.iter().map(id)),
            state: if width < NARROW { 0 } else { widest(16, &mut actions().map(state)) },
            due: widest(14, &mut actions().map(|it| text::width(&due(frame, it, today, width)))),
            owner: widest(if width < WIDE { width / 7 } else { width / 6 }, &mut actions().map(owner)),
        }
    }
}

/// The due date of an action, with the year if there is room or if another year still matters.
fn due(frame: &Frame<'_>, action: &FollowUp, today: NaiveDate, width: u16) -> String {
    action.due.map_or_else(String::new, |due| {
        let plain = due.year() == today.year() || !action.is_open();
        if width < WIDE && plain { frame.lang.short_day(due) } else { frame.lang.calendar_day(due) }
    })
}

fn draw_finding(frame: &Frame<'_>, it: &Finding, line: Rect, columns: &Columns, buffer: &mut Buffer) {
    let muted = frame.style(Meaning::TextMuted);
    let x = number(frame, &it.id.to_string(), line, columns, buffer);
    let mut right = line.right().saturating_sub(1);
    if line.width >= NARROW {
        let answers = frame.incident.actions.iter().filter(|action| action.finding == Some(it.id));
        let mut about: Vec<String> = answers.map(|action| action.id.to_string()).collect();
        if line.width >= WIDE {
            let phase = it.about.as_ref().and_then(|id| frame.incident.step(id));
            about.extend(phase.map(|step| text::cut(step.title.as_str(), 32).into_owned()));
        }
        about.push(it.by.to_string());
        let room = right.saturating_sub(x) / 2;
        right = text::put_right(buffer, right, line.y, room, &about.join(" · "), muted).saturating_sub(2);
    }
    let room = right.saturating_sub(x);
    match &it.dropped {
        Some(dropped) => {
            text::put(buffer, x - 2, line.y, 1, "–", muted);
            let words = [("text", it.text.first_line().into()), ("reason", dropped.reason.as_str().into())];
            text::put(buffer, x, line.y, room, &frame.say_with("review-dropped", &words), muted);
        }
        None => {
            text::put(buffer, x, line.y, room, it.text.first_line(), frame.style(Meaning::Text));
        }
    }
}

fn draw_action(
    frame: &Frame<'_>,
    it: &FollowUp,
    today: NaiveDate,
    line: Rect,
    columns: &Columns,
    buffer: &mut Buffer,
) {
    let muted = frame.style(Meaning::TextMuted);
    let (sign, meaning, words) = standing(it, today, frame.lang);
    let style = frame.style(meaning);
    let mut x = number(frame, &it.id.to_string(), line, columns, buffer);
    text::put(buffer, x - 2, line.y, 1, sign, style);
    let mut column = |width: u16, words: &str, style| {
        if width > 0 {
            text::put(buffer, x, line.y, width, words, style);
            x += width + 2;
        }
    };
    column(columns.state, &words, style);
    let in_words = columns.state > 0;
    column(columns.due, &due(frame, it, today, line.width), if in_words { muted } else { style });
    let mine = it.owner.as_ref() == Some(frame.scene.view.me);
    let owner = it.owner.as_ref().map_or("", PersonName::as_str);
    column(columns.owner, owner, frame.style(if mine { Meaning::PersonMe } else { Meaning::Person }));
    let mut right = line.right().saturating_sub(1);
    if let Some(finding) = it.finding.filter(|_| line.width >= NARROW) {
        let from = text::put_right(buffer, right, line.y, 6, &finding.to_string(), muted);
        right = from.saturating_sub(2);
    }
    let said = match &it.state {
        FollowUpState::Done { outcome, .. } => outcome.as_str(),
        FollowUpState::Dropped(dropped) => dropped.reason.as_str(),
        FollowUpState::Open => "",
    };
    let style = if it.is_open() { frame.style(Meaning::Text) } else { muted };
    let title = if said.is_empty() { it.title.to_string() } else { format!("{} ({said})", it.title) };
    text::put(buffer, x, line.y, right.saturating_sub(x), &title, style);
}

/// Writes the number at the left, and returns where the text after the sign begins.
fn number(frame: &Frame<'_>, id: &str, line: Rect, columns: &Columns, buffer: &mut Buffer) -> u16 {
    text::put(buffer, line.x + 1, line.y, columns.id, id, frame.style(Meaning::TextStrong));
    line.x + columns.id + 4
}

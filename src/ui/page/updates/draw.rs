//! The page of status updates: when each is due, where messages go and whether they arrive, what was posted.
//!
//! ```text
//! ┌─ Points de situation ─ 2 envoyés ──────────────────────────────────────────────────────────┐
//! │ Audiences ──────────────────────────────────────────────────────────────────────────────── │
//! │ Direction    dans 12m     cadence 30m      à approuver            direction-slack            │
//! │ Clients      ▲ retard 3m  cadence 1h       externe · à approuver  clients-mail               │
//! │ Cibles ─────────────────────────────────────────────────────────────────────────────────── │
//! │ direction-slack  ✔ reçu à 08:44                                    Slack · hooks.slack.com  │
//! │ clients-mail     ✗ à corriger : mot de passe refusé                Mail · smtp.example.org  │
//! │ Points ─────────────────────────────────────────────────────────────────────────────────── │
//! │ 08:51 ines   Clients    progression  △ à approuver  Le service de paie est rétabli.          │
//! │ 08:44 alice  Direction  ouverture    ✔              La production est arrêtée depuis 03:10   │
//! └────────────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::rows::{Row, Target, audience_name, due_words, gist, rows, standing};
use crate::incident::{Audience, AudienceId, DeliveryState, Moment, Occasion, PersonName, Prose, Update};
use crate::theme::Meaning;
use crate::ui::layout;
use crate::ui::region::frame::Frame;
use crate::ui::region::parts::{self, Part};
use crate::ui::region::text;
use crate::ui::scene::Hit;

/// From this width on everything has its column.
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

pub fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(body);
    let view = frame.scene.view;
    let x = text::title(body, &frame.say("region-updates"), frame.style(Meaning::TitleFocus), buffer);
    let count = frame.incident.updates.len();
    let count = frame.say_with("region-updates-count", &[("count", count.into())]);
    let x = text::after_title(body, x, &count, frame.style(Meaning::TextMuted), buffer);
    if inner.is_empty() {
        return;
    }
    let rows = rows(view);
    let chosen = frame.scene.cursor.row.min(rows.len().saturating_sub(1));
    let unsettled =
        view.unsettled.map(|why| frame.say_with("region-target-to-fix", &[("reason", why.into())]));
    let parts = vec![
        Part {
            title: "region-updates-audiences",
            nothing: "region-updates-no-audience",
            holds: |row| matches!(row, Row::Audience(_)),
            trouble: None,
        },
        Part {
            title: "region-updates-targets",
            nothing: "region-updates-no-target",
            holds: |row| matches!(row, Row::Target(_)),
            trouble: unsettled,
        },
        Part {
            title: "region-updates-posted",
            nothing: "region-updates-none",
            holds: |row| matches!(row, Row::Proposal(_) | Row::Update(_)),
            trouble: None,
        },
    ];
    let columns = Columns::of(frame, &rows, inner.width);
    parts::render(frame, (body, x), parts, (&rows, chosen), buffer, |place, line, buffer| {
        draw(frame, &rows[place], line, &columns, buffer);
        frame.scene.hit(line, Hit::Line(place));
    });
}

impl Columns {
    fn of(frame: &Frame<'_>, rows: &[Row<'_>], width: u16) -> Self {
        let incident = frame.incident;
        let longest = |most: u16, words: &mut dyn Iterator<Item = u16>| words.max().unwrap_or(0).min(most);
        let audiences = || incident.audiences.iter();
        let people = rows.iter().filter_map(|row| match row {
            Row::Proposal(proposal) => Some(&proposal.by),
            Row::Update(update) => Some(&update.by),
            Row::Audience(_) | Row::Target(_) => None,
        });
        let targets = rows.iter().filter_map(|row| match row {
            Row::Target(target) => Some(text::width(target.name.as_str())),
            _ => None,
        });
        let occasions = Occasion::ALL.into_iter().map(|it| text::width(&frame.lang.occasion(it)));
        let due = |audience: &Audience| text::width(&due_words(frame.scene.view, audience, frame.lang).0);
        Self {
            audience: longest(width / 5, &mut audiences().map(|it| text::width(it.name.as_str()))),
            target: longest(width / 4, &mut { targets }),
            person: longest(width / 7, &mut people.map(|by| text::width(by.as_str()))),
            occasion: if width < 76 { 0 } else { longest(24, &mut { occasions }) },
            every: longest(20, &mut audiences().map(|it| text::width(&every(frame, it)))),
            due: longest(18, &mut audiences().map(|it| due(it))),
        }
    }
}

/// What is left of a row, from its left to its right.
struct Rest {
    x: u16,
    y: u16,
    right: u16,
}

impl Rest {
    const fn of(row: Rect) -> Self {
        Self { x: row.x + 1, y: row.y, right: row.x + row.width.saturating_sub(1) }
    }

    /// Writes into the next column.
    fn column(&mut self, width: u16, words: &str, style: Style, buffer: &mut Buffer) {
        if width == 0 {
            return;
        }
        let room = width.min(self.right.saturating_sub(self.x));
        text::put(buffer, self.x, self.y, room, words, style);
        self.x += width + 2;
    }

    /// Writes as much of the rest as is needed.
    fn rest(&mut self, words: &str, style: Style, buffer: &mut Buffer) {
        let room = self.right.saturating_sub(self.x);
        self.x = text::put(buffer, self.x, self.y, room, words, style);
    }
}

fn draw(frame: &Frame<'_>, row: &Row<'_>, line: Rect, columns: &Columns, buffer: &mut Buffer) {
    match row {
        Row::Audience(audience) => draw_audience(frame, audience, line, columns, buffer),
        Row::Target(target) => draw_target(frame, target, line, columns, buffer),
        Row::Proposal(it) => {
            let said = Said::of(it.at, &it.by, &it.audience, it.occasion, &it.text);
            let waits = [(frame.say("region-proposal"), Meaning::ClockDue)];
            draw_said(frame, &said, &waits, line, columns, buffer);
        }
        Row::Update(it) => {
            let said = Said::of(it.at, &it.by, &it.audience, it.occasion, &it.text);
            draw_said(frame, &said, &arrived(it), line, columns, buffer);
        }
    }
}

fn draw_audience(frame: &Frame<'_>, audience: &Audience, line: Rect, columns: &Columns, buffer: &mut Buffer) {
    let view = frame.scene.view;
    let muted = frame.style(Meaning::TextMuted);
    let mut rest = Rest::of(line);
    rest.column(columns.audience, audience.name.as_str(), frame.style(Meaning::TextStrong), buffer);
    let (due, meaning) = due_words(view, audience, frame.lang);
    rest.column(columns.due, &due, frame.style(meaning), buffer);
    rest.column(columns.every, &every(frame, audience), muted, buffer);
    let mut about = Vec::new();
    let served = view.targets.iter().filter(|fact| fact.audiences.contains(&audience.id));
    about.extend(served.map(|fact| fact.name.to_string()));
    if about.is_empty() {
        about.push(frame.say("region-audience-no-target"));
    }
    for (has, key) in
        [(audience.approval, "region-audience-approval"), (audience.outside, "region-audience-outside")]
    {
        about.extend(has.then(|| frame.say(key)));
    }
    rest.rest(&about.join(" · "), muted, buffer);
}

fn every(frame: &Frame<'_>, audience: &Audience) -> String {
    match audience.every.at(frame.incident.severity) {
        Some(every) => {
            let every = frame.lang.span_range(crate::incident::Range { min: every, max: every });
            frame.say_with("region-audience-every", &[("every", every.into())])
        }
        None => frame.say("region-audience-never"),
    }
}

fn draw_target(frame: &Frame<'_>, target: &Target<'_>, line: Rect, columns: &Columns, buffer: &mut Buffer) {
    let mut rest = Rest::of(line);
    rest.column(columns.target, target.name.as_str(), frame.style(Meaning::TextStrong), buffer);
    let (words, meaning) = standing(frame.scene.view, target, frame.lang);
    if line.width >= WIDE {
        let whither = match target.fact {
            Some(fact) => {
                let to = fact.audiences.iter().map(|id| audience_name(frame.incident, id));
                let to: Vec<&str> = to.collect();
                format!("{} · {} → {}", fact.kind, fact.host, to.join(", "))
            }
            None => frame.say("region-target-gone"),
        };
        let most = (rest.right - rest.x) / 2;
        let x = text::put_right(buffer, rest.right, line.y, most, &whither, frame.style(Meaning::TextMuted));
        rest.right = x.saturating_sub(2);
    }
    rest.rest(&words, frame.style(meaning), buffer);
}

/// What was said, or is proposed to be.
struct Said<'a> {
    at: Moment,
    by: &'a PersonName,
    audience: &'a AudienceId,
    occasion: Occasion,
    text: &'a Prose,
}

impl<'a> Said<'a> {
    const fn of(
        at: Moment,
        by: &'a PersonName,
        audience: &'a AudienceId,
        occasion: Occasion,
        text: &'a Prose,
    ) -> Self {
        Self { at, by, audience, occasion, text }
    }
}

fn draw_said(
    frame: &Frame<'_>,
    said: &Said<'_>,
    states: &[(String, Meaning)],
    line: Rect,
    columns: &Columns,
    buffer: &mut Buffer,
) {
    let mut rest = Rest::of(line);
    let when = frame.when(said.at);
    rest.column(text::width(&when).max(5), &when, frame.style(Meaning::LogTime), buffer);
    let mine = *said.by == *frame.scene.view.me;
    let person = frame.style(if mine { Meaning::PersonMe } else { Meaning::Person });
    rest.column(if line.width < 76 { 0 } else { columns.person }, said.by.as_str(), person, buffer);
    let audience = audience_name(frame.incident, said.audience);
    rest.column(columns.audience, audience, frame.style(Meaning::TextStrong), buffer);
    let occasion = frame.lang.occasion(said.occasion);
    rest.column(columns.occasion, &occasion, frame.style(Meaning::TextMuted), buffer);
    for (state, meaning) in states {
        rest.column(text::width(state), state, frame.style(*meaning), buffer);
        // They are closer together than columns.
        rest.x -= 1;
    }
    rest.x += 1;
    rest.rest(&gist(said.text.as_str()), frame.style(Meaning::Text), buffer);
}

/// How many of its deliveries are where, in signs, the worst first.
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

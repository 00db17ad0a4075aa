//! The people page: who is in command, who is here and looks at what, and how to reach the selected one.
//!
//! ```text
//! ┌─ Équipe ─ 3 présents ──────────────────────────────────────────────────────────────────────┐
//! │ ● alice         DC  DSI                  local depuis 03:10   Chronologie                    │
//! │ ● ines (vous)       Systèmes et réseaux  ssh depuis 06:03     Mes tâches    ▶ Préparer le PRA │
//! │ ○ tom               Développement        absent               ! Restaurer l'annuaire          │
//! │─────────────────────────────────────────────────────────────────────────────────────────── │
//! │ Inès Moreau · membre · Systèmes et réseaux                                                   │
//! │ +33 6 12 34 56 78 · ines@example.org · @ines                                                 │
//! └────────────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;

use crate::incident::{PersonName, Presence, Task};
use crate::theme::Meaning;
use crate::ui::action::{Action, Page};
use crate::ui::cursor::Cursor;
use crate::ui::layout;
use crate::ui::log_list::Filter;
use crate::ui::region::frame::Frame;
use crate::ui::region::{steps, tasks, text};
use crate::ui::scene::{Hit, Listing};
use crate::ui::state::State;
use crate::ui::view::View;

use super::component::Component;
use rows::{Somebody, people};

pub mod rows;

pub struct People;

const HINTS: &[Action] = &[
    Action::Open,
    Action::OfferCommand,
    Action::OfferRole,
    Action::AskHelp,
    Action::Note,
    Action::Palette,
    Action::Help,
    Action::Decide,
];

impl Component for People {
    fn hints(&self, _: &Cursor) -> &'static [Action] {
        HINTS
    }

    fn rows(&self, view: &View<'_>) -> usize {
        people(view).len()
    }

    /// Lists what the selected person wrote.
    fn open(&self, state: &mut State, view: &View<'_>) {
        if let Some(person) = people(view).get(state.cursor.row).map(|somebody| somebody.name.clone()) {
            state.show_page(Page::Log);
            state.filter(view, Filter { person: Some(person), ..Filter::default() });
        }
    }

    fn render(&self, frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
        render(frame, area, buffer);
    }
}

/// Rows about the selected person.
const DETAIL: u16 = 3;
/// Below so many rows the list has them all.
const LOW: u16 = 9;

/// How wide each column is: zero if it is empty.
struct Columns {
    name: u16,
    drives: u16,
    roles: u16,
    whence: u16,
    looks_at: u16,
}

impl Columns {
    /// As wide as what they hold, with something left for tasks.
    fn of(frame: &Frame<'_>, people: &[Somebody<'_>], width: u16) -> Self {
        let (name, roles, looks_at) = match width {
            0..76 => (14, 0, 10),
            76..100 => (16, 14, 12),
            100..150 => (18, 24, 13),
            _ => (26, 40, 24),
        };
        let longest = |most: u16, say: &dyn Fn(&Somebody<'_>) -> String| {
            people.iter().map(|somebody| text::width(&say(somebody))).max().unwrap_or(0).min(most)
        };
        Self {
            name: longest(name, &|somebody| label(frame, somebody.name)),
            drives: if width >= 150 { 15 } else { 2 },
            roles: longest(roles, &|somebody| self::roles(frame, somebody.name)),
            whence: longest(22, &|somebody| whence(frame, somebody)),
            looks_at: longest(looks_at, &|somebody| self::looks_at(frame, somebody)),
        }
    }
}

fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(body);
    let view = frame.scene.view;
    let x = text::title(body, &frame.say("region-page-people"), frame.style(Meaning::TitleFocus), buffer);
    let here = Presence::persons(view.present);
    let count = match view.playback {
        Some(_) => frame.say("playback-presence-title"),
        None => frame.say_with("region-present", &[("count", here.into())]),
    };
    let x = text::after_title(body, x, &count, frame.style(Meaning::TextMuted), buffer);
    let people = people(view);
    let chosen = frame.scene.cursor.row.min(people.len().saturating_sub(1));
    let mut list = inner;
    if inner.height >= LOW {
        list.height -= DETAIL + 1;
        let rule = Rect { y: list.bottom(), height: 1, ..inner };
        for x in rule.x..rule.right() {
            text::put(buffer, x, rule.y, 1, "─", frame.style(Meaning::Border));
        }
        let below = Rect { x: inner.x + 1, y: rule.y + 1, width: inner.width - 2, height: DETAIL };
        match people.get(chosen) {
            _ if view.people.is_none() && view.playback.is_none() => how_others_come_in(frame, below, buffer),
            Some(somebody) => detail(frame, somebody, below, buffer),
            None => {}
        }
    }
    let rows = people.len();
    let height = usize::from(list.height);
    let first = if rows <= height { 0 } else { chosen.saturating_sub(height / 2).min(rows - height) };
    let below = rows.saturating_sub(first + height);
    steps::more(frame, body, x, Listing::Rows, (first, below), buffer);
    let columns = Columns::of(frame, &people, inner.width);
    for (place, y) in (first..rows).zip(list.y..list.bottom()) {
        let row = Rect { y, height: 1, ..list };
        person(frame, &people[place], row, &columns, buffer);
        frame.scene.hit(row, Hit::Line(place));
        if place == chosen {
            buffer.set_style(row, frame.style(Meaning::Selection));
        }
    }
}

/// One person: here or not, name, part, roles, door, what they look at, and what they have to do.
fn person(frame: &Frame<'_>, somebody: &Somebody<'_>, row: Rect, columns: &Columns, buffer: &mut Buffer) {
    let name = somebody.name;
    let me = name == frame.scene.view.me;
    let (sign, style) = if frame.scene.view.playback.is_some() {
        ("·", frame.style(Meaning::TextMuted))
    } else if somebody.here.is_empty() {
        ("○", frame.style(Meaning::TextMuted))
    } else {
        ("●", frame.style(Meaning::ServiceUp))
    };
    let muted = frame.style(Meaning::TextMuted);
    let mut x = text::put(buffer, row.x + 1, row.y, 2, sign, style) + 1;
    let mut column = |width: u16, words: &str, style| {
        text::put(buffer, x, row.y, width.min(row.right().saturating_sub(x)), words, style);
        x += if width == 0 { 0 } else { width + 2 };
        x
    };
    column(
        columns.name,
        &label(frame, name),
        frame.style(if me { Meaning::PersonMe } else { Meaning::Person }),
    );
    let drives = if columns.drives > 2 { "region-drives" } else { "region-drives-short" };
    let drives = if *name == frame.incident.commander { frame.say(drives) } else { String::new() };
    column(columns.drives, &drives, frame.style(Meaning::TextStrong));
    column(columns.roles, &roles(frame, name), muted);
    column(columns.whence, &whence(frame, somebody), muted);
    let x = column(columns.looks_at, &looks_at(frame, somebody), muted);
    tasks_of(frame, name, Rect { x, width: row.right().saturating_sub(x + 1), ..row }, buffer);
}

fn label(frame: &Frame<'_>, name: &PersonName) -> String {
    if name == frame.scene.view.me && frame.scene.view.playback.is_none() {
        frame.say_with("region-me", &[("name", name.as_str().into())])
    } else {
        name.as_str().to_owned()
    }
}

/// Through which doors they came, and since when.
fn whence(frame: &Frame<'_>, somebody: &Somebody<'_>) -> String {
    if frame.scene.view.playback.is_some() {
        return String::new();
    }
    let Some(since) = somebody.here.iter().map(|present| present.since).min() else {
        return frame.say("region-away");
    };
    let doors: BTreeSet<&str> = somebody.here.iter().map(|present| present.via.as_str()).collect();
    let doors = doors.into_iter().collect::<Vec<_>>().join("+");
    format!("{} {}", text::cut(&doors, 9), frame.since(since))
}

fn looks_at(frame: &Frame<'_>, somebody: &Somebody<'_>) -> String {
    let pages = somebody.here.iter().filter_map(|present| Page::named(present.looks_at.as_str()));
    let pages: BTreeSet<String> =
        pages.map(|page| frame.say(&format!("region-page-{}", page.name()))).collect();
    pages.into_iter().collect::<Vec<_>>().join(", ")
}

fn roles(frame: &Frame<'_>, name: &PersonName) -> String {
    let roles = frame.scene.view.roles_of(name);
    let roles = roles.into_iter().filter_map(|id| frame.incident.role(id)).map(|role| role.name.as_str());
    roles.collect::<Vec<_>>().join(", ")
}

/// What they have under way, as much as there is room for; where the tasks end.
fn tasks_of(frame: &Frame<'_>, name: &PersonName, row: Rect, buffer: &mut Buffer) {
    let of_person = |task: &&Task| task.assignee.as_ref() == Some(name) && !task.state.is_over();
    if row.width < 12 {
        return;
    }
    let mut x = row.x;
    for task in frame.incident.tasks().map(|(_, task)| task).filter(of_person) {
        let (sign, meaning) = tasks::look(&task.state);
        let label = format!("{sign} {}", task.title);
        let room = row.right().saturating_sub(x);
        if room < 6 {
            break;
        }
        x = text::put(buffer, x, row.y, room, &label, frame.style(meaning)) + 2;
    }
    if x == row.x {
        text::put(
            buffer,
            x,
            row.y,
            row.width,
            &frame.say("region-nothing-assigned"),
            frame.style(Meaning::TextMuted),
        );
    }
}

/// Who the selected person is, how to reach them, and what they have to do.
fn detail(frame: &Frame<'_>, somebody: &Somebody<'_>, area: Rect, buffer: &mut Buffer) {
    let mut who = vec![somebody.name.to_string()];
    let mut reach = Vec::new();
    if let Some(known) = somebody.known {
        if !known.full_name.is_empty() {
            who = vec![known.full_name.to_string()];
        }
        who.push(frame.lang.right(known.right));
        let ways = [&known.phone, &known.mail, &known.chat].into_iter();
        reach.extend(ways.filter(|way| !way.is_empty()).map(ToString::to_string));
    }
    let roles = roles(frame, somebody.name);
    if !roles.is_empty() {
        who.push(roles);
    }
    if *somebody.name == frame.incident.commander {
        who.push(frame.say("region-drives"));
    }
    text::put(buffer, area.x, area.y, area.width, &who.join(" · "), frame.style(Meaning::TextStrong));
    let (words, style) = if frame.scene.view.playback.is_some() {
        (frame.say("playback-presence"), frame.style(Meaning::TextMuted))
    } else if reach.is_empty() {
        (frame.say("region-no-contact"), frame.style(Meaning::TextMuted))
    } else {
        (reach.join(" · "), frame.style(Meaning::Text))
    };
    text::put(buffer, area.x, area.y + 1, area.width, &words, style);
    tasks_of(frame, somebody.name, Rect { y: area.y + 2, height: 1, ..area }, buffer);
}

/// A host without a list of people lets nobody else in: how to.
fn how_others_come_in(frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
    let words = frame.say("region-alone");
    let lines = text::wrap(&words, area.width, area.height.into());
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        text::put(buffer, area.x, y, area.width, line, frame.style(Meaning::TextMuted));
    }
}

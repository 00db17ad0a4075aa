//! The people page: who is in command, who is present on which page, and how to reach the selected one.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::component::Component;
use super::list;
use crate::incident::{PersonName, Presence, Task};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::Page;
use crate::ui::canvas::Rest;
use crate::ui::cursor::Cursor;
use crate::ui::log_list::Filter;
use crate::ui::region::frame::Frame;
use crate::ui::region::tasks;
use crate::ui::scene::{Hit, Listing};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::{layout, text};
use rows::{Somebody, people};

pub mod rows;

pub struct People;

impl Component for People {
    fn hints(&self, _: &Cursor) -> &'static str {
        "open offer-command offer-role ask-help note palette help decide"
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

    fn render(&self, frame: &Frame<'_>, body: Rect) {
        let inner = layout::inside(body);
        let view = frame.scene.view;
        let x = frame.title(body, &frame.say("region-page-people"), Meaning::TitleFocus);
        let here = Presence::persons(view.present);
        let count = match view.playback {
            Some(_) => frame.say("playback-presence-title"),
            None => frame.say_with("region-present", &vars![count = here]),
        };
        let x = frame.after_title(body, x, &count, Meaning::TextMuted);
        let people = people(view);
        let chosen = frame.scene.cursor.row.min(people.len().saturating_sub(1));
        let mut list = inner;
        if inner.height >= LOW {
            list.height -= DETAIL + 1;
            frame.rule(inner.x, inner.right(), list.bottom());
            let below = Rect { x: inner.x + 1, y: list.bottom() + 1, width: inner.width - 2, height: DETAIL };
            match people.get(chosen) {
                // A host without a people file admits no one else: explains how to.
                _ if view.people.is_none() && view.playback.is_none() => {
                    let words = frame.say("region-alone");
                    frame.lines(below, &text::wrap(&words, below.width, below.height.into()), Meaning::TextMuted);
                }
                Some(somebody) => detail(frame, somebody, below),
                None => {}
            }
        }
        let (rows, height) = (people.len(), usize::from(list.height));
        let first = list::first(chosen, rows, height);
        frame.more(body, x, Listing::Rows, (first, rows.saturating_sub(first + height)));
        let columns = Columns::of(frame, &people, inner.width);
        for (place, row) in (first..rows).zip(list.rows()) {
            person(frame, &people[place], row, &columns);
            frame.hit(row, Hit::Line(place));
            if place == chosen {
                frame.paint(row, Meaning::Selection);
            }
        }
    }
}

/// Rows about the selected person.
const DETAIL: u16 = 3;
/// Below this height the list takes all rows.
const LOW: u16 = 9;

/// The widths of columns; zero if empty.
struct Columns {
    name: u16,
    /// Its message, and its width.
    drives: (&'static str, u16),
    roles: u16,
    whence: u16,
    looks_at: u16,
}

impl Columns {
    /// As wide as their content, with some room for tasks.
    fn of(frame: &Frame<'_>, people: &[Somebody<'_>], width: u16) -> Self {
        let (name, roles, looks_at) = match width {
            0..76 => (14, 0, 10),
            76..100 => (16, 14, 12),
            100..150 => (18, 24, 13),
            _ => (26, 40, 24),
        };
        let drives = if width >= 150 { "region-drives" } else { "region-drives-short" };
        let longest = |most: u16, say: &dyn Fn(&Somebody<'_>) -> String| text::longest(most, people.iter().map(say));
        Self {
            name: longest(name, &|somebody| label(frame, somebody.name)),
            drives: (drives, longest(15, &|_| frame.say(drives))),
            roles: longest(roles, &|somebody| self::roles(frame, somebody.name)),
            whence: longest(22, &|somebody| whence(frame, somebody)),
            looks_at: longest(looks_at, &|somebody| self::looks_at(frame, somebody)),
        }
    }
}

/// One person: presence, name, part, roles, door, page, and tasks.
fn person(frame: &Frame<'_>, somebody: &Somebody<'_>, row: Rect, columns: &Columns) {
    let name = somebody.name;
    let (sign, meaning) = match somebody.here[..] {
        _ if frame.scene.view.playback.is_some() => ("·", Meaning::TextMuted),
        [] => ("○", Meaning::TextMuted),
        _ => ("●", Meaning::ServiceUp),
    };
    let mut rest = Rest::inside(frame, row, 2);
    rest.put(sign, meaning);
    rest.skip(1);
    let me = name == frame.scene.view.me;
    rest.column(columns.name, &label(frame, name), if me { Meaning::PersonMe } else { Meaning::Person });
    let (drives, width) = columns.drives;
    let drives = if *name == frame.incident.commander { frame.say(drives) } else { String::new() };
    rest.column(width, &drives, Meaning::TextStrong);
    rest.column(columns.roles, &roles(frame, name), Meaning::TextMuted);
    rest.column(columns.whence, &whence(frame, somebody), Meaning::TextMuted);
    rest.column(columns.looks_at, &looks_at(frame, somebody), Meaning::TextMuted);
    tasks_of(frame, name, rest.area);
}

fn label(frame: &Frame<'_>, name: &PersonName) -> String {
    if name == frame.scene.view.me && frame.scene.view.playback.is_none() {
        frame.say_with("region-me", &vars![name = name.as_str()])
    } else {
        name.as_str().to_owned()
    }
}

/// Their doors, and since when.
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
    let pages: BTreeSet<String> = pages.map(|page| frame.say(&format!("region-page-{}", page.name()))).collect();
    pages.into_iter().collect::<Vec<_>>().join(", ")
}

fn roles(frame: &Frame<'_>, name: &PersonName) -> String {
    let roles = frame.scene.view.roles_of(name);
    let roles = roles.into_iter().filter_map(|id| frame.incident.role(id)).map(|role| role.name.as_str());
    roles.collect::<Vec<_>>().join(", ")
}

/// Their running tasks, as far as there is room.
fn tasks_of(frame: &Frame<'_>, name: &PersonName, row: Rect) {
    let of_person = |task: &&Task| task.assignee.as_ref() == Some(name) && !task.state.is_over();
    if row.width < 12 {
        return;
    }
    let mut x = row.x;
    for task in frame.incident.tasks().map(|(_, task)| task).filter(of_person) {
        let (sign, meaning) = tasks::look(&task.state);
        let room = row.right().saturating_sub(x);
        if room < 6 {
            break;
        }
        x = frame.put(x, row.y, room, &format!("{sign} {}", task.title), meaning) + 2;
    }
    if x == row.x {
        frame.line(row, &frame.say("region-nothing-assigned"), Meaning::TextMuted);
    }
}

/// The selected person: who they are, how to reach them, their tasks.
fn detail(frame: &Frame<'_>, somebody: &Somebody<'_>, area: Rect) {
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
    let (words, meaning) = if frame.scene.view.playback.is_some() {
        (frame.say("playback-presence"), Meaning::TextMuted)
    } else if reach.is_empty() {
        (frame.say("region-no-contact"), Meaning::TextMuted)
    } else {
        (reach.join(" · "), Meaning::Text)
    };
    frame.line(area, &who.join(" · "), Meaning::TextStrong);
    frame.put(area.x, area.y + 1, area.width, &words, meaning);
    tasks_of(frame, somebody.name, Rect { y: area.y + 2, height: 1, ..area });
}

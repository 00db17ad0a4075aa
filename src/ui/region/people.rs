//! The people's full screen: who is here, who drives, and who has what to do.
//!
//! ```text
//! ┌─ Équipe ─ 5 présents ──────────────────────────────────────────────────────────────────┐
//! │ ● alice         directrice de crise   local   depuis 03:10                             │
//! │ ● ines (vous)                         ssh     depuis 06:03   ▶ Préparer le PRA          │
//! │ ○ tom                                 absent                 ! Préparer le PRA (dév.)   │
//! └────────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::scene::{Hit, Listing};
use super::super::{cursor, layout};
use super::frame::Frame;
use super::{steps, tasks, text};
use crate::incident::{PersonName, Task};

pub fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(body);
    let x = text::title(body, &frame.say("region-page-people"), frame.style("title.focus"), buffer);
    let present = &frame.scene.view.present;
    let count = frame.say_with("region-screens", &[("count", present.len().into())]);
    let x = text::after_title(body, x, &count, frame.style("text.muted"), buffer);
    let people = cursor::people(frame.scene.view);
    let rows = people.len();
    let height = usize::from(inner.height);
    let chosen = frame.scene.cursor.row.min(rows.saturating_sub(1));
    let first = if rows <= height { 0 } else { chosen.saturating_sub(height / 2).min(rows - height) };
    let below = rows.saturating_sub(first + height);
    steps::more(frame, body, x, Listing::Rows, (first, below), buffer);
    for (place, y) in (first..rows).zip(inner.y..inner.bottom()) {
        let row = Rect { y, height: 1, ..inner };
        let (name, here) = people[place];
        let via = here.map(|it| format!("{} {}", text::cut(&it.via, 8), frame.since(it.since)));
        person(frame, name, via.as_deref(), row, buffer);
        frame.scene.hit(row, Hit::Person(place));
        if place == chosen {
            buffer.set_style(row, frame.style("selection"));
        }
    }
}

/// One person: here or not, name, part, door, and what they have to do.
fn person(frame: &Frame<'_>, person: &PersonName, via: Option<&str>, row: Rect, buffer: &mut Buffer) {
    let me = person == frame.scene.view.me;
    let (sign, style) = match via {
        Some(_) => ("●", frame.style("service.up")),
        None => ("○", frame.style("text.muted")),
    };
    let x = text::put(buffer, row.x + 1, row.y, 2, sign, style) + 1;
    let wide = row.width >= 100;
    let name = if wide { row.width / 5 } else { 17 };
    let label = if me {
        frame.say_with("region-me", &[("name", person.as_str().into())])
    } else {
        person.as_str().to_owned()
    };
    text::put(buffer, x, row.y, name, &label, frame.style(if me { "person.me" } else { "person" }));
    let x = x + name + 1;
    let (drives, room) = if wide { ("region-drives", 18) } else { ("region-drives-short", 3) };
    if *person == frame.incident.commander {
        text::put(buffer, x, row.y, room, &frame.say(drives), frame.style("text.strong"));
    }
    let x = x + room + 1;
    let where_from = via.map_or_else(|| frame.say("region-away"), str::to_owned);
    let room = if wide { 24 } else { 18 };
    text::put(buffer, x, row.y, room, &where_from, frame.style("text.muted"));
    let x = x + room + 1;
    let mut at = x;
    let of_person = |task: &&Task| task.assignee.as_ref() == Some(person) && !task.state.is_over();
    let open: Vec<&Task> = frame.incident.tasks().map(|(_, task)| task).filter(of_person).collect();
    for task in open {
        let (sign, meaning) = tasks::look(&task.state);
        let label = format!("{sign} {}", task.title);
        let room = row.right().saturating_sub(at + 1);
        if room < 6 {
            break;
        }
        at = text::put(buffer, at, row.y, room, &label, frame.style(meaning)) + 2;
    }
    if at == x && x + 1 < row.right() {
        let nothing = frame.say("region-nothing-assigned");
        text::put(buffer, x, row.y, row.right() - x - 1, &nothing, frame.style("text.muted"));
    }
}

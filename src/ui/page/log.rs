//! The log page: search and filters, then every entry in full, newest first.

pub mod details;
pub mod forms;

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::component::Component;
use super::list::Way;
use super::people::rows::people;
use crate::incident::{Command, EntryKind, LogCommand, PersonName, Prose};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::{Action, Page};
use crate::ui::canvas::Rest;
use crate::ui::cursor::{Cursor, Pane};
use crate::ui::log_list::Filter;
use crate::ui::may::Asks;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::search::Search;
use crate::ui::overlay::turn::Choice;
use crate::ui::region::frame::{Focus, Frame};
use crate::ui::region::log::{self, Columns};
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::picker::Item;
use crate::ui::{layout, text};
use details::EntryDetails;
use forms::{is_correctable, words};

pub struct Log;

pub const HINTS: &str = "search note decide open correct filter-kind filter-person palette help clear-filter copy";

impl Component for Log {
    fn hints(&self, _: &Cursor) -> &'static str {
        HINTS
    }

    fn walk(&self, state: &mut State, _: &View<'_>, way: Way) {
        walk(state, way);
    }

    fn turn(&self, state: &mut State, _: &View<'_>, _: Listing, side: Side) {
        turn(state, side);
    }

    fn open(&self, state: &mut State, _: &View<'_>) {
        open(state);
    }

    fn copied(&self, state: &State, view: &View<'_>) -> Option<String> {
        copied(state, view)
    }

    fn render(&self, frame: &Frame<'_>, body: Rect) {
        let inner = layout::inside(body);
        frame.hit(inner, Hit::LogPane);
        let x = frame.title(body, &frame.say("region-log"), Meaning::TitleFocus);
        let all = frame.incident.log.len();
        let count = if frame.scene.log.filter().is_empty() {
            frame.say_with("region-log-count", &vars![count = all])
        } else {
            let listed = frame.scene.log.len();
            frame.say_with("region-log-count-of", &vars![count = listed, all])
        };
        let x = frame.after_title(body, x, &count, Meaning::TextMuted);
        log::newer(frame, body, x);
        if inner.height < 4 {
            return;
        }
        filters(frame, Rect { height: 1, ..inner });
        frame.rule(inner.x, inner.right(), inner.y + 1);
        let area = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
        let columns = match inner.width {
            0..80 => Columns { person: 9, kind: 8, lines: 6 },
            width @ 80..120 => Columns { person: log::person_column(frame, 12, width), kind: 9, lines: 8 },
            width => Columns { person: log::person_column(frame, 18, width), kind: 10, lines: 12 },
        };
        log::entries(frame, area, columns, Focus::Here);
    }
}

pub fn walk(state: &mut State, way: Way) {
    let drawn = state.hits.entries();
    let cursor = &mut state.cursor;
    let at = cursor.entry.and_then(|entry| state.log.place(entry)).unwrap_or(cursor.log_back);
    let to = match (way, cursor.entry) {
        // The first key only shows where the keyboard is.
        (Way::Lines(by), None) if by > 0 => at,
        _ => way.from(at, state.log.len(), drawn),
    };
    cursor.show_entry(&state.log, to, drawn);
}

pub fn turn(state: &mut State, side: Side) {
    let page = isize::try_from(state.hits.entries().max(2) - 1).unwrap_or(1);
    state.cursor.scroll_log(&state.log, if side == Side::Above { -page } else { page });
}

pub fn open(state: &mut State) {
    if let Some(entry) = state.cursor.selected_entry(&state.log) {
        state.cursor.entry = Some(entry);
        state.attention.see_entry(entry);
        state.read(EntryDetails::new(entry));
    }
}

pub fn copied(state: &State, view: &View<'_>) -> Option<String> {
    let entry = state.cursor.selected_entry(&state.log).and_then(|seq| view.incident.log.get(seq))?;
    Some(match words(entry) {
        "" => state.look.lang.entry(view.incident, entry).text,
        text => text.to_owned(),
    })
}

/// The search, and a chip for each kind and the person.
fn filters(frame: &Frame<'_>, line: Rect) {
    let filter = frame.scene.log.filter();
    let chips = EntryKind::ALL.iter().map(|kind| {
        let meaning = if filter.kinds.contains(kind) { Meaning::ChipActive } else { Meaning::Chip };
        (frame.lang.entry_kind(*kind), meaning, Action::FilterKind)
    });
    let person = filter.person.as_ref().map(|person| (format!("@{person}"), Meaning::ChipActive, Action::FilterPerson));
    let chips: Vec<_> = person.into_iter().chain(chips).collect();
    let wide: u16 = chips.iter().map(|(label, ..)| text::width(label) + 2).sum();
    let field = line.width.saturating_sub(wide + 2).clamp(14, 40);
    let x = frame.put(line.x + 1, line.y, 2, "/ ", Meaning::HintKey);
    let (words, meaning) = if filter.text.is_empty() {
        (frame.say("region-log-search"), Meaning::FieldPlaceholder)
    } else {
        (filter.text.clone(), Meaning::Field)
    };
    frame.put(x, line.y, field - 3, &words, meaning);
    frame.hit(Rect { width: field, ..line }, Hit::Action(Action::Search));
    let mut rest = Rest::of(frame, line, 0);
    rest.skip(field + 1);
    for (label, meaning, action) in chips {
        let label = format!(" {label} ");
        let chip = Rect { width: text::width(&label), ..rest.area };
        if chip.width > rest.area.width {
            frame.put(line.right().saturating_sub(2), line.y, 1, "…", Meaning::More);
            break;
        }
        frame.hit(chip, Hit::Action(action));
        rest.column(chip.width, &label, meaning);
    }
}

pub fn correct(state: &mut State, view: &View<'_>) {
    let entry = state.cursor.selected_entry(&state.log).and_then(|seq| view.incident.log.get(seq));
    match entry.filter(|entry| is_correctable(entry)) {
        Some(entry) => state.fill_in(view, forms::correct(state.look.lang, entry)),
        None => state.warn("ask-not-correctable"),
    }
}

pub fn search(state: &mut State, _: &View<'_>) {
    show_log(state);
    state.open(Overlay::Search(Search::new(state.log.filter().clone())));
}

pub fn clear_filter(state: &mut State, view: &View<'_>) {
    state.filter(view, Filter::default());
}

/// Puts the keyboard in the log, on the page that shows it.
fn show_log(state: &mut State) {
    if state.cursor.page == Page::Room {
        state.cursor.pane = Pane::Log;
    } else {
        state.show_page(Page::Log);
    }
}

pub fn filter_kind(state: &mut State, _: &View<'_>) {
    show_log(state);
    let lang = state.look.lang;
    let now = state.log.filter();
    let all = Item::new(lang.say("ask-all"), Choice::Filter(Filter { kinds: Vec::new(), ..now.clone() }));
    let kinds = EntryKind::ALL.iter().map(|kind| {
        // Choosing a kind adds it to the filter, choosing it again removes it.
        let mut kinds = now.kinds.clone();
        let had = kinds.contains(kind);
        if had {
            kinds.retain(|other| other != kind);
        } else {
            kinds.push(*kind);
        }
        let item = Item::new(lang.entry_kind(*kind), Choice::Filter(Filter { kinds, ..now.clone() }));
        if had { item.detail("✔") } else { item }
    });
    let items = std::iter::once(all).chain(kinds).collect();
    let title = Action::FilterKind.sentence(lang);
    state.pick(title, items);
}

pub fn filter_person(state: &mut State, view: &View<'_>) {
    show_log(state);
    let lang = state.look.lang;
    let now = state.log.filter();
    let choice = |person| Choice::Filter(Filter { person, ..now.clone() });
    let listed = people(view).into_iter().map(|somebody| somebody.name);
    let wrote = view.incident.log.iter().map(|entry| &entry.by.person);
    let authors: BTreeSet<&PersonName> = listed.chain(wrote).chain([view.me]).collect();
    let all = Item::new(lang.say("ask-all"), choice(None));
    let items = authors.into_iter().map(|person| Item::new(person.to_string(), choice(Some(person.clone()))));
    let items = std::iter::once(all).chain(items).collect();
    let title = Action::FilterPerson.sentence(lang);
    state.pick(title, items);
}

pub fn asks_correct(state: &State, _: &View<'_>) -> Asks {
    let entry = state.cursor.selected_entry(&state.log);
    entry.map_or(Asks::Nothing, |entry| {
        Asks::Command(Command::Log(LogCommand::Correct { entry, text: Prose::default() }))
    })
}

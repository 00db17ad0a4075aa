//! What the mouse does: a click selects, a double click opens, the wheel scrolls, a click on a button does it.

use termina::event::{MouseButton, MouseEvent, MouseEventKind};

use super::action::{Action, Place};
use super::cursor::{Page, Pane};
use super::overlay::reader::{Reader, Reading};
use super::overlay::{Overlay, Turn};
use super::scene::Hit;
use super::walk::Way;
use super::{Clicked, Effect, Screen, View, World};

/// How many lines the wheel goes.
const WHEEL: isize = 3;

impl Screen {
    pub(super) fn mouse(&mut self, world: World<'_>, mouse: MouseEvent, effects: &mut Vec<Effect>) {
        let hit = self.hits.borrow().at(mouse.column, mouse.row).next().cloned();
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let again = self.clicked.take().is_some_and(|last| {
                    last.column == mouse.column && last.row == mouse.row && last.ticks <= 1
                });
                if !again {
                    self.clicked = Some(Clicked { column: mouse.column, row: mouse.row, ticks: 0 });
                }
                if self.overlay.is_some() {
                    self.click_overlay(world, hit.as_ref(), mouse, effects);
                } else if let (Some(Hit::Scrubber), World::Room(view)) = (&hit, world) {
                    self.notice = None;
                    self.seek_to_column(view, mouse.column, effects);
                } else if let Some(hit) = hit {
                    self.click(world, &hit, again, effects);
                }
            }
            MouseEventKind::ScrollDown => self.wheel(world, hit.as_ref(), 1, effects),
            MouseEventKind::ScrollUp => self.wheel(world, hit.as_ref(), -1, effects),
            _ => {}
        }
    }

    fn click_overlay(
        &mut self,
        world: World<'_>,
        hit: Option<&Hit>,
        mouse: MouseEvent,
        effects: &mut Vec<Effect>,
    ) {
        let Some(overlay) = &mut self.overlay else { return };
        let turn = match hit {
            Some(Hit::Row(row)) => overlay.click(Some(*row), mouse.column, mouse.row),
            Some(Hit::Overlay) => overlay.click(None, mouse.column, mouse.row),
            _ => overlay.click_beside(),
        };
        if !matches!(turn, Turn::Stay) {
            // What the next click hits is something else.
            self.clicked = None;
        }
        self.turn(world, turn, effects);
    }

    fn click(&mut self, world: World<'_>, hit: &Hit, again: bool, effects: &mut Vec<Effect>) {
        if self.notice.is_some() {
            self.notice = None;
        }
        let view = match world {
            World::Start(_) => {
                match hit {
                    Hit::Row(row) => {
                        self.row = *row;
                        if again {
                            self.act(world, Action::Open, effects);
                        }
                    }
                    Hit::Action(action) => self.act(world, *action, effects),
                    _ => {}
                }
                return;
            }
            World::Room(view) => view,
        };
        match hit {
            Hit::Action(action) => return self.act(world, *action, effects),
            Hit::Page(page) => return self.show_page(*page),
            Hit::Banner(place) => return self.attend_to_place(view, *place, effects),
            Hit::More(listing, side) => return self.turn_page(view, *listing, *side),
            Hit::TaskBox(id) => {
                self.select(view, hit);
                if view.playback.is_some() {
                    self.tell_off();
                } else if let Some((_, task)) = view.incident.task(id) {
                    self.tick_task(view, task, effects);
                }
                return;
            }
            _ => self.select(view, hit),
        }
        let is_thing = matches!(
            hit,
            Hit::Step(_)
                | Hit::Task(_)
                | Hit::LogEntry(_)
                | Hit::Service(_)
                | Hit::Person(_)
                | Hit::UpdateRow(_)
                | Hit::ReviewRow(_)
        );
        if let (Hit::LogEntry(seq), true, false) = (hit, again, self.place() == Place::Log) {
            self.attention.see_entry(*seq);
            self.overlay = Some(Overlay::Reader(Reader::new(Reading::Entry(*seq))));
        } else if again && is_thing {
            self.act(world, Action::Open, effects);
        }
    }

    /// Puts the keyboard where the mouse is.
    fn select(&mut self, view: &View<'_>, hit: &Hit) {
        let room = self.cursor.page == Page::Room;
        let pane = match hit {
            Hit::Step(id) => {
                self.cursor.step = Some(id.clone());
                Some(Pane::Timeline)
            }
            Hit::Task(id) | Hit::TaskBox(id) => {
                self.cursor.select_task(view.incident, id);
                Some(Pane::Tasks)
            }
            Hit::TimelinePane => Some(Pane::Timeline),
            Hit::RolePane(role) => {
                self.cursor.role = *role;
                Some(Pane::Tasks)
            }
            Hit::LogPane => Some(Pane::Log),
            Hit::LogEntry(seq) => {
                self.cursor.entry = Some(*seq);
                Some(Pane::Log)
            }
            Hit::Service(id) => {
                let place = view.incident.services.iter().position(|service| service.id == *id);
                self.cursor.row = place.unwrap_or(0);
                None
            }
            Hit::Person(place) | Hit::UpdateRow(place) => {
                self.cursor.row = *place;
                None
            }
            Hit::ReviewRow(about) => {
                self.cursor.review = Some(*about);
                None
            }
            Hit::Banner(_)
            | Hit::More(..)
            | Hit::Page(_)
            | Hit::Action(_)
            | Hit::Scrubber
            | Hit::Row(_)
            | Hit::Overlay => None,
        };
        if let Some(pane) = pane.filter(|_| room) {
            self.cursor.pane = pane;
        }
    }

    fn wheel(&mut self, world: World<'_>, hit: Option<&Hit>, by: isize, effects: &mut Vec<Effect>) {
        if let Some(overlay) = &mut self.overlay {
            return overlay.scroll(by * WHEEL);
        }
        let view = match world {
            World::Start(_) => {
                let action = if by > 0 { Action::Down } else { Action::Up };
                return self.act(world, action, effects);
            }
            World::Room(view) => view,
        };
        match hit {
            Some(Hit::Scrubber) => {
                let action = if by > 0 { Action::NextEvent } else { Action::PreviousEvent };
                self.act(world, action, effects);
            }
            Some(Hit::LogPane | Hit::LogEntry(_)) => self.cursor.scroll_log(&self.log, by * WHEEL),
            Some(hit @ (Hit::RolePane(_) | Hit::Task(_) | Hit::TaskBox(_)))
                if self.cursor.page == Page::Room =>
            {
                let role = match hit {
                    Hit::RolePane(role) => Some(*role),
                    Hit::Task(id) | Hit::TaskBox(id) => view.incident.task(id).and_then(|(_, task)| {
                        view.incident.roles().iter().position(|role| role.id == task.role)
                    }),
                    _ => None,
                };
                self.cursor.role = role.unwrap_or(self.cursor.role);
                self.cursor.pane = Pane::Tasks;
                self.walk(view, Way::Lines(by));
            }
            Some(Hit::TimelinePane | Hit::Step(_)) => {
                if self.cursor.page == Page::Room {
                    self.cursor.pane = Pane::Timeline;
                }
                self.walk(view, Way::Lines(by));
            }
            _ if self.place() == Place::Log => self.cursor.scroll_log(&self.log, by * WHEEL),
            _ if self.cursor.page != Page::Room => self.walk(view, Way::Lines(by)),
            _ => {}
        }
    }
}

//! The services page: what is down, for how long, and how long it may be.
//!
//! ```text
//! ┌─ Services ─────────────────────────────────────────────────────────────────────────────────┐
//! │ P1 ▼ Annuaire et authentification   en panne  depuis 03:10   3h20 ███████████▌░░ RTO 4h  RPO 1h │
//! │ P2 ● Messagerie                     en service depuis 05:12  1h02 ███░░░░░░░░░░░ RTO 8h         │
//! └────────────────────────────────────────────────────────────────────────────────────────────┘
//! ```

mod forms;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::incident::{Command, Health, Line, Range, Refusal, Service, ServiceCommand, Span};
use crate::theme::Meaning;
use crate::ui::action::{Action, Page};
use crate::ui::asking::Question;
use crate::ui::cursor::Cursor;
use crate::ui::layout;
use crate::ui::may::Asks;
use crate::ui::overlay::turn::Choice;
use crate::ui::region::frame::Frame;
use crate::ui::region::{clocks, steps, text};
use crate::ui::scene::{Hit, Listing};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::picker::Item;

use super::component::Component;

pub struct Services;

const HINTS: &[Action] = &[
    Action::SetService,
    Action::SetRestorePoint,
    Action::AddService,
    Action::Note,
    Action::Decide,
    Action::Palette,
    Action::Help,
];

impl Component for Services {
    fn hints(&self, _: &Cursor) -> &'static [Action] {
        HINTS
    }

    fn rows(&self, view: &View<'_>) -> usize {
        view.incident.services.len()
    }

    fn hit(&self, view: &View<'_>, place: usize) -> Hit {
        Hit::Service(view.incident.services[place].id.clone())
    }

    fn open(&self, state: &mut State, view: &View<'_>) {
        if view.playback.is_some() {
            state.refuse_in_replay();
        } else if view.incident.is_closed() {
            state.refuse(view, &Refusal::Closed);
        } else {
            set(state, view);
        }
    }

    fn copied(&self, state: &State, view: &View<'_>) -> Option<String> {
        selected(state, view).map(|service| service.name.to_string())
    }

    fn render(&self, frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
        render(frame, area, buffer);
    }
}

/// The selected service; `None` on other pages.
fn selected<'a>(state: &State, view: &View<'a>) -> Option<&'a Service> {
    let service = || view.incident.services.get(state.cursor.row).map(AsRef::as_ref);
    (state.cursor.page == Page::Services).then(service).flatten()
}

/// Asks for the recovery point of the selected service; on other pages, for the service first.
pub fn set_restore_point(state: &mut State, view: &View<'_>) {
    let incident = view.incident;
    match (selected(state, view), &incident.services[..]) {
        (Some(service), _) => {
            state.ask(view, |view, lang| forms::restore_point(view, lang, &service.id));
        }
        (None, []) => state.warn("ask-no-service"),
        (None, services) => {
            let items = services.iter().map(|service| {
                let id = service.id.clone();
                let question = Question::new(move |view, lang| forms::restore_point(view, lang, &id));
                Item::new(service.name.to_string(), Choice::Ask(question))
            });
            let title = Action::SetRestorePoint.sentence(state.look.lang);
            state.pick(title, items.collect());
        }
    }
}

/// Asks for the state of the selected service; on other pages, for the service first.
pub fn set(state: &mut State, view: &View<'_>) {
    let lang = state.look.lang;
    let services = &view.incident.services;
    let here = selected(state, view);
    let many: Vec<&Service> =
        here.map_or_else(|| services.iter().map(AsRef::as_ref).collect(), |service| vec![service]);
    if many.is_empty() {
        state.warn("ask-no-service");
        return;
    }
    let items = many.iter().flat_map(|service| {
        Health::ALL.into_iter().map(move |health| {
            let command = Command::Service(ServiceCommand::SetHealth { service: service.id.clone(), health });
            let mark = match service.health == health {
                true if service.is_presumed_hit() => lang.say("region-by-the-plan"),
                true => "✔".to_owned(),
                false => String::new(),
            };
            let label = match here {
                Some(_) => lang.health(health),
                None => format!("{} → {}", service.name, lang.health(health)),
            };
            Item::new(label, Choice::Send(command)).detail(mark)
        })
    });
    let title = here.map_or_else(|| Action::SetService.sentence(lang), |service| service.name.to_string());
    state.pick(title, items.collect());
}

pub fn add(state: &mut State, view: &View<'_>) {
    state.ask(view, forms::add);
}

pub fn asks_add(_: &State, _: &View<'_>) -> Asks {
    let name = Line::default();
    Asks::Command(Command::Service(ServiceCommand::Add {
        name,
        priority: 1,
        rto: None,
        rpo: None,
        health: Health::Up,
    }))
}

pub fn asks_restore_point(_: &State, view: &View<'_>) -> Asks {
    let service = view.incident.services.first().map(|service| service.id.clone());
    service.map_or(Asks::Nothing, |service| {
        Asks::Command(Command::Service(ServiceCommand::SetRestorePoint { service, at: view.now }))
    })
}

/// From this width on everything has its column.
const WIDE: u16 = 100;

fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(body);
    let services = &frame.incident.services;
    let x = text::title(body, &frame.say("region-page-services"), frame.style(Meaning::TitleFocus), buffer);
    let down = services.iter().filter(|service| service.health == Health::Down).count();
    let count = frame.say_with("region-services-down", &[("count", down.into())]);
    let x = text::after_title(
        body,
        x,
        &count,
        frame.style(if down > 0 { Meaning::ServiceDown } else { Meaning::ServiceUp }),
        buffer,
    );
    if services.is_empty() && !inner.is_empty() {
        let none = frame.say("region-no-services");
        text::put(buffer, inner.x + 1, inner.y, inner.width - 1, &none, frame.style(Meaning::TextMuted));
    }
    // A blank row between two bars, if there is room.
    let apart = if services.len() * 2 <= usize::from(inner.height) { 2 } else { 1 };
    let height = usize::from(inner.height) / apart;
    let chosen = frame.scene.cursor.row.min(services.len().saturating_sub(1));
    let first = if services.len() <= height {
        0
    } else {
        chosen.saturating_sub(height / 2).min(services.len() - height)
    };
    let below = services.len().saturating_sub(first + height);
    steps::more(frame, body, x, Listing::Rows, (first, below), buffer);
    let rows = (inner.y..inner.bottom()).step_by(apart);
    for ((place, service), y) in services.iter().enumerate().skip(first).zip(rows) {
        let row = Rect { y, height: 1, ..inner };
        draw(frame, service, row, buffer);
        if place == chosen {
            buffer.set_style(row, frame.style(Meaning::Selection));
        }
        frame.scene.hit(row, Hit::Service(service.id.clone()));
        if apart > 1 && row.width < WIDE && service.data_loss().is_some() {
            let (words, meaning) = data_objective(frame, service);
            text::put(buffer, row.x + 7, y + 1, row.width.saturating_sub(8), &words, frame.style(meaning));
        }
    }
}

fn draw(frame: &Frame<'_>, service: &Service, row: Rect, buffer: &mut Buffer) {
    let muted = frame.style(Meaning::TextMuted);
    let (sign, meaning) = match service.health {
        Health::Up => ("●", Meaning::ServiceUp),
        Health::Degraded => ("◐", Meaning::ServiceDegraded),
        Health::Down => ("▼", Meaning::ServiceDown),
    };
    let style = frame.style(meaning);
    let right = row.right().saturating_sub(1);
    text::put(buffer, row.x + 1, row.y, 3, &format!("P{}", service.priority), muted);
    text::put(buffer, row.x + 5, row.y, 1, sign, style);
    let x = row.x + 7;
    let wide = row.width >= WIDE;
    let name = if wide { row.width / 4 } else { row.width / 3 };
    text::put(buffer, x, row.y, name, service.name.as_str(), frame.style(Meaning::Text));
    let mut x = x + name + 1;
    text::put(buffer, x, row.y, 11, &frame.lang.health_of(service), style);
    x += 12;
    if wide {
        let since = if service.is_presumed_hit() {
            frame.say("region-by-the-plan")
        } else {
            frame.since(service.since)
        };
        text::put(buffer, x, row.y, 17, &since, muted);
        x += 18;
    }
    let downtime = service.downtime(frame.now);
    let length = |span| if wide { frame.lang.duration(span) } else { frame.lang.duration_short(span) };
    let lateness = clocks::lateness(frame, service);
    let (late, strong) = (frame.style(clocks::clock_meaning(lateness)), frame.style(Meaning::Clock));
    let shown = if downtime > Span::zero() { length(downtime) } else { "–".to_owned() };
    text::put_right(buffer, x + 8, row.y, 8, &shown, if service.rto.is_some() { late } else { strong });
    x += 9;
    let (rpo, meaning) = data_objective(frame, service);
    let rpo_from = if wide {
        let room = if service.data_loss().is_some() { 28 } else { 10 };
        text::put_right(buffer, right, row.y, room, &rpo, frame.style(meaning)).min(right - 10)
    } else {
        right
    };
    let Some(rto) = service.rto.map(|rto| Span::seconds(rto.into())) else { return };
    let left = service.rto_left(frame.now).unwrap_or_default();
    let words = if left < Span::zero() {
        let times = [("rto", length(rto).into()), ("over", length(-left).into())];
        frame.say_with("region-rto-missed", &times)
    } else {
        format!("RTO {}", length(rto))
    };
    let words_from = rpo_from.saturating_sub(if wide { 22 } else { 19 }).max(x);
    text::put(buffer, words_from, row.y, rpo_from.saturating_sub(words_from), &words, late);
    let bar = Rect { x, width: words_from.saturating_sub(x + 1), ..row };
    clocks::bar(frame, bar, downtime, Range { min: rto - rto / 4, max: rto }, buffer);
}

/// How much data may be lost and how much was, and what that means.
fn data_objective(frame: &Frame<'_>, service: &Service) -> (String, Meaning) {
    let length = |span: Span| frame.lang.duration(span);
    let rpo = service.rpo.map(|rpo| length(Span::seconds(rpo.into())));
    match (service.data_loss(), rpo) {
        (None, None) => (String::new(), Meaning::TextMuted),
        (None, Some(rpo)) => (format!("RPO {rpo}"), Meaning::TextMuted),
        (Some(loss), None) => {
            (frame.say_with("region-lost", &[("loss", length(loss).into())]), Meaning::Text)
        }
        (Some(loss), Some(rpo)) => {
            let missed = service.rpo_left().is_some_and(|left| left < Span::zero());
            let (key, meaning) = if missed {
                ("region-rpo-missed", Meaning::ClockLate)
            } else {
                ("region-rpo-lost", Meaning::TextMuted)
            };
            (frame.say_with(key, &[("loss", length(loss).into()), ("rpo", rpo.into())]), meaning)
        }
    }
}

//! The services page: what is down, for how long, and how long it may be.

pub mod forms;

use ratatui::layout::Rect;

use super::component::Component;
use super::list;
use crate::incident::{Command, Health, Range, Refusal, Service, ServiceCommand, Span};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::{Action, Page};
use crate::ui::asking::Question;
use crate::ui::canvas::Rest;
use crate::ui::cursor::Cursor;
use crate::ui::layout;
use crate::ui::overlay::turn::Choice;
use crate::ui::region::clocks;
use crate::ui::region::frame::Frame;
use crate::ui::scene::{Hit, Listing};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::picker::Item;

pub struct Services;

impl Component for Services {
    fn hints(&self, _: &Cursor) -> &'static str {
        "set-service set-restore-point add-service note decide palette help"
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

    fn render(&self, frame: &Frame<'_>, body: Rect) {
        let inner = layout::inside(body);
        let services = &frame.incident.services;
        let x = frame.title(body, &frame.say("region-page-services"), Meaning::TitleFocus);
        let down = services.iter().filter(|service| service.health == Health::Down).count();
        let count = frame.say_with("region-services-down", &vars![count = down]);
        let x = frame.after_title(body, x, &count, if down > 0 { Meaning::ServiceDown } else { Meaning::ServiceUp });
        if services.is_empty() && !inner.is_empty() {
            let none = frame.say("region-no-services");
            frame.put(inner.x + 1, inner.y, inner.width - 1, &none, Meaning::TextMuted);
        }
        // A blank row between two bars, if there is room.
        let apart = if services.len() * 2 <= usize::from(inner.height) { 2 } else { 1 };
        let height = usize::from(inner.height) / apart;
        let chosen = frame.scene.cursor.row.min(services.len().saturating_sub(1));
        let first = list::first(chosen, services.len(), height);
        frame.more(body, x, Listing::Rows, (first, services.len().saturating_sub(first + height)));
        for ((place, service), row) in services.iter().enumerate().skip(first).zip(inner.rows().step_by(apart)) {
            draw(frame, service, row);
            if place == chosen {
                frame.paint(row, Meaning::Selection);
            }
            frame.hit(row, Hit::Service(service.id.clone()));
            if apart > 1 && row.width < WIDE && service.data_loss().is_some() {
                let (words, meaning) = data_objective(frame, service);
                frame.put(row.x + 7, row.y + 1, row.width.saturating_sub(8), &words, meaning);
            }
        }
    }
}

fn selected<'a>(state: &State, view: &View<'a>) -> Option<&'a Service> {
    let service = || view.incident.services.get(state.cursor.row).map(AsRef::as_ref);
    (state.cursor.page == Page::Services).then(service).flatten()
}

/// Asks for the recovery point of the selected service; on other pages, for the service first.
pub fn set_restore_point(state: &mut State, view: &View<'_>) {
    let incident = view.incident;
    match (selected(state, view), &incident.services[..]) {
        (Some(service), _) => {
            state.fill_in(view, forms::restore_point(view, state.look.lang, &service.id));
        }
        (None, []) => state.warn("ask-no-service"),
        (None, services) => {
            let items = services.iter().map(|service| {
                let id = service.id.clone();
                let question = Question::new(move |view, lang| Ok(forms::restore_point(view, lang, &id)));
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

const WIDE: u16 = 100;

fn draw(frame: &Frame<'_>, service: &Service, row: Rect) {
    let (sign, meaning) = look(service.health);
    let wide = row.width >= WIDE;
    let mut rest = Rest::inside(frame, row, 1);
    rest.column(3, &format!("P{}", service.priority), Meaning::TextMuted);
    rest.column(1, sign, meaning);
    rest.column(if wide { row.width / 4 } else { row.width / 3 }, service.name.as_str(), Meaning::Text);
    rest.column(11, &frame.lang.health_of(service), meaning);
    if wide && service.is_presumed_hit() {
        rest.column(17, &frame.say("region-by-the-plan"), Meaning::TextMuted);
    } else if wide {
        rest.column(17, &frame.since(service.since), Meaning::TextMuted);
    }
    let downtime = service.downtime(frame.now);
    let length = |span| if wide { frame.lang.duration(span) } else { frame.lang.duration_short(span) };
    let late = clocks::clock_meaning(clocks::lateness(frame, service));
    let shown = if downtime > Span::zero() { length(downtime) } else { "–".to_owned() };
    let strong = if service.rto.is_some() { late } else { Meaning::Clock };
    frame.put_right(rest.area.x + 8, row.y, 8, &shown, strong);
    rest.skip(9);
    let Rect { x, .. } = rest.area;
    let right = row.right().saturating_sub(1);
    let (rpo, meaning) = data_objective(frame, service);
    let rpo_from = if wide {
        let room = if service.data_loss().is_some() { 28 } else { 10 };
        frame.put_right(right, row.y, room, &rpo, meaning).min(right - 10)
    } else {
        right
    };
    let Some(rto) = service.rto.map(|rto| Span::seconds(rto.into())) else { return };
    let left = service.rto_left(frame.now).unwrap_or_default();
    let words = if left < Span::zero() {
        frame.say_with("region-rto-missed", &vars![rto = length(rto), over = length(-left)])
    } else {
        format!("RTO {}", length(rto))
    };
    let words_from = rpo_from.saturating_sub(if wide { 22 } else { 19 }).max(x);
    frame.put(words_from, row.y, rpo_from.saturating_sub(words_from), &words, late);
    let bar = Rect { x, width: words_from.saturating_sub(x + 1), ..row };
    clocks::bar(frame, bar, downtime, Range { min: rto - rto / 4, max: rto });
}

/// The sign and the meaning of a service's state.
pub const fn look(health: Health) -> (&'static str, Meaning) {
    match health {
        Health::Up => ("●", Meaning::ServiceUp),
        Health::Degraded => ("◐", Meaning::ServiceDegraded),
        Health::Down => ("▼", Meaning::ServiceDown),
    }
}

/// The allowed and actual data loss, with its meaning.
fn data_objective(frame: &Frame<'_>, service: &Service) -> (String, Meaning) {
    let length = |span: Span| frame.lang.duration(span);
    let rpo = service.rpo.map(|rpo| length(Span::seconds(rpo.into())));
    match (service.data_loss(), rpo) {
        (None, None) => (String::new(), Meaning::TextMuted),
        (None, Some(rpo)) => (format!("RPO {rpo}"), Meaning::TextMuted),
        (Some(loss), None) => (frame.say_with("region-lost", &vars![loss = length(loss)]), Meaning::Text),
        (Some(loss), Some(rpo)) => {
            let missed = service.rpo_left().is_some_and(|left| left < Span::zero());
            let (key, meaning) = if missed {
                ("region-rpo-missed", Meaning::ClockLate)
            } else {
                ("region-rpo-lost", Meaning::TextMuted)
            };
            (frame.say_with(key, &vars![loss = length(loss), rpo]), meaning)
        }
    }
}

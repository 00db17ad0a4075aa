//! The start screen: what is open, what can be started, and what was.
//!
//! ```text
//!   WARROOM
//!
//!   Incidents en cours
//!   ▸ SEV1  Cyberattaque, production chiffrée      ouvert le 22 novembre à 03:12
//!   Plans
//!     Reprise d'activité après cyberattaque        15 phases · 21h30–28h15
//!   Incidents clos
//!     SEV3  Panne de messagerie                    14 octobre
//! ```

mod forms;

use std::cell::RefCell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::list::Way;
use crate::incident::{Kind, Refusal};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::action::Action;
use crate::ui::effect::Effect;
use crate::ui::notice::Tone;
use crate::ui::overlay::Overlay;
use crate::ui::scene::{Drawn, Hint, Hit, Look};
use crate::ui::state::State;
use crate::ui::widget::window::{cells, clip, put, wrap};
use crate::ui::world::{Listed, ListedPlan, Start};

/// Cells that a long title keeps beside the details of its incident; with less, only the id is shown.
const LEAST_TITLE: u16 = 34;
/// Cells that a title keeps whatever comes after it.
const ROOM_FOR_TITLE: u16 = 10;

/// One line of the start screen that can be selected.
#[derive(Clone, Copy)]
enum Row<'a> {
    Open(&'a Listed),
    Plan(usize, &'a ListedPlan),
    Closed(&'a Listed),
}

/// How many lines can be selected.
pub fn rows(start: &Start) -> usize {
    start.incidents.len() + start.plans.len()
}

/// The places of the plans, first those in the reader's language.
fn plans(start: &Start, lang: Lang) -> Vec<usize> {
    let is_foreign = |place: &usize| {
        let language = start.plans[*place].plan.language.as_ref();
        language.is_some_and(|language| language.as_str() != lang.code())
    };
    let mut places: Vec<usize> = (0..start.plans.len()).collect();
    places.sort_by_key(is_foreign);
    places
}

fn listed(start: &Start, lang: Lang) -> Vec<Row<'_>> {
    let open = start.incidents.iter().filter(|it| it.closed_at.is_none()).map(Row::Open);
    let plans = plans(start, lang).into_iter().map(|place| Row::Plan(place, &start.plans[place]));
    let closed = start.incidents.iter().filter(|it| it.closed_at.is_some()).map(Row::Closed);
    open.chain(plans).chain(closed).collect()
}

impl Row<'_> {
    const fn heading(&self) -> &'static str {
        match self {
            Row::Open(_) => "start-open",
            Row::Plan(..) => "start-plans",
            Row::Closed(_) => "start-closed",
        }
    }
}

pub const HINTS: &[Action] = &[
    Action::Open,
    Action::Report,
    Action::Replay,
    Action::NewIncident,
    Action::Palette,
    Action::Help,
    Action::Quit,
];

/// Whether an action has something to act on here.
pub fn fits(state: &State, start: &Start, action: Action) -> bool {
    match action {
        Action::Replay | Action::Report => selected(state, start).is_some(),
        _ => true,
    }
}

pub fn walk(state: &mut State, start: &Start, way: Way) {
    // Ten lines are a screen.
    state.start_row = way.from(state.start_row, rows(start), 11);
}

pub fn open(state: &mut State, start: &Start) {
    match listed(start, state.look.lang).get(state.start_row) {
        Some(Row::Open(it) | Row::Closed(it)) => state.request(Effect::Enter(it.id.clone())),
        Some(Row::Plan(place, _)) => ask_new_incident(state, start, Some(*place)),
        None => ask_new_incident(state, start, None),
    }
}

pub fn new_incident(state: &mut State, start: &Start) {
    ask_new_incident(state, start, None);
}

pub fn replay(state: &mut State, start: &Start) {
    if let Some(it) = selected(state, start) {
        state.request(Effect::Replay(it.id.clone()));
    }
}

pub fn report(state: &mut State, start: &Start) {
    if let Some(it) = selected(state, start) {
        state.open_report(&it.id);
    }
}

fn selected<'a>(state: &State, start: &'a Start) -> Option<&'a Listed> {
    match listed(start, state.look.lang).get(state.start_row) {
        Some(Row::Open(it) | Row::Closed(it)) => Some(it),
        Some(Row::Plan(..)) | None => None,
    }
}

fn ask_new_incident(state: &mut State, start: &Start, plan: Option<usize>) {
    let lang = state.look.lang;
    if !start.may_open {
        state.show_notice(Tone::Bad, lang.refusal(&Refusal::MayNotOpen));
        return;
    }
    let plan = plan.or_else(|| plans(start, lang).first().copied()).unwrap_or(0);
    let form = forms::new_incident(&start.plans, plan, lang);
    state.open(Overlay::Form(Box::new(form)));
}

/// What the start screen is drawn from.
pub struct Scene<'a> {
    pub start: &'a Start,
    pub look: &'a Look,
    /// The selected line.
    pub row: usize,
    pub hints: &'a [Hint],
    /// How many cells of the last line a notice has, from its left.
    pub noticed: u16,
    pub drawn: &'a RefCell<Drawn>,
}

impl Scene<'_> {
    fn hit(&self, area: Rect, hit: Hit) {
        self.drawn.borrow_mut().hits.note(area, hit);
    }

    pub fn render(&self, buffer: &mut Buffer) {
        let area = buffer.area;
        let theme = &self.look.theme;
        let lang = self.look.lang;
        buffer.set_style(area, theme.style(Meaning::Text));
        buffer.set_style(Rect { height: 1, ..area }, theme.style(Meaning::Header));
        let product = theme.style(Meaning::Header).patch(theme.style(Meaning::HeaderProduct));
        let used = put(buffer, area.x, area.y, area.width, " WARROOM ", product);
        let title = theme.style(Meaning::Header).patch(theme.style(Meaning::HeaderTitle));
        put(buffer, area.x + used + 1, area.y, area.width - used - 1, &lang.say("start-title"), title);

        let width = area.width.saturating_sub(2).min(100);
        let body = Rect {
            x: area.x + (area.width - width) / 2,
            y: area.y + 2,
            width,
            height: area.height.saturating_sub(4),
        };
        self.render_lists(body, buffer);
        self.render_hints(buffer);
    }

    fn render_lists(&self, body: Rect, buffer: &mut Buffer) {
        let theme = &self.look.theme;
        let lang = self.look.lang;
        let start = self.start;
        let rows = listed(start, lang);
        let mut lines: Vec<Line<'_>> = Vec::new();
        for call in &start.elsewhere {
            lines.push(Line::Call(call.describe(lang)));
        }
        for overdue in &start.overdue {
            lines.push(Line::Text(overdue.describe(lang)));
        }
        if !start.elsewhere.is_empty() || !start.overdue.is_empty() {
            lines.push(Line::Blank);
        }
        // A newcomer who has nothing yet needs a first step.
        if !rows.iter().any(|row| matches!(row, Row::Open(_))) {
            for line in wrap(&lang.say("start-nothing-open"), body.width) {
                lines.push(Line::Text(line));
            }
            lines.push(Line::Blank);
        }
        let mut heading = "";
        for (place, row) in rows.iter().enumerate() {
            if row.heading() != heading {
                if place > 0 {
                    lines.push(Line::Blank);
                }
                heading = row.heading();
                lines.push(Line::Heading(heading));
            }
            lines.push(Line::Row(place, row));
        }
        let at = lines.iter().position(|line| matches!(line, Line::Row(place, _) if *place == self.row));
        let height = usize::from(body.height.max(1));
        let top =
            at.unwrap_or(0).saturating_sub(height.saturating_sub(2)).min(lines.len().saturating_sub(height));
        for (y, line) in (body.y..body.bottom()).zip(lines.iter().skip(top)) {
            match line {
                Line::Blank => {}
                Line::Text(text) => {
                    put(buffer, body.x, y, body.width, text, theme.style(Meaning::Text));
                }
                Line::Call(text) => {
                    put(buffer, body.x, y, body.width, text, theme.style(Meaning::BannerCall));
                }
                Line::Heading(key) => {
                    put(buffer, body.x, y, body.width, &lang.say(key), theme.style(Meaning::Title));
                }
                Line::Row(place, row) => {
                    let area = Rect { y, height: 1, ..body };
                    self.hit(area, Hit::Row(*place));
                    self.render_row(area, buffer, row, *place == self.row);
                }
            }
        }
    }

    fn render_row(&self, area: Rect, buffer: &mut Buffer, row: &Row<'_>, selected: bool) {
        let theme = &self.look.theme;
        let lang = self.look.lang;
        let mut style = theme.style(Meaning::Text);
        if selected {
            style = style.patch(theme.style(Meaning::Selection));
            buffer.set_style(area, style);
        }
        let mut x = area.x + put(buffer, area.x, area.y, 2, if selected { "▸ " } else { "  " }, style);
        let mut less = None;
        let detail = match row {
            Row::Open(it) => {
                let when = lang.date_time(it.opened_at, it.zone);
                less = Some(it.id.to_string());
                lang.say_with("start-opened", &[("when", when.into()), ("id", it.id.as_str().into())])
            }
            Row::Closed(it) => {
                let when = lang.date(it.closed_at.unwrap_or(it.opened_at), it.zone);
                let closed = [("when", when.into()), ("id", it.id.as_str().into())];
                let closed = lang.say_with("start-closed-at", &closed);
                less = Some(it.id.to_string());
                match it.follow_ups {
                    (0, _) => closed,
                    (open, late) => {
                        let words = [("open", open.into()), ("late", late.into()), ("closed", closed.into())];
                        lang.say_with("start-follow-ups", &words)
                    }
                }
            }
            Row::Plan(_, listed) => {
                let phases = listed.plan.steps.iter().filter(|step| step.kind.is_phase()).count();
                let (work, breaks) = listed.plan.planned();
                let planned = lang.planned(work.plus(breaks));
                lang.say_with("start-plan", &[("phases", phases.into()), ("planned", planned.into())])
            }
        };
        let room = area.right().saturating_sub(x);
        let (badges, title) = match row {
            Row::Open(it) | Row::Closed(it) => (badges(it, lang), it.title.as_str()),
            Row::Plan(_, listed) => (Vec::new(), listed.plan.title.as_str()),
        };
        let before = badges.iter().map(|(badge, _)| cells(badge) + 1).sum::<u16>();
        // The title is what a person looks for; but an id that is cut names nothing, and a date can do without.
        let whole = before + cells(title) + 2;
        let least = whole.min(before + LEAST_TITLE);
        let detail = match less {
            Some(less) if cells(&detail).saturating_add(least) > room => less,
            _ => detail,
        };
        let beside = match row {
            Row::Open(_) | Row::Closed(_) => {
                cells(&detail).min(room.saturating_sub(whole.min(before + ROOM_FOR_TITLE)))
            }
            Row::Plan(..) => cells(&detail).min((room / 3).max(room.saturating_sub(whole))),
        };
        let end = area.right() - beside;
        for (badge, meaning) in &badges {
            x += put(buffer, x, area.y, end.saturating_sub(x), badge, style.patch(theme.style(*meaning))) + 1;
        }
        put(buffer, x, area.y, end.saturating_sub(x + 1), &clip(title, end.saturating_sub(x + 1)), style);
        let style = style.patch(theme.style(Meaning::TextMuted));
        put(buffer, end, area.y, beside, &clip(&detail, beside), style);
    }

    fn render_hints(&self, buffer: &mut Buffer) {
        let area = buffer.area;
        let theme = &self.look.theme;
        let y = area.bottom() - 1;
        let mut x = area.x + self.noticed + 1;
        for hint in self.hints {
            let wide = cells(&hint.key) + 1 + cells(&hint.label);
            if x + wide > area.right() {
                break;
            }
            self.hit(Rect { x, y, width: wide, height: 1 }, Hit::Action(hint.action));
            x += put(buffer, x, y, wide, &hint.key, theme.style(Meaning::HintKey)) + 1;
            x += put(buffer, x, y, wide, &hint.label, theme.style(Meaning::HintText)) + 2;
        }
    }
}

/// The badges before a title: severity, and whether the log is complete and writable.
fn badges(it: &Listed, lang: Lang) -> Vec<(String, Meaning)> {
    let severity = format!(" {} ", lang.severity(it.severity));
    let mut badges = vec![(severity, Meaning::of_severity(it.severity))];
    if it.kind == Kind::Exercise {
        badges.push((format!(" {} ", lang.kind(it.kind)), Meaning::BadgeExercise));
    }
    if it.damaged.is_some() {
        badges.push((format!(" {} ", lang.say("start-damaged")), Meaning::BadgeReadOnly));
    } else if it.is_copy {
        badges.push((format!(" {} ", lang.say("start-copy")), Meaning::BadgeClosed));
    }
    badges
}

enum Line<'a> {
    Call(String),
    Blank,
    Text(String),
    Heading(&'static str),
    Row(usize, &'a Row<'a>),
}

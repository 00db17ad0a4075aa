//! The start screen: what is open, what can be started, and what was.

mod forms;

use ratatui::layout::Rect;

use super::list::Way;
use crate::incident::{Kind, Refusal};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::action::Action;
use crate::ui::canvas::{Canvas, Rest};
use crate::ui::effect::Effect;
use crate::ui::notice::Tone;
use crate::ui::overlay::Overlay;
use crate::ui::scene::{Hint, Hit};
use crate::ui::state::State;
use crate::ui::text;
use crate::ui::world::{Listed, ListedPlan, Start};

/// The width that a long title keeps beside its incident's details; with less, only the id is shown.
const LEAST_TITLE: u16 = 34;
/// The width that a title keeps whatever follows.
const ROOM_FOR_TITLE: u16 = 10;

/// A selectable line of the start screen.
#[derive(Clone, Copy)]
enum Row<'a> {
    Open(&'a Listed),
    Plan(usize, &'a ListedPlan),
    Closed(&'a Listed),
}

pub fn rows(start: &Start) -> usize {
    start.incidents.len() + start.plans.len()
}

/// The places of the plans, those in the reader's language first.
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

pub const HINTS: &str = "open report replay new-incident palette help quit";

/// Whether an action applies here.
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
    pub row: usize,
    pub hints: &'a [Hint],
    /// The cells of the last line that a notice covers, from the left.
    pub noticed: u16,
    pub canvas: &'a Canvas<'a>,
}

impl Scene<'_> {
    pub fn render(&self) {
        let (canvas, area) = (self.canvas, self.canvas.area());
        canvas.paint(area, Meaning::Text);
        let header = Rect { height: 1, ..area };
        canvas.paint(header, Meaning::Header);
        let mut rest = Rest::of(canvas, header, 2);
        rest.put(" WARROOM ", (Meaning::Header, Meaning::HeaderProduct));
        rest.skip(1);
        rest.put(&canvas.say("start-title"), (Meaning::Header, Meaning::HeaderTitle));

        let width = area.width.saturating_sub(2).min(100);
        let body =
            Rect { x: area.x + (area.width - width) / 2, y: area.y + 2, width, height: area.height.saturating_sub(4) };
        self.render_lists(body);
        self.render_hints(Rect { y: area.bottom() - 1, height: 1, ..area });
    }

    fn render_lists(&self, body: Rect) {
        let (canvas, lang, start) = (self.canvas, self.canvas.look.lang, self.start);
        let rows = listed(start, lang);
        let blank = || Line::Words(String::new(), Meaning::Text);
        let calls = start.elsewhere.iter().map(|call| Line::Words(call.describe(lang), Meaning::BannerCall));
        let late = start.overdue.iter().map(|overdue| Line::Words(overdue.describe(lang), Meaning::Text));
        let mut lines: Vec<Line<'_>> = calls.chain(late).collect();
        if !lines.is_empty() {
            lines.push(blank());
        }
        // A newcomer without incidents needs a first step.
        if !rows.iter().any(|row| matches!(row, Row::Open(_))) {
            let words = lang.say("start-nothing-open");
            let words = text::wrap_all(&words, body.width).into_iter();
            lines.extend(words.map(|line| Line::Words(line.into_owned(), Meaning::Text)));
            lines.push(blank());
        }
        let mut heading = "";
        for (place, row) in rows.iter().enumerate() {
            if row.heading() != heading {
                if place > 0 {
                    lines.push(blank());
                }
                heading = row.heading();
                lines.push(Line::Words(lang.say(heading), Meaning::Title));
            }
            lines.push(Line::Row(place, row));
        }
        let at = lines.iter().position(|line| matches!(line, Line::Row(place, _) if *place == self.row));
        let height = usize::from(body.height.max(1));
        let top = at.unwrap_or(0).saturating_sub(height.saturating_sub(2));
        let lines = lines.iter().skip(top.min(lines.len().saturating_sub(height)));
        for (area, line) in body.rows().zip(lines) {
            match line {
                Line::Words(words, meaning) => {
                    canvas.line(area, words, *meaning);
                }
                Line::Row(place, row) => {
                    canvas.hit(area, Hit::Row(*place));
                    self.render_row(area, row, *place == self.row);
                }
            }
        }
    }

    fn render_row(&self, area: Rect, row: &Row<'_>, selected: bool) {
        let (canvas, lang) = (self.canvas, self.canvas.look.lang);
        let ground = if selected { Meaning::Selection } else { Meaning::Text };
        let style = canvas.style((Meaning::Text, ground));
        if selected {
            canvas.paint(area, style);
        }
        let mut rest = Rest::of(canvas, area, 1);
        rest.column(1, if selected { "▸" } else { " " }, style);
        let (badges, title, least_detail) = match row {
            Row::Open(it) | Row::Closed(it) => (badges(it, lang), it.title.as_str(), Some(it.id.to_string())),
            Row::Plan(_, listed) => (Vec::new(), listed.plan.title.as_str(), None),
        };
        let room = rest.area.width;
        let before = badges.iter().map(|(badge, _)| text::width(badge) + 1).sum::<u16>();
        // The title is what a person looks for, but a cut id names nothing, and a date is dispensable.
        let whole = before + text::width(title) + 2;
        let least = whole.min(before + LEAST_TITLE);
        let is_plan = least_detail.is_none();
        let detail = detail(row, lang);
        let detail = match least_detail {
            Some(less) if text::width(&detail).saturating_add(least) > room => less,
            _ => detail,
        };
        let beside = if is_plan {
            (room / 3).max(room.saturating_sub(whole))
        } else {
            room.saturating_sub(whole.min(before + ROOM_FOR_TITLE))
        };
        rest.put_right(beside, &detail, style.patch(canvas.style(Meaning::TextMuted)));
        for (badge, meaning) in &badges {
            rest.column(text::width(badge), badge, style.patch(canvas.style(*meaning)));
        }
        rest.put(title, style);
    }

    fn render_hints(&self, row: Rect) {
        let mut rest = Rest::of(self.canvas, row, 1);
        rest.skip(self.noticed + 1);
        for hint in self.hints {
            let (key, label) = (text::width(&hint.key), text::width(&hint.label));
            let wide = key + 1 + label;
            if wide > rest.area.width {
                break;
            }
            self.canvas.hit(Rect { width: wide, ..rest.area }, Hit::Action(hint.action));
            rest.column(key, &hint.key, Meaning::HintKey);
            rest.column(label, &hint.label, Meaning::HintText);
            rest.skip(1);
        }
    }
}

/// The details beside a title.
fn detail(row: &Row<'_>, lang: Lang) -> String {
    match row {
        Row::Open(it) => {
            let when = lang.date_time(it.opened_at, it.zone);
            lang.say_with("start-opened", &vars![when, id = it.id.as_str()])
        }
        Row::Closed(it) => {
            let when = lang.date(it.closed_at.unwrap_or(it.opened_at), it.zone);
            let closed = vars![when, id = it.id.as_str()];
            let closed = lang.say_with("start-closed-at", &closed);
            match it.follow_ups {
                (0, _) => closed,
                (open, late) => lang.say_with("start-follow-ups", &vars![open, late, closed]),
            }
        }
        Row::Plan(_, listed) => {
            let phases = listed.plan.steps.iter().filter(|step| step.kind.is_phase()).count();
            let (work, breaks) = listed.plan.planned();
            let planned = lang.planned(work.plus(breaks));
            lang.say_with("start-plan", &vars![phases, planned])
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

/// A drawn line of the lists.
enum Line<'a> {
    Words(String, Meaning),
    Row(usize, &'a Row<'a>),
}

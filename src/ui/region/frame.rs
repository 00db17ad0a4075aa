//! The values that all regions of a frame share.

use std::ops::Deref;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::merge::MergeStrategy;
use ratatui::widgets::Block;

use crate::incident::{
    Clocks, Forecast, Incident, Lateness, Moment, Range, Span, Step, StepClock, StepForecast, StepKind, StepState,
    forecast,
};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::canvas::Canvas;
use crate::ui::scene::{Counts, Scene};
use crate::ui::view::to_the_minute;

/// A scene with its clocks and forecast.
pub struct Frame<'a> {
    canvas: &'a Canvas<'a>,
    pub scene: &'a Scene<'a>,
    pub incident: &'a Incident,
    pub lang: Lang,
    /// The current time, or the end of a closed incident.
    pub now: Moment,
    /// The current minute: what is drawn to scale moves once a minute, and so does the forecast.
    pub minute: Moment,
    pub clocks: Clocks,
    pub forecast: Forecast,
}

/// The state of a step: sign, colour and word.
pub struct Standing {
    pub sign: &'static str,
    pub meaning: Meaning,
    pub words: String,
}

impl<'a> Frame<'a> {
    pub fn new(scene: &'a Scene<'a>, canvas: &'a Canvas<'a>) -> Self {
        let incident = scene.view.incident;
        let now = incident.counted_to(scene.view.now);
        let minute = if incident.is_closed() { now } else { to_the_minute(incident, now) };
        Self {
            canvas,
            scene,
            incident,
            lang: canvas.look.lang,
            now,
            minute,
            clocks: incident.clocks(now),
            forecast: forecast(incident, minute),
        }
    }

    pub fn role_style(&self, place: usize) -> Style {
        let id = self.incident.roles().get(place).map_or("", |role| role.id.as_str());
        self.look.theme.role(id, place)
    }

    /// `08:52`, by the wall.
    pub fn time(&self, at: Moment) -> String {
        self.lang.time(self.incident.wall(at), self.incident.zone)
    }

    /// `J2`.
    pub fn day(&self, at: Moment) -> String {
        self.say_with("region-day", &vars![day = self.incident.day(at)])
    }

    /// `J2 08:52`.
    pub fn day_time(&self, at: Moment) -> String {
        format!("{} {}", self.day(at), self.time(at))
    }

    /// The time, with the day if it is not today.
    pub fn when(&self, at: Moment) -> String {
        if self.incident.day(at) == self.incident.day(self.now) { self.time(at) } else { self.day_time(at) }
    }

    /// `12:40–15:25`, `J3 12:40–15:25`, `J2 18:00–J3 09:30`.
    pub fn when_between(&self, range: Range<Moment>) -> String {
        let first = self.when(range.min);
        if self.time(range.min) == self.time(range.max) && range.max - range.min < Span::hours(1) {
            return first;
        }
        format!("{first}–{}", self.until(range.min, range.max))
    }

    /// The end of an interval from `from`: the time, with the day if it is another.
    pub fn until(&self, from: Moment, to: Moment) -> String {
        if self.incident.day(from) == self.incident.day(to) { self.time(to) } else { self.day_time(to) }
    }

    /// `depuis 08:52`.
    pub fn since(&self, at: Moment) -> String {
        self.say_with("region-since", &vars![at = self.when(at)])
    }

    pub fn forecast_of(&self, step: &Step) -> Option<&StepForecast> {
        self.forecast.step(&step.id)
    }

    pub fn clock_of(&self, step: &Step) -> StepClock {
        self.incident.step_clock(step, self.now)
    }

    pub fn dial(&self, x: u16, y: u16, counting: Counting) {
        self.clock((x, y), counting.span, counting.runs.then_some(self.now), Counts::Up);
    }

    pub fn standing(&self, step: &Step, clock: &StepClock) -> Standing {
        let slip = clock.slip.unwrap_or_default();
        let length = |key: &str, name: &str, span: Span| self.say_with(key, &[(name, self.lang.duration(span).into())]);
        let (sign, meaning, words) = match &step.state {
            StepState::Skipped { .. } => ("–", Meaning::PhaseSkipped, self.say("region-skipped")),
            // A finished step is measured against the plan, as in the report.
            StepState::Finished if slip >= Span::minutes(1) => {
                ("✔", Meaning::PhaseLate, length("region-was-late", "over", slip))
            }
            StepState::Finished if slip <= -Span::minutes(1) => {
                ("✔", Meaning::SlipEarly, length("region-was-early", "lead", -slip))
            }
            StepState::Finished if step.kind.is_day_end() => ("✔", Meaning::PhaseDone, String::new()),
            StepState::Finished => ("✔", Meaning::PhaseDone, self.say("region-on-time")),
            StepState::Waiting if self.incident.is_closed() => {
                ("·", Meaning::PhaseWaiting, self.say("region-not-begun"))
            }
            StepState::Waiting => {
                let at = self.forecast_of(step).map(|forecast| self.when(forecast.start.min));
                let words = self.say_with("region-expected", &vars![at = at.unwrap_or_default()]);
                ("·", waiting(step.kind), words)
            }
            StepState::Active => {
                let left = clock.left.map(|left| left.max.max(Span::zero()));
                match (left, clock.lateness) {
                    (None, _) => {
                        let at = self.forecast_of(step).map(|forecast| self.when(forecast.end.max));
                        let words = self.say_with("region-resumes", &vars![at = at.unwrap_or_default()]);
                        ("▶", Meaning::Night, words)
                    }
                    (Some(left), Lateness::Calm) => ("▶", Meaning::PhaseCalm, length("region-left", "left", left)),
                    (Some(left), Lateness::Due) => ("▶", Meaning::PhaseDue, length("region-left-due", "left", left)),
                    (Some(_), Lateness::Late) => ("▶", Meaning::PhaseLate, length("region-late", "over", clock.over())),
                }
            }
        };
        Standing { sign, meaning, words }
    }

    /// Draws borders, joined at their crossings; later ones lie on top.
    pub fn borders(&self, panes: &[(Rect, Focus)]) {
        for (pane, focus) in panes {
            let meaning = if *focus == Focus::Here { Meaning::BorderFocus } else { Meaning::Border };
            let block = Block::bordered().border_style(self.style(meaning));
            self.draw(block.merge_borders(MergeStrategy::Exact), *pane);
        }
    }
}

impl<'a> Deref for Frame<'a> {
    type Target = Canvas<'a>;

    fn deref(&self) -> &Canvas<'a> {
        self.canvas
    }
}

/// The style of a step that has not started.
pub const fn waiting(kind: StepKind) -> Meaning {
    match kind {
        StepKind::Phase { .. } => Meaning::PhaseWaiting,
        StepKind::Break { .. } => Meaning::Break,
        StepKind::DayEnd { .. } => Meaning::Night,
    }
}

/// A duration, and whether it grows with every second.
#[derive(Clone, Copy, Debug)]
pub struct Counting {
    pub span: Span,
    pub runs: bool,
}

/// Whether a pane has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    Here,
    Away,
}

impl Focus {
    pub const fn of(here: bool) -> Self {
        if here { Self::Here } else { Self::Away }
    }

    pub const fn title(self) -> Meaning {
        match self {
            Self::Here => Meaning::TitleFocus,
            Self::Away => Meaning::Title,
        }
    }

    pub const fn selection(self) -> Meaning {
        match self {
            Self::Here => Meaning::Selection,
            Self::Away => Meaning::SelectionAway,
        }
    }
}

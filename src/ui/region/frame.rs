//! What one frame works out once for all regions.

use ratatui::style::Style;

use crate::incident::{
    Clocks, Forecast, Incident, Lateness, Moment, Range, Span, Step, StepClock, StepForecast, StepKind,
    StepState, forecast,
};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::scene::{ClockCell, Counts, Scene};
use crate::ui::view::to_the_minute;
use fluent_bundle::FluentValue;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders, Widget};

/// A scene with its clocks read and its forecast made.
pub struct Frame<'a> {
    pub scene: &'a Scene<'a>,
    pub incident: &'a Incident,
    pub lang: Lang,
    /// Now, or the end of a closed incident.
    pub now: Moment,
    /// Now, to the minute: what is drawn to scale moves once a minute, and so does the forecast.
    pub minute: Moment,
    pub clocks: Clocks,
    pub forecast: Forecast,
}

/// The state of a step, in a sign, a colour and a word.
pub struct Standing {
    pub sign: &'static str,
    pub meaning: Meaning,
    pub words: String,
}

impl<'a> Frame<'a> {
    pub fn new(scene: &'a Scene<'a>) -> Self {
        let incident = scene.view.incident;
        let now = incident.counted_to(scene.view.now);
        let minute = if incident.is_closed() { now } else { to_the_minute(incident, now) };
        Self {
            scene,
            incident,
            lang: scene.look.lang,
            now,
            minute,
            clocks: incident.clocks(now),
            forecast: forecast(incident, minute),
        }
    }

    pub fn style(&self, meaning: Meaning) -> Style {
        self.scene.look.theme.style(meaning)
    }

    /// The style of a role, by its place in the plan.
    pub fn role_style(&self, place: usize) -> Style {
        let id = self.incident.roles().get(place).map_or("", |role| role.id.as_str());
        self.scene.look.theme.role(id, place)
    }

    pub fn say(&self, key: &str) -> String {
        self.lang.say(key)
    }

    pub fn say_with(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        self.lang.say_with(key, variables)
    }

    /// `08:52`, by the wall.
    pub fn time(&self, at: Moment) -> String {
        self.lang.time(self.incident.wall(at), self.incident.zone)
    }

    /// `J2`.
    pub fn day(&self, at: Moment) -> String {
        self.say_with("region-day", &[("day", self.incident.day(at).into())])
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

    /// The end of what begins at `from`: the time, with the day if it is another.
    pub fn until(&self, from: Moment, to: Moment) -> String {
        if self.incident.day(from) == self.incident.day(to) { self.time(to) } else { self.day_time(to) }
    }

    /// `depuis 08:52`.
    pub fn since(&self, at: Moment) -> String {
        self.say_with("region-since", &[("at", self.when(at).into())])
    }

    /// The forecast of a step; a skipped one has none.
    pub fn forecast_of(&self, step: &Step) -> Option<&StepForecast> {
        self.forecast.step(&step.id)
    }

    pub fn clock_of(&self, step: &Step) -> StepClock {
        self.incident.step_clock(step, self.now)
    }

    /// Notes that a clock with seconds was drawn at `x` and `y`.
    pub fn dial(&self, x: u16, y: u16, counting: Counting, buffer: &Buffer) {
        let runs_from = counting.runs.then_some(self.now);
        self.note_dial((x, y), counting.span, runs_from, Counts::Up, buffer);
    }

    /// Notes that what is left of something was drawn at `x` and `y`, with seconds.
    pub fn countdown(&self, x: u16, y: u16, left: Span, buffer: &Buffer) {
        self.note_dial((x, y), left, Some(self.now), Counts::Down, buffer);
    }

    fn note_dial(
        &self,
        (x, y): (u16, u16),
        span: Span,
        runs_from: Option<Moment>,
        counts: Counts,
        buffer: &Buffer,
    ) {
        if let Some(cell) = buffer.cell((x, y)) {
            let clock = ClockCell { x, y, style: cell.style(), span, runs_from, counts };
            self.scene.drawn.borrow_mut().clocks.push(clock);
        }
    }

    /// Returns the state of a step.
    pub fn standing(&self, step: &Step, clock: &StepClock) -> Standing {
        let slip = clock.slip.unwrap_or_default();
        match &step.state {
            StepState::Skipped { .. } => {
                Standing { sign: "–", meaning: Meaning::PhaseSkipped, words: self.say("region-skipped") }
            }
            // What is over is held against the plan, as the report does.
            StepState::Finished if slip >= Span::minutes(1) => {
                let over = self.lang.duration(slip);
                let words = self.say_with("region-was-late", &[("over", over.into())]);
                Standing { sign: "✔", meaning: Meaning::PhaseLate, words }
            }
            StepState::Finished if slip <= -Span::minutes(1) => {
                let lead = self.lang.duration(-slip);
                let words = self.say_with("region-was-early", &[("lead", lead.into())]);
                Standing { sign: "✔", meaning: Meaning::SlipEarly, words }
            }
            StepState::Finished => {
                let words = if step.kind.is_day_end() { String::new() } else { self.say("region-on-time") };
                Standing { sign: "✔", meaning: Meaning::PhaseDone, words }
            }
            StepState::Waiting if self.incident.is_closed() => {
                Standing { sign: "·", meaning: Meaning::PhaseWaiting, words: self.say("region-not-begun") }
            }
            StepState::Waiting => {
                let at =
                    self.forecast_of(step).map_or_else(String::new, |forecast| self.when(forecast.start.min));
                let meaning = match step.kind {
                    StepKind::Phase { .. } => Meaning::PhaseWaiting,
                    StepKind::Break { .. } => Meaning::Break,
                    StepKind::DayEnd { .. } => Meaning::Night,
                };
                Standing {
                    sign: "·", meaning, words: self.say_with("region-expected", &[("at", at.into())])
                }
            }
            StepState::Active => {
                let Some(left) = clock.left else {
                    let at = self.forecast_of(step).map_or_else(String::new, |f| self.when(f.end.max));
                    let words = self.say_with("region-resumes", &[("at", at.into())]);
                    return Standing { sign: "▶", meaning: Meaning::Night, words };
                };
                let rest = self.lang.duration(left.max.max(Span::zero()));
                let (meaning, words) = match clock.lateness {
                    Lateness::Calm => {
                        (Meaning::PhaseCalm, self.say_with("region-left", &[("left", rest.into())]))
                    }
                    Lateness::Due => {
                        (Meaning::PhaseDue, self.say_with("region-left-due", &[("left", rest.into())]))
                    }
                    Lateness::Late => (Meaning::PhaseLate, {
                        let over = self.lang.duration(clock.over());
                        self.say_with("region-late", &[("over", over.into())])
                    }),
                };
                Standing { sign: "▶", meaning, words }
            }
        }
    }

    /// Draws borders, joined at their crossings; the last lie on top.
    pub fn borders(&self, panes: &[(Rect, Focus)], buffer: &mut Buffer) {
        for (pane, focus) in panes {
            let meaning = if *focus == Focus::Here { Meaning::BorderFocus } else { Meaning::Border };
            Block::new()
                .borders(Borders::ALL)
                .border_style(self.style(meaning))
                .merge_borders(ratatui::symbols::merge::MergeStrategy::Exact)
                .render(*pane, buffer);
        }
    }
}

/// A length of time, and whether it grows with every second.
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

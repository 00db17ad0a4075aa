//! The plan against the actual times, as a Mermaid Gantt chart.
//!
//! In Mermaid a `:` ends a name, older versions end it at `;` and `#`, `%%{` begins a directive, and a name that begins
//! with `section` or `done` is none. So such characters are replaced by similar ones, and a person's text follows a
//! number. The layout needs help too: names of sections cover the first bars unless they have room, ticks overlap, and
//! bars of a thousandth of the whole are invisible.

use unicode_width::UnicodeWidthStr;

use super::blockers::Lasting;
use super::data::Report;
use super::serial;
use super::shorten::shortened;
use super::steps::{StepFigures, StepOutcome, StepSort};
use crate::incident::{Moment, Span};
use crate::lang::{Lang, vars};

/// The width of a line of a section's name, in cells; there are two lines.
const NAME: usize = 34;
/// Points that a cell of it takes, and the room at its sides.
const CELL: usize = 6;
const SIDES: usize = 26;
/// The number of ticks with room for day and time.
const TICKS: i32 = 7;
/// A bar shorter than this share of the whole is invisible.
const VISIBLE: i32 = 250;
/// The intervals between ticks, in Mermaid's names.
const TICK: [(i64, &str); 16] = [
    (10, "10second"),
    (60, "1minute"),
    (300, "5minute"),
    (600, "10minute"),
    (1_800, "30minute"),
    (3_600, "1hour"),
    (7_200, "2hour"),
    (10_800, "3hour"),
    (21_600, "6hour"),
    (43_200, "12hour"),
    (86_400, "1day"),
    (172_800, "2day"),
    (604_800, "1week"),
    (1_209_600, "2week"),
    (2_592_000, "1month"),
    (7_776_000, "3month"),
];

pub fn print(report: &Report) -> String {
    let chart = Chart::of(report);
    let lang = report.lang;
    let names: Vec<_> = (1..).zip(&report.steps).map(|(n, step)| section(n, &step.title)).collect();
    let points = name(&lang.say("chart-points"));
    let widest = names.iter().flatten().chain([&points]).map(|line| line.width()).max().unwrap_or_default();
    let room = SIDES + CELL * widest;
    let mut lines = vec![
        format!("%%{{init: {{\"gantt\": {{\"leftPadding\": {room}}}}}}}%%\ngantt"),
        format!("    title {}", name(&report.incident.title)),
        "    dateFormat YYYY-MM-DDTHH:mm:ss".to_owned(),
        format!("    axisFormat {}", chart.axis()),
        format!("    tickInterval {}", chart.tick()),
        "    todayMarker off".to_owned(),
    ];
    for ((n, step), name) in (1..).zip(&report.steps).zip(&names) {
        let bars = chart.bars(step, n);
        if !bars.is_empty() {
            lines.push(format!("    section {}", name.join("<br>")));
            lines.extend(bars);
        }
    }
    let reached: Vec<_> = report.figures.iter().filter_map(|figure| Some((figure.point, figure.real?))).collect();
    if !reached.is_empty() {
        lines.push(format!("    section {points}"));
        for (n, (point, at)) in reached.into_iter().enumerate() {
            let title = name(&lang.say(&format!("chart-{}", serial::name(&point))));
            lines.push(format!("    {title} : milestone, m{n}, {}, 0m", moment(report, at)));
        }
    }
    lines.join("\n") + "\n"
}

struct Chart<'a> {
    report: &'a Report,
    lang: Lang,
    /// From the first to the last moment that is drawn.
    from: Moment,
    to: Moment,
}

impl<'a> Chart<'a> {
    fn of(report: &'a Report) -> Self {
        let steps = &report.steps;
        let planned = steps.iter().filter_map(|step| Some([step.planned_start?, step.planned_end?]));
        let ran = steps.iter().flat_map(|step| &step.runs).map(|run| [run.from, run.to]);
        let reached = report.figures.iter().filter_map(|figure| figure.real).map(|at| [at, at]);
        let all = || planned.clone().chain(ran.clone()).chain(reached.clone()).flatten();
        let opened = report.incident.opened;
        let (from, to) = (all().min().unwrap_or(opened), all().max().unwrap_or(opened));
        Self { report, lang: report.lang, from, to: to.max(from + Span::minutes(1)) }
    }

    fn whole(&self) -> Span {
        self.to - self.from
    }

    /// Shows the days if there are several.
    fn axis(&self) -> &'static str {
        let day = |at: Moment| local(self.report, at).date();
        if day(self.from) != day(self.to) {
            "%d/%m %H:%M"
        } else if self.whole() < Span::minutes(10) {
            "%H:%M:%S"
        } else {
            "%H:%M"
        }
    }

    fn tick(&self) -> &'static str {
        let least = (self.whole() / TICKS).num_seconds();
        TICK.iter().find(|(seconds, _)| *seconds >= least).unwrap_or(&TICK[15]).1
    }

    /// Planned, then real without standstills, cut where the planned maximum was exceeded.
    fn bars(&self, step: &StepFigures, n: usize) -> Vec<String> {
        let Self { report, lang, .. } = *self;
        let mut bars = Vec::new();
        if let (Some(from), Some(to)) = (step.planned_start, step.planned_end) {
            let title = match step.planned {
                Some(planned) => {
                    let planned = lang.extended(planned, step.extended);
                    lang.say_with("chart-planned", &vars![planned])
                }
                None => lang.say("chart-night"),
            };
            bars.push(bar(report, &title, "", &format!("p{n}"), from, to));
        }
        let is_day_end = step.kind == StepSort::DayEnd;
        let mut took = match step.took {
            Some(took) if !is_day_end => lang.say_with("chart-took", &vars![took = lang.duration(took)]),
            _ => lang.say("chart-real"),
        };
        let slip = step.slip.filter(|slip| *slip > Span::zero()).unwrap_or_default();
        let mut over_title = lang.say_with("chart-over", &vars![slip = lang.slip(slip)]);
        let tag = if step.state == StepOutcome::Active { "active, " } else { "done, " };
        for run in &step.runs {
            // After a clock change, an end may precede its start.
            let end = run.to.max(run.from);
            let over = run.over_from.unwrap_or(end);
            let stretches = if is_day_end { vec![(run.from, end)] } else { self.awake(run.from, end) };
            for (from, to) in stretches {
                let (over, id) = (over.clamp(from, to), format!("r{n}x{}", bars.len()));
                if over > from {
                    bars.push(bar(report, &took, tag, &id, from, over));
                    // The duration is given once, for all that follows.
                    took = lang.say("chart-on");
                }
                if over < to {
                    let is_seen = to - over >= self.whole() / VISIBLE;
                    bars.push(if is_seen {
                        bar(report, &over_title, "crit, ", &format!("{id}o"), over, to)
                    } else {
                        let at = moment(report, to);
                        format!("    {} : crit, milestone, {id}o, {at}, 0m", name(&over_title))
                    });
                    over_title = lang.say("chart-on");
                }
            }
        }
        bars
    }

    /// Returns the parts of an interval without holds and nights.
    fn awake(&self, from: Moment, to: Moment) -> Vec<(Moment, Moment)> {
        let Report { holds, nights, incident, .. } = self.report;
        let still = |it: &Lasting| (it.from.clamp(from, to), it.to.unwrap_or(incident.ended).clamp(from, to));
        let mut stills: Vec<_> = holds.iter().chain(nights).map(still).collect();
        stills.sort_unstable();
        let (mut awake, mut since) = (Vec::new(), from);
        for (begin, end) in stills.into_iter().chain([(to, to)]) {
            if begin > since {
                awake.push((since, begin));
            }
            since = since.max(end);
        }
        awake
    }
}

fn bar(report: &Report, title: &str, tags: &str, id: &str, from: Moment, to: Moment) -> String {
    let to = if local(report, to) < local(report, from) { from } else { to };
    format!("    {} : {tags}{id}, {}, {}", name(title), moment(report, from), moment(report, to))
}

fn local(report: &Report, at: Moment) -> chrono::NaiveDateTime {
    at.with_timezone(&report.incident.zone).naive_local()
}

fn moment(report: &Report, at: Moment) -> String {
    local(report, at).format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The name of a section, in two lines at most, broken between words.
fn section(n: usize, title: &str) -> Vec<String> {
    let title = format!("{n} · {}", name(title));
    if title.width() <= NAME {
        return vec![title];
    }
    let spaces = title.match_indices(' ').map(|(place, _)| place);
    let broken = spaces.take_while(|place| title[..*place].width() <= NAME).last();
    // What has no space is cut; the number's own is none.
    match broken.filter(|place| title[..*place].width() > NAME / 2) {
        Some(place) => vec![title[..place].to_owned(), shortened(title[place..].trim_start(), NAME)],
        None => vec![shortened(&title, NAME)],
    }
}

/// Returns a name without characters that would end it.
fn name(text: &str) -> String {
    let other = |c: char| match c {
        ':' => '∶',
        ';' => ',',
        '#' => '♯',
        '<' => '‹',
        '>' => '›',
        '\n' | '\r' | '\u{a0}' | '\u{202f}' => ' ',
        c => c,
    };
    text.chars().map(other).collect::<String>().replace("%%", "% %").replace("%%", "% %")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_nothing_that_ends_it() {
        assert_eq!(name("Étape 2 : a; b #3 %%{init}%% <b>"), "Étape 2 ∶ a, b ♯3 % %{init}% % ‹b›");
        assert_eq!(name("%%%{"), "% % %{");
        assert!(!name("%%%%%").contains("%%"));
    }

    #[test]
    fn a_long_name_of_a_section_has_two_lines() {
        for (title, lines) in [
            ("Break", vec!["5 · Break"]),
            (
                "Restore the data from the backups of the night before",
                vec!["5 · Restore the data from the", "backups of the night before"],
            ),
            (
                "Restore the data from the backups of the night before, of all services that anybody misses",
                vec!["5 · Restore the data from the", "backups of the night before, of a…"],
            ),
            ("Donaudampfschifffahrtsgesellschaftskapitän", vec!["5 · Donaudampfschifffahrtsgesells…"]),
        ] {
            assert_eq!(section(5, title), lines);
        }
    }
}

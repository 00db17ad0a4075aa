//! The plan against what was, as a Gantt chart of Mermaid.
//!
//! In that language a `:` ends a name, `;` and `#` did in versions that are in use, `%%{` begins a directive, and a name
//! that begins with `section` or `done` is none. So such characters are written in their full width, and what people
//! wrote stands behind a number.

use super::{Report, StepFigures, StepSort};
use crate::incident::Moment;

pub fn print(report: &Report) -> String {
    let lang = report.lang;
    let mut out = String::from("gantt\n");
    line(&mut out, &format!("    title {}", name(&report.incident.title)));
    line(&mut out, "    dateFormat YYYY-MM-DDTHH:mm:ss");
    line(&mut out, "    axisFormat %d/%m %H:%M");
    for (place, step) in report.steps.iter().enumerate() {
        let bars = bars(report, step, place);
        if !bars.is_empty() {
            line(&mut out, &format!("    section {} · {}", place + 1, name(&step.title)));
            for bar in &bars {
                line(&mut out, bar);
            }
        }
    }
    let points: Vec<_> =
        report.figures.iter().filter_map(|figure| Some((figure.point, figure.real?))).collect();
    if !points.is_empty() {
        line(&mut out, &format!("    section {}", name(&lang.say("chart-points"))));
        for (n, (point, at)) in points.into_iter().enumerate() {
            let told = name(&lang.say(&format!("chart-{}", point_key(point))));
            line(&mut out, &format!("    {told} : milestone, m{n}, {}, 0m", moment(report, at)));
        }
    }
    out
}

const fn point_key(point: super::Point) -> &'static str {
    use super::Point;
    match point {
        Point::Began => "began",
        Point::Opened => "opened",
        Point::Engaged => "engaged",
        Point::Degraded => "degraded",
        Point::Restored => "restored",
        Point::Closed => "closed",
    }
}

/// Planned, then what was, cut where the planned most was passed.
fn bars(report: &Report, step: &StepFigures, place: usize) -> Vec<String> {
    let lang = report.lang;
    let mut bars = Vec::new();
    let n = place + 1;
    if let (Some(from), Some(to)) = (step.planned_start, step.planned_end) {
        let told = match step.planned {
            Some(planned) => {
                let planned = lang.extended(planned, step.extended);
                lang.say_with("chart-planned", &[("planned", planned.into())])
            }
            None => lang.say("chart-night"),
        };
        bars.push(bar(report, &told, "", &format!("p{n}"), from, to));
    }
    let took = match (step.took, step.kind) {
        (Some(took), StepSort::Phase | StepSort::Break) => {
            lang.say_with("chart-took", &[("took", lang.duration(took).into())])
        }
        _ => lang.say("chart-real"),
    };
    let tag = if step.state == "active" { "active, " } else { "done, " };
    for (k, run) in step.runs.iter().enumerate() {
        // A clock that was set back meanwhile says an end before the start.
        let over = run.over_from.unwrap_or(run.to).min(run.to).max(run.from);
        let id = format!("r{n}x{k}");
        if over > run.from {
            bars.push(bar(report, &took, tag, &id, run.from, over));
        }
        if over < run.to {
            let told = lang.say("chart-over");
            bars.push(bar(report, &told, &format!("crit, {tag}"), &format!("{id}o"), over, run.to));
        }
    }
    bars
}

fn bar(report: &Report, told: &str, tags: &str, id: &str, from: Moment, to: Moment) -> String {
    let to = if local(report, to) < local(report, from) { from } else { to };
    format!("    {} : {tags}{id}, {}, {}", name(told), moment(report, from), moment(report, to))
}

fn local(report: &Report, at: Moment) -> chrono::NaiveDateTime {
    at.with_timezone(&report.incident.zone).naive_local()
}

fn moment(report: &Report, at: Moment) -> String {
    local(report, at).format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A name that ends where it ends.
fn name(text: &str) -> String {
    let wide = |c: char| match c {
        ':' => '：',
        ';' => '；',
        '#' => '＃',
        '%' => '％',
        '<' => '‹',
        '>' => '›',
        '\n' | '\r' | '\u{a0}' | '\u{202f}' => ' ',
        c => c,
    };
    text.chars().map(wide).collect()
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_nothing_that_ends_it() {
        assert_eq!(name("Étape 2 : a; b #3 %%{init}%% <b>"), "Étape 2 ： a； b ＃3 ％％{init}％％ ‹b›");
    }
}

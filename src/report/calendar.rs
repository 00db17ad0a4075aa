//! The plan as a calendar (RFC 5545): one event a step, laid out by the longest planned times; and the follow-up actions,
//! each on the day that it is due.
//!
//! In this layout each step begins when the previous one ends, and a room booked by it is not booked too short.

use super::data::Report;
use super::review::{ActionState, ReportedAction};
use super::steps::{StepFigures, StepSort};
use crate::incident::{Moment, Range, Span};
use crate::lang::{Lang, vars};

/// No line has more octets.
const LINE_MAX: usize = 75;

/// The calendar is always the same: its stamp is the moment of the opening.
pub fn print(report: &Report) -> String {
    let mut out = Calendar::default();
    let about = &report.incident;
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//warroom//warroom//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.text("X-WR-CALNAME", &about.title);
    let mut steps: Vec<&StepFigures> = report.steps.iter().filter(|step| step.planned_end.is_some()).collect();
    steps.sort_by_key(|step| step.planned_end);
    let mut from = about.opened;
    for step in steps {
        let to = step.planned_end.unwrap_or(from).max(from);
        event(&mut out, report, step, from, to);
        from = to;
    }
    for action in report.actions.iter().filter(|action| action.state != ActionState::Dropped) {
        follow_up(&mut out, report, action);
    }
    out.line("END", "VCALENDAR");
    out.0
}

/// An all-day event on the due date, if there is one.
fn follow_up(out: &mut Calendar, report: &Report, action: &ReportedAction) {
    let Some((due, next)) = action.due.and_then(|due| Some((due, due.succ_opt()?))) else { return };
    let about = &report.incident;
    out.line("BEGIN", "VEVENT");
    // No step has such an id.
    out.line("UID", &format!("action.{}.{}@warroom", action.id, about.id));
    out.line("DTSTAMP", &stamp(about.opened));
    out.line("DTSTART;VALUE=DATE", &due.format("%Y%m%d").to_string());
    out.line("DTEND;VALUE=DATE", &next.format("%Y%m%d").to_string());
    out.text("SUMMARY", &format!("{} {}", action.id, action.title));
    if let Some(owner) = &action.owner {
        let owner = ("owner", owner.as_str().into());
        out.text("DESCRIPTION", &report.lang.say_with("report-follow-up-owner", &[owner]));
    }
    out.text("CATEGORIES", &report.lang.say("report-follow-up"));
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

fn event(out: &mut Calendar, report: &Report, step: &StepFigures, from: Moment, to: Moment) {
    let about = &report.incident;
    out.line("BEGIN", "VEVENT");
    out.line("UID", &format!("{}.{}@warroom", step.id, about.id));
    out.line("DTSTAMP", &stamp(about.opened));
    out.line("DTSTART", &stamp(from));
    out.line("DTEND", &stamp(to));
    out.text("SUMMARY", &step.title);
    let described = description(report, step);
    if !described.is_empty() {
        out.text("DESCRIPTION", &described);
    }
    let kind = match step.kind {
        StepSort::Phase => "phase",
        StepSort::Break => "break",
        StepSort::DayEnd => "night",
    };
    out.text("CATEGORIES", &report.lang.say(&format!("calendar-{kind}")));
    out.line("TRANSP", if step.kind == StepSort::Phase { "OPAQUE" } else { "TRANSPARENT" });
    out.line("END", "VEVENT");
}

/// What is planned, and who has what to do.
fn description(report: &Report, step: &StepFigures) -> String {
    let lang = report.lang;
    let mut lines = Vec::new();
    if let Some(planned) = step.planned {
        lines.push(lang.say_with("chart-planned", &vars![planned = range(planned, lang)]));
    }
    for role in &report.roles {
        let tasks: Vec<_> =
            report.tasks.iter().filter(|task| task.step == step.id && task.role == role.id && !task.added).collect();
        if !tasks.is_empty() {
            lines.push(String::new());
            lines.push(role.name.clone());
            lines.extend(tasks.iter().map(|task| format!("- {}", task.title)));
        }
    }
    lines.join("\n")
}

fn range(range: Range<Span>, lang: Lang) -> String {
    if range.min == range.max { lang.duration(range.max) } else { lang.span_range(range) }
}

fn stamp(at: Moment) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

#[derive(Default)]
struct Calendar(String);

impl Calendar {
    /// A property with free text.
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    /// A line, folded at the maximum without cutting a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > LINE_MAX {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_and_unfold_to_what_they_were() {
        let text = "é".repeat(100) + "; a, b\\c\nnext 🚒" + &"x".repeat(200);
        let mut calendar = Calendar::default();
        calendar.text("SUMMARY", &text);
        for line in calendar.0.split_terminator("\r\n") {
            assert!(line.len() <= LINE_MAX, "{} octets: {line}", line.len());
        }
        let unfolded = calendar.0.replace("\r\n ", "");
        let value = unfolded.strip_prefix("SUMMARY:").unwrap().strip_suffix("\r\n").unwrap();
        let plain = value.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
        assert_eq!(plain, text);
    }
}

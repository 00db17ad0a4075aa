//! The reasons of a revision: for a person as tables, for other programs as values.

use serde_json::{Value, json};
use std::fmt::Write as _;

use super::Revised;
use super::diff::{Paint, painted};
use crate::incident::{Planned, StepId, TaskId};
use crate::lang::{Lang, vars};
use crate::runbook::{Downtime, ENOUGH, NewStep, NewTask, Often, Ranged, Skipped, Time};
use crate::terminal::Depth;
use crate::verbs::{json, table};

impl Revised<'_> {
    pub(super) fn reasons(&self, colours: Depth, lang: Lang) -> String {
        let mut out = Sections { text: String::new(), colours };
        let title = vars![title = self.title.as_str(), count = self.recordings.len()];
        out.add(&lang.say_with("revise-title", &title), &[], &self.session_rows(lang));

        let behind = ["proposed", "why"];
        let rule = lang.say_with("revise-rule", &vars![enough = ENOUGH]);
        let ranges = format!("{}\n{rule}", lang.say("revise-ranges"));
        let rows: Vec<_> = self.revision.steps.iter().map(|it| self.range_row(it, lang)).collect();
        out.add(&ranges, &self.columns(&["step", "planned"], &behind, lang), &rows);
        let rows: Vec<_> = self.revision.tasks.iter().map(|it| self.range_row(it, lang)).collect();
        out.add(&lang.say("revise-tasks"), &self.columns(&["task", "planned"], &behind, lang), &rows);

        out.add(&lang.say("revise-added"), &[], &self.added_rows(lang));
        out.add(&lang.say("revise-skipped"), &[], &self.skipped_rows(lang));
        let rows: Vec<_> = self.revision.services.iter().map(|it| self.service_row(it, lang)).collect();
        out.add(&lang.say("revise-services"), &self.columns(&["id", "rto"], &["why"], lang), &rows);
        out.text
    }

    /// Headings, with the number of each recording in the middle.
    fn columns(&self, before: &[&str], behind: &[&str], lang: Lang) -> Vec<String> {
        let numbers = (1..=self.recordings.len()).map(|number| number.to_string());
        let mut columns = table::headings(lang, before);
        columns.extend(numbers);
        columns.extend(table::headings(lang, behind));
        columns
    }

    fn session_rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let row = |(place, recording): (usize, &crate::replay::Recording)| {
            let incident = &recording.incident;
            let date = lang.date(incident.wall(incident.opened_at), incident.zone);
            let state = lang.status(&incident.status);
            vec![(place + 1).to_string(), incident.id.to_string(), date, lang.kind(incident.kind), state]
        };
        self.recordings.iter().enumerate().map(row).collect()
    }

    fn range_row<Id: ToString>(&self, range: &Ranged<Id>, lang: Lang) -> Vec<String> {
        let mut row = vec![range.id.to_string(), exact(range.planned, lang)];
        row.extend(self.cells(&range.times, lang));
        let why = match (range.times.len(), range.changes()) {
            (0, _) => "none",
            (_, true) if range.times.len() >= ENOUGH => "enough",
            (_, true) => "few",
            (_, false) => "same",
        };
        let why = lang.say_with("revise-why", &vars![why, count = range.times.len()]);
        row.extend([if range.changes() { exact(range.proposed, lang) } else { String::new() }, why]);
        row
    }

    /// The real time of each recording, in its column.
    fn cells(&self, times: &[Time], lang: Lang) -> Vec<String> {
        let cell = |place| {
            let time = times.iter().find(|time| time.recording == place);
            time.map_or_else(|| "–".to_owned(), |time| lang.minutes(time.minutes))
        };
        (0..self.recordings.len()).map(cell).collect()
    }

    fn added_rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let fate = |taken: bool| lang.say_with("revise-taken", &vars![taken = if taken { "yes" } else { "no" }]);
        let step = |new: &NewStep| {
            let what = format!("{} ({})", new.step.title, new.step.id);
            let place = new.after.as_ref().map_or_else(
                || lang.say("revise-first"),
                |after| lang.say_with("revise-behind", &vars![step = after.as_str()]),
            );
            vec![what, place, often(&new.often, lang), fate(new.taken)]
        };
        let task = |new: &NewTask| {
            let place = format!("{}.{}", new.step, new.role);
            vec![new.title.to_string(), place, often(&new.often, lang), fate(new.taken)]
        };
        let steps = self.revision.new_steps.iter().map(step);
        steps.chain(self.revision.new_tasks.iter().map(task)).collect()
    }

    fn skipped_rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let row = |skip: &Skipped| {
            let id = skip.task.as_ref().map_or_else(|| skip.step.to_string(), ToString::to_string);
            let always = if skip.often.is_always() { lang.say("revise-always") } else { String::new() };
            vec![skip.title.to_string(), id, often(&skip.often, lang), always]
        };
        self.once_skipped().map(row).collect()
    }

    fn once_skipped(&self) -> impl Iterator<Item = &Skipped> {
        self.revision.skipped.iter().filter(|it| !it.often.recordings.is_empty())
    }

    fn service_row(&self, downtime: &Downtime, lang: Lang) -> Vec<String> {
        let rto = downtime.rto.map(|rto| exact(Planned::exactly(rto), lang)).unwrap_or_default();
        let mut row = vec![downtime.service.to_string(), rto];
        row.extend(self.cells(&downtime.times, lang));
        let missed =
            downtime.missed().map(|missed| lang.say_with("revise-missed", &vars![missed, of = downtime.times.len()]));
        row.push(missed.unwrap_or_default());
        row
    }

    pub(super) fn figures(&self) -> Value {
        let revision = self.revision;
        let ids: Vec<&str> = self.recordings.iter().map(|it| it.incident.id.as_str()).collect();
        let recordings = self.recordings.iter().map(|it| {
            let incident = &it.incident;
            json!({
                "incident": incident.id,
                "title": incident.title,
                "kind": incident.kind,
                "opened": json::moment(incident.wall(incident.opened_at)),
                "closed": incident.is_closed(),
                "head": it.head.hash.to_string(),
            })
        });
        let times = |times: &[Time]| -> Value {
            let time = |time: &Time| json!({ "incident": ids[time.recording], "minutes": time.minutes });
            times.iter().map(time).collect()
        };
        let often = |often: &Often| {
            let recordings: Vec<&str> = often.recordings.iter().map(|place| ids[*place]).collect();
            json!({ "incidents": recordings, "of": often.of })
        };
        let step = |range: &Ranged<StepId>| {
            json!({
                "step": range.id, "title": range.title, "planned": json::planned(range.planned),
                "proposed": json::planned(range.proposed), "times": times(&range.times),
            })
        };
        let task = |range: &Ranged<TaskId>| {
            json!({
                "task": range.id, "title": range.title, "planned": json::planned(range.planned),
                "proposed": json::planned(range.proposed), "times": times(&range.times),
            })
        };
        let new_step = |added: &NewStep| {
            json!({
                "step": added.step, "after": added.after, "times": times(&added.times), "often": often(&added.often),
                "taken": added.taken,
            })
        };
        let new_task = |added: &NewTask| {
            json!({
                "step": added.step, "role": added.role, "title": added.title, "often": often(&added.often),
                "taken": added.taken,
            })
        };
        let skipped = |skip: &Skipped| {
            json!({
                "step": skip.step, "task": skip.task, "title": skip.title, "often": often(&skip.often),
                "always": skip.often.is_always(),
            })
        };
        let service = |downtime: &Downtime| {
            json!({
                "service": downtime.service, "name": downtime.name, "rto": downtime.rto, "downtimes": times(&downtime.times),
                "missed": downtime.missed(),
            })
        };
        json!({
            "plan": self.title,
            "incidents": recordings.collect::<Vec<_>>(),
            "steps": revision.steps.iter().map(step).collect::<Vec<_>>(),
            "tasks": revision.tasks.iter().map(task).collect::<Vec<_>>(),
            "new_steps": revision.new_steps.iter().map(new_step).collect::<Vec<_>>(),
            "new_tasks": revision.new_tasks.iter().map(new_task).collect::<Vec<_>>(),
            "skipped": self.once_skipped().map(skipped).collect::<Vec<_>>(),
            "services": revision.services.iter().map(service).collect::<Vec<_>>(),
        })
    }
}

/// `2 incidents of 3 (1, 3)`.
fn often(often: &Often, lang: Lang) -> String {
    let numbers: Vec<String> = often.recordings.iter().map(|place| (place + 1).to_string()).collect();
    let variables = vars![count = often.recordings.len(), of = often.of, numbers = numbers.join(", ")];
    lang.say_with("revise-often", &variables)
}

/// A range with all its minutes, however long.
fn exact(planned: Planned, lang: Lang) -> String {
    if !(planned.min.is_multiple_of(60) && planned.max.is_multiple_of(60)) {
        return lang.planned(planned);
    }
    let (min, max) = (lang.minutes(planned.min / 60), lang.minutes(planned.max / 60));
    if min == max { max } else { format!("{min}–{max}") }
}

/// Titles with a note on the second line and content below; a section without content is omitted.
struct Sections {
    text: String,
    colours: Depth,
}

impl Sections {
    fn add(&mut self, title: &str, heading: &[String], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let (title, note) = title.split_once('\n').unwrap_or((title, ""));
        self.text.push_str(&painted(Paint::Title, &format!("{title}\n"), self.colours));
        if !note.is_empty() {
            writeln!(self.text, "{note}").expect("a String takes all");
        }
        let all: Vec<&[String]> =
            Some(heading).filter(|it| !it.is_empty()).into_iter().chain(rows.iter().map(Vec::as_slice)).collect();
        for line in table::align(&all).lines() {
            writeln!(self.text, "  {line}").expect("a String takes all");
        }
    }
}

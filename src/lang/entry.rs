//! Entries of the log, as the sentence that follows a person's name.

use fluent_bundle::FluentValue;

use super::Lang;
use super::name::step_kind;
use crate::incident::{Entry, Event, Incident, Kind, Line, Log, PersonName, Situation, Span, StepId, TaskId};

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// A label that stands out, `DÉCISION`; empty for most.
    pub what: String,
    pub text: String,
    /// What it said before it was corrected, to be shown struck.
    pub struck: Option<String>,
}

/// What messages call a step: its title as it is now and its kind.
type Named<'a> = (&'a str, &'static str);

impl Lang {
    /// What an entry of the log says.
    pub fn entry(self, incident: &Incident, entry: &Entry) -> Telling {
        let what = match &entry.event {
            Event::Decided { .. } => self.say_with("log-label", &[("kind", "decision".into())]),
            Event::FactRecorded { .. } => self.say_with("log-label", &[("kind", "fact".into())]),
            _ => String::new(),
        };
        let first = self.told(incident, entry);
        match &entry.correction {
            Some(correction) => {
                Telling { what, text: correction.text.as_str().to_owned(), struck: Some(first) }
            }
            None => Telling { what, text: first, struck: None },
        }
    }

    /// The sentence as it was first written.
    #[expect(clippy::too_many_lines, reason = "one arm an event, read as a list")]
    fn told(self, incident: &Incident, entry: &Entry) -> String {
        let step = |id: &StepId| -> Named<'_> {
            incident.step(id).map_or(("", "phase"), |step| (step.title.as_str(), step_kind(step.kind)))
        };
        let task = |key: &str, id: &TaskId| self.say_with(key, &[("task", title_of(incident, id).into())]);
        match &entry.event {
            Event::Noted { text } | Event::FactRecorded { text } => text.as_str().to_owned(),
            Event::Decided { text, why, objections } => {
                self.decision(text.as_str(), why.as_str(), objections.as_str())
            }

            Event::Opened { title, severity, kind, pace, plan, .. } => {
                let severity = self.severity(*severity);
                let named: [(&str, FluentValue<'_>); 4] = [
                    ("title", title.as_str().into()),
                    ("severity", severity.into()),
                    ("plan", plan.title.as_str().into()),
                    ("speed", pace.speed.into()),
                ];
                match kind {
                    Kind::Real => self.say_with("log-opened", &named[..3]),
                    Kind::Exercise => self.say_with("log-opened-exercise", &named),
                }
            }
            Event::Retitled { title } => self.say_with("log-retitled", &[("title", title.as_str().into())]),
            Event::SeveritySet { severity } => {
                self.say_with("log-severity-set", &[("severity", self.severity(*severity).into())])
            }
            Event::SituationSet { situation } => {
                self.say_with("log-situation-set", &[("what", in_one_line(situation).into())])
            }
            Event::ZoneSet { zone } => self.say_with("log-zone-set", &[("zone", zone.name().into())]),
            Event::Held { reason } => self.because(self.say("log-held"), reason),
            Event::Resumed => self.say("log-resumed"),
            Event::Closed { reason } => self.because(self.say("log-closed"), reason),
            Event::Reopened { reason } => self.because(self.say("log-reopened"), reason),

            Event::StepStarted { step: id } => self.of_step("log-step-started", id, step(id)),
            Event::StepFinished { step: id } => self.of_step("log-step-finished", id, step(id)),
            Event::StepSkipped { step: id, reason } => {
                let told = self.say_with("log-step-skipped", &[("step", or_id(step(id), id).into())]);
                self.because(told, reason)
            }
            Event::StepReopened { step: id } => {
                self.say_with("log-step-reopened", &[("step", or_id(step(id), id).into())])
            }
            Event::StepExtended { step: id, planned } => self.say_with(
                "log-step-extended",
                &[("step", or_id(step(id), id).into()), ("planned", self.planned(*planned).into())],
            ),
            Event::DayEndSet { step: id, at, resume } => {
                let time = |time: &chrono::NaiveTime| time.format("%H:%M").to_string();
                let step = or_id(step(id), id);
                self.say_with(
                    "log-day-end-set",
                    &[("step", step.into()), ("at", time(at).into()), ("resume", time(resume).into())],
                )
            }
            Event::StepAdded { step, .. } => {
                self.of_step("log-step-added", &step.id, (step.title.as_str(), step_kind(step.kind)))
            }
            Event::StepMoved { step: id, after: Some(after) } => self.say_with(
                "log-step-moved",
                &[("step", or_id(step(id), id).into()), ("after", or_id(step(after), after).into())],
            ),
            Event::StepMoved { step: id, after: None } => {
                self.say_with("log-step-moved-first", &[("step", or_id(step(id), id).into())])
            }

            Event::TaskAdded { task } => {
                let role = incident.role(&task.role).map_or(task.role.as_str(), |role| role.name.as_str());
                self.say_with(
                    "log-task-added",
                    &[("task", task.title.as_str().into()), ("role", role.into())],
                )
            }
            Event::TaskStarted { task: id } => task("log-task-started", id),
            Event::TaskDone { task: id } => task("log-task-done", id),
            Event::TaskUnblocked { task: id } => task("log-task-unblocked", id),
            Event::TaskReopened { task: id } => task("log-task-reopened", id),
            Event::TaskBlocked { task: id, reason } => self.because(task("log-task-blocked", id), reason),
            Event::TaskSkipped { task: id, reason } => self.because(task("log-task-skipped", id), reason),
            Event::TaskAssigned { task: id, person: None } => task("log-task-unassigned", id),
            Event::TaskAssigned { task: id, person: Some(person) } if *person == entry.by.person => {
                task("log-task-taken", id)
            }
            Event::TaskAssigned { task, person: Some(person) } => self.assigned(incident, task, person),
            Event::TaskRetitled { title, .. } => {
                self.say_with("log-task-retitled", &[("title", title.as_str().into())])
            }
            Event::TaskCommented { task, text } => self.say_with(
                "log-task-commented",
                &[("task", title_of(incident, task).into()), ("text", text.as_str().into())],
            ),

            Event::Corrected { entry, text } => {
                self.say_with("log-corrected", &[("entry", entry.0.into()), ("text", text.as_str().into())])
            }
            Event::ServiceAdded { service } => self.say_with(
                "log-service-added",
                &[("service", service.name.as_str().into()), ("health", self.health(service.health).into())],
            ),
            Event::ServiceSet { service, health } => {
                let name = incident.service(service).map_or(service.as_str(), |known| known.name.as_str());
                self.say_with(
                    "log-service-set",
                    &[("service", name.into()), ("health", health.name().into())],
                )
            }
            Event::Undone { act } => match taken_back(&incident.log, entry) {
                Some(undone) => self.say_with(
                    "log-undone",
                    &[("act", act.0.into()), ("what", self.told(incident, undone).into())],
                ),
                None => self.say_with("log-undone-bare", &[("act", act.0.into())]),
            },
            Event::ClockJumped { by } => {
                let by = self.slip(Span::try_milliseconds(*by).unwrap_or(Span::zero()));
                self.say_with("log-clock-jumped", &[("by", by.into())])
            }
            Event::TailSetAside { bytes } => {
                self.say_with("log-tail-set-aside", &[("bytes", (*bytes).into())])
            }
            Event::Unknown(fields) => match fields.get("type").and_then(serde_json::Value::as_str) {
                // The name comes from the file as it stands: nobody has cleaned it yet.
                Some(name) => {
                    self.say_with("log-unknown", &[("type", Line::new(name).as_str().to_owned().into())])
                }
                None => self.say("log-unknown-nameless"),
            },
        }
    }

    fn decision(self, text: &str, why: &str, objections: &str) -> String {
        let mut told = text.to_owned();
        if !why.is_empty() {
            told = self.say_with("log-decided", &[("text", told.into()), ("why", why.into())]);
        }
        if !objections.is_empty() {
            told =
                self.say_with("log-objections", &[("text", told.into()), ("objections", objections.into())]);
        }
        told
    }

    fn of_step(self, key: &str, id: &StepId, named: Named<'_>) -> String {
        self.say_with(key, &[("step", or_id(named, id).into()), ("kind", named.1.into())])
    }

    /// With the reason behind it, where one was given.
    fn because(self, what: String, reason: &Line) -> String {
        if reason.is_empty() {
            return what;
        }
        self.say_with("log-because", &[("what", what.into()), ("reason", reason.as_str().into())])
    }

    fn assigned(self, incident: &Incident, task: &TaskId, person: &PersonName) -> String {
        self.say_with(
            "log-task-assigned",
            &[("task", title_of(incident, task).into()), ("person", person.as_str().into())],
        )
    }
}

/// The title, or the id of a step that an undo has taken away.
fn or_id<'a>((title, _): Named<'a>, id: &'a StepId) -> &'a str {
    if title.is_empty() { id.as_str() } else { title }
}

/// The title of a task as it is now, or the id of one that an undo has taken away.
fn title_of<'a>(incident: &'a Incident, id: &'a TaskId) -> &'a str {
    incident.task(id).map_or(id.as_str(), |(_, task)| task.title.as_str())
}

/// The entry that an undo took back; none where it would be told in circles.
fn taken_back<'a>(log: &'a Log, undo: &Entry) -> Option<&'a Entry> {
    let Event::Undone { act } = undo.event else { return None };
    log.get(act).filter(|entry| !matches!(entry.event, Event::Undone { .. }))
}

fn in_one_line(situation: &Situation) -> String {
    let parts = [situation.what.as_str(), situation.since.as_str(), situation.impact.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

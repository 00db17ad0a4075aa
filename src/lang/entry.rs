//! Entries of the log, as the sentence that follows a person's name.

mod review;
mod update;

use fluent_bundle::FluentValue;

use super::Lang;
use super::name::step_kind;
use crate::incident::{
    Duty, DutyEvent, Entry, Event, HeaderEvent, HelpEvent, Incident, Kind, Line, Log, LogEvent, Opened,
    PersonName, ReviewEvent, Seq, ServiceEvent, Situation, Span, StepEvent, StepId, TaskEvent, TaskId,
    UpdateEvent,
};

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
        let what = self.label(&entry.event);
        let first = self.told(incident, entry);
        match &entry.correction {
            Some(correction) => {
                Telling { what, text: correction.text.as_str().to_owned(), struck: Some(first) }
            }
            None => Telling { what, text: first, struck: None },
        }
    }

    /// What stands out before the sentence of an event; nothing for most.
    fn label(self, event: &Event) -> String {
        match event {
            Event::Log(LogEvent::Decided { .. }) => {
                self.say_with("log-label", &[("kind", "decision".into())])
            }
            Event::Log(LogEvent::FactRecorded { .. }) => {
                self.say_with("log-label", &[("kind", "fact".into())])
            }
            Event::Help(HelpEvent::Asked { .. }) => self.say_with("log-label", &[("kind", "help".into())]),
            Event::Duty(
                DutyEvent::HandedOver { duty: Duty::Command, .. } | DutyEvent::CommandTaken { .. },
            ) => self.say_with("log-label", &[("kind", "command".into())]),
            Event::Update(UpdateEvent::Posted(_)) => self.say_with("log-label", &[("kind", "update".into())]),
            Event::Update(UpdateEvent::Proposed { .. }) => {
                self.say_with("log-label", &[("kind", "proposal".into())])
            }
            Event::Update(UpdateEvent::Failed { .. }) => {
                self.say_with("log-label", &[("kind", "failed".into())])
            }
            Event::Step(StepEvent::Late { .. }) => self.say_with("log-label", &[("kind", "late".into())]),
            Event::Review(ReviewEvent::FindingAdded { .. }) => {
                self.say_with("log-label", &[("kind", "finding".into())])
            }
            _ => String::new(),
        }
    }

    /// The label and the sentence, for a place where nothing but the text tells what it was.
    fn labelled(self, incident: &Incident, entry: &Entry) -> String {
        let label = self.label(&entry.event);
        let told = self.told(incident, entry);
        if label.is_empty() { told } else { format!("{label} {told}") }
    }

    /// The sentence as it was first written.
    #[expect(clippy::too_many_lines, reason = "one arm an event, read as a list")]
    fn told(self, incident: &Incident, entry: &Entry) -> String {
        let step = |id: &StepId| -> Named<'_> {
            incident.step(id).map_or(("", "phase"), |step| (step.title.as_str(), step_kind(step.kind)))
        };
        let task = |key: &str, id: &TaskId| self.say_with(key, &[("task", title_of(incident, id).into())]);
        match &entry.event {
            Event::Log(LogEvent::Noted { text } | LogEvent::FactRecorded { text }) => {
                text.as_str().to_owned()
            }
            Event::Log(LogEvent::Decided { text, why, objections }) => {
                self.decision(text.as_str(), why.as_str(), objections.as_str())
            }

            Event::Header(HeaderEvent::Opened(opened)) => {
                let Opened { title, severity, kind, pace, plan, .. } = opened.as_ref();
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
            Event::Header(HeaderEvent::Retitled { title }) => {
                self.say_with("log-retitled", &[("title", title.as_str().into())])
            }
            Event::Header(HeaderEvent::SeveritySet { severity }) => {
                self.say_with("log-severity-set", &[("severity", self.severity(*severity).into())])
            }
            Event::Header(HeaderEvent::SituationSet { situation }) => {
                self.say_with("log-situation-set", &[("what", in_one_line(situation).into())])
            }
            Event::Header(HeaderEvent::ZoneSet { zone }) => {
                self.say_with("log-zone-set", &[("zone", zone.name().into())])
            }
            Event::Header(HeaderEvent::Held { reason }) => self.because(self.say("log-held"), reason),
            Event::Header(HeaderEvent::Resumed) => self.say("log-resumed"),
            Event::Header(HeaderEvent::Closed { reason }) => self.because(self.say("log-closed"), reason),
            Event::Header(HeaderEvent::Reopened { reason }) => self.because(self.say("log-reopened"), reason),

            Event::Step(StepEvent::Started { step: id }) => self.of_step("log-step-started", id, step(id)),
            Event::Step(StepEvent::Finished { step: id }) => self.of_step("log-step-finished", id, step(id)),
            Event::Step(StepEvent::Skipped { step: id, reason }) => {
                let told = self.say_with("log-step-skipped", &[("step", or_id(step(id), id).into())]);
                self.because(told, reason)
            }
            Event::Step(StepEvent::Reopened { step: id }) => {
                self.say_with("log-step-reopened", &[("step", or_id(step(id), id).into())])
            }
            Event::Step(StepEvent::Extended { step: id, planned }) => self.say_with(
                "log-step-extended",
                &[("step", or_id(step(id), id).into()), ("planned", self.planned(*planned).into())],
            ),
            Event::Step(StepEvent::DayEndSet { step: id, at, resume }) => {
                let time = |time: &chrono::NaiveTime| time.format("%H:%M").to_string();
                let step = or_id(step(id), id);
                self.say_with(
                    "log-day-end-set",
                    &[("step", step.into()), ("at", time(at).into()), ("resume", time(resume).into())],
                )
            }
            Event::Step(StepEvent::Added { step, .. }) => {
                self.of_step("log-step-added", &step.id, (step.title.as_str(), step_kind(step.kind)))
            }
            Event::Step(StepEvent::Moved { step: id, after: Some(after) }) => self.say_with(
                "log-step-moved",
                &[("step", or_id(step(id), id).into()), ("after", or_id(step(after), after).into())],
            ),
            Event::Step(StepEvent::Moved { step: id, after: None }) => {
                self.say_with("log-step-moved-first", &[("step", or_id(step(id), id).into())])
            }

            Event::Task(TaskEvent::Added { task }) => {
                let role = incident.role(&task.role).map_or(task.role.as_str(), |role| role.name.as_str());
                self.say_with(
                    "log-task-added",
                    &[("task", task.title.as_str().into()), ("role", role.into())],
                )
            }
            Event::Task(TaskEvent::Started { task: id }) => task("log-task-started", id),
            Event::Task(TaskEvent::Done { task: id }) => task("log-task-done", id),
            Event::Task(TaskEvent::Unblocked { task: id }) => task("log-task-unblocked", id),
            Event::Task(TaskEvent::Reopened { task: id }) => task("log-task-reopened", id),
            Event::Task(TaskEvent::Blocked { task: id, reason }) => {
                self.because(task("log-task-blocked", id), reason)
            }
            Event::Task(TaskEvent::Skipped { task: id, reason }) => {
                self.because(task("log-task-skipped", id), reason)
            }
            Event::Task(TaskEvent::Assigned { task: id, person: None }) => task("log-task-unassigned", id),
            Event::Task(TaskEvent::Assigned { task: id, person: Some(person) })
                if *person == entry.by.person =>
            {
                task("log-task-taken", id)
            }
            Event::Task(TaskEvent::Assigned { task, person: Some(person) }) => {
                self.assigned(incident, task, person)
            }
            Event::Task(TaskEvent::Retitled { title, .. }) => {
                self.say_with("log-task-retitled", &[("title", title.as_str().into())])
            }
            Event::Task(TaskEvent::Commented { task, text }) => self.say_with(
                "log-task-commented",
                &[("task", title_of(incident, task).into()), ("text", text.as_str().into())],
            ),

            Event::Log(LogEvent::Corrected { entry, text }) => {
                self.say_with("log-corrected", &[("entry", entry.0.into()), ("text", text.as_str().into())])
            }
            Event::Service(ServiceEvent::Added { service }) => self.say_with(
                "log-service-added",
                &[("service", service.name.as_str().into()), ("health", self.health(service.health).into())],
            ),
            Event::Service(ServiceEvent::HealthSet { service, health }) => {
                let name = incident.service(service).map_or(service.as_str(), |known| known.name.as_str());
                self.say_with(
                    "log-service-set",
                    &[("service", name.into()), ("health", health.name().into())],
                )
            }
            Event::Help(HelpEvent::Asked { text, task: None }) => {
                self.say_with("log-help-asked", &[("text", text.as_str().into())])
            }
            Event::Help(HelpEvent::Asked { text, task: Some(id) }) => self.say_with(
                "log-help-asked-for",
                &[("task", title_of(incident, id).into()), ("text", text.as_str().into())],
            ),
            Event::Help(HelpEvent::Answered { call }) => self.help_answered(incident, entry, *call),
            Event::Duty(DutyEvent::Offered { duty, to, .. }) => {
                self.of_duty("log-offered", incident, duty, to)
            }
            Event::Duty(DutyEvent::OfferDropped { duty }) => self.offer_dropped(incident, entry, duty),
            Event::Duty(DutyEvent::HandedOver { duty, from, .. }) => {
                self.of_duty("log-handed-over", incident, duty, from)
            }
            Event::Duty(DutyEvent::RoleRevoked { role, from }) => {
                let role = incident.role(role).map_or(role.as_str(), |role| role.name.as_str());
                self.say_with("log-role-revoked", &[("role", role.into()), ("person", from.as_str().into())])
            }
            Event::Duty(DutyEvent::CommandTaken { from, reason }) => {
                let told = self.say_with("log-command-taken", &[("from", from.as_str().into())]);
                self.because(told, reason)
            }
            Event::Step(StepEvent::Late { step: id }) => self.of_step("log-step-late", id, step(id)),
            Event::Update(
                UpdateEvent::AudienceSet { .. }
                | UpdateEvent::Proposed { .. }
                | UpdateEvent::Dropped { .. }
                | UpdateEvent::Posted(_)
                | UpdateEvent::Addressed { .. }
                | UpdateEvent::Pushed(_)
                | UpdateEvent::SendBegun { .. }
                | UpdateEvent::PartSent { .. }
                | UpdateEvent::Delivered { .. }
                | UpdateEvent::Delayed { .. }
                | UpdateEvent::Failed { .. }
                | UpdateEvent::Retried { .. },
            ) => self.told_of_update(incident, entry).unwrap_or_default(),
            Event::Service(ServiceEvent::RestorePointSet { .. })
            | Event::Review(
                ReviewEvent::FindingAdded { .. }
                | ReviewEvent::FindingCorrected { .. }
                | ReviewEvent::FindingDropped { .. }
                | ReviewEvent::ActionAdded(_)
                | ReviewEvent::ActionChanged(_)
                | ReviewEvent::ActionFinished { .. }
                | ReviewEvent::ActionReopened { .. }
                | ReviewEvent::ActionDropped { .. },
            ) => self.told_of_review(incident, entry).unwrap_or_default(),
            Event::Undone { act } => {
                let undone = taken_back(&incident.log, entry).map(|undone| self.labelled(incident, undone));
                match undone.collect::<Vec<_>>()[..] {
                    [] => self.say_with("log-undone-bare", &[("act", act.0.into())]),
                    ref what => self.say_with("log-undone", &[("what", what.join(", ").into())]),
                }
            }
            Event::Header(HeaderEvent::ClockJumped { by }) => {
                let by = self.slip(Span::try_milliseconds(*by).unwrap_or(Span::zero()));
                self.say_with("log-clock-jumped", &[("by", by.into())])
            }
            Event::Header(HeaderEvent::TailSetAside { bytes }) => {
                self.say_with("log-tail-set-aside", &[("bytes", (*bytes).into())])
            }
            Event::Header(HeaderEvent::LogMoved { reason }) => {
                self.say_with("log-moved", &[("reason", reason.as_str().into())])
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

    fn help_answered(self, incident: &Incident, entry: &Entry, call: Seq) -> String {
        match incident.log.get(call) {
            Some(asked) if asked.by.person == entry.by.person => {
                self.say_with("log-help-no-more", &[("call", call.0.into())])
            }
            Some(asked) => {
                let person = asked.by.person.as_str();
                self.say_with("log-help-answered", &[("call", call.0.into()), ("person", person.into())])
            }
            None => self.say_with("log-help-no-more", &[("call", call.0.into())]),
        }
    }

    /// A duty that goes to or comes from a person.
    fn of_duty(self, key: &str, incident: &Incident, duty: &Duty, person: &PersonName) -> String {
        let (kind, role) = named_duty(incident, duty);
        self.say_with(
            key,
            &[("duty", kind.into()), ("role", role.into()), ("person", person.as_str().into())],
        )
    }

    /// Withdrawn by who had made the offer, or declined by who could have accepted it.
    fn offer_dropped(self, incident: &Incident, entry: &Entry, duty: &Duty) -> String {
        let before = (1..entry.seq.0).rev().filter_map(|seq| incident.log.get(Seq(seq)));
        let offered = before.map(|entry| &entry.event).find_map(|event| match event {
            Event::Duty(DutyEvent::Offered { duty: offered, to, .. }) if offered == duty => Some(to),
            _ => None,
        });
        let key =
            if offered == Some(&entry.by.person) { "log-offer-declined" } else { "log-offer-withdrawn" };
        let (kind, role) = named_duty(incident, duty);
        self.say_with(key, &[("duty", kind.into()), ("role", role.into())])
    }

    fn assigned(self, incident: &Incident, task: &TaskId, person: &PersonName) -> String {
        self.say_with(
            "log-task-assigned",
            &[("task", title_of(incident, task).into()), ("person", person.as_str().into())],
        )
    }
}

/// What messages select a duty by, and the name of its role.
fn named_duty<'a>(incident: &'a Incident, duty: &'a Duty) -> (&'static str, &'a str) {
    match duty {
        Duty::Command => ("command", ""),
        Duty::Role(role) => ("role", incident.role(role).map_or(role.as_str(), |role| role.name.as_str())),
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

/// The entries of the act that an undo took back; none where it would be told in circles.
fn taken_back<'a>(log: &'a Log, undo: &Entry) -> impl Iterator<Item = &'a Entry> {
    let first = if let Event::Undone { act } = undo.event { act.0 } else { undo.seq.0 };
    // A record that an undo took back names it, but one read from elsewhere may not.
    let by = undo.seq;
    (first..undo.seq.0)
        .map_while(|seq| log.get(Seq(seq)))
        .take_while(move |entry| entry.seq.0 == first || entry.undone == Some(by))
        .filter(|entry| !matches!(entry.event, Event::Undone { .. }))
}

fn in_one_line(situation: &Situation) -> String {
    let parts = [situation.what.as_str(), situation.since.as_str(), situation.impact.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        ActionChange, ActionId, Change, FindingId, HeaderEvent, LogEvent, NewAction, ReviewEvent,
        ServiceEvent, StepEvent, TaskEvent,
    };
    use crate::incident::{
        Health, Moment, Pace, Plan, Planned, PlannedService, PlannedStep, PlannedTask, Prose, Recorded, Role,
        Severity, Signature, StepKind,
    };
    use chrono::NaiveTime;

    fn plan() -> Plan {
        let day_end = StepKind::DayEnd { at: time(18), resume: time(8) };
        let task = PlannedTask {
            id: "restore.dsi.1".parse().unwrap(),
            role: "dsi".parse().unwrap(),
            title: Line::new("Restore"),
            planned: None,
        };
        let step = |id: &str, title: &str, kind, tasks| PlannedStep {
            id: id.parse().unwrap(),
            title: Line::new(title),
            kind,
            milestone: None,
            tasks,
        };
        Plan {
            title: Line::new("PRA"),
            roles: vec![Role { id: "dsi".parse().unwrap(), name: Line::new("DSI") }],
            steps: vec![
                step("restore", "Restore", StepKind::Phase { planned: Planned::minutes(60, 60) }, vec![task]),
                step("rest", "Rest", StepKind::Break { planned: Planned::minutes(15, 15) }, vec![]),
                step("night", "Night", day_end, vec![]),
            ],
            services: vec![service()],
            ..Plan::default()
        }
    }

    fn service() -> PlannedService {
        PlannedService {
            id: "mail".parse().unwrap(),
            name: Line::new("Mail"),
            priority: 1,
            rto: None,
            rpo: None,
            health: Health::Down,
        }
    }

    fn time(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
    }

    fn first_of_december() -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
    }

    fn opened(kind: Kind) -> Event {
        Event::Header(HeaderEvent::Opened(Box::new(Opened {
            incident: "20261122-x-aaaa".parse().unwrap(),
            title: Line::new("Crisis"),
            severity: Severity::Sev1,
            kind,
            pace: Pace { speed: 60, real_start: Moment::UNIX_EPOCH },
            situation: Situation::default(),
            zone: chrono_tz::Europe::Paris,
            commander: PersonName::new("alice"),
            plan: plan(),
        })))
    }

    fn recorded(seq: u64, event: Event) -> Recorded {
        let by = Signature::new("alice", "local");
        Recorded { seq: Seq(seq), at: Moment::UNIX_EPOCH, by, act: None, event }
    }

    /// What the log says of an event that is recorded behind an opening.
    fn told(event: Event) -> (String, String) {
        let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
        let place = if matches!(event, Event::Header(HeaderEvent::Opened(_))) { Seq(1) } else { Seq(2) };
        if place == Seq(1) {
            incident = Incident::begin(&recorded(1, event)).unwrap();
        } else {
            incident.apply(&recorded(2, event));
        }
        let [en, fr] = Lang::ALL.map(|lang| lang.entry(&incident, incident.log.get(place).unwrap()).text);
        (fr, en)
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one case an event")]
    fn every_event_is_told_in_both_languages() {
        let line = Line::new;
        let why = || Line::new("why");
        let step = || "restore".parse::<StepId>().unwrap();
        let night = || "night".parse::<StepId>().unwrap();
        let task = || "restore.dsi.1".parse::<TaskId>().unwrap();
        let unknown = |json: &str| Event::read(json.as_bytes()).unwrap();
        let added = |kind| {
            Event::Step(StepEvent::Added {
                step: Box::new(PlannedStep {
                    id: "x".parse().unwrap(),
                    title: line("X"),
                    kind,
                    milestone: None,
                    tasks: vec![],
                }),
                after: None,
            })
        };
        let planned = Planned::minutes(45, 90);
        let situation =
            Situation { what: Prose::new("Mail"), since: line("3:00"), impact: Prose::new("all") };
        let cases = [
            (
                opened(Kind::Real),
                "a ouvert l'incident «~Crisis~» (SEV1, plan «~PRA~»)",
                "opened the incident “Crisis” (SEV1, plan “PRA”)",
            ),
            (
                opened(Kind::Exercise),
                "a ouvert l'exercice «~Crisis~» (SEV1, plan «~PRA~», vitesse ×60)",
                "opened the exercise “Crisis” (SEV1, plan “PRA”, speed ×60)",
            ),
            (
                Event::Header(HeaderEvent::Retitled { title: line("New") }),
                "a renommé l'incident «~New~»",
                "renamed the incident to “New”",
            ),
            (
                Event::Header(HeaderEvent::SeveritySet { severity: Severity::Sev3 }),
                "a fixé la gravité à SEV3",
                "set the severity to SEV3",
            ),
            (
                Event::Header(HeaderEvent::SituationSet { situation: Box::new(situation) }),
                "a décrit la situation~: Mail · 3:00 · all",
                "described the situation: Mail · 3:00 · all",
            ),
            (
                Event::Header(HeaderEvent::ZoneSet { zone: chrono_tz::Asia::Tokyo }),
                "a passé l'incident au fuseau Asia/Tokyo",
                "changed the time zone to Asia/Tokyo",
            ),
            (
                Event::Header(HeaderEvent::Held { reason: why() }),
                "a suspendu l'incident~: why",
                "put the incident on hold: why",
            ),
            (
                Event::Header(HeaderEvent::Held { reason: line("") }),
                "a suspendu l'incident",
                "put the incident on hold",
            ),
            (Event::Header(HeaderEvent::Resumed), "a repris l'incident", "resumed the incident"),
            (
                Event::Header(HeaderEvent::Closed { reason: why() }),
                "a clôturé l'incident~: why",
                "closed the incident: why",
            ),
            (
                Event::Header(HeaderEvent::Reopened { reason: why() }),
                "a rouvert l'incident~: why",
                "reopened the incident: why",
            ),
            (
                Event::Step(StepEvent::Started { step: step() }),
                "a démarré la phase «~Restore~»",
                "started the phase “Restore”",
            ),
            (
                Event::Step(StepEvent::Started { step: night() }),
                "a terminé la journée («~Night~»)",
                "ended the day (“Night”)",
            ),
            (
                Event::Step(StepEvent::Started { step: "rest".parse().unwrap() }),
                "a démarré la pause «~Rest~»",
                "started the break “Rest”",
            ),
            (
                Event::Step(StepEvent::Finished { step: step() }),
                "a terminé la phase «~Restore~»",
                "finished the phase “Restore”",
            ),
            (
                Event::Step(StepEvent::Finished { step: night() }),
                "a commencé la journée (après «~Night~»)",
                "started the day (after “Night”)",
            ),
            (
                Event::Step(StepEvent::Skipped { step: step(), reason: why() }),
                "a passé «~Restore~»~: why",
                "skipped “Restore”: why",
            ),
            (
                Event::Step(StepEvent::Reopened { step: step() }),
                "a rouvert «~Restore~»",
                "reopened “Restore”",
            ),
            (
                Event::Step(StepEvent::Extended { step: step(), planned }),
                "a porté la durée prévue de «~Restore~» à 45~min~–~1~h~30",
                "changed the planned time of “Restore” to 45\u{a0}min–1h30",
            ),
            (
                Event::Step(StepEvent::DayEndSet { step: night(), at: time(19), resume: time(7) }),
                "a prévu «~Night~» à 19:00, reprise à 07:00",
                "planned “Night” at 19:00, work resuming at 07:00",
            ),
            (added(StepKind::Phase { planned }), "a ajouté la phase «~X~»", "added the phase “X”"),
            (added(StepKind::Break { planned }), "a ajouté la pause «~X~»", "added the break “X”"),
            (
                added(StepKind::DayEnd { at: time(18), resume: time(8) }),
                "a ajouté la fin de journée «~X~»",
                "added the day end “X”",
            ),
            (
                Event::Step(StepEvent::Moved { step: step(), after: Some(night()) }),
                "a déplacé «~Restore~» après «~Night~»",
                "moved “Restore” after “Night”",
            ),
            (
                Event::Step(StepEvent::Moved { step: night(), after: None }),
                "a déplacé «~Night~» au début",
                "moved “Night” to the start",
            ),
            (
                Event::Task(TaskEvent::Added {
                    task: Box::new(PlannedTask {
                        id: "restore.dsi.2".parse().unwrap(),
                        role: "dsi".parse().unwrap(),
                        title: line("More"),
                        planned: None,
                    }),
                }),
                "a ajouté la tâche «~More~» (DSI)",
                "added the task “More” (DSI)",
            ),
            (Event::Task(TaskEvent::Started { task: task() }), "a démarré «~Restore~»", "started “Restore”"),
            (Event::Task(TaskEvent::Done { task: task() }), "a terminé «~Restore~»", "completed “Restore”"),
            (
                Event::Task(TaskEvent::Blocked { task: task(), reason: why() }),
                "a bloqué «~Restore~»~: why",
                "blocked “Restore”: why",
            ),
            (
                Event::Task(TaskEvent::Unblocked { task: task() }),
                "a débloqué «~Restore~»",
                "unblocked “Restore”",
            ),
            (
                Event::Task(TaskEvent::Skipped { task: task(), reason: why() }),
                "a passé «~Restore~»~: why",
                "skipped “Restore”: why",
            ),
            (
                Event::Task(TaskEvent::Reopened { task: task() }),
                "a rouvert «~Restore~»",
                "reopened “Restore”",
            ),
            (
                Event::Task(TaskEvent::Assigned { task: task(), person: Some(PersonName::new("karim")) }),
                "a affecté «~Restore~» à karim",
                "assigned “Restore” to karim",
            ),
            (
                Event::Task(TaskEvent::Assigned { task: task(), person: Some(PersonName::new("alice")) }),
                "a pris «~Restore~»",
                "took “Restore”",
            ),
            (
                Event::Task(TaskEvent::Assigned { task: task(), person: None }),
                "a retiré l'affectation de «~Restore~»",
                "unassigned “Restore”",
            ),
            (
                Event::Task(TaskEvent::Retitled { task: task(), title: line("New") }),
                "a renommé une tâche «~New~»",
                "renamed a task to “New”",
            ),
            (
                Event::Task(TaskEvent::Commented { task: task(), text: Prose::new("hm") }),
                "à propos de «~Restore~»~: hm",
                "about “Restore”: hm",
            ),
            (Event::Log(LogEvent::Noted { text: Prose::new("hm") }), "hm", "hm"),
            (Event::Log(LogEvent::FactRecorded { text: Prose::new("hm") }), "hm", "hm"),
            (
                Event::Log(LogEvent::Decided {
                    text: Prose::new("cut"),
                    why: Prose::new("spread"),
                    objections: Prose::new("cost"),
                }),
                "cut~: spread (objections~: cost)",
                "cut: spread (objections: cost)",
            ),
            (
                Event::Log(LogEvent::Decided {
                    text: Prose::new("cut"),
                    why: Prose::default(),
                    objections: Prose::default(),
                }),
                "cut",
                "cut",
            ),
            (
                Event::Log(LogEvent::Corrected { entry: Seq(1), text: Prose::new("hm") }),
                "a corrigé l'entrée n°~1~: hm",
                "corrected entry 1: hm",
            ),
            (
                Event::Service(ServiceEvent::Added { service: Box::new(service()) }),
                "a ajouté le service «~Mail~» (en panne)",
                "added the service “Mail” (down)",
            ),
            (
                Event::Service(ServiceEvent::HealthSet {
                    service: "mail".parse().unwrap(),
                    health: Health::Up,
                }),
                "a déclaré «~Mail~» en service",
                "declared “Mail” up",
            ),
            (
                Event::Service(ServiceEvent::RestorePointSet {
                    service: "mail".parse().unwrap(),
                    to: "2026-11-22T01:00:00Z".parse().unwrap(),
                }),
                "a noté le point de restauration de «~Mail~»~: 22 nov. 02:00",
                "recorded the restore point of “Mail”: 22 Nov 02:00",
            ),
            (
                Event::Review(ReviewEvent::FindingAdded {
                    finding: FindingId(2),
                    text: Prose::new("hm"),
                    about: Some(step()),
                }),
                "F2, sur «~Restore~»~: hm",
                "F2, about “Restore”: hm",
            ),
            (
                Event::Review(ReviewEvent::FindingAdded {
                    finding: FindingId(2),
                    text: Prose::new("hm"),
                    about: None,
                }),
                "F2~: hm",
                "F2: hm",
            ),
            (
                Event::Review(ReviewEvent::FindingCorrected {
                    finding: FindingId(2),
                    text: Prose::new("hm"),
                }),
                "a corrigé le constat F2~: hm",
                "corrected finding F2: hm",
            ),
            (
                Event::Review(ReviewEvent::FindingDropped { finding: FindingId(2), reason: why() }),
                "a écarté le constat F2~: why",
                "dropped finding F2: why",
            ),
            (
                Event::Review(ReviewEvent::ActionAdded(Box::new(NewAction {
                    action: ActionId(1),
                    title: line("X"),
                    owner: Some(PersonName::new("karim")),
                    due: Some(first_of_december()),
                    finding: Some(FindingId(2)),
                }))),
                "a ajouté l'action A1 «~X~» (affectée à karim, pour le 1er déc. 2026, suite au constat F2)",
                "added action A1 “X” (assigned to karim, due 1 Dec 2026, for finding F2)",
            ),
            (
                Event::Review(ReviewEvent::ActionChanged(Box::new(ActionChange {
                    action: ActionId(1),
                    title: Some(line("Y")),
                    owner: Change::Clear,
                    due: Change::Clear,
                    finding: Change::Clear,
                }))),
                "a modifié l'action A1 (intitulé «~Y~», sans responsable, sans échéance, sans constat)",
                "changed action A1 (titled “Y”, unassigned, no due date, not linked to a finding)",
            ),
            (
                Event::Review(ReviewEvent::ActionFinished { action: ActionId(1), outcome: why() }),
                "a terminé l'action A1 «~…~»~: why",
                "completed action A1 “…”: why",
            ),
            (
                Event::Review(ReviewEvent::ActionReopened { action: ActionId(1) }),
                "a rouvert l'action A1 «~…~»",
                "reopened action A1 “…”",
            ),
            (
                Event::Review(ReviewEvent::ActionDropped { action: ActionId(1), reason: why() }),
                "a abandonné l'action A1 «~…~»~: why",
                "dropped action A1 “…”: why",
            ),
            (Event::Undone { act: Seq(9) }, "a annulé l'entrée n°~9", "undid entry 9"),
            (
                Event::Header(HeaderEvent::ClockJumped { by: -3_600_000 }),
                "l'horloge de la machine a sauté de −1~h~; celle de l'incident n'est pas affectée",
                "the machine's clock jumped by −1h; the incident's clock was not affected",
            ),
            (
                Event::Header(HeaderEvent::TailSetAside { bytes: 1 }),
                "a mis de côté un octet d'une écriture interrompue",
                "set aside one byte of an interrupted write",
            ),
            (
                Event::Header(HeaderEvent::TailSetAside { bytes: 812 }),
                "a mis de côté 812 octets d'une écriture interrompue",
                "set aside 812 bytes of an interrupted write",
            ),
            (
                Event::Header(HeaderEvent::LogMoved { reason: "copie reprise".into() }),
                "continue ici la main courante d'une autre machine~; les messages en attente ne sont pas envoyés d'ici (copie reprise)",
                "continues here the log of another machine; pending messages are not sent from here (copie reprise)",
            ),
            (
                unknown(r#"{"type":"commander_\u001bchanged","to":"zoe"}"#),
                "événement d'une version plus récente~: commander_changed",
                "event from a newer version: commander_changed",
            ),
            (
                unknown(r#"{"kind":3}"#),
                "événement d'une version plus récente, sans nom",
                "event from a newer version, unnamed",
            ),
        ];
        for (event, fr, en) in cases {
            assert_eq!(told(event), (fr.replace('~', "\u{a0}"), en.to_owned()));
        }
    }

    #[test]
    fn a_step_that_is_gone_is_told_by_its_id() {
        assert_eq!(
            told(Event::Step(StepEvent::Reopened { step: "gone".parse().unwrap() })).1,
            "reopened “gone”"
        );
        assert_eq!(
            told(Event::Task(TaskEvent::Done { task: "gone.dsi.1".parse().unwrap() })).1,
            "completed “gone.dsi.1”"
        );
    }

    #[test]
    fn an_undo_names_all_that_the_act_did() {
        let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
        let act = |seq, event| Recorded { act: Some(Seq(2)), ..recorded(seq, event) };
        let added = |title: &str| {
            Event::Step(StepEvent::Added {
                step: Box::new(PlannedStep {
                    id: StepId::from_title(title),
                    title: Line::new(title),
                    kind: StepKind::Phase { planned: Planned::minutes(45, 90) },
                    milestone: None,
                    tasks: vec![],
                }),
                after: None,
            })
        };
        incident.apply(&recorded(2, added("X")));
        incident.apply(&act(3, Event::Step(StepEvent::Started { step: "x".parse().unwrap() })));
        incident.apply(&recorded(4, Event::Undone { act: Seq(2) }));
        let told = |lang: Lang| lang.entry(&incident, incident.log.get(Seq(4)).unwrap()).text;
        assert_eq!(told(Lang::En), "undid: added the phase “X”, started the phase “x”");
    }

    #[test]
    fn a_corrected_decision_shows_both_texts() {
        let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
        let decided = Event::Log(LogEvent::Decided {
            text: Prose::new("cut"),
            why: Prose::default(),
            objections: Prose::default(),
        });
        incident.apply(&recorded(2, decided));
        incident.apply(&recorded(
            3,
            Event::Log(LogEvent::Corrected { entry: Seq(2), text: Prose::new("cut now") }),
        ));
        let telling = Lang::Fr.entry(&incident, incident.log.get(Seq(2)).unwrap());
        let expected = Telling {
            what: "DÉCISION".to_owned(),
            text: "cut now".to_owned(),
            struck: Some("cut".to_owned()),
        };
        assert_eq!(telling, expected);
    }
}

//! The sentences of entries: the incident, its steps, tasks, services, duties, and what people wrote.

use crate::lang::vars;
use fluent_bundle::FluentValue;

use super::Sentence;
use crate::incident::{
    Duty, DutyEvent, Event, HeaderEvent, HelpEvent, Kind, Line, LogEvent, Opened, Prose, Seq, ServiceEvent, ServiceId,
    Span, StepEvent, StepId, TaskEvent, TaskId,
};

impl Sentence<'_> {
    pub(super) fn header(&self, event: &HeaderEvent) -> String {
        let lang = self.lang;
        match event {
            HeaderEvent::Opened(opened) => {
                let Opened { title, severity, kind, pace, plan, .. } = opened.as_ref();
                let named = vars![title, severity = lang.severity(*severity), plan = &plan.title, speed = pace.speed];
                match kind {
                    Kind::Real => self.say("log-opened", &named[..3]),
                    Kind::Exercise => self.say("log-opened-exercise", &named),
                }
            }
            HeaderEvent::Retitled { title } => self.say("log-retitled", &vars![title]),
            HeaderEvent::SeveritySet { severity } => {
                self.say("log-severity-set", &vars![severity = lang.severity(*severity)])
            }
            HeaderEvent::SituationSet { situation } => {
                let parts = [situation.what.as_str(), situation.since.as_str(), situation.impact.as_str()];
                let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                self.say("log-situation-set", &vars![what = parts.join(" · ")])
            }
            HeaderEvent::ZoneSet { zone } => self.say("log-zone-set", &vars![zone = zone.name()]),
            HeaderEvent::Held { reason } => self.because(lang.say("log-held"), reason),
            HeaderEvent::Resumed => lang.say("log-resumed"),
            HeaderEvent::Closed { reason } => self.because(lang.say("log-closed"), reason),
            HeaderEvent::Reopened { reason } => self.because(lang.say("log-reopened"), reason),
            HeaderEvent::ClockJumped { by } => {
                let by = lang.slip(Span::try_milliseconds(*by).unwrap_or(Span::zero()));
                self.say("log-clock-jumped", &vars![by])
            }
            HeaderEvent::TailSetAside { bytes } => self.say("log-tail-set-aside", &vars![bytes = *bytes]),
            HeaderEvent::LogMoved { reason } => self.say("log-moved", &vars![reason]),
        }
    }

    pub(super) fn step(&self, event: &StepEvent) -> String {
        match event {
            StepEvent::Started { step } => self.of_step("log-step-started", step, &[]),
            StepEvent::Finished { step } => self.of_step("log-step-finished", step, &[]),
            StepEvent::Skipped { step, reason } => self.because(self.of_step("log-step-skipped", step, &[]), reason),
            StepEvent::Reopened { step } => self.of_step("log-step-reopened", step, &[]),
            StepEvent::Extended { step, planned } => {
                let planned = self.lang.planned(*planned);
                self.of_step("log-step-extended", step, &vars![planned])
            }
            StepEvent::DayEndSet { step, at, resume } => {
                let time = |time: &chrono::NaiveTime| time.format("%H:%M").to_string().into();
                self.of_step("log-day-end-set", step, &[("at", time(at)), ("resume", time(resume))])
            }
            StepEvent::Added { step, .. } => {
                let kind: &str = step.kind.into();
                self.say("log-step-added", &vars![step = &step.title, kind])
            }
            StepEvent::Moved { step, after: Some(after) } => {
                self.of_step("log-step-moved", step, &vars![after = self.step_title(after)])
            }
            StepEvent::Moved { step, after: None } => self.of_step("log-step-moved-first", step, &[]),
            StepEvent::Late { step } => self.of_step("log-step-late", step, &[]),
        }
    }

    /// With the current title and kind of a step.
    fn of_step(&self, key: &str, id: &StepId, more: &[(&str, FluentValue<'_>)]) -> String {
        let kind = self.incident.step(id).map_or("phase", |step| step.kind.into());
        self.say(key, &[&vars![step = self.step_title(id), kind], more].concat())
    }

    /// The title of a step, or its id if an undo removed it.
    pub(super) fn step_title<'a>(&'a self, id: &'a StepId) -> &'a str {
        let title = self.incident.step(id).map_or("", |step| step.title.as_str());
        if title.is_empty() { id.as_str() } else { title }
    }

    pub(super) fn task(&self, event: &TaskEvent) -> String {
        match event {
            TaskEvent::Added { task } => {
                let role = self.incident.role_name(&task.role);
                self.say("log-task-added", &vars![task = &task.title, role = &role])
            }
            TaskEvent::Started { task } => self.of_task("log-task-started", task, &[]),
            TaskEvent::Done { task } => self.of_task("log-task-done", task, &[]),
            TaskEvent::Unblocked { task } => self.of_task("log-task-unblocked", task, &[]),
            TaskEvent::Reopened { task } => self.of_task("log-task-reopened", task, &[]),
            TaskEvent::Blocked { task, reason } => self.because(self.of_task("log-task-blocked", task, &[]), reason),
            TaskEvent::Skipped { task, reason } => self.because(self.of_task("log-task-skipped", task, &[]), reason),
            TaskEvent::Assigned { task, person: None } => self.of_task("log-task-unassigned", task, &[]),
            TaskEvent::Assigned { task, person: Some(person) } if *person == self.entry.by.person => {
                self.of_task("log-task-taken", task, &[])
            }
            TaskEvent::Assigned { task, person: Some(person) } => {
                self.of_task("log-task-assigned", task, &vars![person])
            }
            TaskEvent::Retitled { title, .. } => self.say("log-task-retitled", &vars![title]),
            TaskEvent::Commented { task, text } => self.of_task("log-task-commented", task, &vars![text]),
        }
    }

    /// With the current title of a task, or its id if an undo removed it.
    fn of_task(&self, key: &str, id: &TaskId, more: &[(&str, FluentValue<'_>)]) -> String {
        let title = self.incident.task(id).map_or(id.as_str(), |(_, task)| task.title.as_str());
        self.say(key, &[&vars![task = title], more].concat())
    }

    pub(super) fn log(&self, event: &LogEvent) -> String {
        match event {
            LogEvent::Noted { text } | LogEvent::FactRecorded { text } => text.as_str().to_owned(),
            LogEvent::Decided { text, why, objections } => {
                let with = |key: &str, text: String, name, more: &Prose| {
                    let variables = [("text", text.as_str().into()), (name, more.into())];
                    if more.is_empty() { text.clone() } else { self.say(key, &variables) }
                };
                let decided = with("log-decided", text.as_str().to_owned(), "why", why);
                with("log-objections", decided, "objections", objections)
            }
            LogEvent::Corrected { entry, text } => self.say("log-corrected", &vars![entry, text]),
        }
    }

    pub(super) fn service(&self, event: &ServiceEvent) -> String {
        match event {
            ServiceEvent::Added { service } => {
                let health = self.lang.health(service.health);
                self.say("log-service-added", &vars![service = &service.name, health])
            }
            ServiceEvent::HealthSet { service, health } => {
                self.of_service("log-service-set", service, ("health", health.name().into()))
            }
            ServiceEvent::RestorePointSet { service, to } => {
                let time = self.lang.date_time(self.incident.wall(*to), self.incident.zone);
                self.of_service("log-restore-point", service, ("time", time.into()))
            }
        }
    }

    fn of_service(&self, key: &str, id: &ServiceId, more: (&str, FluentValue<'_>)) -> String {
        let name = self.incident.service(id).map_or(id.as_str(), |known| known.name.as_str());
        self.say(key, &[("service", name.into()), more])
    }

    pub(super) fn help(&self, event: &HelpEvent) -> String {
        match event {
            HelpEvent::Asked { text, task: None } => self.say("log-help-asked", &vars![text]),
            HelpEvent::Asked { text, task: Some(task) } => self.of_task("log-help-asked-for", task, &vars![text]),
            HelpEvent::Reopened { caller, text, .. } => self.say("log-help-reopened", &vars![person = caller, text]),
            HelpEvent::Taken { call } => self.say("log-help-taken", &vars![call, person = self.caller(*call)]),
            HelpEvent::Released { call } => self.say("log-help-released", &vars![call, person = self.caller(*call)]),
            HelpEvent::Replied { call, text } => {
                self.say("log-help-replied", &vars![text, person = self.caller(*call)])
            }
            HelpEvent::Answered { call } => {
                let asker = self.incident.log.get(*call).map(|asked| &asked.by.person);
                match asker.filter(|asker| **asker != self.entry.by.person) {
                    Some(asker) => self.say("log-help-answered", &vars![call, person = asker]),
                    None => self.say("log-help-no-more", &vars![call]),
                }
            }
        }
    }

    /// Who made a call for help; nobody if it is not in the log.
    fn caller(&self, call: Seq) -> &str {
        self.incident.log.get(call).map_or("?", |asked| asked.by.person.as_str())
    }

    pub(super) fn duty(&self, event: &DutyEvent) -> String {
        match event {
            DutyEvent::Offered { duty, to, .. } => self.of_duty("log-offered", duty, &vars![person = to]),
            DutyEvent::OfferDropped { duty } => self.of_duty(self.offer_dropped(duty), duty, &[]),
            DutyEvent::HandedOver { duty, from, .. } => self.of_duty("log-handed-over", duty, &vars![person = from]),
            DutyEvent::RoleRevoked { role, from } => {
                let role = self.incident.role_name(role);
                self.say("log-role-revoked", &vars![role = &role, person = from])
            }
            DutyEvent::CommandTaken { from, reason } => {
                self.because(self.say("log-command-taken", &vars![from]), reason)
            }
        }
    }

    fn of_duty(&self, key: &str, duty: &Duty, more: &[(&str, FluentValue<'_>)]) -> String {
        let (kind, role) = match duty {
            Duty::Command => ("command", Line::default()),
            Duty::Role(role) => ("role", self.incident.role_name(role)),
        };
        self.say(key, &[&vars![duty = kind, role = &role], more].concat())
    }

    /// Declined by the recipient, or withdrawn by anyone else.
    fn offer_dropped(&self, duty: &Duty) -> &'static str {
        let before = (1..self.entry.seq.0).rev().filter_map(|seq| self.incident.log.get(Seq(seq)));
        let offered = before.map(|entry| &entry.event).find_map(|event| match event {
            Event::Duty(DutyEvent::Offered { duty: offered, to, .. }) if offered == duty => Some(to),
            _ => None,
        });
        let is_declined = offered == Some(&self.entry.by.person);
        if is_declined { "log-offer-declined" } else { "log-offer-withdrawn" }
    }

    /// With the reason behind it, if one was given.
    pub(super) fn because(&self, what: String, reason: &Line) -> String {
        if reason.is_empty() {
            return what;
        }
        self.say("log-because", &vars![what, reason])
    }
}

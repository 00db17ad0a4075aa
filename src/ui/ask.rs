//! What a form asks for, and the command that its answer is.

mod cadence;
mod review;

pub use review::{Asked, Restored};

use chrono::NaiveTime;
use fluent_bundle::FluentValue;

use super::banner;
use super::overlay::form::{Form, Row, Wrong};
use super::replay::Play;
use super::replay::when::Recording;
use super::{ListedPlan, Opening};
use crate::incident::{
    ActionId, Audience, Command, Duty, DutyCommand, Entry, Event, FindingId, HeaderCommand, Health,
    HelpCommand, Incident, Kind, Line, LogCommand, LogEvent, Pace, PersonName, Planned, Prose, Refusal,
    ReviewCommand, RoleId, Seq, ServiceCommand, Severity, StepCommand, StepId, StepKind, TaskCommand, TaskId,
    UpdateCommand, read_seconds,
};
use crate::lang::Lang;

/// A question that takes words to answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    Note,
    Fact,
    Decide,
    Correct(Seq),
    CommentTask(TaskId),
    BlockTask(TaskId),
    SkipTask(TaskId),
    RetitleTask(TaskId),
    /// With the steps and roles that its choices list.
    AddTask {
        steps: Vec<StepId>,
        roles: Vec<RoleId>,
    },
    SkipStep(StepId),
    ExtendStep(StepId),
    /// With the steps that it can stand behind, before them the very first place.
    AddStep {
        what: NewStep,
        after: Vec<Option<StepId>>,
    },
    Hold,
    EndDay,
    Retitle,
    Describe,
    Close,
    Reopen,
    AddService,
    /// About a task, or in general.
    AskHelp(Option<TaskId>),
    /// With the briefing as it is proposed.
    Offer {
        duty: Duty,
        to: PersonName,
        briefing: String,
    },
    TakeCommand,
    /// Of an audience as it is now.
    Cadence(Box<Audience>),
    /// With the phases that it may speak of, before them none.
    AddFinding {
        steps: Vec<Option<StepId>>,
    },
    CorrectFinding(FindingId),
    DropFinding(FindingId),
    AddAction(Box<Asked>),
    ChangeAction(ActionId, Box<Asked>),
    FinishAction(ActionId),
    DropAction(ActionId),
    /// Of which moment the restored data of a service are.
    RestorePoint(Restored),
    /// Which moment of a recording to show.
    Jump(Box<Recording>),
    NewIncident {
        plans: Vec<ListedPlan>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewStep {
    Phase,
    Break,
    DayEnd,
}

/// What an answered form asks of the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Send(Command),
    Open(Box<Opening>),
    Play(Play),
}

impl Question {
    /// The form, as the incident is now.
    #[expect(clippy::too_many_lines, reason = "one arm a question, read as a list")]
    pub fn form(self, incident: &Incident, lang: Lang) -> Form {
        let say = |key: &str| lang.say(key);
        let task = |id: &TaskId| {
            incident.task(id).map(|(_, task)| task.title.as_str()).unwrap_or_default().to_owned()
        };
        let step =
            |id: &StepId| incident.step(id).map(|step| step.title.as_str()).unwrap_or_default().to_owned();
        let action = |id: &ActionId| {
            incident.action(*id).map(|action| format!("{id} {}", action.title)).unwrap_or_default()
        };
        let reason = || Row::line(say("ask-reason"), "");
        let (title, about, rows) = match &self {
            Self::Note => ("ask-note", String::new(), vec![Row::prose(say("ask-text"), "")]),
            Self::Fact => ("ask-fact", String::new(), vec![Row::prose(say("ask-text"), "")]),
            Self::Decide => (
                "ask-decide",
                String::new(),
                vec![
                    Row::prose(say("ask-decision"), ""),
                    Row::prose(say("ask-why"), ""),
                    Row::prose(say("ask-objections"), ""),
                ],
            ),
            Self::Correct(entry) => {
                let entry = incident.log.get(*entry);
                let now = entry.map(|entry| reads(entry).to_owned()).unwrap_or_default();
                ("ask-correct", say("ask-correct-about"), vec![Row::prose(say("ask-text"), &now)])
            }
            Self::CommentTask(id) => ("ask-comment", task(id), vec![Row::prose(say("ask-text"), "")]),
            Self::BlockTask(id) => ("ask-block", task(id), vec![Row::line(say("ask-missing"), "")]),
            Self::SkipTask(id) => ("ask-skip-task", task(id), vec![reason()]),
            Self::RetitleTask(id) => {
                ("ask-retitle-task", String::new(), vec![Row::line(say("ask-title"), &task(id))])
            }
            Self::AddTask { steps, roles } => {
                let roles = roles.iter().filter_map(|id| incident.role(id)).map(|role| role.name.to_string());
                let rows = vec![
                    Row::line(say("ask-title"), ""),
                    Row::choice(say("ask-role"), roles.collect(), 0),
                    Row::choice(say("ask-phase"), steps.iter().map(step).collect(), 0),
                    Row::line(say("ask-planned"), "").hint(say("ask-planned-hint-optional")),
                ];
                ("ask-add-task", String::new(), rows)
            }
            Self::SkipStep(id) => ("ask-skip-step", step(id), vec![reason()]),
            Self::ExtendStep(id) => {
                let planned = incident.step(id).and_then(|step| step.kind.planned());
                let planned = planned.map(|planned| planned.to_string()).unwrap_or_default();
                let row = Row::line(say("ask-planned"), &planned).hint(say("ask-planned-hint"));
                ("ask-extend", step(id), vec![row])
            }
            Self::AddStep { what, after } => {
                let places = after.iter().map(|after| match after {
                    None => say("ask-first"),
                    Some(id) => lang.say_with("ask-behind", &[("step", step(id).into())]),
                });
                let places: Vec<String> = places.collect();
                let runs =
                    incident.steps.iter().rev().find(|step| !step.is_waiting()).map(|step| step.id.clone());
                let at = after.iter().position(|after| *after == runs).unwrap_or(0);
                let mut rows = vec![Row::line(say("ask-title"), "")];
                let key = match what {
                    NewStep::Phase => "ask-add-phase",
                    NewStep::Break => "ask-add-break",
                    NewStep::DayEnd => "ask-add-day-end",
                };
                if *what == NewStep::DayEnd {
                    rows.push(Row::line(say("ask-at"), "18:00"));
                    rows.push(Row::line(say("ask-resume"), "08:00"));
                } else {
                    rows.push(Row::line(say("ask-planned"), "").hint(say("ask-planned-hint")));
                }
                rows.push(Row::choice(say("ask-place"), places, at));
                (key, String::new(), rows)
            }
            Self::Hold => ("ask-hold", say("ask-hold-about"), vec![reason()]),
            Self::EndDay => {
                let planned = incident.steps.iter().find(|step| step.is_waiting() && step.kind.is_day_end());
                let resume = match planned.map(|step| step.kind) {
                    Some(StepKind::DayEnd { resume, .. }) => resume.format("%H:%M").to_string(),
                    _ => "08:00".to_owned(),
                };
                ("ask-end-day", say("ask-end-day-about"), vec![Row::line(say("ask-resume"), &resume)])
            }
            Self::Retitle => {
                ("ask-retitle", String::new(), vec![Row::line(say("ask-title"), incident.title.as_str())])
            }
            Self::Describe => {
                let now = &incident.situation;
                let rows = vec![
                    Row::prose(say("ask-what"), now.what.as_str()),
                    Row::line(say("ask-since"), now.since.as_str()),
                    Row::prose(say("ask-impact"), now.impact.as_str()),
                ];
                ("ask-describe", String::new(), rows)
            }
            Self::Close => {
                let open = incident.tasks().filter(|(_, task)| !task.state.is_over()).count();
                let about = lang.say_with("ask-close-about", &[("open", open.into())]);
                ("ask-close", about, vec![reason()])
            }
            Self::Reopen => ("ask-reopen", String::new(), vec![reason()]),
            Self::AddService => {
                let health = Health::ALL.iter().map(|health| lang.health(*health)).collect();
                let rows = vec![
                    Row::line(say("ask-name"), ""),
                    Row::line(say("ask-priority"), "1"),
                    Row::choice(say("ask-health"), health, 2),
                    Row::line(say("ask-rto"), "").hint(say("ask-rto-hint")),
                    Row::line(say("ask-rpo"), "").hint(say("ask-rpo-hint")),
                ];
                ("ask-add-service", String::new(), rows)
            }
            Self::AskHelp(id) => {
                let about = match id {
                    Some(id) => lang.say_with("ask-help-about-task", &[("task", task(id).into())]),
                    None => say("ask-call-about"),
                };
                ("ask-call", about, vec![Row::line(say("ask-help-what"), "")])
            }
            Self::Offer { duty, to, briefing } => {
                let duty = banner::name(incident, duty, lang);
                let words = [("person", to.as_str().into()), ("duty", duty.into())];
                let about = lang.say_with("ask-offer-about", &words);
                ("ask-offer", about, vec![Row::prose(say("ask-briefing"), briefing).at_start()])
            }
            Self::TakeCommand => {
                let from = incident.commander.as_str();
                let about = lang.say_with("ask-take-about", &[("person", from.into())]);
                ("ask-take", about, vec![reason()])
            }
            Self::Cadence(audience) => {
                ("ask-cadence", audience.name.to_string(), cadence::rows(audience, lang))
            }
            Self::AddFinding { steps } => {
                let phase = |id: &Option<StepId>| id.as_ref().map_or_else(|| say("review-general"), step);
                let rows = vec![
                    Row::prose(say("review-finding"), ""),
                    Row::choice(say("ask-phase"), steps.iter().map(phase).collect(), 0),
                ];
                ("review-add-finding", String::new(), rows)
            }
            Self::CorrectFinding(id) => {
                let now = incident.finding(*id).map(|finding| finding.text.as_str()).unwrap_or_default();
                ("review-correct-finding", id.to_string(), vec![Row::prose(say("review-finding"), now)])
            }
            Self::DropFinding(id) => {
                let finding = incident.finding(*id);
                let about = finding.map(|it| format!("{id} {}", it.text.first_line())).unwrap_or_default();
                ("review-drop-finding", about, vec![reason()])
            }
            Self::AddAction(asked) => {
                ("review-add-action", String::new(), review::rows(asked, None, incident, lang))
            }
            Self::ChangeAction(id, asked) => {
                ("review-change-action", id.to_string(), review::rows(asked, Some(*id), incident, lang))
            }
            Self::FinishAction(id) => {
                let row = Row::line(say("review-outcome"), "").hint(say("review-outcome-hint"));
                ("review-finish-action", action(id), vec![row])
            }
            Self::DropAction(id) => ("review-drop-action", action(id), vec![reason()]),
            Self::RestorePoint(restored) => {
                let service = incident.service(&restored.service);
                let about = service.map(|service| service.name.to_string()).unwrap_or_default();
                let row = Row::line(say("review-past"), "").hint(say("review-past-hint"));
                ("review-restore-point", about, vec![row])
            }
            Self::Jump(recording) => {
                let (from, to) = recording.ends(lang);
                let about = lang.say_with("playback-jump-about", &[("from", from.into()), ("to", to.into())]);
                let row = Row::line(say("playback-jump-moment"), "").hint(say("playback-jump-hint"));
                ("playback-jump", about, vec![row])
            }
            Self::NewIncident { .. } => ("ask-new-incident", String::new(), Vec::new()),
        };
        let title = lang.say(title);
        Form::new(self, title, about, rows)
    }

    /// Why any answer would be refused now: nobody shall type in vain.
    pub fn refusal(&self, incident: &Incident) -> Option<Refusal> {
        let is_spoken = matches!(
            self,
            Self::Note
                | Self::Fact
                | Self::Decide
                | Self::Correct(_)
                | Self::Reopen
                | Self::TakeCommand
                | Self::AddFinding { .. }
                | Self::CorrectFinding(_)
                | Self::DropFinding(_)
                | Self::AddAction(_)
                | Self::ChangeAction(..)
                | Self::FinishAction(_)
                | Self::DropAction(_)
                | Self::RestorePoint(_)
                | Self::Jump(_)
        );
        match self {
            _ if incident.is_closed() && !is_spoken => Some(Refusal::Closed),
            Self::Reopen if !incident.is_closed() => Some(Refusal::NotClosed),
            Self::BlockTask(id) | Self::SkipTask(id) => {
                let (_, task) = incident.task(id).filter(|(_, task)| task.state.is_over())?;
                Some(Refusal::TaskIs {
                    task: task.id.clone(),
                    title: task.title.clone(),
                    state: task.state.name(),
                    by: task.changed.clone(),
                })
            }
            Self::CorrectFinding(id) | Self::DropFinding(id) => {
                let dropped = incident.finding(*id)?.dropped.as_ref()?;
                Some(Refusal::FindingDropped { finding: *id, by: (dropped.at, dropped.by.clone()) })
            }
            Self::ChangeAction(id, _) | Self::DropAction(id) => {
                let action = incident.action(*id)?;
                let (at, by) = action.settled()?;
                Some(Refusal::ActionIs {
                    action: *id,
                    state: action.state.name(),
                    by: Some((at, by.clone())),
                })
            }
            _ => None,
        }
    }

    /// The form that opens an incident; `plan` is chosen at first.
    pub fn new_incident(plans: &[ListedPlan], plan: usize, lang: Lang) -> Form {
        let names = plans.iter().map(|listed| listed.plan.title.to_string()).collect();
        let severities = Severity::ALL.iter().map(|severity| lang.severity(*severity).to_owned()).collect();
        let kinds = [Kind::Real, Kind::Exercise].iter().map(|kind| lang.kind(*kind)).collect();
        let rows = vec![
            Row::line(lang.say("ask-title"), "").hint(lang.say("ask-title-hint")),
            Row::choice(lang.say("ask-severity"), severities, 1),
            Row::choice(lang.say("ask-plan"), names, plan),
            Row::choice(lang.say("ask-kind"), kinds, 0),
            Row::line(lang.say("ask-speed"), "1").hint(lang.say("ask-speed-hint")).digits().only_at(3, 1),
        ];
        let question = Self::NewIncident { plans: plans.to_vec() };
        Form::new(question, lang.say("ask-new-incident"), String::new(), rows)
    }

    /// What the filled form asks for, or which field is wrong.
    #[expect(clippy::too_many_lines, reason = "one arm a question, read as a list")]
    pub fn answer(&self, form: &Form, lang: Lang) -> Result<Answer, Wrong> {
        let command = match self {
            Self::Note => Command::Log(LogCommand::Note { text: prose(form, 0, lang)? }),
            Self::Fact => Command::Log(LogCommand::RecordFact { text: prose(form, 0, lang)? }),
            Self::Decide => Command::Log(LogCommand::Decide {
                text: prose(form, 0, lang)?,
                why: Prose::new(form.text(1)),
                objections: Prose::new(form.text(2)),
            }),
            Self::Correct(entry) => {
                Command::Log(LogCommand::Correct { entry: *entry, text: prose(form, 0, lang)? })
            }
            Self::CommentTask(task) => {
                Command::Task(TaskCommand::Comment { task: task.clone(), text: prose(form, 0, lang)? })
            }
            Self::BlockTask(task) => {
                Command::Task(TaskCommand::Block { task: task.clone(), reason: line(form, 0, lang)? })
            }
            Self::SkipTask(task) => {
                Command::Task(TaskCommand::Skip { task: task.clone(), reason: line(form, 0, lang)? })
            }
            Self::RetitleTask(task) => {
                Command::Task(TaskCommand::Retitle { task: task.clone(), title: line(form, 0, lang)? })
            }
            Self::AddTask { steps, roles } => Command::Task(TaskCommand::Add {
                title: line(form, 0, lang)?,
                role: roles.get(form.chosen(1)).cloned().ok_or_else(|| needed(1, lang))?,
                step: steps.get(form.chosen(2)).cloned().ok_or_else(|| needed(2, lang))?,
                planned: match form.text(3).trim() {
                    "" => None,
                    _ => Some(planned(form, 3, lang)?),
                },
            }),
            Self::SkipStep(step) => {
                Command::Step(StepCommand::Skip { step: step.clone(), reason: line(form, 0, lang)? })
            }
            Self::ExtendStep(step) => {
                Command::Step(StepCommand::Extend { step: step.clone(), planned: planned(form, 0, lang)? })
            }
            Self::AddStep { what, after } => {
                let title = line(form, 0, lang)?;
                let (kind, place) = match what {
                    NewStep::Phase => (StepKind::Phase { planned: planned(form, 1, lang)? }, 2),
                    NewStep::Break => (StepKind::Break { planned: planned(form, 1, lang)? }, 2),
                    NewStep::DayEnd => {
                        (StepKind::DayEnd { at: time(form, 1, lang)?, resume: time(form, 2, lang)? }, 3)
                    }
                };
                let after = after.get(form.chosen(place)).cloned().flatten();
                Command::Step(StepCommand::Add { title, kind, after })
            }
            Self::Hold => Command::Header(HeaderCommand::Hold { reason: Line::new(form.text(0)) }),
            Self::EndDay => Command::Step(StepCommand::EndDay { resume: Some(time(form, 0, lang)?) }),
            Self::Retitle => Command::Header(HeaderCommand::Retitle { title: line(form, 0, lang)? }),
            Self::Describe => Command::Header(HeaderCommand::Describe {
                what: form.is_changed(0).then(|| Prose::new(form.text(0))),
                since: form.is_changed(1).then(|| Line::new(form.text(1))),
                impact: form.is_changed(2).then(|| Prose::new(form.text(2))),
            }),
            Self::Close => Command::Header(HeaderCommand::Close { reason: Line::new(form.text(0)) }),
            Self::Reopen => Command::Header(HeaderCommand::Reopen { reason: Line::new(form.text(0)) }),
            Self::AddService => Command::Service(ServiceCommand::Add {
                name: line(form, 0, lang)?,
                priority: number(form, 1, (1, u8::MAX.into()), lang)?.try_into().unwrap_or(u8::MAX),
                health: Health::ALL.get(form.chosen(2)).copied().unwrap_or_default(),
                rto: seconds(form, 3, lang)?,
                rpo: seconds(form, 4, lang)?,
            }),
            Self::AskHelp(task) => {
                Command::Help(HelpCommand::Ask { text: line(form, 0, lang)?, task: task.clone() })
            }
            Self::Offer { duty, to, .. } => Command::Duty(DutyCommand::Offer {
                duty: duty.clone(),
                to: to.clone(),
                briefing: Prose::new(form.text(0)),
            }),
            Self::TakeCommand => Command::Duty(DutyCommand::TakeCommand { reason: line(form, 0, lang)? }),
            Self::Cadence(audience) => Command::Update(UpdateCommand::SetAudience {
                audience: Box::new(cadence::read(audience, form, lang)?),
            }),
            Self::AddFinding { steps } => Command::Review(ReviewCommand::AddFinding {
                text: prose(form, 0, lang)?,
                about: steps.get(form.chosen(1)).cloned().flatten(),
            }),
            Self::CorrectFinding(id) => {
                Command::Review(ReviewCommand::CorrectFinding { finding: *id, text: prose(form, 0, lang)? })
            }
            Self::DropFinding(id) => {
                Command::Review(ReviewCommand::DropFinding { finding: *id, reason: line(form, 0, lang)? })
            }
            Self::AddAction(asked) => review::read(asked, None, form, lang)?,
            Self::ChangeAction(id, asked) => review::read(asked, Some(*id), form, lang)?,
            Self::FinishAction(id) => {
                Command::Review(ReviewCommand::FinishAction { action: *id, outcome: Line::new(form.text(0)) })
            }
            Self::DropAction(id) => {
                Command::Review(ReviewCommand::DropAction { action: *id, reason: line(form, 0, lang)? })
            }
            Self::RestorePoint(restored) => review::restore_point(restored, form, lang)?,
            Self::Jump(recording) => {
                let text = form.text(0);
                if text.trim().is_empty() {
                    return Err(needed(0, lang));
                }
                let play = recording.read(text);
                let play = play.map_err(|bad| Wrong { row: 0, why: bad.say(recording, lang) })?;
                return Ok(Answer::Play(play));
            }
            Self::NewIncident { plans } => {
                let title = line(form, 0, lang)?;
                let kind = if form.chosen(3) == 0 { Kind::Real } else { Kind::Exercise };
                let speed = match kind {
                    Kind::Real => 1,
                    Kind::Exercise => number(form, 4, (1, Pace::FASTEST), lang)?,
                };
                return Ok(Answer::Open(Box::new(Opening {
                    title: title.to_string(),
                    severity: Severity::ALL.get(form.chosen(1)).copied().unwrap_or_default(),
                    kind,
                    speed,
                    plan: plans
                        .get(form.chosen(2))
                        .map(|listed| listed.plan.clone())
                        .ok_or_else(|| needed(2, lang))?,
                })));
            }
        };
        Ok(Answer::Send(command))
    }
}

fn needed(row: usize, lang: Lang) -> Wrong {
    Wrong { row, why: lang.say("ask-needed") }
}

fn line(form: &Form, row: usize, lang: Lang) -> Result<Line, Wrong> {
    let line = Line::new(form.text(row));
    if line.is_empty() { Err(needed(row, lang)) } else { Ok(line) }
}

fn prose(form: &Form, row: usize, lang: Lang) -> Result<Prose, Wrong> {
    let prose = Prose::new(form.text(row));
    if prose.as_str().trim().is_empty() { Err(needed(row, lang)) } else { Ok(prose) }
}

fn planned(form: &Form, row: usize, lang: Lang) -> Result<Planned, Wrong> {
    if form.text(row).trim().is_empty() {
        return Err(needed(row, lang));
    }
    form.text(row).parse().map_err(|bad| Wrong { row, why: lang.bad_planned(&bad) })
}

/// A length of time that may be left out.
fn seconds(form: &Form, row: usize, lang: Lang) -> Result<Option<u32>, Wrong> {
    match form.text(row).trim() {
        "" => Ok(None),
        text => read_seconds(text).map(Some).map_err(|bad| Wrong { row, why: lang.bad_planned(&bad) }),
    }
}

fn number(form: &Form, row: usize, (least, most): (u32, u32), lang: Lang) -> Result<u32, Wrong> {
    let number = form.text(row).trim().parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| {
        let bounds = [("least", FluentValue::from(least)), ("most", FluentValue::from(most))];
        Wrong { row, why: lang.say_with("ask-number", &bounds) }
    })
}

/// A time of day: `8:00`, `08h00`, `8h`, `0800` is none.
fn time(form: &Form, row: usize, lang: Lang) -> Result<NaiveTime, Wrong> {
    let text = form.text(row).trim().to_lowercase().replace('h', ":");
    let (hour, minute) = text.split_once(':').unwrap_or((text.as_str(), ""));
    let minute = if minute.is_empty() { Some(0) } else { minute.trim().parse().ok() };
    let time = hour
        .trim()
        .parse()
        .ok()
        .zip(minute)
        .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
    time.ok_or_else(|| Wrong { row, why: lang.say("ask-time-unreadable") })
}

/// The words of an entry that can be corrected, as they read now.
pub fn reads(entry: &Entry) -> &str {
    if let Some(correction) = &entry.correction {
        return correction.text.as_str();
    }
    match &entry.event {
        Event::Log(
            LogEvent::Noted { text } | LogEvent::FactRecorded { text } | LogEvent::Decided { text, .. },
        ) => text.as_str(),
        _ => "",
    }
}

/// Whether an entry can be corrected at all.
pub const fn is_correctable(entry: &Entry) -> bool {
    let words = matches!(
        entry.event,
        Event::Log(LogEvent::Noted { .. } | LogEvent::FactRecorded { .. } | LogEvent::Decided { .. })
    );
    words && entry.undone.is_none()
}

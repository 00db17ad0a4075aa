//! The rules: what a command does, or why it is refused.

mod duty;
mod header;
mod help;
mod log;
mod review;
mod service;
mod step;
mod task;
mod update;

use super::command::{
    Command, Context, DutyCommand, HeaderCommand, HelpCommand, LogCommand, Open, ReviewCommand,
    ServiceCommand, StepCommand, TaskCommand, UpdateCommand,
};
use super::event::{ActionChange, Event, HeaderEvent, NewAction, Opened};
use super::ids::{RoleId, StepId};
use super::refusal::{Field, Refusal};
use super::right::authorise;
use super::state::Incident;
use super::step::{Step, StepState};
use super::text::{Line, Prose};
use super::time::Planned;

/// The longest title or name, in characters.
const TITLE_MAX: usize = 200;
/// The longest reason, in characters.
const REASON_MAX: usize = 1000;
/// The longest text, in bytes.
const TEXT_MAX: usize = 64 * 1024;
const STEPS_MAX: usize = 500;
const TASKS_MAX: usize = 10_000;
const SERVICES_MAX: usize = 500;
const CALLS_MAX: usize = 100;
const AUDIENCES_MAX: usize = 32;
const PROPOSALS_MAX: usize = 100;
const TARGETS_MAX: usize = 100;
const FINDINGS_MAX: usize = 500;
const ACTIONS_MAX: usize = 500;

/// Opens an incident.
pub fn open(open: Open, context: &Context) -> Result<Event, Refusal> {
    if !context.who.rights.right.may_open() {
        return Err(Refusal::MayNotOpen);
    }
    title(&open.title)?;
    header::check_situation(&open.situation)?;
    Ok(Event::Header(HeaderEvent::Opened(Box::new(Opened {
        incident: open.incident,
        title: open.title,
        severity: open.severity,
        kind: open.kind,
        pace: open.pace,
        situation: open.situation,
        zone: open.zone,
        commander: context.who.by.person.clone(),
        plan: open.plan,
    }))))
}

/// What a command makes true now, or why nothing changes.
#[expect(clippy::too_many_lines, reason = "a table: one arm a command")]
pub fn decide(incident: &Incident, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    if incident.is_closed() && !outlives_closing(&command) && !undoes_later(incident, &command, context) {
        return Err(Refusal::Closed);
    }
    authorise(incident, &command, context)?;
    let one = |event: Result<Event, Refusal>| event.map(|event| vec![event]);
    match command {
        Command::Header(HeaderCommand::Retitle { title }) => one(header::retitle(incident, title)),
        Command::Header(HeaderCommand::SetSeverity { severity }) => {
            one(header::set_severity(incident, severity))
        }
        Command::Header(HeaderCommand::Describe { what, since, impact }) => {
            one(header::describe(incident, what, since, impact))
        }
        Command::Header(HeaderCommand::SetZone { zone }) => one(header::set_zone(incident, zone)),
        Command::Header(HeaderCommand::Hold { reason }) => one(header::hold(incident, reason)),
        Command::Header(HeaderCommand::Resume) => one(header::resume(incident)),
        Command::Header(HeaderCommand::Close { reason }) => header::close(incident, reason),
        Command::Header(HeaderCommand::Reopen { reason }) => one(header::reopen(incident, reason)),
        Command::Undo => one(header::undo(incident, context)),

        Command::Step(StepCommand::EndDay { resume }) => step::end_day(incident, resume, context),
        Command::Step(StepCommand::StartDay) => one(step::start_day(incident)),
        Command::Step(StepCommand::Start { step }) => one(step::start(incident, step)),
        Command::Step(StepCommand::Finish { step }) => one(step::finish(incident, step)),
        Command::Step(StepCommand::Skip { step, reason }) => one(step::skip(incident, step, reason)),
        Command::Step(StepCommand::Reopen { step }) => one(step::reopen(incident, step)),
        Command::Step(StepCommand::Extend { step, planned }) => one(step::extend(incident, step, planned)),
        Command::Step(StepCommand::Add { title, kind, after }) => {
            one(step::add(incident, title, kind, after))
        }
        Command::Step(StepCommand::Move { step, after }) => one(step::shift(incident, step, after)),
        Command::Step(StepCommand::Next) => step::next(incident),

        Command::Task(TaskCommand::Add { step, role, title, planned }) => {
            one(task::add(incident, &step, role, title, planned))
        }
        Command::Task(TaskCommand::Start { task }) => one(task::start(incident, task)),
        Command::Task(TaskCommand::Finish { task }) => one(task::finish(incident, task)),
        Command::Task(TaskCommand::Block { task, reason }) => one(task::block(incident, task, reason)),
        Command::Task(TaskCommand::Unblock { task }) => one(task::unblock(incident, task)),
        Command::Task(TaskCommand::Skip { task, reason }) => one(task::skip(incident, task, reason)),
        Command::Task(TaskCommand::Reopen { task }) => one(task::reopen(incident, task)),
        Command::Task(TaskCommand::Assign { task, person }) => one(task::assign(incident, task, person)),
        Command::Task(TaskCommand::Retitle { task, title }) => one(task::retitle(incident, task, title)),
        Command::Task(TaskCommand::Comment { task, text }) => one(task::comment(incident, task, text)),

        Command::Log(LogCommand::Note { text }) => one(log::note(text)),
        Command::Log(LogCommand::RecordFact { text }) => one(log::record_fact(text)),
        Command::Log(LogCommand::Decide { text, why, objections }) => {
            one(log::decision(text, why, objections))
        }
        Command::Log(LogCommand::Correct { entry, text }) => one(log::correct(incident, entry, text)),

        Command::Service(ServiceCommand::Add { name, priority, rto, rpo, health }) => {
            one(service::add(incident, name, priority, rto, rpo, health))
        }
        Command::Service(ServiceCommand::SetHealth { service, health }) => {
            one(service::set(incident, service, health))
        }
        Command::Service(ServiceCommand::SetRestorePoint { service, at }) => {
            one(service::set_restore_point(incident, service, at, context))
        }

        Command::Help(HelpCommand::Ask { text, task }) => one(help::ask(incident, text, task)),
        Command::Help(HelpCommand::Answer { call }) => one(help::answer(incident, call)),
        Command::Duty(DutyCommand::Offer { duty, to, briefing }) => {
            one(duty::offer(incident, duty, to, briefing, context))
        }
        Command::Duty(DutyCommand::Accept { duty }) => one(duty::accept(incident, duty, context)),
        Command::Duty(DutyCommand::DropOffer { duty }) => one(duty::drop_offer(incident, duty)),
        Command::Duty(DutyCommand::RevokeRole { role, person }) => duty::revoke(incident, role, person),
        Command::Duty(DutyCommand::TakeCommand { reason }) => {
            one(duty::take_command(incident, reason, context))
        }

        Command::Update(UpdateCommand::SetAudience { audience }) => {
            one(update::set_audience(incident, audience))
        }
        Command::Update(UpdateCommand::Post { audience, occasion, text }) => {
            one(update::post(incident, audience, occasion, text, context))
        }
        Command::Update(UpdateCommand::Propose { audience, occasion, text }) => {
            one(update::propose(incident, audience, occasion, text))
        }
        Command::Update(UpdateCommand::Approve { proposal, text }) => {
            one(update::approve(incident, proposal, text))
        }
        Command::Update(UpdateCommand::Drop { proposal }) => one(update::drop_proposal(incident, proposal)),
        Command::Update(UpdateCommand::Retry { message, target }) => {
            update::retry(incident, message, target.as_ref())
        }
        Command::Review(ReviewCommand::AddFinding { text, about }) => {
            one(review::add_finding(incident, text, about))
        }
        Command::Review(ReviewCommand::CorrectFinding { finding, text }) => {
            one(review::correct_finding(incident, finding, text))
        }
        Command::Review(ReviewCommand::DropFinding { finding, reason }) => {
            one(review::drop_finding(incident, finding, reason))
        }
        Command::Review(ReviewCommand::AddAction { title, owner, due, finding }) => one(review::add_action(
            incident,
            NewAction { action: incident.last_action.next(), title, owner, due, finding },
        )),
        Command::Review(ReviewCommand::ChangeAction { action, title, owner, due, finding }) => {
            one(review::change_action(incident, ActionChange { action, title, owner, due, finding }))
        }
        Command::Review(ReviewCommand::FinishAction { action, outcome }) => {
            one(review::finish_action(incident, action, outcome))
        }
        Command::Review(ReviewCommand::ReopenAction { action }) => {
            one(review::reopen_action(incident, action))
        }
        Command::Review(ReviewCommand::DropAction { action, reason }) => {
            one(review::drop_action(incident, action, reason))
        }

        Command::System(house) => one(update::report(incident, house, context)),
    }
}

/// What is still possible once the incident is closed: to reopen it, and to write what is remembered later.
const fn outlives_closing(command: &Command) -> bool {
    matches!(
        command,
        Command::Header(HeaderCommand::Reopen { .. })
            | Command::Log(LogCommand::Note { .. }
            | LogCommand::RecordFact { .. }
            | LogCommand::Decide { .. }
            | LogCommand::Correct { .. })
            // Or nobody could reopen what a commander who has left had closed.
            | Command::Duty(DutyCommand::TakeCommand { .. })
            // The audiences are told that it is over, and what is on its way arrives.
            | Command::Update(UpdateCommand::Post { .. }
            | UpdateCommand::Propose { .. }
            | UpdateCommand::Approve { .. }
            | UpdateCommand::Drop { .. }
            | UpdateCommand::Retry { .. })
            | Command::System(_)
            // The review comes after, and only then is it known how old the restored data are.
            | Command::Service(ServiceCommand::SetRestorePoint { .. })
            | Command::Review(ReviewCommand::AddFinding { .. }
            | ReviewCommand::CorrectFinding { .. }
            | ReviewCommand::DropFinding { .. }
            | ReviewCommand::AddAction { .. }
            | ReviewCommand::ChangeAction { .. }
            | ReviewCommand::FinishAction { .. }
            | ReviewCommand::ReopenAction { .. }
            | ReviewCommand::DropAction { .. })
    )
}

/// Whether it takes back what the asker did once the incident was closed: what came before stays as it was closed.
fn undoes_later(incident: &Incident, command: &Command, context: &Context) -> bool {
    let act = incident.last_act(&context.who.by.person);
    *command == Command::Undo && act.is_some_and(|act| incident.is_since_closing(act))
}

fn title(title: &Line) -> Result<(), Refusal> {
    named(title, Field::Title)
}

/// A title or name: there, and short enough for one line.
fn named(name: &Line, what: Field) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err(Refusal::Empty { what });
    }
    at_most(name.as_str(), what, TITLE_MAX)
}

/// A reason that has to be given.
fn given(reason: &Line) -> Result<(), Refusal> {
    if reason.is_empty() {
        return Err(Refusal::Empty { what: Field::Reason });
    }
    at_most(reason.as_str(), Field::Reason, REASON_MAX)
}

/// A reason that may be left out.
fn optional(reason: &Line) -> Result<(), Refusal> {
    at_most(reason.as_str(), Field::Reason, REASON_MAX)
}

fn written(text: &Prose) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::Empty { what: Field::Text });
    }
    bounded(text, Field::Text)
}

fn bounded(text: &Prose, what: Field) -> Result<(), Refusal> {
    if text.as_str().len() > TEXT_MAX {
        return Err(Refusal::TooLong { what, max: TEXT_MAX });
    }
    Ok(())
}

fn at_most(text: &str, what: Field, max: usize) -> Result<(), Refusal> {
    if text.chars().nth(max).is_some() {
        return Err(Refusal::TooLong { what, max });
    }
    Ok(())
}

/// A range that a plan could hold.
fn sound(planned: Planned) -> Result<(), Refusal> {
    const YEAR: u32 = 366 * 24 * 3600;
    if planned.min > planned.max || planned.max == 0 || planned.max > YEAR {
        return Err(Refusal::BadRange);
    }
    Ok(())
}

fn step_of<'a>(incident: &'a Incident, id: &StepId) -> Result<&'a Step, Refusal> {
    incident.step(id).ok_or_else(|| Refusal::no_such_step(id))
}

fn known_role(incident: &Incident, role: &RoleId) -> Result<(), Refusal> {
    if incident.role(role).is_some() {
        return Ok(());
    }
    let known = incident.roles().iter().map(|role| Line::new(role.id.as_str())).collect();
    Err(Refusal::NoSuchRole { role: Line::new(role.as_str()), known })
}

fn step_is(step: &Step) -> Refusal {
    Refusal::StepIs { step: step.title.clone(), state: step.state.name() }
}

/// Steps start and finish only while the clocks run.
fn clocks_run(incident: &Incident) -> Result<(), Refusal> {
    if incident.is_held() {
        return Err(Refusal::Held);
    }
    match incident.night() {
        Some(night) => Err(Refusal::Night { step: night.step.title.clone() }),
        None => Ok(()),
    }
}

impl StepState {
    /// The name of the state in JSON and on the command line.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Active => "active",
            Self::Finished => "finished",
            Self::Skipped { .. } => "skipped",
        }
    }
}

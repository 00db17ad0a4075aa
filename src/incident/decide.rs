//! The rules: what a command does, or why it is refused. Those of each noun are in its folder.

use crate::incident::asking::Asking;
use crate::incident::checks::{one, titled};
use crate::incident::header::command::check_situation;
use crate::incident::undo::rules::{authorise_undo, undo};
use crate::incident::{Command, Context, Event, HeaderEvent, Incident, Open, Opened, Refusal, Right};

/// Opens an incident.
pub fn open(open: Open, context: &Context) -> Result<Event, Refusal> {
    if !context.who.rights.right.may_open() {
        return Err(Refusal::MayNotOpen);
    }
    titled(&open.title)?;
    check_situation(&open.situation)?;
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
pub fn decide(incident: &Incident, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    if incident.is_closed() && !outlives_closing(&command) && !undoes_later(incident, &command, context) {
        return Err(Refusal::Closed);
    }
    authorise(incident, &command, context)?;
    match command {
        Command::System(command) => one(command.decide(incident, context)),
        Command::Undo => one(undo(incident, context)),
        Command::Header(command) => command.decide(incident),
        Command::Step(command) => command.decide(incident, context),
        Command::Task(command) => command.decide(incident),
        Command::Log(command) => command.decide(incident),
        Command::Service(command) => command.decide(incident, context),
        Command::Help(command) => command.decide(incident),
        Command::Duty(command) => command.decide(incident, context),
        Command::Update(command) => command.decide(incident, context),
        Command::Review(command) => command.decide(incident),
    }
}

/// Whether the asker may ask for this at all; what the incident's state forbids is another question.
pub fn authorise(incident: &Incident, command: &Command, context: &Context) -> Result<(), Refusal> {
    let right = context.who.rights.right;
    if (right == Right::System) != matches!(command, Command::System(_)) {
        return Err(Refusal::SystemOnly);
    }
    if matches!(right, Right::System | Right::Owner) || incident.commander == context.who.by.person {
        return Ok(());
    }
    if right == Right::Observer {
        return Err(Refusal::ReadsOnly { commander: incident.commander.clone() });
    }
    let asking = Asking { incident, context };
    match command {
        Command::System(_) => Ok(()),
        Command::Undo => authorise_undo(&asking),
        Command::Header(command) => command.authorise(&asking),
        Command::Step(command) => command.authorise(&asking),
        Command::Task(command) => command.authorise(&asking),
        Command::Log(command) => command.authorise(&asking),
        Command::Service(command) => command.authorise(&asking),
        Command::Help(command) => command.authorise(&asking),
        Command::Duty(command) => command.authorise(&asking),
        Command::Update(command) => command.authorise(&asking),
        Command::Review(command) => command.authorise(&asking),
    }
}

/// Whether a command is still possible once the incident is closed: what is remembered, sent or reviewed afterwards.
const fn outlives_closing(command: &Command) -> bool {
    match command {
        Command::System(_) | Command::Log(_) | Command::Review(_) => true,
        Command::Header(command) => command.outlives_closing(),
        Command::Service(command) => command.outlives_closing(),
        Command::Duty(command) => command.outlives_closing(),
        Command::Update(command) => command.outlives_closing(),
        Command::Undo | Command::Step(_) | Command::Task(_) | Command::Help(_) => false,
    }
}

/// Whether it takes back what the asker did once the incident was closed: what came before stays as it was closed.
fn undoes_later(incident: &Incident, command: &Command, context: &Context) -> bool {
    let act = incident.last_act(&context.who.by.person);
    *command == Command::Undo && act.is_some_and(|act| incident.is_since_closing(act))
}

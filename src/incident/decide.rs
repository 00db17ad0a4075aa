//! The rules: what a command does, or why it is refused. Each noun's are in its folder.

use crate::incident::asker::Asker;
use crate::incident::checks::titled;
use crate::incident::header::command::check_situation;
use crate::incident::undo::rules::{authorise_undo, undo};
use crate::incident::{
    Command, Context, DutyCommand, Event, HeaderCommand, HeaderEvent, Incident, Open, Opened, Refusal, Right,
    ServiceCommand, UpdateCommand,
};

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

/// Returns the events of a command, or why it is refused.
pub fn decide(incident: &Incident, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    if incident.is_closed() && !outlives_closing(&command) && !undoes_later(incident, &command, context) {
        return Err(Refusal::Closed);
    }
    authorise(incident, &command, context)?;
    Ok(match command {
        Command::System(command) => vec![command.decide(incident, context)?],
        Command::Undo => undo(incident, context)?,
        Command::Header(command) => command.decide(incident, context)?,
        Command::Step(command) => all(Event::Step, command.decide(incident, context)?),
        Command::Task(command) => all(Event::Task, [command.decide(incident)?]),
        Command::Log(command) => all(Event::Log, [command.decide(incident)?]),
        Command::Service(command) => all(Event::Service, [command.decide(incident, context)?]),
        Command::Help(command) => all(Event::Help, [command.decide(incident, context)?]),
        Command::Duty(command) => all(Event::Duty, command.decide(incident, context)?),
        Command::Update(command) => all(Event::Update, command.decide(incident, context)?),
        Command::Review(command) => all(Event::Review, [command.decide(incident)?]),
    })
}

fn all<E>(of: fn(E) -> Event, events: impl IntoIterator<Item = E>) -> Vec<Event> {
    events.into_iter().map(of).collect()
}

/// Whether the asker has the right to this command; the state may still forbid it.
///
/// What holds for every command is here, who may ask for which one in its noun's `command.rs`.
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
    let asker = Asker { incident, context };
    match command {
        Command::System(_) => Ok(()),
        Command::Undo => authorise_undo(&asker),
        Command::Header(command) => command.authorise(&asker),
        Command::Step(command) => command.authorise(&asker),
        Command::Task(command) => command.authorise(&asker),
        Command::Log(command) => command.authorise(&asker),
        Command::Service(command) => command.authorise(&asker),
        Command::Help(command) => command.authorise(&asker),
        Command::Duty(command) => command.authorise(&asker),
        Command::Update(command) => command.authorise(&asker),
        Command::Review(command) => command.authorise(&asker),
    }
}

/// Whether a command is possible in a closed incident: what is remembered, sent or reviewed afterwards.
const fn outlives_closing(command: &Command) -> bool {
    match command {
        Command::System(_)
        | Command::Log(_)
        | Command::Review(_)
        | Command::Header(HeaderCommand::Reopen { .. })
        // The age of restored data is often known only afterwards.
        | Command::Service(ServiceCommand::SetRestorePoint { .. })
        // Otherwise an incident closed by a commander who has left could not be reopened.
        | Command::Duty(DutyCommand::TakeCommand { .. }) => true,
        // Audiences are informed of the end, and messages under way arrive.
        Command::Update(command) => !matches!(command, UpdateCommand::SetAudience { .. }),
        _ => false,
    }
}

/// Whether it undoes one's own closing or something done after it; what came before the closing stays.
fn undoes_later(incident: &Incident, command: &Command, context: &Context) -> bool {
    let me = &context.who.by.person;
    let is_later = || incident.last_act(me).is_some_and(|act| incident.is_since_closing(act));
    *command == Command::Undo && (incident.has_just_closed(me) || is_later())
}

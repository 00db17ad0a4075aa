//! Who may do what.

use serde::{Deserialize, Serialize};

use super::command::{Command, Context};
use super::duty::Duty;
use super::event::Signature;
use super::ids::{PersonName, RoleId, TaskId};
use super::refusal::{Refusal, Whom};
use super::state::Incident;
use super::text::Line;

/// What a person is trusted with, whatever the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Reads.
    Observer,
    /// Does the tasks of their roles and what is assigned to them, and writes in the log.
    Member,
    /// May do everybody's tasks, and take command when the commander is gone.
    Deputy,
    /// May open incidents and take command at any time.
    Commander,
    /// The account whose host it is: everything, as if in command.
    Owner,
}

/// What a person may do, by who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    pub right: Right,
    pub roles: Vec<RoleId>,
}

/// Somebody who asks: who they are, through which door, and what they may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub by: Signature,
    pub rights: Rights,
}

impl Rights {
    pub const OWNER: Self = Self { right: Right::Owner, roles: Vec::new() };
}

impl Who {
    /// The account whose host it is.
    pub const fn owner(by: Signature) -> Self {
        Self { by, rights: Rights::OWNER }
    }
}

/// Whether the asker may ask for this at all; what the incident's state forbids is another question.
///
/// What is asked of something that is not there passes: the rules say so better.
pub fn authorise(incident: &Incident, command: &Command, context: &Context) -> Result<(), Refusal> {
    let right = context.who.rights.right;
    let me = &context.who.by.person;
    if right == Right::Owner || incident.commander == *me {
        return Ok(());
    }
    if right == Right::Observer {
        return Err(Refusal::ReadsOnly { commander: incident.commander.clone() });
    }
    let deputy = right >= Right::Deputy;
    let commander = || Err(Refusal::NotYours { whom: Whom::Commander(incident.commander.clone()) });
    let if_deputy = || if deputy { Ok(()) } else { commander() };
    match command {
        Command::Retitle { .. }
        | Command::SetSeverity { .. }
        | Command::Describe { .. }
        | Command::SetZone { .. }
        | Command::Hold { .. }
        | Command::Resume
        | Command::EndDay { .. }
        | Command::StartDay
        | Command::Close { .. }
        | Command::Reopen { .. }
        | Command::StartStep { .. }
        | Command::FinishStep { .. }
        | Command::SkipStep { .. }
        | Command::ReopenStep { .. }
        | Command::ExtendStep { .. }
        | Command::AddStep { .. }
        | Command::MoveStep { .. }
        | Command::NextStep
        | Command::Offer { duty: Duty::Command, .. } => commander(),

        Command::Decide { .. } | Command::AddService { .. } | Command::SetService { .. } => if_deputy(),

        Command::AddTask { role, .. } | Command::Offer { duty: Duty::Role(role), .. } => {
            if deputy {
                Ok(())
            } else {
                of_role(incident, role, context)
            }
        }
        Command::StartTask { task }
        | Command::FinishTask { task }
        | Command::BlockTask { task, .. }
        | Command::UnblockTask { task }
        | Command::SkipTask { task, .. }
        | Command::ReopenTask { task }
        | Command::AssignTask { task, .. }
        | Command::RetitleTask { task, .. }
        | Command::CommentTask { task, .. } => {
            if deputy {
                Ok(())
            } else {
                of_task(incident, task, context)
            }
        }

        // Only whom it is offered to accepts an offer, whatever anybody's rights: a rule, not a right.
        Command::Note { .. }
        | Command::RecordFact { .. }
        | Command::AskHelp { .. }
        | Command::AcceptOffer { .. } => Ok(()),
        Command::Correct { entry, .. } => match incident.log.get(*entry) {
            Some(entry) if !deputy && entry.by.person != *me => {
                Err(Refusal::NotYours { whom: Whom::Person(entry.by.person.clone()) })
            }
            _ => Ok(()),
        },
        Command::AnswerHelp { call } => match incident.call(*call) {
            Some(call) if call.by != *me => if_deputy(),
            _ => Ok(()),
        },

        Command::DropOffer { duty } => match incident.offer(duty) {
            Some(offer) if offer.from != *me && offer.to != *me => {
                Err(Refusal::NotYours { whom: Whom::Person(offer.from.clone()) })
            }
            _ => Ok(()),
        },
        Command::TakeCommand { .. } => match right {
            Right::Commander => Ok(()),
            _ if !deputy => commander(),
            _ if context.commander_gone => Ok(()),
            _ => Err(Refusal::CommanderThere { commander: incident.commander.clone() }),
        },

        // What somebody did while they were in command is not theirs to take back once they are not.
        Command::Undo => match incident.last_act(me) {
            Some(act) if act.drives() => commander(),
            _ => Ok(()),
        },
    }
}

fn of_role(incident: &Incident, role: &RoleId, context: &Context) -> Result<(), Refusal> {
    if incident.role(role).is_none() || incident.holds(&context.who, role) {
        return Ok(());
    }
    Err(Refusal::NotYours { whom: holders(incident, role, None) })
}

fn of_task(incident: &Incident, task: &TaskId, context: &Context) -> Result<(), Refusal> {
    match incident.task(task) {
        Some((_, task)) if !incident.is_task_of(&context.who, task) => {
            Err(Refusal::NotYours { whom: holders(incident, &task.role, task.assignee.as_ref()) })
        }
        _ => Ok(()),
    }
}

/// Who is known to do what a role does, the one first who has the task in hand.
fn holders(incident: &Incident, role: &RoleId, assignee: Option<&PersonName>) -> Whom {
    let takers = incident.takers(role).filter(|taker| Some(*taker) != assignee);
    let holders = assignee.into_iter().chain(takers).cloned().collect();
    let role = incident.role(role).map_or_else(|| Line::new(role.as_str()), |role| role.name.clone());
    Whom::Role { role, holders, commander: incident.commander.clone() }
}

//! `task`: what each role has to do.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{Reason, line, prose};
use super::{Outcome, json, table};
use crate::incident::{self, Command, Moment, PersonName, Planned, Step, TaskCommand, TaskState};

#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    List(List),
    Start {
        task: String,
    },
    Done {
        task: String,
    },
    Block {
        task: String,
        #[command(flatten)]
        reason: Reason,
    },
    Unblock {
        task: String,
    },
    Skip {
        task: String,
        #[command(flatten)]
        reason: Reason,
    },
    Reopen {
        task: String,
    },
    Assign {
        task: String,
        /// By default, yourself.
        #[arg(conflicts_with = "nobody")]
        person: Option<String>,
        #[arg(long)]
        nobody: bool,
    },
    Add {
        role: String,
        #[arg(required = true)]
        title: Vec<String>,
        #[arg(long)]
        phase: Option<String>,
        #[arg(long, value_name = "RANGE")]
        planned: Option<Planned>,
    },
    Retitle {
        task: String,
        #[arg(required = true)]
        title: Vec<String>,
    },
    Comment {
        task: String,
        #[arg(required = true)]
        text: Vec<String>,
    },
}

/// Which tasks are shown.
#[derive(Clone, Debug, Args)]
pub struct List {
    #[arg(long)]
    phase: Option<String>,
    #[arg(long)]
    role: Option<String>,
    #[arg(long, value_parser = ["todo", "doing", "blocked", "done", "skipped"])]
    state: Option<String>,
    #[arg(long)]
    person: Option<String>,
    #[arg(long, conflicts_with = "phase")]
    running: bool,
    #[arg(long)]
    json: bool,
}

impl Task {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(Command::Task(match self {
            Self::Start { task } => TaskCommand::Start { task: room.task(task)? },
            Self::Done { task } => TaskCommand::Finish { task: room.task(task)? },
            Self::Block { task, reason } => TaskCommand::Block { task: room.task(task)?, reason: reason.line() },
            Self::Unblock { task } => TaskCommand::Unblock { task: room.task(task)? },
            Self::Skip { task, reason } => TaskCommand::Skip { task: room.task(task)?, reason: reason.line() },
            Self::Reopen { task } => TaskCommand::Reopen { task: room.task(task)? },
            Self::Assign { task, person, nobody } => {
                let person = match person {
                    Some(person) => room.person(person)?,
                    None => room.caller.who.by.person.clone(),
                };
                TaskCommand::Assign { task: room.task(task)?, person: (!nobody).then_some(person) }
            }
            Self::Add { role, title, phase, planned } => {
                let role = room.role(role)?;
                let step = room.step_or_running(phase.as_deref())?;
                TaskCommand::Add { step, role, title: line(title), planned: *planned }
            }
            Self::Retitle { task, title } => TaskCommand::Retitle { task: room.task(task)?, title: line(title) },
            Self::Comment { task, text } => TaskCommand::Comment { task: room.task(task)?, text: prose(text) },
            Self::List(list) => return Err(list.shown(room)?),
        }))
    }
}

impl List {
    fn shown(&self, room: &RoomCommand<'_>) -> Result<Outcome, Outcome> {
        let (lang, incident, now) = (room.lang, room.incident(), room.now());
        let phase = self.phase.as_deref().map(|phase| room.step_id(phase)).transpose()?;
        let role = self.role.as_deref().map(|role| room.role(role)).transpose()?;
        let person = self.person.as_deref().map(PersonName::new);
        let tasks = incident
            .tasks()
            .filter(|(step, _)| phase.as_ref().is_none_or(|phase| step.id == *phase))
            .filter(|(step, _)| !self.running || step.is_active())
            .filter(|(_, task)| role.as_ref().is_none_or(|role| task.role == *role))
            .filter(|(_, task)| self.state.as_deref().is_none_or(|state| task.state.name() == state))
            .filter(|(_, task)| person.is_none() || task.assignee == person);
        let columns = &["id", "state", "assignee", "title"];
        Ok(table::List { lang, json: self.json, none: "verb-no-tasks", columns }.of(
            tasks,
            |(step, task)| value(incident, step, task, now),
            |(_, task)| {
                let assignee = task.assignee.as_ref().map_or_else(String::new, |it| format!("@{it}"));
                let title = match reason(task) {
                    None => task.title.to_string(),
                    Some(reason) => format!("{} ({reason})", task.title),
                };
                vec![task.id.to_string(), lang.task_state(&task.state), assignee, title]
            },
        ))
    }
}

fn reason(task: &incident::Task) -> Option<&incident::Line> {
    match &task.state {
        TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } => Some(reason),
        TaskState::Todo | TaskState::Doing | TaskState::Done => None,
    }
}

fn value(incident: &incident::Incident, step: &Step, task: &incident::Task, now: Moment) -> Value {
    json!({
        "id": task.id,
        "phase": step.id,
        "role": task.role,
        "title": task.title,
        "state": task.state.name(),
        "assignee": task.assignee,
        "reason": reason(task),
        "planned": json::optional(task.planned, json::planned),
        "late": incident.is_task_late(task, now),
        "started_at": json::optional(task.started_at, json::moment),
        "changed_at": json::optional(task.changed.as_ref(), |(at, _)| json::moment(*at)),
        "changed_by": task.changed.as_ref().map(|(_, by)| by),
        "comments": task.comments.iter().map(|it| {
            json!({ "at": json::moment(it.at), "by": it.by, "text": it.text })
        }).collect::<Vec<_>>(),
    })
}

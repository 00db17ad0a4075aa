//! `action`: follow-up actions, with their owners and due dates.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{Reason, line};
use super::{Caller, Outcome, json, table};
use crate::incident::{
    ActionId, Change, Command, FindingId, FollowUp, FollowUpState, IncidentId, Line, PersonName,
    ReviewCommand, TypedDay,
};
use crate::lang::Lang;
use crate::room::Rooms;

#[derive(Clone, Debug, Subcommand)]
pub enum Action {
    List(List),
    Add {
        #[arg(required = true)]
        title: Vec<String>,
        #[arg(long, value_name = "PERSON")]
        owner: Option<String>,
        #[arg(long, value_name = "DATE")]
        due: Option<TypedDay>,
        #[arg(long)]
        finding: Option<FindingId>,
    },
    Change(Changed),
    Done {
        action: ActionId,
        outcome: Vec<String>,
    },
    Reopen {
        action: ActionId,
    },
    Drop {
        action: ActionId,
        #[command(flatten)]
        reason: Reason,
    },
}

/// Which actions are shown.
#[expect(clippy::struct_excessive_bools, reason = "flags of the command line")]
#[derive(Clone, Debug, Args)]
pub struct List {
    /// Of every incident of this machine.
    #[arg(long)]
    all: bool,
    #[arg(long, conflicts_with = "late")]
    open: bool,
    #[arg(long)]
    late: bool,
    #[arg(long, value_name = "PERSON")]
    owner: Option<String>,
    #[arg(long)]
    json: bool,
}

/// What becomes different about an action.
#[derive(Clone, Debug, Args)]
pub struct Changed {
    action: ActionId,
    #[arg(long)]
    title: Option<String>,
    #[arg(long, value_name = "PERSON", conflicts_with = "nobody")]
    owner: Option<String>,
    #[arg(long)]
    nobody: bool,
    #[arg(long, value_name = "DATE", conflicts_with = "no_due")]
    due: Option<TypedDay>,
    #[arg(long)]
    no_due: bool,
    #[arg(long, conflicts_with = "no_finding")]
    finding: Option<FindingId>,
    #[arg(long)]
    no_finding: bool,
}

impl Action {
    /// The list of every incident, which needs no room.
    pub const fn everywhere(&self) -> Option<&List> {
        match self {
            Self::List(list) if list.all => Some(list),
            _ => None,
        }
    }

    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.carry_out(self.command(room)).await
    }

    /// What to ask of the room, or what there is to say without asking.
    fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        let today = room.incident().today(room.now());
        Ok(match self {
            Self::List(list) => return Err(list.run(room, today)),
            Self::Add { title, owner, due, finding } => Command::Review(ReviewCommand::AddAction {
                title: line(title),
                owner: owner.as_deref().map(|person| room.person(person)).transpose()?,
                due: due.map(|due| due.resolve(today)),
                finding: *finding,
            }),
            Self::Change(changed) => changed.command(room, today)?,
            Self::Done { action, outcome } => {
                Command::Review(ReviewCommand::FinishAction { action: *action, outcome: line(outcome) })
            }
            Self::Reopen { action } => Command::Review(ReviewCommand::ReopenAction { action: *action }),
            Self::Drop { action, reason } => {
                Command::Review(ReviewCommand::DropAction { action: *action, reason: reason.line() })
            }
        })
    }
}

impl Changed {
    fn command(&self, room: &RoomCommand<'_>, today: NaiveDate) -> Result<Command, Outcome> {
        let owner = self.owner.as_deref().map(|person| room.person(person)).transpose()?;
        Ok(Command::Review(ReviewCommand::ChangeAction {
            action: self.action,
            title: self.title.as_deref().map(Line::new),
            owner: change(owner, self.nobody),
            due: change(self.due.map(|due| due.resolve(today)), self.no_due),
            finding: change(self.finding, self.no_finding),
        }))
    }
}

fn change<T>(to: Option<T>, clear: bool) -> Change<T> {
    match to {
        Some(to) => Change::To(to),
        None if clear => Change::Clear,
        None => Change::Keep,
    }
}

impl List {
    fn run(&self, room: &RoomCommand<'_>, today: NaiveDate) -> Outcome {
        let mut actions: Vec<_> =
            room.incident().actions.iter().filter(|it| self.wants(it, today)).map(AsRef::as_ref).collect();
        if self.json {
            return Outcome::json(&actions.iter().map(|it| value(it, None, today)).collect());
        }
        if actions.is_empty() {
            return Outcome::done(room.lang.say(self.none()));
        }
        actions.sort_by_key(|it| it.urgency());
        let rows: Vec<_> = actions.into_iter().map(|it| row(it, today, room.lang)).collect();
        let columns = ["id", "state", "due", "owner", "finding", "title"];
        Outcome::done(table::render(&table::headings(room.lang, &columns), &rows))
    }

    /// Of every incident.
    pub async fn run_everywhere(&self, caller: &Caller, rooms: &Rooms) -> Outcome {
        let list = rooms.list().await;
        let mut actions = Vec::new();
        for incident in &list {
            let today = incident.today;
            let wanted = incident.actions.iter().filter(|it| self.wants(it, today));
            actions.extend(wanted.map(|it| (incident, it.as_ref(), today)));
        }
        if self.json {
            let values = actions.iter().map(|(of, it, today)| value(it, Some(&of.id), *today));
            return Outcome::json(&values.collect());
        }
        if actions.is_empty() {
            return Outcome::done(caller.lang.say(self.none()));
        }
        actions.sort_by_key(|(_, it, _)| it.urgency());
        let rows: Vec<_> = actions
            .into_iter()
            .map(|(of, it, today)| {
                let mut row = row(it, today, caller.lang);
                row.insert(0, of.id.to_string());
                row
            })
            .collect();
        let columns = ["incident", "id", "state", "due", "owner", "finding", "title"];
        Outcome::done(table::render(&table::headings(caller.lang, &columns), &rows))
    }

    /// What is said where there is nothing to show.
    const fn none(&self) -> &'static str {
        let is_all = !self.open && !self.late && self.owner.is_none();
        if is_all { "review-no-actions" } else { "review-no-such-actions" }
    }

    fn wants(&self, action: &FollowUp, today: NaiveDate) -> bool {
        let owner = self.owner.as_deref().map(|owner| PersonName::new(owner.trim_start_matches('@')));
        (!self.open || action.is_open())
            && (!self.late || action.is_overdue(today))
            && owner.is_none_or(|owner| action.owner.as_ref() == Some(&owner))
    }
}

fn row(action: &FollowUp, today: NaiveDate, lang: Lang) -> Vec<String> {
    let (title, more) = (action.title.as_str(), said(&action.state).filter(|said| !said.is_empty()));
    let title = match more {
        Some(more) => format!("{title} ({more})"),
        None => title.to_owned(),
    };
    vec![
        action.id.to_string(),
        lang.follow_up_state(action, today),
        action.due.map_or_else(String::new, |due| due.to_string()),
        action.owner.as_ref().map_or_else(String::new, |owner| format!("@{owner}")),
        action.finding.map_or_else(String::new, |finding| finding.to_string()),
        title,
    ]
}

/// What was said when it was finished or given up.
const fn said(state: &FollowUpState) -> Option<&Line> {
    match state {
        FollowUpState::Open => None,
        FollowUpState::Done { outcome, .. } => Some(outcome),
        FollowUpState::Dropped(dropped) => Some(&dropped.reason),
    }
}

/// An action, for other programs.
fn value(action: &FollowUp, incident: Option<&IncidentId>, today: NaiveDate) -> Value {
    let mut value = json!({
        "id": action.id,
        "title": action.title,
        "owner": action.owner,
        "due": action.due,
        "finding": action.finding,
        "state": action.state.name(),
        "late": action.is_overdue(today),
        "by": action.by,
        "at": json::moment(action.at),
        "settled_at": json::optional(action.settled(), |(at, _)| json::moment(at)),
        "settled_by": action.settled().map(|(_, by)| by),
        "said": said(&action.state),
    });
    if let Some(incident) = incident {
        value["incident"] = json!(incident);
    }
    value
}

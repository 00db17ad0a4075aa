//! `finding` and `action`: what the review found, and follow-up actions with their owners and due dates.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::room_command::RoomCommand;
use super::typed::{Reason, line, prose};
use super::{Caller, Outcome, json, table};
use crate::incident::{
    self, ActionId, Change, Command, FindingId, FollowUp, FollowUpState, IncidentId, Line, PersonName, ReviewCommand,
    TypedDay,
};
use crate::lang::{Lang, vars};
use crate::room::Rooms;

#[derive(Clone, Debug, Subcommand)]
pub enum Finding {
    List {
        /// With those that were dropped.
        #[arg(long)]
        all: bool,
        #[arg(long)]
        json: bool,
    },
    Add {
        #[arg(required = true)]
        text: Vec<String>,
        /// The phase it is about.
        #[arg(long, value_name = "PHASE")]
        about: Option<String>,
    },
    Correct {
        finding: FindingId,
        #[arg(required = true)]
        text: Vec<String>,
    },
    Drop {
        finding: FindingId,
        #[command(flatten)]
        reason: Reason,
    },
}

impl Finding {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        Ok(Command::Review(match self {
            Self::List { all, json } => return Err(findings(room, *all, *json)),
            Self::Add { text, about } => ReviewCommand::AddFinding {
                text: prose(text),
                about: about.as_deref().map(|phase| room.step_id(phase)).transpose()?,
            },
            Self::Correct { finding, text } => ReviewCommand::CorrectFinding { finding: *finding, text: prose(text) },
            Self::Drop { finding, reason } => ReviewCommand::DropFinding { finding: *finding, reason: reason.line() },
        }))
    }
}

fn findings(room: &RoomCommand<'_>, all: bool, json: bool) -> Outcome {
    let (lang, incident) = (room.lang, room.incident());
    let columns = &["id", "phase", "by", "text"];
    table::List { lang, json, none: "review-no-findings-yet", columns }.of(
        incident.findings.iter().filter(|it| all || it.dropped.is_none()),
        |it| finding_value(it),
        |it| {
            let about = it.about.as_ref().map_or_else(String::new, ToString::to_string);
            let mut text = it.text.first_line().to_owned();
            if let Some(dropped) = &it.dropped {
                text = lang.say_with("review-dropped", &vars![text, reason = dropped.reason.as_str()]);
            }
            vec![it.id.to_string(), about, it.by.to_string(), text]
        },
    )
}

fn finding_value(finding: &incident::Finding) -> Value {
    json!({
        "id": finding.id,
        "text": finding.text,
        "about": finding.about,
        "by": finding.by,
        "at": json::moment(finding.at),
        "corrected_at": json::optional(finding.corrected.as_ref(), |(at, _)| json::moment(*at)),
        "corrected_by": finding.corrected.as_ref().map(|(_, by)| by),
        "dropped_at": json::optional(finding.dropped.as_ref(), |dropped| json::moment(dropped.at)),
        "dropped_by": finding.dropped.as_ref().map(|dropped| &dropped.by),
        "reason": finding.dropped.as_ref().map(|dropped| &dropped.reason),
    })
}

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

/// The changes of an action.
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

    pub fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        let today = room.incident().today(room.now());
        let person = |typed: &Option<String>| typed.as_deref().map(|typed| room.person(typed)).transpose();
        Ok(Command::Review(match self {
            Self::List(list) => return Err(list.run(room, today)),
            Self::Add { title, owner, due, finding } => ReviewCommand::AddAction {
                title: line(title),
                owner: person(owner)?,
                due: due.map(|due| due.resolve(today)),
                finding: *finding,
            },
            Self::Change(changed) => ReviewCommand::ChangeAction {
                action: changed.action,
                title: changed.title.as_deref().map(Line::new),
                owner: change(person(&changed.owner)?, changed.nobody),
                due: change(changed.due.map(|due| due.resolve(today)), changed.no_due),
                finding: change(changed.finding, changed.no_finding),
            },
            Self::Done { action, outcome } => ReviewCommand::FinishAction { action: *action, outcome: line(outcome) },
            Self::Reopen { action } => ReviewCommand::ReopenAction { action: *action },
            Self::Drop { action, reason } => ReviewCommand::DropAction { action: *action, reason: reason.line() },
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
        let wanted = room.incident().actions.iter().filter(|it| self.wants(it, today));
        self.print(room.lang, wanted.map(|it| (None, it.as_ref(), today)).collect())
    }

    pub async fn run_everywhere(&self, caller: &Caller, rooms: &Rooms) -> Outcome {
        let list = rooms.list().await;
        let wanted = list.iter().flat_map(|incident| {
            let (id, today) = (Some(&incident.id), incident.today);
            let wanted = incident.actions.iter().filter(move |it| self.wants(it, today));
            wanted.map(move |it| (id, it.as_ref(), today))
        });
        self.print(caller.lang, wanted.collect())
    }

    /// Prints actions with their incidents, unless all are of one, and the current day there.
    fn print(&self, lang: Lang, mut actions: Vec<(Option<&IncidentId>, &FollowUp, NaiveDate)>) -> Outcome {
        if !self.json {
            actions.sort_by_key(|(_, it, _)| it.urgency());
        }
        let is_all = !self.open && !self.late && self.owner.is_none();
        let none = if is_all { "review-no-actions" } else { "review-no-such-actions" };
        let columns = &["incident", "id", "state", "due", "owner", "finding", "title"];
        table::List { lang, json: self.json, none, columns: &columns[usize::from(!self.all)..] }.of(
            actions,
            |(of, it, today)| value(it, *of, *today),
            |(of, it, today)| {
                let incident = of.map(ToString::to_string);
                incident.into_iter().chain(row(it, *today, lang)).collect()
            },
        )
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

/// The outcome, or why it was dropped.
const fn said(state: &FollowUpState) -> Option<&Line> {
    match state {
        FollowUpState::Open => None,
        FollowUpState::Done { outcome, .. } => Some(outcome),
        FollowUpState::Dropped(dropped) => Some(&dropped.reason),
    }
}

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

//! Which actions are open to whoever looks: the rules are asked before anything is typed.

use super::act::tick;
use super::action::{Action, Group};
use super::review::Reviewed;
use super::{Screen, View};
use crate::incident::{
    Command, Context, Duty, Health, Line, Occasion, Prose, Refusal, Right, RoleId, StepId, authorise,
};

impl Screen {
    /// Why an action is not for whoever looks, and whom to ask instead.
    pub(super) fn may(&self, view: &View<'_>, action: Action) -> Result<(), Refusal> {
        if view.is_in_command() || view.who.rights.right == Right::Owner {
            return Ok(());
        }
        self.example(view, action).map_or(Ok(()), |command| allowed(view, &command))
    }

    /// A command such as the action would send.
    fn example(&self, view: &View<'_>, action: Action) -> Option<Command> {
        let task = || self.cursor.selected_task(view).map(|(_, task)| task.id.clone());
        let role = || {
            view.my_roles().first().copied().or_else(|| view.incident.roles().first().map(|role| &role.id))
        };
        let (line, prose) = (Line::default(), Prose::default());
        Some(match action {
            Action::TickTask => tick(self.cursor.selected_task(view)?.1),
            Action::StartTask => Command::StartTask { task: task()? },
            Action::BlockTask => Command::BlockTask { task: task()?, reason: line },
            Action::UnblockTask => Command::UnblockTask { task: task()? },
            Action::SkipTask => Command::SkipTask { task: task()?, reason: line },
            Action::ReopenTask => Command::ReopenTask { task: task()? },
            Action::AssignTask | Action::TakeTask => Command::AssignTask { task: task()?, person: None },
            Action::CommentTask => Command::CommentTask { task: task()?, text: prose },
            Action::RetitleTask => Command::RetitleTask { task: task()?, title: line },
            Action::AddTask => Command::AddTask {
                step: view.incident.steps.first().map(|step| step.id.clone())?,
                role: role()?.clone(),
                title: line,
                planned: None,
            },
            Action::Note => Command::Note { text: prose },
            Action::Fact => Command::RecordFact { text: prose },
            Action::Decide => Command::Decide { text: prose.clone(), why: prose.clone(), objections: prose },
            Action::Correct => {
                Command::Correct { entry: self.cursor.selected_entry(&self.log)?, text: prose }
            }
            Action::AddService | Action::SetService => {
                Command::AddService { name: line, priority: 1, rto: None, rpo: None, health: Health::Up }
            }
            Action::SetRestorePoint => {
                Command::SetRestorePoint { service: view.incident.services.first()?.id.clone(), at: view.now }
            }
            Action::AddFinding => Command::AddFinding { text: prose, about: None },
            Action::AddAction => Command::AddAction { title: line, owner: None, due: None, finding: None },
            Action::ChangeReviewed | Action::DropReviewed | Action::FinishAction | Action::TakeAction => {
                match self.selected_review(view)?.about() {
                    Reviewed::Finding(finding) => Command::DropFinding { finding, reason: line },
                    Reviewed::Action(action) => Command::DropAction { action, reason: line },
                }
            }
            Action::Undo => Command::Undo,
            Action::AskHelp => Command::AskHelp { text: line, task: None },
            Action::AnswerHelp => Command::AnswerHelp { call: view.incident.calls.first()?.seq },
            Action::OfferCommand => {
                Command::Offer { duty: Duty::Command, to: view.me.clone(), briefing: prose }
            }
            Action::OfferRole => {
                let duty = Duty::Role(role()?.clone());
                Command::Offer { duty, to: view.me.clone(), briefing: prose }
            }
            Action::RevokeRole => Command::RevokeRole { role: role()?.clone(), person: view.me.clone() },
            Action::TakeCommand => Command::TakeCommand { reason: line },
            Action::Update => Command::ProposeUpdate {
                audience: view.incident.audiences.first()?.id.clone(),
                occasion: Occasion::default(),
                text: prose,
            },
            Action::RetryDelivery => Command::RetryDelivery { message: None, target: None },
            Action::SetAudience => {
                Command::SetAudience { audience: Box::new((**view.incident.audiences.first()?).clone()) }
            }
            // The rule is the same for all that changes the incident as a whole or its steps.
            _ if matches!(action.row().group, Group::Steps | Group::Incident) => Command::NextStep,
            _ => return None,
        })
    }
}

/// Whether the rules let whoever looks ask for a command.
pub fn allowed(view: &View<'_>, command: &Command) -> Result<(), Refusal> {
    authorise(view.incident, command, &context(view))
}

fn context(view: &View<'_>) -> Context {
    Context { commander_gone: view.commander_gone, ..Context::new(view.now, view.who.clone()) }
}

/// The roles that a new task can be given to, and that can be handed over.
pub fn open_roles(view: &View<'_>) -> Vec<RoleId> {
    let step = view.incident.steps.first().map(|step| step.id.clone());
    let add = |role: &RoleId, step: &StepId| Command::AddTask {
        step: step.clone(),
        role: role.clone(),
        title: Line::default(),
        planned: None,
    };
    let roles = view.incident.roles().iter().map(|role| &role.id);
    let roles = roles.filter(|role| step.as_ref().is_none_or(|step| allowed(view, &add(role, step)).is_ok()));
    roles.cloned().collect()
}

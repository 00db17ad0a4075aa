//! Which actions are open to whoever looks: the rules are asked before anything is typed.

use super::act::tick;
use super::action::{Action, Group};
use super::review::Reviewed;
use super::{Screen, View};
use crate::incident::{
    Command, Context, Duty, DutyCommand, Health, HelpCommand, Line, LogCommand, Occasion, Prose, Refusal,
    ReviewCommand, Right, RoleId, ServiceCommand, StepCommand, StepId, TaskCommand, UpdateCommand, authorise,
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
            Action::StartTask => Command::Task(TaskCommand::Start { task: task()? }),
            Action::BlockTask => Command::Task(TaskCommand::Block { task: task()?, reason: line }),
            Action::UnblockTask => Command::Task(TaskCommand::Unblock { task: task()? }),
            Action::SkipTask => Command::Task(TaskCommand::Skip { task: task()?, reason: line }),
            Action::ReopenTask => Command::Task(TaskCommand::Reopen { task: task()? }),
            Action::AssignTask | Action::TakeTask => {
                Command::Task(TaskCommand::Assign { task: task()?, person: None })
            }
            Action::CommentTask => Command::Task(TaskCommand::Comment { task: task()?, text: prose }),
            Action::RetitleTask => Command::Task(TaskCommand::Retitle { task: task()?, title: line }),
            Action::AddTask => Command::Task(TaskCommand::Add {
                step: view.incident.steps.first().map(|step| step.id.clone())?,
                role: role()?.clone(),
                title: line,
                planned: None,
            }),
            Action::Note => Command::Log(LogCommand::Note { text: prose }),
            Action::Fact => Command::Log(LogCommand::RecordFact { text: prose }),
            Action::Decide => Command::Log(LogCommand::Decide {
                text: prose.clone(),
                why: prose.clone(),
                objections: prose,
            }),
            Action::Correct => Command::Log(LogCommand::Correct {
                entry: self.cursor.selected_entry(&self.log)?,
                text: prose,
            }),
            Action::AddService | Action::SetService => Command::Service(ServiceCommand::Add {
                name: line,
                priority: 1,
                rto: None,
                rpo: None,
                health: Health::Up,
            }),
            Action::SetRestorePoint => Command::Service(ServiceCommand::SetRestorePoint {
                service: view.incident.services.first()?.id.clone(),
                at: view.now,
            }),
            Action::AddFinding => Command::Review(ReviewCommand::AddFinding { text: prose, about: None }),
            Action::AddAction => Command::Review(ReviewCommand::AddAction {
                title: line,
                owner: None,
                due: None,
                finding: None,
            }),
            Action::ChangeReviewed | Action::DropReviewed | Action::FinishAction | Action::TakeAction => {
                match self.selected_review(view)?.about() {
                    Reviewed::Finding(finding) => {
                        Command::Review(ReviewCommand::DropFinding { finding, reason: line })
                    }
                    Reviewed::Action(action) => {
                        Command::Review(ReviewCommand::DropAction { action, reason: line })
                    }
                }
            }
            Action::Undo => Command::Undo,
            Action::AskHelp => Command::Help(HelpCommand::Ask { text: line, task: None }),
            Action::AnswerHelp => {
                Command::Help(HelpCommand::Answer { call: view.incident.calls.first()?.seq })
            }
            Action::OfferCommand => Command::Duty(DutyCommand::Offer {
                duty: Duty::Command,
                to: view.me.clone(),
                briefing: prose,
            }),
            Action::OfferRole => {
                let duty = Duty::Role(role()?.clone());
                Command::Duty(DutyCommand::Offer { duty, to: view.me.clone(), briefing: prose })
            }
            Action::RevokeRole => {
                Command::Duty(DutyCommand::RevokeRole { role: role()?.clone(), person: view.me.clone() })
            }
            Action::TakeCommand => Command::Duty(DutyCommand::TakeCommand { reason: line }),
            Action::Update => Command::Update(UpdateCommand::Propose {
                audience: view.incident.audiences.first()?.id.clone(),
                occasion: Occasion::default(),
                text: prose,
            }),
            Action::RetryDelivery => Command::Update(UpdateCommand::Retry { message: None, target: None }),
            Action::SetAudience => Command::Update(UpdateCommand::SetAudience {
                audience: Box::new((**view.incident.audiences.first()?).clone()),
            }),
            // The rule is the same for all that changes the incident as a whole or its steps.
            _ if matches!(action.row().group, Group::Steps | Group::Incident) => {
                Command::Step(StepCommand::Next)
            }
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
    let add = |role: &RoleId, step: &StepId| {
        Command::Task(TaskCommand::Add {
            step: step.clone(),
            role: role.clone(),
            title: Line::default(),
            planned: None,
        })
    };
    let roles = view.incident.roles().iter().map(|role| &role.id);
    let roles = roles.filter(|role| step.as_ref().is_none_or(|step| allowed(view, &add(role, step)).is_ok()));
    roles.cloned().collect()
}

//! Who may do what.

use serde::{Deserialize, Serialize};

use super::command::{
    Command, Context, DutyCommand, HeaderCommand, HelpCommand, LogCommand, ReviewCommand, ServiceCommand,
    StepCommand, TaskCommand, UpdateCommand,
};
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
    /// The program itself: reports what became of messages, and does nothing else.
    #[serde(rename = "house")]
    System,
    /// Reads.
    Observer,
    /// Does the tasks of their roles and what is assigned to them, and writes in the log.
    Member,
    /// May open incidents, do everybody's tasks, and take command when the commander is gone.
    Deputy,
    /// May take command at any time.
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

impl Right {
    /// Whether a crisis may begin with them: a deputy need not find the commander first.
    pub const fn may_open(self) -> bool {
        matches!(self, Self::Deputy | Self::Commander | Self::Owner)
    }
}

impl Rights {
    pub const OWNER: Self = Self { right: Right::Owner, roles: Vec::new() };
}

impl Who {
    /// The account whose host it is.
    pub const fn owner(by: Signature) -> Self {
        Self { by, rights: Rights::OWNER }
    }

    /// The program itself.
    pub fn system() -> Self {
        Self { by: Signature::system(), rights: Rights { right: Right::System, roles: Vec::new() } }
    }
}

/// Whether the asker may ask for this at all; what the incident's state forbids is another question.
///
/// What is asked of something that is not there passes: the rules say so better.
#[expect(clippy::too_many_lines, reason = "a table: who may ask for what")]
pub fn authorise(incident: &Incident, command: &Command, context: &Context) -> Result<(), Refusal> {
    let right = context.who.rights.right;
    let me = &context.who.by.person;
    if (right == Right::System) != matches!(command, Command::System(_)) {
        return Err(Refusal::SystemOnly);
    }
    if matches!(right, Right::System | Right::Owner) || incident.commander == *me {
        return Ok(());
    }
    if right == Right::Observer {
        return Err(Refusal::ReadsOnly { commander: incident.commander.clone() });
    }
    let deputy = right >= Right::Deputy;
    let commander = || Err(Refusal::NotYours { whom: Whom::Commander(incident.commander.clone()) });
    let if_deputy = || if deputy { Ok(()) } else { commander() };
    match command {
        Command::Header(
            HeaderCommand::Retitle { .. }
            | HeaderCommand::SetSeverity { .. }
            | HeaderCommand::Describe { .. }
            | HeaderCommand::SetZone { .. }
            | HeaderCommand::Hold { .. }
            | HeaderCommand::Resume
            | HeaderCommand::Close { .. }
            | HeaderCommand::Reopen { .. },
        )
        | Command::Step(
            StepCommand::EndDay { .. }
            | StepCommand::StartDay
            | StepCommand::Start { .. }
            | StepCommand::Finish { .. }
            | StepCommand::Skip { .. }
            | StepCommand::Reopen { .. }
            | StepCommand::Extend { .. }
            | StepCommand::Add { .. }
            | StepCommand::Move { .. }
            | StepCommand::Next,
        )
        | Command::Update(UpdateCommand::SetAudience { .. } | UpdateCommand::Approve { .. })
        | Command::Duty(DutyCommand::RevokeRole { .. } | DutyCommand::Offer { duty: Duty::Command, .. }) => {
            commander()
        }

        Command::Log(LogCommand::Decide { .. })
        | Command::Service(
            ServiceCommand::Add { .. }
            | ServiceCommand::SetHealth { .. }
            | ServiceCommand::SetRestorePoint { .. },
        )
        | Command::Update(UpdateCommand::Retry { .. }) => if_deputy(),

        Command::Task(TaskCommand::Add { role, .. })
        | Command::Duty(DutyCommand::Offer { duty: Duty::Role(role), .. }) => {
            if deputy {
                Ok(())
            } else {
                of_role(incident, role, context)
            }
        }
        Command::Task(
            TaskCommand::Start { task }
            | TaskCommand::Finish { task }
            | TaskCommand::Block { task, .. }
            | TaskCommand::Unblock { task }
            | TaskCommand::Skip { task, .. }
            | TaskCommand::Reopen { task }
            | TaskCommand::Assign { task, .. }
            | TaskCommand::Retitle { task, .. }
            | TaskCommand::Comment { task, .. },
        ) => {
            if deputy {
                Ok(())
            } else {
                of_task(incident, task, context)
            }
        }

        // Only whom it is offered to accepts an offer, whatever anybody's rights: a rule, not a right. So it is that
        // who may not approve an update proposes it.
        Command::Log(LogCommand::Note { .. } | LogCommand::RecordFact { .. })
        | Command::Update(UpdateCommand::Post { .. } | UpdateCommand::Propose { .. })
        | Command::System(_)
        | Command::Help(HelpCommand::Ask { .. })
        | Command::Review(ReviewCommand::AddFinding { .. } | ReviewCommand::AddAction { .. })
        | Command::Duty(DutyCommand::Accept { .. }) => Ok(()),
        Command::Review(
            ReviewCommand::CorrectFinding { finding, .. } | ReviewCommand::DropFinding { finding, .. },
        ) => match incident.finding(*finding) {
            Some(finding) if !deputy && finding.by != *me => {
                Err(Refusal::NotYours { whom: Whom::Person(finding.by.clone()) })
            }
            _ => Ok(()),
        },
        Command::Review(
            ReviewCommand::ChangeAction { action, .. }
            | ReviewCommand::FinishAction { action, .. }
            | ReviewCommand::ReopenAction { action }
            | ReviewCommand::DropAction { action, .. },
        ) => match incident.action(*action) {
            Some(action) if !deputy && action.by != *me && action.owner.as_ref() != Some(me) => {
                let whom = action.owner.as_ref().unwrap_or(&action.by).clone();
                Err(Refusal::NotYours { whom: Whom::Person(whom) })
            }
            _ => Ok(()),
        },
        Command::Log(LogCommand::Correct { entry, .. }) => match incident.log.get(*entry) {
            Some(entry) if !deputy && entry.by.person != *me => {
                Err(Refusal::NotYours { whom: Whom::Person(entry.by.person.clone()) })
            }
            _ => Ok(()),
        },
        Command::Help(HelpCommand::Answer { call }) => match incident.call(*call) {
            Some(call) if call.by != *me => if_deputy(),
            _ => Ok(()),
        },

        Command::Duty(DutyCommand::DropOffer { duty }) => match incident.offer(duty) {
            Some(offer) if offer.from != *me && offer.to != *me => {
                Err(Refusal::NotYours { whom: Whom::Person(offer.from.clone()) })
            }
            _ => Ok(()),
        },
        Command::Update(UpdateCommand::Drop { proposal }) => match incident.proposal(*proposal) {
            Some(proposal) if proposal.by != *me => commander(),
            _ => Ok(()),
        },
        Command::Duty(DutyCommand::TakeCommand { .. }) => match right {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        ActionId, Audience, AudienceId, Cadence, Change, DutyCommand, DutyEvent, Event, FindingId,
        HeaderCommand, Health, HelpCommand, HelpEvent, IncidentId, Kind, LogCommand, LogEvent, Moment,
        NewAction, Occasion, Open, Pace, Plan, Planned, PlannedStep, PlannedTask, Prose, Recorded,
        ReviewCommand, ReviewEvent, Role, Seq, ServiceCommand, Severity, Situation, StepCommand, StepEvent,
        StepKind, SystemCommand, TaskCommand, TaskEvent, UpdateCommand, UpdateEvent, decide, open,
    };
    use std::collections::BTreeSet;

    const MY_NOTE: Seq = Seq(2);
    const OTHERS_NOTE: Seq = Seq(3);
    const MY_CALL: Seq = Seq(4);
    const OTHERS_CALL: Seq = Seq(5);
    const MY_PROPOSAL: Seq = Seq(9);
    const OTHERS_PROPOSAL: Seq = Seq(10);
    const MY_FINDING: FindingId = FindingId(1);
    const OTHERS_FINDING: FindingId = FindingId(2);
    const MY_ACTION: ActionId = ActionId(1);
    const GIVEN_TO_ME: ActionId = ActionId(2);
    const OTHERS_ACTION: ActionId = ActionId(3);

    /// The columns of the table: what the asker, `me`, is trusted with and has to do with it.
    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Asker {
        Observer,
        Member,
        RoleHolder,
        Assigned,
        TookOver,
        Deputy,
        DeputyAlone,
        Commander,
        Owner,
        InCommand,
        System,
    }

    const ASKERS: [(Asker, Right); 11] = [
        (Asker::Observer, Right::Observer),
        (Asker::Member, Right::Member),
        (Asker::RoleHolder, Right::Member),
        (Asker::Assigned, Right::Member),
        (Asker::TookOver, Right::Member),
        (Asker::Deputy, Right::Deputy),
        (Asker::DeputyAlone, Right::Deputy),
        (Asker::Commander, Right::Commander),
        (Asker::Owner, Right::Owner),
        (Asker::InCommand, Right::Member),
        (Asker::System, Right::System),
    ];

    /// Who may: the first letters of the columns above, `·` for who may not.
    const DRIVES: &str = "········OI·";
    const DEPUTISES: &str = "·····DDCOI·";
    const HAS_THE_TASK: &str = "··RATDDCOI·";
    const HAS_THE_ROLE: &str = "··R·TDDCOI·";
    const TAKES_PART: &str = "·MRATDDCOI·";

    /// A new command has its row here, or this does not compile; and a sample below, or the test fails.
    #[expect(clippy::match_same_arms, reason = "a table, read row by row")]
    fn row(command: &Command) -> &'static str {
        match command {
            Command::Header(
                HeaderCommand::Retitle { .. }
                | HeaderCommand::SetSeverity { .. }
                | HeaderCommand::Describe { .. }
                | HeaderCommand::SetZone { .. }
                | HeaderCommand::Hold { .. }
                | HeaderCommand::Resume
                | HeaderCommand::Close { .. }
                | HeaderCommand::Reopen { .. },
            )
            | Command::Step(StepCommand::EndDay { .. } | StepCommand::StartDay) => DRIVES,

            Command::Step(
                StepCommand::Start { .. }
                | StepCommand::Finish { .. }
                | StepCommand::Skip { .. }
                | StepCommand::Reopen { .. }
                | StepCommand::Extend { .. }
                | StepCommand::Add { .. }
                | StepCommand::Move { .. }
                | StepCommand::Next,
            ) => DRIVES,

            Command::Task(TaskCommand::Add { .. }) => HAS_THE_ROLE,
            Command::Task(
                TaskCommand::Start { .. }
                | TaskCommand::Finish { .. }
                | TaskCommand::Block { .. }
                | TaskCommand::Unblock { .. }
                | TaskCommand::Skip { .. }
                | TaskCommand::Reopen { .. }
                | TaskCommand::Assign { .. }
                | TaskCommand::Retitle { .. }
                | TaskCommand::Comment { .. },
            ) => HAS_THE_TASK,

            Command::Log(LogCommand::Note { .. } | LogCommand::RecordFact { .. }) => TAKES_PART,
            Command::Log(LogCommand::Decide { .. }) => DEPUTISES,
            Command::Log(LogCommand::Correct { entry: MY_NOTE, .. }) => TAKES_PART,
            Command::Log(LogCommand::Correct { .. }) => DEPUTISES,

            Command::Service(
                ServiceCommand::Add { .. }
                | ServiceCommand::SetHealth { .. }
                | ServiceCommand::SetRestorePoint { .. },
            ) => DEPUTISES,

            Command::Review(ReviewCommand::AddFinding { .. } | ReviewCommand::AddAction { .. }) => TAKES_PART,
            Command::Review(
                ReviewCommand::CorrectFinding { finding: MY_FINDING, .. }
                | ReviewCommand::DropFinding { finding: MY_FINDING, .. },
            ) => TAKES_PART,
            Command::Review(ReviewCommand::CorrectFinding { .. } | ReviewCommand::DropFinding { .. }) => {
                DEPUTISES
            }
            Command::Review(
                ReviewCommand::ChangeAction { action: MY_ACTION | GIVEN_TO_ME, .. }
                | ReviewCommand::FinishAction { action: MY_ACTION | GIVEN_TO_ME, .. }
                | ReviewCommand::ReopenAction { action: MY_ACTION | GIVEN_TO_ME }
                | ReviewCommand::DropAction { action: MY_ACTION | GIVEN_TO_ME, .. },
            ) => TAKES_PART,
            Command::Review(
                ReviewCommand::ChangeAction { .. }
                | ReviewCommand::FinishAction { .. }
                | ReviewCommand::ReopenAction { .. }
                | ReviewCommand::DropAction { .. },
            ) => DEPUTISES,

            Command::Help(HelpCommand::Ask { .. }) => TAKES_PART,
            Command::Help(HelpCommand::Answer { call: MY_CALL }) => TAKES_PART,
            Command::Help(HelpCommand::Answer { .. }) => DEPUTISES,

            Command::Duty(DutyCommand::Offer { duty: Duty::Command, .. }) => DRIVES,
            Command::Duty(DutyCommand::Offer { duty: Duty::Role(_), .. }) => HAS_THE_ROLE,
            // Command is offered to me, the role by one to another.
            Command::Duty(DutyCommand::DropOffer { duty: Duty::Command }) => TAKES_PART,
            Command::Duty(DutyCommand::DropOffer { duty: Duty::Role(_) }) => DRIVES,
            Command::Duty(DutyCommand::Accept { .. }) => TAKES_PART,
            Command::Duty(DutyCommand::RevokeRole { .. }) => DRIVES,
            Command::Duty(DutyCommand::TakeCommand { .. }) => "······DCOI·",

            Command::Update(UpdateCommand::SetAudience { .. } | UpdateCommand::Approve { .. }) => DRIVES,
            Command::Update(UpdateCommand::Post { .. } | UpdateCommand::Propose { .. }) => TAKES_PART,
            Command::Update(UpdateCommand::Drop { proposal: MY_PROPOSAL }) => TAKES_PART,
            Command::Update(UpdateCommand::Drop { .. }) => DRIVES,
            Command::Update(UpdateCommand::Retry { .. }) => DEPUTISES,
            Command::System(_) => "··········S",

            Command::Undo => TAKES_PART,
        }
    }

    fn told() -> AudienceId {
        "management".parse().unwrap()
    }

    fn audience() -> Audience {
        Audience {
            id: told(),
            name: "X".into(),
            language: None,
            every: Cadence::always(3600),
            approval: true,
            outside: false,
            nights: false,
        }
    }

    #[expect(clippy::too_many_lines, reason = "a list: one of each command")]
    fn samples() -> Vec<Command> {
        let step = || "a".parse().unwrap();
        let task = || -> TaskId { "a.dsi.1".parse().unwrap() };
        let role = || -> RoleId { "dsi".parse().unwrap() };
        let (line, text) = (|| Line::new("x"), || Prose::new("x"));
        let (to, planned) = (PersonName::new("zoe"), Planned::minutes(5, 10));
        let kind = StepKind::Phase { planned };
        let change = |action| {
            Command::Review(ReviewCommand::ChangeAction {
                action,
                title: Some(line()),
                owner: Change::Keep,
                due: Change::Keep,
                finding: Change::Keep,
            })
        };
        let findings = [MY_FINDING, OTHERS_FINDING].into_iter().flat_map(|finding| {
            [
                Command::Review(ReviewCommand::CorrectFinding { finding, text: text() }),
                Command::Review(ReviewCommand::DropFinding { finding, reason: line() }),
            ]
        });
        let actions = [MY_ACTION, GIVEN_TO_ME, OTHERS_ACTION].into_iter().flat_map(|action| {
            [
                change(action),
                Command::Review(ReviewCommand::FinishAction { action, outcome: line() }),
                Command::Review(ReviewCommand::ReopenAction { action }),
                Command::Review(ReviewCommand::DropAction { action, reason: line() }),
            ]
        });
        let mut samples = vec![
            Command::Header(HeaderCommand::Retitle { title: line() }),
            Command::Header(HeaderCommand::SetSeverity { severity: Severity::Sev1 }),
            Command::Header(HeaderCommand::Describe { what: None, since: None, impact: None }),
            Command::Header(HeaderCommand::SetZone { zone: chrono_tz::UTC }),
            Command::Header(HeaderCommand::Hold { reason: line() }),
            Command::Header(HeaderCommand::Resume),
            Command::Step(StepCommand::EndDay { resume: None }),
            Command::Step(StepCommand::StartDay),
            Command::Header(HeaderCommand::Close { reason: line() }),
            Command::Header(HeaderCommand::Reopen { reason: line() }),
            Command::Step(StepCommand::Start { step: step() }),
            Command::Step(StepCommand::Finish { step: step() }),
            Command::Step(StepCommand::Skip { step: step(), reason: line() }),
            Command::Step(StepCommand::Reopen { step: step() }),
            Command::Step(StepCommand::Extend { step: step(), planned }),
            Command::Step(StepCommand::Add { title: line(), kind, after: None }),
            Command::Step(StepCommand::Move { step: step(), after: None }),
            Command::Step(StepCommand::Next),
            Command::Task(TaskCommand::Add { step: step(), role: role(), title: line(), planned: None }),
            Command::Task(TaskCommand::Start { task: task() }),
            Command::Task(TaskCommand::Finish { task: task() }),
            Command::Task(TaskCommand::Block { task: task(), reason: line() }),
            Command::Task(TaskCommand::Unblock { task: task() }),
            Command::Task(TaskCommand::Skip { task: task(), reason: line() }),
            Command::Task(TaskCommand::Reopen { task: task() }),
            Command::Task(TaskCommand::Assign { task: task(), person: None }),
            Command::Task(TaskCommand::Retitle { task: task(), title: line() }),
            Command::Task(TaskCommand::Comment { task: task(), text: text() }),
            Command::Log(LogCommand::Note { text: text() }),
            Command::Log(LogCommand::RecordFact { text: text() }),
            Command::Log(LogCommand::Decide { text: text(), why: text(), objections: text() }),
            Command::Log(LogCommand::Correct { entry: MY_NOTE, text: text() }),
            Command::Log(LogCommand::Correct { entry: OTHERS_NOTE, text: text() }),
            Command::Service(ServiceCommand::Add {
                name: line(),
                priority: 1,
                rto: None,
                rpo: None,
                health: Health::Up,
            }),
            Command::Service(ServiceCommand::SetHealth {
                service: "mail".parse().unwrap(),
                health: Health::Down,
            }),
            Command::Help(HelpCommand::Ask { text: line(), task: None }),
            Command::Help(HelpCommand::Ask { text: line(), task: Some(task()) }),
            Command::Help(HelpCommand::Answer { call: MY_CALL }),
            Command::Help(HelpCommand::Answer { call: OTHERS_CALL }),
            Command::Duty(DutyCommand::Offer { duty: Duty::Command, to: to.clone(), briefing: text() }),
            Command::Duty(DutyCommand::Offer { duty: Duty::Role(role()), to: to.clone(), briefing: text() }),
            Command::Duty(DutyCommand::RevokeRole { role: role(), person: to }),
            Command::Duty(DutyCommand::Accept { duty: Duty::Command }),
            Command::Duty(DutyCommand::Accept { duty: Duty::Role(role()) }),
            Command::Duty(DutyCommand::DropOffer { duty: Duty::Command }),
            Command::Duty(DutyCommand::DropOffer { duty: Duty::Role(role()) }),
            Command::Duty(DutyCommand::TakeCommand { reason: line() }),
            Command::Update(UpdateCommand::SetAudience { audience: Box::new(audience()) }),
            Command::Update(UpdateCommand::Post {
                audience: told(),
                occasion: Occasion::Opening,
                text: text(),
            }),
            Command::Update(UpdateCommand::Propose {
                audience: told(),
                occasion: Occasion::Opening,
                text: text(),
            }),
            Command::Update(UpdateCommand::Approve { proposal: OTHERS_PROPOSAL, text: None }),
            Command::Update(UpdateCommand::Drop { proposal: MY_PROPOSAL }),
            Command::Update(UpdateCommand::Drop { proposal: OTHERS_PROPOSAL }),
            Command::Update(UpdateCommand::Retry { message: None, target: None }),
            Command::System(SystemCommand::NoteLate { step: step() }),
            Command::System(SystemCommand::SetAudience { audience: Box::new(audience()) }),
            Command::Service(ServiceCommand::SetRestorePoint { service: "mail".parse().unwrap(), at: at() }),
            Command::Review(ReviewCommand::AddFinding { text: text(), about: None }),
            Command::Review(ReviewCommand::AddAction {
                title: line(),
                owner: None,
                due: None,
                finding: None,
            }),
            Command::Undo,
        ];
        samples.extend(findings.chain(actions));
        samples
    }

    fn at() -> Moment {
        "2026-11-22T03:00:00Z".parse().unwrap()
    }

    fn record(incident: &mut Incident, person: &str, event: Event) {
        let (seq, by) = (incident.seq.next(), Signature::new(person, "test"));
        incident.apply(&Recorded { seq, at: at(), by, act: None, event });
    }

    /// An incident in which `alice` commands, seen by `me` as one of the columns.
    fn incident(asker: Asker) -> Incident {
        let role = |id: &str| Role { id: id.parse().unwrap(), name: id.into() };
        let task = PlannedTask {
            id: "a.dsi.1".parse().unwrap(),
            role: "dsi".parse().unwrap(),
            title: "X".into(),
            planned: None,
        };
        let kind = StepKind::Phase { planned: Planned::minutes(5, 10) };
        let step = PlannedStep {
            id: "a".parse().unwrap(),
            title: "A".into(),
            kind,
            milestone: None,
            tasks: vec![task.clone()],
        };
        let what = Open {
            incident: "20261122-x-aaaa".parse::<IncidentId>().unwrap(),
            title: "X".into(),
            severity: Severity::Sev2,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: at() },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan: Plan { roles: vec![role("dsi"), role("dev")], steps: vec![step], ..Plan::default() },
        };
        let by = Signature::new("alice", "test");
        let event = open(what, &Context::owner(at(), by.clone())).unwrap();
        let mut incident =
            Incident::begin(&Recorded { seq: Seq(1), at: at(), by, act: None, event }).unwrap();
        let me = PersonName::new("me");
        if asker == Asker::InCommand {
            incident.commander = me.clone();
        }
        if asker == Asker::TookOver {
            incident.takers.insert(task.role.clone(), [me.clone()].into());
        }
        let person = if asker == Asker::Assigned { &me } else { &PersonName::new("ines") };
        let given = Event::Task(TaskEvent::Assigned { task: task.id, person: Some(person.clone()) });
        let offered = |duty, to| Event::Duty(DutyEvent::Offered { duty, to, briefing: Prose::default() });
        record(&mut incident, "me", Event::Log(LogEvent::Noted { text: "x".into() }));
        record(&mut incident, "ines", Event::Log(LogEvent::Noted { text: "x".into() }));
        record(&mut incident, "me", Event::Help(HelpEvent::Asked { text: "x".into(), task: None }));
        record(&mut incident, "ines", Event::Help(HelpEvent::Asked { text: "x".into(), task: None }));
        record(&mut incident, "alice", given);
        record(&mut incident, "alice", offered(Duty::Command, me));
        record(&mut incident, "ines", offered(Duty::Role(task.role), PersonName::new("zoe")));
        for person in ["me", "ines"] {
            let (audience, occasion) = (told(), Occasion::Progress);
            record(
                &mut incident,
                person,
                Event::Update(UpdateEvent::Proposed { audience, occasion, text: "x".into() }),
            );
        }
        for (person, finding) in [("me", MY_FINDING), ("ines", OTHERS_FINDING)] {
            record(
                &mut incident,
                person,
                Event::Review(ReviewEvent::FindingAdded { finding, text: "x".into(), about: None }),
            );
        }
        for (person, action, owner) in
            [("me", MY_ACTION, "ines"), ("ines", GIVEN_TO_ME, "me"), ("ines", OTHERS_ACTION, "ines")]
        {
            let owner = Some(PersonName::new(owner));
            let new = NewAction { action, title: "x".into(), owner, due: None, finding: None };
            record(&mut incident, person, Event::Review(ReviewEvent::ActionAdded(Box::new(new))));
        }
        incident
    }

    fn context(asker: Asker, right: Right) -> Context {
        let roles = if asker == Asker::RoleHolder { "dsi" } else { "dev" };
        let rights = Rights { right, roles: vec![roles.parse().unwrap()] };
        let who = Who { by: Signature::new("me", "test"), rights };
        Context { commander_gone: asker == Asker::DeputyAlone, ..Context::new(at(), who) }
    }

    #[test]
    fn everyone_may_what_the_table_says_and_nothing_else() {
        for command in samples() {
            let may: String = ASKERS
                .into_iter()
                .map(|(asker, right)| {
                    let allowed = authorise(&incident(asker), &command, &context(asker, right)).is_ok();
                    if allowed { format!("{asker:?}").chars().next().unwrap() } else { '·' }
                })
                .collect();
            assert_eq!(may, row(&command), "{command:?}");
        }
    }

    /// The types of a family: of one that it does not know, the reader says which there are.
    fn types<F: serde::de::DeserializeOwned + std::fmt::Debug>() -> Vec<String> {
        let unknown = serde_json::from_str::<F>(r#"{"type":"?"}"#).unwrap_err().to_string();
        let (_, known) = unknown.split_once("expected").unwrap();
        known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn every_command_is_in_the_table() {
        let types = [
            types::<HeaderCommand>(),
            types::<StepCommand>(),
            types::<TaskCommand>(),
            types::<LogCommand>(),
            types::<ServiceCommand>(),
            types::<HelpCommand>(),
            types::<DutyCommand>(),
            types::<UpdateCommand>(),
            types::<ReviewCommand>(),
            vec!["house".to_owned(), "undo".to_owned()],
        ];
        let known: BTreeSet<String> = types.into_iter().flatten().collect();
        let sampled: BTreeSet<String> = samples()
            .iter()
            .map(|command| serde_json::to_value(command).unwrap()["type"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(sampled, known);
    }

    #[test]
    fn what_is_not_allowed_is_not_decided_either() {
        for command in samples() {
            for (asker, right) in ASKERS {
                let (incident, context) = (incident(asker), context(asker, right));
                if let Err(refusal) = authorise(&incident, &command, &context) {
                    assert_eq!(decide(&incident, command.clone(), &context), Err(refusal));
                }
            }
        }
    }

    #[test]
    fn a_refusal_names_whom_to_ask() {
        let refused = |asker, command| {
            let right = ASKERS.into_iter().find(|(it, _)| *it == asker).unwrap().1;
            authorise(&incident(asker), &command, &context(asker, right)).unwrap_err()
        };
        let alice = PersonName::new("alice");
        assert_eq!(
            refused(Asker::Observer, Command::Header(HeaderCommand::Resume)),
            Refusal::ReadsOnly { commander: alice.clone() }
        );
        assert_eq!(
            refused(Asker::Deputy, Command::Step(StepCommand::Next)),
            Refusal::NotYours { whom: Whom::Commander(alice.clone()) }
        );
        let holders = vec![PersonName::new("ines")];
        let whom = Whom::Role { role: "dsi".into(), holders, commander: alice.clone() };
        let task = "a.dsi.1".parse().unwrap();
        assert_eq!(
            refused(Asker::Member, Command::Task(TaskCommand::Finish { task })),
            Refusal::NotYours { whom }
        );
        assert_eq!(
            refused(Asker::Deputy, Command::Duty(DutyCommand::TakeCommand { reason: "x".into() })),
            Refusal::CommanderThere { commander: alice }
        );
    }

    #[test]
    fn whoever_commanded_does_not_take_it_back_afterwards() {
        let mut incident = incident(Asker::Member);
        record(&mut incident, "me", Event::Step(StepEvent::Started { step: "a".parse().unwrap() }));
        let allowed = |incident: &Incident, asker, right| {
            authorise(incident, &Command::Undo, &context(asker, right)).is_ok()
        };
        assert!(!allowed(&incident, Asker::Member, Right::Member));
        assert!(!allowed(&incident, Asker::Commander, Right::Commander));
        incident.commander = PersonName::new("me");
        assert!(allowed(&incident, Asker::Member, Right::Member));
    }
}

//! Properties of every history: folding it again gives the same state, and an undo gives back the state before the act.

use std::sync::Arc;

use proptest::prelude::*;
use warroom::incident::{
    ActionId, Audience, AudienceId, Cadence, Change, Command, Context, DeliveryState, Deviation, Duty, DutyCommand,
    DutyEvent, Entry, Event, FindingId, HeaderCommand, Health, HelpCommand, History, Incident, IncidentId, Interval,
    Kind, Line, LogCommand, LogEvent, MarkKind, Moment, Occasion, Open, Outage, Pace, PersonName, Plan, Planned,
    PlannedService, PlannedStep, PlannedTask, Prose, Push, Recorded, ReviewCommand, Right, Rights, Role, Seq,
    ServiceCommand, Severity, Signature, Situation, Span, Step, StepCommand, StepEvent, StepId, StepKind, StepState,
    SystemCommand, TargetName, Task, TaskCommand, TaskEvent, TaskId, TaskState, UpdateCommand, UpdateEvent, Who,
    baseline, decide, forecast, open,
};

/// Updated every half hour; `clients` after approval.
fn updated(id: &str) -> Audience {
    let (approval, every) = (id == "clients", Cadence::always(1800));
    let (id, name) = (id.parse().unwrap(), id.into());
    Audience { id, name, language: None, every, approval, outside: approval, nights: false }
}

fn plan() -> Plan {
    let role = Role { id: "dsi".parse().unwrap(), name: "DSI".into() };
    let kinds = [
        ("a", StepKind::Phase { planned: Planned::minutes(45, 90) }),
        ("b", StepKind::Phase { planned: Planned::minutes(60, 60) }),
        ("pause", StepKind::Break { planned: Planned::minutes(60, 60) }),
        ("night", StepKind::DayEnd { at: "13:00:00".parse().unwrap(), resume: "08:00:00".parse().unwrap() }),
        ("c", StepKind::Phase { planned: Planned::minutes(60, 180) }),
    ];
    let step = |(id, kind): (&str, StepKind)| PlannedStep {
        id: id.parse().unwrap(),
        title: id.into(),
        kind,
        milestone: None,
        tasks: (1..=2)
            .filter(|_| kind.is_phase())
            .map(|n| PlannedTask {
                id: TaskId::nth(&id.parse().unwrap(), &role.id, n),
                role: role.id.clone(),
                title: format!("{id} {n}").into(),
                planned: None,
            })
            .collect(),
    };
    let service = PlannedService {
        id: "mail".parse().unwrap(),
        name: "Mail".into(),
        priority: 1,
        rto: Some(3600),
        rpo: None,
        restored_by: None,
        health: Health::Up,
    };
    Plan {
        title: "Plan".into(),
        steps: kinds.map(step).into(),
        roles: vec![role.clone()],
        services: vec![service],
        audiences: ["team", "clients"].map(updated).into(),
        ..Plan::default()
    }
}

fn start() -> Moment {
    "2026-11-22T02:00:00Z".parse().unwrap()
}

fn opened(at: Moment) -> Recorded {
    let asked = Open {
        incident: "20261122-plan-aaaa".parse::<IncidentId>().unwrap(),
        title: "Plan".into(),
        severity: Severity::Sev1,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: at },
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        plan: plan(),
    };
    let by = Signature::new("alice", "test");
    let event = open(asked, &Context::owner(at, by.clone())).unwrap();
    Recorded { seq: Seq(1), at, by, act: None, event }
}

fn duty() -> impl Strategy<Value = Duty> {
    prop_oneof![Just(Duty::Command), Just(Duty::Role("dsi".parse().unwrap()))]
}

fn person() -> impl Strategy<Value = PersonName> {
    prop::sample::select(vec!["alice", "karim"]).prop_map(PersonName::new)
}

/// Whoever asks has any right: what is refused is no part of the history.
fn rights() -> impl Strategy<Value = Rights> {
    let right = prop::sample::select(vec![Right::Member, Right::Deputy, Right::Commander, Right::Owner]);
    let roles = prop::sample::select(vec![vec![], vec!["dsi".parse().unwrap()]]);
    (right, roles).prop_map(|(right, roles)| Rights { right, roles })
}

fn command() -> impl Strategy<Value = Command> {
    let step =
        prop::sample::select(vec!["a", "b", "pause", "night", "c", "extra", "gone"]).prop_map(|id| id.parse().unwrap());
    let task = prop::sample::select(vec!["a.dsi.1", "a.dsi.2", "b.dsi.1", "c.dsi.1", "extra.dsi.1"])
        .prop_map(|id| id.parse::<TaskId>().unwrap());
    let reason = || Line::new("raison");
    let health = prop::sample::select(Health::ALL.to_vec());
    prop_oneof![
        4 => step.clone().prop_map(|step| Command::Step(StepCommand::Start { step })),
        4 => step.clone().prop_map(|step| Command::Step(StepCommand::Finish { step })),
        2 => step.clone().prop_map(move |step| Command::Step(StepCommand::Skip { step, reason: reason() })),
        2 => step.clone().prop_map(|step| Command::Step(StepCommand::Reopen { step })),
        2 => (step.clone(), 1..90_u32).prop_map(|(step, min)| Command::Step(StepCommand::Extend { step, planned: Planned::minutes(min, min + 30) })),
        2 => (step.clone(), prop::option::of(step.clone())).prop_map(|(step, after)| Command::Step(StepCommand::Move { step, after })),
        1 => step.clone().prop_map(|after| Command::Step(StepCommand::Add {
            title: "extra".into(),
            kind: StepKind::Phase { planned: Planned::minutes(10, 20) },
            after: Some(after),
        })),
        1 => step.prop_map(|step| Command::Task(TaskCommand::Add { step, role: "dsi".parse().unwrap(), title: "plus".into(), planned: None })),
        4 => Just(Command::Step(StepCommand::Next)),
        1 => Just(Command::Step(StepCommand::EndDay { resume: None })),
        1 => Just(Command::Step(StepCommand::EndDay { resume: "07:00:00".parse().ok() })),
        1 => Just(Command::Step(StepCommand::StartDay)),
        1 => Just(Command::Header(HeaderCommand::Hold { reason: "x".into() })),
        2 => Just(Command::Header(HeaderCommand::Resume)),
        1 => Just(Command::Header(HeaderCommand::Close { reason: "x".into() })),
        3 => Just(Command::Header(HeaderCommand::Reopen { reason: "x".into() })),
        4 => task.clone().prop_map(|task| Command::Task(TaskCommand::Start { task })),
        4 => task.clone().prop_map(|task| Command::Task(TaskCommand::Finish { task })),
        3 => task.clone().prop_map(move |task| Command::Task(TaskCommand::Block { task, reason: reason() })),
        2 => task.clone().prop_map(|task| Command::Task(TaskCommand::Unblock { task })),
        2 => task.clone().prop_map(|task| Command::Task(TaskCommand::Reopen { task })),
        2 => task.clone().prop_map(move |task| Command::Task(TaskCommand::Skip { task, reason: reason() })),
        1 => task.clone().prop_map(|task| Command::Task(TaskCommand::Comment { task, text: "dit".into() })),
        2 => (task.clone(), prop::option::of(person())).prop_map(|(task, person)| Command::Task(TaskCommand::Assign { task, person })),
        1 => any::<String>().prop_map(|text| Command::Log(LogCommand::Note { text: Prose::new(&text) })),
        1 => (0..20_u64, any::<String>()).prop_map(|(seq, text)| Command::Log(LogCommand::Correct { entry: Seq(seq), text: Prose::new(&text) })),
        1 => any::<String>().prop_map(|title| Command::Header(HeaderCommand::Retitle { title: Line::new(&title) })),
        2 => health.prop_map(|health| Command::Service(ServiceCommand::SetHealth { service: "mail".parse().unwrap(), health })),
        2 => prop::option::of(task).prop_map(|task| Command::Help(HelpCommand::Ask { text: "à l'aide".into(), task })),
        2 => (0..30_u64).prop_map(|call| Command::Help(HelpCommand::Answer { call: Seq(call) })),
        2 => (0..30_u64).prop_map(|call| Command::Help(HelpCommand::Take { call: Seq(call) })),
        1 => (0..30_u64).prop_map(|call| Command::Help(HelpCommand::Release { call: Seq(call) })),
        1 => (0..30_u64).prop_map(|call| Command::Help(HelpCommand::Reply { call: Seq(call), text: "j'arrive".into() })),
        3 => (duty(), person()).prop_map(|(duty, to)| Command::Duty(DutyCommand::Offer { duty, to, briefing: Prose::default() })),
        3 => duty().prop_map(|duty| Command::Duty(DutyCommand::Accept { duty })),
        1 => duty().prop_map(|duty| Command::Duty(DutyCommand::DropOffer { duty })),
        1 => person().prop_map(|person| Command::Duty(DutyCommand::RevokeRole { role: "dsi".parse().unwrap(), person })),
        1 => Just(Command::Duty(DutyCommand::TakeCommand { reason: "x".into() })),
        4 => Just(Command::Undo),
        40 => update(),
        25 => review(),
    ]
}

/// What becomes of a field.
fn change<T: Clone + std::fmt::Debug>(to: impl Strategy<Value = T>) -> impl Strategy<Value = Change<T>> {
    (0..3, to).prop_map(|(which, to)| match which {
        0 => Change::Keep,
        1 => Change::Clear,
        _ => Change::To(to),
    })
}

/// What a review asks, of findings and actions that may not be there, and of which moment restored data are.
fn review() -> impl Strategy<Value = Command> {
    let finding = || (1..6_u32).prop_map(FindingId);
    let action = || (1..6_u32).prop_map(ActionId);
    let reason = || Line::new("raison");
    let first = start().date_naive();
    let day = move || prop::option::of((0..9_u64).prop_map(move |days| first + chrono::Days::new(days)));
    prop_oneof![
        3 => Just(Command::Review(ReviewCommand::AddFinding { text: "constat".into(), about: "a".parse().ok() })),
        2 => (finding(), any::<String>())
            .prop_map(|(finding, text)| Command::Review(ReviewCommand::CorrectFinding { finding, text: Prose::new(&text) })),
        1 => finding().prop_map(move |finding| Command::Review(ReviewCommand::DropFinding { finding, reason: reason() })),
        4 => (prop::option::of(person()), day(), prop::option::of(finding()))
            .prop_map(|(owner, due, finding)| Command::Review(ReviewCommand::AddAction { title: "action".into(), owner, due, finding })),
        4 => (action(), change(person()), change((0..9_u64).prop_map(move |days| first + chrono::Days::new(days))), change(finding()))
            .prop_map(|(action, owner, due, finding)| Command::Review(ReviewCommand::ChangeAction { action, title: None, owner, due, finding })),
        3 => action().prop_map(|action| Command::Review(ReviewCommand::FinishAction { action, outcome: Line::default() })),
        2 => action().prop_map(|action| Command::Review(ReviewCommand::ReopenAction { action })),
        1 => action().prop_map(move |action| Command::Review(ReviewCommand::DropAction { action, reason: reason() })),
        2 => (0..300_i64).prop_map(|minutes| Command::Service(ServiceCommand::SetRestorePoint {
            service: "mail".parse().unwrap(),
            at: start() - Span::minutes(minutes),
        })),
        2 => Just(Command::Undo),
    ]
}

fn target() -> impl Strategy<Value = TargetName> {
    prop::sample::select(vec!["chat", "mail"]).prop_map(|name| name.parse().unwrap())
}

fn audience() -> impl Strategy<Value = AudienceId> {
    prop::sample::select(vec!["team", "clients", "gone"]).prop_map(|id| id.parse().unwrap())
}

/// What is asked of updates: by people, and by the program, which may be wrong about anything.
fn update() -> impl Strategy<Value = Command> {
    let seq = || (1..60_u64).prop_map(Seq);
    let occasion = || prop::sample::select(Occasion::ALL.to_vec());
    let text = || Prose::new("dit");
    let reason = || prop::sample::select(vec!["occupé", "muet"]).prop_map(Line::new);
    let set = (audience(), any::<[bool; 3]>(), prop::option::of(60..9000_u32)).prop_map(|(id, flags, every)| {
        let [approval, outside, nights] = flags;
        let every = every.map_or_else(Cadence::default, Cadence::always);
        Box::new(Audience { name: id.as_str().into(), id, language: None, every, approval, outside, nights })
    });
    prop_oneof![
        1 => set.prop_map(|audience| Command::Update(UpdateCommand::SetAudience { audience })),
        4 => (audience(), occasion()).prop_map(move |(audience, occasion)| Command::Update(UpdateCommand::Post { audience, occasion, text: text() })),
        2 => (audience(), occasion()).prop_map(move |(audience, occasion)| Command::Update(UpdateCommand::Propose { audience, occasion, text: text() })),
        3 => seq().prop_map(|proposal| Command::Update(UpdateCommand::Approve { proposal, text: None })),
        2 => seq().prop_map(|proposal| Command::Update(UpdateCommand::Drop { proposal })),
        2 => prop::option::of(target()).prop_map(|target| Command::Update(UpdateCommand::Retry { message: None, target })),
        6 => (seq(), prop::collection::vec(target(), 0..3)).prop_map(|(update, targets)| Command::System(SystemCommand::Address { update, targets })),
        3 => (target(), audience(), seq()).prop_map(move |(target, audience, through)| Command::System(SystemCommand::Push { target, audience, through, text: text() })),
        4 => (seq(), target()).prop_map(|(message, target)| Command::System(SystemCommand::BeginSend { message, target })),
        4 => (seq(), target(), 1..3_u16, any::<bool>()).prop_map(|(message, target, part, repeat)| Command::System(SystemCommand::PartSent { message, target, part, repeat })),
        4 => (seq(), target(), any::<bool>()).prop_map(|(message, target, repeat)| Command::System(SystemCommand::Deliver { message, target, repeat })),
        4 => (seq(), target(), reason(), any::<bool>()).prop_map(|(message, target, reason, maybe_sent)| Command::System(SystemCommand::Delay { message, target, reason, maybe_sent })),
        4 => (seq(), target(), reason()).prop_map(|(message, target, reason)| Command::System(SystemCommand::Fail { message, target, reason })),
        2 => prop::sample::select(vec!["a", "pause", "gone"]).prop_map(|step| Command::System(SystemCommand::NoteLate { step: step.parse().unwrap() })),
    ]
}

/// A number as one of those that there are, mostly: hardly any would be hit by chance.
fn aimed(command: Command, incident: &Incident) -> Command {
    let one_of = |seq: Seq, there: &mut dyn Iterator<Item = Seq>| {
        let there: Vec<_> = there.collect();
        usize::try_from(seq.0).ok().and_then(|n| there.get(n % (there.len() + 1)).copied()).unwrap_or(seq)
    };
    let proposal = |seq| one_of(seq, &mut incident.proposals.iter().map(|it| it.seq));
    let message = |seq, target: &TargetName| {
        let updates = incident.updates.iter().map(|it| it.seq);
        let all = updates.chain(incident.pushes.iter().map(|it| it.seq));
        one_of(seq, &mut all.filter(|seq| incident.delivery(*seq, target).is_some()))
    };
    let call = |seq| one_of(seq, &mut incident.calls.iter().map(|it| it.seq));
    match command {
        Command::Help(HelpCommand::Answer { call: it }) => Command::Help(HelpCommand::Answer { call: call(it) }),
        Command::Help(HelpCommand::Take { call: it }) => Command::Help(HelpCommand::Take { call: call(it) }),
        Command::Help(HelpCommand::Release { call: it }) => Command::Help(HelpCommand::Release { call: call(it) }),
        Command::Help(HelpCommand::Reply { call: it, text }) => {
            Command::Help(HelpCommand::Reply { call: call(it), text })
        }
        Command::Update(UpdateCommand::Approve { proposal: it, text }) => {
            Command::Update(UpdateCommand::Approve { proposal: proposal(it), text })
        }
        Command::Update(UpdateCommand::Drop { proposal: it }) => {
            Command::Update(UpdateCommand::Drop { proposal: proposal(it) })
        }
        Command::System(house) => Command::System(match house {
            SystemCommand::Address { update, targets } => {
                SystemCommand::Address { update: one_of(update, &mut incident.unaddressed().map(|it| it.seq)), targets }
            }
            SystemCommand::BeginSend { message: it, target } => {
                SystemCommand::BeginSend { message: message(it, &target), target }
            }
            SystemCommand::PartSent { message: it, target, part, repeat } => {
                SystemCommand::PartSent { message: message(it, &target), target, part, repeat }
            }
            SystemCommand::Deliver { message: it, target, repeat } => {
                SystemCommand::Deliver { message: message(it, &target), target, repeat }
            }
            SystemCommand::Delay { message: it, target, reason, maybe_sent } => {
                SystemCommand::Delay { message: message(it, &target), target, reason, maybe_sent }
            }
            SystemCommand::Fail { message: it, target, reason } => {
                SystemCommand::Fail { message: message(it, &target), target, reason }
            }
            other => other,
        }),
        other => other,
    }
}

/// What is on its way is what the deliveries say, and every clock can be read.
fn outbox_fits(incident: &Incident, at: Moment) -> Result<(), TestCaseError> {
    prop_assert!(incident.updates.is_sorted_by_key(|update| update.seq));
    prop_assert!(incident.pushes.is_sorted_by_key(|push| push.seq));
    prop_assert!(incident.proposals.is_sorted_by_key(|proposal| proposal.seq));
    let unaddressed: Vec<Seq> = incident.unaddressed().map(|update| update.seq).collect();
    let expected: Vec<Seq> =
        incident.updates.iter().filter(|update| !update.addressed).map(|update| update.seq).collect();
    prop_assert_eq!(unaddressed, expected);
    for name in ["chat", "mail"] {
        let name: TargetName = name.parse().unwrap();
        let of_updates = incident
            .updates
            .iter()
            .flat_map(|update| update.deliveries.iter().map(move |delivery| (update.seq, delivery)));
        let of_pushes = incident.pushes.iter().map(|push| (push.seq, &push.delivery));
        let mut waiting: Vec<_> = of_updates
            .chain(of_pushes)
            .filter(|(_, delivery)| delivery.target == name && delivery.state.waits())
            .collect();
        waiting.sort_by_key(|(seq, _)| *seq);
        prop_assert_eq!(incident.waiting(&name), waiting.len());
        let pending = incident.pending_delivery(&name).map(|pending| (pending.message, pending.begun, pending.parts));
        prop_assert_eq!(pending, waiting.first().map(|(seq, it)| (*seq, it.begun, it.parts)));
        prop_assert_eq!(incident.awaited().any(|target| *target == name), !waiting.is_empty());
        prop_assert!(incident.pushed(&name) < incident.seq);
    }
    let arrived = |push: &Arc<Push>| matches!(push.delivery.state, DeliveryState::Delivered { .. });
    prop_assert!(!incident.pushes.iter().any(arrived), "what has arrived is forgotten");
    for audience in &incident.audiences {
        let due = incident.next_update(audience, at);
        prop_assert!(due.is_none() || !incident.is_closed());
        prop_assert!(due.is_none_or(|due| due.at >= incident.opened_at && due.since_last >= Span::zero()));
    }
    Ok(())
}

fn note(incident: &mut Incident, history: &mut History, at: Moment) {
    let (seq, by) = (incident.seq.next(), Signature::new("alice", "test"));
    let event = Event::Log(LogEvent::Noted { text: "x".into() });
    history.follow(incident, &Recorded { seq, at, by, act: None, event });
}

/// What lasts in the history is what the state says of now.
fn history_fits(history: &History, incident: &Incident) -> Result<(), TestCaseError> {
    let blocked: Vec<_> =
        incident.tasks().filter(|(_, task)| task.state.is_blocked()).map(|(_, task)| &task.id).collect();
    let mut lasting: Vec<_> = history.blockers.iter().filter(|it| it.lasts()).map(|it| &it.what.task).collect();
    lasting.sort_by_key(|id| blocked.iter().position(|it| it == id));
    prop_assert_eq!(lasting, blocked);
    prop_assert_eq!(history.holds.iter().filter(|it| it.lasts()).count(), usize::from(incident.is_held()));
    prop_assert_eq!(history.closings.iter().filter(|it| it.lasts()).count(), usize::from(incident.is_closed()));
    let nights: Vec<_> = history.nights.iter().filter(|it| it.lasts()).map(|it| &it.what).collect();
    prop_assert_eq!(nights, Vec::from_iter(incident.night().map(|night| &night.step.id)));
    let out: Vec<_> = history.outages.iter().filter(|it| it.lasts()).map(|it| it.what.health).collect();
    let not_up = incident.services.iter().map(|it| it.health).filter(|health| *health != Health::Up);
    prop_assert_eq!(out, not_up.collect::<Vec<_>>());
    let down = |it: &&Interval<Outage>| it.what.health == Health::Down;
    let downtime = history.outages.iter().filter(down).map(|it| it.length(incident.at)).sum::<Span>();
    prop_assert_eq!(downtime, incident.services[0].downtime(incident.at));
    prop_assert_eq!(history.commands.last().map(|it| &it.person), Some(&incident.commander));
    prop_assert_eq!(history.severities.last().map(|(.., severity)| *severity), Some(incident.severity));
    prop_assert_eq!(history.sent.len(), incident.updates.len());
    prop_assert!(history.marks.is_sorted_by_key(|mark| (mark.at, mark.seq)));
    deviations_fit(history, incident)?;
    let marked = |kind, step: &StepId| {
        history.marks.iter().filter(move |it| it.kind == kind && it.step.as_ref() == Some(step)).count()
    };
    for step in &incident.steps {
        let given =
            |event: &Event| matches!(event, Event::Step(StepEvent::Extended { step: it, .. }) if *it == step.id);
        prop_assert!(
            marked(MarkKind::Overrun, &step.id) <= 1 + standing(incident).filter(|it| given(&it.event)).count(),
            "{} overran more often than it was given time",
            step.id
        );
    }
    // What runs over is marked by the record that follows, whatever it is.
    let (mut incident, mut history, at) = (incident.clone(), history.clone(), incident.at);
    note(&mut incident, &mut history, at);
    for step in incident.active_steps().filter(|step| incident.step_clock(step, at).over() > Span::zero()) {
        let mut overruns = history.marks.iter().filter(|mark| mark.kind == MarkKind::Overrun);
        prop_assert!(overruns.any(|mark| mark.step.as_ref() == Some(&step.id)), "{} is late, and unmarked", step.id);
    }
    Ok(())
}

/// What was neither undone nor says that something was.
fn standing(incident: &Incident) -> impl Iterator<Item = &Entry> {
    incident.log.iter().filter(|entry| entry.undone.is_none())
}

/// What was added and skipped is what the state still has of it, and work began with the first that was not taken back.
fn deviations_fit(history: &History, incident: &Incident) -> Result<(), TestCaseError> {
    let in_order = |mut named: Vec<String>| {
        named.sort();
        named
    };
    let name = |step: &StepId, task: Option<&TaskId>| task.map_or_else(|| step.to_string(), TaskId::to_string);
    let lasting = |of: &[Interval<Deviation>]| {
        in_order(of.iter().filter(|it| it.lasts()).map(|it| name(&it.what.step, it.what.task.as_ref())).collect())
    };
    let named = |which: &dyn Fn(&Step, Option<&Task>) -> bool| {
        let steps = incident.steps.iter().filter(|step| which(step, None)).map(|step| name(&step.id, None));
        let tasks = incident.tasks().filter(|(step, task)| which(step, Some(task)));
        in_order(steps.chain(tasks.map(|(step, task)| name(&step.id, Some(&task.id)))).collect())
    };
    let skipped = |step: &Step, task: Option<&Task>| match task {
        None => matches!(step.state, StepState::Skipped { .. }),
        Some(task) => matches!(task.state, TaskState::Skipped { .. }),
    };
    prop_assert_eq!(lasting(&history.skipped), named(&skipped));
    let added = |step: &Step, task: Option<&Task>| {
        let planned = incident.plan.steps.iter().find(|it| it.id == step.id);
        let has = |task: &Task| planned.is_some_and(|step| step.tasks.iter().any(|planned| planned.id == task.id));
        !task.map_or_else(|| planned.is_some(), has)
    };
    prop_assert_eq!(lasting(&history.added), named(&added));
    let is_work = |entry: &&Entry| {
        matches!(
            entry.event,
            Event::Step(StepEvent::Started { .. } | StepEvent::Finished { .. })
                | Event::Task(TaskEvent::Started { .. } | TaskEvent::Done { .. })
        )
    };
    prop_assert_eq!(history.work_began(), standing(incident).find(is_work).map(|entry| entry.wall));
    Ok(())
}

/// The state without what an undo leaves behind: the last record's number and time, and who has acted.
fn stand(incident: &Incident) -> serde_json::Value {
    let mut value = serde_json::to_value(incident).unwrap();
    let fields = value.as_object_mut().unwrap();
    fields.remove("seq");
    fields.remove("at");
    fields.remove("people");
    // A clock that was stopped and started again at one instant reads the same.
    let active = incident.clocks(incident.at).active.num_milliseconds();
    fields.insert("active".to_owned(), active.into());
    value
}

fn record(
    incident: &mut Incident,
    history: &mut History,
    at: Moment,
    who: &Who,
    command: Command,
    kept: &mut Vec<Recorded>,
) -> bool {
    let Ok(events) = decide(incident, command, &Context::new(at, who.clone())) else { return false };
    let first = incident.seq.next();
    for event in events {
        let seq = incident.seq.next();
        let act = (seq != first).then_some(first);
        let recorded = Recorded { seq, at, by: who.by.clone(), act, event };
        history.follow(incident, &recorded);
        kept.push(recorded);
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_history_folds_to_one_state_and_every_act_can_be_taken_back(
        asks in prop::collection::vec((0..4_i64, person(), rights(), command()), 1..60)
    ) {
        let mut at = start();
        let mut kept = vec![opened(at)];
        let mut live = Incident::begin(&kept[0]).unwrap();
        let mut history = History::begin(&live);
        for (quarters, person, rights, command) in asks {
            at += Span::minutes(quarters * 15);
            let by_itself = matches!(command, Command::System(_));
            let who = if by_itself {
                Who::system()
            } else {
                Who { by: Signature::new(person.as_str(), "test"), rights }
            };
            let (before, history_before) = (live.clone(), history.clone());
            let command = aimed(command, &live);
            let undoes = command == Command::Undo;
            let closes = matches!(command, Command::Header(HeaderCommand::Close { .. }));
            let reopens = matches!(command, Command::Header(HeaderCommand::Reopen { .. }));
            if !record(&mut live, &mut history, at, &who, command, &mut kept) {
                continue;
            }
            prop_assert_eq!(live.seq.0, kept.len() as u64);
            prop_assert!(live.log.len() == kept.len());
            let clocks = live.clocks(at);
            prop_assert!(clocks.active <= clocks.elapsed && clocks.active >= Span::zero());
            for step in &live.steps {
                prop_assert!(live.step_clock(step, at).elapsed >= Span::zero());
            }
            let forecast = forecast(&live, at);
            prop_assert!(forecast.end.min <= forecast.end.max);
            prop_assert!(baseline(&live).end.max >= live.opened_at);

            let offered: std::collections::BTreeSet<_> =
                live.offers.iter().map(|offer| format!("{:?}", offer.duty)).collect();
            prop_assert_eq!(offered.len(), live.offers.len(), "one offer a duty");
            prop_assert!(live.offers.is_sorted_by_key(|offer| offer.seq));
            prop_assert!(live.calls.is_sorted_by_key(|call| call.seq));
            let closed_or_quiet = !live.is_closed() || (live.calls.is_empty() && live.offers.is_empty());
            prop_assert!(closed_or_quiet, "nobody waits for an answer in a closed incident");

            prop_assert!(live.findings.is_sorted_by(|a, b| a.id < b.id));
            prop_assert!(live.actions.is_sorted_by(|a, b| a.id < b.id));
            let mut answered = live.actions.iter().filter_map(|action| action.finding);
            prop_assert!(answered.all(|finding| live.finding(finding).is_some()));

            outbox_fits(&live, at)?;
            prop_assert!(!live.people.contains(&Who::system().by.person), "nobody is the program");

            history_fits(&history, &live)?;

            let (mut undone, mut rewritten) = (live.clone(), history.clone());
            let mut undo = || record(&mut undone, &mut rewritten, at, &who, Command::Undo, &mut Vec::new());
            if closes {
                // By records of its own, not as if it had never been.
                prop_assert!(undo());
                let runs = |of: &Incident| of.active_steps().map(|step| step.id.clone()).collect::<Vec<_>>();
                prop_assert_eq!(runs(&undone), runs(&before));
                prop_assert_eq!(&undone.calls, &before.calls);
                prop_assert_eq!(undone.is_held(), before.is_held());
                prop_assert_eq!(undone.clocks(at).active, before.clocks(at).active);
            } else if !undoes && !by_itself && !reopens && undo() {
                let handed = kept.iter().skip(usize::try_from(before.seq.0).unwrap()).any(|it| {
                    matches!(
                        it.event,
                        Event::Duty(DutyEvent::HandedOver { .. }
                            | DutyEvent::CommandTaken { .. })
                            | Event::Update(UpdateEvent::Posted(_)
                            | UpdateEvent::Retried { .. })
                    )
                });
                prop_assert!(!handed, "a duty that changed hands stays where it is, and what was sent is gone");
                // What runs over is marked with the next record, and only with that.
                let mut untouched = history_before;
                note(&mut before.clone(), &mut untouched, at);
                prop_assert_eq!(&rewritten, &untouched);
                note(&mut undone.clone(), &mut rewritten, at);
                prop_assert_eq!(&rewritten, &untouched);
                let mut expected = before;
                // The clock is read at the moment of the undo.
                expected.at = at;
                prop_assert_eq!(stand(&undone), stand(&expected));
            }
        }
        let mut again = Incident::begin(&kept[0]).unwrap();
        kept[1..].iter().for_each(|recorded| again.apply(recorded));
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), serde_json::to_string(&live).unwrap());
        prop_assert!(again.log.iter().eq(live.log.iter()));
        outbox_fits(&again, at)?;
    }
}

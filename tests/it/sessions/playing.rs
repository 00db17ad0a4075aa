//! Plays a story: turns a `.story` into the records that a room would have written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use warroom::incident::{
    Change, Command, Context, Duty, DutyCommand, Event, HeaderCommand, HeaderEvent, Health, HelpCommand, Incident,
    Kind, Line, LogCommand, Moment, Occasion, Open, Pace, PersonName, Plan, Planned, Prose, Recorded, ReviewCommand,
    RoleId, Seq, ServiceCommand, Severity, Signature, Situation, Span, StepCommand, StepId, StepKind, SystemCommand,
    TargetName, TaskCommand, TaskId, UpdateCommand, UpdateEvent, Who, decide, open, read_seconds, resolve_local,
};
use warroom::runbook;

/// A story that was read: what stands above its days, and what happens in them.
struct Story<'a> {
    head: Vec<(&'a str, &'a str)>,
    lines: Vec<Turn<'a>>,
}

/// One line of a day, `03:15 alice decide Couper le VPN | …`.
struct Turn<'a> {
    at: Moment,
    person: &'a str,
    verb: &'a str,
    rest: &'a str,
}

/// What is still to be asked, in the order of time.
enum Ask {
    Command(Signature, Command),
    System(SystemCommand),
    Clock(i64),
    /// What a line says that only the state can complete.
    Line(usize),
}

/// A time in which a target takes nothing, and what it says meanwhile.
struct Trouble {
    target: TargetName,
    from: Moment,
    until: Moment,
    reason: Line,
    /// It refuses for good what it is given.
    refuses: bool,
}

pub fn records(story: &str) -> Vec<Recorded> {
    Playing::new(&Story::read(story)).shown()
}

impl<'a> Story<'a> {
    fn read(text: &'a str) -> Self {
        let mut story = Self { head: Vec::new(), lines: Vec::new() };
        let mut day = None;
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let (first, rest) = line.split_once(' ').expect("a line has two words");
            match day {
                _ if first == "day" => day = Some(rest.parse::<NaiveDate>().unwrap()),
                None => story.head.push((first, rest)),
                Some(day) => {
                    let at = story.local(day.and_time(time(first)));
                    let mut words = rest.splitn(3, ' ');
                    let mut word = || words.next().unwrap_or_default();
                    story.lines.push(Turn { at, person: word(), verb: word(), rest: word() });
                }
            }
        }
        story
    }

    fn local(&self, local: NaiveDateTime) -> Moment {
        resolve_local(self.word("zone").parse().unwrap(), local)
    }

    fn word(&self, key: &str) -> &'a str {
        self.all(key).next().unwrap_or_default()
    }

    fn all(&self, key: &str) -> impl Iterator<Item = &'a str> {
        self.head.iter().filter(move |(it, _)| *it == key).map(|(_, rest)| *rest)
    }

    /// `trouble TARGET FROM UNTIL REASON`, each time as a date and a time of day.
    fn troubles(&self, key: &str, refuses: bool) -> Vec<Trouble> {
        let trouble = |text: &str| {
            let words: Vec<_> = text.splitn(6, ' ').collect();
            let moment = |day: &str, at: &str| self.local(day.parse::<NaiveDate>().unwrap().and_time(time(at)));
            Trouble {
                target: words[0].parse().unwrap(),
                from: moment(words[1], words[2]),
                until: moment(words[3], words[4]),
                reason: words[5].into(),
                refuses,
            }
        };
        self.all(key).map(trouble).collect()
    }
}

struct Playing<'s, 'a> {
    story: &'s Story<'a>,
    incident: Incident,
    records: Vec<Recorded>,
    /// What is to come, in order; what is asked of one instant is asked as it was added.
    queue: BTreeMap<(Moment, usize), Ask>,
    asked: usize,
    troubles: Vec<Trouble>,
}

impl<'s, 'a> Playing<'s, 'a> {
    fn new(story: &'s Story<'a>) -> Self {
        let opening = story.lines.first().expect("a story has lines");
        assert_eq!(opening.verb, "open");
        let plan = runbook::builtin().iter().find(|it| it.name == story.word("plan"));
        let plan = plan.expect("the plan comes with the program").plan();
        let speed = story.all("speed").next().map_or(1, |it| it.parse().unwrap());
        let asked = Open {
            incident: story.word("incident").parse().unwrap(),
            title: story.word("title").into(),
            severity: severity(story.word("severity")),
            kind: if story.word("kind") == "exercise" { Kind::Exercise } else { Kind::Real },
            pace: Pace { speed, real_start: opening.at },
            situation: Situation {
                what: story.word("what").into(),
                since: story.word("since").into(),
                impact: story.word("impact").into(),
            },
            zone: story.word("zone").parse().unwrap(),
            plan,
        };
        let context = Context::owner(opening.at, Signature::new(opening.person, "local"));
        let event = open(asked, &context).unwrap();
        let first = Recorded { seq: Seq(1), at: opening.at, by: context.who.by, act: None, event };
        let incident = Incident::begin(&first).unwrap();
        let troubles = [story.troubles("trouble", false), story.troubles("refusal", true)].into_iter().flatten();
        let mut playing = Self {
            story,
            incident,
            records: vec![first],
            queue: BTreeMap::new(),
            asked: 0,
            troubles: troubles.collect(),
        };
        for (place, line) in story.lines.iter().enumerate().skip(1) {
            playing.later(line.at, Ask::Line(place));
        }
        playing.tick_the_rest();
        playing
    }

    fn later(&mut self, at: Moment, ask: Ask) {
        self.asked += 1;
        self.queue.insert((at, self.asked), ask);
    }

    /// Tasks of which the story says nothing are ticked off by whoever has their role, evenly over their phase.
    fn tick_the_rest(&mut self) {
        let spoken: BTreeSet<&str> = self
            .story
            .lines
            .iter()
            .filter(|line| ["done", "skip-task"].contains(&line.verb))
            .map(|line| line.rest.split(' ').next().unwrap_or_default())
            .collect();
        let plan = Plan::clone(&self.incident.plan);
        for (from, to, step) in stretches(self.story, &plan) {
            let tasks = plan.steps.iter().filter(|it| it.id == step).flat_map(|it| &it.tasks);
            let open: Vec<&TaskId> = tasks.map(|task| &task.id).filter(|id| !spoken.contains(id.as_str())).collect();
            for (place, task) in (1..).zip(&open) {
                let share = self.awake(from, to) * place / i32::try_from(open.len() + 1).unwrap();
                // Not before the last that the story says of it.
                let of_task = |line: &&Turn| line.rest.split(' ').next() == Some(task.as_str());
                let mut said = self.story.lines.iter().filter(of_task).map(|line| line.at + Span::minutes(2));
                let at = said.next_back().unwrap_or(from).max(self.after(from, Span::seconds(share.num_seconds())));
                let role = task.as_str().split('.').nth(1).unwrap();
                let has_role = |it: &&str| it.starts_with(role) && it[role.len()..].starts_with(' ');
                let person = self.story.all("role").find(has_role).unwrap();
                let by = Signature::new(person.rsplit(' ').next().unwrap(), "ssh");
                self.later(at, Ask::Command(by, Command::Task(TaskCommand::Finish { task: (*task).clone() })));
            }
        }
    }

    /// The holds and nights of the story.
    fn stops(&self) -> Vec<(Moment, Moment)> {
        let lines = &self.story.lines;
        let begins = |line: &&Turn| ["hold", "night"].contains(&line.verb);
        let ends = |line: &&Turn| ["resume", "morning"].contains(&line.verb);
        let pairs = lines.iter().filter(begins).zip(lines.iter().filter(ends));
        pairs.map(|(from, to)| (from.at, to.at)).collect()
    }

    fn awake(&self, from: Moment, to: Moment) -> Span {
        let asleep = self.stops().into_iter().filter(|(a, b)| *a >= from && *b <= to).map(|(a, b)| b - a);
        asleep.fold(to - from, |rest, stop| rest - stop)
    }

    /// So long after a moment, holds and nights not counted.
    fn after(&self, from: Moment, span: Span) -> Moment {
        let stops = self.stops();
        let stops = stops.iter().filter(|(a, _)| *a >= from);
        stops.fold(from + span, |at, (a, b)| if at >= *a { at + (*b - *a) } else { at })
    }

    fn shown(mut self) -> Vec<Recorded> {
        while let Some(((at, _), ask)) = self.queue.pop_first() {
            self.note_what_is_late(at);
            match ask {
                Ask::Command(by, command) => self.ask(at, self.who(&by), command),
                Ask::System(house) => self.ask(at, Who::system(), Command::System(house)),
                Ask::Clock(by) => {
                    let by_clock = Signature::new("warroom", "clock");
                    self.record(at, &by_clock, vec![Event::Header(HeaderEvent::ClockJumped { by })]);
                }
                Ask::Line(place) => self.line(at, &self.story.lines[place]),
            }
        }
        self.records
    }

    fn who(&self, by: &Signature) -> Who {
        let line = self.story.all("person").find(|it| it.split(' ').next() == Some(by.person.as_str()));
        let Some(line) = line else { return Who::owner(by.clone()) };
        let mut words = line.split(' ').skip(1);
        let right = serde_json::from_value(words.next().unwrap().into()).unwrap();
        let roles = words.map(|role| role.parse().unwrap()).collect();
        Who { by: by.clone(), rights: warroom::incident::Rights { right, roles } }
    }

    fn ask(&mut self, at: Moment, who: Who, command: Command) {
        let context = Context::new(at, who);
        let shown = format!("{at} {} {command:?}", context.who.by.person);
        let events = decide(&self.incident, command, &context);
        let events = events.unwrap_or_else(|refusal| panic!("{shown}: {refusal:?}"));
        let by = context.who.by;
        self.record(at, &by, events);
    }

    fn record(&mut self, at: Moment, by: &Signature, events: Vec<Event>) {
        let first = self.incident.seq.next();
        for event in events {
            let seq = self.incident.seq.next();
            let recorded = Recorded { seq, at, by: by.clone(), act: (seq != first).then_some(first), event };
            self.incident.apply(&recorded);
            self.send(&recorded);
            self.records.push(recorded);
        }
    }

    /// What the program does about a record: it addresses an update, and hands it to its targets.
    fn send(&mut self, recorded: &Recorded) {
        let at = recorded.at;
        match &recorded.event {
            Event::Update(UpdateEvent::Posted(posted)) => {
                let of = |line: &&str| line.split(' ').next() == Some(posted.audience.as_str());
                let targets = self.story.all("target").filter(of);
                let targets = targets.map(|it| it.rsplit(' ').next().unwrap().parse().unwrap()).collect();
                self.later(at, Ask::System(SystemCommand::Address { update: recorded.seq, targets }));
            }
            Event::Update(UpdateEvent::Addressed { update, targets }) => {
                for target in targets {
                    self.hand_over(at, *update, target);
                }
            }
            Event::Update(UpdateEvent::Retried { message, target }) => self.hand_over(at, *message, target),
            _ => {}
        }
    }

    fn hand_over(&mut self, at: Moment, message: Seq, target: &TargetName) {
        let target = || target.clone();
        let begin = || Ask::System(SystemCommand::BeginSend { message, target: target() });
        let deliver = || Ask::System(SystemCommand::Deliver { message, target: target(), repeat: false });
        let second = Span::seconds(1);
        self.later(at + second, begin());
        let of_target = |it: &&Trouble| it.target == target() && it.from <= at && at < it.until;
        let trouble = self.troubles.iter().find(of_target);
        match trouble.map(|it| (it.until, it.reason.clone(), it.refuses)) {
            None => self.later(at + second * 3, deliver()),
            Some((_, reason, true)) => {
                self.later(at + second * 2, Ask::System(SystemCommand::Fail { message, target: target(), reason }));
            }
            Some((until, reason, false)) => {
                let delay = SystemCommand::Delay { message, target: target(), reason, maybe_sent: false };
                self.later(at + second * 9, Ask::System(delay));
                self.later(until + second, begin());
                self.later(until + second * 3, deliver());
            }
        }
    }

    fn note_what_is_late(&mut self, at: Moment) {
        if self.incident.is_closed() || !self.incident.clocks(at).running {
            return;
        }
        let second = Span::seconds(1);
        let late = |step: &&warroom::incident::Step| !step.late_noted;
        let over: Vec<_> = self
            .incident
            .active_steps()
            .filter(late)
            .map(|step| (step.id.clone(), self.incident.step_clock(step, at).over()))
            .filter(|(_, over)| *over > second)
            .collect();
        for (step, over) in over {
            let when = (at - over + second).max(self.incident.at);
            self.ask(when, Who::system(), Command::System(SystemCommand::NoteLate { step }));
        }
    }

    fn line(&mut self, at: Moment, line: &Turn) {
        let door = if line.person == self.story.lines[0].person { "local" } else { "ssh" };
        let by = Signature::new(line.person, door);
        if line.verb == "clock" {
            let (sign, span) = line.rest.split_at(1);
            let millis = i64::from(read_seconds(span).unwrap()) * 1000;
            let by = if sign == "-" { -millis } else { millis };
            self.later(at, Ask::Clock(by));
            return;
        }
        let who = self.who(&by);
        let command = command(&self.incident, line, self.story);
        self.ask(at, who, command);
    }
}

/// When each step ran for the first time, from its start to its finish.
fn stretches(story: &Story, plan: &Plan) -> Vec<(Moment, Moment, StepId)> {
    let order: Vec<&StepId> = plan.steps.iter().filter(|step| !step.kind.is_day_end()).map(|step| &step.id).collect();
    let mut begun: BTreeMap<&str, Moment> = BTreeMap::new();
    let mut ended: BTreeMap<&str, Moment> = BTreeMap::new();
    for line in &story.lines {
        match line.verb {
            "start" => {
                begun.entry(line.rest).or_insert(line.at);
            }
            "finish" => {
                ended.entry(line.rest).or_insert(line.at);
            }
            "next" => {
                for step in begun.keys() {
                    ended.entry(step).or_insert(line.at);
                }
                let next = order.iter().find(|step| !begun.contains_key(step.as_str())).unwrap();
                begun.insert(next.as_str(), line.at);
            }
            _ => {}
        }
    }
    let ran = |id: &StepId| Some((*begun.get(id.as_str())?, *ended.get(id.as_str())?, id.clone()));
    order.into_iter().filter_map(ran).collect()
}

fn time(text: &str) -> NaiveTime {
    let full = if text.len() == 5 { format!("{text}:00") } else { text.to_owned() };
    full.parse().unwrap_or_else(|_| panic!("{text} is no time of day"))
}

fn severity(text: &str) -> Severity {
    Severity::ALL.into_iter().find(|it| it.name() == text).unwrap()
}

/// What a line asks, `block TASK REASON`.
#[expect(clippy::too_many_lines, reason = "a table: a verb a line")]
fn command(incident: &Incident, line: &Turn, story: &Story) -> Command {
    let (first, rest) = line.rest.split_once(' ').unwrap_or((line.rest, ""));
    let step = || first.parse().unwrap();
    let task = || first.parse().unwrap();
    let reason = || Line::new(rest);
    let line_text = || Line::new(line.rest);
    let text = || Prose::new(line.rest);
    let parts = || -> Vec<&str> { line.rest.split('|').map(str::trim).collect() };
    let occasion = |name: &str| Occasion::ALL.into_iter().find(|it| it.name() == name).unwrap();
    let role = || Duty::Role(first.parse::<RoleId>().unwrap());
    match line.verb {
        "start" => Command::Step(StepCommand::Start { step: step() }),
        "finish" => Command::Step(StepCommand::Finish { step: step() }),
        "next" => Command::Step(StepCommand::Next),
        "skip" => Command::Step(StepCommand::Skip { step: step(), reason: reason() }),
        "reopen" => Command::Step(StepCommand::Reopen { step: step() }),
        "extend" => Command::Step(StepCommand::Extend { step: step(), planned: rest.parse().unwrap() }),
        "move" => Command::Step(StepCommand::Move { step: step(), after: Some(rest.parse().unwrap()) }),
        "add-phase" => {
            let (planned, title) = rest.split_once(' ').unwrap();
            let kind = StepKind::Phase { planned: planned.parse::<Planned>().unwrap() };
            Command::Step(StepCommand::Add { title: title.into(), kind, after: Some(step()) })
        }
        "night" => Command::Step(StepCommand::EndDay { resume: (!first.is_empty()).then(|| time(first)) }),
        "morning" => Command::Step(StepCommand::StartDay),
        "hold" => Command::Header(HeaderCommand::Hold { reason: line_text() }),
        "resume" => Command::Header(HeaderCommand::Resume),
        "close" => Command::Header(HeaderCommand::Close { reason: line_text() }),
        "reopen-incident" => Command::Header(HeaderCommand::Reopen { reason: line_text() }),
        "retitle" => Command::Header(HeaderCommand::Retitle { title: line_text() }),
        "impact" => Command::Header(HeaderCommand::Describe { what: None, since: None, impact: Some(text()) }),
        "severity" => Command::Header(HeaderCommand::SetSeverity { severity: severity(first) }),

        "add-task" => {
            let (role, title) = rest.split_once(' ').unwrap();
            Command::Task(TaskCommand::Add {
                step: step(),
                role: role.parse().unwrap(),
                title: title.into(),
                planned: None,
            })
        }
        "begin" => Command::Task(TaskCommand::Start { task: task() }),
        "done" => Command::Task(TaskCommand::Finish { task: task() }),
        "block" => Command::Task(TaskCommand::Block { task: task(), reason: reason() }),
        "unblock" => Command::Task(TaskCommand::Unblock { task: task() }),
        "skip-task" => Command::Task(TaskCommand::Skip { task: task(), reason: reason() }),
        "assign" => Command::Task(TaskCommand::Assign { task: task(), person: Some(PersonName::new(rest)) }),
        "reopen-task" => Command::Task(TaskCommand::Reopen { task: task() }),
        "retitle-task" => Command::Task(TaskCommand::Retitle { task: task(), title: rest.into() }),
        "comment" => Command::Task(TaskCommand::Comment { task: task(), text: rest.into() }),

        "note" => Command::Log(LogCommand::Note { text: text() }),
        "fact" => Command::Log(LogCommand::RecordFact { text: text() }),
        "decide" => {
            let parts = parts();
            let part = |n: usize| parts.get(n).copied().unwrap_or_default().into();
            Command::Log(LogCommand::Decide { text: part(0), why: part(1), objections: part(2) })
        }
        "correct" => {
            let newest = incident.log.iter().rfind(|entry| entry.by.person.as_str() == line.person);
            Command::Log(LogCommand::Correct { entry: newest.unwrap().seq, text: text() })
        }

        "service" => {
            let health = Health::ALL.into_iter().find(|it| it.name() == rest).unwrap();
            Command::Service(ServiceCommand::SetHealth { service: first.parse().unwrap(), health })
        }
        // `point SERVICE DAY TIME`
        "point" => {
            let (day, time_of_day) = rest.split_once(' ').unwrap();
            let at = story.local(day.parse::<NaiveDate>().unwrap().and_time(time(time_of_day)));
            Command::Service(ServiceCommand::SetRestorePoint { service: first.parse().unwrap(), at })
        }
        "add-service" => Command::Service(ServiceCommand::Add {
            name: rest.into(),
            priority: 2,
            rto: read_seconds(first).ok(),
            rpo: None,
            health: Health::Up,
        }),

        "help" => Command::Help(HelpCommand::Ask { text: line_text(), task: None }),
        "answer" => Command::Help(HelpCommand::Answer { call: incident.calls[0].seq }),
        "offer" => {
            Command::Duty(DutyCommand::Offer { duty: Duty::Command, to: PersonName::new(first), briefing: rest.into() })
        }
        "accept" => Command::Duty(DutyCommand::Accept { duty: Duty::Command }),
        "decline" => Command::Duty(DutyCommand::DropOffer { duty: Duty::Command }),
        "role-offer" => {
            let (to, briefing) = rest.split_once(' ').unwrap();
            Command::Duty(DutyCommand::Offer { duty: role(), to: PersonName::new(to), briefing: briefing.into() })
        }
        "role-accept" => Command::Duty(DutyCommand::Accept { duty: role() }),
        "revoke" => {
            Command::Duty(DutyCommand::RevokeRole { role: first.parse().unwrap(), person: PersonName::new(rest) })
        }
        "take" => Command::Duty(DutyCommand::TakeCommand { reason: line_text() }),

        "post" | "propose" => {
            let (name, text) = rest.split_once(' ').unwrap();
            let (audience, occasion, text) = (first.parse().unwrap(), occasion(name), text.into());
            if line.verb == "post" {
                Command::Update(UpdateCommand::Post { audience, occasion, text })
            } else {
                Command::Update(UpdateCommand::Propose { audience, occasion, text })
            }
        }
        "approve" => Command::Update(UpdateCommand::Approve { proposal: incident.proposals[0].seq, text: None }),
        "drop" => Command::Update(UpdateCommand::Drop { proposal: incident.proposals[0].seq }),
        "retry" => Command::Update(UpdateCommand::Retry { message: None, target: None }),
        // `finding PHASE TEXT`, of none in particular with `-`
        "finding" => Command::Review(ReviewCommand::AddFinding {
            text: rest.into(),
            about: first.parse().ok().filter(|_| first != "-"),
        }),
        "correct-finding" => {
            Command::Review(ReviewCommand::CorrectFinding { finding: first.parse().unwrap(), text: rest.into() })
        }
        "drop-finding" => {
            Command::Review(ReviewCommand::DropFinding { finding: first.parse().unwrap(), reason: reason() })
        }
        // `action FINDING|- OWNER|- DAY|- TITLE`
        "action" => {
            let words: Vec<_> = line.rest.splitn(4, ' ').collect();
            let given = |n: usize| Some(words[n]).filter(|word| *word != "-");
            Command::Review(ReviewCommand::AddAction {
                title: words[3].into(),
                owner: given(1).map(PersonName::new),
                due: given(2).map(|day| day.parse().unwrap()),
                finding: given(0).map(|finding| finding.parse().unwrap()),
            })
        }
        // `change-action ACTION OWNER`
        "change-action" => Command::Review(ReviewCommand::ChangeAction {
            action: first.parse().unwrap(),
            title: None,
            owner: Change::To(PersonName::new(rest)),
            due: Change::Keep,
            finding: Change::Keep,
        }),
        "finish-action" => {
            Command::Review(ReviewCommand::FinishAction { action: first.parse().unwrap(), outcome: reason() })
        }
        "reopen-action" => Command::Review(ReviewCommand::ReopenAction { action: first.parse().unwrap() }),
        "drop-action" => {
            Command::Review(ReviewCommand::DropAction { action: first.parse().unwrap(), reason: reason() })
        }
        "undo" => Command::Undo,
        other => panic!("no such verb: {other}"),
    }
}

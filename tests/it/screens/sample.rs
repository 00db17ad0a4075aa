//! Incidents to draw, made as rooms make them: by commands, at fixed times.

use chrono_tz::Europe::Paris;
use warroom::draft::Templates;
use warroom::incident::{
    Command, Context, Duty, DutyCommand, Event, Health, HelpCommand, Incident, IncidentId, Kind, Line, LogCommand,
    Moment, Open, Pace, PersonName, Plan, Presence, Prose, Recorded, Right, Rights, Seq, ServiceCommand, Severity,
    Signature, Situation, Span, StepCommand, TargetFact, TaskCommand, TaskId, Who, decide, open,
};
use warroom::ui::{Left, Person, View};

/// An incident and its time.
pub struct Story {
    pub incident: Incident,
    pub now: Moment,
    pub me: Who,
    pub present: Vec<Presence>,
    pub people: Option<Vec<Person>>,
    pub commander_gone: bool,
    pub left: Option<Left>,
    pub targets: Vec<TargetFact>,
    pub templates: Templates,
}

impl Story {
    pub fn open(plan: Plan, title: &str, kind: Kind, speed: u32) -> Self {
        let now: Moment = "2026-11-22T02:10:00Z".parse().expect("a moment");
        let context = Context::owner(now, Signature::new("alice", "local"));
        let request = Open {
            incident: "20261122-cyberattaque-k3f9".parse::<IncidentId>().expect("an id"),
            title: Line::new(title),
            severity: Severity::Sev1,
            kind,
            pace: Pace { speed, real_start: now },
            situation: Situation::default(),
            zone: Paris,
            plan,
        };
        let event = open(request, &context).expect("a first event");
        let recorded = Recorded { seq: Seq(1), at: now, by: context.who.by, act: None, event };
        let incident = Incident::begin(&recorded).expect("an incident");
        let person = |name: &str, via: &str| Presence {
            person: PersonName::new(name),
            via: via.into(),
            since: now,
            looks_at: Line::default(),
            number: 0,
        };
        let present = vec![
            person("alice", "local"),
            person("alice", "ssh"),
            person("ines", "ssh"),
            person("karim", "ssh"),
            person("tom", "ssh"),
            person("zoé", "ssh"),
        ];
        Self {
            incident,
            now,
            me: me("ines"),
            present,
            people: None,
            commander_gone: false,
            left: None,
            targets: Vec::new(),
            templates: Templates::default(),
        }
    }

    pub fn view(&self) -> View<'_> {
        View {
            people: self.people.as_deref(),
            present: &self.present,
            commander_gone: self.commander_gone,
            left: self.left,
            targets: &self.targets,
            templates: Some(&self.templates),
            ..View::new(&self.incident, self.now, &self.me)
        }
    }

    /// Looked at by one of the list of people, with the rights that they have there.
    pub fn seen_by(&mut self, name: &str) -> &mut Self {
        let person = self.people.iter().flatten().find(|person| person.name.as_str() == name);
        let person = person.expect("somebody of the list");
        let rights = Rights { right: person.right, roles: person.roles.clone() };
        self.me = Who { by: Signature::new(name, "ssh"), rights };
        self
    }

    pub fn pass(&mut self, minutes: i64) -> &mut Self {
        self.now += Span::minutes(minutes);
        self
    }

    pub fn ask(&mut self, person: &str, command: Command) -> &mut Self {
        let context = Context::owner(self.now, Signature::new(person, "ssh"));
        let shown = format!("{command:?}");
        let events = decide(&self.incident, command, &context).unwrap_or_else(|why| panic!("{shown}: {why:?}"));
        let mut act = None;
        for event in events {
            self.record(&context.who.by, act, event);
            act = act.or(Some(self.incident.seq));
        }
        self
    }

    fn record(&mut self, by: &Signature, act: Option<Seq>, event: Event) {
        let seq = self.incident.seq.next();
        self.incident.apply(&Recorded { seq, at: self.now, by: by.clone(), act, event });
    }

    /// The tasks of a role in what runs now.
    pub fn tasks(&self, role: &str) -> Vec<TaskId> {
        let steps = self.incident.active_steps();
        let tasks = steps.flat_map(|step| step.tasks.iter()).filter(|task| task.role.as_str() == role);
        tasks.map(|task| task.id.clone()).collect()
    }

    /// Ticks every task of what runs.
    pub fn all_done(&mut self, person: &str) -> &mut Self {
        let open: Vec<_> = self
            .incident
            .active_steps()
            .flat_map(|step| step.tasks.iter())
            .filter(|task| !task.state.is_over())
            .map(|task| task.id.clone())
            .collect();
        for task in open {
            self.ask(person, Command::Task(TaskCommand::Finish { task }));
        }
        self
    }

    pub fn next(&mut self) -> &mut Self {
        self.ask("alice", Command::Step(StepCommand::Next))
    }
}

/// Someone whose host it is.
pub fn me(name: &str) -> Who {
    Who::owner(Signature::new(name, "ssh"))
}

/// Some hours in: two phases late, one running past its most, tasks in every state.
pub fn living(plan: Plan) -> Story {
    let mut story = Story::open(plan, "Cyberattaque, production chiffrée", Kind::Real, 1);
    story.pass(2).next();
    story.ask("tom", fact("Rançon demandée sur trois serveurs de production"));
    story.pass(22).ask(
        "alice",
        Command::Log(LogCommand::Decide {
            text: Prose::new("Couper le VPN"),
            why: Prose::new("risque de propagation aux agences"),
            objections: Prose::default(),
        }),
    );
    story.pass(80).all_done("karim").pass(1).next();
    story.pass(31).ask("zoé", note("La direction prévient les clients par téléphone, la messagerie étant coupée."));
    story.pass(37).all_done("zoé").next();
    story.pass(3);
    let mine = story.tasks("sysadmin");
    story.ask("alice", assign(&mine[0], "ines"));
    story.ask("ines", Command::Task(TaskCommand::Start { task: mine[0].clone() }));
    story.pass(4);
    let dsi = story.tasks("dsi");
    story.ask("karim", Command::Task(TaskCommand::Finish { task: dsi[0].clone() }));
    let dev = story.tasks("dev");
    story.ask("tom", assign(&dev[0], "tom"));
    story.pass(6);
    story.ask("tom", Command::Task(TaskCommand::Block { task: dev[0].clone(), reason: Line::new("accès VPN coupé") }));
    story.pass(9).ask("ines", note("Sauvegardes de samedi lisibles, dimanche en cours de contrôle"));
    if let Some(service) = story.incident.services.first().map(|service| service.id.clone()) {
        story.ask("ines", Command::Service(ServiceCommand::SetHealth { service, health: Health::Degraded }));
    }
    story.pass(5);
    story
}

/// The same with a list of people, where each looks at something of their own, and they ask things of each other.
pub fn together(plan: Plan) -> Story {
    let mut story = living(plan);
    let person = |name: &str, full_name: &str, right, role: &str| Person {
        name: PersonName::new(name),
        full_name: Line::new(full_name),
        right,
        roles: role.parse().into_iter().collect(),
        phone: Line::new("+33 6 12 34 56 78"),
        mail: Line::new(&format!("{name}@example.org")),
        chat: Line::new(&format!("@{name}")),
    };
    story.people = Some(vec![
        person("alice", "Alice Martin", Right::Commander, "direction"),
        person("karim", "Karim Benali", Right::Deputy, "dsi"),
        person("ines", "Inès Moreau", Right::Member, "sysadmin"),
        person("tom", "Tom Lefèvre", Right::Member, "dev"),
        person("léa", "Léa Fontaine", Right::Member, "sysadmin"),
        person("zoé", "Zoé Garnier", Right::Observer, ""),
    ]);
    story.left = Some(Left { at: story.now - Span::minutes(20), seq: Seq(story.incident.seq.0 - 4) });
    let pages = ["timeline", "people", "mine", "board", "mine", "log"];
    for (present, page) in story.present.iter_mut().zip(pages) {
        present.looks_at = page.into();
    }
    let task = story.tasks("dev")[0].clone();
    let text = Line::new("accès au VPN refusé depuis l'agence de Lyon");
    story.ask("tom", Command::Help(HelpCommand::Ask { text, task: Some(task) }));
    let briefing = Prose::new("Situation : production chiffrée.\nActivation du PRA en cours.\nBloqué : tom.");
    let to = PersonName::new("karim");
    story.pass(1).ask("alice", Command::Duty(DutyCommand::Offer { duty: Duty::Command, to, briefing }));
    story.ask("karim", note("Le fournisseur rappelle à 7 h, @ines prends l'appel"));
    story
}

pub fn note(text: &str) -> Command {
    Command::Log(LogCommand::Note { text: Prose::new(text) })
}

pub fn fact(text: &str) -> Command {
    Command::Log(LogCommand::RecordFact { text: Prose::new(text) })
}

pub fn assign(task: &TaskId, person: &str) -> Command {
    Command::Task(TaskCommand::Assign { task: task.clone(), person: Some(PersonName::new(person)) })
}

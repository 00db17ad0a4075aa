//! A screen at an incident that really decides what is asked of it.

use super::*;
use crate::incident::StepCommand;

const PLAN: &str = r#"
format = 1
title = "Petite reprise"
language = "fr"
role = [{ id = "dsi", name = "DSI" }, { id = "dev", name = "Développement" }]

[[step]]
phase = "Évaluer"
id = "assess"
planned = "45m..1h30"
tasks.dsi = ["Dresser l'état des lieux", { title = "Informer la direction", planned = "15m" }]
tasks.dev = ["Geler les déploiements"]

[[step]]
phase = "Restaurer"
id = "restore"
planned = "1h"
tasks.dsi = ["Remettre la messagerie"]

[[step]]
day_end = "Fin de journée"
id = "night"
at = "18:00"
resume = "08:00"

[[step]]
phase = "Vérifier"
id = "verify"
planned = "1h"
tasks.dev = ["Tester"]

[[service]]
id = "mail"
name = "Messagerie"
priority = 1
rto = "4h"
state = "down"
"#;

/// A screen at an incident, both driven by hand.
pub struct Bench {
    pub incident: Option<Incident>,
    pub start: Start,
    pub now: Moment,
    pub screen: Screen,
    /// What the screen asked for, as a test reads it.
    pub asked: Vec<String>,
    pub read_only: Option<String>,
    pub damaged: Option<u64>,
    pub who: Who,
    pub commander_gone: bool,
    pub left: Option<Left>,
    pub people: Option<Vec<Person>>,
    pub targets: Vec<TargetFact>,
    pub previews: Vec<Preview>,
    pub unsettled: Option<String>,
    pub elsewhere: Vec<Elsewhere>,
    pub overdue: Vec<Overdue>,
    pub buffer: Buffer,
}

pub fn at() -> Moment {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

pub fn plan() -> Plan {
    runbook::read(PLAN, "plan.toml").unwrap_or_else(|problems| panic!("{}", problems[0].render(Lang::En)))
}

impl Bench {
    pub fn at_start() -> Self {
        let settings = Settings { lang: Lang::Fr, ..Settings::default() };
        let plans = vec![ListedPlan { name: "petite".to_owned(), plan: plan() }];
        Self {
            incident: None,
            start: Start { incidents: Vec::new(), plans, may_open: true, elsewhere: Vec::new(), overdue: Vec::new() },
            now: at(),
            screen: Screen::new(settings),
            asked: Vec::new(),
            read_only: None,
            damaged: None,
            who: Who::owner(Signature::new("alice", "local")),
            commander_gone: false,
            left: None,
            people: None,
            targets: Vec::new(),
            previews: Vec::new(),
            unsettled: None,
            elsewhere: Vec::new(),
            overdue: Vec::new(),
            buffer: Buffer::empty(Rect::new(0, 0, 100, 30)),
        }
    }

    /// In a room whose first phase runs.
    pub fn new() -> Self {
        let mut bench = Self::at_start();
        bench.open("Panne", Severity::Sev2, plan());
        bench.does("alice", Command::Step(StepCommand::Start { step: "assess".parse().unwrap() }));
        bench.draw();
        bench
    }

    /// The same room, looked at by someone else: `bob: member dsi`.
    pub fn of(who: &str, right: Right, roles: &[&str]) -> Self {
        let mut bench = Self::new();
        let roles = roles.iter().map(|role| role.parse().unwrap()).collect();
        bench.who = Who { by: Signature::new(who, "ssh"), rights: Rights { right, roles } };
        bench.screen = Screen::new(Settings { lang: Lang::Fr, ..Settings::default() });
        bench.people = Some(
            [("alice", Right::Commander, "dsi"), ("karim", Right::Deputy, "dsi"), ("ines", Right::Member, "dev")]
                .map(|(name, right, role)| Person {
                    name: PersonName::new(name),
                    full_name: Line::new(&format!("{name} Exemple")),
                    right,
                    roles: vec![role.parse().unwrap()],
                    phone: Line::new("+33 1 23"),
                    mail: Line::default(),
                    chat: Line::default(),
                })
                .to_vec(),
        );
        bench.input(Input::Changed);
        bench.draw();
        bench
    }

    pub fn open(&mut self, title: &str, severity: Severity, plan: Plan) {
        let context = Context::owner(self.now, Signature::new("alice", "local"));
        let event = open(
            Open {
                incident: "20261122-panne-aaaa".parse().unwrap(),
                title: Line::new(title),
                severity,
                kind: Kind::Real,
                pace: Pace { speed: 1, real_start: self.now },
                situation: Situation::default(),
                zone: Paris,
                plan,
            },
            &context,
        );
        let recorded = Recorded { seq: Seq(1), at: self.now, by: context.who.by, act: None, event: event.unwrap() };
        self.incident = Incident::begin(&recorded);
    }

    /// People who are not at the screen may do everything.
    pub fn decide(&mut self, who: &str, command: Command) -> Result<(), Refusal> {
        let incident = self.incident.as_mut().unwrap();
        let me = self.who.by.person.as_str() == who;
        let who = if me { self.who.clone() } else { Who::owner(Signature::new(who, "local")) };
        let context = Context { commander_gone: self.commander_gone, ..Context::new(self.now, who) };
        let mut act = None;
        for event in decide(incident, command, &context)? {
            let seq = incident.seq.next();
            incident.apply(&Recorded { seq, at: self.now, by: context.who.by.clone(), act, event });
            act = act.or(Some(seq));
        }
        Ok(())
    }

    pub fn does(&mut self, who: &str, command: Command) {
        self.decide(who, command).unwrap();
        self.input(Input::Changed);
    }

    pub fn input(&mut self, input: Input) {
        let mut queue = vec![input];
        while let Some(input) = queue.pop() {
            let effects = self.with_world(|screen, world| screen.update(world, input.clone()));
            for effect in effects {
                self.asked.push(written(&effect));
                match effect {
                    Effect::Send(command) => {
                        let me = self.who.by.person.to_string();
                        let answer = self.decide(&me, command).map_err(Unanswered::Refused);
                        queue.push(Input::Answer(answer));
                    }
                    Effect::Open(opening) => {
                        self.open(&opening.title, opening.severity, opening.plan);
                        queue.push(Input::Answer(Ok(())));
                    }
                    Effect::Preview(_) => queue.push(Input::Previews(self.previews.clone())),
                    Effect::Leave => self.incident = None,
                    _ => {}
                }
            }
        }
    }

    pub fn with_world<T>(&mut self, then: impl FnOnce(&mut Screen, World<'_>) -> T) -> T {
        let present = [Presence {
            person: self.who.by.person.clone(),
            via: "local".into(),
            since: at(),
            looks_at: Line::default(),
            number: 0,
        }];
        match &self.incident {
            Some(incident) => {
                let view = View {
                    people: self.people.as_deref(),
                    present: &present,
                    commander_gone: self.commander_gone,
                    left: self.left,
                    targets: &self.targets,
                    unsettled: self.unsettled.as_deref(),
                    elsewhere: &self.elsewhere,
                    overdue: &self.overdue,
                    read_only: self.read_only.as_deref(),
                    damaged: self.damaged,
                    ..View::new(incident, self.now, &self.who)
                };
                then(&mut self.screen, World::Room(&view))
            }
            None => then(&mut self.screen, World::Start(&self.start)),
        }
    }

    /// Presses keys: letters, and names between angle brackets.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let (name, tail) = match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
                Some(named) => named,
                None => rest.split_at(c.len_utf8()),
            };
            rest = tail;
            let event = if name.chars().count() == 1 {
                KeyEvent::from(KeyCode::Char(name.chars().next().unwrap()))
            } else {
                name.parse::<Key>().unwrap_or_else(|_| panic!("{name} is no key")).event()
            };
            self.input(Input::Key(event));
            self.draw();
        }
        self
    }

    pub fn draw(&mut self) {
        let mut buffer = Buffer::empty(self.buffer.area);
        self.with_world(|screen, world| screen.render(world, &mut buffer));
        self.buffer = buffer;
    }

    pub fn size(&mut self, width: u16, height: u16) {
        self.buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.input(Input::Resize { width, height });
        self.draw();
    }

    pub fn text(&self) -> String {
        let area = self.buffer.area;
        let line = |y| (0..area.width).map(|x| self.buffer[(x, y)].symbol()).collect::<String>();
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    pub fn shows(&mut self, text: &str) -> &mut Self {
        assert!(self.text().contains(text), "{text:?} is not in\n{}", self.text());
        self
    }

    pub fn hides(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "{text:?} is in\n{}", self.text());
        self
    }

    /// What was asked since the last look.
    pub fn asks(&mut self, expected: &[&str]) -> &mut Self {
        assert_eq!(std::mem::take(&mut self.asked), expected, "\n{}", self.text());
        self
    }

    pub fn state_of(&self, task: &str) -> &'static str {
        let id: TaskId = task.parse().unwrap();
        self.incident.as_ref().unwrap().task(&id).unwrap().1.state.name()
    }

    pub fn click(&mut self, hit: &Hit) {
        let area = self.screen.state.hits.area(hit).unwrap_or_else(|| panic!("{hit:?} in\n{}", self.text()));
        for kind in [MouseEventKind::Down(MouseButton::Left), MouseEventKind::Up(MouseButton::Left)] {
            let (column, row) = (area.x, area.y);
            self.input(Input::Mouse(MouseEvent { kind, column, row, modifiers: Modifiers::NONE }));
        }
        self.draw();
    }
}

/// An effect on one line.
pub fn written(effect: &Effect) -> String {
    match effect {
        Effect::Send(command) => {
            let json = serde_json::to_value(command).unwrap();
            let json = json.as_object().unwrap();
            let rest = json.iter().filter(|(name, value)| *name != "type" && !value.is_null());
            let rest = rest.map(|(name, value)| format!("{name}={value}"));
            let words: Vec<String> = std::iter::once(json["type"].as_str().unwrap().to_owned()).chain(rest).collect();
            words.join(" ")
        }
        Effect::Open(opening) => {
            format!("open {} {} {:?} {}", opening.title, opening.severity.name(), opening.kind, opening.speed)
        }
        Effect::Enter(id) => format!("enter {id}"),
        Effect::Preview(written) => format!("preview {} {}", written.audience, written.occasion.name()),
        Effect::Copy(text) => format!("copy {text}"),
        Effect::Alarm(text) => format!("alarm {text}"),
        Effect::Play(play) => format!("play {play:?}"),
        Effect::Compare(a, b) => format!("compare {a:?} {b:?}"),
        Effect::Replay(id) => format!("replay {id}"),
        Effect::Report(id) => format!("report {id}"),
        Effect::Leave => "leave".to_owned(),
        Effect::Redraw => "redraw".to_owned(),
        Effect::Quit => "quit".to_owned(),
    }
}

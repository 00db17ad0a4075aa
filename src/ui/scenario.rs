//! Scenarios: keys in, commands and cells out, against an incident that really decides them.

mod report;
mod review;
mod updates;

use chrono_tz::Europe::Paris;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, Modifiers, MouseButton, MouseEvent, MouseEventKind};

use super::action::Action;
use super::scene::{Hit, Listing, Side};
use super::*;
use crate::incident::{
    Command, Context, Duty, DutyCommand, HeaderCommand, Health, HelpCommand, Incident, Kind, Line,
    LogCommand, Moment, Open, Pace, PersonName, Plan, Presence, Preview, Prose, Recorded, Refusal, Rights,
    Seq, ServiceCommand, Severity, Signature, Situation, Span, StepCommand, StepKind, TargetFact,
    TaskCommand, TaskId, Who, decide, open,
};
use crate::runbook;

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
struct Bench {
    incident: Option<Incident>,
    start: Start,
    now: Moment,
    screen: Screen,
    /// What the screen asked for, as a test reads it.
    asked: Vec<String>,
    read_only: Option<String>,
    damaged: Option<u64>,
    who: Who,
    commander_gone: bool,
    left: Option<Left>,
    people: Option<Vec<Person>>,
    targets: Vec<TargetFact>,
    previews: Vec<Preview>,
    unsettled: Option<String>,
    elsewhere: Vec<Elsewhere>,
    overdue: Vec<Overdue>,
    buffer: Buffer,
}

fn at() -> Moment {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

fn plan() -> Plan {
    runbook::read(PLAN, "plan.toml").unwrap_or_else(|problems| panic!("{}", problems[0].render(Lang::En)))
}

impl Bench {
    fn at_start() -> Self {
        let settings = Settings { lang: Lang::Fr, ..Settings::default() };
        let plans = vec![ListedPlan { name: "petite".to_owned(), plan: plan() }];
        Self {
            incident: None,
            start: Start {
                incidents: Vec::new(),
                plans,
                may_open: true,
                elsewhere: Vec::new(),
                overdue: Vec::new(),
            },
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
    fn new() -> Self {
        let mut bench = Self::at_start();
        bench.open("Panne", Severity::Sev2, plan());
        bench.does("alice", Command::Step(StepCommand::Start { step: "assess".parse().unwrap() }));
        bench.draw();
        bench
    }

    /// The same room, looked at by somebody else: `bob: member dsi`.
    fn of(who: &str, right: Right, roles: &[&str]) -> Self {
        let mut bench = Self::new();
        let roles = roles.iter().map(|role| role.parse().unwrap()).collect();
        bench.who = Who { by: Signature::new(who, "ssh"), rights: Rights { right, roles } };
        bench.screen = Screen::new(Settings { lang: Lang::Fr, ..Settings::default() });
        bench.people = Some(
            [
                ("alice", Right::Commander, "dsi"),
                ("karim", Right::Deputy, "dsi"),
                ("ines", Right::Member, "dev"),
            ]
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

    fn open(&mut self, title: &str, severity: Severity, plan: Plan) {
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
        let recorded =
            Recorded { seq: Seq(1), at: self.now, by: context.who.by, act: None, event: event.unwrap() };
        self.incident = Incident::begin(&recorded);
    }

    /// Whoever is not at the screen may do everything.
    fn decide(&mut self, who: &str, command: Command) -> Result<(), Refusal> {
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

    fn does(&mut self, who: &str, command: Command) {
        self.decide(who, command).unwrap();
        self.input(Input::Changed);
    }

    fn input(&mut self, input: Input) {
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

    fn with_world<T>(&mut self, then: impl FnOnce(&mut Screen, World<'_>) -> T) -> T {
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
    fn keys(&mut self, keys: &str) -> &mut Self {
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

    fn draw(&mut self) {
        let mut buffer = Buffer::empty(self.buffer.area);
        self.with_world(|screen, world| screen.render(world, &mut buffer));
        self.buffer = buffer;
    }

    fn size(&mut self, width: u16, height: u16) {
        self.buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.input(Input::Resize { width, height });
        self.draw();
    }

    fn text(&self) -> String {
        let area = self.buffer.area;
        let line = |y| (0..area.width).map(|x| self.buffer[(x, y)].symbol()).collect::<String>();
        (0..area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    fn shows(&mut self, text: &str) -> &mut Self {
        assert!(self.text().contains(text), "{text:?} is not in\n{}", self.text());
        self
    }

    fn hides(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "{text:?} is in\n{}", self.text());
        self
    }

    /// What was asked since the last look.
    fn asks(&mut self, expected: &[&str]) -> &mut Self {
        assert_eq!(std::mem::take(&mut self.asked), expected, "\n{}", self.text());
        self
    }

    fn state_of(&self, task: &str) -> &'static str {
        let id: TaskId = task.parse().unwrap();
        self.incident.as_ref().unwrap().task(&id).unwrap().1.state.name()
    }

    fn click(&mut self, hit: &Hit) {
        let area = self.screen.state.hits.area(hit).unwrap_or_else(|| panic!("{hit:?} in\n{}", self.text()));
        for kind in [MouseEventKind::Down(MouseButton::Left), MouseEventKind::Up(MouseButton::Left)] {
            let (column, row) = (area.x, area.y);
            self.input(Input::Mouse(MouseEvent { kind, column, row, modifiers: Modifiers::NONE }));
        }
        self.draw();
    }
}

/// An effect on one line.
fn written(effect: &Effect) -> String {
    match effect {
        Effect::Send(command) => {
            let json = serde_json::to_value(command).unwrap();
            let json = json.as_object().unwrap();
            let rest = json.iter().filter(|(name, value)| *name != "type" && !value.is_null());
            let rest = rest.map(|(name, value)| format!("{name}={value}"));
            let words: Vec<String> =
                std::iter::once(json["type"].as_str().unwrap().to_owned()).chain(rest).collect();
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

#[test]
fn three_keys_are_enough_for_an_engineer() {
    let mut bench = Bench::new();
    bench.keys(" ").asks(&[r#"finish_task task="assess.dsi.1""#]);
    assert_eq!(bench.state_of("assess.dsi.1"), "done");
    bench.keys(" ").asks(&[r#"reopen_task task="assess.dsi.1""#]);
    bench.keys("j ").asks(&[r#"finish_task task="assess.dsi.2""#]);
    bench
        .keys("l")
        .keys("bplus de disque<enter>")
        .asks(&[r#"block_task reason="plus de disque" task="assess.dev.1""#]);
    bench.shows("plus de disque");
    bench.keys("nAppel reçu<enter>").asks(&[r#"note text="Appel reçu""#]);
    bench.shows("Appel reçu");
}

#[test]
fn every_key_of_a_task_and_of_a_phase_sends_its_command() {
    let cases: &[(&str, &[&str])] = &[
        ("s", &[r#"start_task task="assess.dsi.1""#]),
        ("xinutile<enter>", &[r#"skip_task reason="inutile" task="assess.dsi.1""#]),
        ("t", &[r#"assign_task person="alice" task="assess.dsi.1""#]),
        ("akarim<enter>", &[r#"assign_task person="karim" task="assess.dsi.1""#]),
        ("evu<enter>", &[r#"comment_task task="assess.dsi.1" text="vu""#]),
        ("m<ctrl-u>Inventaire<enter>", &[r#"retitle_task task="assess.dsi.1" title="Inventaire""#]),
        (
            "+Appeler<enter><right><enter><enter>30m<enter>",
            &[r#"add_task planned={"max":1800,"min":1800} role="dev" step="assess" title="Appeler""#],
        ),
        ("N", &[]),
        ("N<enter>", &["next_step"]),
        ("F<enter>", &[r#"finish_step step="assess""#]),
        ("Srest<enter>", &[r#"start_step step="restore""#]),
        ("Xverif<enter>trop tard<enter>", &[r#"skip_step reason="trop tard" step="verify""#]),
        ("Eeval<enter><ctrl-u>2h<enter>", &[r#"extend_step planned={"max":7200,"min":7200} step="assess""#]),
        (
            "AAnalyser<enter>1h..2h<enter><enter>",
            &[
                r#"add_step after="assess" kind={"kind":"phase","planned":{"max":7200,"min":3600}} title="Analyser""#,
            ],
        ),
        ("Mverif<enter>evaluer<enter>", &[r#"move_step after="assess" step="verify""#]),
        (
            "dCouper<enter>Propagation<enter><enter>",
            &[r#"decide objections="" text="Couper" why="Propagation""#],
        ),
        ("fDisque plein<enter>", &[r#"record_fact text="Disque plein""#]),
        ("pRepas<enter>", &[r#"hold reason="Repas""#]),
        ("D<ctrl-u>9h30<enter>", &[r#"end_day resume="09:30:00""#]),
        ("T<ctrl-u>Autre<enter>", &[r#"retitle title="Autre""#]),
        ("Vsev1<enter>", &[r#"set_severity severity="sev1""#]),
        (
            "ILa messagerie<enter>3h<enter>Tous<enter>",
            &[r#"describe impact="Tous" since="3h" what="La messagerie""#],
        ),
        ("Cfini<enter>", &[r#"close reason="fini""#]),
        (
            "WPaie<enter><ctrl-u>2<enter><enter>8h<enter><enter>",
            &[r#"add_service health="down" name="Paie" priority=2 rto=28800"#],
        ),
        ("6 <home><enter>", &[r#"set_service health="up" service="mail""#]),
        (":fuseau<enter>tokyo<enter>", &[r#"set_zone zone="Asia/Tokyo""#]),
        (
            ":pause<enter>Repas<enter>1h<enter><enter>",
            &[
                r#"add_step after="assess" kind={"kind":"break","planned":{"max":3600,"min":3600}} title="Repas""#,
            ],
        ),
        ("z", &["undo"]),
        ("y", &["copy Dresser l'état des lieux"]),
        ("o", &["leave"]),
        ("q", &["quit"]),
        ("<ctrl-c>", &["quit"]),
        ("<ctrl-l>", &["redraw"]),
    ];
    for (keys, expected) in cases {
        let mut bench = Bench::new();
        bench.keys(keys);
        assert_eq!(bench.asked, *expected, "{keys}\n{}", bench.text());
    }
}

#[test]
fn every_action_is_in_the_palette_and_no_action_panics_anywhere() {
    for row in action::ACTIONS {
        for mut bench in [Bench::at_start(), Bench::new(), Bench::telling(None)] {
            bench.draw();
            bench.with_world(|screen, world| run(&mut screen.state, world, row.action));
            bench.draw();
            bench.keys("<enter><esc><esc>");
        }
        if matches!(row.place, Place::Start | Place::Report | Place::Replay) || row.action == Action::Palette
        {
            continue;
        }
        let mut bench = Bench::new();
        bench.keys(":").keys(row.name);
        bench.shows(&row.action.sentence(Lang::Fr));
    }
}

#[test]
fn a_refused_form_comes_back_with_its_text_and_the_reason() {
    let mut bench = Bench::new();
    bench.keys("n<enter>").asks(&[]).shows("Champ obligatoire");
    bench.keys("<esc>").keys("bune clé perdue");
    bench.does("karim", Command::Header(HeaderCommand::Close { reason: Line::default() }));
    bench.keys("<enter>");
    bench.asks(&[r#"block_task reason="une clé perdue" task="assess.dsi.1""#]);
    bench.shows("une clé perdue").shows("Bloquer la tâche");
    bench.keys("<esc><esc>").hides("une clé perdue");
}

#[test]
fn what_would_be_refused_is_refused_before_anything_is_typed() {
    let mut bench = Bench::new();
    bench.keys(" ").asks(&[r#"finish_task task="assess.dsi.1""#]);
    bench.keys("kb").hides("Motif du blocage").shows("déjà");
    bench.does("karim", Command::Header(HeaderCommand::Close { reason: Line::default() }));
    bench.keys("W").hides("Nouveau service").shows("clôturé");
    bench.keys("V").asks(&[]).hides("SEV3");
}

#[test]
fn much_typed_text_is_not_lost_by_one_escape() {
    let mut bench = Bench::new();
    bench.keys("nUne longue observation à garder<esc>").shows("Abandonner ce texte");
    bench.keys(" !").hides("Abandonner ce texte").shows("à garder !");
    bench.keys("<esc><esc>").hides("à garder").asks(&[]);
    bench.keys("nbref<esc>").hides("bref");
}

#[test]
fn the_planned_range_is_read_in_place() {
    let mut bench = Bench::new();
    bench.keys("Eeval<enter><ctrl-u>90<enter>").asks(&[]).shows("90 min ou 90 h");
    bench.keys("m<enter>").asks(&[r#"extend_step planned={"max":5400,"min":5400} step="assess""#]);
}

#[test]
fn a_paste_of_several_lines_fits_its_field() {
    let mut bench = Bench::new();
    bench.keys("n");
    bench.input(Input::Paste("un\rdeux\r\x1b[2Jtrois".to_owned()));
    bench.keys("<enter>").asks(&[r#"note text="un\ndeux\ntrois""#]);
    bench.keys("b");
    bench.input(Input::Paste("un\rdeux".to_owned()));
    bench.keys("<enter>").asks(&[r#"block_task reason="un deux" task="assess.dsi.1""#]);
}

#[test]
fn a_new_line_is_typed_with_alt_enter() {
    let mut bench = Bench::new();
    bench.keys("nun<alt-enter>deux<ctrl-j>trois<enter>").asks(&[r#"note text="un\ndeux\ntrois""#]);
    bench.keys("dA<enter>B<ctrl-s>").asks(&[r#"decide objections="" text="A" why="B""#]);
}

#[test]
fn the_log_is_searched_while_one_types_whatever_the_accents() {
    let mut bench = Bench::new();
    for (who, text) in [("karim", "Sauvegarde vérifiée"), ("ines", "Réseau coupé"), ("karim", "Café")] {
        bench.does(who, Command::Log(LogCommand::Note { text: Prose::new(text) }));
    }
    bench.keys("/VERIF");
    assert_eq!(bench.screen.state.log.len(), 1);
    bench.keys("<enter>").shows("Sauvegarde vérifiée").hides("Réseau coupé");
    bench.does("ines", Command::Log(LogCommand::Note { text: Prose::new("À vérifier encore") }));
    assert_eq!(bench.screen.state.log.len(), 2);
    bench.keys("wkarim<enter>");
    assert_eq!(bench.screen.state.log.len(), 1);
    bench.keys("<esc>").hides("sans filtre");
    assert!(bench.screen.state.log.filter().is_empty());
    bench.keys("/karim<esc>");
    assert!(bench.screen.state.log.filter().is_empty());
    bench.keys("tnote<enter>");
    assert_eq!(bench.screen.state.log.len(), 4);
}

#[test]
fn an_entry_is_corrected_and_tells_its_history() {
    let mut bench = Bench::new();
    bench.keys("nPremier<enter>").asks(&[r#"note text="Premier""#]);
    bench.keys("4c<ctrl-u>Second<enter>").asks(&[r#"correct entry=3 text="Second""#]);
    bench.keys("<end>").keys("<home>j<enter>").shows("Texte précédent").shows("Corrigé le");
}

#[test]
fn a_log_that_is_scrolled_back_stays_where_it_is_read() {
    let mut bench = Bench::new();
    for n in 0..60 {
        bench.does("karim", Command::Log(LogCommand::Note { text: Prose::new(&format!("note-{n:02}")) }));
    }
    bench.draw();
    bench.keys("4<pagedown><pagedown>");
    let before = bench.screen.state.log.back(bench.screen.state.cursor.log_back);
    bench.does("ines", Command::Log(LogCommand::Note { text: Prose::new("une de plus") }));
    assert_eq!(bench.screen.state.log.back(bench.screen.state.cursor.log_back), before);
    bench.keys("<esc>");
    assert_eq!(bench.screen.state.cursor.log_back, 0);
}

#[test]
fn the_mouse_ticks_selects_and_opens() {
    let mut bench = Bench::new();
    let task = |id: &str| id.parse::<TaskId>().unwrap();
    bench.draw();
    bench.click(&Hit::Action(Action::Note));
    bench.shows("Texte").keys("<esc>");
    bench.click(&Hit::TaskBox(task("assess.dev.1")));
    bench.asks(&[r#"finish_task task="assess.dev.1""#]);
    bench.click(&Hit::Step("restore".parse().unwrap()));
    assert_eq!(bench.screen.state.cursor.step, Some("restore".parse().unwrap()));
    bench.keys("0<tab>");
    let at = |bench: &Bench| {
        let area = bench.screen.state.hits.area(&Hit::Task(task("assess.dsi.2"))).unwrap();
        (area.right() - 1, area.y)
    };
    for _ in 0..2 {
        let (column, row) = at(&bench);
        let kind = MouseEventKind::Down(MouseButton::Left);
        bench.input(Input::Mouse(MouseEvent { kind, column, row, modifiers: Modifiers::NONE }));
        bench.draw();
    }
    bench.shows("Identifiant").shows("assess.dsi.2");
}

#[test]
fn an_alarm_is_told_once() {
    let mut bench = Bench::new();
    bench.input(Input::Tick);
    bench.now += Span::minutes(91);
    bench.input(Input::Tick);
    bench.asks(&["alarm « Évaluer » a dépassé sa durée prévue."
        .replace("« ", "«\u{a0}")
        .replace(" »", "\u{a0}»")
        .as_str()]);
    bench.input(Input::Tick);
    bench.asks(&[]);
}

/// Goes on for some seconds, drawing each by its clocks alone where the screen offers it: never otherwise than whole.
fn seconds_by_their_clocks(bench: &mut Bench, seconds: i64) -> usize {
    let mut by_clocks = 0;
    for _ in 0..seconds {
        bench.now += Span::seconds(1);
        bench.input(Input::Tick);
        let mut patched = bench.buffer.clone();
        let mut scratch = Buffer::filled(bench.buffer.area, Cell::new("?"));
        let areas = bench.with_world(|screen, world| screen.render_clocks(world, &mut scratch));
        bench.draw();
        let Some(areas) = areas else { continue };
        by_clocks += 1;
        for position in areas.iter().flat_map(|area| area.positions()) {
            patched[position] = scratch[position].clone();
        }
        assert_eq!(patched, bench.buffer, "at {}", bench.now);
    }
    by_clocks
}

#[test]
fn a_second_is_drawn_by_its_clocks_as_it_would_be_whole() {
    let mut bench = Bench::new();
    for page in ["1", "2", "3", "4", "5", "6", "7"] {
        bench.keys(page);
        // The first minute shows seconds everywhere.
        bench.now += Span::minutes(5);
        bench.draw();
        assert!(seconds_by_their_clocks(&mut bench, 70) > 60, "page {page} is drawn whole too often");
    }
    bench.keys("1");
    for (width, height) in [(60, 16), (80, 24), (160, 48), (220, 60)] {
        bench.size(width, height);
        assert!(seconds_by_their_clocks(&mut bench, 10) > 0);
    }
    // Past the most of what is planned, second by second.
    bench.now = at() + Span::minutes(89);
    bench.draw();
    seconds_by_their_clocks(&mut bench, 150);
    // Held, only the time since then goes on; past its objective, a service is late.
    bench.does("alice", Command::Header(HeaderCommand::Hold { reason: "électricité".into() }));
    bench.now = at() + Span::minutes(237);
    // A key takes the alarm from the screen.
    bench.keys("j");
    bench.draw();
    assert!(seconds_by_their_clocks(&mut bench, 250) > 50);
    bench.does("alice", Command::Header(HeaderCommand::Resume));
    bench.does("alice", Command::Task(TaskCommand::Start { task: "assess.dsi.2".parse().unwrap() }));
    bench.draw();
    seconds_by_their_clocks(&mut bench, 70);
    bench.keys("?");
    assert_eq!(seconds_by_their_clocks(&mut bench, 3), 0, "what lies above a page is drawn with it");
}

#[test]
fn what_was_done_is_told_with_a_verb_beside_the_hints() {
    let mut bench = Bench::new();
    bench.size(120, 30);
    for (keys, told) in [
        ("nAppel reçu<enter>", "✔ Note ajoutée : Appel reçu "),
        ("fDisque plein<enter>", "✔ Fait consigné : Disque plein "),
        ("dCouper<enter>Propagation<enter><enter>", "✔ Décision consignée : Couper : Propagation "),
        ("evu<enter>", "✔ Commentaire ajouté à propos de « Dresser l'état des lieux » : vu "),
        (" ", "✔ alice a terminé « Dresser l'état des lieux » "),
        ("y", "Copié. "),
    ] {
        let told = told.replace(" :", "\u{a0}:").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        bench.keys(keys);
        let text = bench.text();
        let last = text.lines().last().unwrap();
        assert!(last.contains(&told), "{last}");
        assert!(last.contains("? aide"), "help stays: {last}");
    }
    bench.size(60, 16);
    bench.keys("nUne observation qui prend toute la largeur<enter>").hides("? aide");
    bench.size(100, 30);
    bench.keys(&format!("n{}<enter>", "Très long ".repeat(30))).shows("… ").shows("? aide");
}

#[test]
fn a_click_on_the_mark_of_more_shows_it() {
    let mut bench = Bench::new();
    for number in 1..=60 {
        let title = Line::new(&format!("Serveur {number:02}"));
        let (step, role) = ("assess".parse().unwrap(), "dsi".parse().unwrap());
        bench.does("karim", Command::Task(TaskCommand::Add { step, role, title, planned: None }));
    }
    let tasks = |bench: &Bench| -> Vec<TaskId> {
        let all = bench.incident.as_ref().unwrap().tasks().map(|(_, task)| task.id.clone());
        let hits = &bench.screen.state.hits;
        all.filter(|id| hits.has(&Hit::Task(id.clone()))).collect()
    };
    for (page, listing) in [("1", Listing::Tasks(0)), ("3", Listing::Cards(0))] {
        bench.keys(page);
        bench.keys("<home>");
        let first = tasks(&bench);
        bench.click(&Hit::More(listing, Side::Below));
        let second = tasks(&bench);
        let next = second.iter().position(|id| !first.contains(id));
        assert!(next.is_some_and(|next| next <= 2), "one page further: {first:?} {second:?}");
        bench.click(&Hit::More(listing, Side::Above));
        let back = tasks(&bench).iter().filter(|id| first.contains(id)).count();
        assert!(back * 2 > first.len(), "and back");
    }
    for number in 1..=40 {
        let name = Line::new(&format!("Service {number:02}"));
        let (priority, health) = (1, Health::Down);
        bench.does(
            "karim",
            Command::Service(ServiceCommand::Add { name, priority, health, rto: None, rpo: None }),
        );
    }
    bench.keys("6<home>").shows("Service 12").hides("Service 39");
    bench.click(&Hit::More(Listing::Rows, Side::Below));
    bench.shows("Service 39").click(&Hit::More(Listing::Rows, Side::Above));
    bench.shows("Service 12");
    bench.keys("1");
    bench.size(60, 16);
    for _ in 0..20 {
        let (title, kind) = (Line::new("Encore"), StepKind::Phase { planned: "1h".parse().unwrap() });
        bench.does(
            "karim",
            Command::Step(StepCommand::Add { title, kind, after: Some("assess".parse().unwrap()) }),
        );
    }
    bench.draw();
    bench.click(&Hit::More(Listing::Steps, Side::Below));
    bench.hides("Évaluer").click(&Hit::More(Listing::Steps, Side::Above));
    bench.shows("Évaluer");
    bench.size(100, 30);
    bench.keys("4<pagedown><pagedown>").shows("plus récentes");
    for _ in 0..9 {
        if bench.screen.state.cursor.log_back > 0 {
            bench.click(&Hit::More(Listing::Entries, Side::Above));
        }
    }
    bench.hides("plus récentes");
}

#[test]
fn the_tabs_of_the_pages_show_the_live_keys() {
    let mut bench = Bench::new();
    let own = [("show-board".to_owned(), vec!["f3".to_owned()]), ("show-log".to_owned(), Vec::new())];
    bench.screen.state.keymap = Keymap::with(&own.into()).unwrap();
    bench.size(160, 30);
    bench.shows(" 2 Chronologie ").shows(" F3 Tableau ").shows(" · Main courante ");
}

#[test]
fn help_tells_the_two_times_apart() {
    let mut bench = Bench::new();
    bench.size(100, 120);
    bench.shows("Temps actif").keys("?").shows("T+  ").shows("suspensions et nuits comprises");
    bench.shows("hors suspensions et nuits");
}

#[test]
fn a_call_for_help_stands_below_the_header_until_it_is_answered() {
    let mut bench = Bench::of("ines", Right::Member, &["dev"]);
    bench.keys("!accès refusé<enter>").asks(&[r#"ask_help task="assess.dev.1" text="accès refusé""#]);
    bench.shows("VOTRE APPEL À L'AIDE").shows("accès refusé");
    bench.keys("H").asks(&["answer_help call=3"]).hides("VOTRE APPEL");

    let mut bench = Bench::of("alice", Right::Commander, &["dsi"]);
    let task = || Some("assess.dev.1".parse().unwrap());
    bench.does("ines", Command::Help(HelpCommand::Ask { text: "accès refusé".into(), task: task() }));
    bench.asks(&["alarm ines demande de l'aide\u{a0}: accès refusé"]);
    bench.draw();
    for page in ["1", "2", "3", "4", "5", "6", "7"] {
        bench.keys(page).shows("APPEL À L'AIDE").shows("accès refusé");
    }
    bench.size(60, 16);
    bench.keys("1").shows("APPEL À L'AIDE").shows("v répondre");
    bench.keys("v").shows("Geler les déploiements").shows("+33 1 23").shows("Marquer comme traité");
    bench.keys("<enter>").asks(&["answer_help call=3"]).hides("v répondre");
    bench.keys("H").asks(&[]).shows("Aucun appel à l'aide");
}

#[test]
fn command_is_offered_with_a_briefing_and_changes_hands_when_it_is_accepted() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.keys("Pkarim<enter>").shows("la direction de crise").shows("Évaluer");
    bench.keys("<enter>").shows("vous proposez la direction de crise à karim");
    assert!(bench.asked[0].starts_with("offer briefing="), "{:?}", bench.asked);
    bench.does("karim", Command::Duty(DutyCommand::Accept { duty: Duty::Command }));
    bench.draw();
    bench.hides("vous proposez").shows("karim (Dir. crise)").shows("karim a accepté la direction de crise");

    let mut bench = Bench::of("karim", Right::Deputy, &["dsi"]);
    let offer = |to: &str| {
        Command::Duty(DutyCommand::Offer {
            duty: Duty::Command,
            to: PersonName::new(to),
            briefing: Prose::new("Tout va bien"),
        })
    };
    bench.does("alice", offer("karim"));
    bench.asks(&["alarm alice vous propose la direction de crise."]);
    bench.draw();
    bench.shows("alice vous propose la direction de crise").keys("v").shows("Tout va bien");
    bench.keys("<esc>").asks(&[]).keys("v<right><enter>").asks(&[r#"drop_offer duty="command""#]);
    bench.does("alice", offer("karim"));
    bench.asked.clear();
    bench.keys("Y<enter>").asks(&[r#"accept_offer duty="command""#]).shows("karim (Dir. crise, vous)");
}

#[test]
fn a_deputy_takes_command_once_the_commander_is_gone() {
    let mut bench = Bench::of("karim", Right::Deputy, &["dsi"]);
    bench.keys("K").asks(&[]).hides("Motif").shows("alice");
    bench.commander_gone = true;
    bench.draw();
    bench.shows("vous pouvez prendre la direction").keys("Kinjoignable<enter>");
    bench.asks(&[r#"take_command reason="injoignable""#]).hides("vous pouvez prendre");
}

#[test]
fn a_member_lands_on_their_tasks_and_is_told_whom_to_ask_for_the_rest() {
    let mut bench = Bench::of("ines", Right::Member, &["dev"]);
    bench.shows("Mes tâches").shows("Geler les déploiements").shows("Ensuite").hides("phase suivante");
    bench.keys("s ").asks(&[r#"start_task task="assess.dev.1""#, r#"finish_task task="assess.dev.1""#]);
    bench.keys("N").asks(&[]).shows("alice");
    bench.keys("1h ").asks(&[]).shows("DSI");
    bench.keys("nfait<enter>").asks(&[r#"note text="fait""#]);

    let mut bench = Bench::of("zoé", Right::Observer, &[]);
    bench.hides("cocher").hides("note").shows("aide");
    bench.keys(" ").keys("n").keys("!").asks(&[]).hides("Texte");
}

#[test]
fn whoever_is_named_in_the_log_is_called_until_they_looked() {
    let mut bench = Bench::of("karim", Right::Deputy, &["dsi"]);
    bench.does("ines", Command::Log(LogCommand::Note { text: Prose::new("vu avec @karima") }));
    bench.asks(&[]);
    bench.does("ines", Command::Log(LogCommand::Note { text: Prose::new("merci de rappeler @Karim") }));
    bench.asks(&["alarm ines vous mentionne\u{a0}: merci de rappeler @Karim"]);
    bench.draw();
    bench.shows("ines vous mentionne").keys("v").shows("Entrée de la main courante");
    bench.keys("<esc>").hides("ines vous mentionne");
}

#[test]
fn whoever_ticks_what_another_has_just_done_is_told_and_opens_nothing_again() {
    let mut bench = Bench::new();
    bench.does("karim", Command::Task(TaskCommand::Finish { task: "assess.dsi.1".parse().unwrap() }));
    bench.keys("<up> ").asks(&[]).shows("déjà terminée (karim, 04:00)");
    bench.now += Span::seconds(4);
    bench.keys(" ").asks(&[r#"reopen_task task="assess.dsi.1""#]);
}

#[test]
fn who_may_not_open_an_incident_is_told_so_at_once() {
    let mut bench = Bench::at_start();
    bench.start.may_open = false;
    bench.draw();
    bench.keys("n").asks(&[]).shows("pour ouvrir un incident").hides("Gravité");
}

#[test]
fn a_name_is_written_out_behind_its_sign() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.keys("nVu avec @KA").shows("@karim").keys("<tab>").hides("Tab").keys("ce matin<enter>");
    bench.asks(&[r#"note text="Vu avec @karim ce matin""#]);
    bench.keys("da@b.fr<tab>non<ctrl-s>");
    bench.asks(&[r#"decide objections="" text="a@b.fr" why="non""#]);
}

#[test]
fn whoever_comes_back_is_told_what_they_missed() {
    let mut bench = Bench::new();
    bench.left = Some(Left { at: at(), seq: bench.incident.as_ref().unwrap().seq });
    for n in 0..12 {
        bench.does(
            "karim",
            Command::Log(LogCommand::Note { text: Prose::new(&format!("pendant l'absence {n}")) }),
        );
    }
    bench.screen = Screen::new(Settings { lang: Lang::Fr, ..Settings::default() });
    bench.input(Input::Changed);
    bench.draw();
    bench.shows("12 entrées depuis votre départ à 04:00").keys("v").hides("12 entrées").shows("absence 0");
    bench.asks(&[]);
}

#[test]
fn a_task_is_given_to_a_person_of_the_list() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.keys("1l").keys("a").shows("ines").shows("Développement").shows("karim");
    bench.keys("exemple<up>").keys("<esc>").keys("aines<enter>");
    bench.asks(&[r#"assign_task person="ines" task="assess.dev.1""#]);
    bench.keys("5").shows("Équipe").shows("absent").keys("<down>");
    bench.shows("+33 1 23");
}

#[test]
fn a_banner_is_opened_by_a_click() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    for who in ["ines", "karim", "zoé", "tom"] {
        bench.does(
            who,
            Command::Help(HelpCommand::Ask { text: Line::new(&format!("aide pour {who}")), task: None }),
        );
    }
    bench.draw();
    bench.shows("+1").click(&Hit::Banner(1));
    bench.shows("karim demande de l'aide").shows("Marquer comme traité");
    bench.asked.clear();
    bench.click(&Hit::Row(0));
    bench.asks(&["answer_help call=4"]);
    bench.keys("v<esc>v").shows("zoé demande de l'aide");
}

#[test]
fn a_call_for_help_stays_in_sight_above_a_window() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.does("karim", Command::Help(HelpCommand::Ask { text: "le VPN refuse".into(), task: None }));
    bench.size(80, 24);
    bench.keys("1<enter>").shows("Tâche").shows("le VPN refuse");
}

#[test]
fn what_is_late_in_another_room_is_a_quiet_line_that_leads_there() {
    let mut bench = Bench::new();
    bench.overdue = vec![Overdue {
        incident: "20261122-autre-k3f9".parse().unwrap(),
        title: "Autre crise".into(),
        audiences: vec!["Direction".into()],
        phases: vec!["Évaluation".into()],
    }];
    bench.draw();
    bench.shows("▲ Retard dans «\u{a0}Autre crise\u{a0}» – point\u{a0}: Direction · phase\u{a0}: Évaluation");
    bench.keys("v").asks(&["enter 20261122-autre-k3f9"]);
}

#[test]
fn command_is_offered_to_who_could_accept_it() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.keys("P").shows("│   ines ");
    bench.keys("<esc>");
    for person in bench.people.iter_mut().flatten().filter(|person| person.name.as_str() == "ines") {
        person.right = Right::Observer;
    }
    bench.keys("P").shows("karim");
    bench.hides("│   ines ");
}

#[test]
fn the_start_screen_tells_a_newcomer_what_to_do() {
    let mut bench = Bench::at_start();
    bench.draw();
    bench.shows("Aucun incident").shows("Petite reprise");
    bench.keys("<enter>Panne<enter><right><enter><enter><enter>");
    bench.asks(&["open Panne sev3 Real 1"]);
    bench.draw();
    bench.shows("Panne").shows("Évaluer");
    bench.keys("o").asks(&["leave"]);
    bench.draw();
    bench.shows("Petite reprise");
}

#[test]
fn why_nothing_can_be_written_stays_on_the_screen() {
    let mut bench = Bench::new();
    bench.read_only = Some("Disque plein".to_owned());
    bench.draw();
    bench.shows("Disque plein").keys("j").shows("Disque plein");
}

fn any_input() -> impl Strategy<Value = Input> {
    let code = prop_oneof![
        6 => prop::sample::select(" nNdfpzbaestxrmSFXREAM+/:?oWDITVC12345670yhjklgGtwuc".chars().collect::<Vec<_>>())
            .prop_map(KeyCode::Char),
        4 => prop::sample::select(vec![
            KeyCode::Enter, KeyCode::Escape, KeyCode::Tab, KeyCode::BackTab, KeyCode::Up, KeyCode::Down,
            KeyCode::Left, KeyCode::Right, KeyCode::Home, KeyCode::End, KeyCode::PageUp, KeyCode::PageDown,
            KeyCode::Backspace, KeyCode::Delete, KeyCode::Null, KeyCode::Function(1),
        ]),
        1 => any::<char>().prop_map(KeyCode::Char),
    ];
    let key = (code, prop_oneof![4 => Just(0_u8), 1 => 0..16_u8])
        .prop_map(|(code, held)| KeyEvent::new(code, Modifiers::from_bits_truncate(held)));
    let mouse = (0..260_u16, 0..80_u16, 0..4_u8).prop_map(|(column, row, kind)| MouseEvent {
        kind: match kind {
            0 | 1 => MouseEventKind::Down(MouseButton::Left),
            2 => MouseEventKind::ScrollDown,
            _ => MouseEventKind::ScrollUp,
        },
        column,
        row,
        modifiers: Modifiers::NONE,
    });
    let size = prop_oneof![
        Just((1_u16, 1_u16)),
        Just((60, 16)),
        Just((80, 24)),
        Just((100, 30)),
        Just((250, 70)),
        (1..250_u16, 1..70_u16),
    ];
    prop_oneof![
        12 => key.prop_map(Input::Key),
        3 => mouse.prop_map(Input::Mouse),
        1 => ".{0,60}".prop_map(Input::Paste),
        2 => size.prop_map(|(width, height)| Input::Resize { width, height }),
        1 => Just(Input::Tick),
        1 => Just(Input::Previews(Vec::new())),
        1 => Just(Input::Answer(Err(Unanswered::ReadOnly("plein".to_owned())))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_input_at_any_size_panics(
        inputs in prop::collection::vec(any_input(), 1..60),
        room in 0..3_u8,
    ) {
        let mut bench = match room {
            0 => Bench::at_start(),
            1 => Bench::new(),
            _ => Bench::telling(None),
        };
        for (turn, input) in inputs.into_iter().enumerate() {
            bench.now += Span::minutes(3);
            if let Input::Resize { width, height } = input {
                bench.size(width, height);
            }
            bench.input(input);
            // Hits are at times those of an older frame, as they are when keys come fast.
            if turn % 3 == 0 {
                bench.draw();
            }
        }
    }
}

//! Drafts of a crisis as it goes, in both languages.

use super::*;
use crate::incident::{
    Cadence, Command, Context, HeaderCommand, HelpCommand, IncidentId, Kind, LogCommand, Open, Pace, Plan, Prose,
    Recorded, ServiceCommand, Severity, Signature, Situation, Span, StepCommand, TaskCommand, UpdateCommand, decide,
    open,
};
use crate::runbook;

/// An incident that decides its commands.
struct Stage {
    incident: Incident,
    now: Moment,
}

/// A bundled plan, with the audiences that these tests are about.
fn plan(lang: Lang) -> Plan {
    let name = format!("cyberattack-recovery.{}", lang.code());
    let builtin = runbook::builtin().iter().find(|it| it.name == name).expect("a bundled plan");
    let audience = |id: &str, every, outside| Audience {
        id: id.parse().unwrap(),
        name: id.into(),
        language: None,
        every: Cadence::always(every),
        approval: outside,
        outside,
        nights: false,
    };
    let audiences =
        vec![audience("team", 3_600, false), audience("management", 1_800, false), audience("clients", 3_600, true)];
    Plan { audiences, ..builtin.plan() }
}

impl Stage {
    fn new(plan: Plan, title: &str) -> Self {
        let now: Moment = "2026-11-22T02:41:07Z".parse().unwrap();
        let what = Open {
            incident: "20261122-x-aaaa".parse::<IncidentId>().unwrap(),
            title: title.into(),
            severity: Severity::Sev1,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: now },
            situation: Situation::default(),
            zone: chrono_tz::Europe::Paris,
            plan,
        };
        let context = Context::owner(now, Signature::new("alice", "test"));
        let event = open(what, &context).unwrap();
        let first = Recorded { seq: crate::incident::Seq(1), at: now, by: context.who.by, act: None, event };
        Self { incident: Incident::begin(&first).unwrap(), now }
    }

    fn french() -> Self {
        let mut stage = Self::new(plan(Lang::Fr), "Cyberattaque, production chiffrée");
        stage.ask(Command::Header(HeaderCommand::Describe {
            what: Some("Les serveurs srv-db01 et 10.0.0.7 sont chiffrés.\nAlice a coupé le VPN.".into()),
            since: Some("2 h 30 environ".into()),
            impact: Some("La messagerie et la facturation ne répondent plus.".into()),
        }));
        stage
    }

    fn ask(&mut self, command: Command) {
        let context = Context::owner(self.now, Signature::new("alice", "test"));
        // Each act at a moment of its own.
        self.now += Span::seconds(1);
        for event in decide(&self.incident, command, &context).unwrap() {
            let seq = self.incident.seq.next();
            self.incident.apply(&Recorded { seq, at: self.now, by: context.who.by.clone(), act: None, event });
        }
    }

    fn pass(&mut self, minutes: i64) {
        self.now += Span::minutes(minutes);
    }

    fn post(&mut self, audience: &str, occasion: Occasion) {
        let audience = audience.parse().unwrap();
        self.ask(Command::Update(UpdateCommand::Post { audience, occasion, text: Prose::new("x") }));
    }

    fn audience(&self, id: &str) -> Audience {
        self.incident.audience(&id.parse().unwrap()).expect(id).as_ref().clone()
    }

    fn draft(&self, audience: &str, occasion: Occasion) -> Draft {
        self.draft_for(&self.audience(audience), occasion)
    }

    fn draft_for(&self, audience: &Audience, occasion: Occasion) -> Draft {
        draft(&Templates::default(), &self.incident, audience, occasion, self.now)
    }
}

/// A step of the bundled plan.
fn step(id: &str) -> Command {
    Command::Step(StepCommand::Start { step: id.parse().unwrap() })
}

fn set(service: &str, health: Health) -> Command {
    Command::Service(ServiceCommand::SetHealth { service: service.parse().unwrap(), health })
}

#[test]
fn what_external_readers_must_not_see_is_hidden_and_listed() {
    let mut stage = Stage::french();
    stage.ask(Command::Header(HeaderCommand::Retitle { title: "Panne de srv-web01".into() }));
    let clients = stage.audience("clients");
    let house = Templates::default().hiding(vec!["Zoé Martin".into()]);
    stage.ask(Command::Header(HeaderCommand::Describe {
        what: Some("Vu par zoé".into()),
        since: Some("3 h".into()),
        impact: Some("Rien".into()),
    }));
    let outside = draft(&house, &stage.incident, &clients, Occasion::Opening, stage.now);
    assert!(outside.text.contains("Panne de […]") && outside.text.contains("Vu par […]"), "{}", outside.text);
    assert_eq!(outside.hidden, ["srv-web01", "zoé"]);
    let inside = draft(&house, &stage.incident, &stage.audience("team"), Occasion::Opening, stage.now);
    assert!(inside.text.contains("srv-web01") && inside.hidden.is_empty());
}

#[test]
fn what_only_the_plan_presumes_of_a_service_is_not_sent_to_external_readers() {
    let mut stage = Stage::french();
    let clients = |stage: &Stage| stage.draft("clients", Occasion::Opening).text;
    let team = |stage: &Stage| stage.draft("team", Occasion::Opening).text;
    assert!(!clients(&stage).contains("Indisponible") && !clients(&stage).contains("Messagerie"));
    assert!(line(&team(&stage), "Présumés touchés (d'après le plan, à confirmer)").contains("Messagerie"));
    assert!(!team(&stage).contains("Services en panne"));
    // A report that confirms the expectation makes it known, since the opening.
    stage.pass(30);
    stage.ask(set("mail", Health::Down));
    assert_eq!(line(&team(&stage), "Services en panne"), "Messagerie");
    assert!(clients(&stage).contains("Messagerie"));
    assert!(!line(&team(&stage), "Présumés touchés (d'après le plan, à confirmer)").contains("Messagerie"));
    let mail = stage.incident.service(&"mail".parse().unwrap()).unwrap();
    assert_eq!(mail.since, stage.incident.opened_at);
    stage.ask(Command::Undo);
    assert!(!clients(&stage).contains("Messagerie"), "it was undone");
}

#[test]
fn the_occasion_follows_the_state() {
    let mut stage = Stage::french();
    let likely = |stage: &Stage| likely_occasion(&stage.incident, &stage.audience("clients"));
    assert_eq!(likely(&stage), Occasion::Opening);
    stage.post("clients", Occasion::Opening);
    assert_eq!(likely(&stage), Occasion::Progress);
    for service in ["identity", "database", "erp", "mail"] {
        stage.ask(set(service, Health::Degraded));
    }
    assert_eq!(likely(&stage), Occasion::Progress, "file shares are still down");
    stage.ask(set("files", Health::Degraded));
    assert_eq!(likely(&stage), Occasion::Degraded);
    stage.post("clients", Occasion::Degraded);
    assert_eq!(likely(&stage), Occasion::Progress, "it was said");
    for service in ["identity", "database", "erp", "mail", "files", "network", "website"] {
        stage.ask(set(service, Health::Up));
    }
    assert_eq!(likely(&stage), Occasion::Restored);
    stage.post("clients", Occasion::Restored);
    assert_eq!(likely(&stage), Occasion::Progress);
    stage.ask(Command::Header(HeaderCommand::Close { reason: "x".into() }));
    assert_eq!(likely(&stage), Occasion::Closing);
    assert_eq!(likely_occasion(&stage.incident, &stage.audience("team")), Occasion::Closing);
}

#[test]
fn an_estimate_is_a_range_or_none_at_all() {
    let mut stage = Stage::french();
    let estimate = |stage: &Stage| line(&stage.draft("team", Occasion::Progress).text, "Fin estimée");
    assert_eq!(estimate(&stage), "le 24 nov. entre 14:00 et 17:00");
    stage.ask(Command::Header(HeaderCommand::Hold { reason: "on attend".into() }));
    assert_eq!(estimate(&stage), "pas encore d'estimation fiable");
    stage.ask(Command::Header(HeaderCommand::Resume));
    let all: Vec<_> = stage.incident.steps.iter().map(|step| step.id.clone()).collect();
    for step in &all[..all.len() - 1] {
        stage.ask(Command::Step(StepCommand::Skip { step: step.clone(), reason: "x".into() }));
    }
    // One hour or two, from 03:41: never before now, never one time alone.
    assert_eq!(estimate(&stage), "entre 04:30 et 05:45");
    stage.ask(Command::Step(StepCommand::Skip { step: all[all.len() - 1].clone(), reason: "x".into() }));
    assert_eq!(estimate(&stage), "pas encore d'estimation fiable");
}

#[test]
fn an_estimate_that_has_passed_is_not_promised_again() {
    let mut stage = Stage::french();
    let all: Vec<_> = stage.incident.steps.iter().map(|step| step.id.clone()).collect();
    for step in &all[1..] {
        stage.ask(Command::Step(StepCommand::Skip { step: step.clone(), reason: "x".into() }));
    }
    stage.ask(step("assess"));
    stage.pass(300);
    assert_eq!(line(&stage.draft("team", Occasion::Progress).text, "Fin estimée"), "entre 08:45 et 09:00");
}

#[test]
fn the_next_time_is_a_round_one_behind_the_clocks_own() {
    let mut stage = Stage::french();
    let next = |stage: &Stage, audience| line(&stage.draft(audience, Occasion::Progress).text, "Prochain point");
    assert_eq!(next(&stage, "management"), "à 04:15 au plus tard");
    stage.ask(Command::Step(StepCommand::EndDay { resume: None }));
    assert_eq!(next(&stage, "management"), "à 08:00 au plus tard", "the morning");
    let team = Audience { every: Cadence::default(), ..stage.audience("team") };
    assert!(!stage.draft_for(&team, Occasion::Progress).text.contains("Prochain point"));
}

#[test]
fn only_what_is_new_is_repeated() {
    let mut stage = Stage::french();
    stage.ask(Command::Log(LogCommand::Decide { text: "Tout couper".into(), why: "".into(), objections: "".into() }));
    stage.ask(step("assess"));
    stage.ask(Command::Step(StepCommand::Next));
    let shown = |stage: &Stage| stage.draft("team", Occasion::Progress).text;
    assert!(shown(&stage).contains("Tout couper") && shown(&stage).contains("Évaluation"));
    stage.post("team", Occasion::Progress);
    assert!(!shown(&stage).contains("Tout couper") && !shown(&stage).contains("Évaluation"));
    stage.ask(Command::Log(LogCommand::Decide { text: "Tout rouvrir".into(), why: "".into(), objections: "".into() }));
    assert!(shown(&stage).contains("Tout rouvrir"));
    stage.ask(Command::Undo);
    assert!(!shown(&stage).contains("Tout rouvrir"), "it was undone");
}

#[test]
fn a_template_of_the_house_that_is_wrong_costs_nobody_their_draft() {
    let stage = Stage::french();
    let files = [("clients.opening.fr.md".to_owned(), b"{{title}} {{blocked}}".to_vec())];
    let draft =
        draft(&Templates::with(files), &stage.incident, &stage.audience("clients"), Occasion::Opening, stage.now);
    assert!(draft.text.starts_with("# Incident en cours"));
    assert!(draft.trouble.is_some_and(|it| it.what(Lang::Fr).contains("blocked")));
}

#[test]
fn what_people_write_is_no_template() {
    let mut stage = Stage::french();
    stage.ask(Command::Header(HeaderCommand::Retitle { title: "{{commander}} {{".into() }));
    assert!(stage.draft("clients", Occasion::Opening).text.contains("{{commander}} {{"));
}

/// What a line of a draft says behind its label.
fn line(text: &str, label: &str) -> String {
    let text = text.replace('\u{a0}', " ");
    let found = text.lines().find_map(|line| line.strip_prefix(&format!("- **{label} :** ")));
    found.unwrap_or_else(|| panic!("no {label} in {text}")).to_owned()
}

#[test]
fn everything_is_short_enough_to_be_read() {
    let mut stage = Stage::french();
    let words = "Une très longue explication de ce qui est arrivé, avec des détails. ".repeat(60);
    stage.ask(Command::Header(HeaderCommand::Describe {
        what: Some(Prose::new(&words)),
        since: Some("hier".into()),
        impact: Some(Prose::new(&words)),
    }));
    let tasks: Vec<_> = stage.incident.tasks().map(|(_, task)| task.id.clone()).collect();
    for task in tasks {
        stage.ask(Command::Task(TaskCommand::Block { task, reason: words[..200].into() }));
    }
    for _ in 0..20 {
        stage.ask(Command::Log(LogCommand::Decide { text: Prose::new(&words), why: "".into(), objections: "".into() }));
        stage.ask(Command::Help(HelpCommand::Ask { text: words[..200].into(), task: None }));
    }
    for audience in stage.incident.audiences.clone() {
        for lang in ["fr", "en"] {
            for occasion in Occasion::ALL {
                let audience = Audience { language: Some(lang.into()), ..audience.as_ref().clone() };
                let text = stage.draft_for(&audience, occasion).text;
                let count = text.chars().count();
                assert!(count <= LENGTH, "{count}: {text}");
                assert!(!text.contains("\n\n\n"), "{text}");
            }
        }
    }
}

#[test]
fn a_variable_has_its_own_row_and_what_is_internal_stays_so() {
    assert!(Variable::ALL.into_iter().enumerate().all(|(place, variable)| variable as usize == place));
    for variable in Variable::ALL {
        assert_eq!(Variable::named(variable.name()), Some(variable));
    }
    assert_eq!(Variable::named("Title"), None);
    let internal: Vec<_> =
        Variable::ALL.iter().filter(|it| it.readers() == Readers::Internal).map(|it| it.name()).collect();
    let expected =
        ["presumed", "commander", "late", "slip", "tasks", "blocked", "calls", "decisions", "held", "reason"];
    assert_eq!(internal, expected);
}

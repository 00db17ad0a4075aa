//! Every bundled draft as it reads in one crisis, in both languages: `tests/drafts/*.txt`.
//!
//! With `UPDATE_DRAFTS=1` the files are written again: read them as a client or a manager would before you commit them.

use std::fmt::Write;
use std::path::Path;

use warroom::draft::{Templates, draft, likely_occasion};
use warroom::incident::{
    Audience, Command, Context, HeaderCommand, Health, Incident, Kind, LogCommand, Moment, Occasion, Open, Pace, Prose,
    Recorded, Seq, ServiceCommand, Severity, Signature, Situation, Span, StepCommand, TaskCommand, UpdateCommand,
    decide, open,
};
use warroom::lang::Lang;
use warroom::runbook;

/// A crisis that really decides its commands, and its drafts as text.
struct Crisis {
    incident: Incident,
    now: Moment,
    shown: String,
}

/// What people write, in French and in English.
type Words = [&'static str; 7];

const FR: Words = [
    "Cyberattaque : fichiers chiffrés",
    "Les fichiers de plusieurs serveurs, dont srv-db01 (10.0.0.7), sont chiffrés.\nKarim a coupé les accès distants.",
    "2 h 30 environ",
    "La messagerie, la facturation et le partage de fichiers ne répondent plus.",
    "Couper les accès distants",
    "Clé de la salle introuvable",
    "Tout fonctionne depuis deux heures",
];

const EN: Words = [
    "Cyberattack: files are encrypted",
    "The files of several servers, srv-db01 (10.0.0.7) among them, are encrypted.\nKarim has cut remote access.",
    "about 02:30",
    "Mail, invoicing and file shares do not answer.",
    "Cut remote access",
    "The key of the server room is missing",
    "Everything has worked for two hours",
];

#[test]
fn drafts() {
    for (lang, words) in [(Lang::Fr, FR), (Lang::En, EN)] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/drafts/{}.txt", lang.code()));
        let found = Crisis::play(lang, words);
        if is_updating() {
            std::fs::write(&file, found).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&file).unwrap();
        let differs = expected.lines().zip(found.lines()).find(|(expected, found)| expected != found);
        assert!(expected == found, "{}: {differs:?}", file.display());
    }
}

#[expect(clippy::disallowed_methods, reason = "a switch of this test alone")]
fn is_updating() -> bool {
    std::env::var_os("UPDATE_DRAFTS").is_some()
}

impl Crisis {
    fn play(lang: Lang, words: Words) -> String {
        let [title, what, since, impact, decision, missing, over] = words;
        let mut crisis = Self::new(lang, title);
        let (what, since, impact) = (Some(what.into()), Some(since.into()), Some(impact.into()));
        crisis.ask("karim", Command::Header(HeaderCommand::Describe { what, since, impact }));
        crisis.ask("alice", Command::Step(StepCommand::Start { step: "assess".parse().unwrap() }));
        crisis.set(&["mail", "erp", "files"], Health::Down);
        crisis.post(Occasion::Opening);

        crisis.now += Span::minutes(100);
        let (text, none) = (decision.into(), Prose::default());
        crisis.ask("alice", Command::Log(LogCommand::Decide { text, why: none.clone(), objections: none }));
        let task = crisis.incident.tasks().nth(2).unwrap().1.id.clone();
        crisis.ask("karim", Command::Task(TaskCommand::Block { task, reason: missing.into() }));
        let task = crisis.incident.tasks().next().unwrap().1.id.clone();
        crisis.ask("karim", Command::Task(TaskCommand::Finish { task }));
        crisis.ask("alice", Command::Step(StepCommand::Next));
        crisis.now += Span::minutes(75);
        crisis.post(Occasion::Progress);

        crisis.set(&["identity", "database", "erp", "mail", "files"], Health::Degraded);
        crisis.post(Occasion::Degraded);

        crisis.ask("alice", Command::Step(StepCommand::EndDay { resume: None }));
        crisis.post(Occasion::Progress);

        crisis.now += Span::hours(27);
        crisis.ask("alice", Command::Step(StepCommand::StartDay));
        crisis.set(&["identity", "database", "erp", "mail", "files", "network"], Health::Up);
        crisis.set(&["website"], Health::Up);
        crisis.post(Occasion::Restored);

        crisis.now += Span::hours(4);
        crisis.ask("alice", Command::Header(HeaderCommand::Close { reason: over.into() }));
        crisis.post(Occasion::Closing);
        crisis.shown
    }

    fn new(lang: Lang, title: &str) -> Self {
        let now: Moment = "2026-11-22T02:41:07Z".parse().unwrap();
        let name = format!("cyberattack-recovery.{}", lang.code());
        let plan = runbook::builtin().iter().find(|it| it.name == name).expect("a bundled plan").plan();
        let what = Open {
            incident: "20261122-x-aaaa".parse().unwrap(),
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
        let first = Recorded { seq: Seq(1), at: now, by: context.who.by, act: None, event };
        Self { incident: Incident::begin(&first).unwrap(), now, shown: String::new() }
    }

    fn ask(&mut self, who: &str, command: Command) {
        // Each act at a moment of its own.
        self.now += Span::seconds(1);
        let context = Context::owner(self.now, Signature::new(who, "test"));
        for event in decide(&self.incident, command, &context).unwrap() {
            let seq = self.incident.seq.next();
            self.incident.apply(&Recorded { seq, at: self.now, by: context.who.by.clone(), act: None, event });
        }
    }

    fn set(&mut self, services: &[&str], health: Health) {
        for service in services {
            self.ask(
                "karim",
                Command::Service(ServiceCommand::SetHealth { service: service.parse().unwrap(), health }),
            );
        }
    }

    /// Writes down and posts the draft of an audience inside and of one outside.
    fn post(&mut self, occasion: Occasion) {
        let audiences = self.incident.audiences.clone();
        let inside = audiences.iter().find(|it| !it.outside).expect("an audience inside");
        let outside = audiences.iter().find(|it| it.outside).expect("an audience outside");
        for audience in [inside, outside] {
            let text = self.draft(audience, occasion);
            if !self.incident.is_closed() {
                let (audience, text) = (audience.id.clone(), Prose::new(&text));
                self.ask("alice", Command::Update(UpdateCommand::Post { audience, occasion, text }));
            }
        }
    }

    fn draft(&mut self, audience: &Audience, occasion: Occasion) -> String {
        let likely = likely_occasion(&self.incident, audience);
        let draft = draft(&Templates::default(), &self.incident, audience, occasion, self.now);
        let count = draft.text.chars().count();
        assert!(count <= 1000, "{count}: {}", draft.text);
        let (at, name) = (self.now.format("%d %H:%M"), &audience.name);
        write!(self.shown, "=== {at}  {name}: {}", occasion.name()).unwrap();
        if likely != occasion {
            write!(self.shown, " (likely: {})", likely.name()).unwrap();
        }
        write!(self.shown, ", {count} characters").unwrap();
        if !draft.hidden.is_empty() {
            write!(self.shown, ", hidden: {}", draft.hidden.join(", ")).unwrap();
        }
        write!(self.shown, "\n\n{}\n\n", draft.text).unwrap();
        draft.text
    }
}

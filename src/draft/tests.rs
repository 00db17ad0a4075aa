//! Drafts of a crisis as it goes, in both languages.

use super::*;
use crate::incident::{
    Cadence, Command, Context, IncidentId, Kind, Open, Pace, Plan, Prose, Recorded, Severity, Signature,
    Situation, Span, decide, open,
};
use crate::runbook;

/// An incident that really decides what it is told.
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
    let audiences = vec![
        audience("team", 3_600, false),
        audience("management", 1_800, false),
        audience("clients", 3_600, true),
    ];
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
        stage.ask(Command::Describe {
            situation: Situation {
                what: Prose::new("Les serveurs srv-db01 et 10.0.0.7 sont chiffrés.\nAlice a coupé le VPN."),
                since: "2 h 30 environ".into(),
                impact: Prose::new("La messagerie et la facturation ne répondent plus."),
            },
        });
        stage
    }

    fn ask(&mut self, command: Command) {
        let context = Context::owner(self.now, Signature::new("alice", "test"));
        // Each act at a moment of its own.
        self.now += Span::seconds(1);
        for event in decide(&self.incident, command, &context).unwrap() {
            let seq = self.incident.seq.next();
            self.incident.apply(&Recorded {
                seq,
                at: self.now,
                by: context.who.by.clone(),
                act: None,
                event,
            });
        }
    }

    fn pass(&mut self, minutes: i64) {
        self.now += Span::minutes(minutes);
    }

    fn post(&mut self, audience: &str, occasion: Occasion) {
        let audience = audience.parse().unwrap();
        self.ask(Command::PostUpdate { audience, occasion, text: Prose::new("x") });
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

/// Without the no-break spaces of French.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn clients_are_told_what_concerns_them_and_nothing_else() {
    let mut stage = Stage::french();
    stage.ask(Command::StartStep { step: "assess".parse().unwrap() });
    let opening = stage.draft("clients", Occasion::Opening);
    assert_eq!(opening.hidden, ["srv-db01", "10.0.0.7", "Alice"]);
    assert_eq!(
        plain(&opening.text),
        "\
# Incident en cours : Cyberattaque, production chiffrée

Nous rencontrons un incident. Notre équipe de crise est mobilisée pour le résoudre. Nous vous prions d'excuser la gêne occasionnée.

Les serveurs […] et […] sont chiffrés.
[…] a coupé le VPN.

- **Depuis :** 2 h 30 environ
- **Conséquences pour vous :** La messagerie et la facturation ne répondent plus.
- **Indisponibles :** Annuaire et authentification, Bases de données des clients, Gestion commerciale et facturation, Messagerie, Partage de fichiers
- **Utilisables, en mode dégradé :** Réseau et accès distants, Site web
- **En cours :** Évaluation de l'incident
- **Fin de l'incident, selon notre estimation :** le 24 nov. entre 14:00 et 17:00
- **Prochain point :** à 04:45 au plus tard

Situation au 22 nov. à 03:41 (heure de Paris)."
    );
}

#[test]
fn everything_is_short_enough_to_be_read() {
    let mut stage = Stage::french();
    let words = "Une très longue explication de ce qui est arrivé. ".repeat(60);
    stage.ask(Command::Describe {
        situation: Situation { what: Prose::new(&words), since: "hier".into(), impact: Prose::new(&words) },
    });
    for audience in stage.incident.audiences.clone() {
        for lang in ["fr", "en"] {
            for occasion in Occasion::ALL {
                let audience = Audience { language: Some(lang.into()), ..audience.as_ref().clone() };
                let text = stage.draft_for(&audience, occasion).text;
                let count = text.chars().count();
                assert!(count <= LENGTH, "{count}: {text}");
                assert!(!text.contains("{{") && !text.contains("\n\n\n"), "{text}");
            }
        }
    }
}

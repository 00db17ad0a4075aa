//! Status updates: due, drafted, approved, delivered.

use super::*;
use crate::incident::{Audience, Cadence, Occasion, SystemCommand};
use crate::incident::{HeaderCommand, LogCommand, StepCommand, UpdateCommand};
use crate::lang::vars;

/// The audiences of a crisis: the team as it likes, the management and the clients as the commander approves.
fn audiences() -> Vec<Audience> {
    let audience = |id: &str, name: &str, minutes: u32| Audience {
        id: id.parse().unwrap(),
        name: Line::new(name),
        language: None,
        every: Cadence::always(minutes * 60),
        approval: id != "team",
        outside: id == "clients",
        nights: false,
    };
    vec![audience("team", "Équipe", 120), audience("management", "Direction", 30), audience("clients", "Clients", 60)]
}

impl Bench {
    /// A room with audiences, seen by the commander or by a member.
    pub fn updating(who: Option<&str>) -> Self {
        let mut bench = Self::at_start();
        bench.open("Panne", Severity::Sev2, Plan { audiences: audiences(), ..plan() });
        bench.does("alice", Command::Step(StepCommand::Start { step: "assess".parse().unwrap() }));
        if let Some(who) = who {
            let rights = Rights { right: Right::Member, roles: vec!["dev".parse().unwrap()] };
            bench.who = Who { by: Signature::new(who, "ssh"), rights };
            bench.screen = Screen::new(Settings { lang: Lang::Fr, ..Settings::default() });
            bench.input(Input::Changed);
        }
        let fact = |name: &str, audience: &str| TargetFact {
            name: name.parse().unwrap(),
            audiences: vec![audience.parse().unwrap()],
            kind: Line::new("Slack"),
            host: Line::new("hooks.slack.com"),
            push: Vec::new(),
            trouble: None,
        };
        bench.targets = vec![fact("chat", "management"), fact("site", "clients")];
        bench.previews = vec![Preview {
            target: "chat".parse().unwrap(),
            kind: Line::new("Slack"),
            host: Line::new("hooks.slack.com"),
            parts: vec![Prose::new("*Panne*"), Prose::new("suite")],
            notes: vec![Line::new("En deux messages.")],
        }];
        bench.size(120, 36);
        bench
    }

    pub fn minutes(&mut self, minutes: i64) -> &mut Self {
        self.now += Span::minutes(minutes);
        self.input(Input::Tick);
        self.draw();
        self
    }

    pub fn house(&mut self, report: SystemCommand) {
        let incident = self.incident.as_mut().unwrap();
        let context = Context::new(self.now, Who::system());
        for event in decide(incident, Command::System(report), &context).unwrap() {
            let (seq, by) = (incident.seq.next(), context.who.by.clone());
            incident.apply(&Recorded { seq, at: self.now, by, act: None, event });
        }
        self.input(Input::Changed);
        self.draw();
    }

    pub fn post(&mut self, who: &str, audience: &str, text: &str) -> Seq {
        let (audience, text) = (audience.parse().unwrap(), Prose::new(text));
        self.does(who, Command::Update(UpdateCommand::Post { audience, occasion: Occasion::Progress, text }));
        self.draw();
        self.incident.as_ref().unwrap().seq
    }
}

#[test]
fn an_update_is_drafted_read_as_it_will_be_shown_and_sent() {
    let mut bench = Bench::updating(None);
    // The audience that is due first is chosen, with the likely occasion.
    bench.keys("u").shows("‹ Direction ›").shows("‹ ouverture ›").shows("dans 30\u{a0}min").shows("Panne");
    bench.keys("<tab><tab>");
    bench.keys("<ctrl-home><shift-ctrl-end>Tout est arrêté.<enter>Reprise à midi.");
    bench.keys("<ctrl-s>").asks(&["preview management opening"]);
    bench.shows("chat · Slack · hooks.slack.com").shows("*Panne*").shows("suite").shows("En deux messages.");
    // Back to the text, and on again: nothing is lost.
    bench.keys("<esc>").shows("Reprise à midi.").keys("<ctrl-s>").asks(&["preview management opening"]);
    bench
        .keys("<enter>")
        .asks(&[r#"post_update audience="management" occasion="opening" text="Tout est arrêté.\nReprise à midi.""#]);
    bench.hides("hooks.slack.com").shows("Point\u{a0}: Direction");
    assert_eq!(bench.incident.as_ref().unwrap().updates.len(), 1);
}

#[test]
fn another_audience_or_moment_is_another_draft_until_something_is_typed() {
    let mut bench = Bench::updating(None);
    bench.keys("u<right>").shows("‹ Clients ›").keys("<tab><right>").shows("‹ avancement ›");
    bench.keys("<tab>Mot à moi ").shows("Mot à moi");
    bench.keys("<backtab><right>").shows("‹ mode dégradé ›").shows("Mot à moi");
    bench.keys("<ctrl-r>").hides("Mot à moi");
    // Much that was typed is not thrown away by one key.
    bench.keys("<tab>Une longue phrase que personne ne veut perdre<esc>").shows("Abandonner ce texte");
    bench.keys("<esc>").hides("Point de situation ").asks(&[]);
}

#[test]
fn what_needs_approval_is_proposed_and_the_commander_is_asked() {
    let mut bench = Bench::updating(Some("ines"));
    bench.keys("u<tab><tab><ctrl-home><shift-ctrl-end>La paie est rétablie.<ctrl-s>");
    bench.shows("Faire approuver").hides("Envoyer").keys("<enter>").asks(&[
        "preview management opening",
        r#"propose_update audience="management" occasion="opening" text="La paie est rétablie.""#,
    ]);
    bench.shows("attend l'accord du directeur");
    let proposal = bench.incident.as_ref().unwrap().seq;

    // The commander is notified, reads it, edits it and approves.
    bench.who = Who::owner(Signature::new("alice", "local"));
    bench.draw();
    bench.shows("POINT À APPROUVER").shows("ines → Direction").keys("v").asks(&["preview management opening"]);
    bench.shows("Proposé par ines").shows("Approuver et envoyer");
    bench.keys("<right><enter><end> Merci.<ctrl-s><enter>").asks(&[
        "preview management opening",
        &format!(r#"approve_update proposal={} text="La paie est rétablie. Merci.""#, proposal.0),
    ]);
    bench.hides("POINT À APPROUVER");
    let posted = bench.incident.as_ref().unwrap().updates[0].clone();
    assert_eq!(posted.text.as_str(), "La paie est rétablie. Merci.");
}

#[test]
fn a_proposal_is_taken_as_it_is_or_dropped() {
    let mut bench = Bench::updating(None);
    let propose = |text: &str| {
        Command::Update(UpdateCommand::Propose {
            audience: "clients".parse().unwrap(),
            occasion: Occasion::Progress,
            text: Prose::new(text),
        })
    };
    bench.does("karim", propose("Un"));
    bench.asks(&["alarm karim propose un point de situation pour «\u{a0}Clients\u{a0}»."]);
    let one = bench.incident.as_ref().unwrap().seq;
    bench.keys("v<enter>").asks(&["preview clients progress", &format!("approve_update proposal={}", one.0)]);
    bench.does("karim", propose("Deux"));
    let two = bench.incident.as_ref().unwrap().seq;
    bench.asks(&["alarm karim propose un point de situation pour «\u{a0}Clients\u{a0}»."]);
    bench
        .keys("v<right><right><enter>")
        .asks(&["preview clients progress", &format!("drop_update proposal={}", two.0)]);
    assert!(bench.incident.as_ref().unwrap().proposals.is_empty());
}

#[test]
fn a_late_update_alarms_once_until_it_is_sent() {
    let mut bench = Bench::updating(None);
    bench.minutes(20).shows("Point\u{a0}: Direction").shows("dans 10\u{a0}min").asks(&[]);
    bench.minutes(6).shows("△ dans 00:04:00").shows("Échéance 04:30, dans 4\u{a0}min").hides("Retard");
    bench
        .minutes(5)
        .shows("▲ retard 1\u{a0}min")
        .shows("Retard 1\u{a0}min\u{a0}: point de situation «\u{a0}Direction\u{a0}»");
    bench.asks(&["alarm Le point de situation pour «\u{a0}Direction\u{a0}» est en retard."]);
    bench.minutes(1).shows("▲ retard 2\u{a0}min").asks(&[]);
    bench.post("alice", "management", "Tout va bien");
    bench.hides("Retard").shows("dans 30\u{a0}min").minutes(1).asks(&[]).minutes(30).asks(&[
        "alarm Le point de situation pour «\u{a0}Clients\u{a0}» est en retard.",
        "alarm Le point de situation pour «\u{a0}Direction\u{a0}» est en retard.",
    ]);
    // People who cannot send them see what is late, but are not alarmed.
    let mut bench = Bench::updating(Some("ines"));
    bench.minutes(1).minutes(40).shows("Retard 11").asks(&[]);
}

#[test]
fn a_damaged_journal_is_named_and_calls_for_no_update() {
    let mut bench = Bench::updating(None);
    bench.minutes(61).shows("Retard 31\u{a0}min\u{a0}: point de situation «\u{a0}Direction\u{a0}»");
    bench.damaged = Some(3);
    bench.draw();
    bench.shows("JOURNAL ENDOMMAGÉ").hides("Retard");
}

#[test]
fn a_late_update_comes_first_and_opens_the_audience_that_is_named_first() {
    let mut bench = Bench::updating(None);
    bench.minutes(61).shows("Retard 31\u{a0}min\u{a0}: point de situation «\u{a0}Direction\u{a0}»");
    // Another line is selected: the banner's own audience is opened all the same.
    bench.keys("8jjv").shows("‹ Direction ›").keys("<esc>");
    let propose = |audience: &str, text: &str| {
        Command::Update(UpdateCommand::Propose {
            audience: audience.parse().unwrap(),
            occasion: Occasion::Progress,
            text: Prose::new(text),
        })
    };
    bench.does("karim", propose("clients", "Pour les clients"));
    bench.does("karim", propose("management", "Pour la direction"));
    bench.asked.clear();
    bench.screen.state.attended = None;
    bench.keys("v").asks(&["preview management progress"]);
    bench.shows("Proposé par karim").shows("Approuver et envoyer");
}

#[test]
fn a_waiting_proposal_is_shown_to_the_next_author_with_its_age() {
    let mut bench = Bench::updating(None);
    let proposal = Command::Update(UpdateCommand::Propose {
        audience: "management".parse().unwrap(),
        occasion: Occasion::Progress,
        text: Prose::new("Tout est arrêté."),
    });
    bench.does("karim", proposal);
    bench.keys("u").shows("‹ Direction ›").shows("Un point proposé par karim pour ces destinataires attend déjà");
    bench.keys("<right>").shows("‹ Clients ›").hides("attend déjà").keys("<esc>");
    bench.keys("v").shows("à l'instant").hides("Attention\u{a0}: ce texte").keys("<esc>");
    bench.minutes(29).keys("v").shows("il y a 29\u{a0}min").hides("Attention\u{a0}: ce texte").keys("<esc>");
    bench
        .minutes(2)
        .keys("v")
        .shows("il y a 31\u{a0}min")
        .shows("Attention\u{a0}: ce texte a été proposé il y a 31\u{a0}min");
}

#[test]
fn a_proposal_whose_promise_has_passed_says_so() {
    let mut bench = Bench::updating(None);
    bench.keys("u<tab><tab><ctrl-s><right><enter>");
    let incident = bench.incident.as_ref().unwrap();
    assert!(incident.proposals[0].text.as_str().contains("04:30 au plus tard"));
    bench.minutes(29).keys("v").shows("Proposé par alice").hides("promet").keys("<esc>");
    bench.minutes(2).keys("v").shows("promet le prochain point à 04:30 au plus tard");
}

#[test]
fn the_page_of_updates_says_how_each_target_stands_and_sends_again() {
    let mut bench = Bench::updating(None);
    bench.keys("8").shows("Destinataires").shows("cadence 30\u{a0}min").shows("rien envoyé").shows("Aucun point");
    let update = bench.post("alice", "management", "# Panne\n\nTout est arrêté");
    bench.shows("Tout est arrêté");
    let target = || "chat".parse().unwrap();
    bench.house(SystemCommand::Address { update, targets: vec![target()] });
    bench.shows("… 1 en attente");
    bench.house(SystemCommand::BeginSend { message: update, target: target() });
    let reason = Line::new("le canal est archivé");
    bench.house(SystemCommand::Fail { message: update, target: target(), reason });
    bench.shows("✗ à corriger\u{a0}: le canal est archivé").shows("CANAL À CORRIGER  chat (le canal est archivé)");
    bench.asks(&["alarm Canal «\u{a0}chat\u{a0}» à corriger\u{a0}: le canal est archivé"]);
    // The banner leads to the target, whose window sends again.
    bench.keys("1v").shows("Canaux").keys("<enter>").shows("Slack · hooks.slack.com").keys("r");
    bench.asks(&[r#"retry_delivery target="chat""#]).hides("à corriger");
    bench.house(SystemCommand::Deliver { message: update, target: target(), repeat: true });
    bench
        .shows("✔ remis à 04:00")
        .hides("r renvoyer")
        .keys("<end><enter>")
        .hides("Renvoyer")
        .shows("peut-être deux fois")
        .keys("<esc>");
    // The log has what was said, and not every step of it.
    bench.keys("4").shows("Tout est arrêté").hides("SendBegun");
    assert_eq!(bench.screen.state.log.len() + 2, bench.incident.as_ref().unwrap().log.len());
}

#[test]
fn what_the_program_sent_counts_as_delivered() {
    let mut bench = Bench::updating(None);
    let through = bench.incident.as_ref().unwrap().seq;
    let (target, text) = ("chat".parse().unwrap(), Prose::new("L'incident est ouvert"));
    bench.house(SystemCommand::Push { target, audience: "management".parse().unwrap(), through, text });
    let message = bench.incident.as_ref().unwrap().seq;
    bench.keys("8").shows("… 1 en attente");
    bench.house(SystemCommand::Deliver { message, target: "chat".parse().unwrap(), repeat: false });
    bench.shows("✔ remis à 04:00");
}

#[test]
fn the_cadence_of_an_audience_is_set_from_its_line() {
    let mut bench = Bench::updating(None);
    bench.keys("8je").shows("Cadence en SEV2").keys("<tab><ctrl-home><shift-end>45m<ctrl-s>");
    bench.shows("cadence 45\u{a0}min");
    let incident = bench.incident.as_ref().unwrap();
    let management = incident.audience(&"management".parse().unwrap()).unwrap();
    assert_eq!(management.every.sev2, Some(45 * 60));
    assert_eq!(management.every.sev1, Some(30 * 60));
    let mut bench = Bench::updating(Some("ines"));
    bench.keys("8e").hides("Cadence en").asks(&[]);
}

#[test]
fn a_second_before_an_update_is_drawn_by_its_clocks() {
    let mut bench = Bench::updating(None);
    for page in ["1", "8"] {
        for minutes in [10, 22, 29] {
            bench.now = at() + Span::minutes(minutes) + Span::seconds(25);
            // A key takes the alarm from the screen.
            bench.keys("j").keys(page);
            let quiet = seconds_by_their_clocks(&mut bench, 60);
            assert!(quiet > 50, "page {page} at minute {minutes}: {quiet}");
        }
    }
}

#[test]
fn the_last_update_is_sent_when_all_is_over() {
    let mut bench = Bench::updating(None);
    bench.does("alice", Command::Header(HeaderCommand::Close { reason: Line::default() }));
    bench.draw();
    bench.hides("Point\u{a0}:").keys("u").shows("‹ clôture ›").keys("<ctrl-s><enter>");
    assert_eq!(bench.incident.as_ref().unwrap().updates.len(), 1);
}

#[test]
fn the_mouse_opens_a_due_clock_and_presses_the_buttons() {
    let mut bench = Bench::updating(None);
    bench.click(&Hit::Action(Action::Update));
    bench.shows("‹ Direction ›");
    // The audience, then its other options, one click each.
    bench.click(&Hit::Row(0));
    bench.shows("‹ Clients ›").keys("<tab><tab>Bonjour <ctrl-s>");
    bench.click(&Hit::Row(0));
    bench.hides("hooks.slack.com");
    assert_eq!(bench.incident.as_ref().unwrap().updates.len(), 1);
    bench.keys("8");
    bench.click(&Hit::Line(4));
    bench.keys("<enter>").shows("Destinataires").shows("site");
}

#[test]
fn settings_that_are_not_followed_are_said_where_targets_are() {
    let mut bench = Bench::updating(None);
    bench.unsettled = Some("notify.toml n'est pas suivi, ligne 3".to_owned());
    bench.draw();
    bench.shows("RÉGLAGES D'ENVOI À CORRIGER  notify.toml").keys("v").shows("Canaux");
    bench.shows("✗ à corriger\u{a0}: notify.toml n'est pas suivi, ligne 3");
    let mut bench = Bench::updating(Some("ines"));
    bench.unsettled = Some("notify.toml".to_owned());
    bench.draw();
    bench.hides("RÉGLAGES D'ENVOI À CORRIGER");
}

#[test]
fn an_external_update_warns_of_internal_names() {
    let mut bench = Bench::updating(None);
    bench.does("karim", Command::Log(LogCommand::Note { text: Prose::new("vu") }));
    bench.keys("u<right>").shows("‹ Clients ›").hides("karim s'en").keys("<tab><tab>karim s'en occupe. ");
    let warning = Lang::Fr.say_with("update-reveals", &vars![list = "karim"]);
    bench.shows(&warning).keys("<ctrl-s>").shows(&warning);
}

#[test]
fn the_time_left_is_never_shown_longer_than_from_minute_to_minute() {
    let mut bench = Bench::updating(None);
    bench.now += Span::seconds(20);
    bench.post("alice", "team", "Tout va bien.");
    bench.now += Span::seconds(3 * 60 + 10);
    bench.input(Input::Tick);
    bench.keys("8").shows("dans 1\u{a0}h\u{a0}57").hides("dans 1\u{a0}h\u{a0}58");
}

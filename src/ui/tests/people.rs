//! What people ask of each other: help, command, attention.

use super::*;
use crate::incident::{DutyCommand, HelpCommand};

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
    bench.keys("<enter>").asks(&["take_help call=3"]).shows("(pris par alice)");
    bench.keys("v").shows("alice s'en occupe.").shows("Je ne m'en occupe plus");
    bench.keys("<down><enter>j'arrive<enter>").asks(&[r#"reply_help call=3 text="j'arrive""#]);
    bench.keys("v").shows("Réponse (alice)");
    bench.keys("<enter>").asks(&["release_help call=3"]).hides("(pris par");
    bench.keys("v<down><down><enter>").asks(&["answer_help call=3"]).hides("v répondre");
    bench.keys("H").asks(&[]).shows("Aucun appel à l'aide");
}

#[test]
fn command_is_offered_with_a_briefing_and_changes_hands_when_it_is_accepted() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.keys("Pkarim<enter>").shows("la direction de crise").shows("Évaluer");
    bench.keys("<enter>").shows("Vous proposez la direction de crise à karim");
    assert!(bench.asked[0].starts_with("offer briefing="), "{:?}", bench.asked);
    bench.does("karim", Command::Duty(DutyCommand::Accept { duty: Duty::Command }));
    bench.draw();
    bench.hides("Vous proposez").shows("karim (Dir. crise)").shows("karim a accepté la direction de crise");

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
fn a_banner_is_opened_by_a_click() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    for who in ["ines", "karim", "zoé", "tom"] {
        bench.does(who, Command::Help(HelpCommand::Ask { text: Line::new(&format!("aide pour {who}")), task: None }));
    }
    bench.size(100, 36);
    bench.shows("+2").click(&Hit::Banner(1));
    bench.shows("karim demande de l'aide").shows("Marquer comme traité");
    bench.asked.clear();
    bench.click(&Hit::Row(0));
    bench.asks(&["take_help call=4"]);
    // Calls that nobody sees to come first.
    bench.keys("v").shows("ines demande de l'aide").keys("<esc>");
    bench.keys("v").shows("zoé demande de l'aide");
}

#[test]
fn a_call_for_help_stays_in_sight_above_a_window() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.does("karim", Command::Help(HelpCommand::Ask { text: "le VPN refuse".into(), task: None }));
    bench.size(80, 24);
    bench.keys("1<enter>").shows("Tâche").shows("le VPN refuse");
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

//! The report at the screen: asked for where an incident is, read, searched, and left.

use super::*;
use crate::document::{Block, Document, Section, Text};
use crate::incident::HeaderCommand;
use crate::ui::{Listed, Reported};

const ID: &str = "20261122-panne-aaaa";

fn document(chapters: &[(&'static str, usize)]) -> Document {
    let section = |(title, lines): &(&'static str, usize)| Section {
        id: title,
        title: (*title).to_owned(),
        blocks: (1..=*lines).map(|line| Block::Paragraph(Text::quoted(&format!("{title}, ligne {line}")))).collect(),
    };
    Document {
        lang: Lang::Fr,
        title: Text::quoted("Panne"),
        about: Text::quoted("SEV2"),
        notices: Vec::new(),
        cards: Vec::new(),
        sections: chapters.iter().map(section).collect(),
        foot: Text::quoted("La fin"),
    }
}

fn made(of: &str) -> Input {
    let internal = document(&[("Chiffres", 40), ("Rétablissement", 40), ("Preuve", 3)]);
    let external = document(&[("Preuve", 40)]);
    let commands = ["report dedans".to_owned(), "report dehors".to_owned()];
    Input::Reported(of.parse().unwrap(), Ok(Box::new(Reported { internal, external, commands })))
}

/// On the line of a closed incident.
fn at_closed() -> Bench {
    let mut bench = Bench::at_start();
    bench.start.incidents = vec![Listed {
        id: ID.parse().unwrap(),
        title: "Panne".to_owned(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        opened_at: at(),
        closed_at: Some(at()),
        zone: Paris,
        follow_ups: (0, 0),
        damaged: None,
        is_copy: false,
    }];
    bench.size(80, 24);
    bench.input(Input::Changed);
    bench.keys("G");
    bench
}

/// In the middle of a report, with something found in it.
pub(super) fn reading() -> Bench {
    let mut bench = at_closed();
    bench.keys("i").input(made(ID));
    bench.draw();
    bench.keys("]").keys("/ligne<enter>");
    bench
}

#[test]
fn a_report_is_read_from_the_start_screen_to_its_end() {
    let mut bench = at_closed();
    bench.shows("i rapport").keys("i").asks(&[&format!("report {ID}")]);
    bench.shows("Génération du rapport").input(made(ID));
    bench.draw();
    bench.shows("Rapport interne · 0\u{a0}%").shows("Chiffres, ligne 1").shows("Exporter\u{a0}: report dedans");
    bench.keys("]").shows("Rapport interne · Chiffres").keys("]").shows("Rétablissement, ligne 1");
    bench.keys("[").shows("Chiffres, ligne 2").hides("Rétablissement");
    bench.keys("c").keys("preu<enter>").shows("La fin").shows("Preuve · 100");
    bench.keys("g").keys("/retablissement, ligne 3").shows("1 sur 11").shows("Rétablissement, ligne 3");
    bench.keys("<enter>").keys("n").shows("2 sur 11").keys("NN").shows("11 sur 11");
    bench.keys("y").asks(&["copy report dedans"]);
    bench.keys("e").shows("Rapport externe").shows("Preuve, ligne 1").shows("report dehors");
    bench.keys("y").asks(&["copy report dehors"]);
    bench.keys("?").shows("Copier la commande").hides("Terminer la tâche").keys("<esc>").shows("Rapport externe");
    bench.keys("<esc>").hides("Rapport").shows("Incidents clôturés");
}

#[test]
fn a_report_that_nobody_waits_for_any_more_opens_nothing() {
    let mut bench = at_closed();
    bench.keys("i<esc>").input(made(ID));
    bench.draw();
    bench.hides("Rapport interne").keys("i").input(made("20261122-autre-aaaa"));
    bench.draw();
    bench.shows("Génération du rapport");
    bench.input(Input::Reported(ID.parse().unwrap(), Err("le disque ne répond pas".to_owned())));
    bench.draw();
    bench.shows("le disque ne répond pas").hides("Génération du rapport");
    // A plan has none.
    bench.asks(&[&format!("report {ID}"), &format!("report {ID}")]);
    bench.keys("g").hides("i rapport").keys("i").asks(&[]);
}

#[test]
fn a_closed_room_leads_to_its_report_its_replay_and_back_to_work() {
    let mut bench = Bench::new();
    bench.does("alice", Command::Header(HeaderCommand::Close { reason: "fini".into() }));
    bench.size(120, 36);
    bench.asked.clear();
    bench.draw();
    bench.shows("i rapport").shows("Z rejouer").shows("9 RETEX").shows("Ctrl+R rouvrir");
    bench.keys("<ctrl-r>").shows("Rouvrir").keys("<esc>").asks(&[]);
    bench.keys("6").shows("r date des données");
    bench.keys("9").shows("i rapport");
}

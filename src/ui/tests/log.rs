//! The log: searched, corrected, scrolled and filtered.

use super::*;
use crate::incident::LogCommand;

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
fn an_entry_is_corrected_and_keeps_its_history() {
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
fn a_mention_in_the_log_is_announced_until_it_is_opened() {
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
fn a_person_who_comes_back_sees_what_they_missed() {
    let mut bench = Bench::new();
    bench.left = Some(Left { at: at(), seq: bench.incident.as_ref().unwrap().seq });
    for n in 0..12 {
        bench.does("karim", Command::Log(LogCommand::Note { text: Prose::new(&format!("pendant l'absence {n}")) }));
    }
    bench.screen = Screen::new(Settings { lang: Lang::Fr, ..Settings::default() });
    bench.input(Input::Changed);
    bench.draw();
    bench.shows("12 entrées depuis votre départ à 04:00").keys("v").hides("12 entrées").shows("absence 0");
    bench.asks(&[]);
}

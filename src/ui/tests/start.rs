//! The start screen.

use super::*;

#[test]
fn a_person_who_may_not_open_an_incident_sees_why_at_once() {
    let mut bench = Bench::at_start();
    bench.start.may_open = false;
    bench.draw();
    bench.keys("n").asks(&[]).shows("Pour ouvrir un incident").hides("Gravité");
}

#[test]
fn the_start_screen_shows_a_newcomer_what_to_do() {
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

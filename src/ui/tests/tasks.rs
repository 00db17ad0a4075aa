//! Tasks and steps: each key sends its command.

use super::*;
use crate::incident::TaskCommand;

#[test]
fn three_keys_are_enough_for_an_engineer() {
    let mut bench = Bench::new();
    bench.keys(" ").asks(&[r#"finish_task task="assess.dsi.1""#]);
    assert_eq!(bench.state_of("assess.dsi.1"), "done");
    bench.keys(" ").asks(&[r#"reopen_task task="assess.dsi.1""#]);
    bench.keys("j ").asks(&[r#"finish_task task="assess.dsi.2""#]);
    bench.keys("l").keys("bplus de disque<enter>").asks(&[r#"block_task reason="plus de disque" task="assess.dev.1""#]);
    bench.shows("plus de disque");
    bench.keys("nAppel reçu<enter>").asks(&[r#"note text="Appel reçu""#]);
    bench.shows("Appel reçu");
}

#[test]
fn whoever_ends_a_step_of_several_sees_them_all_and_says_which() {
    let mut bench = Bench::new();
    bench.keys("Srest<enter>");
    bench.keys("N").shows("3 tâches ouvertes").shows("1 tâche ouverte");
    bench.shows("Terminer seulement « Restaurer »").shows("Terminer les 2 étapes en cours");
    bench.asked.clear();
    bench.keys("<enter>").asks(&[r#"advance_steps finish=["assess"] start=true"#]);
}

#[test]
fn the_question_is_the_same_on_every_page_and_with_every_step_selected() {
    let cases = [
        ("1", "<down><enter>", r#"finish=["restore"]"#),
        ("1", "<down><down><enter>", r#"finish=["assess","restore"]"#),
        ("3", "<enter>", r#"finish=["assess"]"#),
        ("7", "<down><enter>", r#"finish=["restore"]"#),
        // On the timeline the selected step is the first offered.
        ("2<down>", "<enter>", r#"finish=["restore"]"#),
        ("2<down>", "<up><enter>", r#"finish=["assess"]"#),
    ];
    for (page, keys, finish) in cases {
        let mut bench = Bench::new();
        bench.keys("Srest<enter>").keys(page);
        bench.asked.clear();
        bench.keys("F").keys(keys);
        assert_eq!(bench.asked, [format!("advance_steps {finish} start=false")], "{page} {keys}\n{}", bench.text());
    }
}

#[test]
fn a_mistaken_closing_is_seen_before_and_taken_back_at_once() {
    let mut bench = Bench::new();
    bench.keys("C").shows("1 service non rétabli").shows("4 étapes").shows("5 tâches");
    bench.keys("fini<enter>");
    assert!(bench.incident.as_ref().unwrap().is_closed());
    bench.keys("z").shows("a rouvert");
    let incident = bench.incident.as_ref().unwrap();
    assert!(!incident.is_closed());
    assert_eq!(incident.active_steps().count(), 1);
}

#[test]
fn the_day_is_not_started_in_the_night_without_a_question() {
    for key in ["N", "F"] {
        let mut bench = Bench::new();
        bench.keys("D<enter>");
        bench.asked.clear();
        bench.keys(key).shows("Commencer la journée maintenant");
        bench.keys("<esc>").asks(&[]);
        bench.keys(key).keys("<enter>");
        assert_eq!(bench.asked, [if key == "N" { "next_step" } else { "start_day" }]);
    }
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
        ("N<enter>", &[r#"advance_steps finish=["assess"] start=true"#]),
        ("N<down><enter>", &["advance_steps finish=[] start=true"]),
        ("F<enter>", &[r#"advance_steps finish=["assess"] start=false"#]),
        // A sentence that was meant for the log ends nothing, with its Enter neither.
        ("New server is ready, yes<enter>", &[]),
        ("Fini : le serveur répond<enter>", &[]),
        ("Srest<enter>", &[r#"start_step step="restore""#]),
        ("Xverif<enter>trop tard<enter>", &[r#"skip_step reason="trop tard" step="verify""#]),
        ("Eeval<enter><ctrl-u>2h<enter>", &[r#"extend_step planned={"max":7200,"min":7200} step="assess""#]),
        (
            "AAnalyser<enter>1h..2h<enter><enter>",
            &[r#"add_step after="assess" kind={"kind":"phase","planned":{"max":7200,"min":3600}} title="Analyser""#],
        ),
        ("Mverif<enter>evaluer<enter>", &[r#"move_step after="assess" step="verify""#]),
        ("dCouper<enter>Propagation<enter><enter>", &[r#"decide objections="" text="Couper" why="Propagation""#]),
        ("fDisque plein<enter>", &[r#"record_fact text="Disque plein""#]),
        ("pRepas<enter>", &[r#"hold reason="Repas""#]),
        ("D<ctrl-u>9h30<enter>", &[r#"end_day resume="09:30:00""#]),
        ("T<ctrl-u>Autre<enter>", &[r#"retitle title="Autre""#]),
        ("Vsev1<enter>", &[r#"set_severity severity="sev1""#]),
        ("ILa messagerie<enter>3h<enter>Tous<enter>", &[r#"describe impact="Tous" since="3h" what="La messagerie""#]),
        ("Cfini<enter>", &[r#"close reason="fini""#]),
        (
            "WPaie<enter><ctrl-u>2<enter><enter>8h<enter><enter>",
            &[r#"add_service health="down" name="Paie" priority=2 rto=28800"#],
        ),
        ("6 <home><enter>", &[r#"set_service health="up" service="mail""#]),
        (":fuseau<enter>tokyo<enter>", &[r#"set_zone zone="Asia/Tokyo""#]),
        (
            ":pause<enter>Repas<enter>1h<enter><enter>",
            &[r#"add_step after="assess" kind={"kind":"break","planned":{"max":3600,"min":3600}} title="Repas""#],
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
fn a_member_lands_on_their_tasks_and_sees_whom_to_ask_for_the_rest() {
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
fn a_tick_just_after_another_persons_reopens_nothing() {
    let mut bench = Bench::new();
    bench.does("karim", Command::Task(TaskCommand::Finish { task: "assess.dsi.1".parse().unwrap() }));
    bench.keys("<up> ").asks(&[]).shows("déjà terminée (karim, 04:00)");
    bench.now += Span::seconds(4);
    bench.keys(" ").asks(&[r#"reopen_task task="assess.dsi.1""#]);
}

#[test]
fn a_task_is_given_to_a_person_of_the_list() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    bench.keys("1l").keys("a").shows("ines").shows("Développement").shows("karim");
    bench.keys("exemple<up>").keys("<esc>").keys("aines<enter>");
    bench.asks(&[r#"assign_task person="ines" task="assess.dev.1""#]);
    bench.keys("5").shows("Équipe").shows("hors de la salle").keys("<down>");
    bench.shows("+33 1 23");
}

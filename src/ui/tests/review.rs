//! The review: findings and actions by keys, also once the incident is closed.

use super::*;
use crate::incident::{ActionId, FindingId};
use crate::incident::{HeaderCommand, ReviewCommand, ServiceCommand};
use crate::ui::Listed;

impl Bench {
    /// After a crisis, on the page of the review.
    pub(super) fn reviewing() -> Self {
        let mut bench = Self::new();
        bench.does("alice", Command::Header(HeaderCommand::Close { reason: "fini".into() }));
        bench.size(120, 36);
        bench.asked.clear();
        bench.keys("9");
        bench
    }

    fn action(&self, number: u32) -> &crate::incident::FollowUp {
        self.incident.as_ref().unwrap().action(ActionId(number)).unwrap()
    }

    fn finding(&self, number: u32) -> &crate::incident::Finding {
        self.incident.as_ref().unwrap().finding(FindingId(number)).unwrap()
    }
}

#[test]
fn a_review_is_written_behind_a_crisis_by_keys_alone() {
    let mut bench = Bench::reviewing();
    bench.shows("Aucun constat").shows("Aucune action");
    bench.keys("f").keys("La clé était dedans<ctrl-s>");
    assert_eq!(bench.finding(1).text.as_str(), "La clé était dedans");
    bench.keys("a").keys("Une seconde clé<enter>@ines<enter>+7j<enter>").keys("<enter>");
    let action = bench.action(1);
    let due = action.due.map(|due| due.to_string());
    let owner = action.owner.as_ref().map(PersonName::as_str);
    assert_eq!((owner, due.as_deref(), action.finding), (Some("ines"), Some("2026-11-29"), Some(FindingId(1))));
    bench.shows("A1 ☐ dans 7\u{a0}j").shows("29 nov. 2026");

    bench.keys("j").keys("<space>").keys("faite<enter>");
    assert!(!bench.action(1).is_open());
    bench.shows("A1 ☑ terminée").shows("(faite)");
    bench.keys("<space>");
    assert!(bench.action(1).is_open());
    bench.keys("e").keys("<tab><ctrl-u><tab><ctrl-u><ctrl-s>");
    assert_eq!((&bench.action(1).owner, bench.action(1).due), (&None, None));
    bench.keys("t");
    assert_eq!(bench.action(1).owner, Some(PersonName::new("alice")));
    bench.keys("x").keys("inutile<enter>").shows("A1 – abandonnée").shows("(inutile)");
    bench.keys("z").shows("A1 ☐ ouverte");
    bench.keys("kx").keys("faux<enter>").shows("F1 – La clé était dedans (écarté");
}

#[test]
fn what_is_acted_on_stays_selected_where_it_goes() {
    let mut bench = Bench::reviewing();
    for (title, due) in [("un", 23), ("deux", 24), ("trois", 25)] {
        let due = chrono::NaiveDate::from_ymd_opt(2026, 11, due);
        bench.does(
            "karim",
            Command::Review(ReviewCommand::AddAction { title: title.into(), owner: None, due, finding: None }),
        );
    }
    bench.keys("<space><enter>");
    assert!(!bench.action(1).is_open());
    // It went below the others: the same key opens it again, and finishes none of its neighbours.
    bench.keys("<space>");
    assert!([1, 2, 3].iter().all(|number| bench.action(*number).is_open()));
}

#[test]
fn a_wrong_day_and_an_unknown_person_are_said_at_their_field() {
    let mut bench = Bench::of("alice", Right::Commander, &["dsi"]);
    bench.keys("9a").keys("Une clé<enter>bob<ctrl-s>").shows("Personne inconnue\u{a0}: «\u{a0}bob\u{a0}»");
    bench.keys("<ctrl-u>ines<enter>31/2<ctrl-s>").shows("Jour non valide");
    bench.keys("<ctrl-u>demain<ctrl-s>");
    assert_eq!(bench.action(1).due.map(|due| due.to_string()).as_deref(), Some("2026-11-23"));
}

#[test]
fn a_form_changes_what_was_changed_in_it_and_leaves_what_others_did_meanwhile() {
    use crate::incident::Change;
    let mut bench = Bench::reviewing();
    let owner = Some(PersonName::new("alice"));
    bench.does(
        "alice",
        Command::Review(ReviewCommand::AddAction { title: "Une clé".into(), owner, due: None, finding: None }),
    );
    bench.keys("e").keys("<ctrl-u>Une seconde clé");
    let action = ActionId(1);
    let owner = Change::To(PersonName::new("ines"));
    bench.does(
        "ines",
        Command::Review(ReviewCommand::ChangeAction {
            action,
            title: None,
            owner,
            due: Change::Keep,
            finding: Change::Keep,
        }),
    );
    bench.keys("<ctrl-s>");
    assert_eq!(bench.action(1).title.as_str(), "Une seconde clé");
    assert_eq!(bench.action(1).owner, Some(PersonName::new("ines")));

    let mut bench = Bench::new();
    let described = |impact: &str| {
        Command::Header(HeaderCommand::Describe { what: None, since: None, impact: Some(impact.into()) })
    };
    bench.does("alice", described("aucun"));
    bench.keys("I").keys("Tout est chiffré");
    bench.does("karim", described("paie en retard"));
    bench.keys("<ctrl-s>");
    let situation = &bench.incident.as_ref().unwrap().situation;
    assert_eq!((situation.what.as_str(), situation.impact.as_str()), ("Tout est chiffré", "paie en retard"));
}

#[test]
fn members_add_and_change_only_what_is_theirs() {
    let mut bench = Bench::of("ines", Right::Member, &["dev"]);
    bench.does("alice", Command::Review(ReviewCommand::AddFinding { text: "a".into(), about: None }));
    let due = chrono::NaiveDate::from_ymd_opt(2026, 11, 23);
    bench.does(
        "alice",
        Command::Review(ReviewCommand::AddAction { title: "b".into(), owner: None, due, finding: None }),
    );
    bench.keys("9").keys("x").shows("C'est réservé à").keys("j<space>").shows("C'est réservé à");
    bench.keys("f").keys("c<ctrl-s>");
    assert_eq!(bench.finding(2).by.as_str(), "ines");
    bench.keys("kx").keys("d<enter>");
    assert!(bench.finding(2).dropped.is_some());
}

#[test]
fn of_which_moment_restored_data_are_is_said_at_the_service() {
    let mut bench = Bench::new();
    bench.does(
        "alice",
        Command::Service(ServiceCommand::Add {
            name: "Paie".into(),
            priority: 1,
            rto: None,
            rpo: Some(3600),
            health: Health::Down,
        }),
    );
    let place = bench.incident.as_ref().unwrap().services.len() - 1;
    bench.size(120, 36);
    bench.keys("6").keys("G").keys("r").keys("demain<enter>").shows("Moment passé non valide");
    bench.keys("<ctrl-u>01:30<enter>");
    let service = &bench.incident.as_ref().unwrap().services[place];
    assert_eq!(service.restored_to, Some("2026-11-22T00:30:00Z".parse().unwrap()));
    bench.shows("▲ perte 2\u{a0}h\u{a0}30 > RPO 1\u{a0}h");
}

#[test]
fn the_start_screen_says_what_is_still_to_be_done_after_a_crisis() {
    let mut bench = Bench::at_start();
    let closed = |id: &str, follow_ups| Listed {
        id: id.parse().unwrap(),
        title: "Panne".to_owned(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        opened_at: at(),
        closed_at: Some(at()),
        zone: Paris,
        follow_ups,
        damaged: None,
        is_copy: false,
    };
    bench.start.incidents = vec![closed("20261122-a-aaaa", (4, 2)), closed("20261122-b-aaaa", (1, 0))];
    bench.input(Input::Changed);
    bench.draw();
    bench.shows("▲ 2 actions en retard · clôturé le").shows("une action ouverte · clôturé le");
}

#[test]
fn the_start_screen_marks_what_can_only_be_read_and_cuts_titles_before_ids() {
    let mut bench = Bench::at_start();
    let id = "20261122-rancongiciel-sur-le-site-de-lyon-aaaa";
    let listed = |damaged, is_copy| Listed {
        id: id.parse().unwrap(),
        title: "Rançongiciel sur le site de Lyon et sur tous les partages".to_owned(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        opened_at: at(),
        closed_at: None,
        zone: Paris,
        follow_ups: (0, 0),
        damaged,
        is_copy,
    };
    bench.start.incidents = vec![listed(None, false), listed(None, true), listed(Some(3), true)];
    bench.size(80, 24);
    bench.input(Input::Changed);
    bench.draw();
    let lines = bench.text();
    let rows: Vec<&str> = lines.lines().filter(|line| line.contains("SEV2")).collect();
    assert_eq!(rows.len(), 3);
    for row in &rows {
        assert!(row.contains(id) && row.contains("Ranç") && row.contains('…'), "{row}");
    }
    assert!(rows[1].contains(" COPIE ") && rows[2].contains(" ENDOMMAGÉ ") && !rows[2].contains("COPIE"));
}

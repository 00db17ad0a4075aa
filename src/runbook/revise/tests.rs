use super::*;
use crate::lang::Lang;
use crate::replay::{Limit, Session, read as read_session};
use crate::runbook::{builtin, read};

const MARS: &str = include_str!("../../../tests/sessions/mars.jsonl");
const JUIN: &str = include_str!("../../../tests/sessions/juin.jsonl");
const OCTOBRE: &str = include_str!("../../../tests/sessions/octobre.jsonl");

fn sessions(journals: &[&str]) -> Vec<Session> {
    journals.iter().map(|journal| read_session(journal.as_bytes(), Limit::default()).unwrap()).collect()
}

fn past(sessions: &[Session]) -> Vec<Past<'_>> {
    sessions.iter().map(|it| Past { incident: &it.incident, history: &it.history }).collect()
}

fn bundled() -> &'static str {
    builtin()[0].source
}

fn revised(source: &str, sessions: &[Session]) -> (Revision, String) {
    let plan =
        read(source, "plan.toml").unwrap_or_else(|problems| panic!("{}", problems[0].render(Lang::En)));
    let revision = Revision::of(&plan, &past(sessions)).unwrap();
    let written = revision.write(source, "plan.toml").unwrap_or_else(|error| panic!("{error:?}\n{source}"));
    (revision, written)
}

/// `planned | real times | proposed`, all of them in whole minutes; the rule of docs/after.md, done by hand.
#[test]
fn the_ranges_of_three_sessions_are_those_that_a_reader_computes() {
    let by_hand = [
        ("assess", "45m..1h30 | 52 64 98 | 50m..1h40"),
        ("inform", "1h | 72 58 65 | 55m..1h15"),
        ("activate", "45m | 70 50 47 | 45m..1h10"),
        ("prioritise", "1h | 61 55 60 | 55m..1h05"),
        ("break-1", "1h | 35 60 46 | 35m..1h"),
        ("degraded", "2h | 185 130 153 | 2h10..3h05"),
        ("rebuild", "2h | 140 115 131 | 1h55..2h20"),
        ("restore", "1h..3h | 187 130 151 | 2h10..3h10"),
        ("restore-2", "1h..2h | 100 75 135 | 1h15..2h15"),
        ("verify", "3h | 210 170 190 | 2h50..3h30"),
        ("break-2", "1h | 45 60 50 | 45m..1h"),
        ("inform-2", "1h | 50 55 65 | 50m..1h05"),
        ("normal", "1h..2h | 85 75 160 | 1h15..2h40"),
        ("announce", "1h | 65 50 55 | 50m..1h05"),
        ("review", "1h..2h | 105 90 115 | 1h30..1h55"),
        // Two only: widened where they do not fit, and never narrowed.
        ("break-3", "1h | 60 45 | 45m..1h"),
        ("update-plan", "1h | 80 70 55 | 55m..1h20"),
        ("train", "1h..2h | 100 80 | 1h..2h"),
    ];
    let sessions = sessions(&[MARS, JUIN, OCTOBRE]);
    let (revision, _) = revised(bundled(), &sessions);
    let told = |it: &Ranged<StepId>| {
        let times: Vec<String> = it.times.iter().map(|time| time.minutes.to_string()).collect();
        (it.id.to_string(), format!("{} | {} | {}", it.planned, times.join(" "), it.proposed))
    };
    let told: Vec<_> = revision.steps.iter().map(told).collect();
    let by_hand: Vec<_> = by_hand.iter().map(|(id, line)| ((*id).to_owned(), (*line).to_owned())).collect();
    assert_eq!(told, by_hand);
}

#[test]
fn few_sessions_only_widen_and_the_minute_is_what_counts() {
    let of = |planned: Option<&str>, minutes: &[u32]| {
        let times: Vec<Time> = minutes.iter().map(|minutes| Time { session: 0, minutes: *minutes }).collect();
        proposed(planned.map(|it| it.parse().unwrap()), &times).map(|it| it.to_string())
    };
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(of(Some("1h"), &[]), None);
    assert_eq!(of(Some("1h"), &[60]), is("1h"));
    assert_eq!(of(Some("1h..2h"), &[90, 61]), is("1h..2h"));
    assert_eq!(of(Some("1h..2h"), &[121]), is("1h..2h05"));
    assert_eq!(of(Some("1h..2h"), &[59]), is("55m..2h"));
    // What is planned to the minute stays so where the times fit.
    assert_eq!(of(Some("47m..52m"), &[47, 52]), is("47m..52m"));
    assert_eq!(of(Some("47m..52m"), &[46, 52]), is("45m..52m"));
    assert_eq!(of(Some("1h..5h"), &[90, 100, 95]), is("1h30..1h40"));
    assert_eq!(of(Some("1h..5h"), &[90, 90, 90]), is("1h30"));
    assert_eq!(of(Some("1h"), &[3, 4, 1]), is("1m..5m"));
    assert_eq!(of(None, &[31]), is("30m..35m"));
    assert_eq!(
        of(None, &[u32::MAX]).unwrap(),
        Planned { min: Planned::MOST, max: Planned::MOST }.to_string()
    );
}

#[test]
fn what_was_added_in_most_sessions_is_taken_into_the_plan() {
    let sessions = sessions(&[MARS, JUIN, OCTOBRE]);
    let (revision, written) = revised(bundled(), &sessions);
    let new: Vec<_> = revision
        .new_tasks
        .iter()
        .map(|new| {
            format!("{} {} {:?} of {} {}", new.step, new.role, new.often.sessions, new.often.of, new.taken)
        })
        .collect();
    assert_eq!(new, ["activate sysadmin [0, 2] of 3 true", "rebuild dev [1] of 3 false"]);
    let [step] = &revision.new_steps[..] else { panic!("one step was added") };
    assert_eq!(step.after.as_ref().unwrap().as_str(), "restore-2");
    assert_eq!(step.step.kind.planned().unwrap().to_string(), "30m..45m");
    assert_eq!(step.often.sessions, [1, 2]);
    assert!(written.contains(
        "tasks.sysadmin = [\"Préparer la mise en œuvre du PRA sur l'infrastructure\", \
         \"Révoquer les jetons d'accès des prestataires\"]\n"
    ));
    assert!(written.contains(
        "\n\n[[step]]\nphase = \"Contrôle des accès des prestataires\"\nid = \"controle-des-acces-des\"\n\
         planned = \"30m..45m\"\ntasks.sysadmin = [\"Comparer les accès ouverts à la liste des contrats\"]\n\n[[step]]\n"
    ));
    // With one session, once is always.
    let (revision, _) = revised(bundled(), &sessions[1..2]);
    assert!(revision.new_tasks.iter().all(|new| new.taken));
    // With two, both have to have had it.
    let (revision, _) = revised(bundled(), &sessions[..2]);
    assert!(revision.new_tasks.iter().all(|new| !new.taken) && !revision.new_steps[0].taken);
}

#[test]
fn what_nobody_ever_does_and_real_downtimes_are_remarked() {
    let sessions = sessions(&[MARS, JUIN, OCTOBRE]);
    let (revision, written) = revised(bundled(), &sessions);
    let always: Vec<_> = revision.skipped.iter().filter(|it| it.often.is_always()).collect();
    assert_eq!(always.len(), 1);
    assert_eq!(always[0].task.as_ref().unwrap().as_str(), "restore.direction.1");
    assert!(written.contains(
        "# warroom: «\u{a0}Utiliser les services en mode dégradé\u{a0}»\u{a0}: sautée à chaque fois, 3 séances sur 3\n\
         tasks.direction = [\"Utiliser les services en mode dégradé\"]\n"
    ));
    let mail = revision.services.iter().find(|it| it.service.as_str() == "mail").unwrap();
    // Down from 02:58 to 11:40; from 08:00 to 13:30; from Saturday 05:10 to Sunday 10:00, clocks back an hour.
    assert_eq!(mail.times.iter().map(|time| time.minutes).collect::<Vec<_>>(), [522, 330, 1790]);
    assert_eq!(mail.missed(), Some(1));
    assert!(written.contains(
        "# warroom: arrêt réel 8h42, 5h30, 29h50\u{a0}; objectif dépassé 1 fois sur 3\nrto = \"24h\"\n"
    ));
}

#[test]
fn a_revised_plan_keeps_its_text_and_is_not_revised_again_by_the_same_sessions() {
    let sessions = sessions(&[MARS, JUIN, OCTOBRE]);
    for count in 1..=3 {
        for first in 0..=3 - count {
            let (_, once) = revised(bundled(), &sessions[first..first + count]);
            let (revision, twice) = revised(&once, &sessions[first..first + count]);
            assert_eq!(once, twice);
            assert!(!revision.steps.iter().any(Ranged::changes));
            assert!(
                !revision.new_tasks.iter().any(|new| new.taken)
                    && !revision.new_steps.iter().any(|new| new.taken)
            );
            // Every line that was there is there still, but for the ranges and the list that grew.
            let kept: Vec<&str> = once.lines().collect();
            let gone = bundled().lines().filter(|line| !kept.contains(line));
            for line in gone {
                assert!(line.starts_with("planned = ") || line.starts_with("tasks."), "{line}");
            }
        }
    }
}

#[test]
fn the_other_language_of_a_plan_learns_from_the_same_sessions() {
    let sessions = sessions(&[MARS, JUIN, OCTOBRE]);
    let (revision, written) = revised(builtin()[1].source, &sessions);
    assert_eq!(revision.steps[0].proposed.to_string(), "50m..1h40");
    assert!(written.contains(
        "# warroom: really down for 8h42, 5h30, 29h50; objective missed 1 of 3 times\nrto = \"24h\"\n"
    ));
}

#[test]
fn a_session_of_another_plan_is_told_from_one_of_this() {
    let sessions = sessions(&[MARS]);
    let plan = read(crate::runbook::sample(Lang::Fr), "plan.toml").unwrap();
    assert_eq!(Revision::of(&plan, &past(&sessions)), Err(Foreign::OtherPlan(0)));
}

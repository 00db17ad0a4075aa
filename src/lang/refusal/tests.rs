use super::*;
use crate::incident::{ActionId, Field, FindingId, PersonName, Seq};
use chrono_tz::Europe::Paris;

fn all() -> Vec<Refusal> {
    let step = || Line::new("Évaluation");
    let by = Some(("2026-11-22T07:44:00Z".parse().unwrap(), PersonName::new("karim")));
    let task_is = |state| Refusal::TaskIs {
        task: "a.dsi.1".parse().unwrap(),
        title: Line::new("Couper le VPN"),
        state,
        by: by.clone(),
    };
    let action_is = |state, by| Refusal::ActionIs { action: ActionId(3), state, by };
    let alice = || PersonName::new("alice");
    let of_role = |holders| Whom::Role { role: Line::new("DSI"), holders, commander: alice() };
    vec![
        Refusal::Closed,
        Refusal::NotClosed,
        Refusal::Held,
        Refusal::NotHeld,
        Refusal::Night { step: step() },
        Refusal::NotNight,
        Refusal::NoSuchStep { step: step() },
        Refusal::NoSuchTask { task: step() },
        Refusal::NoSuchService { service: "mail".parse().unwrap() },
        Refusal::NoSuchRole { role: step(), known: vec![Line::new("dsi"), Line::new("dev")] },
        Refusal::NoSuchEntry { entry: Seq(12) },
        Refusal::StepIs { step: step(), state: "waiting" },
        Refusal::StepIs { step: step(), state: "active" },
        Refusal::StepIs { step: step(), state: "finished" },
        Refusal::StepIs { step: step(), state: "skipped" },
        Refusal::NotAPhase { step: step() },
        Refusal::NoRange { step: step() },
        task_is("todo"),
        task_is("doing"),
        task_is("blocked"),
        task_is("done"),
        task_is("skipped"),
        Refusal::NothingNext,
        Refusal::OnlyEarlier { step: step() },
        Refusal::Empty { what: Field::Reason },
        Refusal::TooLong { what: Field::Text, max: 65_536 },
        Refusal::BadRange,
        Refusal::CannotMove { step: step() },
        Refusal::NoChange,
        Refusal::NotCorrectable { entry: Seq(3) },
        Refusal::NothingToUndo,
        Refusal::ChangedSince { entry: Seq(40), by: PersonName::new("alice") },
        Refusal::NotYours { whom: Whom::Commander(alice()) },
        Refusal::NotYours { whom: Whom::Person(alice()) },
        Refusal::NotYours { whom: of_role(vec![]) },
        Refusal::NotYours { whom: of_role(vec![PersonName::new("ines"), PersonName::new("karim")]) },
        Refusal::ReadsOnly { commander: alice() },
        Refusal::MayNotOpen,
        Refusal::CommanderThere { commander: alice() },
        Refusal::NoSuchCall { call: Seq(3) },
        Refusal::NoSuchOffer { role: None },
        Refusal::NoSuchOffer { role: Some(Line::new("DSI")) },
        Refusal::NotTakenOver { role: Line::new("DSI"), person: alice(), takers: vec![] },
        Refusal::NotTakenOver {
            role: Line::new("DSI"),
            person: alice(),
            takers: vec![PersonName::new("ines"), PersonName::new("karim")],
        },
        Refusal::ToOneself,
        Refusal::NotUndoable { entry: Seq(3) },
        Refusal::NoSuchAudience { audience: step(), known: vec![] },
        Refusal::NoSuchAudience { audience: step(), known: vec![Line::new("team"), Line::new("clients")] },
        Refusal::NoSuchProposal { proposal: Seq(3) },
        Refusal::NothingToRetry,
        Refusal::Sent { entry: Seq(3) },
        Refusal::NoSuchLanguage { language: Line::new("de") },
        Refusal::BadInterval,
        Refusal::SystemOnly,
        Refusal::NotOnItsWay { message: Seq(3) },
        Refusal::NoSuchFinding { finding: FindingId(3) },
        Refusal::FindingDropped { finding: FindingId(3), by: by.clone().unwrap() },
        Refusal::NoSuchAction { action: ActionId(3) },
        action_is("open", None),
        action_is("done", by.clone()),
        action_is("dropped", by.clone()),
        Refusal::BadDue { due: "2020-12-01".parse().unwrap() },
        Refusal::InTheFuture { at: "2026-11-22T07:44:00Z".parse().unwrap() },
        Refusal::TooMany { what: Field::Findings, max: 500 },
        Refusal::TooMany { what: Field::Actions, max: 500 },
        Refusal::TooMany { what: Field::Audiences, max: 32 },
        Refusal::TooMany { what: Field::Proposals, max: 100 },
        Refusal::TooMany { what: Field::Targets, max: 100 },
        Refusal::TooMany { what: Field::Tasks, max: 1_000 },
        Refusal::TooMany { what: Field::Calls, max: 100 },
        Refusal::TooLong { what: Field::Briefing, max: 100 },
    ]
}

#[test]
fn every_refusal_says_why_and_what_to_do() {
    for lang in Lang::ALL {
        for refusal in all() {
            let text = lang.refusal(&refusal);
            assert!(text.ends_with('.') && !text.contains('{'), "{text}");
            assert!(text.chars().next().is_some_and(|c| c.is_uppercase() || "«“".contains(c)), "{text}");
        }
    }
}

#[test]
fn whom_to_ask_is_named() {
    let holders = vec![PersonName::new("ines"), PersonName::new("karim")];
    let commander = PersonName::new("alice");
    let whom = Whom::Role { role: Line::new("DSI"), holders, commander };
    assert_eq!(
        Lang::En.refusal(&Refusal::NotYours { whom }),
        "Only people with the role “DSI” can do this. Ask ines, karim, or the commander, alice."
    );
}

#[test]
fn who_stands_in_the_way_is_named_with_the_time_where_the_zone_is_known() {
    let is_done = |refusal: &Refusal| matches!(refusal, Refusal::TaskIs { state: "done", .. });
    let done = all().into_iter().find(is_done).unwrap();
    assert_eq!(
        Lang::Fr.refusal_in(&done, Paris),
        "«\u{a0}Couper le VPN\u{a0}» est déjà terminée (karim, 08:44)\u{a0}: rouvrez-la s'il reste quelque chose à faire."
    );
    assert_eq!(Lang::En.refusal(&done), "“Couper le VPN” is already done (karim): reopen it if work remains.");
    assert_eq!(Lang::En.refusal(&Refusal::Empty { what: Field::Reason }), "The reason is missing: enter a few words.");
}

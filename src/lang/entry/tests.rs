use super::*;
use crate::incident::{
    ActionChange, ActionId, Change, FindingId, HeaderEvent, LogEvent, NewAction, ReviewEvent, ServiceEvent, StepEvent,
    TaskEvent,
};
use crate::incident::{
    Health, Moment, Pace, Plan, Planned, PlannedService, PlannedStep, PlannedTask, Prose, Recorded, Role, Severity,
    Signature, StepKind,
};
use crate::incident::{Kind, Opened, PersonName, Situation, StepId, TaskId};
use chrono::NaiveTime;

fn plan() -> Plan {
    let day_end = StepKind::DayEnd { at: time(18), resume: time(8) };
    let task = PlannedTask {
        id: "restore.dsi.1".parse().unwrap(),
        role: "dsi".parse().unwrap(),
        title: Line::new("Restore"),
        planned: None,
    };
    let step = |id: &str, title: &str, kind, tasks| PlannedStep {
        id: id.parse().unwrap(),
        title: Line::new(title),
        kind,
        milestone: None,
        tasks,
    };
    Plan {
        title: Line::new("PRA"),
        roles: vec![Role { id: "dsi".parse().unwrap(), name: Line::new("DSI") }],
        steps: vec![
            step("restore", "Restore", StepKind::Phase { planned: Planned::minutes(60, 60) }, vec![task]),
            step("rest", "Rest", StepKind::Break { planned: Planned::minutes(15, 15) }, vec![]),
            step("night", "Night", day_end, vec![]),
        ],
        services: vec![service()],
        ..Plan::default()
    }
}

fn service() -> PlannedService {
    PlannedService {
        id: "mail".parse().unwrap(),
        name: Line::new("Mail"),
        priority: 1,
        rto: None,
        rpo: None,
        restored_by: None,
        health: Health::Down,
    }
}

fn time(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

fn first_of_december() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

fn opened(kind: Kind) -> Event {
    Event::Header(HeaderEvent::Opened(Box::new(Opened {
        incident: "20261122-x-aaaa".parse().unwrap(),
        title: Line::new("Crisis"),
        severity: Severity::Sev1,
        kind,
        pace: Pace { speed: 60, real_start: Moment::UNIX_EPOCH },
        situation: Situation::default(),
        zone: chrono_tz::Europe::Paris,
        commander: PersonName::new("alice"),
        plan: plan(),
    })))
}

fn recorded(seq: u64, event: Event) -> Recorded {
    let by = Signature::new("alice", "local");
    Recorded { seq: Seq(seq), at: Moment::UNIX_EPOCH, by, act: None, event }
}

/// What the log says of an event that is recorded behind an opening.
fn sentences(event: Event) -> (String, String) {
    let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
    let place = if matches!(event, Event::Header(HeaderEvent::Opened(_))) { Seq(1) } else { Seq(2) };
    if place == Seq(1) {
        incident = Incident::begin(&recorded(1, event)).unwrap();
    } else {
        incident.apply(&recorded(2, event));
    }
    let [en, fr] = Lang::ALL.map(|lang| lang.entry(&incident, incident.log.get(place).unwrap()).text);
    (fr, en)
}

#[test]
#[expect(clippy::too_many_lines, reason = "one case an event")]
fn every_event_has_a_sentence_in_both_languages() {
    let line = Line::new;
    let why = || Line::new("why");
    let step = || "restore".parse::<StepId>().unwrap();
    let night = || "night".parse::<StepId>().unwrap();
    let task = || "restore.dsi.1".parse::<TaskId>().unwrap();
    let unknown = |json: &str| Event::read(json.as_bytes()).unwrap();
    let added = |kind| {
        Event::Step(StepEvent::Added {
            step: Box::new(PlannedStep {
                id: "x".parse().unwrap(),
                title: line("X"),
                kind,
                milestone: None,
                tasks: vec![],
            }),
            after: None,
        })
    };
    let planned = Planned::minutes(45, 90);
    let situation = Situation { what: Prose::new("Mail"), since: line("3:00"), impact: Prose::new("all") };
    let cases = [
        (
            opened(Kind::Real),
            "a ouvert l'incident «~Crisis~» (SEV1, plan «~PRA~»)",
            "opened the incident “Crisis” (SEV1, plan “PRA”)",
        ),
        (
            opened(Kind::Exercise),
            "a ouvert l'exercice «~Crisis~» (SEV1, plan «~PRA~», vitesse ×60)",
            "opened the exercise “Crisis” (SEV1, plan “PRA”, speed ×60)",
        ),
        (
            Event::Header(HeaderEvent::Retitled { title: line("New") }),
            "a renommé l'incident en «~New~»",
            "renamed the incident to “New”",
        ),
        (
            Event::Header(HeaderEvent::SeveritySet { severity: Severity::Sev3 }),
            "a fixé la gravité à SEV3",
            "set the severity to SEV3",
        ),
        (
            Event::Header(HeaderEvent::SituationSet { situation: Box::new(situation) }),
            "a décrit la situation~: Mail · 3:00 · all",
            "described the situation: Mail · 3:00 · all",
        ),
        (
            Event::Header(HeaderEvent::ZoneSet { zone: chrono_tz::Asia::Tokyo }),
            "a changé le fuseau horaire de l'incident~: Asia/Tokyo",
            "changed the time zone to Asia/Tokyo",
        ),
        (
            Event::Header(HeaderEvent::Held { reason: why() }),
            "a suspendu l'incident~: why",
            "put the incident on hold: why",
        ),
        (Event::Header(HeaderEvent::Held { reason: line("") }), "a suspendu l'incident", "put the incident on hold"),
        (Event::Header(HeaderEvent::Resumed), "a repris l'incident", "resumed the incident"),
        (
            Event::Header(HeaderEvent::Closed { reason: why() }),
            "a clôturé l'incident~: why",
            "closed the incident: why",
        ),
        (
            Event::Header(HeaderEvent::Reopened { reason: why() }),
            "a rouvert l'incident~: why",
            "reopened the incident: why",
        ),
        (
            Event::Step(StepEvent::Started { step: step() }),
            "a démarré la phase «~Restore~»",
            "started the phase “Restore”",
        ),
        (
            Event::Step(StepEvent::Started { step: night() }),
            "a terminé la journée («~Night~»)",
            "ended the day (“Night”)",
        ),
        (
            Event::Step(StepEvent::Started { step: "rest".parse().unwrap() }),
            "a démarré la pause «~Rest~»",
            "started the break “Rest”",
        ),
        (
            Event::Step(StepEvent::Finished { step: step() }),
            "a terminé la phase «~Restore~»",
            "finished the phase “Restore”",
        ),
        (
            Event::Step(StepEvent::Finished { step: night() }),
            "a commencé la journée (après «~Night~»)",
            "started the day (after “Night”)",
        ),
        (
            Event::Step(StepEvent::Skipped { step: step(), reason: why() }),
            "a passé «~Restore~»~: why",
            "skipped “Restore”: why",
        ),
        (Event::Step(StepEvent::Reopened { step: step() }), "a rouvert «~Restore~»", "reopened “Restore”"),
        (
            Event::Step(StepEvent::Extended { step: step(), planned }),
            "a porté la durée prévue de «~Restore~» à 45~min~–~1~h~30",
            "changed the planned time of “Restore” to 45\u{a0}min–1h30",
        ),
        (
            Event::Step(StepEvent::DayEndSet { step: night(), at: time(19), resume: time(7) }),
            "a prévu «~Night~» à 19:00, reprise à 07:00",
            "scheduled “Night” for 19:00, work resuming at 07:00",
        ),
        (added(StepKind::Phase { planned }), "a ajouté la phase «~X~»", "added the phase “X”"),
        (added(StepKind::Break { planned }), "a ajouté la pause «~X~»", "added the break “X”"),
        (
            added(StepKind::DayEnd { at: time(18), resume: time(8) }),
            "a ajouté la fin de journée «~X~»",
            "added the end of day “X”",
        ),
        (
            Event::Step(StepEvent::Moved { step: step(), after: Some(night()) }),
            "a déplacé «~Restore~» après «~Night~»",
            "moved “Restore” after “Night”",
        ),
        (
            Event::Step(StepEvent::Moved { step: night(), after: None }),
            "a déplacé «~Night~» au début",
            "moved “Night” to the start",
        ),
        (
            Event::Task(TaskEvent::Added {
                task: Box::new(PlannedTask {
                    id: "restore.dsi.2".parse().unwrap(),
                    role: "dsi".parse().unwrap(),
                    title: line("More"),
                    planned: None,
                }),
            }),
            "a ajouté la tâche «~More~» (DSI)",
            "added the task “More” (DSI)",
        ),
        (Event::Task(TaskEvent::Started { task: task() }), "a démarré «~Restore~»", "started “Restore”"),
        (Event::Task(TaskEvent::Done { task: task() }), "a terminé «~Restore~»", "completed “Restore”"),
        (
            Event::Task(TaskEvent::Blocked { task: task(), reason: why() }),
            "a bloqué «~Restore~»~: why",
            "blocked “Restore”: why",
        ),
        (Event::Task(TaskEvent::Unblocked { task: task() }), "a débloqué «~Restore~»", "unblocked “Restore”"),
        (
            Event::Task(TaskEvent::Skipped { task: task(), reason: why() }),
            "a passé «~Restore~»~: why",
            "skipped “Restore”: why",
        ),
        (Event::Task(TaskEvent::Reopened { task: task() }), "a rouvert «~Restore~»", "reopened “Restore”"),
        (
            Event::Task(TaskEvent::Assigned { task: task(), person: Some(PersonName::new("karim")) }),
            "a affecté «~Restore~» à karim",
            "assigned “Restore” to karim",
        ),
        (
            Event::Task(TaskEvent::Assigned { task: task(), person: Some(PersonName::new("alice")) }),
            "a pris «~Restore~»",
            "took “Restore”",
        ),
        (
            Event::Task(TaskEvent::Assigned { task: task(), person: None }),
            "a retiré l'affectation de «~Restore~»",
            "unassigned “Restore”",
        ),
        (
            Event::Task(TaskEvent::Retitled { task: task(), title: line("New") }),
            "a renommé une tâche en «~New~»",
            "renamed a task to “New”",
        ),
        (
            Event::Task(TaskEvent::Commented { task: task(), text: Prose::new("hm") }),
            "à propos de «~Restore~»~: hm",
            "commented on “Restore”: hm",
        ),
        (Event::Log(LogEvent::Noted { text: Prose::new("hm") }), "hm", "hm"),
        (Event::Log(LogEvent::FactRecorded { text: Prose::new("hm") }), "hm", "hm"),
        (
            Event::Log(LogEvent::Decided {
                text: Prose::new("cut"),
                why: Prose::new("spread"),
                objections: Prose::new("cost"),
            }),
            "cut~: spread (objections~: cost)",
            "cut: spread (objections: cost)",
        ),
        (
            Event::Log(LogEvent::Decided {
                text: Prose::new("cut"),
                why: Prose::default(),
                objections: Prose::default(),
            }),
            "cut",
            "cut",
        ),
        (
            Event::Log(LogEvent::Corrected { entry: Seq(1), text: Prose::new("hm") }),
            "a corrigé l'entrée n°~1~: hm",
            "corrected entry 1: hm",
        ),
        (
            Event::Service(ServiceEvent::Added { service: Box::new(service()) }),
            "a ajouté le service «~Mail~» (en panne)",
            "added the service “Mail” (down)",
        ),
        (
            Event::Service(ServiceEvent::HealthSet { service: "mail".parse().unwrap(), health: Health::Up }),
            "a déclaré «~Mail~» en service",
            "marked “Mail” as up",
        ),
        (
            Event::Service(ServiceEvent::RestorePointSet {
                service: "mail".parse().unwrap(),
                to: "2026-11-22T01:00:00Z".parse().unwrap(),
            }),
            "a noté le point de restauration de «~Mail~»~: 22 nov. 02:00",
            "recorded the restore point of “Mail”: 22 Nov 02:00",
        ),
        (
            Event::Review(ReviewEvent::FindingAdded {
                finding: FindingId(2),
                text: Prose::new("hm"),
                about: Some(step()),
            }),
            "F2, sur «~Restore~»~: hm",
            "F2, about “Restore”: hm",
        ),
        (
            Event::Review(ReviewEvent::FindingAdded { finding: FindingId(2), text: Prose::new("hm"), about: None }),
            "F2~: hm",
            "F2: hm",
        ),
        (
            Event::Review(ReviewEvent::FindingCorrected { finding: FindingId(2), text: Prose::new("hm") }),
            "a corrigé le constat F2~: hm",
            "corrected finding F2: hm",
        ),
        (
            Event::Review(ReviewEvent::FindingDropped { finding: FindingId(2), reason: why() }),
            "a écarté le constat F2~: why",
            "dropped finding F2: why",
        ),
        (
            Event::Review(ReviewEvent::ActionAdded(Box::new(NewAction {
                action: ActionId(1),
                title: line("X"),
                owner: Some(PersonName::new("karim")),
                due: Some(first_of_december()),
                finding: Some(FindingId(2)),
            }))),
            "a ajouté l'action A1 «~X~» (affectée à karim, pour le 1er déc. 2026, suite au constat F2)",
            "added action A1 “X” (assigned to karim, due 1 Dec 2026, for finding F2)",
        ),
        (
            Event::Review(ReviewEvent::ActionChanged(Box::new(ActionChange {
                action: ActionId(1),
                title: Some(line("Y")),
                owner: Change::Clear,
                due: Change::Clear,
                finding: Change::Clear,
            }))),
            "a modifié l'action A1 (titre «~Y~», sans responsable, sans échéance, sans constat)",
            "changed action A1 (titled “Y”, unassigned, no due date, not linked to a finding)",
        ),
        (
            Event::Review(ReviewEvent::ActionFinished { action: ActionId(1), outcome: why() }),
            "a terminé l'action A1 «~…~»~: why",
            "completed action A1 “…”: why",
        ),
        (
            Event::Review(ReviewEvent::ActionReopened { action: ActionId(1) }),
            "a rouvert l'action A1 «~…~»",
            "reopened action A1 “…”",
        ),
        (
            Event::Review(ReviewEvent::ActionDropped { action: ActionId(1), reason: why() }),
            "a abandonné l'action A1 «~…~»~: why",
            "dropped action A1 “…”: why",
        ),
        (Event::Undone { act: Seq(9) }, "a annulé l'entrée n°~9", "undid entry 9"),
        (
            Event::Header(HeaderEvent::ClockJumped { by: -3_600_000 }),
            "l'horloge de la machine s'est décalée de −1~h~; celle de l'incident n'est pas affectée",
            "the machine's clock jumped by −1h; the incident's clock was not affected",
        ),
        (
            Event::Header(HeaderEvent::TailSetAside { bytes: 1 }),
            "a mis de côté un octet d'une écriture interrompue",
            "set aside one byte of an interrupted write",
        ),
        (
            Event::Header(HeaderEvent::TailSetAside { bytes: 812 }),
            "a mis de côté 812 octets d'une écriture interrompue",
            "set aside 812 bytes of an interrupted write",
        ),
        (
            Event::Header(HeaderEvent::LogMoved { reason: "copie reprise".into() }),
            "continue ici la main courante d'une autre machine~; les messages en attente ne sont pas envoyés d'ici (copie reprise)",
            "continued the incident on this machine; messages pending on the other one will not be sent (copie reprise)",
        ),
        (
            unknown(r#"{"type":"commander_\u001bchanged","to":"zoe"}"#),
            "événement d'une version plus récente~: commander_changed",
            "event from a newer version: commander_changed",
        ),
        (
            unknown(r#"{"kind":3}"#),
            "événement d'une version plus récente, sans nom",
            "event from a newer version, unnamed",
        ),
    ];
    for (event, fr, en) in cases {
        assert_eq!(sentences(event), (fr.replace('~', "\u{a0}"), en.to_owned()));
    }
}

#[test]
fn a_step_that_is_gone_is_named_by_its_id() {
    assert_eq!(sentences(Event::Step(StepEvent::Reopened { step: "gone".parse().unwrap() })).1, "reopened “gone”");
    assert_eq!(
        sentences(Event::Task(TaskEvent::Done { task: "gone.dsi.1".parse().unwrap() })).1,
        "completed “gone.dsi.1”"
    );
}

#[test]
fn an_undo_names_all_that_the_act_did() {
    let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
    let act = |seq, event| Recorded { act: Some(Seq(2)), ..recorded(seq, event) };
    let added = |title: &str| {
        Event::Step(StepEvent::Added {
            step: Box::new(PlannedStep {
                id: StepId::free_for(title, |_| false),
                title: Line::new(title),
                kind: StepKind::Phase { planned: Planned::minutes(45, 90) },
                milestone: None,
                tasks: vec![],
            }),
            after: None,
        })
    };
    incident.apply(&recorded(2, added("X")));
    incident.apply(&act(3, Event::Step(StepEvent::Started { step: "x".parse().unwrap() })));
    incident.apply(&recorded(4, Event::Undone { act: Seq(2) }));
    let sentences = |lang: Lang| lang.entry(&incident, incident.log.get(Seq(4)).unwrap()).text;
    assert_eq!(sentences(Lang::En), "undid: added the phase “X”, started the phase “x”");
}

#[test]
fn a_corrected_decision_shows_both_texts() {
    let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
    let decided =
        Event::Log(LogEvent::Decided { text: Prose::new("cut"), why: Prose::default(), objections: Prose::default() });
    incident.apply(&recorded(2, decided));
    incident.apply(&recorded(3, Event::Log(LogEvent::Corrected { entry: Seq(2), text: Prose::new("cut now") })));
    let entry_text = Lang::Fr.entry(&incident, incident.log.get(Seq(2)).unwrap());
    let expected =
        EntryText { what: "DÉCISION".to_owned(), text: "cut now".to_owned(), struck: Some("cut".to_owned()) };
    assert_eq!(entry_text, expected);
}

/// The sentences of events that are recorded one after the other, the last one in French and English.
fn last_of(events: &[(&str, &str)]) -> (String, String) {
    let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
    for (seq, (person, json)) in (2..).zip(events) {
        let event = Event::read(json.as_bytes()).unwrap();
        assert!(!matches!(event, Event::Unknown(_)), "{json}");
        incident.apply(&Recorded { by: Signature::new(person, "local"), ..recorded(seq, event) });
    }
    let last = incident.log.iter().next_back().unwrap();
    let [en, fr] = Lang::ALL.map(|lang| lang.entry(&incident, last).text);
    (fr.replace('\u{a0}', "~"), en.replace('\u{a0}', "~"))
}

/// Events by their authors, and the sentences of the last one in French and English.
type Case = (&'static [(&'static str, &'static str)], &'static str, &'static str);

#[test]
#[expect(clippy::too_many_lines, reason = "one case an event")]
fn calls_duties_and_updates_name_who_did_what_before() {
    const ASKED: (&str, &str) = ("ines", r#"{"type":"help_asked","text":"Hands","task":"restore.dsi.1"}"#);
    const OFFERED: (&str, &str) = ("alice", r#"{"type":"offered","duty":"command","to":"zoe"}"#);
    const PROPOSED: (&str, &str) =
        ("ines", r#"{"type":"update_proposed","audience":"team","occasion":"progress","text":"On"}"#);
    const POSTED: (&str, &str) =
        ("alice", r#"{"type":"update_posted","audience":"team","occasion":"progress","text":"On"}"#);
    let cases: &[Case] = &[
        (&[ASKED], "pour «~Restore~»~: Hands", "for “Restore”: Hands"),
        (
            &[ASKED, ("zoe", r#"{"type":"help_answered","call":2}"#)],
            "a traité l'appel à l'aide lancé par ines (entrée n°~2)",
            "resolved ines's call for help (entry 2)",
        ),
        (
            &[ASKED, ("ines", r#"{"type":"help_answered","call":2}"#)],
            "n'a plus besoin d'aide (entrée n°~2)",
            "no longer needs help (entry 2)",
        ),
        (
            &[("ines", r#"{"type":"help_answered","call":99}"#)],
            "n'a plus besoin d'aide (entrée n°~99)",
            "no longer needs help (entry 99)",
        ),
        (&[OFFERED], "a proposé la direction de crise à zoe", "offered command to zoe"),
        (
            &[OFFERED, ("zoe", r#"{"type":"offer_dropped","duty":"command"}"#)],
            "a décliné la direction de crise",
            "declined command",
        ),
        (
            &[OFFERED, ("alice", r#"{"type":"offer_dropped","duty":"command"}"#)],
            "a retiré sa proposition de passer la direction de crise",
            "withdrew the offer of command",
        ),
        (
            &[OFFERED, ("zoe", r#"{"type":"handed_over","duty":"command","from":"alice","to":"zoe"}"#)],
            "a pris la direction de crise, transmise par alice",
            "took command, handed over by alice",
        ),
        (
            &[("zoe", r#"{"type":"handed_over","duty":{"role":"dsi"},"from":"ines","to":"zoe"}"#)],
            "a repris le rôle «~DSI~», transmis par ines",
            "took over the role “DSI” from ines",
        ),
        (
            &[("alice", r#"{"type":"role_revoked","role":"gone","from":"zoe"}"#)],
            "a retiré le rôle «~gone~» à zoe",
            "revoked the role “gone” from zoe",
        ),
        (
            &[("zoe", r#"{"type":"command_taken","from":"alice","reason":"Asleep"}"#)],
            "a pris la direction de crise, tenue jusque-là par alice~: Asleep",
            "took command from alice: Asleep",
        ),
        (
            &[("warroom", r#"{"type":"step_late","step":"rest"}"#)],
            "la pause «~Rest~» dépasse sa durée prévue",
            "the break “Rest” is over its planned time",
        ),
        (&[PROPOSED], "point pour «~team~»~: On", "update for “team”: On"),
        (
            &[PROPOSED, ("alice", r#"{"type":"update_dropped","proposal":2}"#)],
            "a écarté le point de situation proposé à l'entrée n°~2",
            "dropped the update proposed in entry 2",
        ),
        (
            &[
                PROPOSED,
                (
                    "alice",
                    r#"{"type":"update_posted","audience":"team","occasion":"progress","text":"Off","proposal":2}"#,
                ),
            ],
            "pour «~team~», proposé par ines~: Off",
            "for “team”, proposed by ines: Off",
        ),
        (
            // One's own proposal is approved without a word on it.
            &[
                PROPOSED,
                (
                    "ines",
                    r#"{"type":"update_posted","audience":"team","occasion":"progress","text":"On","proposal":2}"#,
                ),
            ],
            "pour «~team~»~: On",
            "for “team”: On",
        ),
        (
            &[POSTED, ("warroom", r#"{"type":"update_addressed","update":2,"targets":["chat","mail"]}"#)],
            "envoie le point n°~2 à chat, mail",
            "queued update 2 for chat, mail",
        ),
        (
            &[POSTED, ("warroom", r#"{"type":"update_addressed","update":2,"targets":[]}"#)],
            "n'a consigné le point n°~2 que dans la main courante~: ses destinataires n'ont aucun canal",
            "kept update 2 in the log only: its audience has no channel",
        ),
        (
            &[POSTED, ("warroom", r#"{"type":"part_sent","message":2,"target":"chat","part":3}"#)],
            "a remis la partie 3 du point n°~2 à chat",
            "delivered part 3 of update 2 to chat",
        ),
        (
            &[POSTED, ("warroom", r#"{"type":"delivered","message":2,"target":"chat","repeat":true}"#)],
            "a remis le point n°~2 à chat, peut-être deux fois",
            "delivered update 2 to chat, possibly twice",
        ),
        (
            &[("warroom", r#"{"type":"delivered","message":2,"target":"chat"}"#)],
            "a remis le message n°~2 à chat",
            "delivered message 2 to chat",
        ),
        (
            &[POSTED, ("warroom", r#"{"type":"delivery_failed","message":2,"target":"chat","reason":"Gone"}"#)],
            "le point n°~2 n'a pas été remis à chat~: Gone",
            "update 2 did not reach chat: Gone",
        ),
        (
            &[POSTED, ("warroom", r#"{"type":"delivery_delayed","message":2,"target":"chat","reason":"Busy"}"#)],
            "n'a pas encore pu remettre le point n°~2 à chat (Busy)~; nouvel essai prévu",
            "could not deliver update 2 to chat (will retry): Busy",
        ),
        (
            &[POSTED, ("alice", r#"{"type":"delivery_retried","message":2,"target":"chat"}"#)],
            "fait renvoyer le point n°~2 à chat",
            "requested another attempt to send update 2 to chat",
        ),
        (
            &[("warroom", r#"{"type":"pushed","target":"chat","audience":"team","through":1,"text":"New"}"#)],
            "annonce à chat~: New",
            "queued an automatic message for chat: New",
        ),
        (
            &[("warroom", r#"{"type":"pushed","target":"chat","audience":"team","through":1}"#)],
            "annoncera à chat ce qui suit l'entrée n°~1",
            "will notify chat of events after entry 1",
        ),
    ];
    for (events, fr, en) in cases {
        assert_eq!(last_of(events), ((*fr).to_owned(), (*en).to_owned()), "{events:?}");
    }
}

#[test]
fn a_cadence_names_severities_only_if_they_differ() {
    let set = |every: &str| {
        let event = format!(r#"{{"type":"audience_set","audience":{{"id":"t","name":"T"{every}}}}}"#);
        let (fr, en) = last_of(&[("alice", &event)]);
        (fr.split_once("~: ").unwrap().1.to_owned(), en.split_once(": ").unwrap().1.to_owned())
    };
    let cases = [
        ("", "sans cadence", "no cadence"),
        (r#","every":{"sev1":1800,"sev2":1800,"sev3":1800,"sev4":1800}"#, "30~min entre deux points", "every 30~min"),
        (
            r#","every":{"sev1":1800,"sev2":1800,"sev3":1800}"#,
            "30~min en SEV1, 30~min en SEV2, 30~min en SEV3",
            "30~min at SEV1, 30~min at SEV2, 30~min at SEV3",
        ),
        (r#","every":{"sev2":5400,"sev4":86400}"#, "1~h~30 en SEV2, 24~h en SEV4", "1h30 at SEV2, 24h at SEV4"),
    ];
    for (every, fr, en) in cases {
        assert_eq!(set(every), (fr.to_owned(), en.to_owned()), "{every}");
    }
}

#[test]
fn labels_stand_out_in_the_language_of_the_reader() {
    let label = |json: &str| {
        let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
        incident.apply(&recorded(2, Event::read(json.as_bytes()).unwrap()));
        Lang::ALL.map(|lang| lang.entry(&incident, incident.log.get(Seq(2)).unwrap()).what)
    };
    let labelled = [
        r#"{"type":"decided","text":"x"}"#,
        r#"{"type":"fact_recorded","text":"x"}"#,
        r#"{"type":"help_asked","text":"x"}"#,
        r#"{"type":"command_taken","from":"zoe","reason":"x"}"#,
        r#"{"type":"handed_over","duty":"command","from":"zoe","to":"ines"}"#,
        r#"{"type":"update_posted","audience":"t","occasion":"progress","text":"x"}"#,
        r#"{"type":"update_proposed","audience":"t","occasion":"progress","text":"x"}"#,
        r#"{"type":"delivery_failed","message":1,"target":"t","reason":"x"}"#,
        r#"{"type":"step_late","step":"restore"}"#,
        r#"{"type":"finding_added","finding":"F1","text":"x"}"#,
    ];
    for json in labelled {
        let [en, fr] = label(json);
        assert!(!en.is_empty() && !fr.is_empty(), "{json}");
        assert!([&en, &fr].iter().all(|text| text.chars().all(|c| !c.is_lowercase())), "{en} {fr}");
    }
    let plain = [
        r#"{"type":"noted","text":"x"}"#,
        r#"{"type":"handed_over","duty":{"role":"dsi"},"from":"zoe","to":"ines"}"#,
        r#"{"type":"help_answered","call":1}"#,
        r#"{"type":"delivered","message":1,"target":"t"}"#,
        r#"{"type":"of_tomorrow"}"#,
    ];
    for json in plain {
        assert_eq!(label(json), ["", ""], "{json}");
    }
}

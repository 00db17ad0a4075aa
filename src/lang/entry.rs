//! Entries of the log, as the sentence that follows a person's name.

mod duty;
mod header;
mod help;
mod log;
mod names;
mod review;
mod service;
mod step;
mod task;
mod update;

use super::Lang;
use crate::incident::{Entry, Event, Incident, Line, Log, Seq};

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryText {
    /// A label that stands out, `DÉCISION`; empty for most.
    pub what: String,
    pub text: String,
    /// What it said before it was corrected, to be shown struck.
    pub struck: Option<String>,
}

impl Lang {
    /// What an entry of the log says.
    pub fn entry(self, incident: &Incident, entry: &Entry) -> EntryText {
        let what = self.label(&entry.event);
        let first = self.told(incident, entry);
        match &entry.correction {
            Some(correction) => {
                EntryText { what, text: correction.text.as_str().to_owned(), struck: Some(first) }
            }
            None => EntryText { what, text: first, struck: None },
        }
    }

    /// The label that stands out before the sentence; empty for most.
    fn label(self, event: &Event) -> String {
        let kind = match event {
            Event::Log(event) => log::label(event),
            Event::Help(event) => help::label(event),
            Event::Duty(event) => duty::label(event),
            Event::Update(event) => update::label(event),
            Event::Step(event) => step::label(event),
            Event::Review(event) => review::label(event),
            _ => "",
        };
        if kind.is_empty() { String::new() } else { self.say_with("log-label", &[("kind", kind.into())]) }
    }

    /// The label and the sentence, for a place where nothing but the text tells what it was.
    fn labelled(self, incident: &Incident, entry: &Entry) -> String {
        let label = self.label(&entry.event);
        let told = self.told(incident, entry);
        if label.is_empty() { told } else { format!("{label} {told}") }
    }

    /// The sentence as it was first written.
    fn told(self, incident: &Incident, entry: &Entry) -> String {
        match &entry.event {
            Event::Header(event) => self.header_sentence(event),
            Event::Step(event) => self.step_sentence(incident, event),
            Event::Task(event) => self.task_sentence(incident, entry, event),
            Event::Log(event) => self.log_sentence(event),
            Event::Service(event) => self.service_sentence(incident, event),
            Event::Help(event) => self.help_sentence(incident, entry, event),
            Event::Duty(event) => self.duty_sentence(incident, entry, event),
            Event::Update(event) => self.update_sentence(incident, entry, event),
            Event::Review(event) => self.review_sentence(incident, event),
            Event::Undone { act } => {
                let undone = taken_back(&incident.log, entry).map(|undone| self.labelled(incident, undone));
                match undone.collect::<Vec<_>>()[..] {
                    [] => self.say_with("log-undone-bare", &[("act", act.0.into())]),
                    ref what => self.say_with("log-undone", &[("what", what.join(", ").into())]),
                }
            }
            Event::Unknown(fields) => match fields.get("type").and_then(serde_json::Value::as_str) {
                // The name comes from the file as it stands: nobody has cleaned it yet.
                Some(name) => {
                    self.say_with("log-unknown", &[("type", Line::new(name).as_str().to_owned().into())])
                }
                None => self.say("log-unknown-nameless"),
            },
        }
    }
}

/// Passes on all words of an entry that a search looks into.
pub fn entry_words(incident: &Incident, entry: &Entry, each: &mut impl FnMut(&str)) {
    each(entry.by.person.as_str());
    if let Some(correction) = &entry.correction {
        each(correction.text.as_str());
    }
    match &entry.event {
        Event::Log(event) => log::words(event, each),
        Event::Task(event) => task::words(incident, event, each),
        Event::Step(event) => step::words(incident, event, each),
        Event::Service(event) => service::words(incident, event, each),
        Event::Header(event) => header::words(event, each),
        Event::Review(event) => review::words(incident, event, each),
        Event::Help(event) => help::words(incident, event, each),
        Event::Duty(event) => duty::words(event, each),
        Event::Update(event) => update::words(incident, event, each),
        Event::Undone { .. } | Event::Unknown(_) => {}
    }
}

/// The entries of the act that an undo took back; none where it would be told in circles.
fn taken_back<'a>(log: &'a Log, undo: &Entry) -> impl Iterator<Item = &'a Entry> {
    let first = if let Event::Undone { act } = undo.event { act.0 } else { undo.seq.0 };
    // A record that an undo took back names it, but one read from elsewhere may not.
    let by = undo.seq;
    (first..undo.seq.0)
        .map_while(|seq| log.get(Seq(seq)))
        .take_while(move |entry| entry.seq.0 == first || entry.undone == Some(by))
        .filter(|entry| !matches!(entry.event, Event::Undone { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        ActionChange, ActionId, Change, FindingId, HeaderEvent, LogEvent, NewAction, ReviewEvent,
        ServiceEvent, StepEvent, TaskEvent,
    };
    use crate::incident::{
        Health, Moment, Pace, Plan, Planned, PlannedService, PlannedStep, PlannedTask, Prose, Recorded, Role,
        Severity, Signature, StepKind,
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
    fn told(event: Event) -> (String, String) {
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
    fn every_event_is_told_in_both_languages() {
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
        let situation =
            Situation { what: Prose::new("Mail"), since: line("3:00"), impact: Prose::new("all") };
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
            (
                Event::Header(HeaderEvent::Held { reason: line("") }),
                "a suspendu l'incident",
                "put the incident on hold",
            ),
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
            (
                Event::Step(StepEvent::Reopened { step: step() }),
                "a rouvert «~Restore~»",
                "reopened “Restore”",
            ),
            (
                Event::Step(StepEvent::Extended { step: step(), planned }),
                "a porté la durée prévue de «~Restore~» à 45~min~–~1~h~30",
                "changed the planned time of “Restore” to 45\u{a0}min–1h30",
            ),
            (
                Event::Step(StepEvent::DayEndSet { step: night(), at: time(19), resume: time(7) }),
                "a prévu «~Night~» à 19:00, reprise à 07:00",
                "planned “Night” at 19:00, work resuming at 07:00",
            ),
            (added(StepKind::Phase { planned }), "a ajouté la phase «~X~»", "added the phase “X”"),
            (added(StepKind::Break { planned }), "a ajouté la pause «~X~»", "added the break “X”"),
            (
                added(StepKind::DayEnd { at: time(18), resume: time(8) }),
                "a ajouté la fin de journée «~X~»",
                "added the day end “X”",
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
            (
                Event::Task(TaskEvent::Unblocked { task: task() }),
                "a débloqué «~Restore~»",
                "unblocked “Restore”",
            ),
            (
                Event::Task(TaskEvent::Skipped { task: task(), reason: why() }),
                "a passé «~Restore~»~: why",
                "skipped “Restore”: why",
            ),
            (
                Event::Task(TaskEvent::Reopened { task: task() }),
                "a rouvert «~Restore~»",
                "reopened “Restore”",
            ),
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
                "about “Restore”: hm",
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
                Event::Service(ServiceEvent::HealthSet {
                    service: "mail".parse().unwrap(),
                    health: Health::Up,
                }),
                "a déclaré «~Mail~» en service",
                "declared “Mail” up",
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
                Event::Review(ReviewEvent::FindingAdded {
                    finding: FindingId(2),
                    text: Prose::new("hm"),
                    about: None,
                }),
                "F2~: hm",
                "F2: hm",
            ),
            (
                Event::Review(ReviewEvent::FindingCorrected {
                    finding: FindingId(2),
                    text: Prose::new("hm"),
                }),
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
                "a modifié l'action A1 (intitulé «~Y~», sans responsable, sans échéance, sans constat)",
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
                "continued another machine's log here; messages pending there will not be sent from here (copie reprise)",
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
            assert_eq!(told(event), (fr.replace('~', "\u{a0}"), en.to_owned()));
        }
    }

    #[test]
    fn a_step_that_is_gone_is_told_by_its_id() {
        assert_eq!(
            told(Event::Step(StepEvent::Reopened { step: "gone".parse().unwrap() })).1,
            "reopened “gone”"
        );
        assert_eq!(
            told(Event::Task(TaskEvent::Done { task: "gone.dsi.1".parse().unwrap() })).1,
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
                    id: StepId::from_title(title),
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
        let told = |lang: Lang| lang.entry(&incident, incident.log.get(Seq(4)).unwrap()).text;
        assert_eq!(told(Lang::En), "undid: added the phase “X”, started the phase “x”");
    }

    #[test]
    fn a_corrected_decision_shows_both_texts() {
        let mut incident = Incident::begin(&recorded(1, opened(Kind::Real))).unwrap();
        let decided = Event::Log(LogEvent::Decided {
            text: Prose::new("cut"),
            why: Prose::default(),
            objections: Prose::default(),
        });
        incident.apply(&recorded(2, decided));
        incident.apply(&recorded(
            3,
            Event::Log(LogEvent::Corrected { entry: Seq(2), text: Prose::new("cut now") }),
        ));
        let telling = Lang::Fr.entry(&incident, incident.log.get(Seq(2)).unwrap());
        let expected = EntryText {
            what: "DÉCISION".to_owned(),
            text: "cut now".to_owned(),
            struck: Some("cut".to_owned()),
        };
        assert_eq!(telling, expected);
    }
}

//! Tests of revising a plan by recordings: the bundled plan and the journals of `tests/sessions`.

use super::*;
use crate::lang::Lang;
use crate::replay::{Limit, Recording, read as read_recording};
use crate::runbook::{builtin, read};

const MARS: &str = include_str!("../../../tests/sessions/mars.jsonl");
const JUIN: &str = include_str!("../../../tests/sessions/juin.jsonl");
const OCTOBRE: &str = include_str!("../../../tests/sessions/octobre.jsonl");

fn recordings(journals: &[&str]) -> Vec<Recording> {
    journals.iter().map(|journal| read_recording(journal.as_bytes(), Limit::default()).unwrap()).collect()
}

fn past(recordings: &[Recording]) -> Vec<Past<'_>> {
    recordings.iter().map(|it| Past { incident: &it.incident, history: &it.history }).collect()
}

fn bundled() -> &'static str {
    builtin()[0].source
}

fn revised(source: &str, recordings: &[Recording]) -> (Revision, String) {
    let plan = read(source, "plan.toml").unwrap_or_else(|problems| panic!("{}", problems[0].render(Lang::En)));
    let revision = Revision::of(&plan, &past(recordings)).unwrap();
    let written = revision.write(source, "plan.toml").unwrap_or_else(|error| panic!("{error:?}\n{source}"));
    (revision, written)
}

/// `planned | real times | proposed`, all of them in whole minutes; the rule of docs/after.md, done by hand.
#[test]
fn the_ranges_of_three_recordings_are_those_that_a_reader_computes() {
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
    let recordings = recordings(&[MARS, JUIN, OCTOBRE]);
    let (revision, _) = revised(bundled(), &recordings);
    let shown = |it: &Ranged<StepId>| {
        let times: Vec<String> = it.times.iter().map(|time| time.minutes.to_string()).collect();
        (it.id.to_string(), format!("{} | {} | {}", it.planned, times.join(" "), it.proposed))
    };
    let shown: Vec<_> = revision.steps.iter().map(shown).collect();
    let by_hand: Vec<_> = by_hand.iter().map(|(id, line)| ((*id).to_owned(), (*line).to_owned())).collect();
    assert_eq!(shown, by_hand);
}

#[test]
fn few_recordings_only_widen_and_the_minute_is_what_counts() {
    let of = |planned: Option<&str>, minutes: &[u32]| {
        let times: Vec<Time> = minutes.iter().map(|minutes| Time { recording: 0, minutes: *minutes }).collect();
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
    assert_eq!(of(None, &[u32::MAX]).unwrap(), Planned { min: Planned::MOST, max: Planned::MOST }.to_string());
}

#[test]
fn what_was_added_in_most_recordings_is_taken_into_the_plan() {
    let recordings = recordings(&[MARS, JUIN, OCTOBRE]);
    let (revision, written) = revised(bundled(), &recordings);
    let new: Vec<_> = revision
        .new_tasks
        .iter()
        .map(|new| format!("{} {} {:?} of {} {}", new.step, new.role, new.often.recordings, new.often.of, new.taken))
        .collect();
    assert_eq!(new, ["activate sysadmin [0, 2] of 3 true", "rebuild dev [1] of 3 false"]);
    let [step] = &revision.new_steps[..] else { panic!("one step was added") };
    assert_eq!(step.after.as_ref().unwrap().as_str(), "restore-2");
    assert_eq!(step.step.kind.planned().unwrap().to_string(), "30m..45m");
    assert_eq!(step.often.recordings, [1, 2]);
    assert!(written.contains(
        "tasks.sysadmin = [\"Préparer la mise en œuvre du PRA sur l'infrastructure\", \
         \"Révoquer les jetons d'accès des prestataires\"]\n"
    ));
    assert!(written.contains(
        "\n\n[[step]]\nphase = \"Contrôle des accès des prestataires\"\nid = \"controle-des-acces-des\"\n\
         planned = \"30m..45m\"\ntasks.sysadmin = [\"Comparer les accès ouverts à la liste des contrats\"]\n\n[[step]]\n"
    ));
    // With one recording, once is always.
    let (revision, _) = revised(bundled(), &recordings[1..2]);
    assert!(revision.new_tasks.iter().all(|new| new.taken));
    // With two, both have to have had it.
    let (revision, _) = revised(bundled(), &recordings[..2]);
    assert!(revision.new_tasks.iter().all(|new| !new.taken) && !revision.new_steps[0].taken);
}

#[test]
fn what_nobody_ever_does_and_real_downtimes_are_remarked() {
    let recordings = recordings(&[MARS, JUIN, OCTOBRE]);
    let (revision, written) = revised(bundled(), &recordings);
    let always: Vec<_> = revision.skipped.iter().filter(|it| it.often.is_always()).collect();
    assert_eq!(always.len(), 1);
    assert_eq!(always[0].task.as_ref().unwrap().as_str(), "restore.direction.1");
    assert!(written.contains(
        "# warroom: «\u{a0}Utiliser les services en mode dégradé\u{a0}»\u{a0}: toujours passée (3 incidents sur 3)\n\
         tasks.direction = [\"Utiliser les services en mode dégradé\"]\n"
    ));
    let mail = revision.services.iter().find(|it| it.service.as_str() == "mail").unwrap();
    // Down from 02:58 to 11:40; from 08:00 to 13:30; from Saturday 05:10 to Sunday 10:00, clocks back an hour.
    assert_eq!(mail.times.iter().map(|time| time.minutes).collect::<Vec<_>>(), [522, 330, 1790]);
    assert_eq!(mail.missed(), Some(1));
    assert!(written.contains(
        "# warroom: durée de panne 8\u{a0}h\u{a0}42, 5\u{a0}h\u{a0}30, 29\u{a0}h\u{a0}50\u{a0}; RTO dépassé 1 fois sur 3\nrto = \"24h\"\n"
    ));
}

#[test]
fn a_revised_plan_keeps_its_text_and_is_not_revised_again_by_the_same_recordings() {
    let recordings = recordings(&[MARS, JUIN, OCTOBRE]);
    for count in 1..=3 {
        for first in 0..=3 - count {
            let (_, once) = revised(bundled(), &recordings[first..first + count]);
            let (revision, twice) = revised(&once, &recordings[first..first + count]);
            assert_eq!(once, twice);
            assert!(!revision.steps.iter().any(Ranged::changes));
            assert!(!revision.new_tasks.iter().any(|new| new.taken) && !revision.new_steps.iter().any(|new| new.taken));
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
fn the_other_language_of_a_plan_learns_from_the_same_recordings() {
    let recordings = recordings(&[MARS, JUIN, OCTOBRE]);
    let (revision, written) = revised(builtin()[1].source, &recordings);
    assert_eq!(revision.steps[0].proposed.to_string(), "50m..1h40");
    assert!(
        written.contains("# warroom: actual downtime 8h42, 5h30, 29h50; objective missed in 1 of 3\nrto = \"24h\"\n")
    );
}

#[test]
fn a_recording_of_another_plan_is_not_taken_for_one_of_this() {
    let recordings = recordings(&[MARS]);
    let plan = read(crate::runbook::sample(Lang::Fr), "plan.toml").unwrap();
    assert_eq!(Revision::of(&plan, &past(&recordings)), Err(Foreign::OtherPlan(0)));
}

/// A recording of a plan: what is done at which minute, `start a`, `finish a`, `add a dev New`, `begin a.dev.1`,
/// `done a.dev.1`, `skip a.dev.2`, `new a Title`, `hold`, `resume`, `close`.
fn lived(plan: &Plan, asks: &[(i64, &str)]) -> Recording {
    use crate::incident::{
        Command, Context, Event, HeaderCommand, IncidentId, Kind, Moment, Open, Pace, Recorded, Seq, Severity,
        Signature, Situation, Span, StepCommand, TaskCommand, decide, open,
    };
    let start: Moment = "2026-11-22T08:00:00Z".parse().unwrap();
    let by = Signature::new("alice", "test");
    let opening = Open {
        incident: "20261122-x-aaaa".parse::<IncidentId>().unwrap(),
        title: "X".into(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: start },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        plan: plan.clone(),
    };
    let event = open(opening, &Context::owner(start, by.clone())).unwrap();
    let first = Recorded { seq: Seq(1), at: start, by: by.clone(), act: None, event };
    let mut incident = Incident::begin(&first).unwrap();
    let mut history = History::begin(&incident);
    for (minute, ask) in asks {
        let words: Vec<&str> = ask.splitn(4, ' ').collect();
        let step = || words[1].parse().unwrap();
        let task = || words[1].parse().unwrap();
        let command = match words[0] {
            "start" => Command::Step(StepCommand::Start { step: step() }),
            "finish" => Command::Step(StepCommand::Finish { step: step() }),
            "skip" if words[1].contains('.') => Command::Task(TaskCommand::Skip { task: task(), reason: "x".into() }),
            "skip" => Command::Step(StepCommand::Skip { step: step(), reason: "x".into() }),
            "add" => Command::Task(TaskCommand::Add {
                step: step(),
                role: words[2].parse().unwrap(),
                title: words[3].into(),
                planned: None,
            }),
            "new" | "rest" => {
                let planned = Planned::minutes(1, 1);
                let kind = if words[0] == "new" { StepKind::Phase { planned } } else { StepKind::Break { planned } };
                let title = ask.splitn(3, ' ').nth(2).unwrap().into();
                Command::Step(StepCommand::Add { title, kind, after: step_or_front(words[1]) })
            }
            "begin" => Command::Task(TaskCommand::Start { task: task() }),
            "done" => Command::Task(TaskCommand::Finish { task: task() }),
            "hold" => Command::Header(HeaderCommand::Hold { reason: "x".into() }),
            "resume" => Command::Header(HeaderCommand::Resume),
            "close" => Command::Header(HeaderCommand::Close { reason: "x".into() }),
            other => panic!("no such ask: {other}"),
        };
        let at = start + Span::minutes(*minute);
        let context = Context::owner(at, by.clone());
        let events: Vec<Event> =
            decide(&incident, command, &context).unwrap_or_else(|refusal| panic!("{ask}: {refusal:?}"));
        for event in events {
            let seq = incident.seq.next();
            history.follow(&mut incident, &Recorded { seq, at, by: by.clone(), act: None, event });
        }
    }
    let head = crate::journal::Head { seq: incident.seq, ..crate::journal::Head::default() };
    Recording { records: incident.seq.0, incident, history, head, damage: None }
}

fn step_or_front(text: &str) -> Option<StepId> {
    Some(text).filter(|text| *text != "-").map(|text| text.parse().unwrap())
}

/// The text before and after, of one in which `⟦before|after⟧` stands where it changes.
fn both(text: &str) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    let mut rest = text;
    while let Some((kept, tail)) = rest.split_once('⟦') {
        let (change, tail) = tail.split_once('⟧').unwrap();
        let (old, new) = change.split_once('|').unwrap();
        before = before + kept + old;
        after = after + kept + new;
        rest = tail;
    }
    (before + rest, after + rest)
}

/// What happens in the recording that each of the texts below is revised by: a takes 30 minutes and gets two tasks of a
/// role that has some and one of a role that has none, one with a planned time takes 8 minutes, a phase and a break
/// are put behind it.
const STORY: &[(i64, &str)] = &[
    (0, "start a"),
    (1, "begin a.dev.2"),
    (2, "add a dev New \"one\""),
    (3, "add a dev New, two"),
    (4, "add a ops Watch"),
    (9, "done a.dev.2"),
    (30, "finish a"),
    (30, "new a Check again"),
    (31, "start check-again"),
    (44, "finish check-again"),
    (44, "rest check-again Breath"),
    (45, "start breath"),
    (50, "finish breath"),
    (50, "start b"),
    (60, "finish b"),
    (61, "close"),
];

fn is_revised_so(text: &str) {
    for newline in ["\n", "\r\n"] {
        for mark in ["", "\u{feff}"] {
            let (before, after) = both(&format!("{mark}{text}"));
            let (before, after) = (before.replace('\n', newline), after.replace('\n', newline));
            let plan = read(&before, "plan.toml").unwrap_or_else(|problems| panic!("{}", problems[0].render(Lang::En)));
            let recording = [lived(&plan, STORY)];
            let (_, written) = revised(&before, &recording);
            assert_eq!(written, after, "{newline:?}");
            let (_, again) = revised(&written, &recording);
            assert_eq!(again, written, "a second time");
        }
    }
}

#[test]
fn only_what_changes_is_changed_in_dotted_keys_and_lists_over_several_lines() {
    is_revised_so(
        r#"# planned = "10m..20m"
format   =   1
title= 'Plan'   # of odd spacing
backout = """
[[step]]
phase = "a"
# warroom: this is part of a text
planned = "10m..20m"
"""

role = [ {id="dev",name="Dev"},{ id = "ops", name = "Ops" } ]

  [[ step ]]   # the first
	phase = "A"
  'id'  =  "a"
  planned='10m à 20m'⟦|⟧   # was an hour once
  # of dev
  tasks . dev = [
    # the oldest
    "One", # one
      { title = 'Two', planned = "5m" ⟦|⟧},   # two, # "not three"
    # the end
  ]
[[step]]
phase = """B"""
id = "b"
planned = "10m"
# nothing behind this"#
            .replace("planned='10m à 20m'⟦|⟧", "planned='⟦10m à 20m|10m..30m⟧'")
            .replace("planned = \"5m\" ⟦|⟧}", "planned = \"⟦5m|5m..10m⟧\" }")
            .replace("# \"not three\"\n", "# \"not three\"⟦|\n      'New \"one\"',\n      \"New, two\",⟧\n")
            .replace("  ]\n[[step]]", "  ]⟦|\n  tasks . ops = [\"Watch\"]⟧⟦|\n\n[[step]]\nphase = \"Check again\"\nid = \"check-again\"\nplanned = \"10m..15m\"⟧⟦|\n\n[[step]]\nbreak = \"Breath\"\nid = \"breath\"\nplanned = \"5m\"⟧\n[[step]]")
            .as_str(),
    );
}

#[test]
fn only_what_changes_is_changed_in_inline_tables() {
    is_revised_so(
        "format = 1\ntitle = \"Plan\"\nrole = [{ id = \"dev\", name = \"Dev\" }, { id = \"ops\", name = \"Ops\" }]\n\
         step = [\n  # first\n  { phase = \"A\", id = \"a\", planned = \"⟦10m..20m|10m..30m⟧\", tasks = { dev = [\"One\", { planned = '⟦5m|5m..10m⟧', title = \"Two\" }⟦|, 'New \"one\"', \"New, two\"⟧ ]⟦|, ops = [\"Watch\"]⟧ } }\
         ⟦|,\n  { phase = \"Check again\", id = \"check-again\", planned = \"10m..15m\" }⟧⟦|,\n  { break = \"Breath\", id = \"breath\", planned = \"5m\" }⟧, # a\n  \
         { id = \"b\", phase = \"B\", planned = \"10m\" }, # b\n]\n",
    );
}

#[test]
fn only_what_changes_is_changed_in_tables_of_their_own() {
    is_revised_so(
        "format = 1\ntitle = \"Plan\"\nrole = [{ id = \"dev\", name = \"Dev\" }, { id = \"ops\", name = \"Ops\" }]\n\
         [[step]]\nphase = \"A\"\nid = \"a\"\nplanned = \"\"\"⟦10m..20m|10m..30m⟧\"\"\"\n\n[step.tasks] # by role\n  \
         dev = [\"One\", { title = \"Two\", planned = \"⟦5m|5m..10m⟧\" },⟦| 'New \"one\"', \"New, two\",⟧] # two⟦|\n  ops = [\"Watch\"]⟧\
         ⟦|\n\n[[step]]\nphase = \"Check again\"\nid = \"check-again\"\nplanned = \"10m..15m\"⟧⟦|\n\n[[step]]\nbreak = \"Breath\"\nid = \"breath\"\nplanned = \"5m\"⟧\n\n\
         # Second.\n[[step]]\nphase = \"B\"\nid = \"b\"\nplanned = \"10m\"\n",
    );
}

/// A recording in which phase `a` gets these tasks, and nothing takes another time than planned.
fn adding(asks: &[&str], plan: &Plan) -> Recording {
    let mut story: Vec<(i64, &str)> = vec![(0, "start a")];
    story.extend(asks.iter().map(|ask| (1, *ask)));
    story.extend([(15, "finish a"), (16, "close")]);
    lived(plan, &story)
}

#[test]
fn a_task_finds_its_place_however_the_others_are_written() {
    let head = "format = 1\ntitle = \"P\"\nrole = [{ id = \"dev\", name = \"D\" }, { id = \"ops\", name = \"O\" }]\n";
    for step in [
        // No tasks, an empty list, an empty table.
        "[[step]]\nphase = \"A\"\nid = \"a\"\nplanned = \"10m..20m\" # x⟦|\ntasks.dev = [\"New\"]⟧\n",
        "[[step]]\nphase = \"A\"\nid = \"a\"\nplanned = \"10m..20m\"⟦|\ntasks.dev = [\"New\"]⟧",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [⟦|\"New\"⟧]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [⟦|\"New\"⟧ # none yet\n]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks = {⟦| dev = [\"New\"] ⟧}\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\nphase = \"A\"\n[step.tasks]⟦|\ndev = [\"New\"]⟧\n",
        // Braces over several lines, which newer TOML allows.
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks = {\n  ops = [\"x\"]⟦|, dev = [\"New\"]⟧, # y\n}\nphase = \"A\"\n",
        // Another role has some.
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.ops = [\"x\"] # y⟦|\ntasks.dev = [\"New\"]⟧\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\n\"tasks\".\"ops\" = [\"x\"]⟦|\n\"tasks\".dev = [\"New\"]⟧\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks = { ops = [\"x\"]⟦|, dev = [\"New\"]⟧ }\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.ops = [\n  \"x\"\n]⟦|\ntasks.dev = [\"New\"]⟧\nphase = \"A\"\n",
        // Lists as people write them.
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev=[ \"x\"⟦|, \"New\"⟧ ]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [\"x\",⟦| \"New\",⟧]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [\n  \"x\"⟦|,\n  \"New\"⟧\n]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [\n\t\"x\"⟦|,⟧ # y, ]⟦|\n\t\"New\"⟧\n]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [\n  \"x\"⟦|,\n  \"New\"⟧]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [\"x\",\n  \"y\"⟦|,\n  \"New\"⟧ ]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [\n    \"x\" # one\n  , \"y\"⟦|, \"New\"⟧ # two\n]\nphase = \"A\"\n",
        "[[step]]\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [\n  \"x\", # one\n  \"\"\"\ny\"\"\"\n  , # after⟦|\n  \"New\",⟧\n]\nphase = \"A\"\n",
    ] {
        for newline in ["\n", "\r\n"] {
            let (before, after) = both(&format!("{head}{step}"));
            let (before, after) = (before.replace('\n', newline), after.replace('\n', newline));
            let plan = read(&before, "p.toml").unwrap_or_else(|it| panic!("{}", it[0].render(Lang::En)));
            let recording = [adding(&["add a dev New"], &plan)];
            assert_eq!(revised(&before, &recording).1, after);
            assert_eq!(revised(&after, &recording).1, after);
        }
    }
}

#[test]
fn a_remark_is_renewed_and_goes_with_its_reason() {
    let text = |remark: &str, service: &str| {
        format!(
            "format = 1\ntitle = \"P\"\nrole = [{{ id = \"dev\", name = \"D\" }}]\n[[service]]\nid = \"mail\"\nname = \"M\"\npriority = 1\nstate = \"down\"\n  # by contract\n{service}  rto = \"1h\"\n\
             [[step]]\nphase = \"A\"\nid = \"a\"\nplanned = \"10m..20m\"\n  # warroom is a program\n{remark}  tasks.dev = [\"x\", \"y\"]\n"
        )
    };
    let bare = text("", "");
    let plan = read(&bare, "p.toml").unwrap();
    let named = |asks: &[&str], id: &str| {
        let mut recording = adding(asks, &plan);
        recording.incident.id = id.parse().unwrap();
        recording
    };
    let skipped = [named(&["skip a.dev.1", "skip a.dev.2"], "x-1"), named(&["skip a.dev.2"], "x-2")];
    let service = "  # warroom: actual downtime 16\u{a0}min, 16\u{a0}min; objective missed in 0 of 2\n";
    let once = revised(&bare, &skipped).1;
    assert_eq!(once, text("  # warroom: “y”: always skipped (2 of 2 incidents)\n", service));
    assert_eq!(revised(&once, &skipped).1, once);
    // Two tasks that no one does, then none.
    let both_skipped =
        [named(&["skip a.dev.1", "skip a.dev.2"], "x-1"), named(&["skip a.dev.1", "skip a.dev.2"], "x-2")];
    let twice = revised(&once, &both_skipped).1;
    let remarks =
        "  # warroom: “x”: always skipped (2 of 2 incidents)\n  # warroom: “y”: always skipped (2 of 2 incidents)\n";
    assert_eq!(twice, text(remarks, service));
    let done = [named(&["done a.dev.1", "done a.dev.2"], "x-1")];
    let service = "  # warroom: actual downtime 16\u{a0}min; objective missed in 0 of 1\n";
    assert_eq!(revised(&twice, &done).1, text("", service));
}

#[test]
fn what_says_nothing_of_how_long_a_phase_takes_is_left_out() {
    let source = "format = 1\ntitle = \"P\"\nrole = [{ id = \"dev\", name = \"D\" }]\n[[step]]\nphase = \"A\"\nid = \"a\"\nplanned = \"10m..20m\"\n\
         tasks.dev = [{ title = \"x\", planned = \"5m\" }]\n[[step]]\nphase = \"B\"\nid = \"b\"\nplanned = \"10m..20m\"\n";
    let plan = read(source, "p.toml").unwrap();
    let times = |asks: &[(i64, &str)]| {
        let recording = [lived(&plan, asks)];
        let revision = Revision::of(&plan, &past(&recording)).unwrap();
        let steps = revision.steps.iter().map(|it| it.times.first().map(|time| time.minutes));
        let tasks = revision.tasks.iter().map(|it| it.times.first().map(|time| time.minutes));
        steps.chain(tasks).collect::<Vec<_>>()
    };
    // Clicked through, skipped, waiting.
    assert_eq!(times(&[(0, "start a"), (0, "finish a"), (1, "skip b"), (9, "close")]), [None; 3]);
    // Ended by the closing: no one said that it was finished.
    assert_eq!(times(&[(0, "start a"), (5, "finish a"), (5, "start b"), (9, "close")]), [Some(5), None, None]);
    // Still running.
    assert_eq!(times(&[(0, "start a"), (5, "finish a"), (5, "start b")]), [Some(5), None, None]);
    // Holds count for neither phases nor tasks; a task that was never begun has no time.
    let held = [
        (0, "start a"),
        (1, "begin a.dev.1"),
        (2, "hold"),
        (32, "resume"),
        (40, "done a.dev.1"),
        (45, "finish a"),
        (46, "close"),
    ];
    assert_eq!(times(&held), [Some(15), None, Some(9)]);
    assert_eq!(times(&[(0, "start a"), (4, "done a.dev.1"), (5, "finish a")]), [Some(5), None, None]);
}

#[test]
fn a_plan_that_would_no_longer_be_good_is_not_written() {
    let tasks = vec!["\"x\""; 9_999].join(", ");
    let source = format!(
        "format = 1\ntitle = \"P\"\nrole = [{{ id = \"dev\", name = \"D\" }}]\n[[step]]\nphase = \"A\"\nid = \"a\"\nplanned = \"10m..20m\"\ntasks.dev = [{tasks}]\n"
    );
    let plan = read(&source, "p.toml").unwrap();
    let mut one_less = plan.clone();
    one_less.steps[0].tasks.truncate(10);
    let recording = [adding(&["add a dev Y", "add a dev Z"], &one_less)];
    let revision = Revision::of(&plan, &past(&recording)).unwrap();
    assert!(matches!(revision.write(&source, "p.toml"), Err(Unwritable::Bad(_))));
}

mod any_style {
    use super::*;
    use proptest::prelude::*;
    use std::fmt::Write as _;

    /// Answers questions from a list of numbers, and 0 once it is used up.
    struct Dice(std::vec::IntoIter<u8>);

    impl Dice {
        fn roll(&mut self, sides: u8) -> u8 {
            self.0.next().unwrap_or(0) % sides
        }
    }

    fn text(dice: &mut Dice) -> String {
        let mut out =
            "format = 1\ntitle = \"P\"\n[[role]]\nid = \"dev\"\nname = \"D\"\n[[role]]\nid = \"ops\"\nname = \"O\"\n"
                .to_owned();
        for service in 0..dice.roll(3) {
            writeln!(out, "[[service]]\nname = \"S{service}\"\npriority = 1\nrto = \"1h\"\nstate = \"down\"").unwrap();
        }
        for step in 0..=dice.roll(5) {
            let quotes = ["\"", "'", "\"\"\"", "'''"][usize::from(dice.roll(4))];
            let comment = ["", " # planned = \"1h\"", "  # ]", "\t"][usize::from(dice.roll(4))];
            let indent = ["", "  ", "\t"][usize::from(dice.roll(3))];
            let kind = if step > 0 && dice.roll(4) == 0 { "break" } else { "phase" };
            let id = if dice.roll(2) == 0 { format!("{indent}id = 's{step}'\n") } else { String::new() };
            let planned = ["10m..20m", "1h", "47m", "1h à 2h"][usize::from(dice.roll(4))];
            write!(
                out,
                "{}[[step]]{comment}\n{indent}{kind} = \"S{step}\"\n{id}",
                ["", "\n", "# next\n"][usize::from(dice.roll(3))]
            )
            .unwrap();
            writeln!(out, "{indent}planned = {quotes}{planned}{quotes}{comment}").unwrap();
            if kind == "break" {
                continue;
            }
            let tasks = match dice.roll(7) {
                0 => String::new(),
                1 => format!("{indent}tasks.dev = [\"x\", 'y']{comment}\n"),
                2 => format!(
                    "{indent}tasks.dev = [\n{indent}  \"x\",{comment}\n{indent}  {{ title = \"y\", planned = \"5m\" }},\n]\n{indent}tasks.ops = []\n"
                ),
                3 => format!("{indent}tasks.ops = [ # first\n\"x\" # ,\n,\n{indent} \"y\"{comment}\n]\n"),
                4 => format!("{indent}tasks = {{ dev = [\"x\", \"y\"] }}{comment}\n"),
                5 => {
                    format!("{indent}[step.tasks]{comment}\n{indent}ops = [\"x\",]\n{indent}dev = [\"\"\"\ny\"\"\"]\n")
                }
                _ => format!("{indent}tasks.dev = [\"x\"]\n{indent}tasks.ops = [\"y\"]\n"),
            };
            out.push_str(&tasks);
        }
        if dice.roll(2) == 0 {
            out = out.trim_end().to_owned();
        }
        if dice.roll(2) == 0 { out.replace('\n', "\r\n") } else { out }
    }

    fn recording(plan: &Plan, dice: &mut Dice) -> Recording {
        let mut asks: Vec<(i64, String)> = Vec::new();
        let mut now = 0;
        for (place, step) in plan.steps.iter().enumerate() {
            let id = &step.id;
            if dice.roll(5) == 0 {
                asks.push((now, format!("skip {id}")));
                continue;
            }
            asks.push((now, format!("start {id}")));
            for task in &step.tasks {
                match dice.roll(4) {
                    0 => asks.push((now, format!("skip {}", task.id))),
                    1 => asks.push((now, format!("done {}", task.id))),
                    2 => {
                        asks.push((now, format!("begin {}", task.id)));
                        now += i64::from(dice.roll(30));
                        asks.push((now, format!("done {}", task.id)));
                    }
                    _ => {}
                }
            }
            if step.kind.is_phase() && dice.roll(2) == 0 {
                let title = ["New", "new.", "Other \"one\"", "x"][usize::from(dice.roll(4))];
                let role = ["dev", "ops"][usize::from(dice.roll(2))];
                asks.push((now, format!("add {id} {role} {title}")));
            }
            now += i64::from(dice.roll(200));
            asks.push((now, format!("finish {id}")));
            if dice.roll(4) == 0 && !asks.iter().any(|(_, ask)| ask.ends_with("Extra")) {
                let after = if dice.roll(4) == 0 { "-" } else { plan.steps[place].id.as_str() };
                let verb = ["new", "rest"][usize::from(dice.roll(2))];
                asks.push((now, format!("{verb} {after} Extra")));
                asks.push((now, "start extra".to_owned()));
                now += i64::from(dice.roll(60));
                asks.push((now, "finish extra".to_owned()));
            }
        }
        now += 1;
        asks.push((now, "close".to_owned()));
        let asks: Vec<(i64, &str)> = asks.iter().map(|(at, ask)| (*at, ask.as_str())).collect();
        lived(plan, &asks)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn is_revised_in_place_and_once(numbers in prop::collection::vec(any::<u8>(), 0..400)) {
            let mut dice = Dice(numbers.into_iter());
            let source = text(&mut dice);
            let plan = read(&source, "p.toml").unwrap_or_else(|it| panic!("{}\n{source}", it[0].render(Lang::En)));
            let mut recordings: Vec<Recording> = (0..=dice.roll(4)).map(|_| recording(&plan, &mut dice)).collect();
            for (place, recording) in recordings.iter_mut().enumerate() {
                recording.incident.id = format!("x-{place}").parse().unwrap();
            }
            let (revision, once) = revised(&source, &recordings);
            let (again, twice) = revised(&once, &recordings);
            prop_assert_eq!(&once, &twice);
            prop_assert_eq!(&again.plan, &revision.plan);
            prop_assert!(!again.steps.iter().any(Ranged::changes) && !again.tasks.iter().any(Ranged::changes));
            // What holds no planned time and no task stays, line by line and in its order.
            let mut lines = once.split_inclusive('\n').map(str::trim_end);
            for line in source.split_inclusive('\n').map(str::trim_end) {
                let may_change = line.contains("planned") || line.contains("tasks") || line.contains("\"x\"") || line.contains('y') || line.contains("= [");
                prop_assert!(may_change || lines.any(|it| it == line), "{line:?} is gone or has moved:\n{once}");
            }
            prop_assert_eq!(once.contains("\r\n"), source.contains("\r\n"));
            prop_assert_eq!(once.replace("\r\n", "").contains('\n'), source.replace("\r\n", "").contains('\n'));
        }
    }
}

//! What is written to whom: messages and news of an incident whose records are written here.

use std::sync::Arc;

use super::compose::{self, HostContext};
use super::message::{Message, Topic};
use super::news::News;
use super::news::{self, Interest};
use super::rich::Style;
use super::split::split;
use super::target::{Options, open};
use super::{Address, Kind, Part};
use crate::incident::{
    Audience, Cadence, DutyEvent, Event, HeaderEvent, Health, History, Incident, Kind as InEarnest, Line, LogEvent,
    Moment, Opened, Pace, PersonName, Plan, Planned, PlannedStep, PlannedTask, Prose, Recorded, Role, Seq,
    ServiceEvent, Severity, Signature, Situation, StepEvent, StepKind, TaskEvent,
};
use crate::lang::Lang;

fn at(minutes: i64) -> Moment {
    "2026-11-22T08:00:00Z".parse::<Moment>().unwrap() + chrono::TimeDelta::minutes(minutes)
}

fn audience(id: &str, language: Option<&str>, outside: bool) -> Audience {
    Audience {
        id: id.parse().unwrap(),
        name: id.into(),
        language: language.map(Line::new),
        every: Cadence::always(3600),
        approval: false,
        outside,
        nights: false,
    }
}

fn opened(kind: InEarnest) -> Event {
    let role = Role { id: "ops".parse().unwrap(), name: "Operations".into() };
    let task = PlannedTask {
        id: "a.ops.1".parse().unwrap(),
        role: role.id.clone(),
        title: "Copy the data".into(),
        planned: None,
    };
    let plan = Plan {
        title: "Recovery".into(),
        language: Some("fr".into()),
        roles: vec![role],
        steps: vec![PlannedStep {
            id: "a".parse().unwrap(),
            title: "Restore".into(),
            kind: StepKind::Phase { planned: Planned::minutes(60, 90) },
            milestone: None,
            tasks: vec![task],
        }],
        audiences: vec![audience("team", None, false), audience("clients", Some("en"), true)],
        ..Plan::default()
    };
    Event::Header(HeaderEvent::Opened(Box::new(Opened {
        incident: "20261122-mail-down-k3f9".parse().unwrap(),
        title: "Mail down, alice on srv-db01".into(),
        severity: Severity::Sev2,
        kind,
        pace: Pace { speed: 1, real_start: at(0) },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        commander: PersonName::new("alice"),
        plan,
    })))
}

fn incident(kind: InEarnest, events: Vec<Event>) -> Incident {
    let mut records = std::iter::once(opened(kind)).chain(events).zip(1..).map(|(event, seq)| Recorded {
        seq: Seq(seq),
        at: at(i64::try_from(seq).unwrap()),
        by: Signature::new("alice", "test"),
        act: None,
        event,
    });
    let mut incident = Incident::begin(&records.next().unwrap()).unwrap();
    let mut history = History::begin(&incident);
    records.for_each(|recorded| history.follow(&mut incident, &recorded));
    incident
}

fn host(people: &[&str]) -> HostContext {
    HostContext { lang: Lang::En, people: people.iter().map(|name| Line::new(name)).collect() }
}

fn draft(incident: &Incident, audience: &str, people: &[&str]) -> Arc<Message> {
    compose::draft(incident, &audience.parse().unwrap(), "Alice works on it.".into(), &host(people))
}

#[test]
fn a_message_is_in_the_language_of_its_audience_then_of_the_plan_then_of_the_host() {
    let with_plan = incident(InEarnest::Real, Vec::new());
    assert_eq!(draft(&with_plan, "clients", &[]).lang, Lang::En);
    assert_eq!(draft(&with_plan, "team", &[]).lang, Lang::Fr);
    assert_eq!(draft(&with_plan, "strangers", &[]).lang, Lang::Fr);
    let mut without = with_plan;
    without.plan = Arc::new(Plan { language: None, ..(*without.plan).clone() });
    assert_eq!(draft(&without, "team", &[]).lang, Lang::En);
}

#[test]
fn an_external_message_has_no_name_in_its_title_and_no_title_in_its_key() {
    let incident = incident(InEarnest::Real, Vec::new());
    for (audience, id, masked) in [
        ("team", "20261122-mail-down-k3f9", false),
        ("clients", "20261122-k3f9", true),
        // An audience that is not known may be anyone.
        ("strangers", "20261122-k3f9", true),
    ] {
        let message = draft(&incident, audience, &["Mail"]);
        assert_eq!(message.incident.as_str(), id, "{audience}");
        assert_eq!(message.key, format!("{id}-2"));
        let title = message.title.as_str();
        for word in ["alice", "srv-db01", "Mail"] {
            assert_eq!(title.contains(word), !masked, "{word} in {title}");
        }
        // What a person wrote is sent as written.
        assert_eq!(message.text.as_str(), "Alice works on it.");
        assert_eq!(message.topic, Topic::Update);
    }
}

#[test]
fn a_part_is_headed_by_the_exercise_its_title_and_its_number() {
    let print = |kind, text: &str| {
        let incident = incident(kind, Vec::new());
        let message = compose::draft(&incident, &"clients".parse().unwrap(), text.into(), &host(&[]));
        let address = Address::read("https://chat.example.org/hooks/abc").unwrap();
        let options = Options { kind: Some(Kind::Mattermost), ..Options::default() };
        split(&message, &*open(&address, &options).unwrap())
    };
    let [part] = &print(InEarnest::Real, "Mail is down.")[..] else { panic!("one part") };
    assert!(part.heading().starts_with("SEV2 · "), "{}", part.heading());
    assert_eq!(part.print(Style::PLAIN, "\n").lines().last(), Some("Mail is down."));
    let exercise = Lang::En.say("notify-exercise");
    let [part] = &print(InEarnest::Exercise, "Mail is down.")[..] else { panic!("one part") };
    assert!(part.heading().starts_with(&format!("{exercise} · SEV2")), "{}", part.heading());

    let long = "A line of an update.\n\n".repeat(2_000);
    let parts = print(InEarnest::Exercise, &long);
    assert!(parts.len() > 1);
    for (part, number) in parts.iter().zip(1..) {
        assert!(part.heading().ends_with(&format!("({number}/{})", parts.len())), "{}", part.heading());
        assert!(part.key.ends_with(&format!("-{number}")), "{}", part.key);
    }
    let repeat = Lang::En.say("notify-repeat");
    let text = |part: &Part| Style::PLAIN.rows(&part.rows());
    assert!(!text(&parts[0]).contains(&repeat));
    let repeated = parts[0].repeated();
    assert!(text(&repeated).starts_with(&repeat) && repeated.key == parts[0].key);
}

/// Records of every kind of news, and some that are none.
fn eventful() -> Incident {
    let task = || "a.ops.1".parse().unwrap();
    let decided = Event::Log(LogEvent::Decided {
        text: "Pay nothing".into(),
        why: Prose::default(),
        objections: Prose::default(),
    });
    let severity = Event::Header(HeaderEvent::SeveritySet { severity: Severity::Sev1 });
    let events = vec![
        Event::Step(StepEvent::Started { step: "a".parse().unwrap() }),
        Event::Task(TaskEvent::Blocked { task: task(), reason: "No disk".into() }),
        Event::Task(TaskEvent::Done { task: task() }),
        decided,
        severity,
        Event::Service(ServiceEvent::HealthSet { service: "mail".parse().unwrap(), health: Health::Up }),
        Event::Duty(DutyEvent::CommandTaken { from: PersonName::new("bob"), reason: "Asleep".into() }),
        Event::Step(StepEvent::Finished { step: "a".parse().unwrap() }),
        Event::Header(HeaderEvent::Closed { reason: "Done".into() }),
    ];
    incident(InEarnest::Real, events)
}

#[test]
fn a_target_gets_the_news_it_asked_for_in_order() {
    let incident = eventful();
    let records = |kinds: &[News], external| {
        let interest = Interest { kinds, external };
        news::since(&incident, Seq::ZERO, &interest).map(|entry| entry.seq.0).collect::<Vec<_>>()
    };
    for (kinds, internal, external) in [
        (&[][..], &[][..], &[][..]),
        (&[News::Opened], &[1], &[1]),
        (&[News::PhaseStarted], &[2], &[]),
        (&[News::Blocked, News::Decision], &[3, 5], &[]),
        (&[News::Severity], &[6], &[6]),
        (&[News::Command], &[8], &[]),
        (&[News::PhaseFinished], &[9], &[]),
        (&[News::Closed], &[10], &[10]),
        (&News::ALL, &[1, 2, 3, 5, 6, 8, 9, 10], &[1, 6, 10]),
    ] {
        assert_eq!(records(kinds, false), internal, "{kinds:?}");
        assert_eq!(records(kinds, true), external, "{kinds:?}, external");
    }
}

#[test]
fn news_for_external_readers_names_nobody_and_nothing_internal() {
    let incident = eventful();
    let bulletin = |after, external| {
        let interest = Interest { kinds: &News::ALL, external };
        news::bulletin(&incident, Seq(after), &interest, Lang::En)
    };
    let internal = bulletin(0, false).unwrap();
    assert_eq!((internal.through, internal.text.as_str().lines().count()), (Seq(10), 8));
    assert!(internal.text.as_str().contains("alice") && internal.text.as_str().contains("Pay nothing"));
    let external = bulletin(0, true).unwrap();
    assert_eq!((external.through, external.text.as_str().lines().count()), (Seq(10), 3));
    for word in ["alice", "Pay", "disk", "Restore", "Done"] {
        assert!(!external.text.as_str().contains(word), "{word} in {}", external.text);
    }
    assert!(external.text.as_str().lines().all(|line| line.starts_with("- 08:")), "{}", external.text);
    assert_eq!(bulletin(10, false), None);
    assert_eq!(bulletin(6, true).unwrap().text.as_str().lines().count(), 1);
}

#[test]
fn news_that_do_not_fit_into_a_message_follow_in_the_next() {
    let decided = |number: usize| {
        Event::Log(LogEvent::Decided {
            text: Prose::new(&format!("{number:03} **{}**", "long ".repeat(100))),
            why: Prose::default(),
            objections: Prose::default(),
        })
    };
    let incident = incident(InEarnest::Real, (0..100).map(decided).collect());
    let interest = Interest { kinds: &[News::Decision], external: false };
    let (mut after, mut lines, mut messages) = (Seq::ZERO, Vec::new(), 0);
    while let Some(bulletin) = news::bulletin(&incident, after, &interest, Lang::En) {
        assert!(bulletin.text.as_str().len() <= 16 * 1024 && bulletin.through > after);
        lines.extend(bulletin.text.as_str().lines().map(str::to_owned));
        (after, messages) = (bulletin.through, messages + 1);
    }
    assert!(messages > 1);
    assert_eq!(lines.len(), 100);
    for (number, line) in lines.iter().enumerate() {
        // A text is one line, and cannot make itself strong.
        assert!(line.contains(&format!("{number:03} * *long")), "{line}");
    }
}

#[test]
fn every_kind_of_news_and_of_target_is_found_by_its_name() {
    for kind in Kind::ALL {
        assert_eq!(Kind::find(kind.id()), Some(kind));
        assert!(!kind.example().is_empty() && kind.to_string() == kind.name());
    }
    assert_eq!(Kind::find("pigeon"), None);
    // Rows are found by their place.
    assert!(Kind::ALL.into_iter().enumerate().all(|(place, kind)| kind as usize == place));
    assert!(News::ALL.into_iter().enumerate().all(|(place, news)| news as usize == place));
    for (kind, id, name) in [
        (Kind::Slack, "slack", "Slack"),
        (Kind::Matrix, "matrix", "Matrix"),
        (Kind::Generic, "generic", "JSON"),
        (Kind::Mail, "mail", "SMTP"),
    ] {
        assert_eq!((kind.id(), kind.name()), (id, name));
    }
    let names: std::collections::BTreeSet<_> = News::ALL.map(News::name).into();
    assert_eq!(names.len(), News::ALL.len());
    for lang in Lang::ALL {
        let words: std::collections::BTreeSet<_> = News::ALL.map(|news| news.title(lang)).into();
        assert_eq!(words.len(), News::ALL.len(), "{words:?}");
    }
}

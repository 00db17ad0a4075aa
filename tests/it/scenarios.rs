//! The rules, clocks and forecast, as documents: every file of `tests/scenarios` is a story with its outcome.
//!
//! A story has a plan, an opening, and then asks (`> +5m alice finish_task task=a.dsi.1`), jumps of the machine's clock
//! (`! +0m clock_jumped -1h`) and questions (`? +0m steps`). People may do everything but for whom a line says otherwise
//! (`person karim member dsi`); `commander gone` and `commander there` say whether a deputy may take command. Indented lines are what came of it. A new case is new text:
//! write the asks, run `UPDATE_SCENARIOS=1 cargo test --test it scenarios`, and read what it says before keeping it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDateTime;
use warroom::incident::{
    Audience, Cadence, Command, Comparison, Context, Delivery, DeliveryState, Duty, Event, HeaderEvent, HelpCall,
    Incident, IncidentId, Kind, Line, Moment, Open, Pace, PersonName, Plan, Planned, PlannedService, PlannedStep,
    PlannedTask, Recorded, Rights, Role, RoleId, Severity, Signature, Situation, Span, StepId, StepKind, StepState,
    TaskId, TaskState, Who, baseline, compare, decide, forecast, open, resolve_local,
};
use warroom::lang::Lang;

#[test]
fn every_scenario_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let written = std::fs::read_to_string(file).unwrap();
        let played = play(&written);
        if played == written {
            continue;
        }
        if update_asked() {
            std::fs::write(file, played).unwrap();
        } else {
            wrong.push(format!("{}\n{}", file.display(), first_difference(&written, &played)));
        }
    }
    assert!(files.len() > 5, "the scenarios are gone");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[expect(clippy::disallowed_methods, reason = "asked for by the person who runs the test")]
fn update_asked() -> bool {
    std::env::var_os("UPDATE_SCENARIOS").is_some()
}

fn first_difference(written: &str, played: &str) -> String {
    let place = written.lines().zip(played.lines()).take_while(|(a, b)| a == b).count();
    let line = |text: &str| text.lines().nth(place).unwrap_or("(the end)").to_owned();
    format!("line {}:\n  written: {}\n  played:  {}", place + 1, line(written), line(played))
}

/// The scenario with its outcomes.
fn play(story: &str) -> String {
    let mut out = String::new();
    let mut stage = Stage::default();
    let mut in_plan = false;
    for line in story.lines() {
        let outcome = line.starts_with("    ");
        if in_plan && (line.starts_with("  ") && !line.trim().is_empty()) {
            stage.plan_line(line.trim());
            writeln!(out, "{line}").unwrap();
            continue;
        }
        if outcome {
            continue;
        }
        in_plan = line.trim() == "plan";
        writeln!(out, "{line}").unwrap();
        for shown in stage.play(line) {
            writeln!(out, "    {shown}").unwrap();
        }
    }
    out
}

#[derive(Default)]
struct Stage {
    plan: Plan,
    incident: Option<Incident>,
    now: Moment,
    people: BTreeMap<String, Rights>,
    commander_gone: bool,
    /// What `? changes` compares with.
    marked: Option<(Incident, Moment)>,
}

impl Stage {
    /// `phase ID RANGE role=n…`, `break ID RANGE`, `day_end ID AT RESUME`, `service ID RTO [RPO] [by=STEP]`,
    /// `audience ID EVERY… [approval] [nights]`.
    fn plan_line(&mut self, line: &str) {
        let words: Vec<_> = line.split_whitespace().collect();
        let id: StepId = words[1].parse().unwrap();
        let kind = match words[0] {
            "phase" => StepKind::Phase { planned: words[2].parse().unwrap() },
            "break" => StepKind::Break { planned: words[2].parse().unwrap() },
            "day_end" => {
                let time = |text: &str| format!("{text}:00").parse().unwrap();
                StepKind::DayEnd { at: time(words[2]), resume: time(words[3]) }
            }
            "audience" => {
                self.plan.audiences.push(audience(&words[1..]));
                return;
            }
            "service" => {
                let rto = words[2].parse::<Planned>().unwrap().max;
                let id = words[1].parse().unwrap();
                let service = PlannedService {
                    id,
                    name: words[1].into(),
                    priority: 1,
                    rto: Some(rto),
                    rpo: words
                        .get(3)
                        .filter(|word| !word.contains('='))
                        .map(|word| word.parse::<Planned>().unwrap().max),
                    restored_by: words
                        .iter()
                        .find_map(|word| word.strip_prefix("by="))
                        .map(|step| step.parse().unwrap()),
                    health: warroom::incident::Health::Up,
                };
                self.plan.services.push(service);
                return;
            }
            other => panic!("no such step: {other}"),
        };
        let mut tasks = Vec::new();
        for word in words.iter().skip(3).filter(|word| word.contains('=')) {
            let (role, count) = word.split_once('=').unwrap();
            let role: RoleId = role.parse().unwrap();
            if !self.plan.roles.iter().any(|known| known.id == role) {
                self.plan.roles.push(Role { id: role.clone(), name: role.as_str().into() });
            }
            for n in 1..=count.parse().unwrap() {
                let title = Line::new(&format!("{id} {role} {n}"));
                tasks.push(PlannedTask { id: TaskId::nth(&id, &role, n), role: role.clone(), title, planned: None });
            }
        }
        self.plan.steps.push(PlannedStep { title: id.as_str().into(), id, kind, milestone: None, tasks });
    }

    fn play(&mut self, line: &str) -> Vec<String> {
        let mut words = line.splitn(3, ' ');
        let (sign, time, rest) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next().unwrap_or(""));
        match sign {
            "open" => {
                self.open(time, rest);
                Vec::new()
            }
            ">" => self.ask(time, rest),
            "!" => {
                self.pass(time);
                let by = signed(rest.strip_prefix("clock_jumped ").unwrap());
                self.record(
                    &Signature::new("warroom", "clock"),
                    vec![Event::Header(HeaderEvent::ClockJumped { by: by.num_milliseconds() })],
                );
                Vec::new()
            }
            "?" => {
                self.pass(time);
                self.answer(rest)
            }
            "mark" => {
                self.pass(time);
                self.marked = self.incident.clone().map(|incident| (incident, self.now));
                Vec::new()
            }
            "person" => {
                self.person(time, rest);
                Vec::new()
            }
            "commander" => {
                self.commander_gone = time == "gone";
                Vec::new()
            }
            "" | "#" | "plan" => Vec::new(),
            other => panic!("{other:?} begins no line: {line}"),
        }
    }

    /// `open 2026-11-22T03:00 Europe/Paris alice`
    fn open(&mut self, local: &str, rest: &str) {
        let (zone, person) = rest.split_once(' ').unwrap();
        let zone = zone.parse().unwrap();
        self.now = resolve_local(zone, NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").unwrap());
        let asked = Open {
            incident: "20261122-story-aaaa".parse::<IncidentId>().unwrap(),
            title: "Story".into(),
            severity: Severity::Sev2,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: self.now },
            situation: Situation::default(),
            zone,
            plan: self.plan.clone(),
        };
        let by = Signature::new(person, "test");
        let event = open(asked, &Context::owner(self.now, by.clone())).unwrap();
        let recorded = Recorded { seq: warroom::incident::Seq(1), at: self.now, by, act: None, event };
        self.incident = Incident::begin(&recorded);
    }

    /// `person karim member dsi sysadmin`
    fn person(&mut self, name: &str, rest: &str) {
        let mut words = rest.split_whitespace();
        let right = serde_json::from_value(words.next().unwrap().into()).unwrap();
        let roles = words.map(|role| role.parse().unwrap()).collect();
        self.people.insert(name.to_owned(), Rights { right, roles });
    }

    fn ask(&mut self, time: &str, rest: &str) -> Vec<String> {
        self.pass(time);
        let (person, command) = rest.split_once(' ').unwrap();
        let command = read_command(command);
        let rights = self.people.get(person).cloned().unwrap_or(Rights::OWNER);
        let who = match person {
            "warroom" => Who::system(),
            _ => Who { by: Signature::new(person, "test"), rights },
        };
        let context = Context { commander_gone: self.commander_gone, ..Context::new(self.now, who) };
        match decide(self.incident.as_ref().unwrap(), command, &context) {
            Ok(events) => self.record(&context.who.by, events),
            Err(refusal) => vec![format!("refused: {refusal:?}")],
        }
    }

    fn record(&mut self, by: &Signature, events: Vec<Event>) -> Vec<String> {
        let incident = self.incident.as_mut().unwrap();
        let first = incident.seq.next();
        let mut shown = Vec::new();
        for event in events {
            let seq = incident.seq.next();
            let text = serde_json::to_string(&event).unwrap();
            // What is applied went through its stored form, as in a journal.
            assert_eq!(Event::read(text.as_bytes()).unwrap(), event);
            shown.push(format!("{seq} {text}"));
            let act = (seq != first).then_some(first);
            incident.apply(&Recorded { seq, at: self.now, by: by.clone(), act, event });
        }
        shown
    }

    fn pass(&mut self, time: &str) {
        self.now += signed(time);
    }

    fn answer(&self, question: &str) -> Vec<String> {
        let incident = self.incident.as_ref().unwrap();
        let local = |at: Moment| incident.wall(at).with_timezone(&incident.zone).format("%d %H:%M").to_string();
        let range = |range: warroom::incident::Range<Moment>| {
            if range.min == range.max {
                local(range.min)
            } else {
                format!("{}..{}", local(range.min), local(range.max))
            }
        };
        match question.split_once(' ').unwrap_or((question, "")) {
            ("clocks", _) => {
                let clocks = incident.clocks(self.now);
                let state = if clocks.running { "running" } else { "standing" };
                vec![format!("elapsed {} active {} {state}", span(clocks.elapsed), span(clocks.active))]
            }
            ("steps", _) => {
                let line = |step: &std::sync::Arc<warroom::incident::Step>| {
                    let clock = incident.step_clock(step, self.now);
                    let left = clock.left.map_or(String::new(), |left| {
                        format!(" left {}..{} {:?}", span(left.min), span(left.max), clock.lateness)
                    });
                    format!("{} {} elapsed {}{left}", step.id, step.state.name(), span(clock.elapsed))
                };
                incident.steps.iter().map(line).collect()
            }
            ("forecast", _) => {
                let forecast = forecast(incident, self.now);
                let steps = forecast.steps.iter();
                let mut shown: Vec<_> =
                    steps.map(|step| format!("{} {} -> {}", step.step, range(step.start), range(step.end))).collect();
                shown.push(format!("end {} slip {}", range(forecast.end), span(forecast.slip)));
                shown
            }
            ("baseline", _) => vec![format!("end {}", range(baseline(incident).end))],
            ("task", id) => {
                let (_, task) = incident.task(&id.parse().unwrap()).expect("the task is there");
                let assignee = task.assignee.as_ref().map_or("nobody", |person| person.as_str());
                vec![format!("{:?} {assignee} {} comments {:?}", task.title.as_str(), task.comments.len(), task.state)]
            }
            ("log", seq) => {
                let Some(entry) = incident.log.get(warroom::incident::Seq(seq.parse().unwrap())) else {
                    return vec!["no such entry".to_owned()];
                };
                let text = entry.text().map_or("", |text| text.as_str());
                let correction = entry.correction.as_ref().map_or("", |correction| correction.text.as_str());
                let undone = entry.undone.map_or(String::new(), |seq| format!(" undone by {seq}"));
                vec![format!(
                    "{} {text:?} corrected {correction:?}{undone}",
                    local(entry.wall - incident.wall_offset())
                )]
            }
            ("services", _) => incident
                .services
                .iter()
                .map(|service| {
                    let left = service.rto_left(self.now).map_or(String::new(), span);
                    let lost = service.data_loss().map_or(String::new(), |loss| {
                        let left = service.rpo_left().map_or(String::new(), span);
                        format!(" lost {} of RPO left {left}", span(loss))
                    });
                    format!(
                        "{} {} down {} of RTO left {left}{lost}",
                        service.id,
                        service.health.name(),
                        span(service.downtime(self.now))
                    )
                })
                .collect(),
            ("state", _) => vec![format!(
                "{:?} {} {:?} day {} wall {}",
                incident.title.as_str(),
                incident.severity.name(),
                incident.status,
                incident.day(self.now),
                local(self.now)
            )],
            ("changes", order) => {
                let (marked, at) = self.marked.as_ref().expect("a moment was marked");
                let (one, other) = ((marked, *at), (incident, self.now));
                changes(&if order == "backwards" { compare(other, one) } else { compare(one, other) })
            }
            (question, rest) => self.answer_about_people(question, rest),
        }
    }

    /// What people owe each other, and what they read.
    fn answer_about_people(&self, question: &str, rest: &str) -> Vec<String> {
        let incident = self.incident.as_ref().unwrap();
        let lang = if rest == "fr" { Lang::Fr } else { Lang::En };
        match question {
            "duties" => {
                let mut shown = vec![format!("commander {}", incident.commander)];
                shown.extend(
                    incident
                        .offers
                        .iter()
                        .map(|it| format!("{} {} offered by {} to {}", it.seq, duty(&it.duty), it.from, it.to)),
                );
                shown.extend(incident.takers.iter().flat_map(|(role, takers)| {
                    takers.iter().map(move |taker| format!("{role} taken over by {taker}"))
                }));
                shown
            }
            "calls" => {
                let about = |call: &HelpCall| call.task.as_ref().map_or("", |task| task.as_str()).to_owned();
                let calls = incident.calls.iter();
                calls.map(|it| format!("{} {} {:?} {}", it.seq, it.by, it.text.as_str(), about(it))).collect()
            }
            "briefing" => {
                let briefing = lang.briefing(incident, self.now);
                briefing.lines().map(|line| format!("|{line}")).collect()
            }
            "review" => {
                let today = incident.today(self.now);
                let findings = incident.findings.iter().map(|it| {
                    let about = it.about.as_ref().map_or(String::new(), |step| format!(" about {step}"));
                    let dropped = if it.dropped.is_some() { " dropped" } else { "" };
                    format!("{} {:?} by {}{about}{dropped}", it.id, it.text.as_str(), it.by)
                });
                let actions = incident.actions.iter().map(|it| {
                    let owner = it.owner.as_ref().map_or("nobody", |owner| owner.as_str());
                    let due = it.due.map_or_else(|| "no day".to_owned(), |due| due.to_string());
                    let finding = it.finding.map_or(String::new(), |finding| format!(" for {finding}"));
                    let late = if it.is_overdue(today) { " late" } else { "" };
                    format!("{} {:?} {owner} {due}{finding} {}{late}", it.id, it.title.as_str(), it.state.name())
                });
                findings.chain(actions).chain([format!("today {today}")]).collect()
            }
            "attention" => {
                let forecast = forecast(incident, self.now);
                let matters = incident.attention(&forecast, self.now);
                let sentence = |matter| lang.matter(incident, matter, &forecast, self.now);
                matters.iter().map(|matter| format!("{}: {}", matter.kind(), sentence(matter))).collect()
            }
            "due" => {
                let due = incident.audiences.iter().map(|audience| {
                    let Some(due) = incident.next_update(audience, self.now) else {
                        return format!("{} nothing", audience.id);
                    };
                    let at = incident.wall(due.at).with_timezone(&incident.zone).format("%d %H:%M");
                    format!("{} {at} left {} {}", audience.id, span(due.left), due.state.name())
                });
                due.collect()
            }
            "updates" => {
                let proposals = incident
                    .proposals
                    .iter()
                    .map(|it| format!("{} proposed by {} for {}: {:?}", it.seq, it.by, it.audience, it.text.as_str()));
                let updates = incident.updates.iter().map(|it| {
                    let addressed = if it.addressed { "" } else { " not addressed" };
                    let on_their_way = it.deliveries.iter().map(on_its_way);
                    let way = on_their_way.map(|way| format!(", {way}")).collect::<Vec<_>>().concat();
                    format!("{} {} by {} for {}{addressed}{way}", it.seq, it.occasion.name(), it.by, it.audience)
                });
                let pushes = incident.pushes.iter().map(|it| format!("{} push, {}", it.seq, on_its_way(&it.delivery)));
                proposals.chain(updates).chain(pushes).collect()
            }
            "pending" => {
                let mut shown: Vec<_> =
                    incident.unaddressed().map(|update| format!("{} has to be addressed", update.seq)).collect();
                shown.extend(incident.awaited().filter_map(|target| {
                    let pending = incident.pending_delivery(target)?;
                    let begun = if pending.begun { " begun" } else { "" };
                    let waiting = incident.waiting(target);
                    Some(format!("{target} {} of {waiting}, parts {}{begun}", pending.message, pending.parts))
                }));
                shown.extend(
                    incident
                        .to_fix()
                        .map(|(target, fault)| format!("{target} to fix since {}: {}", fault.message, fault.reason)),
                );
                shown.extend(incident.pushed.iter().map(|(target, seq)| format!("{target} sent up to {seq}")));
                shown
            }
            "entries" => {
                let shown = incident.log.iter().skip(1).map(|entry| {
                    let entry_text = lang.entry(incident, entry);
                    let label = if entry_text.what.is_empty() { String::new() } else { entry_text.what + " " };
                    format!("{} {} {label}{}", entry.seq, entry.by.person, entry_text.text)
                });
                shown.collect()
            }
            other => panic!("no such question: {other}"),
        }
    }
}

/// `clients sev1=30m sev2=1h approval`, or `clients 1h` for every severity.
fn audience(words: &[&str]) -> Audience {
    let said = |word| words[1..].contains(&word);
    let mut every = Cadence::default();
    for word in words[1..].iter().filter(|word| word.contains(|c: char| c.is_ascii_digit())) {
        let seconds = |text: &str| text.parse::<Planned>().unwrap().max;
        match word.split_once('=') {
            None => every = Cadence::always(seconds(word)),
            Some((name, text)) => {
                let severity = Severity::ALL.into_iter().find(|it| it.name() == name).unwrap();
                *every.seconds_mut(severity) = Some(seconds(text));
            }
        }
    }
    Audience {
        id: words[0].parse().unwrap(),
        name: words[0].to_uppercase().into(),
        language: None,
        every,
        approval: said("approval"),
        outside: said("outside"),
        nights: said("nights"),
    }
}

fn on_its_way(delivery: &Delivery) -> String {
    let Delivery { target, state, begun, parts, .. } = delivery;
    let begun = if *begun { " begun" } else { "" };
    let more = match state {
        DeliveryState::Delivered { repeat: true, .. } => " perhaps twice".to_owned(),
        DeliveryState::Delayed { reason } | DeliveryState::Failed { reason, .. } => {
            format!(" {:?}", reason.as_str())
        }
        DeliveryState::Delivered { repeat: false, .. } | DeliveryState::Pending => String::new(),
    };
    let parts = if *parts == 0 { String::new() } else { format!(" parts {parts}") };
    format!("{target} {}{more}{parts}{begun}", state.name())
}

fn duty(duty: &Duty) -> &str {
    match duty {
        Duty::Command => "command",
        Duty::Role(role) => role.as_str(),
    }
}

/// `finish_task task=a.dsi.1 reason="two words" planned={"min":1,"max":2}`
fn read_command(text: &str) -> Command {
    let (name, mut rest) = text.split_once(' ').unwrap_or((text, ""));
    let mut fields = serde_json::Map::from_iter([("type".to_owned(), name.into())]);
    while let Some((key, tail)) = rest.split_once('=') {
        let mut values = serde_json::Deserializer::from_str(tail).into_iter::<serde_json::Value>();
        let (value, used) = match values.next() {
            Some(Ok(value)) if !tail.starts_with(|c: char| c.is_ascii_digit()) => (value, values.byte_offset()),
            _ => {
                let end = tail.find(' ').unwrap_or(tail.len());
                let word = &tail[..end];
                let value = match word.parse::<u64>() {
                    Ok(number) => number.into(),
                    Err(_) => {
                        word.parse::<Planned>().map_or_else(|_| word.into(), |it| serde_json::to_value(it).unwrap())
                    }
                };
                (value, end)
            }
        };
        fields.insert(key.trim().to_owned(), value);
        rest = tail[used..].trim_start();
    }
    serde_json::from_value(fields.into()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What differs, a line each.
fn changes(it: &Comparison) -> Vec<String> {
    let state = |state: Option<&TaskState>| state.map_or("none", TaskState::name);
    let step = |state: Option<&StepState>| state.map_or("none", StepState::name);
    let name = |name: &Option<PersonName>| name.as_ref().map_or_else(|| "nobody".to_owned(), ToString::to_string);
    let (before, after) = (&it.before, &it.after);
    let mut shown = vec![format!(
        "{}..{} {}->{} {:?}->{:?} night {}->{} {}->{} slip {}->{} done {:?}->{:?} blocked {}->{}",
        before.seq,
        after.seq,
        before.severity.name(),
        after.severity.name(),
        before.status,
        after.status,
        before.at_night,
        after.at_night,
        before.commander,
        after.commander,
        span(before.slip),
        span(after.slip),
        before.done,
        after.done,
        before.blocked,
        after.blocked,
    )];
    shown.extend(it.services.iter().map(|it| {
        let before = it.before.map_or("none", |health| health.name());
        format!("service {} {before}->{} down {}", it.service, it.after.name(), span(it.down))
    }));
    shown.extend(it.blockers.iter().map(|it| {
        let reason = it.reason.as_ref().map_or("no longer", Line::as_str);
        format!("blocker {} {reason:?} {}", it.task, it.after.name())
    }));
    shown.extend(it.calls.iter().map(|(by, text)| format!("call {by} {text}")));
    for (what, texts) in [("decision", &it.decisions), ("fact", &it.facts)] {
        shown.extend(texts.iter().map(|it| format!("{what} {} {} {}", it.seq, it.by, it.text)));
    }
    shown.extend(it.updates.iter().map(|it| format!("update {} {} {}", it.update, it.by, it.audience)));
    shown.extend(it.steps.iter().map(|it| {
        let planned = it.planned.map_or(String::new(), |(before, after)| format!(" {before}->{after}"));
        format!("step {} {}->{}{planned}", it.step, step(it.before.as_ref()), it.after.name())
    }));
    shown.extend(it.tasks.iter().map(|it| {
        let assignee = it.assignee.as_ref();
        let assignee = assignee.map_or(String::new(), |(a, b)| format!(" {}->{}", name(a), name(b)));
        format!("task {} {}->{}{assignee}", it.task, state(it.before.as_ref()), it.after.name())
    }));
    shown.extend(it.entries.iter().map(|(kind, count)| format!("{count} {}", kind.name())));
    shown.extend(it.people.iter().map(|(name, count)| format!("{name} wrote {count}")));
    shown
}

fn signed(text: &str) -> Span {
    let (sign, length) = text.split_at(1);
    let seconds = if length == "0m" { 0 } else { i64::from(length.parse::<Planned>().unwrap().max) };
    Span::seconds(if sign == "-" { -seconds } else { seconds })
}

fn span(span: Span) -> String {
    let seconds = span.num_seconds();
    let sign = if seconds < 0 { "-" } else { "" };
    let (hours, minutes, seconds) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    let rest = if seconds == 0 { String::new() } else { format!("{seconds:02}s") };
    format!("{sign}{hours}h{minutes:02}{rest}")
}

//! Rooms, routers and queues together, with targets whose answers a test sets, on a clock that advances only while
//! everything waits.

use std::collections::VecDeque;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use super::crew::Crew;
use super::settings::Opener;
use super::transport::Transport;
use super::{Dispatcher, NetworkEnvironment};
use crate::clock::{Clock, Hand};
use crate::incident::{
    Audience, AudienceId, Cadence, Command, DeliveryState, Event, HeaderCommand, Incident, Kind as InEarnest, Line,
    LogCommand, LogEvent, Moment, Occasion, Prose, Severity, Signature, Situation, Span, StepCommand, TargetName,
    UpdateCommand, Who,
};
use crate::lang::Lang;
use crate::notify::news::News;
use crate::notify::rich::Style;
use crate::notify::settings::{Place, Settings, Source};
use crate::notify::target::hook::{Bounds, BoxFuture};
use crate::notify::{Kind, Look, Part, Secrets, Target, Verdict, Web};
use crate::room::{Room, Rooms, Start};

/// What the targets got, and their next answers.
#[derive(Debug, Default)]
struct World {
    got: Mutex<Vec<(String, Instant, Part)>>,
    answers: Mutex<VecDeque<(String, Verdict)>>,
    /// Targets that never answer.
    dead: Mutex<Vec<String>>,
}

impl World {
    fn of(&self, name: &str) -> Vec<(Instant, Part)> {
        let got = self.got.lock().unwrap();
        got.iter().filter(|(to, ..)| to == name).map(|(_, at, part)| (*at, part.clone())).collect()
    }

    fn answer(&self, name: &str, verdict: Verdict) {
        self.answers.lock().unwrap().push_back((name.to_owned(), verdict));
    }
}

#[derive(Debug)]
struct Fake {
    name: String,
    kind: Kind,
    world: Arc<World>,
}

impl Target for Fake {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn host(&self) -> &'static str {
        "example.org"
    }

    fn bounds(&self) -> Bounds {
        Bounds::Characters(4_000)
    }

    fn print(&self, part: &Part) -> String {
        format!("{}\n{}", part.heading(), plain(part))
    }

    fn body(&self, part: &Part) -> String {
        self.print(part)
    }

    fn deliver<'a>(&'a self, part: &'a Part, _: &'a Web) -> BoxFuture<'a, Verdict> {
        self.world.got.lock().unwrap().push((self.name.clone(), Instant::now(), part.clone()));
        let mut answers = self.world.answers.lock().unwrap();
        let place = answers.iter().position(|(to, _)| *to == self.name);
        let answer = place.and_then(|place| answers.remove(place)).map(|(_, verdict)| verdict);
        let is_dead = self.world.dead.lock().unwrap().contains(&self.name);
        Box::pin(async move {
            if is_dead {
                std::future::pending::<()>().await;
            }
            answer.unwrap_or(Verdict::Delivered)
        })
    }
}

/// What a part says, without its heading.
fn plain(part: &Part) -> String {
    Style::PLAIN.rows(&part.text.rows)
}

struct Workshop(Arc<World>);

impl Opener for Workshop {
    fn open(&self, place: &Place) -> Result<Arc<dyn Target>, Line> {
        let kind = place.kind.unwrap_or(Kind::Slack);
        Ok(Arc::new(Fake { name: place.name.to_string(), kind, world: Arc::clone(&self.0) }))
    }

    fn certificates(&self, _: &Path) -> Option<Vec<u8>> {
        None
    }
}

struct Bench {
    _folder: tempfile::TempDir,
    rooms: Rooms,
    room: Room,
    hand: Arc<Hand>,
    dispatcher: Dispatcher,
    world: Arc<World>,
    ending: watch::Sender<bool>,
}

fn place(name: &str, push: &[News]) -> Place {
    Place {
        name: name.parse().unwrap(),
        kind: None,
        url: Source::Env(name.to_owned()),
        secret: None,
        audiences: vec![team()],
        push: push.to_vec(),
        allow_local: false,
    }
}

fn team() -> AudienceId {
    "team".parse().unwrap()
}

fn alice() -> Who {
    Who::owner(Signature::new("alice", "test"))
}

fn decision(text: &str) -> Command {
    Command::Log(LogCommand::Decide { text: text.into(), why: Prose::default(), objections: Prose::default() })
}

impl Bench {
    async fn new(targets: Vec<Place>) -> Self {
        Self::of(InEarnest::Real, targets).await
    }

    async fn of(kind: InEarnest, targets: Vec<Place>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (clock, hand) = Clock::fixed(Moment::UNIX_EPOCH);
        let rooms = Rooms::new(folder.path().to_owned(), clock.clone());
        let world = Arc::<World>::default();
        let transport = Transport::new(Box::new(Workshop(Arc::clone(&world))), clock, Lang::En);
        let dispatcher = Dispatcher::with(rooms.clone(), transport, None, NetworkEnvironment::default());
        dispatcher.follow(Settings { targets, ..Settings::default() });
        let (ending, hear) = watch::channel(false);
        tokio::spawn(dispatcher.clone().run(hear));
        let start = Start {
            title: "Mail down".into(),
            severity: Severity::Sev2,
            kind,
            speed: 1,
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan: crate::runbook::builtin()[1].plan(),
        };
        let room = rooms.start(start, alice()).await.unwrap();
        Self { _folder: folder, rooms, room, hand, dispatcher, world, ending }
    }

    async fn asks(&self, command: Command) {
        self.room.ask(alice(), command).await.unwrap();
    }

    /// One after the other, in no time: while the room's own thread writes, a paused clock runs on to the next timer.
    async fn asks_at_once(&self, commands: impl IntoIterator<Item = Command>) {
        tokio::time::resume();
        for command in commands {
            self.asks(command).await;
        }
        tokio::time::pause();
    }

    async fn says(&self, text: &str) {
        let (audience, occasion) = (team(), Occasion::Progress);
        self.asks(Command::Update(UpdateCommand::Post { audience, occasion, text: text.into() })).await;
    }

    async fn decides(&self, text: &str) {
        self.asks(decision(text)).await;
    }

    /// Waits until the incident is as expected.
    async fn until(&self, expected: impl Fn(&Incident) -> bool) {
        let mut changes = self.room.changes();
        changes.wait_for(|snapshot| expected(&snapshot.incident)).await.unwrap();
    }

    /// Waits until everything has gone out to a target.
    async fn idle(&self, name: &str) {
        let name: TargetName = name.parse().unwrap();
        self.until(|incident| incident.unaddressed().next().is_none() && incident.waiting(&name) == 0).await;
    }

    fn text(&self, name: &str) -> String {
        self.world.of(name).iter().map(|(_, part)| plain(part) + "\n").collect()
    }
}

fn later(reason: &str, maybe_sent: bool) -> Verdict {
    Verdict::Later { after: None, reason: reason.to_owned(), maybe_sent }
}

#[tokio::test(start_paused = true)]
async fn updates_go_out_in_order_one_a_second_and_a_dead_target_holds_up_only_itself() {
    let bench = Bench::new(vec![place("well", &[]), place("dead", &[])]).await;
    bench.world.dead.lock().unwrap().push("dead".to_owned());
    for number in 0..5 {
        bench.says(&format!("Number {number}.")).await;
    }
    bench.idle("well").await;
    let got = bench.world.of("well");
    let texts: Vec<_> = got.iter().map(|(_, part)| plain(part)).collect();
    assert_eq!(texts, (0..5).map(|number| format!("Number {number}.")).collect::<Vec<_>>());
    assert!(got.windows(2).all(|two| two[1].0 - two[0].0 >= Duration::from_secs(1)), "{got:?}");
    assert!(bench.text("dead").lines().all(|line| line == "Number 0."), "{}", bench.text("dead"));
}

#[tokio::test(start_paused = true)]
async fn what_may_have_arrived_says_so_and_what_has_not_does_not() {
    let bench = Bench::new(vec![place("chat", &[])]).await;
    bench.world.answer("chat", later("busy", false));
    bench.world.answer("chat", later("no response", true));
    bench.world.answer("chat", later("busy", false));
    bench.says("Mail is down.").await;
    bench.idle("chat").await;
    let repeats: Vec<_> = bench.world.of("chat").iter().map(|(_, part)| part.repeat.is_some()).collect();
    // Once it may have arrived, it may have for good.
    assert_eq!(repeats, [false, false, true, true]);
    let keys: Vec<_> = bench.world.of("chat").iter().map(|(_, part)| part.key.clone()).collect();
    assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    let snapshot = bench.room.snapshot();
    let state = &snapshot.incident.updates[0].deliveries[0].state;
    assert!(matches!(state, DeliveryState::Delivered { repeat: true, .. }), "{state:?}");
}

#[tokio::test(start_paused = true)]
async fn tries_are_spread_further_and_further() {
    let bench = Bench::new(vec![place("chat", &[])]).await;
    for _ in 0..14 {
        bench.world.answer("chat", later("down", false));
    }
    bench.world.answer("chat", later("busy", false));
    let began = Instant::now();
    bench.says("Mail is down.").await;
    let chat: TargetName = "chat".parse().unwrap();
    let busy = Line::new("busy");
    bench.until(|incident| incident.pending_delivery(&chat).is_some_and(|it| it.delayed.as_ref() == Some(&busy))).await;
    assert!(bench.room.snapshot().incident.seq.0 < 10, "the same again is not recorded again");
    let got = bench.world.of("chat");
    let pauses: Vec<_> = got.windows(2).map(|two| (two[1].0 - two[0].0).as_secs()).collect();
    assert!(pauses[0] >= 2 && pauses.iter().all(|pause| *pause <= 301), "{pauses:?}");
    assert!(pauses.iter().rev().take(3).all(|pause| *pause >= 225), "{pauses:?}");
    assert!(began.elapsed() > Duration::from_mins(10));
    bench.asks(Command::Update(UpdateCommand::Retry { message: None, target: None })).await;
    bench.idle("chat").await;
    assert!(bench.world.of("chat").iter().all(|(_, part)| part.repeat.is_none()), "it never arrived before");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_does_not_stop_what_is_behind_it() {
    let bench = Bench::new(vec![place("chat", &[])]).await;
    bench.world.answer("chat", Verdict::Refused { reason: "gone".to_owned() });
    bench.says("First.").await;
    bench.until(|incident| incident.to_fix().next().is_some()).await;
    bench.says("Second.").await;
    bench.until(|incident| incident.updates.len() == 2 && incident.to_fix().next().is_none()).await;
    bench.asks(Command::Update(UpdateCommand::Retry { message: None, target: None })).await;
    bench.idle("chat").await;
    assert_eq!(bench.text("chat"), "First.\nSecond.\nFirst.\n");
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_events_are_a_message_a_second_in_order_and_none_is_lost() {
    let bench = Bench::new(vec![place("chat", &[News::Opened, News::Decision])]).await;
    let asks: Vec<_> = (0..10_000)
        .map(|number| {
            let room = bench.room.clone();
            let (text, none) = (Prose::new(&format!("number {number:05}")), Prose::default());
            tokio::spawn(async move {
                room.ask(alice(), Command::Log(LogCommand::Decide { text, why: none.clone(), objections: none }))
                    .await
                    .unwrap();
            })
        })
        .collect();
    for ask in asks {
        ask.await.unwrap();
    }
    let chat: TargetName = "chat".parse().unwrap();
    bench.until(|incident| incident.pushed(&chat).0 >= 10_001 && incident.waiting(&chat) == 0).await;
    let expected: Vec<String> = bench
        .room
        .snapshot()
        .incident
        .log
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Log(LogEvent::Decided { text, .. }) => Some(text.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(expected.len(), 10_000);
    let shown = bench.text("chat");
    let shown: Vec<&str> = shown.lines().filter_map(|line| line.find("number ").map(|at| &line[at..])).collect();
    let twice: Vec<_> = shown.windows(2).filter(|two| two[0] == two[1]).take(3).collect();
    assert!(twice.is_empty(), "{twice:?}");
    assert_eq!(shown, expected);
    let got = bench.world.of("chat");
    assert!(got.windows(2).all(|two| two[1].0 - two[0].0 >= Duration::from_secs(1)));
    assert!(got.iter().all(|(_, part)| part.heading().len() + plain(part).len() <= 4_100));
}

#[tokio::test(start_paused = true)]
async fn news_is_gathered_and_a_slip_that_is_undone_is_not_sent() {
    let bench = Bench::new(vec![place("chat", &[News::Decision])]).await;
    bench.asks_at_once([decision("Cut the VPN"), decision("A slip"), Command::Undo]).await;
    let chat: TargetName = "chat".parse().unwrap();
    bench.until(|incident| incident.pushed(&chat).0 > 0).await;
    bench.idle("chat").await;
    assert_eq!(bench.world.of("chat").len(), 1);
    let text = bench.text("chat");
    assert!(text.contains("Cut the VPN") && !text.contains("slip"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn what_happens_while_a_target_is_down_is_sent_once_it_is_back() {
    let bench = Bench::new(vec![place("chat", &[News::Decision])]).await;
    let chat: TargetName = "chat".parse().unwrap();
    bench.world.answer("chat", later("down", false));
    bench.decides("one").await;
    bench.until(|incident| incident.pending_delivery(&chat).is_some_and(|pending| pending.delayed.is_some())).await;
    bench.asks_at_once([decision("two"), decision("three")]).await;
    bench.until(|incident| incident.pushed(&chat).0 >= 4 && incident.waiting(&chat) == 0).await;
    let got = bench.world.of("chat");
    assert_eq!(got.len(), 3, "the first twice, the others together: {got:?}");
    assert!(plain(&got[2].1).contains("two") && plain(&got[2].1).contains("three"));
}

#[tokio::test(start_paused = true)]
async fn a_phase_that_becomes_late_is_news_without_anybody_asking() {
    let bench = Bench::new(vec![place("chat", &[News::PhaseLate])]).await;
    bench.asks(Command::Step(StepCommand::Next)).await;
    let planned = {
        let snapshot = bench.room.snapshot();
        let step = snapshot.incident.active_steps().next().unwrap();
        snapshot.incident.step_clock(step, bench.room.now()).left.unwrap().max
    };
    assert!(bench.world.of("chat").is_empty());
    // Its clock and tokio's are two; the router wakes by the one and looks at the other.
    bench.hand.pass(planned + Span::seconds(1));
    bench.until(|incident| incident.active_steps().all(|step| step.late_noted)).await;
    let chat: TargetName = "chat".parse().unwrap();
    // It is long after the opening: the target gets the last hour.
    bench.until(|incident| incident.pushed(&chat).0 > 2 && incident.waiting(&chat) == 0).await;
    let step = bench.room.snapshot().incident.active_steps().next().unwrap().title.to_string();
    assert!(bench.text("chat").contains(&step), "{}", bench.text("chat"));
}

#[tokio::test(start_paused = true)]
async fn external_audiences_get_no_internal_news() {
    let mut outside = place("clients", &News::ALL);
    outside.audiences = vec!["clients".parse().unwrap()];
    let bench = Bench::new(vec![outside]).await;
    bench.asks(Command::Step(StepCommand::Next)).await;
    bench.decides("Pay nothing").await;
    let seq = bench
        .room
        .ask(alice(), Command::Header(HeaderCommand::SetSeverity { severity: Severity::Sev1 }))
        .await
        .unwrap();
    let clients: TargetName = "clients".parse().unwrap();
    bench.until(|incident| incident.pushed(&clients) >= seq && incident.waiting(&clients) == 0).await;
    let text = bench.text("clients");
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("SEV1") && !text.contains("alice") && !text.contains("Pay"), "{text}");
}

fn clients_target(push: &[News]) -> Place {
    Place { audiences: vec!["clients".parse().unwrap()], ..place("clients", push) }
}

fn to_clients(text: &str) -> Command {
    let audience = "clients".parse().unwrap();
    Command::Update(UpdateCommand::Post { audience, occasion: Occasion::Progress, text: text.into() })
}

#[tokio::test(start_paused = true)]
async fn external_audiences_read_a_title_without_names_and_no_word_of_it_in_an_id() {
    let bench = Bench::new(vec![clients_target(&[]), place("chat", &[])]).await;
    bench.dispatcher.hide(["Zoé Martin".into()]);
    bench.asks(Command::Header(HeaderCommand::Retitle { title: "srv-db01 down, Zoé and alice at it".into() })).await;
    bench.asks(to_clients("Alice works on it.")).await;
    bench.says("We work on it.").await;
    bench.idle("clients").await;
    bench.idle("chat").await;
    let (_, outside) = bench.world.of("clients").remove(0);
    assert_eq!(outside.message.title.as_str(), "SEV2 · […] down, […] and […] at it");
    assert_eq!(plain(&outside), "Alice works on it.", "what a person wrote goes as it is");
    assert!(!outside.key.contains("mail") && !outside.message.incident.as_str().contains("mail"));
    let (_, inside) = bench.world.of("chat").remove(0);
    assert!(inside.message.title.as_str().contains("srv-db01") && inside.key.contains("mail"));
}

#[tokio::test(start_paused = true)]
async fn an_exercise_sends_external_audiences_nothing_that_nobody_wrote() {
    let bench = Bench::of(InEarnest::Exercise, vec![clients_target(&News::ALL), place("chat", &News::ALL)]).await;
    let chat: TargetName = "chat".parse().unwrap();
    let seq = bench
        .room
        .ask(alice(), Command::Header(HeaderCommand::SetSeverity { severity: Severity::Sev1 }))
        .await
        .unwrap();
    bench.until(|incident| incident.pushed(&chat) >= seq && incident.waiting(&chat) == 0).await;
    bench.asks(to_clients("Mail is down.")).await;
    bench.idle("clients").await;
    assert_eq!(bench.text("clients"), "Mail is down.\n");
    assert!(bench.world.of("clients")[0].1.message.exercise);
}

#[tokio::test(start_paused = true)]
async fn a_target_that_is_taken_away_leaves_what_waited_to_be_retried() {
    let bench = Bench::new(vec![place("chat", &[])]).await;
    bench.world.answer("chat", later("down", false));
    bench.says("Mail is down.").await;
    let chat: TargetName = "chat".parse().unwrap();
    bench.until(|incident| incident.pending_delivery(&chat).is_some_and(|pending| pending.delayed.is_some())).await;
    bench.dispatcher.follow(Settings::default());
    bench.until(|incident| incident.to_fix().next().is_some()).await;
    bench.dispatcher.follow(Settings { targets: vec![place("chat", &[])], ..Settings::default() });
    bench.asks(Command::Update(UpdateCommand::Retry { message: None, target: None })).await;
    bench.idle("chat").await;
    assert_eq!(bench.world.of("chat").len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_host_that_ends_leaves_what_waits_to_the_next() {
    let bench = Bench::new(vec![place("chat", &[])]).await;
    bench.ending.send_replace(true);
    bench.says("Mail is down.").await;
    let (ending, hear) = watch::channel(false);
    tokio::spawn(bench.dispatcher.clone().run(hear));
    bench.idle("chat").await;
    assert_eq!(bench.text("chat"), "Mail is down.\n");
    drop(ending);
    bench.rooms.shutdown().await;
}

#[tokio::test(start_paused = true)]
async fn configured_audiences_come_into_incidents_unless_somebody_set_them_otherwise() {
    let bench = Bench::new(Vec::new()).await;
    let audience = |id: &str, minutes: u32| Audience {
        id: id.parse().unwrap(),
        name: id.into(),
        language: None,
        every: Cadence::always(minutes * 60),
        approval: false,
        outside: false,
        nights: false,
    };
    let set = |audiences| bench.dispatcher.follow(Settings { audiences, ..Settings::default() });
    let every = |incident: &Incident, id: &str| {
        incident.audience(&id.parse().unwrap()).and_then(|it| it.every.seconds(Severity::Sev1))
    };
    set(vec![audience("team", 7), audience("board", 9)]);
    bench.until(|it| every(it, "team") == Some(420) && every(it, "board") == Some(540)).await;
    set(vec![audience("team", 8), audience("board", 9)]);
    bench.until(|it| every(it, "team") == Some(480)).await;
    bench.asks(Command::Update(UpdateCommand::SetAudience { audience: Box::new(audience("team", 20)) })).await;
    set(vec![audience("team", 10), audience("board", 11)]);
    bench.until(|it| every(it, "board") == Some(660)).await;
    assert_eq!(every(&bench.room.snapshot().incident, "team"), Some(1_200), "what somebody has set stays");
}

#[tokio::test(start_paused = true)]
async fn a_target_that_asks_for_time_is_left_alone_for_that_long() {
    for (asked, least) in [(3, 3), (120, 120), (0, 1)] {
        let bench = Bench::new(vec![place("chat", &[])]).await;
        let after = Some(Duration::from_secs(asked));
        bench.world.answer("chat", Verdict::Later { after, reason: "busy".to_owned(), maybe_sent: false });
        bench.says("Mail is down.").await;
        bench.idle("chat").await;
        let got = bench.world.of("chat");
        assert_eq!(got.len(), 2, "{got:?}");
        assert!(got[1].0 - got[0].0 >= Duration::from_secs(least), "{asked} s: {got:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_is_composed_once_for_all_its_parts() {
    let bench = Bench::new(vec![place("chat", &[])]).await;
    bench.world.answer("chat", Verdict::Delivered);
    bench.world.answer("chat", later("busy", false));
    bench.says(&"A line of an update that is too long for one message.\n\n".repeat(300)).await;
    let chat: TargetName = "chat".parse().unwrap();
    bench.until(|incident| incident.pending_delivery(&chat).is_some_and(|it| it.delayed.is_some())).await;
    bench.asks(Command::Header(HeaderCommand::Retitle { title: "Another title".into() })).await;
    bench.idle("chat").await;
    let got = bench.world.of("chat");
    let first = got[0].1.clone();
    assert!(first.of > 2, "{} parts", first.of);
    assert!(got.iter().all(|(_, part)| Arc::ptr_eq(&part.message, &first.message)));
    let numbers: Vec<_> = got.iter().map(|(_, part)| part.number).collect();
    assert_eq!(numbers[..3], [1, 2, 2], "the second was tried twice");
    assert!(numbers[2..].windows(2).all(|two| two[1] == two[0] + 1), "{numbers:?}");
}

#[tokio::test(start_paused = true)]
async fn a_target_that_panics_or_hangs_may_have_taken_the_message() {
    let bench = Bench::new(vec![place("dead", &[])]).await;
    bench.world.dead.lock().unwrap().push("dead".to_owned());
    let name: TargetName = "dead".parse().unwrap();
    let verdicts = bench.dispatcher.test(Some(&name)).await;
    let [(tested, Verdict::Later { reason, maybe_sent: true, after: None })] = verdicts.as_slice() else {
        panic!("{verdicts:?}");
    };
    assert_eq!((tested, reason.as_str()), (&name, Lang::En.say("notify-too-slow").as_str()));
}

#[tokio::test(start_paused = true)]
async fn a_test_and_a_check_are_of_the_named_target_or_of_all() {
    let bench = Bench::new(vec![place("chat", &[]), place("mail", &[])]).await;
    let chat: TargetName = "chat".parse().unwrap();
    bench.world.answer("mail", Verdict::Refused { reason: "gone".to_owned() });
    let verdicts = bench.dispatcher.test(None).await;
    let verdicts: Vec<_> = verdicts.iter().map(|(name, verdict)| (name.as_str(), verdict)).collect();
    assert_eq!(verdicts, [("chat", &Verdict::Delivered), ("mail", &Verdict::Refused { reason: "gone".to_owned() })]);
    assert_eq!(bench.dispatcher.test(Some(&chat)).await.len(), 1);
    let (_, sample) = bench.world.of("chat").remove(0);
    assert!(sample.message.exercise && sample.key.starts_with("test-"), "{sample:?}");

    let names = |name| {
        let checked = bench.dispatcher.check(name, Some(&"Mail is **down**.".into()));
        checked.iter().map(|it| (it.name.to_string(), it.parts.clone().unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(names(None).len(), 2);
    let [(name, sheets)] = &names(Some(&chat))[..] else { panic!("one target") };
    assert_eq!((name.as_str(), sheets.len()), ("chat", 1));
    assert!(sheets[0].text.contains("Mail is") && sheets[0].body == sheets[0].text, "{sheets:?}");
}

#[tokio::test(start_paused = true)]
async fn a_preview_is_what_the_targets_of_the_audience_will_show() {
    let bench = Bench::new(vec![place("chat", &[]), clients_target(&[])]).await;
    let snapshot = bench.room.snapshot();
    let long = "A line of an update.\n\n".repeat(400);
    for (audience, text, target, notes) in [
        ("team", "Mail is down.", "chat", 0),
        ("clients", "Mail is down.", "clients", 0),
        ("team", long.as_str(), "chat", 1),
    ] {
        let audience: AudienceId = audience.parse().unwrap();
        let previews = bench.dispatcher.previews(&snapshot.incident, &audience, &text.into());
        let [preview] = previews.as_slice() else { panic!("{previews:?}") };
        assert_eq!((preview.target.as_str(), preview.notes.len()), (target, notes));
        assert_eq!(preview.parts.len() > 1, notes > 0);
        assert!(preview.parts[0].as_str().contains("SEV2"), "{preview:?}");
    }
    let nobody: AudienceId = "nobody".parse().unwrap();
    assert!(bench.dispatcher.previews(&snapshot.incident, &nobody, &"x".into()).is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_removed_target_leaves_nothing_that_could_be_woken() {
    let bench = Bench::new(Vec::new()).await;
    let transport = bench.dispatcher.0.transport.clone();
    let environment = NetworkEnvironment::default();
    let apply = |targets| {
        transport.apply(Settings { targets, ..Settings::default() }, &environment);
    };
    apply(vec![place("other", &[])]);
    let mut crew = Crew::new(transport.clone(), bench.rooms.clone(), bench.ending.subscribe());
    crew.staff(&transport.in_effect(), &[]);
    let other: TargetName = "other".parse().unwrap();
    let wake = transport.wakes.of(&other);
    apply(Vec::new());
    // The queue ends, and the task that opened the incidents.
    assert_eq!((crew.ended().await, crew.ended().await), (Some(()), Some(())));
    assert!(!Arc::ptr_eq(&wake, &transport.wakes.of(&other)), "it is forgotten");
}

#[test]
fn saved_settings_take_effect_and_rejected_ones_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify.toml");
    let (clock, _) = Clock::fixed(Moment::UNIX_EPOCH);
    let secrets = Secrets { folder: folder.path().to_owned(), credentials: None, variables: Arc::new(|_| None) };
    let rooms = Rooms::new(folder.path().join("incidents"), clock.clone());
    let dispatcher = Dispatcher::new(rooms, secrets, path.clone(), NetworkEnvironment::default(), clock, Lang::En);
    let target = |name: &str| {
        format!("[[target]]\nname = '{name}'\nurl = {{ file = 'secrets/SECRET' }}\naudiences = ['team']\n")
    };
    let names = || dispatcher.facts().iter().map(|fact| fact.name.to_string()).collect::<Vec<_>>();
    let look = || dispatcher.look_now(Look::Briefly);
    look();
    assert!(names().is_empty() && dispatcher.trouble().is_none());

    std::fs::write(&path, target("a")).unwrap();
    look();
    assert_eq!(names(), ["a"]);
    let trouble = dispatcher.facts()[0].trouble.clone().unwrap();
    assert!(trouble.as_str().contains("file not found: secrets/SECRET"), "{trouble}");
    std::fs::create_dir(folder.path().join("secrets")).unwrap();
    std::fs::write(folder.path().join("secrets/SECRET"), "https://example.org/hook").unwrap();
    look();
    assert!(dispatcher.facts()[0].trouble.is_some(), "the file has not changed");
    dispatcher.look_now(Look::Closely);
    assert_eq!((dispatcher.facts()[0].trouble.clone(), dispatcher.facts()[0].host.as_str()), (None, "example.org"));

    for (wrong, expected) in [
        (target("b") + "colour = 1", "line 5, unknown field “colour”"),
        ("[[target]]\nname = 'b'\nurl = 'https://example.org/hidden'\naudiences = []".into(), "is a secret"),
    ] {
        std::fs::write(&path, wrong).unwrap();
        look();
        let trouble = dispatcher.trouble().unwrap().to_string();
        assert!(trouble.contains(expected) && !trouble.contains("hidden"), "{trouble}");
        assert_eq!(names(), ["a"]);
    }
    std::fs::remove_file(&path).unwrap();
    look();
    assert!(dispatcher.trouble().unwrap().as_str().contains("the file has been removed"));
    assert_eq!(names(), ["a"]);
    std::fs::write(&path, target("c")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o666)).unwrap();
    look();
    assert!(dispatcher.trouble().unwrap().as_str().contains("can write to it"));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    dispatcher.look_now(Look::Closely);
    assert_eq!((names(), dispatcher.trouble()), (vec!["c".to_owned()], None));
}

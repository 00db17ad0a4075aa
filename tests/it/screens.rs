//! Screens as text: what a person sees at several sizes, in both languages, of incidents made by commands.
//!
//! A changed screen is read, then kept with `INSTA_UPDATE=always cargo test --test it screens`.

mod contrast;
mod replayed;
mod reporting;
mod reviewing;
mod sample;
mod updating;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use replayed::Tape;
use reporting::reported;
use reviewing::{reviewing, ugly_review};
use sample::{Story, assign, living, me, note, together};
use termina::event::{KeyCode, KeyEvent, Modifiers, MouseButton, MouseEvent, MouseEventKind};
use updating::{audience, house, post, templates, updating};
use warroom::incident::{
    Command, Event, HeaderCommand, HeaderEvent, Line, Moment, Occasion, PersonName, Plan, Preview, Prose, Recorded,
    Role, Seq, Span, StepCommand, StepId, SystemCommand, TargetFact, TaskCommand,
};
use warroom::lang::Lang;
use warroom::theme::{Meaning, Theme};
use warroom::ui::action::{ACTIONS, Action};
use warroom::ui::replay::{Cut, CutBy, Follow, Motion, Play};
use warroom::ui::{Effect, Input, Screen, Settings, World, Written};

fn plan() -> Plan {
    warroom::runbook::read(include_str!("../screens/plan.toml"), "plan.toml").unwrap()
}

fn theme() -> Theme {
    Theme::builtin("dark").unwrap()
}

/// What is on the screen after some keys; `\t` is Tab, `\x13` Ctrl-S.
fn draw(story: &Story, theme: Theme, lang: Lang, keys: &str, (width, height): (u16, u16)) -> Buffer {
    let mut screen = Screen::new(Settings { lang, theme, ..Settings::default() });
    let view = story.view();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    screen.update(World::Room(&view), Input::Changed);
    screen.render(World::Room(&view), &mut buffer);
    for key in keys.chars() {
        let key = match key {
            '\t' => KeyEvent::new(KeyCode::Tab, Modifiers::NONE),
            '\n' => KeyEvent::new(KeyCode::Enter, Modifiers::NONE),
            '\x13' => KeyEvent::new(KeyCode::Char('s'), Modifiers::CONTROL),
            key => KeyEvent::new(KeyCode::Char(key), Modifiers::NONE),
        };
        for effect in screen.update(World::Room(&view), Input::Key(key)) {
            match effect {
                Effect::Preview(written) => {
                    screen.update(World::Room(&view), Input::Previews(previews(story, &written)));
                }
                // A short one of another incident says as much of the screen.
                Effect::Report(of) => {
                    let reported = reported("juin", lang);
                    screen.update(World::Room(&view), Input::Reported(of, Ok(reported)));
                    screen.render(World::Room(&view), &mut buffer);
                }
                _ => {}
            }
        }
    }
    buffer.reset();
    screen.render(World::Room(&view), &mut buffer);
    buffer
}

/// A text as targets of its audience might show it.
fn previews(story: &Story, written: &Written) -> Vec<Preview> {
    let of = story.targets.iter().filter(|fact| fact.audiences.contains(&written.audience));
    let preview = |fact: &TargetFact| Preview {
        target: fact.name.clone(),
        kind: fact.kind.clone(),
        host: fact.host.clone(),
        parts: vec![Prose::new(&written.text.as_str().replace("**", "*"))],
        notes: Vec::new(),
    };
    of.map(preview).collect()
}

/// The cells as lines of text.
fn text(buffer: &Buffer) -> String {
    let mut lines = String::new();
    for y in buffer.area.rows() {
        let mut line = String::new();
        let mut x = y.left();
        while x < y.right() {
            let symbol = buffer[(x, y.y)].symbol();
            line.push_str(symbol);
            x += symbol.cell_width().max(1);
        }
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

fn shows(name: &str, story: &Story, lang: Lang, keys: &str, size: (u16, u16)) {
    insta::with_settings!({ snapshot_path => "../screens/expected", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text(&draw(story, theme(), lang, keys, size)));
    });
}

#[test]
fn the_war_room() {
    let story = living(plan());
    shows("room-60x16-fr", &story, Lang::Fr, "", (60, 16));
    shows("room-80x24-fr", &story, Lang::Fr, "lll", (80, 24));
    shows("room-100x30-en", &story, Lang::En, "", (100, 30));
    shows("room-120x36-fr", &story, Lang::Fr, "", (120, 36));
    shows("room-160x48-fr", &story, Lang::Fr, "", (160, 48));
    shows("room-160x48-en", &story, Lang::En, "", (160, 48));
}

#[test]
fn a_report_is_read_where_the_incident_is() {
    let story = reviewing(plan());
    shows("report-120x36-fr", &story, Lang::Fr, "i", (120, 36));
    shows("report-found-80x24-en", &story, Lang::En, "9i/resto", (80, 24));
    // What those outside read.
    shows("report-external-60x16-fr", &story, Lang::Fr, "ie]]]", (60, 16));
    shows("report-keys-80x24-fr", &story, Lang::Fr, "i?", (80, 24));
    shows("closed-services-100x30-fr", &story, Lang::Fr, "6", (100, 30));
}

#[test]
fn the_full_screens() {
    let story = living(plan());
    for (key, page) in [("2", "timeline"), ("3", "board"), ("4", "log"), ("5", "people"), ("6", "services")] {
        shows(&format!("{page}-120x36-fr"), &story, Lang::Fr, key, (120, 36));
        shows(&format!("{page}-80x24-en"), &story, Lang::En, key, (80, 24));
    }
}

#[test]
fn states_that_must_not_be_missed() {
    let mut held = living(plan());
    held.ask("alice", Command::Header(HeaderCommand::Hold { reason: Line::new("repas") })).pass(12);
    shows("held-100x30-fr", &held, Lang::Fr, "", (100, 30));

    let mut night = living(plan());
    while night.incident.night().is_none() {
        night.pass(50).next();
    }
    night.pass(200);
    shows("night-100x30-fr", &night, Lang::Fr, "", (100, 30));

    let mut closed = night;
    closed.ask("alice", Command::Step(StepCommand::StartDay));
    closed.pass(90).ask("alice", Command::Header(HeaderCommand::Close { reason: Line::new("tout est rétabli") }));
    shows("closed-100x30-en", &closed, Lang::En, "", (100, 30));
}

#[test]
fn wide_terminals_cut_no_title_and_no_name() {
    let mut story = living(plan());
    let who = "Marguerite Vasseur";
    story.ask(who, note("Astreinte prévenue"));
    story.me = me(who);
    story.present[0].person = PersonName::new(who);
    shows("wide-220x60-fr", &story, Lang::Fr, "", (220, 60));
    shows("wide-timeline-160x48-en", &story, Lang::En, "2", (160, 48));
    for size in [(160, 48), (220, 60)] {
        for page in ["1", "2"] {
            let text = text(&draw(&story, theme(), Lang::Fr, page, size));
            assert!(!text.contains('…'), "{text}");
        }
    }
}

#[test]
fn whoever_reads_is_named_where_no_title_is_cut_for_it() {
    let mut story = living(plan());
    let header = |story: &Story, width| {
        let text = text(&draw(story, theme(), Lang::Fr, "", (width, 48)));
        text.lines().take(if width < 150 { 2 } else { 1 }).collect::<Vec<_>>().join("\n")
    };
    assert!(header(&story, 120).contains("ines (vous)"));
    assert!(header(&story, 200).contains("alice (Dir. crise) · ines (vous) · 5 présents"));
    assert!(!header(&story, 60).contains("ines"));
    story.ask("alice", Command::Header(HeaderCommand::Retitle { title: Line::new(&"Panne ".repeat(12)) }));
    assert!(!header(&story, 160).contains("ines"), "{}", header(&story, 160));
    story.me = me("alice");
    assert!(header(&story, 120).contains("alice (Dir. crise, vous) · 5 présents"));
}

#[test]
fn several_people_in_a_room() {
    let mut story = together(plan());
    story.seen_by("alice");
    shows("together-commander-60x16-fr", &story, Lang::Fr, "", (60, 16));
    shows("together-commander-160x48-fr", &story, Lang::Fr, "", (160, 48));
    shows("together-call-80x24-fr", &story, Lang::Fr, "v", (80, 24));
    shows("together-people-120x36-fr", &story, Lang::Fr, "5", (120, 36));
    shows("together-people-60x16-en", &story, Lang::En, "5jj", (60, 16));
    shows("together-people-220x60-en", &story, Lang::En, "5", (220, 60));
    story.seen_by("karim");
    shows("together-deputy-80x24-en", &story, Lang::En, "", (80, 24));
    shows("together-offer-80x24-en", &story, Lang::En, "v", (80, 24));
    story.commander_gone = true;
    shows("together-gone-100x30-fr", &story, Lang::Fr, "", (100, 30));
    story.commander_gone = false;
    story.seen_by("ines");
    shows("together-member-80x24-fr", &story, Lang::Fr, "", (80, 24));
    shows("together-member-120x36-en", &story, Lang::En, "", (120, 36));
    shows("together-member-60x16-fr", &story, Lang::Fr, "", (60, 16));
    story.seen_by("zoé");
    shows("together-observer-80x24-fr", &story, Lang::Fr, "", (80, 24));
}

#[test]
fn who_gets_which_update_and_when() {
    let story = updating(plan());
    shows("updating-room-60x16-fr", &story, Lang::Fr, "", (60, 16));
    shows("updating-room-80x24-en", &story, Lang::En, "", (80, 24));
    shows("updating-room-160x48-fr", &story, Lang::Fr, "", (160, 48));
    shows("updates-60x16-fr", &story, Lang::Fr, "8", (60, 16));
    shows("updates-80x24-en", &story, Lang::En, "8jjj", (80, 24));
    shows("updates-120x36-fr", &story, Lang::Fr, "8", (120, 36));
    shows("updates-160x48-en", &story, Lang::En, "8", (160, 48));
    shows("update-write-60x16-en", &story, Lang::En, "u", (60, 16));
    shows("update-write-120x36-fr", &story, Lang::Fr, "u", (120, 36));
    shows("update-preview-80x24-fr", &story, Lang::Fr, "u\x13", (80, 24));
    shows("update-proposal-120x36-en", &story, Lang::En, "v", (120, 36));
}

#[test]
fn what_was_found_and_what_follows() {
    let mut story = reviewing(plan());
    story.seen_by("ines");
    shows("review-60x16-fr", &story, Lang::Fr, "9", (60, 16));
    shows("review-80x24-en", &story, Lang::En, "9jjjj", (80, 24));
    shows("review-120x36-fr", &story, Lang::Fr, "9", (120, 36));
    shows("review-160x48-en", &story, Lang::En, "9", (160, 48));
    shows("review-services-80x24-fr", &story, Lang::Fr, "6", (80, 24));
    shows("review-services-120x36-en", &story, Lang::En, "6", (120, 36));
    shows("review-finding-80x24-fr", &story, Lang::Fr, "9j\n", (80, 24));
    shows("review-action-80x24-en", &story, Lang::En, "9jjjj\n", (80, 24));
    story.seen_by("alice");
    shows("review-add-60x16-fr", &story, Lang::Fr, "9a", (60, 16));
    shows("review-change-120x36-en", &story, Lang::En, "9jjjje", (120, 36));
    shows("review-restored-80x24-en", &story, Lang::En, "6r", (80, 24));
    let mut empty = living(plan());
    empty.me = me("alice");
    shows("review-empty-80x24-fr", &empty, Lang::Fr, "9", (80, 24));
}

#[test]
fn ugly_data() {
    let story = ugly();
    shows("ugly-80x24-fr", &story, Lang::Fr, "lll", (80, 24));
    shows("ugly-160x48-fr", &story, Lang::Fr, "lll", (160, 48));
    shows("ugly-board-120x36-en", &story, Lang::En, "3", (120, 36));
    let board = text(&draw(&story, theme(), Lang::Fr, "3", (60, 16)));
    assert!(board.contains("… 43 ─"), "a figure is never cut: {board}");
    shows("ugly-updates-80x24-fr", &story, Lang::Fr, "8", (80, 24));
    shows("ugly-update-60x16-fr", &story, Lang::Fr, "u", (60, 16));
    let mut reviewed = ugly();
    ugly_review(&mut reviewed);
    shows("ugly-review-80x24-fr", &reviewed, Lang::Fr, "9", (80, 24));
    shows("ugly-review-160x48-en", &reviewed, Lang::En, "9G", (160, 48));
    let form = text(&draw(&story, theme(), Lang::Fr, "d", (60, 16)));
    assert!(form.contains("Échap ─╯"), "{form}");
}

/// Eight roles, forty tasks in a pane, emoji, wide and combining characters, and nothing short.
fn ugly() -> Story {
    let mut plan = plan();
    for (id, name) in [("legal", "Juridique et conformité réglementaire"), ("hr", "RH 🦄"), ("ext", "外部ベンダー")]
    {
        plan.roles.push(Role { id: id.parse().unwrap(), name: Line::new(name) });
    }
    plan.audiences = vec![
        audience("equipe", "Équipe 👩‍🚒 élargie aux prestataires et à la direction régionale", 60),
        audience("clients", "日本語のお客様", 30),
    ];
    let mut story = living(plan);
    story.templates = templates();
    let title =
        "Cyberattaque majeure sur toute la production, la messagerie et les sauvegardes 🔥 des agences régionales";
    story.ask("alice", Command::Header(HeaderCommand::Retitle { title: Line::new(title) }));
    let step: StepId = "activate".parse().unwrap();
    for number in 1..=40 {
        story.ask(
            "alice",
            Command::Task(TaskCommand::Add {
                step: step.clone(),
                role: "sysadmin".parse().unwrap(),
                title: Line::new(&format!(
                    "Vérifier le serveur 👩‍💻 srv-{number:03} et son voisin 日本語サーバ, puis le suivant"
                )),
                planned: None,
            }),
        );
    }
    let zoe = "Zoé 👩‍🚒 de la Très-Longue-Particule";
    let task = story.tasks("sysadmin")[20].clone();
    story.ask("alice", assign(&task, zoe)).ask(zoe, Command::Task(TaskCommand::Start { task }));
    let target = "un-nom-de-cible-qui-ne-tient-pas-dans-sa-colonne-du-tout";
    let update = post(&mut story, "equipe", Occasion::Progress, &"日本語の文。".repeat(99), &[target]);
    let reason = Line::new(&"la réponse du serveur est illisible 🔥 ".repeat(6));
    house(&mut story, SystemCommand::Fail { message: update, target: target.parse().unwrap(), reason });
    story.ask("日本語の名前の人", note(&"日本語のとても長いメモ。".repeat(20)));
    story.ask("tom", note(&"e\u{301}".repeat(300)));
    story
}

#[test]
fn what_is_late_has_its_colour_and_its_sign() {
    let mut story = living(plan());
    story.pass(40);
    for lang in Lang::ALL {
        let buffer = draw(&story, theme(), lang, "", (160, 48));
        let text = text(&buffer);
        let (y, line) = text.lines().enumerate().find(|(_, line)| line.contains('▶')).unwrap();
        assert!(line.contains("▲"), "the running phase is past its most: {line}");
        for sign in ['▶', '▲', '▓'] {
            let x = line.chars().position(|c| c == sign).unwrap();
            let cell = &buffer[(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())];
            let meaning = if sign == '▓' { Meaning::BarLate } else { Meaning::PhaseLate };
            assert_eq!(Some(cell.fg), theme().style(meaning).fg, "{sign}");
        }
    }
}

#[test]
fn without_colour_the_selection_is_reversed_and_states_have_signs() {
    let buffer = draw(&living(plan()), theme().without_colour(), Lang::Fr, "lll", (160, 48));
    let text = text(&buffer);
    for sign in ["✔", "▶", "·", "!", "☐", "☑", "▲"] {
        assert!(text.contains(sign), "{sign}");
    }
    let reversed = |y: u16| (0..160).any(|x| buffer[(x, y)].modifier.contains(Modifier::REVERSED));
    let row = text.lines().position(|line| line.contains("Préparer la reprise de")).unwrap();
    assert!(reversed(u16::try_from(row).unwrap()));
}

#[test]
fn a_second_moves_nothing_but_figures() {
    let mut story = living(plan());
    let before = draw(&story, theme(), Lang::Fr, "", (160, 48));
    story.now += Span::seconds(1);
    let after = draw(&story, theme(), Lang::Fr, "", (160, 48));
    let changed: Vec<_> = before.diff(&after).into_iter().map(|(x, y, cell)| (x, y, cell.symbol())).collect();
    assert!(changed.len() < 20, "{changed:?}");
    assert!(changed.iter().all(|(.., symbol)| symbol.parse::<u8>().is_ok()), "{changed:?}");
}

fn replays(name: &str, tape: &mut Tape, lang: Lang, keys: &str, size: (u16, u16)) {
    insta::with_settings!({ snapshot_path => "../screens/expected", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text(&tape.draw(theme(), lang, keys, size).0));
    });
}

#[test]
fn a_session_that_is_played_again() {
    let mut tape = Tape::frozen("mars");
    tape.at("2026-03-17T08:41:00Z");
    (tape.motion, tape.speed) = (Motion::Playing, 60);
    replays("replay-60x16-fr", &mut tape, Lang::Fr, "", (60, 16));
    replays("replay-80x24-fr", &mut tape, Lang::Fr, "", (80, 24));
    replays("replay-120x36-en", &mut tape, Lang::En, "", (120, 36));
    replays("replay-160x48-fr", &mut tape, Lang::Fr, "", (160, 48));
}

#[test]
fn the_axis_of_a_closed_session_ends_at_its_closing() {
    let mut tape = Tape::frozen("mars");
    let closed = tape.closed_at();
    // The last of its reviews came a month after its closing.
    let reviews: Vec<Moment> = tape.records.iter().map(|it| it.at).filter(|at| *at >= closed).collect();
    assert!(reviews.len() > 2 && *reviews.last().unwrap() - closed > Span::days(30));
    for (keys, size) in [("", (160, 48)), ("", (80, 24)), ("2", (160, 48)), ("2", (120, 36)), ("2", (90, 30))] {
        // The moment of the replay is shown below.
        let drawn = |tape: &mut Tape, at: Moment| {
            tape.at(&at.to_rfc3339());
            text(&tape.draw(theme(), Lang::Fr, keys, size).0)
        };
        for at in &reviews {
            let drawn = drawn(&mut tape, *at);
            let timeline: Vec<&str> = drawn.lines().filter(|line| line.contains('✔')).collect();
            assert!(!timeline.is_empty());
            for line in timeline {
                assert!(!line.contains(['‹', '›']), "{at} {keys:?} {size:?}: {line}");
            }
        }
    }
    tape.play_to(u64::MAX);
    replays("replay-closed-160x48-fr", &mut tape, Lang::Fr, "", (160, 48));
    replays("replay-closed-timeline-120x36-fr", &mut tape, Lang::Fr, "2", (120, 36));
}

#[test]
fn ugly_sessions_are_played_again() {
    let mars = Tape::frozen("mars");
    // Hundreds of marks in a few minutes.
    let mut short = mars.busy(300, Span::seconds(1));
    short.play_to(150);
    replays("replay-short-80x24-en", &mut short, Lang::En, "", (80, 24));
    // Five days of nothing but a note now and then.
    let mut long = mars.busy(40, Span::hours(3));
    long.play_to(20);
    replays("replay-long-80x24-fr", &mut long, Lang::Fr, "", (80, 24));
    // An opening, and that is all.
    let mut alone = mars.busy(0, Span::zero());
    replays("replay-alone-60x16-en", &mut alone, Lang::En, "", (60, 16));

    let mut cut = Tape::frozen("mars");
    let why = "record 371 of the journal is cut short".to_owned();
    cut.cut = Some(Cut { record: 371, by: CutBy::Damage, why });
    cut.loading = Some(43);
    cut.follow = Some(Follow::Person(PersonName::new("Zoé 👩‍🚒 de la Très-Longue-Particule-du-Nord")));
    replays("replay-damaged-120x36-en", cut.at("2026-03-17T08:41:00Z"), Lang::En, "", (120, 36));
    replays("replay-damaged-60x16-fr", &mut cut, Lang::Fr, "j", (60, 16));
}

#[test]
fn a_replay_of_what_goes_on() {
    let mut open = Tape::frozen("mars").busy(300, Span::seconds(40));
    open.goes_on = true;
    open.play_to(150);
    replays("replay-open-120x36-fr", &mut open, Lang::Fr, "", (120, 36));
    replays("replay-open-80x24-en", &mut open, Lang::En, "", (80, 24));
    // A little behind the last record: the clocks go on.
    open.play_to(301);
    open.now += Span::seconds(42);
    open.motion = Motion::Live;
    replays("replay-live-120x36-en", &mut open, Lang::En, "", (120, 36));
    replays("replay-live-60x16-fr", &mut open, Lang::Fr, "j", (60, 16));
    (open.motion, open.goes_on) = (Motion::Paused, false);
    let cut = |by, why: &str| Some(Cut { record: 302, by, why: why.to_owned() });
    open.cut = cut(CutBy::Shortening, "the journal was cut while it was followed");
    replays("replay-cut-120x36-en", &mut open, Lang::En, "", (120, 36));
    open.cut = cut(CutBy::Bounds, "le journal est trop volumineux");
    replays("replay-too-long-120x36-fr", &mut open, Lang::Fr, "j", (120, 36));
    replays("replay-too-long-60x16-fr", &mut open, Lang::Fr, "j", (60, 16));
}

#[test]
fn windows_of_a_replay() {
    let mut tape = Tape::frozen("mars");
    tape.at("2026-03-17T05:00:00Z");
    replays("replay-compare-80x24-fr", &mut tape, Lang::Fr, "m]]]]]c", (80, 24));
    replays("replay-compare-120x36-en", &mut tape, Lang::En, "c", (120, 36));
    replays("replay-jump-80x24-fr", &mut tape, Lang::Fr, "JJ9 12:00\n", (80, 24));
    replays("replay-jump-60x16-en", &mut tape, Lang::En, "J", (60, 16));
    replays("replay-watch-80x24-en", &mut tape, Lang::En, "w", (80, 24));
    replays("replay-help-80x24-fr", &mut tape, Lang::Fr, "?", (80, 24));
    replays("replay-palette-120x36-en", &mut tape, Lang::En, ":", (120, 36));
    tape.follow = Some(Follow::Role("sysadmin".parse().unwrap()));
    replays("replay-role-80x24-fr", &mut tape, Lang::Fr, "", (80, 24));
    tape.follow = None;
    replays("replay-people-120x36-fr", &mut tape, Lang::Fr, "5", (120, 36));
    replays("replay-people-60x16-en", &mut tape, Lang::En, "5j", (60, 16));
    let mut exercise = Tape::frozen("octobre");
    exercise.play_to(u64::MAX);
    replays("replay-closed-80x24-fr", &mut exercise, Lang::Fr, "", (80, 24));
}

#[test]
fn a_mark_is_promised_at_the_time_that_is_read_there() {
    // An hour after the opening, before which the clock is set back an hour.
    let mut tape = Tape::frozen("mars").busy(1, Span::hours(1));
    let opening = &tape.records[0];
    let (at, by) = (opening.at + Span::minutes(30), opening.by.clone());
    let event = Event::Header(HeaderEvent::ClockJumped { by: -3_600_000 });
    tape.records.insert(1, Recorded { seq: Seq(2), at, act: None, event, by });
    tape.records[2].seq = Seq(3);
    let mut tape = Tape::of(tape.records);
    let last = |tape: &mut Tape| {
        let drawn = text(&tape.draw(theme(), Lang::En, "", (120, 36)).0);
        drawn.lines().last().unwrap().to_owned()
    };
    let before = last(&mut tape);
    assert!(before.contains("D1 02:58:00") && before.contains("◆ decision 02:58"), "{before}");
    let there = last(tape.play_to(3));
    assert!(there.contains("D1 02:58:00") && there.contains("◆ decision: 0"), "{there}");
}

#[test]
fn records_of_one_instant_are_distinguished() {
    let mut records = Tape::frozen("mars").records;
    let twins = records.windows(2).rposition(|pair| pair[0].at == pair[1].at).unwrap();
    records.truncate(twins + 2);
    let (before, last) = (records[twins].seq.0, records[twins + 1].seq.0);
    let mut tape = Tape::of(records);
    let drawn = |tape: &mut Tape, keys: &str| text(&tape.draw(theme(), Lang::En, keys, (120, 36)).0);
    assert!(drawn(tape.play_to(last), "").contains("■ end"));
    assert!(!drawn(tape.play_to(before), "").contains("■ end"));
    let compared = drawn(tape.play_to(before), "m.c");
    assert!(compared.contains("1 entry"), "{compared}");
}

#[test]
fn why_a_journal_is_not_played_to_its_end_is_shown_once_it_is_known() {
    let mut tape = Tape::frozen("mars");
    let mut screen = Screen::new(Settings { theme: theme(), lang: Lang::En, ..Settings::default() });
    let mut drawn = |tape: &Tape, input: Input| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
        tape.see(|world| {
            screen.update(world, input);
            screen.render(world, &mut buffer);
        });
        text(&buffer)
    };
    let why = "its hash does not fit";
    tape.loading = Some(43);
    assert!(!drawn(&tape, Input::Changed).contains(why));
    tape.loading = None;
    tape.cut = Some(Cut { record: 396, by: CutBy::Damage, why: why.to_owned() });
    assert!(drawn(&tape, Input::Changed).contains(why));
    let key = KeyEvent::new(KeyCode::Char('j'), Modifiers::NONE);
    drawn(&tape, Input::Key(key));
    assert!(!drawn(&tape, Input::Changed).contains(why));
}

#[test]
fn a_click_on_the_scrubber_goes_there() {
    let mut tape = Tape::frozen("mars");
    tape.at("2026-03-17T08:41:00Z");
    let mut screen = Screen::new(Settings { theme: theme(), ..Settings::default() });
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
    tape.see(|world| {
        screen.update(world, Input::Changed);
        screen.render(world, &mut buffer);
    });
    let drawn = text(&buffer);
    let scrubber: Vec<char> = drawn.lines().nth(34).unwrap().chars().collect();
    let mut click = |sign: char| {
        let column = u16::try_from(scrubber.iter().position(|c| *c == sign).unwrap()).unwrap();
        let kind = MouseEventKind::Down(MouseButton::Left);
        let event = MouseEvent { kind, column, row: 34, modifiers: Modifiers::NONE };
        tape.see(|world| screen.update(world, Input::Mouse(event)))
    };
    // To the very moment of the mark that is there, not to the beginning of its column.
    let decided = "2026-03-17T02:15:00Z".parse().unwrap();
    assert_eq!(click('◆'), [Effect::Play(Play::Seek(decided))]);
    let closed = "2026-03-19T15:25:00Z".parse().unwrap();
    assert_eq!(click('■'), [Effect::Play(Play::Seek(closed))]);
}

#[test]
fn without_colour_a_replay_has_its_word_and_its_cursor() {
    let mut tape = Tape::frozen("mars");
    tape.at("2026-03-17T08:41:00Z");
    let (buffer, _) = tape.draw(theme().without_colour(), Lang::Fr, "", (80, 24));
    let reversed = |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::REVERSED);
    let cursor = (0..80).filter(|x| reversed(*x, 22)).count();
    assert_eq!(cursor, 1, "where the session is");
    assert!((0..80).all(|x| reversed(x, 23)), "the line that says so");
}

#[test]
fn nothing_is_done_in_a_replay_whatever_is_pressed() {
    let mut tape = Tape::frozen("mars");
    let actions = ACTIONS.iter().filter(|row| !matches!(row.action, Action::Quit | Action::Leave));
    for row in actions {
        // Through the palette and through every key, with what the window that opens does.
        let keys = row.keys.iter().filter(|key| key.chars().count() == 1);
        let keys = keys.flat_map(|key| ["6", "8"].map(|page| format!("{page}{key}\n\n")));
        for keys in keys.chain([format!(":{}\n\n\n", row.name)]) {
            let (_, asked) = tape.at("2026-03-17T08:41:00Z").draw(theme(), Lang::En, &keys, (80, 24));
            let acts =
                |it: &Effect| !matches!(it, Effect::Copy(_) | Effect::Report(_) | Effect::Redraw | Effect::Leave);
            assert!(!asked.iter().any(acts), "{keys:?}: {asked:?}");
        }
    }
    for (keys, lang, why) in [
        ("F", Lang::Fr, "Rejeu\u{a0}: lecture seule"),
        ("P", Lang::En, "Replay: read-only"),
        ("6\n", Lang::En, "Replay: read-only"),
        (":block-task\n", Lang::En, "Replay: read-only"),
    ] {
        let drawn = text(&tape.at("2026-03-17T08:41:00Z").draw(theme(), lang, keys, (100, 30)).0);
        assert!(drawn.contains(why), "{keys}:\n{drawn}");
    }
}

#[test]
fn no_size_is_a_panic() {
    let stories = [living(plan()), together(plan()), updating(plan()), reviewing(plan()), ugly()];
    let sizes = [
        (0, 0),
        (1, 1),
        (1, 60),
        (250, 1),
        (59, 16),
        (60, 15),
        (60, 16),
        (61, 17),
        (75, 20),
        (76, 20),
        (99, 25),
        (100, 24),
        (119, 23),
        (149, 30),
        (150, 17),
        (250, 16),
        (60, 70),
        (250, 70),
        (500, 200),
    ];
    for story in &stories {
        for size in sizes {
            for keys in ["", "\t", "\t\t", "2", "3", "4", "5", "6", "7", "8", "9", "9a", "u", "u\x13"] {
                draw(story, theme(), Lang::Fr, keys, size);
            }
        }
    }
    let mut tape = Tape::frozen("mars");
    let mut notes = tape.busy(60, Span::minutes(7));
    for size in sizes {
        for keys in ["", "]]m.", "mnnnc", "J", "w", "?", "9"] {
            tape.at("2026-03-17T05:00:00Z").draw(theme(), Lang::Fr, keys, size);
            notes.play_to(30).draw(theme(), Lang::En, keys, size);
        }
    }
}

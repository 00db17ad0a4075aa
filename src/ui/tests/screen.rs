//! What concerns the screen as a whole: actions, mouse, clocks, notices, alarms.

use super::*;
use crate::incident::{HeaderCommand, ServiceCommand, StepCommand, TaskCommand};
use crate::ui::action::PAGES;

#[test]
fn every_action_is_in_the_palette_and_no_action_panics_anywhere() {
    for row in action::ACTIONS {
        for mut bench in [Bench::at_start(), Bench::new(), Bench::updating(None)] {
            bench.draw();
            bench.with_world(|screen, world| run(&mut screen.state, world, row.action));
            bench.draw();
            bench.keys("<enter><esc><esc>");
        }
        if matches!(row.place, Place::Start | Place::Report | Place::Replay) || row.action == Action::Palette {
            continue;
        }
        let mut bench = Bench::new();
        bench.keys(":").keys(row.name);
        bench.shows(&row.action.sentence(Lang::Fr));
    }
}

#[test]
fn the_mouse_ticks_selects_and_opens() {
    let mut bench = Bench::new();
    let task = |id: &str| id.parse::<TaskId>().unwrap();
    bench.draw();
    bench.click(&Hit::Action(Action::Note));
    bench.shows("Texte").keys("<esc>");
    bench.click(&Hit::TaskBox(task("assess.dev.1")));
    bench.asks(&[r#"finish_task task="assess.dev.1""#]);
    bench.click(&Hit::Step("restore".parse().unwrap()));
    assert_eq!(bench.screen.state.cursor.step, Some("restore".parse().unwrap()));
    bench.keys("0<tab>");
    let at = |bench: &Bench| {
        let area = bench.screen.state.hits.area(&Hit::Task(task("assess.dsi.2"))).unwrap();
        (area.right() - 1, area.y)
    };
    for _ in 0..2 {
        let (column, row) = at(&bench);
        let kind = MouseEventKind::Down(MouseButton::Left);
        bench.input(Input::Mouse(MouseEvent { kind, column, row, modifiers: Modifiers::NONE }));
        bench.draw();
    }
    bench.shows("Identifiant").shows("assess.dsi.2");
}

#[test]
fn an_alarm_is_raised_once() {
    let mut bench = Bench::new();
    bench.input(Input::Tick);
    bench.now += Span::minutes(91);
    bench.input(Input::Tick);
    bench.asks(&["alarm « Évaluer » a dépassé sa durée prévue."
        .replace("« ", "«\u{a0}")
        .replace(" »", "\u{a0}»")
        .as_str()]);
    bench.input(Input::Tick);
    bench.asks(&[]);
}

/// Continues for some seconds, drawing each by its clocks alone where the screen offers it: never otherwise than whole.
pub fn seconds_by_their_clocks(bench: &mut Bench, seconds: i64) -> usize {
    let mut by_clocks = 0;
    for _ in 0..seconds {
        bench.now += Span::seconds(1);
        bench.input(Input::Tick);
        let mut patched = bench.buffer.clone();
        let mut scratch = Buffer::filled(bench.buffer.area, Cell::new("?"));
        let areas = bench.with_world(|screen, world| screen.render_clocks(world, &mut scratch));
        bench.draw();
        let Some(areas) = areas else { continue };
        by_clocks += 1;
        for position in areas.iter().flat_map(|area| area.positions()) {
            patched[position] = scratch[position].clone();
        }
        assert_eq!(patched, bench.buffer, "at {}", bench.now);
    }
    by_clocks
}

#[test]
fn a_second_is_drawn_by_its_clocks_as_it_would_be_whole() {
    let mut bench = Bench::new();
    for page in ["1", "2", "3", "4", "5", "6", "7"] {
        bench.keys(page);
        // The first minute shows seconds everywhere.
        bench.now += Span::minutes(5);
        bench.draw();
        assert!(seconds_by_their_clocks(&mut bench, 70) > 60, "page {page} is drawn whole too often");
    }
    bench.keys("1");
    for (width, height) in [(60, 16), (80, 24), (160, 48), (220, 60)] {
        bench.size(width, height);
        assert!(seconds_by_their_clocks(&mut bench, 10) > 0);
    }
    // Past the most of what is planned, second by second.
    bench.now = at() + Span::minutes(89);
    bench.draw();
    seconds_by_their_clocks(&mut bench, 150);
    // Held, only the time since then continues; past its objective, a service is late.
    bench.does("alice", Command::Header(HeaderCommand::Hold { reason: "électricité".into() }));
    bench.now = at() + Span::minutes(237);
    // A key takes the alarm from the screen.
    bench.keys("j");
    bench.draw();
    assert!(seconds_by_their_clocks(&mut bench, 250) > 50);
    bench.does("alice", Command::Header(HeaderCommand::Resume));
    bench.does("alice", Command::Task(TaskCommand::Start { task: "assess.dsi.2".parse().unwrap() }));
    bench.draw();
    seconds_by_their_clocks(&mut bench, 70);
    bench.keys("?");
    assert_eq!(seconds_by_their_clocks(&mut bench, 3), 0, "what lies above a page is drawn with it");
}

#[test]
fn what_was_done_is_shown_with_a_verb_beside_the_hints() {
    let mut bench = Bench::new();
    bench.size(120, 30);
    for (keys, notice) in [
        ("nAppel reçu<enter>", "✔ Note ajoutée : Appel reçu "),
        ("fDisque plein<enter>", "✔ Fait consigné : Disque plein "),
        ("dCouper<enter>Propagation<enter><enter>", "✔ Décision consignée : Couper : Propagation "),
        ("evu<enter>", "✔ Commentaire ajouté à propos de « Dresser l'état des lieux » : vu "),
        (" ", "✔ alice a terminé « Dresser l'état des lieux » "),
        ("y", "Copié. "),
    ] {
        let notice = notice.replace(" :", "\u{a0}:").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        bench.keys(keys);
        let text = bench.text();
        let last = text.lines().last().unwrap();
        assert!(last.contains(&notice), "{last}");
        assert!(last.contains("? aide"), "help stays: {last}");
    }
    bench.size(60, 16);
    bench.keys("nUne observation qui prend toute la largeur<enter>").hides("? aide");
    bench.size(100, 30);
    bench.keys(&format!("n{}<enter>", "Très long ".repeat(30))).shows("… ").shows("? aide");
}

#[test]
fn a_click_on_the_mark_of_more_shows_it() {
    let mut bench = Bench::new();
    for number in 1..=60 {
        let title = Line::new(&format!("Serveur {number:02}"));
        let (step, role) = ("assess".parse().unwrap(), "dsi".parse().unwrap());
        bench.does("karim", Command::Task(TaskCommand::Add { step, role, title, planned: None }));
    }
    let tasks = |bench: &Bench| -> Vec<TaskId> {
        let all = bench.incident.as_ref().unwrap().tasks().map(|(_, task)| task.id.clone());
        let hits = &bench.screen.state.hits;
        all.filter(|id| hits.has(&Hit::Task(id.clone()))).collect()
    };
    for (page, listing) in [("1", Listing::Tasks(0)), ("3", Listing::Cards(0))] {
        bench.keys(page);
        bench.keys("<home>");
        let first = tasks(&bench);
        bench.click(&Hit::More(listing, Side::Below));
        let second = tasks(&bench);
        let next = second.iter().position(|id| !first.contains(id));
        assert!(next.is_some_and(|next| next <= 2), "one page further: {first:?} {second:?}");
        bench.click(&Hit::More(listing, Side::Above));
        let back = tasks(&bench).iter().filter(|id| first.contains(id)).count();
        assert!(back * 2 > first.len(), "and back");
    }
    for number in 1..=40 {
        let name = Line::new(&format!("Service {number:02}"));
        let (priority, health) = (1, Health::Down);
        bench.does("karim", Command::Service(ServiceCommand::Add { name, priority, health, rto: None, rpo: None }));
    }
    bench.keys("6<home>").shows("Service 12").hides("Service 39");
    bench.click(&Hit::More(Listing::Rows, Side::Below));
    bench.shows("Service 39").click(&Hit::More(Listing::Rows, Side::Above));
    bench.shows("Service 12");
    bench.keys("1");
    bench.size(60, 16);
    for _ in 0..20 {
        let (title, kind) = (Line::new("Encore"), StepKind::Phase { planned: "1h".parse().unwrap() });
        bench.does("karim", Command::Step(StepCommand::Add { title, kind, after: Some("assess".parse().unwrap()) }));
    }
    bench.draw();
    bench.click(&Hit::More(Listing::Steps, Side::Below));
    bench.hides("Évaluer").click(&Hit::More(Listing::Steps, Side::Above));
    bench.shows("Évaluer").keys("2");
    bench.click(&Hit::More(Listing::Steps, Side::Below));
    bench.hides("Évaluer").click(&Hit::More(Listing::Steps, Side::Above));
    bench.shows("Évaluer");
    bench.size(100, 30);
    bench.keys("4<pagedown><pagedown>").shows("plus récentes");
    for _ in 0..9 {
        if bench.screen.state.cursor.log_back > 0 {
            bench.click(&Hit::More(Listing::Entries, Side::Above));
        }
    }
    bench.hides("plus récentes");
}

#[test]
fn the_tabs_of_the_pages_show_the_live_keys() {
    let mut bench = Bench::new();
    let own = [("show-board".to_owned(), vec!["f3".to_owned()]), ("show-log".to_owned(), Vec::new())];
    bench.screen.state.keymap = Keymap::with(&own.into()).unwrap();
    bench.size(160, 30);
    bench.shows(" 2 Chronologie ").shows(" F3 Tableau ").shows(" · Main courante ");
}

#[test]
fn help_explains_the_two_times() {
    let mut bench = Bench::new();
    bench.size(100, 120);
    bench.shows("Temps actif").keys("?").shows("T+  ").shows("suspensions et nuits comprises");
    bench.shows("hors suspensions et nuits");
}

#[test]
fn what_is_late_in_another_room_is_a_quiet_line_that_leads_there() {
    let mut bench = Bench::new();
    bench.overdue = vec![Overdue {
        incident: "20261122-autre-k3f9".parse().unwrap(),
        title: "Autre crise".into(),
        audiences: vec!["Direction".into()],
        phases: vec!["Évaluation".into()],
    }];
    bench.draw();
    bench.shows("▲ Retard dans «\u{a0}Autre crise\u{a0}» – point\u{a0}: Direction · phase\u{a0}: Évaluation");
    bench.keys("v").asks(&["enter 20261122-autre-k3f9"]);
}

#[test]
fn why_nothing_can_be_written_stays_on_the_screen() {
    let mut bench = Bench::new();
    bench.read_only = Some("Disque plein".to_owned());
    bench.draw();
    bench.shows("Disque plein").keys("j").shows("Disque plein");
}

fn any_input() -> impl Strategy<Value = Input> {
    let code = prop_oneof![
        6 => prop::sample::select(" nNdfpzbaestxrmSFXREAM+/:?oWDITVC12345670yhjklgGtwuc".chars().collect::<Vec<_>>())
            .prop_map(KeyCode::Char),
        4 => prop::sample::select(vec![
            KeyCode::Enter, KeyCode::Escape, KeyCode::Tab, KeyCode::BackTab, KeyCode::Up, KeyCode::Down,
            KeyCode::Left, KeyCode::Right, KeyCode::Home, KeyCode::End, KeyCode::PageUp, KeyCode::PageDown,
            KeyCode::Backspace, KeyCode::Delete, KeyCode::Null, KeyCode::Function(1),
        ]),
        1 => any::<char>().prop_map(KeyCode::Char),
    ];
    let key = (code, prop_oneof![4 => Just(0_u8), 1 => 0..16_u8])
        .prop_map(|(code, held)| KeyEvent::new(code, Modifiers::from_bits_truncate(held)));
    let mouse = (0..260_u16, 0..80_u16, 0..4_u8).prop_map(|(column, row, kind)| MouseEvent {
        kind: match kind {
            0 | 1 => MouseEventKind::Down(MouseButton::Left),
            2 => MouseEventKind::ScrollDown,
            _ => MouseEventKind::ScrollUp,
        },
        column,
        row,
        modifiers: Modifiers::NONE,
    });
    let size = prop_oneof![
        Just((1_u16, 1_u16)),
        Just((60, 16)),
        Just((80, 24)),
        Just((100, 30)),
        Just((250, 70)),
        (1..250_u16, 1..70_u16),
    ];
    prop_oneof![
        12 => key.prop_map(Input::Key),
        3 => mouse.prop_map(Input::Mouse),
        1 => ".{0,60}".prop_map(Input::Paste),
        2 => size.prop_map(|(width, height)| Input::Resize { width, height }),
        1 => Just(Input::Tick),
        1 => Just(Input::Previews(Vec::new())),
        1 => Just(Input::Answer(Err(Unanswered::ReadOnly("plein".to_owned())))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_input_at_any_size_panics(
        inputs in prop::collection::vec(any_input(), 1..60),
        room in 0..3_u8,
    ) {
        let mut bench = match room {
            0 => Bench::at_start(),
            1 => Bench::new(),
            _ => Bench::updating(None),
        };
        for (turn, input) in inputs.into_iter().enumerate() {
            bench.now += Span::minutes(3);
            if let Input::Resize { width, height } = input {
                bench.size(width, height);
            }
            bench.input(input);
            // Hits are sometimes those of an older frame, as when keys come fast.
            if turn % 3 == 0 {
                bench.draw();
            }
        }
    }
}

#[test]
fn the_digit_row_of_an_azerty_keyboard_opens_the_pages_without_shift() {
    let mut bench = Bench::of("alice", Right::Commander, &[]);
    for (key, (page, ..)) in ["&", "é", "\"", "'", "(", "-", "è", "_", "ç"].iter().zip(PAGES) {
        bench.keys(key);
        assert_eq!(bench.screen.state.cursor.page, page, "{key}");
    }
}

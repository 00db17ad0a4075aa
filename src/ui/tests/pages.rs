//! What each page selects, opens and copies, by keys alone.

use super::*;
use crate::incident::ServiceId;
use crate::ui::action::{PAGES, Page, Place};
use crate::ui::cursor::Pane;
use crate::ui::page::component;

/// What a page has selected, in a word.
fn selected(bench: &mut Bench) -> String {
    bench.with_world(|screen, world| {
        let World::Room(view) = world else { return screen.state.start_row.to_string() };
        let cursor = &screen.state.cursor;
        match cursor.page {
            Page::Room if cursor.pane == Pane::Timeline => step(cursor, view),
            Page::Timeline => step(cursor, view),
            Page::Room if cursor.pane == Pane::Log => entry(&screen.state),
            Page::Log => entry(&screen.state),
            Page::Room | Page::Board | Page::Mine => {
                cursor.selected_task(view).map_or_else(String::new, |(_, task)| task.id.to_string())
            }
            Page::Review => format!("{:?}", cursor.review),
            _ => cursor.row.to_string(),
        }
    })
}

fn step(cursor: &cursor::Cursor, view: &View<'_>) -> String {
    cursor.timeline_step(view.incident).map_or_else(String::new, |step| step.to_string())
}

fn entry(state: &state::State) -> String {
    state.cursor.selected_entry(&state.log).map_or_else(String::new, |entry| entry.0.to_string())
}

#[test]
fn a_list_moves_by_lines_to_its_ends_and_no_further() {
    // The page, then what is selected before and after some keys.
    let cases = [
        ("1", "j", "assess.dsi.1", "assess.dsi.2"),
        ("1", "jjjj", "assess.dsi.1", "assess.dsi.2"),
        ("1", "jk", "assess.dsi.1", "assess.dsi.1"),
        ("1", "k", "assess.dsi.1", "assess.dsi.1"),
        ("1", "l", "assess.dsi.1", "assess.dev.1"),
        ("1", "lll", "assess.dsi.1", "assess.dev.1"),
        ("1", "lh", "assess.dsi.1", "assess.dsi.1"),
        ("1", "G", "assess.dsi.1", "assess.dsi.2"),
        ("1", "Gg", "assess.dsi.1", "assess.dsi.1"),
        ("2", "j", "assess", "restore"),
        ("2", "G", "assess", "verify"),
        ("2", "Gg", "assess", "assess"),
        ("2", "k", "assess", "assess"),
        ("3", "j", "assess.dsi.1", "assess.dsi.2"),
        ("3", "G", "assess.dsi.1", "assess.dev.1"),
        ("3", "l", "assess.dsi.1", "assess.dsi.1"),
        ("4", "j", "2", "2"),
        ("4", "jj", "2", "1"),
        ("4", "G", "2", "1"),
        ("4", "Gg", "2", "2"),
        ("5", "j", "0", "0"),
        ("6", "j", "0", "0"),
        ("7", "j", "", ""),
    ];
    for (page, keys, before, after) in cases {
        let mut bench = Bench::new();
        bench.keys(page);
        assert_eq!(selected(&mut bench), before, "{page}");
        bench.keys(keys);
        assert_eq!(selected(&mut bench), after, "{page} {keys}\n{}", bench.text());
    }
}

#[test]
fn each_page_copies_what_is_selected() {
    let cases = [
        ("1y", "Dresser l'état des lieux"),
        ("1jy", "Informer la direction"),
        ("1ly", "Geler les déploiements"),
        ("2y", "Évaluer"),
        ("2jy", "Restaurer"),
        ("3y", "Dresser l'état des lieux"),
        ("6y", "Messagerie"),
    ];
    for (keys, text) in cases {
        Bench::new().keys(keys).asks(&[&format!("copy {text}")]);
    }
}

#[test]
fn a_page_that_is_shown_again_begins_at_its_first_line() {
    let mut bench = Bench::of("ines", Right::Commander, &["dev"]);
    bench.keys("5jj");
    assert_eq!(selected(&mut bench), "2");
    bench.keys("5");
    assert_eq!(selected(&mut bench), "2", "it was not left");
    bench.keys("65");
    assert_eq!(selected(&mut bench), "0");
}

#[test]
fn a_person_is_opened_as_what_they_wrote() {
    let mut bench = Bench::new();
    bench.keys("nUne note<enter>5<enter>").shows("@alice").shows("Une note");
    assert_eq!(bench.screen.state.cursor.page, Page::Log);
    // Back goes out of the filter, then out of the page.
    bench.keys("<esc>").hides("@alice");
    assert_eq!(bench.screen.state.cursor.page, Page::Log);
    bench.keys("<esc>");
    assert_eq!(bench.screen.state.cursor.page, Page::Room);
}

#[test]
fn a_step_is_opened_as_its_tasks() {
    let mut bench = Bench::new();
    bench.keys("2j<enter>");
    let cursor = &bench.screen.state.cursor;
    assert_eq!((cursor.page, cursor.pane), (Page::Room, Pane::Tasks));
    bench.shows("Remettre la messagerie").keys("<esc>").shows("Dresser l'état des lieux");
}

#[test]
fn panes_follow_each_other_in_both_directions() {
    let panes = |keys: &str| {
        let mut bench = Bench::new();
        bench.keys(keys);
        (bench.screen.state.cursor.page, bench.screen.state.cursor.pane)
    };
    assert_eq!(panes("<tab>"), (Page::Room, Pane::Log));
    assert_eq!(panes("<tab><tab>"), (Page::Room, Pane::Timeline));
    assert_eq!(panes("<tab><tab><tab>"), (Page::Room, Pane::Tasks));
    assert_eq!(panes("<backtab>"), (Page::Room, Pane::Timeline));
    assert_eq!(panes("6<tab>"), (Page::Room, Pane::Tasks), "from another page to the war room");
}

#[test]
fn every_page_has_its_place_and_its_name() {
    for (page, name, show, place) in PAGES {
        let mut bench = Bench::new();
        bench.with_world(|screen, world| run(&mut screen.state, world, show));
        bench.draw();
        assert_eq!(bench.screen.looks_at(), name);
        assert_eq!(bench.screen.state.place(), place, "{name}");
        assert_eq!(bench.screen.state.cursor.page, page);
    }
    let mut bench = Bench::new();
    for (keys, place) in [("<tab>", Place::Log), ("<tab>", Place::Timeline), ("<tab>", Place::Tasks)] {
        bench.keys(keys);
        assert_eq!(bench.screen.state.place(), place);
    }
    assert_eq!(Bench::at_start().screen.state.place(), Place::Start);
}

#[test]
fn hints_hide_what_has_nothing_to_act_on() {
    let mut bench = Bench::reviewing();
    let hinted = |bench: &mut Bench| {
        bench.with_world(|screen, world| {
            hints::hints(&screen.state, world).into_iter().map(|hint| hint.action).collect::<Vec<_>>()
        })
    };
    let about = [Action::FinishAction, Action::ChangeReviewed, Action::DropReviewed, Action::TakeAction];
    let none = hinted(&mut bench);
    assert!(about.iter().all(|action| !none.contains(action)), "{none:?}");
    bench.keys("fLa clé était dedans<ctrl-s>");
    let of_finding = hinted(&mut bench);
    assert!(of_finding.contains(&Action::ChangeReviewed), "{of_finding:?}");
    assert!(!of_finding.contains(&Action::FinishAction), "{of_finding:?}");
    bench.keys("aUne seconde clé<ctrl-s>j");
    assert!(hinted(&mut bench).contains(&Action::FinishAction));
    // At the start screen an incident must be selected.
    let mut bench = Bench::at_start();
    assert!(!hinted(&mut bench).contains(&Action::Report));
}

#[test]
fn a_member_is_refused_before_anything_is_typed() {
    for (keys, refused) in [("C", true), ("N", true), ("V", true), ("n", false), ("!", false), ("u", false)] {
        let mut bench = Bench::of("ines", Right::Member, &["dev"]);
        bench.keys("1").keys(keys);
        let is_bad = bench.screen.state.notice.as_ref().is_some_and(notice::Notice::is_bad);
        let opened = bench.screen.state.overlay.is_some();
        assert_eq!((is_bad, opened && keys != "u"), (refused || keys == "u", !refused && keys != "u"), "{keys}");
    }
}

#[test]
fn rows_that_are_gone_leave_the_selection_in_the_list() {
    let mut bench = Bench::new();
    bench.screen.state.cursor.page = Page::Services;
    bench.screen.state.cursor.row = 40;
    bench.input(Input::Changed);
    assert_eq!(bench.screen.state.cursor.row, 0);
    let rows = bench.with_world(|_, world| match world {
        World::Room(view) => component(Page::Services).rows(view),
        World::Start(_) => 0,
    });
    assert_eq!(rows, bench.incident.as_ref().unwrap().services.len());
}

#[test]
fn a_double_click_opens_a_service_and_a_single_one_selects_it() {
    let mut bench = Bench::new();
    bench.keys("6");
    let hit = Hit::Service("mail".parse::<ServiceId>().unwrap());
    bench.click(&hit);
    assert!(bench.screen.state.overlay.is_none());
    bench.click(&hit);
    assert!(bench.screen.state.overlay.is_some(), "{}", bench.text());
}

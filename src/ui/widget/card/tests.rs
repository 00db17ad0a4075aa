//! Cards: which button a key presses, and what of the text is in sight.

use super::*;
use crate::lang::Lang;
use crate::theme::Theme;
use crate::ui::canvas::drawn;
use crate::ui::scene::{Hits, Look};
use crate::ui::widget::window::paragraph;

const LABELS: [&str; 3] = ["Send", "Edit", "Later"];

fn shown(card: &Card, lines: usize, wrong: &str, width: u16, height: u16) -> (String, Hits) {
    let look = Look { lang: Lang::En, theme: Theme::default() };
    let lines: Vec<Line> = (1..=lines).map(|at| vec![(format!("line {at}."), Meaning::Overlay)]).collect();
    let wrong: Vec<Line> = match wrong {
        "" => Vec::new(),
        why => paragraph(why, width.saturating_sub(4), Meaning::FieldError).collect(),
    };
    let labels = LABELS.map(str::to_owned);
    let (text, drawn) = drawn(&look, width, height, |canvas| {
        card.render(canvas, (canvas.area(), width), ("Update", "keys"), &lines, &wrong, &labels);
    });
    (text, drawn.hits)
}

#[test]
fn arrows_go_around_the_buttons_and_enter_presses_one() {
    use KeyCode::{BackTab, Char, Down, Enter, Escape, Left, Right, Tab};
    let cases: [(&[KeyCode], Option<usize>); 8] = [
        (&[Enter], Some(0)),
        (&[Right, Enter], Some(1)),
        (&[Right, Right, Right, Enter], Some(0)),
        (&[Left, Enter], Some(2)),
        (&[Tab, Right, Enter], Some(2)),
        (&[BackTab, Left, Enter], Some(1)),
        (&[Down, Char('x')], None),
        (&[Escape], None),
    ];
    for (keys, expected) in cases {
        let mut card = Card::default();
        let pressed = keys.iter().map(|key| card.key(&KeyEvent::from(*key), LABELS.len())).last();
        assert_eq!(pressed, Some(expected), "{keys:?}");
    }
    assert_eq!(Card::default().key(&KeyEvent::from(Right), 0), None, "without buttons");
}

#[test]
fn a_text_that_is_longer_than_its_window_scrolls_and_says_so() {
    let mut card = Card::default();
    let (text, _) = shown(&card, 30, "", 40, 12);
    assert!(text.contains("line 1.") && text.contains("line 8.") && !text.contains("line 9."), "{text}");
    assert!(text.contains("22"), "how many lines are below\n{text}");
    card.key(&KeyEvent::from(KeyCode::PageDown), 3);
    assert!(shown(&card, 30, "", 40, 12).0.contains("line 8."));
    card.key(&KeyEvent::from(KeyCode::End), 3);
    let (text, _) = shown(&card, 30, "", 40, 12);
    assert!(text.contains("line 30.") && !text.contains("line 22."), "{text}");
}

#[test]
fn a_refusal_is_between_the_text_and_the_buttons() {
    let (text, hits) = shown(&Card::default(), 2, "it is closed", 40, 12);
    let line = |words: &str| text.lines().position(|line| line.contains(words));
    assert!(line("line 2.") < line("it is closed") && line("it is closed") < line("Send"), "{text}");
    for place in 0..LABELS.len() {
        assert!(hits.has(&Hit::Row(place)), "button {place}");
    }
}

#[test]
fn no_window_is_too_small_for_a_card() {
    for width in 0..30 {
        for height in 0..9 {
            let (text, hits) = shown(&Card::default(), 20, "no", width, height);
            assert!(text.lines().all(|line| line.chars().count() <= usize::from(width)), "{text}");
            if width >= 10 && height >= 3 {
                assert!(hits.has(&Hit::Row(0)), "the first button at {width}x{height}");
            }
        }
    }
}

//! Lists: what a search finds, in which order, and what is chosen.

use super::*;
use crate::lang::Lang;
use crate::theme::Theme;
use crate::ui::canvas;
use crate::ui::keymap::Key;
use crate::ui::scene::{Hits, Look};

const ITEMS: [(&str, &str); 6] = [
    ("Terminer la tâche", "tick-task"),
    ("Démarrer la tâche", "start-task"),
    ("Ajouter une tâche", "add-task"),
    ("Clôturer l'incident", "close"),
    ("Main courante", "show-log"),
    ("Évaluer les dégâts", "assess"),
];

fn picker() -> Picker<usize> {
    let items = ITEMS.iter().enumerate();
    let mut items: Vec<_> = items.map(|(at, (label, also))| Item::new(*label, at).also(*also)).collect();
    items[5] = items[5].clone().only_found();
    Picker::new("Actions".to_owned(), items)
}

fn press(picker: &mut Picker<usize>, keys: &str) -> Outcome<usize> {
    let mut last = Outcome::Stay;
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let (name, tail) = match rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            Some(named) => named,
            None => rest.split_at(c.len_utf8()),
        };
        rest = tail;
        let event = match name.chars().next() {
            Some(letter) if name.chars().count() == 1 => KeyEvent::from(KeyCode::Char(letter)),
            _ => name.parse::<Key>().expect("a key").event(),
        };
        last = picker.key(&event);
    }
    last
}

fn found(query: &str) -> Vec<&'static str> {
    let mut picker = picker();
    press(&mut picker, query);
    picker.shown.iter().filter_map(|shown| Some(ITEMS.get(shown.item?)?.1)).collect()
}

fn drawn(picker: &Picker<usize>, width: u16, height: u16) -> (String, Hits) {
    let look = Look { lang: Lang::Fr, theme: Theme::default() };
    let (text, drawn) = canvas::drawn(&look, width, height, |canvas| picker.render(canvas.area(), canvas));
    (text, drawn.hits)
}

#[test]
fn a_search_finds_words_and_letters_whatever_the_accents() {
    let cases: [(&str, &[&str]); 9] = [
        ("", &["tick-task", "start-task", "add-task", "close", "show-log"]),
        ("cloturer", &["close"]),
        ("CLÔTURER", &["close"]),
        ("tache ajout", &["add-task"]),
        // Other words find it too.
        ("show-log", &["show-log"]),
        // Letters in a row are enough.
        ("mcou", &["show-log"]),
        // Only once something is typed.
        ("degats", &["assess"]),
        ("assess", &["assess"]),
        ("zzz", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(found(query), expected, "{query:?}");
    }
}

#[test]
fn a_whole_word_counts_more_than_its_letters() {
    let items = ["Un réglage oublié en train", "Autre chose", "Route"].iter().enumerate();
    let items = items.map(|(at, label)| Item::new(*label, at)).collect();
    let mut picker = Picker::new(String::new(), items);
    assert_eq!(press(&mut picker, "route<enter>"), Outcome::Done(2));
}

#[test]
fn keys_and_clicks_choose() {
    let cases = [
        ("<enter>", Outcome::Done(0)),
        ("<down><down><enter>", Outcome::Done(2)),
        ("<ctrl-n><ctrl-j><ctrl-p><enter>", Outcome::Done(1)),
        ("<up><enter>", Outcome::Done(0)),
        ("<pagedown><enter>", Outcome::Done(1)),
        ("<tab><backtab><enter>", Outcome::Done(0)),
        ("clot<enter>", Outcome::Done(3)),
        ("zzz<enter>", Outcome::Stay),
        ("<esc>", Outcome::Close),
    ];
    for (keys, expected) in cases {
        assert_eq!(press(&mut picker(), keys), expected, "{keys}");
    }
    assert_eq!(picker().choose(4), Outcome::Done(4));
    assert_eq!(picker().choose(5), Outcome::Stay, "it is not listed");
    assert_eq!(press(&mut picker().at(3), "<enter>"), Outcome::Done(3));
    assert_eq!(press(&mut picker().at(99), "<enter>"), Outcome::Done(4));
}

#[test]
fn typed_text_can_be_chosen_itself() {
    let items = vec![Item::new("ines", "ines".to_owned()), Item::new("karim", "karim".to_owned())];
    let mut picker = Picker::new(String::new(), items).or_typed(|typed| format!("new {typed}"));
    let mut type_and_choose = |text: &str, row| {
        picker.query = Field::new(Shape::Line, "");
        picker.paste(text);
        picker.choose(row)
    };
    assert_eq!(type_and_choose("zoé", 0), Outcome::Done("new zoé".to_owned()));
    assert_eq!(type_and_choose("kar", 0), Outcome::Done("karim".to_owned()));
    assert_eq!(type_and_choose("kar", 1), Outcome::Done("new kar".to_owned()));
    assert_eq!(type_and_choose("karim", 1), Outcome::Stay, "a label itself is not offered twice");
}

#[test]
fn a_list_shows_its_selection_and_notes_its_rows() {
    let mut picker = picker();
    press(&mut picker, "<down>");
    let (text, hits) = drawn(&picker, 80, 20);
    assert!(text.contains("▸ Démarrer la tâche") && text.contains("  Terminer la tâche"), "{text}");
    assert!(!text.contains("Évaluer"), "{text}");
    assert!((0..5).all(|row| hits.has(&Hit::Row(row))));
    // The last line stays in sight in a low window.
    press(&mut picker, "<down><down><down>");
    let (text, hits) = drawn(&picker, 40, 6);
    assert!(text.contains("▸ Main courante"), "{text}");
    assert!(!hits.has(&Hit::Row(0)));
    press(&mut picker, "zzz");
    assert!(drawn(&picker, 80, 20).0.contains(&Lang::Fr.say("ask-nothing-found")));
    for (width, height) in [(1, 1), (4, 3), (30, 2)] {
        drawn(&picker, width, height);
    }
}

#[test]
fn letters_far_apart_are_noise_and_synonyms_come_last() {
    let items = ["Bloquer la tâche, avec un motif", "Fermer", "Clôturer l'incident"].iter().enumerate();
    let items = items.map(|(at, label)| Item::new(*label, at).also(["stuck", "", "fermer terminer"][at])).collect();
    let mut picker = Picker::new(String::new(), items);
    let mut found = |query: &str| {
        press(&mut picker, query);
        let found: Vec<_> = picker.shown.iter().filter_map(|shown| shown.item).collect();
        press(&mut picker, &"<backspace>".repeat(query.len()));
        found
    };
    // Its letters are in this order in the first label, but nobody means it.
    assert_eq!(found("bmtf"), [0; 0]);
    assert_eq!(found("blqr"), [0]);
    assert_eq!(found("stuck"), [0]);
    assert_eq!(found("fermer"), [1, 2]);
}

//! What terminals answer, and what their environment says.

use super::*;

#[test]
fn a_colour_is_read_in_every_way_in_which_terminals_say_it() {
    for (answer, expected) in [
        ("11;rgb:0000/0000/0000", Some(Background::Dark)),
        ("11;rgb:ffff/ffff/ffff", Some(Background::Light)),
        ("11;rgb:fd/f6/e3", Some(Background::Light)),
        ("11;rgb:f/f/f", Some(Background::Light)),
        ("11;rgba:1e1e/1e1e/2e2e/cccc", Some(Background::Dark)),
        ("11;#ffffff", Some(Background::Light)),
        ("11;#000", Some(Background::Dark)),
        ("11;#ffff", None),
        ("11;#", None),
        ("11;rgb:ffff/ffff", None),
        ("11;rgb:+fff/ffff/ffff", None),
        ("11;rgb:fffff/ffff/ffff", None),
        ("11;rgb:", None),
        ("11;?", None),
        ("10;rgb:ffff/ffff/ffff", None),
        ("11;#é", None),
    ] {
        assert_eq!(background(answer.as_bytes()), expected, "{answer}");
    }
    assert_eq!(background(b"11;rgb:\xff\xff"), None);
}

#[test]
fn what_is_remembered_has_a_bound() {
    let terminals = KnownTerminals::default();
    let alice = PersonName::new("alice");
    for n in 0..=REMEMBERED_MAX {
        terminals.remember(&alice, &n.to_string(), Remembered::Silent);
    }
    assert_eq!(terminals.of(&alice, &REMEMBERED_MAX.to_string()), Some(Remembered::Silent));
    assert!(terminals.0.lock().unwrap().len() <= REMEMBERED_MAX);
}

#[test]
fn a_variable_may_say_it() {
    for (said, background) in [
        ("15;0", Some(Background::Dark)),
        ("0;15", Some(Background::Light)),
        ("0;default;15", Some(Background::Light)),
        ("12;8", Some(Background::Dark)),
        ("0;7", Some(Background::Light)),
        ("15;default", None),
        ("15;300", None),
        ("", None),
    ] {
        assert_eq!(Background::of_colorfgbg(said), background, "{said}");
    }
}

#[test]
fn a_colour_is_light_or_dark_as_the_eye_has_it() {
    for (rgb, background) in [
        ([0, 0, 0], Background::Dark),
        ([255, 255, 255], Background::Light),
        ([0xfd, 0xf6, 0xe3], Background::Light),
        ([0x00, 0x2b, 0x36], Background::Dark),
        ([0, 0, 255], Background::Dark),
        ([0, 255, 0], Background::Light),
    ] {
        assert_eq!(Background::of_rgb(rgb), background, "{rgb:?}");
    }
}

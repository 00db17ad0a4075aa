//! What a terminal claims, and which colour it gets.

use super::*;

#[test]
fn colours_become_the_nearest_there_is() {
    let orange = Color::Rgb(255, 135, 0);
    assert_eq!(fit(Depth::True, orange), orange);
    assert_eq!(fit(Depth::TwoHundredFiftySix, orange), Color::Indexed(208));
    assert_eq!(fit(Depth::TwoHundredFiftySix, Color::Rgb(30, 30, 30)), Color::Indexed(234));
    assert_eq!(fit(Depth::Sixteen, Color::Rgb(250, 10, 10)), Color::LightRed);
    assert_eq!(fit(Depth::Sixteen, Color::Indexed(9)), Color::LightRed);
    assert_eq!(fit(Depth::Sixteen, Color::Cyan), Color::Cyan);
    assert_eq!(fit(Depth::None, orange), Color::Reset);
    for index in 16..=255 {
        let [r, g, b] = indexed(index);
        let Color::Indexed(found) = fit(Depth::TwoHundredFiftySix, Color::Rgb(r, g, b)) else { panic!() };
        assert_eq!(indexed(found), [r, g, b], "{index}");
    }
}

#[test]
fn a_terminal_says_what_it_shows() {
    for (term, colorterm, no_color, depth) in [
        ("xterm-256color", "", "", Depth::TwoHundredFiftySix),
        ("xterm-256color", "truecolor", "", Depth::True),
        ("xterm-256color", "truecolor", "1", Depth::None),
        ("xterm-kitty", "", "", Depth::True),
        ("linux", "", "", Depth::Sixteen),
    ] {
        assert_eq!(Depth::of(term, colorterm, no_color), depth, "{term} {colorterm}");
    }
}

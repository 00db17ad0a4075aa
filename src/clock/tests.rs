use std::collections::BTreeSet;

use super::*;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

#[test]
fn a_clock_of_a_test_stands_until_it_is_moved() {
    let (clock, hand) = Clock::fixed(at("2026-11-22T10:00:00.250Z"));
    let first = clock.read();
    assert_eq!((first.wall, first.steady), (at("2026-11-22T10:00:00.250Z"), Span::zero()));
    assert_eq!(clock.read(), first);
    hand.pass(Span::milliseconds(1_500));
    let second = clock.clone().read();
    assert_eq!((second.wall - first.wall, second.steady), (Span::milliseconds(1_500), Span::milliseconds(1_500)));
}

#[test]
fn setting_the_wall_clock_leaves_the_steady_one() {
    let (clock, hand) = Clock::fixed(at("2026-03-29T00:59:00Z"));
    for by in [Span::hours(1), Span::hours(-5), Span::days(4000)] {
        let before = clock.read();
        hand.set_wall(by);
        let after = clock.read();
        assert_eq!((after.wall - before.wall, after.steady), (by, before.steady));
        assert_eq!(clock.wall(), after.wall);
    }
}

#[test]
fn letters_of_a_test_count_up_and_are_four_of_an_id() {
    let (clock, _) = Clock::fixed(Moment::UNIX_EPOCH);
    let letters: Vec<_> = (0..40).map(|_| clock.letters()).collect();
    assert_eq!((letters[0].as_str(), letters[1].as_str(), letters[35].as_str()), ("aaaa", "aaab", "aaa9"));
    assert_eq!(letters[36], "aaba");
    let different: BTreeSet<_> = letters.iter().collect();
    assert_eq!(different.len(), letters.len());
    let of_the_machine: Vec<_> = (0..40).map(|_| Clock::machine().letters()).collect();
    for text in letters.iter().chain(&of_the_machine) {
        let is_of_an_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        assert!(text.len() == 4 && text.bytes().all(is_of_an_id), "{text}");
    }
}

#[test]
fn dice_never_show_as_much_as_they_have_sides() {
    let (fixed, _) = Clock::fixed(Moment::UNIX_EPOCH);
    for sides in [1, 2, 6, u32::MAX] {
        assert_eq!(fixed.dice(sides), sides - 1);
        assert!((0..100).all(|_| Clock::machine().dice(sides) < sides));
    }
    // No die at all is no reason to panic.
    assert_eq!((fixed.dice(0), Clock::machine().dice(0)), (0, 0));
}

//! Every page and window at every size, in both languages.

use super::*;

const SIZES: [(u16, u16); 8] = [(60, 16), (61, 17), (76, 20), (80, 24), (99, 30), (100, 36), (150, 48), (220, 70)];

/// Keys that open each page and each kind of window.
const SCENES: [&str; 20] =
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "?", ":", "n", "d", "N", "A", "W", "I", "/", "j<enter>", "V"];

fn scene(lang: Lang, keys: &str, (width, height): (u16, u16)) -> Bench {
    let mut bench = Bench::updating(None);
    bench.screen = Screen::new(Settings { lang, ..Settings::default() });
    bench.input(Input::Changed);
    bench.size(width, height);
    bench.keys(keys);
    bench
}

#[test]
fn nothing_is_noted_beyond_the_screen_and_every_message_is_whole() {
    for lang in Lang::ALL {
        for keys in SCENES {
            for size in SIZES {
                let bench = scene(lang, keys, size);
                let screen = bench.buffer.area;
                for hit in bench.screen.state.hits.areas() {
                    assert_eq!(hit.intersection(screen), *hit, "{keys} at {size:?}");
                }
                let text = bench.text();
                for trouble in ["{$", "{ $", "\u{2068}", "???"] {
                    assert!(!text.contains(trouble), "{trouble} is on {keys} at {size:?}\n{text}");
                }
            }
        }
    }
}

#[test]
fn a_screen_is_drawn_alike_twice_and_again_after_another_size() {
    for keys in SCENES {
        let mut bench = scene(Lang::Fr, keys, (100, 30));
        let first = bench.text();
        bench.draw();
        assert_eq!(bench.text(), first, "{keys}");
        bench.size(61, 17);
        bench.size(100, 30);
        assert_eq!(bench.text(), first, "{keys} after it was small");
    }
}

#[test]
fn help_is_always_hinted_and_the_clocks_are_where_they_say() {
    for size in SIZES {
        let bench = scene(Lang::En, "1", size);
        assert!(bench.screen.state.hits.has(&Hit::Action(Action::Help)), "{size:?}");
        assert!(!bench.screen.clocks.is_empty(), "{size:?}");
        for clock in &bench.screen.clocks {
            let shown = Lang::En.clock(clock.span);
            let cells = (clock.x..).map_while(|x| bench.buffer.cell((x, clock.y)));
            let text: String = cells.take(shown.chars().count()).map(Cell::symbol).collect();
            assert_eq!(text, shown, "{size:?}");
        }
    }
}

#[test]
fn a_terminal_that_is_too_small_says_what_it_needs() {
    for (width, height) in [(59, 16), (60, 15), (30, 10), (12, 3)] {
        let bench = scene(Lang::En, "1", (width, height));
        let text = bench.text();
        assert!(text.contains("60") || width < 20, "{text}");
        assert!(bench.screen.clocks.is_empty());
        assert!(!bench.screen.state.hits.has(&Hit::LogPane));
    }
    scene(Lang::En, "1", (1, 1));
}

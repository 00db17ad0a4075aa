//! Tests of themes; the errors of their files are in `tests/files/themes`.

use super::*;
use crate::lang::Lang;
use ratatui::style::Color;

#[test]
fn every_builtin_theme_reads() {
    for (name, _) in BUILTIN {
        if let Err(error) = Theme::find(name, &[]) {
            panic!("{}", error.render(Lang::En));
        }
    }
}

#[test]
fn what_a_theme_leaves_out_is_inherited_then_found_along_the_dots() {
    let base =
        "[style]\ntext = \"white\"\n\"phase\" = \"blue\"\n\"phase.late\" = { fg = \"red\", modifiers = [\"bold\"] }";
    let mine =
        "inherits = \"base\"\n[palette]\nalarm = \"#102030\"\n[style]\n\"phase.due\" = { bg = \"alarm\", fg = 208 }";
    let own = [("base".to_owned(), base.to_owned()), ("mine".to_owned(), mine.to_owned())];
    let theme = Theme::find("mine", &own).unwrap();
    assert_eq!(theme.style(Meaning::PhaseLate), Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
    assert_eq!(theme.style(Meaning::PhaseDue), Style::new().fg(Color::Indexed(208)).bg(Color::Rgb(16, 32, 48)));
    assert_eq!(theme.style(Meaning::PhaseDone), Style::new().fg(Color::Blue), "falls back to phase");
    assert_eq!(theme.style(Meaning::Border), Style::new().fg(Color::White), "falls back to text");
    assert_eq!(theme.role("anything", 0), Style::new().fg(Color::White));
}

#[test]
fn a_theme_may_change_the_builtin_one_of_its_name() {
    let own = [("dark".to_owned(), "inherits = \"dark\"\n[style]\nborder = \"red\"".to_owned())];
    let theme = Theme::find("dark", &own).unwrap();
    assert_eq!(theme.style(Meaning::Border), Style::new().fg(Color::Red));
    assert_eq!(theme.style(Meaning::PhaseLate), Theme::default().style(Meaning::PhaseLate));
}

#[test]
fn an_unknown_theme_names_those_that_exist() {
    let own = [("mine".to_owned(), String::new())];
    let error = Theme::find("drak", &own).unwrap_err();
    let text = error.render(Lang::En);
    assert!(text.starts_with("unknown theme “drak”: one of: ansi-16, "), "{text}");
    assert!(text.contains("mine") && text.ends_with("did you mean “dark”?"), "{text}");
    assert!(error.render(Lang::Fr).contains("high-contrast"));
}

#[test]
fn the_errors_of_an_inherited_theme_name_its_file() {
    let own = [("base", "[style]\nborder = 'redd'\ntitle = 256"), ("mine", "inherits = 'base'")];
    let own = own.map(|(name, source)| (name.to_owned(), source.to_owned()));
    let text = Theme::find("mine", &own).unwrap_err().render(Lang::En);
    assert!(text.contains("base.toml:2:") && text.contains("base.toml:3:"), "{text}");
}

#[test]
fn without_colour_what_had_a_background_is_reversed() {
    for (name, _) in BUILTIN {
        let theme = Theme::builtin(name).unwrap().without_colour();
        for meaning in Meaning::ALL {
            let style = theme.style(*meaning);
            assert!(style.fg.is_none() && style.bg.is_none(), "{name}: {meaning:?}");
        }
        for marked in [Meaning::Selection, Meaning::BadgeHeld, Meaning::BadgeReadOnly] {
            assert!(theme.style(marked).add_modifier.contains(Modifier::REVERSED), "{name}: {marked:?}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_a_theme_or_errors_that_can_be_shown(
        place in 0..4_000_usize,
        length in 0..40_usize,
        with in "[\\PC\n\"'\\[\\]{}=\u{1b}]{0,12}",
    ) {
        let dark = BUILTIN[0].1;
        let clamp = |place: usize| dark.floor_char_boundary(place.min(dark.len()));
        let (start, end) = (clamp(place), clamp(place + length));
        let source = format!("{}{with}{}", &dark[..start], &dark[end..]);
        if let Err(error) = Theme::find("mine", &[("mine".to_owned(), source)]) {
            let text = error.render(Lang::Fr);
            proptest::prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        }
    }
}

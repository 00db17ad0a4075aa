//! Tests of the configuration; its errors are in `tests/files/config`.

use super::document::{FILE, PEOPLE, SSH};
use super::*;
use crate::lang::Lang;
use crate::terminal::Depth;

fn read(source: &str) -> Config {
    Config::read(source, "config.toml").unwrap_or_else(|errors| panic!("{}", errors[0].render(Lang::En)))
}

#[test]
fn the_defaults_file_says_the_defaults() {
    assert_eq!(read(DEFAULTS), Config::default());
    let all: toml::Table = toml::from_str(DEFAULTS).unwrap();
    let own: toml::Table = toml::from_str(&Config::default().to_toml()).unwrap();
    assert_eq!(all, own);
}

#[test]
fn a_file_changes_what_it_names() {
    let config = read(
        "language = 'fr'\ncolour = '256'\nzone = 'Europe/Paris'\nbell = false\n[keys]\nquit = 'Q'\nundo = ['z', 'ctrl-z']",
    );
    assert_eq!(config.language, Some(Lang::Fr));
    assert_eq!(config.colour, Some(Depth::TwoHundredFiftySix));
    assert_eq!(config.zone, Some(chrono_tz::Europe::Paris));
    assert!(!config.bell && config.notify);
    assert_eq!(config.keys["undo"], ["z", "ctrl-z"]);
    assert_eq!(read(&config.to_toml()), config);
    let doors = "[people]\ntake_after = '1h30'\n[ssh]\nlisten = '0.0.0.0:2222'\nconnections = 5\nidle = '2h'";
    let doors = read(doors);
    assert_eq!(doors.people.take_after.get().as_secs(), 5400);
    assert_eq!((doors.ssh.listen.unwrap().port(), doors.ssh.connections), (2222, 5));
    assert_eq!(doors.ssh.idle.unwrap().get().as_secs(), 7200);
    assert_eq!(read(&doors.to_toml()), doors);
    let json = serde_json::to_string(&config).unwrap();
    assert_eq!(serde_json::from_str::<Config>(&json).unwrap(), config);
}

#[test]
fn the_reader_knows_every_setting() {
    let all: toml::Table = toml::from_str(&Config::default().to_toml()).unwrap();
    for (table, kind) in
        [(&all, FILE), (all["people"].as_table().unwrap(), PEOPLE), (all["ssh"].as_table().unwrap(), SSH)]
    {
        let mut names: Vec<_> = table.keys().map(String::as_str).collect();
        let mut fields = kind.fields.to_vec();
        names.sort_unstable();
        fields.sort_unstable();
        assert_eq!(names, fields, "{}", kind.name);
    }
}

#[test]
fn each_setting_is_read_by_itself() {
    for line in Config::default().to_toml().lines().filter(|line| line.contains(" = ")) {
        let section = match line.split(' ').next().unwrap() {
            "take_after" => "[people]\n",
            name if SSH.fields.contains(&name) => "[ssh]\n",
            _ => "",
        };
        assert_eq!(read(&format!("{section}{line}")), Config::default(), "{line}");
    }
}

#[test]
fn every_error_has_its_line_in_both_languages() {
    for (source, line, en, fr) in [
        ("theme = 'dark'\nlangage = 'fr'", 2, "did you mean “language”?", "vouliez-vous dire «\u{a0}language\u{a0}»"),
        ("language = 'de'", 1, "unsupported language “de”", "n'est pas une langue"),
        ("\n\nzone = 'Paris'", 3, "did you mean “Europe/Paris”?", "n'est pas un fuseau horaire"),
        ("colour = 256", 1, "“colour” is a number", "un texte entre guillemets"),
        ("bell = 'no'", 1, "true or false", "true (vrai) ou false (faux)"),
        ("[keys]\nundo = 3", 2, "expected a key or a list of keys", "une touche ou une liste de touches"),
        ("theme = ", 1, "text without quotes", "sans guillemets"),
        ("[ssh]\nlisten = '2222'", 2, "“2222” is not an address", "n'est pas une adresse"),
        ("[ssh]\ntries = 0", 2, "a whole number from 1", "un nombre entier de 1"),
        ("[ssh]\nkeepalive = 15", 2, "a quoted string", "un texte entre guillemets"),
        ("[ssh]\nkeepalive = '15'", 2, "“15” is not a duration", "n'est pas une durée"),
        ("[ssh]\nport = 1", 2, "unknown field “port” in [ssh]", "champ inconnu dans [ssh]"),
        ("[people]\ntake_aftr = '1m'", 2, "did you mean “take_after”?", "take_after"),
        ("ssh = 2222", 1, "a heading `[ssh]`", "un titre `[ssh]`"),
    ] {
        let errors = Config::read(source, "config.toml").unwrap_err();
        assert_eq!(errors.len(), 1, "{source}");
        for (lang, expected) in [(Lang::En, en), (Lang::Fr, fr)] {
            let text = errors[0].render(lang);
            assert!(text.contains(&format!("config.toml:{line}:")), "{text}");
            assert!(text.contains(expected) && text.contains('^'), "{text}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_a_configuration_or_errors_that_can_be_shown(
        place in 0..3_000_usize,
        length in 0..40_usize,
        with in "[\\PC\n\"'\\[\\]{}=\u{1b}]{0,12}",
    ) {
        let clamp = |place: usize| DEFAULTS.floor_char_boundary(place.min(DEFAULTS.len()));
        let (start, end) = (clamp(place), clamp(place + length));
        let source = format!("{}{with}{}", &DEFAULTS[..start], &DEFAULTS[end..]);
        for error in Config::read(&source, "config.toml").err().unwrap_or_default() {
            let text = error.render(Lang::Fr);
            proptest::prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        }
    }
}

#[test]
fn the_words_for_nothing_are_each_settings_own() {
    assert_eq!((unless_auto("auto"), unless_auto("off")), (None, Some("off".to_owned())));
    // A theme and a socket may have the name that leaves another setting out.
    let config = Config { theme: Some("off".to_owned()), host: Some("off".into()), zone: None, ..Config::default() };
    let json = serde_json::to_string(&config).unwrap();
    assert_eq!(serde_json::from_str::<Config>(&json).unwrap(), config);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&value["zone"], &value["ssh"]["listen"]), (&"auto".into(), &"off".into()));
    assert!(serde_json::from_str::<Config>(r#"{"zone":"off"}"#).is_err());
    assert!(serde_json::from_str::<Config>(r#"{"ssh":{"idle":"auto"}}"#).is_err());
}

#[test]
fn timeouts_are_written_as_they_are_read() {
    for (seconds, text) in [(1, "1s"), (60, "1m"), (90, "90s"), (3_600, "1h"), (5_400, "90m"), (86_400, "24h")] {
        let timeout = Timeout::seconds(seconds);
        assert_eq!(String::from(timeout), text);
        assert_eq!(Timeout::try_from(text.to_owned()), Ok(timeout));
    }
    for text in ["", "0s", "0", "soon", "-1m"] {
        assert!(Timeout::try_from(text.to_owned()).is_err(), "{text}");
    }
}

#[test]
fn a_theme_follows_the_background_unless_it_is_named() {
    use crate::terminal::Background;
    let auto = Config::default();
    assert_eq!(auto.theme_on(Some(Background::Light)), "light");
    assert_eq!((auto.theme_on(Some(Background::Dark)), auto.theme_on(None)), ("dark", "dark"));
    let named = Config { theme: Some("ours".to_owned()), ..Config::default() };
    assert_eq!((named.theme_on(Some(Background::Light)), named.themes()), ("ours", vec!["ours"]));
}

//! Tests of reading `notify.toml`.

use super::*;
use crate::lang::Lang;

const FULL: &str = "format = 1\n\
    [[target]]\nname = 'chat'\nkind = 'mattermost'\nurl = { file = 'secrets/chat' }\n\
    secret = { credential = 'key' }\naudiences = ['team', 'management', 'team']\n\
    push = ['opened', 'phase_late']\nallow_local = true\n\
    [[target]]\nname = 'mail'\nurl = { env = 'MAIL' }\naudiences = []\n\
    [[audience]]\nid = 'board'\nname = 'The board'\nevery = '30m'\napproval = true\n\
    [network]\nproxy = 'http://proxy:3128'\nno_proxy = '.example.org'\nca = 'ca.pem'\ngather = '30s'\n";

fn errors(source: &str) -> Vec<String> {
    let problems = Settings::read(source, "notify.toml").expect_err(source);
    problems.iter().map(|problem| problem.render(Lang::En)).collect()
}

#[test]
fn a_file_is_read_with_all_that_it_says() {
    let settings = Settings::read(FULL, "notify.toml").unwrap();
    let [chat, mail] = &settings.targets[..] else { panic!("two targets") };
    assert_eq!((chat.kind, chat.allow_local), (Some(Kind::Mattermost), true));
    assert_eq!(
        (&chat.url, &chat.secret),
        (&Source::File("secrets/chat".into()), &Some(Source::Credential("key".into())))
    );
    assert_eq!(chat.audiences.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["team", "management"]);
    assert_eq!(chat.push, [News::Opened, News::PhaseLate]);
    assert_eq!((&mail.url, mail.kind), (&Source::Env("MAIL".into()), None));
    assert_eq!(settings.audiences[0].name.as_str(), "The board");
    assert_eq!(settings.network.gather, Duration::from_secs(30));
    assert_eq!(settings.network.proxy.as_deref(), Some("http://proxy:3128"));
    assert_eq!(Settings::read("", "notify.toml").unwrap(), Settings::default());
}

#[test]
fn what_is_wrong_is_shown_where_it_stands() {
    let target = "[[target]]\nname = 'a'\nurl = { file = 'x' }\naudiences = ['team']\n";
    for (source, line, expected) in [
        ("[[target]]\nname = 'a'\naudiences = ['b']", 1, "missing “url” in a channel"),
        ("[[target]]\nurl = { file = 'x' }\naudiences = ['b']", 1, "missing “name” in a channel"),
        ("[[target]]\nname = 'a'\nurl = { file = 'x' }", 1, "missing “audiences” in a channel"),
        ("[[target]]\nname = 'A B'\nurl = { file = 'x' }\naudiences = []", 2, "is not a valid channel name"),
        ("[[target]]\nname = 'a'\nurl = 'https://x/SECRET'\naudiences = []", 3, "is a secret"),
        ("[[target]]\nname = 'a'\nurl = { file = 'x', env = 'y' }\naudiences = []", 3, "expected one source"),
        ("[[target]]\nname = 'a'\nurl = { credential = '../x' }\naudiences = []", 3, "without a folder"),
        (&format!("{target}kind = 'mattermos'"), 5, "did you mean “mattermost”?"),
        (&format!("{target}push = ['decisions']"), 5, "did you mean “decision”?"),
        (&format!("{target}allow_local = 'yes'"), 5, "true or false"),
        (&format!("{target}colour = 'red'"), 5, "unknown field “colour”"),
        (&format!("{target}{target}"), 6, "the name “a” is taken"),
        ("[network]\ngather = '1h'", 2, "from \"1s\" to \"10m\""),
        ("[network]\nproxi = 'x'", 2, "did you mean “proxy”?"),
        ("network = 1", 1, "[network]"),
        ("target = 1", 1, "[[target]]"),
        ("[[audience]]\nname = 'x'", 1, "“id”"),
        ("format = 2", 1, "format not supported"),
        ("[[target]]\nname = ", 2, "text without quotes"),
    ] {
        let text = errors(source);
        assert_eq!(text.len(), 1, "{}", text.join("\n"));
        assert!(text[0].contains(&format!("notify.toml:{line}:")), "{}", text[0]);
        assert!(text[0].contains(expected) && text[0].contains('^'), "{}", text[0]);
        assert!(!text[0].contains("SECRET"), "{}", text[0]);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_settings_or_problems_that_can_be_shown(
        place in 0..800_usize,
        length in 0..40_usize,
        with in "[\\PC\n\"'\\[\\]{}=\u{1b}]{0,12}",
    ) {
        let clamp = |place: usize| FULL.floor_char_boundary(place.min(FULL.len()));
        let (start, end) = (clamp(place), clamp(place + length));
        let source = format!("{}{with}{}", &FULL[..start], &FULL[end..]);
        for problem in Settings::read(&source, "notify.toml").err().unwrap_or_default() {
            let text = problem.render(Lang::Fr);
            proptest::prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        }
    }
}

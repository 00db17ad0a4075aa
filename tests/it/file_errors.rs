//! What the author of a file reads when something is wrong: every file of `tests/plans` and of the folders of
//! `tests/files`, in both languages.

use std::path::Path;
use warroom::config::Config;
use warroom::diagnostic::{Diagnostic, DiagnosticKind, render_all};
use warroom::draft::Template;
use warroom::lang::Lang;
use warroom::notify::settings::Settings;
use warroom::people::People;
use warroom::runbook;
use warroom::theme::{Theme, ThemeError};

#[test]
fn every_bad_plan_says_what_is_wrong_and_where() {
    every_file("plans", ".toml", |bytes, name| rendered(runbook::read_bytes(bytes, name)));
}

#[test]
fn every_bad_people_file_says_what_is_wrong_and_where() {
    every_file("files/people", ".toml", |bytes, name| rendered(People::read_bytes(bytes, name)));
}

#[test]
fn every_bad_notify_file_says_what_is_wrong_and_where_and_shows_no_secret() {
    every_file("files/notify", ".toml", |bytes, name| {
        let texts = rendered(Settings::read_bytes(bytes, name));
        assert!(texts.iter().all(|text| !text.contains("SECRET")), "{texts:?}");
        texts
    });
}

#[test]
fn every_bad_configuration_says_what_is_wrong_and_where() {
    every_file("files/config", ".toml", |bytes, name| rendered(Config::read_bytes(bytes, name)));
}

#[test]
fn every_bad_theme_says_what_is_wrong_and_where() {
    every_file("files/themes", ".toml", |bytes, name| {
        let stem = name.strip_suffix(".toml").unwrap();
        let own = [(stem.to_owned(), String::from_utf8(bytes.to_vec()).unwrap())];
        let error = Theme::find(stem, &own).expect_err(name);
        assert!(matches!(error, ThemeError::Invalid(_)), "{error:?}");
        Lang::ALL.map(|lang| error.render(lang)).to_vec()
    });
}

#[test]
fn every_bad_template_says_what_is_wrong_and_where() {
    every_file("files/templates", ".md", |bytes, name| rendered(Template::read_bytes(bytes, name)));
}

/// The errors of a file that must not be valid, in each language.
fn rendered<T, K: DiagnosticKind>(read: Result<T, Vec<Diagnostic<K>>>) -> Vec<String> {
    let Err(diagnostics) = read else { panic!("it is valid") };
    Lang::ALL.map(|lang| render_all(&diagnostics, lang)).to_vec()
}

fn every_file(folder: &str, ending: &str, texts: impl Fn(&[u8], &str) -> Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(ending).map(str::to_owned))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    for name in names {
        let file = format!("{name}{ending}");
        let text = texts(&std::fs::read(folder.join(&file)).unwrap(), &file).join("\n\n");
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{name}: {text:?}");
        assert!(!text.contains('\u{202e}'), "{name}: {text:?}");
        settings.bind(|| insta::assert_snapshot!(name, text));
    }
}

#[test]
fn what_is_no_text_or_too_big_is_refused_before_it_is_read() {
    let cases: [(&[u8], &str); 4] = [
        (&vec![b'#'; 10_000_000], "the file is too large: 9766 KiB"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "the file is not UTF-8 text"),
        (b"format = 1\ntitle = \"caf\xe9\"", "the file is not UTF-8 text"),
        (b"", "in a plan"),
    ];
    for (bytes, expected) in cases {
        let problems = runbook::read_bytes(bytes, "plan.toml").unwrap_err();
        let shown = problems[0].render(Lang::En);
        assert!(shown.contains(expected) && shown.contains("plan.toml"), "{shown}");
    }
}

#[test]
fn a_bomb_is_a_problem_and_not_a_crash() {
    let deep = 60_000;
    let bombs = [
        format!("a = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("a = {}1{}", "{a=".repeat(deep / 3), "}".repeat(deep / 3)),
        format!("{} = 1", vec!["a"; deep].join(".")),
        format!("[{}]", vec!["a"; deep].join(".")),
        "[".repeat(deep),
        "=\n".repeat(deep),
        (0..10_000).fold("format = 1\n".to_owned(), |plan, n| format!("{plan}k{n} = 1\n")),
        "[[step]]\n".repeat(10_000),
        format!("title = \"{}\"", "\u{301}".repeat(deep)),
    ];
    for bomb in bombs {
        let problems = runbook::read(&bomb, "bomb.toml").unwrap_err();
        assert!(!problems.is_empty() && problems.len() <= 41);
        let shown = problems[0].render(Lang::Fr);
        assert!(shown.len() < 4_000, "{}", shown.len());
    }
}

//! What a plan's author reads when something is wrong: every file of `tests/plans`, in both languages.

use std::path::Path;
use warroom::lang::Lang;
use warroom::runbook;

#[test]
fn every_bad_plan_says_what_is_wrong_and_where() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    for name in names {
        let file = format!("{name}.toml");
        let bytes = std::fs::read(folder.join(&file)).unwrap();
        let problems = runbook::read_bytes(&bytes, &file).expect_err(&name);
        let told: Vec<_> = Lang::ALL
            .into_iter()
            .flat_map(|lang| problems.iter().map(move |problem| problem.render(lang)))
            .collect();
        let told = told.join("\n\n");
        assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{name}: {told:?}");
        assert!(!told.contains('\u{202e}'), "{name}: {told:?}");
        settings.bind(|| insta::assert_snapshot!(name, told));
    }
}

#[test]
fn what_is_no_text_or_too_big_is_refused_before_it_is_read() {
    let cases: [(&[u8], &str); 4] = [
        (&vec![b'#'; 10_000_000], "the file is too large for a plan (10 MiB)"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "the file is not UTF-8 text"),
        (b"format = 1\ntitle = \"caf\xe9\"", "the file is not UTF-8 text"),
        (b"", "in a plan"),
    ];
    for (bytes, expected) in cases {
        let problems = runbook::read_bytes(bytes, "plan.toml").unwrap_err();
        let told = problems[0].render(Lang::En);
        assert!(told.contains(expected) && told.contains("plan.toml"), "{told}");
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
        let told = problems[0].render(Lang::Fr);
        assert!(told.len() < 4_000, "{}", told.len());
    }
}

//! The README says what the program does.

use std::path::Path;
use warroom::lang::Lang;
use warroom::ui::action::{ACTIONS, Group};
use warroom::ui::keymap::Keymap;

#[test]
fn the_key_table_is_the_one_of_the_actions() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (_, behind) = readme.split_once("<!-- keys: ").expect("the table begins with its mark");
    let (_, behind) = behind.split_once("-->\n").expect("the mark ends");
    let (table, _) = behind.split_once("<!-- end of keys -->").expect("the table ends with its mark");
    let expected = key_table();
    assert!(table == expected, "the key table of README.md should read:\n\n{expected}");
}

fn key_table() -> String {
    let keymap = Keymap::default();
    let mut lines = vec!["| key | what it does |".to_owned(), "|---|---|".to_owned()];
    for group in Group::ALL {
        lines.push(format!("| | **{}** |", group.title(Lang::En)));
        lines.extend(ACTIONS.iter().filter(|row| row.group == group).map(|row| {
            let keys: Vec<_> = keymap
                .keys(row.action)
                .map(|key| key.spelled(Lang::En).replace('|', "\\|").replace('<', "&lt;").replace('>', "&gt;"))
                .map(|key| format!("<kbd>{key}</kbd>"))
                .collect();
            format!("| {} | {} |", keys.join(" "), row.action.sentence(Lang::En))
        }));
    }
    lines.join("\n") + "\n"
}

//! Tests of reading people files.

use super::*;
use crate::diagnostic::{MAX_DIAGNOSTICS, TomlError};
use crate::lang::Lang;

const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHkWlgWm8CCHGgYcRGX0+qr6Jrqtv4bN5jy+cwRtkou+ karim@laptop";

fn errors(source: &str) -> Vec<String> {
    let problems = People::read(source, "people.toml").expect_err(source);
    problems.iter().map(|problem| problem.render(Lang::En)).collect()
}

#[test]
fn a_person_is_read_with_all_that_is_said() {
    let source = format!(
        "[[person]]\nname = 'karim'\nfull_name = 'Karim Benali'\nright = 'member'\nroles = ['sysadmin']\n\
         unix = ['kb', 'karim']\nssh_keys = ['{KEY}']\ncontact = {{ phone = '+33 1', chat = '@k' }}\n\
         [[person]]\nname = 'Zoé'\nright = 'observer'\n"
    );
    let people = People::read(&source, "people.toml").unwrap();
    let karim = people.named(&PersonName::new("karim")).unwrap();
    assert_eq!(people.by_account("kb"), Some(karim));
    assert_eq!(people.by_key(&karim.keys[0].blob), Some(karim));
    assert_eq!(karim.contact.chat.as_ref().unwrap().as_str(), "@k");
    assert_eq!((karim.right, karim.roles[0].as_str()), (Right::Member, "sysadmin"));
    let zoe = people.named(&PersonName::new("Zoé")).unwrap();
    assert_eq!((zoe.right, zoe.keys.len(), &zoe.full_name), (Right::Observer, 0, &None));
    assert_eq!(people.by_account("Zoé"), None);
    assert!(People::read("", "people.toml").unwrap().is_empty());
}

#[test]
fn what_is_wrong_is_shown_where_it_stands() {
    for (source, line, expected) in [
        ("[[person]]\nright = 'member'", 1, "missing “name” in a person"),
        ("[[person]]\nname = 'a'\nrigth = 'member'", 3, "did you mean “right”?"),
        ("[[person]]\nname = 'a'\nright = 'comander'", 3, "did you mean “commander”?"),
        ("[[person]]\nname = 'a'\nright = 'owner'", 3, "cannot be granted"),
        ("[[person]]\nname = 'a b'\nright = 'member'", 2, "“a b” is not a valid name"),
        ("[[person]]\nname = '@a'\nright = 'member'", 2, "is not a valid name"),
        ("[[person]]\nname = 3\nright = 'member'", 2, "a quoted string"),
        ("[[person]]\nname = ''\nright = 'member'", 2, "“name” is empty"),
        ("[[person]]\nname = 'a'\nright = 'member'\nunix = 'a'", 4, "a list of strings"),
        ("[[person]]\nname = 'a'\nright = 'member'\nunix = ['a:b']", 4, "is not a valid account name"),
        ("[[person]]\nname = 'a'\nright = 'member'\nroles = ['DSI']", 4, "not a valid role ID"),
        ("[[person]]\nname = 'a'\nright = 'member'\nssh_keys = ['AAAA']", 4, "not a public key"),
        ("[[person]]\nname = 'a'\nright = 'member'\ncontact = { fax = '1' }", 4, "unknown field “fax”"),
        ("[person]\nname = 'a'", 1, "`[[person]]`"),
        ("format = 2", 1, "format not supported"),
        ("[[person]]\nname = ", 2, "text without quotes"),
    ] {
        let text = errors(source);
        assert_eq!(text.len(), 1, "{}", text.join("\n"));
        assert!(text[0].contains(&format!("people.toml:{line}:")), "{}", text[0]);
        assert!(text[0].contains(expected) && text[0].contains('^'), "{}", text[0]);
    }
}

#[test]
fn what_two_people_share_is_shown_at_both_places() {
    let person = |name: &str, rest: &str| format!("[[person]]\nname = '{name}'\nright = 'member'\n{rest}\n");
    let key = format!("ssh_keys = ['{KEY}']");
    for (first, second, expected) in [
        (person("ana", ""), person("Ana", ""), "the name “Ana” is taken"),
        (person("ana", "unix = ['u']"), person("bea", "unix = ['u']"), "already belongs to someone"),
        (person("ana", &key), person("bea", &key), "duplicate key"),
    ] {
        let text = errors(&(first + &second)).join("\n");
        assert!(text.contains(expected) && text.contains("first used here"), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_people_or_problems_that_can_be_shown(
        place in 0..2_000_usize,
        length in 0..40_usize,
        with in "[\\PC\n\"'\\[\\]{}=\u{1b}]{0,12}",
    ) {
        let sample = crate::people::sample(Lang::Fr);
        let clamp = |place: usize| sample.floor_char_boundary(place.min(sample.len()));
        let (start, end) = (clamp(place), clamp(place + length));
        let source = format!("{}{with}{}", &sample[..start], &sample[end..]);
        for problem in People::read(&source, "people.toml").err().unwrap_or_default() {
            let text = problem.render(Lang::Fr);
            proptest::prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        }
    }
}

#[test]
fn a_hostile_file_steers_no_terminal_and_crashes_nothing() {
    for source in [
        "[[person]]\nname = \"\\u001b[31mx\"\nright = \"\\u001b]0;evil\\u0007\"\n\"\\u001b[2J\" = 1".to_owned(),
        "[".repeat(60_000),
        format!("person = [{}]", "{},".repeat(5_000)),
        "=\n".repeat(60_000),
        "x".repeat((1 << 20) + 1),
    ] {
        let problems = People::read(&source, "people.toml").unwrap_err();
        assert!(problems.len() <= MAX_DIAGNOSTICS + 1);
        for lang in Lang::ALL {
            let text: String = problems.iter().map(|problem| problem.render(lang)).collect();
            assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        }
    }
    assert_eq!(People::read_bytes(b"a\xff", "people.toml").unwrap_err()[0].kind, PeopleError::Toml(TomlError::NotText));
}

//! From TOML to people, noting all that is wrong on the way.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

use super::problem::{Distinct, Expected, Fault, Problem, Thing};
use super::{Contact, Key, People, Person};
use crate::caret::{self, Slip, Walker, nearest, used_before};
use crate::incident::{Line, PersonName, Right, RoleId};

const MAX_PERSONS: usize = 2_000;
/// Roles, accounts or keys of one person.
const MAX_EACH: usize = 64;
/// A full name, a phone number, in characters.
const MAX_LINE: usize = 200;
const MAX_NAME: usize = 32;

const LIST: (Expected, Expected) = (Expected::Texts, Expected::Text);
const RIGHTS: [(&str, Right); 4] = [
    ("commander", Right::Commander),
    ("deputy", Right::Deputy),
    ("member", Right::Member),
    ("observer", Right::Observer),
];

/// Reads a people file from its bytes; `name` is the file's, for the errors.
pub fn read_bytes(bytes: &[u8], name: &str) -> Result<People, Vec<Problem>> {
    Walker::read_bytes(bytes, name, |walker, document| Some(walker.people(document)))
}

/// Reads a people file.
pub fn read(source: &str, name: &str) -> Result<People, Vec<Problem>> {
    Walker::read(source, name, |walker, document| Some(walker.people(document)))
}

type Table<'d> = caret::Table<'d, Thing>;

/// What tells people apart, and where it was first used.
#[derive(Default)]
struct Used {
    names: HashMap<String, Range<usize>>,
    accounts: HashMap<String, Range<usize>>,
    keys: HashMap<Vec<u8>, Range<usize>>,
}

impl Walker<Fault> {
    fn people(&mut self, document: &DeTable<'_>) -> People {
        let file = Table::file(document, Thing::File);
        self.unknown_fields(file);
        self.format(file);
        let mut used = Used::default();
        let mut persons = Vec::new();
        for table in self.tables(file, "person", (Thing::Person, Expected::Persons), MAX_PERSONS) {
            persons.extend(self.person(table, &mut used));
        }
        People { persons }
    }

    fn person(&mut self, table: Table<'_>, used: &mut Used) -> Option<Person> {
        self.unknown_fields(table);
        let name = self.name(table, used);
        let full_name = self.line(table, "full_name");
        let right = self.right(table);
        let roles = self.texts(table, "roles", LIST, MAX_EACH);
        let roles = roles.into_iter().filter_map(|(text, span)| self.role(&text, span)).collect();
        let unix = self.texts(table, "unix", LIST, MAX_EACH);
        let unix = unix.into_iter().filter_map(|(text, span)| self.account(text, span, used)).collect();
        let keys = self.texts(table, "ssh_keys", LIST, MAX_EACH);
        let keys = keys.into_iter().filter_map(|(text, span)| self.key(&text, span, used)).collect();
        let contact = self.contact(table);
        Some(Person { name: name?, full_name, right: right?, roles, unix, keys, contact })
    }

    fn name(&mut self, table: Table<'_>, used: &mut Used) -> Option<PersonName> {
        let Some(found) = table.field("name") else { return self.lacks(table, "name") };
        let text = self.filled(found, Expected::Text)?;
        let span = found.value.span();
        // It stands behind an `@`, and in front of what somebody did.
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_name = text.chars().all(fits)
            && text.starts_with(char::is_alphanumeric)
            && text.chars().count() <= MAX_NAME
            && Line::new(text).as_str() == text;
        if !is_name {
            self.report(Fault::Name { name: Line::new(text) }, span);
            return None;
        }
        let same = text.to_lowercase();
        self.first(&mut used.names, same, (Distinct::Name, text), span)?;
        Some(PersonName::new(text))
    }

    fn right(&mut self, table: Table<'_>) -> Option<Right> {
        let Some(found) = table.field("right") else { return self.lacks(table, "right") };
        let text = self.filled(found, Expected::Text)?;
        let right = RIGHTS.iter().find(|(name, _)| *name == text).map(|(_, right)| *right);
        if right.is_none() {
            let fault = if text == "owner" {
                Fault::OwnerRight
            } else {
                Fault::Right { text: Line::new(text), near: nearest(text, RIGHTS.map(|(name, _)| name)) }
            };
            self.report(fault, found.value.span());
        }
        right
    }

    fn role(&mut self, text: &str, span: Range<usize>) -> Option<RoleId> {
        let role = text.parse().ok();
        if role.is_none() {
            self.report(Fault::RoleId { id: Line::new(text) }, span);
        }
        role
    }

    fn account(&mut self, text: String, span: Range<usize>, used: &mut Used) -> Option<String> {
        let is_account = text.chars().count() <= MAX_NAME
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ':' | '/'));
        if !is_account {
            self.report(Fault::Account { account: Line::new(&text) }, span);
            return None;
        }
        self.first(&mut used.accounts, text.clone(), (Distinct::Account, &text), span)?;
        Some(text)
    }

    fn key(&mut self, text: &str, span: Range<usize>, used: &mut Used) -> Option<Key> {
        let key = match Key::read(text) {
            Ok(key) => key,
            Err(bad) => {
                self.report(Fault::Key(bad), span);
                return None;
            }
        };
        let shown = key.to_string();
        self.first(&mut used.keys, key.blob.clone(), (Distinct::Key, &shown), span)?;
        Some(key)
    }

    fn contact(&mut self, person: Table<'_>) -> Contact {
        let Some(found) = person.field("contact") else { return Contact::default() };
        let DeValue::Table(fields) = found.value.get_ref() else {
            self.wrong_type(found, Expected::Contact);
            return Contact::default();
        };
        let table = Table::new(fields, Thing::Contact, &found.value.span());
        self.unknown_fields(table);
        Contact {
            phone: self.line(table, "phone"),
            mail: self.line(table, "mail"),
            chat: self.line(table, "chat"),
        }
    }

    fn line(&mut self, table: Table<'_>, name: &str) -> Option<Line> {
        let found = table.field(name)?;
        let line = Line::new(self.filled(found, Expected::Text)?);
        if line.as_str().chars().count() > MAX_LINE {
            self.report(Slip::TooLong { field: found.title(), max: MAX_LINE }, found.value.span());
        }
        Some(line)
    }

    /// Notes what tells somebody apart; none where another has it already, which is reported.
    fn first<K: Eq + Hash>(
        &mut self,
        used: &mut HashMap<K, Range<usize>>,
        key: K,
        (what, text): (Distinct, &str),
        span: Range<usize>,
    ) -> Option<()> {
        let Some(first) = used_before(used, key, &span) else { return Some(()) };
        self.report(Fault::Duplicate { what, text: Line::new(text), first }, span);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHkWlgWm8CCHGgYcRGX0+qr6Jrqtv4bN5jy+cwRtkou+ karim@laptop";

    fn told(source: &str) -> Vec<String> {
        let problems = read(source, "people.toml").expect_err(source);
        problems.iter().map(|problem| problem.render(Lang::En)).collect()
    }

    #[test]
    fn a_person_is_read_with_all_that_is_said() {
        let source = format!(
            "[[person]]\nname = 'karim'\nfull_name = 'Karim Benali'\nright = 'member'\nroles = ['sysadmin']\n\
             unix = ['kb', 'karim']\nssh_keys = ['{KEY}']\ncontact = {{ phone = '+33 1', chat = '@k' }}\n\
             [[person]]\nname = 'Zoé'\nright = 'observer'\n"
        );
        let people = read(&source, "people.toml").unwrap();
        let karim = people.named(&PersonName::new("karim")).unwrap();
        assert_eq!(people.by_account("kb"), Some(karim));
        assert_eq!(people.by_key(&karim.keys[0].blob), Some(karim));
        assert_eq!(karim.contact.chat.as_ref().unwrap().as_str(), "@k");
        assert_eq!((karim.right, karim.roles[0].as_str()), (Right::Member, "sysadmin"));
        let zoe = people.named(&PersonName::new("Zoé")).unwrap();
        assert_eq!((zoe.right, zoe.keys.len(), &zoe.full_name), (Right::Observer, 0, &None));
        assert_eq!(people.by_account("Zoé"), None);
        assert!(read("", "people.toml").unwrap().is_empty());
    }

    #[test]
    fn what_is_wrong_is_shown_where_it_stands() {
        for (source, line, expected) in [
            ("[[person]]\nright = 'member'", 1, "missing “name” in this person"),
            ("[[person]]\nname = 'a'\nrigth = 'member'", 3, "did you mean “right”?"),
            ("[[person]]\nname = 'a'\nright = 'comander'", 3, "did you mean “commander”?"),
            ("[[person]]\nname = 'a'\nright = 'owner'", 3, "cannot be granted"),
            ("[[person]]\nname = 'a b'\nright = 'member'", 2, "“a b” is not a valid name"),
            ("[[person]]\nname = '@a'\nright = 'member'", 2, "is not a valid name"),
            ("[[person]]\nname = 3\nright = 'member'", 2, "a quoted string"),
            ("[[person]]\nname = ''\nright = 'member'", 2, "“name” is empty"),
            ("[[person]]\nname = 'a'\nright = 'member'\nunix = 'a'", 4, "a list of strings"),
            ("[[person]]\nname = 'a'\nright = 'member'\nunix = ['a:b']", 4, "is not a valid account name"),
            ("[[person]]\nname = 'a'\nright = 'member'\nroles = ['DSI']", 4, "a valid role ID"),
            ("[[person]]\nname = 'a'\nright = 'member'\nssh_keys = ['AAAA']", 4, "not a public key"),
            ("[[person]]\nname = 'a'\nright = 'member'\ncontact = { fax = '1' }", 4, "unknown field “fax”"),
            ("[person]\nname = 'a'", 1, "`[[person]]`"),
            ("format = 2", 1, "unknown people file format"),
            ("[[person]]\nname = ", 2, "text without quotes"),
        ] {
            let told = told(source);
            assert_eq!(told.len(), 1, "{}", told.join("\n"));
            assert!(told[0].contains(&format!("people.toml:{line}:")), "{}", told[0]);
            assert!(told[0].contains(expected) && told[0].contains('^'), "{}", told[0]);
        }
    }

    #[test]
    fn what_two_people_share_is_shown_at_both_places() {
        let person =
            |name: &str, rest: &str| format!("[[person]]\nname = '{name}'\nright = 'member'\n{rest}\n");
        let key = format!("ssh_keys = ['{KEY}']");
        for (first, second, expected) in [
            (person("ana", ""), person("Ana", ""), "the name “Ana” is taken"),
            (person("ana", "unix = ['u']"), person("bea", "unix = ['u']"), "already belongs to someone"),
            (person("ana", &key), person("bea", &key), "duplicate key"),
        ] {
            let told = told(&(first + &second)).join("\n");
            assert!(told.contains(expected) && told.contains("first used here"), "{told}");
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
            for problem in read(&source, "people.toml").err().unwrap_or_default() {
                let told = problem.render(Lang::Fr);
                proptest::prop_assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{told:?}");
            }
        }
    }

    #[test]
    fn a_hostile_file_steers_no_terminal_and_crashes_nothing() {
        for source in [
            "[[person]]\nname = \"\\u001b[31mx\"\nright = \"\\u001b]0;evil\\u0007\"\n\"\\u001b[2J\" = 1"
                .to_owned(),
            "[".repeat(60_000),
            format!("person = [{}]", "{},".repeat(5_000)),
            "=\n".repeat(60_000),
            "x".repeat((1 << 20) + 1),
        ] {
            let problems = read(&source, "people.toml").unwrap_err();
            assert!(problems.len() <= crate::caret::MAX_PROBLEMS + 1);
            for lang in Lang::ALL {
                let told: String = problems.iter().map(|problem| problem.render(lang)).collect();
                assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{told:?}");
            }
        }
        assert_eq!(read_bytes(b"a\xff", "people.toml").unwrap_err()[0].fault, Fault::Slip(Slip::NotText));
    }
}

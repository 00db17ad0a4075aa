//! From TOML to people, noting all that is wrong on the way.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Distinct, Expected, Fault, Problem};
use super::{Contact, Key, People, Person};
use crate::caret::{Syntax, nearest};
use crate::incident::{Line, PersonName, Right, RoleId};

const MAX_BYTES: usize = 1 << 20;
const MAX_PERSONS: usize = 2_000;
/// Roles, accounts or keys of one person.
const MAX_EACH: usize = 64;
/// A full name, a phone number, in characters.
const MAX_LINE: usize = 200;
const MAX_NAME: usize = 32;

const FILE_FIELDS: &[&str] = &["format", "person"];
const PERSON_FIELDS: &[&str] = &["name", "full_name", "right", "roles", "unix", "ssh_keys", "contact"];
const CONTACT_FIELDS: &[&str] = &["phone", "mail", "chat"];
const RIGHTS: [(&str, Right); 4] = [
    ("commander", Right::Commander),
    ("deputy", Right::Deputy),
    ("member", Right::Member),
    ("observer", Right::Observer),
];

/// Reads a people file from its bytes; `name` is the file's, for the errors.
pub fn read_bytes(bytes: &[u8], name: &str) -> Result<People, Vec<Problem>> {
    match std::str::from_utf8(bytes) {
        Ok(source) if !source.contains('\0') => read(source, name),
        _ => Err(vec![Problem::of_file(Fault::NotText, name)]),
    }
}

/// Reads a people file.
pub fn read(source: &str, name: &str) -> Result<People, Vec<Problem>> {
    if source.len() > MAX_BYTES {
        return Err(vec![Problem::of_file(Fault::TooBig, name)]);
    }
    // A byte-order mark is what some editors of Windows put first.
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut reader = Reader::default();
    for error in &errors {
        let fault = Fault::Syntax { cause: Syntax::of(error.message()), detail: Line::new(error.message()) };
        reader.report(fault, error.span().unwrap_or(0..0));
    }
    // What follows the first error of a broken document comes from it, mostly.
    reader.faults.truncate(1);
    let persons = if errors.is_empty() { reader.persons(document.get_ref()) } else { Vec::new() };
    if reader.faults.is_empty() {
        Ok(People { persons })
    } else {
        Err(Problem::all(reader.faults, name, source))
    }
}

#[derive(Default)]
struct Reader {
    faults: Vec<(Fault, Range<usize>)>,
    /// What tells people apart, and where it was first used.
    names: HashMap<String, Range<usize>>,
    accounts: HashMap<String, Range<usize>>,
    keys: HashMap<Vec<u8>, Range<usize>>,
}

/// A field that is there: its name and its value.
#[derive(Clone, Copy)]
struct Field<'d> {
    name: &'d Spanned<Cow<'d, str>>,
    value: &'d Spanned<DeValue<'d>>,
}

impl Field<'_> {
    fn title(&self) -> Line {
        Line::new(self.name.get_ref())
    }
}

fn field<'d>(table: &'d DeTable<'d>, name: &str) -> Option<Field<'d>> {
    table.get_key_value(name).map(|(name, value)| Field { name, value })
}

impl Reader {
    fn report(&mut self, fault: Fault, span: Range<usize>) {
        self.faults.push((fault, span));
    }

    fn persons(&mut self, file: &DeTable<'_>) -> Vec<Person> {
        self.unknown_fields(file, FILE_FIELDS);
        if let Some(format) = field(file, "format")
            && !matches!(format.value.get_ref(), DeValue::Integer(number) if number.as_str() == "1")
        {
            self.report(Fault::Format, format.value.span());
        }
        let Some(listed) = field(file, "person") else { return Vec::new() };
        let DeValue::Array(items) = listed.value.get_ref() else {
            self.wrong_type(listed, Expected::Persons);
            return Vec::new();
        };
        if items.len() > MAX_PERSONS {
            self.report(Fault::TooMany { field: "person", max: MAX_PERSONS }, listed.name.span());
        }
        let mut persons = Vec::new();
        for item in items.iter().take(MAX_PERSONS) {
            if let DeValue::Table(table) = item.get_ref() {
                persons.extend(self.person(table, item.span()));
            } else {
                let fault = Fault::WrongType { field: "person".into(), expected: Expected::Persons };
                self.report(fault, item.span());
            }
        }
        persons
    }

    fn person(&mut self, table: &DeTable<'_>, head: Range<usize>) -> Option<Person> {
        self.unknown_fields(table, PERSON_FIELDS);
        let name = self.name(table, &head);
        let full_name = self.line(table, "full_name");
        let right = self.right(table, &head);
        let roles = self.texts(table, "roles");
        let roles = roles.into_iter().filter_map(|(text, span)| self.role(&text, span)).collect();
        let unix = self.texts(table, "unix");
        let unix = unix.into_iter().filter_map(|(text, span)| self.account(text, span)).collect();
        let keys = self.texts(table, "ssh_keys");
        let keys = keys.into_iter().filter_map(|(text, span)| self.key(&text, span)).collect();
        let contact = self.contact(table);
        Some(Person { name: name?, full_name, right: right?, roles, unix, keys, contact })
    }

    fn name(&mut self, table: &DeTable<'_>, head: &Range<usize>) -> Option<PersonName> {
        let Some(found) = field(table, "name") else {
            self.lacks(table, "name", head);
            return None;
        };
        let text = self.text(found)?;
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
        first(&mut self.names, &mut self.faults, same, (Distinct::Name, text), span)?;
        Some(PersonName::new(text))
    }

    fn right(&mut self, table: &DeTable<'_>, head: &Range<usize>) -> Option<Right> {
        let Some(found) = field(table, "right") else {
            self.lacks(table, "right", head);
            return None;
        };
        let text = self.text(found)?;
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

    fn account(&mut self, text: String, span: Range<usize>) -> Option<String> {
        let is_account = text.chars().count() <= MAX_NAME
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ':' | '/'));
        if !is_account {
            self.report(Fault::Account { account: Line::new(&text) }, span);
            return None;
        }
        first(&mut self.accounts, &mut self.faults, text.clone(), (Distinct::Account, &text), span)?;
        Some(text)
    }

    fn key(&mut self, text: &str, span: Range<usize>) -> Option<Key> {
        let key = match Key::read(text) {
            Ok(key) => key,
            Err(bad) => {
                self.report(Fault::Key(bad), span);
                return None;
            }
        };
        let shown = key.to_string();
        first(&mut self.keys, &mut self.faults, key.blob.clone(), (Distinct::Key, &shown), span)?;
        Some(key)
    }

    fn contact(&mut self, table: &DeTable<'_>) -> Contact {
        let Some(found) = field(table, "contact") else { return Contact::default() };
        let DeValue::Table(table) = found.value.get_ref() else {
            self.wrong_type(found, Expected::Contact);
            return Contact::default();
        };
        self.unknown_fields(table, CONTACT_FIELDS);
        Contact {
            phone: self.line(table, "phone"),
            mail: self.line(table, "mail"),
            chat: self.line(table, "chat"),
        }
    }

    fn unknown_fields(&mut self, table: &DeTable<'_>, known: &'static [&'static str]) {
        for name in table.keys() {
            let typed: &str = name.get_ref();
            if !known.contains(&typed) {
                let near = nearest(typed, known.iter().copied());
                self.report(Fault::UnknownField { field: Line::new(typed), known, near }, name.span());
            }
        }
    }

    /// Reports a missing field, unless one that is there is probably meant for it.
    fn lacks(&mut self, table: &DeTable<'_>, field: &'static str, head: &Range<usize>) {
        let misspelt = |name: &Spanned<Cow<'_, str>>| {
            let typed: &str = name.get_ref();
            !PERSON_FIELDS.contains(&typed) && nearest(typed, PERSON_FIELDS.iter().copied()) == Some(field)
        };
        if !table.keys().any(misspelt) {
            self.report(Fault::Missing { field }, head.clone());
        }
    }

    fn line(&mut self, table: &DeTable<'_>, name: &str) -> Option<Line> {
        let found = field(table, name)?;
        let line = Line::new(self.text(found)?);
        if line.as_str().chars().count() > MAX_LINE {
            self.report(Fault::TooLong { field: found.title(), max: MAX_LINE }, found.value.span());
        }
        Some(line)
    }

    fn text<'d>(&mut self, field: Field<'d>) -> Option<&'d str> {
        let value: &'d DeValue<'d> = field.value.get_ref();
        match value.as_str() {
            Some(text) if text.trim().is_empty() => {
                self.report(Fault::Empty { field: field.title() }, field.value.span());
                None
            }
            Some(text) => Some(text),
            None => {
                self.wrong_type(field, Expected::Text);
                None
            }
        }
    }

    /// A list of texts, each with its place.
    fn texts(&mut self, table: &DeTable<'_>, name: &'static str) -> Vec<(String, Range<usize>)> {
        let Some(found) = field(table, name) else { return Vec::new() };
        let DeValue::Array(items) = found.value.get_ref() else {
            self.wrong_type(found, Expected::Texts);
            return Vec::new();
        };
        if items.len() > MAX_EACH {
            self.report(Fault::TooMany { field: name, max: MAX_EACH }, found.name.span());
        }
        let mut texts = Vec::new();
        for value in items.iter().take(MAX_EACH) {
            if let Some(text) = self.text(Field { name: found.name, value }) {
                texts.push((text.trim().to_owned(), value.span()));
            }
        }
        texts
    }

    fn wrong_type(&mut self, field: Field<'_>, expected: Expected) {
        self.report(Fault::WrongType { field: field.title(), expected }, field.value.span());
    }
}

/// Notes what tells somebody apart; none where another has it already, which is reported.
fn first<K: Eq + Hash>(
    seen: &mut HashMap<K, Range<usize>>,
    faults: &mut Vec<(Fault, Range<usize>)>,
    key: K,
    (what, text): (Distinct, &str),
    span: Range<usize>,
) -> Option<()> {
    match seen.entry(key) {
        Entry::Vacant(free) => {
            free.insert(span);
            Some(())
        }
        Entry::Occupied(taken) => {
            faults.push((Fault::Duplicate { what, text: Line::new(text), first: taken.get().clone() }, span));
            None
        }
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
            ("[[person]]\nright = 'member'", 1, "a person lacks “name”"),
            ("[[person]]\nname = 'a'\nrigth = 'member'", 3, "did you mean “right”?"),
            ("[[person]]\nname = 'a'\nright = 'comander'", 3, "did you mean “commander”?"),
            ("[[person]]\nname = 'a'\nright = 'owner'", 3, "cannot be given"),
            ("[[person]]\nname = 'a b'\nright = 'member'", 2, "“a b” cannot be a name"),
            ("[[person]]\nname = '@a'\nright = 'member'", 2, "cannot be a name"),
            ("[[person]]\nname = 3\nright = 'member'", 2, "a text between quotes"),
            ("[[person]]\nname = ''\nright = 'member'", 2, "“name” is empty"),
            ("[[person]]\nname = 'a'\nright = 'member'\nunix = 'a'", 4, "a list of texts"),
            ("[[person]]\nname = 'a'\nright = 'member'\nunix = ['a:b']", 4, "cannot be an account"),
            ("[[person]]\nname = 'a'\nright = 'member'\nroles = ['DSI']", 4, "the id of a role"),
            ("[[person]]\nname = 'a'\nright = 'member'\nssh_keys = ['AAAA']", 4, "no public key"),
            ("[[person]]\nname = 'a'\nright = 'member'\ncontact = { fax = '1' }", 4, "no field “fax”"),
            ("[person]\nname = 'a'", 1, "`[[person]]`"),
            ("format = 2", 1, "does not know that format"),
            ("[[person]]\nname = ", 2, "a text has no quotes"),
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
            (person("ana", "unix = ['u']"), person("bea", "unix = ['u']"), "is somebody's already"),
            (person("ana", &key), person("bea", &key), "this key is there already"),
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
            "x".repeat(MAX_BYTES + 1),
        ] {
            let problems = read(&source, "people.toml").unwrap_err();
            assert!(problems.len() <= crate::caret::MAX_PROBLEMS + 1);
            for lang in Lang::ALL {
                let told: String = problems.iter().map(|problem| problem.render(lang)).collect();
                assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{told:?}");
            }
        }
        assert_eq!(read_bytes(b"a\xff", "people.toml").unwrap_err()[0].fault, Fault::NotText);
    }
}

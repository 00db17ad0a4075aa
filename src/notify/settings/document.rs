//! From TOML to settings, noting all that is wrong on the way.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;
use std::time::Duration;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Expected, Fault, Problem};
use super::{FILE_MAX, Network, News, Place, Settings, Source};
use crate::caret::{Syntax, nearest};
use crate::incident::{AudienceId, Line, TargetName, read_seconds};
use crate::notify::Kind;
use crate::runbook::read_audiences;

const MAX_TARGETS: usize = 100;
/// Audiences or kinds of one target.
const MAX_EACH: usize = 64;
/// A path, the name of a variable, in characters.
const MAX_LINE: usize = 1000;
/// How long what happens may be gathered, in seconds.
const GATHER: Range<u32> = 1..601;

const FILE_FIELDS: &[&str] = &["format", "target", "audience", "network"];
const TARGET_FIELDS: &[&str] = &["name", "kind", "url", "secret", "audiences", "push", "allow_local"];
const SOURCE_FIELDS: &[&str] = &["file", "env", "credential"];
const NETWORK_FIELDS: &[&str] = &["proxy", "no_proxy", "ca", "gather"];

/// Reads a file from its bytes; `name` is what the errors call it.
pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Settings, Vec<Problem>> {
    match std::str::from_utf8(bytes) {
        Ok(source) if !source.contains('\0') => read(source, name),
        _ => Err(vec![Problem::of_file(Fault::NotText, name)]),
    }
}

/// Reads a file.
pub fn read(source: &str, name: &str) -> Result<Settings, Vec<Problem>> {
    if source.len() > FILE_MAX {
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
    let settings = if errors.is_empty() { reader.settings(document.get_ref()) } else { Settings::default() };
    if reader.faults.is_empty() {
        Ok(settings)
    } else {
        Err(Problem::all(reader.faults, name, &masked(source)))
    }
}

/// The text with every address covered, byte for byte: an error that quotes a line would show what opens a channel.
fn masked(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find("://") {
        let (before, address) = rest.split_at(at + 3);
        out.push_str(before);
        let end =
            address.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).unwrap_or(address.len());
        out.extend(std::iter::repeat_n('*', end));
        rest = &address[end..];
    }
    out.push_str(rest);
    out
}

#[derive(Default)]
struct Reader {
    faults: Vec<(Fault, Range<usize>)>,
    /// The names of targets, and where each was first used.
    names: HashMap<TargetName, Range<usize>>,
}

/// A table and what it may hold.
#[derive(Clone, Copy)]
struct Table<'d> {
    fields: &'d DeTable<'d>,
    known: &'static [&'static str],
    /// Where to point when it lacks something.
    head: (usize, usize),
}

/// A field that is there: its name and its value.
#[derive(Clone, Copy)]
struct Field<'d> {
    name: &'d Spanned<Cow<'d, str>>,
    value: &'d Spanned<DeValue<'d>>,
}

impl<'d> Table<'d> {
    const fn new(fields: &'d DeTable<'d>, known: &'static [&'static str], head: &Range<usize>) -> Self {
        Self { fields, known, head: (head.start, head.end) }
    }

    fn field(&self, name: &str) -> Option<Field<'d>> {
        let fields: &'d DeTable<'d> = self.fields;
        fields.get_key_value(name).map(|(name, value)| Field { name, value })
    }

    fn head(&self) -> Range<usize> {
        self.head.0..self.head.1
    }
}

impl Field<'_> {
    fn title(&self) -> Line {
        Line::new(self.name.get_ref())
    }
}

impl Reader {
    fn report(&mut self, fault: Fault, span: Range<usize>) {
        self.faults.push((fault, span));
    }

    fn settings(&mut self, document: &DeTable<'_>) -> Settings {
        let file = Table::new(document, FILE_FIELDS, &(0..0));
        self.unknown_fields(file);
        if let Some(format) = file.field("format")
            && !matches!(format.value.get_ref(), DeValue::Integer(number) if number.as_str() == "1")
        {
            self.report(Fault::Format, format.value.span());
        }
        let mut targets = Vec::new();
        for table in self.tables(file, "target", TARGET_FIELDS, MAX_TARGETS) {
            targets.extend(self.target(table));
        }
        let (audiences, faults) = read_audiences(document);
        self.faults.extend(faults.into_iter().map(|(fault, span)| (Fault::Audience(Box::new(fault)), span)));
        let network = self.network(file);
        Settings { targets, audiences, network }
    }

    fn target(&mut self, table: Table<'_>) -> Option<Place> {
        self.unknown_fields(table);
        let name = self.name(table);
        let kind = self.kind(table);
        let url = table.field("url").map(|field| self.source(field));
        if url.is_none() {
            self.lacks(table, "url");
        }
        let secret = table.field("secret").and_then(|field| self.source(field));
        let mut audiences = Vec::new();
        if table.field("audiences").is_none() {
            self.lacks(table, "audiences");
        }
        for (text, span) in self.texts(table, "audiences") {
            match text.parse::<AudienceId>() {
                Ok(id) if !audiences.contains(&id) => audiences.push(id),
                Ok(_) => {}
                Err(_) => self.report(Fault::AudienceId { id: Line::new(&text) }, span),
            }
        }
        let mut push = Vec::new();
        for (text, span) in self.texts(table, "push") {
            match News::ALL.into_iter().find(|kind| kind.name() == text) {
                Some(kind) if !push.contains(&kind) => push.push(kind),
                Some(_) => {}
                None => {
                    let near = nearest(&text, News::ALL.map(News::name));
                    self.report(Fault::News { text: Line::new(&text), near }, span);
                }
            }
        }
        let allow_local = self.truth(table, "allow_local");
        Some(Place { name: name?, kind: kind?, url: url??, secret, audiences, push, allow_local })
    }

    fn name(&mut self, table: Table<'_>) -> Option<TargetName> {
        let Some(found) = table.field("name") else {
            self.lacks(table, "name");
            return None;
        };
        let text = self.text(found)?;
        let span = found.value.span();
        let Ok(name) = text.parse::<TargetName>() else {
            self.report(Fault::Name { name: Line::new(text) }, span);
            return None;
        };
        if let Some(first) = self.names.get(&name) {
            let fault = Fault::SameName { name: Line::new(text), first: first.clone() };
            self.report(fault, span);
            return None;
        }
        self.names.insert(name.clone(), span);
        Some(name)
    }

    /// None where it is wrong; none within where it is not said.
    #[expect(clippy::option_option, reason = "wrong is not the same as not said")]
    fn kind(&mut self, table: Table<'_>) -> Option<Option<Kind>> {
        let Some(found) = table.field("kind") else { return Some(None) };
        let text = self.text(found)?;
        let kind = Kind::find(text);
        if kind.is_none() {
            let near = nearest(text, Kind::ALL.map(Kind::id));
            self.report(Fault::Kind { text: Line::new(text), near }, found.value.span());
        }
        kind.map(Some)
    }

    /// Where a secret is.
    fn source(&mut self, field: Field<'_>) -> Option<Source> {
        let table = match field.value.get_ref() {
            DeValue::Table(table) => Table::new(table, SOURCE_FIELDS, &field.value.span()),
            DeValue::String(_) => {
                self.report(Fault::Bare { field: field.title() }, field.value.span());
                return None;
            }
            _ => {
                self.wrong_type(field, Expected::Source);
                return None;
            }
        };
        self.unknown_fields(table);
        let said: Vec<_> = SOURCE_FIELDS.iter().filter_map(|name| table.field(name)).collect();
        let &[one] = said.as_slice() else {
            self.wrong_type(field, Expected::Source);
            return None;
        };
        let text = self.short(one)?;
        match one.name.get_ref().as_ref() {
            "file" => Some(Source::File(PathBuf::from(text))),
            "env" => Some(Source::Env(text.to_owned())),
            _ if text.contains('/') || text.starts_with('.') => {
                self.report(Fault::Credential { name: Line::new(text) }, one.value.span());
                None
            }
            _ => Some(Source::Credential(text.to_owned())),
        }
    }

    fn network(&mut self, file: Table<'_>) -> Network {
        let mut network = Network::default();
        let Some(found) = file.field("network") else { return network };
        let DeValue::Table(fields) = found.value.get_ref() else {
            self.wrong_type(found, Expected::Network);
            return network;
        };
        let table = Table::new(fields, NETWORK_FIELDS, &found.value.span());
        self.unknown_fields(table);
        let mut text = |name| table.field(name).and_then(|field| self.short(field)).map(str::to_owned);
        network.proxy = text("proxy");
        network.no_proxy = text("no_proxy");
        network.ca = text("ca").map(PathBuf::from);
        if let Some(field) = table.field("gather")
            && let Some(text) = self.text(field)
        {
            match read_seconds(text).ok().filter(|seconds| GATHER.contains(seconds)) {
                Some(seconds) => network.gather = Duration::from_secs(seconds.into()),
                None => self.report(Fault::Gather { text: Line::new(text) }, field.value.span()),
            }
        }
        network
    }

    fn tables<'d>(
        &mut self,
        file: Table<'d>,
        name: &'static str,
        known: &'static [&'static str],
        max: usize,
    ) -> Vec<Table<'d>> {
        let Some(listed) = file.field(name) else { return Vec::new() };
        let DeValue::Array(items) = listed.value.get_ref() else {
            self.wrong_type(listed, Expected::Tables);
            return Vec::new();
        };
        if items.len() > max {
            self.report(Fault::TooMany { field: name, max }, listed.name.span());
        }
        let mut tables = Vec::new();
        for item in items.iter().take(max) {
            if let DeValue::Table(fields) = item.get_ref() {
                tables.push(Table::new(fields, known, &item.span()));
            } else {
                self.report(Fault::WrongType { field: name.into(), expected: Expected::Tables }, item.span());
            }
        }
        tables
    }

    fn unknown_fields(&mut self, table: Table<'_>) {
        for name in table.fields.keys() {
            let typed: &str = name.get_ref();
            if !table.known.contains(&typed) {
                let near = nearest(typed, table.known.iter().copied());
                let fault = Fault::UnknownField { field: Line::new(typed), known: table.known, near };
                self.report(fault, name.span());
            }
        }
    }

    /// Reports a missing field, unless one that is there is probably meant for it.
    fn lacks(&mut self, table: Table<'_>, field: &'static str) {
        let misspelt = |name: &Spanned<Cow<'_, str>>| {
            let typed: &str = name.get_ref();
            !table.known.contains(&typed) && nearest(typed, table.known.iter().copied()) == Some(field)
        };
        if !table.fields.keys().any(misspelt) {
            self.report(Fault::Missing { field }, table.head());
        }
    }

    fn truth(&mut self, table: Table<'_>, name: &str) -> bool {
        let Some(found) = table.field(name) else { return false };
        if let DeValue::Boolean(truth) = found.value.get_ref() {
            *truth
        } else {
            self.wrong_type(found, Expected::Truth);
            false
        }
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

    /// A text that is neither long nor of several lines.
    fn short<'d>(&mut self, field: Field<'d>) -> Option<&'d str> {
        let text = self.text(field)?;
        if text.chars().count() > MAX_LINE {
            self.report(Fault::TooLong { field: field.title(), max: MAX_LINE }, field.value.span());
            return None;
        }
        if text.contains(char::is_control) {
            self.wrong_type(field, Expected::Text);
            return None;
        }
        Some(text)
    }

    /// A list of texts, each with its place.
    fn texts(&mut self, table: Table<'_>, name: &'static str) -> Vec<(String, Range<usize>)> {
        let Some(found) = table.field(name) else { return Vec::new() };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    const FULL: &str = "format = 1\n\
        [[target]]\nname = 'chat'\nkind = 'mattermost'\nurl = { file = 'secrets/chat' }\n\
        secret = { credential = 'key' }\naudiences = ['team', 'management', 'team']\n\
        push = ['opened', 'phase_late']\nallow_local = true\n\
        [[target]]\nname = 'mail'\nurl = { env = 'MAIL' }\naudiences = []\n\
        [[audience]]\nid = 'board'\nname = 'The board'\nevery = '30m'\napproval = true\n\
        [network]\nproxy = 'http://proxy:3128'\nno_proxy = '.example.org'\nca = 'ca.pem'\ngather = '30s'\n";

    fn told(source: &str) -> Vec<String> {
        let problems = read(source, "notify.toml").expect_err(source);
        problems.iter().map(|problem| problem.render(Lang::En)).collect()
    }

    #[test]
    fn a_file_is_read_with_all_that_it_says() {
        let settings = read(FULL, "notify.toml").unwrap();
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
        assert_eq!(read("", "notify.toml").unwrap(), Settings::default());
    }

    #[test]
    fn what_is_wrong_is_shown_where_it_stands() {
        let target = "[[target]]\nname = 'a'\nurl = { file = 'x' }\naudiences = ['team']\n";
        for (source, line, expected) in [
            ("[[target]]\nname = 'a'\naudiences = ['b']", 1, "“url” is missing"),
            ("[[target]]\nurl = { file = 'x' }\naudiences = ['b']", 1, "“name” is missing"),
            ("[[target]]\nname = 'a'\nurl = { file = 'x' }", 1, "“audiences” is missing"),
            ("[[target]]\nname = 'A B'\nurl = { file = 'x' }\naudiences = []", 2, "cannot be the name"),
            ("[[target]]\nname = 'a'\nurl = 'https://x/SECRET'\naudiences = []", 3, "is a secret"),
            (
                "[[target]]\nname = 'a'\nurl = { file = 'x', env = 'y' }\naudiences = []",
                3,
                "one place is expected",
            ),
            ("[[target]]\nname = 'a'\nurl = { credential = '../x' }\naudiences = []", 3, "without a folder"),
            (&format!("{target}kind = 'mattermos'"), 5, "did you mean “mattermost”?"),
            (&format!("{target}push = ['decisions']"), 5, "did you mean “decision”?"),
            (&format!("{target}allow_local = 'yes'"), 5, "true or false"),
            (&format!("{target}colour = 'red'"), 5, "no field “colour”"),
            (&format!("{target}{target}"), 6, "the name “a” is taken"),
            ("[network]\ngather = '1h'", 2, "from \"1s\" to \"10m\""),
            ("[network]\nproxi = 'x'", 2, "did you mean “proxy”?"),
            ("network = 1", 1, "[network]"),
            ("target = 1", 1, "[[target]]"),
            ("[[audience]]\nname = 'x'", 1, "“id”"),
            ("format = 2", 1, "does not know that format"),
            ("[[target]]\nname = ", 2, "a text has no quotes"),
        ] {
            let told = told(source);
            assert_eq!(told.len(), 1, "{}", told.join("\n"));
            assert!(told[0].contains(&format!("notify.toml:{line}:")), "{}", told[0]);
            assert!(told[0].contains(expected) && told[0].contains('^'), "{}", told[0]);
            assert!(!told[0].contains("SECRET"), "{}", told[0]);
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
            for problem in read(&source, "notify.toml").err().unwrap_or_default() {
                let told = problem.render(Lang::Fr);
                proptest::prop_assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{told:?}");
            }
        }
    }
}

//! From TOML to settings, noting all that is wrong on the way.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;
use std::time::Duration;
use toml::de::{DeTable, DeValue};

use super::problem::{Expected, Fault, Problem, Thing};
use super::{Network, News, Place, Settings, Source};
use crate::caret::{self, Field, Slip, Thing as _, Walker, nearest, used_before};
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

const LIST: (Expected, Expected) = (Expected::Texts, Expected::Text);

/// Reads a file from its bytes; `name` is what the errors call it.
pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Settings, Vec<Problem>> {
    Walker::read_bytes(bytes, name, |walker, document| Some(walker.settings(document)))
}

/// Reads a file.
pub fn read(source: &str, name: &str) -> Result<Settings, Vec<Problem>> {
    Walker::read(source, name, |walker, document| Some(walker.settings(document)))
}

type Table<'d> = caret::Table<'d, Thing>;

/// The names of targets, and where each was first used.
type Names = HashMap<TargetName, Range<usize>>;

impl Walker<Fault> {
    fn settings(&mut self, document: &DeTable<'_>) -> Settings {
        let file = Table::file(document, Thing::File);
        self.unknown_fields(file);
        self.format(file);
        let mut targets = Vec::new();
        let mut names = Names::new();
        for table in self.tables(file, "target", (Thing::Target, Expected::Tables), MAX_TARGETS) {
            targets.extend(self.target(table, &mut names));
        }
        let (audiences, faults) = read_audiences(document);
        for (fault, span) in faults {
            self.report(Fault::Audience(Box::new(fault)), span);
        }
        let network = self.network(file);
        Settings { targets, audiences, network }
    }

    fn target(&mut self, table: Table<'_>, names: &mut Names) -> Option<Place> {
        self.unknown_fields(table);
        let name = self.name(table, names);
        let kind = self.kind(table);
        let url = table.field("url").map(|field| self.source(field));
        if url.is_none() {
            self.lacks::<()>(table, "url");
        }
        let secret = table.field("secret").and_then(|field| self.source(field));
        let mut audiences = Vec::new();
        if table.field("audiences").is_none() {
            self.lacks::<()>(table, "audiences");
        }
        for (text, span) in self.texts(table, "audiences", LIST, MAX_EACH) {
            match text.parse::<AudienceId>() {
                Ok(id) if !audiences.contains(&id) => audiences.push(id),
                Ok(_) => {}
                Err(_) => self.report(Fault::AudienceId { id: Line::new(&text) }, span),
            }
        }
        let mut push = Vec::new();
        for (text, span) in self.texts(table, "push", LIST, MAX_EACH) {
            match News::ALL.into_iter().find(|kind| kind.name() == text) {
                Some(kind) if !push.contains(&kind) => push.push(kind),
                Some(_) => {}
                None => {
                    let near = nearest(&text, News::ALL.map(News::name));
                    self.report(Fault::News { text: Line::new(&text), near }, span);
                }
            }
        }
        let allow_local = self.flag(table, "allow_local", Expected::Truth);
        Some(Place { name: name?, kind: kind?, url: url??, secret, audiences, push, allow_local })
    }

    fn name(&mut self, table: Table<'_>, names: &mut Names) -> Option<TargetName> {
        let Some(found) = table.field("name") else { return self.lacks(table, "name") };
        let text = self.filled(found, Expected::Text)?;
        let span = found.value.span();
        let Ok(name) = text.parse::<TargetName>() else {
            self.report(Fault::Name { name: Line::new(text) }, span);
            return None;
        };
        if let Some(first) = used_before(names, name.clone(), &span) {
            self.report(Fault::SameName { name: Line::new(text), first }, span);
            return None;
        }
        Some(name)
    }

    /// None where it is wrong; none within where it is not said.
    #[expect(clippy::option_option, reason = "wrong is not the same as not said")]
    fn kind(&mut self, table: Table<'_>) -> Option<Option<Kind>> {
        let Some(found) = table.field("kind") else { return Some(None) };
        let text = self.filled(found, Expected::Text)?;
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
            DeValue::Table(table) => Table::new(table, Thing::Source, &field.value.span()),
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
        let said: Vec<_> = Thing::Source.fields().iter().filter_map(|name| table.field(name)).collect();
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
        let table = Table::new(fields, Thing::Network, &found.value.span());
        self.unknown_fields(table);
        let mut text = |name| table.field(name).and_then(|field| self.short(field)).map(str::to_owned);
        network.proxy = text("proxy");
        network.no_proxy = text("no_proxy");
        network.ca = text("ca").map(PathBuf::from);
        if let Some(field) = table.field("gather")
            && let Some(text) = self.filled(field, Expected::Text)
        {
            match read_seconds(text).ok().filter(|seconds| GATHER.contains(seconds)) {
                Some(seconds) => network.gather = Duration::from_secs(seconds.into()),
                None => self.report(Fault::Gather { text: Line::new(text) }, field.value.span()),
            }
        }
        network
    }

    /// A text that is neither long nor of several lines.
    fn short<'d>(&mut self, field: Field<'d>) -> Option<&'d str> {
        let text = self.filled(field, Expected::Text)?;
        if text.chars().count() > MAX_LINE {
            self.report(Slip::TooLong { field: field.title(), max: MAX_LINE }, field.value.span());
            return None;
        }
        if text.contains(char::is_control) {
            self.wrong_type(field, Expected::Text);
            return None;
        }
        Some(text)
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
            ("[[target]]\nname = 'a'\naudiences = ['b']", 1, "missing “url”"),
            ("[[target]]\nurl = { file = 'x' }\naudiences = ['b']", 1, "missing “name”"),
            ("[[target]]\nname = 'a'\nurl = { file = 'x' }", 1, "missing “audiences”"),
            (
                "[[target]]\nname = 'A B'\nurl = { file = 'x' }\naudiences = []",
                2,
                "is not a valid channel name",
            ),
            ("[[target]]\nname = 'a'\nurl = 'https://x/SECRET'\naudiences = []", 3, "is a secret"),
            (
                "[[target]]\nname = 'a'\nurl = { file = 'x', env = 'y' }\naudiences = []",
                3,
                "expected one source",
            ),
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
            ("format = 2", 1, "unknown settings format"),
            ("[[target]]\nname = ", 2, "text without quotes"),
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

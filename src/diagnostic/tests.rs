//! Tests of the reader, with a small format of its own.

use std::ops::Range;
use toml::de::DeTable;

use super::*;
use crate::lang::Lang;

const FILE: TableKind = TableKind::new("settings", &["format", "name", "level", "list", "target", "network"]);
const TARGET: TableKind = TableKind::new("target", &["name", "push"]);
const NETWORK: TableKind = TableKind::new("network", &["proxy"]);
const LEVELS: [(&str, u8); 3] = [("low", 1), ("middle", 2), ("high", 3)];

#[derive(Clone, Debug, PartialEq)]
enum SampleError {
    Toml(TomlError),
    Twice(Range<usize>),
}

impl From<TomlError> for SampleError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

impl DiagnosticKind for SampleError {
    fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Twice(_) => Message::new("twice".to_owned(), "once".to_owned()),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Twice(first) => Some(first),
            Self::Toml(_) => None,
        }
    }
}

#[derive(Debug, PartialEq)]
struct Sample {
    name: String,
    level: Option<u8>,
    list: Vec<String>,
    targets: usize,
    pushes: usize,
}

impl TomlFormat for SampleError {
    type Output = Sample;

    const MAX_BYTES: usize = 4096;

    fn walk(reader: &mut TomlReader<Self>, document: &DeTable<'_>) -> Option<Sample> {
        let file = Table::file(document, FILE);
        reader.unknown_fields(file);
        reader.format(file);
        let name = match file.field("name") {
            Some(_) => reader.line(file, "name", 20),
            None => reader.missing(file, "name"),
        };
        let level = file.field("level").and_then(|field| {
            let text = reader.filled(field)?;
            reader.one_of((text, field.span()), "config-language", &LEVELS)
        });
        let list = reader.texts(file, "list", 3).into_iter().map(|(text, _)| text).collect();
        let tables = reader.tables(file, "target", TARGET, 2);
        let mut names = std::collections::HashMap::new();
        let mut pushes = 0;
        for table in &tables {
            reader.unknown_fields(*table);
            pushes += usize::from(reader.flag(*table, "push").unwrap_or(false));
            if let Some(field) = table.field("name")
                && let Some(text) = reader.filled(field)
                && let Some(first) = used_before(&mut names, text.to_owned(), &field.span())
            {
                reader.report(Self::Twice(first), field.span());
            }
        }
        if let Some(table) = reader.table(file, "network", NETWORK) {
            reader.unknown_fields(table);
        }
        Some(Sample { name: name?.to_string(), level, list, targets: tables.len(), pushes })
    }
}

/// The line and the first sentence of each error.
fn errors(source: &str) -> Vec<(usize, String)> {
    let Err(errors) = read::<SampleError>(source, "x.toml") else { panic!("it is valid: {source}") };
    errors.iter().map(|error| (error.line().unwrap_or(0), error.what(Lang::En))).collect()
}

#[test]
fn a_valid_file_is_read() {
    let source =
        "\u{feff}format = 1\nname = 'x'\nlevel = 'high'\nlist = [' a ', 'b']\n[network]\n[[target]]\npush = true\n";
    let sample = read::<SampleError>(source, "x.toml").unwrap();
    let list = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(sample, Sample { name: "x".to_owned(), level: Some(3), list, targets: 1, pushes: 1 });
    assert_eq!(read_bytes::<SampleError>(source.as_bytes(), "x.toml").unwrap(), sample);
}

#[test]
fn each_error_is_reported_on_its_line() {
    for (source, line, what) in [
        ("format = 2\nname = 'x'", 1, "format not supported by this version"),
        ("level = 'low'", 1, "missing “name” in notify.toml"),
        ("nam = 'x'", 1, "unknown field “nam” in notify.toml"),
        ("name = 3", 1, "“name” is a number"),
        ("name = 1979-05-27", 1, "“name” is an unquoted date or time"),
        ("name = ' '", 1, "“name” is empty"),
        ("name = 'twenty-one characters'", 1, "“name” is too long"),
        ("name = 'x'\nlevel = 'hihg'", 2, "unsupported language “hihg”"),
        ("name = 'x'\nlist = 'a'", 2, "“list” is a string"),
        ("name = 'x'\nlist = ['a', 2]", 2, "“list” is a number"),
        ("name = 'x'\nlist = ['a', 'b', 'c', 'd']", 2, "too many entries in “list”: 4"),
        ("name = 'x'\ntarget = {}", 2, "“target” is a table"),
        ("name = 'x'\ntarget = [1]", 2, "“target” is a number"),
        ("name = 'x'\nnetwork = []", 2, "“network” is a list"),
        ("name = 'x'\n[[target]]\npush = 'no'", 3, "“push” is a string"),
        ("name = 'x'\n[[target]]\nname = 'a'\n[[target]]\nname = 'a'", 5, "twice"),
        ("name = 'x'\n[[target]]\n[[target]]\n[[target]]", 2, "too many entries in “target”: 3"),
    ] {
        assert_eq!(errors(source), [(line, what.to_owned())], "{source}");
    }
}

#[test]
fn all_errors_come_at_once_in_the_order_of_the_file() {
    let lines: Vec<_> =
        errors("level = 'lo'\nlist = 3\nx = 1\n[network]\ny = 2").into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [1, 1, 2, 3, 5]);
}

#[test]
fn syntax_errors_hide_what_follows_from_them() {
    for (source, what) in [
        ("name = 'x'\nname = 'y'\nother = 1", "duplicate field"),
        ("name = \"x", "opened here, never closed"),
        ("name = x", "text without quotes"),
        ("name", "missing value"),
        ("name = 'x' nonsense here\n", "not valid TOML"),
    ] {
        let errors = errors(source);
        assert_eq!(errors.len(), 1, "{source}: {errors:?}");
        assert_eq!(errors[0].1, what, "{source}");
    }
}

#[test]
fn the_parsers_words_become_ours_and_unknown_ones_are_quoted() {
    for (message, key) in [
        ("duplicate key `a` in document root", "diagnostic-syntax-duplicate"),
        ("cannot recurse further; max recursion depth met", "diagnostic-syntax-nesting"),
        ("string values must be quoted, expected literal string", "diagnostic-syntax-quotes"),
        ("invalid basic string, expected non-double-quote visible characters, `\\`", "diagnostic-syntax-character"),
        ("unclosed array, expected `]`", "diagnostic-syntax-unclosed"),
        ("invalid multi-line basic string", "diagnostic-syntax-unclosed"),
        ("key with no value, expected `=`", "diagnostic-syntax-no-value"),
        ("missing value", "diagnostic-syntax-no-value"),
        ("something new\u{7}", "diagnostic-syntax"),
    ] {
        for lang in Lang::ALL {
            let said = TomlError::syntax(message).message(lang);
            assert_eq!(said.what, lang.say(key), "{message}");
            let help = said.help.unwrap_or_default();
            assert_eq!(help.contains("something new"), key == "diagnostic-syntax", "{help}");
            assert!(!help.contains('\u{7}'), "{help}");
        }
    }
}

#[test]
fn beyond_a_screenful_errors_are_counted() {
    let source = (0..100).fold("name = 'x'\n".to_owned(), |source, n| format!("{source}k{n} = 1\n"));
    let errors = errors(&source);
    assert_eq!(errors.len(), MAX_DIAGNOSTICS + 1);
    assert_eq!(errors.last().unwrap(), &(0, "60 more errors".to_owned()));
}

#[test]
fn the_first_use_is_shown_beside_the_second() {
    let source = "name = 'x'\n[[target]]\nname = 'a'\n[[target]]\nname = 'a'";
    let text = read::<SampleError>(source, "x.toml").unwrap_err()[0].render(Lang::En);
    assert!(text.contains("x.toml:5:8") && text.contains("first used here"), "{text}");
}

#[test]
fn bytes_that_are_not_text_are_refused() {
    for (bytes, line) in [(b"a\0b".as_slice(), None), (b"name = 'x'\n\xff", Some(2))] {
        let errors = read_bytes::<SampleError>(bytes, "x.toml").unwrap_err();
        assert_eq!((errors.len(), errors[0].line()), (1, line));
        assert_eq!(errors[0].kind, TomlError::NotText.into());
    }
    let errors = read_bytes::<SampleError>(&[b'#'; 5000], "x.toml").unwrap_err();
    assert_eq!(errors[0].what(Lang::En), "the file is too large: 5 KiB");
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_a_file_or_errors_that_can_be_shown(bytes in proptest::collection::vec(0_u8.., 0..200)) {
        if let Err(errors) = read_bytes::<SampleError>(&bytes, "x.toml") {
            proptest::prop_assert!(!errors.is_empty() && errors.len() <= MAX_DIAGNOSTICS + 1);
            for lang in Lang::ALL {
                let text = render_all(&errors, lang);
                proptest::prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
            }
        }
    }

    #[test]
    fn errors_of_unknown_fields_are_as_many_as_these(names in proptest::collection::hash_set("[u-z]{3,8}", 1..30)) {
        let source = names.iter().fold("name = 'x'\n".to_owned(), |source, name| format!("{source}{name} = 1\n"));
        let errors = errors(&source);
        proptest::prop_assert_eq!(errors.len(), names.len());
        for (n, (line, _)) in errors.iter().enumerate() {
            proptest::prop_assert_eq!(*line, n + 2);
        }
    }
}

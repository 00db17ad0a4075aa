//! Which template an audience gets at an occasion: the organisation's own, else the bundled one.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::LazyLock;

use super::error::{TemplateDiagnostic, TemplateError};
use super::external::Readers;
use super::template::{BYTES_MAX, Template};
use crate::diagnostic::nearest;
use crate::incident::{AudienceId, Line, Occasion};
use crate::lang::Lang;

/// More files than these are no templates.
const FILES_MAX: usize = 1000;

#[derive(Clone, Debug, Default)]
pub struct Templates {
    /// The organisation's own by `<audience>.<occasion>.<language>`, or its errors.
    own: BTreeMap<String, Result<Template, Vec<TemplateDiagnostic>>>,
    /// Files whose name is not that of a template.
    strays: Vec<TemplateDiagnostic>,
    /// Names of known people, hidden from external readers.
    people: Vec<Line>,
}

macro_rules! bundled {
    ($($lang:ident $readers:literal),+) => {
        [$(
            [
                include_str!(concat!(stringify!($lang), "/", $readers, "/opening.md")),
                include_str!(concat!(stringify!($lang), "/", $readers, "/progress.md")),
                include_str!(concat!(stringify!($lang), "/", $readers, "/degraded.md")),
                include_str!(concat!(stringify!($lang), "/", $readers, "/restored.md")),
                include_str!(concat!(stringify!($lang), "/", $readers, "/closing.md")),
            ]
        ),+]
    };
}

/// By language and readers, then by occasion.
const SOURCES: [[&str; 5]; 4] = bundled!(fr "external", fr "internal", en "external", en "internal");

static BUNDLED: LazyLock<Vec<Vec<Template>>> = LazyLock::new(|| {
    let read = |source: &&str| Template::read(source, "bundled").expect("a test reads every bundled template");
    SOURCES.iter().map(|sources| sources.iter().map(read).collect()).collect()
});

impl Templates {
    /// The bundled templates and the organisation's own, from the files that end in `.md`.
    pub fn with(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut templates = Self::default();
        for (name, bytes) in files {
            let Some(stem) = name.strip_suffix(".md").filter(|stem| !stem.starts_with('.')) else { continue };
            match check_name(stem) {
                Ok(()) => {
                    templates.own.insert(stem.to_owned(), Template::read_bytes(&bytes, &name));
                }
                Err(error) => templates.strays.push(TemplateDiagnostic::of_file(error, &name)),
            }
        }
        templates
    }

    /// The bundled ones and those of a folder, which need not be there.
    pub fn of_folder(folder: &Path) -> io::Result<Self> {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let mut files = Vec::new();
        for entry in entries.take(FILES_MAX) {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            if name.strip_suffix(".md").is_some() && entry.path().is_file() {
                files.push((name, read(&entry.path())?));
            }
        }
        Ok(Self::with(files))
    }

    #[must_use]
    pub fn hiding(self, people: Vec<Line>) -> Self {
        Self { people, ..self }
    }

    pub fn hidden_people(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(Line::as_str)
    }

    /// Returns the template in effect, and the first error of the organisation's own if it is invalid.
    pub fn of(
        &self,
        audience: &AudienceId,
        readers: Readers,
        occasion: Occasion,
        lang: Lang,
    ) -> (&Template, Option<TemplateDiagnostic>) {
        let own = self.own.get(&format!("{audience}.{}.{}", occasion.name(), lang.code()));
        let checked =
            own.map(|own| own.as_ref().map_err(Clone::clone).and_then(|own| own.check(readers).map(|()| own)));
        match checked {
            Some(Ok(own)) => (own, None),
            Some(Err(problems)) => (bundled(readers, occasion, lang), problems.into_iter().next()),
            None => (bundled(readers, occasion, lang), None),
        }
    }

    pub fn own(&self) -> impl Iterator<Item = (&str, Result<&Template, &[TemplateDiagnostic]>)> {
        self.own.iter().map(|(name, read)| (name.as_str(), read.as_ref().map_err(Vec::as_slice)))
    }

    pub fn problems(&self) -> impl Iterator<Item = &TemplateDiagnostic> {
        self.own.values().filter_map(|read| read.as_ref().err()).flatten().chain(&self.strays)
    }
}

/// As much of a file as shows that it is too long.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns the text of a bundled template, to start one's own from.
pub fn source(readers: Readers, occasion: Occasion, lang: Lang) -> &'static str {
    SOURCES[index(readers, lang)][occasion as usize]
}

fn bundled(readers: Readers, occasion: Occasion, lang: Lang) -> &'static Template {
    &BUNDLED[index(readers, lang)][occasion as usize]
}

const fn index(readers: Readers, lang: Lang) -> usize {
    match (lang, readers) {
        (Lang::Fr, Readers::External) => 0,
        (Lang::Fr, Readers::Internal) => 1,
        (Lang::En, Readers::External) => 2,
        (Lang::En, Readers::Internal) => 3,
    }
}

/// Checks that a file's name is that of a template.
fn check_name(stem: &str) -> Result<(), TemplateError> {
    let stray = |near| Err(TemplateError::FileName { near });
    let parts: Vec<_> = stem.split('.').collect();
    let [audience, occasion, lang] = parts[..] else { return stray(None) };
    let occasions = Occasion::ALL.map(Occasion::name);
    let is_lang = Lang::ALL.iter().any(|known| known.code() == lang);
    if !is_lang || audience.parse::<AudienceId>().is_err() {
        return stray(None);
    }
    if occasions.contains(&occasion) {
        return Ok(());
    }
    stray(nearest(occasion, occasions).map(|near| Line::new(&format!("{audience}.{near}.{lang}.md"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> AudienceId {
        text.parse().unwrap()
    }

    #[test]
    fn bundled_templates_are_valid_and_external_ones_name_nothing_internal() {
        for lang in Lang::ALL {
            for occasion in Occasion::ALL {
                for readers in [Readers::External, Readers::Internal] {
                    let template = bundled(readers, occasion, lang);
                    assert!(template.check(readers).is_ok(), "{lang:?} {readers:?} {occasion:?}");
                    let source = source(readers, occasion, lang);
                    assert!(source.starts_with("# ") && source.ends_with(".\n"), "{source}");
                    assert!(!source.contains('\u{2019}'), "{source}");
                    if lang == Lang::Fr {
                        let loose = [" :", " ;", " !", " ?"].iter().find(|sign| source.contains(**sign));
                        assert_eq!(loose, None, "{source}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_own_template_is_used_unless_it_is_invalid() {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let templates = Templates::with([
            file("clients.opening.fr.md", "Bonjour {{title}}"),
            file("clients.progress.fr.md", "Bonjour {{titel}}"),
            file("clients.closing.fr.md", "Bonjour {{commander}}"),
            file("team.openning.en.md", "x"),
            file("read.me.md", "x"),
            file(".clients.opening.fr.md", "x"),
            file("clients.opening.fr.md~", "x"),
        ]);
        let of = |occasion| {
            let (template, trouble) = templates.of(&id("clients"), Readers::External, occasion, Lang::Fr);
            (template.fill(|_| "x").as_str().starts_with("Bonjour"), trouble.map(|it| it.what(Lang::En)))
        };
        assert_eq!(of(Occasion::Opening), (true, None));
        assert_eq!(of(Occasion::Progress), (false, Some("unknown variable “titel”".to_owned())));
        assert_eq!(of(Occasion::Closing), (false, Some("“commander” is for internal audiences only".to_owned())));
        assert_eq!(of(Occasion::Restored), (false, None));
        let shown: Vec<_> = templates.problems().map(|it| it.render(Lang::En)).collect();
        assert_eq!(shown.len(), 3);
        assert!(shown.iter().any(|it| it.contains("team.opening.en.md")), "{shown:?}");
    }
}

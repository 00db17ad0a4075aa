//! `runbook revise`: what past recordings change in a plan, and why; written on request.

mod diff;
mod save;
mod shown;

use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;

use super::plans::named;
use crate::diagnostic::render_all;
use crate::incident::{IncidentId, Line};
use crate::lang::{Lang, vars};
use crate::replay::Recording;
use crate::runbook::{Foreign, Past, Revision, Unwritable};
use crate::terminal::Depth;
use crate::verbs::source::Source;
use crate::verbs::{Here, Outcome, file};

#[derive(Clone, Debug, Args)]
pub struct Revise {
    plan: String,
    #[arg(long, value_name = "ID|FILE", required = true, num_args = 1..)]
    from: Vec<String>,
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

/// The input of the output.
struct Revised<'a> {
    title: &'a Line,
    revision: &'a Revision,
    /// In the order of their opening.
    recordings: &'a [Recording],
    /// The texts of the plan, as it is and as it is revised.
    texts: (&'a str, &'a str),
    /// What the plan is called.
    name: &'a str,
}

impl Revise {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let (source, plan, path) = named(&self.plan, here)?;
        let name = Line::new(&path.as_ref().map_or_else(|| self.plan.clone(), |path| path.display().to_string()));
        if let (None, Some(target)) = (&path, &self.write)
            && target.as_os_str() == self.plan.as_str()
            && !target.exists()
        {
            let message = vars![name = Line::new(&self.plan).as_str().to_owned()];
            return Err(Outcome::refused(lang.say_with("revise-bundled", &message)));
        }
        let before = String::from_utf8(source).map_err(|_| Outcome::refused(lang.say("revise-otherwise")))?;
        let (recordings, doubles) = self.recordings(here)?;
        let past: Vec<Past<'_>> =
            recordings.iter().map(|it| Past { incident: &it.incident, history: &it.history }).collect();
        let revision = Revision::of(&plan, &past).map_err(|Foreign::OtherPlan(place)| {
            let incident = &recordings[place].incident;
            let (id, own) = (incident.id.as_str(), incident.plan.title.as_str());
            Outcome::refused(lang.say_with("revise-other-plan", &vars![id, own, title = plan.title.as_str()]))
        })?;
        let after = revision.write(&before, name.as_str()).map_err(|failed| unwritable(&failed, lang))?;
        let revised = Revised {
            title: &plan.title,
            revision: &revision,
            recordings: &recordings,
            texts: (&before, &after),
            name: name.as_str(),
        };
        let written = match &self.write {
            Some(target) if before != after => {
                save::write(target, path.as_deref(), &before, &after, lang)?;
                Some(Line::new(&target.display().to_string()))
            }
            _ => None,
        };
        let mut stderr: Vec<String> =
            doubles.iter().map(|id| lang.say_with("revise-twice", &vars![id = id.as_str()])).collect();
        if self.json {
            let mut outcome = Outcome::json(&revised.json(written.is_some()));
            outcome.stderr = lines(&stderr);
            return Ok(outcome);
        }
        stderr.push(match &written {
            Some(file) => lang.say_with("revise-written", &vars![file = file.as_str()]),
            None if before == after => lang.say("revise-nothing"),
            None => lang.say("revise-hint"),
        });
        // The text has no control characters; the colours are added after cleaning.
        Ok(Outcome { stdout: revised.text(here.colours, lang), stderr: lines(&stderr), code: 0 })
    }

    /// Each recording once, the oldest first, and those that were named more than once.
    fn recordings(&self, here: &Here) -> Result<(Vec<Recording>, Vec<IncidentId>), Outcome> {
        let mut recordings: Vec<Recording> = Vec::new();
        let mut doubles = Vec::new();
        for what in &self.from {
            let recording = read(what, here)?;
            let known = recordings.iter_mut().find(|it| it.incident.id == recording.incident.id);
            match known {
                Some(known) => {
                    doubles.push(known.incident.id.clone());
                    // Of one log at two moments, the longer counts.
                    if recording.records > known.records {
                        *known = recording;
                    }
                }
                None => recordings.push(recording),
            }
        }
        recordings.sort_by_key(|it| (it.incident.opened_at, it.incident.id.to_string()));
        Ok((recordings, doubles))
    }
}

fn read(what: &str, here: &Here) -> Result<Recording, Outcome> {
    let lang = here.lang;
    let source = Source::open(what, here)?;
    let name = source.name.clone();
    let recording = source.recording(lang)?;
    match &recording.damage {
        None => Ok(recording),
        Some(damage) => Err(Outcome::refused(file::damaged("revise-damaged", ("name", &name), damage, lang))),
    }
}

fn unwritable(failed: &Unwritable, lang: Lang) -> Outcome {
    Outcome::refused(match failed {
        Unwritable::Bad(problems) => {
            format!("{}\n\n{}", lang.say("revise-bad"), render_all(problems, lang))
        }
        Unwritable::NoPlace(title) => lang.say_with("revise-no-place", &vars![title = title.as_str()]),
        Unwritable::Otherwise => lang.say("revise-otherwise"),
    })
}

fn lines(message: &[String]) -> String {
    message.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

impl Revised<'_> {
    /// For a person: the recordings, the changes with their reasons, and the difference.
    fn text(&self, colours: Depth, lang: Lang) -> String {
        let mut out = self.reasons(colours, lang);
        let difference = diff::unified(self.texts, self.name, colours, lang);
        if !difference.is_empty() {
            out.push('\n');
            out.push_str(&difference);
        }
        out
    }

    fn json(&self, is_written: bool) -> Value {
        let mut value = self.figures();
        let fields = value.as_object_mut().expect("it is written as an object");
        fields.insert("changed".to_owned(), json!(self.texts.0 != self.texts.1));
        fields.insert("written".to_owned(), json!(is_written));
        let difference = diff::unified(self.texts, self.name, Depth::None, Lang::En);
        fields.insert("diff".to_owned(), json!(difference));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    const SESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sessions");

    /// A folder with a plan, and a shell in it.
    struct Desk(tempfile::TempDir);

    impl Desk {
        fn new() -> Self {
            let desk = Self(tempfile::tempdir().unwrap());
            fs::write(desk.path("plan.toml"), bundled()).unwrap();
            desk
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn revise(&self, plan: &str, from: &[&str], write: Option<&str>) -> Outcome {
            let folder = self.0.path();
            let here = Here {
                options: crate::verbs::Options::default(),
                lang: Lang::En,
                config_dir: folder.to_owned(),
                config_file: folder.join("config.toml"),
                state_dir: folder.join("state"),
                socket: folder.join("socket"),
                colours: Depth::None,
                zone: chrono_tz::UTC,
            };
            // A file in the folder, else one of the recordings.
            let from = from.iter().map(|name| match self.path(name) {
                path if path.exists() => path.display().to_string(),
                _ => format!("{SESSIONS}/{name}.jsonl"),
            });
            let plan = if Path::new(plan).extension().is_some_and(|it| it == "toml") {
                self.path(plan).display().to_string()
            } else {
                plan.to_owned()
            };
            let write = write.map(|name| self.path(name));
            let revised = Revise { plan, from: from.collect(), write, json: false }.run(&here);
            revised.unwrap_or_else(|failed| failed)
        }

        fn files(&self) -> Vec<(String, Vec<u8>)> {
            let entries = fs::read_dir(self.0.path()).unwrap().map(Result::unwrap);
            let mut files: Vec<_> = entries
                .map(|it| (it.file_name().into_string().unwrap(), fs::read(it.path()).unwrap_or_default()))
                .collect();
            files.sort();
            files
        }
    }

    fn bundled() -> &'static str {
        crate::runbook::builtin()[0].source
    }

    #[test]
    fn a_plan_is_written_where_it_is_asked_for_and_nowhere_else() {
        let desk = Desk::new();
        let three = ["mars", "juin", "octobre"];
        let shown = desk.revise("plan.toml", &three, None);
        assert_eq!((shown.code, fs::read_to_string(desk.path("plan.toml")).unwrap().as_str()), (0, bundled()));
        assert!(shown.stdout.contains("+planned = \"50m..1h40\"\n"));
        assert_eq!(desk.revise("plan.toml", &three, Some("new.toml")).code, 0);
        let written = fs::read_to_string(desk.path("new.toml")).unwrap();
        // Of a bundled plan the same, and in no other order of the recordings another.
        let turned = ["octobre", "mars", "juin", "mars"];
        let outcome = desk.revise("cyberattack-recovery.fr", &turned, Some("own.toml"));
        assert!(outcome.stderr.contains("20260317-rancongiciel-lyon-m4rs was given more than once"));
        assert_eq!(fs::read_to_string(desk.path("own.toml")).unwrap(), written);
        assert_eq!(desk.revise("plan.toml", &three, Some("plan.toml")).code, 0);
        assert_eq!(fs::read_to_string(desk.path("plan.toml")).unwrap(), written);
        // Once more changes nothing, and writes nothing.
        let before = desk.files();
        for name in ["plan.toml", "third.toml"] {
            let again = desk.revise("plan.toml", &three, Some(name));
            assert!(again.stderr.contains("nothing to write") && again.code == 0, "{}", again.stderr);
        }
        assert_eq!(desk.files(), before);
    }

    #[test]
    fn what_cannot_be_relied_on_is_refused_and_nothing_is_written() {
        let desk = Desk::new();
        let mars = fs::read(format!("{SESSIONS}/mars.jsonl")).unwrap();
        let lines: Vec<&[u8]> = mars.split_inclusive(|byte| *byte == b'\n').collect();
        fs::write(desk.path("torn"), &mars[..mars.len() - 20]).unwrap();
        fs::write(desk.path("changed"), String::from_utf8_lossy(&mars).replace("02:53:20", "02:13:20")).unwrap();
        fs::write(desk.path("shuffled"), [lines[0], lines[2], lines[1]].concat()).unwrap();
        fs::write(desk.path("headless"), lines[1..].concat()).unwrap();
        fs::write(desk.path("empty"), "").unwrap();
        fs::write(desk.path("picture"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
        fs::write(desk.path("newer"), "{\"format\":2,\"and\":\"whatever\"}\n").unwrap();
        fs::write(desk.path("zip"), b"PK\x03\x04 and nothing behind it").unwrap();
        fs::write(desk.path("bad.toml"), "format = 1\ntitle = \"P\"\n[[step]]\nphase = \"A\"\nplannd = \"1h\"\n")
            .unwrap();
        fs::write(desk.path("not.toml"), b"\x89PNG\r\n\x1a\n\0").unwrap();
        fs::write(desk.path("other.toml"), crate::runbook::sample(Lang::En)).unwrap();
        let before = desk.files();
        let cases: &[(&str, &[&str], &str)] = &[
            ("plan.toml", &["mars", "torn"], "record 395 is damaged: the line is cut short"),
            ("plan.toml", &["changed"], "is damaged: the line was changed"),
            ("plan.toml", &["shuffled"], "record 2 is damaged: its number is out of sequence"),
            ("plan.toml", &["headless"], "Record 1"),
            ("plan.toml", &["empty"], "Record 1"),
            ("plan.toml", &["picture"], "Record 1"),
            ("plan.toml", &["newer"], "format not supported by this version"),
            ("plan.toml", &["zip"], "bundle"),
            ("plan.toml", &["nowhere"], "does not exist"),
            ("plan.toml", &["."], "is a folder"),
            ("other.toml", &["mars"], "used another plan, “Reprise d'activité après cyberattaque”"),
            ("bad.toml", &["mars"], "did you mean “planned”?"),
            ("not.toml", &["mars"], "error"),
            ("missing.toml", &["mars"], "does not exist"),
            ("no-such-plan", &["mars"], "No such plan"),
        ];
        for (plan, from, message) in cases {
            let outcome = desk.revise(plan, from, Some("new.toml"));
            assert!(outcome.code != 0 && outcome.stdout.is_empty(), "{plan} {from:?}: {outcome:?}");
            assert!(outcome.stderr.contains(message), "{plan} {from:?}: {}", outcome.stderr);
        }
        assert_eq!(desk.files(), before);
    }
}

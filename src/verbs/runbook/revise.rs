//! `runbook revise`: what past sessions change of a plan, and why; written where it is asked for.

mod diff;
mod save;
mod shown;

use clap::Args;
use serde_json::{Value, json};
use std::path::PathBuf;

use super::plan_and_path;
use crate::config::Depth;
use crate::incident::{IncidentId, Line};
use crate::lang::Lang;
use crate::replay::Session;
use crate::runbook::{Foreign, Past, Revision, Unwritable};
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

/// All that is shown of a revision.
struct Revised<'a> {
    title: &'a Line,
    revision: &'a Revision,
    /// In the order of their opening.
    sessions: &'a [Session],
    /// The texts of the plan, as it is and as it is revised.
    texts: (&'a str, &'a str),
    /// What the plan is called.
    name: &'a str,
}

impl Revise {
    pub fn run(&self, here: &Here) -> Outcome {
        self.revise(here).unwrap_or_else(|failed| failed)
    }

    fn revise(&self, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let (source, plan, path) = plan_and_path(&self.plan, here)?;
        let name =
            Line::new(&path.as_ref().map_or_else(|| self.plan.clone(), |path| path.display().to_string()));
        let before = String::from_utf8(source).map_err(|_| Outcome::refused(lang.say("revise-otherwise")))?;
        let (sessions, doubles) = self.sessions(here)?;
        let past: Vec<Past<'_>> =
            sessions.iter().map(|it| Past { incident: &it.incident, history: &it.history }).collect();
        let revision = Revision::of(&plan, &past).map_err(|Foreign::OtherPlan(place)| {
            let incident = &sessions[place].incident;
            let (id, own) = (incident.id.as_str(), incident.plan.title.as_str());
            let told = [("id", id.into()), ("own", own.into()), ("title", plan.title.as_str().into())];
            Outcome::refused(lang.say_with("revise-other-plan", &told))
        })?;
        let after = revision.write(&before, name.as_str()).map_err(|failed| unwritable(&failed, lang))?;
        let revised = Revised {
            title: &plan.title,
            revision: &revision,
            sessions: &sessions,
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
            doubles.iter().map(|id| lang.say_with("revise-twice", &[("id", id.as_str().into())])).collect();
        if self.json {
            let mut outcome = Outcome::json(&revised.json(written.is_some()));
            outcome.stderr = lines(&stderr);
            return Ok(outcome);
        }
        stderr.push(match &written {
            Some(file) => lang.say_with("revise-written", &[("file", file.as_str().into())]),
            None if before == after => lang.say("revise-nothing"),
            None => lang.say("revise-hint"),
        });
        // What is told holds no control character: only the colours are added behind the cleaning.
        Ok(Outcome { stdout: revised.told(here.colours, lang), stderr: lines(&stderr), code: 0 })
    }

    /// Each session once, the oldest first, and those that were named more than once.
    fn sessions(&self, here: &Here) -> Result<(Vec<Session>, Vec<IncidentId>), Outcome> {
        let mut sessions: Vec<Session> = Vec::new();
        let mut doubles = Vec::new();
        for what in &self.from {
            let session = read(what, here)?;
            let known = sessions.iter_mut().find(|it| it.incident.id == session.incident.id);
            match known {
                Some(known) => {
                    doubles.push(known.incident.id.clone());
                    // Of one log at two moments the longer knows more.
                    if session.records > known.records {
                        *known = session;
                    }
                }
                None => sessions.push(session),
            }
        }
        sessions.sort_by(|a, b| {
            (a.incident.opened_at, a.incident.id.as_str())
                .cmp(&(b.incident.opened_at, b.incident.id.as_str()))
        });
        Ok((sessions, doubles))
    }
}

/// A whole session: what is damaged proves nothing of how long things took.
fn read(what: &str, here: &Here) -> Result<Session, Outcome> {
    let lang = here.lang;
    let source = Source::open(what, here)?;
    let name = source.name.clone();
    let session = source.session(lang)?;
    match session.damage {
        None => Ok(session),
        Some(damage) => Err(Outcome::refused(lang.say_with(
            "revise-damaged",
            &[
                ("name", name.into()),
                ("record", damage.record.into()),
                ("why", lang.say(damage.flaw.key()).into()),
            ],
        ))),
    }
}

fn unwritable(failed: &Unwritable, lang: Lang) -> Outcome {
    Outcome::refused(match failed {
        Unwritable::Bad(problems) => {
            format!("{}\n\n{}", lang.say("revise-bad"), file::problems(problems, lang))
        }
        Unwritable::NoPlace(title) => lang.say_with("revise-no-place", &[("title", title.as_str().into())]),
        Unwritable::Otherwise => lang.say("revise-otherwise"),
    })
}

fn lines(told: &[String]) -> String {
    told.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

impl Revised<'_> {
    /// For a person: where it comes from, what changes and why, and the difference.
    fn told(&self, colours: Depth, lang: Lang) -> String {
        let mut out = self.reasons(colours, lang);
        let difference = diff::unified(self.texts, self.name, colours, lang);
        if !difference.is_empty() {
            out.push('\n');
            out.push_str(&difference);
        }
        out
    }

    /// For other programs.
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

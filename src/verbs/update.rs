//! `update`: tells an audience where the crisis stands; drafted from the state, approved where it has to be.

mod push;
mod shown;
mod template;

use clap::{Args, Subcommand};

pub use shown::{facts, value};

use super::asker::Asker;
use super::{Here, Outcome, Place, pick, typed};
use crate::draft::{Draft, Reach, draft, likely_occasion, outdated, reveals, source};
use crate::incident::{
    Audience, AudienceId, Cadence, Command, Line, Occasion, Preview, Prose, Seq, Severity, TargetName,
    UpdateCommand,
};
use crate::lang::Lang;
use pick::Picked;

#[derive(Clone, Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Update {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    post: Post,
}

/// What is said to whom; the draft where no text is given.
#[derive(Clone, Debug, Args)]
struct Post {
    text: Vec<String>,
    #[command(flatten)]
    to: To,
    /// Only proposes it.
    #[arg(long)]
    draft: bool,
    #[arg(long, conflicts_with = "draft")]
    yes: bool,
}

#[derive(Clone, Debug, Args)]
struct To {
    /// The only one where none is given.
    #[arg(short, long, value_name = "AUDIENCE")]
    audience: Option<String>,
    /// Told from the state where none is given.
    #[arg(long, value_name = "OCCASION", value_parser = typed::occasion())]
    occasion: Option<Occasion>,
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    List {
        #[arg(long)]
        json: bool,
    },
    Show {
        /// The newest where none is given.
        #[arg(value_name = "SEQ")]
        update: Option<u64>,
        #[arg(long)]
        json: bool,
    },
    Preview {
        text: Vec<String>,
        #[command(flatten)]
        to: To,
        /// As this target will show it.
        #[arg(long, value_name = "NAME")]
        target: Option<String>,
    },
    Approve {
        /// The only one that waits where none is given.
        #[arg(value_name = "SEQ")]
        proposal: Option<u64>,
        /// Instead of what was proposed.
        text: Vec<String>,
    },
    Drop {
        #[arg(value_name = "SEQ")]
        proposal: Option<u64>,
    },
    Retry {
        #[arg(value_name = "SEQ")]
        update: Option<u64>,
        #[arg(long, value_name = "NAME")]
        target: Option<String>,
    },
    Every {
        #[arg(value_name = "AUDIENCE")]
        audience: String,
        /// What is negative is refused as an interval, not as an option.
        #[arg(value_name = "DURATION", value_parser = typed::interval, allow_hyphen_values = true)]
        interval: typed::Interval,
        #[arg(long, value_parser = typed::severity())]
        severity: Option<Severity>,
    },
    /// The text of a bundled template.
    Template {
        #[arg(long, value_name = "OCCASION", value_parser = typed::occasion(), default_value = "progress")]
        occasion: Occasion,
        #[arg(long)]
        outside: bool,
    },
    Check,
}

impl Update {
    pub const fn place(&self) -> Place {
        match &self.verb {
            Some(Verb::Template { .. } | Verb::Check) => Place::Client,
            _ => Place::Host,
        }
    }

    pub fn run_here(&self, here: &Here) -> Outcome {
        match &self.verb {
            Some(Verb::Template { occasion, outside }) => {
                let reach = if *outside { Reach::Outside } else { Reach::Inside };
                Outcome::done(source(reach, *occasion, here.lang))
            }
            Some(Verb::Check) => template::check(here),
            _ => Outcome::misuse(here.lang.say("cli-misuse")),
        }
    }

    pub async fn run(&self, asker: &Asker<'_>) -> Outcome {
        let outcome = match &self.verb {
            None => self.post.run(asker).await,
            Some(Verb::List { json }) => Ok(shown::list(asker, *json)),
            Some(Verb::Show { update, json }) => shown::one(asker, update.map(Seq), *json),
            Some(Verb::Preview { text, to, target }) => preview(asker, text, to, target.as_deref()),
            Some(Verb::Approve { proposal, text }) => approve(asker, *proposal, text).await,
            Some(Verb::Drop { proposal }) => match the_proposal(asker, *proposal) {
                Ok(proposal) => Ok(asker.ask(Command::Update(UpdateCommand::Drop { proposal })).await),
                Err(outcome) => Err(outcome),
            },
            Some(Verb::Retry { update, target }) => retry(asker, update.map(Seq), target.as_deref()).await,
            Some(Verb::Template { .. } | Verb::Check) => Err(Outcome::misuse(asker.lang.say("cli-misuse"))),
            Some(Verb::Every { audience, interval, severity }) => {
                every(asker, audience, *interval, *severity).await
            }
        };
        outcome.unwrap_or_else(|refused| refused)
    }
}

impl Post {
    async fn run(&self, asker: &Asker<'_>) -> Result<Outcome, Outcome> {
        let words = Words::of(asker, &self.text, &self.to)?;
        let Words { audience, occasion, text, .. } = &words;
        let (audience_id, occasion) = (audience.id.clone(), *occasion);
        // What nobody has read is sent only where somebody says so.
        let is_unread = self.text.is_empty();
        let waits = self.draft || (!self.yes && (audience.approval || is_unread));
        let text = text.clone();
        let command = if waits {
            Command::Update(UpdateCommand::Propose { audience: audience_id, occasion, text })
        } else {
            Command::Update(UpdateCommand::Post { audience: audience_id, occasion, text })
        };
        let mut outcome = asker.ask(command).await;
        if outcome.code == 0 {
            words.explain(asker, &mut outcome);
            tell_what_waits(asker, audience, &mut outcome);
            tell_what_comes_of_it(asker, &mut outcome);
        }
        Ok(outcome)
    }
}

/// A text for an audience, and where it came from.
struct Words {
    audience: Audience,
    occasion: Occasion,
    text: Prose,
    draft: Option<Draft>,
}

impl Words {
    fn of(asker: &Asker<'_>, text: &[String], to: &To) -> Result<Self, Outcome> {
        let audience = the_audience(asker, to.audience.as_deref())?;
        let incident = asker.incident();
        let occasion = to.occasion.unwrap_or_else(|| likely_occasion(incident, &audience));
        if !text.is_empty() {
            return Ok(Self { audience, occasion, text: typed::prose(text), draft: None });
        }
        let draft = draft(&asker.caller.templates, incident, &audience, occasion, asker.now());
        Ok(Self { audience, occasion, text: Prose::new(&draft.text), draft: Some(draft) })
    }

    /// What there is to know of it before it is read outside.
    fn explain(&self, asker: &Asker<'_>, outcome: &mut Outcome) {
        let Some(draft) = &self.draft else {
            let (templates, text) = (&asker.caller.templates, self.text.as_str());
            let named = reveals(templates, asker.incident(), &self.audience, text);
            if !named.is_empty() {
                let named = named.join(", ");
                note(outcome, &asker.lang.say_with("update-reveals", &[("list", named.into())]));
            }
            let title = asker.incident().title.as_str();
            let named = reveals(templates, asker.incident(), &self.audience, title);
            if !named.is_empty() {
                let list = named.join(", ");
                note(outcome, &asker.lang.say_with("update-title-reveals", &[("list", list.into())]));
            }
            return;
        };
        if !draft.hidden.is_empty() {
            let hidden = draft.hidden.join(", ");
            note(outcome, &asker.lang.say_with("update-hidden", &[("list", hidden.into())]));
        }
        if let Some(trouble) = &draft.trouble {
            note(outcome, &asker.lang.say("update-own-template"));
            note(outcome, &trouble.render(asker.lang));
        }
    }
}

/// The draft, or a text, as it would go out, and to whom; nothing is recorded.
fn preview(asker: &Asker<'_>, text: &[String], to: &To, target: Option<&str>) -> Result<Outcome, Outcome> {
    let words = Words::of(asker, text, to)?;
    let previews = previews(asker, &words.audience.id, words.occasion, &words.text).unwrap_or_default();
    let mut outcome = match target {
        Some(target) => as_shown(asker, &previews, target)?,
        None => Outcome::done(words.text.as_str()),
    };
    let named = [
        ("audience", words.audience.name.as_str().into()),
        ("occasion", asker.lang.occasion(words.occasion).into()),
        ("count", words.text.as_str().chars().count().into()),
    ];
    note(&mut outcome, &asker.lang.say_with("update-preview", &named));
    words.explain(asker, &mut outcome);
    for line in previews.iter().flat_map(|it| destination(asker.lang, it)) {
        note(&mut outcome, &line);
    }
    if previews.is_empty() && asker.caller.dispatcher.is_some() {
        note(&mut outcome, &no_target(asker.lang, &words.audience.id));
    }
    Ok(outcome)
}

async fn approve(asker: &Asker<'_>, proposal: Option<u64>, text: &[String]) -> Result<Outcome, Outcome> {
    let proposal = the_proposal(asker, proposal)?;
    let text = (!text.is_empty()).then(|| typed::prose(text));
    let incident = asker.incident();
    let told = incident.proposal(proposal).and_then(|it| {
        let text = text.as_ref().unwrap_or(&it.text);
        outdated(incident, it, text.as_str(), asker.now(), asker.lang)
    });
    let mut outcome = asker.ask(Command::Update(UpdateCommand::Approve { proposal, text })).await;
    if outcome.code == 0 {
        if let Some(told) = told {
            note(&mut outcome, &told);
        }
        tell_what_comes_of_it(asker, &mut outcome);
    }
    Ok(outcome)
}

async fn retry(asker: &Asker<'_>, message: Option<Seq>, target: Option<&str>) -> Result<Outcome, Outcome> {
    let target = target.map(|typed| the_target(asker, typed)).transpose()?;
    Ok(asker.ask(Command::Update(UpdateCommand::Retry { message, target })).await)
}

async fn every(
    asker: &Asker<'_>,
    audience: &str,
    interval: typed::Interval,
    severity: Option<Severity>,
) -> Result<Outcome, Outcome> {
    let mut audience = the_audience(asker, Some(audience))?;
    match severity {
        Some(severity) => audience.every.set(severity, interval.0),
        None => audience.every = interval.0.map_or_else(Cadence::default, Cadence::always),
    }
    Ok(asker.ask(Command::Update(UpdateCommand::SetAudience { audience: Box::new(audience) })).await)
}

/// That something waited for the same audience before, so that nobody is told twice.
fn tell_what_waits(asker: &Asker<'_>, audience: &Audience, outcome: &mut Outcome) {
    let incident = asker.incident();
    for proposal in incident.proposals.iter().filter(|it| it.audience == audience.id) {
        let named = [
            ("seq", proposal.seq.0.into()),
            ("audience", audience.name.as_str().into()),
            ("by", proposal.by.as_str().into()),
            ("at", asker.lang.time(incident.wall(proposal.at), incident.zone).into()),
        ];
        note(outcome, &asker.lang.say_with("update-already", &named));
    }
}

/// How what was just proposed is approved, or that it went nowhere.
fn tell_what_comes_of_it(asker: &Asker<'_>, outcome: &mut Outcome) {
    let after = asker.room.snapshot();
    let before = asker.incident().seq;
    let me = &asker.caller.who.by.person;
    if let Some(proposal) = after.incident.proposals.iter().rev().find(|it| it.seq > before && it.by == *me) {
        let told = asker.lang.say_with("update-waits", &[("seq", proposal.seq.0.into())]);
        outcome.stdout.extend([told.as_str(), "\n"]);
    }
    if let Some(update) = after.incident.updates.iter().rev().find(|it| it.seq > before && it.by == *me)
        && let Some(previews) = previews(asker, &update.audience, update.occasion, &update.text)
    {
        let lines: Vec<_> = previews.iter().flat_map(|it| destination(asker.lang, it)).collect();
        let lines = if lines.is_empty() { vec![no_target(asker.lang, &update.audience)] } else { lines };
        for line in lines {
            outcome.stdout.extend([line.as_str(), "\n"]);
        }
    }
}

/// A text as each target of an audience will show it; none where this host sends nothing.
fn previews(
    asker: &Asker<'_>,
    audience: &AudienceId,
    occasion: Occasion,
    text: &Prose,
) -> Option<Vec<Preview>> {
    let dispatcher = asker.caller.dispatcher.as_ref()?;
    Some(dispatcher.previews(asker.incident(), audience, occasion, text))
}

/// Where a text goes, and what there is to know of it there.
fn destination(lang: Lang, preview: &Preview) -> Vec<String> {
    let named = [
        ("target", preview.target.as_str().into()),
        ("kind", preview.kind.as_str().into()),
        ("host", preview.host.as_str().into()),
        ("parts", preview.parts.len().into()),
    ];
    let told = lang.say_with("update-goes-to", &named);
    let notes = preview.notes.iter().map(|note| format!("  {note}"));
    std::iter::once(told).chain(notes).collect()
}

/// What one target will show, part by part.
fn as_shown(asker: &Asker<'_>, previews: &[Preview], typed: &str) -> Result<Outcome, Outcome> {
    let names = || previews.iter().map(|it| it.target.as_str());
    match pick::by_prefix(typed, names()) {
        Picked::One(name) => {
            let of_it = previews.iter().filter(|it| it.target.as_str() == name).flat_map(|it| &it.parts);
            Ok(Outcome::done(of_it.map(Prose::as_str).collect::<Vec<_>>().join("\n\n")))
        }
        Picked::Several(names) => Err(which(asker.lang, &names)),
        Picked::None(_) => {
            let known = names().collect::<Vec<_>>().join(", ");
            let variables = [("target", Line::new(typed).to_string().into()), ("known", known.into())];
            Err(Outcome::refused(asker.lang.say_with("update-not-there", &variables)))
        }
    }
}

fn no_target(lang: Lang, audience: &AudienceId) -> String {
    lang.say_with("update-no-target-set", &[("audience", audience.as_str().into())])
}

/// The audience that somebody named by its id, the beginning of it, or its name; the only one where there is no other.
fn the_audience(asker: &Asker<'_>, typed: Option<&str>) -> Result<Audience, Outcome> {
    let audiences = &asker.incident().audiences;
    let ids = || audiences.iter().map(|it| it.id.as_str());
    let known = || ids().collect::<Vec<_>>().join(", ");
    if audiences.is_empty() {
        return Err(Outcome::refused(asker.lang.say("update-no-audience")));
    }
    let Some(typed) = typed else {
        return match &audiences[..] {
            [only] => Ok(only.as_ref().clone()),
            _ => Err(Outcome::refused(
                asker.lang.say_with("update-which-audience", &[("known", known().into())]),
            )),
        };
    };
    let named = |id: &str| audiences.iter().find(|it| it.id.as_str() == id).map(|it| it.as_ref().clone());
    let by_name = audiences.iter().find(|it| it.name.as_str().to_lowercase() == typed.to_lowercase());
    if let Some(audience) = by_name {
        return Ok(audience.as_ref().clone());
    }
    match pick::by_prefix(typed, ids()) {
        Picked::One(id) => Ok(named(id).expect("it is one of them")),
        Picked::Several(ids) => Err(which(asker.lang, &ids)),
        Picked::None(near) => {
            let named = [("audience", Line::new(typed).to_string().into()), ("known", known().into())];
            let told = asker.lang.say_with("update-no-such-audience", &named);
            Err(Outcome::refused(meaning(asker.lang, told, &near)))
        }
    }
}

/// The proposal with a number, or the only one.
fn the_proposal(asker: &Asker<'_>, typed: Option<u64>) -> Result<Seq, Outcome> {
    match (typed, &asker.incident().proposals[..]) {
        (Some(seq), _) => Ok(Seq(seq)),
        (None, []) => Err(Outcome::refused(asker.lang.say("update-no-proposal"))),
        (None, [only]) => Ok(only.seq),
        (None, several) => {
            let seqs: Vec<_> = several.iter().map(|it| it.seq.to_string()).collect();
            Err(which(asker.lang, &seqs.iter().map(String::as_str).collect::<Vec<_>>()))
        }
    }
}

/// A target that something was sent to, by its name or the beginning of it.
fn the_target(asker: &Asker<'_>, typed: &str) -> Result<TargetName, Outcome> {
    let incident = asker.incident();
    let of_updates = incident.updates.iter().flat_map(|it| it.deliveries.iter().map(|it| &it.target));
    let of_pushes = incident.pushes.iter().map(|push| &push.delivery.target);
    let known: std::collections::BTreeSet<&str> =
        of_updates.chain(of_pushes).map(TargetName::as_str).collect();
    match pick::by_prefix(typed, known.iter().copied()) {
        Picked::One(name) => Ok(name.parse().expect("it is one of them")),
        Picked::Several(names) => Err(which(asker.lang, &names)),
        Picked::None(near) => {
            let name = Line::new(typed).to_string();
            let told = asker.lang.say_with("update-no-such-target", &[("target", name.into())]);
            Err(Outcome::refused(meaning(asker.lang, told, &near)))
        }
    }
}

fn which(lang: Lang, ids: &[&str]) -> Outcome {
    Outcome::refused(lang.say_with("verb-which", &[("ids", ids.join(", ").into())]))
}

fn meaning(lang: Lang, told: String, near: &[&str]) -> String {
    if near.is_empty() {
        return told;
    }
    lang.say_with("cli-did-you-mean", &[("told", told.into()), ("meant", near.join(", ").into())])
}

/// Something to know besides what was asked for.
fn note(outcome: &mut Outcome, text: &str) {
    outcome.stderr.extend([text, "\n"]);
}

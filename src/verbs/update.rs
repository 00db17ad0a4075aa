//! `update`: updates for the audiences, drafted from the state and approved where required.

mod delivery;
mod push;
mod shown;
mod template;

use clap::{Args, Subcommand};

pub use shown::{facts, value};

use super::context::Either;
use super::room_command::RoomCommand;
use super::typed::{self, Json};
use super::{Caller, Here, Outcome, pick};
use crate::draft::{Draft, Readers, draft, likely_occasion, outdated, reveals, source};
use crate::incident::{
    Audience, AudienceId, Cadence, Command, Line, Occasion, Preview, Prose, Seq, Severity, UpdateCommand,
};
use crate::lang::{Lang, vars};
use crate::notify::Look;
use crate::room::Rooms;
use pick::Picked;

#[derive(Clone, Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Update {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    post: Post,
}

/// A text for an audience; the draft if no text is given.
#[derive(Clone, Debug, Args)]
pub struct Post {
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
pub struct To {
    /// By default, the only audience.
    #[arg(short, long, value_name = "AUDIENCE")]
    audience: Option<String>,
    /// By default, what the state suggests.
    #[arg(long, value_name = "OCCASION", value_parser = typed::one_of(&Occasion::ALL, Occasion::name))]
    occasion: Option<Occasion>,
}

#[derive(Clone, Debug, Subcommand)]
enum Verb {
    #[command(flatten)]
    Room(UpdateVerb),
    #[command(flatten)]
    Templates(TemplateVerb),
}

/// What is done with the updates of an incident.
#[derive(Clone, Debug, Subcommand)]
pub enum UpdateVerb {
    List(Json),
    Show {
        /// By default, the newest.
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
        /// By default, the only waiting proposal.
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
}

/// What is done with templates, which needs no host.
#[derive(Clone, Debug, Subcommand)]
pub enum TemplateVerb {
    /// The text of a bundled template.
    Template {
        #[arg(long, value_name = "OCCASION", value_parser = typed::one_of(&Occasion::ALL, Occasion::name), default_value = "progress")]
        occasion: Occasion,
        #[arg(long, alias = "outside")]
        external: bool,
    },
    Check,
}

/// What is done with updates in the room of an incident.
#[derive(Clone, Copy, Debug)]
pub enum RoomUpdate<'a> {
    Post(&'a Post),
    Verb(&'a UpdateVerb),
}

impl Update {
    pub const fn split(&self) -> Either<&TemplateVerb, RoomUpdate<'_>> {
        match &self.verb {
            None => Either::Host(RoomUpdate::Post(&self.post)),
            Some(Verb::Room(verb)) => Either::Host(RoomUpdate::Verb(verb)),
            Some(Verb::Templates(verb)) => Either::Client(verb),
        }
    }
}

impl TemplateVerb {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        match self {
            Self::Template { occasion, external } => {
                let readers = if *external { Readers::External } else { Readers::Internal };
                Ok(Outcome::done(source(readers, *occasion, here.lang)))
            }
            Self::Check => template::check(here),
        }
    }
}

impl RoomUpdate<'_> {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Result<Outcome, Outcome> {
        if let Some(dispatcher) = &caller.dispatcher {
            // A target that was just added receives what is posted now.
            dispatcher.look(Look::Briefly).await;
        }
        let room = RoomCommand::open(incident, caller, rooms).await?;
        match self {
            Self::Post(post) => post.run(&room).await,
            Self::Verb(verb) => verb.run(&room).await,
        }
    }
}

impl UpdateVerb {
    async fn run(&self, room: &RoomCommand<'_>) -> Result<Outcome, Outcome> {
        match self {
            Self::List(Json { json }) => Ok(shown::list(room, *json)),
            Self::Show { update, json } => shown::one(room, update.map(Seq), *json),
            Self::Preview { text, to, target } => preview(room, text, to, target.as_deref()),
            Self::Approve { proposal, text } => approve(room, *proposal, text).await,
            Self::Drop { proposal } => {
                let proposal = waiting(room, *proposal)?;
                Ok(room.ask(Command::Update(UpdateCommand::Drop { proposal })).await)
            }
            Self::Retry { update, target } => {
                let target = target.as_deref().map(|typed| room.target(typed)).transpose()?;
                Ok(room.ask(Command::Update(UpdateCommand::Retry { message: update.map(Seq), target })).await)
            }
            Self::Every { audience, interval, severity } => {
                let mut audience = Box::new(room.audience(Some(audience))?.clone());
                match severity {
                    Some(severity) => *audience.every.seconds_mut(*severity) = interval.0,
                    None => audience.every = interval.0.map_or_else(Cadence::default, Cadence::always),
                }
                Ok(room.ask(Command::Update(UpdateCommand::SetAudience { audience })).await)
            }
        }
    }
}

impl Post {
    async fn run(&self, room: &RoomCommand<'_>) -> Result<Outcome, Outcome> {
        let words = Words::of(room, &self.text, &self.to)?;
        let Words { audience, occasion, text, .. } = &words;
        let (audience_id, occasion) = (audience.id.clone(), *occasion);
        // A text that no one has read is sent only on request.
        let is_unread = self.text.is_empty();
        let waits = self.draft || (!self.yes && (audience.approval || is_unread));
        let text = text.clone();
        let command = if waits {
            Command::Update(UpdateCommand::Propose { audience: audience_id, occasion, text })
        } else {
            Command::Update(UpdateCommand::Post { audience: audience_id, occasion, text })
        };
        let mut outcome = room.ask(command).await;
        if outcome.code == 0 {
            words.explain(room, &mut outcome);
            note_waiting(room, audience, &mut outcome);
            note_result(room, &mut outcome);
        }
        Ok(outcome)
    }
}

struct Words {
    audience: Audience,
    occasion: Occasion,
    text: Prose,
    draft: Option<Draft>,
}

impl Words {
    fn of(room: &RoomCommand<'_>, text: &[String], to: &To) -> Result<Self, Outcome> {
        let audience = room.audience(to.audience.as_deref())?.clone();
        let incident = room.incident();
        let occasion = to.occasion.unwrap_or_else(|| likely_occasion(incident, &audience));
        if !text.is_empty() {
            return Ok(Self { audience, occasion, text: typed::prose(text), draft: None });
        }
        let draft = draft(&room.caller.templates, incident, &audience, occasion, room.now());
        Ok(Self { audience, occasion, text: Prose::new(&draft.text), draft: Some(draft) })
    }

    /// Adds warnings on what external readers will see.
    fn explain(&self, room: &RoomCommand<'_>, outcome: &mut Outcome) {
        let Some(draft) = &self.draft else {
            let (templates, text) = (&room.caller.templates, self.text.as_str());
            let named = reveals(templates, room.incident(), &self.audience, text);
            if !named.is_empty() {
                let named = named.join(", ");
                note(outcome, &room.lang.say_with("update-reveals", &vars![list = named]));
            }
            let title = room.incident().title.as_str();
            let named = reveals(templates, room.incident(), &self.audience, title);
            if !named.is_empty() {
                let list = named.join(", ");
                note(outcome, &room.lang.say_with("update-title-reveals", &vars![list]));
            }
            return;
        };
        if !draft.hidden.is_empty() {
            let hidden = draft.hidden.join(", ");
            note(outcome, &room.lang.say_with("update-hidden", &vars![list = hidden]));
        }
        if let Some(trouble) = &draft.trouble {
            note(outcome, &room.lang.say("update-own-template"));
            note(outcome, &trouble.render(room.lang));
        }
    }
}

/// The draft or a text as it would be sent, with its targets; nothing is recorded.
fn preview(room: &RoomCommand<'_>, text: &[String], to: &To, target: Option<&str>) -> Result<Outcome, Outcome> {
    let words = Words::of(room, text, to)?;
    let previews = previews(room, &words.audience.id, &words.text).unwrap_or_default();
    let mut outcome = match target {
        Some(target) => as_shown(room, &previews, target)?,
        None => Outcome::done(words.text.as_str()),
    };
    let named = vars![
        audience = words.audience.name.as_str(),
        occasion = room.lang.occasion(words.occasion),
        count = words.text.as_str().chars().count()
    ];
    note(&mut outcome, &room.lang.say_with("update-preview", &named));
    words.explain(room, &mut outcome);
    for line in previews.iter().flat_map(|it| destination(room.lang, it)) {
        note(&mut outcome, &line);
    }
    if previews.is_empty() && room.caller.dispatcher.is_some() {
        note(&mut outcome, &no_target(room.lang, &words.audience.id));
    }
    Ok(outcome)
}

/// A proposal that awaits approval, or the only one.
fn waiting(room: &RoomCommand<'_>, typed: Option<u64>) -> Result<Seq, Outcome> {
    room.only(typed, room.incident().proposals.iter().map(|it| it.seq), "update-no-proposal")
}

async fn approve(room: &RoomCommand<'_>, proposal: Option<u64>, text: &[String]) -> Result<Outcome, Outcome> {
    let proposal = waiting(room, proposal)?;
    let text = (!text.is_empty()).then(|| typed::prose(text));
    let incident = room.incident();
    let message = incident.proposal(proposal).and_then(|it| {
        let text = text.as_ref().unwrap_or(&it.text);
        outdated(incident, it, text.as_str(), room.now(), room.lang)
    });
    let mut outcome = room.ask(Command::Update(UpdateCommand::Approve { proposal, text })).await;
    if outcome.code == 0 {
        if let Some(message) = message {
            note(&mut outcome, &message);
        }
        note_result(room, &mut outcome);
    }
    Ok(outcome)
}

/// Adds updates that already wait for the same audience, so that no one is notified twice.
fn note_waiting(room: &RoomCommand<'_>, audience: &Audience, outcome: &mut Outcome) {
    let incident = room.incident();
    for proposal in incident.proposals.iter().filter(|it| it.audience == audience.id) {
        let named = vars![
            seq = proposal.seq.0,
            audience = audience.name.as_str(),
            by = proposal.by.as_str(),
            at = room.lang.time(incident.wall(proposal.at), incident.zone)
        ];
        note(outcome, &room.lang.say_with("update-already", &named));
    }
}

/// Adds how a new proposal is approved, or where a new update goes.
fn note_result(room: &RoomCommand<'_>, outcome: &mut Outcome) {
    let after = room.newest();
    let before = room.incident().seq;
    let me = &room.caller.who.by.person;
    if let Some(proposal) = after.incident.proposals.iter().rev().find(|it| it.seq > before && it.by == *me) {
        let message = room.lang.say_with("update-waits", &vars![seq = proposal.seq.0]);
        outcome.stdout.extend([message.as_str(), "\n"]);
    }
    if let Some(update) = after.incident.updates.iter().rev().find(|it| it.seq > before && it.by == *me)
        && let Some(previews) = previews(room, &update.audience, &update.text)
    {
        let lines: Vec<_> = previews.iter().flat_map(|it| destination(room.lang, it)).collect();
        let lines = if lines.is_empty() { vec![no_target(room.lang, &update.audience)] } else { lines };
        for line in lines {
            outcome.stdout.extend([line.as_str(), "\n"]);
        }
    }
}

/// Returns a text as each target of an audience will show it; `None` if this host sends nothing.
fn previews(room: &RoomCommand<'_>, audience: &AudienceId, text: &Prose) -> Option<Vec<Preview>> {
    let dispatcher = room.caller.dispatcher.as_ref()?;
    Some(dispatcher.previews(room.incident(), audience, text))
}

/// The target of a text, with its notes.
fn destination(lang: Lang, preview: &Preview) -> Vec<String> {
    let named = vars![
        target = preview.target.as_str(),
        kind = preview.kind.as_str(),
        host = preview.host.as_str(),
        parts = preview.parts.len()
    ];
    let message = lang.say_with("update-goes-to", &named);
    let notes = preview.notes.iter().map(|note| format!("  {note}"));
    std::iter::once(message).chain(notes).collect()
}

/// The text as one target will show it, part by part.
fn as_shown(room: &RoomCommand<'_>, previews: &[Preview], typed: &str) -> Result<Outcome, Outcome> {
    let names = || previews.iter().map(|it| it.target.as_str());
    let picked = match pick::by_prefix(typed, names()) {
        // All of them are listed.
        Picked::None(_) => Picked::None(Vec::new()),
        picked => picked,
    };
    let name = room.chosen(picked, || {
        let known = names().collect::<Vec<_>>().join(", ");
        room.lang.say_with("update-not-there", &vars![target = Line::new(typed).to_string(), known])
    })?;
    let of_it = previews.iter().filter(|it| it.target.as_str() == name).flat_map(|it| &it.parts);
    Ok(Outcome::done(of_it.map(Prose::as_str).collect::<Vec<_>>().join("\n\n")))
}

fn no_target(lang: Lang, audience: &AudienceId) -> String {
    lang.say_with("update-no-target-set", &vars![audience = audience.as_str()])
}

/// Adds a note to the standard error.
fn note(outcome: &mut Outcome, text: &str) {
    outcome.stderr.extend([text, "\n"]);
}

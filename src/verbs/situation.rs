//! `situation`: what is hit, since when, and what it does to people; shown where nothing is given.

use clap::Args;

use super::Outcome;
use super::room_command::RoomCommand;
use super::typed::prose;
use crate::incident::{self, Command, HeaderCommand, Line, Prose};

#[derive(Clone, Debug, Args)]
pub struct Situation {
    what: Vec<String>,
    #[arg(long)]
    since: Option<String>,
    #[arg(long)]
    impact: Option<String>,
    #[arg(long, conflicts_with_all = ["what", "since", "impact"])]
    json: bool,
}

impl Situation {
    /// What is not given stays as it is.
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        let now = &room.incident().situation;
        if self.what.is_empty() && self.since.is_none() && self.impact.is_none() {
            return self.shown(room, now);
        }
        let what = (!self.what.is_empty()).then(|| prose(&self.what));
        let since = self.since.as_deref().map(Line::new);
        let impact = self.impact.as_deref().map(Prose::new);
        room.ask(Command::Header(HeaderCommand::Describe { what, since, impact })).await
    }

    fn shown(&self, room: &RoomCommand<'_>, now: &incident::Situation) -> Outcome {
        if self.json {
            return Outcome::json(&serde_json::json!(now));
        }
        if now.is_empty() {
            return Outcome::done(room.lang.say("verb-no-situation"));
        }
        let parts =
            [("what", now.what.as_str()), ("since", now.since.as_str()), ("impact", now.impact.as_str())];
        let lines = parts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(part, text)| room.lang.say_with(&format!("situation-{part}"), &[("text", text.into())]));
        Outcome::done(lines.collect::<Vec<_>>().join("\n"))
    }
}

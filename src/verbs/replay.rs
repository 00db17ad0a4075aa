//! `replay`: plays a recorded incident, at the screen or into a file.

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use super::source::{is_file, unreadable};
use super::typed::{self, Expected, Mistyped};
use crate::diagnostic::nearest;
use crate::incident::{IncidentId, Line, PersonName};
use crate::lang::{Lang, vars};
use crate::replay::{self as session, open_shared};
use crate::room::Rooms;
use crate::session::{Showing, growth};
use crate::terminal::Size;
use crate::ui::replay::{Follow, Silence};

#[derive(Clone, Debug, Args)]
pub struct Replay {
    /// An incident's id or a prefix of it, a journal or a bundle; by default the only open incident.
    #[arg(value_name = "ID|FILE")]
    pub what: Option<String>,
    /// Begin at this moment.
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(long, value_name = "N", value_parser = typed::number::<u32>(1, 3600))]
    speed: Option<u32>,
    #[arg(long, value_name = "NAME")]
    follow: Option<String>,
    #[arg(long, conflicts_with = "export")]
    play: bool,
    #[arg(long)]
    skip_silence: bool,
    /// Write a recording to this file, and open no screen.
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
    #[arg(long, value_name = "SIZE", requires = "export", value_parser = size)]
    pub size: Option<Size>,
    #[arg(long, value_name = "TIME")]
    pub from: Option<String>,
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    #[arg(long, requires = "export")]
    pub force: bool,
}

impl Replay {
    /// Whether it runs in a process of its own: it writes a recording, or reads a file.
    pub fn is_own_process(&self) -> bool {
        self.export.is_some() || self.what.as_deref().is_some_and(is_file)
    }

    /// Whether it names a file, which only the client can read or write.
    pub fn names_file(&self) -> bool {
        self.export.is_some() || self.what.as_deref().is_some_and(|what| what.contains(['/', '\\', '.']))
    }

    /// Rejects options of a recording at the screen, and the reverse, with the option to use instead.
    pub fn check(&self, lang: Lang) -> Result<(), Outcome> {
        let key = match &self.export {
            Some(_) if self.at.is_some() => "replay-from-not-at",
            None if self.from.is_some() => "replay-at-not-from",
            None if self.until.is_some() => "replay-until-export",
            _ => return Ok(()),
        };
        Err(Outcome::misuse(lang.say(key)))
    }

    pub async fn open(&self, id: &IncidentId, journal: PathBuf, rooms: &Rooms, lang: Lang) -> Result<Showing, Outcome> {
        let (path, replay, growth) = (journal.clone(), self.clone(), growth(rooms, id));
        let open = move || open_shared(&journal, growth).map(|session| replay.showing(session, lang));
        match tokio::task::spawn_blocking(open).await {
            Ok(Ok(showing)) => showing,
            Ok(Err(why)) => Err(unreadable(&why, id.as_str(), &path, lang)),
            Err(_) => Err(Outcome::unavailable(lang.say("unrecorded-gone"))),
        }
    }

    pub fn showing(&self, replay: session::Replay, lang: Lang) -> Result<Showing, Outcome> {
        let follow = self.follow.as_deref().map(|name| follow(name, &replay, lang)).transpose()?;
        let silence = if self.skip_silence { Silence::Skipped } else { Silence::Played };
        let from = self.at.clone();
        let usual = if self.export.is_some() { 120 } else { 1 };
        let speed = self.speed.unwrap_or(usual);
        let showing = Showing { replay, from, speed, silence, follow, plays: self.play, origin: None };
        showing.check().map_err(|why| Outcome::misuse(why.say(&showing.recording(), lang)))?;
        Ok(showing)
    }
}

/// A role of the plan, by id or name; else a person of the recording, which is read to its end if necessary.
fn follow(name: &str, replay: &session::Replay, lang: Lang) -> Result<Follow, Outcome> {
    let newest = replay.newest();
    let named = |text: &str| text.to_lowercase() == name.trim().to_lowercase();
    if let Some(role) = newest.roles().iter().find(|role| named(role.id.as_str()) || named(role.name.as_str())) {
        return Ok(Follow::Role(role.id.clone()));
    }
    let person = PersonName::new(name);
    if newest.people.contains(&person) {
        return Ok(Follow::Person(person));
    }
    replay.wait_until_read();
    let newest = replay.newest();
    let (people, assignees) = (newest.people.iter(), newest.assignees());
    let people: Vec<&PersonName> = people.chain(assignees).collect();
    if people.contains(&&person) {
        return Ok(Follow::Person(person));
    }
    let roles = newest.roles().iter().map(|role| role.id.as_str());
    let near = nearest(name.trim(), people.iter().map(|person| person.as_str()).chain(roles));
    let (name, near) = (Line::new(name), near.unwrap_or_default());
    let words = vars![name = name.as_str(), near, known = u8::from(!near.is_empty())];
    Err(Outcome::refused(lang.say_with("replay-follows-nobody", &words)))
}

/// `140x40`: columns and rows.
fn size(text: &str) -> Result<Size, Mistyped> {
    let bad = || Expected::Size.not(text);
    let (width, height) = text.split_once(['x', 'X', '×']).ok_or_else(bad)?;
    let number = |text: &str| text.trim().parse::<u16>().map_err(|_| bad());
    let size = Size { width: number(width)?, height: number(height)? };
    let can_be_drawn = size == size.clamped() && size.width >= 20 && size.height >= 6;
    if can_be_drawn { Ok(size) } else { Err(bad()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_columns_and_rows() {
        assert_eq!(size("140x40"), Ok(Size { width: 140, height: 40 }));
        for bad in ["", "140", "x40", "140x", "0x0", "140x40x2", "9999x40", "-1x40", "1x1"] {
            assert!(size(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn only_somebody_of_the_session_is_followed() {
        let journal = std::fs::File::open("tests/sessions/mars.jsonl").unwrap();
        let replay = session::Replay::open(journal, None, session::Limit::default()).unwrap();
        let asked = |name| follow(name, &replay, Lang::En);
        assert_eq!(asked("karim").unwrap(), Follow::Person(PersonName::new("karim")));
        assert_eq!(asked("développement").unwrap(), Follow::Role("dev".parse().unwrap()));
        let refused = asked("karin").unwrap_err();
        assert_eq!(refused.code, Outcome::REFUSED);
        assert!(refused.stderr.contains("did you mean “karim”?"), "{}", refused.stderr);
        assert!(!asked("the-moon").unwrap_err().stderr.contains("did you mean"));
    }
}

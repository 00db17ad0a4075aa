//! A screen at the other end of a channel.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use russh::ChannelWriteHalf;
use russh::server::{Handle, Msg};
use tokio::sync::{mpsc, watch};

use super::super::super::reception::{Goodbye, INPUT_WAITING, Reach};
use super::door::{Door, LAST_WORD, end};
use super::output::ChannelOutput;
use crate::config::{Timeout, unless_auto};
use crate::lang::vars;
use crate::people::Access;
use crate::session::{ExitReason, FromDoor, Visitor};
use crate::terminal::{Background, Depth, KnownTerminals, Size, control};
use crate::verbs::{Cli, Outcome};

/// The longest name of a terminal.
const TERM_MAX: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    pub term: String,
    pub size: Size,
}

/// What a client's environment says of colours; no other variable is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    pub colorterm: String,
    pub no_color: String,
    pub colorfgbg: String,
}

impl Terminal {
    pub fn new(term: &str, width: u32, height: u32) -> Self {
        let name = |c: &char| c.is_ascii_graphic();
        Self { term: term.chars().filter(name).take(TERM_MAX).collect(), size: size(width, height) }
    }

    pub fn shows(&self) -> bool {
        !self.term.is_empty() && self.term != "dumb"
    }

    /// The depth of its colours; common terminals have 256, even if their name does not say so.
    fn depth(&self, colours: &Colours) -> Depth {
        let few = ["linux", "vt", "ansi", "cons25", "sun"].iter().any(|few| self.term.starts_with(few));
        match Depth::of(&self.term, &colours.colorterm, &colours.no_color) {
            Depth::Sixteen if !few => Depth::TwoHundredFiftySix,
            depth => depth,
        }
    }
}

/// A size as the client sent it; zero is the usual one.
pub fn size(width: u32, height: u32) -> Size {
    let sent = |cells: u32, usual| if cells == 0 { usual } else { u16::try_from(cells).unwrap_or(u16::MAX) };
    Size { width: sent(width, Size::USUAL.width), height: sent(height, Size::USUAL.height) }.clamped()
}

pub struct Opening {
    pub cli: Cli,
    pub terminal: Terminal,
    pub colours: Colours,
    pub input: mpsc::Receiver<FromDoor>,
    pub access: Access,
}

pub async fn show(door: &Door, opening: Opening, channel: Arc<ChannelWriteHalf<Msg>>, handle: Handle) {
    let Goodbye { text, code } = match enter(door, opening, &channel, handle).await {
        Ok(goodbye) => goodbye,
        Err(outcome) => Goodbye { text: outcome.stderr.trim_end_matches('\n').to_owned(), code: outcome.code },
    };
    // The terminal is still raw: a line feed does not return the cursor.
    let last = if text.is_empty() { text } else { format!("{text}\n").replace('\n', "\r\n") };
    tokio::time::timeout(LAST_WORD, end(&channel, &last, "", code)).await.ok();
}

async fn enter(
    door: &Door,
    opening: Opening,
    channel: &Arc<ChannelWriteHalf<Msg>>,
    handle: Handle,
) -> Result<Goodbye, Outcome> {
    let Opening { cli, terminal, colours, input, access } = opening;
    let lang = cli.options.lang.unwrap_or(door.settings.lang);
    if !terminal.shows() {
        let variables = vars![term = terminal.term.as_str()];
        return Err(Outcome::misuse(lang.say_with("ssh-dumb-terminal", &variables)));
    }
    let entrance = door.reception.enter(&cli, lang, Reach::Remote).await?;
    let mut config = door.settings.config.clone();
    if let Some(theme) = &cli.options.theme {
        config.theme = unless_auto(theme);
    }
    let visitor = Visitor {
        access,
        lang,
        zone: door.settings.zone,
        size: terminal.size,
        depth: config.colour.unwrap_or_else(|| terminal.depth(&colours)),
        term: terminal.term,
        background: Background::of_colorfgbg(&colours.colorfgbg),
        terminals: KnownTerminals::default(),
        config,
        themes: door.settings.themes.clone(),
        plans: door.settings.plans.clone(),
        templates: watch::channel(Arc::default()).1,
        dispatcher: None,
        notice: None,
    };
    let output = ChannelOutput::new(Arc::clone(channel), handle);
    let (to_session, from_door) = mpsc::channel(INPUT_WAITING);
    let mut session = pin!(door.reception.screen(visitor, entrance, from_door, output));
    let idle = door.settings.limits.idle.map(Timeout::get);
    let (reason, is_idle) = tokio::select! {
        (reason, _) = &mut session => (reason, false),
        is_idle = carry(input, to_session, idle) => (session.await.0, is_idle),
    };
    if reason == ExitReason::Gone && is_idle {
        let give_back = String::from_utf8_lossy(&control::RESTORE);
        return Ok(Goodbye { text: format!("{give_back}{}", lang.say("ssh-idle")), code: 0 });
    }
    Ok(Goodbye::new(reason, Reach::Remote, lang))
}

/// Passes a person's input to the session, until they are gone; returns true if they did nothing for too long.
async fn carry(
    mut input: mpsc::Receiver<FromDoor>,
    to_session: mpsc::Sender<FromDoor>,
    idle: Option<Duration>,
) -> bool {
    loop {
        let next = match idle {
            Some(idle) => tokio::time::timeout(idle, input.recv()).await,
            None => Ok(input.recv().await),
        };
        match next {
            Ok(Some(message)) => {
                if to_session.send(message).await.is_err() {
                    return false;
                }
            }
            Ok(None) => return false,
            Err(_) => return true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_size_is_one_that_can_be_drawn() {
        assert_eq!(size(0, 0), Size::USUAL);
        assert_eq!(size(120, 0), Size { width: 120, height: 24 });
        assert_eq!(size(u32::MAX, 65_535), Size::MAX);
        assert_eq!(size(1, 1), Size { width: 1, height: 1 });
    }

    #[test]
    fn a_terminal_shows_what_its_name_says_and_256_colours_where_that_is_usual() {
        let depth = |term: &str, colorterm: &str, no_color: &str| {
            let (colorterm, no_color) = (colorterm.to_owned(), no_color.to_owned());
            let colours = Colours { colorterm, no_color, ..Colours::default() };
            Terminal::new(term, 80, 24).depth(&colours)
        };
        assert_eq!(depth("xterm-256color", "", ""), Depth::TwoHundredFiftySix);
        assert_eq!(depth("xterm", "", ""), Depth::TwoHundredFiftySix);
        assert_eq!(depth("xterm", "truecolor", ""), Depth::True);
        assert_eq!(depth("xterm", "truecolor", "1"), Depth::None);
        assert_eq!(depth("linux", "", ""), Depth::Sixteen);
        assert_eq!(depth("vt220", "", ""), Depth::Sixteen);
    }

    #[test]
    fn the_name_of_a_terminal_steers_none() {
        assert_eq!(Terminal::new("x\u{1b}]0;owned\u{7}\u{202e}term\n", 80, 24).term, "x]0;ownedterm");
        assert_eq!(Terminal::new(&"x".repeat(10_000), 80, 24).term.len(), TERM_MAX);
        assert!(!Terminal::new("\u{1b}", 80, 24).shows());
    }

    #[tokio::test]
    async fn a_person_who_does_nothing_is_idle_and_one_who_leaves_is_not() {
        let (person, input) = mpsc::channel(1);
        let (to_session, mut session) = mpsc::channel(1);
        person.send(FromDoor::Redraw).await.unwrap();
        // What is there is taken first, whatever the limit.
        assert!(carry(input, to_session.clone(), Some(Duration::ZERO)).await);
        assert_eq!(session.recv().await, Some(FromDoor::Redraw));
        let (person, input) = mpsc::channel(1);
        drop(person);
        assert!(!carry(input, to_session, None).await);
    }
}

//! The person at a screen by the newest people file, their settings, and their terminal.

use std::sync::{Arc, LazyLock};

use tokio::sync::watch;

use crate::config::Config;
use crate::draft::Templates;
use crate::incident::{Right, Who};
use crate::lang::Lang;
use crate::notify::Dispatcher;
use crate::people::Access;
use crate::runbook::{self, Builtin};
use crate::terminal::{Background, Depth, KnownTerminals, Remembered, Size};
use crate::theme::Theme;
use crate::ui::keymap::Keymap;
use crate::ui::{ListedPlan, Settings};

/// A person who came through a door, their settings and their terminal.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub access: Access,
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub size: Size,
    pub depth: Depth,
    pub term: String,
    /// The background that their environment reports.
    pub background: Option<Background>,
    /// The answers of terminals that were here before.
    pub terminals: KnownTerminals,
    pub config: Config,
    pub themes: Vec<(String, String)>,
    /// The person's own plans: name and source.
    pub plans: Vec<(String, String)>,
    pub templates: watch::Receiver<Arc<Templates>>,
    /// The dispatcher; `None` if nothing is sent.
    pub dispatcher: Option<Dispatcher>,
    /// A notice on the first frame.
    pub notice: Option<String>,
}

static BUILTIN: LazyLock<Vec<ListedPlan>> = LazyLock::new(|| {
    let listed = |builtin: &Builtin| ListedPlan { name: builtin.name.to_owned(), plan: builtin.plan() };
    runbook::builtin().iter().map(listed).collect()
});

impl Visitor {
    pub fn settings(&self, background: Option<Background>) -> Settings {
        // The client has reported errors in keys; here a screen is better than none.
        let keymap = Keymap::with(&self.config.keys).unwrap_or_default();
        Settings { lang: self.lang, theme: self.theme(background), keymap }
    }

    /// Whether the look depends on the terminal's background.
    pub fn follows_background(&self) -> bool {
        self.config.theme.is_none() && self.depth != Depth::None
    }

    /// Returns the theme for a background. The client has reported errors in it; here a screen is better than none.
    pub fn theme(&self, background: Option<Background>) -> Theme {
        let theme = Theme::find(self.config.theme_on(background), &self.themes).unwrap_or_default();
        match self.depth {
            Depth::None => theme.without_colour(),
            // In sixteen colours the fine shades of these two would be the same.
            Depth::Sixteen if theme.name() == "dark" => Theme::builtin("ansi-16").unwrap_or(theme),
            Depth::Sixteen if theme.name() == "light" => Theme::builtin("ansi-16-light").unwrap_or(theme),
            _ => theme,
        }
    }

    /// Returns the person's own plans that can be read, then the built-in ones.
    pub fn plans(&self) -> Vec<ListedPlan> {
        let own = self.plans.iter().filter_map(|(name, source)| {
            Some(ListedPlan { name: name.clone(), plan: runbook::read(source, name).ok()? })
        });
        own.chain(BUILTIN.iter().cloned()).collect()
    }
}

pub struct Person {
    pub visitor: Visitor,
    pub who: Who,
}

impl Person {
    pub fn new(visitor: Visitor) -> Option<Self> {
        let who = visitor.access.who()?;
        Some(Self { visitor, who })
    }

    /// Looks up who they are now and returns who they were; `None` if they have lost access.
    pub fn refresh(&mut self) -> Option<Who> {
        let who = self.visitor.access.who()?;
        Some(std::mem::replace(&mut self.who, who))
    }

    pub fn background(&self) -> Option<Background> {
        match self.remembered() {
            Some(Remembered::Background(background)) => Some(background),
            Some(Remembered::Silent) | None => self.visitor.background,
        }
    }

    /// Whether the terminal is asked before the first frame, unless it has never answered.
    pub fn asks_first(&self) -> bool {
        self.visitor.follows_background() && self.remembered() != Some(Remembered::Silent)
    }

    fn remembered(&self) -> Option<Remembered> {
        self.visitor.terminals.of(&self.who.by.person, &self.visitor.term)
    }

    pub fn remember(&self, known: Remembered) {
        self.visitor.terminals.remember(&self.who.by.person, &self.visitor.term, known);
    }

    /// Returns what is wrong with the people file, if they may command in an incident or are in command.
    pub fn trouble(&self, commands: bool) -> Option<String> {
        let leads = commands || self.who.rights.right >= Right::Commander;
        let known = self.visitor.access.known();
        known.trouble.as_ref().filter(|_| leads).map(|trouble| trouble.say(self.visitor.lang))
    }
}

#[cfg(test)]
mod tests;

//! Who is at a screen, their settings, and their terminal.

use std::sync::{Arc, LazyLock};

use tokio::sync::watch;

use crate::config::{Choice, Config};
use crate::draft::Templates;
use crate::lang::Lang;
use crate::notify::Dispatcher;
use crate::people::Access;
use crate::runbook::{self, Builtin};
use crate::terminal::{Background, Depth, KnownTerminals, Size};
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
    /// The name of their terminal.
    pub term: String,
    /// The background that their environment reports.
    pub background: Option<Background>,
    /// The answers of terminals that were here before.
    pub terminals: KnownTerminals,
    pub config: Config,
    /// The person's own themes: name and source.
    pub themes: Vec<(String, String)>,
    /// The person's own plans: name and source.
    pub plans: Vec<(String, String)>,
    /// The templates of updates.
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
        // A client has reported what is wrong with a key; here a screen is better than none.
        let keymap = Keymap::with(&self.config.keys).unwrap_or_default();
        Settings { lang: self.lang, theme: self.theme(background), keymap }
    }

    /// Whether the look depends on the terminal's background.
    pub fn follows_background(&self) -> bool {
        self.config.theme == Choice::Auto && self.depth != Depth::None
    }

    /// Returns the theme for a background. A client has reported what is wrong with one; here a screen is better than none.
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

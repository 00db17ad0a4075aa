//! Who is at a screen, how they want it, and what their terminal is like.

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

/// A person who comes through a door to look at a screen.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub access: Access,
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub size: Size,
    pub depth: Depth,
    /// What their terminal calls itself.
    pub term: String,
    /// What their environment says of their terminal's background.
    pub background: Option<Background>,
    /// What the host knows of terminals.
    pub terminals: KnownTerminals,
    pub config: Config,
    /// The person's own themes: name and source.
    pub themes: Vec<(String, String)>,
    /// The person's own plans: name and source.
    pub plans: Vec<(String, String)>,
    /// What updates are drafted by.
    pub templates: watch::Receiver<Arc<Templates>>,
    /// What goes out of the host; none where nothing does.
    pub dispatcher: Option<Dispatcher>,
    /// What is said on the first frame.
    pub notice: Option<String>,
}

static BUILTIN: LazyLock<Vec<ListedPlan>> = LazyLock::new(|| {
    let listed = |builtin: &Builtin| ListedPlan { name: builtin.name.to_owned(), plan: builtin.plan() };
    runbook::builtin().iter().map(listed).collect()
});

impl Visitor {
    pub(super) fn settings(&self, background: Option<Background>) -> Settings {
        // Whoever sent them has told what is wrong with a key; a screen all the same is better than none.
        let keymap = Keymap::with(&self.config.keys).unwrap_or_default();
        Settings { lang: self.lang, theme: self.theme(background), keymap }
    }

    /// Whether the look depends on what lies behind the text.
    pub(super) fn follows_background(&self) -> bool {
        self.config.theme == Choice::Auto && self.depth != Depth::None
    }

    /// Whoever sent it has told what is wrong with a theme; a screen all the same is better than none.
    pub(super) fn theme(&self, background: Option<Background>) -> Theme {
        let theme = Theme::find(self.config.theme_on(background), &self.themes).unwrap_or_default();
        match self.depth {
            Depth::None => theme.without_colour(),
            // The fine shades of these two would fall together in sixteen colours.
            Depth::Sixteen if theme.name() == "dark" => Theme::builtin("ansi-16").unwrap_or(theme),
            Depth::Sixteen if theme.name() == "light" => Theme::builtin("ansi-16-light").unwrap_or(theme),
            _ => theme,
        }
    }

    /// The person's own plans that can be read, then the built-in ones.
    pub(super) fn plans(&self) -> Vec<ListedPlan> {
        let own = self.plans.iter().filter_map(|(name, source)| {
            Some(ListedPlan { name: name.clone(), plan: runbook::read(source, name).ok()? })
        });
        own.chain(BUILTIN.iter().cloned()).collect()
    }
}

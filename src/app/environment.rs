//! What the process was started with: arguments, variables, terminal.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;

use crate::lang::{Lang, vars};
use crate::notify::{NetworkEnvironment, Secrets};
use crate::terminal::{Background, Depth};
use crate::verbs::Outcome;

#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// Without the program's name.
    pub args: Vec<String>,
    pub locale: String,
    pub term: String,
    pub colorterm: String,
    pub no_color: String,
    pub colorfgbg: String,
    pub tz: String,
    /// Where the system puts the credentials of a service.
    pub credentials: Option<PathBuf>,
    /// The proxy for encrypted requests; it may hold a password.
    pub proxy: Option<SecretString>,
    pub no_proxy: Option<String>,
}

impl Environment {
    pub fn read() -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().map(text).find(|locale| !locale.is_empty());
        Self {
            args: std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect(),
            locale: locale.unwrap_or_default(),
            term: text("TERM"),
            colorterm: text("COLORTERM"),
            no_color: text("NO_COLOR"),
            colorfgbg: text("COLORFGBG"),
            tz: text("TZ"),
            credentials: folder("CREDENTIALS_DIRECTORY"),
            proxy: either(["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]).map(Into::into),
            no_proxy: either(["NO_PROXY", "no_proxy"]),
        }
    }

    pub fn lang(&self) -> Lang {
        Lang::of_locale(&self.locale)
    }

    /// Returns the time zone that `TZ` names, or else the machine's own.
    pub fn zone(&self) -> chrono_tz::Tz {
        let named = self.tz.trim_start_matches(':').parse().ok();
        let machine = || iana_time_zone::get_timezone().ok()?.parse().ok();
        named.or_else(machine).unwrap_or(chrono_tz::UTC)
    }

    pub fn background(&self) -> Option<Background> {
        Background::of_colorfgbg(&self.colorfgbg)
    }

    pub fn depth(&self) -> Depth {
        Depth::of(&self.term, &self.colorterm, &self.no_color)
    }

    pub fn secrets(&self, folder: PathBuf) -> Secrets {
        let variables = Arc::new(|name: &str| Some(text(name)).filter(|value| !value.is_empty()));
        Secrets { folder, credentials: self.credentials.clone(), variables }
    }

    pub fn network(&self) -> NetworkEnvironment {
        NetworkEnvironment { proxy: self.proxy.clone(), no_proxy: self.no_proxy.clone() }
    }

    pub fn can_show_a_screen(&self) -> bool {
        !self.is_dumb() && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }

    pub fn prints_to_a_terminal(&self) -> bool {
        !self.is_dumb() && std::io::stdout().is_terminal()
    }

    fn is_dumb(&self) -> bool {
        self.term.is_empty() || self.term == "dumb"
    }

    pub fn need_a_terminal(&self, lang: Lang) -> Result<(), Outcome> {
        if self.can_show_a_screen() {
            return Ok(());
        }
        Err(Outcome::misuse(if self.is_dumb() {
            lang.say_with("client-dumb-terminal", &vars![term = self.term.as_str()])
        } else {
            lang.say("client-no-terminal")
        }))
    }
}

/// Returns the first of these variables that is set.
fn either<const N: usize>(names: [&str; N]) -> Option<String> {
    names.into_iter().map(text).find(|value| !value.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
fn text(name: &str) -> String {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Returns the folder that a variable names; `None` if it is not absolute.
#[expect(clippy::disallowed_methods, reason = "the one reader of the environment")]
fn folder(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_say_language_zone_and_terminal() {
        let environment = Environment {
            locale: "fr_FR.UTF-8".to_owned(),
            term: "xterm-256color".to_owned(),
            colorfgbg: "0;15".to_owned(),
            tz: ":Europe/Paris".to_owned(),
            ..Environment::default()
        };
        assert_eq!(environment.lang(), Lang::Fr);
        assert_eq!(environment.zone(), chrono_tz::Europe::Paris);
        assert_eq!(environment.depth(), Depth::TwoHundredFiftySix);
        assert_eq!(environment.background(), Some(Background::Light));
        let plain = Environment { no_color: "1".to_owned(), ..environment };
        assert_eq!(plain.depth(), Depth::None);
    }

    #[test]
    fn a_dumb_terminal_shows_no_screen_and_is_named() {
        for (term, expected) in [("dumb", "TERM=dumb"), ("", "TERM=")] {
            let environment = Environment { term: term.to_owned(), ..Environment::default() };
            let refused = environment.need_a_terminal(Lang::En).unwrap_err();
            assert_eq!(refused.code, Outcome::MISUSE);
            assert!(refused.stderr.contains(expected), "{}", refused.stderr);
            assert!(!environment.prints_to_a_terminal());
        }
    }
}

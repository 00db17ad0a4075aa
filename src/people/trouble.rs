//! Why a people file was rejected.

use std::sync::Arc;

use super::error::PeopleDiagnostic;
use crate::incident::Line;
use crate::lang::Lang;

/// Why the host rejected the file; the previous people stay in effect.
#[derive(Clone, Debug)]
pub struct Trouble {
    pub file: Line,
    pub what: What,
}

/// The reason.
#[derive(Clone, Debug)]
pub enum What {
    /// The first of its errors.
    Wrong(Arc<PeopleDiagnostic>),
    /// The file was removed.
    Gone,
    /// The file is empty, as while it is being written.
    Empty,
    /// A person has the name of the host's own account, but not that account.
    OwnersName,
    /// Every account of the machine can write to it.
    Open,
    /// The system does not allow reading it.
    Unreadable(Line),
}

impl Trouble {
    /// Returns the reason in one line.
    pub fn say(&self, lang: Lang) -> String {
        let why = match &self.what {
            What::Wrong(problem) => match problem.line() {
                Some(line) => lang.say_with(
                    "people-trouble-line",
                    &[("line", line.into()), ("what", problem.what(lang).into())],
                ),
                None => problem.what(lang),
            },
            What::Gone => lang.say("people-trouble-gone"),
            What::Empty => lang.say("people-trouble-empty"),
            What::OwnersName => lang.say("people-trouble-owners-name"),
            What::Open => lang.say("people-trouble-open"),
            What::Unreadable(why) => why.as_str().to_owned(),
        };
        lang.say_with("people-trouble", &[("file", self.file.as_str().into()), ("why", why.into())])
    }
}

impl PartialEq for Trouble {
    fn eq(&self, other: &Self) -> bool {
        self.say(Lang::En) == other.say(Lang::En)
    }
}

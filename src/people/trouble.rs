//! Why a people file cannot be followed as it is now.

use std::sync::Arc;

use super::Problem;
use crate::incident::Line;
use crate::lang::Lang;

/// What keeps the host from following the file; the people are then the last good ones.
#[derive(Clone, Debug)]
pub struct Trouble {
    pub file: Line,
    pub what: What,
}

/// What it is.
#[derive(Clone, Debug)]
pub enum What {
    /// It says something that cannot be followed: the first of its problems.
    Wrong(Arc<Problem>),
    /// It was there, and is no more.
    Gone,
    /// Nothing is in it, as in a file that is just being written.
    Empty,
    /// Somebody goes by the name of the host's own account, and has another.
    OwnersName,
    /// Everybody on the machine could write themselves into it.
    Open,
    /// The system does not let it be read.
    Unreadable(Line),
}

impl Trouble {
    /// The trouble as a person reads it, in one line.
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

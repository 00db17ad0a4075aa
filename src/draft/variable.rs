//! The variables of a template: their values, and who may read them.

use Reach::{Inside, Outside};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    Title,
    Now,
    Zone,
    Severity,
    What,
    Since,
    Impact,
    Services,
    Down,
    Degraded,
    Presumed,
    Restored,
    Doing,
    Night,
    Done,
    Forecast,
    Next,
    Opened,
    Ended,
    Elapsed,
    Commander,
    Late,
    Slip,
    Tasks,
    Blocked,
    Calls,
    Decisions,
    Held,
    Reason,
}

/// Who may read what a variable says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody, clients and the public too.
    Outside,
    /// Those who work on the crisis or answer for it.
    Inside,
}

impl Reach {
    /// The folder of the bundled templates.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Inside => "inside",
        }
    }
}

/// The variables, how templates name them, and who may read them. Names of people and machines stay internal.
const ROWS: [(Variable, &str, Reach); 29] = [
    (Variable::Title, "title", Outside),
    (Variable::Now, "now", Outside),
    (Variable::Zone, "zone", Outside),
    (Variable::Severity, "severity", Outside),
    (Variable::What, "what", Outside),
    (Variable::Since, "since", Outside),
    (Variable::Impact, "impact", Outside),
    (Variable::Services, "services", Outside),
    (Variable::Down, "down", Outside),
    (Variable::Degraded, "degraded", Outside),
    (Variable::Presumed, "presumed", Inside),
    (Variable::Restored, "restored", Outside),
    (Variable::Doing, "doing", Outside),
    (Variable::Night, "night", Outside),
    (Variable::Done, "done", Outside),
    (Variable::Forecast, "forecast", Outside),
    (Variable::Next, "next", Outside),
    (Variable::Opened, "opened", Outside),
    (Variable::Ended, "ended", Outside),
    (Variable::Elapsed, "elapsed", Outside),
    (Variable::Commander, "commander", Inside),
    (Variable::Late, "late", Inside),
    (Variable::Slip, "slip", Inside),
    (Variable::Tasks, "tasks", Inside),
    (Variable::Blocked, "blocked", Inside),
    (Variable::Calls, "calls", Inside),
    (Variable::Decisions, "decisions", Inside),
    (Variable::Held, "held", Inside),
    (Variable::Reason, "reason", Inside),
];

impl Variable {
    pub const ALL: [Self; 29] = {
        let mut all = [Self::Title; 29];
        let mut n = 0;
        while n < all.len() {
            all[n] = ROWS[n].0;
            n += 1;
        }
        all
    };

    pub const fn name(self) -> &'static str {
        ROWS[self as usize].1
    }

    pub const fn reach(self) -> Reach {
        ROWS[self as usize].2
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

//! The variables of a template: their values, and who may read them.

/// What a template can name as `{{name}}`.
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

impl Variable {
    pub const ALL: [Self; 29] = [
        Self::Title,
        Self::Now,
        Self::Zone,
        Self::Severity,
        Self::What,
        Self::Since,
        Self::Impact,
        Self::Services,
        Self::Down,
        Self::Degraded,
        Self::Presumed,
        Self::Restored,
        Self::Doing,
        Self::Night,
        Self::Done,
        Self::Forecast,
        Self::Next,
        Self::Opened,
        Self::Ended,
        Self::Elapsed,
        Self::Commander,
        Self::Late,
        Self::Slip,
        Self::Tasks,
        Self::Blocked,
        Self::Calls,
        Self::Decisions,
        Self::Held,
        Self::Reason,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Now => "now",
            Self::Zone => "zone",
            Self::Severity => "severity",
            Self::What => "what",
            Self::Since => "since",
            Self::Impact => "impact",
            Self::Services => "services",
            Self::Down => "down",
            Self::Degraded => "degraded",
            Self::Presumed => "presumed",
            Self::Restored => "restored",
            Self::Doing => "doing",
            Self::Night => "night",
            Self::Done => "done",
            Self::Forecast => "forecast",
            Self::Next => "next",
            Self::Opened => "opened",
            Self::Ended => "ended",
            Self::Elapsed => "elapsed",
            Self::Commander => "commander",
            Self::Late => "late",
            Self::Slip => "slip",
            Self::Tasks => "tasks",
            Self::Blocked => "blocked",
            Self::Calls => "calls",
            Self::Decisions => "decisions",
            Self::Held => "held",
            Self::Reason => "reason",
        }
    }

    /// Whatever names people, machines or the inside of the work stays inside, and whatever is not known.
    pub const fn reach(self) -> Reach {
        match self {
            Self::Title
            | Self::Now
            | Self::Zone
            | Self::Severity
            | Self::What
            | Self::Since
            | Self::Impact
            | Self::Services
            | Self::Down
            | Self::Degraded
            | Self::Restored
            | Self::Doing
            | Self::Night
            | Self::Done
            | Self::Forecast
            | Self::Next
            | Self::Opened
            | Self::Ended
            | Self::Elapsed => Reach::Outside,
            Self::Presumed
            | Self::Commander
            | Self::Late
            | Self::Slip
            | Self::Tasks
            | Self::Blocked
            | Self::Calls
            | Self::Decisions
            | Self::Held
            | Self::Reason => Reach::Inside,
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

//! The variables of a template: their values, and who may read them.

use strum::VariantArray;

/// What a template can name as `{{name}}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
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
    pub const ALL: [Self; 29] = *Self::VARIANTS.as_array().expect("every variant");

    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Names of people and machines, and what only the team needs to know, stay internal.
    pub const fn reach(self) -> Reach {
        match self {
            Self::Title | Self::Now | Self::Zone | Self::Severity | Self::What | Self::Since | Self::Impact => {
                Reach::Outside
            }
            Self::Services | Self::Down | Self::Degraded | Self::Restored | Self::Doing | Self::Night => Reach::Outside,
            Self::Done | Self::Forecast | Self::Next | Self::Opened | Self::Ended | Self::Elapsed => Reach::Outside,
            Self::Presumed | Self::Commander | Self::Late | Self::Slip | Self::Tasks | Self::Blocked => Reach::Inside,
            Self::Calls | Self::Decisions | Self::Held | Self::Reason => Reach::Inside,
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

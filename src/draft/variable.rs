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

/// What external audiences may read; names of people and machines stay internal.
const OUTSIDE: &str = "title now zone severity what since impact services down degraded restored doing night done \
                       forecast next opened ended elapsed";

impl Variable {
    pub const ALL: [Self; 29] = *Self::VARIANTS.as_array().expect("every variant");

    pub fn name(self) -> &'static str {
        self.into()
    }

    pub fn reach(self) -> Reach {
        if OUTSIDE.split_whitespace().any(|name| name == self.name()) { Reach::Outside } else { Reach::Inside }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

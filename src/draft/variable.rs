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

impl Variable {
    pub const ALL: [Self; 29] = *Self::VARIANTS.as_array().expect("every variant");

    pub fn name(self) -> &'static str {
        self.into()
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

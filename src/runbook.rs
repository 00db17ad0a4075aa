//! The plan format: errors with carets, bundled plans, a schema for editors.
//!
//! A plan is a TOML file. [`read`] returns all errors, each [`PlanDiagnostic`] with its place and what is expected
//! there.

mod bundled;
mod document;
mod error;
mod fields;
mod print;
mod revise;

pub use bundled::{Builtin, NotFound, builtin, find};
pub use document::{read, read_audiences, read_bytes};
pub use error::{PlanDiagnostic, PlanError};
pub use print::print;

pub use revise::{
    Downtime, ENOUGH, Foreign, NewStep, NewTask, Often, Past, Ranged, Revision, Skipped, Time, Unwritable,
};

use crate::lang::Lang;

/// The JSON Schema of the format, for the editors that complete and check TOML by one.
pub const fn schema() -> &'static str {
    include_str!("../runbooks/plan.schema.json")
}

/// A short plan with a comment at every field.
pub const fn sample(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!("runbook/sample.fr.toml"),
        Lang::En => include_str!("runbook/sample.en.toml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_knows_the_fields_that_the_reader_knows() {
        let schema: serde_json::Value = serde_json::from_str(schema()).unwrap();
        for kind in fields::ALL.into_iter().filter(|kind| *kind != fields::STEP) {
            let table = if kind == fields::PLAN { &schema } else { &schema["$defs"][kind.name] };
            let mut known: Vec<&str> = table["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            let mut fields = kind.fields.to_vec();
            known.sort_unstable();
            fields.sort_unstable();
            assert_eq!(known, fields, "{}", kind.name);
            assert_eq!(table["additionalProperties"], false, "{}", kind.name);
        }
    }

    #[test]
    fn the_samples_are_valid_and_alike() {
        let [en, fr] = Lang::ALL.map(|lang| {
            read(sample(lang), "sample.toml").unwrap_or_else(|problems| panic!("{}", problems[0].render(lang)))
        });
        let shape = |plan: &crate::incident::Plan| {
            plan.steps.iter().map(|step| (step.kind, step.tasks.len())).collect::<Vec<_>>()
        };
        assert_eq!(shape(&en), shape(&fr));
        assert_eq!(en.services.len(), fr.services.len());
        assert!(!en.backout.is_empty() && !fr.backout.is_empty());
    }
}

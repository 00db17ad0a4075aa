//! The plan format: read with a caret at every error, plans that come with the program, a schema for editors.
//!
//! A plan is a TOML file. [`read`] reports all that is wrong with one at once, each [`Problem`] with its place and with
//! what was expected there.

mod bundled;
mod document;
mod fields;
mod print;
mod problem;
mod revise;

pub use bundled::{Builtin, NotFound, builtin, find};
pub use document::{read, read_audiences, read_bytes};
pub use print::print;
pub use problem::{Fault, Problem};
pub use revise::{
    Downtime, ENOUGH, Foreign, NewStep, NewTask, Often, Past, Ranged, Revision, Skipped, Time, Unwritable,
};

use crate::lang::Lang;

/// The JSON Schema of the format, for the editors that complete and check TOML by one.
pub const fn schema() -> &'static str {
    include_str!("../runbooks/plan.schema.json")
}

/// A short plan with a comment at every field, to start one's own from.
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
        use crate::caret::Thing as _;
        use fields::Thing;
        let schema: serde_json::Value = serde_json::from_str(schema()).unwrap();
        for thing in Thing::ALL.into_iter().filter(|thing| *thing != Thing::Step) {
            let table = if thing == Thing::Plan { &schema } else { &schema["$defs"][thing.key()] };
            let mut known: Vec<&str> =
                table["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            let mut fields = thing.fields().to_vec();
            known.sort_unstable();
            fields.sort_unstable();
            assert_eq!(known, fields, "{thing:?}");
            assert_eq!(table["additionalProperties"], false, "{thing:?}");
        }
    }

    #[test]
    fn the_samples_are_valid_and_alike() {
        let [en, fr] = Lang::ALL.map(|lang| {
            read(sample(lang), "sample.toml")
                .unwrap_or_else(|problems| panic!("{}", problems[0].render(lang)))
        });
        let shape = |plan: &crate::incident::Plan| {
            plan.steps.iter().map(|step| (step.kind, step.tasks.len())).collect::<Vec<_>>()
        };
        assert_eq!(shape(&en), shape(&fr));
        assert_eq!(en.services.len(), fr.services.len());
        assert!(!en.backout.is_empty() && !fr.backout.is_empty());
    }
}

//! Names, durations and ranges in JSON: seconds, `{"min": …, "max": …}`.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::incident::{Moment, Range, Span};

/// Returns the name of a state or a kind, as JSON has it.
pub fn name(state: &impl Serialize) -> String {
    match serde_json::to_value(state) {
        Ok(Value::String(name)) => name,
        _ => unreachable!("a variant without fields is a text"),
    }
}

#[derive(Serialize)]
struct Between<T> {
    min: T,
    max: T,
}

impl Between<i64> {
    const fn of(range: Range<Span>) -> Self {
        Self { min: range.min.num_seconds(), max: range.max.num_seconds() }
    }
}

pub fn seconds<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(span.num_seconds())
}

#[expect(clippy::ref_option, reason = "serde's signature")]
pub fn optional_seconds<S: Serializer>(span: &Option<Span>, serializer: S) -> Result<S::Ok, S::Error> {
    span.map(|span| span.num_seconds()).serialize(serializer)
}

pub fn range<S: Serializer>(range: &Range<Moment>, serializer: S) -> Result<S::Ok, S::Error> {
    Between { min: range.min, max: range.max }.serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde's signature")]
pub fn optional_range<S: Serializer>(range: &Option<Range<Moment>>, serializer: S) -> Result<S::Ok, S::Error> {
    range.map(|range| Between { min: range.min, max: range.max }).serialize(serializer)
}

pub fn span_range<S: Serializer>(range: &Range<Span>, serializer: S) -> Result<S::Ok, S::Error> {
    Between::of(*range).serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde's signature")]
pub fn optional_span_range<S: Serializer>(range: &Option<Range<Span>>, serializer: S) -> Result<S::Ok, S::Error> {
    range.map(Between::of).serialize(serializer)
}

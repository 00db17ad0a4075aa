//! What other programs read: moments as RFC 3339, lengths of time in seconds.

use serde_json::{Value, json};

use crate::incident::{Moment, Planned, Range, Span};

pub fn moment(at: Moment) -> Value {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true).into()
}

pub fn moments(range: Range<Moment>) -> Value {
    json!({ "min": moment(range.min), "max": moment(range.max) })
}

pub fn spans(range: Range<Span>) -> Value {
    json!({ "min": range.min.num_seconds(), "max": range.max.num_seconds() })
}

pub fn planned(planned: Planned) -> Value {
    json!({ "min": planned.min, "max": planned.max })
}

pub fn optional<T>(value: Option<T>, to: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Null, to)
}

//! Spans as milliseconds, for serde.

use serde::Serialize;

use crate::incident::Span;

pub(in crate::incident) fn span_as_millis<S: serde::Serializer>(
    span: &Span,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(span.num_milliseconds())
}

#[expect(clippy::ref_option, reason = "serde's signature")]
pub(in crate::incident) fn option_span_as_millis<S: serde::Serializer>(
    span: &Option<Span>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    span.map(|span| span.num_milliseconds()).serialize(serializer)
}

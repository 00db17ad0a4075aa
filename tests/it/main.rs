//! The tests that need no process of their own, in one binary: linking is most of what a test run builds.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bodies;
mod bundles;
mod drafts;
mod exports;
mod file_errors;
mod histories;
mod imports;
mod journals;

mod readme;
mod reports;
mod rooms;
mod scenarios;
mod screens;
mod sessions;
mod structure;
mod transcripts;

//! The tables of a plan, and the fields that each may have.

use crate::diagnostic::TableKind;

pub const PLAN: TableKind =
    TableKind::new("plan", &["format", "title", "language", "backout", "role", "service", "audience", "step"]);
pub const ROLE: TableKind = TableKind::new("role", &["id", "name"]);
pub const SERVICE: TableKind =
    TableKind::new("service", &["id", "name", "priority", "rto", "rpo", "restored_by", "state"]);
pub const AUDIENCE: TableKind =
    TableKind::new("audience", &["id", "name", "language", "every", "approval", "outside", "nights"]);
pub const CADENCE: TableKind = TableKind::new("cadence", &["sev1", "sev2", "sev3", "sev4"]);
/// A step whose kind is not known: the fields of all kinds.
pub const STEP: TableKind =
    TableKind::new("step", &["phase", "break", "day_end", "id", "planned", "milestone", "tasks", "at", "resume"]);
pub const PHASE: TableKind = TableKind::new("phase", &["phase", "id", "planned", "milestone", "tasks"]);
pub const BREAK: TableKind = TableKind::new("break", &["break", "id", "planned"]);
pub const DAY_END: TableKind = TableKind::new("day-end", &["day_end", "id", "at", "resume"]);
pub const TASK: TableKind = TableKind::new("task", &["title", "planned"]);

#[cfg(test)]
pub const ALL: [TableKind; 10] = [PLAN, ROLE, SERVICE, AUDIENCE, CADENCE, STEP, PHASE, BREAK, DAY_END, TASK];

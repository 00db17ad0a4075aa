//! The roles: their people, their tasks and their time.

use crate::document::ColumnKind::{Figure as Number, Name, Words};
use crate::document::{Block, Section, Text};
use crate::report::document::pen::{Pen, people};
use crate::report::roles::RoleFigures;

pub fn chapter(pen: &Pen<'_>) -> Section {
    if pen.report.roles.is_empty() {
        return pen.section("roles", Vec::new());
    }
    let columns = [
        ("role", Name),
        ("people", Words),
        ("tasks", Number),
        ("phases", Number),
        ("planned-length", Number),
        ("took", Number),
        ("slip", Number),
        ("blocked", Number),
    ];
    let mut table = pen.table("roles", &columns);
    for role in &pen.report.roles {
        table.push(cells(pen, role));
    }
    pen.section("roles", vec![Block::Table(table), Block::Paragraph(pen.note("report-note-roles"))])
}

fn cells(pen: &Pen<'_>, role: &RoleFigures) -> Vec<Text> {
    let worked = |text: fn(&Pen<'_>, &RoleFigures) -> Text| {
        if role.phases == 0 { Text::default() } else { text(pen, role) }
    };
    vec![
        Text::quoted(&role.name),
        people(&role.people),
        format!("{}/{}", role.done + role.skipped, role.tasks).into(),
        role.phases.to_string().into(),
        worked(|pen, role| pen.lang.span_range(role.planned).into()),
        worked(|pen, role| pen.timing.lasted(role.took).into()),
        worked(|pen, role| role.slip.map(|slip| pen.timing.slip(slip)).unwrap_or_default()),
        pen.blocked(role.blockers, role.blocked),
    ]
}

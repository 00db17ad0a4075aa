//! Writes a revision into the plan's own text; every other byte stays as it is.

use std::ops::Range;
use toml_edit::{Item, Value};

use super::place::{Table, Text};
use super::remark::MARK;
use super::{NewStep, NewTask, Revision};
use crate::incident::{Line, Plan, PlannedStep, RoleId, StepId, TaskId};
use crate::lang::Lang;
use crate::runbook::document::read;
use crate::runbook::error::PlanDiagnostic;

/// Why a revised plan is not written; the file stays as it is.
#[derive(Debug)]
pub enum Unwritable {
    Bad(Vec<PlanDiagnostic>),
    /// The place of this in the text was not found.
    NoPlace(Line),
    /// The written text would not read back as the revision.
    Otherwise,
}

struct Edit {
    at: Range<usize>,
    text: String,
}

impl Revision {
    /// The revised text of the plan in `source`, verified by reading it again.
    pub fn write(&self, source: &str, name: &str) -> Result<String, Unwritable> {
        let lang = Lang::of_locale(self.plan.language.as_ref().map_or("", Line::as_str));
        // A byte-order mark stays where it is.
        let body = source.strip_prefix('\u{feff}').unwrap_or(source);
        let mark = &source[..source.len() - body.len()];
        let text = Text::parse(body).ok_or(Unwritable::Otherwise)?;
        let mut pen = Pen { text: &text, edits: Vec::new() };
        let before = read(body, name).map_err(Unwritable::Bad)?;
        self.edit(&mut pen, &before, lang)?;
        let written = format!("{mark}{}", pen.written().ok_or(Unwritable::Otherwise)?);
        match read(&written, name) {
            Err(problems) => Err(Unwritable::Bad(problems)),
            Ok(plan) if plan == self.plan => Ok(written),
            Ok(_) => Err(Unwritable::Otherwise),
        }
    }

    fn edit(&self, pen: &mut Pen<'_>, plan: &Plan, lang: Lang) -> Result<(), Unwritable> {
        let text = pen.text;
        let tables = text.tables("step");
        let step_table = |id: &StepId| {
            let place = plan.steps.iter().position(|step| step.id == *id)?;
            tables.get(place).copied()
        };
        for ranged in self.steps.iter().filter(|it| it.changes()) {
            let table = step_table(&ranged.id);
            let item = table.and_then(|table| table.get("planned"));
            pen.set(item, &ranged.proposed.to_string()).ok_or_else(|| Unwritable::NoPlace(ranged.title.clone()))?;
        }
        for ranged in self.tasks.iter().filter(|it| it.changes()) {
            let set = task_table(plan, &tables, &ranged.id)
                .and_then(|table| pen.set(table.get("planned"), &ranged.proposed.to_string()));
            set.ok_or_else(|| Unwritable::NoPlace(ranged.title.clone()))?;
        }
        let mut done: Vec<(&StepId, &RoleId)> = Vec::new();
        let taken: Vec<&NewTask> = self.new_tasks.iter().filter(|new| new.taken).collect();
        for new in &taken {
            if done.contains(&(&new.step, &new.role)) {
                continue;
            }
            done.push((&new.step, &new.role));
            let same = taken.iter().filter(|it| it.step == new.step && it.role == new.role);
            let titles: Vec<&Line> = same.map(|it| &it.title).collect();
            let table = step_table(&new.step);
            table
                .and_then(|table| pen.add_tasks(table, &new.role, &titles))
                .ok_or_else(|| Unwritable::NoPlace(new.title.clone()))?;
        }
        for new in self.new_steps.iter().filter(|new| new.taken) {
            pen.add_step(new, &tables, plan).ok_or_else(|| Unwritable::NoPlace(new.step.title.clone()))?;
        }
        self.remark(pen, plan, &tables, lang);
        Ok(())
    }

    /// A remark needs a line of its own to stand above.
    fn remark(&self, pen: &mut Pen<'_>, plan: &Plan, tables: &[Table<'_>], lang: Lang) {
        for (step, table) in plan.steps.iter().zip(tables) {
            for kind in ["phase", "break"] {
                pen.remark(*table, kind, self.remark_of_step(&step.id, lang));
            }
            let Some(tasks) = table.get("tasks").and_then(Item::as_table_like) else { continue };
            for role in &plan.roles {
                let of_role: Vec<&TaskId> =
                    step.tasks.iter().filter(|task| task.role == role.id).map(|task| &task.id).collect();
                pen.remark(tasks, role.id.as_str(), self.remark_of_tasks(&of_role, lang));
            }
        }
        for (service, table) in plan.services.iter().zip(pen.text.tables("service")) {
            pen.remark(table, "rto", self.remark_of_service(service.id.as_str(), lang));
        }
    }
}

/// The table of a task written as one.
fn task_table<'d>(plan: &Plan, tables: &[Table<'d>], id: &TaskId) -> Option<Table<'d>> {
    let step = plan.steps.iter().position(|step| step.id.as_str() == id.step())?;
    let task = plan.steps[step].tasks.iter().find(|task| task.id == *id)?;
    let number: usize = id.as_str().rsplit('.').next()?.parse().ok()?;
    let list = tables.get(step)?.get("tasks")?.as_table_like()?.get(task.role.as_str())?.as_array()?;
    list.get(number.checked_sub(1)?)?.as_inline_table().map(|table| table as Table<'d>)
}

struct Pen<'a> {
    text: &'a Text<'a>,
    edits: Vec<Edit>,
}

impl Pen<'_> {
    fn put(&mut self, at: usize, text: String) {
        self.edits.push(Edit { at: at..at, text });
    }

    /// Replaces a text between its quotes.
    fn set(&mut self, item: Option<&Item>, plain: &str) -> Option<()> {
        let at = item?.span()?;
        let old = &self.text.source[at.clone()];
        let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| old.starts_with(quotes))?;
        self.edits.push(Edit { at, text: format!("{quotes}{plain}{quotes}") });
        Some(())
    }

    fn add_tasks(&mut self, step: Table<'_>, role: &RoleId, titles: &[&Line]) -> Option<()> {
        let texts: Vec<String> = titles.iter().map(|title| quoted(title)).collect();
        let list = format!("[{}]", texts.join(", "));
        let Some(tasks) = step.get("tasks") else {
            return self.add_field(
                step,
                "planned",
                &format!("tasks.{role}"),
                &format!("tasks = {{ {role} = {list} }}"),
                &list,
            );
        };
        let tasks = tasks.as_table_like()?;
        if let Some(own) = tasks.get(role.as_str()) {
            let own = own.as_array()?;
            let spans: Option<Vec<_>> = own.iter().map(Value::span).collect();
            return self.add_to_list(own.span()?, &spans?, &texts);
        }
        let hindmost = tasks.iter().filter_map(|(key, item)| Some((key, item.span()?.end))).max_by_key(|(_, end)| *end);
        if let Some((key, _)) = hindmost {
            // As the others are written: `tasks.dsi`, `dsi`.
            let own = tasks.get_key_value(key)?.0.span()?;
            let path = match self.text.anchor(tasks, key) {
                Some(anchor) => self.text.source[anchor.at..own.start].trim_start(),
                None => "",
            };
            return self.add_field(tasks, key, &format!("{path}{role}"), &format!("{role} = {list}"), &list);
        }
        // `tasks = {}`, or `[step.tasks]` and nothing under it.
        let at = step.get("tasks")?.span()?;
        if self.text.source[at.clone()].starts_with('{') {
            self.put(at.start + 1, format!(" {role} = {list} "));
        } else {
            let newline = self.text.newline(at.start);
            self.put(self.text.line_end(at.end), format!("{newline}{role} = {list}"));
        }
        Some(())
    }

    /// Adds a field after another: on a line of its own if that has one, else after a comma.
    fn add_field(&mut self, table: Table<'_>, behind: &str, key: &str, inline: &str, value: &str) -> Option<()> {
        let end = table.get(behind)?.span()?.end;
        match self.text.anchor(table, behind) {
            // An inline table over several lines has lines too, and commas.
            Some(anchor) if self.text.behind_comma(end).is_none() => {
                let at = self.text.line_end(end);
                self.put(at, format!("{}{}{key} = {value}", anchor.newline, anchor.indent));
            }
            _ => self.put(end, format!(", {inline}")),
        }
        Some(())
    }

    /// Adds to the end of a list, in the list's own layout.
    fn add_to_list(&mut self, list: Range<usize>, elements: &[Range<usize>], texts: &[String]) -> Option<()> {
        let text = self.text;
        let Some(hindmost) = elements.last() else {
            self.put(list.start + 1, texts.join(", "));
            return Some(());
        };
        let start = text.line_start(hindmost.start);
        let indent = &text.source[start..hindmost.start];
        let own_line = start > list.start && indent.trim().is_empty();
        let comma = text.behind_comma(hindmost.end).filter(|at| *at <= list.end);
        let behind = comma.unwrap_or(hindmost.end);
        if !own_line {
            let added = texts.join(", ");
            // After a last comma the list ends with one again.
            let added = if comma.is_some() { format!(" {added},") } else { format!(", {added}") };
            self.put(behind, added);
            return Some(());
        }
        let newline = text.newline(hindmost.start);
        let mut added: Vec<String> = texts.iter().map(|text| format!("{newline}{indent}{text}")).collect();
        if comma.is_some() {
            with_commas(&mut added);
        } else {
            self.put(hindmost.end, ",".to_owned());
            let (_, before) = added.split_last_mut()?;
            with_commas(before);
        }
        // After the comment of the last element, unless the list ends on its line.
        let end = text.line_end(behind);
        self.put(if end < list.end { end } else { behind }, added.concat());
        Some(())
    }

    fn add_step(&mut self, new: &NewStep, tables: &[Table<'_>], plan: &Plan) -> Option<()> {
        let text = self.text;
        let after = match &new.after {
            Some(after) => Some(plan.steps.iter().position(|step| step.id == *after)?),
            None => None,
        };
        if let Some(list) = text.list("step") {
            let table = format!("{{ {} }}", fields(&new.step).join(", "));
            let own = list.get(after.unwrap_or(0))?.span()?;
            let start = text.line_start(own.start);
            let lead = &text.source[start..own.start];
            let between = if lead.trim().is_empty() && start > list.span()?.start {
                format!("{}{lead}", text.newline(own.start))
            } else {
                " ".to_owned()
            };
            match after {
                Some(_) => self.put(own.end, format!(",{between}{table}")),
                None => self.put(own.start, format!("{table},{between}")),
            }
            return Some(());
        }
        let newline = text.newline(0);
        let lines = std::iter::once("[[step]]".to_owned()).chain(fields(&new.step));
        let block = lines.collect::<Vec<_>>().join(newline);
        match after {
            Some(after) => {
                let end = text.end_of(*tables.get(after)?)?;
                self.put(end, format!("{newline}{newline}{block}"));
            }
            None => {
                self.put(text.first_header("step")?, format!("{block}{newline}{newline}"));
            }
        }
        Some(())
    }

    /// Replaces the remark above a field.
    fn remark(&mut self, table: Table<'_>, field: &str, remarks: Option<Vec<String>>) {
        let (Some(remarks), Some(anchor)) = (remarks, self.text.anchor(table, field)) else { return };
        let at = self.text.lines_above(anchor.at, MARK);
        let lines = remarks.iter().map(|remark| format!("{}{remark}{}", anchor.indent, anchor.newline));
        let text: String = lines.collect();
        if self.text.source[at.clone()] != text {
            self.edits.push(Edit { at, text });
        }
    }

    /// Returns the text with its edits; `None` if two of them overlap.
    fn written(mut self) -> Option<String> {
        // Edits of one place keep their order.
        self.edits.sort_by_key(|edit| edit.at.start);
        let mut out = String::with_capacity(self.text.source.len() + 1024);
        let mut done = 0;
        for edit in &self.edits {
            out.push_str(self.text.source.get(done..edit.at.start)?);
            out.push_str(&edit.text);
            done = edit.at.end;
        }
        out.push_str(&self.text.source[done..]);
        Some(out)
    }
}

fn with_commas(lines: &mut [String]) {
    for line in lines {
        line.push(',');
    }
}

/// The fields of a new step.
fn fields(step: &PlannedStep) -> Vec<String> {
    let kind = if step.kind.is_phase() { "phase" } else { "break" };
    let mut fields = vec![format!("{kind} = {}", quoted(&step.title)), format!("id = \"{}\"", step.id)];
    fields.extend(step.kind.planned().map(|planned| format!("planned = \"{planned}\"")));
    for tasks in step.tasks.chunk_by(|a, b| a.role == b.role) {
        let titles: Vec<String> = tasks.iter().map(|task| quoted(&task.title)).collect();
        fields.push(format!("tasks.{} = [{}]", tasks[0].role, titles.join(", ")));
    }
    fields
}

fn quoted(text: &Line) -> String {
    Value::from(text.as_str()).to_string()
}

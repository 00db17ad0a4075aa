//! Reads a plan from TOML, collecting every error on the way.

use chrono::NaiveTime;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{
    DURATION, DURATION_OR_RANGE, DurationError, INTERVAL, ONE_TASK, PRIORITY, PlanDiagnostic, PlanError, TASKS,
    TASKS_BY_ROLE, TIME_OF_DAY,
};
use super::fields::{AUDIENCE, BREAK, CADENCE, DAY_END, PHASE, PLAN, ROLE, SERVICE, STEP, TASK};
use crate::diagnostic::{
    self, Expected, Field, Table, TableKind, TomlError, TomlFormat, TomlReader, nearest, used_before, value_type,
};
use crate::incident::{
    Audience, AudienceId, BadPlanned, Cadence, Health, Line, Milestone, Plan, Planned, PlannedService, PlannedStep,
    PlannedTask, Prose, Role, RoleId, ServiceId, Severity, StepId, StepKind, TaskId, read_seconds,
};

const MAX_STEPS: usize = 500;
const MAX_ROLES: usize = 64;
const MAX_SERVICES: usize = 500;
const MAX_AUDIENCES: usize = 32;
const MAX_TASKS: usize = 10_000;
/// Characters of a title, a name or a task.
const MAX_LINE: usize = 200;
/// Characters of the backout text.
const MAX_PROSE: usize = 20_000;

pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Plan, Vec<PlanDiagnostic>> {
    diagnostic::read_bytes(bytes, name)
}

pub fn read(source: &str, name: &str) -> Result<Plan, Vec<PlanDiagnostic>> {
    diagnostic::read(source, name)
}

/// Reads the audiences `[[audience]]` of a parsed file that is not a plan; the rest of the file is not checked.
pub fn read_audiences(document: &DeTable<'_>) -> (Vec<Audience>, Vec<(PlanError, Range<usize>)>) {
    TomlReader::part(|reader: &mut TomlReader<PlanError>| reader.audiences(Table::file(document, PLAN)))
}

impl TomlFormat for PlanError {
    type Output = Plan;

    const MAX_BYTES: usize = 1 << 20;

    fn walk(reader: &mut TomlReader<Self>, document: &DeTable<'_>) -> Option<Plan> {
        let plan = Table::file(document, PLAN);
        reader.plan_format(plan);
        let title = reader.required_line(plan, "title");
        let language = reader.line(plan, "language", MAX_LINE);
        if let (Some(text), Some(field)) = (&language, plan.field("language")) {
            let is_tag =
                text.as_str().len() <= 16 && text.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if !is_tag {
                reader.report(Self::Language { text: text.clone() }, field.span());
            }
        }
        let backout = reader.prose(plan, "backout");
        reader.strange_fields(plan);

        let roles = reader.roles(plan);
        let audiences = reader.audiences(plan);
        let steps = reader.steps(plan, &roles);
        let services = reader.services(plan, &steps);
        let roles = roles.into_iter().map(|(role, _)| role).collect();
        Some(Plan { title: title?, language, roles, steps, services, audiences, backout })
    }
}

impl TomlReader<PlanError> {
    /// A plan must have a format.
    fn plan_format(&mut self, plan: Table<'_>) {
        match plan.field("format") {
            None => _ = self.missing::<()>(plan, "format"),
            Some(field) if matches!(field.value.get_ref(), DeValue::Integer(_)) => self.format(plan),
            Some(field) => self.report(PlanError::FormatType, field.span()),
        }
    }

    fn roles(&mut self, plan: Table<'_>) -> Vec<(Role, Range<usize>)> {
        let mut roles = Vec::new();
        let mut seen: HashMap<RoleId, Range<usize>> = HashMap::new();
        let tables = self.tables(plan, "role", ROLE, MAX_ROLES);
        for table in tables {
            self.strange_fields(table);
            let id = self.required(table, "id").and_then(|_| self.id(table));
            let name = self.required_line(table, "name");
            let Some((id, span)) = id else { continue };
            if self.is_first(&mut seen, &id, &span, ROLE) {
                // The name may be missing; the role is known all the same.
                roles.push((Role { id, name: name.unwrap_or_default() }, span));
            }
        }
        roles
    }

    fn services(&mut self, plan: Table<'_>, steps: &[PlannedStep]) -> Vec<PlannedService> {
        let mut services = Vec::new();
        let mut seen: HashMap<ServiceId, Range<usize>> = HashMap::new();
        for table in self.tables(plan, "service", SERVICE, MAX_SERVICES) {
            self.strange_fields(table);
            let name = self.required_line(table, "name");
            let id = match table.field("id") {
                Some(_) => self.id(table),
                None => name
                    .as_ref()
                    .map(|name| (ServiceId::free_for(name.as_str(), |id| seen.contains_key(id)), table.head())),
            };
            let priority = self.priority(table);
            let rto = self.seconds(table, "rto");
            let rpo = self.seconds(table, "rpo");
            let restored_by = self.restored_by(table, steps);
            let health = self.health(table);
            let Some((id, span)) = id else { continue };
            if self.is_first(&mut seen, &id, &span, SERVICE)
                && let (Some(name), Some(priority)) = (name, priority)
            {
                services.push(PlannedService { id, name, priority, rto, rpo, restored_by, health });
            }
        }
        services
    }

    /// The step whose end restores a service.
    fn restored_by(&mut self, service: Table<'_>, steps: &[PlannedStep]) -> Option<StepId> {
        let field = service.field("restored_by")?;
        let text = self.text(field, Expected::TEXT)?;
        let step = steps.iter().find(|step| step.id.as_str() == text);
        if step.is_none() {
            let ids = || steps.iter().map(|step| step.id.as_str());
            let (known, near) = (ids().map(Line::new).collect(), nearest(text, ids()).map(Line::new));
            self.report(PlanError::UnknownStep { step: Line::new(text), known, near }, field.span());
        }
        step.map(|step| step.id.clone())
    }

    fn audiences(&mut self, document: Table<'_>) -> Vec<Audience> {
        let mut audiences = Vec::new();
        let mut seen: HashMap<AudienceId, Range<usize>> = HashMap::new();
        for table in self.tables(document, "audience", AUDIENCE, MAX_AUDIENCES) {
            self.strange_fields(table);
            let id = self.required(table, "id").and_then(|_| self.id(table));
            let name = self.required_line(table, "name");
            let language = self.line(table, "language", MAX_LINE);
            if let (Some(text), Some(field)) = (&language, table.field("language"))
                && !["fr", "en"].contains(&text.as_str())
            {
                self.report(PlanError::Language { text: text.clone() }, field.span());
            }
            let every = self.cadence(table);
            let [approval, outside, nights] =
                ["approval", "outside", "nights"].map(|name| self.flag(table, name).unwrap_or(false));
            let Some((id, span)) = id else { continue };
            if self.is_first(&mut seen, &id, &span, AUDIENCE)
                && let Some(name) = name
            {
                audiences.push(Audience { id, name, language, every, approval, outside, nights });
            }
        }
        audiences
    }

    /// One interval for all severities, or a table of them.
    fn cadence(&mut self, audience: Table<'_>) -> Cadence {
        let Some(field) = audience.field("every") else { return Cadence::default() };
        match field.value.get_ref() {
            DeValue::String(_) => self.interval(audience, "every").map_or_else(Cadence::default, Cadence::always),
            DeValue::Table(fields) => {
                let table = Table::new(fields, CADENCE, &field.span());
                self.strange_fields(table);
                let mut cadence = Cadence::default();
                for severity in Severity::ALL {
                    *cadence.seconds_mut(severity) = self.interval(table, severity.name());
                }
                cadence
            }
            _ => {
                self.wrong_type(field, INTERVAL);
                Cadence::default()
            }
        }
    }

    fn interval(&mut self, table: Table<'_>, name: &str) -> Option<u32> {
        let (text, span) = self.text_at(table, name, INTERVAL)?;
        let error = match read_seconds(text) {
            Ok(..Cadence::LEAST) => DurationError::TooShort,
            Ok(seconds @ Cadence::LEAST..=Cadence::MOST) => return Some(seconds),
            Ok(_) => DurationError::Bad(BadPlanned::TooLong),
            Err(_) if text.parse::<Planned>().is_ok() => DurationError::Range,
            Err(bad) => DurationError::Bad(bad),
        };
        self.report(PlanError::Interval { text: Line::new(text), error }, span);
        None
    }

    fn priority(&mut self, table: Table<'_>) -> Option<u8> {
        let field = self.required(table, "priority")?;
        let DeValue::Integer(number) = field.value.get_ref() else {
            self.wrong_type(field, PRIORITY);
            return None;
        };
        let priority = number.as_str().parse().ok().filter(|priority| (1..=9).contains(priority));
        if priority.is_none() {
            self.report(PlanError::Priority, field.span());
        }
        priority
    }

    fn health(&mut self, table: Table<'_>) -> Health {
        let Some(text) = self.named(table, "state") else { return Health::default() };
        let known = Health::ALL.map(|health| (health.name(), health));
        self.one_of(text, "runbook-health", &known).unwrap_or_default()
    }

    /// Returns the milestone of a phase; `reached` holds those of earlier phases and their places.
    fn milestone(&mut self, phase: Table<'_>, reached: &mut HashMap<Milestone, Range<usize>>) -> Option<Milestone> {
        let (text, span) = self.named(phase, "milestone")?;
        let known = Milestone::ALL.map(|milestone| (milestone.name(), milestone));
        let milestone = self.one_of((text, span.clone()), "runbook-milestone", &known)?;
        if let Some(first) = used_before(reached, milestone, &span) {
            self.report(PlanError::MilestoneTwice { text: Line::new(text), first }, span);
            return None;
        }
        Some(milestone)
    }

    fn steps(&mut self, plan: Table<'_>, roles: &[(Role, Range<usize>)]) -> Vec<PlannedStep> {
        let tables = self.tables(plan, "step", STEP, MAX_STEPS);
        // Written ids come first, so that one made from a title never takes theirs.
        let mut seen: HashMap<StepId, Range<usize>> = HashMap::new();
        let written: Vec<Option<StepId>> = tables
            .iter()
            .map(|table| {
                let (id, span) = self.id::<StepId>(*table)?;
                self.is_first(&mut seen, &id, &span, STEP).then_some(id)
            })
            .collect();

        let is_said = |table: &Table<'_>, kind: &str| table.field(kind).is_some();
        let no_phase = tables
            .iter()
            .all(|table| !is_said(table, "phase") && (is_said(table, "break") || is_said(table, "day_end")));
        let mut steps = Vec::new();
        let mut reached = HashMap::new();
        let mut tasks = 0;
        for (table, written) in tables.into_iter().zip(written) {
            let Some((table, name)) = self.kind_of_step(table) else { continue };
            self.strange_fields(table);
            let title = self.required_line(table, name);
            let kind = match table.kind {
                DAY_END => {
                    let at = self.time_of_day(table, "at");
                    let resume = self.time_of_day(table, "resume");
                    at.zip(resume).map(|(at, resume)| StepKind::DayEnd { at, resume })
                }
                BREAK => self.required_range(table).map(|planned| StepKind::Break { planned }),
                _ => self.required_range(table).map(|planned| StepKind::Phase { planned }),
            };
            let id = written.or_else(|| {
                let title = title.as_ref()?;
                let id = StepId::free_for(title.as_str(), |id| seen.contains_key(id));
                seen.insert(id.clone(), table.head());
                Some(id)
            });
            let milestone = if table.kind == PHASE { self.milestone(table, &mut reached) } else { None };
            // The tasks of a step without a title are read all the same, to report their errors.
            let place = id.clone().unwrap_or_else(|| StepId::free_for("", |_| false));
            let work = if table.kind == PHASE { self.tasks(table, &place, roles) } else { Vec::new() };
            tasks += work.len();
            if let (Some(id), Some(title), Some(kind)) = (id, title, kind) {
                steps.push(PlannedStep { id, title, kind, milestone, tasks: work });
            }
        }
        if tasks > MAX_TASKS {
            let span = plan.field("step").map_or(0..0, |field| field.name.span());
            self.report(TomlError::TooMany { field: "task", found: tasks, max: MAX_TASKS }, span);
        }
        if no_phase {
            self.report(PlanError::NoPhase, plan.head());
        }
        steps
    }

    /// Returns a step as its kind, and the field that names it.
    fn kind_of_step<'d>(&mut self, step: Table<'d>) -> Option<(Table<'d>, &'static str)> {
        let kinds = [("phase", PHASE), ("break", BREAK), ("day_end", DAY_END)];
        let said: Vec<_> = kinds.into_iter().filter(|(name, _)| step.field(name).is_some()).collect();
        match said[..] {
            [(name, kind)] => Some((step.as_kind(kind), name)),
            [] => {
                self.strange_fields(step);
                let is_misspelt = step.fields.keys().any(|name| {
                    let near = nearest(name.get_ref(), STEP.fields.iter().copied());
                    !STEP.fields.contains(&name.get_ref().as_ref()) && kinds.iter().any(|(kind, _)| near == Some(kind))
                });
                if !is_misspelt {
                    self.report(PlanError::NoKind, step.head());
                }
                None
            }
            [.., (second, _)] => {
                let span = step.field(second).map_or_else(|| step.head(), |field| field.name.span());
                self.report(PlanError::SeveralKinds, span);
                None
            }
        }
    }

    fn tasks(&mut self, phase: Table<'_>, step: &StepId, roles: &[(Role, Range<usize>)]) -> Vec<PlannedTask> {
        let Some(field) = phase.field("tasks") else { return Vec::new() };
        let DeValue::Table(by_role) = field.value.get_ref() else {
            self.wrong_type(field, TASKS_BY_ROLE);
            return Vec::new();
        };
        let mut of_role: BTreeMap<usize, Vec<PlannedTask>> = BTreeMap::new();
        for (name, value) in by_role {
            let place = roles.iter().position(|(role, _)| role.id.as_str() == name.get_ref().as_ref());
            let Some(place) = place else {
                let known: Vec<Line> = roles.iter().map(|(role, _)| Line::new(role.id.as_str())).collect();
                let near = nearest(name.get_ref(), roles.iter().map(|(role, _)| role.id.as_str())).map(Line::new);
                self.report(PlanError::UnknownRole { role: Line::new(name.get_ref()), known, near }, name.span());
                continue;
            };
            let DeValue::Array(items) = value.get_ref() else {
                self.wrong_type(Field { name, value }, TASKS);
                continue;
            };
            let role = &roles[place].0.id;
            let mut tasks = Vec::new();
            for item in items {
                if let Some((title, planned)) = self.task(name.get_ref(), item) {
                    let n = u32::try_from(tasks.len()).unwrap_or(u32::MAX).saturating_add(1);
                    tasks.push(PlannedTask { id: TaskId::nth(step, role, n), role: role.clone(), title, planned });
                }
            }
            of_role.insert(place, tasks);
        }
        of_role.into_values().flatten().collect()
    }

    fn task(&mut self, role: &str, item: &Spanned<DeValue<'_>>) -> Option<(Line, Option<Planned>)> {
        match item.get_ref() {
            DeValue::String(text) => Some((self.line_of(Line::new(role), text, item.span(), MAX_LINE)?, None)),
            DeValue::Table(fields) => {
                let table = Table::new(fields, TASK, &item.span());
                self.strange_fields(table);
                let planned = self.range(table, "planned");
                let title = self.required_line(table, "title")?;
                Some((title, planned))
            }
            other => {
                let (field, found, expected) = (Line::new(role), value_type(other), ONE_TASK);
                self.report(TomlError::WrongType { field, found, expected }, item.span());
                None
            }
        }
    }

    /// Reports unknown fields; those of other kinds of steps as misplaced.
    fn strange_fields(&mut self, table: Table<'_>) {
        let of = table.kind;
        let is_step = matches!(of, PHASE | BREAK | DAY_END);
        for name in table.unknown() {
            let typed: &str = name.get_ref();
            if is_step && STEP.fields.contains(&typed) {
                self.report(PlanError::Misplaced { field: Line::new(typed), of }, name.span());
            } else {
                self.unknown_field(of, name);
            }
        }
    }

    fn id<Id: std::str::FromStr>(&mut self, table: Table<'_>) -> Option<(Id, Range<usize>)> {
        let field = table.field("id")?;
        let text = self.text(field, Expected::TEXT)?;
        let id = text.parse().ok();
        if id.is_none() {
            self.report(PlanError::UnusableId { id: Line::new(text) }, field.span());
        }
        Some((id?, field.span()))
    }

    /// Whether an id is new among its kind; a duplicate is reported with its first place.
    fn is_first<Id: Clone + Eq + std::hash::Hash + AsRef<str>>(
        &mut self,
        seen: &mut HashMap<Id, Range<usize>>,
        id: &Id,
        span: &Range<usize>,
        of: TableKind,
    ) -> bool {
        let Some(first) = used_before(seen, id.clone(), span) else { return true };
        self.report(PlanError::Duplicate { id: Line::new(id.as_ref()), of, first }, span.clone());
        false
    }

    fn named<'d>(&mut self, table: Table<'d>, name: &str) -> Option<(&'d str, Range<usize>)> {
        let field = table.field(name)?;
        Some((self.filled(field)?, field.span()))
    }

    fn required_line(&mut self, table: Table<'_>, name: &'static str) -> Option<Line> {
        self.required(table, name)?;
        self.line(table, name, MAX_LINE)
    }

    fn required<'d>(&mut self, table: Table<'d>, name: &'static str) -> Option<Field<'d>> {
        table.field(name).or_else(|| self.missing(table, name))
    }

    fn prose(&mut self, table: Table<'_>, name: &str) -> Prose {
        let Some(field) = table.field(name) else { return Prose::default() };
        let Some(text) = self.text(field, Expected::TEXT) else { return Prose::default() };
        if text.chars().count() > MAX_PROSE {
            self.report(TomlError::TooLong { field: field.title(), max: MAX_PROSE }, field.span());
            return Prose::default();
        }
        Prose::new(text)
    }

    fn range(&mut self, table: Table<'_>, name: &str) -> Option<Planned> {
        let (text, span) = self.text_at(table, name, DURATION_OR_RANGE)?;
        self.duration(text.parse(), text, span)
    }

    fn required_range(&mut self, table: Table<'_>) -> Option<Planned> {
        self.required(table, "planned")?;
        self.range(table, "planned")
    }

    fn seconds(&mut self, table: Table<'_>, name: &str) -> Option<u32> {
        let (text, span) = self.text_at(table, name, DURATION)?;
        if read_seconds(text).is_err() && text.parse::<Planned>().is_ok() {
            self.report(PlanError::Duration { text: Line::new(text), error: DurationError::Range }, span);
            return None;
        }
        self.duration(read_seconds(text), text, span)
    }

    fn duration<T>(&mut self, read: Result<T, BadPlanned>, typed: &str, span: Range<usize>) -> Option<T> {
        let report = |bad| {
            let (text, error) = (Line::new(typed), DurationError::Bad(bad));
            self.report(PlanError::Duration { text, error }, span);
        };
        read.map_err(report).ok()
    }

    fn time_of_day(&mut self, table: Table<'_>, name: &'static str) -> Option<NaiveTime> {
        self.required(table, name)?;
        let (text, span) = self.text_at(table, name, TIME_OF_DAY)?;
        let time = NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| text.len() == 5);
        if time.is_none() {
            self.report(PlanError::TimeOfDay { text: Line::new(text) }, span);
        }
        time
    }

    fn text_at<'d>(&mut self, table: Table<'d>, name: &str, expected: Expected) -> Option<(&'d str, Range<usize>)> {
        let field = table.field(name)?;
        Some((self.text(field, expected)?, field.span()))
    }
}

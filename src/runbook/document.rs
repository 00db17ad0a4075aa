//! From TOML to a plan, noting all that is wrong on the way.

use chrono::NaiveTime;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::Thing;
use super::problem::{DurationFault, Expected, Fault, Problem};
use crate::caret::{self, Field, Slip, Thing as _, Type, Walker, nearest, used_before};
use crate::incident::{
    Audience, AudienceId, BadPlanned, Cadence, Health, Line, Milestone, Plan, Planned, PlannedService,
    PlannedStep, PlannedTask, Prose, Role, RoleId, ServiceId, Severity, StepId, StepKind, TaskId,
    read_seconds,
};

const MAX_STEPS: usize = 500;
const MAX_ROLES: usize = 64;
const MAX_SERVICES: usize = 500;
const MAX_AUDIENCES: usize = 32;
const MAX_TASKS: usize = 10_000;
/// A title, a name, a task, in characters.
const MAX_LINE: usize = 200;
/// The backout text, in characters.
const MAX_PROSE: usize = 20_000;

/// Reads a plan from the bytes of a file; `name` is the file's, for the errors.
pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Plan, Vec<Problem>> {
    Walker::read_bytes(bytes, name, Walker::plan)
}

/// Reads a plan; `name` is its file's, for the errors.
pub fn read(source: &str, name: &str) -> Result<Plan, Vec<Problem>> {
    Walker::read(source, name, Walker::plan)
}

/// Reads the audiences of a parsed file, `[[audience]]`, and what is wrong with them.
///
/// For files that are no plan, and check themselves what else they hold.
pub fn read_audiences(document: &DeTable<'_>) -> (Vec<Audience>, Vec<(Fault, Range<usize>)>) {
    Walker::part(|walker: &mut Walker<Fault>| walker.audiences(Table::file(document, Thing::Plan)))
}

type Table<'d> = caret::Table<'d, Thing>;

impl Walker<Fault> {
    fn plan(&mut self, document: &DeTable<'_>) -> Option<Plan> {
        let table = Table::file(document, Thing::Plan);
        self.plan_format(table);
        let title = self.required_line(table, "title");
        let language = self.line(table, "language");
        if let (Some(text), Some(field)) = (&language, table.field("language")) {
            let is_tag = text.as_str().len() <= 16
                && text.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if !is_tag {
                self.report(Fault::Language { text: text.clone() }, field.value.span());
            }
        }
        let backout = self.prose(table, "backout");
        self.strange_fields(table);

        let roles = self.roles(table);
        let services = self.services(table);
        let audiences = self.audiences(table);
        let steps = self.steps(table, &roles);
        let roles = roles.into_iter().map(|(role, _)| role).collect();
        Some(Plan { title: title?, language, roles, steps, services, audiences, backout })
    }

    /// A plan has to say its format.
    fn plan_format(&mut self, plan: Table<'_>) {
        match plan.field("format") {
            None => _ = self.lacks::<()>(plan, "format"),
            Some(field) if matches!(field.value.get_ref(), DeValue::Integer(_)) => self.format(plan),
            Some(field) => self.report(Fault::FormatType, field.value.span()),
        }
    }

    fn roles<'d>(&mut self, plan: Table<'d>) -> Vec<(Role, Range<usize>)> {
        let mut roles = Vec::new();
        let mut seen: HashMap<RoleId, Range<usize>> = HashMap::new();
        let tables: Vec<Table<'d>> = self.tables(plan, "role", many(Thing::Role), MAX_ROLES);
        for table in tables {
            self.strange_fields(table);
            let id = if table.field("id").is_some() { self.id(table) } else { self.lacks(table, "id") };
            let name = self.required_line(table, "name");
            let Some((id, span)) = id else { continue };
            if self.is_first(&mut seen, &id, &span, Thing::Role) {
                // The name may be missing: the role is known all the same, for what follows.
                roles.push((Role { id, name: name.unwrap_or_default() }, span));
            }
        }
        roles
    }

    fn services(&mut self, plan: Table<'_>) -> Vec<PlannedService> {
        let mut services = Vec::new();
        let mut seen: HashMap<ServiceId, Range<usize>> = HashMap::new();
        for table in self.tables(plan, "service", many(Thing::Service), MAX_SERVICES) {
            self.strange_fields(table);
            let name = self.required_line(table, "name");
            let id = match table.field("id") {
                Some(_) => self.id(table),
                None => name.as_ref().map(|name| {
                    (ServiceId::free_for(name.as_str(), |id| seen.contains_key(id)), table.head())
                }),
            };
            let priority = self.priority(table);
            let rto = self.length(table, "rto");
            let rpo = self.length(table, "rpo");
            let health = self.health(table);
            let Some((id, span)) = id else { continue };
            if self.is_first(&mut seen, &id, &span, Thing::Service)
                && let (Some(name), Some(priority)) = (name, priority)
            {
                services.push(PlannedService { id, name, priority, rto, rpo, health });
            }
        }
        services
    }

    fn audiences(&mut self, document: Table<'_>) -> Vec<Audience> {
        let mut audiences = Vec::new();
        let mut seen: HashMap<AudienceId, Range<usize>> = HashMap::new();
        for table in self.tables(document, "audience", many(Thing::Audience), MAX_AUDIENCES) {
            self.strange_fields(table);
            let id = if table.field("id").is_some() { self.id(table) } else { self.lacks(table, "id") };
            let name = self.required_line(table, "name");
            let language = self.line(table, "language");
            if let (Some(text), Some(field)) = (&language, table.field("language"))
                && !["fr", "en"].contains(&text.as_str())
            {
                self.report(Fault::Language { text: text.clone() }, field.value.span());
            }
            let every = self.cadence(table);
            let [approval, outside, nights] =
                ["approval", "outside", "nights"].map(|name| self.flag(table, name, Expected::Flag));
            let Some((id, span)) = id else { continue };
            if self.is_first(&mut seen, &id, &span, Thing::Audience)
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
            DeValue::String(_) => {
                self.interval(audience, "every").map_or_else(Cadence::default, Cadence::always)
            }
            DeValue::Table(fields) => {
                let table = Table::new(fields, Thing::Cadence, &field.value.span());
                self.strange_fields(table);
                let mut cadence = Cadence::default();
                for severity in Severity::ALL {
                    cadence.set(severity, self.interval(table, severity.name()));
                }
                cadence
            }
            _ => {
                self.wrong_type(field, Expected::Interval);
                Cadence::default()
            }
        }
    }

    fn interval(&mut self, table: Table<'_>, name: &str) -> Option<u32> {
        let (text, span) = self.spelt(table, name, Expected::Interval)?;
        let fault = match read_seconds(text) {
            Ok(..Cadence::LEAST) => DurationFault::TooShort,
            Ok(seconds @ Cadence::LEAST..=Cadence::MOST) => return Some(seconds),
            Ok(_) => DurationFault::TooLong,
            Err(_) if text.parse::<Planned>().is_ok() => DurationFault::Range,
            Err(bad) => DurationFault::of(&bad),
        };
        self.report(Fault::Interval { text: Line::new(text), fault }, span);
        None
    }

    fn priority(&mut self, table: Table<'_>) -> Option<u8> {
        let Some(field) = table.field("priority") else { return self.lacks(table, "priority") };
        let DeValue::Integer(number) = field.value.get_ref() else {
            self.wrong_type(field, Expected::Priority);
            return None;
        };
        let priority = number.as_str().parse().ok().filter(|priority| (1..=9).contains(priority));
        if priority.is_none() {
            self.report(Fault::Priority, field.value.span());
        }
        priority
    }

    fn health(&mut self, table: Table<'_>) -> Health {
        let Some(text) = self.line(table, "state") else { return Health::default() };
        let health = Health::ALL.into_iter().find(|health| health.name() == text.as_str());
        if let (None, Some(field)) = (health, table.field("state")) {
            self.report(Fault::Health { text }, field.value.span());
        }
        health.unwrap_or_default()
    }

    /// What a phase reaches; `reached` is what former ones do, and where they say so.
    fn milestone(
        &mut self,
        phase: Table<'_>,
        reached: &mut HashMap<Milestone, Range<usize>>,
    ) -> Option<Milestone> {
        let text = self.line(phase, "milestone")?;
        let span = phase.field("milestone")?.value.span();
        let Some(milestone) = Milestone::ALL.into_iter().find(|it| it.name() == text.as_str()) else {
            self.report(Fault::Milestone { text }, span);
            return None;
        };
        if let Some(first) = used_before(reached, milestone, &span) {
            self.report(Fault::MilestoneTwice { text, first }, span);
            return None;
        }
        Some(milestone)
    }

    fn steps(&mut self, plan: Table<'_>, roles: &[(Role, Range<usize>)]) -> Vec<PlannedStep> {
        let tables = self.tables(plan, "step", many(Thing::Step), MAX_STEPS);
        // Ids that are written come first, so that one made from a title never takes theirs.
        let mut seen: HashMap<StepId, Range<usize>> = HashMap::new();
        let written: Vec<Option<StepId>> = tables
            .iter()
            .map(|table| {
                let (id, span) = self.id::<StepId>(*table)?;
                self.is_first(&mut seen, &id, &span, Thing::Step).then_some(id)
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
            let kind = match table.thing {
                Thing::DayEnd => {
                    let at = self.time_of_day(table, "at");
                    let resume = self.time_of_day(table, "resume");
                    at.zip(resume).map(|(at, resume)| StepKind::DayEnd { at, resume })
                }
                Thing::Break => self.required_range(table).map(|planned| StepKind::Break { planned }),
                _ => self.required_range(table).map(|planned| StepKind::Phase { planned }),
            };
            let id = written.or_else(|| {
                let title = title.as_ref()?;
                let id = StepId::free_for(title.as_str(), |id| seen.contains_key(id));
                seen.insert(id.clone(), table.head());
                Some(id)
            });
            let milestone =
                if table.thing == Thing::Phase { self.milestone(table, &mut reached) } else { None };
            // The tasks of a step without a title are read all the same, to report what is wrong with them.
            let place = id.clone().unwrap_or_else(|| StepId::from_title(""));
            let work =
                if table.thing == Thing::Phase { self.tasks(table, &place, roles) } else { Vec::new() };
            tasks += work.len();
            if let (Some(id), Some(title), Some(kind)) = (id, title, kind) {
                steps.push(PlannedStep { id, title, kind, milestone, tasks: work });
            }
        }
        if tasks > MAX_TASKS {
            let span = plan.field("step").map_or(0..0, |field| field.name.span());
            self.report(Slip::TooMany { field: "task", found: tasks, max: MAX_TASKS }, span);
        }
        if no_phase {
            self.report(Fault::NoPhase, plan.head());
        }
        steps
    }

    /// Which kind a step says it is, and by which field.
    fn kind_of_step<'d>(&mut self, step: Table<'d>) -> Option<(Table<'d>, &'static str)> {
        let kinds = [("phase", Thing::Phase), ("break", Thing::Break), ("day_end", Thing::DayEnd)];
        let said: Vec<_> = kinds.into_iter().filter(|(name, _)| step.field(name).is_some()).collect();
        match said[..] {
            [(name, thing)] => Some((step.known_as(thing), name)),
            [] => {
                self.strange_fields(step);
                let slip = step.fields.keys().any(|name| {
                    let near = nearest(name.get_ref(), Thing::Step.fields().iter().copied());
                    !Thing::Step.fields().contains(&name.get_ref().as_ref())
                        && kinds.iter().any(|(kind, _)| near == Some(kind))
                });
                if !slip {
                    self.report(Fault::NoKind, step.head());
                }
                None
            }
            [.., (second, _)] => {
                let span = step.field(second).map_or_else(|| step.head(), |field| field.name.span());
                self.report(Fault::SeveralKinds, span);
                None
            }
        }
    }

    fn tasks(&mut self, phase: Table<'_>, step: &StepId, roles: &[(Role, Range<usize>)]) -> Vec<PlannedTask> {
        let Some(field) = phase.field("tasks") else { return Vec::new() };
        let DeValue::Table(by_role) = field.value.get_ref() else {
            self.wrong_type(field, Expected::Roles);
            return Vec::new();
        };
        let mut of_role: BTreeMap<usize, Vec<PlannedTask>> = BTreeMap::new();
        for (name, value) in by_role {
            let place = roles.iter().position(|(role, _)| role.id.as_str() == name.get_ref().as_ref());
            let Some(place) = place else {
                let known: Vec<Line> = roles.iter().map(|(role, _)| Line::new(role.id.as_str())).collect();
                let near =
                    nearest(name.get_ref(), roles.iter().map(|(role, _)| role.id.as_str())).map(Line::new);
                self.report(Fault::UnknownRole { role: Line::new(name.get_ref()), known, near }, name.span());
                continue;
            };
            let DeValue::Array(items) = value.get_ref() else {
                self.wrong_type(Field { name, value }, Expected::Tasks);
                continue;
            };
            let role = &roles[place].0.id;
            let mut tasks = Vec::new();
            for item in items {
                if let Some((title, planned)) = self.task(name.get_ref(), item) {
                    let n = u32::try_from(tasks.len()).unwrap_or(u32::MAX).saturating_add(1);
                    tasks.push(PlannedTask {
                        id: TaskId::nth(step, role, n),
                        role: role.clone(),
                        title,
                        planned,
                    });
                }
            }
            of_role.insert(place, tasks);
        }
        of_role.into_values().flatten().collect()
    }

    fn task(&mut self, role: &str, item: &Spanned<DeValue<'_>>) -> Option<(Line, Option<Planned>)> {
        match item.get_ref() {
            DeValue::String(text) => Some((self.checked_line(Line::new(role), text, item.span())?, None)),
            DeValue::Table(fields) => {
                let table = Table::new(fields, Thing::Task, &item.span());
                self.strange_fields(table);
                let planned = self.range(table, "planned");
                let title = self.required_line(table, "title")?;
                Some((title, planned))
            }
            other => {
                let (field, found, expected) = (Line::new(role), Type::of(other), Expected::Task);
                self.report(Slip::WrongType { field, found, expected }, item.span());
                None
            }
        }
    }

    /// Reports the fields that a table should not have; those of other kinds of steps as such.
    fn strange_fields(&mut self, table: Table<'_>) {
        let of = table.thing;
        let is_step = matches!(of, Thing::Phase | Thing::Break | Thing::DayEnd);
        for name in table.unknown() {
            let typed: &str = name.get_ref();
            if is_step && Thing::Step.fields().contains(&typed) {
                self.report(Fault::Misplaced { field: Line::new(typed), of }, name.span());
            } else {
                self.unknown_field(of, name);
            }
        }
    }

    fn id<Id: std::str::FromStr>(&mut self, table: Table<'_>) -> Option<(Id, Range<usize>)> {
        let field = table.field("id")?;
        let text = self.text(field, Expected::Text)?;
        let id = text.parse().ok();
        if id.is_none() {
            self.report(Fault::UnusableId { id: Line::new(text) }, field.value.span());
        }
        Some((id?, field.value.span()))
    }

    /// Whether an id is new among its kind; one that is not is reported with its first place.
    fn is_first<Id: Clone + Eq + std::hash::Hash + AsRef<str>>(
        &mut self,
        seen: &mut HashMap<Id, Range<usize>>,
        id: &Id,
        span: &Range<usize>,
        of: Thing,
    ) -> bool {
        let Some(first) = used_before(seen, id.clone(), span) else { return true };
        self.report(Fault::Duplicate { id: Line::new(id.as_ref()), of, first }, span.clone());
        false
    }

    fn line(&mut self, table: Table<'_>, name: &str) -> Option<Line> {
        let field = table.field(name)?;
        let text = self.text(field, Expected::Text)?;
        self.checked_line(field.title(), text, field.value.span())
    }

    fn required_line(&mut self, table: Table<'_>, name: &'static str) -> Option<Line> {
        if table.field(name).is_none() { self.lacks(table, name) } else { self.line(table, name) }
    }

    fn checked_line(&mut self, field: Line, text: &str, span: Range<usize>) -> Option<Line> {
        let line = Line::new(text);
        if line.is_empty() {
            self.report(Slip::Empty { field }, span);
            return None;
        }
        if line.as_str().chars().count() > MAX_LINE {
            self.report(Slip::TooLong { field, max: MAX_LINE }, span);
            return None;
        }
        Some(line)
    }

    fn prose(&mut self, table: Table<'_>, name: &str) -> Prose {
        let Some(field) = table.field(name) else { return Prose::default() };
        let Some(text) = self.text(field, Expected::Text) else { return Prose::default() };
        if text.chars().count() > MAX_PROSE {
            self.report(Slip::TooLong { field: field.title(), max: MAX_PROSE }, field.value.span());
            return Prose::default();
        }
        Prose::new(text)
    }

    fn range(&mut self, table: Table<'_>, name: &str) -> Option<Planned> {
        let (text, span) = self.spelt(table, name, Expected::Range)?;
        self.told(text.parse(), text, span)
    }

    fn required_range(&mut self, table: Table<'_>) -> Option<Planned> {
        if table.field("planned").is_none() {
            return self.lacks(table, "planned");
        }
        self.range(table, "planned")
    }

    /// One length of time, in seconds.
    fn length(&mut self, table: Table<'_>, name: &str) -> Option<u32> {
        let (text, span) = self.spelt(table, name, Expected::Duration)?;
        if read_seconds(text).is_err() && text.parse::<Planned>().is_ok() {
            self.report(Fault::Duration { text: Line::new(text), fault: DurationFault::Range }, span);
            return None;
        }
        self.told(read_seconds(text), text, span)
    }

    fn told<T>(&mut self, read: Result<T, BadPlanned>, typed: &str, span: Range<usize>) -> Option<T> {
        let fault = match read {
            Ok(value) => return Some(value),
            Err(bad) => DurationFault::of(&bad),
        };
        self.report(Fault::Duration { text: Line::new(typed), fault }, span);
        None
    }

    fn time_of_day(&mut self, table: Table<'_>, name: &'static str) -> Option<NaiveTime> {
        if table.field(name).is_none() {
            return self.lacks(table, name);
        }
        let (text, span) = self.spelt(table, name, Expected::TimeOfDay)?;
        let time = NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| text.len() == 5);
        if time.is_none() {
            self.report(Fault::TimeOfDay { text: Line::new(text) }, span);
        }
        time
    }

    fn spelt<'d>(
        &mut self,
        table: Table<'d>,
        name: &str,
        expected: Expected,
    ) -> Option<(&'d str, Range<usize>)> {
        let field = table.field(name)?;
        Some((self.text(field, expected)?, field.value.span()))
    }
}

const fn many(thing: Thing) -> (Thing, Expected) {
    (thing, Expected::Tables(thing))
}

//! What stands in the document, chapter by chapter, the most important first.

use fluent_bundle::FluentValue;

use super::{Block, Card, Column, ColumnKind, Document, Row, Section, Table, Text, Timing, Tone};
use crate::incident::{Health, Kind, PersonName, Span};
use crate::lang::Lang;
use crate::report::{
    ActionTold, Figure, Lasting, Logged, Objectives, Open, OpenKind, Point, Report, ServiceFigures,
    StepFigures, StepSort, TaskFigures, UpdateFigures,
};

/// So many names of what is open are told; the chapters have all.
const NAMED: usize = 4;
/// So many steps are told as those that slipped most.
const SLIPPED: usize = 3;
/// So many people are named beside a step; the table of roles has all.
const PEOPLE: usize = 2;

pub fn document(report: &Report) -> Document {
    let writer = Writer { report, lang: report.lang, timing: Timing::of(report) };
    let sections = [
        writer.in_short(),
        writer.figures(),
        writer.services(),
        writer.review(),
        writer.timeline(),
        writer.roles(),
        writer.blockers(),
        writer.decisions(),
        writer.changes(),
        writer.tasks(),
        writer.updates(),
        writer.log(),
        writer.proof(),
    ];
    Document {
        lang: report.lang,
        title: Text::said(&report.incident.title),
        about: writer.about(),
        notices: writer.notices(),
        cards: writer.cards(),
        sections: sections.into_iter().filter(|section| !section.blocks.is_empty()).collect(),
        foot: writer.foot(),
    }
}

struct Writer<'a> {
    report: &'a Report,
    lang: Lang,
    timing: Timing,
}

impl Writer<'_> {
    fn say(&self, key: &str) -> String {
        self.lang.say(key)
    }

    fn with(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        self.lang.say_with(key, variables)
    }

    fn section(&self, id: &'static str, blocks: Vec<Block>) -> Section {
        Section { id, title: self.with("report-section", &[("section", id.into())]), blocks }
    }

    fn column(&self, name: &str, kind: ColumnKind) -> Column {
        Column { title: self.with("report-column", &[("column", name.into())]), kind }
    }

    fn table(&self, section: &'static str, columns: &[(&str, ColumnKind)]) -> Table {
        let caption = self.with("report-section", &[("section", section.into())]);
        Table::new(caption, columns.iter().map(|(name, kind)| self.column(name, *kind)).collect())
    }

    fn about(&self) -> Text {
        let it = &self.report.incident;
        let mut about = Text::default();
        if it.kind == Kind::Exercise {
            about = about.and(Tone::Strong, self.lang.kind(it.kind)).and(Tone::Plain, " · ");
        }
        let severity = if it.severity == it.worst_severity {
            self.lang.severity(it.severity).to_owned()
        } else {
            let (worst, last) = (self.lang.severity(it.worst_severity), self.lang.severity(it.severity));
            self.with("report-severity", &[("worst", worst.into()), ("last", last.into())])
        };
        about
            .and(Tone::Plain, severity)
            .and(Tone::Plain, " · ")
            .and(Tone::Said, &*it.plan)
            .and(Tone::Plain, " · ")
            .and(Tone::Code, &*it.id)
    }

    fn notices(&self) -> Vec<Text> {
        let mut notices = Vec::new();
        if let Some(damage) = &self.report.proof.damage {
            let told = self.with(
                "report-damaged",
                &[("record", damage.record.into()), ("why", damage.why.as_str().into())],
            );
            notices.push(Text::of(Tone::Bad, told));
        }
        if !self.report.incident.closed {
            let at = self.timing.dated(self.report.incident.ended);
            notices.push(Text::of(Tone::Bad, self.with("report-not-closed", &[("at", at.into())])));
        }
        notices
    }

    fn cards(&self) -> Vec<Card> {
        let Report { incident, verdict, open, .. } = self.report;
        let card = |name: &str, value: Text, note: Text| Card {
            label: self.with("report-card", &[("card", name.into())]),
            value,
            note,
        };
        let lasted = self.timing.lasted(verdict.elapsed);
        let active = self.timing.lasted(verdict.active);
        let span = self.timing.between(incident.opened, Some(incident.ended));
        let lasted_note =
            self.with("report-card-lasted", &[("span", span.into()), ("active", active.into())]);
        let plan = match self.timing.told_slip(verdict.slip) {
            Some(slip) if slip > Span::zero() => Text::of(Tone::Bad, format!("{} ▲", self.lang.slip(slip))),
            // Nobody knows how long the rest would have taken.
            _ if incident.closed && self.report.steps.iter().any(StepFigures::is_unfinished) => {
                Text::of(Tone::Bad, format!("{} ▲", self.say("report-cut-short")))
            }
            _ => Text::of(Tone::Good, format!("{} ✔", self.say("report-in-plan"))),
        };
        let planned = self.timing.range(verdict.planned_end);
        let end = self.timing.range(verdict.end);
        let plan_note = if incident.closed {
            self.with("report-card-plan", &[("planned", planned.into()), ("end", end.into())])
        } else {
            self.with("report-card-forecast", &[("planned", planned.into()), ("end", end.into())])
        };
        let count: usize = open.iter().map(|open| open.count).sum();
        let still_open = if count == 0 {
            Text::of(Tone::Good, format!("{} ✔", self.say("report-nothing-open")))
        } else {
            Text::of(Tone::Bad, format!("{count} ▲"))
        };
        let mut cards = vec![
            card("lasted", Text::of(Tone::Strong, lasted), lasted_note.into()),
            card("plan", plan, plan_note.into()),
        ];
        cards.extend(self.restored().map(|(value, note)| card("restored", value, note)));
        for (name, it, unknown) in
            [("rto", &verdict.rto, "report-still-down"), ("rpo", &verdict.rpo, "report-unknown-of")]
        {
            if it.known + it.unknown > 0 {
                cards.push(card(name, self.objectives(it), self.worst(it, unknown)));
            }
        }
        cards.extend(self.slipped().map(|(value, note)| card("slipped", value, note)));
        cards.extend(self.told_outside().map(|(value, note)| card("outside", value, note)));
        let kinds = open.iter().map(|open| self.open_kind(open)).collect::<Vec<_>>();
        // What those outside are not told of may well be open.
        if count > 0 || !self.report.is_external() {
            cards.push(card("open", still_open, kinds.join(", ").into()));
        }
        cards
    }

    /// After how long work was possible again, which is what most ask first.
    fn restored(&self) -> Option<(Text, Text)> {
        let it = self.report.figures.iter().find(|figure| figure.point == Point::Restored)?;
        let planned = it.planned.map(|planned| self.timing.range(planned)).unwrap_or_default();
        let Some((real, after)) = it.real.zip(it.after) else {
            let note = self.with("report-card-planned", &[("planned", planned.as_str().into())]);
            let note = if planned.is_empty() { Text::default() } else { note.into() };
            return Some((Text::of(Tone::Bad, self.say("report-not-reached")), note));
        };
        let (after, at) = (self.timing.lasted(after), self.timing.when(real));
        let late = it.slip.and_then(|slip| self.timing.told_slip(slip)).filter(|slip| *slip > Span::zero());
        let value = match late {
            Some(_) => Text::of(Tone::Bad, format!("{after} ▲")),
            None => Text::of(Tone::Strong, after),
        };
        if planned.is_empty() {
            return Some((value, at.into()));
        }
        let note = self.with("report-card-restored", &[("at", at.into()), ("planned", planned.into())]);
        let late = late.map_or_else(String::new, |late| format!(" ({})", self.lang.slip(late)));
        Some((value, format!("{note}{late}").into()))
    }

    /// The steps that took longest beyond their plan.
    fn slipped(&self) -> Option<(Text, Text)> {
        let late =
            self.report.steps.iter().filter_map(|step| Some((step, self.timing.told_slip(step.slip?)?)));
        let mut late: Vec<_> = late.filter(|(_, slip)| *slip > Span::zero()).collect();
        late.sort_by_key(|(_, slip)| -*slip);
        let (_, most) = late.first()?;
        let mut note = Text::default();
        for (place, (step, slip)) in late.iter().take(SLIPPED).enumerate() {
            let before = if place == 0 { "" } else { " · " };
            let slip = format!(" {}", self.lang.slip(*slip));
            note = note.and(Tone::Plain, before).and(Tone::Said, &*step.title).and(Tone::Plain, slip);
        }
        Some((self.timing.slip(*most), note))
    }

    /// How those outside were told; they themselves are not told when it was due.
    fn told_outside(&self) -> Option<(Text, Text)> {
        let outside: Vec<_> = self.report.audiences.iter().filter(|it| it.outside).collect();
        if outside.is_empty() {
            return None;
        }
        let told: usize = outside.iter().map(|it| it.told).sum();
        let late: usize = outside.iter().map(|it| it.late).sum();
        let owed = outside.iter().filter(|it| it.owed.is_some()).count();
        let (tone, sign) = match (late + owed, told) {
            (0, 0) => (Tone::Plain, ""),
            (0, _) => (Tone::Good, " ✔"),
            _ => (Tone::Bad, " ▲"),
        };
        let value = self.with("report-told-outside", &[("count", told.into()), ("late", late.into())]);
        let worst = outside.iter().filter_map(|it| Some((it, it.worst?))).max_by_key(|(_, worst)| *worst);
        let mut note = Text::default();
        if let Some((audience, worst)) = worst {
            note = note
                .and(Tone::Plain, self.say("report-worst"))
                .and(Tone::Said, &*audience.name)
                .and(Tone::Plain, format!(" {}", self.lang.slip(worst)));
        }
        if owed > 0 {
            let before = if note.is_empty() { "" } else { " · " };
            let owed = self.with("report-never-told", &[("count", owed.into())]);
            note = note.and(Tone::Plain, format!("{before}{owed}"));
        }
        Some((Text::of(tone, format!("{value}{sign}")), note))
    }

    fn objectives(&self, it: &Objectives) -> Text {
        if it.known == 0 {
            return self.say("report-unknown").into();
        }
        let kept = it.known - it.missed;
        let told = self.with("report-kept", &[("kept", kept.into()), ("known", it.known.into())]);
        if it.missed == 0 {
            Text::of(Tone::Good, format!("{told} ✔"))
        } else {
            Text::of(Tone::Bad, format!("{told} ▲"))
        }
    }

    fn worst(&self, it: &Objectives, unknown: &str) -> Text {
        let mut text = match &it.worst {
            Some(worst) => Text::of(Tone::Plain, self.say("report-worst"))
                .and(Tone::Said, &*worst.service)
                .and(Tone::Plain, format!(" +{}", self.lang.duration(worst.by))),
            None if it.unknown == 0 => self.say("report-all-kept").into(),
            None => Text::default(),
        };
        if it.unknown > 0 {
            let before = if text.is_empty() { "" } else { " · " };
            let unknown = self.with(unknown, &[("count", it.unknown.into())]);
            text = text.and(Tone::Plain, format!("{before}{unknown}"));
        }
        text
    }

    fn open_kind(&self, open: &Open) -> String {
        let variables = [("kind", open.what.name().into()), ("count", open.count.into())];
        let told = self.with("report-open-kind", &variables);
        if open.late == 0 {
            return told;
        }
        told + &self.with("report-open-late", &[("count", open.late.into())])
    }

    /// What it was, how it went and what is still to be done, in sentences.
    fn in_short(&self) -> Section {
        let Report { incident, verdict, open, commands, .. } = self.report;
        let mut blocks = Vec::new();
        for text in [&incident.what, &incident.impact] {
            if !text.is_empty() {
                blocks.push(Block::Paragraph(Text::said(text)));
            }
        }
        let opened = self.long(incident.opened);
        let mut told = Text::from(match commands.first() {
            Some(first) => self
                .with("report-opened-by", &[("at", opened.into()), ("person", first.person.as_str().into())]),
            None => self.with("report-opened", &[("at", opened.into())]),
        });
        if incident.closed {
            told = told.and(
                Tone::Plain,
                format!(" {}", self.with("report-closed", &[("at", self.long(incident.ended).into())])),
            );
        }
        told = told.and(Tone::Plain, format!(" {}", self.stood_still()));
        if verdict.updates > 0 {
            let count = ("count", verdict.updates.into());
            let sentence = match verdict.late_updates {
                Some(late) => self.with("report-updates-told", &[count, ("late", late.into())]),
                None => self.with("report-updates-sent", &[count]),
            };
            told = told.and(Tone::Plain, format!(" {sentence}"));
        }
        blocks.push(Block::Paragraph(told));
        if !incident.reason.is_empty() {
            let reason = Text::of(Tone::Muted, self.say("report-closing-words"));
            blocks.push(Block::Paragraph(reason.and(Tone::Said, &*incident.reason)));
        }
        if !open.is_empty() {
            blocks.push(Block::Paragraph(Text::of(Tone::Strong, self.say("report-still-open"))));
            blocks.push(Block::List(open.iter().map(|open| self.still_open(open)).collect()));
        }
        // What is to be done stands with who does it and by when: a count of it helps nobody.
        let mut to_do: Vec<_> = self.report.actions.iter().filter(|it| it.state == "open").collect();
        if !to_do.is_empty() {
            to_do.sort_by_key(|it| (!it.overdue, it.due.is_none(), it.due));
            blocks.push(Block::Paragraph(Text::of(Tone::Strong, self.say("report-to-do"))));
            blocks.push(Block::List(to_do.into_iter().map(|it| self.to_do(it)).collect()));
        }
        self.section("short", blocks)
    }

    fn to_do(&self, it: &ActionTold) -> Text {
        let mut text = action(it);
        text = match &it.owner {
            Some(owner) => text.and(Tone::Plain, " · ").and(Tone::Said, owner.as_str()),
            None => text.and(Tone::Plain, " · ").and(Tone::Bad, self.say("report-nobody")),
        };
        if let Some(due) = it.due {
            text = text.and(Tone::Plain, format!(" · {}", self.lang.calendar_day(due)));
        }
        if it.overdue {
            text.and(Tone::Plain, " ").and(Tone::Bad, self.action_state(it).0.swap_remove(0).1)
        } else {
            text
        }
    }

    fn still_open(&self, open: &Open) -> Text {
        let mut text = Text::of(Tone::Strong, self.open_kind(open));
        // Actions are told one by one below.
        let named = if open.what == OpenKind::Actions { &[][..] } else { &open.named[..] };
        for (place, name) in named.iter().take(NAMED).enumerate() {
            let before = if place == 0 { self.say("report-colon") } else { " · ".to_owned() };
            text = text.and(Tone::Plain, before).and(Tone::Said, &**name);
        }
        if named.len() > NAMED {
            let more = named.len() - NAMED;
            text = text.and(Tone::Muted, format!(" {}", self.with("report-more", &[("count", more.into())])));
        }
        text
    }

    fn stood_still(&self) -> String {
        let sum = |all: &[Lasting]| all.iter().map(|it| it.lasted).sum::<Span>();
        let (holds, nights) = (&self.report.holds, &self.report.nights);
        let variables = [
            ("active", self.timing.lasted(self.report.verdict.active).into()),
            ("holds", holds.len().into()),
            ("held", self.timing.lasted(sum(holds)).into()),
            ("nights", nights.len().into()),
            ("night", self.timing.lasted(sum(nights)).into()),
        ];
        let key = match (holds.is_empty(), nights.is_empty()) {
            (true, true) => return self.with("report-worked", &variables[..1]),
            (false, true) => "report-worked-holds",
            (true, false) => "report-worked-nights",
            (false, false) => "report-worked-both",
        };
        self.with(key, &variables)
    }

    fn long(&self, at: crate::incident::Moment) -> String {
        let (date, time) = (self.lang.long_date(at, self.timing.zone), self.timing.time(at));
        self.with("report-long-time", &[("date", date.into()), ("time", time.into())])
    }

    fn figures(&self) -> Section {
        use ColumnKind::{Brief, Figure as Number, Name, Words};
        let columns = [
            ("point", Name),
            ("planned", Brief),
            ("real", Brief),
            ("after", Number),
            ("slip", Number),
            ("basis", Words),
        ];
        let mut table = self.table("figures", &columns);
        for figure in &self.report.figures {
            let point = self.with("report-point", &[("point", figure.point.name().into())]);
            let real = match figure.real {
                Some(real) => Text::from(self.timing.when(real)),
                None if figure.point == Point::Began => Text::said(&figure.told),
                None => Text::of(Tone::Bad, self.say("report-not-reached")),
            };
            table.push(vec![
                Text::of(Tone::Strong, point),
                figure.planned.map(|planned| self.timing.range(planned)).unwrap_or_default().into(),
                real,
                // The opening is counted from the beginning: its length is told with its basis.
                figure
                    .after
                    .filter(|_| figure.point != Point::Opened)
                    .map(|after| self.timing.lasted(after))
                    .unwrap_or_default()
                    .into(),
                figure.slip.map(|slip| self.timing.slip(slip)).unwrap_or_default(),
                self.basis(figure),
            ]);
        }
        self.section("figures", vec![Block::Table(table), Block::Paragraph(self.note("report-note-figures"))])
    }

    fn basis(&self, figure: &Figure) -> Text {
        let basis = self.with("report-basis", &[("basis", figure.basis.name().into())]);
        let step = figure.step.as_ref().and_then(|id| self.report.steps.iter().find(|step| step.id == *id));
        if figure.point == Point::Began && figure.real.is_some() {
            return Text::of(Tone::Muted, format!("{basis}{}", self.say("report-colon")))
                .and(Tone::Said, &*figure.told);
        }
        if let (Point::Opened, Some(after)) = (figure.point, figure.after) {
            let after = self.with("report-after-began", &[("span", self.timing.lasted(after).into())]);
            return Text::of(Tone::Muted, format!("{basis}, {after}"));
        }
        match step {
            Some(step) => Text::of(Tone::Muted, basis).and(Tone::Said, format!(" {}", step.title)),
            None => Text::of(Tone::Muted, basis),
        }
    }

    fn note(&self, key: &str) -> Text {
        Text::of(Tone::Muted, self.say(key))
    }

    fn services(&self) -> Section {
        use ColumnKind::{Brief, Figure as Number, Name};
        let services = &self.report.services;
        if services.is_empty() {
            return self.section("services", Vec::new());
        }
        let has_data = services.iter().any(|it| it.rpo.is_some() || it.data_loss.is_some());
        let mut columns = vec![
            ("service", Name),
            ("priority", Number),
            ("health", Brief),
            ("down", Number),
            ("degraded", Number),
            ("rto", Number),
            ("kept", Brief),
        ];
        if has_data {
            columns.extend([("data-loss", Number), ("rpo", Number), ("kept", Brief)]);
        }
        let mut table = self.table("services", &columns);
        for service in services {
            let optional = |span: Option<Span>| {
                Text::from(span.map(|span| self.timing.lasted(span)).unwrap_or_default())
            };
            let mut cells = vec![
                Text::said(&service.name),
                service.priority.to_string().into(),
                self.health(service.health),
                self.lasted_or_none(service.down),
                self.lasted_or_none(service.degraded),
                optional(service.rto),
                self.rto_kept(service),
            ];
            if has_data {
                cells.extend([optional(service.data_loss), optional(service.rpo), self.rpo_kept(service)]);
            }
            table.push(cells);
        }
        let note = if has_data { "report-note-services-data" } else { "report-note-services" };
        let mut blocks = vec![Block::Table(table)];
        let outages: Vec<_> = services.iter().filter_map(|service| self.outages(service)).collect();
        if !outages.is_empty() {
            blocks.push(Block::List(outages));
        }
        blocks.push(Block::Paragraph(self.note(note)));
        self.section("services", blocks)
    }

    /// From when to when a service was down or degraded.
    fn outages(&self, service: &ServiceFigures) -> Option<Text> {
        let mut text = Text::of(Tone::Strong, &*service.name);
        let mut before = self.say("report-colon");
        for it in &service.outages {
            let span = match it.to {
                Some(_) => self.timing.between(it.from, it.to),
                None => self.with("report-still", &[("from", self.timing.when(it.from).into())]),
            };
            text = text.and(Tone::Plain, format!("{before}{} {span}", self.lang.health(it.health)));
            " · ".clone_into(&mut before);
        }
        (!service.outages.is_empty()).then_some(text)
    }

    fn health(&self, health: Health) -> Text {
        let (tone, sign) = match health {
            Health::Up => (Tone::Plain, ""),
            Health::Degraded | Health::Down => (Tone::Bad, " ▲"),
        };
        Text::of(tone, format!("{}{sign}", self.lang.health(health)))
    }

    fn lasted_or_none(&self, span: Span) -> Text {
        if span.is_zero() { Text::of(Tone::Muted, "0") } else { self.timing.lasted(span).into() }
    }

    fn rto_kept(&self, service: &ServiceFigures) -> Text {
        match service.rto_left {
            _ if !service.hit => Text::of(Tone::Muted, self.say("report-not-hit")),
            Some(left) if service.health == Health::Down && left >= Span::zero() => {
                let left = self.timing.lasted(left);
                Text::of(Tone::Bad, format!("{} ▲", self.with("report-still-left", &[("left", left.into())])))
            }
            Some(left) => self.kept(left),
            None => Text::default(),
        }
    }

    fn rpo_kept(&self, service: &ServiceFigures) -> Text {
        match (service.rpo_left, service.rpo) {
            _ if !service.hit => Text::default(),
            (Some(left), _) => self.kept(left),
            (None, Some(_)) => Text::of(Tone::Muted, self.say("report-unknown")),
            (None, None) => Text::default(),
        }
    }

    fn kept(&self, left: Span) -> Text {
        if left < Span::zero() {
            Text::of(Tone::Bad, format!("{} {} ▲", self.say("report-no"), self.lang.slip(-left)))
        } else {
            Text::of(Tone::Good, format!("{} ✔", self.say("report-yes")))
        }
    }

    fn timeline(&self) -> Section {
        use ColumnKind::{Brief, Figure as Number, Name, Words};
        let inside = !self.report.is_external();
        let mut columns = vec![
            ("step", Name),
            ("planned-length", Number),
            ("took", Number),
            ("slip", Number),
            ("span", Brief),
        ];
        if inside {
            columns.extend([("tasks", Number), ("blocked", Number), ("people", Words)]);
        }
        let mut table = self.table("timeline", &columns);
        for step in &self.report.steps {
            let mut cells = vec![
                self.step_title(step),
                step.planned.map(|it| self.lang.extended(it, step.extended)).unwrap_or_default().into(),
                self.took(step),
                step.slip.map(|slip| self.timing.slip(slip)).unwrap_or_default(),
                step.started.map(|from| self.timing.between(from, step.ended)).unwrap_or_default().into(),
            ];
            if inside {
                let tasks = match step.tasks {
                    0 => String::new(),
                    tasks => format!("{}/{tasks}", step.done + step.skipped),
                };
                cells.extend([tasks.into(), self.blocked(step.blockers, step.blocked), few(&step.people)]);
            }
            table.push(cells);
        }
        let mut blocks = vec![Block::Gantt, Block::Table(table)];
        blocks.push(Block::Paragraph(self.note("report-note-timeline")));
        if self.report.steps.iter().any(|step| step.extended.is_some()) {
            blocks.push(Block::Paragraph(self.note("report-note-extended")));
        }
        let stood = self.report.holds.iter().map(|it| ("report-held", it));
        let stood = stood.chain(self.report.nights.iter().map(|it| ("report-night", it)));
        let stood: Vec<_> = stood.map(|(key, it)| self.stood(key, it)).collect();
        if !stood.is_empty() {
            blocks.push(Block::List(stood));
        }
        self.section("timeline", blocks)
    }

    fn stood(&self, key: &str, it: &Lasting) -> Text {
        let (span, lasted) = (self.timing.between(it.from, it.to), self.timing.lasted(it.lasted));
        let told = self.with(key, &[("span", span.into()), ("lasted", lasted.into())]);
        let text = Text::from(told);
        if it.what.is_empty() {
            return text;
        }
        text.and(Tone::Plain, self.say("report-colon")).and(Tone::Said, &*it.what)
    }

    fn step_title(&self, step: &StepFigures) -> Text {
        let tone = if step.state == "skipped" { Tone::Struck } else { Tone::Said };
        let mut text = Text::of(tone, &*step.title);
        let mut tags = Vec::new();
        if step.kind != StepSort::Phase {
            let sort = self.with("report-sort", &[("sort", step.kind.name().into())]);
            // Most breaks are called so.
            if !step.title.to_lowercase().contains(&sort) {
                tags.push(sort);
            }
        }
        if let Some(milestone) = step.milestone {
            tags.push(self.with("report-reaches", &[("point", milestone.name().into())]));
        }
        if step.added {
            tags.push(self.say("report-added"));
        }
        if step.runs.len() > 1 {
            tags.push(self.with("report-runs", &[("count", step.runs.len().into())]));
        }
        if !tags.is_empty() {
            text = text.and(Tone::Muted, format!(" ({})", tags.join(", ")));
        }
        if !step.reason.is_empty() {
            text = text.and(Tone::Muted, self.say("report-colon")).and(Tone::Said, &*step.reason);
        }
        text
    }

    fn took(&self, step: &StepFigures) -> Text {
        match (step.took, step.state) {
            (_, "skipped") => Text::of(Tone::Muted, self.say("report-skipped")),
            (Some(took), "active") => {
                Text::of(Tone::Bad, self.with("report-running", &[("span", self.timing.lasted(took).into())]))
            }
            (Some(took), "cut_short") => {
                let took = self.timing.lasted(took);
                Text::of(Tone::Bad, format!("{took}, {}", self.say("report-phase-cut-short")))
            }
            (Some(took), _) => self.timing.lasted(took).into(),
            (None, _) => Text::of(Tone::Muted, self.say("report-not-begun")),
        }
    }

    fn blocked(&self, count: usize, lasted: Span) -> Text {
        if count == 0 {
            return Text::default();
        }
        format!("{count} · {}", self.timing.lasted(lasted)).into()
    }

    fn roles(&self) -> Section {
        use ColumnKind::{Figure as Number, Name, Words};
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
        if self.report.roles.is_empty() {
            return self.section("roles", Vec::new());
        }
        let mut table = self.table("roles", &columns);
        for role in &self.report.roles {
            let nothing = role.phases == 0;
            table.push(vec![
                Text::said(&role.name),
                people(&role.people),
                format!("{}/{}", role.done + role.skipped, role.tasks).into(),
                role.phases.to_string().into(),
                if nothing { Text::default() } else { self.lang.span_range(role.planned).into() },
                if nothing { Text::default() } else { self.timing.lasted(role.took).into() },
                role.slip.filter(|_| !nothing).map(|slip| self.timing.slip(slip)).unwrap_or_default(),
                self.blocked(role.blockers, role.blocked),
            ]);
        }
        self.section("roles", vec![Block::Table(table), Block::Paragraph(self.note("report-note-roles"))])
    }

    fn blockers(&self) -> Section {
        use ColumnKind::{Brief, Figure as Number, Name, Words};
        if self.report.blockers.is_empty() {
            return self.section("blockers", Vec::new());
        }
        let columns = [
            ("task", Name),
            ("reason", Words),
            ("role", Words),
            ("span", Brief),
            ("lasted", Number),
            ("who", Words),
        ];
        let mut table = self.table("blockers", &columns);
        for it in &self.report.blockers {
            let lasted = self.timing.lasted(it.lasted);
            let still = it.to.is_none();
            let lasted = if still { Text::of(Tone::Bad, format!("{lasted} ▲")) } else { lasted.into() };
            let span = match it.to {
                Some(_) => self.timing.between(it.from, it.to),
                None => self.with("report-still", &[("from", self.timing.when(it.from).into())]),
            };
            table.push(vec![
                Text::said(&it.title).and(Tone::Muted, format!(" ({})", it.step_title)),
                Text::said(&it.reason),
                Text::said(&it.role_name),
                span.into(),
                lasted,
                people(
                    &[Some(&it.by), it.ended_by.as_ref().filter(|by| **by != it.by)]
                        .into_iter()
                        .flatten()
                        .cloned()
                        .collect::<Vec<_>>(),
                ),
            ]);
        }
        self.section("blockers", vec![Block::Table(table)])
    }

    fn decisions(&self) -> Section {
        use ColumnKind::{Brief, Name, Words};
        let inside = !self.report.is_external();
        let mut blocks = Vec::new();
        if !self.report.decisions.is_empty() {
            let columns =
                [("at", Brief), ("decision", Name), ("why", Words), ("objections", Words), ("who", Words)];
            let mut table = self.table("decisions", &columns);
            for it in &self.report.decisions {
                let tone = if it.taken_back { Tone::Struck } else { Tone::Said };
                let mut text = Text::of(tone, &*it.text);
                if it.taken_back {
                    text = text.and(Tone::Muted, format!(" ({})", self.say("report-taken-back")));
                }
                table.push(vec![
                    self.timing.when(it.at).into(),
                    text,
                    Text::said(&it.why),
                    Text::said(&it.objections),
                    Text::said(it.by.as_str()),
                ]);
            }
            blocks.push(Block::Table(table));
        } else if inside {
            blocks.push(Block::Paragraph(self.note("report-no-decision")));
        }
        if self.report.commands.len() > 1 {
            let commands = self.report.commands.iter().map(|it| {
                let told = Text::from(format!("{} ", self.timing.when(it.from)))
                    .and(Tone::Strong, it.person.as_str());
                match &it.taken {
                    Some(reason) if !reason.is_empty() => told
                        .and(Tone::Plain, self.say("report-took-command"))
                        .and(Tone::Plain, self.say("report-colon"))
                        .and(Tone::Said, &**reason),
                    Some(_) => told.and(Tone::Plain, self.say("report-took-command")),
                    None => told.and(Tone::Plain, self.say("report-in-command")),
                }
            });
            blocks.push(Block::Paragraph(Text::of(Tone::Strong, self.say("report-command"))));
            blocks.push(Block::List(commands.collect()));
        }
        self.section("decisions", blocks)
    }

    fn updates(&self) -> Section {
        use ColumnKind::{Figure as Number, Name, Words};
        let Report { audiences, updates, .. } = self.report;
        if audiences.is_empty() && updates.is_empty() {
            return self.section("updates", Vec::new());
        }
        let columns =
            [("audience", Name), ("told", Number), ("late", Number), ("worst", Number), ("owed", Words)];
        let mut table = self.table("updates", &columns);
        for it in audiences {
            let outside = if it.outside { self.say("report-outside") } else { String::new() };
            let bad = |is: bool, words: String| if is { Text::of(Tone::Bad, words) } else { words.into() };
            table.push(vec![
                Text::said(&it.name).and(Tone::Muted, outside),
                it.told.to_string().into(),
                bad(it.late > 0, it.late.to_string()),
                it.worst.map(|worst| self.timing.slip(worst)).unwrap_or_default(),
                match it.owed {
                    Some(due) => Text::of(
                        Tone::Bad,
                        self.with("report-owed", &[("due", self.timing.told(due).into())]),
                    ),
                    None => Text::default(),
                },
            ]);
        }
        let mut blocks = if audiences.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
        for update in updates {
            blocks.push(Block::Quote { label: self.update(update), text: update.text.clone() });
        }
        self.section("updates", blocks)
    }

    fn update(&self, it: &UpdateFigures) -> Text {
        let mut label = Text::of(Tone::Strong, self.timing.when(it.at))
            .and(Tone::Plain, " · ")
            .and(Tone::Said, &*it.audience_name)
            .and(Tone::Plain, format!(" · {}", self.lang.occasion(it.occasion)));
        if let Some(by) = &it.by {
            label = label.and(Tone::Plain, " · ").and(Tone::Said, by.as_str());
        }
        label = match (it.due, it.late) {
            (Some(due), Some(late)) => {
                let variables =
                    [("due", self.timing.told(due).into()), ("late", self.lang.duration(late).into())];
                label
                    .and(Tone::Plain, " · ")
                    .and(Tone::Bad, format!("{} ▲", self.with("report-told-late", &variables)))
            }
            (Some(due), None) => {
                let told = self.with("report-in-time", &[("due", self.timing.told(due).into())]);
                label.and(Tone::Plain, " · ").and(Tone::Good, format!("{told} ✔"))
            }
            (None, _) => label,
        };
        for delivery in &it.deliveries {
            let state = self.with("report-delivery", &[("state", delivery.state.into())]);
            let tone = if delivery.state == "delivered" { Tone::Muted } else { Tone::Bad };
            let sign = if delivery.state == "delivered" { "" } else { " ▲" };
            label = label
                .and(Tone::Plain, " · ")
                .and(Tone::Code, &*delivery.target)
                .and(tone, format!(" {state}{sign}"));
            if !delivery.reason.is_empty() {
                label = label.and(Tone::Said, format!(" ({})", delivery.reason));
            }
        }
        label
    }

    /// Where the plan was not followed.
    fn changes(&self) -> Section {
        let mut blocks = Vec::new();
        for (key, changes) in
            [("report-were-added", &self.report.added), ("report-were-skipped", &self.report.skipped)]
        {
            if changes.is_empty() {
                continue;
            }
            blocks.push(Block::Paragraph(Text::of(Tone::Strong, self.say(key))));
            let told = changes.iter().map(|it| {
                let of = match it.task {
                    Some(_) => {
                        let step = self.report.steps.iter().find(|step| step.id == it.step);
                        let step = step.map_or("", |step| step.title.as_str());
                        self.with("report-task-of", &[("step", step.into())])
                    }
                    None => self.say("report-step"),
                };
                let text = Text::said(&it.title).and(Tone::Muted, format!(" ({of})"));
                let text = if it.reason.is_empty() {
                    text
                } else {
                    text.and(Tone::Plain, self.say("report-colon")).and(Tone::Said, &*it.reason)
                };
                let (when, who) = (self.timing.when(it.at), it.by.as_str());
                text.and(Tone::Muted, format!(" · {when} · {who}"))
            });
            blocks.push(Block::List(told.collect()));
        }
        self.section("changes", blocks)
    }

    fn review(&self) -> Section {
        use ColumnKind::{Brief, Name, Words};
        let Report { findings, actions, .. } = self.report;
        let mut blocks = Vec::new();
        if !findings.is_empty() {
            let told = findings.iter().map(|it| {
                let tone = if it.dropped.is_some() { Tone::Struck } else { Tone::Said };
                let mut text =
                    Text::of(Tone::Strong, it.id.to_string()).and(Tone::Plain, " ").and(tone, &*it.text);
                if let Some(about) = &it.about {
                    text = text.and(Tone::Muted, format!(" ({about})"));
                }
                if let Some(reason) = &it.dropped {
                    text = text.and(Tone::Muted, self.say("report-set-aside"));
                    if !reason.is_empty() {
                        text = text.and(Tone::Plain, self.say("report-colon")).and(Tone::Said, &**reason);
                    }
                }
                text
            });
            blocks.push(Block::List(told.collect()));
        }
        if !actions.is_empty() {
            let columns =
                [("action", Name), ("owner", Words), ("due", Brief), ("state", Brief), ("outcome", Words)];
            let mut table = self.table("review", &columns);
            for it in actions {
                table.push(vec![
                    action(it),
                    it.owner.as_ref().map(|owner| Text::said(owner.as_str())).unwrap_or_default(),
                    it.due.map(|due| self.lang.calendar_day(due)).unwrap_or_default().into(),
                    self.action_state(it),
                    Text::said(&it.outcome),
                ]);
            }
            blocks.push(Block::Table(table));
            if let Some(today) = self.report.today {
                let told = self.with("report-as-of", &[("day", self.lang.calendar_day(today).into())]);
                blocks.push(Block::Paragraph(Text::of(Tone::Muted, told)));
            }
        }
        self.section("review", blocks)
    }

    fn action_state(&self, it: &ActionTold) -> Text {
        let state = if it.overdue { "late" } else { it.state };
        let told = self.with("report-action-state", &[("state", state.into())]);
        match state {
            "late" => Text::of(Tone::Bad, format!("{told} ▲")),
            "done" => Text::of(Tone::Good, format!("{told} ✔")),
            _ => told.into(),
        }
    }

    fn tasks(&self) -> Section {
        use ColumnKind::{Brief, Figure as Number, Name, Words};
        if self.report.tasks.is_empty() {
            return self.section("tasks", Vec::new());
        }
        let columns = [
            ("task", Name),
            ("role", Words),
            ("who", Words),
            ("state", Brief),
            ("ended", Brief),
            ("blocked", Number),
        ];
        let mut table = self.table("tasks", &columns);
        let mut step = None;
        for task in &self.report.tasks {
            if step.replace(&task.step) != Some(&task.step) {
                table.rows.push(Row::Heading(task.step_title.clone()));
            }
            table.push(self.task(task));
        }
        self.section("tasks", vec![Block::Table(table)])
    }

    fn task(&self, it: &TaskFigures) -> Vec<Text> {
        let mut title = Text::said(&it.title).and(Tone::Muted, format!(" {}", it.id));
        if it.added {
            title = title.and(Tone::Muted, format!(" ({})", self.say("report-added")));
        }
        if !it.reason.is_empty() {
            title = title.and(Tone::Plain, self.say("report-colon")).and(Tone::Said, &*it.reason);
        }
        let mut who: Vec<PersonName> = it.assignee.iter().cloned().collect();
        who.extend(it.ended_by.iter().filter(|by| it.assignee.as_ref() != Some(by)).cloned());
        let state = self.with("name-task-state", &[("state", it.state.into())]);
        let tone = match it.state {
            "done" => Tone::Good,
            "blocked" => Tone::Bad,
            _ => Tone::Plain,
        };
        vec![
            title,
            Text::said(&it.role_name),
            people(&who),
            Text::of(tone, state),
            it.ended.map(|at| self.timing.when(at)).unwrap_or_default().into(),
            if it.blocked.is_zero() { Text::default() } else { self.timing.lasted(it.blocked).into() },
        ]
    }

    fn log(&self) -> Section {
        use ColumnKind::{Brief, Figure as Number, Name, Words};
        if self.report.log.is_empty() {
            return self.section("log", Vec::new());
        }
        let columns = [("seq", Number), ("at", Brief), ("who", Words), ("entry", Name)];
        let mut table = self.table("log", &columns);
        let mut day = None;
        for entry in self.report.log.iter().filter(|entry| !entry.technical) {
            let date = entry.at.with_timezone(&self.timing.zone).date_naive();
            if day.replace(date) != Some(date) {
                table.rows.push(Row::Heading(self.lang.long_date(entry.at, self.timing.zone)));
            }
            table.push(vec![
                entry.seq.to_string().into(),
                self.lang.time_of_second(entry.at, self.timing.zone).into(),
                Text::said(entry.person.as_str()),
                self.entry(entry),
            ]);
        }
        let left_out = self.report.log.iter().filter(|entry| entry.technical).count();
        let mut blocks = Vec::new();
        if self.report.older_records > 0 {
            let told = self.with("report-older", &[("count", self.report.older_records.into())]);
            blocks.push(Block::Paragraph(Text::of(Tone::Bad, told)));
        }
        blocks.push(Block::Table(table));
        if left_out > 0 {
            let told = self.with("report-technical", &[("count", left_out.into())]);
            blocks.push(Block::Paragraph(Text::of(Tone::Muted, told)));
        }
        self.section("log", blocks)
    }

    fn entry(&self, entry: &Logged) -> Text {
        let mut text = Text::default();
        if !entry.label.is_empty() {
            text = text.and(Tone::Strong, &*entry.label).and(Tone::Plain, " ");
        }
        let tone = if entry.taken_back { Tone::Struck } else { Tone::Said };
        text = text.and(tone, &*entry.text);
        if let Some(struck) = &entry.struck {
            text = text.and(Tone::Plain, " ").and(Tone::Struck, &**struck);
        }
        if entry.taken_back {
            text = text.and(Tone::Muted, format!(" ({})", self.say("report-taken-back")));
        }
        text
    }

    fn proof(&self) -> Section {
        let proof = &self.report.proof;
        let how = if self.report.is_external() { "report-verify-outside" } else { "report-verify" };
        let records = self.with("report-records", &[("records", proof.records.into())]);
        let mut blocks = vec![
            Block::Paragraph(Text::from(records).and(Tone::Plain, " ").and(Tone::Code, &*proof.head)),
            Block::Paragraph(self.say(how).into()),
        ];
        if let Some(damage) = &proof.damage {
            let told = self.with(
                "report-damaged",
                &[("record", damage.record.into()), ("why", damage.why.as_str().into())],
            );
            blocks.insert(0, Block::Paragraph(Text::of(Tone::Bad, told)));
        }
        self.section("proof", blocks)
    }

    fn foot(&self) -> Text {
        let it = &self.report.incident;
        let zone = it.zone.name();
        let key = if self.report.is_external() { "report-foot-external" } else { "report-foot" };
        self.with(key, &[("zone", zone.into())]).into()
    }
}

fn people(who: &[PersonName]) -> Text {
    let mut text = Text::default();
    for (place, person) in who.iter().enumerate() {
        if place > 0 {
            text = text.and(Tone::Plain, ", ");
        }
        text = text.and(Tone::Said, person.as_str());
    }
    text
}

/// The first of them, and how many more there are.
fn few(who: &[PersonName]) -> Text {
    // One more takes no more room than its number.
    let named = if who.len() == PEOPLE + 1 { who.len() } else { who.len().min(PEOPLE) };
    let more = who.len() - named;
    let text = people(&who[..named]);
    if more == 0 { text } else { text.and(Tone::Muted, format!(" +{more}")) }
}

fn action(it: &ActionTold) -> Text {
    let text = Text::of(Tone::Strong, it.id.to_string()).and(Tone::Plain, " ").and(Tone::Said, &*it.title);
    match it.finding {
        Some(finding) => text.and(Tone::Muted, format!(" ({finding})")),
        None => text,
    }
}

//! What each action does: a move, an overlay, or a command.

use fluent_bundle::FluentValue;

use super::action::{ACTIONS, Action, Group, Place};
use super::ask::{NewStep, Question, Restored, is_correctable, reads};
use super::cursor::{Page, Pane, people};
use super::log_list::Filter;
use super::may::open_roles;
use super::notice::Tone;
use super::overlay::confirm::Confirm;
use super::overlay::picker::{Free, Item, Picker};
use super::overlay::reader::{Reader, Reading};
use super::overlay::search::Search;
use super::overlay::{Choice, Overlay};
use super::review::Row as Reviewing;
use super::scene::{Listing, Side};
use super::updates::Row;
use super::walk::{Ground, Way};
use super::{Effect, Screen, View, World};
use crate::incident::{
    Command, EntryKind, HeaderCommand, Health, PersonName, Refusal, Service, ServiceCommand, Severity, Span,
    Step, StepCommand, StepId, Task, TaskCommand, TaskState,
};

/// So long after another's act, a key is taken to have been pressed before it was seen.
const JUST_NOW: Span = Span::seconds(3);

impl Screen {
    /// Does what an action says.
    pub(super) fn act(&mut self, world: World<'_>, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Palette => self.open_palette(world),
            Action::Help => self.overlay = Some(Overlay::Reader(Reader::new(Reading::Help))),
            Action::Redraw => effects.push(Effect::Redraw),
            Action::Quit => effects.push(Effect::Quit),
            _ => match world {
                World::Start(start) => self.act_at_start(start, action, effects),
                World::Room(view) => self.act_in_room(view, action, effects),
            },
        }
    }

    pub(super) fn act_in_room(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        let group = action.row().group;
        if let Some(playback) = view.playback {
            if group == Group::Replay {
                return self.act_on_playback(view, playback, action, effects);
            }
            if !action.only_looks() {
                return self.tell_off();
            }
        }
        if let Err(refusal) = self.may(view, action) {
            return self.tell_refusal(view, &refusal);
        }
        let changes = matches!(group, Group::Tasks | Group::Steps | Group::Incident | Group::Services);
        let later = matches!(action, Action::Reopen | Action::SetRestorePoint);
        if view.incident.is_closed() && changes && !later {
            return self.tell_refusal(view, &Refusal::Closed);
        }
        match group {
            Group::Tasks => self.act_on_task(view, action, effects),
            Group::Steps => self.act_on_step(view, action, effects),
            Group::Log => self.act_on_log(view, action, effects),
            Group::People => self.act_on_people(view, action, effects),
            Group::Updates => self.act_on_updates(view, action, effects),
            Group::Review => self.act_on_review(view, action, effects),
            Group::Incident | Group::Services => self.act_on_incident(view, action, effects),
            Group::Screen | Group::Moving => self.act_on_screen(view, action, effects),
            // There is nothing to play in a live room, and what a report is read with belongs to its window.
            Group::Replay | Group::Report => {}
        }
    }

    fn act_on_screen(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        let page = match action {
            Action::Up => return self.walk(view, Way::Lines(-1)),
            Action::Down => return self.walk(view, Way::Lines(1)),
            Action::PageUp => return self.walk(view, Way::Pages(-1)),
            Action::PageDown => return self.walk(view, Way::Pages(1)),
            Action::First => return self.walk(view, Way::First),
            Action::Last => return self.walk(view, Way::Last),
            Action::Left => return self.walk(view, Way::Left),
            Action::Right => return self.walk(view, Way::Right),
            Action::NextPane => return self.next_pane(1),
            Action::PreviousPane => return self.next_pane(2),
            Action::Open => return self.open_selection(view, effects),
            Action::Back => return self.back(view),
            Action::Follow => {
                self.cursor.step = None;
                return;
            }
            Action::Undo => return self.send(Command::Undo, effects),
            Action::Leave => return effects.push(Effect::Leave),
            Action::Replay => return effects.push(Effect::Replay(view.incident.id.clone())),
            Action::Report => return self.open_report(&view.incident.id, effects),
            Action::ShowRoom => Page::Room,
            Action::ShowTimeline => Page::Timeline,
            Action::ShowBoard => Page::Board,
            Action::ShowLog => Page::Log,
            Action::ShowPeople => Page::People,
            Action::ShowServices => Page::Services,
            Action::ShowMine => Page::Mine,
            Action::ShowUpdates => Page::Updates,
            Action::ShowReview => Page::Review,
            _ => return,
        };
        self.show_page(page);
    }

    pub(super) fn show_page(&mut self, page: Page) {
        if page != self.cursor.page {
            self.cursor.row = 0;
        }
        self.cursor.page = page;
    }

    pub(super) fn walk(&mut self, view: &View<'_>, way: Way) {
        let hits = self.hits.borrow();
        let ground = Ground { view, log: &self.log, hits: &hits };
        self.cursor.walk(way, &ground);
    }

    pub(super) fn turn_page(&mut self, view: &View<'_>, listing: Listing, side: Side) {
        let hits = self.hits.borrow();
        let ground = Ground { view, log: &self.log, hits: &hits };
        self.cursor.turn_page(listing, side, &ground);
    }

    fn next_pane(&mut self, by: usize) {
        const PANES: [Pane; 3] = [Pane::Timeline, Pane::Tasks, Pane::Log];
        if self.cursor.page != Page::Room {
            return self.show_page(Page::Room);
        }
        let at = PANES.iter().position(|pane| *pane == self.cursor.pane).unwrap_or(0);
        self.cursor.pane = PANES[(at + by) % PANES.len()];
    }

    fn back(&mut self, view: &View<'_>) {
        match self.place() {
            Place::Log if self.cursor.entry.is_some() || self.cursor.log_back > 0 => {
                self.cursor.entry = None;
                self.cursor.log_back = 0;
            }
            _ if !self.log.filter().is_empty() => self.filter(view, Filter::default()),
            Place::Tasks | Place::Timeline if self.cursor.step.is_some() => self.cursor.step = None,
            _ => self.show_page(Page::Room),
        }
    }

    pub(super) fn filter(&mut self, view: &View<'_>, filter: Filter) {
        self.cursor.entry = None;
        self.cursor.log_back = 0;
        self.log.set(filter, view.incident);
    }

    fn open_selection(&mut self, view: &View<'_>, effects: &mut Vec<Effect>) {
        match self.place() {
            Place::Timeline => {
                self.cursor.step = self.cursor.timeline_step(view.incident);
                self.cursor.page = Page::Room;
                self.cursor.pane = Pane::Tasks;
            }
            Place::Log => {
                if let Some(entry) = self.cursor.selected_entry(&self.log) {
                    self.cursor.entry = Some(entry);
                    self.attention.see_entry(entry);
                    self.overlay = Some(Overlay::Reader(Reader::new(Reading::Entry(entry))));
                }
            }
            Place::Services if view.playback.is_some() => self.tell_off(),
            Place::Services if view.incident.is_closed() => self.tell_refusal(view, &Refusal::Closed),
            Place::Services => self.pick_health(view),
            Place::Updates => self.open_row(view, effects),
            Place::Review => self.open_review(view),
            Place::People => {
                if let Some(person) = people(view).get(self.cursor.row).map(|somebody| somebody.name.clone())
                {
                    self.show_page(Page::Log);
                    self.filter(view, Filter { person: Some(person), ..Filter::default() });
                }
            }
            Place::Tasks
            | Place::Mine
            | Place::Room
            | Place::Anywhere
            | Place::Start
            | Place::Report
            | Place::Replay => {
                if let Some((_, task)) = self.cursor.selected_task(view) {
                    self.overlay = Some(Overlay::Reader(Reader::new(Reading::Task(task.id.clone()))));
                }
            }
        }
    }

    fn act_on_task(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        if action == Action::AddTask {
            return self.ask_new_task(view);
        }
        let Some((_, task)) = self.cursor.selected_task(view) else {
            return self.tell(Tone::Bad, self.look.lang.say("ask-no-task"));
        };
        let id = task.id.clone();
        // What is acted on stays selected: the next key shall not fall on its neighbour.
        self.cursor.select_task(view.incident, &id);
        match action {
            Action::TickTask => self.tick_task(view, task, effects),
            Action::StartTask => self.send(Command::Task(TaskCommand::Start { task: id }), effects),
            Action::UnblockTask => self.send(Command::Task(TaskCommand::Unblock { task: id }), effects),
            Action::ReopenTask => self.send(Command::Task(TaskCommand::Reopen { task: id }), effects),
            Action::TakeTask => {
                self.send(
                    Command::Task(TaskCommand::Assign { task: id, person: Some(view.me.clone()) }),
                    effects,
                );
            }
            Action::BlockTask => self.ask(view, Question::BlockTask(id)),
            Action::SkipTask => self.ask(view, Question::SkipTask(id)),
            Action::CommentTask => self.ask(view, Question::CommentTask(id)),
            Action::RetitleTask => self.ask(view, Question::RetitleTask(id)),
            Action::AssignTask => self.pick_person(view, task),
            _ => {}
        }
    }

    /// Ticks a task. Where another has just done it, the tick was meant for what was there before: it opens nothing
    /// again, and says who was first.
    pub(super) fn tick_task(&mut self, view: &View<'_>, task: &Task, effects: &mut Vec<Effect>) {
        let since = task.changed.as_ref().filter(|(_, by)| by != view.me).map(|(at, _)| view.now - *at);
        let speed = i32::try_from(view.incident.pace.speed.max(1)).unwrap_or(i32::MAX);
        if task.state.is_over() && since.is_some_and(|since| since / speed < JUST_NOW) {
            let refusal = Refusal::TaskIs {
                task: task.id.clone(),
                title: task.title.clone(),
                state: task.state.name(),
                by: task.changed.clone(),
            };
            return self.tell_refusal(view, &refusal);
        }
        self.send(tick(task), effects);
    }

    fn ask_new_task(&mut self, view: &View<'_>) {
        let incident = view.incident;
        let here = self.cursor.selected_task(view).map(|(step, _)| step.id.clone());
        let here = here.or_else(|| self.cursor.timeline_step(incident));
        let mut steps: Vec<StepId> =
            incident.steps.iter().filter(|step| step.kind.is_phase()).map(|step| step.id.clone()).collect();
        // The phase and the role of the cursor come first, and are chosen.
        steps.sort_by_key(|step| Some(step) != here.as_ref());
        let mut roles = open_roles(view);
        let here = incident.roles().get(self.cursor.role).map(|role| &role.id);
        roles.sort_by_key(|role| Some(role) != here);
        self.ask(view, Question::AddTask { steps, roles });
    }

    fn pick_person(&mut self, view: &View<'_>, task: &Task) {
        let lang = self.look.lang;
        let send = |person: Option<PersonName>| {
            Choice::Send(Command::Task(TaskCommand::Assign { task: task.id.clone(), person }))
        };
        // Whoever holds the role comes first, then who is here.
        let mut people = people(view);
        let of_role = |name: &PersonName| view.roles_of(name).contains(&&task.role);
        people.sort_by_key(|it| (it.name != view.me, !of_role(it.name), it.here.is_empty()));
        let mut items: Vec<Item> = people
            .iter()
            .map(|it| {
                let item = Item::new(it.name.to_string(), send(Some(it.name.clone())));
                let item = item.detail(self.about(view, it));
                item.also(it.known.map_or("", |known| known.full_name.as_str()))
            })
            .collect();
        if task.assignee.is_some() {
            items.push(Item::new(lang.say("ask-nobody"), send(None)));
        }
        let title = lang.say_with("ask-assign", &[("task", task.title.as_str().into())]);
        let free = Free::Assign(task.id.clone());
        self.overlay = Some(Overlay::Picker(Picker::new(title, items).or_typed(free)));
    }

    fn act_on_step(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        let choice: fn(StepId) -> Choice = match action {
            Action::NextStep => return self.next_step(view, effects),
            Action::AddPhase => return self.ask_new_step(view, NewStep::Phase),
            Action::AddBreak => return self.ask_new_step(view, NewStep::Break),
            Action::AddDayEnd => return self.ask_new_step(view, NewStep::DayEnd),
            Action::StartStep => |step| Choice::Send(Command::Step(StepCommand::Start { step })),
            Action::FinishStep => |step| Choice::Send(Command::Step(StepCommand::Finish { step })),
            Action::SkipStep => |step| Choice::Ask(Question::SkipStep(step)),
            Action::ReopenStep => |step| Choice::Send(Command::Step(StepCommand::Reopen { step })),
            Action::ExtendStep => |step| Choice::Ask(Question::ExtendStep(step)),
            Action::MoveStep => Choice::MoveStep,
            _ => return,
        };
        let fits = |step: &Step| match action {
            Action::StartStep | Action::SkipStep | Action::MoveStep => step.is_waiting(),
            Action::FinishStep => step.is_active(),
            Action::ReopenStep => !(step.is_waiting() || step.is_active()),
            _ => (step.is_waiting() || step.is_active()) && step.kind.planned().is_some(),
        };
        let steps: Vec<&Step> =
            view.incident.steps.iter().map(AsRef::as_ref).filter(|step| fits(step)).collect();
        let selected = match self.place() {
            Place::Timeline => self.cursor.timeline_step(view.incident),
            _ => self.cursor.step.clone(),
        };
        let selected = selected.and_then(|id| steps.iter().find(|step| step.id == id));
        let only = || steps.first().filter(|_| steps.len() == 1 && action == Action::FinishStep);
        match selected.or_else(only) {
            Some(step) => self.choose_step(view, step, choice(step.id.clone()), effects),
            None if steps.is_empty() => self.tell(Tone::Bad, self.look.lang.say("ask-no-step")),
            None => {
                let items = steps.iter().map(|step| {
                    Item::new(step.title.to_string(), choice(step.id.clone()))
                        .detail(self.look.lang.step_state(&step.state))
                });
                let picker = Picker::new(action.sentence(self.look.lang), items.collect());
                self.overlay = Some(Overlay::Picker(picker));
            }
        }
    }

    /// Acts on a step; finishing one with open tasks asks first.
    fn choose_step(&mut self, view: &View<'_>, step: &Step, choice: Choice, effects: &mut Vec<Effect>) {
        let lang = self.look.lang;
        let (over, all) = step.progress();
        if let Choice::Send(command @ Command::Step(StepCommand::Finish { .. })) = &choice
            && over < all
        {
            let text = lang.say_with(
                "ask-finish-open",
                &[("open", (all - over).into()), ("step", step.title.as_str().into())],
            );
            let title = Action::FinishStep.sentence(lang);
            self.overlay = Some(Overlay::Confirm(Confirm::new(title, text, command.clone(), lang)));
            return;
        }
        self.choose(World::Room(view), choice, effects);
    }

    fn next_step(&mut self, view: &View<'_>, effects: &mut Vec<Effect>) {
        let lang = self.look.lang;
        let incident = view.incident;
        let open: usize = incident.active_steps().map(Step::progress).map(|(over, all)| all - over).sum();
        let next = incident.next_step();
        let night = next.is_some_and(|step| step.kind.is_day_end());
        if incident.night().is_some() || (open == 0 && !night) || incident.is_held() || incident.is_closed() {
            return self.send(Command::Step(StepCommand::Next), effects);
        }
        let key = match next {
            Some(_) if night => "ask-next-night",
            Some(_) => "ask-next-open",
            None => "ask-next-none",
        };
        let next = next.map_or("", |step| step.title.as_str());
        let text = lang.say_with(key, &[("open", open.into()), ("next", FluentValue::from(next))]);
        let title = Action::NextStep.sentence(lang);
        self.overlay =
            Some(Overlay::Confirm(Confirm::new(title, text, Command::Step(StepCommand::Next), lang)));
    }

    fn ask_new_step(&mut self, view: &View<'_>, what: NewStep) {
        let after = std::iter::once(None).chain(view.incident.steps.iter().map(|step| Some(step.id.clone())));
        let after = after.collect();
        self.ask(view, Question::AddStep { what, after });
    }

    pub(super) fn pick_place_of(&mut self, view: &View<'_>, step: &StepId) {
        let lang = self.look.lang;
        let to = |after: Option<StepId>| {
            Choice::Send(Command::Step(StepCommand::Move { step: step.clone(), after }))
        };
        let mut items = vec![Item::new(lang.say("ask-first"), to(None))];
        items.extend(view.incident.steps.iter().filter(|other| other.id != *step).map(|other| {
            let label = lang.say_with("ask-behind", &[("step", other.title.as_str().into())]);
            Item::new(label, to(Some(other.id.clone()))).detail(lang.step_state(&other.state))
        }));
        let at = view.incident.steps.iter().take_while(|other| other.id != *step).count();
        let title = Action::MoveStep.sentence(lang);
        self.overlay = Some(Overlay::Picker(Picker::new(title, items).at(at)));
    }

    fn act_on_log(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Note => self.ask(view, Question::Note),
            Action::Fact => self.ask(view, Question::Fact),
            Action::Decide => self.ask(view, Question::Decide),
            Action::Correct => self.correct(view),
            Action::Copy => self.copy(view, effects),
            Action::Search => {
                self.show_log();
                self.overlay = Some(Overlay::Search(Search::new(self.log.filter().clone())));
            }
            Action::FilterKind => self.pick_kind(),
            Action::FilterPerson => self.pick_author(view),
            Action::ClearFilter => self.filter(view, Filter::default()),
            _ => {}
        }
    }

    /// Where the log can be seen, the keyboard goes to it.
    fn show_log(&mut self) {
        if self.cursor.page == Page::Room {
            self.cursor.pane = Pane::Log;
        } else {
            self.show_page(Page::Log);
        }
    }

    fn correct(&mut self, view: &View<'_>) {
        let entry = self.cursor.selected_entry(&self.log).and_then(|seq| view.incident.log.get(seq));
        match entry.filter(|entry| is_correctable(entry)) {
            Some(entry) => self.ask(view, Question::Correct(entry.seq)),
            None => self.tell(Tone::Bad, self.look.lang.say("ask-not-correctable")),
        }
    }

    fn copy(&mut self, view: &View<'_>, effects: &mut Vec<Effect>) {
        let text = match self.place() {
            Place::Log => {
                let entry = self.cursor.selected_entry(&self.log).and_then(|seq| view.incident.log.get(seq));
                entry.map(|entry| match reads(entry) {
                    "" => self.look.lang.entry(view.incident, entry).text,
                    words => words.to_owned(),
                })
            }
            Place::Services => {
                view.incident.services.get(self.cursor.row).map(|service| service.name.to_string())
            }
            Place::Updates => match self.selected_row(view) {
                Some(Row::Update(update)) => Some(update.text.to_string()),
                Some(Row::Proposal(proposal)) => Some(proposal.text.to_string()),
                Some(Row::Audience(audience)) => Some(audience.name.to_string()),
                Some(Row::Target(target)) => Some(target.name.to_string()),
                None => None,
            },
            Place::Review => match self.selected_review(view) {
                Some(Reviewing::Finding(finding)) => Some(finding.text.to_string()),
                Some(Reviewing::Action(action)) => Some(action.title.to_string()),
                None => None,
            },
            Place::Timeline => self
                .cursor
                .timeline_step(view.incident)
                .and_then(|step| view.incident.step(&step))
                .map(|step| step.title.to_string()),
            _ => self.cursor.selected_task(view).map(|(_, task)| task.title.to_string()),
        };
        if let Some(text) = text {
            effects.push(Effect::Copy(text));
            self.tell(Tone::Good, self.look.lang.say("ask-copied"));
        }
    }

    fn pick_kind(&mut self) {
        self.show_log();
        let lang = self.look.lang;
        let now = self.log.filter();
        let all = Item::new(lang.say("ask-all"), Choice::Filter(Filter { kinds: Vec::new(), ..now.clone() }));
        let kinds = EntryKind::ALL.iter().map(|kind| {
            // Choosing one more widens the filter, choosing one again takes it out.
            let mut kinds = now.kinds.clone();
            let had = kinds.contains(kind);
            if had {
                kinds.retain(|other| other != kind);
            } else {
                kinds.push(*kind);
            }
            let item = Item::new(lang.entry_kind(*kind), Choice::Filter(Filter { kinds, ..now.clone() }));
            if had { item.detail("✔") } else { item }
        });
        let items = std::iter::once(all).chain(kinds).collect();
        let title = Action::FilterKind.sentence(lang);
        self.overlay = Some(Overlay::Picker(Picker::new(title, items)));
    }

    fn pick_author(&mut self, view: &View<'_>) {
        self.show_log();
        let lang = self.look.lang;
        let now = self.log.filter();
        let choice = |person| Choice::Filter(Filter { person, ..now.clone() });
        let mut authors = known(view);
        authors.extend(
            view.incident
                .log
                .iter()
                .map(|entry| &entry.by.person)
                .collect::<std::collections::BTreeSet<_>>()
                .into_iter()
                .cloned(),
        );
        authors.sort();
        authors.dedup();
        let all = Item::new(lang.say("ask-all"), choice(None));
        let items = authors.into_iter().map(|person| Item::new(person.to_string(), choice(Some(person))));
        let items = std::iter::once(all).chain(items).collect();
        let title = Action::FilterPerson.sentence(lang);
        self.overlay = Some(Overlay::Picker(Picker::new(title, items)));
    }

    fn act_on_incident(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        let lang = self.look.lang;
        let incident = view.incident;
        match action {
            Action::Hold if incident.is_held() => self.send(Command::Header(HeaderCommand::Resume), effects),
            Action::Hold => self.ask(view, Question::Hold),
            Action::Resume => self.send(Command::Header(HeaderCommand::Resume), effects),
            Action::EndDay if incident.night().is_some() => {
                self.send(Command::Step(StepCommand::StartDay), effects);
            }
            Action::EndDay => self.ask(view, Question::EndDay),
            Action::StartDay => self.send(Command::Step(StepCommand::StartDay), effects),
            Action::Retitle => self.ask(view, Question::Retitle),
            Action::Describe => self.ask(view, Question::Describe),
            Action::Close => self.ask(view, Question::Close),
            Action::Reopen => self.ask(view, Question::Reopen),
            Action::AddService => self.ask(view, Question::AddService),
            Action::SetService => self.pick_health(view),
            Action::SetRestorePoint => self.ask_restore_point(view),
            Action::SetSeverity => {
                let items = Severity::ALL.iter().map(|severity| {
                    let choice =
                        Choice::Send(Command::Header(HeaderCommand::SetSeverity { severity: *severity }));
                    Item::new(lang.severity(*severity), choice)
                });
                let at = Severity::ALL.iter().position(|severity| *severity == incident.severity);
                let picker = Picker::new(action.sentence(lang), items.collect()).at(at.unwrap_or(0));
                self.overlay = Some(Overlay::Picker(picker));
            }
            Action::SetZone => {
                let zones = chrono_tz::TZ_VARIANTS.iter();
                let items = zones.map(|zone| {
                    Item::new(
                        zone.name(),
                        Choice::Send(Command::Header(HeaderCommand::SetZone { zone: *zone })),
                    )
                });
                let at = chrono_tz::TZ_VARIANTS.iter().position(|zone| *zone == incident.zone).unwrap_or(0);
                let picker = Picker::new(action.sentence(lang), items.collect()).at(at);
                self.overlay = Some(Overlay::Picker(picker));
            }
            _ => {}
        }
    }

    /// Of which moment the data of the selected service are; away from the services, of which service first.
    fn ask_restore_point(&mut self, view: &View<'_>) {
        let incident = view.incident;
        let question = |service: &Service| {
            Question::RestorePoint(Restored {
                service: service.id.clone(),
                wall: incident.wall(view.now),
                wall_offset: incident.wall_offset(),
                zone: incident.zone,
            })
        };
        let here =
            (self.cursor.page == Page::Services).then(|| incident.services.get(self.cursor.row)).flatten();
        match (here, &incident.services[..]) {
            (Some(service), _) => self.ask(view, question(service)),
            (None, []) => self.tell(Tone::Bad, self.look.lang.say("ask-no-service")),
            (None, services) => {
                let items = services
                    .iter()
                    .map(|service| Item::new(service.name.to_string(), Choice::Ask(question(service))));
                let title = Action::SetRestorePoint.sentence(self.look.lang);
                self.overlay = Some(Overlay::Picker(Picker::new(title, items.collect())));
            }
        }
    }

    /// Which state the selected service is in now; away from the services, which service first.
    fn pick_health(&mut self, view: &View<'_>) {
        let lang = self.look.lang;
        let services = &view.incident.services;
        let here = (self.cursor.page == Page::Services).then(|| services.get(self.cursor.row)).flatten();
        let many: Vec<_> = here.map_or_else(|| services.iter().collect(), |service| vec![service]);
        if many.is_empty() {
            return self.tell(Tone::Bad, lang.say("ask-no-service"));
        }
        let items = many.iter().flat_map(|service| {
            Health::ALL.into_iter().map(move |health| {
                let command =
                    Command::Service(ServiceCommand::SetHealth { service: service.id.clone(), health });
                let mark = match service.health == health {
                    true if service.is_presumed_hit() => lang.say("region-by-the-plan"),
                    true => "✔".to_owned(),
                    false => String::new(),
                };
                let label = match here {
                    Some(_) => lang.health(health),
                    None => format!("{} → {}", service.name, lang.health(health)),
                };
                Item::new(label, Choice::Send(command)).detail(mark)
            })
        });
        let title =
            here.map_or_else(|| Action::SetService.sentence(lang), |service| service.name.to_string());
        self.overlay = Some(Overlay::Picker(Picker::new(title, items.collect())));
    }

    fn open_palette(&mut self, world: World<'_>) {
        let lang = self.look.lang;
        let here = self.place();
        let at_start = here == Place::Start;
        let is_replay = world.playback().is_some();
        let rows = ACTIONS.iter().filter(|row| match row.place {
            Place::Start => at_start,
            Place::Anywhere => true,
            Place::Replay => is_replay,
            // They are keys of its window alone.
            Place::Report => false,
            _ => !at_start,
        });
        // Finding the palette from inside of it would only close it.
        let rows = rows.filter(|row| row.action != Action::Palette);
        let mut rows: Vec<_> = rows.collect();
        if is_replay {
            // Whoever looks for what acts finds it at the end, and is told why it is off.
            rows.sort_by_key(|row| (!row.action.only_looks(), row.place != Place::Replay));
        }
        let items = rows.into_iter().map(|row| {
            let is_open = match world {
                World::Room(view) if is_replay => view.playback.is_some() && row.action.only_looks(),
                World::Room(view) => self.may(view, row.action).is_ok(),
                World::Start(_) => true,
            };
            let keys = if is_replay {
                self.keymap.spelled_in_replay(row.action, lang)
            } else {
                self.keymap.spelled(row.action, lang)
            };
            Item::new(row.action.sentence(lang), Choice::Act(row.action))
                .dim_unless(is_open)
                .detail(keys)
                .also(row.name)
        });
        let mut items: Vec<Item> = items.collect();
        if let World::Room(view) = world {
            items.extend(view.incident.steps.iter().map(|step| {
                Item::new(step.title.to_string(), Choice::ShowStep(step.id.clone()))
                    .detail(lang.step_state(&step.state))
                    .only_found()
            }));
            items.extend(view.incident.tasks().map(|(step, task)| {
                Item::new(task.title.to_string(), Choice::ShowTask(task.id.clone()))
                    .detail(step.title.to_string())
                    .also(task.id.as_str())
                    .only_found()
            }));
        }
        self.overlay = Some(Overlay::Picker(Picker::new(lang.say("ask-palette"), items)));
    }
}

/// What the box of a task does.
pub fn tick(task: &Task) -> Command {
    let id = task.id.clone();
    match task.state {
        TaskState::Done | TaskState::Skipped { .. } => Command::Task(TaskCommand::Reopen { task: id }),
        TaskState::Todo | TaskState::Doing | TaskState::Blocked { .. } => {
            Command::Task(TaskCommand::Finish { task: id })
        }
    }
}

/// Who is here, and who has a task, oneself first.
fn known(view: &View<'_>) -> Vec<PersonName> {
    let mut people: Vec<PersonName> =
        people(view).into_iter().map(|somebody| somebody.name.clone()).collect();
    people.push(view.me.clone());
    people.sort();
    people.dedup();
    people.sort_by_key(|person| person != view.me);
    people
}

//! The figures: what happened in the recordings to each part of a plan.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Downtime, NewStep, NewTask, Often, Past, Ranged, Skipped, Time, proposed};
use crate::incident::{
    Incident, Line, Moment, Plan, PlannedService, PlannedStep, PlannedTask, RoleId, Span, Step, StepId, StepKind,
    StepState, Task, TaskId, TaskState,
};

/// Whether a recording ran this plan or a variant of it: a third of all phases and breaks is in both. Any two plans may
/// have a phase called `restore`.
pub(super) fn knows(incident: &Incident, plan: &Plan) -> bool {
    let timed = |plan: &Plan| -> HashSet<StepId> {
        let steps = plan.steps.iter().filter(|step| !step.kind.is_day_end());
        steps.map(|step| step.id.clone()).collect()
    };
    let (own, other) = (timed(plan), timed(&incident.plan));
    let common = own.intersection(&other).count();
    common > 0 && common * 3 >= own.union(&other).count()
}

/// Lookups for plans of ten thousand tasks.
pub(super) struct Index<'a> {
    plan: &'a Plan,
    /// The titles of the plan's tasks.
    titles: HashSet<(&'a StepId, &'a RoleId, String)>,
    recordings: Vec<Seen<'a>>,
}

/// A recording, with its tasks indexed.
struct Seen<'a> {
    past: Past<'a>,
    /// The tasks of the recording's own plan.
    planned: HashMap<&'a TaskId, &'a PlannedTask>,
    by_title: HashMap<(&'a StepId, &'a RoleId, String), &'a Task>,
}

impl<'a> Index<'a> {
    pub(super) fn new(plan: &'a Plan, recordings: &[Past<'a>]) -> Self {
        let tasks = plan.steps.iter().flat_map(|step| step.tasks.iter().map(move |task| (step, task)));
        let titles = tasks.map(|(step, task)| (&step.id, &task.role, plain(&task.title))).collect();
        Self { plan, titles, recordings: recordings.iter().map(|past| Seen::new(*past)).collect() }
    }

    fn has(&self, step: &PlannedStep, role: &RoleId, title: &Line) -> bool {
        self.titles.contains(&(&step.id, role, plain(title)))
    }

    /// The task of a recording that corresponds to one of the plan: by its title, or else by its number, unless that
    /// has the title of another of the plan's tasks.
    fn task<'s>(&self, seen: &'s Seen<'a>, planned: &PlannedStep, ran: &Step, task: &PlannedTask) -> Option<&'s Task> {
        let by_title = seen.by_title.get(&(&ran.id, &task.role, plain(&task.title))).copied();
        by_title.or_else(|| {
            let by_number = ran.task(&task.id)?;
            let written = seen.planned.get(&by_number.id)?;
            let same_role = by_number.role == task.role;
            (same_role && !self.has(planned, &task.role, &written.title)).then_some(())?;
            seen.by_title.get(&(&ran.id, &task.role, plain(&written.title))).copied()
        })
    }
}

impl<'a> Seen<'a> {
    fn new(past: Past<'a>) -> Self {
        let incident = past.incident;
        let planned: HashMap<_, _> =
            incident.plan.steps.iter().flat_map(|step| &step.tasks).map(|task| (&task.id, task)).collect();
        let mut by_title = HashMap::new();
        for step in &incident.steps {
            for task in &step.tasks {
                // By the title in the recording's own plan: the task may have been renamed since.
                let title = planned.get(&task.id).map_or(&task.title, |planned| &planned.title);
                by_title.entry((&step.id, &task.role, plain(title))).or_insert_with(|| task.as_ref());
            }
        }
        Self { past, planned, by_title }
    }

    /// Tasks that the plan of the recording did not have.
    fn added(&self, ran: &'a Step) -> impl Iterator<Item = &'a Task> {
        ran.tasks.iter().map(AsRef::as_ref).filter(|task| !self.planned.contains_key(&task.id))
    }
}

impl Index<'_> {
    pub(super) fn steps(&self) -> Vec<Ranged<StepId>> {
        let ranged = |step: &PlannedStep| {
            let planned = step.kind.planned()?;
            let times = self.times(|seen| took(&seen.past, step_of(seen.past.incident, step)?));
            let proposed = proposed(Some(planned), &times).unwrap_or(planned);
            Some(Ranged { id: step.id.clone(), title: step.title.clone(), planned, proposed, times })
        };
        self.plan.steps.iter().filter_map(ranged).collect()
    }

    /// Tasks with a planned time of their own, from start to end without holds and nights. The duration of a task that
    /// was completed without being started is unknown.
    pub(super) fn tasks(&self) -> Vec<Ranged<TaskId>> {
        let all = self.plan.steps.iter().flat_map(|step| step.tasks.iter().map(move |task| (step, task)));
        let ranged = |(step, task): (&PlannedStep, &PlannedTask)| {
            let planned = task.planned?;
            let times = self.times(|seen| {
                let ran = step_of(seen.past.incident, step)?;
                let done = self.task(seen, step, ran, task)?;
                let (TaskState::Done, Some(from), Some((to, _))) = (&done.state, done.started_at, &done.changed) else {
                    return None;
                };
                minutes(awake(&seen.past, from, *to))
            });
            let proposed = proposed(Some(planned), &times).unwrap_or(planned);
            Some(Ranged { id: task.id.clone(), title: task.title.clone(), planned, proposed, times })
        };
        all.filter_map(ranged).collect()
    }

    pub(super) fn services(&self) -> Vec<Downtime> {
        let downtime = |service: &PlannedService| {
            let times = self.times(|seen| {
                let incident = seen.past.incident;
                minutes(incident.service(&service.id)?.downtime(incident.counted_to(incident.at)))
            });
            let (service, name, rto) = (service.id.clone(), service.name.clone(), service.rto);
            (!times.is_empty()).then_some(Downtime { service, name, rto, times })
        };
        self.plan.services.iter().filter_map(downtime).collect()
    }

    /// Skipped steps, and skipped tasks of other phases.
    pub(super) fn skipped(&self) -> Vec<Skipped> {
        let mut skipped = Vec::new();
        for step in self.plan.steps.iter().filter(|step| !step.kind.is_day_end()) {
            let often = self.often(|seen| {
                let ran = step_of(seen.past.incident, step)?;
                match ran.state {
                    StepState::Skipped { .. } => Some(true),
                    _ => is_finished(&seen.past, ran).then_some(false),
                }
            });
            let (id, title) = (&step.id, &step.title);
            skipped.push(Skipped { step: id.clone(), task: None, title: title.clone(), often });
            for task in &step.tasks {
                let often = self.often(|seen| {
                    let ran = step_of(seen.past.incident, step);
                    let ran = ran.filter(|ran| is_finished(&seen.past, ran))?;
                    let state = &self.task(seen, step, ran, task)?.state;
                    Some(matches!(state, TaskState::Skipped { .. }))
                });
                let (task, title) = (Some(task.id.clone()), task.title.clone());
                skipped.push(Skipped { step: id.clone(), task, title, often });
            }
        }
        skipped
    }

    /// Tasks that were added to the plan's own phases.
    pub(super) fn new_tasks(&self) -> Vec<NewTask> {
        let mut new = Vec::new();
        for step in self.plan.steps.iter().filter(|step| step.kind.is_phase()) {
            let mut notes = Notes::default();
            let mut of = 0;
            for (place, seen) in self.recordings.iter().enumerate() {
                let ran = step_of(seen.past.incident, step);
                let Some(ran) = ran.filter(|ran| is_finished(&seen.past, ran)) else { continue };
                of += 1;
                let of_the_plan = |task: &&Task| self.knows_role(&task.role);
                for task in seen.added(ran).filter(of_the_plan) {
                    if !self.has(step, &task.role, &task.title) {
                        notes.add(place, task);
                    }
                }
            }
            new.extend(notes.all.into_iter().map(|Noted { role, title, recordings }| {
                let often = Often { recordings, of };
                let taken = often.is_mostly();
                NewTask { step: step.id.clone(), role, title, often, taken }
            }));
        }
        new
    }

    pub(super) fn new_steps(&self) -> Vec<NewStep> {
        let mut ids: Vec<StepId> = self.plan.steps.iter().map(|step| step.id.clone()).collect();
        let new = self.found_steps().into_iter().filter_map(|found| {
            let planned = proposed(None, &found.times)?;
            let own = &found.runs.first()?.step.id;
            let id = if ids.contains(own) {
                StepId::free_for(found.title.as_str(), |id| ids.contains(id))
            } else {
                own.clone()
            };
            ids.push(id.clone());
            let kind = if found.is_phase { StepKind::Phase { planned } } else { StepKind::Break { planned } };
            let tasks = if found.is_phase { self.tasks_of_found(&found, &id) } else { Vec::new() };
            let recordings = found.runs.iter().map(|run| run.recording).collect();
            let often = Often { recordings, of: self.recordings.len() };
            let taken = often.is_mostly();
            let after = self.place_of_found(&found);
            let step = PlannedStep { id, title: found.title.clone(), kind, tasks, milestone: None };
            Some(NewStep { step, after, times: found.times, often, taken })
        });
        new.collect()
    }

    /// Steps of one title and kind are one; a recording that added it twice counts once.
    fn found_steps(&self) -> Vec<Found<'_>> {
        let mut all: Vec<Found<'_>> = Vec::new();
        let mut places: HashMap<(bool, String), usize> = HashMap::new();
        for (recording, seen) in self.recordings.iter().enumerate() {
            let incident = seen.past.incident;
            for step in added_steps(incident).filter(|step| !in_plan(self.plan, step)) {
                let Some(minutes) = took(&seen.past, step) else { continue };
                let is_phase = step.kind.is_phase();
                let place = *places.entry((is_phase, plain(&step.title))).or_insert(all.len());
                if place == all.len() {
                    all.push(Found { title: &step.title, is_phase, runs: Vec::new(), times: Vec::new() });
                }
                let found = &mut all[place];
                if found.runs.last().is_none_or(|last| last.recording != recording) {
                    found.runs.push(FoundRun { recording, incident, step });
                    found.times.push(Time { recording, minutes });
                }
            }
        }
        all
    }

    /// The tasks that most recordings gave it.
    fn tasks_of_found(&self, found: &Found<'_>, id: &StepId) -> Vec<PlannedTask> {
        let mut notes = Notes::default();
        for run in &found.runs {
            let tasks = run.step.tasks.iter().filter(|task| self.knows_role(&task.role));
            tasks.for_each(|task| notes.add(run.recording, task));
        }
        let of = found.runs.len();
        let mut all = notes.all;
        all.retain(|it| Often { recordings: it.recordings.clone(), of }.is_mostly());
        all.sort_by_key(|it| self.plan.roles.iter().position(|role| role.id == it.role));
        let mut counts: BTreeMap<RoleId, u32> = BTreeMap::new();
        let numbered = all.into_iter().map(|Noted { role, title, .. }| {
            let n = counts.entry(role.clone()).or_default();
            *n += 1;
            PlannedTask { id: TaskId::nth(id, &role, *n), role, title, planned: None }
        });
        numbered.collect()
    }

    /// The step of the plan that it followed most often; on a tie, the latest.
    fn place_of_found(&self, found: &Found<'_>) -> Option<StepId> {
        let mut places: BTreeMap<Option<StepId>, (usize, usize)> = BTreeMap::new();
        for run in &found.runs {
            let count = places.entry(behind(self.plan, run.incident, run.step)).or_default();
            *count = (count.0 + 1, run.recording);
        }
        places.into_iter().max_by_key(|(_, count)| *count).and_then(|(after, _)| after)
    }

    fn knows_role(&self, role: &RoleId) -> bool {
        self.plan.roles.iter().any(|it| it.id == *role)
    }

    fn times(&self, minutes: impl Fn(&Seen<'_>) -> Option<u32>) -> Vec<Time> {
        let time = |(recording, seen)| Some(Time { recording, minutes: minutes(seen)? });
        self.recordings.iter().enumerate().filter_map(time).collect()
    }

    /// The recordings in which something is true, of those that show it.
    fn often(&self, is_so: impl Fn(&Seen<'_>) -> Option<bool>) -> Often {
        let known = self.recordings.iter().enumerate();
        let known: Vec<(usize, bool)> = known.filter_map(|(place, seen)| Some((place, is_so(seen)?))).collect();
        let so = known.iter().filter(|(_, is_so)| *is_so).map(|(place, _)| *place);
        Often { recordings: so.collect(), of: known.len() }
    }
}

/// A step that recordings added.
struct Found<'a> {
    title: &'a Line,
    is_phase: bool,
    runs: Vec<FoundRun<'a>>,
    times: Vec<Time>,
}

struct FoundRun<'a> {
    recording: usize,
    incident: &'a Incident,
    step: &'a Step,
}

/// How long a step took in a recording, in whole minutes; `None` if it was not finished, was cut short by the closing,
/// or took less than a minute.
fn took(past: &Past<'_>, step: &Step) -> Option<u32> {
    if step.kind.is_day_end() || !is_finished(past, step) {
        return None;
    }
    minutes(past.incident.step_clock(step, past.incident.at).elapsed)
}

fn is_finished(past: &Past<'_>, step: &Step) -> bool {
    step.state == StepState::Finished && !past.history.was_cut_short(step)
}

fn minutes(span: Span) -> Option<u32> {
    u32::try_from(span.num_minutes()).ok().filter(|minutes| *minutes > 0)
}

/// The time between two moments without holds, nights and closings.
fn awake(past: &Past<'_>, from: Moment, to: Moment) -> Span {
    let history = past.history;
    let nights = history.nights.iter().map(|night| (night.from, night.to()));
    let holds = history.holds.iter().map(|hold| (hold.from, hold.to()));
    let closings = history.closings.iter().map(|closing| (closing.from, closing.to()));
    let stops = nights.chain(holds).chain(closings);
    let mut stops: Vec<_> = stops.map(|(a, b)| (a.max(from), b.unwrap_or(to).min(to))).collect();
    stops.sort_unstable();
    let mut awake = to - from;
    let mut counted = from;
    for (a, b) in stops {
        let a = a.max(counted);
        if b > a {
            awake -= b - a;
            counted = b;
        }
    }
    awake
}

/// The step of a recording that corresponds to one of the plan: by its id, or added live under its title.
fn step_of<'a>(incident: &'a Incident, planned: &PlannedStep) -> Option<&'a Step> {
    let same_kind = |step: &&Step| {
        (step.kind.is_phase(), step.kind.is_day_end()) == (planned.kind.is_phase(), planned.kind.is_day_end())
    };
    let by_id = incident.step(&planned.id).filter(same_kind);
    by_id.or_else(|| added_steps(incident).filter(same_kind).find(|step| alike(&step.title, &planned.title)))
}

/// Steps that were added live, except nights, which teach nothing.
fn added_steps(incident: &Incident) -> impl Iterator<Item = &Step> {
    let planned = |step: &Step| incident.plan.steps.iter().any(|it| it.id == step.id);
    incident.steps.iter().map(AsRef::as_ref).filter(move |step| !planned(step) && !step.kind.is_day_end())
}

fn in_plan(plan: &Plan, step: &Step) -> bool {
    plan.steps.iter().any(|it| !it.kind.is_day_end() && (it.id == step.id || alike(&it.title, &step.title)))
}

/// The plan's step before a step of a recording.
fn behind(plan: &Plan, incident: &Incident, step: &Step) -> Option<StepId> {
    let before = incident.steps.iter().take_while(|it| it.id != step.id);
    let known = before.filter(|it| plan.steps.iter().any(|own| own.id == it.id));
    known.last().map(|it| it.id.clone())
}

/// A task added live, by role and title, and its recordings.
struct Noted {
    role: RoleId,
    title: Line,
    recordings: Vec<usize>,
}

/// Tasks of one title and role are one, in order of appearance.
#[derive(Default)]
struct Notes {
    all: Vec<Noted>,
    places: HashMap<(RoleId, String), usize>,
}

impl Notes {
    fn add(&mut self, recording: usize, task: &Task) {
        let place = *self.places.entry((task.role.clone(), plain(&task.title))).or_insert(self.all.len());
        match self.all.get_mut(place) {
            Some(noted) if noted.recordings.last() == Some(&recording) => {}
            Some(noted) => noted.recordings.push(recording),
            None => {
                let (role, title) = (task.role.clone(), task.title.clone());
                self.all.push(Noted { role, title, recordings: vec![recording] });
            }
        }
    }
}

/// Whether titles differ only in capitals, spaces and full stops.
fn alike(a: &Line, b: &Line) -> bool {
    plain(a) == plain(b)
}

fn plain(text: &Line) -> String {
    let words: Vec<String> = text.as_str().split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_end_matches(['.', ' ', '!', '…']).replace('’', "'")
}

//! A recording summed up, as those inside read it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::figures::{figures, walls};
use super::logged::{decisions, log};
use super::standstill::Standstill;
use super::{
    About, ActionTold, AudienceFigures, BlockerFigures, Change, Damaged, Delivered, FindingTold, InCommand,
    Lasting, Missed, Objectives, Open, OpenKind, Options, Proof, Readers, Report, RoleFigures,
    ServiceFigures, ServiceOutage, StepFigures, StepRun, StepSort, TaskComment, TaskFigures, UpdateFigures,
    Verdict,
};
use crate::incident::{
    DeliveryState, Deviation, FollowUpState, Forecast, Health, History, Incident, Moment, PersonName,
    Planned, Range, Role, Service, Severity, Span, Status, Step, StepKind, StepState, Stretch, Task,
    TaskState, Told, Update, baseline, forecast,
};
use crate::replay::Recording;

/// Nobody waits for an update by the second: what comes within a minute is in time.
const GRACE: Span = Span::minutes(1);

pub fn report(recording: &Recording, options: &Options) -> Report {
    let Recording { incident, history, head, records, damage } = recording;
    let lang = options.lang;
    let end = match &incident.status {
        Status::Closed { at, .. } => *at,
        Status::Open | Status::Held { .. } => incident.at,
    };
    let today = options.today.unwrap_or_else(|| incident.today(incident.at));
    let summing = Summing { incident, history, plan: baseline(incident), end, today };
    let services: Vec<_> = summing.services();
    let audiences = summing.audiences();
    let actions = summing.actions();
    let updates = summing.updates();
    let (log, older_records) = log(incident, lang);
    Report {
        format: Report::FORMAT,
        lang,
        readers: Readers::Internal,
        incident: summing.about(),
        verdict: summing.verdict(&services, &updates),
        open: summing.open(&audiences, &actions),
        figures: figures(incident, history),
        services,
        steps: summing.steps(),
        roles: summing.roles(),
        tasks: summing.tasks(),
        blockers: summing.blockers(),
        holds: history.holds.iter().map(|hold| summing.lasting(hold, hold.what.as_str())).collect(),
        nights: history
            .nights
            .iter()
            .map(|night| summing.lasting(night, summing.title(&night.what)))
            .collect(),
        commands: summing.commands(),
        decisions: decisions(incident),
        audiences,
        updates,
        added: summing.changes(&history.added),
        skipped: summing.changes(&history.skipped),
        today: Some(today),
        findings: summing.findings(),
        actions,
        log,
        older_records,
        proof: Proof {
            records: *records,
            head: head.hash.to_string(),
            damage: damage
                .as_ref()
                .map(|damage| Damaged { record: damage.record, why: lang.say(damage.flaw.key()) }),
        },
    }
}

struct Summing<'a> {
    incident: &'a Incident,
    history: &'a History,
    /// The plan as it was at the opening.
    plan: Forecast,
    /// The closing, or the last record.
    end: Moment,
    today: NaiveDate,
}

impl Summing<'_> {
    fn wall(&self, at: Moment) -> Moment {
        self.history.wall(at)
    }

    fn title(&self, id: &crate::incident::StepId) -> &str {
        self.incident.step(id).map_or("", |step| step.title.as_str())
    }

    fn about(&self) -> About {
        let it = self.incident;
        let worst = self.history.severities.iter().map(|(.., severity)| *severity).min();
        About {
            id: it.id.as_str().to_owned(),
            title: it.title.as_str().to_owned(),
            kind: it.kind,
            speed: it.pace.speed,
            plan: it.plan.title.as_str().to_owned(),
            zone: it.zone,
            severity: it.severity,
            worst_severity: worst.unwrap_or(Severity::Sev4).min(it.severity),
            commander: Some(it.commander.clone()),
            opened: self.wall(it.opened_at),
            ended: self.wall(self.end),
            closed: it.is_closed(),
            reason: match &it.status {
                Status::Closed { reason, .. } => reason.as_str().to_owned(),
                Status::Open | Status::Held { .. } => String::new(),
            },
            what: it.situation.what.as_str().to_owned(),
            impact: it.situation.impact.as_str().to_owned(),
            people: it.people.iter().cloned().collect(),
        }
    }

    fn verdict(&self, services: &[ServiceFigures], updates: &[UpdateFigures]) -> Verdict {
        type Of = fn(&ServiceFigures) -> Option<Span>;
        let clocks = self.incident.clocks(self.end);
        let forecast = forecast(self.incident, self.end);
        let objectives = |objective: Of, left: Of| {
            let asked = || services.iter().filter(|it| it.hit && objective(it).is_some());
            let known: Vec<_> = asked().filter_map(|it| Some((it, left(it)?))).collect();
            let missed = known.iter().filter(|(_, left)| *left < Span::zero());
            let worst = missed.clone().min_by_key(|(_, left)| *left);
            Objectives {
                known: known.len(),
                unknown: asked().count() - known.len(),
                missed: missed.count(),
                worst: worst.map(|(it, left)| Missed { service: it.name.clone(), by: -*left }),
            }
        };
        Verdict {
            elapsed: clocks.elapsed,
            active: clocks.active,
            planned_end: walls(self.history, self.plan.end),
            end: walls(self.history, forecast.end),
            slip: forecast.slip,
            // What is still down may miss its objective yet.
            rto: objectives(
                |it| it.rto,
                |it| it.rto_left.filter(|left| it.health != Health::Down || *left < Span::zero()),
            ),
            rpo: objectives(|it| it.rpo, |it| it.rpo_left),
            updates: updates.len(),
            late_updates: Some(updates.iter().filter(|update| update.late.is_some()).count()),
        }
    }

    fn open(&self, audiences: &[AudienceFigures], actions: &[ActionTold]) -> Vec<Open> {
        let it = self.incident;
        let line = |line: &crate::incident::Line| line.as_str().to_owned();
        let of_status = if it.is_closed() { vec![] } else { vec![line(&it.title)] };
        let mut hit: Vec<_> = it.services.iter().filter(|service| service.health != Health::Up).collect();
        hit.sort_by_key(|service| service.priority);
        let lasting = self.history.blockers.iter().filter(|blocker| blocker.lasts());
        let steps = it.steps.iter().filter(|step| {
            step.is_active()
                || step.is_waiting()
                || (step.kind.is_phase() && self.history.was_cut_short(step))
        });
        let failed = it.updates.iter().flat_map(|update| &update.deliveries);
        let failed = failed.filter(|it| !matches!(it.state, DeliveryState::Delivered { .. }));
        let targets: BTreeSet<_> = failed.map(|delivery| delivery.target.as_str().to_owned()).collect();
        let named = |late: bool| {
            let open = actions.iter().filter(move |it| it.state == "open" && it.overdue == late);
            open.map(|it| format!("{} {}", it.id, it.title))
        };
        // Nobody waits for an update once it is over: its chapter says what was missed.
        let owed = audiences.iter().filter(|audience| audience.owed.is_some() && !it.is_closed());
        let task = |task: &crate::incident::TaskId| {
            it.task(task).map_or_else(String::new, |(_, task)| task.title.as_str().to_owned())
        };
        let all = [
            (OpenKind::Incident, of_status),
            (OpenKind::Services, hit.iter().map(|service| line(&service.name)).collect()),
            (OpenKind::Blockers, lasting.map(|it| task(&it.what.task)).collect()),
            (OpenKind::Calls, it.calls.iter().map(|call| line(&call.text)).collect()),
            (OpenKind::Steps, steps.map(|step| line(&step.title)).collect()),
            (
                OpenKind::Tasks,
                it.tasks()
                    .filter(|(step, task)| {
                        !task.state.is_over() && !matches!(step.state, StepState::Skipped { .. })
                    })
                    .map(|(_, task)| line(&task.title))
                    .collect(),
            ),
            (OpenKind::Deliveries, targets.into_iter().collect()),
            (
                OpenKind::Proposals,
                it.proposals.iter().map(|proposal| self.audience_name(&proposal.audience)).collect(),
            ),
            (OpenKind::Updates, owed.map(|it| it.name.clone()).collect()),
            (OpenKind::Actions, named(true).chain(named(false)).collect()),
        ];
        let some = all.into_iter().filter(|(_, named)| !named.is_empty());
        some.map(|(what, names): (OpenKind, Vec<String>)| Open {
            what,
            count: names.len(),
            named: names,
            late: if what == OpenKind::Actions { named(true).count() } else { 0 },
        })
        .collect()
    }

    fn audience_name(&self, id: &crate::incident::AudienceId) -> String {
        self.incident.audience(id).map_or(id.as_str(), |audience| audience.name.as_str()).to_owned()
    }

    fn services(&self) -> Vec<ServiceFigures> {
        let mut services: Vec<&Service> = self.incident.services.iter().map(AsRef::as_ref).collect();
        services.sort_by_key(|service| service.priority);
        services.into_iter().map(|service| self.service(service)).collect()
    }

    fn service(&self, service: &Service) -> ServiceFigures {
        let seconds = |seconds: Option<u32>| seconds.map(|seconds| Span::seconds(seconds.into()));
        let outages = || self.history.outages.iter().filter(|outage| outage.what.service == service.id);
        let lasted = |health: Health| {
            let so = outages().filter(|outage| outage.what.health == health);
            so.map(|outage| outage.within(self.incident.opened_at, self.end)).sum::<Span>()
        };
        let down = lasted(Health::Down);
        let rto = seconds(service.rto);
        ServiceFigures {
            id: service.id.clone(),
            name: service.name.as_str().to_owned(),
            priority: service.priority,
            health: service.health,
            hit: outages().next().is_some(),
            down,
            degraded: lasted(Health::Degraded),
            rto,
            rto_left: rto.map(|rto| rto - down),
            rpo: seconds(service.rpo),
            restored_to: service.restored_to.map(|at| self.wall(at)),
            data_loss: service.data_loss(),
            rpo_left: service.rpo_left(),
            outages: outages()
                .map(|it| ServiceOutage {
                    health: it.what.health,
                    from: self.wall(it.from),
                    to: it.to().map(|to| self.wall(to)),
                })
                .collect(),
        }
    }

    fn steps(&self) -> Vec<StepFigures> {
        self.incident.steps.iter().map(|step| self.step(step)).collect()
    }

    fn step(&self, step: &Step) -> StepFigures {
        let allotted = step.allotted();
        let planned = allotted.map(|allotted| allotted.plan.range());
        let blockers = || {
            let of_step = |it: &&Stretch<_>| self.step_of(it).is_some_and(|id| *id == step.id);
            self.history.blockers.iter().filter(of_step)
        };
        let planned_at = self.plan.step(&step.id);
        let over = |is: fn(&TaskState) -> bool| step.tasks.iter().filter(|task| is(&task.state)).count();
        StepFigures {
            id: step.id.clone(),
            title: step.title.as_str().to_owned(),
            kind: StepSort::of(step.kind),
            milestone: step.milestone,
            added: planned_at.is_none(),
            state: if self.history.was_cut_short(step) { "cut_short" } else { state_name(&step.state) },
            reason: match &step.state {
                StepState::Skipped { reason } => reason.as_str().to_owned(),
                _ => String::new(),
            },
            planned,
            extended: allotted.and_then(|allotted| allotted.agreed).map(Planned::range),
            planned_start: planned_at.map(|it| self.wall(it.start.min)),
            planned_end: planned_at.map(|it| self.wall(it.end.max)),
            started: step.started_at().map(|at| self.wall(at)),
            ended: step.ended_at().map(|at| self.wall(at)),
            took: self.took(step),
            slip: self.slip(step),
            runs: self.runs(step, planned),
            people: people(step.tasks.iter().map(AsRef::as_ref)),
            done: over(|state| *state == TaskState::Done),
            skipped: over(|state| matches!(state, TaskState::Skipped { .. })),
            tasks: step.tasks.len(),
            blockers: blockers().count(),
            blocked: blockers().map(|it| it.length(self.end)).sum(),
        }
    }

    fn step_of(&self, blocker: &Stretch<crate::incident::Blocker>) -> Option<&crate::incident::StepId> {
        self.incident.task(&blocker.what.task).map(|(step, _)| &step.id)
    }

    /// What was cut short may be late, and is never early.
    fn slip(&self, step: &Step) -> Option<Span> {
        let slip = self.incident.step_clock(step, self.end).slip;
        slip.filter(|slip| *slip > Span::zero() || !self.history.was_cut_short(step))
    }

    /// Time at work on it; of a day end all the time that it lasted.
    fn took(&self, step: &Step) -> Option<Span> {
        if step.runs.is_empty() {
            return None;
        }
        if step.kind.is_day_end() {
            return Some(step.runs.iter().map(|run| run.to.unwrap_or(self.end) - run.from).sum());
        }
        Some(self.incident.step_clock(step, self.end).elapsed)
    }

    /// Its runs, each with the instant at which the planned most was passed within it.
    fn runs(&self, step: &Step, planned: Option<Range<Span>>) -> Vec<StepRun> {
        let still = Standstill::of(self.history);
        let mut left = planned.map(|planned| planned.max);
        let runs = step.runs.iter().map(|run| {
            let to = run.to.unwrap_or(self.end).max(run.from);
            let worked = still.worked(run.from, to);
            let over_from = left
                .filter(|left| worked > *left)
                .map(|left| still.after(run.from, left.max(Span::zero())).min(to));
            left = left.map(|left| left - worked);
            StepRun {
                from: self.wall(run.from),
                to: self.wall(to),
                over_from: over_from.map(|at| self.wall(at)),
            }
        });
        runs.collect()
    }

    fn roles(&self) -> Vec<RoleFigures> {
        self.incident.roles().iter().map(|role| self.role(role)).collect()
    }

    fn role(&self, role: &Role) -> RoleFigures {
        let tasks = || self.incident.tasks().filter(|(_, task)| task.role == role.id);
        let phases = self.incident.steps.iter().filter(|step| {
            step.kind.is_phase() && !step.runs.is_empty() && step.tasks.iter().any(|it| it.role == role.id)
        });
        let nothing = Range { min: Span::zero(), max: Span::zero() };
        let (mut planned, mut took, mut count) = (nothing, Span::zero(), 0);
        let mut runs = false;
        for step in phases {
            let range = step.allotted().map_or(nothing, |allotted| allotted.plan.range());
            planned = Range { min: planned.min + range.min, max: planned.max + range.max };
            took += self.took(step).unwrap_or_default();
            count += 1;
            runs |= step.is_active();
        }
        let mut who: BTreeSet<PersonName> = people(tasks().map(|(_, task)| task)).into_iter().collect();
        who.extend(self.incident.takers(&role.id).cloned());
        let over = |is: fn(&TaskState) -> bool| tasks().filter(|(_, task)| is(&task.state)).count();
        let blockers = || self.history.blockers.iter().filter(|it| it.what.role == role.id);
        RoleFigures {
            id: role.id.clone(),
            name: role.name.as_str().to_owned(),
            people: who.into_iter().collect(),
            phases: count,
            planned,
            took,
            // What still runs may still take its time.
            slip: Some(planned.outside(took)).filter(|slip| !runs || *slip > Span::zero()),
            done: over(|state| *state == TaskState::Done),
            skipped: over(|state| matches!(state, TaskState::Skipped { .. })),
            tasks: tasks().count(),
            blockers: blockers().count(),
            blocked: blockers().map(|it| it.length(self.end)).sum(),
        }
    }

    fn role_name(&self, id: &crate::incident::RoleId) -> String {
        self.incident.role(id).map_or(id.as_str(), |role| role.name.as_str()).to_owned()
    }

    fn tasks(&self) -> Vec<TaskFigures> {
        let mut blocked = BTreeMap::<_, Span>::new();
        for blocker in &self.history.blockers {
            let of_task = blocked.entry(&blocker.what.task).or_default();
            *of_task += blocker.length(self.end);
        }
        let added: BTreeSet<_> = self.history.added.iter().filter_map(|it| it.what.task.as_ref()).collect();
        let tasks = self.incident.tasks().map(|(step, task)| {
            let ended = task.changed.as_ref().filter(|_| task.state.is_over());
            TaskFigures {
                id: task.id.clone(),
                step: step.id.clone(),
                step_title: step.title.as_str().to_owned(),
                role: task.role.clone(),
                role_name: self.role_name(&task.role),
                title: task.title.as_str().to_owned(),
                state: task.state.name(),
                reason: match &task.state {
                    TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } => {
                        reason.as_str().to_owned()
                    }
                    _ => String::new(),
                },
                added: added.contains(&task.id),
                assignee: task.assignee.clone(),
                planned: task.planned.map(Planned::range),
                started: task.started_at.map(|at| self.wall(at)),
                ended: ended.map(|(at, _)| self.wall(*at)),
                ended_by: ended.map(|(_, by)| by.clone()),
                blocked: blocked.get(&task.id).copied().unwrap_or_default(),
                comments: task
                    .comments
                    .iter()
                    .map(|it| TaskComment {
                        at: self.wall(it.at),
                        by: it.by.clone(),
                        text: it.text.as_str().to_owned(),
                    })
                    .collect(),
            }
        });
        tasks.collect()
    }

    fn blockers(&self) -> Vec<BlockerFigures> {
        let blockers = self.history.blockers.iter().map(|it| {
            let (step, task) = self.incident.task(&it.what.task).unzip();
            BlockerFigures {
                task: it.what.task.clone(),
                title: task.map_or("", |task| task.title.as_str()).to_owned(),
                step_title: step.map_or("", |step| step.title.as_str()).to_owned(),
                role_name: self.role_name(&it.what.role),
                reason: it.what.reason.as_str().to_owned(),
                by: it.by.clone(),
                from: self.wall(it.from),
                to: it.to().map(|to| self.wall(to)),
                ended_by: it.ended.as_ref().map(|ended| ended.by.clone()),
                lasted: it.length(self.end),
            }
        });
        blockers.collect()
    }

    fn lasting<T>(&self, stretch: &Stretch<T>, what: &str) -> Lasting {
        Lasting {
            what: what.to_owned(),
            from: self.wall(stretch.from),
            to: stretch.to().map(|to| self.wall(to)),
            lasted: stretch.length(self.end),
        }
    }

    fn commands(&self) -> Vec<InCommand> {
        let commands = self.history.commands.iter().map(|it| InCommand {
            person: it.person.clone(),
            from: self.wall(it.at),
            taken: it.taken.as_ref().map(|reason| reason.as_str().to_owned()),
        });
        commands.collect()
    }

    fn audiences(&self) -> Vec<AudienceFigures> {
        let audiences = self.incident.audiences.iter().map(|audience| {
            let told = || self.history.told.iter().filter(|told| told.audience == audience.id);
            let last = told().next_back().map_or(self.incident.opened_at, |told| told.at);
            let due = self.incident.due_after(audience, last);
            AudienceFigures {
                id: audience.id.clone(),
                name: audience.name.as_str().to_owned(),
                outside: audience.outside,
                told: told().count(),
                late: told().filter_map(late).count(),
                worst: told().filter_map(late).max(),
                owed: due.filter(|due| *due + GRACE <= self.end).map(|due| self.wall(due)),
            }
        });
        audiences.collect()
    }

    fn updates(&self) -> Vec<UpdateFigures> {
        let dues: BTreeMap<_, _> = self.history.told.iter().map(|told| (told.update, told)).collect();
        let update = |update: &Update| {
            let told = dues.get(&update.seq);
            UpdateFigures {
                seq: update.seq,
                at: self.wall(update.at),
                by: Some(update.by.clone()),
                audience: update.audience.clone(),
                audience_name: self.audience_name(&update.audience),
                // Whoever is not known may be anybody.
                outside: self.incident.audience(&update.audience).is_none_or(|it| it.outside),
                occasion: update.occasion,
                text: update.text.as_str().to_owned(),
                due: told.and_then(|told| told.due).map(|due| self.wall(due)),
                late: told.copied().and_then(late),
                deliveries: update.deliveries.iter().map(|it| self.delivered(it)).collect(),
            }
        };
        self.incident.updates.iter().map(|it| update(it)).collect()
    }

    fn delivered(&self, delivery: &crate::incident::Delivery) -> Delivered {
        let (at, reason) = match &delivery.state {
            DeliveryState::Pending => (None, ""),
            DeliveryState::Delayed { reason } => (None, reason.as_str()),
            DeliveryState::Delivered { at, .. } => (Some(*at), ""),
            DeliveryState::Failed { at, reason } => (Some(*at), reason.as_str()),
        };
        Delivered {
            target: delivery.target.as_str().to_owned(),
            state: delivery.state.name(),
            at: at.map(|at| self.wall(at)),
            reason: reason.to_owned(),
        }
    }

    /// What still is not as the plan had it.
    fn changes(&self, deviations: &[Stretch<Deviation>]) -> Vec<Change> {
        let change = |it: &Stretch<Deviation>| {
            let Deviation { step, task, reason } = &it.what;
            let title = match task {
                Some(task) => self.incident.task(task).map(|(_, task)| task.title.as_str())?,
                None => self.incident.step(step).map(|step| step.title.as_str())?,
            };
            Some(Change {
                at: self.wall(it.from),
                by: it.by.clone(),
                step: step.clone(),
                task: task.clone(),
                title: title.to_owned(),
                reason: reason.as_str().to_owned(),
            })
        };
        deviations.iter().filter(|it| it.lasts()).filter_map(change).collect()
    }

    fn findings(&self) -> Vec<FindingTold> {
        let findings = self.incident.findings.iter().map(|it| FindingTold {
            id: it.id,
            text: it.text.as_str().to_owned(),
            about: it.about.as_ref().map(|step| self.title(step).to_owned()),
            by: it.by.clone(),
            at: self.wall(it.at),
            dropped: it.dropped.as_ref().map(|dropped| dropped.reason.as_str().to_owned()),
        });
        findings.collect()
    }

    fn actions(&self) -> Vec<ActionTold> {
        let actions = self.incident.actions.iter().map(|it| ActionTold {
            id: it.id,
            title: it.title.as_str().to_owned(),
            owner: it.owner.clone(),
            due: it.due,
            finding: it.finding,
            state: it.state.name(),
            overdue: it.is_overdue(self.today),
            settled: it.settled().map(|(at, _)| self.wall(at)),
            outcome: match &it.state {
                FollowUpState::Open => String::new(),
                FollowUpState::Done { outcome, .. } => outcome.as_str().to_owned(),
                FollowUpState::Dropped(dropped) => dropped.reason.as_str().to_owned(),
            },
        });
        actions.collect()
    }
}

fn late(told: &Told) -> Option<Span> {
    told.late().filter(|late| *late >= GRACE)
}

impl StepSort {
    const fn of(kind: StepKind) -> Self {
        match kind {
            StepKind::Phase { .. } => Self::Phase,
            StepKind::Break { .. } => Self::Break,
            StepKind::DayEnd { .. } => Self::DayEnd,
        }
    }
}

const fn state_name(state: &StepState) -> &'static str {
    match state {
        StepState::Waiting => "waiting",
        StepState::Active => "active",
        StepState::Finished => "finished",
        StepState::Skipped { .. } => "skipped",
    }
}

/// Whoever has one of the tasks to their name, or settled it.
fn people<'t>(tasks: impl Iterator<Item = &'t Task>) -> Vec<PersonName> {
    let mut who = BTreeSet::new();
    for task in tasks {
        who.extend(task.assignee.clone());
        who.extend(task.changed.as_ref().map(|(_, by)| by.clone()));
    }
    who.into_iter().collect()
}

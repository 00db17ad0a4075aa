//! Remarks in the plan itself: what is never done, and actual downtimes.

use super::{Revision, Skipped, Time};
use crate::incident::{Line, StepId, TaskId};
use crate::lang::{Lang, vars};

/// The prefix of every remark, by which the next revision finds it.
pub(super) const MARK: &str = "# warroom: ";

impl Revision {
    /// Returns the remark of a step; `None` if no recording shows the step, and an old remark stays.
    pub(super) fn remark_of_step(&self, step: &StepId, lang: Lang) -> Option<Vec<String>> {
        let mut skipped = self.skipped.iter().filter(|it| it.step == *step && it.task.is_none());
        skipped.next().filter(|it| it.often.of > 0).map(|it| remarks([it], lang))
    }

    /// The remark on the tasks of one role in a step.
    pub(super) fn remark_of_tasks(&self, tasks: &[&TaskId], lang: Lang) -> Option<Vec<String>> {
        let of_them = |it: &&Skipped| it.task.as_ref().is_some_and(|task| tasks.contains(&task));
        let skipped: Vec<&Skipped> = self.skipped.iter().filter(of_them).filter(|it| it.often.of > 0).collect();
        (!skipped.is_empty()).then(|| remarks(skipped, lang))
    }

    /// The remark on a service's objective.
    pub(super) fn remark_of_service(&self, service: &str, lang: Lang) -> Option<Vec<String>> {
        let down = self.services.iter().find(|it| it.service.as_str() == service)?;
        let remark = format!(
            "{MARK}{}",
            lang.say_with(
                "revise-remark-down",
                &vars![times = times(&down.times, lang), missed = down.missed()?, of = down.times.len()]
            )
        );
        Some(vec![remark])
    }
}

fn remarks<'a>(skipped: impl IntoIterator<Item = &'a Skipped>, lang: Lang) -> Vec<String> {
    let always = skipped.into_iter().filter(|it| it.often.is_always());
    let remark = |it: &Skipped| {
        let variables = vars![title = it.title.as_str(), of = it.often.of];
        let key = if it.task.is_some() { "revise-remark-task" } else { "revise-remark-step" };
        format!("{MARK}{}", Line::new(&lang.say_with(key, &variables)))
    };
    always.map(remark).collect()
}

/// `52m, 1h04, 1h38`.
pub(super) fn times(times: &[Time], lang: Lang) -> String {
    let times: Vec<String> = times.iter().map(|time| lang.minutes(time.minutes)).collect();
    times.join(", ")
}

//! What the review asks: findings, and actions with their owner and due date.

use crate::incident::{
    Change, Command, Finding, FindingId, FollowUp, PersonName, Refusal, ReviewCommand, StepId, TypedDay,
};
use crate::lang::{Lang, vars};
use crate::ui::asking::{Answer, Asking, line, prose, sends};
use crate::ui::page::people::rows::people;
use crate::ui::text::cut;
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::{Answers, Handle, Rows, Wrong};

/// The cells of a finding in a choice.
const GIST: u16 = 48;

/// Asks for a finding, about a phase or in general.
pub fn add_finding(view: &View<'_>, lang: Lang) -> Form<Answer> {
    let phases = || view.incident.steps.iter().filter(|step| step.kind.is_phase());
    let steps: Vec<Option<StepId>> = std::iter::once(None).chain(phases().map(|step| Some(step.id.clone()))).collect();
    let names = std::iter::once(lang.say("review-general")).chain(phases().map(|step| step.title.to_string()));
    let mut rows = Rows::new(lang);
    let text = rows.prose("review-finding", "");
    let phase = rows.choice("ask-phase", names.collect(), 0);
    sends("review-add-finding", rows, move |answers| {
        Ok(Command::Review(ReviewCommand::AddFinding {
            text: answers.prose(text)?,
            about: answers.pick(phase, &steps)?,
        }))
    })
}

pub fn correct_finding(lang: Lang, it: &Finding) -> Asking {
    not_dropped(it)?;
    let finding = it.id;
    let correct = move |text| Command::Review(ReviewCommand::CorrectFinding { finding, text });
    let form = prose(lang, "review-correct-finding", ("review-finding", it.text.as_str()), correct);
    Ok(form.about(finding.to_string()))
}

pub fn drop_finding(lang: Lang, it: &Finding) -> Asking {
    not_dropped(it)?;
    let finding = it.id;
    let drop = move |reason| Command::Review(ReviewCommand::DropFinding { finding, reason });
    let form = line(lang, "review-drop-finding", ("ask-reason", ""), drop);
    Ok(form.about(format!("{finding} {}", it.text.first_line())))
}

/// Asks for an action that follows from a finding, if one is given.
pub fn add_action(view: &View<'_>, lang: Lang, finding: Option<FindingId>) -> Form<Answer> {
    let mut rows = Rows::new(lang);
    let fields = ActionRows::new(view, &mut rows, None, finding);
    sends("review-add-action", rows, move |answers| {
        Ok(Command::Review(ReviewCommand::AddAction {
            title: answers.line(fields.title)?,
            owner: fields.owner(answers)?,
            due: fields.due(answers)?,
            finding: fields.finding(answers),
        }))
    })
}

/// Asks what changes of an action. An untouched row changes nothing, whatever others changed since.
pub fn change_action(view: &View<'_>, lang: Lang, it: &FollowUp) -> Asking {
    not_settled(it)?;
    let action = it.id;
    let mut rows = Rows::new(lang);
    let fields = ActionRows::new(view, &mut rows, Some(it), it.finding);
    let form = sends("review-change-action", rows, move |answers| {
        let title = answers.line(fields.title)?;
        Ok(Command::Review(ReviewCommand::ChangeAction {
            action,
            title: answers.is_changed(fields.title).then_some(title),
            owner: changed(answers, fields.owner, fields.owner(answers)?),
            due: changed(answers, fields.due, fields.due(answers)?),
            finding: fields.finding.map_or(Change::Keep, |row| changed(answers, row, fields.finding(answers))),
        }))
    });
    Ok(form.about(action.to_string()))
}

pub fn finish_action(lang: Lang, it: &FollowUp) -> Form<Answer> {
    let action = it.id;
    let mut rows = Rows::new(lang);
    let outcome = rows.hinted_line("review-outcome", "review-outcome-hint", "");
    let form = sends("review-finish-action", rows, move |answers| {
        Ok(Command::Review(ReviewCommand::FinishAction { action, outcome: answers.optional_line(outcome) }))
    });
    form.about(format!("{action} {}", it.title))
}

pub fn drop_action(lang: Lang, it: &FollowUp) -> Asking {
    not_settled(it)?;
    let action = it.id;
    let drop = move |reason| Command::Review(ReviewCommand::DropAction { action, reason });
    Ok(line(lang, "review-drop-action", ("ask-reason", ""), drop).about(format!("{action} {}", it.title)))
}

/// The rows of an action, and what is needed to read them.
struct ActionRows {
    title: Handle,
    owner: Handle,
    due: Handle,
    finding: Option<Handle>,
    findings: Vec<Option<FindingId>>,
    today: chrono::NaiveDate,
    /// The possible owners; `None` without a people file.
    people: Option<Vec<PersonName>>,
    lang: Lang,
}

impl ActionRows {
    /// Adds the rows, filled from an existing action or empty.
    fn new(view: &View<'_>, rows: &mut Rows, now: Option<&FollowUp>, finding: Option<FindingId>) -> Self {
        let (incident, lang) = (view.incident, rows.lang());
        let mut findings = vec![None];
        findings.extend(incident.standing_findings().map(|finding| Some(finding.id)));
        // The finding of an action may have been dropped since: it stays unless another is chosen.
        if finding.is_some() && !findings.contains(&finding) {
            findings.push(finding);
        }
        let gist = |id: &Option<FindingId>| match id.and_then(|id| incident.finding(id)) {
            Some(finding) => cut(&format!("{} {}", finding.id, finding.text.first_line()), GIST).into_owned(),
            None => lang.say("review-no-finding"),
        };
        let chosen = findings.iter().position(|it| *it == finding).unwrap_or(0);
        let title = now.map_or("", |action| action.title.as_str());
        let owner = now.and_then(|action| action.owner.as_ref()).map_or("", PersonName::as_str);
        let due = now.and_then(|action| action.due).map(|due| due.to_string()).unwrap_or_default();
        Self {
            title: rows.line("ask-title", title),
            owner: rows.hinted_line("review-owner", "review-owner-hint", owner),
            due: rows.hinted_line("review-due", "review-due-hint", &due),
            finding: (findings.len() > 1)
                .then(|| rows.choice("review-finding", findings.iter().map(gist).collect(), chosen)),
            today: incident.today(view.now),
            people: view.people.map(|_| known(view)),
            findings,
            lang,
        }
    }

    fn owner(&self, answers: &Answers<'_>) -> Result<Option<PersonName>, Wrong> {
        let typed = answers.text(self.owner).trim();
        let name = PersonName::new(typed.strip_prefix('@').unwrap_or(typed));
        if name.as_str().is_empty() {
            return Ok(None);
        }
        match &self.people {
            Some(known) if answers.is_changed(self.owner) && !known.contains(&name) => {
                let why = self.lang.say_with("review-no-such-person", &vars![name = name.as_str()]);
                Err(answers.wrong(self.owner, why))
            }
            _ => Ok(Some(name)),
        }
    }

    fn due(&self, answers: &Answers<'_>) -> Result<Option<chrono::NaiveDate>, Wrong> {
        let typed = answers.text(self.due).trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let unreadable = |_| answers.wrong(self.due, self.lang.say("review-due-unreadable"));
        Ok(Some(typed.parse::<TypedDay>().map_err(unreadable)?.resolve(self.today)))
    }

    fn finding(&self, answers: &Answers<'_>) -> Option<FindingId> {
        self.findings.get(answers.chosen(self.finding?)).copied().flatten()
    }
}

fn changed<T>(answers: &Answers<'_>, row: Handle, now: Option<T>) -> Change<T> {
    if answers.is_changed(row) { now.map_or(Change::Clear, Change::To) } else { Change::Keep }
}

/// The possible owners, with a people file.
fn known(view: &View<'_>) -> Vec<PersonName> {
    let mut known: Vec<_> = people(view).into_iter().map(|somebody| somebody.name.clone()).collect();
    known.push(view.me.clone());
    known
}

/// Errors if the finding was dropped.
fn not_dropped(it: &Finding) -> Result<(), Refusal> {
    match &it.dropped {
        Some(dropped) => Err(Refusal::FindingDropped { finding: it.id, by: (dropped.at, dropped.by.clone()) }),
        None => Ok(()),
    }
}

/// Errors if the action is done or dropped.
fn not_settled(it: &FollowUp) -> Result<(), Refusal> {
    match it.settled() {
        Some((at, by)) => Err(Refusal::ActionIs { action: it.id, state: it.state.name(), by: Some((at, by.clone())) }),
        None => Ok(()),
    }
}

//! The review at the screen: what the page lists, and what keys do with it.

use chrono::NaiveDate;

use super::action::Action;
use super::ask::{Asked, Question};
use super::cursor::{Page, people};
use super::notice::Tone;
use super::overlay::Overlay;
use super::overlay::reader::{Reader, Reading};
use super::{Effect, Screen, View};
use crate::incident::{
    ActionId, Change, Command, Finding, FindingId, FollowUp, FollowUpState, PersonName, ReviewCommand, StepId,
};
use crate::lang::Lang;
use crate::theme::Meaning;

/// What a line of the page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewed {
    Finding(FindingId),
    Action(ActionId),
}

/// A line of the page.
#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    Finding(&'a Finding),
    Action(&'a FollowUp),
}

impl Row<'_> {
    pub const fn about(&self) -> Reviewed {
        match self {
            Self::Finding(finding) => Reviewed::Finding(finding.id),
            Self::Action(action) => Reviewed::Action(action.id),
        }
    }
}

/// The lines of the page, in the order in which they are drawn: findings, dropped ones last, then actions by urgency.
pub fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let incident = view.incident;
    let dropped = incident.findings.iter().filter(|it| it.dropped.is_some()).map(AsRef::as_ref);
    let findings = incident.standing_findings().chain(dropped).map(Row::Finding);
    let mut actions: Vec<&FollowUp> = incident.actions.iter().map(AsRef::as_ref).collect();
    actions.sort_by_key(|action| action.urgency());
    findings.chain(actions.into_iter().map(Row::Action)).collect()
}

/// The place of what is selected: where that is gone, of the first line.
pub fn place(rows: &[Row<'_>], chosen: Option<Reviewed>) -> usize {
    rows.iter().position(|row| Some(row.about()) == chosen).unwrap_or(0)
}

/// How an action stands, in a sign, a colour and words.
pub fn standing(action: &FollowUp, today: NaiveDate, lang: Lang) -> (&'static str, Meaning, String) {
    let days = |due: NaiveDate| (due - today).num_days();
    match (&action.state, action.due) {
        (FollowUpState::Open, Some(due)) if action.is_overdue(today) => {
            ("▲", Meaning::ClockLate, lang.say_with("review-late", &[("days", (-days(due)).into())]))
        }
        (FollowUpState::Open, Some(due)) => {
            let meaning = if days(due) <= SOON { Meaning::ClockDue } else { Meaning::Text };
            ("☐", meaning, lang.say_with("review-due-in", &[("days", days(due).into())]))
        }
        (FollowUpState::Open, None) => ("☐", Meaning::Text, lang.follow_up_state(action, today)),
        (FollowUpState::Done { .. }, _) => ("☑", Meaning::ServiceUp, lang.follow_up_state(action, today)),
        (FollowUpState::Dropped(_), _) => ("–", Meaning::TextMuted, lang.follow_up_state(action, today)),
    }
}

/// So many days before it is due, an action calls for attention.
const SOON: i64 = 2;

impl Screen {
    pub(super) fn act_on_review(&mut self, view: &View<'_>, action: Action, effects: &mut Vec<Effect>) {
        let selected = self.selected_review(view);
        if !matches!(action, Action::AddFinding | Action::AddAction) && selected.is_none() {
            return self.tell(Tone::Bad, self.look.lang.say("review-nothing-selected"));
        }
        // What is acted on stays selected, wherever it goes.
        self.cursor.review = selected.map(|row| row.about()).or(self.cursor.review);
        match (action, selected) {
            (Action::AddFinding, _) => self.ask(view, Question::AddFinding { steps: phases(view) }),
            (Action::AddAction, selected) => {
                let finding = match selected {
                    Some(Row::Finding(finding)) if finding.dropped.is_none() => Some(finding.id),
                    _ => None,
                };
                self.ask(view, Question::AddAction(Box::new(asked(view, finding))));
            }
            (Action::ChangeReviewed, Some(Row::Finding(it))) => {
                self.ask(view, Question::CorrectFinding(it.id));
            }
            (Action::ChangeReviewed, Some(Row::Action(it))) => {
                self.ask(view, Question::ChangeAction(it.id, Box::new(asked(view, it.finding))));
            }
            (Action::DropReviewed, Some(Row::Finding(it))) => self.ask(view, Question::DropFinding(it.id)),
            (Action::DropReviewed, Some(Row::Action(it))) => self.ask(view, Question::DropAction(it.id)),
            (Action::FinishAction, Some(Row::Action(it))) if it.is_open() => {
                self.ask(view, Question::FinishAction(it.id));
            }
            (Action::FinishAction, Some(Row::Action(it))) => {
                self.send(Command::Review(ReviewCommand::ReopenAction { action: it.id }), effects);
            }
            (Action::TakeAction, Some(Row::Action(it))) => {
                let owner = Change::To(view.me.clone());
                let (due, finding) = (Change::Keep, Change::Keep);
                self.send(
                    Command::Review(ReviewCommand::ChangeAction {
                        action: it.id,
                        title: None,
                        owner,
                        due,
                        finding,
                    }),
                    effects,
                );
            }
            _ => self.tell(Tone::Bad, self.look.lang.say("review-no-action-selected")),
        }
    }

    /// What the page has selected.
    pub(super) fn selected_review<'a>(&self, view: &View<'a>) -> Option<Row<'a>> {
        if self.cursor.page != Page::Review {
            return None;
        }
        let rows = rows(view);
        rows.get(place(&rows, self.cursor.review)).copied()
    }

    /// Whether the selected line is one for an action; where that needs no line, it is.
    pub(super) fn fits_review(&self, view: &View<'_>, action: Action) -> bool {
        match action {
            Action::FinishAction | Action::TakeAction => {
                matches!(self.selected_review(view), Some(Row::Action(_)))
            }
            Action::ChangeReviewed | Action::DropReviewed => self.selected_review(view).is_some(),
            _ => true,
        }
    }

    pub(super) fn open_review(&mut self, view: &View<'_>) {
        if let Some(row) = self.selected_review(view) {
            self.cursor.review = Some(row.about());
            self.overlay = Some(Overlay::Reader(Reader::new(Reading::Review(row.about()))));
        }
    }
}

/// The phases that a finding can speak of, before them none.
fn phases(view: &View<'_>) -> Vec<Option<StepId>> {
    let phases = view.incident.steps.iter().filter(|step| step.kind.is_phase());
    std::iter::once(None).chain(phases.map(|step| Some(step.id.clone()))).collect()
}

fn asked(view: &View<'_>, finding: Option<FindingId>) -> Asked {
    let incident = view.incident;
    let mut findings = vec![None];
    findings.extend(incident.standing_findings().map(|finding| Some(finding.id)));
    // The finding of an action may have been dropped since: it stays, unless another is chosen.
    if finding.is_some() && !findings.contains(&finding) {
        findings.push(finding);
    }
    Asked {
        chosen: findings.iter().position(|it| *it == finding).unwrap_or(0),
        findings,
        today: incident.today(view.now),
        people: view.people.map(|_| known(view)),
    }
}

/// Everybody who can own an action, where the host knows who there is.
fn known(view: &View<'_>) -> Vec<PersonName> {
    let mut known: Vec<_> = people(view).into_iter().map(|somebody| somebody.name.clone()).collect();
    known.push(view.me.clone());
    known
}

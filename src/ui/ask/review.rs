//! What the review asks: findings, actions with owner and due date, and of which moment restored data are.

use chrono::NaiveDate;

use super::{Wrong, line};
use crate::incident::{
    ActionId, Change, Command, FindingId, Incident, Moment, PersonName, ReviewCommand, ServiceCommand,
    ServiceId, Span, TypedDay, TypedPast,
};
use crate::lang::Lang;
use crate::ui::overlay::form::{Form, Row};
use crate::ui::overlay::frame::clip;

/// What the form of an action chooses from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The findings that it may answer, before them none.
    pub findings: Vec<Option<FindingId>>,
    /// Which of them is chosen at first.
    pub chosen: usize,
    pub today: NaiveDate,
    /// Who can own it; none where names are free.
    pub people: Option<Vec<PersonName>>,
}

/// What it takes to understand a moment that somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    pub service: ServiceId,
    /// What the clock on the wall says.
    pub wall: Moment,
    pub wall_offset: Span,
    pub zone: chrono_tz::Tz,
}

/// How much of a finding stands in a choice.
const GIST: u16 = 48;

/// The rows of an action: of one that is there, or empty.
pub fn rows(asked: &Asked, action: Option<ActionId>, incident: &Incident, lang: Lang) -> Vec<Row> {
    let now = action.and_then(|id| incident.action(id));
    let text = |it: Option<String>| it.unwrap_or_default();
    let title = now.map(|it| it.title.to_string());
    let owner = now.and_then(|it| it.owner.as_ref()).map(ToString::to_string);
    let due = now.and_then(|it| it.due).map(|due| due.to_string());
    let finding = |id: &Option<FindingId>| match id.and_then(|id| incident.finding(id)) {
        Some(it) => clip(&format!("{} {}", it.id, it.text.first_line()), GIST),
        None => lang.say("review-no-finding"),
    };
    let findings: Vec<String> = asked.findings.iter().map(finding).collect();
    let mut rows = vec![
        Row::line(lang.say("ask-title"), &text(title)),
        Row::line(lang.say("review-owner"), &text(owner)).hint(lang.say("review-owner-hint")),
        Row::line(lang.say("review-due"), &text(due)).hint(lang.say("review-due-hint")),
    ];
    if findings.len() > 1 {
        rows.push(Row::choice(lang.say("review-finding"), findings, asked.chosen));
    }
    rows
}

/// The command of a filled form.
pub fn read(asked: &Asked, action: Option<ActionId>, form: &Form, lang: Lang) -> Result<Command, Wrong> {
    let title = line(form, 0, lang)?;
    let owner = owner(asked, form, lang)?;
    let due = match form.text(2).trim() {
        "" => None,
        typed => {
            let unreadable = |_| Wrong { row: 2, why: lang.say("review-due-unreadable") };
            Some(typed.parse::<TypedDay>().map_err(unreadable)?.resolve(asked.today))
        }
    };
    let finding = asked.findings.get(form.chosen(3)).copied().flatten();
    Ok(match action {
        None => Command::Review(ReviewCommand::AddAction { title, owner, due, finding }),
        Some(action) => Command::Review(ReviewCommand::ChangeAction {
            action,
            title: form.is_changed(0).then_some(title),
            owner: changed(form, 1, owner),
            due: changed(form, 2, due),
            finding: changed(form, 3, finding),
        }),
    })
}

/// What a row makes of a field. One that was left alone changes nothing, whatever others have made of it since.
fn changed<T>(form: &Form, row: usize, now: Option<T>) -> Change<T> {
    if form.is_changed(row) { now.map_or(Change::Clear, Change::To) } else { Change::Keep }
}

fn owner(asked: &Asked, form: &Form, lang: Lang) -> Result<Option<PersonName>, Wrong> {
    let typed = form.text(1).trim();
    let name = PersonName::new(typed.strip_prefix('@').unwrap_or(typed));
    if name.as_str().is_empty() {
        return Ok(None);
    }
    match &asked.people {
        Some(known) if form.is_changed(1) && !known.contains(&name) => {
            let why = lang.say_with("review-no-such-person", &[("name", name.as_str().into())]);
            Err(Wrong { row: 1, why })
        }
        _ => Ok(Some(name)),
    }
}

/// Of which moment the restored data of a service are.
pub fn restore_point(restored: &Restored, form: &Form, lang: Lang) -> Result<Command, Wrong> {
    let unreadable = |_| Wrong { row: 0, why: lang.say("review-past-unreadable") };
    let typed: TypedPast = form.text(0).parse().map_err(unreadable)?;
    let at = typed.resolve(restored.wall, restored.zone) - restored.wall_offset;
    Ok(Command::Service(ServiceCommand::SetRestorePoint { service: restored.service.clone(), at }))
}

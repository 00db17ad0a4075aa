//! What is asked about services.

use crate::incident::{Command, Health, ServiceCommand, ServiceId, TypedPast};
use crate::lang::Lang;
use crate::ui::asking::{Answer, sends};
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;

pub fn add(_: &View<'_>, lang: Lang) -> Form<Answer> {
    let states = Health::ALL.iter().map(|health| lang.health(*health)).collect();
    let down = Health::ALL.iter().position(|health| *health == Health::Down).unwrap_or(0);
    let mut rows = Rows::new(lang);
    let name = rows.line("ask-name", "");
    let priority = rows.line("ask-priority", "1");
    let health = rows.choice("ask-health", states, down);
    let rto = rows.hinted_line("ask-rto", "ask-rto-hint", "");
    let rpo = rows.hinted_line("ask-rpo", "ask-rpo-hint", "");
    sends("ask-add-service", rows, move |answers| {
        Ok(Command::Service(ServiceCommand::Add {
            name: answers.line(name)?,
            priority: answers.number(priority, (1, u8::MAX.into()))?.try_into().unwrap_or(u8::MAX),
            health: answers.pick(health, &Health::ALL)?,
            rto: answers.optional_seconds(rto)?,
            rpo: answers.optional_seconds(rpo)?,
        }))
    })
}

/// Asks for the point in time that the data of a service were restored to.
pub fn restore_point(view: &View<'_>, lang: Lang, service: &ServiceId) -> Form<Answer> {
    let incident = view.incident;
    let (wall, offset, zone) = (incident.wall(view.now), incident.wall_offset(), incident.zone);
    let about = incident.service(service).map(|service| service.name.to_string()).unwrap_or_default();
    let mut rows = Rows::new(lang);
    let point = rows.hinted_line("review-past", "review-past-hint", "");
    let service = service.clone();
    let form = sends("review-restore-point", rows, move |answers| {
        let unreadable = |_| answers.wrong(point, lang.say("review-past-unreadable"));
        let typed: TypedPast = answers.text(point).parse().map_err(unreadable)?;
        Ok(Command::Service(ServiceCommand::SetRestorePoint {
            service: service.clone(),
            at: typed.resolve(wall, zone) - offset,
        }))
    });
    form.about(about)
}

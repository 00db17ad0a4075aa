//! Duties that change hands: offered and accepted, or command taken.

use super::{bounded, given, named};
use crate::incident::command::Context;
use crate::incident::duty::{Duty, Offer};
use crate::incident::event::{DutyEvent, Event};
use crate::incident::ids::{PersonName, RoleId};
use crate::incident::refusal::{Field, Refusal, Whom};
use crate::incident::state::Incident;
use crate::incident::text::{Line, Prose};

pub(super) fn offer(
    incident: &Incident,
    duty: Duty,
    to: PersonName,
    briefing: Prose,
    context: &Context,
) -> Result<Event, Refusal> {
    named(&Line::new(to.as_str()), Field::Name)?;
    bounded(&briefing, Field::Briefing)?;
    if let Duty::Role(role) = &duty {
        super::known_role(incident, role)?;
    }
    if to == context.who.by.person {
        return Err(Refusal::ToOneself);
    }
    let has_it = match &duty {
        Duty::Command => to == incident.commander,
        Duty::Role(_) => false,
    };
    let stands = |offer: &Offer| offer.to == to && offer.briefing == briefing;
    if has_it || incident.offer(&duty).is_some_and(stands) {
        return Err(Refusal::NoChange);
    }
    Ok(Event::Duty(DutyEvent::Offered { duty, to, briefing }))
}

/// Nobody accepts for somebody else, whatever they may do otherwise.
pub(super) fn accept(incident: &Incident, duty: Duty, context: &Context) -> Result<Event, Refusal> {
    let Offer { from, to, .. } = offer_of(incident, &duty)?;
    if *to != context.who.by.person {
        return Err(Refusal::NotYours { whom: Whom::Person(to.clone()) });
    }
    // The owner of the host may have offered it for a commander who is not there.
    let from = if duty == Duty::Command { &incident.commander } else { from };
    Ok(Event::Duty(DutyEvent::HandedOver { from: from.clone(), to: to.clone(), duty }))
}

pub(super) fn drop_offer(incident: &Incident, duty: Duty) -> Result<Event, Refusal> {
    offer_of(incident, &duty)?;
    Ok(Event::Duty(DutyEvent::OfferDropped { duty }))
}

/// What the one who had it was about to hand on is theirs to offer no longer.
pub(super) fn revoke(incident: &Incident, role: RoleId, person: PersonName) -> Result<Vec<Event>, Refusal> {
    super::known_role(incident, &role)?;
    if !incident.takers(&role).any(|taker| *taker == person) {
        let takers = incident.takers(&role).cloned().collect();
        return Err(Refusal::NotTakenOver { role: name_of(incident, &role), person, takers });
    }
    let duty = Duty::Role(role.clone());
    let offers = incident.offer(&duty).is_some_and(|offer| offer.from == person);
    let dropped = offers.then_some(Event::Duty(DutyEvent::OfferDropped { duty }));
    Ok(std::iter::once(Event::Duty(DutyEvent::RoleRevoked { role, from: person })).chain(dropped).collect())
}

pub(super) fn take_command(incident: &Incident, reason: Line, context: &Context) -> Result<Event, Refusal> {
    given(&reason)?;
    if incident.commander == context.who.by.person {
        return Err(Refusal::NoChange);
    }
    Ok(Event::Duty(DutyEvent::CommandTaken { from: incident.commander.clone(), reason }))
}

fn offer_of<'a>(incident: &'a Incident, duty: &Duty) -> Result<&'a Offer, Refusal> {
    let role = match duty {
        Duty::Command => None,
        Duty::Role(role) => Some(name_of(incident, role)),
    };
    incident.offer(duty).ok_or(Refusal::NoSuchOffer { role })
}

fn name_of(incident: &Incident, role: &RoleId) -> Line {
    incident.role(role).map_or_else(|| Line::new(role.as_str()), |role| role.name.clone())
}

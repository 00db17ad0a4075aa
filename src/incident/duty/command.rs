//! Duties that change hands: offered and accepted, or command taken.

use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{bounded, given, known_role, named, one};
use crate::incident::{
    Context, Duty, DutyEvent, Event, Field, Incident, Line, Offer, PersonName, Prose, Refusal, RoleId, Whom,
};

/// Duties that change hands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DutyCommand {
    /// Proposes to hand a duty over; it changes hands when `to` accepts.
    Offer { duty: Duty, to: PersonName, briefing: Prose },
    #[serde(rename = "accept_offer")]
    Accept { duty: Duty },
    /// Withdrawn by the person who made the offer, or declined by the one it was made to.
    DropOffer { duty: Duty },
    /// Takes a role back from somebody who took it over in this incident.
    RevokeRole { role: RoleId, person: PersonName },
    /// Without being offered it.
    TakeCommand { reason: Line },
}

impl DutyCommand {
    pub(in crate::incident) fn decide(
        self,
        incident: &Incident,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        match self {
            Self::Offer { duty, to, briefing } => one(offer(incident, duty, to, briefing, context)),
            Self::Accept { duty } => one(accept(incident, duty, context)),
            Self::DropOffer { duty } => one(drop_offer(incident, duty)),
            Self::RevokeRole { role, person } => revoke(incident, role, person),
            Self::TakeCommand { reason } => one(take_command(incident, reason, context)),
        }
    }

    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        match self {
            Self::RevokeRole { .. } | Self::Offer { duty: Duty::Command, .. } => asking.commander(),
            Self::Offer { duty: Duty::Role(role), .. } => asking.holder(role),
            // Only the person it is offered to accepts an offer, whatever anyone's rights: a rule, not a right.
            Self::Accept { .. } => Ok(()),
            Self::DropOffer { duty } => match asking.incident.offer(duty) {
                Some(offer) => asking.only(&[&offer.from, &offer.to]),
                None => Ok(()),
            },
            Self::TakeCommand { .. } => asking.to_take_command(),
        }
    }

    /// Otherwise nobody could reopen what a commander who has left had closed.
    pub(in crate::incident) const fn outlives_closing(&self) -> bool {
        matches!(self, Self::TakeCommand { .. })
    }
}

fn offer(
    incident: &Incident,
    duty: Duty,
    to: PersonName,
    briefing: Prose,
    context: &Context,
) -> Result<Event, Refusal> {
    named(&Line::new(to.as_str()), Field::Name)?;
    bounded(&briefing, Field::Briefing)?;
    if let Duty::Role(role) = &duty {
        known_role(incident, role)?;
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
fn accept(incident: &Incident, duty: Duty, context: &Context) -> Result<Event, Refusal> {
    let Offer { from, to, .. } = offer_of(incident, &duty)?;
    if *to != context.who.by.person {
        return Err(Refusal::NotYours { whom: Whom::Person(to.clone()) });
    }
    // The owner of the host may have offered it for a commander who is not there.
    let from = if duty == Duty::Command { &incident.commander } else { from };
    Ok(Event::Duty(DutyEvent::HandedOver { from: from.clone(), to: to.clone(), duty }))
}

fn drop_offer(incident: &Incident, duty: Duty) -> Result<Event, Refusal> {
    offer_of(incident, &duty)?;
    Ok(Event::Duty(DutyEvent::OfferDropped { duty }))
}

/// What the one who had it was about to hand on is theirs to offer no longer.
fn revoke(incident: &Incident, role: RoleId, person: PersonName) -> Result<Vec<Event>, Refusal> {
    known_role(incident, &role)?;
    if !incident.takers(&role).any(|taker| *taker == person) {
        let takers = incident.takers(&role).cloned().collect();
        return Err(Refusal::NotTakenOver { role: name_of(incident, &role), person, takers });
    }
    let duty = Duty::Role(role.clone());
    let offers = incident.offer(&duty).is_some_and(|offer| offer.from == person);
    let dropped = offers.then_some(Event::Duty(DutyEvent::OfferDropped { duty }));
    Ok(std::iter::once(Event::Duty(DutyEvent::RoleRevoked { role, from: person })).chain(dropped).collect())
}

fn take_command(incident: &Incident, reason: Line, context: &Context) -> Result<Event, Refusal> {
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

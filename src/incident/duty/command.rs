//! Duties that change hands: offered and accepted, or command taken.

use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{bounded, changes, given, known_role, person};
use crate::incident::{
    Context, Duty, DutyEvent, Field, Incident, Line, Offer, PersonName, Prose, Refusal, RoleId, Whom,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DutyCommand {
    /// Proposes to hand a duty over; it changes hands when `to` accepts.
    Offer { duty: Duty, to: PersonName, briefing: Prose },
    #[serde(rename = "accept_offer")]
    Accept { duty: Duty },
    /// By the person who made it, or the one it was made to.
    DropOffer { duty: Duty },
    /// Takes a role back from a person who took it over in this incident.
    RevokeRole { role: RoleId, person: PersonName },
    /// Takes command without an offer.
    TakeCommand { reason: Line },
}

impl DutyCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident, context: &Context) -> Result<Vec<DutyEvent>, Refusal> {
        let me = &context.who.by.person;
        Ok(vec![match self {
            Self::Offer { duty, to, briefing } => offer(incident, duty, to, briefing, me)?,
            Self::Accept { duty } => accept(incident, duty, me)?,
            Self::DropOffer { duty } => {
                offer_of(incident, &duty)?;
                DutyEvent::OfferDropped { duty }
            }
            Self::RevokeRole { role, person } => return revoke(incident, role, person),
            Self::TakeCommand { reason } => {
                given(&reason)?;
                changes(incident.commander != *me)?;
                DutyEvent::CommandTaken { from: incident.commander.clone(), reason }
            }
        }])
    }

    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::RevokeRole { .. } | Self::Offer { duty: Duty::Command, .. } => asker.commander(),
            Self::Offer { duty: Duty::Role(role), .. } => asker.holder(role),
            // Only the recipient of an offer accepts it, whatever the rights: a rule, not a right.
            Self::Accept { .. } => Ok(()),
            Self::DropOffer { duty } => match asker.incident.offer(duty) {
                Some(offer) => asker.only(&[&offer.from, &offer.to]),
                None => Ok(()),
            },
            Self::TakeCommand { .. } => asker.to_take_command(),
        }
    }
}

fn offer(
    incident: &Incident,
    duty: Duty,
    to: PersonName,
    briefing: Prose,
    me: &PersonName,
) -> Result<DutyEvent, Refusal> {
    person(&to)?;
    bounded(&briefing, Field::Briefing)?;
    if let Duty::Role(role) = &duty {
        known_role(incident, role)?;
    }
    if to == *me {
        return Err(Refusal::ToOneself);
    }
    changes(duty != Duty::Command || to != incident.commander)?;
    changes(incident.offer(&duty).is_none_or(|now| now.to != to || now.briefing != briefing))?;
    Ok(DutyEvent::Offered { duty, to, briefing })
}

/// An offer can only be accepted by the person it was made to.
fn accept(incident: &Incident, duty: Duty, me: &PersonName) -> Result<DutyEvent, Refusal> {
    let Offer { from, to, .. } = offer_of(incident, &duty)?;
    if to != me {
        return Err(Refusal::NotYours { whom: Whom::Person(to.clone()) });
    }
    // The owner of the host may have offered it for a commander who is not there.
    let from = if duty == Duty::Command { &incident.commander } else { from };
    Ok(DutyEvent::HandedOver { from: from.clone(), to: to.clone(), duty })
}

/// Also drops the offer of a person who loses the role.
fn revoke(incident: &Incident, role: RoleId, person: PersonName) -> Result<Vec<DutyEvent>, Refusal> {
    known_role(incident, &role)?;
    if !incident.takers(&role).any(|taker| *taker == person) {
        let takers = incident.takers(&role).cloned().collect();
        return Err(Refusal::NotTakenOver { role: incident.role_name(&role), person, takers });
    }
    let duty = Duty::Role(role.clone());
    let offers = incident.offer(&duty).is_some_and(|offer| offer.from == person);
    let dropped = offers.then_some(DutyEvent::OfferDropped { duty });
    Ok(std::iter::once(DutyEvent::RoleRevoked { role, from: person }).chain(dropped).collect())
}

fn offer_of<'a>(incident: &'a Incident, duty: &Duty) -> Result<&'a Offer, Refusal> {
    let role = match duty {
        Duty::Command => None,
        Duty::Role(role) => Some(incident.role_name(role)),
    };
    incident.offer(duty).ok_or(Refusal::NoSuchOffer { role })
}

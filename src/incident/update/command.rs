//! Updates: posted, proposed, approved.

use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{AUDIENCES_MAX, PROPOSALS_MAX, named, one, written};
use crate::incident::{
    Audience, AudienceId, Cadence, Context, Event, Field, Incident, Line, Occasion, Posted, Prose, Refusal,
    Seq, Severity, TargetName, UpdateEvent,
};

/// Updates for audiences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UpdateCommand {
    /// A new audience, or another cadence for one that is there.
    SetAudience { audience: Box<Audience> },
    /// Sends an update; where the audience asks for approval that the asker may not give, it is proposed instead.
    #[serde(rename = "post_update")]
    Post { audience: AudienceId, occasion: Occasion, text: Prose },
    #[serde(rename = "propose_update")]
    Propose { audience: AudienceId, occasion: Occasion, text: Prose },
    /// Sends what record `proposal` proposed, with another text where one is given.
    #[serde(rename = "approve_update")]
    Approve { proposal: Seq, text: Option<Prose> },
    #[serde(rename = "drop_update")]
    Drop { proposal: Seq },
    /// Tries again what failed or waits: of one message or all, to one target or all.
    #[serde(rename = "retry_delivery")]
    Retry { message: Option<Seq>, target: Option<TargetName> },
}

impl UpdateCommand {
    pub(in crate::incident) fn decide(
        self,
        incident: &Incident,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        match self {
            Self::SetAudience { audience } => one(set_audience(incident, audience)),
            Self::Post { audience, occasion, text } => one(post(incident, audience, occasion, text, context)),
            Self::Propose { audience, occasion, text } => one(propose(incident, audience, occasion, text)),
            Self::Approve { proposal, text } => one(approve(incident, proposal, text)),
            Self::Drop { proposal } => one(drop_proposal(incident, proposal)),
            Self::Retry { message, target } => retry(incident, message, target.as_ref()),
        }
    }

    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        match self {
            Self::SetAudience { .. } | Self::Approve { .. } => asking.commander(),
            Self::Retry { .. } => asking.deputy(),
            // Anyone who may not approve an update proposes it instead: a rule, not a right.
            Self::Post { .. } | Self::Propose { .. } => Ok(()),
            Self::Drop { proposal } => match asking.incident.proposal(*proposal) {
                Some(proposal) if proposal.by != *asking.me() => asking.commander(),
                _ => Ok(()),
            },
        }
    }

    /// Audiences are sent that it is over, and what is on its way arrives.
    pub(in crate::incident) const fn outlives_closing(&self) -> bool {
        !matches!(self, Self::SetAudience { .. })
    }
}

pub(in crate::incident) fn set_audience(
    incident: &Incident,
    audience: Box<Audience>,
) -> Result<Event, Refusal> {
    named(&audience.name, Field::Name)?;
    if let Some(language) = audience.language.as_ref().filter(|it| !["fr", "en"].contains(&it.as_str())) {
        return Err(Refusal::NoSuchLanguage { language: language.clone() });
    }
    let intervals = Severity::ALL.into_iter().filter_map(|severity| audience.every.seconds(severity));
    if intervals.into_iter().any(|seconds| !(Cadence::LEAST..=Cadence::MOST).contains(&seconds)) {
        return Err(Refusal::BadInterval);
    }
    match incident.audience(&audience.id) {
        Some(now) if **now == *audience => return Err(Refusal::NoChange),
        None if incident.audiences.len() >= AUDIENCES_MAX => {
            return Err(Refusal::TooMany { what: Field::Audiences, max: AUDIENCES_MAX });
        }
        _ => {}
    }
    Ok(Event::Update(UpdateEvent::AudienceSet { audience }))
}

/// Becomes a proposal if the audience requires an approval that the asker may not give.
fn post(
    incident: &Incident,
    audience: AudienceId,
    occasion: Occasion,
    text: Prose,
    context: &Context,
) -> Result<Event, Refusal> {
    let it = audience_of(incident, &audience)?;
    if it.approval && !incident.may_approve(&context.who) {
        return propose(incident, audience, occasion, text);
    }
    written(&text)?;
    Ok(Event::Update(UpdateEvent::Posted(Box::new(Posted { audience, occasion, text, proposal: None }))))
}

fn propose(
    incident: &Incident,
    audience: AudienceId,
    occasion: Occasion,
    text: Prose,
) -> Result<Event, Refusal> {
    audience_of(incident, &audience)?;
    written(&text)?;
    if incident.proposals.iter().any(|it| it.audience == audience && it.text == text) {
        return Err(Refusal::NoChange);
    }
    if incident.proposals.len() >= PROPOSALS_MAX {
        return Err(Refusal::TooMany { what: Field::Proposals, max: PROPOSALS_MAX });
    }
    Ok(Event::Update(UpdateEvent::Proposed { audience, occasion, text }))
}

fn approve(incident: &Incident, proposal: Seq, text: Option<Prose>) -> Result<Event, Refusal> {
    let it = incident.proposal(proposal).ok_or(Refusal::NoSuchProposal { proposal })?;
    let text = text.unwrap_or_else(|| it.text.clone());
    written(&text)?;
    let (audience, occasion) = (it.audience.clone(), it.occasion);
    Ok(Event::Update(UpdateEvent::Posted(Box::new(Posted {
        audience,
        occasion,
        text,
        proposal: Some(proposal),
    }))))
}

fn drop_proposal(incident: &Incident, proposal: Seq) -> Result<Event, Refusal> {
    incident
        .proposal(proposal)
        .map(|_| Event::Update(UpdateEvent::Dropped { proposal }))
        .ok_or(Refusal::NoSuchProposal { proposal })
}

fn retry(
    incident: &Incident,
    message: Option<Seq>,
    target: Option<&TargetName>,
) -> Result<Vec<Event>, Refusal> {
    let stuck = incident.stuck(message, target);
    let events: Vec<_> = stuck
        .map(|(message, target)| Event::Update(UpdateEvent::Retried { message, target: target.clone() }))
        .collect();
    if events.is_empty() { Err(Refusal::NothingToRetry) } else { Ok(events) }
}

pub(in crate::incident) fn audience_of<'a>(
    incident: &'a Incident,
    id: &AudienceId,
) -> Result<&'a Audience, Refusal> {
    incident.audience(id).map(AsRef::as_ref).ok_or_else(|| Refusal::NoSuchAudience {
        audience: Line::new(id.as_str()),
        known: incident.audiences.iter().map(|audience| Line::new(audience.id.as_str())).collect(),
    })
}

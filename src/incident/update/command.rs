//! Updates: posted, proposed, approved.

use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{AUDIENCES_MAX, PROPOSALS_MAX, changes, named, room_for, written};
use crate::incident::{
    Audience, AudienceId, Cadence, Context, Field, Incident, Line, Occasion, Posted, Proposal, Prose, Refusal, Seq,
    Severity, TargetName, UpdateEvent,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UpdateCommand {
    /// Adds an audience, or changes its cadence.
    SetAudience { audience: Box<Audience> },
    /// Posts an update; it becomes a proposal if it needs an approval that the asker may not give.
    #[serde(rename = "post_update")]
    Post { audience: AudienceId, occasion: Occasion, text: Prose },
    #[serde(rename = "propose_update")]
    Propose { audience: AudienceId, occasion: Occasion, text: Prose },
    /// Sends a proposal, with another text if one is given.
    #[serde(rename = "approve_update")]
    Approve { proposal: Seq, text: Option<Prose> },
    #[serde(rename = "drop_update")]
    Drop { proposal: Seq },
    #[serde(rename = "retry_delivery")]
    /// Retries what failed or waits: of one message or all, to one target or all.
    Retry { message: Option<Seq>, target: Option<TargetName> },
}

impl UpdateCommand {
    pub(in crate::incident) fn decide(
        self,
        incident: &Incident,
        context: &Context,
    ) -> Result<Vec<UpdateEvent>, Refusal> {
        Ok(vec![match self {
            Self::SetAudience { audience } => set_audience(incident, audience)?,
            // Proposed if the audience requires an approval that the asker may not give.
            Self::Post { audience, occasion, text } => {
                if audience_of(incident, &audience)?.approval && !incident.may_approve(&context.who) {
                    propose(incident, audience, occasion, text)?
                } else {
                    post(audience, occasion, text, None)?
                }
            }
            Self::Propose { audience, occasion, text } => propose(incident, audience, occasion, text)?,
            Self::Approve { proposal, text } => {
                let it = proposal_of(incident, proposal)?;
                let text = text.unwrap_or_else(|| it.text.clone());
                post(it.audience.clone(), it.occasion, text, Some(proposal))?
            }
            Self::Drop { proposal } => {
                proposal_of(incident, proposal)?;
                UpdateEvent::Dropped { proposal }
            }
            Self::Retry { message, target } => {
                let stuck = incident.stuck(message, target.as_ref());
                let retried =
                    |(message, target): (_, &TargetName)| UpdateEvent::Retried { message, target: target.clone() };
                let retried: Vec<_> = stuck.map(retried).collect();
                return if retried.is_empty() { Err(Refusal::NothingToRetry) } else { Ok(retried) };
            }
        }])
    }

    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::SetAudience { .. } | Self::Approve { .. } => asker.commander(),
            Self::Retry { .. } => asker.deputy(),
            // Anyone who may not approve an update proposes it instead: a rule, not a right.
            Self::Post { .. } | Self::Propose { .. } => Ok(()),
            Self::Drop { proposal } => match asker.incident.proposal(*proposal) {
                Some(proposal) if proposal.by != *asker.me() => asker.commander(),
                _ => Ok(()),
            },
        }
    }
}

pub fn set_audience(incident: &Incident, audience: Box<Audience>) -> Result<UpdateEvent, Refusal> {
    named(&audience.name, Field::Name)?;
    if let Some(language) = audience.language.as_ref().filter(|it| !["fr", "en"].contains(&it.as_str())) {
        return Err(Refusal::NoSuchLanguage { language: language.clone() });
    }
    let mut intervals = Severity::ALL.into_iter().filter_map(|severity| audience.every.seconds(severity));
    if intervals.any(|seconds| !(Cadence::LEAST..=Cadence::MOST).contains(&seconds)) {
        return Err(Refusal::BadInterval);
    }
    match incident.audience(&audience.id) {
        Some(now) => changes(**now != *audience)?,
        None => room_for(Field::Audiences, incident.audiences.len(), AUDIENCES_MAX)?,
    }
    Ok(UpdateEvent::AudienceSet { audience })
}

fn post(audience: AudienceId, occasion: Occasion, text: Prose, proposal: Option<Seq>) -> Result<UpdateEvent, Refusal> {
    written(&text)?;
    Ok(UpdateEvent::Posted(Box::new(Posted { audience, occasion, text, proposal })))
}

fn propose(incident: &Incident, audience: AudienceId, occasion: Occasion, text: Prose) -> Result<UpdateEvent, Refusal> {
    audience_of(incident, &audience)?;
    written(&text)?;
    changes(!incident.proposals.iter().any(|it| it.audience == audience && it.text == text))?;
    room_for(Field::Proposals, incident.proposals.len(), PROPOSALS_MAX)?;
    Ok(UpdateEvent::Proposed { audience, occasion, text })
}

fn proposal_of(incident: &Incident, proposal: Seq) -> Result<&Proposal, Refusal> {
    incident.proposal(proposal).map(AsRef::as_ref).ok_or(Refusal::NoSuchProposal { proposal })
}

pub fn audience_of<'a>(incident: &'a Incident, id: &AudienceId) -> Result<&'a Audience, Refusal> {
    incident.audience(id).map(AsRef::as_ref).ok_or_else(|| Refusal::NoSuchAudience {
        audience: Line::new(id.as_str()),
        known: incident.audiences.iter().map(|audience| Line::new(audience.id.as_str())).collect(),
    })
}

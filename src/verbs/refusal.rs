//! The incident of a verb, why a verb was not carried out, and the command that helps.

use chrono_tz::Tz;
use std::path::PathBuf;

use super::outcome::Outcome;
use super::table;
use crate::incident::{IncidentId, Refusal};
use crate::lang::{Lang, vars};
use crate::room::{AskError, FindError, ReadOnly, Rooms, Summary};
use crate::session::{no_folder, unrecorded};

/// Why a command was not carried out; `of` is its incident, if it has one.
pub fn not_done(error: &AskError, of: Option<&IncidentId>, zone: Tz, lang: Lang) -> Outcome {
    let id = of.map_or("ID", IncidentId::as_str);
    match error {
        // A closed incident is reached by its id alone.
        AskError::Refused(refusal @ Refusal::Closed) => {
            let command = format!("warroom reopen --incident {id}");
            let hint = lang.say_with("verb-try", &vars![command]);
            Outcome::refused(format!("{}\n{hint}", lang.refusal_in(refusal, zone)))
        }
        AskError::Refused(refusal) => refused(refusal, zone, lang),
        // A rule, not a failure of the disk.
        AskError::ReadOnly(why @ ReadOnly::Copy) => Outcome::refused(unrecorded(*why, id, lang)),
        AskError::ReadOnly(why) => Outcome::unavailable(unrecorded(*why, id, lang)),
        AskError::NoFolder { folder, why } => Outcome::unavailable(no_folder(folder, why, lang)),
        AskError::Gone => Outcome::unavailable(lang.say("unrecorded-gone")),
    }
}

/// Why the rules do not allow it, with the command that helps.
pub fn refused(refusal: &Refusal, zone: Tz, lang: Lang) -> Outcome {
    let reason = lang.refusal_in(refusal, zone);
    Outcome::refused(match remedy(refusal) {
        Some(command) => {
            format!("{reason}\n{}", lang.say_with("verb-try", &vars![command]))
        }
        None => reason,
    })
}

/// The command that does what a refusal advises, if there is an obvious one.
fn remedy(refusal: &Refusal) -> Option<String> {
    let plain = match refusal {
        Refusal::Closed => "reopen",
        Refusal::Held => "resume",
        Refusal::Night { .. } => "day start",
        Refusal::NoSuchStep { .. }
        | Refusal::StepIs { .. }
        | Refusal::CannotMove { .. }
        | Refusal::OnlyEarlier { .. } => "phase list",
        Refusal::NoSuchTask { .. } => "task list",
        Refusal::NoSuchService { .. } => "service list",
        Refusal::NoSuchEntry { .. } | Refusal::NotCorrectable { .. } | Refusal::ChangedSince { .. } => "log",
        Refusal::NothingNext => "close",
        Refusal::NoSuchCall { .. } => "call list",
        Refusal::NoSuchFinding { .. } | Refusal::FindingDropped { .. } => "finding list",
        Refusal::NoSuchAction { .. } | Refusal::ActionIs { state: "open", .. } => "action list",
        Refusal::ActionIs { action, .. } => return Some(format!("warroom action reopen {action}")),
        Refusal::NoSuchOffer { role: None } | Refusal::CommanderThere { .. } => "command show",
        Refusal::NoSuchOffer { role: Some(_) } | Refusal::NotTakenOver { .. } => "role list",
        Refusal::NoSuchAudience { .. } | Refusal::NoSuchProposal { .. } | Refusal::NothingToRetry => "update list",
        Refusal::TaskIs { task, state, .. } => {
            let verb = match *state {
                "todo" => "start",
                "doing" => "done",
                "blocked" => "unblock",
                _ => "reopen",
            };
            return Some(format!("warroom task {verb} {task}"));
        }
        _ => return None,
    };
    Some(format!("warroom {plain}"))
}

/// Why no room was found, and which rooms there are.
pub fn not_found(error: &FindError, lang: Lang) -> Outcome {
    let among =
        |key: &str, list: &[Summary]| Outcome::refused(format!("{}\n{}", lang.say(key), table::incidents(list, lang)));
    match error {
        FindError::NoneOpen { closed } if closed.is_empty() => Outcome::refused(lang.say("verb-no-incidents")),
        FindError::NoneOpen { closed } => {
            // Only recent ones are likely to be meant.
            const SHOWN: usize = 5;
            let refused = among("verb-none-open", &closed[..closed.len().min(SHOWN)]);
            let command = format!("warroom status --incident {}", closed[0].id);
            let hint = lang.say_with("verb-none-open-try", &vars![command]);
            Outcome::refused(format!("{}{hint}", refused.stderr))
        }
        FindError::Several(list) => among("verb-several-open", list),
        FindError::Ambiguous(list) => among("verb-ambiguous", list),
        FindError::NotFound { id } => {
            Outcome::refused(lang.say_with("verb-no-such-incident", &vars![id = id.as_str()]))
        }
        FindError::Unreadable { id, why } => {
            Outcome::unavailable(lang.say_with("verb-unreadable", &vars![id = id.as_str(), why = why.to_string()]))
        }
        FindError::Unlisted(why) => Outcome::unavailable(lang.say_with("verb-unlisted", &vars![why = why.to_string()])),
    }
}

/// The incident that a post-incident command applies to.
pub struct ResolvedIncident {
    pub id: IncidentId,
    /// Names it, if it was not named and none is open.
    pub note: String,
}

impl ResolvedIncident {
    /// The only open incident; if none is open, the one that was closed last.
    pub fn among(found: Result<IncidentId, FindError>, lang: Lang) -> Result<Self, FindError> {
        match found {
            Ok(id) => Ok(Self { id, note: String::new() }),
            Err(FindError::NoneOpen { mut closed }) if !closed.is_empty() => {
                let Summary { id, title, .. } = closed.swap_remove(0);
                let named = vars![id = id.to_string(), title = title.as_str().to_owned()];
                Ok(Self { note: lang.say_with("verb-last-closed", &named), id })
            }
            Err(error) => Err(error),
        }
    }

    /// The named incident, or as [`ResolvedIncident::among`], and where its journal is.
    pub async fn find(id: Option<&str>, rooms: &Rooms, lang: Lang) -> Result<(Self, PathBuf), FindError> {
        match rooms.journal(id).await {
            Ok((id, journal)) => Ok((Self { id, note: String::new() }, journal)),
            Err(error) => {
                let meant = Self::among(Err(error), lang)?;
                let (_, journal) = rooms.journal(Some(meant.id.as_str())).await?;
                Ok((meant, journal))
            }
        }
    }
}

#[cfg(test)]
mod tests;

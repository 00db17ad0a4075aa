//! The incident that is meant after a crisis, when none is open any more.

use std::path::PathBuf;

use crate::incident::IncidentId;
use crate::lang::Lang;
use crate::room::{FindError, Rooms, Summary};

/// The incident that a post-incident command applies to.
pub struct ResolvedIncident {
    pub id: IncidentId,
    /// Which one it is, if it was not named and none is open.
    pub note: String,
}

impl ResolvedIncident {
    /// The only open incident; if none is open, the one that was closed last.
    pub fn among(found: Result<IncidentId, FindError>, lang: Lang) -> Result<Self, FindError> {
        match found {
            Ok(id) => Ok(Self { id, note: String::new() }),
            Err(FindError::NoneOpen { mut closed }) if !closed.is_empty() => {
                let Summary { id, title, .. } = closed.swap_remove(0);
                let named = [("id", id.to_string().into()), ("title", title.as_str().to_owned().into())];
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

//! What external readers may see: which variables, and any text only through the mask.
//!
//! [`Mask`] recognises what it hides; the report's parts that are left out are in `report/external.rs`, the news that
//! are not sent in `notify/news.rs`.

use serde::Serialize;

use super::mask::Mask;
use super::templates::Templates;
use super::variable::Variable;
use crate::incident::{Audience, Incident, PersonName};

/// Who reads a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Readers {
    /// Those who work on the crisis or answer for it.
    #[default]
    Internal,
    /// Everybody, clients and the public too: nothing internal.
    External,
}

/// The variables that external audiences may read; names of people and machines stay internal.
const EXTERNAL: &str = "title now zone severity what since impact services down degraded restored doing night done \
                        forecast next opened ended elapsed";

impl Readers {
    pub const fn of(audience: &Audience) -> Self {
        if audience.outside { Self::External } else { Self::Internal }
    }
}

impl Variable {
    /// Returns the widest readers of what it says.
    pub fn readers(self) -> Readers {
        let is_external = EXTERNAL.split_whitespace().any(|name| name == self.name());
        if is_external { Readers::External } else { Readers::Internal }
    }
}

/// Returns what external readers must not see in a text; nothing for an internal audience.
pub fn reveals(templates: &Templates, incident: &Incident, audience: &Audience, text: &str) -> Vec<String> {
    if Readers::of(audience) == Readers::Internal {
        return Vec::new();
    }
    let mut mask = mask_of(incident, templates.hidden_people());
    mask.apply(text);
    mask.hidden
}

/// Returns a text as an audience may read it, masked unless the audience is internal; `names` are masked in addition to
/// the incident's people.
pub fn readable_by<'n>(
    incident: &'n Incident,
    audience: Option<&Audience>,
    names: impl Iterator<Item = &'n str>,
    text: &str,
) -> String {
    // An audience that is not known may be anyone.
    if audience.is_some_and(|audience| Readers::of(audience) == Readers::Internal) {
        return text.to_owned();
    }
    mask_of(incident, names).apply(text)
}

/// Returns what hides everybody whom the incident knows by name, and these names.
pub(super) fn mask_of<'n>(incident: &'n Incident, names: impl Iterator<Item = &'n str>) -> Mask {
    let takers = incident.takers.values().flatten();
    let offered = incident.offers.iter().flat_map(|offer| [&offer.from, &offer.to]);
    let people = incident.people.iter().chain([&incident.commander]).chain(incident.assignees());
    Mask::new(people.chain(takers).chain(offered).map(PersonName::as_str).chain(names))
}

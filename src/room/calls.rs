//! Calls for help of all rooms, for people in other rooms.

use chrono_tz::Tz;
use std::sync::Arc;
use tokio::sync::watch;

use crate::incident::{HelpCall, Incident, IncidentId, Line, Moment, PersonName};

/// An open call for help, and its incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCall {
    pub incident: IncidentId,
    pub title: Line,
    pub commander: PersonName,
    pub at: Moment,
    pub zone: Tz,
    pub call: Arc<HelpCall>,
}

/// The open calls of a host's rooms; changed by their writers, and only when a call or a commander changes.
pub(super) struct Calls(watch::Sender<Arc<[OpenCall]>>);

impl Calls {
    pub fn new() -> Self {
        Self(watch::Sender::new(Arc::from([])))
    }

    pub fn subscribe(&self) -> watch::Receiver<Arc<[OpenCall]>> {
        self.0.subscribe()
    }

    pub fn follow(&self, incident: &Incident) {
        let open = || incident.calls.iter().map(|call| open(incident, call));
        self.0.send_if_modified(|all| {
            let (its, others): (Vec<_>, Vec<_>) = all.iter().partition(|call| call.incident == incident.id);
            if its.len() == incident.calls.len() && its.into_iter().cloned().eq(open()) {
                return false;
            }
            *all = others.into_iter().cloned().chain(open()).collect();
            true
        });
    }
}

fn open(incident: &Incident, call: &Arc<HelpCall>) -> OpenCall {
    OpenCall {
        incident: incident.id.clone(),
        title: incident.title.clone(),
        commander: incident.commander.clone(),
        at: incident.wall(call.at),
        zone: incident.zone,
        call: Arc::clone(call),
    }
}

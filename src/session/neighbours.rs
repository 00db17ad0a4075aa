//! Urgent matters of other rooms (open calls for help, overdue updates), and the list of all incidents.

use std::sync::Arc;

use tokio::sync::watch;

use super::pending::changed;
use super::subject::Subject;
use crate::incident::{IncidentId, Seq, Who};
use crate::lang::Lang;
use crate::room::{OpenCall, Room, Rooms};
use crate::ui::Elsewhere;

/// How often the start screen reads the list of incidents, in seconds.
pub const LIST_EVERY: u8 = 5;
/// How often a screen checks what is overdue in other rooms, in seconds.
const OVERDUE_EVERY: u8 = 5;

/// The other rooms, as one session follows them.
pub struct Neighbours {
    rooms: Rooms,
    open: watch::Receiver<Arc<[Room]>>,
    calls: watch::Receiver<Arc<[OpenCall]>>,
    /// The calls at the last look: each rings once.
    rung: Vec<(IncidentId, Seq)>,
    pub seconds_to_list: u8,
    seconds_to_overdue: u8,
}

impl Neighbours {
    pub fn new(rooms: Rooms) -> Self {
        Self {
            open: rooms.live(),
            calls: rooms.calls(),
            rung: Vec::new(),
            seconds_to_list: LIST_EVERY,
            seconds_to_overdue: OVERDUE_EVERY,
            rooms,
        }
    }

    pub async fn changed(&mut self) {
        changed(&mut self.calls).await;
    }

    /// Shows what is urgent in other rooms, and returns a new call for help.
    #[must_use]
    pub fn update(&mut self, subject: &mut Subject, who: &Who, lang: Lang) -> Option<String> {
        self.update_overdue(subject, who);
        let calls = Arc::clone(&self.calls.borrow_and_update());
        let rung = &self.rung;
        let is_new = |call: &&Elsewhere| !rung.iter().any(|(id, seq)| *id == call.incident && *seq == call.call);
        let alarm = subject.update_calls(&calls, who).iter().rfind(is_new).map(|call| call.describe(lang));
        self.rung = calls.iter().map(|open| (open.incident.clone(), open.call.seq)).collect();
        alarm
    }

    /// Returns whether what is overdue in other rooms has changed.
    fn update_overdue(&mut self, subject: &mut Subject, who: &Who) -> bool {
        self.seconds_to_overdue = OVERDUE_EVERY;
        let rooms = Arc::clone(&self.open.borrow_and_update());
        subject.update_overdue(&rooms, who)
    }

    pub async fn tick(&mut self, subject: &mut Subject, who: &Who) -> bool {
        let mut is_news = false;
        if subject.is_start() {
            self.seconds_to_list -= 1;
            if self.seconds_to_list == 0 {
                self.seconds_to_list = LIST_EVERY;
                is_news |= subject.update_list(self.rooms.list().await);
            }
        }
        self.seconds_to_overdue -= 1;
        if self.seconds_to_overdue == 0 {
            is_news |= self.update_overdue(subject, who);
        }
        is_news
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Command, HelpCommand, Signature};
    use crate::session::tests::{opener, rooms, start};

    fn alice() -> Who {
        Who::owner(Signature::new("alice", "local"))
    }

    #[tokio::test]
    async fn each_call_of_another_room_rings_once() {
        let (_folder, rooms, _) = rooms();
        let mut subject = Subject::start(Vec::new(), Vec::new(), &alice());
        let mut neighbours = Neighbours::new(rooms.clone());
        assert_eq!(neighbours.update(&mut subject, &alice(), Lang::En), None);
        let room = rooms.start(start("Mail down"), opener()).await.unwrap();
        let call = |text: &str| Command::Help(HelpCommand::Ask { text: text.into(), task: None });
        room.ask(opener(), call("no key")).await.unwrap();
        neighbours.changed().await;
        let rung = neighbours.update(&mut subject, &alice(), Lang::En);
        assert!(rung.is_some_and(|text| text.contains("Mail down")));
        assert_eq!(neighbours.update(&mut subject, &alice(), Lang::En), None, "it has rung");
        let own = Who::owner(Signature::new("opener", "ssh"));
        let mut fresh = Neighbours::new(rooms);
        assert_eq!(fresh.update(&mut subject, &own, Lang::En), None, "nobody is rung by a call of their own");
    }

    #[tokio::test]
    async fn the_list_is_read_every_few_seconds_or_soon() {
        let (_folder, rooms, _) = rooms();
        let mut subject = Subject::start(Vec::new(), Vec::new(), &alice());
        let mut neighbours = Neighbours::new(rooms.clone());
        rooms.start(start("Mail down"), opener()).await.unwrap();
        for _ in 1..LIST_EVERY {
            assert!(!neighbours.tick(&mut subject, &alice()).await);
        }
        assert!(neighbours.tick(&mut subject, &alice()).await, "there is a new incident");
        rooms.start(start("VPN down"), opener()).await.unwrap();
        neighbours.seconds_to_list = 1;
        assert!(neighbours.tick(&mut subject, &alice()).await);
        for _ in 0..LIST_EVERY {
            assert!(!neighbours.tick(&mut subject, &alice()).await, "the list has not changed");
        }
    }
}

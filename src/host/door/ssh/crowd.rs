//! How many are connected, and how many sessions each person has.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use super::line::Line;
use crate::incident::PersonName;

/// Everyone at the door.
#[derive(Debug)]
pub struct Crowd {
    connections: usize,
    sessions_each: usize,
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    /// By order of arrival.
    seats: BTreeMap<u64, Taken>,
    arrived: u64,
    sessions: HashMap<PersonName, usize>,
    /// How many had to go, or were not let in.
    turned_away: u64,
}

#[derive(Debug)]
struct Taken {
    line: Line,
    /// The person has shown who they are.
    known: bool,
}

/// The place of one connection, free again when this is dropped.
#[derive(Debug)]
pub struct Seat {
    crowd: Arc<Crowd>,
    number: u64,
}

/// One session of a person.
#[derive(Debug)]
pub struct Ticket {
    crowd: Arc<Crowd>,
    person: PersonName,
}

impl Crowd {
    pub fn new(connections: usize, sessions_each: usize) -> Arc<Self> {
        Arc::new(Self { connections, sessions_each, inside: Mutex::default() })
    }

    /// A place for a connection. Where none is free, that of the stranger who has said least is: whoever only holds
    /// connections open cannot keep a person out. None where everyone inside is known.
    pub fn admit(self: &Arc<Self>, line: &Line) -> Option<Seat> {
        let mut inside = self.inside();
        if inside.seats.len() >= self.connections {
            inside.turned_away += 1;
            if inside.turned_away.is_power_of_two() {
                tracing::warn!(
                    connections = self.connections,
                    turned_away = inside.turned_away,
                    "the SSH door is full"
                );
            }
            let strangers = inside.seats.iter().filter(|(_, taken)| !taken.known);
            let (&number, _) = strangers.min_by_key(|(number, taken)| (taken.line.heard(), **number))?;
            if let Some(stranger) = inside.seats.remove(&number) {
                stranger.line.cut();
            }
        }
        inside.arrived += 1;
        let number = inside.arrived;
        inside.seats.insert(number, Taken { line: line.clone(), known: false });
        Some(Seat { crowd: Arc::clone(self), number })
    }

    /// Lets a person have one more session; none where they have as many as they may.
    pub fn ticket(self: &Arc<Self>, person: &PersonName) -> Option<Ticket> {
        let mut inside = self.inside();
        let sessions = inside.sessions.entry(person.clone()).or_default();
        if *sessions >= self.sessions_each {
            return None;
        }
        *sessions += 1;
        Some(Ticket { crowd: Arc::clone(self), person: person.clone() })
    }

    fn inside(&self) -> std::sync::MutexGuard<'_, Inside> {
        // What is counted here is whole after each line, whoever panicked.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seat {
    /// The person has shown who they are, and stays.
    pub fn is_known(&self) {
        if let Some(taken) = self.crowd.inside().seats.get_mut(&self.number) {
            taken.known = true;
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.crowd.inside().seats.remove(&self.number);
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut inside = self.crowd.inside();
        if let Some(sessions) = inside.sessions.get_mut(&self.person) {
            *sessions -= 1;
            if *sessions == 0 {
                inside.sessions.remove(&self.person);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    async fn connection() -> (Line, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let far = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        (Line::new(listener.accept().await.unwrap().0), far)
    }

    #[tokio::test]
    async fn the_stranger_who_has_said_least_makes_room_and_nobody_known_does() {
        let crowd = Crowd::new(2, 1);
        let (talks, mut far) = connection().await;
        let (silent, mut far_silent) = connection().await;
        far.write_all(b"SSH-2.0-x\r\n").await.unwrap();
        talks.clone().read_exact(&mut [0; 11]).await.unwrap();
        let talker = crowd.admit(&talks).unwrap();
        let _holder = crowd.admit(&silent).unwrap();
        let (newcomer, _far) = connection().await;
        let second = crowd.admit(&newcomer).unwrap();
        assert_eq!(far_silent.read(&mut [0; 1]).await.unwrap(), 0, "the silent one is cut");

        talker.is_known();
        second.is_known();
        assert!(crowd.admit(&newcomer).is_none());
        drop(second);
        assert!(crowd.admit(&newcomer).is_some());
    }

    #[test]
    fn a_person_has_as_many_sessions_as_they_may() {
        let crowd = Crowd::new(1, 2);
        let (alice, bob) = (PersonName::new("alice"), PersonName::new("bob"));
        let first = crowd.ticket(&alice).unwrap();
        let _second = crowd.ticket(&alice).unwrap();
        assert!(crowd.ticket(&alice).is_none());
        assert!(crowd.ticket(&bob).is_some());
        drop(first);
        assert!(crowd.ticket(&alice).is_some());
    }
}

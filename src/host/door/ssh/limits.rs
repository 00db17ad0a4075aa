//! The limits of the door: connections in all, and sessions per person.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use super::line::Line;
use crate::incident::PersonName;

/// The open connections and sessions.
#[derive(Debug)]
pub struct ConnectionLimits {
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
    /// The number of connections that were cut or rejected.
    turned_away: u64,
}

#[derive(Debug)]
struct Taken {
    line: Line,
    known: bool,
}

#[derive(Debug)]
pub struct Seat {
    limits: Arc<ConnectionLimits>,
    number: u64,
}

/// One session of a person, until it is dropped.
#[derive(Debug)]
pub struct Ticket {
    limits: Arc<ConnectionLimits>,
    person: PersonName,
}

impl ConnectionLimits {
    pub fn new(connections: usize, sessions_each: usize) -> Arc<Self> {
        Arc::new(Self { connections, sessions_each, inside: Mutex::default() })
    }

    /// Returns a place for a connection. If none is free, the unauthenticated connection that has sent least is cut, so
    /// that idle connections keep no one out. `None` if everyone inside is known.
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
        Some(Seat { limits: Arc::clone(self), number })
    }

    /// Returns one more session for a person; `None` if they have as many as allowed.
    pub fn ticket(self: &Arc<Self>, person: &PersonName) -> Option<Ticket> {
        let mut inside = self.inside();
        let sessions = inside.sessions.entry(person.clone()).or_default();
        if *sessions >= self.sessions_each {
            return None;
        }
        *sessions += 1;
        Some(Ticket { limits: Arc::clone(self), person: person.clone() })
    }

    fn inside(&self) -> std::sync::MutexGuard<'_, Inside> {
        // The counts are consistent after each line, so a panic elsewhere does not matter.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seat {
    /// Marks the person as known, so that the connection stays.
    pub fn is_known(&self) {
        if let Some(taken) = self.limits.inside().seats.get_mut(&self.number) {
            taken.known = true;
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.limits.inside().seats.remove(&self.number);
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut inside = self.limits.inside();
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
        let limits = ConnectionLimits::new(2, 1);
        let (talks, mut far) = connection().await;
        let (silent, mut far_silent) = connection().await;
        far.write_all(b"SSH-2.0-x\r\n").await.unwrap();
        talks.clone().read_exact(&mut [0; 11]).await.unwrap();
        let talker = limits.admit(&talks).unwrap();
        let _holder = limits.admit(&silent).unwrap();
        let (newcomer, _far) = connection().await;
        let second = limits.admit(&newcomer).unwrap();
        assert_eq!(far_silent.read(&mut [0; 1]).await.unwrap(), 0, "the silent one is cut");

        talker.is_known();
        second.is_known();
        assert!(limits.admit(&newcomer).is_none());
        drop(second);
        assert!(limits.admit(&newcomer).is_some());
    }

    #[test]
    fn a_person_has_as_many_sessions_as_they_may() {
        let limits = ConnectionLimits::new(1, 2);
        let (alice, bob) = (PersonName::new("alice"), PersonName::new("bob"));
        let first = limits.ticket(&alice).unwrap();
        let _second = limits.ticket(&alice).unwrap();
        assert!(limits.ticket(&alice).is_none());
        assert!(limits.ticket(&bob).is_some());
        drop(first);
        assert!(limits.ticket(&alice).is_some());
    }
}

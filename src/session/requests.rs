//! Requests of the screen: acts in order, one at a time, and the newest report.

use std::collections::VecDeque;

use super::door::ExitReason;
use super::pending::{Pending, pending};
use super::replayed;
use super::reported::Wanted;
use super::subject::{Subject, start_of};
use super::visitor::Person;
use crate::incident::{Command, IncidentId};
use crate::replay::Replay;
use crate::room::{AskError, FindError, Room, Rooms};
use crate::ui::{Opening, Reported};

/// How many acts of one person may wait for their answer.
const WAITING_MAX: usize = 64;

pub enum Request {
    Send(Command),
    Open(Box<Opening>),
    Enter(IncidentId),
    Replay(IncidentId),
}

pub enum Answer {
    Sent(Result<(), AskError>),
    Opened(Result<Room, AskError>),
    Found(Result<Room, FindError>),
    Replayed(Result<Replay, String>),
    Reported(IncidentId, Result<Box<Reported>, String>),
}

pub struct Requests {
    rooms: Rooms,
    pub waiting: VecDeque<Request>,
    answer: Option<Pending<Answer>>,
    /// The report under way; no act waits for it.
    report: Option<Pending<Answer>>,
    /// The newest one requested and not begun.
    pub next_report: Option<IncidentId>,
}

impl Requests {
    pub fn new(rooms: Rooms) -> Self {
        Self { rooms, waiting: VecDeque::new(), answer: None, report: None, next_report: None }
    }

    /// Whether input is read: a person faster than the disk has to wait.
    pub fn takes_more(&self) -> bool {
        self.waiting.len() < WAITING_MAX
    }

    pub async fn answered(&mut self) -> Answer {
        tokio::select! {
            biased;
            answer = pending(&mut self.answer) => answer,
            report = pending(&mut self.report) => report,
        }
    }

    /// Begins the next act and the requested report, unless one of their kind is under way.
    pub fn begin(&mut self, person: &Person, subject: &Subject) -> Result<(), ExitReason> {
        if self.answer.is_none()
            && let Some(request) = self.waiting.pop_front()
        {
            self.answer = Some(self.answer_to(request, person, subject)?);
        }
        if self.report.is_none()
            && let Some(of) = self.next_report.take()
        {
            self.report = Some(self.make_report(of, person, subject));
        }
        Ok(())
    }

    fn answer_to(&self, request: Request, person: &Person, subject: &Subject) -> Result<Pending<Answer>, ExitReason> {
        let who = person.visitor.access.who().ok_or(ExitReason::Withdrawn)?;
        let rooms = self.rooms.clone();
        let lang = person.visitor.lang;
        Ok(match (request, subject.room().cloned()) {
            (Request::Send(command), Some(room)) => {
                Box::pin(async move { Answer::Sent(room.ask(who, command).await.map(|_| ())) })
            }
            (Request::Send(_), None) => Box::pin(async { Answer::Sent(Err(AskError::Gone)) }),
            (Request::Open(opening), _) => {
                let start = start_of(*opening, person.visitor.zone);
                Box::pin(async move { Answer::Opened(rooms.start(start, who).await) })
            }
            (Request::Enter(id), _) => Box::pin(async move { Answer::Found(rooms.find(Some(id.as_str())).await) }),
            (Request::Replay(id), _) => {
                Box::pin(async move { Answer::Replayed(replayed::open(&rooms, id.as_str(), lang).await) })
            }
        })
    }

    fn make_report(&self, of: IncidentId, person: &Person, subject: &Subject) -> Pending<Answer> {
        let visitor = &person.visitor;
        let wanted = Wanted {
            of: of.clone(),
            origin: subject.origin().cloned(),
            people: visitor.templates.borrow().hidden_people().map(str::to_owned).collect(),
            lang: visitor.lang,
            via: person.who.by.via.as_str().to_owned(),
        };
        let rooms = self.rooms.clone();
        Box::pin(async move { Answer::Reported(of, wanted.make(rooms).await) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{HeaderCommand, LogCommand, Refusal, Signature};
    use crate::people::Access;
    use crate::session::tests::{opener, rooms, start, visitor};

    fn alice() -> Person {
        Person::new(visitor(Access::owner(Signature::new("alice", "local")))).unwrap()
    }

    fn note(text: &str) -> Request {
        Request::Send(Command::Log(LogCommand::Note { text: text.into() }))
    }

    #[tokio::test]
    async fn acts_are_done_in_order_one_at_a_time() {
        let (_folder, rooms, _) = rooms();
        let room = rooms.start(start("Mail down"), opener()).await.unwrap();
        let person = alice();
        let subject = Subject::of_room(room.clone(), &person.who.by, &person.visitor);
        let mut requests = Requests::new(rooms);
        let before = room.snapshot().incident.seq.0;
        for n in 0..WAITING_MAX {
            assert!(requests.takes_more());
            requests.waiting.push_back(note(&format!("note {n}")));
        }
        assert!(!requests.takes_more(), "a person who asks faster than a disk writes waits");
        for n in 1..=WAITING_MAX as u64 {
            requests.begin(&person, &subject).unwrap();
            requests.begin(&person, &subject).unwrap();
            assert!(matches!(requests.answered().await, Answer::Sent(Ok(()))));
            assert_eq!(room.snapshot().incident.seq.0, before + n);
        }
        assert!(requests.takes_more());
    }

    #[tokio::test]
    async fn a_refusal_is_an_answer_and_without_a_room_there_is_another() {
        let (_folder, rooms, _) = rooms();
        let room = rooms.start(start("Mail down"), opener()).await.unwrap();
        let person = alice();
        let subject = Subject::of_room(room, &person.who.by, &person.visitor);
        let mut requests = Requests::new(rooms);
        requests
            .waiting
            .push_back(Request::Send(Command::Header(HeaderCommand::Reopen { reason: "still down".into() })));
        requests.begin(&person, &subject).unwrap();
        assert!(matches!(requests.answered().await, Answer::Sent(Err(AskError::Refused(Refusal::NotClosed)))));
        let nowhere = Subject::start(Vec::new(), Vec::new(), &person.who);
        requests.waiting.push_back(note("lost"));
        requests.begin(&person, &nowhere).unwrap();
        assert!(matches!(requests.answered().await, Answer::Sent(Err(AskError::Gone))));
        requests.waiting.push_back(Request::Enter("20261122-no-such-k3f9".parse().unwrap()));
        requests.begin(&person, &nowhere).unwrap();
        assert!(matches!(requests.answered().await, Answer::Found(Err(_))));
    }

    #[tokio::test]
    async fn of_the_reports_that_wait_the_newest_is_made() {
        let (_folder, rooms, _) = rooms();
        let first = rooms.start(start("Mail down"), opener()).await.unwrap();
        let second = rooms.start(start("VPN down"), opener()).await.unwrap();
        let person = alice();
        let subject = Subject::start(Vec::new(), Vec::new(), &person.who);
        let mut requests = Requests::new(rooms);
        requests.next_report = Some(first.id().clone());
        requests.begin(&person, &subject).unwrap();
        requests.next_report = Some(first.id().clone());
        requests.next_report = Some(second.id().clone());
        let mut made = Vec::new();
        for _ in 0..2 {
            requests.begin(&person, &subject).unwrap();
            let Answer::Reported(of, Ok(_)) = requests.answered().await else { panic!("a report was asked for") };
            made.push(of);
        }
        assert_eq!(made, [first.id().clone(), second.id().clone()]);
        assert!(requests.next_report.is_none());
    }
}

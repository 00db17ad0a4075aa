//! A mail server, a real one, whose answers a test scripts.

use std::io::{BufRead, BufReader, Write};
use std::sync::mpsc::{Receiver, channel};

use serde_json::Value;

use super::certificate::Certificate;
use super::python::Program;
use crate::stage::{PATIENCE, Stage};

/// Whom it lets in, where it asks: over a secured connection.
pub const USER: &str = "warroom";
pub const PASSWORD: &str = "correct-horse-battery";

pub struct Smtp {
    pub port: u16,
    program: Program,
    said: Receiver<String>,
}

#[derive(Clone, Copy)]
pub enum Speech {
    Plain,
    StartTls,
    Tls,
}

impl Smtp {
    /// `None` if it is not installed.
    pub fn start(stage: &Stage, speech: Speech, certificate: &Certificate) -> Option<Self> {
        let speech = match speech {
            Speech::Plain => "plain",
            Speech::StartTls => "starttls",
            Speech::Tls => "tls",
        };
        let (chain, key) = certificate.files(stage);
        let mut program = Program::start("smtp.py", &[speech, &chain, &key], &stage.path("smtp.log"))?;
        let lines = BufReader::new(program.output.take().unwrap()).lines();
        let (say, said) = channel();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| say.send(line)));
        let port = said.recv_timeout(PATIENCE).expect("it says its port").parse().unwrap();
        Some(Self { port, program, said })
    }

    /// What the next recipient or message gets: `rcpt 451 4.7.1 later`, `data 554 no`, `data hang`, `data reset`.
    pub fn script(&self, line: &str) {
        let mut input = self.program.input.as_ref().unwrap();
        writeln!(input, "{line}").unwrap();
        input.flush().unwrap();
    }

    /// The next message that it was given, whatever it answered.
    #[track_caller]
    pub fn next(&self) -> Value {
        serde_json::from_str(&self.said.recv_timeout(PATIENCE).expect("a message comes")).unwrap()
    }
}

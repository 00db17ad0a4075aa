//! A report that is read at the screen, of a session that is kept with the tests.

use std::fs::File;
use warroom::draft::Readers;
use warroom::lang::Lang;
use warroom::replay::{self, Limit};
use warroom::report::{Options, Report};
use warroom::ui::Reported;

/// What a session answers to whoever asks for the report.
pub fn reported(session: &str, lang: Lang) -> Box<Reported> {
    let journal = File::open(format!("tests/sessions/{session}.jsonl")).expect("a session of the tests");
    let session = replay::read(journal, Limit::default()).expect("it is whole");
    let document = |readers| Report::of(&session, &Options { lang, readers, ..Options::default() }).document();
    let (internal, external) = (document(Readers::Internal), document(Readers::External));
    let commands = ["", " --audience external"];
    let commands = commands.map(|to| format!("warroom report {}{to} --format html", session.incident.id));
    Box::new(Reported { internal, external, commands })
}

//! Playing a recorded incident in this process, from a file or from this account's own incidents, without a host.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;

use super::{Person, here};
use crate::client::screen;
use crate::files::{Fresh, Mode, Over};
use crate::host;
use crate::incident::{Line, Moment};
use crate::lang::{Lang, vars};
use crate::replay::{End, Unreadable};
use crate::session::Showing;
use crate::session::cast::Cast;
use crate::terminal::Size;
use crate::theme::Theme;
use crate::ui::Settings;
use crate::ui::keymap::Keymap;
use crate::verbs::{self, Cli, Outcome, Source};

/// Shows the screen of a replay, or writes it as an asciicast.
pub fn run(cli: &Cli, asked: &verbs::Replay, person: &Person<'_>) -> Result<Outcome, Outcome> {
    person.check()?;
    let here = here(cli, person.folders, person.lang);
    let (source, note) = Source::meant(cli.room(), &here)?;
    let origin = verbs::origin(&source.name, &source.path, &here);
    let replay = source.replay(person.lang)?;
    if let Some(file) = &asked.export {
        replay.wait_until_read();
        replay.stop();
        let showing = asked.showing(replay, person.lang)?;
        return Ok(write_cast(showing, file, asked, person)?.noting(note));
    }
    person.environment.need_a_terminal(person.lang)?;
    let showing = Showing { origin: Some(origin), ..asked.showing(replay, person.lang)? };
    let failed = |error: io::Error| Outcome::unavailable(Line::new(&error.to_string()).as_str());
    let (ours, theirs) = UnixStream::pair().map_err(failed)?;
    let serve = move || host::serve_replay(theirs, showing);
    std::thread::Builder::new().name("screen".to_owned()).spawn(serve).map_err(failed)?;
    Ok(screen::run_on(&person.client_alone()?, ours, person.show(Vec::new())))
}

/// Writes an asciicast under a temporary name first, so that no one finds half of one.
fn write_cast(showing: Showing, to: &Path, asked: &verbs::Replay, person: &Person<'_>) -> Result<Outcome, Outcome> {
    let lang = person.lang;
    let recording = showing.recording();
    let warning = match showing.replay.progress().end {
        Some(End::Damaged(damage)) => {
            let why = lang.say(damage.flaw.key());
            lang.say_with("replay-export-damaged", &vars![record = damage.record, why])
        }
        Some(End::TooLong { bytes }) => Unreadable::TooLong { bytes }.say(lang),
        Some(End::TooMany { records }) => Unreadable::TooMany { records }.say(lang),
        _ => String::new(),
    };
    let moment = |typed: &Option<String>, usual: Moment| match typed {
        Some(typed) => showing.moment(typed).map_err(|why| Outcome::misuse(why.say(&recording, lang))),
        None => Ok(usual),
    };
    let (from, until) = (moment(&asked.from, recording.from)?, moment(&asked.until, recording.to)?);
    if until <= from {
        return Err(Outcome::misuse(lang.say("replay-export-nothing")));
    }
    let file = Line::new(&to.display().to_string());
    let words = |why: &str| vars![file = file.as_str(), why = why.to_owned()];
    let failed = |error: io::Error| {
        let exists = error.kind() == io::ErrorKind::AlreadyExists;
        let key = if exists { "replay-export-exists" } else { "replay-export-failed" };
        // The temporary name says nothing to a person.
        let why = io::Error::from(error.kind()).to_string();
        let text = lang.say_with(key, &words(&why));
        if exists { Outcome::refused(text) } else { Outcome::unavailable(text) }
    };
    if !asked.force && to.symlink_metadata().is_ok() {
        return Err(failed(io::ErrorKind::AlreadyExists.into()));
    }
    let mut fresh = Fresh::beside(to, Mode::Private).map_err(failed)?;
    // A cast has no terminal to ask for its background.
    let theme = person.config.theme_on(None);
    let theme = Theme::find(theme, &person.folders.themes(&[theme])).unwrap_or_default();
    let keymap = Keymap::with(&person.config.keys).unwrap_or_default();
    let settings = Settings { lang, theme, keymap };
    let size = asked.size.unwrap_or(Size { width: 140, height: 40 });
    let cast = Cast { showing, from, until, size, lang, settings };
    let mut progress = Progress::new(lang);
    let mut out = BufWriter::new(fresh.file());
    let written = cast.write(&mut out, &mut |percent| progress.show(percent)).and_then(|()| out.flush());
    drop(out);
    progress.clear();
    written.map_err(failed)?;
    fresh.keep(Over::forced(asked.force)).map_err(failed)?;
    let done = Outcome::done(lang.say_with("replay-exported", &vars![file = file.as_str()]));
    Ok(done.noting(warning))
}

/// The percentage of long work that is done, shown only on a terminal.
struct Progress {
    lang: Lang,
    shown: Option<u8>,
    is_shown: bool,
}

impl Progress {
    fn new(lang: Lang) -> Self {
        Self { lang, shown: None, is_shown: io::stderr().is_terminal() }
    }

    fn show(&mut self, percent: u8) {
        if self.is_shown && self.shown != Some(percent) {
            self.shown = Some(percent);
            let progress = self.lang.say_with("replay-exporting", &vars![percent]);
            eprint!("\r{progress}");
        }
    }

    fn clear(&mut self) {
        if self.shown.take().is_some() {
            eprint!("\r\x1b[K");
        }
    }
}

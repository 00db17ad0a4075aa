//! The composition root: the sole reader of the environment.

mod demo;
mod environment;
mod folders;
mod replay;
mod serve;

use std::io::{Write, stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::client::{Client, Whose, screen};
use crate::config::Config;
use crate::incident::Line;
use crate::lang::Lang;
use crate::terminal::Depth;
use crate::theme::Theme;
use crate::ui::keymap::Keymap;
use crate::verbs::{self, Cli, Here, HostQuery, HostTask, Options, Outcome, Place, View};
use crate::wire::{Exec, Origin, Show};

use environment::Environment;
use folders::Folders;

pub fn run() -> color_eyre::Result<ExitCode> {
    crate::client::restore_after_panic();
    let environment = Environment::read();
    let args = environment.args.clone();
    let outcome = match verbs::parse(&args, environment.lang()) {
        Ok(cli) => carry_out(&cli, args, &environment),
        Err(outcome) => Ok(outcome),
    };
    let outcome = outcome.unwrap_or_else(|failed| failed);
    Ok(print(&outcome))
}

fn carry_out(cli: &Cli, args: Vec<String>, environment: &Environment) -> Result<Outcome, Outcome> {
    let lang = cli.options.lang.unwrap_or_else(|| environment.lang());
    let folders = Folders::of_account(lang)?;
    let read = || Person::read(cli, &folders, environment);
    match cli.place() {
        Place::Client(task) => {
            // The verbs that need the configuration report what is wrong with it.
            let config = verbs::read_config(&here(cli, &folders, lang)).unwrap_or_default();
            let lang = config.language.unwrap_or_else(|| environment.lang());
            let colours = config.colour.unwrap_or_else(|| environment.depth());
            let colours = if environment.prints_to_a_terminal() { colours } else { Depth::None };
            let zone = config.zone.unwrap_or_else(|| environment.zone());
            Ok(task.run(&Here { colours, zone, ..here(cli, &folders, lang) }))
        }
        Place::BecomeHost { demo } => {
            // The client that started this host has reported what is wrong with the configuration.
            let config = verbs::read_config(&here(cli, &folders, lang)).unwrap_or_default();
            serve::in_background(demo, &folders, &config, environment, lang)
        }
        Place::Serve(serve) => serve::in_foreground(serve, &read()?),
        Place::Demo => {
            environment.need_a_terminal(lang)?;
            demo::run(read()?)
        }
        Place::Replay(replay) => replay::run(cli, replay, &read()?),
        Place::Host(task) => read()?.exec(cli, task, args),
        Place::RunningHost(query) => read()?.exec_in_running(query, args),
        Place::Screen(view) => {
            let person = read()?;
            // An incident of this account is replayed without a host.
            match view {
                View::Replay(replay) if person.config.host.is_none() && replay.what.is_some() => {
                    replay::run(cli, replay, &person)
                }
                _ => person.look(args),
            }
        }
    }
}

fn here(cli: &Cli, folders: &Folders, lang: Lang) -> Here {
    let here = Here {
        options: Options::default(),
        lang,
        config_dir: folders.config.clone(),
        config_file: folders.config_file(),
        state_dir: folders.state.clone(),
        socket: folders.socket(),
        colours: Depth::None,
        zone: chrono_tz::UTC,
    };
    here.with(&cli.options)
}

/// Returns this program, by the kernel's link, which is right even if the file was replaced.
fn own_program() -> std::io::Result<PathBuf> {
    let link = PathBuf::from("/proc/self/exe");
    if link.exists() { Ok(link) } else { std::env::current_exe() }
}

/// The person who runs the program: folders, configuration and command line.
struct Person<'a> {
    folders: &'a Folders,
    environment: &'a Environment,
    lang: Lang,
    zone: chrono_tz::Tz,
    depth: Depth,
    config: Config,
}

impl<'a> Person<'a> {
    fn read(cli: &Cli, folders: &'a Folders, environment: &'a Environment) -> Result<Self, Outcome> {
        let lang = cli.options.lang.unwrap_or_else(|| environment.lang());
        let config = verbs::read_config(&here(cli, folders, lang))?;
        let lang = config.language.unwrap_or_else(|| environment.lang());
        let zone = config.zone.unwrap_or_else(|| environment.zone());
        let depth = config.colour.unwrap_or_else(|| environment.depth());
        Ok(Self { folders, environment, lang, zone, depth, config })
    }

    fn client(&self) -> Result<Client, Outcome> {
        if self.config.host.is_none() {
            self.folders.make(self.lang)?;
        }
        self.client_alone()
    }

    fn client_alone(&self) -> Result<Client, Outcome> {
        let failed = |error: std::io::Error| Outcome::unavailable(Line::new(&error.to_string()).as_str());
        let (folders, lang) = (self.folders, self.lang);
        let (socket, whose) = match &self.config.host {
            None => (folders.socket(), Whose::Own),
            Some(shared) => (shared.clone(), Whose::Shared),
        };
        Ok(Client {
            socket,
            whose,
            start_lock: folders.runtime.join("start.lock"),
            host_lock: folders.for_host().lock,
            log: folders.state.join("host.log"),
            program: own_program().map_err(failed)?,
            environment: Vec::new(),
            demo: None,
            lang,
        })
    }

    fn origin(&self) -> Origin {
        Origin { lang: self.lang, zone: self.zone }
    }

    fn exec_in_running(&self, query: &HostQuery, args: Vec<String>) -> Result<Outcome, Outcome> {
        let client = self.client()?;
        let stops = matches!(query, HostQuery::Stop);
        let none = || Outcome::unavailable(self.lang.say("client-none-runs"));
        let stream = client.running().ok_or_else(none)?;
        let exec = Exec { args, origin: self.origin() };
        let outcome = match client.exec(&stream, exec, Vec::new(), &mut stdout(), &mut stderr()) {
            Ok(code) => Outcome { code, ..Outcome::default() },
            // A host of another version may not know the verb; every one knows the signal.
            Err(_) if stops && client.whose == Whose::Own => client.terminate(&stream)?,
            Err(outcome) => return Err(outcome),
        };
        if stops {
            // From then on `state.json` is as the journal has it.
            client.wait_for_end(std::time::Duration::from_secs(10));
        }
        Ok(outcome)
    }

    /// Runs a verb in the host, and opens the screen afterwards if the verb asks for it.
    fn exec(&self, cli: &Cli, task: HostTask<'_>, args: Vec<String>) -> Result<Outcome, Outcome> {
        let client = self.client()?;
        let opens = task.attaches() && self.environment.can_show_a_screen();
        if opens {
            self.check()?;
        }
        let files = task.files(&here(cli, self.folders, self.lang))?;
        let stream = client.connect()?;
        let exec = Exec { args, origin: self.origin() };
        if !opens {
            let code = client.exec(&stream, exec, files, &mut stdout(), &mut stderr())?;
            return Ok(Outcome { code, ..Outcome::default() });
        }
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = client.exec(&stream, exec, files, &mut out, &mut err)?;
        let [out, err] = [out, err].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if code != 0 {
            return Ok(Outcome { stdout: out, stderr: err, code });
        }
        let id = out.lines().next().unwrap_or_default().to_owned();
        Ok(screen::run(&client, self.show(vec!["attach".to_owned(), id])))
    }

    fn look(&self, args: Vec<String>) -> Result<Outcome, Outcome> {
        let client = self.client()?;
        self.environment.need_a_terminal(self.lang)?;
        self.check()?;
        Ok(screen::run(&client, self.show(args)))
    }

    /// Checks the theme and the keys: the host ignores errors in them.
    fn check(&self) -> Result<(), Outcome> {
        let themes = self.folders.themes(&self.config.themes());
        for theme in self.config.themes() {
            Theme::find(theme, &themes).map_err(|error| Outcome::misuse(error.render(self.lang)))?;
        }
        Keymap::with(&self.config.keys).map_err(|problems| {
            let lines: Vec<_> = problems.iter().map(|problem| problem.say(self.lang)).collect();
            Outcome::misuse(lines.join("\n"))
        })?;
        Ok(())
    }

    fn show(&self, args: Vec<String>) -> Show {
        Show {
            origin: self.origin(),
            args,
            size: crate::terminal::Size::MAX,
            depth: self.depth,
            term: self.environment.term.clone(),
            background: self.environment.background(),
            themes: self.folders.themes(&self.config.themes()),
            plans: self.folders.plans(),
            config: self.config.clone(),
            resumed: false,
        }
    }
}

/// Prints an outcome. A closed output is no error.
fn print(outcome: &Outcome) -> ExitCode {
    let mut out = stdout().lock();
    out.write_all(outcome.stdout.as_bytes()).and_then(|()| out.flush()).ok();
    stderr().write_all(outcome.stderr.as_bytes()).ok();
    ExitCode::from(outcome.code)
}

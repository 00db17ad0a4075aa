//! The demo: an incident under way, in a host of its own, which leaves nothing behind.

use std::io::sink;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use super::{Folders, Person};
use crate::client::{Client, screen};
use crate::clock::Clock;
use crate::incident::Line;
use crate::verbs::{self, Outcome};
use crate::wire::Exec;

const PREFIX: &str = "warroom-demo-";

/// Whether a demo's folders are all below this one, which has the name of a demo's folder.
pub fn is_all_in(folder: &Path, folders: &Folders) -> bool {
    let name = folder.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(PREFIX.as_bytes()));
    name && folders.state.starts_with(folder) && folders.runtime.starts_with(folder)
}

/// Opens the demo in a host of its own below a temporary folder, and removes both when the person leaves. If this process
/// is killed, its host does so.
pub fn run(mut person: Person<'_>) -> Result<Outcome, Outcome> {
    let failed = |why: &dyn std::fmt::Display| Outcome::unavailable(Line::new(&why.to_string()).as_str());
    // Never in a shared host.
    person.config.host = None;
    person.check()?;

    let temporary = tempfile::Builder::new()
        .prefix(PREFIX)
        .permissions(std::fs::Permissions::from_mode(0o700))
        .tempdir()
        .map_err(|error| failed(&error))?;
    // No people file of the person's holds in the demo.
    let inside = Folders::below(temporary.path());
    let environment_of_host = inside.variables();
    let folders = Folders { config: person.folders.config.clone(), ..inside };
    let person = Person { folders: &folders, ..person };
    let client = person.client()?;
    let incidents = folders.state.join("incidents");
    let id =
        verbs::demo::seed(&incidents, &Clock::machine(), person.zone, person.lang).map_err(|error| failed(&error))?;
    let own_host = Some(temporary.path().to_owned());
    let client = Client { demo: own_host, environment: environment_of_host, ..client };
    let outcome = screen::run(&client, person.show(vec!["attach".to_owned(), id.as_str().to_owned()]));

    if let Some(stream) = client.running() {
        let exec = Exec { args: vec!["host".to_owned(), "stop".to_owned()], origin: person.origin() };
        client.exec(&stream, exec, Vec::new(), &mut sink(), &mut sink()).ok();
        client.wait_for_end(Duration::from_secs(3));
    }
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_that_is_a_demos_and_holds_all_of_it_is_removed() {
        let folder = Path::new("/tmp/warroom-demo-x");
        assert!(is_all_in(folder, &Folders::below(folder)));
        let elsewhere = Path::new("/home/alice");
        assert!(!is_all_in(elsewhere, &Folders::below(elsewhere)), "it is no folder of a demo");
        let split = Folders { state: elsewhere.join("state"), ..Folders::below(folder) };
        assert!(!is_all_in(folder, &split));
        let split = Folders { runtime: elsewhere.join("run"), ..Folders::below(folder) };
        assert!(!is_all_in(folder, &split));
    }
}

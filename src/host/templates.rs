//! The organisation's own templates of updates, as their folder holds them now.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::people_file::Registry;
use crate::draft::Templates;
use crate::files::{FileWatcher, Scope};
use crate::incident::Line;
use crate::lang::Lang;

/// How often to look at the folder if the system reports no changes.
const EVERY: Duration = Duration::from_secs(30);

/// All templates; clones share them.
#[derive(Clone, Debug)]
pub struct TemplateWatcher {
    known: Arc<watch::Sender<Arc<Templates>>>,
    folder: Arc<PathBuf>,
    registry: Registry,
}

impl TemplateWatcher {
    pub async fn new(folder: PathBuf, registry: Registry) -> Self {
        let templates = Self { known: Arc::default(), folder: Arc::new(folder), registry };
        templates.look().await;
        templates
    }

    pub fn now(&self) -> Arc<Templates> {
        Arc::clone(&self.known.borrow())
    }

    pub fn changes(&self) -> watch::Receiver<Arc<Templates>> {
        self.known.subscribe()
    }

    pub async fn follow(self) {
        let mut watcher = FileWatcher::new(self.folder.join("templates"), Scope::Folder, EVERY);
        let mut people = self.registry.changes();
        loop {
            watcher.arm();
            self.look().await;
            tokio::select! {
                () = watcher.changed() => {}
                Ok(()) = people.changed() => {}
            }
        }
    }

    /// The short and full names of everyone in the people file.
    fn people(&self) -> Vec<Line> {
        let known = self.registry.known();
        let people = known.people.iter().flat_map(|people| people.iter());
        let names = people.flat_map(|person| [Some(Line::new(person.name.as_str())), person.full_name.clone()]);
        names.flatten().collect()
    }

    /// Reads the folder again. The previous templates stay in effect if it cannot be read.
    async fn look(&self) {
        let folder = Arc::clone(&self.folder);
        match tokio::task::spawn_blocking(move || Templates::of_folder(&folder)).await {
            Ok(Ok(templates)) => {
                for problem in templates.problems() {
                    tracing::warn!("template rejected: {}", problem.what(Lang::En));
                }
                self.known.send_replace(Arc::new(templates.hiding(self.people())));
            }
            Ok(Err(error)) => tracing::warn!(%error, "cannot read the templates"),
            Err(error) => tracing::error!(%error, "cannot read the templates"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_template_that_is_saved_is_known() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("warroom/templates");
        let templates = TemplateWatcher::new(folder.clone(), Registry::new(None).await).await;
        assert_eq!(templates.now().own().count(), 0);
        let mut known = templates.known.subscribe();
        let following = tokio::spawn(templates.clone().follow());
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("clients.opening.fr.md"), "{{title}}").unwrap();
        known.wait_for(|known| known.own().count() == 1).await.unwrap();
        std::fs::remove_file(folder.join("clients.opening.fr.md")).unwrap();
        known.wait_for(|known| known.own().count() == 0).await.unwrap();
        following.abort();
    }
}

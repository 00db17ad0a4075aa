//! The house's own templates of updates, as their folder holds them now.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::notices::Notices;
use super::people::Registry;
use crate::draft::Templates;
use crate::incident::Line;
use crate::lang::Lang;

/// How often the folder is looked at where the system does not tell of its changes.
const EVERY: Duration = Duration::from_secs(30);

/// Every template; all clones know the same.
#[derive(Clone, Debug)]
pub struct Library {
    known: Arc<watch::Sender<Arc<Templates>>>,
    folder: Arc<PathBuf>,
    registry: Registry,
}

impl Library {
    pub async fn new(folder: PathBuf, registry: Registry) -> Self {
        let library = Self { known: Arc::default(), folder: Arc::new(folder), registry };
        library.look().await;
        library
    }

    /// What is known now.
    pub fn now(&self) -> Arc<Templates> {
        Arc::clone(&self.known.borrow())
    }

    /// What is known, as it changes.
    pub fn changes(&self) -> watch::Receiver<Arc<Templates>> {
        self.known.subscribe()
    }

    /// Reads the folder anew whenever it or the people change, for as long as the host runs.
    pub async fn follow(self) {
        let notices = Notices::new();
        let mut people = self.registry.changes();
        loop {
            // Watched first and read then, no change is missed between the two.
            let inside = self.folder.join("templates");
            let watched = notices.as_ref().is_some_and(|notices| notices.watch(&inside));
            self.look().await;
            let changed = async {
                match &notices {
                    Some(notices) if watched => notices.any().await,
                    _ => tokio::time::sleep(EVERY).await,
                }
            };
            tokio::select! {
                () = changed => {}
                Ok(()) = people.changed() => {}
            }
        }
    }

    /// Everybody whom the people file names, in short and in full.
    fn people(&self) -> Vec<Line> {
        let known = self.registry.known();
        let people = known.people.iter().flat_map(|people| people.iter());
        people.flat_map(|it| [Some(Line::new(it.name.as_str())), it.full_name.clone()]).flatten().collect()
    }

    /// Reads the folder anew. What was known stays known where it cannot be read.
    async fn look(&self) {
        let folder = Arc::clone(&self.folder);
        match tokio::task::spawn_blocking(move || Templates::of_folder(&folder)).await {
            Ok(Ok(templates)) => {
                for problem in templates.problems() {
                    tracing::warn!("a template: {}", problem.what(Lang::En));
                }
                self.known.send_replace(Arc::new(templates.hiding(self.people())));
            }
            Ok(Err(error)) => tracing::warn!(%error, "the templates cannot be read"),
            Err(error) => tracing::error!(%error, "the templates cannot be read"),
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
        let library = Library::new(folder.clone(), Registry::new(None).await).await;
        assert_eq!(library.now().own().count(), 0);
        let mut known = library.known.subscribe();
        let following = tokio::spawn(library.clone().follow());
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("clients.opening.fr.md"), "{{title}}").unwrap();
        known.wait_for(|known| known.own().count() == 1).await.unwrap();
        std::fs::remove_file(folder.join("clients.opening.fr.md")).unwrap();
        known.wait_for(|known| known.own().count() == 0).await.unwrap();
        following.abort();
    }
}

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;

use super::super::inotify::Growth;
use super::*;

/// Far longer than any test: what is seen was reported, not polled.
const NEVER: Duration = Duration::from_hours(24);

/// What `read` finds, the first time and after each change.
fn readings(file: &Path, scope: Scope) -> mpsc::UnboundedReceiver<Option<String>> {
    let (found, readings) = mpsc::unbounded_channel();
    let watcher = FileWatcher::new(file.to_owned(), scope, NEVER);
    let file = file.to_owned();
    tokio::spawn(watcher.each(move || {
        found.send(fs::read_to_string(&file).ok()).ok();
        std::future::ready(())
    }));
    readings
}

/// Waits for a reading; a change may be reported more than once.
async fn reads(readings: &mut mpsc::UnboundedReceiver<Option<String>>, expected: Option<&str>) {
    while readings.recv().await.unwrap().as_deref() != expected {}
}

#[tokio::test]
async fn a_file_is_read_anew_however_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.toml");
    let mut readings = readings(&file, Scope::File);
    reads(&mut readings, None).await;
    fs::write(&file, "written").unwrap();
    reads(&mut readings, Some("written")).await;
    let beside = folder.path().join("people.toml~");
    fs::write(&beside, "moved").unwrap();
    fs::rename(&beside, &file).unwrap();
    reads(&mut readings, Some("moved")).await;
    fs::remove_file(&file).unwrap();
    reads(&mut readings, None).await;
}

#[tokio::test]
async fn folders_that_appear_later_are_followed_to_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a/b/people.toml");
    let mut readings = readings(&file, Scope::File);
    reads(&mut readings, None).await;
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, "there").unwrap();
    reads(&mut readings, Some("there")).await;
}

#[tokio::test]
async fn a_link_is_followed_to_the_file_that_changes() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real");
    fs::create_dir(&real).unwrap();
    fs::write(real.join("v1.toml"), "first").unwrap();
    let file = folder.path().join("people.toml");
    std::os::unix::fs::symlink(real.join("v1.toml"), &file).unwrap();
    let mut readings = readings(&file, Scope::File);
    reads(&mut readings, Some("first")).await;
    fs::write(real.join("v1.toml"), "second").unwrap();
    reads(&mut readings, Some("second")).await;
}

#[tokio::test]
async fn only_the_scope_of_a_folder_counts_the_files_beside() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.md");
    let mut alone = readings(&file, Scope::File);
    let mut all = readings(&file, Scope::Folder);
    reads(&mut alone, None).await;
    reads(&mut all, None).await;
    fs::write(folder.path().join("b.md"), "beside").unwrap();
    reads(&mut all, None).await;
    fs::write(&file, "itself").unwrap();
    reads(&mut all, Some("itself")).await;
    // The change beside it came first, and was passed over.
    assert_eq!(alone.recv().await.unwrap().as_deref(), Some("itself"));
}

#[tokio::test(start_paused = true)]
async fn without_notices_the_file_is_polled() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.toml");
    let mut watcher = FileWatcher::new(file, Scope::File, Duration::from_secs(5));
    watcher.notices = None;
    watcher.arm();
    let began = tokio::time::Instant::now();
    watcher.changed().await;
    assert_eq!(began.elapsed().as_secs(), 5);
}

#[cfg(target_os = "linux")]
#[test]
fn a_thread_that_waits_for_growth_is_woken_by_a_write_and_by_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journal.jsonl");
    fs::write(&file, "one\n").unwrap();
    let growth = Arc::new(Growth::of(&file).unwrap());
    let mut journal = fs::File::options().append(true).open(&file).unwrap();
    std::io::Write::write_all(&mut journal, b"two\n").unwrap();
    growth.wait();
    let waiter = Arc::clone(&growth);
    let waiting = std::thread::spawn(move || waiter.wait());
    growth.end();
    waiting.join().unwrap();
    assert!(Growth::of(&folder.path().join("missing")).is_none());
}

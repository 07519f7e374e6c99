//! Whether something that was made is younger than all that it is made of.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::workspace::Workspace;

/// True when no source, relative to the checkout, has changed since the file was made.
pub(crate) fn is_younger(workspace: &Workspace, made: &Path, sources: &[&str]) -> bool {
    let made = modified(made);
    let changed = sources.iter().filter_map(|source| newest(&workspace.path(source))).max();
    made.is_some() && made > changed
}

/// The last change of a file, or of anything in a folder.
pub(crate) fn newest(path: &Path) -> Option<SystemTime> {
    let own = modified(path);
    let Ok(entries) = fs::read_dir(path) else { return own };
    entries.flatten().filter_map(|entry| newest(&entry.path())).chain(own).max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

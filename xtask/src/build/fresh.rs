//! Whether `pkg/` is younger than all that it is made of.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::workspace::Workspace;

/// What the package is made of, relative to the checkout.
const SOURCES: [&str; 9] = [
    "src",
    "npm",
    "Cargo.toml",
    "Cargo.lock",
    "xtask/src",
    "tests/js/package-lock.json",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
];

/// True when nothing changed since the package was made.
pub(crate) fn is_fresh(workspace: &Workspace) -> bool {
    let made = modified(&workspace.pkg().join("package.json"));
    let changed = SOURCES.iter().filter_map(|source| newest(&workspace.path(source))).max();
    made.is_some() && made > changed
}

/// The last change of a file, or of anything in a folder.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = modified(path);
    let Ok(entries) = fs::read_dir(path) else { return own };
    entries.flatten().filter_map(|entry| newest(&entry.path())).chain(own).max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

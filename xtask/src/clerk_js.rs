//! The published clerk-js, to compare with: fetched from npm once, never a dependency.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{Run, npm};
use crate::tools::{fresh_folder, unpack};
use crate::workspace::Workspace;

/// The version that this package mirrors.
pub(crate) const VERSION: &str = "6.34.1";

/// The folder of its builds; an error when npm cannot give them.
pub(crate) fn dist(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("clerk-js");
    let dist = folder.join("package/dist");
    if !dist.join("clerk.browser.js").is_file() {
        fetch(&folder).context("npm did not give clerk-js's tarball")?;
    }
    Ok(dist)
}

fn fetch(folder: &Path) -> Result<()> {
    fresh_folder(folder)?;
    let package = format!("@clerk/clerk-js@{VERSION}");
    let tarball = npm(folder).args(["pack", "--silent", &package]).text()?;
    unpack(&folder.join(tarball.trim()), folder)
}

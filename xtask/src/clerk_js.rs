//! The published clerk-js, to compare with: fetched from npm once, never a dependency.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{Run, npm};
use crate::tools::{fresh_folder, unpack};
use crate::workspace::Workspace;

/// The version that this package mirrors.
pub(crate) const VERSION: &str = "6.34.1";
/// A newer one, which may differ from it on the wire in two known ways.
pub(crate) const NEWER: &str = "6.40.0";

/// The folder of the builds of the mirrored version; an error when npm cannot give them.
pub(crate) fn dist(workspace: &Workspace) -> Result<PathBuf> {
    dist_of(workspace, VERSION)
}

/// The same of another version.
pub(crate) fn dist_of(workspace: &Workspace, version: &str) -> Result<PathBuf> {
    let folder = workspace.target.join("clerk-js").join(version);
    let dist = folder.join("package/dist");
    if !dist.join("clerk.browser.js").is_file() {
        fetch(&folder, version).context("npm did not give clerk-js's tarball")?;
    }
    Ok(dist)
}

fn fetch(folder: &Path, version: &str) -> Result<()> {
    fresh_folder(folder)?;
    let package = format!("@clerk/clerk-js@{version}");
    let tarball = npm(folder).args(["pack", "--silent", &package]).text()?;
    unpack(&folder.join(tarball.trim()), folder)
}

//! The published clerk-js, to compare with: fetched from npm once, never a dependency.

use std::path::Path;

use anyhow::{Context, Result};

use super::measure::Row;
use crate::process::{Run, npm};
use crate::tools::{fresh_folder, unpack};
use crate::workspace::Workspace;

/// The version that this package mirrors.
const VERSION: &str = "6.34.1";
/// Its builds that need no further file to start.
const BUILDS: [&str; 2] = ["clerk.browser.js", "clerk.native.js"];

/// What clerk-js's self-contained builds weigh; an error when npm cannot give them.
pub(crate) fn rows(workspace: &Workspace) -> Result<Vec<Row>> {
    let folder = workspace.target.join("clerk-js");
    let dist = folder.join("package/dist");
    if !dist.join("clerk.browser.js").is_file() {
        fetch(&folder).context("npm did not give its tarball")?;
    }
    let mut rows = Vec::new();
    for name in BUILDS {
        let mut row = Row::of_file(&dist.join(name))?;
        row.name = format!("clerk-js {VERSION} {name}");
        rows.push(row);
    }
    Ok(rows)
}

fn fetch(folder: &Path) -> Result<()> {
    fresh_folder(folder)?;
    let package = format!("@clerk/clerk-js@{VERSION}");
    let tarball = npm(folder).args(["pack", "--silent", &package]).text()?;
    unpack(&folder.join(tarball.trim()), folder)
}

//! The published clerk-js, to compare with: fetched from npm once, never a dependency.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use super::npm::unpack;
use crate::process::{Run, fresh_folder, npm};
use crate::workspace::Workspace;

/// The version that this package mirrors.
pub(crate) const VERSION: &str = "6.34.1";
/// A newer one, which may differ from it on the wire in two known ways.
const NEWER: &str = "6.40.0";

/// The newer version, or the one that `CLERK_JS_NEWER` names to be tried in its place.
pub(crate) fn newer() -> String {
    env::var("CLERK_JS_NEWER").ok().filter(|named| !named.is_empty()).unwrap_or_else(|| NEWER.to_owned())
}

/// The folder of the builds of the mirrored version.
pub(crate) fn dist(workspace: &Workspace) -> PathBuf {
    dist_of(workspace, VERSION)
}

/// The same of another version.
pub(crate) fn dist_of(workspace: &Workspace, version: &str) -> PathBuf {
    folder(workspace, version).join("package/dist")
}

/// Whether a version has been fetched.
pub(super) fn is_there(workspace: &Workspace, version: &str) -> bool {
    dist_of(workspace, version).join("clerk.browser.js").is_file()
}

/// Fetches a version.
pub(super) fn fetch(workspace: &Workspace, version: &str) -> Result<()> {
    let folder = folder(workspace, version);
    fresh_folder(&folder)?;
    let package = format!("@clerk/clerk-js@{version}");
    let tarball = npm(&folder).args(["pack", "--silent", &package]).text()?;
    unpack(&folder.join(tarball.trim()), &folder)
}

fn folder(workspace: &Workspace, version: &str) -> PathBuf {
    workspace.target.join("clerk-js").join(version)
}

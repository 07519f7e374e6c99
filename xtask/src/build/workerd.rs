//! The package for Cloudflare's workerd, which refuses to compile WebAssembly while it runs: one script, which imports both modules as files.
//! Its bundler, wrangler, takes the condition `workerd`, and such files along.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::bundle::{COMPILED, LAZY, MODULE, SECOND, Stage, WORKERD, WORKERD_SECOND};
use super::complete;
use crate::process::fresh_folder;
use crate::workspace::Workspace;

/// Writes the script and the second part's module, of what `package` has and of two entries of `stage`, which is made in `folder`.
pub(super) fn write(workspace: &Workspace, stage: &Stage<'_>, folder: &Path, package: &Path) -> Result<()> {
    let pieces = folder.join(WORKERD);
    fresh_folder(&pieces)?;
    stage.bundle(WORKERD, &pieces.join("index.js"))?;
    stage.bundle(WORKERD_SECOND, &pieces.join(format!("{SECOND}.js")))?;
    for name in LAZY.map(|name| format!("{name}.js")) {
        fs::copy(package.join(&name), pieces.join(&name))?;
    }
    fs::write(package.join(COMPILED[1]), stage.module("second")?)?;
    // `init()` would load it, and is not exported: nothing is left of it.
    let left = COMPILED.map(|name| format!("--external:./{name}"));
    let how = ["--format=esm", &format!("--external:./{MODULE}.js"), &left[0], &left[1]];
    complete::bundle(workspace, &pieces.join("index.js"), &package.join(format!("{WORKERD}.js")), &how)
}

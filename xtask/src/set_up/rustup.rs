//! What the toolchain lacks: `rust-toolchain.toml` names it, and rustup adds it by itself unless it was told not to
//! (`RUSTUP_AUTO_INSTALL=0`) or the toolchain is linked.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::Run;
use crate::workspace::{WASM, Workspace};

pub(super) fn has_wasm_target(workspace: &Workspace) -> Result<bool> {
    Ok(printed(workspace, &["--print", "target-libdir", "--target", WASM])?.is_dir())
}

pub(super) fn has_sources(workspace: &Workspace) -> Result<bool> {
    Ok(printed(workspace, &["--print", "sysroot"])?.join("lib/rustlib/src/rust/library").is_dir())
}

pub(super) fn add_wasm_target(workspace: &Workspace) -> Result<()> {
    rustup(workspace, &["target", "add", WASM])
}

pub(super) fn add_sources(workspace: &Workspace) -> Result<()> {
    rustup(workspace, &["component", "add", "rust-src"])
}

/// A path that the compiler prints.
fn printed(workspace: &Workspace, arguments: &[&str]) -> Result<PathBuf> {
    let said = Command::new("rustc").current_dir(&workspace.root).args(arguments).text()?;
    Ok(PathBuf::from(said.trim()))
}

fn rustup(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let outcome = Command::new("rustup").current_dir(&workspace.root).args(arguments).quiet();
    outcome.with_context(|| format!("the toolchain lacks what `rustup {}` adds", arguments.join(" ")))
}

//! What the toolchain lacks: `rust-toolchain.toml` names it, and rustup adds it by itself unless it was told not to
//! (`RUSTUP_AUTO_INSTALL=0`) or the toolchain is linked.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::Run;
use crate::workspace::{WASM, Workspace};

/// Whether Rust's library for browsers is there.
pub(super) fn has_wasm_target(workspace: &Workspace) -> Result<bool> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(&workspace.root).args(["--print", "target-libdir", "--target", WASM]);
    Ok(Path::new(rustc.text()?.trim()).is_dir())
}

/// Adds it.
pub(super) fn add_wasm_target(workspace: &Workspace) -> Result<()> {
    let outcome = Command::new("rustup").current_dir(&workspace.root).args(["target", "add", WASM]).quiet();
    outcome.with_context(|| format!("the toolchain lacks what `rustup target add {WASM}` adds"))
}

/// Whether the oldest compiler is there, with its library for browsers.
pub(super) fn has_oldest(workspace: &Workspace) -> Result<bool> {
    let mut rustc = Command::new("rustup");
    rustc.args(["run", &workspace.oldest_rust()?, "rustc", "--print", "target-libdir", "--target", WASM]);
    Ok(rustc.text().is_ok_and(|folder| Path::new(folder.trim()).is_dir()))
}

/// Brings it.
pub(super) fn add_oldest(workspace: &Workspace) -> Result<()> {
    let version = workspace.oldest_rust()?;
    let arguments =
        ["toolchain", "install", &version, "--profile", "minimal", "--target", WASM, "--no-self-update"];
    let outcome = Command::new("rustup").args(arguments).quiet();
    outcome.with_context(|| {
        format!("there is no Rust {version}, which `rustup toolchain install {version}` brings")
    })
}

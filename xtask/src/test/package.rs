//! The steps that look at the package as npm would deliver it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::Run;
use crate::tools::{Tools, fresh_folder, unpack};
use crate::workspace::Workspace;
use crate::{browser, build, emulator};

/// The compiler on a user's program, and two linters of what is published.
pub(super) fn types(workspace: &Workspace) -> Result<()> {
    let tools = Tools::install(workspace)?;
    let tarball = install(workspace)?;
    let project = workspace.npm_project();
    for config in ["types", "types/tsconfig.shared.json", "react/app", "vue/app"] {
        tools.npm_tool("tsc").current_dir(&project).args(["--project", config, "--noEmit"]).stream()?;
    }
    tools.npm_tool("publint").current_dir(&project).arg(&tarball).arg("--strict").stream()?;
    // A wasm file has no types, so its own entry is not asked for them.
    tools
        .npm_tool("attw")
        .current_dir(&project)
        .arg(&tarball)
        .args(["--profile", "esm-only", "--exclude-entrypoints", "./clerk_wasm_bg.wasm"])
        .stream()
}

/// The tests of `tests/js`, which import the package by its name.
pub(super) fn vitest(workspace: &Workspace) -> Result<()> {
    let tools = Tools::install(workspace)?;
    let chromium = browser::headless()?;
    install(workspace)?;
    tools
        .npm_tool("vitest")
        .current_dir(workspace.npm_project())
        .args(["run", "--exclude", "differential/**"])
        .env("CHROMIUM", chromium)
        .env("EMULATOR", emulator::program(workspace)?)
        .stream()
}

/// Packs the package and unpacks it where npm would install it; returns the tarball.
fn install(workspace: &Workspace) -> Result<PathBuf> {
    build::ensure(workspace, false)?;
    let tarball = build::pack(workspace)?;
    let unpacked = workspace.target.join("npm/unpacked");
    fresh_folder(&unpacked)?;
    unpack(&tarball, &unpacked)?;
    let place = workspace.npm_project().join("node_modules/clerk-wasm");
    fresh_folder(&place)?;
    for entry in std::fs::read_dir(unpacked.join("package"))? {
        let path = entry?.path();
        let name = path.file_name().context("a file without a name")?;
        std::fs::copy(&path, place.join(name))
            .with_context(|| format!("cannot install {}", path.display()))?;
    }
    Ok(tarball)
}

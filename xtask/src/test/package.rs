//! The steps that look at the package as npm would deliver it, and at the JavaScript around it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::Order;
use crate::build;
use crate::process::{Run, fresh_folder};
use crate::report;
use crate::set_up::npm::{self, unpack};
use crate::workspace::Workspace;

/// Biome over everything that is not Rust.
pub(super) fn lint(workspace: &Workspace) -> Result<()> {
    let mut biome = npm::tool(workspace, "biome");
    biome.current_dir(&workspace.root).args(["ci", "--error-on-warnings"]);
    // It heeds no NO_COLOR.
    if report::is_logged() {
        biome.arg("--colors=off");
    }
    biome.stream()
}

/// What [`lint`] wants, as far as that changes no meaning.
pub(super) fn reformat(workspace: &Workspace) -> Result<()> {
    npm::tool(workspace, "biome").current_dir(&workspace.root).args(["check", "--write"]).stream()
}

/// The compiler on a user's program and on our own JavaScript, and two linters of what is published.
pub(super) fn types(workspace: &Workspace) -> Result<()> {
    let tarball = install(workspace)?;
    let own = "types/tsconfig.javascript.json";
    for config in ["types", "types/tsconfig.shared.json", "react/app", "vue/app", own] {
        npm::tool(workspace, "tsc").args(["--project", config, "--noEmit"]).stream()?;
    }
    npm::tool(workspace, "publint").arg(&tarball).arg("--strict").stream()?;
    // A wasm file has no types, so its own entry is not asked for them.
    npm::tool(workspace, "attw")
        .arg(&tarball)
        .args(["--profile", "esm-only", "--exclude-entrypoints", "./clerk_wasm_bg.wasm"])
        .stream()
}

/// The tests of `tests/js`, which import the package by its name.
pub(super) fn vitest(order: Order<'_>) -> Result<()> {
    install(order.workspace)?;
    super::vitest::command(order)?
        .args(["--exclude", "differential/**", "--exclude", "engines/**", "--exclude", "examples/**"])
        .stream()
}

/// Packs the package and unpacks it where npm would install it; returns the tarball.
fn install(workspace: &Workspace) -> Result<PathBuf> {
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

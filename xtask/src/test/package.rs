//! The steps that look at the package as npm would deliver it, and at the JavaScript around it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::Order;
use crate::process::{Run, fresh_folder};
use crate::report;
use crate::set_up::browser;
use crate::set_up::npm::{self, unpack};
use crate::workspace::Workspace;
use crate::{build, emulator};

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
    let workspace = order.workspace;
    install(workspace)?;
    let mut vitest = npm::tool(workspace, "vitest");
    vitest
        .args(["run", "--exclude", "differential/**"])
        .args(named_tests(order.pattern))
        .env("CHROMIUM", browser::headless()?)
        .env("EMULATOR", emulator::program(workspace));
    if order.thorough {
        vitest.env("THOROUGH", "1");
    }
    vitest.stream()
}

/// vitest's own arguments and paths of test files as they are; other words are part of a test's name, or of its group's.
pub(super) fn named_tests(pattern: &[String]) -> Vec<String> {
    match pattern.first() {
        Some(first) if !first.starts_with('-') && !first.contains('/') => {
            vec!["--testNamePattern".to_owned(), pattern.join(" ")]
        }
        _ => pattern.to_vec(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_tests_and_paths_name_files() {
        let of =
            |words: &[&str]| named_tests(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["signs", "in"]), ["--testNamePattern", "signs in"]);
        assert_eq!(of(&["package/load"]), ["package/load"]);
        assert_eq!(of(&["-t", "signs in"]), ["-t", "signs in"]);
        assert!(of(&[]).is_empty());
    }
}

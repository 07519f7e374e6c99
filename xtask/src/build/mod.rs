//! `cargo xtask build`: the crate as an npm package in `pkg/`, ready for `npm pack`.

mod bundle;
mod complete;
mod esbuild;
mod glue;
mod imports;
mod manifest;
mod parts;
mod shrink;
mod text;
mod types;
mod workerd;

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use crate::fresh;
use crate::process::{Run, cargo, fresh_folder, npm};
use crate::report::{say, step};
use crate::set_up::{Need, wasm_tools};
use crate::workspace::{WASM, Workspace};

/// What a build takes.
pub(crate) const NEEDS: [Need; 3] = [Need::WasmCrate, Need::WasmTools, Need::NpmPackages];

/// What the package is made of, relative to the checkout.
const SOURCES: [&str; 12] = [
    "src",
    "npm",
    ".cargo/config.toml",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "xtask/src",
    "xtask/splitter/src",
    "tests/js/package-lock.json",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
];

#[derive(Args)]
pub(crate) struct Options {
    /// Builds nothing, and tells of the last build by which path the first part reaches the functions with NAME in their names.
    #[arg(long, value_name = "NAME")]
    pub(crate) why: Option<String>,
}

/// Builds the package; returns its folder.
pub(crate) fn run(workspace: &Workspace) -> Result<PathBuf> {
    let stage = stage(workspace);
    step("compiling the crate to WebAssembly with wasm-pack", || run_wasm_pack(workspace, &stage))?;
    let package = workspace.pkg();
    step("assembling the npm package", || assemble(workspace, &stage, &package))?;
    Ok(package)
}

/// Prints why functions are in the first part.
pub(crate) fn why(workspace: &Workspace, name_part: &str) -> Result<()> {
    let paths = parts::why(workspace, &stage(workspace), name_part)?;
    if paths.is_empty() {
        say!("No function of the first part has `{name_part}` in its name.");
    } else {
        say!("{}", paths.trim_end());
    }
    Ok(())
}

/// The folder that wasm-pack writes to. It stays as it is until the next build.
fn stage(workspace: &Workspace) -> PathBuf {
    workspace.target.join("wasm-pack")
}

/// True when nothing changed since the package was made.
pub(crate) fn is_fresh(workspace: &Workspace) -> bool {
    fresh::is_younger(workspace, &workspace.pkg().join("package.json"), &SOURCES)
}

/// Packs `pkg/` as npm would publish it; returns the tarball.
pub(crate) fn pack(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("npm");
    fresh_folder(&folder)?;
    let name = npm(&workspace.pkg()).args(["pack", "--silent", "--pack-destination"]).arg(&folder).text()?;
    Ok(folder.join(name.trim()))
}

/// The files that the package ships, in the order in which they are listed.
pub(crate) fn shipped(package: &Path) -> Vec<PathBuf> {
    manifest::BUILT
        .iter()
        .chain(&manifest::COPIED)
        .chain(&["package.json"])
        .map(|name| package.join(name))
        .collect()
}

/// What the compiler and the linker are told. `xtask/splitter` needs the relocations. Without reference types no export has a second
/// function around it; Rust's compiled library says that it has them, so the features are named here. The stack is a part of
/// the memory that every page gives away: the engine has been seen to use 2 of its 64 KiB, and the linker would take 1,024.
const FLAGS: &str = "-Ctarget-feature=-reference-types -Clink-arg=-zstack-size=65536 -Clink-arg=--emit-relocs \
    -Clink-arg=--no-check-features \
    -Clink-arg=--features=bulk-memory,multivalue,mutable-globals,nontrapping-fptoint,sign-ext \
    -Cllvm-args=-enable-load-pre=false";

/// Compiles the crate as wasm-pack does, which then finds it done. It needs no tool but cargo, so it can begin before these are there.
pub(crate) fn compile_crate(workspace: &Workspace) -> Result<()> {
    as_shipped(cargo(
        workspace,
        &["build", "--lib", "--release", "--package", "clerk-wasm-npm", "--target", WASM],
    ))
    .quiet()
}

fn run_wasm_pack(workspace: &Workspace, stage: &Path) -> Result<()> {
    fresh_folder(stage)?;
    let mut wasm_pack = wasm_tools::wasm_pack(workspace)?;
    wasm_pack
        .current_dir(&workspace.root)
        .args(["build", "--release", "--target", "web", "--mode", "no-install", "--out-name", "clerk_wasm"])
        .arg("--out-dir")
        .arg(stage)
        .args(["npm", "--"]);
    as_shipped(wasm_pack).quiet()
}

/// A command that compiles with the switches of [`FLAGS`].
fn as_shipped(mut command: Command) -> Command {
    command.env("RUSTFLAGS", FLAGS);
    command
}

/// Writes the package beside `pkg/` first, so that a failure leaves the last good one in place.
fn assemble(workspace: &Workspace, folder: &Path, package: &Path) -> Result<()> {
    let declarations = types::split(&read(&folder.join("clerk_wasm.d.ts"))?)?;
    let declared = types::declared_values(&declarations.index);
    let generated = read(&folder.join("clerk_wasm.js"))?;
    let modules = parts::split(workspace, folder)?;
    let shrunk = |name: &str| shrink::shrink(workspace, &modules.join(name), &folder.join(name));
    let parts = glue::Parts {
        first: shrunk("first.wasm")?,
        second: shrunk("second.wasm")?,
        build: build_id(folder)?,
    };
    imports::check(&generated, |name| parts.imports(name))?;
    let divided = glue::divide(&glue::lean(&generated)?, &parts)?;
    let stage = bundle::Stage::prepare(folder, workspace, &generated, &divided, &declared)?;
    let made = folder.join("package");
    fresh_folder(&made)?;
    for name in bundle::ENTRIES.iter().chain([&bundle::SECOND, &bundle::MODULE]).chain(&bundle::LAZY) {
        stage.bundle(name, &made.join(format!("{name}.js")))?;
    }
    fs::write(made.join("clerk_wasm_bg.wasm"), stage.module("first")?)?;
    fs::write(made.join("index.d.ts"), &declarations.index)?;
    fs::write(made.join("slim.d.ts"), declarations.slim)?;
    fs::write(made.join("early.d.ts"), include_str!("js/early.d.ts"))?;
    complete::write(workspace, folder, &made)?;
    workerd::write(workspace, &stage, folder, &made)?;
    let manifest = serde_json::to_string_pretty(&manifest::manifest(workspace)?)?;
    fs::write(made.join("package.json"), manifest + "\n")?;
    for name in manifest::COPIED {
        let document = workspace.path(name);
        if document.is_file() {
            fs::copy(&document, made.join(name)).with_context(|| format!("cannot copy {name}"))?;
        }
    }
    bundle::verify(&made, &folder.join("verify.mjs"), &declared)?;
    if package.exists() {
        fs::remove_dir_all(package).with_context(|| format!("cannot replace {}", package.display()))?;
    }
    fs::rename(&made, package).with_context(|| format!("cannot move the package to {}", package.display()))
}

/// What tells this build's parts from those of another: a number for both modules and the glue around them.
fn build_id(folder: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for name in ["first.wasm", "second.wasm", "clerk_wasm.js"] {
        fs::read(folder.join(name))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("wasm-pack wrote no {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One that is misspelt would leave an old package fresh.
    #[test]
    fn all_sources_of_the_package_are_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let missing: Vec<_> = SOURCES.into_iter().filter(|source| !root.join(source).exists()).collect();
        assert!(missing.is_empty(), "{missing:?}");
        for document in manifest::COPIED {
            assert!(SOURCES.contains(&document), "{document}");
        }
    }
}

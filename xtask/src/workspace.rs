//! Where the repository lies and which versions it asks for.

use std::collections::BTreeSet;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process::Run;

/// What browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// Cargo lets one command at a time into the target directory: jobs that call it there take turns by this name.
pub(crate) const CARGO_LOCK: &str = "cargo";

/// The checkout that `cargo xtask` was called in.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's target directory, wherever `CARGO_TARGET_DIR` puts it.
    pub(crate) target: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

#[derive(Deserialize)]
struct Cargo {
    package: Package,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Package {
    rust_version: String,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
}

impl Workspace {
    /// Asks cargo about the workspace around the current directory.
    pub(crate) fn find() -> Result<Self> {
        let text = Command::new("cargo").args(["metadata", "--no-deps", "--format-version", "1"]).text()?;
        let metadata: Metadata = serde_json::from_str(&text).context("`cargo metadata` is not readable")?;
        Ok(Self { root: metadata.workspace_root, target: metadata.target_directory })
    }

    /// The oldest Rust that the library is for, `rust-version` of its `Cargo.toml`; rustup knows it by three numbers.
    pub(crate) fn oldest_rust(&self) -> Result<String> {
        let Cargo { package } =
            toml::from_str(&self.text("Cargo.toml")?).context("Cargo.toml is not readable")?;
        Ok(format!("{}.0", package.rust_version))
    }

    /// A path inside the checkout.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// What a file of the checkout says.
    pub(crate) fn text(&self, relative: &str) -> Result<String> {
        fs::read_to_string(self.path(relative)).with_context(|| format!("cannot read {relative}"))
    }

    /// The private npm project that holds every npm tool.
    pub(crate) fn npm_project(&self) -> PathBuf {
        self.path("tests/js")
    }

    /// The npm package that `cargo xtask build` makes.
    pub(crate) fn pkg(&self) -> PathBuf {
        self.path("pkg")
    }

    /// A program of this workspace, as cargo compiles it for whoever works here.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(executable(name))
    }

    /// Where jobs that run side by side write what they say.
    pub(crate) fn logs(&self) -> PathBuf {
        self.target.join("logs")
    }

    /// The files that git has or would take, as far as they are there, relative to the checkout: what a clone of it has.
    pub(crate) fn files(&self) -> Result<BTreeSet<String>> {
        let mut git = Command::new("git");
        git.current_dir(&self.root).args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
        let listed = git.text()?;
        let paths = listed.split('\0').filter(|path| !path.is_empty() && self.path(path).exists());
        Ok(paths.map(str::to_owned).collect())
    }

    /// A path as a reader of the terminal wants it: relative to the checkout where it is inside.
    pub(crate) fn show(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// The version of a package in `Cargo.lock`.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.path("Cargo.lock");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}; run `cargo generate-lockfile`", path.display()))?;
        version_in_lock(&text, package)
    }
}

/// What a program's file is called on this system.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{EXE_SUFFIX}")
}

fn version_in_lock(lock: &str, package: &str) -> Result<String> {
    let lock: Lock = toml::from_str(lock).context("Cargo.lock is not readable")?;
    lock.package
        .into_iter()
        .find(|entry| entry.name == package)
        .map(|entry| entry.version)
        .with_context(|| format!("Cargo.lock names no `{package}`; the root crate must depend on it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_locked_version_is_found() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn a_package_that_is_not_locked_is_named() {
        let error = version_in_lock(LOCK, "gloo").unwrap_err().to_string();
        assert!(error.contains("`gloo`"), "{error}");
    }
}

//! The tools that rustup and Node do not bring: each installed once, at a pinned version, under `target/tools`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::process::{Run, npm};
use crate::report::step;
use crate::workspace::Workspace;

const WASM_PACK: &str = "0.15.1";
const OLDEST_NODE: u32 = 20;

/// The installed tools.
#[derive(Debug)]
pub(crate) struct Tools {
    bin: PathBuf,
    npm_bin: PathBuf,
}

impl Tools {
    /// Installs whatever is missing or of another version; does nothing when all is there.
    pub(crate) fn install(workspace: &Workspace) -> Result<Self> {
        check_node()?;
        add_components(workspace)?;
        let store = Store { root: workspace.target.join("tools") };
        // The CLI must be of the library's version to the digit. Its published lock file does not build with
        // every registry mirror, hence no `--locked`.
        let bindgen = workspace.locked_version("wasm-bindgen")?;
        store.install("wasm-bindgen-cli", "wasm-bindgen", &bindgen, false)?;
        store.install("wasm-pack", "wasm-pack", WASM_PACK, true)?;
        install_npm_packages(workspace)?;
        let tools =
            Self { bin: store.root.join("bin"), npm_bin: workspace.npm_project().join("node_modules/.bin") };
        tools.check_wasm_opt(workspace)?;
        Ok(tools)
    }

    /// A command of the cargo-installed tools, which finds the other tools first on its `PATH`.
    pub(crate) fn cargo_tool(&self, name: &str) -> Result<Command> {
        let mut command = Command::new(self.bin.join(executable(name)));
        command.env("PATH", self.path()?);
        Ok(command)
    }

    /// A command of the npm project's packages.
    pub(crate) fn npm_tool(&self, name: &str) -> Command {
        Command::new(self.npm_bin.join(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }))
    }

    /// The runner that `cargo test --target wasm32-unknown-unknown` hands a test binary to.
    pub(crate) fn wasm_test_runner(&self) -> PathBuf {
        self.bin.join(executable("wasm-bindgen-test-runner"))
    }

    fn path(&self) -> Result<OsString> {
        let rest = env::var_os("PATH").unwrap_or_default();
        let ours = [self.bin.clone(), self.npm_bin.clone()];
        env::join_paths(ours.into_iter().chain(env::split_paths(&rest))).context("PATH cannot be extended")
    }

    /// wasm-pack skips optimising without a word when it finds no `wasm-opt`, and Debian's old one breaks the
    /// output, so the one that will be found must be npm's.
    fn check_wasm_opt(&self, workspace: &Workspace) -> Result<()> {
        let manifest = fs::read_to_string(workspace.npm_project().join("node_modules/binaryen/package.json"))
            .context("npm's binaryen is not installed; run `npm ci` in tests/js")?;
        let manifest: serde_json::Value = serde_json::from_str(&manifest)?;
        let wanted = manifest.get("version").and_then(|version| version.as_str()).unwrap_or_default();
        let major = wanted.split('.').next().unwrap_or_default();
        let said = Command::new("wasm-opt").env("PATH", self.path()?).arg("--version").text()?;
        if said.split_whitespace().nth(2) != Some(major) {
            bail!(
                "`wasm-opt --version` says `{}`, not {major} of npm's binaryen; remove the other one",
                said.trim()
            );
        }
        Ok(())
    }
}

struct Store {
    root: PathBuf,
}

impl Store {
    fn binary(&self, name: &str) -> PathBuf {
        self.root.join("bin").join(executable(name))
    }

    fn install(&self, package: &str, binary: &str, version: &str, locked: bool) -> Result<()> {
        let stamp = self.root.join(format!("{package}.version"));
        if self.binary(binary).is_file() && fs::read_to_string(&stamp).is_ok_and(|had| had == version) {
            return Ok(());
        }
        step(&format!("installing {package} {version} into target/tools (minutes, once)"), || {
            let mut command = Command::new("cargo");
            command.args(["install", package, "--version", &format!("={version}"), "--force", "--root"]);
            command.arg(&self.root);
            if locked {
                command.arg("--locked");
            }
            // The tools share their dependencies' objects, and stay out of the workspace's own build.
            command.env("CARGO_TARGET_DIR", self.root.join("build"));
            // Quickly made rather than quick: wasm-bindgen takes 0.3 s then and not 0.1 s, and is there minutes earlier.
            command.envs([("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"), ("CARGO_PROFILE_RELEASE_LTO", "off")]);
            command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            command.quiet()?;
            fs::write(&stamp, version).with_context(|| format!("cannot write {}", stamp.display()))
        })
    }
}

/// Runs `npm ci` unless what is installed came from the very lock file that stands there now.
fn install_npm_packages(workspace: &Workspace) -> Result<()> {
    let project = workspace.npm_project();
    let stamp = project.join("node_modules/.installed-from.json");
    let lock =
        fs::read_to_string(project.join("package-lock.json")).context("tests/js has no package-lock.json")?;
    if fs::read_to_string(&stamp).is_ok_and(|had| had == lock) {
        return Ok(());
    }
    step("npm ci in tests/js (half a minute, once)", || {
        npm(&project).args(["ci", "--ignore-scripts"]).quiet()?;
        fs::write(&stamp, &lock).with_context(|| format!("cannot write {}", stamp.display()))
    })
}

/// What `rust-toolchain.toml` names; rustup adds it by itself unless it was told not to (`RUSTUP_AUTO_INSTALL=0`).
fn add_components(workspace: &Workspace) -> Result<()> {
    let rustup =
        |arguments: &[&str]| Command::new("rustup").current_dir(&workspace.root).args(arguments).text();
    if !rustup(&["component", "list", "--installed"])?.lines().any(|line| line.starts_with("rust-src")) {
        step("adding rust-src to the toolchain", || rustup(&["component", "add", "rust-src"]))?;
    }
    if !rustup(&["target", "list", "--installed"])?.lines().any(|line| line == "wasm32-unknown-unknown") {
        step("adding the wasm32 target to the toolchain", || {
            rustup(&["target", "add", "wasm32-unknown-unknown"])
        })?;
    }
    Ok(())
}

fn check_node() -> Result<()> {
    let said = Command::new("node")
        .arg("--version")
        .text()
        .with_context(|| format!("Node is needed; install version {OLDEST_NODE} or newer"))?;
    match node_major(&said) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {OLDEST_NODE} or newer is needed, and this is {}; update it", said.trim()),
    }
}

fn node_major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// Empties a folder, making it when it is not there.
pub(crate) fn fresh_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))
}

/// Unpacks an npm tarball: its files come to lie in `package/` below the folder.
pub(crate) fn unpack(tarball: &Path, folder: &Path) -> Result<()> {
    if !tarball.is_file() {
        bail!("npm said that it packed {}, which is not there", tarball.display());
    }
    Command::new("tar").arg("-xzf").arg(tarball).arg("-C").arg(folder).quiet()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(node_major("v20.20.2\n"), Some(20));
        assert_eq!(node_major("nonsense"), None);
    }
}

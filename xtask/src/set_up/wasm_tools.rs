//! wasm-pack and wasm-bindgen's commands: the package `wasm-tools` of this workspace, so that Cargo.lock holds their versions and those
//! of all that they are made of.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use super::npm;
use super::stamp::Stamp;
use crate::process::{self, Run};
use crate::workspace::Workspace;

const PACKAGE: &str = "wasm-tools";
const COMMANDS: [&str; 4] = ["splitter", "wasm-bindgen", "wasm-bindgen-test-runner", "wasm-pack"];
/// What the commands are made of: their versions are what the stamp beside them says.
const VERSIONS: [&str; 2] = ["wasm-bindgen-cli", "wasm-pack"];

/// Whether the commands are there, at the versions of Cargo.lock.
pub(super) fn are_installed(workspace: &Workspace) -> Result<bool> {
    Ok(stamp(workspace)?.holds() && COMMANDS.iter().all(|name| workspace.program(name).is_file()))
}

/// Compiles them.
pub(super) fn install(workspace: &Workspace) -> Result<()> {
    let (library, command) =
        (workspace.locked_version("wasm-bindgen")?, workspace.locked_version("wasm-bindgen-cli")?);
    if library != command {
        bail!(
            "wasm-bindgen is {library} and its command {command}; make them one version in Cargo.toml and xtask/wasm-tools/Cargo.toml"
        );
    }
    process::compile(workspace, &COMMANDS)?;
    stamp(workspace)?.write()
}

/// wasm-pack, which finds wasm-bindgen and npm's wasm-opt first on its `PATH`.
pub(crate) fn wasm_pack(workspace: &Workspace) -> Result<Command> {
    check_wasm_opt(workspace)?;
    let mut command = Command::new(workspace.program("wasm-pack"));
    command.env("PATH", path(workspace)?);
    Ok(command)
}

/// wasm-bindgen's command, for an application in Rust.
pub(crate) fn bindgen(workspace: &Workspace) -> Command {
    Command::new(workspace.program("wasm-bindgen"))
}

/// The runner that `cargo test --target wasm32-unknown-unknown` hands a test binary to.
pub(crate) fn test_runner(workspace: &Workspace) -> PathBuf {
    workspace.program("wasm-bindgen-test-runner")
}

/// wasm-pack skips optimising without a word when it finds no `wasm-opt`, and Debian's old one breaks the
/// output, so the one that will be found must be npm's.
fn check_wasm_opt(workspace: &Workspace) -> Result<()> {
    let manifest = workspace.npm_project().join("node_modules/binaryen/package.json");
    let manifest = fs::read_to_string(manifest).context("npm's binaryen is not installed")?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest)?;
    let wanted = manifest.get("version").and_then(|version| version.as_str()).unwrap_or_default();
    let major = wanted.split('.').next().unwrap_or_default();
    let said = Command::new("wasm-opt").env("PATH", path(workspace)?).arg("--version").text()?;
    if said.split_whitespace().nth(2) != Some(major) {
        bail!(
            "`wasm-opt --version` says `{}`, not {major} of npm's binaryen; remove the other one",
            said.trim()
        );
    }
    Ok(())
}

fn path(workspace: &Workspace) -> Result<OsString> {
    let program = workspace.program(PACKAGE);
    let ours = program.parent().map(PathBuf::from).into_iter().chain([npm::bin(workspace)]);
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.chain(env::split_paths(&rest))).context("PATH cannot be extended")
}

fn stamp(workspace: &Workspace) -> Result<Stamp> {
    let version = |name| Ok(format!("{name} {}\n", workspace.locked_version(name)?));
    let made_of = VERSIONS.into_iter().map(version).collect::<Result<_>>()?;
    Ok(Stamp { path: workspace.program(PACKAGE).with_extension("versions"), made_of })
}

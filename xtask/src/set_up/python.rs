//! A Python with the packages that `tests/openapi` asks for, in an environment of its own under `target/tools`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::apt;
use super::stamp::Stamp;
use crate::jobs::Outcome;
use crate::process::{Run, fresh_folder};
use crate::workspace::{Workspace, executable};

const SCRIPTS: &str = "tests/openapi";
const LIST: &str = "tests/openapi/requirements.txt";

/// The oldest that reads TOML and that schemathesis supports.
const OLDEST: &str = "(3, 11)";
/// Tried in this order; the last is Debian's, which another one may hide.
const NAMES: [&str; 3] = ["python3", "python", "/usr/bin/python3"];
const DEBIAN: [&str; 2] = ["python3", "python3-venv"];

/// The Python of the checks.
#[derive(Debug)]
pub(crate) struct Python {
    program: PathBuf,
    scripts: PathBuf,
    /// Where hypothesis keeps what it keeps.
    storage: PathBuf,
}

impl Python {
    /// The Python that [`install`] made.
    pub(crate) fn of(workspace: &Workspace) -> Self {
        Self {
            program: program(workspace),
            scripts: workspace.path(SCRIPTS),
            storage: workspace.target.join("openapi/.hypothesis"),
        }
    }

    /// A command that runs a program of `tests/openapi`.
    pub(crate) fn script(&self, name: &str) -> Command {
        let mut command = self.command();
        command.arg(self.scripts.join(name));
        command
    }

    /// pytest, over the tests of `tests/openapi`.
    pub(crate) fn pytest(&self) -> Command {
        let mut command = self.command();
        command.current_dir(&self.scripts).args(["-m", "pytest"]);
        command
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        // The checkout stays as it is.
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("HYPOTHESIS_STORAGE_DIRECTORY", &self.storage);
        command
    }
}

/// Whether what is installed came from the very `requirements.txt` that stands there now.
pub(super) fn is_installed(workspace: &Workspace) -> Result<bool> {
    Ok(stamp(workspace)?.holds() && runs(&program(workspace)))
}

/// Installs what `requirements.txt` names; skipped where there is no Python that will do and none can be installed.
pub(super) fn install(workspace: &Workspace) -> Result<Outcome> {
    let root = root(workspace);
    let list = workspace.path(LIST);
    if !environment(&root, &["--requirement".as_ref(), list.as_ref()])? {
        let advice =
            "install Python 3.11 or newer with its venv module (on Debian: python3 and python3-venv)";
        return Ok(Outcome::Skipped(format!("none of {} will do: {advice}", NAMES.join(", "))));
    }
    stamp(workspace)?.write()?;
    Ok(Outcome::Done)
}

/// Makes an environment of what pip is told to install; false where there is no Python that will do.
pub(super) fn environment(root: &Path, packages: &[&OsStr]) -> Result<bool> {
    let Some(base) = find()? else { return Ok(false) };
    fresh_folder(root)?;
    Command::new(base).args(["-m", "venv"]).arg(root).quiet()?;
    let pip = ["-m", "pip", "install", "--disable-pip-version-check"];
    Command::new(scripts_of(root).join(executable("python"))).args(pip).args(packages).quiet()?;
    Ok(true)
}

/// Where an environment has its programs.
pub(super) fn scripts_of(root: &Path) -> PathBuf {
    root.join(if cfg!(windows) { "Scripts" } else { "bin" })
}

/// A Python that is new enough and can make environments, if need be Debian's.
fn find() -> Result<Option<PathBuf>> {
    if usable().is_none() && apt::may_be_used() {
        apt::install(&DEBIAN)?;
    }
    Ok(usable())
}

fn root(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools/openapi")
}

fn program(workspace: &Workspace) -> PathBuf {
    scripts_of(&root(workspace)).join(executable("python"))
}

fn stamp(workspace: &Workspace) -> Result<Stamp> {
    Ok(Stamp { path: root(workspace).join(".installed-from.txt"), made_of: workspace.text(LIST)? })
}

fn usable() -> Option<PathBuf> {
    let question = format!("import sys, venv, ensurepip; sys.exit(sys.version_info < {OLDEST})");
    let answers = |name: &&str| Command::new(name).args(["-c", &question]).quiet().is_ok();
    NAMES.iter().find(|name| answers(name)).map(PathBuf::from)
}

/// An environment breaks when the Python that it was made from goes.
fn runs(program: &Path) -> bool {
    Command::new(program).args(["-c", "import schemathesis, openapi_core"]).quiet().is_ok()
}

//! A Python with the packages that `tests/openapi` asks for, in an environment of its own under `target/tools`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::process::Run;
use crate::report::step;
use crate::tools::fresh_folder;
use crate::workspace::Workspace;

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
    /// Installs what `requirements.txt` names, unless what is installed came from the very same file.
    pub(crate) fn install(workspace: &Workspace) -> Result<Self> {
        let scripts = workspace.path("tests/openapi");
        let list = scripts.join("requirements.txt");
        let wanted = fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
        let root = workspace.target.join("tools/openapi");
        let program = root.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let stamp = root.join(".installed-from.txt");
        if !(fs::read_to_string(&stamp).is_ok_and(|had| had == wanted) && runs(&program)) {
            let base = find()?;
            step("installing schemathesis and openapi-core into target/tools (a minute, once)", || {
                fresh_folder(&root)?;
                Command::new(base).args(["-m", "venv"]).arg(&root).quiet()?;
                let pip = ["-m", "pip", "install", "--disable-pip-version-check", "--requirement"];
                Command::new(&program).args(pip).arg(&list).quiet()?;
                fs::write(&stamp, &wanted).with_context(|| format!("cannot write {}", stamp.display()))
            })?;
        }
        Ok(Self { program, scripts, storage: workspace.target.join("openapi/.hypothesis") })
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

/// A Python that is new enough and can make environments, or Debian's.
fn find() -> Result<PathBuf> {
    if let Some(found) = usable() {
        return Ok(found);
    }
    let advice = "install Python 3.11 or newer with its venv module (on Debian: python3 and python3-venv)";
    if !apt::may_be_used() {
        bail!("none of {} will do: {advice}", NAMES.join(", "));
    }
    apt::install(&DEBIAN)?;
    match usable() {
        Some(found) => Ok(found),
        None => bail!("what apt-get installed will not do: {advice}"),
    }
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

//! The engines beside Chromium, with their WebDrivers: Firefox with geckodriver, and WebKitGTK, for which Debian has both.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::apt;
use super::browser::found;
use crate::jobs::Outcome;
use crate::process::Run;
use crate::workspace::{Workspace, executable};

const FIREFOX: [&str; 3] = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];
const GECKODRIVER: &str = "geckodriver";
const GECKODRIVER_VERSION: &str = "0.37.1";
const WEBKIT_DRIVER: &str = "WebKitWebDriver";
/// The browser that is driven has no headless mode, so it gets a screen that is none.
const SCREEN: &str = "xvfb-run";

const NO_FIREFOX: &str = "no Firefox was found: install it, or name it in FIREFOX";
const NO_WEBKIT: &str =
    "no WebKitGTK was found: install WebKitWebDriver and xvfb-run (Debian: webkit2gtk-driver and xvfb)";

/// Firefox: the one that `FIREFOX` names, or one that is installed.
pub(crate) fn firefox() -> Result<PathBuf> {
    found(&["FIREFOX"], &FIREFOX)?.context(NO_FIREFOX)
}

/// Its driver: the one that `GECKODRIVER` names, one that is installed, or the one that xtask has compiled.
pub(crate) fn geckodriver(workspace: &Workspace) -> Result<PathBuf> {
    let compiled = || Some(geckodriver_root(workspace).join("bin").join(executable(GECKODRIVER)));
    let found = found(&["GECKODRIVER"], &[GECKODRIVER])?;
    found.or_else(compiled).filter(|path| path.is_file()).context("there is no geckodriver")
}

/// The driver of WebKitGTK: the one that `WEBKIT_DRIVER` names, or one that is installed.
pub(crate) fn webkit_driver() -> Result<PathBuf> {
    found(&["WEBKIT_DRIVER"], &[WEBKIT_DRIVER])?.context(NO_WEBKIT)
}

/// The same command on a screen that is none: the browser of WebKitGTK's driver has no headless mode.
pub(crate) fn with_screen(command: Command) -> Command {
    let mut on_screen = Command::new(SCREEN);
    on_screen.arg("--auto-servernum").arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        on_screen.current_dir(folder);
    }
    on_screen
}

pub(super) fn has_webkit() -> Result<bool> {
    Ok(found(&["WEBKIT_DRIVER"], &[WEBKIT_DRIVER])?.is_some() && found(&[], &[SCREEN])?.is_some())
}

pub(super) fn has_firefox() -> Result<bool> {
    Ok(found(&["FIREFOX"], &FIREFOX)?.is_some())
}

/// Debian's Firefox; skipped where it cannot be installed.
pub(super) fn install_firefox() -> Result<Outcome> {
    install(&["firefox-esr"], NO_FIREFOX)
}

/// Debian's WebKitGTK with its driver; skipped where it cannot be installed.
pub(super) fn install_webkit() -> Result<Outcome> {
    // xvfb-run needs xauth, which Debian only recommends.
    install(&["webkit2gtk-driver", "xvfb", "xauth"], NO_WEBKIT)
}

/// Compiles geckodriver into `target/tools`; skipped where it cannot be had.
pub(super) fn compile_geckodriver(workspace: &Workspace) -> Outcome {
    let compiled = Command::new("cargo")
        .args(["install", "--locked", "--version", GECKODRIVER_VERSION, GECKODRIVER, "--root"])
        .arg(geckodriver_root(workspace))
        .quiet();
    had(compiled, "geckodriver could not be compiled: install it, or name it in GECKODRIVER")
}

fn geckodriver_root(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools").join(GECKODRIVER)
}

fn install(packages: &[&str], advice: &str) -> Result<Outcome> {
    if !apt::may_be_used() {
        return Ok(Outcome::Skipped(advice.to_owned()));
    }
    Ok(had(apt::install(packages), advice))
}

/// An engine that a machine cannot get is told, and fails nothing: the package is tested in Chromium all the same.
fn had(installed: Result<()>, advice: &str) -> Outcome {
    match installed {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Skipped(format!("{advice} ({error:#})")),
    }
}

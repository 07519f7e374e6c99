//! Finding a Chromium and its driver, and getting Debian's.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::jobs::Outcome;
use crate::report::say;

const BROWSER_VARIABLES: [&str; 2] = ["CHROMIUM", "CHROME"];
const BROWSERS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
/// Chromium without a window: it opens pages ten times as fast.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];
const DRIVER_VARIABLES: [&str; 1] = ["CHROMEDRIVER"];
const DRIVERS: [&str; 2] = ["chromedriver", "/usr/lib/chromium/chromedriver"];

const WHOLE: &str =
    "install Chromium or Chrome with its chromedriver, or name them in CHROMIUM and CHROMEDRIVER";

/// A Chromium or Chrome: the one that `CHROMIUM` or `CHROME` names, or one that is installed.
pub(crate) fn chromium() -> Result<PathBuf> {
    found(&BROWSER_VARIABLES, &BROWSERS)?.with_context(|| format!("no Chromium was found: {WHOLE}"))
}

/// The WebDriver for it, which the wasm tests need.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    found(&DRIVER_VARIABLES, &DRIVERS)?.with_context(|| format!("no chromedriver was found: {WHOLE}"))
}

/// The quickest Chromium for pages that nobody looks at; any that [`chromium`] finds where there is no quicker one.
pub(crate) fn headless() -> Result<PathBuf> {
    found(&BROWSER_VARIABLES, &SHELLS)?.map_or_else(chromium, Ok)
}

/// Whether there are a Chromium and its driver.
pub(super) fn has_chromium() -> Result<bool> {
    let browser = found(&BROWSER_VARIABLES, &BROWSERS)?;
    Ok(browser.is_some() && found(&DRIVER_VARIABLES, &DRIVERS)?.is_some())
}

/// Whether there is a browser for [`headless`] than which this machine can get no quicker one.
pub(super) fn has_headless() -> Result<bool> {
    let quickest = found(&BROWSER_VARIABLES, &SHELLS)?;
    Ok(quickest.is_some() || (!apt::may_be_used() && found(&BROWSER_VARIABLES, &BROWSERS)?.is_some()))
}

/// Debian's Chromium and its driver; skipped where they cannot be installed.
pub(super) fn install_chromium() -> Result<Outcome> {
    install(&["chromium", "chromium-driver"])
}

/// Debian's Chromium without a window; skipped where it cannot be installed.
pub(super) fn install_headless() -> Result<Outcome> {
    install(&["chromium-headless-shell"]).or_else(|error| {
        say!("{error:#}\nA whole Chromium does too, only slower.");
        install_chromium()
    })
}

fn install(packages: &[&str]) -> Result<Outcome> {
    if !apt::may_be_used() {
        return Ok(Outcome::Skipped(format!("no Chromium was found: {WHOLE}")));
    }
    apt::install(packages).map(|()| Outcome::Done)
}

/// What a variable names, or the first of the programs that is on `PATH`.
pub(super) fn found(variables: &[&str], names: &[&str]) -> Result<Option<PathBuf>> {
    Ok(named(variables)?.or_else(|| on_path(names)))
}

/// What the first of the variables that is set names.
fn named(variables: &[&str]) -> Result<Option<PathBuf>> {
    for variable in variables {
        if let Some(named) = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
            if named.is_file() {
                return Ok(Some(named));
            }
            bail!("{variable} names {}, which is not there", named.display());
        }
    }
    Ok(None)
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&folders).map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_path_is_found_and_what_is_not_is_not() {
        assert!(on_path(&["no-such-browser", "cargo"]).is_some());
        assert!(on_path(&["no-such-browser"]).is_none());
    }
}

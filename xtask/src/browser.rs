//! Finding a Chromium and its driver, or getting Debian's.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::apt;

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
const DRIVERS: [&str; 2] = ["chromedriver", "/usr/lib/chromium/chromedriver"];

/// A Chromium or Chrome: the one that `CHROMIUM` or `CHROME` names, one that is installed, or Debian's.
pub(crate) fn chromium() -> Result<PathBuf> {
    let advice = "install Chromium or Chrome, or name it in CHROMIUM";
    match named(&BROWSER_VARIABLES)? {
        Some(named) => Ok(named),
        None => find_or_install(&BROWSERS, &["chromium", "chromium-driver"], advice),
    }
}

/// The quickest Chromium for pages that nobody looks at; any that [`chromium`] finds where there is no quicker one.
pub(crate) fn headless() -> Result<PathBuf> {
    if let Some(named) = named(&BROWSER_VARIABLES)? {
        return Ok(named);
    }
    let advice = "a whole Chromium does too, only slower";
    find_or_install(&SHELLS, &["chromium-headless-shell"], advice).or_else(|error| {
        println!("  {error:#}");
        chromium()
    })
}

/// The WebDriver for it, which the wasm tests need.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    let advice = "install the chromedriver of your browser's version, or name it in CHROMEDRIVER";
    match named(&["CHROMEDRIVER"])? {
        Some(named) => Ok(named),
        None => find_or_install(&DRIVERS, &["chromium", "chromium-driver"], advice),
    }
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

fn find_or_install(names: &[&str], packages: &[&str], advice: &str) -> Result<PathBuf> {
    if let Some(found) = on_path(names) {
        return Ok(found);
    }
    if !apt::may_be_used() {
        bail!("none of {} was found: {advice}", names.join(", "));
    }
    apt::install(packages)?;
    match on_path(names) {
        Some(found) => Ok(found),
        None => bail!("apt-get installed none of {}: {advice}", names.join(", ")),
    }
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

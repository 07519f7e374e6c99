//! Finding a Chromium and its driver, or getting Debian's.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Result, bail};

use crate::process::Run;
use crate::report::step;

const BROWSERS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const DRIVERS: [&str; 2] = ["chromedriver", "/usr/lib/chromium/chromedriver"];

/// A Chromium or Chrome: the one that `CHROMIUM` or `CHROME` names, one that is installed, or Debian's.
pub(crate) fn chromium() -> Result<PathBuf> {
    find_or_install(&["CHROMIUM", "CHROME"], &BROWSERS, "install Chromium or Chrome, or name it in CHROMIUM")
}

/// The WebDriver for it, which the wasm tests need.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    let advice = "install the chromedriver of your browser's version, or name it in CHROMEDRIVER";
    find_or_install(&["CHROMEDRIVER"], &DRIVERS, advice)
}

fn find_or_install(variables: &[&str], names: &[&str], advice: &str) -> Result<PathBuf> {
    for variable in variables {
        if let Some(named) = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
            if named.is_file() {
                return Ok(named);
            }
            bail!("{variable} names {}, which is not there", named.display());
        }
    }
    if let Some(found) = on_path(names) {
        return Ok(found);
    }
    if !may_use_apt() {
        bail!("none of {} was found: {advice}", names.join(", "));
    }
    step("apt-get install chromium chromium-driver (a minute, once)", || {
        let apt = |arguments: &[&str]| {
            Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").quiet()
        };
        apt(&["update"])?;
        apt(&["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"])
    })?;
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

/// Root on Debian or a relative of it.
fn may_use_apt() -> bool {
    let root = Command::new("id").arg("-u").text().is_ok_and(|id| id.trim() == "0");
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.contains("debian"));
    root && debian && Path::new("/usr/bin/apt-get").is_file()
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

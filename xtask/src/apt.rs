//! Debian's packages, where we may install them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::Run;
use crate::report::step;

/// Root on Debian or a relative of it.
pub(crate) fn may_be_used() -> bool {
    let root = Command::new("id").arg("-u").text().is_ok_and(|id| id.trim() == "0");
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.contains("debian"));
    root && debian && Path::new("/usr/bin/apt-get").is_file()
}

/// Installs packages with what they need and no more.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    step(&format!("apt-get install {} (a minute, once)", packages.join(" ")), || {
        let apt = |arguments: &[&str]| {
            Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").quiet()
        };
        apt(&["update"])?;
        apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
    })
}

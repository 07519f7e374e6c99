//! Debian's packages, where we may install them.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Once;

use anyhow::Result;

use crate::process::Run;

/// Root on Debian or a relative of it.
pub(super) fn may_be_used() -> bool {
    let root = Command::new("id").arg("-u").text().is_ok_and(|id| id.trim() == "0");
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.contains("debian"));
    root && debian && Path::new("/usr/bin/apt-get").is_file()
}

/// Installs packages with what they need and no more.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    static UPDATE: Once = Once::new();
    let apt = |arguments: &[&str]| {
        Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").quiet()
    };
    let mut update = Ok(());
    UPDATE.call_once(|| update = apt(&["update"]));
    update?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

//! `cargo xtask bench`: clerk-js and this package in turn, in one Chromium against one server.

use std::num::NonZeroU32;
use std::path::{self, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::process::Run;
use crate::set_up::{Need, browser, clerk_js};
use crate::workspace::Workspace;

/// What it measures, and with what.
pub(crate) const NEEDS: [Need; 4] = [Need::Package, Need::NpmPackages, Need::Chromium, Need::ClerkJs];

/// The options of `cargo xtask bench`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How often each side is measured.
    #[arg(long, default_value = "7")]
    rounds: NonZeroU32,
    /// Measure one part only, such as `cold-start`.
    #[arg(long, value_name = "PART")]
    only: Option<String>,
    /// Write every sample and summary there too, as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Measures, and says where the page with the charts lies.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let chromium = browser::chromium()?;
    let clerk_js = clerk_js::dist(workspace);
    let package = workspace.pkg();
    let script = workspace.path("tests/js/bench/run.mjs");
    if !script.is_file() {
        bail!("{} is missing, and it is what measures", workspace.show(&script));
    }
    let out = workspace.target.join("bench");
    let mut command = Command::new("node");
    command
        .arg(&script)
        .current_dir(workspace.npm_project())
        .env("CHROMIUM", chromium)
        .arg("--package")
        .arg(package)
        .arg("--clerk-js")
        .arg(clerk_js)
        .arg("--out")
        .arg(&out)
        .args(["--rounds", &options.rounds.to_string()]);
    if let Some(part) = &options.only {
        command.args(["--only", part]);
    }
    if let Some(file) = &options.json {
        // The driver runs in another folder.
        command.arg("--json").arg(path::absolute(file).unwrap_or_else(|_| file.clone()));
    }
    command.stream().context("not everything could be measured")
}

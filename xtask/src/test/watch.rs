//! `cargo xtask test --watch`.

use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::fresh::newest;
use crate::report::say;
use crate::workspace::Workspace;

const PAUSE: Duration = Duration::from_millis(400);

/// Runs once, and once more after each change of a file that git has or would take. Ends by Ctrl-C only.
pub(super) fn again_and_again(workspace: &Workspace, run: impl Fn() -> Result<()>) -> Result<()> {
    loop {
        let before = last_change(workspace)?;
        if let Err(error) = run() {
            say!("\n{error}");
        }
        say!("\nWaiting for a file to change; Ctrl-C ends this.");
        while last_change(workspace)? <= before {
            sleep(PAUSE);
        }
    }
}

fn last_change(workspace: &Workspace) -> Result<Option<SystemTime>> {
    Ok(workspace.files()?.iter().filter_map(|path| newest(&workspace.path(path))).max())
}

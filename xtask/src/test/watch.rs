//! `cargo xtask test --watch`.

use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::fresh::newest;
use crate::process::Run;
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
    Ok(files(workspace)?.iter().filter_map(|path| newest(path)).max())
}

fn files(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut git = Command::new("git");
    git.current_dir(&workspace.root).args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let listed = git.text()?;
    Ok(listed.split('\0').filter(|path| !path.is_empty()).map(|path| workspace.path(path)).collect())
}

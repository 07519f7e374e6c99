//! Running other programs so that a failure says which one, and shows what it printed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::report;
use crate::workspace::Workspace;

/// The ways in which a step runs a program.
pub(crate) trait Run {
    /// Runs with the output captured; shows it only when the program fails.
    fn quiet(&mut self) -> Result<()>;
    /// Runs with the output going straight to the terminal, or to the log of the job that runs it.
    fn stream(&mut self) -> Result<()>;
    /// Streams, and ends a program that takes longer than `limit`: then the answer is false.
    fn stream_within(&mut self, limit: Duration) -> Result<bool>;
    /// Runs quietly and returns what the program wrote to standard output.
    fn text(&mut self) -> Result<String>;
}

impl Run for Command {
    fn quiet(&mut self) -> Result<()> {
        captured(self).map(drop)
    }

    fn stream(&mut self) -> Result<()> {
        let name = describe(self);
        to_report(self)?;
        let status = self.status().with_context(|| format!("cannot start `{name}`"))?;
        if !status.success() {
            bail!("`{name}` failed ({status})");
        }
        Ok(())
    }

    fn stream_within(&mut self, limit: Duration) -> Result<bool> {
        let name = describe(self);
        // A group of its own, so that what the program has started ends with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(self, 0);
        to_report(self)?;
        let mut child = self.spawn().with_context(|| format!("cannot start `{name}`"))?;
        let end = Instant::now() + limit;
        loop {
            match child.try_wait()? {
                Some(status) if status.success() => return Ok(true),
                Some(status) => bail!("`{name}` failed ({status})"),
                None if Instant::now() >= end => {
                    if cfg!(unix) {
                        Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).quiet()?;
                    } else {
                        child.kill()?;
                    }
                    child.wait()?;
                    return Ok(false);
                }
                None => sleep(Duration::from_millis(200)),
            }
        }
    }

    fn text(&mut self) -> Result<String> {
        let output = captured(self)?;
        String::from_utf8(output.stdout).with_context(|| format!("`{}` did not print UTF-8", describe(self)))
    }
}

/// `npm`, in the given folder, without its notices.
pub(crate) fn npm(folder: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command
        .current_dir(folder)
        .env("NPM_CONFIG_UPDATE_NOTIFIER", "false")
        .env("NPM_CONFIG_FUND", "false")
        .env("NPM_CONFIG_AUDIT", "false");
    command
}

/// `cargo`, in the checkout.
pub(crate) fn cargo(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(&workspace.root).args(arguments);
    command
}

/// The packages that have programs.
const PACKAGES: [&str; 5] = ["clerk-fapi-emulator", "rust-api", "splitter", "wasm-tools", "xtask"];

/// Compiles programs of this workspace without optimisation. Cargo hears of all packages each time: a library that several of them use
/// has the same features in each command then, and is compiled once.
pub(crate) fn compile(workspace: &Workspace, programs: &[&str]) -> Result<()> {
    let mut command = cargo(workspace, &["build"]);
    // What makes the next time quicker makes the first one slower, by a third.
    if !programs.iter().all(|name| workspace.program(name).is_file()) {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command.args(PACKAGES.iter().flat_map(|name| ["--package", name]));
    command.args(programs.iter().flat_map(|name| ["--bin", name])).quiet()
}

/// Empties a folder, making it when it is not there.
pub(crate) fn fresh_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))
}

fn to_report(command: &mut Command) -> Result<()> {
    command.stdin(Stdio::null()).stdout(report::output()?).stderr(report::output()?);
    if report::is_logged() {
        command.env("NO_COLOR", "1");
    }
    Ok(())
}

fn captured(command: &mut Command) -> Result<Output> {
    let name = describe(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{name}`; is it on PATH?"))?;
    if !output.status.success() {
        let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
        said.push_str(&String::from_utf8_lossy(&output.stderr));
        bail!("`{name}` failed ({}); it said:\n{}", output.status, last_lines(&said, 60));
    }
    Ok(output)
}

fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut text = program.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        let _ = write!(text, " {}", argument.to_string_lossy());
    }
    text
}

/// The end of a long output, where the cause nearly always stands.
pub(crate) fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines.iter().skip(lines.len().saturating_sub(count)).map(|line| format!("  | {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_and_shows_its_output() {
        let error = Command::new("cargo").arg("no-such-command").quiet().unwrap_err().to_string();
        assert!(error.contains("`cargo no-such-command` failed"), "{error}");
        assert!(error.contains("  | error"), "{error}");
    }

    #[test]
    fn only_the_end_of_a_long_output_is_shown() {
        assert_eq!(last_lines("a\nb\nc\n", 2), "  | b\n  | c\n");
    }

    #[test]
    #[cfg(unix)]
    fn a_program_that_does_not_end_is_ended() {
        let start = Instant::now();
        let outcome =
            Command::new("sh").args(["-c", "sleep 60 & wait"]).stream_within(Duration::from_millis(300));
        assert!(!outcome.unwrap());
        assert!(start.elapsed() < Duration::from_secs(10));
        assert!(Command::new("true").stream_within(Duration::from_secs(10)).unwrap());
        assert!(Command::new("false").stream_within(Duration::from_secs(10)).is_err());
    }
}

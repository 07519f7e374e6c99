//! What a person sees while a command works. Everything that xtask prints goes through here, so that a job that runs
//! beside others writes into its own log instead of between their lines.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Write as _};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

thread_local! {
    /// The log of the job that this thread runs; none where the terminal is its own.
    static LOG: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Whether standard output is kept for a machine that reads it.
static IS_STDERR: AtomicBool = AtomicBool::new(false);

/// From here on everything is printed to standard error.
pub(crate) fn to_stderr() {
    IS_STDERR.store(true, Ordering::Relaxed);
}

/// Prints a line, as `println!` does.
macro_rules! say {
    ($($argument:tt)*) => { $crate::report::print(&format!("{}\n", format_args!($($argument)*))) };
}
pub(crate) use say;

/// Does `work` with all that it prints in `log`.
pub(crate) fn logged<T>(log: File, work: impl FnOnce() -> T) -> T {
    LOG.set(Some(log));
    let outcome = work();
    LOG.set(None);
    outcome
}

/// Where a program that this thread starts writes to: the job's log, or the terminal.
pub(crate) fn output() -> Result<Stdio> {
    LOG.with_borrow(|log| match log {
        Some(log) => Ok(log.try_clone().context("the log cannot be shared with a program")?.into()),
        None => Ok(Stdio::inherit()),
    })
}

/// Whether what this thread prints goes into a log, where colours would be noise.
pub(crate) fn is_logged() -> bool {
    LOG.with_borrow(Option::is_some)
}

/// Prints a text as it is. Where it cannot be written nobody is left to read it.
pub(crate) fn print(text: &str) {
    LOG.with_borrow_mut(|log| match log {
        Some(log) => drop(log.write_all(text.as_bytes())),
        None if IS_STDERR.load(Ordering::Relaxed) => drop(io::stderr().write_all(text.as_bytes())),
        None => {
            let mut terminal = io::stdout().lock();
            drop(terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush()));
        }
    });
}

/// Does one quiet piece of work: says what it is before, and how long it took after.
pub(crate) fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print(&format!("  {title} ... "));
    let start = Instant::now();
    let outcome = work();
    let took = elapsed(start.elapsed());
    match outcome {
        Ok(value) => {
            say!("{took}");
            Ok(value)
        }
        Err(error) => {
            say!("failed after {took}");
            Err(error).with_context(|| format!("could not finish: {title}"))
        }
    }
}

/// A duration for the eye: `0.4 s`, `2 min 05 s`.
pub(crate) fn elapsed(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(elapsed(Duration::from_millis(440)), "0.4 s");
        assert_eq!(elapsed(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn what_a_job_and_its_programs_print_is_in_its_log() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log");
        logged(File::create(&path).unwrap(), || {
            say!("a {}", 1);
            Command::new("cargo").arg("--version").stdout(output().unwrap()).status().unwrap();
        });
        let log = fs::read_to_string(&path).unwrap();
        assert!(log.starts_with("a 1\ncargo "), "{log}");
    }
}

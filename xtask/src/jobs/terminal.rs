//! What a person sees of jobs that run side by side: a line when one begins, a line when it ends, the end of its log when it
//! failed, and every half minute what still runs.

use std::fs;
use std::path::Path;

use super::{Ended, Outcome, Progress, log_of};
use crate::process::last_lines;
use crate::report::{elapsed, say};

/// How much of a failed job's log is shown.
const SHOWN_LINES: usize = 60;

/// The terminal of one run.
pub(super) struct Terminal<'a> {
    logs: &'a Path,
    progress: &'a Progress,
}

impl<'a> Terminal<'a> {
    /// `logs` is where the jobs write; `progress` hears all that is said here.
    pub(super) fn new(logs: &'a Path, progress: &'a Progress) -> Self {
        Self { logs, progress }
    }

    /// A job begins.
    pub(super) fn begins(&self, name: &str, about: &str) {
        self.progress.begins(name);
        say!("  > {name:<14} {about}");
    }

    /// A job has ended.
    pub(super) fn ends(&self, ended: &Ended) {
        self.progress.ends(ended);
        let Ended { name, outcome, took } = ended;
        let took = elapsed(*took);
        match outcome {
            Ok(Outcome::Done) => say!("  ✓ {name:<14} {took}"),
            Ok(Outcome::Skipped(reason)) => say!("  - {name:<14} skipped: {reason}"),
            Err(error) => {
                let path = log_of(self.logs, name);
                let log = fs::read_to_string(&path).unwrap_or_default();
                say!("  ✗ {name:<14} failed after {took}: {error:#}");
                say!("{}    the whole log: {}", last_lines(&log, SHOWN_LINES), path.display());
            }
        }
    }

    /// A job will not begin, since one that it waits for did not end well.
    pub(super) fn never_began(&self, ended: &Ended) {
        self.progress.ends(ended);
        let Ended { name, outcome, .. } = ended;
        match outcome {
            Ok(Outcome::Skipped(reason)) => say!("  - {name:<14} skipped: {reason}"),
            Ok(Outcome::Done) => {}
            Err(error) => say!("  - {name:<14} did not run: {error}"),
        }
    }

    /// Says what runs, and what each has said last.
    pub(super) fn remind(&self) {
        for (name, took) in self.progress.running() {
            let log = fs::read_to_string(log_of(self.logs, name)).unwrap_or_default();
            let last = log.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            let last: String = last.chars().filter(|char| !char.is_control()).take(80).collect();
            say!("    {name:<14} {} so far: {last}", elapsed(took));
        }
    }
}

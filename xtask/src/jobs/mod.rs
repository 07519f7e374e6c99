//! Jobs that run side by side, each as soon as those that it waits for are done.

mod plan;
mod progress;
mod terminal;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use self::plan::Plan;
pub(crate) use self::progress::Progress;
use self::terminal::Terminal;
use crate::report;

/// How often a person hears of jobs that take long.
const REMINDER: Duration = Duration::from_secs(30);

/// What runs beside other jobs.
pub(crate) struct Job<'a> {
    /// Unique among the jobs of a run.
    pub(crate) name: &'static str,
    /// What it does, and how long that takes where that is long.
    pub(crate) about: &'static str,
    /// The jobs that have to be done before. Those that are not in the run are taken for done.
    pub(crate) after: Vec<&'static str>,
    /// What it needs of the machine.
    pub(crate) load: Load,
    /// What only one job at a time may hold, such as cargo's lock of the target directory.
    pub(crate) lock: Option<&'static str>,
    /// Does it.
    pub(crate) work: Work<'a>,
}

/// What a job does.
pub(crate) type Work<'a> = Box<dyn FnOnce() -> Result<Outcome> + Send + 'a>;

/// What a job needs of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Load {
    /// Waits for the network or the disk, and runs beside any number of others.
    Waits,
    /// Computes: no more of these run than the machine has cores.
    Computes,
}

/// How a job ended that found no mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It did what it is for.
    Done,
    /// It could do nothing, for this reason.
    Skipped(String),
}

/// How a job of a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The job's name.
    pub(crate) name: &'static str,
    /// An error where it failed, or where one that it waits for did.
    pub(crate) outcome: Result<Outcome>,
    /// How long it ran.
    pub(crate) took: Duration,
}

/// Runs all jobs, in their order as far as they wait for nothing; gives how they ended, in the same order. Each writes a log of its name
/// into `logs`, and says on the terminal when it begins and ends.
pub(crate) fn run(jobs: Vec<Job<'_>>, logs: &Path) -> Result<Vec<Ended>> {
    run_seen(jobs, logs, &Progress::default())
}

/// The same; `progress` shows how far it is.
pub(crate) fn run_seen(jobs: Vec<Job<'_>>, logs: &Path, progress: &Progress) -> Result<Vec<Ended>> {
    fs::create_dir_all(logs).with_context(|| format!("cannot make {}", logs.display()))?;
    let cores = thread::available_parallelism().map_or(2, usize::from);
    progress.plan(&jobs);
    let mut plan = Plan::of(jobs, cores);
    let terminal = Terminal::new(logs, progress);
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        loop {
            while let Some((name, about, work)) = plan.next() {
                terminal.begins(name, about);
                start(scope, name, work, logs, tell.clone());
            }
            while let Some(ended) = plan.blocked() {
                terminal.never_began(&ended);
                plan.ends(ended);
            }
            if plan.is_over() {
                return;
            }
            match told.recv_timeout(REMINDER) {
                Ok(ended) => {
                    terminal.ends(&ended);
                    plan.ends(ended);
                }
                Err(RecvTimeoutError::Timeout) => terminal.remind(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
    plan.outcomes()
}

fn start<'scope, 'a: 'scope>(
    scope: &'scope Scope<'scope, '_>,
    name: &'static str,
    work: Work<'a>,
    logs: &Path,
    tell: Sender<Ended>,
) {
    let path = log_of(logs, name);
    scope.spawn(move || {
        let start = Instant::now();
        let outcome = File::create(&path)
            .with_context(|| format!("cannot write {}", path.display()))
            .and_then(|log| report::logged(log, work));
        // Nobody listens any more only where the run itself has ended.
        let _ = tell.send(Ended { name, outcome, took: start.elapsed() });
    });
}

fn log_of(logs: &Path, name: &str) -> PathBuf {
    logs.join(name).with_extension("log")
}

#[cfg(test)]
mod tests;

//! How far a run has come, for whoever shows it elsewhere than on the terminal.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Ended, Job, Outcome};
use crate::report::elapsed;

/// A view of a run. A clone shows the same run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Progress {
    jobs: Arc<Mutex<Vec<Entry>>>,
}

#[derive(Debug)]
struct Entry {
    name: &'static str,
    about: &'static str,
    state: State,
}

#[derive(Debug)]
enum State {
    Waits,
    Runs(Instant),
    Over { word: &'static str, took: Duration },
}

impl Progress {
    /// All jobs as `{ name, about, state, took }`; a state is `waits`, `runs`, `done`, `skipped` or `failed`, and a job that waits took
    /// nothing.
    pub(crate) fn json(&self) -> Value {
        self.entries().iter().map(Entry::json).collect()
    }

    /// The jobs that run, and for how long.
    pub(super) fn running(&self) -> Vec<(&'static str, Duration)> {
        let since = |entry: &Entry| match entry.state {
            State::Runs(since) => Some((entry.name, since.elapsed())),
            State::Waits | State::Over { .. } => None,
        };
        self.entries().iter().filter_map(since).collect()
    }

    /// A run is about to begin.
    pub(super) fn plan(&self, jobs: &[Job<'_>]) {
        let entry = |job: &Job<'_>| Entry { name: job.name, about: job.about, state: State::Waits };
        *self.entries() = jobs.iter().map(entry).collect();
    }

    /// A job begins.
    pub(super) fn begins(&self, name: &str) {
        self.set(name, State::Runs(Instant::now()));
    }

    /// A job has ended, or will not begin.
    pub(super) fn ends(&self, ended: &Ended) {
        let word = match &ended.outcome {
            Ok(Outcome::Done) => "done",
            Ok(Outcome::Skipped(_)) => "skipped",
            Err(_) => "failed",
        };
        self.set(ended.name, State::Over { word, took: ended.took });
    }

    fn set(&self, name: &str, state: State) {
        if let Some(entry) = self.entries().iter_mut().find(|entry| entry.name == name) {
            entry.state = state;
        }
    }

    fn entries(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    fn json(&self) -> Value {
        let (word, took) = match &self.state {
            State::Waits => ("waits", None),
            State::Runs(since) => ("runs", Some(since.elapsed())),
            State::Over { word, took } => (*word, Some(*took)),
        };
        json!({ "name": self.name, "about": self.about, "state": word, "took": took.map(elapsed) })
    }
}

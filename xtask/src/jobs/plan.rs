//! Which job may begin.

use std::time::Duration;

use anyhow::{Context, Result, anyhow};

use super::{Ended, Job, Load, Outcome};

/// The jobs of a run and how far each has come.
pub(super) struct Plan<'a> {
    entries: Vec<Entry<'a>>,
    cores: usize,
}

struct Entry<'a> {
    name: &'static str,
    after: Vec<&'static str>,
    load: Load,
    lock: Option<&'static str>,
    state: State<'a>,
}

enum State<'a> {
    Waits(Job<'a>),
    Runs,
    Ended(Result<Outcome>, Duration),
}

impl<'a> Plan<'a> {
    /// A run that computes on so many cores.
    pub(super) fn of(jobs: Vec<Job<'a>>, cores: usize) -> Self {
        let entry = |job: Job<'a>| Entry {
            name: job.name,
            after: job.after.clone(),
            load: job.load,
            lock: job.lock,
            state: State::Waits(job),
        };
        Self { entries: jobs.into_iter().map(entry).collect(), cores }
    }

    /// The first job that may begin now, with its place; from then on it runs.
    pub(super) fn next(&mut self) -> Option<(usize, Job<'a>)> {
        let index = self.entries.iter().position(|entry| self.may_begin(entry))?;
        let entry = self.entries.get_mut(index)?;
        match std::mem::replace(&mut entry.state, State::Runs) {
            State::Waits(job) => Some((index, job)),
            other => {
                entry.state = other;
                None
            }
        }
    }

    /// The jobs that wait for one that failed or was skipped, and how each ends by that.
    pub(super) fn blocked(&mut self) -> Vec<(&'static str, String)> {
        let mut blocked = Vec::new();
        while let Some((index, outcome)) = self.next_blocked() {
            let Some(entry) = self.entries.get_mut(index) else { break };
            let reason = match &outcome {
                Ok(Outcome::Skipped(reason)) => format!("skipped: {reason}"),
                Ok(Outcome::Done) => String::new(),
                Err(error) => format!("did not run: {error}"),
            };
            entry.state = State::Ended(outcome, Duration::ZERO);
            blocked.push((entry.name, reason));
        }
        blocked
    }

    /// Takes down how a job ended.
    pub(super) fn ends(&mut self, index: usize, outcome: Result<Outcome>, took: Duration) {
        if let Some(entry) = self.entries.get_mut(index) {
            entry.state = State::Ended(outcome, took);
        }
    }

    /// True when nothing runs and nothing can begin.
    pub(super) fn is_over(&self) -> bool {
        self.entries.iter().all(|entry| matches!(entry.state, State::Ended(..)))
            || !self.entries.iter().any(|entry| matches!(entry.state, State::Runs))
    }

    /// How each job ended; an error where some wait for each other.
    pub(super) fn outcomes(self) -> Result<Vec<Ended>> {
        let ended = |entry: Entry<'a>| match entry.state {
            State::Ended(outcome, took) => Some(Ended { name: entry.name, outcome, took }),
            State::Waits(_) | State::Runs => None,
        };
        self.entries.into_iter().map(ended).collect::<Option<_>>().context("some jobs wait for each other")
    }

    fn may_begin(&self, entry: &Entry<'a>) -> bool {
        let runs = || self.entries.iter().filter(|other| matches!(other.state, State::Runs));
        let has_core = entry.load == Load::Waits
            || runs().filter(|other| other.load == Load::Computes).count() < self.cores;
        let has_lock = entry.lock.is_none() || !runs().any(|other| other.lock == entry.lock);
        matches!(entry.state, State::Waits(_))
            && has_core
            && has_lock
            && self.awaited(entry).all(|other| matches!(other.state, State::Ended(Ok(Outcome::Done), _)))
    }

    fn next_blocked(&self) -> Option<(usize, Result<Outcome>)> {
        let waiting = |entry: &&Entry<'a>| matches!(entry.state, State::Waits(_));
        let mut entries = self.entries.iter().enumerate().filter(|(_, entry)| waiting(entry));
        entries.find_map(|(index, entry)| {
            self.awaited(entry).find_map(|other| match &other.state {
                State::Ended(Err(_), _) => {
                    Some((index, Err(anyhow!("{} failed, which it needs", other.name))))
                }
                State::Ended(Ok(Outcome::Skipped(reason)), _) => {
                    Some((index, Ok(Outcome::Skipped(reason.clone()))))
                }
                _ => None,
            })
        })
    }

    /// The jobs of this run that an entry waits for.
    fn awaited<'b>(&'b self, entry: &'b Entry<'a>) -> impl Iterator<Item = &'b Entry<'a>> {
        self.entries.iter().filter(|other| entry.after.contains(&other.name))
    }
}

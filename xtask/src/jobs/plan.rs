//! Which job may begin.

use std::mem;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};

use super::{Ended, Job, Load, Outcome, Work};

/// The jobs of a run and how far each has come.
pub(super) struct Plan<'a> {
    entries: Vec<Entry<'a>>,
    cores: usize,
}

struct Entry<'a> {
    name: &'static str,
    about: &'static str,
    after: Vec<&'static str>,
    load: Load,
    lock: Option<&'static str>,
    state: State<'a>,
}

enum State<'a> {
    Waits(Work<'a>),
    Runs,
    Over(Ended),
}

impl<'a> Plan<'a> {
    /// A run that computes on so many cores.
    pub(super) fn of(jobs: Vec<Job<'a>>, cores: usize) -> Self {
        let entry = |Job { name, about, after, load, lock, work }: Job<'a>| Entry {
            name,
            about,
            after,
            load,
            lock,
            state: State::Waits(work),
        };
        Self { entries: jobs.into_iter().map(entry).collect(), cores }
    }

    /// The first job that may begin now: its name, what it is about, and its work. From then on it runs.
    pub(super) fn next(&mut self) -> Option<(&'static str, &'static str, Work<'a>)> {
        let index = self.entries.iter().position(|entry| self.may_begin(entry))?;
        let entry = self.entries.get_mut(index)?;
        let State::Waits(work) = mem::replace(&mut entry.state, State::Runs) else { return None };
        Some((entry.name, entry.about, work))
    }

    /// A job that waits for one that failed or was skipped, and how it ends by that.
    pub(super) fn blocked(&self) -> Option<Ended> {
        let mut waiting = self.entries.iter().filter(|entry| entry.waits());
        waiting.find_map(|entry| {
            let outcome =
                self.awaited(entry).filter_map(Entry::ended).find_map(|other| match &other.outcome {
                    Err(_) => Some(Err(anyhow!("{} failed, which it needs", other.name))),
                    Ok(Outcome::Skipped(reason)) => Some(Ok(Outcome::Skipped(reason.clone()))),
                    Ok(Outcome::Done) => None,
                })?;
            Some(Ended { name: entry.name, outcome, took: Duration::ZERO })
        })
    }

    /// Takes down how a job ended.
    pub(super) fn ends(&mut self, ended: Ended) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.name == ended.name) {
            entry.state = State::Over(ended);
        }
    }

    /// True when nothing runs. What could begin has begun before.
    pub(super) fn is_over(&self) -> bool {
        !self.entries.iter().any(Entry::runs)
    }

    /// How each job ended; an error where some wait for each other.
    pub(super) fn outcomes(self) -> Result<Vec<Ended>> {
        let ended = |entry: Entry<'a>| match entry.state {
            State::Over(ended) => Some(ended),
            State::Waits(_) | State::Runs => None,
        };
        self.entries.into_iter().map(ended).collect::<Option<_>>().context("some jobs wait for each other")
    }

    fn may_begin(&self, entry: &Entry<'a>) -> bool {
        let running = || self.entries.iter().filter(|other| other.runs());
        let is_done =
            |other: &Entry<'a>| other.ended().is_some_and(|ended| matches!(ended.outcome, Ok(Outcome::Done)));
        let has_core = entry.load == Load::Waits
            || running().filter(|other| other.load == Load::Computes).count() < self.cores;
        let has_lock = entry.lock.is_none() || !running().any(|other| other.lock == entry.lock);
        entry.waits() && has_core && has_lock && self.awaited(entry).all(is_done)
    }

    /// The jobs of this run that an entry waits for.
    fn awaited<'b>(&'b self, entry: &'b Entry<'a>) -> impl Iterator<Item = &'b Entry<'a>> {
        self.entries.iter().filter(|other| entry.after.contains(&other.name))
    }
}

impl Entry<'_> {
    fn waits(&self) -> bool {
        matches!(self.state, State::Waits(_))
    }

    fn runs(&self) -> bool {
        matches!(self.state, State::Runs)
    }

    fn ended(&self) -> Option<&Ended> {
        match &self.state {
            State::Over(ended) => Some(ended),
            State::Waits(_) | State::Runs => None,
        }
    }
}

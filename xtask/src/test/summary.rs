//! The table at the end of a run.

use std::time::Duration;

use anyhow::{Result, bail};

use crate::jobs::{Ended, Outcome};
use crate::report::{elapsed, say};

/// A line of the table.
pub(super) struct Row<'a> {
    pub(super) name: &'static str,
    pub(super) outcome: &'a Result<Outcome>,
    pub(super) took: Duration,
}

impl<'a> Row<'a> {
    pub(super) fn of(ended: &'a Ended) -> Self {
        Self { name: ended.name, outcome: &ended.outcome, took: ended.took }
    }
}

/// How long each part of the set-up took.
pub(super) fn print_set_up(jobs: &[&Ended]) {
    if jobs.is_empty() {
        return;
    }
    let took = |job: &&Ended| format!("{} {}", job.name, elapsed(job.took));
    say!("\nset-up: {}", jobs.iter().map(took).collect::<Vec<_>>().join(", "));
}

/// Prints the table and the line that counts; fails where a step did.
pub(super) fn print(rows: &[Row<'_>], took: Duration) -> Result<()> {
    say!("");
    rows.iter().for_each(|row| say!("{}", line(row)));
    say!("\ntook {}", elapsed(took));
    say!("{}", count(rows));
    let failed: Vec<&str> = rows.iter().filter(|row| row.outcome.is_err()).map(|row| row.name).collect();
    if !failed.is_empty() {
        bail!("to see one again alone: cargo xtask test {}", failed.join(" "));
    }
    Ok(())
}

fn line(row: &Row<'_>) -> String {
    let (word, reason) = match row.outcome {
        Ok(Outcome::Done) => ("passed", String::new()),
        Ok(Outcome::Skipped(reason)) => ("skipped", format!("   {reason}")),
        // The causes stand further up, with the end of the log.
        Err(error) => ("FAILED", format!("   {}", error.to_string().lines().next().unwrap_or_default())),
    };
    format!("{:<14} {word:<7} {:>13}{reason}", row.name, elapsed(row.took))
}

/// `12 passed, 0 failed, 1 skipped`: what could not check anything has not passed.
fn count(rows: &[Row<'_>]) -> String {
    let number = |fits: fn(&Result<Outcome>) -> bool| rows.iter().filter(|row| fits(row.outcome)).count();
    let passed = number(|outcome| matches!(outcome, Ok(Outcome::Done)));
    let failed = number(Result::is_err);
    match number(|outcome| matches!(outcome, Ok(Outcome::Skipped(_)))) {
        0 => format!("{passed} passed, {failed} failed"),
        skipped => format!("{passed} passed, {failed} failed, {skipped} skipped"),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    fn row(outcome: &Result<Outcome>) -> Row<'_> {
        Row { name: "openapi", outcome, took: Duration::ZERO }
    }

    #[test]
    fn one_failed_step_fails_the_run() {
        let (passed, failed) = (Ok(Outcome::Done), Err(anyhow!("no")));
        assert!(print(&[row(&passed)], Duration::ZERO).is_ok());
        assert!(print(&[row(&passed), row(&failed)], Duration::ZERO).is_err());
    }

    #[test]
    fn what_was_skipped_has_its_reason_and_a_count_of_its_own() {
        let (passed, skipped) = (Ok(Outcome::Done), Ok(Outcome::Skipped("no file".to_owned())));
        assert!(line(&row(&skipped)).contains("skipped") && line(&row(&skipped)).ends_with("no file"));
        assert_eq!(count(&[row(&passed), row(&skipped)]), "1 passed, 0 failed, 1 skipped");
        assert_eq!(count(&[row(&passed)]), "1 passed, 0 failed");
    }
}

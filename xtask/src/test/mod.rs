//! `cargo xtask test`: every check of the repository. Steps run side by side, each as soon as what it needs is there.

mod differential;
mod engines;
mod examples;
mod openapi;
mod package;
mod rust;
mod steps;
mod summary;
mod vitest;
mod watch;

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::Args;

use self::steps::{ENGINES, QUICK, STEPS, Step};
use self::summary::Row;
use crate::jobs::{self, Ended, Job};
use crate::report::say;
use crate::set_up::{self, Need};
use crate::workspace::Workspace;

/// The options of `cargo xtask test`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The steps to run, or `quick` for those that take seconds, or `engines` for Firefox and WebKitGTK; all of them when none is named.
    steps: Vec<String>,
    /// Of one step, only the tests that fit: part of a name, or what its runner takes (`-- -t "signs in"`).
    #[arg(last = true, value_name = "PATTERN")]
    pattern: Vec<String>,
    /// Say which steps there are.
    #[arg(long)]
    list: bool,
    /// Run the steps again whenever a file changes, until Ctrl-C.
    #[arg(long)]
    watch: bool,
    /// Also what takes too long for every run: more seeds, both versions of clerk-js in each scenario, more generated requests.
    #[arg(long)]
    thorough: bool,
}

/// What a step is asked to do.
#[derive(Debug, Clone, Copy)]
struct Order<'a> {
    workspace: &'a Workspace,
    /// What stands behind `--`.
    pattern: &'a [String],
    thorough: bool,
}

impl Order<'_> {
    /// Tells a suite whether it is to be thorough.
    fn tell(self, suite: &mut Command) {
        if self.thorough {
            suite.env("THOROUGH", "1");
        }
    }
}

/// Runs the steps; each is tried even when another failed, and the last line counts them.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.list {
        steps::list();
        return Ok(());
    }
    let steps = chosen(&options.steps)?;
    let order = Order { workspace, pattern: &options.pattern, thorough: options.thorough };
    let run = || match steps.as_slice() {
        [step] => run_alone(step, order),
        _ if !options.pattern.is_empty() => {
            bail!("a pattern is for one step: cargo xtask test vitest -- PATTERN")
        }
        steps => run_side_by_side(steps, order),
    };
    if options.watch { watch::again_and_again(workspace, run) } else { run() }
}

/// Puts everything into the form that the steps `fmt` and `lint` want.
pub(crate) fn format(workspace: &Workspace) -> Result<()> {
    rust::reformat(workspace)?;
    package::reformat(workspace)
}

fn chosen(names: &[String]) -> Result<Vec<&'static Step>> {
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| names_step(name, step));
    if let Some(unknown) = names.iter().find(|name| !STEPS.iter().any(|step| names_step(name, step))) {
        bail!("there is no step `{unknown}`; `cargo xtask test --list` names them");
    }
    Ok(STEPS.iter().filter(wanted).collect())
}

fn names_step(name: &str, step: &Step) -> bool {
    let group: &[&str] = match name {
        "quick" => &QUICK,
        "engines" => &ENGINES,
        _ => return step.name == name,
    };
    group.contains(&step.name)
}

/// One step has the terminal to itself.
fn run_alone(step: &Step, order: Order<'_>) -> Result<()> {
    if !order.pattern.is_empty() && !step.takes_pattern {
        bail!("`{}` takes no pattern; it is run whole", step.name);
    }
    set_up::set_up(order.workspace, step.needs)?;
    say!("\n== {}: {}", step.name, step.about);
    let start = Instant::now();
    let outcome = (step.run)(order);
    if let Err(error) = &outcome {
        say!("{} failed: {error:#}", step.name);
    }
    let ended = Ended { name: step.name, outcome, took: start.elapsed() };
    summary::print(&[Row::of(&ended)], ended.took)
}

fn run_side_by_side(steps: &[&'static Step], order: Order<'_>) -> Result<()> {
    let start = Instant::now();
    let needs: Vec<Need> = steps.iter().flat_map(|step| step.needs.iter().copied()).collect();
    let is_step = |name: &str| steps.iter().any(|step| step.name == name);
    // What a step makes each time, no set-up has to make as well.
    let set_up = set_up::missing(order.workspace, &needs)?.into_iter().filter(|job| !is_step(job.name));
    let jobs = set_up.chain(steps.iter().map(|step| job(step, order))).collect();
    say!("What each job prints is in {}.", order.workspace.show(&order.workspace.logs()));
    let ended = jobs::run(jobs, &order.workspace.logs())?;
    let (steps, set_up): (Vec<_>, Vec<_>) = ended.iter().partition(|job| is_step(job.name));
    summary::print_set_up(&set_up);
    let rows: Vec<Row<'_>> = steps.into_iter().map(Row::of).collect();
    summary::print(&rows, start.elapsed())
}

fn job<'a>(step: &'static Step, order: Order<'a>) -> Job<'a> {
    let needs = step.needs.iter().map(|need| need.name());
    Job {
        name: step.name,
        about: step.about,
        after: needs.chain(step.after.iter().copied()).collect(),
        load: step.load,
        lock: step.lock,
        work: Box::new(move || (step.run)(order)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(of: &[&str]) -> Vec<&'static str> {
        let of: Vec<String> = of.iter().map(|name| (*name).to_owned()).collect();
        chosen(&of).unwrap().iter().map(|step| step.name).collect()
    }

    #[test]
    fn steps_are_chosen_by_name_and_all_by_default() {
        assert_eq!(names(&[]).len(), STEPS.len());
        assert_eq!(names(&["tidy"]), ["tidy"]);
        assert_eq!(names(&["quick"]).len(), QUICK.len());
        assert_eq!(names(&["engines"]), ENGINES);
        assert!(chosen(&["linter".to_owned()]).err().unwrap().to_string().contains("`linter`"));
    }

    #[test]
    fn a_pattern_is_for_a_step_that_takes_one() {
        let workspace = Workspace::find().unwrap();
        let order = Order { workspace: &workspace, pattern: &["x".to_owned()], thorough: false };
        let step = STEPS.iter().find(|step| step.name == "fmt").unwrap();
        assert!(run_alone(step, order).unwrap_err().to_string().contains("takes no pattern"));
    }
}

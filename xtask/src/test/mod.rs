//! `cargo xtask test`: every check of the repository, in the order in which a mistake shows soonest.

mod differential;
mod openapi;
mod package;
mod rust;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::report::elapsed;
use crate::workspace::Workspace;
use crate::{build, demo, size, tidy};

/// The options of `cargo xtask test`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The steps to run, in the given order; all of them when none is named.
    steps: Vec<String>,
    /// Say which steps there are.
    #[arg(long)]
    list: bool,
}

struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Workspace) -> Result<()>,
}

const STEPS: [Step; 13] = [
    Step { name: "fmt", about: "rustfmt has nothing to change", run: rust::format },
    Step { name: "clippy", about: "no warning, natively and for wasm32", run: rust::clippy },
    Step { name: "docs", about: "rustdoc has no warning, natively and for wasm32", run: rust::docs },
    Step { name: "tidy", about: "the rules of the house in xtask/src/tidy", run: tidy::run },
    Step { name: "native", about: "the tests and examples of the whole workspace", run: rust::native },
    Step {
        name: "build",
        about: "the npm package is made",
        run: |workspace| build::run(workspace).map(drop),
    },
    Step {
        name: "size",
        about: "it keeps to xtask/size-budget.toml",
        run: |workspace| size::run(workspace, false),
    },
    Step {
        name: "types",
        about: "tsc --strict, publint and attw on the packed package",
        run: package::types,
    },
    Step { name: "wasm", about: "the wasm-bindgen tests in headless Chromium", run: rust::wasm },
    Step { name: "vitest", about: "the packed package as an app uses it", run: package::vitest },
    Step {
        name: "e2e",
        about: "the demo page in headless Chromium",
        run: |workspace| demo::run(workspace, &demo::Options::check()),
    },
    Step {
        name: "differential",
        about: "clerk-js and the package do the same, side by side in Chromium",
        run: differential::run,
    },
    Step {
        name: "openapi",
        about: "what the clients sent and what the emulator answers is as Clerk's OpenAPI file says",
        run: openapi::run,
    },
];

/// Runs the steps; each is tried even when one before it failed, and the last line counts them.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.list {
        STEPS.iter().for_each(|step| println!("{:<12} {}", step.name, step.about));
        return Ok(());
    }
    let mut results = Vec::new();
    for step in chosen(&options.steps)? {
        println!("\n== {}: {}", step.name, step.about);
        let start = Instant::now();
        let outcome = (step.run)(workspace);
        if let Err(error) = &outcome {
            println!("{} failed: {error:#}", step.name);
        }
        results.push((step, outcome.is_ok(), start.elapsed()));
    }
    summarize(&results)
}

fn chosen(names: &[String]) -> Result<Vec<&'static Step>> {
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let find = |name: &String| {
        let step = STEPS.iter().find(|step| step.name == name);
        step.with_context(|| format!("there is no step `{name}`; `cargo xtask test --list` names them"))
    };
    names.iter().map(find).collect()
}

fn summarize(results: &[(&Step, bool, Duration)]) -> Result<()> {
    println!();
    for (step, passed, time) in results {
        println!("{:<12} {:<7} {:>13}", step.name, if *passed { "passed" } else { "FAILED" }, elapsed(*time));
    }
    let failed: Vec<&str> =
        results.iter().filter(|(_, passed, _)| !passed).map(|(step, ..)| step.name).collect();
    println!("\n{} passed, {} failed", results.len() - failed.len(), failed.len());
    if !failed.is_empty() {
        bail!("to see one again alone: cargo xtask test {}", failed.join(" "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_name_and_all_by_default() {
        assert_eq!(chosen(&[]).unwrap().len(), STEPS.len());
        assert_eq!(chosen(&["tidy".to_owned()]).unwrap().first().map(|step| step.name), Some("tidy"));
        assert!(chosen(&["lint".to_owned()]).err().unwrap().to_string().contains("`lint`"));
    }

    #[test]
    fn one_failed_step_fails_the_run() {
        let one = |passed| (&STEPS[0], passed, Duration::ZERO);
        assert!(summarize(&[one(true)]).is_ok());
        assert!(summarize(&[one(true), one(false)]).is_err());
    }
}

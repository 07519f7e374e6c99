//! The repository's build tool. `cargo xtask help` lists what it does.

mod api;
mod bench;
mod build;
mod demo;
mod emulator;
mod fresh;
mod jobs;
mod process;
mod release;
mod report;
mod set_up;
mod size;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::report::say;
use crate::set_up::Need;
use crate::workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, measures, tests and shows clerk-wasm.")]
struct Cli {
    #[command(subcommand)]
    command: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Make the npm package in pkg/, ready for `npm pack`.
    Build(build::Options),
    /// Weigh what a page loads, part by part, against the budget and against clerk-js.
    Size {
        /// Print JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Measure speed and memory beside clerk-js, in Chromium.
    Bench(bench::Options),
    /// Run every test and lint, or the named steps.
    Test(test::Options),
    /// Put Rust, JavaScript, CSS and JSON into the form that `fmt` and `lint` want.
    Format,
    /// Write down anew what applications see, in tests/api.
    Api,
    /// Check that this checkout could be released, without publishing anything.
    Release,
    /// Show the demo page with the emulator behind it.
    Demo(demo::Options),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain without a backtrace, whatever RUST_BACKTRACE says: a reader wants the causes.
            eprintln!("\nerror: {error}");
            error.chain().skip(1).for_each(|cause| eprintln!("  because {cause}"));
            ExitCode::FAILURE
        }
    }
}

fn run(action: Action) -> Result<()> {
    let start = Instant::now();
    let workspace = Workspace::find()?;
    let set_up = |needs: &[Need]| set_up::set_up(&workspace, needs);
    match action {
        Action::Build(build::Options { why: Some(name_part) }) => build::why(&workspace, &name_part),
        Action::Build(_) => {
            set_up(&build::NEEDS)?;
            let package = build::run(&workspace)?;
            say!(
                "The npm package is in {} ({}).",
                workspace.show(&package),
                report::elapsed(start.elapsed())
            );
            Ok(())
        }
        Action::Size { json } => {
            if json {
                report::to_stderr();
            }
            set_up(&size::NEEDS)?;
            size::run(&workspace, json)
        }
        Action::Bench(options) => {
            set_up(&bench::NEEDS)?;
            bench::run(&workspace, &options)
        }
        Action::Test(options) => test::run(&workspace, &options),
        Action::Format => {
            set_up(&[Need::NpmPackages])?;
            test::format(&workspace)
        }
        Action::Api => {
            set_up(&api::NEEDS)?;
            api::write(&workspace)
        }
        Action::Release => {
            set_up(&release::NEEDS)?;
            release::run(&workspace)
        }
        Action::Demo(options) => demo::run(&workspace, &options),
    }
}

//! The repository's build tool. `cargo xtask help` lists what it does.

mod apt;
mod bench;
mod browser;
mod build;
mod clerk_js;
mod demo;
mod emulator;
mod process;
mod python;
mod report;
mod size;
mod test;
mod tidy;
mod tools;
mod workspace;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::{Parser, Subcommand};

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
    Build,
    /// Weigh every shipped file against its budget and against clerk-js.
    Size {
        /// Print JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Measure speed and memory beside clerk-js, in Chromium.
    Bench(bench::Options),
    /// Run every test and lint, or the named steps.
    Test(test::Options),
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
    match action {
        Action::Build => {
            let package = build::run(&workspace)?;
            println!(
                "The npm package is in {} ({}).",
                workspace.show(&package),
                report::elapsed(start.elapsed())
            );
            Ok(())
        }
        Action::Size { json } => size::run(&workspace, json),
        Action::Bench(options) => bench::run(&workspace, &options),
        Action::Test(options) => test::run(&workspace, &options),
        Action::Demo(options) => demo::run(&workspace, &options),
    }
}

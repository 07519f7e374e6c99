//! The repository's build tool. `cargo xtask help` lists what it does.

mod build;
mod process;
mod report;
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
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            // The chain without a backtrace, whatever RUST_BACKTRACE says: a reader wants the causes.
            eprintln!("\nerror: {error}");
            error.chain().skip(1).for_each(|cause| eprintln!("  because {cause}"));
            ExitCode::FAILURE
        }
    }
}

fn run(action: Action) -> Result<ExitCode> {
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
        }
    }
    Ok(ExitCode::SUCCESS)
}

//! The step that plays scenarios with clerk-js and with this package side by side.

use anyhow::Result;

use crate::process::Run;
use crate::tools::{Tools, fresh_folder};
use crate::workspace::Workspace;
use crate::{browser, build, clerk_js, emulator};

/// Scenarios that play side by side, each with a browser and an emulator of its own; more only wait for each other.
const ARENAS: &str = "2";

/// Runs `tests/js/differential`, and leaves every exchange with the emulator in `target/differential`.
pub(super) fn run(workspace: &Workspace) -> Result<()> {
    let tools = Tools::install(workspace)?;
    build::ensure(workspace, false)?;
    let output = workspace.target.join("differential");
    fresh_folder(&output)?;
    tools
        .npm_tool("vitest")
        .current_dir(workspace.npm_project())
        .args(["run", "--dir", "differential", "--maxConcurrency", ARENAS])
        .env("CHROMIUM", browser::headless()?)
        .env("EMULATOR", emulator::program(workspace)?)
        .env("CLERK_WASM", workspace.pkg())
        .env("CLERK_JS_6_34_1", clerk_js::dist(workspace)?)
        .env("CLERK_JS_6_40_0", clerk_js::dist_of(workspace, clerk_js::NEWER)?)
        .env("DIFFERENTIAL_OUTPUT", &output)
        .stream()?;
    println!("Every exchange with the emulator is in {}.", workspace.show(&output));
    Ok(())
}

//! The step that plays scenarios with clerk-js and with this package side by side.

use anyhow::Result;

use super::Order;
use crate::process::{Run, fresh_folder};
use crate::report::say;
use crate::set_up::clerk_js;

/// Scenarios that play side by side, each with a browser and an emulator of its own; more only wait for each other.
const ARENAS: &str = "2";

/// Runs `tests/js/differential`, and leaves every exchange with the emulator in `target/differential`.
pub(super) fn run(order: Order<'_>) -> Result<()> {
    let workspace = order.workspace;
    let output = workspace.target.join("differential");
    fresh_folder(&output)?;
    super::vitest::command(order)?
        .args(["--dir", "differential", "--maxConcurrency", ARENAS])
        .env("CLERK_WASM", workspace.pkg())
        .env("CLERK_JS_6_34_1", clerk_js::dist(workspace))
        .env("CLERK_JS_6_40_0", clerk_js::dist_of(workspace, &clerk_js::newer()))
        .env("CLERK_JS_NEWER_VERSION", clerk_js::newer())
        .env("DIFFERENTIAL_OUTPUT", &output)
        .stream()?;
    say!("Every exchange with the emulator is in {}.", workspace.show(&output));
    Ok(())
}
